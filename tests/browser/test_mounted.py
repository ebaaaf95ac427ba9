"""The studio under a prefix: mounted into somebody's own app, and behind proxies that strip the prefix or leave it."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import expect

from tests.browser import mounted_studio
from tests.browser.pages import Pages
from tests.browser.proxy import Proxy
from tests.browser.studio import Studio
from tests.browser.watch import Watch

ICON = r"/favicon\.ico"
"""Browsers ask the host's root for it before they have seen the page's own."""
WISH = "a slow week by the sea in October"
PREFIX = "/wander/hue"


@contextmanager
def mounted(place: Path) -> Iterator[str]:
    with Studio(place, program=(sys.executable, mounted_studio.__file__)) as studio:
        assert httpx.get(f"{studio.url}/wh/health", trust_env=False).json()["whose"] == "their own"
        yield studio.url + mounted_studio.PATH


@contextmanager
def behind(place: Path, *, strips: bool, login: bool = False) -> Iterator[str]:
    more = ("--auth", "mina:sea") if login else ()
    with Studio(place, "--root-path", PREFIX, *more) as studio:
        proxy = Proxy(studio.port, PREFIX, strips=strips)
        yield proxy.url
        proxy.close()


@pytest.fixture(autouse=True)
def hosts_icon_is_no_fault(watch: Watch) -> None:
    """The studio has no say in what is at the host's root."""
    watch.allow(ICON)


@pytest.fixture(params=["mounted", "behind a proxy that strips", "behind a proxy that does not"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a studio that is not at the root of its host, no slash at the end."""
    way = (
        mounted(tmp_path)
        if request.param == "mounted"
        else behind(tmp_path, strips=request.param.endswith("that strips"))
    )
    with way as found:
        yield found


def test_the_page_works_under_a_prefix(url: str, open_page: Pages, watch: Watch) -> None:
    page = open_page(f"{url}/")
    page.fill("#wh-composer textarea", WISH)
    page.press("#wh-composer textarea", "Enter")
    page.wait_for_function(
        "[...document.querySelectorAll('[data-option] img')].filter(one => one.naturalWidth).length == 3"
    )
    page.locator("[data-option='0'] [data-do*='choose']").click()
    expect(page.locator("body")).to_have_attribute("data-stage", "review")
    page.wait_for_function("document.querySelector('#wh-print img[data-version]')?.naturalWidth > 500")
    page.wait_for_function("document.querySelector('#wh-strip [data-version] img')?.naturalWidth > 0")
    expect(page).to_have_url(re.compile(re.escape(url) + r"/\?trip=\w+"))
    with page.expect_download() as saved:
        page.locator(".tools [data-menu]").last.click()
        page.locator("a[href*='as=png']").click()
    assert saved.value.path().read_bytes().startswith(b"\x89PNG")
    page.reload()
    expect(page.locator("#wh-log")).to_contain_text(WISH)
    page.wait_for_timeout(2500)  # the look for the server's health, too
    expect(page.locator("html")).not_to_have_attribute("data-lost", "true")
    astray = [asked for asked in watch.requests if not asked.startswith((f"{url}/", "data:", "blob:"))]
    astray = [asked for asked in astray if not re.search(ICON, asked)]
    assert astray == []
    assert {cookie["path"] for cookie in page.context.cookies()} == {url.split("/", 3)[3].join(("/", ""))}


def test_an_address_without_its_last_slash_leads_to_the_page(
    url: str, open_page: Pages, request: pytest.FixtureRequest
) -> None:
    if request.node.callspec.params["url"].endswith("that strips"):
        return  # what comes to the studio is / then; the proxy has to redirect (docs/studio.md)
    page = open_page(url)
    expect(page).to_have_url(f"{url}/")
    page.fill("#wh-composer textarea", WISH)
    page.press("#wh-composer textarea", "Enter")
    expect(page.locator("[data-option]")).to_have_count(3)


@pytest.mark.parametrize("strips", [True, False])
def test_a_login_under_a_prefix_leads_to_the_page_and_back_to_the_trip(
    strips: bool, tmp_path: Path, open_page: Pages
) -> None:
    with behind(tmp_path, strips=strips, login=True) as url:
        page = open_page(f"{url}/")
        page.get_by_label("Name").fill("mina")
        page.get_by_label("Password").fill("sea")
        page.get_by_role("button").click()
        expect(page).to_have_url(f"{url}/")
        page.fill("#wh-composer textarea", WISH)
        page.press("#wh-composer textarea", "Enter")
        expect(page.locator("[data-option]")).to_have_count(3)
        trip = page.url
        page.context.clear_cookies()
        page.goto(trip)
        page.get_by_label("Name").fill("mina")
        page.get_by_label("Password").fill("sea")
        page.get_by_role("button").click()
        expect(page).to_have_url(trip)
        expect(page.locator("#wh-log")).to_contain_text(WISH)
        page.close()  # it would miss the proxy
