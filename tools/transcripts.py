"""Transcripts: every message of a conversation, appended once and read in pages."""

import re
import time

from wanderhue.tools.data_dir import Database
from wanderhue.tools.owners import check_owner
from wanderhue.tools.records import Message

TABLES = """
CREATE TABLE IF NOT EXISTS messages (
    thread TEXT NOT NULL, key TEXT NOT NULL, seq INTEGER NOT NULL, role TEXT NOT NULL, text TEXT NOT NULL,
    at REAL NOT NULL,
    PRIMARY KEY (thread, key)
);
CREATE INDEX IF NOT EXISTS messages_in_order ON messages (thread, seq);
"""


class Transcripts:
    """The part of the store that keeps words."""

    _db: Database

    def say(self, thread: str, owner: str, key: str, role: str, text: str) -> None:
        """Append one message, once for each key. A key begins with its action's number and a dot."""
        with self._db.write() as db:
            check_owner(db, thread, owner)
            seq = db.execute("SELECT COALESCE(MAX(seq), 0) + 1 FROM messages WHERE thread=?", (thread,)).fetchone()[0]
            now = time.time()
            db.execute("INSERT OR IGNORE INTO messages VALUES (?,?,?,?,?,?)", (thread, key, seq, role, text, now))
            db.execute("UPDATE conversations SET updated=? WHERE thread=?", (now, thread))

    def transcript(self, thread: str, owner: str) -> list[tuple[str, str]]:
        """Every (role, text), oldest first."""
        with self._db.read() as db:
            check_owner(db, thread, owner)
            rows = db.execute("SELECT role, text FROM messages WHERE thread=? ORDER BY seq", (thread,)).fetchall()
        return [(row["role"], row["text"]) for row in rows]

    def said(self, thread: str, owner: str, *, limit: int = 20, before: int | None = None) -> list[Message]:
        """The newest `limit` messages, or the newest before the one with `seq` `before`; oldest first."""
        with self._db.read() as db:
            check_owner(db, thread, owner)
            rows = db.execute(
                "SELECT key, seq, role, text, at FROM messages WHERE thread=? AND seq < ? ORDER BY seq DESC LIMIT ?",
                (thread, 1 << 62 if before is None else before, max(limit, 0)),
            ).fetchall()
        return [Message(r["seq"], _action(r["key"]), r["role"], r["text"], r["at"]) for r in reversed(rows)]

    def count_said(self, thread: str, owner: str) -> int:
        """How many messages there are."""
        with self._db.read() as db:
            check_owner(db, thread, owner)
            return int(db.execute("SELECT COUNT(*) FROM messages WHERE thread=?", (thread,)).fetchone()[0])


def _action(key: str) -> int:
    """'7.0.recommend' and '7.person' belong to action 7."""
    found = re.match(r"(\d{1,9})\.", key, re.ASCII)
    return int(found[1]) if found else 0
