"""Owners: whose conversation is whose, what somebody has, and what they set for themselves."""

import json
import time
from typing import Any

from wanderhue.agent.errors import NotFound
from wanderhue.tools.data_dir import Database
from wanderhue.tools.records import Album, Conversation

TABLES = """
CREATE TABLE IF NOT EXISTS conversations (
    thread TEXT PRIMARY KEY, owner TEXT NOT NULL, title TEXT NOT NULL DEFAULT '',
    created REAL NOT NULL, updated REAL NOT NULL
);
CREATE INDEX IF NOT EXISTS conversations_by_owner ON conversations (owner, updated);
CREATE TABLE IF NOT EXISTS preferences (owner TEXT PRIMARY KEY, value TEXT NOT NULL, at REAL NOT NULL);
"""
TITLE = 80
"""A title's longest, in characters."""


def check_owner(db: Any, thread: str, owner: str) -> None:
    """Raise `NotFound` unless the conversation exists and is this owner's."""
    row = db.execute("SELECT owner FROM conversations WHERE thread=?", (thread,)).fetchone()
    if row is None or row["owner"] != owner:
        raise NotFound(f"there is no conversation {thread[:80]!r}; `wanderhue trips list` shows yours")


class Owners:
    """The part of the store that is about people."""

    _db: Database

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

    def albums(self, owner: str, thread: str | None = None) -> list[Album]:
        """The owner's conversations with their covers, the last used first; or only the one with this id."""
        with self._db.read() as db:
            rows = db.execute(
                "SELECT c.*, (SELECT COUNT(*) FROM versions v WHERE v.thread = c.thread) AS n,"
                " (SELECT v.id FROM versions v WHERE v.thread = c.thread ORDER BY v.number DESC LIMIT 1) AS cover,"
                " CASE c.title WHEN '' THEN (SELECT SUBSTR(m.text, 1, 400) FROM messages m WHERE m.thread = c.thread"
                " AND m.role = 'person' ORDER BY m.seq LIMIT 1) ELSE c.title END AS shown"
                " FROM conversations c WHERE owner=? AND thread=COALESCE(?, thread) ORDER BY updated DESC, thread",
                (owner, thread),
            ).fetchall()
        return [
            Album(r["thread"], one_line(r["shown"] or ""), r["created"], r["updated"], r["n"], r["cover"]) for r in rows
        ]

    def rename(self, thread: str, owner: str, title: str) -> None:
        """Give the conversation a title of one line, cut at 80 characters; '' takes it away. It stays in its place.

        Raises `NotFound` for somebody else's.
        """
        with self._db.write() as db:
            check_owner(db, thread, owner)
            db.execute("UPDATE conversations SET title=? WHERE thread=?", (one_line(title), thread))

    def prefs(self, owner: str) -> dict[str, Any]:
        """What the owner set for themselves, as `set_prefs` got it; {} at first."""
        with self._db.read() as db:
            row = db.execute("SELECT value FROM preferences WHERE owner=?", (owner,)).fetchone()
        return dict(json.loads(row["value"])) if row is not None else {}

    def set_prefs(self, owner: str, prefs: dict[str, Any]) -> None:
        """Keep what the owner set, in place of what was there. Plain JSON; a program's settings stay what they are."""
        value = json.dumps(prefs, ensure_ascii=False)
        with self._db.write() as db:
            db.execute("INSERT OR REPLACE INTO preferences VALUES (?,?,?)", (owner, value, time.time()))


def one_line(text: str) -> str:
    """The words on one line, at most as long as a title."""
    return " ".join(text.split())[:TITLE].rstrip()
