"""What a model is told of a conversation: the slots of the prompts, every piece of it fenced.

What is sent stays the same size however long the conversation grows: the last turns are sent whole, older ones live on
as the request, the places shown, the option, the brief and the feedback. No call summarises.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from wanderhue.agent.brief import ImageBrief
from wanderhue.agent.feedback import Reading
from wanderhue.agent.hearing import language_of
from wanderhue.agent.llm.prompt import fenced
from wanderhue.agent.offline.catalogue import by_id
from wanderhue.agent.offline.options import season_of
from wanderhue.agent.planner import ExpandOrder, Talk
from wanderhue.agent.scene import Scene
from wanderhue.agent.trips import TripOption

LAST_TURNS = 6
"""Messages that are sent whole."""
_SHOWN, _FEEDBACK, _FACTS = 30, 6, 6
_LONGEST = {"message": 1000, "request": 600, "feedback": 200, "fact": 800}
_NAMES = {"ko": "Korean", "en": "English"}


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that was looked up, and where."""

    source: str
    text: str


def language(talk: Talk, forced: str = "") -> str:
    """The language to speak in words: the one that was set, else that of the newest words."""
    if forced:
        return _NAMES[forced]
    if talk.text and language_of(talk.text) == talk.lang == "ko":
        return _NAMES["ko"]
    usual = _NAMES[talk.lang]
    return f"that of the newest words; {usual} where they do not tell" if talk.text else usual


def of_talk(talk: Talk, facts: Sequence[Fact], forced: str) -> dict[str, str]:
    """The slots that both prompts have."""
    return {
        "language": language(talk, forced),
        "request": fenced("request", talk.request[-_LONGEST["request"] :]),
        "table": fenced("options", "\n".join(_row(number, one) for number, one in enumerate(talk.options, 1))),
        "turns": fenced("turns", "\n".join(_turns(talk))),
        "facts": fenced("facts", "\n\n".join(_fact(fact) for fact in facts[:_FACTS])),
        "words": fenced("words", talk.text),
    }


def of_recommend(talk: Talk, facts: Sequence[Fact], forced: str) -> dict[str, str]:
    """The slots of recommend.md but the audience."""
    today = talk.today
    season = season_of(today.month, 45.0)
    return of_talk(talk, facts, forced) | {
        "today": f"{today.isoformat()} ({season} in the northern half of the world)",
        "shown": fenced("shown", "\n".join(_places(talk.shown[-_SHOWN:]))),
        "task": _recommend_task(talk),
    }


def of_expand(order: ExpandOrder, settled: Reading | None, facts: Sequence[Fact], forced: str) -> dict[str, str]:
    """The slots of expand.md but the audience."""
    new = order.option is not None or order.scene is not None or order.brief is None
    palette = (order.option.palette if order.option else order.palette) or (order.brief.palette if order.brief else ())
    return of_talk(order.talk, facts, forced) | {
        "chosen": fenced("chosen", _chosen(order)),
        "palette": fenced("palette", "\n".join(f"{color.hex} {color.name}" for color in palette)),
        "brief": fenced("brief", "" if new or order.brief is None else _brief(order.brief)),
        "feedback": fenced(
            "feedback",
            "\n".join(f"- {_flat(one)[: _LONGEST['feedback']]}" for one in _without_last(order)[-_FEEDBACK:]),
        ),
        "settled": fenced("settled", _settled(settled)),
        "task": _expand_task(settled, new=new),
    }


def _turns(talk: Talk) -> Iterable[str]:
    said = list(talk.messages)
    if said and said[-1] == ("person", talk.text):  # the newest words come by themselves
        said.pop()
    for who, words in said[-LAST_TURNS:]:
        yield f"{who}: {_flat(words)[: _LONGEST['message']]}"


def _row(number: int, option: TripOption) -> str:
    return f"{number}. {option.title} | {option.place} | {option.season} | {option.mood}"


def _fact(fact: Fact) -> str:
    return f"source: {fact.source}\n{fact.text[: _LONGEST['fact']]}"


def _places(shown: Iterable[str]) -> Iterable[str]:
    """Ids of the catalogue as places."""
    return (by_id()[one].place.en if one in by_id() else _flat(one) for one in shown)


def _flat(text: str) -> str:
    """On one line, so that nothing said looks like another row."""
    return " ".join(text.split())


def _without_last(order: ExpandOrder) -> tuple[str, ...]:
    return tuple(one for one in order.feedback if one != order.talk.text)


def _recommend_task(talk: Talk) -> str:
    if talk.more:
        return 'The person asked for three others of the same request: kind is "options".'
    if talk.asked:
        return "A question was asked before, so do not ask again: choose what is likely and offer three options."
    return "Answer the newest words."


def _expand_task(settled: Reading | None, *, new: bool) -> str:
    if new:
        return "Write the brief of a new picture: every slot, and every color of the palette on an object."
    if settled is not None and settled.understood:
        return "The newest words are feedback, and all of it is understood. Rewrite the slots that it changes."
    if settled is not None and settled.wishes:
        left = fenced("left", "\n".join(settled.unknown))
        return f"The newest words are feedback. Read what is left of them as wishes, and rewrite the slots:\n{left}"
    return "The newest words are feedback. Read them as wishes, and rewrite the slots that they change."


def _chosen(order: ExpandOrder) -> str:
    if order.option is not None:
        one = order.option
        told = {"title": one.title, "place": one.place, "place_en": one.scene.title, "why": one.why}
        told |= {"season": one.season, "mood": one.mood, "highlights": "; ".join(one.highlights)}
        return f"{_plain(told)}\nscene: {scene_words(one.scene)}"
    return f"scene: {scene_words(order.scene)}" if order.scene is not None else ""


def scene_words(scene: Scene) -> str:
    """A scene as data, without what is as usual."""
    told = scene.model_dump(mode="json", exclude_defaults=True)
    told["setting"] = f"{scene.setting}/{scene.variant_or_default()}"
    return json.dumps({key: value for key, value in told.items() if key != "variant"}, ensure_ascii=False)


def _brief(brief: ImageBrief) -> str:
    named = ("medium", "subject", "setting", "light", "shot", "style")
    told = {name: getattr(brief, name) for name in named} | {"negative": ", ".join(brief.negative)}
    told["colors"] = "; ".join(f"{use.name} {use.hex} on {use.object}" for use in brief.colors)
    kept = f"\nthe person wrote these slots: {', '.join(brief.own)}" if brief.own else ""
    return f"{_plain(told)}{kept}\nscene: {scene_words(brief.scene)}"


def _settled(settled: Reading | None) -> str:
    return "\n".join(wish.code() for wish in settled.wishes) if settled is not None else ""


def _plain(told: dict[str, Any]) -> str:
    return "\n".join(f"{name}: {value}" for name, value in told.items() if value)
