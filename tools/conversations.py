"""The conversation store: who owns which conversation, its transcript, and its tree of versions.

Rows are append-only and written at most once: a node that runs again after a crash writes the same row, which is
then left as it is. The thread of checkpoints is linear; the tree lives here. Every call names the owner, and what
belongs to somebody else does not exist.
"""

import json
import secrets
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any, Protocol

from wanderhue.agent.errors import NotFound
from wanderhue.tools import owners, transcripts, uploads
from wanderhue.tools.data_dir import Database
from wanderhue.tools.owners import Owners, check_owner, one_line
from wanderhue.tools.records import Album, Conversation, Message, Version
from wanderhue.tools.transcripts import Transcripts
from wanderhue.tools.uploads import Uploads, forget_unused, unheld

__all__ = ["Album", "Conversation", "ConversationStore", "Message", "SqliteConversations", "Version"]

_TABLES = """
CREATE TABLE IF NOT EXISTS versions (
    id TEXT PRIMARY KEY, thread TEXT NOT NULL, key TEXT NOT NULL, number INTEGER NOT NULL, parent TEXT,
    blob TEXT NOT NULL, score REAL NOT NULL, feedback TEXT NOT NULL, record TEXT NOT NULL, at REAL NOT NULL,
    UNIQUE (thread, key), UNIQUE (thread, number)
);
CREATE INDEX IF NOT EXISTS versions_by_blob ON versions (blob);
"""
_CARD = ("action", "painter", "cost_usd", "width", "height")
"""What `tree` takes out of a record, in one reading of its JSON."""


class ConversationStore(Protocol):
    """Appends and reads; see `SqliteConversations` and its parts for the words on each call."""

    def open(self, thread: str, owner: str, title: str = "") -> None: ...  # noqa: D102
    def owned(self, thread: str, owner: str) -> bool: ...  # noqa: D102
    def of_owner(self, owner: str) -> list[Conversation]: ...  # noqa: D102
    def albums(self, owner: str, thread: str | None = None) -> list[Album]: ...  # noqa: D102
    def rename(self, thread: str, owner: str, title: str) -> None: ...  # noqa: D102
    def prefs(self, owner: str) -> dict[str, Any]: ...  # noqa: D102
    def set_prefs(self, owner: str, prefs: dict[str, Any]) -> None: ...  # noqa: D102
    def say(self, thread: str, owner: str, key: str, role: str, text: str) -> None: ...  # noqa: D102
    def transcript(self, thread: str, owner: str) -> list[tuple[str, str]]: ...  # noqa: D102
    def said(  # noqa: D102
        self, thread: str, owner: str, *, limit: int = 20, before: int | None = None
    ) -> list[Message]: ...
    def count_said(self, thread: str, owner: str) -> int: ...  # noqa: D102
    def add(self, thread: str, owner: str, key: str, version: Version) -> Version: ...  # noqa: D102
    def versions(self, thread: str, owner: str) -> list[Version]: ...  # noqa: D102
    def tree(self, thread: str, owner: str) -> list[dict[str, Any]]: ...  # noqa: D102
    def some(self, thread: str, owner: str, ids: list[str]) -> list[Version]: ...  # noqa: D102
    def find(self, version_id: str, owner: str) -> tuple[str, Version]: ...  # noqa: D102
    def keep_upload(self, owner: str, blob: str) -> str: ...  # noqa: D102
    def upload(self, name: str, owner: str) -> str: ...  # noqa: D102
    def stale_uploads(self, *, older_than: float = ...) -> list[str]: ...  # noqa: D102
    def delete(self, thread: str, owner: str) -> list[str]: ...  # noqa: D102
    def holds(self, blob: str) -> bool: ...  # noqa: D102
    def close(self) -> None: ...  # noqa: D102


