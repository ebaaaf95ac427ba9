"""One color: three bytes of sRGB, read from whatever people write ('#b55', 'rgb(1, 2, 3)', 'navy', '하늘색')."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Self

from wanderhue.agent.errors import BadColor

_HEX = re.compile(r"#?([0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_PART = r"(-?[\d.]+)"
_TRIPLE = re.compile(rf"(?:rgb)?\s*[(\[]?\s*{_PART}\s*[,\s]\s*{_PART}\s*[,\s]\s*{_PART}\s*[)\]]?", re.IGNORECASE)
_HOW = "write '#b5573f', 'rgb(181, 87, 63)', or a name such as 'terracotta' or '하늘색'"


@dataclass(frozen=True, slots=True)
class Rgb:
    """An sRGB color; each part a whole number from 0 to 255 (anything else is a `BadColor`)."""

    r: int
    g: int
    b: int

    def __post_init__(self) -> None:
        for letter, part in zip("rgb", (self.r, self.g, self.b), strict=True):
            if isinstance(part, bool) or not isinstance(part, int) or not 0 <= part <= 255:
                raise BadColor(f"{letter}={part!r} is no part of a color: use whole numbers from 0 to 255", str(part))

    @classmethod
    def parse(cls, color: "str | Sequence[int] | Rgb") -> Self:
        """Read a color.

        Takes '#abc', '#aabbcc' (the # is optional), 'rgb(1, 2, 3)', '1,2,3', (1, 2, 3), any CSS name, and plain
        English and Korean names ('terracotta', 'light blue', '남색', '빨간색'). `BadColor` names the bad part.
        """
        if isinstance(color, Rgb):
            return cls(color.r, color.g, color.b)
        if isinstance(color, str):
            return cls._from_text(color)
        return cls._from_numbers(color)

    @classmethod
    def _from_numbers(cls, color: object) -> Self:
        if not isinstance(color, Iterable) or not hasattr(color, "__len__") or isinstance(color, bytes):
            raise BadColor(f"{color!r} is no color: {_HOW}, or three numbers (181, 87, 63)", repr(color))
        parts = [_whole(part) for part in color]
        if len(parts) != 3:
            raise BadColor(f"{color!r} has {len(parts)} parts: a color has three, red, green and blue", repr(color))
        return cls(*parts)

    @classmethod
    def _from_text(cls, text: str) -> Self:
        from wanderhue.agent.color_names import lookup

        said = text.strip()
        if match := _HEX.fullmatch(said):
            digits = match[1] if len(match[1]) == 6 else "".join(2 * digit for digit in match[1])
            return cls(*bytes.fromhex(digits))
        if match := _TRIPLE.fullmatch(said):
            return cls(*(_whole(part) for part in match.groups()))
        if (hexed := lookup(said) if said else None) is not None:
            return cls(*bytes.fromhex(hexed[1:]))
        raise _unreadable(said)

    @property
    def hex(self) -> str:
        """'#rrggbb' in lower case."""
        return f"#{self.r:02x}{self.g:02x}{self.b:02x}"

    def name(self, lang: str = "en") -> str:
        """The nearest plain name in 'en' or 'ko'."""
        from wanderhue.agent.color_names import plain_name

        return plain_name(self.hex, lang)

    def __iter__(self) -> Iterator[int]:
        return iter((self.r, self.g, self.b))

    def __str__(self) -> str:
        return self.hex


def _whole(part: object) -> int:
    """A part as a whole number; numpy's integers and '12' too."""
    try:
        number = float(part)  # type: ignore[arg-type]  # whatever it is, it must read as a number
        if isinstance(part, bool) or number != int(number):
            raise ValueError
    except (TypeError, ValueError, OverflowError):
        raise BadColor(f"{part!r} is no part of a color: use whole numbers from 0 to 255", str(part)) from None
    return int(number)


def _unreadable(said: str) -> BadColor:
    if not said:
        return BadColor(f"The color is empty: {_HOW}", said)
    if said.startswith("#"):
        return BadColor(f"{said[:40]!r} is no hex color: use 3 or 6 digits of 0-9 and a-f, such as '#b5573f'", said)
    from wanderhue.agent.color_table import CSS, PLAIN

    known = [*CSS, *(word for color in PLAIN for word in (*color.en, *color.ko))]
    close = get_close_matches(said[:40].casefold(), known, n=1, cutoff=0.6)
    guess = f"did you mean {close[0]!r}? Otherwise {_HOW}" if close else _HOW
    return BadColor(f"{said[:40]!r} is no color that I know: {guess}", said)
