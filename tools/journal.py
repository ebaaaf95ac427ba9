"""The painters' journal: what was ordered, and what was received. It is why nobody pays twice.

An order's key is (thread, action, attempt, variant); a digest of the request lies beside it. The intent is written
before the call, the receipt after it, each put-if-absent. What follows from a claim:

    new      the intent is ours: call the painter
    bought   same key, same digest, receipt there: return what was bought
    other    same key, other digest: something else was bought under this key; keep it, take the next attempt
    pending  an intent without a receipt: a paid call may have been carried out; ask before calling again
"""

import json
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, NamedTuple, Protocol

from wanderhue.tools.data_dir import Database

_TABLES = """
CREATE TABLE IF NOT EXISTS orders (
    thread TEXT NOT NULL, action INTEGER NOT NULL, attempt INTEGER NOT NULL, variant INTEGER NOT NULL,
    digest TEXT NOT NULL, painter TEXT NOT NULL, intent_at REAL NOT NULL,
    receipt TEXT, cost_usd REAL NOT NULL DEFAULT 0, receipt_at REAL,
    PRIMARY KEY (thread, action, attempt, variant)
);
CREATE INDEX IF NOT EXISTS orders_by_time ON orders (intent_at);
"""


class OrderKey(NamedTuple):
    """Names one order. `attempt` grows when a person approves another try, `variant` counts siblings."""

    thread: str
    action: int
    attempt: int
    variant: int

    def __str__(self) -> str:
        return f"{self.thread}/{self.action}/{self.attempt}/{self.variant}"


@dataclass(frozen=True, slots=True)
class Claim:
    """What the journal says to an order."""

    state: Literal["new", "bought", "other", "pending"]
    receipt: dict[str, Any] | None = None
    digest: str = ""


class Journal(Protocol):
    """Claims orders, keeps receipts."""

    def claim(self, key: OrderKey, digest: str, painter: str, estimate_usd: float) -> Claim:
        """Write the intent if the key is free; else say what is there. The estimate counts as spent until settled."""
        ...

    def complete(self, key: OrderKey, receipt: dict[str, Any], cost_usd: float) -> None:
        """Write the receipt. A second receipt for the same key changes nothing."""
        ...

    def release(self, key: OrderKey) -> None:
        """Forget an intent whose call certainly was not carried out."""
        ...

    def spend(self, key: OrderKey, name: str, cost_usd: float) -> None:
        """Write down what was paid for words, not for a picture. Called again under a key, it adds."""
        ...

    def spent_since(self, when: float) -> float:
        """US dollars spent (or at risk) since a Unix time, over all conversations."""
        ...

    def spent_on(self, thread: str) -> float:
        """US dollars spent (or at risk) on one conversation."""
        ...

    def forget(self, thread: str) -> list[str]:
        """Remove a conversation's orders; what was spent stays counted. Gives the pictures that they had bought."""
        ...

    def close(self) -> None:
        """Let go of the file."""
        ...


class SqliteJournal:
    """The journal in a SQLite file of its own, apart from the checkpoints."""

    def __init__(self, path: Path) -> None:
        self._db = Database(path, _TABLES)

    def claim(self, key: OrderKey, digest: str, painter: str, estimate_usd: float) -> Claim:
        """See `Journal.claim`."""
        with self._db.write() as db:
            row = db.execute(
                "SELECT digest, receipt FROM orders WHERE thread=? AND action=? AND attempt=? AND variant=?", key
            ).fetchone()
            if row is None:
                db.execute(
                    "INSERT INTO orders (thread, action, attempt, variant, digest, painter, intent_at, cost_usd)"
                    " VALUES (?,?,?,?,?,?,?,?)",
                    (*key, digest, painter, time.time(), estimate_usd),
                )
                return Claim("new", digest=digest)
        if row["receipt"] is None:
            return Claim("pending", digest=row["digest"])
        state: Literal["bought", "other"] = "bought" if row["digest"] == digest else "other"
        return Claim(state, json.loads(row["receipt"]), row["digest"])

    def complete(self, key: OrderKey, receipt: dict[str, Any], cost_usd: float) -> None:
        """See `Journal.complete`."""
        with self._db.write() as db:
            db.execute(
                "UPDATE orders SET receipt=?, cost_usd=?, receipt_at=?"
                " WHERE thread=? AND action=? AND attempt=? AND variant=? AND receipt IS NULL",
                (json.dumps(receipt), cost_usd, time.time(), *key),
            )

    def release(self, key: OrderKey) -> None:
        """See `Journal.release`."""
        with self._db.write() as db:
            db.execute(
                "DELETE FROM orders WHERE thread=? AND action=? AND attempt=? AND variant=? AND receipt IS NULL", key
            )

    def spend(self, key: OrderKey, name: str, cost_usd: float) -> None:
        """See `Journal.spend`."""
        now = time.time()
        with self._db.write() as db:
            db.execute(
                "INSERT INTO orders (thread, action, attempt, variant, digest, painter, intent_at, receipt, cost_usd,"
                " receipt_at) VALUES (?,?,?,?,'',?,?,'{}',?,?) ON CONFLICT (thread, action, attempt, variant)"
                " DO UPDATE SET cost_usd = cost_usd + excluded.cost_usd, receipt_at = excluded.receipt_at",
                (*key, name, now, cost_usd, now),
            )

    def spent_since(self, when: float) -> float:
        """See `Journal.spent_since`."""
        with self._db.read() as db:
            row = db.execute("SELECT COALESCE(SUM(cost_usd), 0) FROM orders WHERE intent_at >= ?", (when,)).fetchone()
        return float(row[0])

    def spent_on(self, thread: str) -> float:
        """See `Journal.spent_on`."""
        with self._db.read() as db:
            row = db.execute("SELECT COALESCE(SUM(cost_usd), 0) FROM orders WHERE thread = ?", (thread,)).fetchone()
        return float(row[0])

    def forget(self, thread: str) -> list[str]:
        """See `Journal.forget`."""
        with self._db.write() as db:
            bought = db.execute(
                "SELECT json_extract(receipt, '$.blob') FROM orders WHERE thread=? AND receipt NOT NULL", (thread,)
            ).fetchall()
            paid = db.execute(
                "SELECT painter, intent_at, cost_usd FROM orders WHERE thread=? AND cost_usd > 0", (thread,)
            ).fetchall()
            db.execute("DELETE FROM orders WHERE thread=?", (thread,))
            first = db.execute("SELECT COALESCE(MAX(action), 0) FROM orders WHERE thread=''").fetchone()[0] + 1
            db.executemany(
                "INSERT INTO orders (thread, action, attempt, variant, digest, painter, intent_at, receipt, cost_usd)"
                " VALUES ('', ?, 0, 0, '', ?, ?, '{}', ?)",
                [(first + i, row["painter"], row["intent_at"], row["cost_usd"]) for i, row in enumerate(paid)],
            )
        return [row[0] for row in bought if row[0]]

    def close(self) -> None:
        """See `Journal.close`."""
        self._db.close()
