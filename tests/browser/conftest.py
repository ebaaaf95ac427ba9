"""Fixtures of the browser tests: one Chromium and one studio a worker, pages, and the watch over them.

The usual test takes `studio_url` and `open_page`. Every page that is opened is another person, so tests share one
studio without seeing each other. A test that stops, kills or sets the studio otherwise starts its own.
"""

import contextlib
import sys
from collections.abc import Callable, Generator, Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.easel_studio import Easel
from tests.browser.pages import PATIENCE_MS, Pages, launch, shot
from tests.browser.studio import Studio
from tests.browser.watch import Watch

StartStudio = Callable[..., Studio]
_FAILED = pytest.StashKey[bool]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of this folder needs a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.needs("browser"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember a failure for the fixtures that are put away after it."""
    report = yield
    if report.failed:
        item.stash[_FAILED] = True
        for value in getattr(item, "funcargs", {}).values():
            if isinstance(value, Studio):
                report.sections.append(("what the studio printed", value.log()[-6000:]))
    return report


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """The worker's Chromium, with an empty profile, unable to find any other machine."""
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        opened = launch(playwright)
        yield opened
        opened.close()


@pytest.fixture
def watch() -> Iterator[Watch]:
    """The watch over the test's pages: it fails the test at its end if a page did what none may do."""
    watching = Watch()
    yield watching
    watching.check()


@pytest.fixture
def open_page(browser: Browser, watch: Watch, request: pytest.FixtureRequest) -> Iterator[Pages]:
    """Opens watched pages; after a failure, what they showed is in out/browser/failed."""
    pages = Pages(browser, watch)
    yield pages
    if request.node.stash.get(_FAILED, False) or watch.faults:
        for number, page in enumerate(pages.all()):
            shot(page, f"failed/{request.node.name}-{number}")
    pages.close()


@pytest.fixture(scope="package")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    """The worker's studio, of small pictures. Leave it running: tests that stop it take `own_studio`."""
    running = Studio(tmp_path_factory.mktemp("studio"), env={"WANDERHUE_QUALITY": "draft"})
    running.start()
    yield running
    running.stop()


@pytest.fixture
def studio_url(studio: Studio) -> Iterator[str]:
    """The address of the worker's studio, no slash at its end; the test fails if the studio stumbles meanwhile."""
    before = len(studio.log())
    yield studio.url
    studio.check(since=before)


@pytest.fixture(scope="package")
def _told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    program = (sys.executable, str(Path(__file__).with_name("easel_studio.py")))
    with Studio(tmp_path_factory.mktemp("told"), program=program) as running:
        yield running


@pytest.fixture
def easel(_told: Studio) -> Iterator[Easel]:
    """What the painter of the worker's second studio shall do; `easel.url` is that studio's address."""
    before = len(_told.log())
    hand = Easel(_told.place, _told.url)
    hand.wish()
    yield hand
    hand.wish()
    if not hand.stumbles:
        _told.check(since=before)


@pytest.fixture
def start_studio(tmp_path: Path) -> Iterator[StartStudio]:
    """Starts studios of the test's own: `start_studio("--auth", "ann:secret", env={...})`."""
    with contextlib.ExitStack() as running:

        def start(*arguments: str, env: Mapping[str, str] | None = None) -> Studio:
            place = tmp_path / f"studio-{len(list(tmp_path.glob('studio-*')))}"
            return running.enter_context(Studio(place, *arguments, env=env))

        yield start


@pytest.fixture
def own_studio(start_studio: StartStudio) -> Studio:
    """A studio of the test's own, to `stop()`, `kill()`, `start()` and `restart()`."""
    return start_studio()
