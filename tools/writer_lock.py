"""One writer a conversation: an operating-system lock on a file, freed by the kernel when its holder dies."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from wanderhue.agent.errors import Busy


@contextmanager
def writing(locks: Path, thread: str) -> Iterator[None]:
    """Hold the conversation's lock, or raise `Busy` at once. Each call opens the file anew, so threads exclude too."""
    name = hashlib.sha256(thread.encode()).hexdigest()[:32]
    lock = FileLock(locks / f"{name}.lock", timeout=0, thread_local=False)
    try:
        lock.acquire()
    except Timeout as error:
        raise Busy(
            "this conversation is being written elsewhere (another tab or program); try again in a moment"
        ) from error
    try:
        yield
    finally:
        lock.release()
