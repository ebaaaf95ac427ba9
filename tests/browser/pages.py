"""Pages as the tests want them: of a size, a language, light or dark; their pictures; and what axe finds in them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, BrowserContext, Page, Playwright

from tests.browser.watch import Watch
from tests.needs import chromium

OUT = Path(__file__).parents[2] / "out" / "browser"
FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-color-profile=srgb",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
)
PATIENCE_MS = 20_000  # two cores with a browser on each are slow; nothing waits that long when all is well


def launch(playwright: Playwright) -> Browser:
    """Start Chromium with an empty profile, unable to find any other machine."""
    return playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))


class Pages:
    """Opens pages. Each is another person's browser, unless it is opened `beside` a page: then it is a second tab."""

    def __init__(self, browser: Browser, watch: Watch) -> None:
        self._browser, self._watch = browser, watch
        self._contexts: list[BrowserContext] = []

    def __call__(
        self,
        url: str = "",
        *,
        viewport: tuple[int, int] = (1280, 800),
        locale: str = "en-US",
        color_scheme: Literal["light", "dark"] = "light",
        reduced_motion: Literal["reduce", "no-preference"] = "no-preference",
        touch: bool = False,
        beside: Page | None = None,
    ) -> Page:
        """Open a page, at an address if there is one."""
        if beside is not None:
            context = beside.context
        else:
            context = self._browser.new_context(
                viewport={"width": viewport[0], "height": viewport[1]},
                locale=locale,
                color_scheme=color_scheme,
                reduced_motion=reduced_motion,
                has_touch=touch,
                is_mobile=touch,
                accept_downloads=True,
            )
            context.set_default_timeout(PATIENCE_MS)
            self._watch.over(context)
            self._contexts.append(context)
        page = context.new_page()
        if url:
            page.goto(url)
        return page

    def all(self) -> list[Page]:
        """Every open page, oldest first."""
        return [page for context in self._contexts for page in context.pages]

    def close(self) -> None:
        """Look at every page a last time and close it."""
        for page in self.all():
            self._watch.look(page)
        for context in self._contexts:
            context.close()
        self._contexts.clear()


def shot(page: Page, name: str, *, full: bool = False) -> Path:
    """Save what the page shows, or with `full` all of it, as out/browser/NAME.png; typefaces are waited for."""
    path = OUT / (re.sub(r"[^\w./-]+", "-", name).strip("-") + ".png")
    page.evaluate("document.fonts.ready.then(() => null)")
    page.screenshot(path=path, full_page=full, animations="disabled", caret="hide")
    return path


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule of accessibility that elements of the page break."""

    rule: str
    impact: str
    help: str
    targets: tuple[str, ...]


def axe(page: Page, within: str = "", *, rules: Sequence[str] = ()) -> list[Violation]:
    """The serious and critical violations of the page, or of what lies `within` a selector; of all rules or of some."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate(
        """([within, rules]) => axe.run(within || document, {resultTypes: ['violations'],
          ...(rules.length ? {runOnly: rules} : {})}).then(found => found.violations)""",
        [within, list(rules)],
    )
    return [
        Violation(row["id"], row["impact"], row["help"], tuple(str(node["target"]) for node in row["nodes"]))
        for row in found
        if row["impact"] in ("serious", "critical")
    ]
