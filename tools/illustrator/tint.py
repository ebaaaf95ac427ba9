"""One color at a time, fast: OKLab arithmetic on plain floats for the thousands of tones of a drawing.

`agent/oklab.py` is the reference and works on arrays; calling numpy for a single color costs fifty times the
arithmetic, so the illustrator has this scalar twin. A test holds the two together.
"""

import math
from functools import lru_cache

Lab = tuple[float, float, float]
Lch = tuple[float, float, float]


def _linear(byte: int) -> float:
    value = byte / 255
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


@lru_cache(maxsize=4096)
def lab_of(color: str) -> Lab:
    """'#rrggbb' to OKLab (L 0..1, a, b)."""
    r, g, b = (_linear(byte) for byte in bytes.fromhex(color.lstrip("#")))
    long = math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    middle = math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    short = math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _rgb_of(lab: Lab) -> tuple[float, float, float]:
    light, a, b = lab
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def _byte(value: float) -> int:
    value = min(1.0, max(0.0, value))
    curve = value * 12.92 if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055
    return round(curve * 255)


@lru_cache(maxsize=16384)
def hex_of(lab: Lab) -> str:
    """OKLab to '#rrggbb'; outside sRGB the chroma is cut until it fits, lightness and hue stay."""
    light, a, b = min(1.0, max(0.0, lab[0])), lab[1], lab[2]
    for _ in range(14):
        rgb = _rgb_of((light, a, b))
        if min(rgb) >= -0.002 and max(rgb) <= 1.002:
            break
        a, b = a * 0.9, b * 0.9
    red, green, blue = (_byte(part) for part in _rgb_of((light, a, b)))
    return f"#{red:02x}{green:02x}{blue:02x}"


def lch_of(color: str) -> Lch:
    """'#rrggbb' to lightness, chroma and hue in degrees 0..360."""
    light, a, b = lab_of(color)
    return light, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360


def from_lch(light: float, chroma: float, hue: float) -> str:
    """Lightness, chroma and hue in degrees to '#rrggbb', gamut-fitted."""
    turn = math.radians(hue)
    return hex_of((light, chroma * math.cos(turn), chroma * math.sin(turn)))


def mix(one: str, other: str, share: float) -> str:
    """The color a share (0..1) of the way from one to other, in OKLab."""
    if share <= 0:
        return one
    if share >= 1:
        return other
    p, q = lab_of(one), lab_of(other)
    light, a, b = (u + (v - u) * share for u, v in zip(p, q, strict=True))
    return hex_of((light, a, b))


def hue_gap(one: float, other: float) -> float:
    """The angle between two hues, 0..180 degrees."""
    return abs((one - other + 180) % 360 - 180)


def apart(one: str, other: str) -> float:
    """OKLab distance with a and b doubled (about 0.02 is just noticeable)."""
    p, q = lab_of(one), lab_of(other)
    return math.sqrt((p[0] - q[0]) ** 2 + 4 * (p[1] - q[1]) ** 2 + 4 * (p[2] - q[2]) ** 2)
