"""A growing answer gives what is complete and never takes it back."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wanderhue.agent.llm.partial import MOST_AFTER, Growing, find_json

WHOLE = {"reply": 'so "so" {x} [y] \\', "n": 12, "options": [{"t": "A", "p": [1, 2]}, {"t": "가"}], "ok": True, "e": {}}


def told(text: str, size: int = 1) -> list[dict[str, Any]]:
    growing = Growing()
    found = [growing.add(text[start : start + size]) for start in range(0, len(text), size)]
    return [values for values in found if values is not None]


def test_members_come_when_they_are_complete_and_items_one_by_one() -> None:
    steps = told(json.dumps(WHOLE))
    assert [list(step) for step in steps] == [
        ["reply"], ["reply", "n"], ["reply", "n", "options"], ["reply", "n", "options"],
        ["reply", "n", "options", "ok"], [*WHOLE],
    ]  # fmt: skip
    assert [len(step.get("options", [])) for step in steps] == [0, 0, 1, 2, 2, 2]
    assert steps[-1] == WHOLE


def test_an_item_that_was_given_never_changes() -> None:
    before: list[Any] = []
    for step in told(json.dumps(WHOLE), 3):
        options = step.get("options", [])
        assert options[: len(before)] == before
        before = options


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('For {quick} and {} :\n```json\n{"a": {"b": "some words"}}\n```\nBye {you}.', {"a": {"b": "some words"}}),
        ('<think>maybe {"a": 2}</think>{"a": 1}', {"a": 1}),
        ('{"a": "two\nlines"}', {"a": "two\nlines"}),
        ('[{"a": 1}]', {"a": 1}),
    ],
)
def test_the_object_is_found_in_other_words_growing_and_whole(text: str, value: dict[str, Any]) -> None:
    assert find_json(text) == value
    assert told(text)[-1] == value


@pytest.mark.parametrize(
    "text", ["", "no", "{}x{", '{"a": 1, "b": [{"c": 1}, {"c": ', '{"a" = {"b": 1}, "c" = {"d": 2}}']
)
def test_what_is_no_whole_object_is_none(text: str) -> None:
    assert not find_json(text)


def test_after_the_end_only_so_much_more_is_taken() -> None:
    growing = Growing()
    growing.add('{"a": 1}')
    assert growing.ended
    assert not growing.runs_on
    growing.add(" " * (MOST_AFTER + 1))
    assert growing.runs_on


LEAVES = st.none() | st.booleans() | st.integers() | st.text(max_size=8)
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
)


@given(st.dictionaries(st.text(max_size=4), VALUES, min_size=1, max_size=4), st.integers(1, 9), st.booleans())
def test_every_object_ends_as_itself_whatever_the_pieces(whole: dict[str, Any], size: int, spaced: bool) -> None:
    text = json.dumps(whole, ensure_ascii=False, indent=1 if spaced else None)
    steps = told(text, size)
    assert steps[-1] == whole
    for step in steps:
        for key, value in step.items():
            grown = whole[key]
            assert value == grown or (isinstance(value, list) and value == grown[: len(value)])
