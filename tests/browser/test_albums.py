"""What is kept: albums and their files, theme and language, and the same trip in a second tab."""

import io
import json
import zipfile

import pytest
from playwright.sync_api import expect

from tests.browser.easel_studio import Easel
from tests.browser.guest import Guest
from tests.browser.pages import Pages
from tests.browser.test_restart import LEFT
from tests.browser.watch import Watch


@pytest.fixture(autouse=True)
def reloads_are_no_faults(watch: Watch) -> None:
    """The watch looks away from what Gradio says when a reload ends its event stream."""
    watch.allow(LEFT, "AbortError")


def at_a_picture(easel: Easel, open_page: Pages, words: str = "draw a quiet lake") -> Guest:
    """A guest who looks at a picture."""
    guest = Guest(open_page(viewport=(1440, 900))).arrive(easel.url)
    with guest.new_picture():
        guest.say(words)
    return guest


def saved(guest: Guest, name: str, kind: str) -> tuple[str, bytes]:
    """A file of the menu, saved: its name and its bytes."""
    menu = guest.menu("download")
    with guest.page.expect_download() as started:
        menu.locator("a", has_text=guest.word(name)).filter(has_text=kind).click()
    download = started.value
    return download.suggested_filename, download.path().read_bytes()


def test_everything_can_be_saved_as_files(easel: Easel, open_page: Pages) -> None:
    guest = at_a_picture(easel, open_page)
    name, data = saved(guest, "file_picture", "PNG")
    assert name.endswith(".png")
    assert data.startswith(b"\x89PNG")
    name, data = saved(guest, "file_zip", "ZIP")
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert name.endswith(".zip")
    assert {one.rsplit(".", 1)[-1] for one in names} >= {"png", "json"}
    colors = [row.get_attribute("data-hex") or "" for row in guest.page.locator(".proof-asked").all()]
    for kind in ("JSON", "CSS", "GPL"):
        name, data = saved(guest, "file_palette", kind)
        assert name.endswith(f".{kind.lower()}")
        assert kind == "GPL" or all(color.lower() in data.decode().lower() for color in colors)
    json.loads(saved(guest, "file_palette", "JSON")[1])
    assert saved(guest, "file_palette", "ASE")[1].startswith(b"ASEF")
    name, data = saved(guest, "file_trip", "ZIP")
    assert any(one.endswith(".png") for one in zipfile.ZipFile(io.BytesIO(data)).namelist())


def test_an_album_is_renamed_and_another_deleted_with_its_files(easel: Easel, open_page: Pages) -> None:
    guest = at_a_picture(easel, open_page)
    page, first, kept = guest.page, guest.version(), guest.page.url
    guest.do("fresh")
    guest.sees("ask")
    with guest.new_picture():
        guest.say("draw a lighthouse at sunset")
    second = guest.version()
    drawer = guest.drawer("albums")
    expect(drawer.locator(".album")).to_have_count(2)
    expect(drawer.locator(".album.here")).to_contain_text("lighthouse")
    lake = drawer.locator(".album", has_text="draw a quiet lake")
    lake.locator(".album-more > summary").click()
    lake.get_by_label(guest.word("rename")).fill('Our <b>lake</b> & "hills" 여행 🏞')
    lake.get_by_role("button", name=guest.word("save")).click()
    expect(drawer.locator(".album strong", has_text='Our <b>lake</b> & "hills" 여행 🏞')).to_be_visible()
    here = drawer.locator(".album.here")
    here.locator(".album-more > summary").click()
    here.locator(".ask-delete > summary").click()
    expect(here).to_contain_text(guest.word("delete_sure", title="draw a lighthouse at sunset", n=1))
    here.get_by_role("button", name=guest.word("delete_yes")).click()
    expect(drawer.locator(".album")).to_have_count(1)
    guest.close_drawer()
    guest.sees("ask")
    assert page.request.get(f"{easel.url}/wh/picture/{second}").status == 404
    assert page.request.get(f"{easel.url}/wh/picture/{first}").ok
    page.goto(kept)
    guest.arrive()
    guest.sees("review")
    expect(page.locator(".trip-name")).to_have_text('Our <b>lake</b> & "hills" 여행 🏞')


def test_an_empty_page_offers_to_go_on_with_the_last_trip(easel: Easel, open_page: Pages) -> None:
    guest = at_a_picture(easel, open_page)
    version = guest.version()
    guest.page.goto(easel.url)
    guest.arrive().sees("ask")
    guest.page.get_by_role("button", name=guest.word("go_on_with", title="draw a quiet lake")).click()
    guest.sees("review")
    assert guest.version() == version


def test_theme_and_language_outlive_a_reload(easel: Easel, open_page: Pages) -> None:
    guest = Guest(open_page(easel.url, viewport=(1440, 900))).arrive()
    page = guest.page
    drawer = guest.drawer("settings")
    drawer.get_by_text(guest.word("theme_dark"), exact=True).click()
    expect(page.locator("html")).to_have_class("dark")
    guest.close_drawer()
    page.locator(".top [lang=ko]").click()
    expect(page.locator("html")).to_have_attribute("lang", "ko")
    korean = Guest(page, "ko")
    page.reload()
    korean.arrive()
    expect(page.locator("html")).to_have_class("dark")
    expect(page.locator("html")).to_have_attribute("lang", "ko")
    expect(page.get_by_role("heading", name=korean.word("empty_title"))).to_be_visible()
    expect(korean.composer).to_have_attribute("placeholder", korean.word("composer_ask"))
    drawer = korean.drawer("settings")
    expect(drawer.locator("[data-theme-set][value=dark]")).to_be_checked()
    drawer.get_by_text(korean.word("theme_system"), exact=True).click()
    expect(page.locator("html")).to_have_class("light")


def test_settings_stay_set(easel: Easel, open_page: Pages) -> None:
    guest = Guest(open_page(easel.url)).arrive()
    drawer = guest.drawer("settings")
    chosen = [f"[data-set={name}][value='{value}']" for name, value in (("quality", "draft"), ("pictures", "3"),
                                                                        ("preview", "true"))]  # fmt: skip
    for one in chosen:
        drawer.locator(f"label:has({one})").click()
        expect(drawer.locator(one)).to_be_checked()
    guest.page.reload()
    guest.arrive().drawer("settings")
    for one in chosen:
        expect(drawer.locator(one)).to_be_checked()


def test_a_second_tab_sees_the_same_trip_and_its_painting(easel: Easel, open_page: Pages) -> None:
    guest = at_a_picture(easel, open_page)
    tab = Guest(open_page(guest.page.url, beside=guest.page)).arrive()
    tab.sees("review")
    assert tab.version() == guest.version()
    easel.wish(seconds=3)
    guest.say("make it night")
    guest.sees("painting")
    tab.page.reload()
    tab.arrive().sees("painting")
    guest.sees("review")
    tab.sees("review")
    assert tab.version() == guest.version()
    assert len(tab.versions()) == 2


def test_a_click_on_an_older_page_brings_it_up_to_date_first(easel: Easel, open_page: Pages) -> None:
    guest = at_a_picture(easel, open_page)
    tab = Guest(open_page(guest.page.url, beside=guest.page)).arrive()
    with guest.new_picture():
        guest.say("make it night")
    orders = len(easel.orders())
    tab.menu("vary").get_by_role("menuitem").first.click()
    expect(tab.page.locator("#wh-print img")).to_have_attribute("data-version", guest.version())
    assert len(easel.orders()) == orders
