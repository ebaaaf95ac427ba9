"""How a picture is bent onto a palette: which of its colors go where, as a smooth warp of OKLab in a lookup table.

The warp moves every color by the mix of its clusters' moves (Chang et al. 2015, palette-based photo recoloring) and
pulls it towards the tint line of the palette color it goes to. Which cluster goes to which color is an optimal
assignment (as in Frigo et al. 2014), lightness weighing more, so that dark stays dark.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import ImageFilter

from wanderhue.agent.oklab import distance, oklab_to_linear, srgb_to_oklab
from wanderhue.tools.signature import Signature, centers

Array = NDArray[np.float64]
Floats = NDArray[np.float32]

_WIDTH = 0.11  # of the softmax over clusters, in OKLab with doubled a and b


@dataclass(frozen=True, slots=True)
class Preset:
    """How hard to pull: overall, the part of it in lightness, and the pull to the tint line; each 0 to 1."""

    strength: float
    lightness: float
    pull: float


PRESETS = tuple(
    Preset(*numbers)
    for numbers in (
        (1, 1, 0.9),
        (1, 0.8, 0.8),
        (1, 0.6, 0.8),
        (1, 0.4, 0.75),
        (1, 0.25, 0.7),
        (1, 0, 0.75),
        (0.8, 0.2, 0.6),
        (0.6, 0.1, 0.5),
        (0.4, 0, 0.4),
    )
)


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """Cluster colors and the palette colors they go to, both OKLab (k, 3)."""

    sources: Array
    targets: Array


def plan(found: Signature, goal: Array) -> Plan:
    """Match the picture's clusters to the palette `goal` (OKLab (n, 3)).

    Every palette color gets one cluster as far as there are clusters; the others go to their cheapest color.
    """
    sources, _ = centers(found, min(10, max(len(goal) + 2, 6)))
    cost = distance(sources[:, None], goal[None]) + 0.6 * np.abs(sources[:, None, 0] - goal[None, :, 0])
    target = np.argmin(cost, axis=1)
    if len(sources) >= len(goal):
        target[assign(cost.T)] = np.arange(len(goal))
    else:
        target = assign(cost)
    return Plan(sources, goal[target])


def assign(cost: Array) -> NDArray[np.intp]:
    """The cheapest assignment of each row to a column of its own, as column indices; at most as many rows as columns.

    Shortest augmenting paths with potentials (Kuhn 1955, Munkres 1957), O(rows^2 * columns).
    """
    rows, columns = cost.shape
    row_price, column_price = np.zeros(rows + 1), np.zeros(columns + 1)
    row_of = np.full(columns + 1, rows)  # column -> row; the last column is the start of each path
    for row in range(rows):
        row_of[columns] = row
        column = columns
        least, back = np.full(columns, np.inf), np.full(columns, columns)
        done = np.zeros(columns + 1, dtype=bool)
        while row_of[column] != rows:
            done[column] = True
            here = row_of[column]
            reduced = cost[here] - row_price[here] - column_price[:columns]
            better = ~done[:columns] & (reduced < least)
            least[better], back[better] = reduced[better], column
            best = int(np.argmin(np.where(done[:columns], np.inf, least)))
            step = least[best]
            row_price[row_of[done]] += step
            column_price[done] -= step
            least[~done[:columns]] -= step
            column = best
        while column != columns:
            row_of[column] = row_of[back[column]]
            column = int(back[column])
        row_of[columns] = rows
    result = np.empty(rows, dtype=np.intp)
    for column in range(columns):
        if row_of[column] != rows:
            result[row_of[column]] = column
    return result


@cache
def _grid(size: int) -> tuple[Floats, Floats]:
    """The nodes of an RGB cube, red fastest as Pillow's tables run: sRGB 0..1 and OKLab, (size^3, 3)."""
    steps = np.linspace(0, 255, size)
    blue, green, red = np.meshgrid(steps, steps, steps, indexing="ij")
    rgb = np.stack([red, green, blue], axis=-1).reshape(-1, 3)
    lab = srgb_to_oklab(np.rint(rgb).astype(np.uint8))
    return (rgb / 255).astype(np.float32), lab


class Warp:
    """The warp of one plan on a cube of `size` nodes a side; each preset is one cheap table."""

    def __init__(self, chosen: Plan, size: int) -> None:
        self.size = size
        _, self._lab = _grid(size)
        doubled = np.array([1, 2, 2], dtype=np.float32)
        nodes, sources = self._lab * doubled, chosen.sources.astype(np.float32) * doubled
        apart = (nodes**2).sum(axis=1)[:, None] - 2 * nodes @ sources.T + (sources**2).sum(axis=1)
        weight = np.exp((apart.min(axis=1, keepdims=True) - apart) / np.float32(2 * _WIDTH**2))
        self._weight = weight / weight.sum(axis=1, keepdims=True)
        self._targets = chosen.targets.astype(np.float32)
        self._move = self._weight @ (chosen.targets - chosen.sources).astype(np.float32)

    def lut(self, preset: Preset, *, strength: float = 1.0) -> ImageFilter.Color3DLUT:
        """The table of one preset, for `Image.filter`; `strength` 0..1 scales the whole repair."""
        much = np.float32(preset.strength * strength)
        light = self._lab[:, 0] + much * np.float32(preset.lightness) * self._move[:, 0]
        fade = np.clip(1 - 1.1 * np.abs(light[:, None] - self._targets[:, 0]), 0.3, 1)
        tint = (self._weight * fade) @ self._targets[:, 1:]
        pull = np.float32(preset.pull)
        ab = self._lab[:, 1:] + much * ((1 - pull) * self._move[:, 1:] + pull * (tint - self._lab[:, 1:]))
        rgb = _into_gamut(np.concatenate([np.clip(light, 0, 1)[:, None], ab], axis=1))
        return ImageFilter.Color3DLUT(self.size, rgb.reshape(-1), channels=3, target_mode="RGB")


def _into_gamut(lab: Floats) -> Floats:
    """sRGB 0..1; nodes outside have their chroma cut by 14 % up to five times, then are clipped."""
    for _ in range(5):
        linear = oklab_to_linear(lab)
        outside = ((linear < -1e-3) | (linear > 1 + 1e-3)).any(axis=1)
        if not outside.any():
            break
        lab[outside, 1:] *= np.float32(0.86)
    linear = np.clip(oklab_to_linear(lab), 0, 1)
    srgb = np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)
    return srgb.astype(np.float32)
