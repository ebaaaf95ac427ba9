"""The whole journey, in both languages, on a laptop and on a phone: every main screen is looked at.

The pictures are kept in out/browser/journey for people to look at, and each screen is held to what can be told
without eyes: nothing wider than the window, cut, covered, too small for a finger, or in the other language.
"""

from dataclasses import dataclass, field

import pytest

from tests.browser.guest import Guest, Lang
from tests.browser.layout import language_faults, layout_faults
from tests.browser.pages import Pages, shot

_LOADED = """() => [...document.images].every(image => image.complete
  || !image.checkVisibility() || image.getBoundingClientRect().top > innerHeight)"""
DESKTOP, PHONE = (1440, 900), (390, 844)
SAID = {
    "en": {
        "wish": "A night by a mountain lake",
        "change": "make it night and add a boat",
        "back": "go back to the first one",
    },
    "ko": {
        "wish": "산속 호숫가에서 하룻밤",
        "change": "밤으로 바꾸고 배를 더해 줘",
        "back": "처음 그림으로 돌아가 줘",
    },
}


@dataclass
class Journey:
    """A guest, what is looked at, and what was found wrong so far."""

    guest: Guest
    name: str
    phone: bool
    faults: dict[str, list[str]] = field(default_factory=dict)
    """{what is wrong: the screens on which it was seen}"""
    screens: int = 0

    def look(self, screen: str) -> None:
        """Keep a picture of the screen and note what is wrong with it."""
        self.screens += 1
        page = self.guest.page
        page.wait_for_function(_LOADED)
        shot(page, f"journey/{self.name}/{self.screens:02}-{screen}")
        wrong = layout_faults(page, phone=self.phone) + language_faults(page, self.guest.lang)
        for fault in wrong:
            self.faults.setdefault(fault, []).append(screen)

    def look_down(self, screen: str, region: str = "#wh-stage") -> None:
        """The same, scrolled to the end of a region: what is last there can be reached."""
        self.guest.page.locator(region).evaluate("element => { element.scrollTop = element.scrollHeight }")
        self.look(screen)


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_the_whole_journey_looks_right(
    studio_url: str, open_page: Pages, lang: Lang, viewport: tuple[int, int]
) -> None:
    phone = viewport == PHONE
    page = open_page(viewport=viewport, locale="ko-KR" if lang == "ko" else "en-US", touch=phone)
    guest = Guest(page, lang).arrive(studio_url)
    journey = Journey(guest, f"{lang}-{'phone' if phone else 'desktop'}", phone)
    _until_a_picture(journey)
    _change_it(journey)
    _recolor_it(journey)
    _go_back_and_compare(journey)
    _around_it(journey)
    assert not journey.faults, "\n".join(f"{fault}  ({', '.join(at)})" for fault, at in journey.faults.items())


def _until_a_picture(journey: Journey) -> None:
    guest, page = journey.guest, journey.guest.page
    journey.look("empty")
    guest.say(SAID[guest.lang]["wish"])
    guest.sees("choose")
    journey.look("options")
    journey.look_down("options-end")
    page.locator("[data-option='1'] .button").scroll_into_view_if_needed()
    with guest.new_picture():
        page.locator("[data-option='1'] .button").click()
        guest.sees("painting")
        journey.look("painting")
    journey.look("review")
    journey.look_down("review-end")


def _change_it(journey: Journey) -> None:
    guest = journey.guest
    guest.tab("talk")
    with guest.new_picture():
        guest.say(SAID[guest.lang]["change"])
    journey.look("changed")
    with guest.new_picture():
        guest.menu("vary").get_by_role("menuitem").first.click()
    journey.look("varied")
    for label in ("vary", "shape", "download"):
        guest.menu(label)
        journey.look(f"menu-{label}")
        guest.page.keyboard.press("Escape")


def _recolor_it(journey: Journey) -> None:
    guest, page = journey.guest, journey.guest.page
    panel = guest.panel("palette")
    journey.look("palette")
    panel.locator("input.hex").first.fill("#7a1f3d")
    panel.locator("input.hex").first.press("Enter")
    with guest.new_picture():
        panel.locator("[data-palette-send=recolor]").click()
    assert page.locator(".proof-asked").first.get_attribute("data-hex") == "#7A1F3D"
    journey.look("recolored")
    guest.panel("mask")
    journey.look("mask")
    page.keyboard.press("Escape")
    page.locator(".prompt-card summary").first.click()
    journey.look("prompt-card")
    journey.look_down("prompt-card-end")


def _go_back_and_compare(journey: Journey) -> None:
    guest, page = journey.guest, journey.guest.page
    first, last = guest.versions()[0], guest.version()
    guest.tab("versions")
    journey.look("versions")
    guest.do("undo", within="#wh-strip")
    page.wait_for_function("last => document.querySelector('#wh-print img').dataset.version !== last", arg=last)
    guest.do("redo", within="#wh-strip")
    page.wait_for_function("last => document.querySelector('#wh-print img').dataset.version === last", arg=last)
    guest.tab("talk")
    journey.look("talk")
    guest.say(SAID[guest.lang]["back"])
    page.wait_for_function("first => document.querySelector('#wh-print img').dataset.version === first", arg=first)
    guest.panel("compare")
    journey.look("compare")
    page.keyboard.press("Escape")


def _around_it(journey: Journey) -> None:
    guest = journey.guest
    guest.drawer("albums")
    journey.look("albums")
    guest.page.locator(".album-more > summary").first.click()
    journey.look("albums-more")
    guest.close_drawer()
    guest.drawer("settings")
    journey.look("settings")
    journey.look_down("settings-end", ".drawer")
    guest.close_drawer()
    guest.tab("picture")
    guest.do("accept")
    guest.sees("done")
    journey.look("kept")
