"""The palette editor: pick, add, remove, lock, order, paste, take from a photo; then recolor or repaint."""

import io
from pathlib import Path

import numpy as np
from PIL import Image
from playwright.sync_api import Locator, expect

from tests.browser.easel_studio import Easel
from tests.browser.guest import Guest, Lang, pixels_of
from tests.browser.pages import Pages
from tests.browser.watch import Watch

DESKTOP = (1440, 900)


def at_a_picture(easel: Easel, open_page: Pages, lang: Lang = "en") -> Guest:
    """A guest who looks at a picture."""
    guest = Guest(open_page(viewport=DESKTOP, locale="ko-KR" if lang == "ko" else "en-US"), lang).arrive(easel.url)
    with guest.new_picture():
        guest.say("draw a quiet lake" if lang == "en" else "조용한 호수를 그려 줘")
    return guest


def hexes(panel: Locator) -> list[str]:
    """The colors in the editor, in order."""
    return [field.input_value() for field in panel.locator("input.hex").all()]


def asked(guest: Guest) -> list[str]:
    """The colors that the picture on the stage was asked for."""
    return [row.get_attribute("data-hex") or "" for row in guest.page.locator(".proof-asked").all()]


def colors_of(guest: Guest) -> set[str]:
    """Every color of the picture's pixels (one pixel in the corner is the painter's mark)."""
    flat = guest.pixels()[1:].reshape(-1, 3)
    return {"#{:02X}{:02X}{:02X}".format(*color) for color in np.unique(flat, axis=0)}


def test_picked_added_removed_and_moved_colors_are_repainted(easel: Easel, open_page: Pages) -> None:
    guest = at_a_picture(easel, open_page)
    panel = guest.panel("palette")
    before = hexes(panel)
    panel.locator("input[type=color]").first.fill("#7a1f3d")
    panel.locator(".palette-list li").nth(1).get_by_role("button", name="Remove").click()
    panel.locator("[data-palette-do=add]").click()
    last = panel.locator("input.hex").last
    last.fill("0bd")
    last.press("Enter")
    panel.locator(".palette-list li").last.get_by_role("button", name="up").click()
    wanted = ["#7A1F3D", *before[2:-1], "#00BBDD", before[-1]]
    assert hexes(panel) == wanted
    with guest.new_picture():
        panel.locator("[data-palette-send=repaint]").click()
    assert asked(guest) == wanted
    assert colors_of(guest) == set(wanted)
    expect(guest.page.locator("[data-panel-body=palette]")).to_be_hidden()


def test_recolor_keeps_the_drawing_and_asks_no_painter(easel: Easel, open_page: Pages) -> None:
    guest = at_a_picture(easel, open_page)
    orders, before, version = len(easel.orders()), guest.pixels(), guest.version()
    panel = guest.panel("palette")
    panel.locator("input.hex").nth(2).fill("#00bbdd")
    panel.locator("input.hex").nth(2).press("Enter")
    with guest.new_picture():
        panel.locator("[data-palette-send=recolor]").click()
    assert len(easel.orders()) == orders
    assert guest.pixels().shape == before.shape
    assert (guest.pixels() != before).any()
    assert "#00BBDD" in asked(guest)
    assert guest.versions() == [version, guest.version()]
    expect(guest.page.locator("#wh-strip .node.here")).to_contain_text(guest.word("did_recolor"))


def test_what_is_no_color_is_told_where_it_stands(easel: Easel, open_page: Pages) -> None:
    guest = at_a_picture(easel, open_page)
    panel = guest.panel("palette")
    before = hexes(panel)
    field = panel.locator("input.hex").first
    field.fill("blorp")
    field.press("Enter")
    expect(panel.locator("[data-palette-note]")).to_contain_text("blorp")
    expect(field).to_have_attribute("aria-invalid", "true")
    panel.locator("[data-palette-do=reset]").click()
    assert hexes(panel) == before
    for _ in before:
        panel.get_by_role("button", name="Remove").first.click()
    expect(panel.locator("[data-palette-note]")).to_have_text(guest.word("palette_last"))
    assert hexes(panel) == before[-1:]


def test_a_list_of_codes_and_names_is_pasted_and_locked_colors_stay(easel: Easel, open_page: Pages) -> None:
    guest = at_a_picture(easel, open_page, "ko")
    panel = guest.panel("palette")
    locked = hexes(panel)[1]
    panel.locator(".palette-list li").nth(1).get_by_role("button", name="고정").click()
    panel.locator("[data-palette-do=paste]").click()
    area = panel.locator(".paste textarea")
    expect(area).to_be_focused()
    area.fill("#1d3557, 남색 크림\nrgb(230, 57, 70)")
    panel.locator(".paste button").click()
    expect(panel.locator(".paste")).to_be_hidden()
    found = hexes(panel)
    assert locked in found
    assert {"#1D3557", "#E63946"} <= set(found)
    assert len(found) >= 5
    with guest.new_picture():
        panel.locator("[data-palette-send=repaint]").click()
    assert set(asked(guest)) == set(found)


def test_a_pasted_list_of_nonsense_changes_nothing_and_says_why(easel: Easel, open_page: Pages, watch: Watch) -> None:
    watch.allow("400 .*wh/colors")
    guest = at_a_picture(easel, open_page, "ko")
    panel = guest.panel("palette")
    before = hexes(panel)
    panel.locator("[data-palette-do=paste]").click()
    for nonsense in ("blorp <b>zonk</b>", "🙂🙂", "", "x" * 5000):
        panel.locator(".paste textarea").fill(nonsense)
        panel.locator(".paste button").click()
        expect(panel.locator("[data-palette-note]")).not_to_be_empty()
        assert hexes(panel) == before
        assert panel.locator("[data-palette-note] b").count() == 0
    assert any("가" <= letter <= "힣" for letter in panel.locator("[data-palette-note]").inner_text())


def test_a_palette_is_taken_from_a_photo(easel: Easel, open_page: Pages, tmp_path: Path) -> None:
    guest = at_a_picture(easel, open_page)
    panel = guest.panel("palette")
    photo = np.zeros((120, 180, 3), np.uint8)
    photo[:, :60], photo[:, 60:120], photo[:, 120:] = (200, 30, 40), (20, 120, 90), (240, 220, 180)
    data = io.BytesIO()
    Image.fromarray(photo).save(data, "PNG")
    panel.locator("input[type=file]").set_input_files(
        {"name": "photo.png", "mimeType": "image/png", "buffer": data.getvalue()}
    )
    expect(panel.locator("[data-palette-note]")).to_have_text(guest.word("photo_colors"))
    found = [np.array([int(one[at : at + 2], 16) for at in (1, 3, 5)]) for one in hexes(panel)]
    for color in ((200, 30, 40), (20, 120, 90), (240, 220, 180)):
        assert min(int(np.abs(one - color).max()) for one in found) <= 12
    assert pixels_of(data.getvalue()).shape == photo.shape


def test_colors_that_are_hard_to_tell_apart_are_named(easel: Easel, open_page: Pages) -> None:
    guest = at_a_picture(easel, open_page)
    panel = guest.panel("palette")
    for at, value in enumerate(("#204060", "#214161")):
        panel.locator("input.hex").nth(at).fill(value)
        panel.locator("input.hex").nth(at).press("Enter")
    names = [one.inner_text() for one in panel.locator(".palette-list .name").all()]
    expect(panel.locator("[data-palette-note]")).to_have_text(guest.word("palette_close", a=names[0], b=names[1]))
