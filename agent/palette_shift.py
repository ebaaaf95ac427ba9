"""A whole palette moved in a direction: warmer, cooler, brighter, darker, pastel, muted, vivid.

All in OKLab. Every move keeps the palette fit to draw with: its darkest color stays an ink, its lightest a paper,
and colors that differed before still differ.
"""

from collections.abc import Callable, Sequence
from itertools import combinations
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from wanderhue.agent.oklab import distance, fit_gamut, hex_to_oklab, oklab_to_hex, oklab_to_oklch, oklch_to_oklab

Array = NDArray[np.float64]
Direction = Literal["warmer", "cooler", "brighter", "darker", "pastel", "muted", "vivid"]

INK, PAPER = 0.36, 0.90
"""An ink is at most this light, a paper at least that (OKLab L)."""
APART = 0.06
"""deltaEOK2 below which two colors of a palette look the same."""
_WARM_HUE = 62.0  # degrees: orange, the middle of what people call warm


def shift(hexes: Sequence[str], direction: Direction) -> tuple[str, ...]:
    """The palette moved one clear step in `direction`; the same number of colors in the same order."""
    before = hex_to_oklab(hexes)
    after = fit_gamut(keep_apart(before, keep_ends(before, _MOVES[direction](before))))
    return tuple(oklab_to_hex(color) for color in after)


def warmth(hexes: Sequence[str]) -> float:
    """How warm a palette is: the mean of a and b along orange (OKLab; about -0.1 to 0.1)."""
    return float((hex_to_oklab(hexes)[:, 1:] @ _toward(_WARM_HUE)).mean())


def _toward(hue: float) -> Array:
    return np.array([np.cos(np.radians(hue)), np.sin(np.radians(hue))])


def _middle(lab: Array) -> Array:
    """1 in the middle of lightness, 0.35 at ink and paper: how much a color may move."""
    return np.clip(1.35 - np.abs(lab[:, 0] - 0.62) / 0.36, 0.35, 1.0)


def _tempered(lab: Array, hue: float) -> Array:
    """A veil of one hue; colors of that hue gain a little, their opposites calm down."""
    moved = lab.copy()
    axis = _toward(hue)
    moved[:, 1:] += 0.045 * _middle(lab)[:, None] * axis
    along = lab[:, 1:] @ axis
    moved[:, 1:] *= np.where(along > 0.03, 1.06, np.where(along < -0.03, 0.92, 1.0))[:, None]
    return moved


def _lightened(lab: Array, by: float) -> Array:
    lch = oklab_to_oklch(lab)
    lch[:, 0] += by * _middle(lab)
    lch[:, 1] *= 1.08 if by > 0 else 0.97
    return oklch_to_oklab(lch)


def _pastel(lab: Array) -> Array:
    lch = oklab_to_oklch(lab)
    middle = (lch[:, 0] > INK) & (lch[:, 0] < PAPER)
    lch[middle, 0] += 0.55 * (0.86 - lch[middle, 0])
    lch[:, 1] = np.where(middle, np.minimum(np.maximum(lch[:, 1], 0.03) * 0.75, 0.085), lch[:, 1] * 0.8)
    return oklch_to_oklab(lch)


def _scaled_chroma(lab: Array, factor: float) -> Array:
    scaled = lab.copy()
    scaled[:, 1:] *= factor
    return scaled


def _vivid(lab: Array) -> Array:
    lch = oklab_to_oklch(lab)
    middle = (lch[:, 0] > INK) & (lch[:, 0] < PAPER) & (lch[:, 1] > 0.025)
    lch[middle, 1] = np.maximum(lch[middle, 1] * 1.35, 0.09)
    return oklch_to_oklab(lch)


_MOVES: dict[Direction, Callable[[Array], Array]] = {
    "warmer": lambda lab: _tempered(lab, _WARM_HUE),
    "cooler": lambda lab: _tempered(lab, _WARM_HUE + 180),
    "brighter": lambda lab: _lightened(lab, 0.075),
    "darker": lambda lab: _lightened(lab, -0.085),
    "pastel": _pastel,
    "muted": lambda lab: _scaled_chroma(lab, 0.58),
    "vivid": _vivid,
}


def keep_ends(before: Array, after: Array) -> Array:
    """The ink no lighter than `INK` and the paper no darker than `PAPER`, or than they were; two colors at least."""
    kept = after.copy()
    if len(before) > 1:
        ink, paper = int(np.argmin(before[:, 0])), int(np.argmax(before[:, 0]))
        kept[ink, 0] = min(kept[ink, 0], max(INK, before[ink, 0]))
        kept[paper, 0] = max(kept[paper, 0], min(PAPER, before[paper, 0]))
    kept[:, 0] = np.clip(kept[:, 0], 0.08, 0.985)
    return kept


def keep_apart(before: Array, after: Array) -> Array:
    """Pairs that differed and have come too close move apart in lightness, the darker down and the lighter up."""
    kept = fit_gamut(after)
    for _ in range(12):
        close = [
            pair
            for pair in combinations(range(len(kept)), 2)
            if distance(kept[pair[0]], kept[pair[1]]) < APART <= distance(before[pair[0]], before[pair[1]])
        ]
        if not close:
            break
        for pair in close:
            dark, light = sorted(pair, key=lambda index: (kept[index, 0], before[index, 0]))
            kept[dark, 0] = max(0.08, kept[dark, 0] - 0.015)
            kept[light, 0] = min(0.985, kept[light, 0] + 0.015)
    return kept
