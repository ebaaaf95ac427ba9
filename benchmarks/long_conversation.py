"""A hundred turns in one conversation: does it stay quick and small?

    python benchmarks/long_conversation.py

Prints the median of turns 6 to 15 and 95 to 104 in one run with their ratio (the aim: at most 1.2), the largest
checkpoint (aim: under 64 KB) and the databases together (aim: under 5 MB). Plain planner and painter: the drawing
itself is measured in speed.py.
"""

import sqlite3
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.graphs.plain import PlainPainter, PlainPlanner
from wanderhue import TripSession


def main() -> None:
    """Run the conversation and print the table."""
    times = []
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        with TripSession.open(data_dir=place, planner=PlainPlanner(), painter=PlainPainter()) as session:
            session.say("a lake")
            session.choose(0)
            for turn in range(104):
                start = time.perf_counter()
                _ = session.refine(f"change {turn}") if turn % 3 else session.vary()
                times.append(time.perf_counter() - start)
            db = sqlite3.connect(place / "checkpoints.sqlite")
            checkpoint = db.execute("SELECT MAX(LENGTH(checkpoint)) FROM checkpoints").fetchone()[0]
            db.close()
            total = sum(path.stat().st_size for path in place.glob("*.sqlite*"))
    early, late = statistics.median(times[5:15]) * 1000, statistics.median(times[94:104]) * 1000
    print("| figure | measured | aim |\n|---|---|---|")
    print(f"| turns 6 to 15 / 95 to 104 | {early:.0f} / {late:.0f} ms, ratio {late / early:.2f} | 1.2 |")
    print(f"| largest checkpoint | {checkpoint / 1024:.0f} KB | 64 |")
    print(f"| databases | {total / 2**20:.1f} MB | 5 |")


if __name__ == "__main__":
    main()
