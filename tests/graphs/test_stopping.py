"""A person stops a painting: the call ends, the run goes to a question, and nothing else is lost."""

import asyncio
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.graphs.plain import PlainPainter, PlainPlanner
from wanderhue import TripSession
from wanderhue.agent.settings import Settings
from wanderhue.graphs import loop
from wanderhue.graphs.conversation import Workshop
from wanderhue.graphs.view import View
from wanderhue.tools.illustrator_painter import IllustratorPainter
from wanderhue.tools.painter import Painted, PaintOrder, Progress
from wanderhue.tools.stop import Stop


@dataclass
class HangingPainter(PlainPainter):
    """Paints the orders before `hang_at`, then waits for ever, as a slow provider does."""

    hang_at: int = 0
    hanging: threading.Event = field(default_factory=threading.Event)
    ended: int = 0

    async def paint(self, order: PaintOrder, progress: Progress) -> Painted:
        if len(self.orders) == self.hang_at:
            self.orders.append(order)
            self.hanging.set()
            try:
                await asyncio.sleep(600)
            finally:
                self.ended += 1
        return await super().paint(order, progress)


@pytest.fixture
def aside() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as pool:
        yield pool


def stopped(session: TripSession, painter: HangingPainter, aside: ThreadPoolExecutor) -> View:
    """Choose an option and stop its painting once the painter hangs."""
    painting = aside.submit(session.choose, 0)
    assert painter.hanging.wait(20)
    assert session.cancel() is True
    return painting.result(20)


def test_a_free_picture_is_stopped_and_can_be_painted_again(data_dir: Path, aside: ThreadPoolExecutor) -> None:
    painter = HangingPainter()
    with TripSession.open(data_dir=data_dir, planner=PlainPlanner(), painter=painter) as session:
        session.say("a lake")
        view = stopped(session, painter, aside)
        assert view.stage == "confirm"
        assert view.confirm is not None
        assert (view.confirm["code"], view.confirm["estimate_usd"]) == ("stopped", 0.0)
        assert "billed" not in view.reply
        assert painter.ended == 1
        assert len(view.options) == 3
        after = session.confirm()
        assert (after.stage, len(after.versions)) == ("review", 1)


def test_a_stopped_paid_picture_stays_on_the_bill_and_the_question_says_so(
    data_dir: Path, aside: ThreadPoolExecutor
) -> None:
    painter = HangingPainter(paid=True, price=0.04)
    with TripSession.open(data_dir=data_dir, planner=PlainPlanner(), painter=painter) as session:
        session.say("a lake")
        view = stopped(session, painter, aside)
        assert view.confirm is not None
        assert (view.confirm["code"], view.confirm["estimate_usd"]) == ("stopped", 0.04)
        assert "may be billed" in view.reply
        assert view.cost["conversation_usd"] == pytest.approx(0.04)
        after = session.confirm()
        assert after.stage == "review"
        assert after.cost["conversation_usd"] == pytest.approx(0.08)
        assert len({order.key for order in painter.orders}) == 2, "the stopped order is never sent again"


def test_leaving_a_stopped_picture_shows_the_one_before(data_dir: Path, aside: ThreadPoolExecutor) -> None:
    painter = HangingPainter(hang_at=1)
    with TripSession.open(data_dir=data_dir, planner=PlainPlanner(), painter=painter) as session:
        session.say("a lake")
        session.choose(0)
        varying = aside.submit(session.vary)
        assert painter.hanging.wait(20)
        assert session.cancel()
        assert varying.result(20).stage == "confirm"
        view = session.confirm(paint=False)
        assert view.stage == "review"
        assert view.image is not None
        assert (view.image["number"], len(view.versions)) == (1, 1)


