"""A missing browser leaves tests out with one line that says how to get it; on CI it fails them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.needs import CHROMIUM_VARIABLE, NEEDS, chromium

ROOT = Path(__file__).parents[1]
ONE_TEST = "tests/browser/test_harness.py::test_what_counts_as_leaving"


def run_without_a_browser(*arguments: str, **env: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments, ONE_TEST]
    kept = {name: value for name, value in os.environ.items() if name != "CI" and not name.startswith("PYTEST_")}
    env = {**kept, CHROMIUM_VARIABLE: str(ROOT / "no-such-browser"), **env}
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, env=env, check=False)


@pytest.mark.parametrize("workers", ["0", "1"])
def test_without_a_browser_its_tests_are_left_out_and_one_line_says_so(workers: str) -> None:
    done = run_without_a_browser("-n", workers)
    assert done.returncode == 0, done.stdout
    lines = [line for line in done.stdout.splitlines() if "left out" in line]
    assert len(lines) == 1
    assert lines[0].startswith("9 browser tests left out: a Chromium browser")
    assert lines[0].endswith(NEEDS["browser"].mend)
    assert "9 skipped" in done.stdout.splitlines()[-1]


def test_on_ci_a_missing_browser_is_a_failure() -> None:
    done = run_without_a_browser("-n", "0", CI="1")
    assert done.returncode == 1
    assert "9 errors" in done.stdout.splitlines()[-1]
    assert NEEDS["browser"].missing() in done.stdout


def test_the_browser_that_is_named_is_the_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named = tmp_path / "my browser"
    monkeypatch.setenv(CHROMIUM_VARIABLE, str(named))
    assert chromium() is None
    named.touch()
    assert chromium() == str(named)


def test_one_test_is_not_called_tests() -> None:
    assert NEEDS["browser"].left_out(1).startswith("1 browser test left out: ")
