"""A photo of one's own: cleaned, then worked on, or asked for its colors."""

import io

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Locator, expect

from tests.browser.guest import Guest
from tests.browser.pages import Pages, axe
from tests.browser.test_mask import stroke
from tests.browser.watch import Watch


def photo(kind: str = "JPEG") -> bytes:
    """Sky over grass, 640 x 400 pixels stored lying on their side, with a camera's name and a place in its EXIF."""
    pixels = np.zeros((640, 400, 3), np.uint8)
    pixels[:, :200], pixels[:, 200:] = (120, 170, 220), (70, 120, 50)
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Camera of Ann"
    exif.get_ifd(0x8825).update({1: "N", 2: (37.0, 33.0, 59.0), 3: "E", 4: (126.0, 58.0, 40.0)})
    data = io.BytesIO()
    Image.fromarray(pixels).save(data, kind, exif=exif)
    return data.getvalue()


def give(guest: Guest, data: bytes, name: str = "IMG_1.jpg") -> Locator:
    """Add a photo at the composer; the sheet that asks what for."""
    guest.page.locator(".attach input").set_input_files({"name": name, "mimeType": "image/jpeg", "buffer": data})
    sheet = guest.page.locator(".photo-sheet")
    expect(sheet).to_be_visible()
    return sheet


@pytest.mark.parametrize("touch", [False, True], ids=["desktop", "phone"])
def test_a_photo_is_a_picture_without_what_it_knew_of_its_place(studio_url: str, open_page: Pages, touch: bool) -> None:
    guest = Guest(open_page(viewport=(390, 844) if touch else (1440, 900), touch=touch)).arrive(studio_url)
    data = photo()
    assert b"Camera of Ann" in data
    sheet = give(guest, data)
    expect(sheet).to_contain_text(guest.word("photo_ready"))
    expect(sheet).to_contain_text(guest.word("photo_rights"))
    expect(sheet.get_by_role("button", name=guest.word("photo_reference"))).to_be_disabled()
    assert axe(guest.page, within=".photo-sheet") == []
    with guest.new_picture():
        sheet.get_by_role("button", name=guest.word("photo_base")).click()
    expect(guest.page.locator(".facts h1")).to_have_text(guest.word("photo_title"))
    expect(guest.page.locator(".trip-name")).to_have_text(guest.word("photo_title"))
    served = guest.fetch(f"wh/picture/{guest.version()}")
    with Image.open(io.BytesIO(served)) as picture:
        assert picture.size == (640, 400)
        assert not picture.getexif()
        assert picture.info.keys() <= {"dpi", "srgb", "gamma"}
    assert b"Camera" not in served
    assert guest.pixels()[20, 20].tolist() == pytest.approx([120, 170, 220], abs=6)
    sheet = give(guest, data)
    expect(sheet).not_to_contain_text(guest.word("photo_rights"))
    guest.page.get_by_role("button", name=guest.word("close")).last.click()
    expect(sheet).to_have_count(0)


def test_a_photo_is_recolored_and_edited_in_a_part(studio_url: str, open_page: Pages) -> None:
    guest = Guest(open_page(viewport=(1440, 900))).arrive(studio_url)
    with guest.new_picture():
        give(guest, photo()).get_by_role("button", name=guest.word("photo_base")).click()
    before = guest.pixels()
    panel = guest.panel("palette")
    for place, value in enumerate([field.input_value() for field in panel.locator("input.hex").all()]):
        if int(value[5:], 16) > int(value[1:3], 16):
            panel.locator("input.hex").nth(place).fill("#e6a0b4")
            panel.locator("input.hex").nth(place).press("Enter")
    with guest.new_picture():
        panel.locator("[data-palette-send=recolor]").click()
    recolored = guest.pixels()
    assert recolored.shape == before.shape
    assert (recolored != before).any()
    panel = guest.panel("mask")
    stroke(guest.page, (0.2, 0.8), (0.3, 0.8))
    panel.get_by_label(guest.word("mask_label")).fill("a red boat")
    with guest.new_picture():
        panel.get_by_role("button", name="Paint inside").click()
    changed = (guest.pixels() != recolored).any(axis=2)
    assert changed.any()
    assert not changed[: changed.shape[0] // 2].any()
    assert not changed[:, changed.shape[1] // 2 :].any()


def test_the_colors_of_a_photo_go_to_the_picture_that_is_there(studio_url: str, open_page: Pages) -> None:
    guest = Guest(open_page(viewport=(1440, 900))).arrive(studio_url)
    with guest.new_picture():
        guest.say("draw a quiet lake")
    give(guest, photo()).get_by_role("button", name=guest.word("photo_palette")).click()
    editor = guest.page.locator("[data-panel-body=palette]")
    expect(editor).to_be_visible()
    expect(editor.locator("[data-palette-note]")).to_have_text(guest.word("photo_colors"))
    found = [one.input_value() for one in editor.locator("input.hex").all()]
    assert min(abs(int(one[1:3], 16) - 120) + abs(int(one[5:], 16) - 220) for one in found) < 24


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"not a picture at all", "trip.jpg"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "trip.svg"),
        (b"", "trip.png"),
    ],
)
def test_what_is_no_photo_is_told_in_words(
    studio_url: str, open_page: Pages, watch: Watch, data: bytes, name: str
) -> None:
    watch.allow("status of 4.. .*wh/photo")
    guest = Guest(open_page(locale="ko-KR"), "ko").arrive(studio_url)
    sheet = give(guest, data, name)
    expect(sheet).to_contain_text(guest.word("problem_photo"))
    expect(sheet).to_have_attribute("role", "alert")
    assert any("가" <= letter <= "힣" for letter in sheet.locator(".soft").inner_text())
    sheet.get_by_role("button", name=guest.word("close")).click()
    expect(sheet).to_have_count(0)
