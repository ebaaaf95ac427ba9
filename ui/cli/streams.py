"""Standard streams that behave alike everywhere: UTF-8, and quiet when the reader of a pipe has gone."""

import os
import sys
from typing import NoReturn


def open_streams() -> None:
    """UTF-8 on all three streams, also on Windows; bytes that are no UTF-8 become the replacement character."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        change = getattr(stream, "reconfigure", None)  # a stream that a host program replaced has none
        if change is not None:
            change(encoding="utf-8", errors="replace")


def quiet_exit(code: int) -> NoReturn:
    """End with this code; a pipe that nobody reads any more (`| head`) is no error."""
    try:
        sys.stdout.flush()
    except (BrokenPipeError, ValueError):
        forget_stdout()
    sys.exit(code)


def forget_stdout() -> None:
    """Point stdout at nowhere, so that the interpreter's own last flush cannot fail."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return
