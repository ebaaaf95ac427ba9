"""Sketches of what may be painted, for the owner of the conversation."""

import asyncio
import io
from collections.abc import Awaitable, Callable
from pathlib import Path

import httpx
import pytest
from PIL import Image

from tests.graphs.test_unfinished import cut_off
from wanderhue.agent.preferences import Preferences
from wanderhue.graphs.conversation import Conversation, Workshop
from wanderhue.graphs.loop import run
from wanderhue.ui.web.owner import owner_by
from wanderhue.ui.web.workshops import with_conversation


@pytest.fixture
def conversation(client: httpx.Client, workshop: Workshop) -> Conversation:
    """The client's own conversation, with three options on the table at action 1."""
    client.get("/")

    async def work() -> Conversation:
        made = await workshop.conversation(None, owner_by(client.cookies["wanderhue"]))
        await made.send({"type": "say", "text": "a trip to a lake"})
        return made

    return run(work())


def test_each_option_has_its_sketch_and_a_browser_may_keep_it(client: httpx.Client, conversation: Conversation) -> None:
    seen = set()
    for index in range(3):
        answer = client.get(f"/wh/sketch/{conversation.thread}/1/{index}")
        assert answer.status_code == 200, answer.text
        assert answer.headers["content-type"] == "image/png"
        assert answer.headers["cache-control"] == "private, max-age=31536000, immutable"
        assert max(Image.open(io.BytesIO(answer.content)).size) == 384
        seen.add(answer.content)
    assert len(seen) == 3
    assert client.get(f"/wh/sketch/{conversation.thread}/1/3").status_code == 404


def test_a_sketch_asked_for_under_another_action_is_shown_but_not_kept(
    client: httpx.Client, conversation: Conversation
) -> None:
    answer = client.get(f"/wh/sketch/{conversation.thread}/7/0")
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "private, no-store")


def test_a_draft_is_sketched_while_it_waits_and_not_there_otherwise(
    client: httpx.Client, conversation: Conversation
) -> None:
    assert client.get(f"/wh/draft/{conversation.thread}/1").status_code == 404
    assert client.get(f"/wh/draft/{conversation.thread}/1?late=1").status_code == 204
    conversation.preferences = Preferences(preview=True)
    view = run(conversation.send({"type": "choose", "index": 1}))
    assert view.stage == "confirm"
    answer = client.get(f"/wh/draft/{conversation.thread}/2")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/png")
    assert "immutable" in answer.headers["cache-control"]


@pytest.fixture
def left(data_dir: Path) -> str:
    """A conversation that a crash cut off in the middle of a painting; made before the workshop opens its files."""
    return cut_off(data_dir)


def test_a_look_does_not_finish_what_a_crash_cut_off(
    left: str, workshop: Workshop, workshop_of: Callable[[], Awaitable[Workshop]]
) -> None:
    async def looked() -> tuple[bytes, bool]:
        png = await with_conversation(workshop_of, left, "local", lambda conversation: conversation.sketch_option(0))
        return png, await with_conversation(workshop_of, left, "local", lambda conversation: conversation.unfinished())

    png, unfinished = asyncio.run(looked())
    assert png.startswith(b"\x89PNG")
    assert unfinished
    assert workshop.deps.painter.orders == []  # type: ignore[attr-defined]
