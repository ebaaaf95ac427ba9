import json
from pathlib import Path

import pytest

from tests.agent.llm.servers.openai import OpenAIServer
from tests.ui.terminal import wanderhue


def looked_at(*arguments: str) -> tuple[int, dict[str, dict[str, str]]]:
    result = wanderhue("doctor", "--json", *arguments)
    report = json.loads(result.stdout)
    assert report["ok"] == (result.exit_code == 0)
    return result.exit_code, {finding["name"]: finding for finding in report["findings"]}


def test_a_fresh_installation_is_well_and_says_why_it_uses_what(data_dir: Path) -> None:
    code, found = looked_at()
    assert code == 0
    assert "offline (the default)" in found["planner"]["text"]
    assert "illustrator (the default" in found["painter"]["text"]
    assert f"{data_dir} (from WANDERHUE_DATA_DIR), schema 1, writable" in found["data directory"]["text"]
    assert "none needed" in found["keys"]["text"]
    assert "langgraph" in found["packages"]["text"]
    assert " ms" in found["illustrator"]["text"]


def test_keys_are_named_and_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AZURE_OPENAI_API_KEY", "very-secret")
    result = wanderhue("doctor", "--planner", "offline")
    assert "AZURE_OPENAI_API_KEY" in result.stdout
    assert "very-secret" not in result.output
    assert "offline (from --planner)" in result.stdout


def test_a_key_that_is_found_and_not_used_is_told_with_what_would_use_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "very-secret")
    result = wanderhue("doctor")
    said = " ".join(result.stdout.split())
    assert "OPENAI_API_KEY was found: WANDERHUE_PLANNER=openai:" in said
    assert "very-secret" not in result.output


def test_the_model_is_asked_only_when_told_to(monkeypatch: pytest.MonkeyPatch) -> None:
    with OpenAIServer("yes") as server:
        monkeypatch.setenv("OPENAI_API_KEY", server.key)
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        monkeypatch.setenv("WANDERHUE_PLANNER", "openai:gpt-5.6-luna")
        assert "openai:gpt-5.6-luna (from WANDERHUE_PLANNER)" in looked_at()[1]["planner"]["text"]
        assert server.asked == []
        code, found = looked_at("--ask")
        assert (code, found["model"]["level"], len(server.asked)) == (0, "good", 1)
    code, found = looked_at("--ask")
    assert (code, found["model"]["level"]) == (1, "problem")
    assert "cannot be reached" in found["model"]["text"]


def test_a_data_directory_that_cannot_be_one_ends_with_one(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("x", encoding="utf-8")
    code, found = looked_at("--data-dir", str(file))
    assert code == 1
    assert found["place"]["level"] == "problem"
    assert "--data-dir" in found["place"]["text"]
    assert found["illustrator"]["level"] == "good"


def test_a_newer_data_directory_ends_with_one(data_dir: Path) -> None:
    data_dir.mkdir()
    (data_dir / "schema.json").write_text('{"schema": 999}', encoding="utf-8")
    code, found = looked_at()
    assert code == 1
    assert "999" in found["place"]["text"]


def test_an_unknown_planner_and_a_bad_setting_end_with_one(monkeypatch: pytest.MonkeyPatch) -> None:
    assert looked_at("--planner", "nobody")[1]["planner"]["level"] == "problem"
    monkeypatch.setenv("WANDERHUE_PICTURES", "many")
    result = wanderhue("doctor")
    assert result.exit_code == 1
    assert "WANDERHUE_PICTURES" in result.stdout
