"""A fast start: the graph's packages make a million objects, and collecting garbage among them takes a fifth of it."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quick_imports() -> Iterator[None]:
    """No garbage collection inside; afterwards what was imported is never looked at again."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
