"""The conversation store: who owns which conversation, its transcript, and its tree of versions.

Rows are append-only and written at most once: a node that runs again after a crash writes the same row, which is
then left as it is. The thread of checkpoints is linear; the tree lives here. Every call names the owner, and what
belongs to somebody else does not exist.
"""

import json
import secrets
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Protocol

from wanderhue.agent.errors import NotFound
from wanderhue.tools.data_dir import Database

_TABLES = """
CREATE TABLE IF NOT EXISTS conversations (
    thread TEXT PRIMARY KEY, owner TEXT NOT NULL, title TEXT NOT NULL DEFAULT '',
    created REAL NOT NULL, updated REAL NOT NULL
);
CREATE INDEX IF NOT EXISTS conversations_by_owner ON conversations (owner, updated);
CREATE TABLE IF NOT EXISTS messages (
    thread TEXT NOT NULL, key TEXT NOT NULL, seq INTEGER NOT NULL, role TEXT NOT NULL, text TEXT NOT NULL,
    at REAL NOT NULL,
    PRIMARY KEY (thread, key)
);
CREATE TABLE IF NOT EXISTS versions (
    id TEXT PRIMARY KEY, thread TEXT NOT NULL, key TEXT NOT NULL, number INTEGER NOT NULL, parent TEXT,
    blob TEXT NOT NULL, score REAL NOT NULL, feedback TEXT NOT NULL, record TEXT NOT NULL, at REAL NOT NULL,
    UNIQUE (thread, key), UNIQUE (thread, number)
);
CREATE INDEX IF NOT EXISTS versions_by_blob ON versions (blob);
"""
_HELD = (
    "SELECT DISTINCT name FROM (SELECT blob AS name, thread FROM versions"
    " UNION SELECT json_extract(record, '$.asked.mask') AS name, thread FROM versions)"
)
"""Every picture and mask that a version holds."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """One conversation's row. Times are Unix seconds."""

    thread: str
    title: str
    created: float
    updated: float
    versions: int = 0


@dataclass(frozen=True, slots=True)
class Version:
    """One picture of a conversation and everything that led to it."""

    id: str
    number: int
    """Counts from 1 in the conversation, in the order in which pictures came."""
    parent: str | None
    blob: str
    width: int
    height: int
    score: dict[str, Any]
    """`PaletteScore.to_json()`."""
    brief: dict[str, Any]
    feedback: str
    """The words or the action that led to it."""
    action: int
    """Siblings share it."""
    painter: str
    seed: int | None
    cost_usd: float
    asked: dict[str, Any] = field(default_factory=dict)
    sent: dict[str, Any] = field(default_factory=dict)
    got: dict[str, Any] = field(default_factory=dict)
    at: float = 0.0


class ConversationStore(Protocol):
    """Appends and reads; see `SqliteConversations` for the words on each call."""

    def open(self, thread: str, owner: str, title: str = "") -> None: ...  # noqa: D102
    def owned(self, thread: str, owner: str) -> bool: ...  # noqa: D102
    def of_owner(self, owner: str) -> list[Conversation]: ...  # noqa: D102
    def say(self, thread: str, owner: str, key: str, role: str, text: str) -> None: ...  # noqa: D102
    def transcript(self, thread: str, owner: str) -> list[tuple[str, str]]: ...  # noqa: D102
    def add(self, thread: str, owner: str, key: str, version: Version) -> Version: ...  # noqa: D102
    def versions(self, thread: str, owner: str) -> list[Version]: ...  # noqa: D102
    def tree(self, thread: str, owner: str) -> list[dict[str, Any]]: ...  # noqa: D102
    def some(self, thread: str, owner: str, ids: list[str]) -> list[Version]: ...  # noqa: D102
    def delete(self, thread: str, owner: str) -> list[str]: ...  # noqa: D102
    def holds(self, blob: str) -> bool: ...  # noqa: D102
    def close(self) -> None: ...  # noqa: D102


