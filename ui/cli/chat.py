"""`wanderhue chat`: the conversation in a terminal; with --json the same one for a program (chat_json.py)."""

import contextlib
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wanderhue.agent.errors import WanderhueError
from wanderhue.ui.cli.commands import Answer, Edit, Local, Photo, Unclear, read_line
from wanderhue.ui.cli.exits import INTERRUPTED
from wanderhue.ui.cli.options import Wishes, pass_wishes, shared
from wanderhue.ui.cli.start import quick_imports
from wanderhue.ui.cli.texts import text

if TYPE_CHECKING:
    from wanderhue.graphs.session import TripSession
    from wanderhue.graphs.view import View
    from wanderhue.ui.cli.show import Screen


@click.command()
@click.option("--resume", metavar="ID", help="Go on with a conversation: its id, or last.")
@shared
@pass_wishes
def chat(wishes: Wishes, resume: str | None = None) -> None:
    """Talk about a trip, choose one of three, and get its picture. /help shows what else you can type."""
    settings = wishes.settings()
    if wishes.json:
        from wanderhue.ui.cli.chat_json import run_json

        run_json(wishes, resume)
        return
    from wanderhue.ui.cli.show import Screen

    screen = Screen(settings.language)
    if resume is None:
        _welcome(screen)
    with quick_imports():
        from wanderhue.graphs.session import TripSession

    session = TripSession.open(resume, settings=settings)
    Chat(session, screen, begun=resume is not None).run()


def _welcome(screen: "Screen") -> None:
    """Before the heavy imports, so that something is there at once; in both languages until one is known."""
    screen.say("Wanderhue", "bold")
    for lang in (screen.lang,) if screen.lang else ("en", "ko"):
        screen.say(text("welcome", lang))


class Chat:
    """One conversation at one terminal (or over a pipe)."""

    def __init__(self, session: "TripSession", screen: "Screen", *, begun: bool) -> None:
        self.session, self.screen = session, screen
        self.begun = begun
        """True when there is something to resume."""
        self.shown: View | None = None
        """What the person saw last."""
        self.typed = sys.stdin.isatty()
        if self.typed:
            with contextlib.suppress(ImportError):  # Windows has none
                import readline  # noqa: F401  (its import gives `input` history and editing, also of Hangul)

    def run(self) -> None:
        """Read, answer, show, until the person leaves."""
        from wanderhue.ui.cli.show_view import show

        try:
            if self.begun:
                self._recall()
            while (line := self._read()) is not None:
                view = self._answer(line)
                if view is not None:
                    self.screen.lang = view.lang
                    show(view, self.screen, before=self.shown)
                    self.shown = view
        except _Left:
            pass
        except KeyboardInterrupt:
            self._farewell("interrupted")
            sys.stdout.flush()
            os._exit(INTERRUPTED)  # a picture may be half painted: the kernel frees the lock, --resume goes on
        self._farewell("bye")
        self.session.close()

    def _recall(self) -> None:
        """Where a resumed conversation stands: the last words, and everything on the table."""
        from wanderhue.ui.cli.show_view import show

        view = self.session.view
        self.screen.lang = view.lang
        for role, words in self.session.transcript()[-5:-1]:
            self.screen.say(f"> {words}" if role == "person" else words, "bold" if role == "person" else "dim")
        show(view, self.screen)
        self.shown = view

    def _read(self) -> str | None:
        """The next line, or None at the end."""
        if self.typed:
            try:
                print()
                return input("> ")
            except EOFError:
                print()
                return None
        line = sys.stdin.readline()
        if not line:
            return None
        self.screen.console.print()
        self.screen.say(f"> {line.rstrip()}", "bold")
        return line

    def _answer(self, line: str) -> "View | None":
        """Do what a line says; the view to show, or None when it was for the terminal alone."""
        command = read_line(line)
        if isinstance(command, Local):
            self._local(command)
            return None
        if isinstance(command, Unclear):
            self.screen.say(text(command.key, self.screen.lang, said=command.said), "yellow")
            return None
        if command == Answer({"type": "say", "text": ""}) and self.typed:
            return None
        try:
            view = self._send(self._number(command))
        except WanderhueError as error:
            self.screen.say(text("busy", self.screen.lang) if error.code == "busy" else error, "yellow")
            return None
        except Exception as error:  # a mistake of ours must not cost the person the conversation
            self.screen.say(text("internal", self.screen.lang, why=f"{type(error).__name__}: {error}"), "red")
            return None
        self.begun = True
        return view

    def _number(self, command: Answer | Edit | Photo) -> Answer | Edit | Photo:
        """A bare '2' while options are on the table is a choice."""
        words = command.data.get("text", "") if isinstance(command, Answer) else ""
        if not (words.isascii() and words.isdigit() and len(words) < 3):
            return command
        view = self.session.view
        chosen = view.stage == "choose" and 1 <= int(words) <= len(view.options)
        return Answer({"type": "choose", "index": int(words) - 1}) if chosen else command

    def _send(self, command: Answer | Edit | Photo) -> "View":
        from wanderhue.ui.cli.progress import watch

        if isinstance(command, Edit):
            return self.session.edit(command.mask, command.text)
        if isinstance(command, Photo):
            return self.session.use_photo(command.file)
        return watch(self.session.stream(command.data), self.screen)

    def _local(self, command: Local) -> None:
        from wanderhue.ui.cli.show_view import show, show_versions

        screen = self.screen
        view = self.session.view
        match command.name:
            case "quit":
                raise _Left
            case "help":
                screen.say(text("help", screen.lang or "en"))
            case "versions":
                show_versions(view, screen)
            case "view":
                show(view, screen)
            case "palette":
                self._palette(view)
            case "open" | "save" if not (view.image and view.image["path"]):
                screen.say(text("no_picture", screen.lang))
            case "open":
                click.launch(str(view.image["path"]))  # type: ignore[index]  # the case above has no image
                screen.path(view.image["path"])  # type: ignore[index]
            case _:
                self._save(view.image, command.rest)

    def _palette(self, view: "View") -> None:
        """The colors of the picture, or of every option."""
        from wanderhue.ui.cli.show_view import show_colors

        if view.image:
            show_colors(view.image, self.screen)
            return
        for option in view.options:
            self.screen.heading(option["title"])
            self.screen.colors(option["palette"])

    def _save(self, image: Any, said: str) -> None:
        """A copy of the picture where the person wants it; nothing is overwritten."""
        path = Path(said.strip("\"'") or f"wanderhue-{image['number']}.png").expanduser()
        path = path / f"wanderhue-{image['number']}.png" if path.is_dir() else path
        try:
            with path.open("xb") as file, Path(image["path"]).open("rb") as picture:
                shutil.copyfileobj(picture, file)
        except FileExistsError:
            self.screen.say(text("exists", self.screen.lang, path=path), "yellow")
        except OSError as error:
            self.screen.say(text("unwritable", self.screen.lang, path=path, why=error.strerror), "yellow")
        else:
            self.screen.path(path.resolve())

    def _farewell(self, key: str) -> None:
        """The last words, with the way back if there is something to come back to."""
        self.screen.console.print()
        if self.begun:
            self.screen.say(text(key, self.screen.lang))
            self.screen.say(f"wanderhue chat --resume {self.session.thread_id}")


class _Left(Exception):
    """The person typed /quit."""
