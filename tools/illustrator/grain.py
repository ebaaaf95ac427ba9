"""The print finish: stippled shadow and light, and a fine overall grain, as of ink on paper.

The grain of a pixel depends on where it is and on nothing else, so an edit changes only what it draws. Everything
after the noise runs in Pillow's C code.
"""

from functools import lru_cache

import numpy as np
from PIL import Image, ImageChops

_TILE = 512


@lru_cache(maxsize=2)
def _tile(blur: int) -> Image.Image:
    """A seamless tile of noise with an even histogram; `blur` is how many pixels wide its grains are."""
    noise = np.random.Generator(np.random.PCG64(20240229)).integers(0, 1 << 20, (_TILE, _TILE)).astype(np.int64)
    for _ in range(blur):
        for axis in (0, 1):
            noise = np.roll(noise, 1, axis) + 2 * noise + np.roll(noise, -1, axis)
        noise //= 16
    order = np.argsort(noise, axis=None, kind="stable")
    even = np.empty(_TILE * _TILE, dtype=np.uint8)
    even[order] = (np.arange(_TILE * _TILE) * 256 // (_TILE * _TILE)).astype(np.uint8)
    return Image.fromarray(even.reshape(_TILE, _TILE))


@lru_cache(maxsize=2)
def _noise(width: int, height: int, shift: int) -> Image.Image:
    tile = _tile(1 if min(width, height) < 1400 else 2)
    sheet = Image.new("L", (width, height))
    for y in range(-shift, height, _TILE):
        for x in range(-shift, width, _TILE):
            sheet.paste(tile, (x, y))
    return sheet


def finish(image: Image.Image, shade: Image.Image, ink: str, paper: str) -> Image.Image:
    """The image (RGB) with the stipple of the shadow map (RGB of any size: red darkens, green lightens)."""
    size = image.size
    noise = _noise(*size, 0)
    red, green, _ = shade.resize(size, Image.Resampling.BILINEAR).split()
    dark, light = _stipple(red, noise, 0.60, 0.50), _stipple(green, ImageChops.invert(noise), 0.62, 0.55)
    image = Image.composite(_toward(image, ink, 0.80, 0.06), image, dark)
    image = Image.composite(_toward(image, paper, 0.78, 0.22), image, light)
    fine = _noise(*size, 197).point([round((v / 255 - 0.5) * 7) + 128 for v in range(256)])
    return ImageChops.add(image, Image.merge("RGB", (fine, fine, fine)), offset=-128)


def _stipple(strength: Image.Image, noise: Image.Image, share: float, alpha: float) -> Image.Image:
    """Where the noise lies under a share of the strength: alpha, else nothing."""
    over = ImageChops.subtract(strength.point([round(v * share) for v in range(256)]), noise)
    return over.point([0] + [round(255 * alpha)] * 255)


def _toward(image: Image.Image, color: str, keep: float, add: float) -> Image.Image:
    table: list[int] = []
    for part in bytes.fromhex(color[1:]):
        table += [round(v * keep + part * add) for v in range(256)]
    return image.point(table)
