"""First messages are understood, and the trips offered fit them: the evaluation set, row by row."""

import importlib.util
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from wanderhue.agent.hearing import language_of
from wanderhue.agent.offline.talk import recommend
from wanderhue.agent.palette import Palette
from wanderhue.agent.planner import Talk

_spec = importlib.util.spec_from_file_location("request_checks", Path(__file__).parent / "request_checks.py")
assert _spec is not None
assert _spec.loader is not None
checks = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(checks)

ROWS = checks.read_requests()


def talk_of(row: dict[str, str]) -> Talk:
    return Talk(row["text"], language_of(row["text"]) or "en", date.fromisoformat(row["now"]))


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_the_answer_fits_the_request(row: dict[str, Any]) -> None:
    found = recommend(talk_of(row))
    wrong = checks.wrong_with(found, row["expect"])
    assert wrong == [], (row["text"], found.reply)


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_three_options_have_palettes_that_cannot_be_taken_for_each_other(row: dict[str, Any]) -> None:
    palettes = [Palette.from_hex([color.hex for color in option.palette]) for option in recommend(talk_of(row)).options]
    for index, one in enumerate(palettes):
        assert all(one.distance(other) >= 0.045 for other in palettes[:index])
