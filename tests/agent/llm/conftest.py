"""For the tests of chat models: nothing remembered, short waits, and an AWS account that is none of the machine's."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from wanderhue.agent.llm import hear
from wanderhue.agent.llm.memory import MEMORY


@pytest.fixture(autouse=True)
def fresh_memory() -> Iterator[None]:
    MEMORY.forget()
    yield
    MEMORY.forget()


@pytest.fixture(autouse=True)
def short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hear, "WAITS_S", (0.02, 0.05))


@pytest.fixture(autouse=True)
def an_aws_account_of_the_test(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "none"))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "none"))
