"""Three people in real browsers among a dozen others, all painting at the same time: each sees only what is theirs."""

import re
import sys
import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser import painted_studio
from tests.browser.pages import Pages
from tests.browser.studio import Studio
from tests.ui.studio.marks import BLOCK, STEP, MarkServer
from tests.ui.studio.visitor import Visitor

IN_BROWSERS, ELSEWHERE = 3, 12
MARK = """
async selector => {
  const image = document.querySelector(selector), canvas = document.createElement("canvas");
  await image.decode();
  canvas.width = image.naturalWidth; canvas.height = image.naturalHeight;
  const pen = canvas.getContext("2d");
  pen.drawImage(image, 0, 0);
  return [...pen.getImageData(AT, AT, 1, 1).data];
}
""".replace("AT", str(BLOCK // 2))


@pytest.fixture
def marks() -> Iterator[MarkServer]:
    opened = MarkServer()
    yield opened
    opened.close()


@pytest.fixture
def studio(marks: MarkServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    program = (sys.executable, painted_studio.__file__)
    with Studio(tmp_path_factory.mktemp("crowd"), "--till", str(marks.port), "--preview", program=program) as running:
        yield running


def word_of(number: int) -> str:
    return f"zebra{number:02}quill"


def in_the_crowd(url: str, number: int, failed: list[BaseException]) -> None:
    try:
        with Visitor(url) as guest:
            guest.load()
            guest.say(f"a week by the sea in October with {word_of(number)}")
            guest.act("choose", index=0)
            assert 'data-stage="review"' in guest.page["stage"]
            assert set(re.findall(r"zebra\d+quill", "".join(guest.page.values()))) == {word_of(number)}
    except BaseException as error:
        failed.append(error)


def mark_of(page: Page, selector: str) -> tuple[int, int]:
    """The number in a picture as the browser shows it, and its kind (0: a preview, 255: the picture)."""
    red, _, blue, _ = page.evaluate(MARK, selector)
    return round(red / STEP), 255 if blue > 128 else 0


def test_browsers_in_a_crowd_see_only_their_own(studio: Studio, marks: MarkServer, open_page: Pages) -> None:
    failed: list[BaseException] = []
    crowd = [threading.Thread(target=in_the_crowd, args=(studio.url, number, failed))
             for number in range(IN_BROWSERS, IN_BROWSERS + ELSEWHERE)]  # fmt: skip
    for guest in crowd:
        guest.start()
    pages = [open_page(studio.url) for _ in range(IN_BROWSERS)]
    for number, page in enumerate(pages):
        page.fill("#wh-composer textarea", f"a week by the sea in October with {word_of(number)}")
        page.press("#wh-composer textarea", "Enter")
    for page in pages:
        page.locator("[data-option='0'] [data-do*='choose']").click()
    trips = []
    for page in pages:
        expect(page.locator("#wh-print img[src*='wh/preview/']")).to_be_visible()
        trips.append(page.url.split("trip=")[1])
        assert mark_of(page, "#wh-print img[src*='wh/preview/']") == (marks.numbers[trips[-1]], 0)
    assert len({*trips}) == IN_BROWSERS
    marks.let_go.set()
    for page, trip in zip(pages, trips, strict=True):
        expect(page.locator("body")).to_have_attribute("data-stage", "review")
        assert mark_of(page, "#wh-print img[data-version]") == (marks.numbers[trip], 255)
    for number, page in enumerate(pages):
        page.reload()
        expect(page.locator("#wh-log")).to_contain_text(word_of(number))
        assert set(re.findall(r"zebra\d+quill", page.content())) == {word_of(number)}
        page.locator("[data-do*='albums']").first.click()
        expect(page.locator("[data-album]")).to_have_count(1)
    for guest in crowd:
        guest.join(120)
    assert failed == []
    assert len(marks.numbers) == IN_BROWSERS + ELSEWHERE
    stranger = pages[0]
    stranger.goto(f"{studio.url}/?trip={trips[1]}")
    expect(stranger.get_by_text("There is no such trip here")).to_be_visible()
    assert word_of(1) not in stranger.content()
    expect(stranger).not_to_have_url(re.compile(trips[1]))