def test_of_two_pictures_the_first_is_kept_when_the_second_is_stopped(
    data_dir: Path, aside: ThreadPoolExecutor
) -> None:
    painter, settings = HangingPainter(hang_at=1, paid=True, price=0.04), Settings(pictures=2)
    with TripSession.open(data_dir=data_dir, planner=PlainPlanner(), painter=painter, settings=settings) as session:
        session.say("a lake")
        view = stopped(session, painter, aside)
        assert (view.stage, [row["number"] for row in view.versions]) == ("confirm", [1])
        assert view.confirm is not None
        assert view.confirm["estimate_usd"] == pytest.approx(0.04), "of the one that is missing"
        view = session.confirm()
        assert (view.stage, len(view.versions), len(view.images)) == ("review", 2, 2)


@dataclass
class Between(PlainPainter):
    """Stops its own conversation at the end of each picture: the moment between two calls."""

    session: TripSession | None = None

    async def paint(self, order: PaintOrder, progress: Progress) -> Painted:
        painted = await super().paint(order, progress)
        if self.session is not None and order.variant == 0:
            assert await self.session.acancel()
        return painted


@pytest.mark.parametrize("paid", [False, True])
def test_stopping_between_two_pictures_sends_no_second_order(data_dir: Path, paid: bool) -> None:
    painter, settings = Between(paid=paid, price=0.04 * paid), Settings(pictures=2)
    with TripSession.open(data_dir=data_dir, planner=PlainPlanner(), painter=painter, settings=settings) as session:
        session.say("a lake")
        painter.session = session
        view = session.choose(0)
        assert (view.stage, len(view.versions), len(painter.orders)) == ("confirm", 1, 1)
        assert "billed" not in view.reply, "nothing was sent for the second"
        assert view.cost["conversation_usd"] == pytest.approx(painter.price)
        painter.session = None
        assert len(session.confirm().versions) == 2
        assert len(painter.orders) == 2


def test_stopping_when_nothing_is_painted_says_so(session: TripSession) -> None:
    assert session.cancel() is False
    session.say("a lake")
    assert session.cancel() is False
    assert session.choose(0).stage == "review"
    assert session.cancel() is False


def test_only_the_conversation_that_is_meant_is_stopped(data_dir: Path) -> None:
    painter = HangingPainter()

    async def two() -> tuple[str, str]:
        workshop = await Workshop.open(Settings(), data_dir=data_dir, planner=PlainPlanner(), painter=painter)
        try:
            slow, other = await workshop.conversation(None, "ann"), await workshop.conversation(None, "bob")
            await slow.send("a lake")
            await other.send("a lake")
            painting = asyncio.ensure_future(slow.send({"type": "choose", "index": 0}))
            while not painter.hanging.is_set():
                await asyncio.sleep(0.01)
            assert not await other.cancel()
            done = await other.send({"type": "choose", "index": 0})
            assert not painting.done()
            assert await (await workshop.conversation(slow.thread, "ann", finish=False)).cancel()
            return (await painting).stage, done.stage
        finally:
            await workshop.aclose()

    assert loop.run(two()) == ("confirm", "review")


def test_the_illustrators_child_is_killed_and_the_next_picture_works(data_dir: Path) -> None:
    painter = IllustratorPainter()
    settings = Settings(aspect="1:1")
    with TripSession.open(data_dir=data_dir, planner=PlainPlanner(), painter=painter, settings=settings) as session:
        session.say("a lake")
        painter_started = painter._client
        children = set()
        for event in session.stream({"type": "choose", "index": 0}):
            child = painter_started._child
            if event.stage in ("compose", "draw", "render") and child is not None:
                children.add(child)
                assert session.cancel()
        assert event.view is not None
        assert event.view.confirm is not None
        assert event.view.confirm["code"] == "stopped"
        deadline = time.monotonic() + 5
        while any(child.poll() is None for child in children):
            assert time.monotonic() < deadline, "a child goes on drawing"
            time.sleep(0.02)
        view = session.confirm()
        assert (view.stage, len(view.versions)) == ("review", 1)


async def test_a_cancelled_caller_is_cancelled_and_not_told_stopped() -> None:
    stop = Stop()
    caller = asyncio.ensure_future(stop.run(asyncio.sleep(600)))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    caller.cancel()
    stop.now()
    with pytest.raises(asyncio.CancelledError):
        await caller
