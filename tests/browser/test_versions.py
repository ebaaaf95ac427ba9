"""Versions: the tree with its branches, undo and redo, comparing two, several pictures at a time, shapes."""

import io

import numpy as np
from PIL import Image
from playwright.sync_api import expect

from tests.browser.easel_studio import Easel
from tests.browser.guest import Guest, Pixels
from tests.browser.pages import Pages

DESKTOP = (1440, 900)


def at_a_picture(easel: Easel, open_page: Pages) -> Guest:
    """A guest who looks at a picture."""
    guest = Guest(open_page(viewport=DESKTOP)).arrive(easel.url)
    with guest.new_picture():
        guest.say("draw a quiet lake")
    return guest


def shown(guest: Guest) -> Pixels:
    """What is seen of the print, with all that lies on it."""
    seen = guest.page.locator("#wh-print .paper").screenshot(animations="disabled")
    with Image.open(io.BytesIO(seen)) as picture:
        return np.asarray(picture.convert("RGB"))


def test_a_tree_with_a_branch_is_drawn_and_walked(easel: Easel, open_page: Pages) -> None:
    guest = at_a_picture(easel, open_page)
    for words in ("make it night", "let it snow"):
        with guest.new_picture():
            guest.say(words)
    first = guest.versions()[0]
    guest.page.locator(f"#wh-strip [data-version='{first}']").click()
    expect(guest.page.locator("#wh-print img")).to_have_attribute("data-version", first)
    with guest.new_picture():
        guest.say("with mist")
    places = guest.page.evaluate(
        "[...document.querySelectorAll('#wh-strip .node')].map(node => [node.getBoundingClientRect().x, "
        "node.getBoundingClientRect().y, node.innerText.replace(/\\s+/g, ' ').trim()])"
    )
    assert [text for _, _, text in places] == [
        "Version 1 A picture", "Version 2 make it night", "Version 3 let it snow", "Version 4 , you are here with mist",
    ]  # fmt: skip
    (x1, y1, _), (x2, y2, _), (x3, y3, _), (x4, y4, _) = places
    assert y1 == y2 == y3 < y4
    assert x1 < x2 < x3
    assert x4 == x2
    assert guest.page.locator("#wh-strip .wires path").count() == 3
    expect(guest.page.locator(".facts")).to_contain_text("Version 4, from version 1")
    guest.do("undo", within="#wh-strip")
    expect(guest.page.locator("#wh-print img")).to_have_attribute("data-version", first)
    expect(guest.page.locator("#wh-strip [data-do*=undo]")).to_be_disabled()
    guest.do("redo", within="#wh-strip")
    expect(guest.page.locator("#wh-print img")).to_have_attribute("data-version", guest.versions()[3])
    expect(guest.page.locator("#wh-strip [data-do*=redo]")).to_be_disabled()


def test_two_versions_are_compared_with_a_slider(easel: Easel, open_page: Pages) -> None:
    guest = at_a_picture(easel, open_page)
    before = shown(guest)
    with guest.new_picture():
        guest.say("make it night")
    after = shown(guest)
    panel = guest.panel("compare")
    slider = panel.locator("[data-compare-slide]")
    across = before.shape[1]
    for at in ("30", "70"):
        slider.fill(at)
        guest.page.wait_for_function("document.querySelector('#wh-print .other').complete")
        seen, edge = shown(guest), int(across * int(at) / 100)
        assert np.array_equal(seen[20:60, : edge - 30], before[20:60, : edge - 30])
        assert np.array_equal(seen[20:60, edge + 30 :], after[20:60, edge + 30 :])
    slider.focus()
    guest.page.keyboard.press("Home")
    expect(slider).to_have_value("0")
    box = guest.page.locator("#wh-print .paper").bounding_box()
    assert box is not None
    guest.page.mouse.move(box["x"] + box["width"] * 0.25, box["y"] + 50)
    assert abs(float(slider.input_value()) - 25) <= 1
    guest.page.keyboard.press("Escape")
    expect(guest.page.locator("#wh-print .other")).to_have_count(0)
    assert np.array_equal(shown(guest)[20:60], after[20:60])


def test_of_two_pictures_one_is_picked_to_go_on_with(easel: Easel, open_page: Pages) -> None:
    guest = Guest(open_page(viewport=DESKTOP)).arrive(easel.url)
    guest.prefer(pictures=2)
    with guest.new_picture():
        guest.say("draw a quiet lake")
    siblings = guest.page.locator(".siblings button")
    expect(siblings).to_have_count(2)
    assert len(guest.versions()) == 2
    other = guest.page.locator(".siblings [aria-pressed=false]")
    wanted = next(one for one in guest.versions() if one != guest.version())
    other.click()
    expect(guest.page.locator("#wh-print img")).to_have_attribute("data-version", wanted)
    guest.prefer(pictures=1)
    with guest.new_picture():
        guest.say("make it night")
    expect(guest.page.locator(".facts")).to_contain_text(f"from version {1 + guest.versions().index(wanted)}")


def test_a_purpose_gives_the_picture_its_shape(easel: Easel, open_page: Pages) -> None:
    guest = at_a_picture(easel, open_page)
    with guest.new_picture():
        guest.menu("shape").get_by_role("menuitemradio", name=guest.word("shape_phone")).click()
    height, width, _ = guest.pixels().shape
    assert abs(height / width - 16 / 9) < 0.02
    chosen = guest.menu("shape").locator("[aria-checked=true]")
    expect(chosen).to_contain_text("9:16")
