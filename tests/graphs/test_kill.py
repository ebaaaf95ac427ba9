"""`kill -9` from outside, at random times and between a server's charge and our receipt: nobody pays twice.

The program under test runs with default settings and the SQLite files of a real data directory.
"""

import random
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

from tests.graphs.counting import CountingPainter, CountingServer
from tests.graphs.plain import PlainPlanner
from wanderhue import TripSession
from wanderhue.tools.image_store import FolderImageStore

KILLS, AFTER_CHARGE = 50, 18
SPENDER = Path(__file__).parent / "spender.py"


class Run:
    """One process of the spender."""

    def __init__(self, data_dir: Path, server: CountingServer, thread: str, approvals: Path) -> None:
        command = [sys.executable, str(SPENDER), str(data_dir), str(server.port), thread, str(approvals)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.thread = self.line()
        assert self.thread, self.process.stderr.read() if self.process.stderr else ""

    def line(self) -> str:
        """The next line that it prints."""
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def kill(self) -> None:
        """SIGKILL (TerminateProcess on Windows)."""
        self.process.kill()
        _, errors = self.process.communicate()
        assert not errors, errors


def test_fifty_kills_never_cost_more_than_was_approved(tmp_path: Path) -> None:
    data_dir, approvals, server = tmp_path / "data", tmp_path / "approved", CountingServer()
    chance, thread, waiting, unknown = random.Random(20), "-", False, 0
    try:
        for number in range(KILLS):
            between = number % 2 == 0 and number // 2 < AFTER_CHARGE
            charged = threading.Event()
            if between:
                server.after_charge, server.delay = charged.set, 30.0
            run = Run(data_dir, server, thread, approvals)
            thread = run.thread
            if waiting:
                assert run.line() == "unknown", "a paid call that was cut off waits at confirm"
                unknown += 1
            if between:
                assert charged.wait(30)
            time.sleep(chance.uniform(0, 0.01 if between else 0.35))
            run.kill()
            waiting, server.delay, server.after_charge = between, 0.02, None
        approved = len(approvals.read_text().splitlines())
        assert len(server.charges) <= approved
        assert len(set(server.charges)) == len(server.charges), "the same order was charged twice"
        assert unknown == AFTER_CHARGE
        _everything_received_is_there(data_dir, thread, server)
    finally:
        server.close()


def _everything_received_is_there(data_dir: Path, thread: str, server: CountingServer) -> None:
    with TripSession.open(
        thread, data_dir=data_dir, planner=PlainPlanner(), painter=CountingPainter(server.port)
    ) as session:
        view = session.view
        if view.stage == "confirm":
            view = session.confirm(paint=False)
        assert view.stage in ("review", "choose")
        numbers = [row["number"] for row in view.versions]
    assert numbers == list(range(1, len(numbers) + 1))
    db = sqlite3.connect(data_dir / "journal.sqlite")
    received = {
        row[0] for row in db.execute("SELECT json_extract(receipt, '$.blob') FROM orders WHERE receipt NOT NULL")
    }
    db.close()
    db = sqlite3.connect(data_dir / "store.sqlite")
    kept = {row[0] for row in db.execute("SELECT blob FROM versions")}
    db.close()
    assert received == kept
    assert kept <= set(FolderImageStore(data_dir / "blobs").list())
    assert len(kept) > 10


def test_free_painters_simply_go_on(tmp_path: Path) -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from tests.graphs.plain import PlainPainter, PlainPlanner\nfrom wanderhue import TripSession\nimport os\n"
        "class Dies(PlainPainter):\n"
        "    async def paint(self, order, progress):\n        os._exit(9)\n"
        "s = TripSession.open(data_dir=sys.argv[2], planner=PlainPlanner(), painter=Dies())\n"
        "print(s.thread_id, flush=True)\ns.say('a lake')\ns.choose(0)\n"
    )
    command = [sys.executable, "-c", code, str(SPENDER.parents[2]), str(tmp_path / "data")]
    died = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert died.returncode == 9, died.stderr
    from tests.graphs.plain import PlainPainter

    thread = died.stdout.strip()
    with TripSession.open(
        thread, data_dir=tmp_path / "data", planner=PlainPlanner(), painter=PlainPainter()
    ) as session:
        view = session.view
    assert view.stage == "review"
    assert len(view.versions) == 1


def test_two_processes_on_one_conversation_one_is_busy_and_nothing_is_lost(tmp_path: Path) -> None:
    data_dir, server = tmp_path / "data", CountingServer(delay=1.5)
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from tests.graphs.counting import CountingPainter\nfrom tests.graphs.plain import PlainPlanner\n"
        "from wanderhue import TripSession\n"
        "from wanderhue.agent.errors import Busy\n"
        "painter = CountingPainter(int(sys.argv[4]))\n"
        "s = TripSession.open(sys.argv[3], data_dir=sys.argv[2], planner=PlainPlanner(), painter=painter)\n"
        "print('open', flush=True)\nsys.stdin.readline()\n"
        "try:\n    print(s.vary().stage, flush=True)\nexcept Busy:\n    print('busy', flush=True)\n"
    )
    try:
        with TripSession.open(
            data_dir=data_dir, planner=PlainPlanner(), painter=CountingPainter(server.port)
        ) as session:
            session.say("a lake")
            session.choose(0)
            thread = session.thread_id
        command = [sys.executable, "-c", code, str(SPENDER.parents[2]), str(data_dir), thread, str(server.port)]
        two = [
            subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            for _ in range(2)
        ]
        for process in two:
            assert process.stdout is not None
            assert process.stdout.readline().strip() == "open"
        said = [process.communicate("go\n", timeout=60)[0].strip() for process in _released(two)]
        assert sorted(said) == ["busy", "review"]
        with TripSession.open(
            thread, data_dir=data_dir, planner=PlainPlanner(), painter=CountingPainter(server.port)
        ) as again:
            assert [row["number"] for row in again.view.versions] == [1, 2]
        assert len(server.charges) == 2
    finally:
        server.close()


def _released(two: list["subprocess.Popen[str]"]) -> list["subprocess.Popen[str]"]:
    """Let both start at the same moment."""
    for process in two:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    return two
