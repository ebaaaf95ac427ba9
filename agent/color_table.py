"""The table of plain color names in both languages (`data/colors.json`), as values.

Only the data and its types; naming a color lives in `color_names.py`, reading color words in `color_words.py`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True, slots=True)
class PlainColor:
    """A color that people have a plain word for."""

    hex: str
    """'#rrggbb': the shade that people mean by it in a picture, calmer than the CSS color of the same name."""
    family: str
    """A key of `FAMILIES`."""
    en: tuple[str, ...]
    ko: tuple[str, ...]
    """What people call it, the plain name first."""
    things: tuple[str, ...] = ()
    """Words that name a thing as well (lavender, sand, 민트): a color only where the sentence says so."""
    own: bool = False
    """True where the CSS color of the same name is another one (brown, khaki)."""

    def name(self, lang: str) -> str:
        """The plain name in 'ko' or 'en'."""
        return (self.ko if lang == "ko" else self.en)[0]


@dataclass(frozen=True, slots=True)
class Modifier:
    """What 'light', 'dark', 'pastel' do to a color: `lightness` is added, `chroma` multiplied (OKLCh)."""

    en: tuple[str, ...]
    ko: tuple[str, ...]
    lightness: float
    chroma: float


@cache
def _table() -> dict[str, Any]:
    text = files("wanderhue.agent.data").joinpath("colors.json").read_text(encoding="utf-8")
    table: dict[str, Any] = json.loads(text)
    return table


PLAIN: tuple[PlainColor, ...] = tuple(
    PlainColor(
        row["hex"],
        row["family"],
        tuple(row["en"]),
        tuple(row["ko"]),
        tuple(row.get("things", ())),
        row.get("own", False),
    )
    for row in _table()["colors"]
)
MODIFIERS: tuple[Modifier, ...] = tuple(
    Modifier(tuple(row["en"]), tuple(row["ko"]), row["l"], row["c"]) for row in _table()["modifiers"]
)
FAMILIES: Mapping[str, PlainColor] = MappingProxyType(
    {row["id"]: next(color for color in PLAIN if color.en[0] == row["id"]) for row in _table()["families"]}
)
"""The twelve families: red, orange, yellow, green, teal, blue, purple, pink, brown, black, gray, white."""
CSS: Mapping[str, str] = MappingProxyType(_table()["css"])
"""The 148 color names of CSS Color Level 4 -> '#rrggbb'."""
NOT_COLORS: tuple[str, ...] = tuple(_table()["not_colors"])
"""Phrases that hold a color word and mean no color: 'green tea', '파란만장'."""
