"""The person's own words on the prompt card, read into the scene as far as the rules can; the rest is admitted.

Old and new words of a slot are read alike, and only the difference is applied: what the card already said, and what
was never read from it, stays in the scene as it is.
"""

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from typing import Any

from wanderhue.agent.brief import ImageBrief
from wanderhue.agent.feedback import RemoveElement
from wanderhue.agent.hearing import language_of
from wanderhue.agent.offline.briefing import brief_of, words_of
from wanderhue.agent.offline.picture import elements_of
from wanderhue.agent.offline.picture_rest import frame_of, unknown_things
from wanderhue.agent.offline.picture_words import Thing, find_things, find_words
from wanderhue.agent.planner import Expansion
from wanderhue.agent.replies import say
from wanderhue.agent.scene import Element, Scene
from wanderhue.agent.trips import Lang
from wanderhue.agent.vocabulary import ELEMENTS, GROUPS

_FACETS = ("time", "weather", "season", "setting")
_CLOSE = re.compile(r"\bclose|\bdetail|\bportrait\b|가까이|클로즈업|확대")
_FAR = re.compile(r"\bvery wide\b|\bfar\b|\bdistan|\baerial\b|\bpanoram|\bbird|멀리|항공|파노라마|내려다")
_WIDE = re.compile(r"\bwide\b|\bmedium\b|\beye level\b|눈높이")
_MOST = 24

_Key = tuple[str, str | None]
"""An element's kind, and its color where a text has several of the kind."""


def read_slots(brief: ImageBrief, slots: Mapping[str, Any], lang: Lang) -> Expansion:
    """The brief with the scene that the new words describe; the words themselves are put in by the caller."""
    card = _Card(brief, brief.scene, lang)
    for name, text in slots.items():
        card.read(name, text)
    scene = Scene.model_validate(card.scene.model_dump())
    fresh, before, after = brief_of(scene, brief.palette), words_of(brief.scene), words_of(scene)
    kept = {name: getattr(brief, name) for name in before if before[name] == after[name] or name in brief.own}
    same = ("seed", "n", "medium", "quality", "photo", "own", "width", "height", "aspect", "negative")
    kept |= {name: getattr(brief, name) for name in same}
    notices = list(dict.fromkeys(card.notices))
    if card.unread:
        notices.append(say("rewritten_unread", lang, what=", ".join(dict.fromkeys(card.unread))))
    return Expansion(fresh.model_copy(update=kept), "", tuple(notices))


