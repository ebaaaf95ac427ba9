"""Repainting a part: the scene is drawn anew and shows only where the mask is white."""

from collections.abc import Callable, Sequence

import numpy as np
from PIL import Image, ImageFilter

from wanderhue.agent.errors import BadPicture
from wanderhue.agent.scene import Scene
from wanderhue.tools.illustrator import png
from wanderhue.tools.illustrator.draw import LONGEST, Drawing, draw, facts_text

FEATHER = 6.0
"""Sigma of the soft edge in pixels at a short side of 1024; it lies inside the mask, so nothing outside changes."""


def draw_masked(
    base: bytes,
    mask: bytes,
    scene: Scene,
    palette: Sequence[str],
    *,
    seed: int,
    progress: Callable[[str, float], None] | None = None,
) -> Drawing:
    """The base picture with the scene drawn into the white of the mask; elsewhere its pixels stay as they are.

    The mask is scaled to the base. Raises BadPicture for bytes that are no picture, or a base past 2048 px a side.
    """
    under = png.decode(base)
    if max(under.size) > LONGEST or min(under.size) < 64:
        raise BadPicture(f"the picture is {under.width} x {under.height}; a side has 64 to {LONGEST} pixels")
    drawn = draw(scene, palette, seed=seed, width=under.width, height=under.height, progress=progress)
    mixed = blend(under, png.decode(drawn.png), png.decode(mask, "L"))
    data = png.with_facts(png.encode(mixed), facts_text(scene, palette, seed))
    return Drawing(data, drawn.svg, mixed.width, mixed.height, drawn.notices)


def blend(under: Image.Image, over: Image.Image, mask: Image.Image) -> Image.Image:
    """`over` where the mask is white, `under` where it is black, with a soft edge inside the white."""
    hard = mask.resize(under.size, Image.Resampling.BILINEAR).point([0] * 128 + [255] * 128)
    sigma = FEATHER * min(under.size) / 1024
    soft = np.asarray(hard.filter(ImageFilter.GaussianBlur(sigma)), dtype=np.int16)
    inside = np.clip((soft - 127) * 2, 0, 255).astype(np.uint8)
    inside[np.asarray(hard) == 0] = 0
    return Image.composite(over, under, Image.fromarray(inside))
