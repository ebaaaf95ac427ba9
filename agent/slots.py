"""The prompt card: the slots of a brief that a person may write themselves, and a brief with their words in it."""

from collections.abc import Mapping
from typing import Any

from wanderhue.agent.errors import BadInput
from wanderhue.agent.shape import is_drawable

LONGEST = {"subject": 600, "setting": 300, "light": 200, "shot": 200, "style": 200, "medium": 120, "text": 60}
"""The slots of words, and the characters that each takes."""
SLOTS = (*LONGEST, "negative", "aspect")
_MOST_LEFT_OUT = 24


def slots_of(given: Any) -> dict[str, Any]:
    """The slots of an answer, tidied: texts on one line, `negative` as a list. Raises `BadInput` that says why not."""
    if not isinstance(given, Mapping) or not given:
        raise BadInput("there are none")
    unknown = [str(name)[:40] for name in given if name not in SLOTS]
    if unknown:
        raise BadInput(f"there is no slot {unknown[0]!r}")
    found = {name: _tidy(name, value) for name, value in given.items()}
    if found.get("subject") == "":
        raise BadInput("the subject is empty")
    return found


def _tidy(name: str, value: Any) -> Any:
    if name == "negative":
        return _listed(value)
    if not isinstance(value, str):
        raise BadInput(f"{name} is not a text")
    text = _line(value)
    if name == "aspect":
        if not is_drawable(text):
            raise BadInput(f"the aspect {text[:20]!r} is not between 9:16 and 16:9")
    elif len(text) > LONGEST[name]:
        raise BadInput(f"{name} has {len(text)} characters, more than {LONGEST[name]}")
    return text


def _listed(value: Any) -> list[str]:
    parts = value.split(",") if isinstance(value, str) else value
    if not isinstance(parts, list) or not all(isinstance(part, str) for part in parts):
        raise BadInput("negative is neither a list of texts nor a text with commas")
    words = list(dict.fromkeys(line for part in parts if (line := _line(part))))
    if len(words) > _MOST_LEFT_OUT or any(len(word) > 80 for word in words):
        raise BadInput(f"negative takes {_MOST_LEFT_OUT} entries of 80 characters")
    return words


def _line(text: str) -> str:
    return " ".join(text.encode("utf-8", "replace").decode("utf-8").split())
