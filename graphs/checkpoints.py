"""LangGraph's checkpoints on this machine: one SQLite file, opened on the program's loop, pruned by us.

The SQLite saver writes the whole state at each step and never deletes (measured: quadratic growth), so after each
call all but the newest few checkpoints of the thread go.
"""

from pathlib import Path

from langgraph.checkpoint.serde.jsonplus import JsonPlusSerializer
from langgraph.checkpoint.sqlite.aio import AsyncSqliteSaver

KEPT = 3


async def open_checkpoints(path: Path) -> AsyncSqliteSaver:
    """A saver on the running loop. Only JSON primitives are in the state, so no type is ever imported on load."""
    import aiosqlite

    connection = await aiosqlite.connect(path)
    for setting in ("busy_timeout=10000", "wal_autocheckpoint=200", "journal_size_limit=1000000"):
        await connection.execute(f"PRAGMA {setting}")
    saver = AsyncSqliteSaver(connection, serde=JsonPlusSerializer(allowed_msgpack_modules=None))
    await saver.setup()
    return saver


async def prune(saver: AsyncSqliteSaver, thread: str) -> None:
    """Delete all but the newest checkpoints of a thread."""
    async with saver.lock:
        found = await saver.conn.execute(
            "SELECT checkpoint_id FROM checkpoints WHERE thread_id=? ORDER BY checkpoint_id DESC LIMIT 1 OFFSET ?",
            (thread, KEPT - 1),
        )
        row = await found.fetchone()
        if row is None:
            return
        for table in ("writes", "checkpoints"):
            await saver.conn.execute(f"DELETE FROM {table} WHERE thread_id=? AND checkpoint_id < ?", (thread, row[0]))  # noqa: S608
        await saver.conn.commit()
