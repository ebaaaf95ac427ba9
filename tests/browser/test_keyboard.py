"""The keyboard alone, and what a screen reader is told."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.easel_studio import Easel
from tests.browser.guest import Guest
from tests.browser.pages import Pages

_FOCUS = """() => { const at = document.activeElement;
  return at.dataset.version || at.dataset.panel || at.dataset.do || at.id || at.tagName; }"""
_LISTEN = """() => { window.told = []; const live = document.querySelector('#wh-told');
  new MutationObserver(() => { const text = live.textContent.trim();
    if (text && text !== window.told.at(-1)) window.told.push(text); })
    .observe(live, {childList: true, subtree: true, characterData: true}); }"""


def tab_to(page: Page, selector: str, *, key: str = "Tab") -> None:
    """Press Tab until the focus is on what the selector finds, and can be seen to be there."""
    for _ in range(80):
        page.keyboard.press(key)
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            shape = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert shape != "none", f"the focus on {selector} cannot be seen"
            return
    pytest.fail(f"{key} never came to {selector}; it is at {page.evaluate(_FOCUS)}")


def test_a_trip_from_the_first_words_to_another_version_by_keyboard_alone(easel: Easel, open_page: Pages) -> None:
    guest = Guest(open_page(easel.url)).arrive()
    keys, page = guest.page.keyboard, guest.page
    expect(guest.composer).to_be_focused()
    keys.type("a slow week by the sea")
    keys.press("Enter")
    guest.sees("choose")
    keys.press("Tab")
    second = page.locator("[data-option='1'] [data-hex]").first.get_attribute("data-hex") or ""
    with guest.new_picture():
        keys.press("2")
    expect(page.locator(".proof-asked").first).to_have_attribute("data-hex", second)
    keys.press("/")
    expect(guest.composer).to_be_focused()
    with guest.new_picture():
        keys.type("make it night")
        keys.press("Enter")
    first, last = guest.versions()
    tab_to(page, "#wh-strip .node")
    assert page.evaluate(_FOCUS) == last
    keys.press("ArrowLeft")
    assert page.evaluate(_FOCUS) == first
    keys.press("Enter")
    expect(page.locator("#wh-print img")).to_have_attribute("data-version", first)
    assert page.evaluate(_FOCUS) == first, "the focus is lost when the tree is drawn anew"
    keys.press("ArrowRight")
    keys.press("Enter")
    expect(page.locator("#wh-print img")).to_have_attribute("data-version", last)
    keys.press("z")
    expect(page.locator("#wh-print img")).to_have_attribute("data-version", first)
    keys.press("Shift+Z")
    expect(page.locator("#wh-print img")).to_have_attribute("data-version", last)


def test_panels_menus_and_drawers_give_the_focus_back(easel: Easel, open_page: Pages) -> None:
    guest = Guest(open_page(easel.url)).arrive()
    keys, page = guest.page.keyboard, guest.page
    guest.say("a slow week by the sea")
    guest.sees("choose")
    guest.choose(1)
    for name in ("palette", "mask"):
        tab_to(page, f".tool[data-panel={name}]")
        keys.press("Enter")
        expect(page.locator(f"[data-panel-body={name}]")).to_be_visible()
        assert page.evaluate("document.activeElement.closest('[data-panel-body]')?.dataset.panelBody") == name
        keys.press("Escape")
        expect(page.locator(f"[data-panel-body={name}]")).to_be_hidden()
        assert page.evaluate(_FOCUS) == name
    tab_to(page, ".tools [data-menu]")
    keys.press("Enter")
    keys.press("ArrowDown")
    assert page.evaluate("document.activeElement.getAttribute('role')").startswith("menuitem")
    keys.press("Escape")
    assert page.evaluate("document.activeElement.matches('[data-menu]')")
    for kind in ("albums", "settings"):
        opener = f""".top-right [data-do*='"{kind}"']"""
        tab_to(page, opener, key="Shift+Tab")
        keys.press("Enter")
        drawer = page.locator(f"[data-drawer={kind}]")
        expect(drawer).to_be_visible()
        for _ in range(40):
            keys.press("Tab")
            assert page.evaluate("Boolean(document.activeElement.closest('.drawer'))"), "Tab left the drawer"
        keys.press("Escape")
        expect(drawer).to_have_count(0)
        assert page.evaluate("selector => document.activeElement.matches(selector)", opener)


def test_a_language_chosen_by_keyboard_leaves_the_focus_where_it_was(easel: Easel, open_page: Pages) -> None:
    guest = Guest(open_page(easel.url)).arrive()
    tab_to(guest.page, ".top [lang=ko]", key="Shift+Tab")
    guest.page.keyboard.press("Enter")
    expect(guest.page.locator("html")).to_have_attribute("lang", "ko")
    expect(guest.page.locator(".top [lang=ko]")).to_be_focused()


def test_escape_stops_a_painting_and_the_old_picture_stays(easel: Easel, open_page: Pages) -> None:
    guest = Guest(open_page(easel.url)).arrive()
    guest.say("a slow week by the sea")
    guest.sees("choose")
    guest.choose(1)
    before = guest.version()
    easel.wish(seconds=60)
    guest.say("make it night")
    guest.sees("painting")
    easel.wait_for_order("began", words="night")
    assert f"wh/picture/{before}" in (guest.page.locator(".painting .under").get_attribute("src") or "")
    guest.page.keyboard.press("Escape")
    guest.sees("confirm")
    easel.wait_for_order("stopped", words="night")
    expect(guest.page.get_by_role("heading", name=guest.word("confirm_stopped"))).to_be_visible()
    assert guest.version() == before
    guest.do("back")
    guest.sees("review")
    assert guest.version() == before


def test_a_screen_reader_hears_the_start_each_quarter_and_the_end(easel: Easel, open_page: Pages) -> None:
    guest = Guest(open_page(easel.url)).arrive()
    guest.page.evaluate(_LISTEN)
    guest.say("a slow week by the sea")
    guest.sees("choose")
    easel.wish(seconds=4)
    guest.choose(1)
    told = guest.page.evaluate("window.told")
    assert told[0] == guest.word("thinking")
    assert "Three trips: " in told[1]
    assert told[2] == guest.word("announce_started")
    quarters = [guest.word("announce_quarter", percent=percent) for percent in (25, 50, 75)]
    assert [one for one in told if one in quarters] == quarters
    assert told[-1] == guest.page.locator("#wh-log .turn").last.locator("p").first.inner_text()
    assert "score" in told[-1]
    assert len(told) == 7, told


def test_with_reduced_motion_nothing_moves(easel: Easel, open_page: Pages) -> None:
    guest = Guest(open_page(easel.url, reduced_motion="reduce")).arrive()
    guest.say("a slow week by the sea")
    guest.sees("choose")
    easel.wish(seconds=60)
    guest.page.locator("[data-option='0'] .button").click()
    guest.sees("painting")
    running = guest.page.evaluate(
        "document.getAnimations().filter(one => one.effect.getComputedTiming().activeDuration > 0).length"
    )
    assert running == 0
    guest.page.locator("[data-stop]").click()
    guest.sees("confirm")
