"""The page in its place: Gradio mounted over the web floor, asked by Gradio's own client."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from wanderhue.ui.web.owner import owner_by

ROOT = Path(__file__).parents[3]
Said = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def said() -> Said:
    env = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    env |= {"GRADIO_ANALYTICS_ENABLED": "False", "HF_HUB_OFFLINE": "1", "PYTHONPATH": str(ROOT)}
    program = [sys.executable, "-W", "ignore", "-m", "tests.ui.web.under_gradio"]
    done = subprocess.run(program, capture_output=True, text=True, cwd=ROOT, env=env, timeout=120, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    found: Said = json.loads(done.stdout.splitlines()[-1])
    return found


def test_a_program_keeps_its_owner_from_call_to_call(said: Said) -> None:
    found = said["by_cookie"]
    assert found["whose"] == found["slowly"] == owner_by(found["cookie"])


def test_another_program_is_another_owner_and_may_bring_a_secret_of_its_own(said: Said) -> None:
    assert said["by_cookie"]["other"] == owner_by(said["by_cookie"]["given"]) != said["by_cookie"]["whose"]


def test_with_a_login_the_client_logs_in_and_everything_else_stays_shut(said: Said) -> None:
    assert said["by_login"] == {"whose": "user:mina", "wrong": "refused", "shut": [401] * 7}


def test_a_page_behind_a_prefix_names_its_files_under_it(said: Said) -> None:
    found = said["by_prefix"]
    assert (found["root"], found["kept"], found["status"]) == (*["https://outside.example/studio"] * 2, 200)
    assert "; Path=/studio;" in found["cookie"]
    assert found["cookie"].endswith("; Secure")


def test_a_page_elsewhere_cannot_reach_gradio_on_an_outside_name(said: Said) -> None:
    assert said["from_elsewhere"] == {"read": 403, "asked": 403, "allowed": None}
