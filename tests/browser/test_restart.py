"""Reloads, closed tabs, crashes and restarts in the middle of painting, with a painter that is paid.

What holds every time: the conversation comes back, the picture arrives, and no picture is charged twice unasked.
"""

import re
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import Pages
from tests.browser.studio import Studio
from tests.browser.watch import Watch
from tests.graphs.counting import CountingServer

PAINTED = Path(__file__).with_name("painted_studio.py")
WISH = "a slow week by the sea in October"
GONE = (
    r"net::ERR_(CONNECTION_REFUSED|CONNECTION_RESET|CONTENT_LENGTH_MISMATCH|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING"
    r"|SOCKET_NOT_CONNECTED)"
)
"""What the console says while there is no server."""
LEFT = r"BodyStreamBuffer was aborted|Unexpected error Connection errored out|TypeError: network error"
"""What Gradio's own script says when its event stream ends under it, by a reload or a crash."""


class Till(CountingServer):
    """The painter's server: it charges when an order comes, and holds the picture back while `held`."""

    def __init__(self) -> None:
        super().__init__(delay=0.0)
        self.charged, self._go_on = threading.Event(), threading.Event()
        self.hold()

    def hold(self) -> None:
        """Charge orders, and keep their pictures until `let_go`."""
        self.charged.clear()
        self._go_on.clear()
        self.after_charge = self._wait

    def let_go(self) -> None:
        """Hand the picture out."""
        self._go_on.set()

    def _wait(self) -> None:
        self.after_charge = self._wait  # the server calls it once
        self.charged.set()
        self._go_on.wait(60)


@pytest.fixture(autouse=True)
def gone_servers_are_no_faults(watch: Watch) -> None:
    """The watch looks away from what must be said when a server or a page is gone."""
    watch.allow(GONE, LEFT)


@pytest.fixture(scope="module")
def till() -> Iterator[Till]:
    opened = Till()
    yield opened
    opened.let_go()
    opened.close()


@pytest.fixture(autouse=True)
def holding_till(till: Till) -> Iterator[None]:
    """Every test begins with a till that charged nothing and hands nothing out; none leaves an order held."""
    till.charges.clear()
    till.hold()
    yield
    till.let_go()


@contextmanager
def painted_studio(place: Path, till: Till, *more: str) -> Iterator[Studio]:
    program = (sys.executable, str(PAINTED))
    with Studio(place, "--till", str(till.port), *more, program=program) as running:
        yield running