@dataclass
class _Card:
    """A scene being changed by a card, slot by slot."""

    brief: ImageBrief
    scene: Scene
    lang: Lang
    notices: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)

    def read(self, name: str, text: Any) -> None:
        """One slot whose words are new."""
        match name:
            case "subject" | "setting":
                self._admit(text, self._facets(name, text) | self._elements(name, text))
            case "light":
                self._admit(text, self._facets(name, text))
            case "shot":
                self._shot(text)
            case "style":
                self._style(text)
            case "negative":
                self._negative(text)
            case "medium" if text:
                self.unread.append(f"“{text}”")

    def _change(self, **values: Any) -> None:
        self.scene = self.scene.model_copy(update=values)

    def _facets(self, name: str, text: str) -> bool:
        """Hour, weather, season and place that the new words say and the old ones did not; True when they say any."""
        old, new = _facets_of(getattr(self.brief, name)), _facets_of(text)
        added = {facet: value for facet, value in new.items() if old.get(facet) != value}
        place = added.pop("setting", "")
        if place:
            kind, _, variant = place.partition("/")
            self._change(setting=kind, variant=variant)
        if "season" in old and "season" not in new:
            self._change(season=None)
        self._change(**added)
        return bool(new)

    def _elements(self, name: str, text: str) -> bool:
        """Things that came, went or changed between the old words and the new; True when the new words name any."""
        old, _ = _things(getattr(self.brief, name), self.lang)
        new, notices = _things(text, self.lang)
        self.notices += notices
        known = old.keys() | new.keys()
        keyed = [(_key(one, known), one) for one in self.scene.elements]
        elements = [_merged(one, old.get(key), new.get(key)) for key, one in keyed if key not in old or key in new]
        there = {key for key, _ in keyed}
        elements += [one for key, one in new.items() if key not in old and key not in there]
        back = {kind for kind, _ in new}
        without = tuple(kind for kind in self.scene.without if kind not in back)
        self._change(elements=tuple(elements[:_MOST]), without=without)
        return bool(new)

    def _admit(self, text: str, read: bool) -> None:
        lang = language_of(text) or self.lang
        unknown = unknown_things(text, find_words(text), lang)
        if unknown or (text and not read):
            self.unread += [f"“{word}”" for word in unknown] if read else [f"“{text}”"]

    def _shot(self, text: str) -> None:
        said = text.casefold()
        zoom = 1.25 if _CLOSE.search(said) else 0.8 if _FAR.search(said) else 1.0 if _WIDE.search(said) else None
        if zoom is not None:
            self._change(zoom=zoom)
        elif text:
            self.unread.append(f"“{text}”")

    def _style(self, text: str) -> None:
        style = frame_of(text).get("style") or ("print" if re.search(r"print|grain|판화|포스터", text) else None)
        if style:
            self._change(style=style)
        elif text:
            self.unread.append(f"“{text}”")

    def _negative(self, words: tuple[str, ...]) -> None:
        """What must not appear: kinds of things and groups of them, taken out and kept out; the rest may come back."""
        from wanderhue.agent.grammar import apply_wishes

        old = {kind for word in self.brief.negative for kind in _kinds_of(word)}
        new = [kind for word in words for kind in _kinds_of(word)]
        self.unread += [f"“{word}”" for word in words if not _kinds_of(word)]
        self._change(without=tuple(kind for kind in self.scene.without if kind in new or kind not in old))
        removals = [RemoveElement(element=kind) for kind in dict.fromkeys(new) if kind not in old]
        self.scene, _ = apply_wishes(self.scene, removals, self.lang)


def _facets_of(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for hit in find_words(text):
        if hit.facet in _FACETS:
            found.setdefault(hit.facet, hit.value)
    return found


def _things(text: str, lang: Lang) -> tuple[dict[_Key, Element], list[str]]:
    """The things of a text; a second one of a kind in a color of its own ('two boats and a red boat') counts too."""
    things, first = find_things(text, find_words(text)), dict[str, Thing]()
    for thing in things:
        first.setdefault(thing.kind, thing)
    more = [thing for thing in things if thing.color and thing.color != first[thing.kind].color]
    elements, notices = elements_of(text, [thing for thing in things if thing not in more], lang)
    found: dict[_Key, Element] = {(one.kind, None): one for one in elements}
    return found | {
        (one.kind, one.color): Element(kind=one.kind, count=one.count, color=one.color) for one in more
    }, notices


def _key(one: Element, known: Container[_Key]) -> _Key:
    return (one.kind, one.color) if (one.kind, one.color) in known else (one.kind, None)


def _merged(one: Element, old: Element | None, new: Element | None) -> Element:
    """The scene's element with what the new words say otherwise than the old ones did."""
    if new is None or old == new:
        return one
    names = ("count", "place", "color", "riding", "holding", "wearing", "asked_as")
    was = old or Element(kind=one.kind)
    return one.model_copy(
        update={name: getattr(new, name) for name in names if getattr(new, name) != getattr(was, name)}
    )


def _kinds_of(word: str) -> list[str]:
    """The kinds of elements that a word names: those of a group, or those said in it."""
    said = word.casefold()
    for group in GROUPS.values():
        if said in (*group.en, *group.ko):
            return [kind for kind, one in ELEMENTS.items() if one.group == group.id]
    return [hit.value for hit in find_words(word) if hit.facet == "element"]
