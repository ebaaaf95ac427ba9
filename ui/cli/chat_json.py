"""`wanderhue chat --json`: one command a line in, one JSON view a line out (docs/json.md).

Errors never end the loop.
"""

import os
import sys
import traceback
from typing import TYPE_CHECKING, Any

import click

from wanderhue.agent.errors import WanderhueError
from wanderhue.ui.cli.commands import Answer, Edit, Local, Photo, Unclear, read_line
from wanderhue.ui.cli.exits import INTERRUPTED, error_json, print_json
from wanderhue.ui.cli.options import Wishes
from wanderhue.ui.cli.start import quick_imports
from wanderhue.ui.cli.texts import text

if TYPE_CHECKING:
    from wanderhue.graphs.session import TripSession
    from wanderhue.graphs.view import View


def run_json(wishes: Wishes, resume: str | None) -> None:
    """Open (or go on with) a conversation and serve it until the input ends."""
    with quick_imports():
        from wanderhue.graphs.session import TripSession

    session = TripSession.open(resume, settings=wishes.settings())
    try:
        serve(session)
    except KeyboardInterrupt:
        click.echo(f"wanderhue chat --resume {session.thread_id}", err=True)
        sys.stdout.flush()
        os._exit(INTERRUPTED)  # as in chat.py: what was cut off goes on at --resume
    except BrokenPipeError:
        session.close()
        raise
    session.close()


def serve(session: "TripSession") -> None:
    """The loop: the opening view, then a view for each line."""
    shown = session.view.to_json()
    print_json(shown)
    while line := sys.stdin.readline():
        command = read_line(line)
        if command == Local("quit"):
            return
        try:
            shown = _answer(session, command, shown)
            print_json(shown)
        except (BrokenPipeError, KeyboardInterrupt):
            raise
        except Exception as error:  # whatever it is, the conversation goes on
            if not isinstance(error, WanderhueError):
                traceback.print_exc()
            print_json(with_error(shown, error_json(error)))


def _answer(session: "TripSession", command: Any, shown: dict[str, Any]) -> dict[str, Any]:
    """The view that a command leads to."""
    match command:
        case Answer() | Edit() | Photo():
            return _sent(session, command).to_json()
        case Unclear(key, said):
            return with_error(shown, {"code": "bad_answer", "message": text(key, shown["lang"], said=said)})
        case Local("help"):
            return {**session.view.to_json(), "reply": text("help", shown["lang"])}
        case Local("open" | "save"):
            return with_error(shown, {"code": "bad_answer", "message": text("not_in_json", shown["lang"])})
    return session.view.to_json()


def _sent(session: "TripSession", command: Answer | Edit | Photo) -> "View":
    match command:
        case Answer(data):
            return session.answer(data)
        case Edit(mask, words):
            return session.edit(mask, words)
        case Photo(file):
            return session.use_photo(file)


def with_error(shown: dict[str, Any], error: dict[str, str]) -> dict[str, Any]:
    """The last view with an error in it: the conversation stands where it stood."""
    return {**shown, "reply": "", "notices": [], "error": error}
