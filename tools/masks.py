"""Masks: white = change. One convention inside; adapters convert for their providers."""

import io
from pathlib import Path

import numpy as np

from wanderhue.agent.errors import BadPicture
from wanderhue.tools.pixels import open_picture


def mask_png(mask: str | Path | bytes, size: tuple[int, int]) -> bytes:
    """The mask as a one-channel PNG of the picture's size (width, height).

    Raises `BadPicture` when it is no picture, is empty (nothing white), or has another shape than the picture.
    """
    picture = open_picture(Path(mask) if isinstance(mask, str) else mask)
    width, height = picture.size
    if abs(width / height - size[0] / size[1]) > 0.02:
        raise BadPicture(f"the mask is {width}x{height}, the picture {size[0]}x{size[1]}; make them the same shape")
    grey = picture.image.convert("L").resize(size)
    if int(np.asarray(grey).max()) < 128:
        raise BadPicture("the mask has no white in it; paint white what may change")
    buffer = io.BytesIO()
    grey.save(buffer, "PNG")
    return buffer.getvalue()
