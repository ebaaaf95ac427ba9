"""Run as a program and killed from outside: one conversation that keeps buying pictures.

Arguments: data directory, port, thread id or '-', file of approvals. Before each action that may buy a picture it
appends a line to the approvals, flushed to the disk: what the person approved. Prints the thread id, then a line
whenever an action is done.
"""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.graphs.counting import CountingPainter
from tests.graphs.plain import PlainPlanner
from wanderhue import TripSession


def approve(file: Path, what: str) -> None:
    with file.open("a") as out:
        out.write(what + "\n")
        out.flush()
        os.fsync(out.fileno())


def main() -> None:
    data_dir, port, thread, approvals = sys.argv[1], int(sys.argv[2]), sys.argv[3], Path(sys.argv[4])
    painter = CountingPainter(port)
    session = TripSession.open(
        None if thread == "-" else thread, data_dir=data_dir, planner=PlainPlanner(), painter=painter
    )
    print(session.thread_id, flush=True)
    view = session.view
    if view.stage == "ask":
        view = session.say("a lake")
    turn = 0
    while True:
        turn += 1
        if view.stage == "confirm":
            assert view.confirm is not None
            assert view.confirm["code"] == "unknown_outcome", view.confirm
            print("unknown", flush=True)
            if turn % 2:
                approve(approvals, "again")
                view = session.confirm()
            else:
                view = session.confirm(paint=False)
        elif view.stage == "choose":
            approve(approvals, "choose")
            view = session.choose(0)
        else:
            approve(approvals, "vary")
            view = session.vary()
        print(view.stage, flush=True)


if __name__ == "__main__":
    main()
