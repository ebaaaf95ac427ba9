"""What an event sends to the page."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from wanderhue.ui.studio.handlers import _news, data_of


def test_an_event_sends_what_changed_and_always_whose_conversation_it_is() -> None:
    async def updates() -> AsyncIterator[dict[str, Any]]:
        for stage, log in (("a", "one"), ("a", "two"), ("b", "two")):
            yield {"stage": stage, "log": log, "thread": "t"}

    async def listed() -> list[dict[str, Any]]:
        return [update async for update in _news(updates())]

    assert asyncio.run(listed()) == [
        {"stage": "a", "log": "one", "thread": "t"},
        {"log": "two", "thread": "t"},
        {"stage": "b", "thread": "t"},
    ]


class Event:
    def __init__(self, data: Any) -> None:
        self._data = data


@pytest.mark.parametrize(
    ("sent", "data"),
    [
        ({"do": "more"}, {"do": "more"}),
        ('{"do": "more"}', {"do": "more"}),
        ("{", {}),
        ("7", {}),
        (None, {}),
        ([1], {}),
    ],
)
def test_what_an_element_said_is_data_or_nothing(sent: Any, data: dict[str, Any]) -> None:
    assert data_of(Event(sent)) == data
    assert data_of(object()) == {}
