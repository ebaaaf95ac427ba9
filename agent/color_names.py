"""Plain names for colors, and colors for plain names, in Korean and English.

Palettes, prompts and reports speak of "terracotta (#bb5b40)", never of a bare hex. `find_colors` (color words in
a sentence) lives in `color_words.py` and is offered here too.
"""

from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from wanderhue.agent.color_family import family
from wanderhue.agent.color_table import CSS, FAMILIES, PLAIN, PlainColor
from wanderhue.agent.color_words import FoundColor, adjusted, find_colors, spoken
from wanderhue.agent.oklab import hex_to_oklab

__all__ = ["FAMILIES", "PLAIN", "FoundColor", "family", "family_name", "find_colors", "lookup", "nearest", "plain_name"]


@cache
def _plain_lab() -> NDArray[np.float64]:
    return hex_to_oklab([color.hex for color in PLAIN])


@cache
def _css_plain() -> dict[str, PlainColor]:
    """CSS colors that have a plain name of their own: '#ffff00' is yellow, not lemon."""
    return {CSS[color.en[0]]: color for color in PLAIN if color.en[0] in CSS and not color.own}


@lru_cache(maxsize=4096)
def nearest(hex_color: str) -> PlainColor:
    """The plain color that people would name '#rrggbb' by.

    A CSS color of that very name, or else the nearest in OKLab with doubled a and b, lightness weighing 0.7 (a
    name tells more of hue than of light), and a color of another family standing back by 0.03.
    """
    if hex_color in _css_plain():
        return _css_plain()[hex_color]
    apart = (hex_to_oklab([hex_color])[0] - _plain_lab()) * np.array([0.7, 2.0, 2.0])
    stranger = np.array([color.family != family(hex_color) for color in PLAIN])
    return PLAIN[int(np.argmin(np.sqrt((apart * apart).sum(axis=1)) + 0.03 * stranger))]


def plain_name(hex_color: str, lang: str = "en") -> str:
    """The plain name of '#rrggbb' in 'en' or 'ko': 'terracotta', '테라코타'."""
    return nearest(hex_color).name(lang)


def family_name(family_id: str, lang: str = "en") -> str:
    """The name of a family in 'en' or 'ko': 'red', '빨강'."""
    return FAMILIES[family_id].name(lang)


def lookup(name: str) -> str | None:
    """The '#rrggbb' that a name means, or None.

    CSS names, in either language, mean exactly what CSS says (빨강 = red = '#ff0000'); other names are those of
    the table, also with a word like 'light' or '짙은' before them.
    """
    said = " ".join(name.casefold().replace("-", " ").split())
    squeezed = said.replace(" ", "")
    if squeezed in CSS:
        return CSS[squeezed]
    found = spoken(said)
    if found is None:
        return None
    color, modifier = found
    css = None if color.own else CSS.get(color.en[0].replace(" ", ""))
    return adjusted(css or color.hex, modifier)