class SqliteConversations(Owners, Transcripts, Uploads):
    """The conversation store in a SQLite file; people, words and uploads have files of their own."""

    def __init__(self, path: Path) -> None:
        self._db = Database(path, owners.TABLES + transcripts.TABLES + _TABLES + uploads.TABLES)

    def open(self, thread: str, owner: str, title: str = "") -> None:
        """Make the conversation if it is new, or check its owner. Raises `NotFound` for somebody else's."""
        title = one_line(title)
        with self._db.read() as db:
            row = db.execute("SELECT owner, title FROM conversations WHERE thread=?", (thread,)).fetchone()
            if row is not None and row["owner"] == owner and (row["title"] or not title):
                return
        now = time.time()
        with self._db.write() as db:
            db.execute("INSERT OR IGNORE INTO conversations VALUES (?,?,?,?,?)", (thread, owner, title, now, now))
            if title:
                db.execute(
                    "UPDATE conversations SET title=? WHERE thread=? AND owner=? AND title=''",
                    (title, thread, owner),
                )
            check_owner(db, thread, owner)

    def add(self, thread: str, owner: str, key: str, version: Version) -> Version:
        """Append a version under a key of its order, and give it a random id and the next number.

        A second call with the same key gives the version that is there.
        """
        with self._db.write() as db:
            check_owner(db, thread, owner)
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
            check_owner(db, thread, owner)
            rows = db.execute("SELECT * FROM versions WHERE thread=? ORDER BY number", (thread,)).fetchall()
        return [_version(row) for row in rows]

    def tree(self, thread: str, owner: str) -> list[dict[str, Any]]:
        """The versions as a tree for people, oldest first. Cheap at any length.

        Each has id, number, parent, feedback, score, at, action, painter, cost (USD), width and height.
        """
        parts = ", ".join(f"'$.{name}'" for name in _CARD)
        with self._db.read() as db:
            check_owner(db, thread, owner)
            rows = db.execute(
                f"SELECT id, number, parent, feedback, score, at, json_extract(record, {parts}) AS card"  # noqa: S608
                " FROM versions WHERE thread=? ORDER BY number",
                (thread,),
            ).fetchall()
        names = [name.removesuffix("_usd") for name in _CARD]
        return [
            {key: row[key] for key in ("id", "number", "parent", "feedback", "score", "at")}
            | dict(zip(names, json.loads(row["card"]), strict=True))
            for row in rows
        ]

    def some(self, thread: str, owner: str, ids: list[str]) -> list[Version]:
        """The versions with these ids, in this order; ids of nobody's are left out."""
        with self._db.read() as db:
            check_owner(db, thread, owner)
            marks = ",".join("?" * len(ids))
            rows = db.execute(f"SELECT * FROM versions WHERE thread=? AND id IN ({marks})", (thread, *ids)).fetchall()  # noqa: S608
        found = {row["id"]: _version(row) for row in rows}
        return [found[name] for name in ids if name in found]

    def find(self, version_id: str, owner: str) -> tuple[str, Version]:
        """(conversation, version) of a version's id alone. Raises `NotFound`, also for somebody else's."""
        with self._db.read() as db:
            row = db.execute(
                "SELECT v.thread, v.record FROM versions v JOIN conversations c ON c.thread = v.thread"
                " WHERE v.id=? AND c.owner=?",
                (version_id, owner),
            ).fetchone()
        if row is None:
            raise NotFound(f"there is no version {version_id[:80]!r}")
        return row["thread"], _version(row)

    def delete(self, thread: str, owner: str) -> list[str]:
        """Remove the conversation, and the uploads that only it used.

        Gives the names of pictures that nothing holds any more.
        """
        with self._db.write() as db:
            check_owner(db, thread, owner)
            held = "SELECT blob, json_extract(record, '$.asked.mask') FROM versions WHERE thread=?"
            blobs = {name for row in db.execute(held, (thread,)) for name in row if name}
            for table in ("versions", "messages", "conversations"):
                db.execute(f"DELETE FROM {table} WHERE thread=?", (thread,))  # noqa: S608  (names from the line above)
            forget_unused(db, owner, blobs)
            return unheld(db, blobs)

    def holds(self, blob: str) -> bool:
        """True when a version of anybody holds this picture or was made with this mask, or somebody uploaded it."""
        with self._db.read() as db:
            return not unheld(db, {blob})

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()


def _version(row: Any) -> Version:
    return Version(**json.loads(row["record"]))
