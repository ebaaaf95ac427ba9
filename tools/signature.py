"""The color signature of a picture: a few thousand (OKLab color, share of the area) pairs in place of its pixels.

A thumbnail of 192 px (box filter), binned at 0.02 in L and 0.01 in a and b, each bin standing for the mean of its
pixels. Score, repair and extraction all work on it; so do the k-means centers, which are deterministic.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wanderhue.agent.errors import BadPicture
from wanderhue.agent.oklab import srgb_to_oklab
from wanderhue.tools.pixels import Picture

SIDE = 192
_OFFSET = 0.4  # sRGB stays within -0.32..0.28 in a and b
_L_BINS, _AB_BINS = 51, 80
_SHIFT = np.array([0, _OFFSET, _OFFSET], dtype=np.float32)
_PER_UNIT = np.array([50, 100, 100], dtype=np.float32)
_DOUBLED = np.array([1.0, 2.0, 2.0], dtype=np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Signature:
    """`lab` float32 (n, 3) and `share` float32 (n,), summing to 1; `bin_of` int (H, W) is the bin of each pixel of
    the thumbnail, and `seen` bool (H, W) where that pixel counts (None: everywhere)."""

    lab: NDArray[np.float32]
    share: NDArray[np.float32]
    bin_of: NDArray[np.intp]
    seen: NDArray[np.bool_] | None


def signature(picture: Picture, *, weight: NDArray[np.float32] | None = None) -> Signature:
    """The signature of the picture's opaque part; `weight` (the thumbnail's H, W; 0..1) narrows it further.

    `BadPicture` where nothing is left to measure.
    """
    small = picture.thumbnail(SIDE)
    lab = srgb_to_oklab(small.array())
    if small.alpha is not None:
        alpha = np.asarray(small.alpha, dtype=np.float32) / np.float32(255)
        weight = alpha if weight is None else alpha * weight
    return _binned(lab, weight)


def _binned(lab: NDArray[np.float32], weight: NDArray[np.float32] | None) -> Signature:
    flat = lab.reshape(-1, 3)
    steps = ((flat + np.array([0, _OFFSET, _OFFSET], np.float32)) * np.array([50, 100, 100], np.float32)).astype(
        np.intp
    )
    key = (steps[:, 0] * _AB_BINS + steps[:, 1]) * _AB_BINS + steps[:, 2]
    used = np.flatnonzero(np.bincount(key, minlength=_L_BINS * _AB_BINS * _AB_BINS))
    place = np.zeros(_L_BINS * _AB_BINS * _AB_BINS, dtype=np.intp)
    place[used] = np.arange(len(used))
    index = place[key]
    weights = None if weight is None else weight.reshape(-1).astype(np.float64)
    mass = np.bincount(index, weights, minlength=len(used))
    if not mass.sum() > 1e-6:
        raise BadPicture("The picture is fully transparent: there is no color to measure")
    sums = [np.bincount(index, part if weights is None else part * weights, minlength=len(used)) for part in flat.T]
    means = np.stack(sums, axis=-1) / np.maximum(mass, 1e-9)[:, None]
    shape = lab.shape[:2]
    return Signature(
        means.astype(np.float32),
        (mass / mass.sum()).astype(np.float32),
        index.reshape(shape),
        None if weight is None else weight > 0.5,
    )


def centers(found: Signature, count: int, *, rounds: int = 24) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """At most `count` k-means centers, OKLab (k, 3) and their shares (k,), the same every time.

    Distances with doubled a and b; the start is the bin nearest to the mean and then, again and again, the bin
    farthest from all chosen (a bin under 0.05 % of the area, mostly an edge, starts none).
    """
    points, share = found.lab * _DOUBLED, found.share.astype(np.float64)
    middles = points[_far_apart(points, share, count)].astype(np.float64)
    for _ in range(rounds):
        owner = _nearest(points, middles)
        mass = np.bincount(owner, share, minlength=len(middles))
        sums = np.stack([np.bincount(owner, share * part, minlength=len(middles)) for part in points.T], axis=-1)
        moved = np.where(mass[:, None] > 0, sums / np.maximum(mass, 1e-12)[:, None], middles)
        if np.allclose(moved, middles, atol=1e-6):
            break
        middles = moved
    shares = np.bincount(_nearest(points, middles), share, minlength=len(middles)).astype(np.float64)
    kept = shares > 0
    return middles[kept] / _DOUBLED, shares[kept]


def _nearest(points: NDArray[np.float32], middles: NDArray[np.float64]) -> NDArray[np.intp]:
    """Index of the nearest middle; |p - m|^2 without its |p|^2, which is the same for all."""
    goal = middles.astype(np.float32)
    nearest: NDArray[np.intp] = np.argmin((goal * goal).sum(axis=1) - 2 * (points @ goal.T), axis=1)
    return nearest


def _far_apart(points: NDArray[np.float32], share: NDArray[np.float64], count: int) -> list[int]:
    able = share >= min(0.0005, float(share.max()))
    start = points - np.average(points, axis=0, weights=share)
    first = int(np.argmin(np.where(able, (start * start).sum(axis=1), np.inf)))
    chosen = [first]
    apart = np.full(len(points), np.inf)
    while len(chosen) < count:
        step = points - points[chosen[-1]]
        apart = np.minimum(apart, (step * step).sum(axis=1))
        farthest = int(np.argmax(np.where(able, apart, -1.0)))
        if apart[farthest] <= 1e-8:
            break
        chosen.append(farthest)
    return chosen
