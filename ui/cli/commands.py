"""The lines that people and programs type in a conversation, read into answers. Pure: nothing happens here.

A line without a slash is words. `/choose 2` and the like are answers as data; a few are for the terminal alone.
Options and versions are counted from 1, as people see them.
"""

import re
from dataclasses import dataclass
from typing import Any

PLAIN = ("undo", "redo", "first", "more", "new", "accept", "accept_suggestion", "paint", "back", "retry", "offline")
"""Commands that are answers without anything more."""
LOCAL = ("view", "help", "quit", "versions", "open", "palette", "save")
"""Commands that ask the terminal, not the conversation."""
ALSO = {
    "exit": "quit",
    "q": "quit",
    "?": "help",
    "h": "help",
    "go_to": "goto",
    "recolor": "recolor",
    "yes": "paint",
    "no": "back",
}
"""Other spellings."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to send."""

    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Edit:
    """A masked edit: the mask's file is read only when it is sent."""

    mask: str
    text: str


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo of one's own: the file is read only when it is sent."""

    file: str


@dataclass(frozen=True, slots=True)
class Local:
    """Something for the terminal itself."""

    name: str
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Unclear:
    """A command that cannot be read; `key` is a sentence of texts.json."""

    key: str
    said: str


Command = Answer | Edit | Photo | Local | Unclear


def read_line(line: str) -> Command:
    """What a line says. `//` at the start is a slash that belongs to the words."""
    line = line.strip().removeprefix("\ufeff")
    if not line.startswith("/") or line.startswith("//"):
        return Answer({"type": "say", "text": line.removeprefix("/")})
    name, _, rest = line[1:].partition(" ")
    name, rest = ALSO.get(name.lower(), name.lower()), rest.strip()
    if name in PLAIN:
        return Answer({"type": name})
    if name in LOCAL:
        return Local(name, rest)
    read = _READERS.get(name)
    return read(rest) if read else Unclear("unknown_command", name[:40])


def _choose(rest: str) -> Command:
    return Answer({"type": "choose", "index": int(rest) - 1}) if _number(rest) else Unclear("choose_how", rest[:40])


def _vary(rest: str) -> Command:
    if rest.lower() not in ("", "strong", "subtle"):
        return Unclear("vary_how", rest[:40])
    return Answer({"type": "vary", "strong": rest.lower() == "strong"})


def _recolor(rest: str) -> Command:
    return Answer({"type": "recolor", "palette": rest}) if rest else Unclear("recolor_how", "")


def _repaint(rest: str) -> Command:
    return Answer({"type": "repaint", "palette": rest}) if rest else Unclear("repaint_how", "")


def _reshape(rest: str) -> Command:
    aspect, *more = rest.split()[:2] or [""]
    if not aspect:
        return Unclear("reshape_how", "")
    return Answer({"type": "reshape", "aspect": aspect} | ({"quality": more[0].lower()} if more else {}))


def _rewrite(rest: str) -> Command:
    """'light: dusk; text: Jeju': the slots of the card that are written anew."""
    pairs = [part.partition(":") for part in rest.split(";") if part.strip()]
    if not pairs or not all(colon for _, colon, _ in pairs):
        return Unclear("rewrite_how", rest[:40])
    return Answer({"type": "rewrite", "slots": {name.strip().lower(): text.strip() for name, _, text in pairs}})


def _photo(rest: str) -> Command:
    return Photo(rest.strip("\"'")) if rest else Unclear("photo_how", "")


def _edit(rest: str) -> Command:
    match = re.fullmatch(r"(?:\"([^\"]+)\"|'([^']+)'|(\S+))\s+(.+)", rest, re.DOTALL)
    if match is None:
        return Unclear("edit_how", rest[:40])
    return Edit(match[1] or match[2] or match[3], match[4])


def _goto(rest: str) -> Command:
    if not rest:
        return Unclear("goto_how", "")
    return Answer({"type": "goto", "version": int(rest) if _number(rest) else rest})


def _reword(rest: str) -> Command:
    return Answer({"type": "reword", "text": rest})


def _say(rest: str) -> Command:
    return Answer({"type": "say", "text": rest})


def _number(rest: str) -> bool:
    return re.fullmatch(r"\d{1,6}", rest, re.ASCII) is not None


_READERS = {
    "choose": _choose,
    "vary": _vary,
    "recolor": _recolor,
    "repaint": _repaint,
    "reshape": _reshape,
    "rewrite": _rewrite,
    "photo": _photo,
    "edit": _edit,
    "goto": _goto,
    "reword": _reword,
    "say": _say,
}
