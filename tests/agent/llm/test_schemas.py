"""Answers are easy to give: simple schemas for providers, and room for what small models write."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.agent.llm.minds import expanded, option, recommended, wish
from wanderhue.agent.llm.schemas import Answer, ExpandAnswer, OptionAnswer, RecommendAnswer
from wanderhue.agent.llm.strict import loose_schema, strict_schema
from wanderhue.agent.vocabulary import ELEMENTS, SETTINGS

ANSWERS: tuple[type[Answer], ...] = (RecommendAnswer, ExpandAnswer)


def nodes(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
    for part in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from nodes(part)


@pytest.mark.parametrize("answer", ANSWERS)
def test_the_schema_has_only_what_every_provider_takes(answer: type[Answer]) -> None:
    for schema in (strict_schema(answer), loose_schema(answer)):
        for node in nodes(schema):
            assert not {"anyOf", "oneOf", "allOf", "$ref", "default", "pattern"} & node.keys()
            assert "" not in node.get("enum", ())  # Gemini takes no empty word
            if node.get("type") == "object":
                assert node["required"] == list(node["properties"])


def test_the_words_of_lists_are_those_of_the_illustrator() -> None:
    scene = strict_schema(RecommendAnswer)["properties"]["options"]["items"]["properties"]["scene"]["properties"]
    assert scene["setting"]["enum"] == list(SETTINGS)
    assert scene["elements"]["items"]["properties"]["kind"]["enum"] == list(ELEMENTS)


def test_the_order_of_writing_is_the_order_of_showing() -> None:
    names = list(strict_schema(RecommendAnswer)["properties"])
    assert names[:4] == ["kind", "safety", "reply", "options"]


@pytest.mark.parametrize(
    ("given", "field", "read"),
    [
        ({"months": 4}, "months", [4]),
        ({"months": ["4", "5"]}, "months", [4, 5]),
        ({"months": None}, "months", []),
        ({"highlights": "one thing"}, "highlights", ["one thing"]),
        ({"latitude": "33.9° S"}, "latitude", -33.9),
        ({"latitude": "-8"}, "latitude", -8.0),
        ({"mood": ["calm", "old"]}, "mood", "calm, old"),
        ({"title": "  two\nlines "}, "title", "two lines"),
        ({"season": "none"}, "season", ""),
        ({"season": None}, "season", ""),
        ({"price": 12}, "place_en", "Kyoto, Japan"),
    ],
)
def test_what_small_models_write_is_read(given: dict[str, Any], field: str, read: Any) -> None:
    assert getattr(OptionAnswer.model_validate(option("kyoto", **given)), field) == read


def test_left_out_parts_are_empty() -> None:
    found = RecommendAnswer.model_validate({"kind": " Options ", "reply": "Hello."})
    assert (found.kind, found.options, found.safety.verdict) == ("options", [], "allowed")
    assert ExpandAnswer.model_validate({"reply": "Done."}).wishes == []
    assert ExpandAnswer.model_validate({"reply": "", "wishes": None, "colors": None}).colors == []


@pytest.mark.parametrize("answer", [{}, {"kind": "advice", "reply": "x"}, {"kind": "options"}, {"reply": {"a": 1}}])
def test_what_says_nothing_of_use_is_no_answer(answer: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="validation error"):
        RecommendAnswer.model_validate(answer)


def test_the_builders_of_these_tests_give_whole_answers() -> None:
    assert RecommendAnswer.model_validate(recommended()).options[2].palette
    row = expanded(wish("time", "night"), palette=["#000000"])
    assert set(row) == set(ExpandAnswer.model_fields)
    assert set(row["wishes"][0]) == set(strict_schema(ExpandAnswer)["properties"]["wishes"]["items"]["properties"])
    assert set(recommended()) == set(RecommendAnswer.model_fields)
    assert set(option("kyoto")) == set(OptionAnswer.model_fields)
