"""What a crash cut off can be told, and finished with its events, when a conversation is opened again."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from tests.graphs.plain import PlainPainter, PlainPlanner
from tests.graphs.test_cut_points import die_while_varying
from wanderhue import TripSession
from wanderhue.agent.errors import Busy
from wanderhue.agent.settings import Settings
from wanderhue.graphs import loop
from wanderhue.graphs.conversation import Conversation, Event, Workshop
from wanderhue.tools.writer_lock import writing

CUT = 3
"""Writes after which the run below dies: the pause was answered, the picture not yet painted."""


def cut_off(data_dir: Path) -> str:
    with TripSession.open(data_dir=data_dir, planner=PlainPlanner(), painter=PlainPainter()) as session:
        session.say("a lake")
        session.choose(0)
        thread = session.thread_id
    assert not die_while_varying(data_dir, thread, PlainPainter(), CUT)
    return thread


def reopened(data_dir: Path, thread: str, work: Callable[[Conversation], Awaitable[Any]]) -> Any:
    """What `work` gives, done on the conversation as it was left."""

    async def run() -> Any:
        workshop = await Workshop.open(Settings(), data_dir=data_dir, planner=PlainPlanner(), painter=PlainPainter())
        try:
            return await work(await workshop.conversation(thread, "local", finish=False))
        finally:
            await workshop.aclose()

    return loop.run(run())


async def listed(events: AsyncIterator[Event]) -> list[Event]:
    return [event async for event in events]


def test_unfinished_work_waits_and_is_finished_with_events(data_dir: Path) -> None:
    async def work(conversation: Conversation) -> tuple[bool, int, list[Event], bool]:
        before = await conversation.unfinished()
        versions = len((await conversation.view()).versions)
        return before, versions, await listed(conversation.finish()), await conversation.unfinished()

    before, versions, events, after = reopened(data_dir, cut_off(data_dir), work)
    assert (before, versions, after) == (True, 1, False)
    assert ("paint", 0.5) in [(event.stage, event.fraction) for event in events]
    assert events[-1].view is not None
    assert (events[-1].stage, events[-1].view.stage, len(events[-1].view.versions)) == ("done", "review", 2)


def test_a_new_answer_finishes_first_and_the_events_of_both_come_through(data_dir: Path) -> None:
    async def work(conversation: Conversation) -> list[Event]:
        return await listed(conversation.stream({"type": "vary"}))

    events = reopened(data_dir, cut_off(data_dir), work)
    assert [(event.stage, event.fraction) for event in events].count(("paint", 0.5)) == 2
    assert events[-1].view is not None
    assert len(events[-1].view.versions) == 3


def test_nothing_to_finish_gives_the_view_alone(data_dir: Path) -> None:
    thread = cut_off(data_dir)

    async def work(conversation: Conversation) -> tuple[list[Event], list[Event]]:
        return await listed(conversation.finish()), await listed(conversation.finish())

    _, again = reopened(data_dir, thread, work)
    assert [event.stage for event in again] == ["done"]
    assert again[0].view is not None


def test_opening_finishes_by_itself_unless_told_otherwise(data_dir: Path) -> None:
    thread = cut_off(data_dir)
    with TripSession.open(thread, data_dir=data_dir, planner=PlainPlanner(), painter=PlainPainter()) as session:
        assert len(session.view.versions) == 2


def test_finishing_while_another_writes_is_told_busy(data_dir: Path) -> None:
    async def work(conversation: Conversation) -> None:
        with writing(data_dir / "locks", conversation.thread):
            await listed(conversation.finish())

    with pytest.raises(Busy):
        reopened(data_dir, cut_off(data_dir), work)
