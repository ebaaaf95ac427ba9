"""A person's photo comes out as upright pixels and nothing else, whatever went in."""

import struct
from io import BytesIO
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageCms, ImageDraw, PngImagePlugin

from tests.tools.test_pixels import a_png_that_claims, wide_profile
from wanderhue.agent.errors import BadPicture
from wanderhue.tools.photo import clean_photo

SECRET = b"Kim Minji, 12 Elm Street"
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><name>' + SECRET + b"</name></x:xmpmeta>"


def photo(size: tuple[int, int] = (120, 80)) -> Image.Image:
    """Orange with a blue corner at the upper left."""
    image = Image.new("RGB", size, (220, 130, 40))
    ImageDraw.Draw(image).rectangle((0, 0, size[0] // 3, size[1] // 3), fill=(20, 60, 200))
    return image


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def cleaned(data: bytes, **options: Any) -> Image.Image:
    image = Image.open(BytesIO(clean_photo(data, **options)))
    image.load()
    return image


def chunks(png: bytes) -> list[bytes]:
    """The names of a PNG's chunks, by reading them."""
    names, at = [], 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        names.append(png[at + 4 : at + 8])
        at += 12 + length
    return names


def telling_exif(orientation: int = 1) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x013B] = SECRET.decode()  # artist
    exif[0x9286] = SECRET.decode()  # the user's comment
    place = exif.get_ifd(0x8825)
    place.update({1: "N", 2: (37.0, 33.0, 59.0), 3: "E", 4: (126.0, 58.0, 41.0)})
    return exif


def iptc_jpeg() -> bytes:
    data = saved(photo(), "JPEG")
    body = b"Photoshop 3.0\0" + SECRET
    return data[:2] + b"\xff\xed" + struct.pack(">H", len(body) + 2) + body + data[2:]


def text_png() -> bytes:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", SECRET.decode())
    notes.add_itxt("XML:com.adobe.xmp", XMP.decode(), zip=False)
    return saved(photo(), "PNG", pnginfo=notes, exif=telling_exif(), icc_profile=wide_profile(), dpi=(300, 300))


@pytest.mark.parametrize(
    "data",
    [
        saved(
            photo(), "JPEG", exif=telling_exif(), xmp=XMP, comment=SECRET, icc_profile=wide_profile(), dpi=(300, 300)
        ),
        saved(photo(), "WEBP", exif=telling_exif(), xmp=XMP, icc_profile=wide_profile()),
        text_png(),
        iptc_jpeg(),
        saved(photo(), "PNG") + b"PK\x03\x04" + SECRET,
    ],
    ids=["jpeg", "webp", "png", "iptc", "trailing"],
)
def test_only_pixels_are_left(data: bytes) -> None:
    assert SECRET in data
    clean = clean_photo(data)
    assert set(chunks(clean)) == {b"IHDR", b"IDAT", b"IEND"}
    assert SECRET not in clean
    opened = Image.open(BytesIO(clean))
    assert (opened.mode, opened.size, dict(opened.getexif())) == ("RGB", (120, 80), {})
    assert not opened.info


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_turned_photo_is_upright(kind: str, orientation: int) -> None:
    """The file holds the picture as the camera's sensor saw it, so that a viewer who heeds the tag sees it upright."""
    back = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}  # the transposition that undoes each orientation's own
    stored = photo() if orientation == 1 else photo().transpose(Image.Transpose(back[orientation]))
    turned = cleaned(saved(stored, kind, exif=telling_exif(orientation)))
    assert turned.size == (120, 80)
    assert np.abs(np.asarray(turned).astype(int) - np.asarray(photo())).mean() < 6


def test_the_profile_is_applied_before_it_goes() -> None:
    green = Image.new("RGB", (80, 80), (60, 180, 60))
    assert cleaned(saved(green, "PNG", icc_profile=wide_profile())).getpixel((4, 4)) != (60, 180, 60)
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert cleaned(saved(green, "PNG", icc_profile=srgb)).getpixel((4, 4)) == (60, 180, 60)


def test_a_photo_of_print_inks_gets_screen_colors() -> None:
    clean = cleaned(saved(photo().convert("CMYK"), "JPEG", quality=95))
    assert clean.mode == "RGB"
    assert np.abs(np.asarray(clean).astype(int) - np.asarray(photo())).mean() < 8


