"""WCAG 2 contrast: whether a title can be read on the color behind it."""

from itertools import combinations
from typing import NamedTuple

import numpy as np

from wanderhue.agent.oklab import srgb_to_linear
from wanderhue.agent.palette import Palette

READABLE = 4.5
"""The least ratio for text (WCAG 2.2, success criterion 1.4.3, level AA)."""


class ContrastPair(NamedTuple):
    """Two colors, the darker first, and their ratio from 1 to 21."""

    dark: str
    light: str
    ratio: float


def luminance(hex_color: str) -> float:
    """Relative luminance of '#rrggbb', 0 (black) to 1 (white)."""
    linear = srgb_to_linear(np.array(list(bytes.fromhex(hex_color[1:]))) / 255)
    return float(linear @ np.array([0.2126, 0.7152, 0.0722]))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two '#rrggbb' colors, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def best_pair(palette: Palette) -> ContrastPair | None:
    """The two colors of the palette with the highest ratio; None for a palette of one color."""
    sorted_hexes = sorted(palette.hexes, key=luminance)
    pairs = [ContrastPair(dark, light, contrast(dark, light)) for dark, light in combinations(sorted_hexes, 2)]
    return max(pairs, key=lambda pair: pair.ratio, default=None)
