"""Loaded by every Python with this folder on its path: nothing may leave the machine, and who tries is written down.

Sees what goes through Python's `socket`, that is HTTP clients in threads, urllib and asyncio's own loop. It does not
see the connections of uvloop.
"""

import os
import sys
from pathlib import Path
from typing import Any

_HERE = {"127.0.0.1", "::1", "localhost", "0.0.0.0", "::", "", None}  # noqa: S104  # asking for one's own addresses


def _outside(event: str, args: tuple[Any, ...]) -> Any:
    if event == "socket.connect":
        return isinstance(args[1], tuple) and args[1][0] not in _HERE and args[1][0]
    if event in ("socket.getaddrinfo", "socket.gethostbyname"):
        host = args[0].decode() if isinstance(args[0], bytes) else args[0]
        return host not in _HERE and host
    return False


def _fence(event: str, args: tuple[Any, ...]) -> None:
    if event.startswith("socket.") and (host := _outside(event, args)):
        with Path(os.environ["FENCE_LOG"]).open("a", encoding="utf-8") as log:
            log.write(f"{event} {host}\n")
        raise OSError(f"a test's fence: {host} is outside")


if "FENCE_LOG" in os.environ:
    sys.addaudithook(_fence)
