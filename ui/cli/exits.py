"""Exit codes, and what is said when a command ends badly: docs/cli.md lists them for people who write scripts."""

import json
import sys
from typing import Any

import click

from wanderhue.agent.errors import Busy, Refused, WanderhueError

OK = 0
FAILED = 1
"""A typed failure: the message says what to do."""
USAGE = 2
"""The command line itself was wrong (click's own code)."""
REFUSED = 3
"""The safety policy said no."""
BUSY = 75
"""Somebody else is writing this conversation; try again (EX_TEMPFAIL of sysexits.h)."""
INTERRUPTED = 130
"""Ctrl-C (128 + SIGINT)."""


def exit_code(error: WanderhueError) -> int:
    """The code of a typed error."""
    if isinstance(error, Refused):
        return REFUSED
    return BUSY if isinstance(error, Busy) else FAILED


def error_json(error: Exception) -> dict[str, str]:
    """{code, message} of an error: typed ones by their code, anything else as 'internal'."""
    if isinstance(error, WanderhueError):
        return {"code": error.code, "message": str(error)}
    if isinstance(error, click.UsageError):
        return {"code": "usage", "message": error.format_message()}
    return {"code": "internal", "message": f"{type(error).__name__}: {error}"}


def say_error(error: Exception, *, as_json: bool) -> None:
    """The message on stderr, and with --json also {"error": {...}} on stdout. Only for errors that end a command."""
    said = error_json(error)
    if as_json:
        print_json({"error": said})
    click.echo(f"wanderhue: {said['message']}", err=True)


def print_json(value: Any, *, pretty: bool = False) -> None:
    """One JSON value on stdout, one line unless pretty; flushed, so that a reader on a pipe has it at once."""
    print(json.dumps(value, ensure_ascii=False, indent=2 if pretty else None))
    sys.stdout.flush()
