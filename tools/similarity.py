"""SSIM (Wang et al. 2004) of two lightness planes: whether a repair kept the drawing."""

import numpy as np
from numpy.typing import NDArray

_WINDOW = 7


def ssim(one: NDArray[np.float32], other: NDArray[np.float32], *, span: float = 1.0) -> float:
    """Mean structural similarity of two (H, W) planes with values in `span`; 1 where they are equal.

    Windows of 7 x 7 with equal weights and sample variances, inside the picture only. Pictures smaller than a window
    are compared as one window.
    """
    first, second = one.astype(np.float64), other.astype(np.float64)
    window = min(_WINDOW, *first.shape)
    samples = window * window
    mean1, mean2 = _box(first, window), _box(second, window)
    unbias = samples / max(1, samples - 1)
    variance1 = unbias * (_box(first * first, window) - mean1 * mean1)
    variance2 = unbias * (_box(second * second, window) - mean2 * mean2)
    shared = unbias * (_box(first * second, window) - mean1 * mean2)
    c1, c2 = (0.01 * span) ** 2, (0.03 * span) ** 2
    top = (2 * mean1 * mean2 + c1) * (2 * shared + c2)
    bottom = (mean1 * mean1 + mean2 * mean2 + c1) * (variance1 + variance2 + c2)
    return float((top / bottom).mean())


def _box(plane: NDArray[np.float64], window: int) -> NDArray[np.float64]:
    """Means of all windows that lie inside, by running sums."""
    sums = np.zeros((plane.shape[0] + 1, plane.shape[1] + 1))
    np.cumsum(np.cumsum(plane, axis=0), axis=1, out=sums[1:, 1:])
    boxed = sums[window:, window:] - sums[:-window, window:] - sums[window:, :-window] + sums[:-window, :-window]
    return np.asarray(boxed / (window * window))
