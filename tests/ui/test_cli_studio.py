"""`wanderhue` and `wanderhue studio` from a shell: it starts, says where it is, and ends in good order."""

import json
import os
import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest


def start(*arguments: str, **env: str) -> "subprocess.Popen[str]":
    """The program, with a browser that does nothing."""
    command = [sys.executable, "-m", "wanderhue", *arguments]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, "BROWSER": "true", **env}
    )


def address(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    line = process.stdout.readline()
    found = re.search(r"http://[\w.:]+/", line)
    assert found, line + (process.stderr.read() if process.stderr else "")
    return found[0]


def end(process: "subprocess.Popen[str]") -> tuple[int, str]:
    process.send_signal(signal.SIGINT if os.name != "nt" else signal.SIGTERM)
    _, errors = process.communicate(timeout=30)
    return process.returncode, errors


def test_without_a_command_the_studio_opens(tmp_path: Path) -> None:
    process = start("--data-dir", str(tmp_path / "data"))
    try:
        with urllib.request.urlopen(address(process) + "wh/health") as answer:
            assert json.load(answer)["ok"] is True
    finally:
        code, errors = end(process)
    assert (code, errors) == (0, "")


def test_a_login_from_the_environment_is_asked_for(tmp_path: Path) -> None:
    process = start("studio", "--data-dir", str(tmp_path / "data"), WANDERHUE_STUDIO_AUTH="ann:sea salt,bo:pine")
    try:
        page = urllib.request.Request(address(process), headers={"Accept": "text/html"})
        with urllib.request.urlopen(page) as answer:
            assert "/login" in answer.url
    finally:
        code, errors = end(process)
    assert (code, errors) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--auth", "nobody"), "NAME:PASSWORD"),
        (("--host", "no.such.host.invalid"), "is not known here"),
        (("--root-path", "studio?"), "write it like /studio"),
    ],
)
def test_what_cannot_be_served_is_said_and_nothing_starts(
    tmp_path: Path, arguments: tuple[str, ...], says: str
) -> None:
    process = start("studio", "--no-open", "--data-dir", str(tmp_path / "data"), *arguments)
    _, errors = process.communicate(timeout=60)
    assert process.returncode != 0
    assert says in errors
    assert "Traceback" not in errors
