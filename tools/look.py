"""The look at a picture that came back: opened safely, measured, told from a blank one."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from wanderhue.agent.palette import Palette
from wanderhue.tools.pixels import open_picture
from wanderhue.tools.score import score_palette
from wanderhue.tools.signature import SIDE


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen."""

    width: int
    height: int
    score: dict[str, Any]
    """`PaletteScore.to_json()`."""
    blank: bool
    """True when the picture holds a single color."""


def look_at(data: bytes, hexes: tuple[str, ...], lang: str = "en") -> Look:
    """Measure a picture file against its palette; `lang` is that of the color names. Raises `BadPicture`."""
    picture = open_picture(data)
    small = picture.thumbnail(SIDE)  # the signature's own size: scaled once, looked at twice
    spread = int(np.ptp(np.asarray(small.image).reshape(-1, 3), axis=0).max())
    return Look(*picture.size, score_palette(small, Palette.from_hex(hexes)).to_json(lang), blank=spread < 3)