@pytest.fixture(scope="module")
def lasting(till: Till, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    """A studio that lives on, for tests that do not end it."""
    with painted_studio(tmp_path_factory.mktemp("lasting"), till) as running:
        yield running


@pytest.fixture
def studio(till: Till, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Studio]:
    """A studio of the test's own, with a painter that charges at the till."""
    with painted_studio(tmp_path / "studio", till, *getattr(request, "param", ())) as running:
        yield running
        till.let_go()


def stage(page: Page, name: str) -> None:
    expect(page.locator("body")).to_have_attribute("data-stage", name)


def begin_painting(page: Page, till: Till) -> None:
    """Ask for a trip and choose the first option; the order is charged and its picture held back."""
    stage(page, "ask")
    page.fill("#wh-composer textarea", WISH)
    page.press("#wh-composer textarea", "Enter")
    page.locator("[data-option='0'] [data-do*='choose']").click()
    stage(page, "painting")
    assert till.charged.wait(20)


def see_picture(page: Page) -> str:
    """Wait for the picture; gives its version's id."""
    stage(page, "review")
    print_ = page.locator("#wh-print img[data-version]")
    expect(print_).to_be_visible()
    page.wait_for_function("document.querySelector('#wh-print img[data-version]')?.naturalWidth === 64")
    return str(print_.get_attribute("data-version"))


def see_words(page: Page) -> None:
    expect(page.locator("#wh-log")).to_contain_text(WISH)


def test_a_reload_while_it_paints_comes_back_to_the_painting(lasting: Studio, till: Till, open_page: Pages) -> None:
    page = open_page(lasting.url)
    begin_painting(page, till)
    page.reload()
    stage(page, "painting")
    see_words(page)
    expect(page.locator("[role=progressbar]")).to_be_visible()
    expect(page.locator(".steps .now")).to_contain_text("Paint")
    till.let_go()
    see_picture(page)
    assert len(till.charges) == 1


def test_a_closed_tab_stops_nothing(lasting: Studio, till: Till, open_page: Pages) -> None:
    page = open_page(lasting.url)
    begin_painting(page, till)
    other = open_page(beside=page)
    page.close()
    till.let_go()
    other.goto(lasting.url)
    other.get_by_role("button", name=re.compile("^Go on with")).click()
    see_picture(other)
    see_words(other)
    assert len(till.charges) == 1


def test_a_second_tab_joins_the_painting_and_both_show_the_picture(
    lasting: Studio, till: Till, open_page: Pages
) -> None:
    page = open_page(lasting.url)
    begin_painting(page, till)
    expect(page).to_have_url(re.compile(r"\?trip=\w+"))
    other = open_page(page.url, beside=page)
    stage(other, "painting")
    see_words(other)
    till.let_go()
    assert see_picture(page) == see_picture(other)
    assert len(till.charges) == 1


def test_somebody_else_with_the_address_joins_nothing(lasting: Studio, till: Till, open_page: Pages) -> None:
    page = open_page(lasting.url)
    begin_painting(page, till)
    other = open_page(page.url)
    expect(other.get_by_text("There is no such trip here")).to_be_visible()
    expect(other.locator("#wh-log")).not_to_contain_text(WISH)
    till.let_go()
    see_picture(page)


def test_a_crash_between_the_charge_and_the_picture_waits_for_each_persons_decision(
    studio: Studio, till: Till, open_page: Pages
) -> None:
    pages = open_page(studio.url), open_page(studio.url, viewport=(390, 844), locale="ko-KR")
    for page in pages:
        begin_painting(page, till)
        till.charged.clear()
    studio.kill()
    for page, line in zip(pages, ("The connection was lost", "연결이 끊겼어요"), strict=True):
        expect(page.locator("p.lost")).to_contain_text(line)
        expect(page.locator(".toast-wrap")).not_to_be_visible()
    till.let_go()
    studio.start()
    for page in pages:  # by itself: nobody touched the page
        stage(page, "confirm")
        see_words(page)
        expect(page.locator("p.lost")).to_have_count(0)
    yes, no = pages
    expect(yes.get_by_role("heading", name="It is not known whether this was painted")).to_be_visible()
    expect(yes.get_by_text("Your words and every earlier picture are kept.")).to_be_visible()
    expect(no.get_by_role("heading", name="그려졌는지 알 수 없어요")).to_be_visible()
    assert len(till.charges) == 2
    yes.get_by_role("button", name="Try again, $0.001").click()  # only a yes pays again
    see_picture(yes)
    no.get_by_role("button", name="그만두기").click()
    stage(no, "choose")
    expect(no.locator("[data-option]")).to_have_count(3)
    assert len(till.charges) == 3


def test_a_stop_in_good_order_waits_for_the_picture_that_is_paid(studio: Studio, till: Till, open_page: Pages) -> None:
    page = open_page(studio.url)
    begin_painting(page, till)
    threading.Timer(1.0, till.let_go).start()
    studio.restart()
    see_picture(page)
    see_words(page)
    assert len(till.charges) == 1


@pytest.mark.parametrize("studio", [("--free",)], indirect=True)
def test_after_a_crash_a_free_painter_paints_again_by_itself(studio: Studio, till: Till, open_page: Pages) -> None:
    page = open_page(studio.url)
    begin_painting(page, till)
    studio.kill()
    till.let_go()
    till.hold()
    studio.start()
    stage(page, "painting")
    assert till.charged.wait(20)
    till.let_go()
    see_picture(page)
    see_words(page)


def test_a_crash_at_rest_brings_the_page_back_to_where_it_was(studio: Studio, till: Till, open_page: Pages) -> None:
    page = open_page(studio.url)
    begin_painting(page, till)
    till.let_go()
    version = see_picture(page)
    page.evaluate("document.documentElement.dataset.before = 'the crash'")
    studio.kill()
    studio.start()
    expect(page.locator("html")).not_to_have_attribute("data-before", "the crash")
    assert see_picture(page) == version
    see_words(page)
    page.fill("#wh-composer textarea", "make it night")
    page.press("#wh-composer textarea", "Enter")
    expect(page.locator("#wh-versions [data-version], #wh-strip [data-version]")).to_have_count(2)
    assert len(till.charges) == 2


def test_words_that_are_being_written_outlive_a_restart(studio: Studio, till: Till, open_page: Pages) -> None:
    page = open_page(studio.url)
    stage(page, "ask")
    page.fill("#wh-composer textarea", "a half-written wish")
    page.evaluate("document.documentElement.dataset.before = 'the crash'")
    studio.kill()
    studio.start()
    expect(page.locator("html")).not_to_have_attribute("data-before", "the crash")
    expect(page.locator("#wh-composer textarea")).to_have_value("a half-written wish")
