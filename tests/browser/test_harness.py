"""The harness tells what it is there to tell: held on a plain program with pages that misbehave in known ways."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.pages import OUT, Pages, axe, shot
from tests.browser.studio import Studio
from tests.browser.watch import Watch, leaves

PLAIN = (sys.executable, str(Path(__file__).with_name("plain_studio.py")))


@pytest.fixture
def plain(tmp_path: Path) -> Iterator[Studio]:
    with Studio(tmp_path / "plain", program=PLAIN) as running:
        yield running


def test_a_good_page_has_no_faults(plain: Studio, open_page: Pages, watch: Watch) -> None:
    page = open_page(plain.url)
    assert page.get_by_role("heading").inner_text() == "A plain page"
    assert axe(page) == []
    open_page.close()
    assert watch.faults == []
    assert watch.requests[0] == f"{plain.url}/"


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("/raises", "an error in JavaScript: Error: a broken page"),
        ("/rejects", "an error in JavaScript: Error: a broken promise"),
        ("/complains", "an error on the console: a complaint"),
        ("/misses", "an error on the console: Failed to load resource: the server responded with a status of 404"),
        ("/leaves", "a request left this machine: http://elsewhere.example/pixel.png"),
        ("/calls", "a request left this machine: wss://elsewhere.example/live"),
        ("/hints", "a hint to connect outside: https://elsewhere.example/"),
    ],
)
def test_a_page_that_misbehaves_is_told_on(
    plain: Studio, open_page: Pages, watch: Watch, path: str, fault: str
) -> None:
    page = open_page(plain.url + path)
    page.wait_for_timeout(100)
    open_page.close()
    assert any(found.startswith(fault) for found in watch.faults), watch.faults
    with pytest.raises(pytest.fail.Exception, match=re.escape(fault)):
        watch.check()
    watch.allow(".")
    watch.check()


@pytest.mark.parametrize(
    ("url", "outside"),
    [
        ("http://127.0.0.1:7860/wh/health", False),
        ("ws://localhost/x", False),
        ("http://[::1]:80/", False),
        ("data:text/html,hello", False),
        ("blob:http://127.0.0.1/7", False),
        ("https://fonts.example/inter.woff2", True),
        ("//127.0.0.1.example", False),  # no scheme: not an address of a request
        ("http://127.0.0.1.example/", True),
        ("http://192.168.0.1/", True),
    ],
)
def test_what_counts_as_leaving(url: str, outside: bool) -> None:
    assert leaves(url) is outside


def test_a_page_has_the_size_the_language_and_the_wishes_that_were_asked_for(plain: Studio, open_page: Pages) -> None:
    usual = open_page(f"{plain.url}/asks")
    assert usual.locator("#answer").inner_text() == "1280 800 en-US false false false"
    phone = open_page(f"{plain.url}/asks", viewport=(390, 844), locale="ko-KR", color_scheme="dark",
                      reduced_motion="reduce", touch=True)  # fmt: skip
    assert phone.locator("#answer").inner_text().endswith("ko-KR true true true")


def test_each_page_is_somebody_else_unless_it_is_opened_beside(plain: Studio, open_page: Pages) -> None:
    first = open_page(plain.url)
    tab, other = open_page(plain.url, beside=first), open_page(plain.url)
    assert first.context.cookies() == tab.context.cookies() != other.context.cookies()


def test_a_picture_is_kept_for_people_to_look_at(plain: Studio, open_page: Pages) -> None:
    path = shot(open_page(plain.url), "harness/a plain page")
    assert path == OUT / "harness" / "a-plain-page.png"
    assert path.read_bytes().startswith(b"\x89PNG")


def test_axe_tells_what_people_cannot_read(plain: Studio, open_page: Pages) -> None:
    page = open_page(f"{plain.url}/faint")
    assert {found.rule for found in axe(page)} == {"color-contrast", "image-alt"}
    assert axe(page, within="h1") == []


def test_a_studio_comes_back_with_its_data_on_the_same_address(plain: Studio, open_page: Pages) -> None:
    page = open_page(plain.url)
    assert page.locator("#starts").inner_text() == "1"
    plain.restart()
    page.reload()
    assert page.locator("#starts").inner_text() == "2"
    pid = plain.pid
    plain.kill()
    assert not plain.is_well()
    plain.start()
    assert plain.pid != pid
    page.reload()
    assert page.locator("#starts").inner_text() == "3"
    assert plain.stop() == 0


def test_a_studio_that_ails_says_what_it_printed(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match=r"ended with 1; it printed:\na plain studio that ails"):
        Studio(tmp_path, "--ail", program=PLAIN).start()


def test_a_studio_that_reaches_outside_is_told_on(tmp_path: Path) -> None:
    with (
        pytest.raises(AssertionError, match=r"tried to reach \['socket.getaddrinfo elsewhere.example'\]"),
        Studio(tmp_path, "--reach", "elsewhere.example", program=PLAIN) as studio,
    ):
        assert "elsewhere.example is outside" in studio.log()


def test_a_studio_that_prints_a_traceback_is_told_on(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="a plain stumble"), Studio(tmp_path, "--stumble", program=PLAIN) as studio:
        studio.check(since=len(studio.log()))
