"""Opens any picture safely as sRGB: the one door through which pixels come in.

Allowed files are PNG, JPEG and WebP, checked by content and by size before a pixel is decoded. Color profiles are
converted, the camera's rotation is applied, and transparency is kept beside the colors, never mixed into them.
"""

import struct
import zlib
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from os import PathLike
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from wanderhue.agent.errors import BadPicture

FORMATS = ("PNG", "JPEG", "WEBP")
MOST_PIXELS = 40_000_000
MOST_BYTES = 64 * 1024 * 1024
PictureSource = str | PathLike[str] | bytes | bytearray | memoryview | Image.Image | NDArray[Any]
"""What can be opened: a path, the bytes of a file, a PIL image of any mode, or an array (see `open_picture`)."""

_BROKEN = (OSError, SyntaxError, ValueError, TypeError, EOFError, IndexError, KeyError, struct.error, zlib.error)
_BOMB = (Image.DecompressionBombError, Image.DecompressionBombWarning)


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """Decoded pixels: `image` is PIL 'RGB' in sRGB; `alpha` a PIL 'L' of the same size, None where all is opaque."""

    image: Image.Image
    alpha: Image.Image | None = None

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in px."""
        return self.image.size

    def array(self) -> NDArray[np.uint8]:
        """uint8 (H, W, 3), sRGB; the colors under transparent pixels as the file has them."""
        return np.asarray(self.image)

    def opaque(self) -> NDArray[np.bool_] | None:
        """bool (H, W): where the picture is at least half opaque; None where all of it is."""
        return None if self.alpha is None else np.asarray(self.alpha) >= 128

    def thumbnail(self, side: int) -> "Picture":
        """At most `side` px on the longest side (box filter); never enlarged. Transparent pixels lend no color."""
        longest = max(self.size)
        if longest <= side:
            return self
        width, height = (max(1, round(length * side / longest)) for length in self.size)
        if self.alpha is None:
            return Picture(self.image.resize((width, height), Image.Resampling.BOX))
        small = self.with_alpha().resize((width, height), Image.Resampling.BOX)
        return Picture(small.convert("RGB"), small.getchannel("A"))

    def with_alpha(self) -> Image.Image:
        """The picture as one PIL image: 'RGB', or 'RGBA' where it has transparency."""
        if self.alpha is None:
            return self.image
        whole = self.image.convert("RGBA")
        whole.putalpha(self.alpha)
        return whole


def open_picture(source: "PictureSource | Picture", *, enough: int | None = None) -> Picture:
    """Open `source` as sRGB.

    A path, the bytes of a PNG, JPEG or WebP, a PIL image of any mode, or an array: uint8 (H, W), (H, W, 3) or
    (H, W, 4), or floats 0..1 of those shapes. `BadPicture` for anything else, for a file that is cut off, and past
    40 megapixels or 64 MB. `enough`: the longest side in px that will do; the bytes of a larger JPEG are then
    decoded at a half, a quarter or an eighth as long as it stays that long, so that a phone's 48 megapixels pass.
    """
    if isinstance(source, Picture):
        return source
    if isinstance(source, Image.Image):
        return _decoded(source)
    if isinstance(source, np.ndarray):
        return _from_array(source)
    if isinstance(source, bytes | bytearray | memoryview):
        return _from_bytes(bytes(source), "the picture", enough)
    if isinstance(source, str | PathLike):
        return _from_path(Path(source))
    raise BadPicture(f"{type(source).__name__} is no picture: give a path, bytes, a PIL image or an array")


def _from_path(path: Path) -> Picture:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise BadPicture(f"{path.name} is larger than {MOST_BYTES // 2**20} MB: save a smaller copy and use that")
        data = path.read_bytes()
    except (OSError, ValueError):
        raise BadPicture(f"There is no readable file {path.name!r}: check the path") from None
    return _from_bytes(data, path.name)


def _from_bytes(data: bytes, name: str, enough: int | None = None) -> Picture:
    if len(data) > MOST_BYTES:
        raise BadPicture(f"{name} is larger than {MOST_BYTES // 2**20} MB: save a smaller copy and use that")
    try:
        with Image.open(BytesIO(data), formats=FORMATS) as image:
            if enough is not None:
                part = min(1.0, enough / max(image.size))
                image.draft(image.mode, (int(image.width * part), int(image.height * part)))
            return _decoded(image)
    except _BOMB:
        raise _too_large(name) from None
    except UnidentifiedImageError:
        raise BadPicture(f"{name} is no PNG, JPEG or WebP: save it as one of those") from None
    except _BROKEN:
        raise BadPicture(f"{name} is damaged or cut off: save or download it again") from None


def _too_large(name: str) -> BadPicture:
    return BadPicture(f"{name} has more than {MOST_PIXELS // 1_000_000} megapixels: save a smaller copy and use that")


def _from_array(pixels: NDArray[Any]) -> Picture:
    shape = pixels.shape
    if len(shape) not in (2, 3) or (len(shape) == 3 and shape[2] not in (1, 3, 4)) or 0 in shape:
        raise BadPicture(f"An array of shape {shape} is no picture: use (H, W), (H, W, 3) or (H, W, 4)")
    if shape[0] * shape[1] > MOST_PIXELS:
        raise _too_large("the array")
    if pixels.dtype.kind == "f":
        if not (np.isfinite(pixels).all() and pixels.min() >= -1e-6 and pixels.max() <= 1 + 1e-6):
            raise BadPicture("An array of floats must hold numbers from 0 to 1; multiply or clip it first")
        pixels = np.rint(np.clip(pixels, 0, 1) * 255).astype(np.uint8)
    if pixels.dtype != np.uint8:
        raise BadPicture(f"An array of {pixels.dtype} is no picture: use uint8, or floats from 0 to 1")
    if pixels.ndim == 3 and pixels.shape[2] == 1:
        pixels = pixels[..., 0]
    return _decoded(Image.fromarray(np.ascontiguousarray(pixels)))


def _decoded(image: Image.Image) -> Picture:
    if image.width * image.height > MOST_PIXELS:
        raise _too_large("the picture")
    if image.width == 0 or image.height == 0:
        raise BadPicture("The picture has no pixels")
    if image.mode == "RGB" and not image.info and not image.getexif():
        return Picture(image)
    profile = image.info.get("icc_profile")
    turned = ImageOps.exif_transpose(image)
    alpha = turned.convert("RGBA").getchannel("A") if turned.has_transparency_data else None
    if alpha is not None and alpha.getextrema()[0] == 255:
        alpha = None
    return Picture(_to_srgb(_eight_bits(turned), profile), alpha)


def _eight_bits(image: Image.Image) -> Image.Image:
    """Any mode as 'L', 'RGB' or 'CMYK': the modes that color profiles speak of."""
    if image.mode in ("L", "RGB", "CMYK"):
        return image
    if image.mode.startswith("I") or image.mode == "F":
        values = np.asarray(image, dtype=np.float64)
        top = 1.0 if values.max() <= 1.0 and image.mode == "F" else 65535.0 if values.max() > 255 else 255.0
        return Image.fromarray(np.rint(np.clip(values / top, 0, 1) * 255).astype(np.uint8))
    return image.convert("L" if image.mode in ("1", "LA", "La") else "RGB")


@cache
def _srgb() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def _to_srgb(image: Image.Image, profile: object) -> Image.Image:
    """Through the embedded profile; one that cannot be read, or is of another mode, is left out."""
    if isinstance(profile, bytes) and profile:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            if "srgb" not in ImageCms.getProfileDescription(source).casefold():
                converted = ImageCms.profileToProfile(image, source, _srgb(), outputMode="RGB")
                return converted if converted is not None else image.convert("RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass
    return image.convert("RGB")
