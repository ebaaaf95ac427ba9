"""What a person waits for in the studio, and what it costs, measured in a real Chromium on this machine.

    python benchmarks/studio.py                      everything, about five minutes on two cores
    python benchmarks/studio.py start waits          some parts: start, memory, waits, bytes
    python benchmarks/studio.py --runs 9 --turns 52

Prints Markdown. Needs the browser of the browser tests. The studio runs as a person starts it, with a fresh data
folder, offline planner and illustrator. Times are of the page: from the key or the click to what can be seen.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from playwright.sync_api import Browser, Page, sync_playwright
from processes import cpu_seconds, family, resident_mb
from studio_rows import HEAD, kilobytes, line, megabytes, milliseconds

from tests.browser.pages import launch
from tests.browser.studio import Studio
from tests.needs import NEEDS

WISH = "a slow week by the sea in October"
TURNS = ("make it night", "make it a sunny morning", "make it winter", "make it autumn")
STREAM = "/gradio_api/queue/data"
COMPOSER = "#wh-composer textarea"
OPTIONS = "[0, 1, 2].every(n => document.querySelector(`[data-option='${n}']`)?.checkVisibility())"
PRINT = (
    "[...document.querySelectorAll('#wh-print img')].some(print => print.checkVisibility() && print.naturalWidth > 0)"
)
AGAIN = "window.whStages.length > 1 && window.whStages.at(-1) === 'review'"
RESTED = "document.body.dataset.stage === 'review'"
# every stage that the page shows, so that a short one is not missed between two looks
STAGES = """
window.whStages = [];
new MutationObserver(() => {
  const stage = document.body?.dataset.stage;
  if (stage && stage !== window.whStages.at(-1)) window.whStages.push(stage);
}).observe(document, {subtree: true, childList: true, attributes: true, attributeFilter: ['data-stage']});
"""
PATIENCE_MS = 60_000
READING_MS = 1500  # nobody chooses sooner; the options' own sketches are there by then


@contextmanager
def running() -> Iterator[Studio]:
    """A studio with a fresh data folder."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place, Studio(Path(place), fence=False) as studio:
        yield studio


def opened(browser: Browser, studio: Studio) -> Page:
    """The page of a new person, ready for words."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="en-US")
    context.set_default_timeout(PATIENCE_MS)
    context.add_init_script(STAGES)
    page = context.new_page()
    page.goto(studio.url)
    page.wait_for_selector(COMPOSER, state="visible")
    return page


def say(page: Page, text: str) -> float:
    """Write and press Enter; the moment of the key."""
    page.fill(COMPOSER, text)
    begun = time.perf_counter()
    page.press(COMPOSER, "Enter")
    return begun


def until(page: Page, condition: str, begun: float) -> float:
    """Seconds until the page's condition holds, looked at in every frame."""
    page.wait_for_function(condition, polling="raf")
    return time.perf_counter() - begun


def choose(page: Page) -> float:
    """Click the first option; the moment of the click."""
    button = page.locator("[data-option='0'] [data-do*='choose']").first
    button.scroll_into_view_if_needed()
    begun = time.perf_counter()
    button.click()
    return begun


def start(browser: Browser, given: argparse.Namespace) -> Iterator[str]:
    """(a) From the start of the process until it says that it is well and the composer is there."""
    well, usable, cpu = [], [], []
    for _ in range(given.runs + 1):
        begun = time.perf_counter()
        with running() as studio:
            well.append(time.perf_counter() - begun)
            page = opened(browser, studio)
            usable.append(time.perf_counter() - begun)
            cpu.append(sum(cpu_seconds(pid) for pid in family(studio.pid).values()))
            page.context.close()
    yield line("start to answering", milliseconds(well[1:]), note=f"first: {well[0] * 1000:.0f} ms")
    yield line("start to usable page", milliseconds(usable[1:]), note=f"first: {usable[0] * 1000:.0f} ms")
    yield line("CPU time up to then", milliseconds(cpu[1:]), note="the studio and its children, without the browser")


