"""Editing a part: painted by mouse or by touch, mended with eraser and undo; nothing outside the mask changes."""

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from tests.browser.easel_studio import Easel
from tests.browser.guest import Guest
from tests.browser.pages import Pages

Point = tuple[float, float]
_PAINTED = """canvas => canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data
  .filter((value, index) => index % 4 === 3 && value > 127).length"""


def on_canvas(page: Page, at: Point) -> Point:
    """A place of the mask's canvas, given as fractions of it, in the window."""
    box = page.locator(".mask-canvas").bounding_box()
    assert box is not None
    return box["x"] + at[0] * box["width"], box["y"] + at[1] * box["height"]


def stroke(page: Page, *places: Point) -> None:
    """Draw with the mouse."""
    first, *others = [on_canvas(page, place) for place in places]
    page.mouse.move(*first)
    page.mouse.down()
    for place in others:
        page.mouse.move(*place, steps=6)
    page.mouse.up()


def touch_stroke(page: Page, *places: Point) -> None:
    """Draw with a finger."""
    session = page.context.new_cdp_session(page)
    points = [on_canvas(page, place) for place in places]
    kinds = ["touchStart", *["touchMove"] * (len(points) - 1)]
    for kind, (x, y) in zip(kinds, points, strict=True):
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def painted(page: Page) -> int:
    """How many pixels of the mask are painted."""
    return int(page.locator(".mask-canvas").evaluate(_PAINTED))


def test_a_part_painted_with_the_mouse_changes_and_nothing_else(studio_url: str, open_page: Pages) -> None:
    guest = Guest(open_page(viewport=(1440, 900))).arrive(studio_url)
    with guest.new_picture():
        guest.say("draw a quiet lake with mountains")
    before = guest.pixels()
    panel = guest.panel("mask")
    panel.locator("[data-mask-size]").fill("120")
    stroke(guest.page, (0.4, 0.7), (0.6, 0.7))
    panel.get_by_label(guest.word("mask_label")).fill("a small white sailboat")
    with guest.new_picture():
        panel.get_by_role("button", name="Paint inside").click()
    after = guest.pixels()
    assert after.shape == before.shape
    changed = (after != before).any(axis=2)
    height, width = changed.shape
    rows, columns = np.nonzero(changed)
    radius = 60 + 2
    assert changed.sum() > 200
    assert 0.4 * width - radius <= columns.min() <= columns.max() <= 0.6 * width + radius
    assert 0.7 * height - radius <= rows.min() <= rows.max() <= 0.7 * height + radius
    expect(guest.page.locator("#wh-strip .node.here")).to_contain_text("a small white sailboat")


def test_a_part_painted_with_a_finger_on_a_phone(easel: Easel, open_page: Pages) -> None:
    guest = Guest(open_page(viewport=(390, 844), touch=True)).arrive(easel.url)
    with guest.new_picture():
        guest.say("draw a quiet lake")
    before, scrolled = guest.pixels(), guest.page.evaluate("document.querySelector('#wh-stage').scrollTop")
    panel = guest.panel("mask")
    touch_stroke(guest.page, (0.2, 0.3), (0.3, 0.6), (0.4, 0.3))
    assert painted(guest.page) > 1000
    assert guest.page.evaluate("document.querySelector('#wh-stage').scrollTop") == scrolled
    panel.get_by_label(guest.word("mask_label")).fill("a red boat")
    with guest.new_picture():
        panel.get_by_role("button", name="Paint inside").click()
    changed = (guest.pixels() != before).any(axis=2)
    assert changed[:, : round(0.6 * changed.shape[1])].any()
    assert not changed[:, round(0.7 * changed.shape[1]) :].any()


def test_eraser_undo_and_clear_mend_the_mask(easel: Easel, open_page: Pages) -> None:
    guest = Guest(open_page(viewport=(1440, 900))).arrive(easel.url)
    with guest.new_picture():
        guest.say("draw a quiet lake")
    panel, page = guest.panel("mask"), guest.page
    stroke(page, (0.2, 0.5), (0.8, 0.5))
    whole = painted(page)
    page.keyboard.press("e")
    expect(panel.locator("[data-mask=eraser]")).to_have_attribute("aria-pressed", "true")
    stroke(page, (0.4, 0.5), (0.6, 0.5))
    less = painted(page)
    assert 0 < less < whole
    panel.locator("[data-mask=undo]").click()
    assert painted(page) == whole
    page.keyboard.press("z")
    assert painted(page) == 0
    page.keyboard.press("b")
    page.keyboard.press("]")
    expect(panel.locator("output")).to_have_text("72")
    stroke(page, (0.5, 0.5), (0.5, 0.6))
    assert painted(page) > 0
    panel.locator("[data-mask=clear]").click()
    assert painted(page) == 0
    panel.get_by_label(guest.word("mask_label")).fill("a boat")
    panel.get_by_role("button", name="Paint inside").click()
    expect(panel.locator("[data-mask-note]")).to_have_text(guest.word("mask_empty"))
    stroke(page, (0.5, 0.5), (0.5, 0.6))
    panel.get_by_label(guest.word("mask_label")).fill("  ")
    panel.get_by_role("button", name="Paint inside").click()
    expect(panel.locator("[data-mask-note]")).to_have_text(guest.word("mask_no_text"))
    assert len(guest.versions()) == 1


@pytest.mark.parametrize("key", ["Escape", "close"])
def test_a_mask_that_is_left_leaves_nothing_on_the_picture(easel: Easel, open_page: Pages, key: str) -> None:
    guest = Guest(open_page(viewport=(1440, 900))).arrive(easel.url)
    with guest.new_picture():
        guest.say("draw a quiet lake")
    panel = guest.panel("mask")
    stroke(guest.page, (0.2, 0.5), (0.8, 0.5))
    if key == "close":
        panel.locator("[data-panel-close]").first.click()
    else:
        guest.page.keyboard.press(key)
    expect(guest.page.locator(".mask-canvas")).to_have_count(0)
    guest.panel("mask")
    assert painted(guest.page) == 0