class SqliteConversations:
    """The conversation store in a SQLite file."""

    def __init__(self, path: Path) -> None:
        self._db = Database(path, _TABLES)

    def open(self, thread: str, owner: str, title: str = "") -> None:
        """Make the conversation if it is new, or check its owner. Raises `NotFound` for somebody else's."""
        with self._db.read() as db:
            row = db.execute("SELECT owner, title FROM conversations WHERE thread=?", (thread,)).fetchone()
            if row is not None and row["owner"] == owner and (row["title"] or not title):
                return
        now = time.time()
        with self._db.write() as db:
            db.execute("INSERT OR IGNORE INTO conversations VALUES (?,?,?,?,?)", (thread, owner, title[:80], now, now))
            if title:
                db.execute(
                    "UPDATE conversations SET title=? WHERE thread=? AND owner=? AND title=''",
                    (title[:80], thread, owner),
                )
            self._check(db, thread, owner)

    @staticmethod
    def _check(db: Any, thread: str, owner: str) -> None:
        row = db.execute("SELECT owner FROM conversations WHERE thread=?", (thread,)).fetchone()
        if row is None or row["owner"] != owner:
            raise NotFound(f"there is no conversation {thread[:80]!r}; `wanderhue trips list` shows yours")

    def owned(self, thread: str, owner: str) -> bool:
        """True when the conversation exists and is this owner's."""
        with self._db.read() as db:
            row = db.execute("SELECT 1 FROM conversations WHERE thread=? AND owner=?", (thread, owner)).fetchone()
        return row is not None

    def of_owner(self, owner: str) -> list[Conversation]:
        """The owner's conversations, the last used first."""
        with self._db.read() as db:
            rows = db.execute(
                "SELECT c.*, (SELECT COUNT(*) FROM versions v WHERE v.thread = c.thread) AS n"
                " FROM conversations c WHERE owner=? ORDER BY updated DESC, thread",
                (owner,),
            ).fetchall()
        return [Conversation(r["thread"], r["title"], r["created"], r["updated"], r["n"]) for r in rows]

    def say(self, thread: str, owner: str, key: str, role: str, text: str) -> None:
        """Append one message, once for each key."""
        with self._db.write() as db:
            self._check(db, thread, owner)
            seq = db.execute("SELECT COALESCE(MAX(seq), 0) + 1 FROM messages WHERE thread=?", (thread,)).fetchone()[0]
            now = time.time()
            db.execute("INSERT OR IGNORE INTO messages VALUES (?,?,?,?,?,?)", (thread, key, seq, role, text, now))
            db.execute("UPDATE conversations SET updated=? WHERE thread=?", (now, thread))

    def transcript(self, thread: str, owner: str) -> list[tuple[str, str]]:
        """Every (role, text), oldest first."""
        with self._db.read() as db:
            self._check(db, thread, owner)
            rows = db.execute("SELECT role, text FROM messages WHERE thread=? ORDER BY seq", (thread,)).fetchall()
        return [(row["role"], row["text"]) for row in rows]

    def add(self, thread: str, owner: str, key: str, version: Version) -> Version:
        """Append a version under a key of its order, and give it a random id and the next number.

        A second call with the same key gives the version that is there.
        """
        with self._db.write() as db:
            self._check(db, thread, owner)
            found = db.execute("SELECT * FROM versions WHERE thread=? AND key=?", (thread, key)).fetchone()
            if found is not None:
                return _version(found)
            number = db.execute(
                "SELECT COALESCE(MAX(number), 0) + 1 FROM versions WHERE thread=?", (thread,)
            ).fetchone()[0]
            record = asdict(version) | {"id": secrets.token_urlsafe(9), "number": number, "at": time.time()}
            db.execute(
                "INSERT INTO versions VALUES (?,?,?,?,?,?,?,?,?,?)",
                (
                    record["id"],
                    thread,
                    key,
                    number,
                    version.parent,
                    version.blob,
                    version.score.get("score", 0.0),
                    version.feedback,
                    json.dumps(record, ensure_ascii=False),
                    record["at"],
                ),
            )
        return Version(**record)

    def versions(self, thread: str, owner: str) -> list[Version]:
        """Every version, oldest first."""
        with self._db.read() as db:
            self._check(db, thread, owner)
            rows = db.execute("SELECT * FROM versions WHERE thread=? ORDER BY number", (thread,)).fetchall()
        return [_version(row) for row in rows]

    def tree(self, thread: str, owner: str) -> list[dict[str, Any]]:
        """The versions as a tree for people, oldest first: id, number, parent, feedback, score. Cheap at any length."""
        with self._db.read() as db:
            self._check(db, thread, owner)
            rows = db.execute(
                "SELECT id, number, parent, feedback, score FROM versions WHERE thread=? ORDER BY number", (thread,)
            ).fetchall()
        return [dict(row) for row in rows]

    def some(self, thread: str, owner: str, ids: list[str]) -> list[Version]:
        """The versions with these ids, in this order; ids of nobody's are left out."""
        with self._db.read() as db:
            self._check(db, thread, owner)
            marks = ",".join("?" * len(ids))
            rows = db.execute(f"SELECT * FROM versions WHERE thread=? AND id IN ({marks})", (thread, *ids)).fetchall()  # noqa: S608
        found = {row["id"]: _version(row) for row in rows}
        return [found[name] for name in ids if name in found]

    def delete(self, thread: str, owner: str) -> list[str]:
        """Remove the conversation; gives the names of pictures that no version holds any more."""
        with self._db.write() as db:
            self._check(db, thread, owner)
            blobs = {row[0] for row in db.execute(_HELD + " WHERE thread=?", (thread,)) if row[0]}
            for table in ("versions", "messages", "conversations"):
                db.execute(f"DELETE FROM {table} WHERE thread=?", (thread,))  # noqa: S608  (names from the line above)
            return sorted(blobs - {row[0] for row in db.execute(_HELD)})

    def holds(self, blob: str) -> bool:
        """True when any version of anybody holds this picture or was made with this mask."""
        with self._db.read() as db:
            return db.execute(_HELD + " WHERE name=? LIMIT 1", (blob,)).fetchone() is not None

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()


def _version(row: Any) -> Version:
    return Version(**json.loads(row["record"]))
