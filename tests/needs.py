"""What some tests need from the machine beyond Python packages, how it is found, and how a person gets it.

Mark a test, or a folder's tests in its conftest, with `pytest.mark.needs("browser")`. Where the need is missing, the
test is left out and one line at the end of the run names what was left out and the command that mends it. With `CI`
set it fails instead: what CI promises is never left out quietly. A new need is a new row of NEEDS.
"""

import os
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

CHROMIUM_VARIABLE = "WANDERHUE_CHROMIUM"
_CHROMIUMS = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser", "chrome")
_CHROMIUM_PLACES = (
    "/usr/bin/chromium",
    "/usr/bin/google-chrome",
    "/usr/bin/chromium-browser",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
)
_GET_CHROMIUM = {"darwin": "brew install --cask google-chrome", "win32": "winget install Google.Chrome"}


def chromium() -> str | None:
    """The Chromium to drive: the one that is named by the environment, else one of the usual places."""
    named = os.environ.get(CHROMIUM_VARIABLE)
    if named:
        return named if Path(named).is_file() else None
    found = next(filter(None, map(shutil.which, _CHROMIUMS)), None)
    return found or next((place for place in _CHROMIUM_PLACES if Path(place).is_file()), None)


@dataclass(frozen=True, slots=True)
class Need:
    """Something outside Python: `tests` are the ones that need it, `found` finds it, `mend` is the command for it."""

    what: str
    tests: str
    found: Callable[[], str | None]
    mend: str

    def missing(self) -> str:
        """The sentence of one test that cannot run."""
        return f"{self.what} is missing; to get it: {self.mend}"

    def left_out(self, count: int) -> str:
        """The closing line of a run without it."""
        tests = f"{count} {self.tests}" if count > 1 else f"1 {self.tests.removesuffix('s')}"
        return f"{tests} left out: {self.what} is missing. To run them: {self.mend}"


NEEDS: Mapping[str, Need] = {
    "browser": Need(
        what=f"a Chromium browser (in a usual place, or named by {CHROMIUM_VARIABLE})",
        tests="browser tests",
        found=chromium,
        mend=_GET_CHROMIUM.get(sys.platform, "sudo apt-get install -y chromium fonts-nanum"),
    ),
}
