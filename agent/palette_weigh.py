"""More or less of one color in a palette, and one exact color put into it.

"More red" turns the nearest middle color into a red of its own lightness; "less red" turns the strongest red into a
neighbor. Ink and paper change only where nothing else can.
"""

from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from wanderhue.agent.color_family import family
from wanderhue.agent.errors import BadColor
from wanderhue.agent.oklab import distance, fit_gamut, hex_to_oklab, oklab_to_hex, oklab_to_oklch, oklch_to_oklab
from wanderhue.agent.palette_shift import APART, INK, PAPER

Array = NDArray[np.float64]

_BEST: dict[str, tuple[float, float, float, float]] = {
    "red": (27, 0.19, 0.44, 0.60),
    "orange": (54, 0.16, 0.64, 0.76),
    "yellow": (92, 0.16, 0.80, 0.90),
    "green": (147, 0.13, 0.42, 0.74),
    "teal": (198, 0.09, 0.44, 0.76),
    "blue": (257, 0.14, 0.38, 0.74),
    "purple": (308, 0.14, 0.38, 0.70),
    "pink": (356, 0.13, 0.70, 0.84),
    "brown": (56, 0.075, 0.38, 0.56),
    "black": (270, 0.008, 0.16, 0.24),
    "gray": (255, 0.007, 0.48, 0.78),
    "white": (95, 0.006, 0.965, 0.985),
}
"""Family -> hue, chroma, least and most lightness (OKLCh) at which everybody calls it by that name."""


def weigh(hexes: Sequence[str], family_id: str, direction: Literal["more", "less"]) -> tuple[str, ...]:
    """The palette with one more, or one less, color of a family: the same number of colors in the same order, but
    that a palette of one or two gains the color wished for.

    `BadColor` for a family that there is not.
    """
    if family_id not in _BEST:
        raise BadColor(f"{family_id!r} is no color family: use one of {', '.join(_BEST)}", family_id)
    return _more(hexes, family_id) if direction == "more" else _less(hexes, family_id)


def use(hexes: Sequence[str], color: str, *, room: int = 0) -> tuple[str, ...]:
    """The palette with exactly `color` in it: added while it has fewer than `room` colors, else in place of the
    nearest one (ink and paper only give way to a dark or a light color)."""
    if color in hexes:
        return tuple(hexes)
    if len(hexes) < room:
        return (*hexes, color)
    lab = hex_to_oklab([color])[0]
    able = _replaceable(hexes, dark=lab[0] <= INK, light=lab[0] >= PAPER)
    index = min(able, key=lambda place: float(distance(hex_to_oklab([hexes[place]])[0], lab)))
    return (*hexes[:index], color, *hexes[index + 1 :])


def _replaceable(hexes: Sequence[str], *, dark: bool, light: bool) -> list[int]:
    """The colors that may go: not the ink unless for a dark one, not the paper unless for a light one."""
    lightness = hex_to_oklab(hexes)[:, 0]
    ink, paper = int(np.argmin(lightness)), int(np.argmax(lightness))
    kept = {place for place, given_up in ((ink, dark), (paper, light)) if not given_up} if len(hexes) > 2 else set()
    return [index for index in range(len(hexes)) if index not in kept]


def _more(hexes: Sequence[str], family_id: str) -> tuple[str, ...]:
    hue, chroma, low, high = _BEST[family_id]
    lab = hex_to_oklab(hexes)
    able = _replaceable(hexes, dark=high <= INK, light=low >= PAPER)
    strangers = [index for index in able if family(hexes[index]) != family_id]
    if not strangers:
        return _stronger(hexes, family_id)
    goal = oklch_to_oklab([(low + high) / 2, chroma, hue])
    if len(hexes) < 3:
        return (*hexes, oklab_to_hex(goal))
    index = min(strangers, key=lambda place: float(distance(lab[place], goal)))
    light = float(np.clip(lab[index, 0], low, high))
    others = np.delete(lab, index, axis=0)
    steps = sorted(np.linspace(low, high, 13), key=lambda step: abs(step - light))
    tried = [fit_gamut(oklch_to_oklab([step, chroma, hue])) for step in (light, *steps)]
    free = (one for one in tried if all(distance(one, other) >= APART for other in others))
    return (*hexes[:index], oklab_to_hex(next(free, tried[0])), *hexes[index + 1 :])


def _stronger(hexes: Sequence[str], family_id: str) -> tuple[str, ...]:
    """All middle colors are of the family already: a little more chroma (none for black, gray and white)."""
    factor = 1.0 if _BEST[family_id][1] < 0.02 else 1.15
    lch = oklab_to_oklch(hex_to_oklab(hexes))
    lch[:, 1] *= factor
    return tuple(oklab_to_hex(color) for color in oklch_to_oklab(lch))


def _less(hexes: Sequence[str], family_id: str) -> tuple[str, ...]:
    lch = oklab_to_oklch(hex_to_oklab(hexes))
    members = [index for index, color in enumerate(hexes) if family(color) == family_id]
    if not members:
        return tuple(hexes)
    able = [index for index in members if index in _replaceable(hexes, dark=False, light=False)] or members
    index = max(able, key=lambda place: float(lch[place, 1]))
    changed = _turned(hexes, lch, index, family_id)
    return (*hexes[:index], changed, *hexes[index + 1 :])


def _turned(hexes: Sequence[str], lch: Array, index: int, family_id: str) -> str:
    """The color moved out of its family by the smallest step that leaves it distinct: towards the hue of another
    color of the palette first, else around the circle, at about its own lightness."""
    light, chroma, hue = (float(part) for part in lch[index])
    others = np.delete(hex_to_oklab(hexes), index, axis=0)
    own = [float(lch[place, 2]) for place in range(len(hexes)) if lch[place, 1] > 0.04 and place != index]
    hues = [*sorted(own, key=lambda other: _turn(other, hue)), *(hue + step for step in (40, -40, 80, -80, 120, 180))]
    steps = (0.0, 0.05, -0.05, 0.09, -0.09, 0.14, -0.14)
    for new_chroma in (min(max(chroma * 0.85, 0.055), 0.13), 0.045, 0.015):
        for step in steps:
            new_light = min(max(light + step, 0.2), INK) if light <= INK else min(max(light + step, 0.3), 0.97)
            for new_hue in hues:
                color = oklab_to_hex(oklch_to_oklab([new_light, new_chroma, new_hue]))
                far = not len(others) or distance(hex_to_oklab([color]), others).min() >= APART
                if family(color) != family_id and far:
                    return color
    return oklab_to_hex([light, 0, 0])


def _turn(one: float, other: float) -> float:
    return abs((one - other + 180) % 360 - 180)
