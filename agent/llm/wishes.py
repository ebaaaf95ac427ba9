"""A model's wishes, flat and loosely spelled, as the typed union of agent/feedback.py."""

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError

from wanderhue.agent.feedback import Act, Reading, Wish
from wanderhue.agent.llm.checks import hex_of
from wanderhue.agent.llm.known import Section, nearest_element, nearest_id, nearest_setting
from wanderhue.agent.llm.schemas import ACTS, ActAnswer, ExpandAnswer, WishAnswer
from wanderhue.agent.shape import is_drawable
from wanderhue.agent.vocabulary import GROUPS

_WISH: TypeAdapter[Wish] = TypeAdapter(Wish)
_SECTIONS: Mapping[str, Section] = {"time": "time", "weather": "weather", "season": "season", "style": "style"}
_ONE_OF_A_KIND = ("time", "weather", "season", "setting", "style", "aspect", "size", "zoom", "title", "shift")


def to_wish(answer: WishAnswer) -> Wish | None:
    """The wish, with the nearest known words; None where it cannot be read as one."""
    try:
        return _WISH.validate_python({"kind": answer.kind.lower(), **_fields(answer)})
    except (ValidationError, ValueError):
        return None


def _fields(answer: WishAnswer) -> dict[str, Any]:
    """The fields that count for the kind; None where what they need was not said."""
    kind, value = answer.kind.lower(), answer.value.lower()
    if kind in _SECTIONS:
        return {kind: nearest_id(value, _SECTIONS[kind])}
    return _FIELDS[kind](answer, value) if kind in _FIELDS else {}


def _setting(value: str) -> str | None:
    setting, variant = nearest_setting(value)
    return f"{setting}/{variant}".rstrip("/") if setting else None


def _added(answer: WishAnswer) -> dict[str, Any]:
    kind = _element(answer)
    word = answer.word if answer.word and nearest_id(answer.word, "element") != kind else ""
    place = answer.place.lower()
    return {
        "element": kind,
        "count": min(12, max(1, answer.count)),
        "color": hex_of(answer.color) or None,
        "place": place if place in ("left", "center", "right") else "auto",
        "on": nearest_element(answer.on) or None,
        "asked_as": word[:40] or None,
    }


def _element(answer: WishAnswer, *, groups: bool = False) -> str | None:
    said = answer.element.lower()
    if groups and said in GROUPS:
        return said
    return nearest_element(said) or nearest_element(answer.word) or None


def _size(value: str) -> dict[str, Any]:
    wide, _, high = value.replace("×", "x").replace(" ", "").partition("x")
    if high and not is_drawable(f"{int(wide)}:{int(high)}"):
        return {"width": None}
    return {"width": int(wide), "height": int(high) if high else None}


_FIELDS: Mapping[str, Callable[[WishAnswer, str], dict[str, Any]]] = {
    "setting": lambda _, value: {"setting": _setting(value)},
    "add": lambda answer, _: _added(answer),
    "remove": lambda answer, _: {"element": _element(answer, groups=True)},
    "resize": lambda answer, value: {"element": _element(answer), "direction": value},
    "move": lambda answer, value: {"element": _element(answer), "place": answer.place.lower() or value},
    "shift": lambda _, value: {"direction": value},
    "zoom": lambda _, value: {"direction": value},
    "weigh": lambda answer, value: {"color": answer.color.lower(), "direction": value},
    "use": lambda answer, value: {"color": hex_of(answer.color) or hex_of(value), "element": _element(answer)},
    "aspect": lambda _, value: {"aspect": value if is_drawable(value) else None},
    "size": lambda _, value: _size(value),
    "title": lambda answer, _: {"title": answer.value},
}


def to_act(answer: ActAnswer) -> Act | None:
    """The move, or None."""
    kind = answer.kind.lower()
    if kind not in ACTS or kind == "none":
        return None
    number = answer.number if answer.number > 0 else None
    return Act.model_validate({"kind": kind, "number": number, "strong": answer.strong})


def joined(settled: Reading | None, answer: ExpandAnswer) -> Reading:
    """The rules' reading with what the model read in the rest. What the rules settled stays as it is."""
    wishes = list(settled.wishes) if settled is not None else []
    if settled is not None and settled.understood:
        return settled
    taken = {_slot(wish) for wish in wishes}
    for one in answer.wishes:
        wish = to_wish(one)
        if wish is not None and _slot(wish) not in taken:
            taken.add(_slot(wish))
            wishes.append(wish)
    act = (settled.act if settled is not None else None) or to_act(answer.act)
    if act is not None and wishes and act.kind in ("accept", "vary", "question", "smalltalk"):
        act = None
    return Reading(wishes=tuple(wishes[:24]), act=act, unknown=tuple(answer.unknown))


def _slot(wish: Wish) -> str:
    """What a wish is about: only one of the kind, or one of a kind for each thing."""
    if wish.kind in _ONE_OF_A_KIND:
        return wish.kind
    return wish.code()
