"""A scene after wishes: every edit is the difference of two scenes. The palette's colors are changed elsewhere."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import gcd
from typing import Any

from wanderhue.agent.feedback import (
    AddElement,
    Move,
    RemoveElement,
    Resize,
    SetAspect,
    SetSeason,
    SetSetting,
    SetSize,
    SetStyle,
    SetTime,
    SetTitle,
    SetWeather,
    UseColor,
    Wish,
    Zoom,
)
from wanderhue.agent.grammar.naming import kind_name, with_article
from wanderhue.agent.replies import josa, say
from wanderhue.agent.scene import Element, Scene
from wanderhue.agent.vocabulary import ELEMENTS, GROUPS

_MOST = 24
_STEP = 1.35
_ZOOM = 1.25


def apply_wishes(brief_scene: Scene, wishes: Iterable[Wish], lang: str) -> tuple[Scene, tuple[str, ...]]:
    """The scene with the wishes carried out, and sentences in `lang` about those that could not be.

    Removals come first, so that something taken out can make room for its successor. Wishes about the palette
    (shift, weigh, use without an element) leave the scene as it is.
    """
    edit = _Edit(brief_scene, lang, elements=list(brief_scene.elements))
    for wish in sorted(wishes, key=lambda wish: wish.kind != "remove"):
        edit.carry_out(wish)
    changes = {**edit.changes, "elements": tuple(edit.elements), "without": tuple(dict.fromkeys(edit.without))}
    scene = Scene.model_validate({**brief_scene.model_dump(), **{key: _plain(value) for key, value in changes.items()}})
    return scene, tuple(dict.fromkeys(edit.notices))


def _plain(value: Any) -> Any:
    return (
        [item.model_dump() if isinstance(item, Element) else item for item in value]
        if isinstance(value, tuple)
        else value
    )


@dataclass
class _Edit:
    """A scene being changed."""

    scene: Scene
    lang: str
    elements: list[Element]
    changes: dict[str, Any] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)
    without: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.without = list(self.scene.without)

    def carry_out(self, wish: Wish) -> None:
        """One wish."""
        match wish:
            case SetTime() | SetWeather() | SetSeason() | SetStyle() | SetAspect():
                self.changes[wish.kind] = getattr(wish, wish.kind)
            case SetSetting():
                setting, _, variant = wish.setting.partition("/")
                self.changes |= {"setting": setting, "variant": variant}
            case SetSize():
                self._size(wish)
            case SetTitle():
                self.changes |= {"title": wish.title, "local_title": "", **({} if wish.title else {"subtitle": ""})}
            case Zoom():
                self._zoom(wish)
            case AddElement():
                self._add(wish)
            case RemoveElement():
                self._remove(wish)
            case Resize():
                self._each(wish.element, lambda one: {"size": self._sized(one, wish)})
            case Move():
                self._each(wish.element, lambda _: {"place": wish.place})
            case UseColor(element=str(kind)):
                self._each(kind, lambda _: {"color": wish.color})
            case _:
                pass

    def _say(self, key: str, name: str, **slots: str) -> None:
        forms = {"subject": josa(name, "이/가"), "object": josa(name, "을/를"), "to": josa(name, "으로/로")}
        self.notices.append(say(key, self.lang, name=name, **(forms | slots)))

    def _name(self, kind: str) -> str:
        return kind_name(kind, self.lang)

    def _size(self, wish: SetSize) -> None:
        if wish.height:
            by = gcd(wish.width, wish.height)
            self.changes["aspect"] = f"{wish.width // by}:{wish.height // by}"

    def _zoom(self, wish: Zoom) -> None:
        now = self.changes.get("zoom", self.scene.zoom)
        zoom = min(max(now * (_ZOOM if wish.direction == "closer" else 1 / _ZOOM), 0.6), 1.8)
        if abs(zoom - now) < 1e-6:
            self._say("fb_limit", say(f"fb_zoom_{wish.direction}", self.lang).partition("|")[0])
        self.changes["zoom"] = round(zoom, 4)

    def _sized(self, one: Element, wish: Resize) -> float:
        size = min(max(one.size * (_STEP if wish.direction == "bigger" else 1 / _STEP), 0.4), 2.5)
        if abs(size - one.size) < 1e-6:
            self._say("fb_limit", self._name(one.kind))
        return round(size, 4)

    def _each(self, kind: str, change: Any) -> None:
        """Change every element of a kind; say so where there is none."""
        found = [i for i, one in enumerate(self.elements) if one.kind == kind]
        if not found:
            carried = any(kind in (one.riding, *one.holding, *one.wearing) for one in self.elements)
            self._say("fb_worn_color" if carried else "fb_not_there", self._name(kind))
        for i in found:
            self.elements[i] = self.elements[i].model_copy(update=change(self.elements[i]))

    def _remove(self, wish: RemoveElement) -> None:
        kinds = (
            [word.id for word in ELEMENTS.values() if word.group == wish.element]
            if wish.element in GROUPS
            else [wish.element]
        )
        before = list(self.elements)
        self.elements = [_bare(one, kinds) for one in self.elements if one.kind not in kinds]
        self.without += kinds
        if self.elements == before:
            self._say("fb_nothing_to_remove", self._name(wish.element))

    def _add(self, wish: AddElement) -> None:
        self.without = [kind for kind in self.without if kind not in (wish.element, wish.on)]
        if wish.asked_as:
            self._say("fb_stand_in", with_article(wish.element, self.lang), said=wish.asked_as)
        if wish.on is None:
            self._place(_element(wish))
        elif ELEMENTS[wish.element].home in ("held", "worn"):
            self._hand(wish, wish.on)
        else:
            self._mount(wish, wish.on)

    def _place(self, one: Element) -> None:
        if len(self.elements) < _MOST:
            self.elements.append(one)
        else:
            self._say("fb_full", with_article(one.kind, self.lang))

    def _hand(self, wish: AddElement, host: str) -> None:
        """Give someone something to wear or hold; the newest of a kind first."""
        at = next((i for i, one in reversed(list(enumerate(self.elements))) if one.kind == host), None)
        if at is None:
            forms = {"host": self._name(host), "subject": josa(self._name(host), "이/가")}
            self._say("fb_no_host", self._name(wish.element), **forms)
            return
        one = self.elements[at]
        where = "wearing" if ELEMENTS[wish.element].home == "worn" else "holding"
        things: tuple[str, ...] = getattr(one, where)
        self.elements[at] = one.model_copy(update={where: tuple(dict.fromkeys((*things, wish.element)))})
        if wish.color:
            self._say("fb_worn_color", self._name(wish.element))

    def _mount(self, wish: AddElement, mount: str) -> None:
        """Put someone on something; the mount is drawn under the rider, so it no longer stands alone."""
        rider = next(
            (i for i, one in enumerate(self.elements) if one.kind == wish.element and one.riding is None), None
        )
        self.elements = (
            _less_one(self.elements, mount) if rider is None or self.elements[rider].kind != mount else self.elements
        )
        rider = next(
            (i for i, one in enumerate(self.elements) if one.kind == wish.element and one.riding is None), None
        )
        if rider is None:
            self._place(_element(wish).model_copy(update={"riding": mount}))
        else:
            self.elements[rider] = self.elements[rider].model_copy(update={"riding": mount})


def _element(wish: AddElement) -> Element:
    asked = wish.asked_as[:40] if wish.asked_as else None
    return Element(kind=wish.element, count=wish.count, place=wish.place, color=wish.color, asked_as=asked)


def _bare(one: Element, kinds: Sequence[str]) -> Element:
    """The element without what it wears, holds or rides of these kinds."""
    update = {
        "riding": None if one.riding in kinds else one.riding,
        "holding": tuple(kind for kind in one.holding if kind not in kinds),
        "wearing": tuple(kind for kind in one.wearing if kind not in kinds),
    }
    return one if all(getattr(one, key) == value for key, value in update.items()) else one.model_copy(update=update)


def _less_one(elements: list[Element], kind: str) -> list[Element]:
    """One fewer of a kind."""
    for i, one in enumerate(elements):
        if one.kind == kind:
            fewer = [one.model_copy(update={"count": one.count - 1})] if one.count > 1 else []
            return [*elements[:i], *fewer, *elements[i + 1 :]]
    return elements
