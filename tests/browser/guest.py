"""A person at a page of the studio: what they do there, and what they see."""

import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
from PIL import Image
from playwright.sync_api import Locator, Page, expect

Pixels = npt.NDArray[np.uint8]
Lang = Literal["en", "ko"]
_PAINTED = """before => document.querySelectorAll('#wh-strip [data-version]').length > before
  && ['review', 'done'].includes(document.body.dataset.stage)
  && document.querySelector('#wh-print img[data-version]')?.complete"""


class Guest:
    """Somebody who uses the studio in a language; `page` is theirs."""

    def __init__(self, page: Page, lang: Lang = "en") -> None:
        self.page, self.lang = page, lang
        path = files("wanderhue.ui.studio").joinpath(f"words/{lang}.json")
        self._words: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))

    def word(self, key: str, **slots: object) -> str:
        """What the page calls something in the guest's language."""
        return self._words[key].format(**slots)

    def arrive(self, url: str = "") -> "Guest":
        """Open the studio, or wait for it where the page is open already."""
        if url:
            self.page.goto(url)
        self.page.wait_for_selector("html[data-ready]")
        return self

    @property
    def composer(self) -> Locator:
        """Where words are written."""
        return self.page.locator("#wh-words textarea")

    @property
    def stage(self) -> str:
        """ask, choose, painting, review, ..."""
        return str(self.page.evaluate("document.body.dataset.stage"))

    @property
    def live(self) -> Locator:
        """What a screen reader is told."""
        return self.page.locator("#wh-told")

    def sees(self, stage: str) -> None:
        """Wait until the page is at a stage."""
        expect(self.page.locator("body")).to_have_attribute("data-stage", stage)

    def say(self, words: str) -> None:
        """Write words and press Enter."""
        self.composer.fill(words)
        self.composer.press("Enter")

    def tab(self, name: Literal["talk", "picture", "versions"]) -> None:
        """On a phone, turn to one of the three; elsewhere everything is in view."""
        found = self.page.locator(f".tabs [data-tab={name}]")
        if found.is_visible():
            found.click()

    def do(self, kind: str, *, within: str = "") -> None:
        """Click what does it."""
        self.page.locator(f"""{within} [data-do*='"do":"{kind}"']:visible""").first.click()

    def choose(self, number: int) -> None:
        """Take an option, counted from 1, and wait for its picture."""
        with self.new_picture():
            self.page.locator(f"[data-option='{number - 1}'] .button").click()

    @contextmanager
    def new_picture(self) -> Iterator[None]:
        """Wait at the end until a picture was added, measured and shown."""
        before = self.page.locator("#wh-strip [data-version]").count()
        yield
        self.page.wait_for_function(_PAINTED, arg=before)

    def panel(self, name: Literal["palette", "mask", "compare"]) -> Locator:
        """Open a panel."""
        self.tab("picture")
        self.page.locator(f".tool[data-panel={name}]").click()
        opened = self.page.locator(f"[data-panel-body={name}]")
        expect(opened).to_be_visible()
        return opened

    def menu(self, label: str) -> Locator:
        """Open one of the menus under the print, by the key of its name."""
        self.page.locator(".tools [data-menu]", has_text=self.word(label)).click()
        return self.page.locator(".tools .menu-list:visible")

    def drawer(self, kind: Literal["albums", "settings"]) -> Locator:
        """Open a drawer."""
        self.page.locator(f"""#wh-top [data-do='{{"do":"{kind}"}}']:visible""").last.click()
        opened = self.page.locator(f"[data-drawer={kind}]")
        expect(opened).to_be_visible()
        return opened

    def close_drawer(self) -> None:
        """Close it by its button."""
        self.page.locator(".drawer [data-close-drawer]").click()
        expect(self.page.locator(".drawer")).to_have_count(0)

    def version(self) -> str:
        """The id of the picture on the stage."""
        return self.page.locator("#wh-print img[data-version]").get_attribute("data-version") or ""

    def versions(self) -> list[str]:
        """The ids of the pictures in the strip, in its order."""
        found: list[str] = self.page.evaluate(
            "[...document.querySelectorAll('#wh-strip [data-version]')].map(node => node.dataset.version)"
        )
        return found

    def fetch(self, path: str) -> bytes:
        """A file of the studio, asked for with the guest's own cookie."""
        url = self.page.evaluate("path => new URL(path, document.baseURI).href", path)
        answer = self.page.request.get(url)
        assert answer.ok, f"{path} answered {answer.status}"
        return answer.body()

    def pixels(self, version: str = "") -> Pixels:
        """The picture's pixels, sRGB (H, W, 3)."""
        return pixels_of(self.fetch(f"wh/picture/{version or self.version()}"))

    def prefer(self, **wishes: Any) -> None:
        """Set preferences as the settings drawer does."""
        for name, value in wishes.items():
            with self.page.expect_response("**/gradio_api/queue/join*"):
                self.page.evaluate("data => window.wanderhue.send(data)", {"do": "set", "name": name, "value": value})
            expect(self.page.locator("[data-drawer=settings]")).to_be_visible()
            self.close_drawer()


def pixels_of(data: bytes) -> Pixels:
    """The pixels of a picture file, sRGB (H, W, 3)."""
    with Image.open(io.BytesIO(data)) as picture:
        return np.asarray(picture.convert("RGB"))
