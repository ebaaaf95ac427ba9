"""OKLab, the space in which everything here measures, mixes and moves colors.

Formulas: Björn Ottosson, "A perceptual color space for image processing" (2020), and IEC 61966-2-1 for sRGB.
Bytes are linearised by a table of 256 entries, never by a power per pixel. Distances live here too: `distance`
is the OKLab distance with a and b doubled (Ottosson: that fits measured color differences better; color.js
calls it deltaEOK2), about 0.02 being just noticeable.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.floating[Any]]

_RGB_TO_LMS = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_LMS_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)
_LMS_TO_RGB = np.linalg.inv(_RGB_TO_LMS)
_LAB_TO_LMS = np.linalg.inv(_LMS_TO_LAB)


def srgb_to_linear(srgb: ArrayLike) -> NDArray[np.float64]:
    """Gamma-encoded sRGB 0..1 to linear light; odd-symmetric below 0, so out-of-gamut values survive."""
    values = np.asarray(srgb, dtype=np.float64)
    size = np.abs(values)
    return np.sign(values) * np.where(size <= 0.04045, size / 12.92, ((size + 0.055) / 1.055) ** 2.4)


def linear_to_srgb(linear: ArrayLike) -> NDArray[np.float64]:
    """Linear light to gamma-encoded sRGB 0..1, unclipped; the inverse of `srgb_to_linear`."""
    values = np.asarray(linear, dtype=np.float64)
    size = np.abs(values)
    return np.sign(values) * np.where(size <= 0.0031308, size * 12.92, 1.055 * size ** (1 / 2.4) - 0.055)


_LINEAR = srgb_to_linear(np.arange(256) / 255)
_LINEAR32 = _LINEAR.astype(np.float32)
_TO_LMS32 = _RGB_TO_LMS.T.astype(np.float32)
_TO_LAB32 = _LMS_TO_LAB.T.astype(np.float32)


def srgb_to_oklab(rgb: ArrayLike) -> NDArray[np.float32]:
    """uint8 (..., 3) sRGB to float32 (..., 3) OKLab: L 0..1, a and b about -0.4..0.4."""
    lms = _LINEAR32[np.asarray(rgb, dtype=np.uint8)] @ _TO_LMS32
    lab: NDArray[np.float32] = np.cbrt(lms, out=lms) @ _TO_LAB32
    return lab


def linear_to_oklab(linear: ArrayLike) -> NDArray[np.float64]:
    """Linear RGB (..., 3) to OKLab (..., 3)."""
    lab: NDArray[np.float64] = np.cbrt(np.asarray(linear, dtype=np.float64) @ _RGB_TO_LMS.T) @ _LMS_TO_LAB.T
    return lab


def oklab_to_linear(lab: ArrayLike) -> NDArray[np.float64]:
    """OKLab (..., 3) to linear RGB, outside 0..1 where sRGB cannot show the color."""
    lms = np.asarray(lab, dtype=np.float64) @ _LAB_TO_LMS.T
    linear: NDArray[np.float64] = lms**3 @ _LMS_TO_RGB.T
    return linear


def oklab_to_srgb(lab: ArrayLike) -> NDArray[np.float64]:
    """OKLab (..., 3) to gamma-encoded sRGB 0..1, unclipped."""
    return linear_to_srgb(oklab_to_linear(lab))


def hex_to_oklab(hexes: Sequence[str]) -> NDArray[np.float64]:
    """'#rrggbb' strings to OKLab (n, 3)."""
    rgb = np.array([list(bytes.fromhex(text.lstrip("#"))) for text in hexes], dtype=np.uint8).reshape(-1, 3)
    return linear_to_oklab(_LINEAR[rgb])


def fit_gamut(lab: ArrayLike) -> NDArray[np.float64]:
    """OKLab (..., 3) brought inside sRGB at the same lightness and hue, by the least cut of chroma (20 halvings)."""
    wished = np.array(lab, dtype=np.float64)
    wished[..., 0] = np.clip(wished[..., 0], 0.0, 1.0)
    low, high = np.zeros(wished.shape[:-1]), np.ones(wished.shape[:-1])
    high = np.where(_in_gamut(wished), 1.0, high)
    low = np.where(_in_gamut(wished), 1.0, low)
    for _ in range(20):
        middle = (low + high) / 2
        inside = _in_gamut(_scale_chroma(wished, middle))
        low, high = np.where(inside, middle, low), np.where(inside, high, middle)
    return _scale_chroma(wished, low)


def _scale_chroma(lab: NDArray[np.float64], factor: NDArray[np.float64]) -> NDArray[np.float64]:
    scaled = lab.copy()
    scaled[..., 1:] *= factor[..., None]
    return scaled


def _in_gamut(lab: NDArray[np.float64]) -> NDArray[np.bool_]:
    linear = oklab_to_linear(lab)
    inside: NDArray[np.bool_] = np.all((linear >= -1e-4) & (linear <= 1 + 1e-4), axis=-1)
    return inside


def oklab_to_hex(lab: ArrayLike) -> str:
    """One OKLab color (3,) as '#rrggbb'; outside sRGB its chroma is cut until it fits."""
    srgb = np.clip(oklab_to_srgb(fit_gamut(lab)), 0, 1)
    red, green, blue = (round(float(part) * 255) for part in srgb)
    return f"#{red:02x}{green:02x}{blue:02x}"


def oklab_to_oklch(lab: ArrayLike) -> NDArray[np.float64]:
    """OKLab (..., 3) to L, chroma and hue in degrees 0..360."""
    values = np.asarray(lab, dtype=np.float64)
    hue = np.degrees(np.arctan2(values[..., 2], values[..., 1])) % 360
    return np.stack([values[..., 0], np.hypot(values[..., 1], values[..., 2]), hue], axis=-1)


def oklch_to_oklab(lch: ArrayLike) -> NDArray[np.float64]:
    """L, chroma and hue in degrees to OKLab (..., 3)."""
    values = np.asarray(lch, dtype=np.float64)
    hue = np.radians(values[..., 2])
    return np.stack([values[..., 0], values[..., 1] * np.cos(hue), values[..., 1] * np.sin(hue)], axis=-1)


def distance(one: ArrayLike, other: ArrayLike) -> NDArray[np.float64]:
    """deltaEOK2 between OKLab arrays that broadcast: sqrt(dL^2 + (2 da)^2 + (2 db)^2)."""
    apart = (np.asarray(one, dtype=np.float64) - np.asarray(other, dtype=np.float64)) * np.array([1.0, 2.0, 2.0])
    length: NDArray[np.float64] = np.sqrt(np.sum(apart * apart, axis=-1))
    return length
