"""Answers to a pause: what a caller may send, checked against the moment. Never raises: a bad one gives a problem.

An answer is a string (words) or a dict with a `type`. The pause keeps waiting when an answer cannot be used, says
why, and nothing is lost. No `response_schema` of LangGraph's: a schema error there locks a thread on some servers.
"""

import re
from dataclasses import dataclass
from typing import Any

from wanderhue.agent.errors import BadColor, BadInput
from wanderhue.agent.replies import say
from wanderhue.agent.settings import QUALITIES
from wanderhue.agent.shape import is_drawable
from wanderhue.agent.slots import SLOTS, slots_of

_LOOKS = ("vary", "recolor", "edit", "repaint", "reshape", "rewrite")
_MOVES = ("goto", "undo", "redo", "first", "choose", "more", "new", "photo")
ACTIONS: dict[str, tuple[str, ...]] = {
    "": ("say", "photo"),
    "ask": ("say", "new", "photo"),
    "choose": ("choose", "say", "more", "new", "goto", "photo"),
    "reword": ("reword", "say", "accept_suggestion", "rewrite", "back", "new", "photo"),
    "confirm": ("paint", "back", "say", "rewrite", "new", "photo"),
    "review": ("accept", "say", *_LOOKS, *_MOVES),
    "done": ("say", *_LOOKS, *_MOVES),
}
"""What can be answered at each stage, the likeliest first."""

MAX_TEXT = 20_000
"""Characters taken in at all; what is too long to read (4,000) is answered, not cut."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why an answer could not be used."""

    code: str
    message: str


def parse_answer(raw: Any, *, stage: str, state: Any) -> dict[str, Any] | Problem:
    """The answer as an order, or the problem with it, in the conversation's language."""
    lang = "ko" if state.get("lang") == "ko" else "en"
    if isinstance(raw, str):
        raw = {"type": "say", "text": raw}
    if not isinstance(raw, dict) or not isinstance(raw.get("type"), str):
        return Problem("bad_answer", say("bad_answer", lang, actions=", ".join(actions_of(stage, state))))
    given: str = raw["type"]
    kind = {"refine": "say", "go_to": "goto", "option": "choose"}.get(given, given)
    if kind not in actions_of(stage, state):
        known = any(kind in names for names in ACTIONS.values())
        code = "out_of_order" if known else "bad_answer"
        return Problem(code, say(code, lang, kind=kind[:40], actions=", ".join(actions_of(stage, state))))
    check = _CHECKS.get(kind)
    return check(raw, state, lang) if check else {"type": kind}


def actions_of(stage: str, state: Any) -> tuple[str, ...]:
    """The answers that make sense at this moment."""
    names = ACTIONS.get(stage, ("say",))
    missing: set[str] = set()
    if state.get("stuck"):
        names = ("retry", "offline", *names)
    if not state.get("options"):
        missing |= {"choose", "more"}
    if not state.get("versions"):
        missing |= {"goto", "undo", "redo", "first"}
    if not state.get("brief"):
        missing |= {*_LOOKS, "accept"} - ({"rewrite"} if state.get("draft") else set())
    if not (state.get("refusal") or {}).get("suggestion"):
        missing.add("accept_suggestion")
    return tuple(name for name in names if name not in missing)


def _say(raw: dict[str, Any], _state: Any, lang: str) -> dict[str, Any] | Problem:
    text = raw.get("text")
    if not isinstance(text, str):
        return Problem("bad_answer", say("no_text", lang))
    if len(text) > MAX_TEXT:
        return Problem("too_long", say("too_long", lang, n=len(text)))
    return {"type": "say", "text": text.encode("utf-8", "replace").decode("utf-8")}


def _choose(raw: dict[str, Any], state: Any, lang: str) -> dict[str, Any] | Problem:
    index, n = raw.get("index"), len(state["options"])
    if isinstance(index, bool) or not isinstance(index, int) or not 0 <= index < n:
        return Problem("bad_answer", say("bad_index", lang, n=n))
    return {"type": "choose", "index": index}


def _vary(raw: dict[str, Any], _state: Any, _lang: str) -> dict[str, Any] | Problem:
    return {"type": "vary", "strong": raw.get("strong") is True}


def _palette(raw: dict[str, Any], _state: Any, _lang: str) -> dict[str, Any] | Problem:
    from wanderhue.agent.palette import Palette

    given = raw.get("palette")
    try:
        palette = Palette.parse(given) if isinstance(given, str) else Palette.from_colors(given or [])
    except (BadColor, TypeError, ValueError) as error:
        return Problem("bad_color", str(error))
    return {"type": raw["type"], "palette": list(palette.hexes)}


def _reshape(raw: dict[str, Any], _state: Any, lang: str) -> dict[str, Any] | Problem:
    aspect, quality = raw.get("aspect"), raw.get("quality")
    if not is_drawable(aspect):
        return Problem("bad_answer", say("bad_aspect", lang))
    if quality is None:
        return {"type": "reshape", "aspect": aspect}
    if quality not in QUALITIES:
        return Problem("bad_answer", say("bad_quality", lang))
    return {"type": "reshape", "aspect": aspect, "quality": quality}


def _rewrite(raw: dict[str, Any], _state: Any, lang: str) -> dict[str, Any] | Problem:
    try:
        return {"type": "rewrite", "slots": slots_of(raw.get("slots"))}
    except BadInput as error:
        return Problem("bad_answer", say("bad_slots", lang, why=str(error), slots=", ".join(SLOTS)))


def _photo(raw: dict[str, Any], _state: Any, lang: str) -> dict[str, Any] | Problem:
    blob = raw.get("blob")
    if not isinstance(blob, str) or not re.fullmatch("[0-9a-f]{64}", blob):
        return Problem("bad_answer", say("bad_photo", lang))
    return {"type": "photo", "blob": blob}


def _edit(raw: dict[str, Any], _state: Any, lang: str) -> dict[str, Any] | Problem:
    mask, text = raw.get("mask"), raw.get("text")
    if not isinstance(mask, str) or not isinstance(text, str) or not text.strip():
        return Problem("bad_answer", say("bad_edit", lang))
    return {"type": "edit", "mask": mask, "text": text[:MAX_TEXT]}


def _goto(raw: dict[str, Any], _state: Any, lang: str) -> dict[str, Any] | Problem:
    version = raw.get("version")
    if isinstance(version, bool) or not isinstance(version, str | int):
        return Problem("bad_answer", say("bad_version", lang))
    return {"type": "goto", "version": version}


def _reword(raw: dict[str, Any], state: Any, lang: str) -> dict[str, Any] | Problem:
    return _say(raw, state, lang)


_CHECKS = {
    "say": _say,
    "choose": _choose,
    "vary": _vary,
    "recolor": _palette,
    "repaint": _palette,
    "reshape": _reshape,
    "rewrite": _rewrite,
    "photo": _photo,
    "edit": _edit,
    "goto": _goto,
    "reword": _reword,
}
