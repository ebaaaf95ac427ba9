"""A hundred turns in one conversation stay small: the figures of the first unbreakable rule."""

import sqlite3
from pathlib import Path

from tests.graphs.plain import PlainPainter, PlainPlanner
from wanderhue import TripSession


def largest_checkpoint(data_dir: Path) -> int:
    db = sqlite3.connect(data_dir / "checkpoints.sqlite")
    size = db.execute("SELECT MAX(LENGTH(checkpoint)) FROM checkpoints").fetchone()[0]
    db.close()
    return int(size)


def test_at_turn_100_a_checkpoint_is_under_64_kb_and_the_databases_under_5_mb(data_dir: Path) -> None:
    with TripSession.open(data_dir=data_dir, planner=PlainPlanner(), painter=PlainPainter()) as session:
        session.say("a lake")
        session.choose(0)
        for turn in range(100):
            view = (
                session.refine(f"change number {turn}, at some length: {'words ' * 20}") if turn % 3 else session.vary()
            )
            assert view.stage == "review"
        assert len(session.view.versions) == 101
        assert largest_checkpoint(data_dir) < 64 * 1024
        assert sum(path.stat().st_size for path in data_dir.glob("*.sqlite*")) < 5 * 1024 * 1024, "with the logs"
    total = sum(path.stat().st_size for path in data_dir.glob("*.sqlite*"))
    assert total < 5 * 1024 * 1024


def test_a_header_of_a_version_is_at_most_200_bytes(data_dir: Path) -> None:
    import json

    from wanderhue.graphs import loop

    with TripSession.open(data_dir=data_dir, planner=PlainPlanner(), painter=PlainPainter()) as session:
        session.say("a lake")
        session.choose(0)
        session.vary()
        rows = loop.run(session._conversation._state()).values["versions"]
    assert max(len(json.dumps(row)) for row in rows) <= 200
