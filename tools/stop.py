"""Stopping a painting that runs: the call in its own task, so that the run around it goes on and says what happened.

A conversation's run is not cancelled (its next checkpoint would be lost); only the painter's call is, and the calls
that would have followed are not made. The person then finds the conversation at a question, with all it had before.
"""

import asyncio
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from wanderhue.agent.errors import Cancelled

T = TypeVar("T")


class Stop:
    """A person's wish to stop one painting: heard by the call that runs now, and by those that would follow."""

    def __init__(self) -> None:
        self.wished = False
        self._lock = threading.Lock()
        self._task: asyncio.Task[Any] | None = None

    def now(self) -> None:
        """Stop. Callable from any thread, any number of times."""
        with self._lock:
            self.wished = True
            task = self._task
        if task is not None:
            task.get_loop().call_soon_threadsafe(task.cancel)

    async def run(self, call: Coroutine[Any, Any, T]) -> T:
        """What the call gives. Raises `Cancelled` when it was stopped; a result that came all the same is kept.

        A call is not begun once stopping is wished. Cancelling the caller cancels the call, as if it were awaited.
        """
        with self._lock:
            task = None if self.wished else asyncio.ensure_future(call)
            self._task = task
        if task is None:
            call.close()
            raise Cancelled("stopped")
        try:
            return await task
        except asyncio.CancelledError:
            caller = asyncio.current_task()
            if self.wished and not (caller and caller.cancelling()):
                raise Cancelled("stopped") from None
            raise
        finally:
            with self._lock:
                self._task = None


class Stops:
    """The paintings that run in this process, by conversation."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running: dict[str, list[Stop]] = {}

    @contextmanager
    def painting(self, thread: str) -> Iterator[Stop]:
        """A painting of this conversation, for as long as the block lasts."""
        stop = Stop()
        with self._lock:
            self._running.setdefault(thread, []).append(stop)
        try:
            yield stop
        finally:
            with self._lock:
                self._running[thread].remove(stop)
                if not self._running[thread]:
                    del self._running[thread]

    def now(self, thread: str) -> bool:
        """Stop what is being painted for this conversation; False when nothing is."""
        with self._lock:
            running = list(self._running.get(thread, ()))
        for stop in running:
            stop.now()
        return bool(running)
