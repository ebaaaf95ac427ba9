"""Gradio's import without its type stubs.

At every import Gradio reads the source of each of its components and writes a stub for editors beside it: half of the
time that the import takes, and writes into a folder that may be read-only or shared by several programs that start.
"""

import inspect
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def without_stubs() -> Iterator[None]:
    """Import Gradio inside. Its stub maker gives up at a class without a file; inside, none of Gradio's has one."""
    real = inspect.getfile

    def getfile(thing: Any) -> str:
        if isinstance(thing, type) and thing.__module__.startswith("gradio."):
            raise OSError("no stubs are wanted")
        return real(thing)

    inspect.getfile = getfile  # type: ignore[assignment]  # the parameter of the real one hides a builtin
    try:
        yield
    finally:
        inspect.getfile = real
