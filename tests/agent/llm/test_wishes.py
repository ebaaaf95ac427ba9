"""A model's wishes, flat and loosely spelled, become the typed union of feedback, or nothing."""

from typing import Any

import pytest

from tests.agent.llm.minds import wish
from wanderhue.agent.llm.schemas import WishAnswer
from wanderhue.agent.llm.wishes import to_wish

WISHES: list[tuple[dict[str, Any], str | None]] = [
    (wish("time", "Evening"), "time:sunset"),
    (wish("time", "night"), "time:night"),
    (wish("weather", "rainy"), "weather:rain"),
    (wish("season", "fall"), "season:autumn"),
    (wish("style", "line"), "style:line"),
    (wish("setting", "beach"), "setting:seaside/beach"),
    (wish("add", element="boats", count=3), "add:boat*3"),
    (wish("add", element="hat", on="rabbit"), "add:hat>rabbit"),
    (wish("add", element="cow", word="elephant"), "add:cow~elephant"),
    (wish("add", word="elephant"), "add:cow~elephant"),
    (wish("remove", element="people"), "remove:people"),
    (wish("resize", "bigger", element="tower"), "bigger:tower"),
    (wish("move", element="boat", place="left"), "move:boat>left"),
    (wish("move", "left", element="boat"), "move:boat>left"),
    (wish("shift", "warmer"), "shift:warmer"),
    (wish("weigh", "more", color="red"), "more:red"),
    (wish("use", color="#FF0000", element="boat"), "use:#ff0000>boat"),
    (wish("use", color="red"), "use:#ff0000"),
    (wish("aspect", "1:1"), "aspect:1:1"),
    (wish("size", "1024 x 768"), "size:1024x768"),
    (wish("size", "800"), "size:800"),
    (wish("zoom", "closer"), "zoom:closer"),
    (wish("title", "Hello"), "title:Hello"),
    (wish("time", "brunchish"), None),
    (wish("add", element="qqqq"), None),
    (wish("aspect", "9:1"), None),
    (wish("size", "2048x64"), None),
    (wish("size", "huge"), None),
    (wish("use", color="shiny"), None),
    (wish("dance"), None),
]


@pytest.mark.parametrize(("row", "code"), WISHES, ids=[f"{n}" for n in range(len(WISHES))])
def test_wishes_are_read_to_the_typed_union(row: dict[str, Any], code: str | None) -> None:
    found = to_wish(WishAnswer.model_validate(row))
    assert (found.code() if found is not None else None) == code
