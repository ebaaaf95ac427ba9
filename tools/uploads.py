"""Uploads: pictures that a person gave and that no version may need yet. Here are only their names and owners."""

import secrets
import time
from typing import Any

from wanderhue.agent.errors import NotFound
from wanderhue.tools.data_dir import Database

TABLES = """
CREATE TABLE IF NOT EXISTS uploads (
    id TEXT PRIMARY KEY, owner TEXT NOT NULL, blob TEXT NOT NULL, at REAL NOT NULL,
    UNIQUE (blob, owner)
);
CREATE INDEX IF NOT EXISTS uploads_by_time ON uploads (at);
CREATE INDEX IF NOT EXISTS versions_by_mask ON versions (json_extract(record, '$.asked.mask'));
"""
DAY = 86_400.0
_UNUSED = (
    "NOT EXISTS (SELECT 1 FROM versions v CROSS JOIN conversations c ON c.thread = v.thread"
    " WHERE v.blob = uploads.blob AND c.owner = uploads.owner)"
)


class Uploads:
    """The part of the store that remembers whose upload is whose."""

    _db: Database

    def keep_upload(self, owner: str, blob: str) -> str:
        """Remember a picture of the image store as this owner's; gives a random id for it.

        The same picture again keeps its id and counts as new.
        """
        with self._db.write() as db:
            db.execute(
                "INSERT INTO uploads VALUES (?,?,?,?) ON CONFLICT (blob, owner) DO UPDATE SET at = excluded.at",
                (secrets.token_urlsafe(16), owner, blob, time.time()),
            )
            row = db.execute("SELECT id FROM uploads WHERE blob=? AND owner=?", (blob, owner)).fetchone()
        return str(row["id"])

    def upload(self, name: str, owner: str) -> str:
        """The picture's name in the image store. Raises `NotFound`, also for somebody else's."""
        with self._db.read() as db:
            row = db.execute("SELECT blob FROM uploads WHERE id=? AND owner=?", (name, owner)).fetchone()
        if row is None:
            raise NotFound(f"there is no upload {name[:80]!r}; give the picture again")
        return str(row["blob"])

    def stale_uploads(self, *, older_than: float = DAY) -> list[str]:
        """Forget the uploads that no version of their owner uses after `older_than` seconds.

        Gives the names of pictures that nothing holds any more, to be removed from the image store.
        """
        with self._db.write() as db:
            stale, until = f"FROM uploads WHERE at < ? AND {_UNUSED}", time.time() - older_than
            blobs = {row["blob"] for row in db.execute(f"SELECT blob {stale}", (until,))}
            db.execute(f"DELETE {stale}", (until,))
            return unheld(db, blobs)


def forget_unused(db: Any, owner: str, blobs: set[str]) -> None:
    """Forget this owner's uploads of these pictures, except those that another conversation of theirs uses."""
    for blob in blobs:
        db.execute(f"DELETE FROM uploads WHERE blob=? AND owner=? AND {_UNUSED}", (blob, owner))  # noqa: S608


def unheld(db: Any, blobs: set[str]) -> list[str]:
    """Those that no version holds, no version was made with as its mask, and nobody has uploaded."""
    return sorted(
        blob
        for blob in blobs
        if db.execute(
            "SELECT 1 FROM versions WHERE blob=:blob"
            " UNION ALL SELECT 1 FROM versions WHERE json_extract(record, '$.asked.mask')=:blob"
            " UNION ALL SELECT 1 FROM uploads WHERE blob=:blob LIMIT 1",
            {"blob": blob},
        ).fetchone()
        is None
    )