def memory(browser: Browser, given: argparse.Namespace) -> Iterator[str]:
    """(b) Resident memory at rest: with a page open, and after one picture; children told apart."""
    rows: dict[str, list[float]] = {}
    for _ in range(max(given.runs // 2, 3)):
        with running() as studio:
            page = opened(browser, studio)
            for label in ("page open", "after a picture"):
                if label == "after a picture":
                    until(page, OPTIONS, say(page, WISH))
                    until(page, RESTED, choose(page))
                time.sleep(3)
                for name, pid in family(studio.pid).items():
                    rows.setdefault(f"resident, {label}: {name}", []).append(resident_mb(pid))
            page.context.close()
    for label, samples in rows.items():
        yield line(label, megabytes(samples))


def waits(browser: Browser, given: argparse.Namespace) -> Iterator[str]:
    """(c), (d) Enter to three options, click to the sketch, click to the painting; a new person each time."""
    found: dict[str, list[float]] = {"Enter to three options": [], "click to sketch": [], "click to painting": []}
    with running() as studio:
        for _ in range(given.runs + 1):
            page = opened(browser, studio)
            found["Enter to three options"].append(until(page, OPTIONS, say(page, WISH)))
            page.wait_for_timeout(READING_MS)
            begun = choose(page)
            found["click to sketch"].append(until(page, PRINT, begun))
            found["click to painting"].append(until(page, RESTED, begun))
            page.context.close()
    for label, samples in found.items():
        yield line(label, milliseconds(samples[1:]), note=f"first: {samples[0] * 1000:.0f} ms")


class Meter:
    """Counts the bytes of the page's answers, those of Gradio's event streams apart, as they arrive."""

    def __init__(self, page: Page) -> None:
        self.stream, self.rest = 0, 0
        self._streams: set[str] = set()
        devtools = page.context.new_cdp_session(page)
        devtools.on("Network.requestWillBeSent", self._asked)
        devtools.on("Network.dataReceived", self._received)
        devtools.send("Network.enable")

    def _asked(self, event: dict[str, Any]) -> None:
        if STREAM in event["request"]["url"]:
            self._streams.add(event["requestId"])

    def _received(self, event: dict[str, Any]) -> None:
        if event["requestId"] in self._streams:
            self.stream += event["dataLength"]
        else:
            self.rest += event["dataLength"]

    def take(self) -> tuple[int, int]:
        """The bytes since the last time: of event streams, of everything else."""
        taken, self.stream, self.rest = (self.stream, self.rest), 0, 0
        return taken


def bytes_(browser: Browser, given: argparse.Namespace) -> Iterator[str]:
    """(e) Bytes of the event streams of one turn, early and late in a long conversation."""
    streams, rests, seconds = [], [], []
    with running() as studio:
        page = opened(browser, studio)
        meter = Meter(page)
        until(page, OPTIONS, say(page, WISH))
        until(page, RESTED, choose(page))
        for number in range(given.turns):
            page.wait_for_timeout(400)  # what still comes belongs to the turn before
            meter.take()
            page.evaluate("window.whStages = ['review']")
            seconds.append(until(page, AGAIN, say(page, TURNS[number % len(TURNS)])))
            page.wait_for_timeout(400)
            taken = meter.take()
            streams.append(taken[0])
            rests.append(taken[1])
        after = resident_mb(studio.pid)
        page.context.close()
    marks = sorted({min(20, given.turns), given.turns if given.turns < 52 else 50})
    around = {turn: slice(max(turn - 3, 0), turn + 2) for turn in marks}
    for turn, near in around.items():
        yield line(f"event streams of turn {turn}", kilobytes(streams[near]), note="it and two turns on each side")
        yield line(f"other answers of turn {turn}", kilobytes(rests[near]), note="pictures, thumbnails")
        yield line(f"a whole turn {turn}", milliseconds(seconds[near]))
    first, last = (sorted(streams[near])[len(streams[near]) // 2] for near in (around[marks[0]], around[marks[-1]]))
    yield line(f"event streams, turn {marks[-1]} to turn {marks[0]}", (f"{last / max(first, 1):.3f}", "", 1))
    yield line(f"resident after {given.turns} turns: the studio", megabytes([after]))


PARTS: dict[str, Callable[[Browser, argparse.Namespace], Iterator[str]]] = {
    "start": start,
    "memory": memory,
    "waits": waits,
    "bytes": bytes_,
}


def main() -> None:
    """Run the parts that are named, or all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="part", help=", ".join(PARTS))
    parser.add_argument("--runs", type=int, default=7, help="samples of each wait, after one to warm up")
    parser.add_argument("--turns", type=int, default=52, help="length of the long conversation")
    given = parser.parse_args()
    if not NEEDS["browser"].found():
        sys.exit(NEEDS["browser"].missing())
    with sync_playwright() as playwright:
        browser = launch(playwright)
        print(f"Python {sys.version.split()[0]}, Chromium {browser.version}, {os.cpu_count()} cores.\n\n{HEAD}")
        for part in given.parts or PARTS:
            for found in PARTS[part](browser, given):
                print(found, flush=True)


if __name__ == "__main__":
    main()
