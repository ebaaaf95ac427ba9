"""For all tests: no sockets but loopback, no settings from outside, no stray data directory, and what tests need."""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_socket import enable_socket, socket_allow_hosts

from tests.needs import CHROMIUM_VARIABLE, NEEDS

PROVIDERS = (
    "WANDERHUE_",
    "AZURE_",
    "BWB_",
    "OPENAI_",
    "LANGSMITH_",
    "LANGCHAIN_",
    "AWS_",
    "GOOGLE_",
    "GEMINI_",
    "OLLAMA_",
)
for name in list(os.environ):
    foreign = name.startswith(PROVIDERS)
    if foreign and name != CHROMIUM_VARIABLE:
        del os.environ[name]
os.environ["LANGSMITH_TRACING"] = "false"


def pytest_configure(config: pytest.Config) -> None:
    """Make the marks known."""
    config.addinivalue_line("markers", "shots: walks through the studio and keeps pictures of it (`make shots`)")
    config.addinivalue_line("markers", "needs(name): the test needs NEEDS[name] of tests/needs.py on the machine")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leave a test out whose need is missing; on CI, fail it."""
    for mark in item.iter_markers("needs"):
        (name,) = mark.args
        if NEEDS[name].found():
            continue
        if os.environ.get("CI"):
            pytest.fail(NEEDS[name].missing(), pytrace=False)
        item.user_properties.append(("left out for want of", name))
        pytest.skip(NEEDS[name].missing())


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """One closing line a missing need."""
    skipped = terminalreporter.stats.get("skipped", [])
    properties = [pair for report in skipped for pair in getattr(report, "user_properties", [])]
    counts = Counter(name for label, name in properties if label == "left out for want of")
    for name, count in counts.items():
        terminalreporter.write_line(NEEDS[name].left_out(count))


@pytest.fixture(autouse=True)
def only_loopback() -> Iterator[None]:
    """Sockets to anywhere but this machine fail."""
    socket_allow_hosts(["127.0.0.1", "::1", "localhost"], allow_unix_socket=True)
    yield
    enable_socket()


@pytest.fixture(autouse=True)
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data directory of the test's own, also for code that asks the settings."""
    place = tmp_path / "data"
    monkeypatch.setenv("WANDERHUE_DATA_DIR", str(place))
    return place
