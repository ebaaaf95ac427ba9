"""JSON while it is still being written, and JSON within other words.

A model's answer is one object. `Growing` gives what can be relied on before the object ends: members of the outer
object that are complete, and of a list that is still being written, those items that are. An item that is given once
never changes.
"""

import json
import re
from typing import Any

MOST_AFTER = 2000
"""Characters after the end of the object before the rest is not waited for (some servers write blanks for ever)."""

_THOUGHT = re.compile(r"<think(?:ing)?>.*?</think(?:ing)?>", re.DOTALL)
_BEGIN = re.compile(r'\{\s*"')
"""What an object begins with, and braces in prose do not."""
_DECODER = json.JSONDecoder(strict=False)
"""Takes line breaks within strings, which small models write."""
_OPEN, _CLOSE = "{[", "}]"


class Growing:
    """Text in, complete values out. Reads each character once."""

    def __init__(self) -> None:
        self.text = ""
        self.ended = False
        """Whether the outer object is complete."""
        self._read, self._start, self._safe = 0, -1, 0
        self._stack: list[str] = []
        self._quoted = self._escaped = self._value = False
        self._tail = ""
        self._last: dict[str, Any] = {}

    def add(self, piece: str) -> dict[str, Any] | None:
        """Take the next piece; the values so far when there are more of them than before, else None."""
        self.text += piece
        before = self._safe
        while self._read < len(self.text) and not self.ended:
            self._step(self.text[self._read])
            self._read += 1
        values = self._values() if self._safe > before else None
        if values is None or values == self._last:
            return None
        self._last = values
        return values

    @property
    def runs_on(self) -> bool:
        """Whether more and more follows after the object's end."""
        return self.ended and len(self.text) - self._read > MOST_AFTER

    def _step(self, char: str) -> None:
        if not self._stack:
            thinking = self.text.rfind("<think", 0, self._read) > self.text.rfind("</think", 0, self._read)
            if char == "{" and not thinking:
                self._stack, self._start, self._value = ["{"], self._read, False
            return
        if self._quoted:
            self._in_string(char)
        elif char == '"':
            self._quoted = True
        elif char == ":":
            self._value = True
        elif char in _OPEN:
            self._stack.append(char)
            self._value = False
        elif char in _CLOSE:
            self._complete(self._read, scalar=True)
            self._stack.pop()
            self._complete(self._read + 1)
            self.ended = not self._stack and bool(self._values())  # braces in prose are no object
        elif char == ",":
            self._complete(self._read, scalar=True)
            self._value = False

    def _in_string(self, char: str) -> None:
        if self._escaped:
            self._escaped = False
        elif char == "\\":
            self._escaped = True
        elif char == '"':
            self._quoted = False
            if self._value or self._stack[-1] == "[":
                self._complete(self._read + 1)

    def _complete(self, end: int, *, scalar: bool = False) -> None:
        """A value ended before `end`; note it if it is a member of the outer object or an item of its lists."""
        if self._stack == ["{"] and (self._value or not scalar):
            self._safe, self._tail = end, "}"
        elif self._stack == ["{", "["]:
            self._safe, self._tail = end, "]}"
        elif not self._stack:
            self._safe, self._tail = end, ""

    def _values(self) -> dict[str, Any] | None:
        try:
            values = json.loads(self.text[self._start : self._safe] + self._tail, strict=False)
        except ValueError:  # prose with braces in it, or broken JSON: the end decides
            return None
        return values if isinstance(values, dict) else None


def find_json(text: str) -> Any:
    """The JSON object in an answer: all of it, or the longest in the words. None without one, or with a broken one."""
    bare = _THOUGHT.sub("", text).strip()
    found, length = None, 0
    first = _BEGIN.search(bare)
    if first is None:
        return None
    start, whole = first.start(), bare.rfind("}") + 1 - first.start()
    while start >= 0:
        try:
            value, end = _DECODER.raw_decode(bare, start)
        except ValueError:
            start = bare.find("{", start + 1)
            continue
        if end - start > length:
            found, length = value, end - start
        start = bare.find("{", end)
    return found if 2 * length > whole else None  # a part of a broken one is no answer
