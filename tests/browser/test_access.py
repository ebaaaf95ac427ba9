"""Anybody can use the page: axe finds nothing serious on any main screen, in light and dark, on both sizes."""

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import expect

from tests.browser.easel_studio import Easel
from tests.browser.guest import Guest
from tests.browser.pages import Pages, axe, shot

REFUSED = "draw a naked woman, the cliffs of Moher at sunset with seabirds"
Look = Callable[[str], None]
Schemes = dict[Literal["light", "dark"], tuple[str, ...]]
LIGHT: Schemes = {"light": ()}
DARK_TOO: Schemes = {**LIGHT, "dark": ("color-contrast", "link-in-text-block")}
"""Rules by scheme, () for all: in dark those that see colors, on one size, since colors are the same on both."""


@pytest.mark.parametrize("viewport", [(1440, 900), (390, 844)], ids=["desktop", "phone"])
def test_axe_finds_nothing_serious_on_any_main_screen(
    easel: Easel, open_page: Pages, viewport: tuple[int, int]
) -> None:
    guest = Guest(open_page(viewport=viewport, touch=viewport[0] < 500, reduced_motion="reduce")).arrive(easel.url)
    found: dict[str, list[str]] = {}

    schemes = DARK_TOO if viewport[0] > 500 else LIGHT

    def look(screen: str) -> None:
        """Keep what axe finds."""
        for scheme, rules in schemes.items():
            guest.page.emulate_media(color_scheme=scheme)
            if not rules:
                shot(guest.page, f"access/{viewport[0]}/{screen}")
            for fault in axe(guest.page, rules=rules):
                found.setdefault(f"{fault.rule} ({fault.impact}): {fault.help} at {fault.targets}", []).append(
                    f"{screen} {scheme}"
                )
        guest.page.emulate_media(color_scheme="light")

    look("empty")
    _see_the_picture(guest, easel, look)
    _see_the_panels(guest, look)
    _see_the_pauses(guest, easel, look)
    _see_the_drawers(guest, look)
    assert not found, "\n".join(f"{fault}: {', '.join(screens)}" for fault, screens in found.items())


def _see_the_picture(guest: Guest, easel: Easel, look: Look) -> None:
    guest.say("a slow week by the sea")
    guest.sees("choose")
    look("options")
    easel.wish(seconds=60)
    guest.page.locator("[data-option='0'] .button").click()
    guest.sees("painting")
    easel.wait_for_order("began")
    look("painting")
    easel.wish(price=0.04)
    guest.page.locator("[data-stop]").click()
    guest.sees("confirm")
    look("stopped")
    with guest.new_picture():
        guest.do("paint")
    look("review")
    with guest.new_picture():
        guest.menu("vary").get_by_role("menuitem").first.click()


def _see_the_panels(guest: Guest, look: Look) -> None:
    for panel in ("palette", "mask", "compare"):
        guest.panel(panel)
        look(panel)
        guest.page.keyboard.press("Escape")
    for menu in ("vary", "shape", "download"):
        guest.menu(menu)
        look(f"menu {menu}")
        guest.page.keyboard.press("Escape")
    for fold in guest.page.locator(".facts details:not([open]) > summary").all():
        if fold.is_visible():
            fold.click()
    look("prompt card")
    guest.tab("versions")
    look("versions")
    guest.tab("talk")
    look("talk")


def _see_the_pauses(guest: Guest, easel: Easel, look: Look) -> None:
    easel.wish(fail="unavailable")
    guest.say("make it night")
    guest.sees("confirm")
    look("failed")
    easel.wish(price=0.04)
    guest.do("back")
    guest.sees("review")
    guest.tab("talk")
    guest.say(REFUSED)
    guest.sees("reword")
    look("refused")
    guest.do("back")
    guest.sees("review")
    guest.prefer(preview=True)
    guest.tab("talk")
    guest.say("make it night")
    guest.sees("confirm")
    expect(guest.page.locator("[data-do*=paint]")).to_contain_text("$0.04")
    look("preview")
    with guest.new_picture():
        guest.do("paint")


def _see_the_drawers(guest: Guest, look: Look) -> None:
    guest.drawer("albums")
    guest.page.locator(".album-more > summary").first.click()
    guest.page.locator(".ask-delete > summary").first.click()
    look("albums")
    guest.close_drawer()
    guest.drawer("settings")
    look("settings")
    guest.page.goto(guest.page.url.split("?")[0] + "?trip=" + "0" * 32)
    expect(guest.arrive().page.locator(".card-note.error")).to_be_visible()
    look("error")
