"""Masks for repairs: which pixels may change, with an edge softened inwards so that the rest stays as it is."""

import numpy as np
from PIL import Image, ImageChops, ImageFilter

from wanderhue.agent.errors import BadInput, BadPicture
from wanderhue.tools.pixels import PictureSource, open_picture

_FEATHER = 6 / 1024  # sigma of the soft edge, as a share of the longest side


def soft_mask(mask: PictureSource, size: tuple[int, int]) -> Image.Image:
    """A mask as PIL 'L' of `size`, its edge softened inwards only: what is black stays exactly as it is.

    White or True is inside; where the mask has transparency, what is painted is inside. `BadPicture` for another
    size, `BadInput` for a mask with nothing in it.
    """
    if isinstance(mask, np.ndarray) and mask.dtype == np.bool_:
        mask = mask.astype(np.uint8) * 255
    opened = open_picture(mask)
    if opened.size != size:
        raise BadPicture(f"The mask is {_by(opened.size)} px and the picture {_by(size)}: they must be the same size")
    hard = (opened.alpha or opened.image.convert("L")).point([0] * 128 + [255] * 128)
    lightness = np.asarray(hard)
    if not lightness.any():
        raise BadInput("The mask is empty: paint white what is to be changed")
    if lightness.all():
        return hard
    blurred = hard.filter(ImageFilter.GaussianBlur(_FEATHER * max(size)))
    inner = blurred.point([max(0, 2 * value - 255) for value in range(256)])
    soft = ImageChops.multiply(inner, hard)
    return soft if np.asarray(soft).max() >= 128 else hard  # a thin stroke would vanish


def _by(size: tuple[int, int]) -> str:
    return f"{size[0]} x {size[1]}"
