"""For all tests: no sockets but loopback, no settings from outside, no stray data directory."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_socket import enable_socket, socket_allow_hosts

for name in list(os.environ):
    if name.startswith(("WANDERHUE_", "AZURE_", "BWB_", "OPENAI_", "LANGSMITH_", "LANGCHAIN_", "AWS_")):
        del os.environ[name]
os.environ["LANGSMITH_TRACING"] = "false"


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
