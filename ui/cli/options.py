"""The options that every command takes, before or after the subcommand: --planner, --painter, --data-dir, --json."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from wanderhue.agent.settings import Settings
    from wanderhue.tools.data_dir import DataDir

F = TypeVar("F", bound=Callable[..., Any])


@dataclass
class Wishes:
    """What the shared options said so far; None means not said. The later one on the line wins."""

    planner: str | None = None
    painter: str | None = None
    data_dir: Path | None = None
    json: bool = False

    def settings(self, **also: Any) -> "Settings":
        """The settings: these options over the environment over the defaults. Raises `BadSetup`."""
        from wanderhue.agent.settings import Settings

        return Settings.load(planner=self.planner, painter=self.painter, data_dir=self.data_dir, **also)

    def place(self) -> "DataDir":
        """The data directory, made if it is new. Raises `BadSetup` or `Damaged`."""
        from wanderhue.tools.data_dir import DataDir

        return DataDir.open(self.settings().resolved_data_dir())


pass_wishes = click.make_pass_decorator(Wishes, ensure=True)


def _keep(context: click.Context, parameter: click.Parameter, value: Any) -> None:
    if value not in (None, False) and parameter.name:
        setattr(context.ensure_object(Wishes), parameter.name, value)


def _option(*names: str, **more: Any) -> Callable[[F], F]:
    return click.option(*names, expose_value=False, callback=_keep, **more)


_SHARED = (
    _option(
        "--planner", metavar="NAME", help="Who recommends: offline (the default), or a chat model as provider:model."
    ),
    _option("--painter", metavar="NAME", help="Who paints: illustrator (the default)."),
    _option(
        "--data-dir",
        type=click.Path(path_type=Path),
        metavar="DIR",
        help="Where conversations and pictures are kept.",
    ),
    _option("--json", is_flag=True, help="Print JSON (docs/json.md)."),
)


def shared(command: F) -> F:
    """Give a command the shared options; `pass_wishes` hands it the `Wishes`."""
    for option in reversed(_SHARED):
        command = option(command)
    return command


def lang_of(wishes: Wishes) -> str:
    """The language of commands that have no conversation: the setting, else English."""
    return wishes.settings().language or "en"