def test_transparency_becomes_white_paper_and_a_picture_of_nothing_is_refused() -> None:
    image = photo().convert("RGBA")
    image.paste((255, 0, 0, 0), (60, 0, 120, 80))
    clean = cleaned(saved(image, "PNG"))
    assert clean.getpixel((100, 40)) == (255, 255, 255)
    assert clean.getpixel((5, 5)) == (20, 60, 200)
    with pytest.raises(BadPicture, match="transparent"):
        clean_photo(saved(Image.new("RGBA", (80, 80), (9, 9, 9, 0)), "PNG"))


@pytest.mark.parametrize("kind", ["WEBP", "PNG"])
def test_of_a_moving_picture_the_first_frame_is_taken(kind: str) -> None:
    others = [Image.new("RGB", (120, 80), color) for color in ("green", "black")]
    options = {"lossless": True} if kind == "WEBP" else {}
    data = saved(photo(), kind, save_all=True, append_images=others, duration=100, **options)
    assert cleaned(data).getpixel((5, 5)) == (20, 60, 200)
    assert set(chunks(clean_photo(data))) == {b"IHDR", b"IDAT", b"IEND"}


def test_the_second_picture_in_a_phones_file_is_not_kept() -> None:
    data = saved(photo(), "MPO", save_all=True, append_images=[Image.new("RGB", (120, 80), "black")])
    assert cleaned(data).getpixel((100, 40))[0] > 200  # type: ignore[index]  # RGB, as above


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "I;16"])
def test_other_modes_become_rgb(mode: str) -> None:
    image = Image.fromarray(np.full((80, 80), 33000, np.uint16)) if mode == "I;16" else photo().convert(mode)
    assert cleaned(saved(image, "PNG")).mode == "RGB"


def test_a_large_photo_is_made_smaller_and_a_small_one_is_left() -> None:
    assert cleaned(saved(photo((3000, 1500)), "PNG")).size == (2048, 1024)
    assert cleaned(saved(photo((1500, 3000)), "JPEG"), longest=600).size == (300, 600)
    assert cleaned(saved(photo((100, 70)), "PNG")).size == (100, 70)


def test_the_48_megapixels_of_a_phone_are_taken_and_stay_upright() -> None:
    data = saved(photo((8064, 6048)), "JPEG", exif=telling_exif(6))
    clean = cleaned(data)
    assert clean.size == (1536, 2048)
    assert clean.getpixel((1500, 20))[2] > 180  # type: ignore[index]  # RGB: the blue corner, turned to the right


@pytest.mark.parametrize("size", [(8000, 6000), (60_000, 60_000)])
def test_a_png_past_40_megapixels_is_refused_unread(size: tuple[int, int]) -> None:
    with pytest.raises(BadPicture, match="megapixels"):
        clean_photo(a_png_that_claims(*size))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_a_photo_that_is_cut_off_is_refused(kind: str, part: float) -> None:
    grain = Image.fromarray(np.random.default_rng(1).integers(0, 256, (96, 96, 3), np.uint8))
    data = saved(grain, kind)
    with pytest.raises(BadPicture):
        clean_photo(data[: int(len(data) * part)])


@pytest.mark.parametrize(
    "data", [b"", b"hello", b"<svg xmlns='http://www.w3.org/2000/svg'/>", saved(photo(), "GIF"), saved(photo(), "TIFF")]
)
def test_what_is_no_photo_is_refused(data: bytes) -> None:
    with pytest.raises(BadPicture, match="PNG, JPEG or WebP"):
        clean_photo(data)


@pytest.mark.parametrize("size", [(63, 200), (20, 20), (4000, 100)])
def test_a_photo_too_small_or_narrow_for_any_painter_is_refused(size: tuple[int, int]) -> None:
    with pytest.raises(BadPicture, match="64 px"):
        clean_photo(saved(photo(size), "PNG"))


@pytest.mark.filterwarnings("ignore:(Corrupt|Possibly corrupt) EXIF")  # Pillow notes it, and reads on
@pytest.mark.parametrize(
    "exif", [b"Exif\0\0nonsense", b"Exif\0\0MM\0*\xff\xff\xff\xff", b"Exif\0\0II*\0\x08\0\0\0\xff\xff"]
)
def test_a_broken_note_about_the_photo_does_not_spoil_it(exif: bytes) -> None:
    assert cleaned(saved(photo(), "JPEG", exif=exif)).size == (120, 80)


def test_the_same_photo_gives_the_same_file() -> None:
    data = saved(photo(), "JPEG", exif=telling_exif())
    assert clean_photo(data) == clean_photo(data)
