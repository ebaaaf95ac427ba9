"""The program's own threads for blocking work: files, SQLite, the planner's ranking, SDKs.

No blocking call runs on an event loop. The pool is ours (not asyncio's default), sized for waiting rather than for
computing, and shared by all conversations of the process.
"""

import asyncio
import contextvars
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_POOL = ThreadPoolExecutor(max_workers=32, thread_name_prefix="wanderhue")


async def in_thread(function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
    """Run a blocking function in the pool, with the caller's context variables, and wait for it."""
    context = contextvars.copy_context()
    return await asyncio.get_running_loop().run_in_executor(_POOL, lambda: context.run(function, *args, **kwargs))
