import struct
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageCms

from wanderhue.agent.errors import BadPicture
from wanderhue.tools.pixels import open_picture

ORANGE = (200, 100, 50)


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def plain(size: tuple[int, int] = (40, 30)) -> Image.Image:
    return Image.new("RGB", size, ORANGE)


def noise(size: int = 64) -> Image.Image:
    return Image.fromarray(np.random.default_rng(1).integers(0, 256, (size, size, 3), np.uint8))


def a_png_that_claims(width: int, height: int) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(b"\0")), (b"IEND", b"")]
    body = b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + body


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_the_three_formats_open_from_bytes_and_from_a_file(kind: str, tmp_path: Path) -> None:
    data = saved(plain(), kind)
    (tmp_path / "picture").write_bytes(data)
    for source in (data, bytearray(data), tmp_path / "picture", str(tmp_path / "picture")):
        picture = open_picture(source)
        assert picture.size == (40, 30)
        assert np.abs(picture.array().astype(int) - ORANGE).max() <= 4


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "PPM"])
def test_other_formats_are_refused(kind: str) -> None:
    with pytest.raises(BadPicture, match="PNG, JPEG or WebP"):
        open_picture(saved(plain(), kind))


@pytest.mark.parametrize("data", [b"", b"hello", b"<svg/>", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(BadPicture):
        open_picture(data)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize("part", [0.2, 0.5, 0.9])
def test_a_file_that_is_cut_off_is_refused(kind: str, part: float) -> None:
    data = saved(noise(), kind)
    with pytest.raises(BadPicture):
        open_picture(data[: int(len(data) * part)])


@pytest.mark.parametrize("size", [(7000, 7000), (10_000, 10_000), (60_000, 60_000)])
def test_too_many_pixels_are_refused_before_decoding(size: tuple[int, int]) -> None:
    with pytest.raises(BadPicture, match="megapixels"):
        open_picture(a_png_that_claims(*size))


def test_a_missing_file_is_said_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(BadPicture, match=r"gone\.png"):
        open_picture(tmp_path / "gone.png")
    with pytest.raises(BadPicture):
        open_picture(tmp_path)


@pytest.mark.parametrize(
    "mode", ["1", "L", "LA", "P", "PA", "RGB", "RGBA", "RGBX", "CMYK", "YCbCr", "HSV", "LAB", "I", "F"]
)
def test_every_mode_of_pil_becomes_rgb(mode: str) -> None:
    base = Image.new("L", (8, 8), 255) if mode in ("1", "L", "I", "F") else Image.new("RGB", (8, 8), (255, 255, 255))
    image = base.convert("RGB").convert("P").convert("PA") if mode == "PA" else base.convert("L").convert(mode)
    if mode == "LAB":
        image = Image.new("LAB", (8, 8), (255, 128, 128))
    picture = open_picture(image)
    assert picture.image.mode == "RGB"
    assert picture.array().min() >= 250


def test_sixteen_bit_gray_is_scaled_to_eight() -> None:
    deep = Image.fromarray(np.full((4, 4), 32768, np.uint16))
    assert deep.mode == "I;16"
    assert abs(int(open_picture(saved(deep, "PNG")).array()[0, 0, 0]) - 128) <= 1


def test_a_turned_photo_is_turned_back() -> None:
    image = plain((40, 20))
    exif = Image.Exif()
    exif[0x0112] = 6
    assert open_picture(saved(image, "JPEG", exif=exif)).size == (20, 40)


def test_transparent_pixels_are_kept_apart() -> None:
    image = Image.new("RGBA", (10, 10), (*ORANGE, 255))
    image.paste((0, 0, 0, 0), (0, 0, 5, 10))
    picture = open_picture(image)
    opaque = picture.opaque()
    assert opaque is not None
    assert opaque.mean() == 0.5
    assert picture.with_alpha().mode == "RGBA"
    assert tuple(picture.thumbnail(5).array()[2, 3]) == ORANGE


def test_an_opaque_alpha_channel_is_dropped() -> None:
    assert open_picture(Image.new("RGBA", (4, 4), (1, 2, 3, 255))).alpha is None


def test_transparency_by_palette_entry_is_seen() -> None:
    image = Image.new("P", (4, 4), 0)
    image.putpalette([255, 0, 0, 0, 0, 255])
    image.putpixel((0, 0), 1)
    assert open_picture(saved(image, "PNG", transparency=0)).alpha is not None


def wide_profile() -> bytes:
    """A small ICC v2 profile of a display wider than sRGB (Adobe RGB's primaries under D50, gamma 2.2)."""

    def xyz(*parts: float) -> bytes:
        return b"XYZ \0\0\0\0" + b"".join(struct.pack(">i", round(part * 65536)) for part in parts)

    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(2.2 * 256)) + b"\0\0"
    name = b"desc\0\0\0\0" + struct.pack(">I", 5) + b"wide\0" + bytes(4 + 4 + 2 + 1 + 67)
    tags = {
        b"desc": name,
        b"cprt": b"text\0\0\0\0free\0",
        b"wtpt": xyz(0.9642, 1.0, 0.8249),
        b"rXYZ": xyz(0.60974, 0.31111, 0.01947),
        b"gXYZ": xyz(0.20528, 0.62567, 0.06087),
        b"bXYZ": xyz(0.14919, 0.06322, 0.74457),
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve),
    }
    table, body, start = b"", b"", 128 + 4 + 12 * len(tags)
    for tag, value in tags.items():
        table += tag + struct.pack(">II", start + len(body), len(value))
        body += value + bytes(-len(value) % 4)
    head = struct.pack(">I4sI4s4s4s", start + len(body), b"none", 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    head += bytes(12) + b"acsp" + bytes(28) + xyz(0.9642, 1.0, 0.8249)[8:] + bytes(48)
    return head[:128].ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + body


def test_a_color_profile_is_converted() -> None:
    green = Image.new("RGB", (4, 4), (60, 180, 60))
    opened = open_picture(saved(green, "PNG", icc_profile=wide_profile())).array()[0, 0]
    assert opened[1] >= 180
    assert opened[0] < 20  # what the wide display calls a mild green lies at the edge of sRGB
    gray = Image.new("RGB", (4, 4), (120, 120, 120))
    assert (
        np.abs(open_picture(saved(gray, "PNG", icc_profile=wide_profile())).array()[0, 0].astype(int) - 120).max() <= 3
    )


def test_an_srgb_or_broken_profile_changes_nothing() -> None:
    gray = Image.new("RGB", (4, 4), (120, 120, 120))
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for profile in (srgb, b"nonsense", wide_profile()[:200]):
        assert tuple(open_picture(saved(gray, "PNG", icc_profile=profile)).array()[0, 0]) == (120, 120, 120)


@pytest.mark.parametrize(
    "pixels",
    [
        np.full((4, 6, 3), 128, np.uint8),
        np.full((4, 6), 128, np.uint8),
        np.full((4, 6, 1), 128, np.uint8),
        np.full((4, 6, 4), 128, np.uint8),
        np.full((4, 6, 3), 0.5),
        np.full((4, 6, 3), 0.5, np.float32),
    ],
)
def test_arrays_open(pixels: NDArray[Any]) -> None:
    picture = open_picture(pixels)
    assert picture.size == (6, 4)
    assert abs(int(picture.array()[0, 0, 0]) - 128) <= 1


@pytest.mark.parametrize(
    "pixels",
    [
        np.zeros((4,), np.uint8),
        np.zeros((4, 4, 2), np.uint8),
        np.zeros((0, 4, 3), np.uint8),
        np.full((4, 4, 3), 200.0),
        np.full((4, 4, 3), np.nan),
        np.zeros((4, 4, 3), np.int64),
    ],
)
def test_arrays_that_are_no_pictures_are_refused(pixels: NDArray[Any]) -> None:
    with pytest.raises(BadPicture):
        open_picture(pixels)


def test_other_things_are_refused_as_pictures() -> None:
    with pytest.raises(BadPicture, match="int"):
        open_picture(3)  # type: ignore[arg-type]  # what callers may pass by mistake
