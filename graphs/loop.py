"""The program's own event loop, in a thread: where the core runs, whoever calls.

A script, a notebook with a running loop, standard input and a web server all submit to it, so nobody needs
`asyncio.run`, and adapters that belong to one loop (the SQLite checkpointer's connection) always see the same one.
"""

import asyncio
import threading
from collections.abc import Coroutine
from concurrent.futures import Future
from typing import Any, TypeVar

T = TypeVar("T")

_lock = threading.Lock()
_loop: asyncio.AbstractEventLoop | None = None


def program_loop() -> asyncio.AbstractEventLoop:
    """The loop, started at the first call in a daemon thread."""
    global _loop  # noqa: PLW0603  (one loop a process is the point)
    with _lock:
        if _loop is None or _loop.is_closed():
            _loop = asyncio.new_event_loop()
            threading.Thread(target=_loop.run_forever, name="wanderhue-loop", daemon=True).start()
        return _loop


def on_program_loop() -> bool:
    """True when the caller is already on the program's loop, where waiting for it would never end."""
    try:
        return asyncio.get_running_loop() is _loop
    except RuntimeError:
        return False


def submit(work: Coroutine[Any, Any, T]) -> "Future[T]":
    """Start a coroutine on the program's loop, with the caller's context variables."""
    return asyncio.run_coroutine_threadsafe(work, program_loop())


def run(work: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine on the program's loop and wait for its result."""
    if on_program_loop():
        work.close()
        raise RuntimeError("call the async form here (asay, achoose, ...): this code already runs on Wanderhue's loop")
    return submit(work).result()


async def arun(work: Coroutine[Any, Any, T]) -> T:
    """Await a coroutine that runs on the program's loop, from any loop."""
    if on_program_loop():
        return await work
    return await asyncio.wrap_future(submit(work))
