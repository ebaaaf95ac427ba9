"""The look at a picture that came back: opened safely, measured, told from a blank one."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from wanderhue.agent.palette import Palette
from wanderhue.tools.pixels import open_pixels
from wanderhue.tools.score import score_palette


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen."""

    width: int
    height: int
    score: dict[str, Any]
    """`PaletteScore.to_json()`."""
    blank: bool
    """True when the picture holds a single colour."""


def look_at(data: bytes, hexes: tuple[str, ...]) -> Look:
    """Measure a picture file against its palette. Raises `BadPicture`."""
    pixels = open_pixels(data)
    height, width = pixels.rgb.shape[:2]
    spread = int(np.ptp(pixels.rgb.reshape(-1, 3), axis=0).max()) if pixels.rgb.size else 0
    return Look(width, height, score_palette(pixels.rgb, Palette.from_hex(hexes)).to_json(), spread < 3)
