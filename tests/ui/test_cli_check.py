import json

from tests.ui.terminal import wanderhue


def test_harmless_words_are_allowed() -> None:
    result = wanderhue("check", "a red boat on a lake")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == {
        "id": 1,
        "verdict": "allowed",
        "categories": [],
        "text": "a red boat on a lake",
    }


def test_refused_words_end_with_three_and_name_a_category() -> None:
    result = wanderhue("check", "누드 그림")
    assert result.exit_code == 3
    row = json.loads(result.stdout)
    assert (row["verdict"], row["text"]) == ("refused", "")
    assert row["categories"]


def test_a_dash_reads_standard_input() -> None:
    assert json.loads(wanderhue("check", "-", said="a boat\n").stdout)["text"] == "a boat"


def test_every_line_of_a_file_gets_one_verdict_in_order() -> None:
    rows = [{"id": "a", "text": "a boat"}, {"text": "a nude woman"}, {"id": 9, "text": ""}]
    result = wanderhue("check", "--jsonl", "-", said="\n".join(json.dumps(row) for row in rows))
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row["id"] for row in found] == ["a", 2, 9]
    assert [row["verdict"] for row in found] == ["allowed", "refused", "allowed"]
    assert result.exit_code == 0


def test_lines_that_cannot_be_read_are_said_and_the_others_still_judged() -> None:
    lines = b'nonsense\n{"text": 3}\n' + b"[" * 100_000 + b'\n\n\xff\xfe\n{"id": 5, "text": "a boat"}'
    result = wanderhue("check", "--jsonl", "-", said=lines)
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row.get("verdict") for row in found] == [None, None, None, None, "allowed"]
    assert all(row["error"]["code"] == "bad_input" for row in found[:4])
    assert result.exit_code == 1


def test_an_unknown_profile_is_a_typed_failure() -> None:
    result = wanderhue("check", "a boat", "--profile", "nobody", "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["error"]["code"] == "bad_setup"


def test_neither_words_nor_a_file_is_a_mistake_of_usage() -> None:
    assert wanderhue("check").exit_code == 2
