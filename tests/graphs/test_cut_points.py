"""A run that dies at each of its writes to the checkpoints, one after the other: what was received is never lost.

The kill tests hit random moments from outside; here every gap between two writes is hit, and none by chance. The
one that chance rarely finds lies between a node's writes and the checkpoint that follows them: LangGraph then
reports nothing as next, though the run is not finished.
"""

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from langgraph.checkpoint.sqlite.aio import AsyncSqliteSaver

from tests.graphs.plain import PlainPainter, PlainPlanner
from wanderhue import TripSession
from wanderhue.agent.settings import Settings
from wanderhue.graphs import loop
from wanderhue.graphs.checkpoints import open_checkpoints
from wanderhue.graphs.conversation import Conversation, Workshop


class Dead(RuntimeError):
    """The process is gone; nothing is written any more."""


class DyingSaver:
    """Lets `left` writes through to a real saver, then none."""

    def __init__(self, saver: AsyncSqliteSaver, left: int) -> None:
        self.left = left
        for name in ("aput", "aput_writes"):
            setattr(saver, name, self._mortal(getattr(saver, name)))

    def _mortal(self, write: Any) -> Any:
        async def mortal(*args: Any, **named: Any) -> Any:
            if self.left <= 0:
                raise Dead
            self.left -= 1
            return await write(*args, **named)

        return mortal


def die_while_varying(data_dir: Path, thread: str, painter: PlainPainter, after: int) -> bool:
    """Vary in a process that dies after so many writes; True when it lived to the end."""

    async def run() -> int:
        workshop = await Workshop.open(Settings(), data_dir=data_dir, planner=PlainPlanner(), painter=painter)
        doomed = await open_checkpoints(workshop.deps.place.checkpoints)
        dying = DyingSaver(doomed, after)
        workshop.graph.checkpointer = doomed
        try:
            await Conversation(workshop, thread, "local").send({"type": "vary"})
        except Dead:
            pass
        finally:
            await doomed.conn.close()
            await workshop.aclose()
        return dying.left

    return loop.run(run()) > 0


def received_and_kept(data_dir: Path) -> tuple[set[str], set[str]]:
    """The keys of the orders that have a receipt, and of the versions."""
    journal, store = sqlite3.connect(data_dir / "journal.sqlite"), sqlite3.connect(data_dir / "store.sqlite")
    orders = journal.execute("SELECT action, attempt, variant FROM orders WHERE receipt NOT NULL").fetchall()
    kept = {row[0] for row in store.execute("SELECT key FROM versions")}
    journal.close()
    store.close()
    return {".".join(map(str, order)) for order in orders}, kept


@pytest.mark.parametrize("words", ["vary", "say"])
def test_whatever_write_was_the_last_one_every_received_picture_has_a_version(data_dir: Path, words: str) -> None:
    painter = PlainPainter(paid=True, price=0.001)
    with TripSession.open(data_dir=data_dir, planner=PlainPlanner(), painter=painter) as session:
        session.say("a lake")
        session.choose(0)
        thread = session.thread_id
    survived = False
    for after in range(60):
        survived = die_while_varying(data_dir, thread, painter, after)
        before = len(painter.orders)
        with TripSession.open(thread, data_dir=data_dir, planner=PlainPlanner(), painter=painter) as session:
            assert session.view.stage == "review"
            session.vary() if words == "vary" else session.refine("a warmer lake")
        assert len(painter.orders) <= before + 2
        received, kept = received_and_kept(data_dir)
        assert received == kept, f"died after {after} writes"
        if survived:
            break
    assert survived, "the loop has passed every write of a run"
