"""The data directory: its layout, its schema number, and the refusal to open a newer one.

schema.json        {"schema": 1}
store.sqlite       conversations, transcript, versions (append-only)
journal.sqlite     every order to a painter: intent before, receipt after
checkpoints.sqlite LangGraph's checkpoints
blobs/ab/abcd....  pictures, by SHA-256
locks/             one lock file a conversation
"""

import json
import os
import sqlite3
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from wanderhue.agent.errors import BadSetup, Damaged, NewerData

SCHEMA = 1
"""The schema that this program writes. A data directory of every released number must open (tests/tools/data)."""


@dataclass(frozen=True, slots=True)
class DataDir:
    """The paths inside one data directory."""

    root: Path

    @classmethod
    def open(cls, root: Path) -> "DataDir":
        """Make or check the directory. Raises `NewerData`, `Damaged` or `BadSetup`."""
        place = cls(root)
        try:
            root.mkdir(parents=True, exist_ok=True, mode=0o700)
            for folder in (place.blobs, place.locks):
                folder.mkdir(exist_ok=True)
            if not place.schema_file.exists():
                _write_whole(place.schema_file, json.dumps({"schema": SCHEMA}) + "\n")
            text = place.schema_file.read_bytes()
        except OSError as error:
            raise BadSetup(
                f"the data directory {root} cannot be used ({error}); choose another with --data-dir"
            ) from error
        try:
            number = int(json.loads(text)["schema"])
        except (ValueError, KeyError, TypeError) as error:
            raise Damaged(f"{place.schema_file} cannot be read; restore it, or choose another --data-dir") from error
        if number > SCHEMA:
            raise NewerData(
                f"the data directory {root} is of a newer Wanderhue (schema {number}, this one knows {SCHEMA}); "
                "upgrade Wanderhue or choose another --data-dir"
            )
        return place

    @property
    def schema_file(self) -> Path:
        """Where the schema number is."""
        return self.root / "schema.json"

    @property
    def store(self) -> Path:
        """The conversation store."""
        return self.root / "store.sqlite"

    @property
    def journal(self) -> Path:
        """The painters' journal."""
        return self.root / "journal.sqlite"

    @property
    def checkpoints(self) -> Path:
        """LangGraph's checkpoints."""
        return self.root / "checkpoints.sqlite"

    @property
    def blobs(self) -> Path:
        """The pictures' folder."""
        return self.root / "blobs"

    @property
    def locks(self) -> Path:
        """The lock files' folder."""
        return self.root / "locks"


def _write_whole(path: Path, text: str) -> None:
    """Write a file that others see whole or not at all."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(temporary, path)


class Database:
    """One SQLite file in WAL mode, behind one connection and a lock: any thread may call, other processes too.

    The connection stays open because closing the last one of a WAL file writes the whole log back (measured: 12 ms a
    call instead of 0.4).
    """

    def __init__(self, path: Path, script: str) -> None:
        self.path = path
        self._lock = threading.RLock()
        self._db: sqlite3.Connection | None = None
        with self.read() as db:
            db.execute("PRAGMA journal_mode=WAL")
            db.executescript(script)

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """The connection, for reading. Raises `Damaged` for a file that is no database of ours."""
        with self._lock:
            try:
                yield self._open()
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError | sqlite3.IntegrityError):
                    raise
                self.close()
                raise Damaged(
                    f"{self.path} cannot be read ({error}); restore it, or choose another --data-dir"
                ) from error

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """The connection inside an immediate transaction: all of it happens, or nothing."""
        with self.read() as db:
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
            except BaseException:
                db.execute("ROLLBACK")
                raise
            db.execute("COMMIT")

    def close(self) -> None:
        """Close the connection; the next call opens it again."""
        with self._lock:
            if self._db is not None:
                self._db.close()
                self._db = None

    def __del__(self) -> None:
        self.close()

    def _open(self) -> sqlite3.Connection:
        if self._db is None:
            try:
                db = sqlite3.connect(self.path, timeout=10, isolation_level=None, check_same_thread=False)
            except sqlite3.OperationalError as error:
                raise BadSetup(f"{self.path} cannot be opened ({error})") from error
            db.row_factory = sqlite3.Row
            db.execute("PRAGMA synchronous=FULL")
            db.execute("PRAGMA wal_autocheckpoint=200")  # pages: the log stays under a megabyte
            db.execute("PRAGMA journal_size_limit=1000000")
            self._db = db
        return self._db
