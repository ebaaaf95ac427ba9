"""Shapes of pictures as people name them: 'W:H', and which of them are drawn."""

import re
from math import gcd
from typing import Any

LEAST, MOST = 9 / 16, 16 / 9
"""Width through height of the narrowest and the widest picture."""


def is_drawable(aspect: Any) -> bool:
    """True for a text 'W:H' from 9:16 to 16:9."""
    if not isinstance(aspect, str) or not re.fullmatch(r"[0-9]{1,4}:[0-9]{1,4}", aspect):
        return False
    wide, high = (int(part) for part in aspect.split(":"))
    return bool(wide and high) and LEAST - 1e-6 <= wide / high <= MOST + 1e-6


def aspect_of(width: int, height: int) -> str:
    """The shape of a picture in pixels, in small numbers; beyond what is drawn, the nearest that is."""
    if not LEAST <= width / height <= MOST:
        return "16:9" if width > height else "9:16"
    for wide, high in ((1, 1), (16, 9), (9, 16), (4, 3), (3, 4), (3, 2), (2, 3)):
        if abs(width / height - wide / high) < 0.005:
            return f"{wide}:{high}"
    part = gcd(width, height)
    return f"{width // part}:{height // part}"
