"""What only a process of its own can show: signals, pipes, the environment, the start."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.ui.terminal import COMMAND, process, views, wanderhue


@pytest.mark.parametrize("arguments", [("chat",), ("chat", "--json")])
def test_ctrl_c_while_painting_leaves_a_conversation_that_goes_on(arguments: tuple[str, ...]) -> None:
    child = subprocess.Popen(
        [*COMMAND, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert child.stdin
    assert child.stdout
    child.stdin.write(b"a slow week by the sea\n")
    child.stdin.flush()
    while (line := child.stdout.readline()) and b"#" not in line:
        pass
    child.stdin.write(b"/choose 1\n")
    child.stdin.flush()
    time.sleep(0.3)
    os.killpg(child.pid, signal.SIGINT)
    out, err = child.communicate(timeout=20)
    assert child.returncode == 130
    assert b"ui/cli" not in err  # no trace of ours
    said = (out + err).decode().split()
    assert said[-4:-1] == ["wanderhue", "chat", "--resume"]
    assert views("/choose 1", resume=said[-1])[-1]["image"]["number"] >= 1


def test_ctrl_c_before_anything_was_said_is_quiet() -> None:
    child = subprocess.Popen([*COMMAND, "chat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert child.stdout
    child.stdout.readline()
    time.sleep(0.2)
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=20)
    assert child.returncode == 130
    assert b"ui/cli" not in err  # no trace of ours
    assert b"--resume" not in out


@pytest.mark.parametrize("arguments", [("palette", "check", "red", "navy", "--json"), ("--help",), ("trips", "list")])
def test_a_reader_that_leaves_early_is_no_error(arguments: tuple[str, ...]) -> None:
    child = subprocess.Popen([*COMMAND, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert child.stdout
    assert child.stderr
    child.stdout.close()
    assert child.stderr.read() == b""
    child.stderr.close()
    assert child.wait(20) == 0


def test_dotenv_of_the_working_directory_is_read(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("WANDERHUE_LANGUAGE=ko\n", encoding="utf-8")
    assert "아직 대화가 없어요" in process("trips", "list", cwd=tmp_path).stdout.decode()


def test_help_and_typos_come_without_loading_anything_heavy() -> None:
    code = (
        "import sys, json\nfrom wanderhue.ui.cli.app import cli\n"
        "heavy = ['rich', 'numpy', 'PIL', 'pydantic', 'langgraph', 'langchain_core', 'gradio', 'openai', 'boto3']\n"
        "print(json.dumps([name for name in heavy if name in sys.modules]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == []


def test_every_command_has_help_and_every_listed_command_exists() -> None:
    for path in (
        ["chat"],
        ["trips"],
        ["draw"],
        ["palette"],
        ["check"],
        ["inspect"],
        ["doctor"],
        ["trips", "export"],
        ["palette", "recolor"],
    ):
        result = wanderhue(*path, "--help")
        assert result.exit_code == 0
        assert "--data-dir" in result.stdout


def test_a_command_that_does_not_exist_is_a_mistake_of_usage() -> None:
    assert wanderhue("mcp").exit_code == 2


def test_shared_options_work_before_and_after_the_command(tmp_path: Path) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    assert json.loads(wanderhue("--json", "--data-dir", str(before), "trips", "list").stdout) == {"trips": []}
    assert json.loads(wanderhue("trips", "list", "--data-dir", str(after), "--json").stdout) == {"trips": []}
    assert before.is_dir()
    assert after.is_dir()


def test_a_bad_setting_is_a_typed_failure_that_names_it() -> None:
    result = wanderhue("chat", "--painter", "nobody", "--json")
    assert result.exit_code == 1
    assert "nobody" in json.loads(result.stdout)["error"]["message"]
