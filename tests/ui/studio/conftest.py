"""Conversations at every stage, on a real workshop with the plain planner and painter."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.graphs.plain import PlainPainter, PlainPlanner
from wanderhue.agent.errors import Unavailable
from wanderhue.agent.settings import Settings
from wanderhue.graphs import loop
from wanderhue.graphs.conversation import Conversation, Workshop
from wanderhue.graphs.view import View
from wanderhue.ui.studio.desk import Desk
from wanderhue.ui.studio.screen import Found

OWNER = "web:somebody"
CHOOSE: dict[str, Any] = {"type": "choose", "index": 0}
WAYS: dict[str, tuple[Any, ...]] = {
    "ask": (),
    "choose": ("a quiet lake",),
    "review": ("a quiet lake", CHOOSE),
    "done": ("a quiet lake", CHOOSE, {"type": "vary"}, {"type": "accept"}),
    "reword": ("a quiet lake", CHOOSE, "naked people"),
    "confirm": ("a quiet lake", CHOOSE),
}
"""{stage: the answers that lead to it}; before `confirm` the painter fails."""


@pytest.fixture
def painter() -> PlainPainter:
    return PlainPainter()


@pytest.fixture
def desk(data_dir: Path, painter: PlainPainter) -> Iterator[Desk]:
    """A desk over a real workshop."""
    opened = loop.run(Workshop.open(Settings.load(), data_dir=data_dir, planner=PlainPlanner(), painter=painter))

    async def workshop() -> Workshop:
        return opened

    yield Desk(workshop)
    loop.run(opened.aclose())


@pytest.fixture
def lead(desk: Desk, painter: PlainPainter) -> Callable[..., Found]:
    """Leads a new conversation to a stage, or along some answers: `lead("review")`, `lead("words", {...})`."""

    def leading(*ways: Any) -> Found:
        given = WAYS.get(ways[0], ways) if ways else ()
        if ways == ("confirm",):
            painter.fail.append(Unavailable("the painter's server is away"))

        async def work() -> Found:
            conversation = await desk.conversation("", OWNER)
            for answer in given:
                await send(conversation, answer)
            return await desk.find(conversation)

        return loop.run(work())

    return leading


async def send(conversation: Conversation, answer: Any) -> View:
    return await conversation.send({"type": "say", "text": answer} if isinstance(answer, str) else answer)
