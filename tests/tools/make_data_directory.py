"""Makes a kept data directory: one short conversation with the plain planner and painter of tests/graphs.

Run it once for a release that has a new schema number, and commit what it made with `git add -f`:

    python -m tests.tools.make_data_directory tests/tools/data/v2
"""

import sqlite3
import sys
from pathlib import Path

from tests.graphs.plain import PlainPainter, PlainPlanner
from wanderhue import TripSession


def make(place: Path) -> str:
    """A conversation with two pictures, standing at the first one. Gives its id."""
    with TripSession.open(data_dir=place, planner=PlainPlanner(), painter=PlainPainter()) as session:
        session.say("a lake in spring")
        session.choose(1)
        session.vary()
        session.undo()
        thread = session.thread_id
    for file in place.glob("*.sqlite"):
        db = sqlite3.connect(file)
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        db.execute("VACUUM")
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        db.close()
    for lock in (place / "locks").iterdir():
        lock.unlink()
    return thread


if __name__ == "__main__":
    print(make(Path(sys.argv[1])))
