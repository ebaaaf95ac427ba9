"""The group that holds the commands: shared options, `.env`, and one place where errors become exit codes."""

from typing import Any

import click

import wanderhue
from wanderhue.agent.errors import WanderhueError
from wanderhue.ui.cli.chat import chat
from wanderhue.ui.cli.check import check
from wanderhue.ui.cli.doctor import doctor
from wanderhue.ui.cli.draw import draw
from wanderhue.ui.cli.exits import INTERRUPTED, exit_code, say_error
from wanderhue.ui.cli.inspect import inspect
from wanderhue.ui.cli.options import Wishes, shared
from wanderhue.ui.cli.palette import palette
from wanderhue.ui.cli.streams import forget_stdout
from wanderhue.ui.cli.studio import studio
from wanderhue.ui.cli.trips import trips


class Commands(click.Group):
    """A group whose errors end as docs/cli.md says."""

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        """Read the arguments; --help and --version print here."""
        try:
            return super().make_context(*args, **extra)
        except BrokenPipeError:
            forget_stdout()
            raise click.exceptions.Exit(0) from None

    def invoke(self, ctx: click.Context) -> Any:
        """Run; typed errors, Ctrl-C and a closed pipe become exit codes."""
        wishes = ctx.ensure_object(Wishes)
        try:
            return super().invoke(ctx)
        except WanderhueError as error:
            say_error(error, as_json=wishes.json)
            ctx.exit(exit_code(error))
        except (KeyboardInterrupt, click.Abort):
            click.echo(err=True)
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            forget_stdout()
            ctx.exit(0)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's signature)
        """In the order in which a newcomer meets them, not by the alphabet."""
        return list(self.commands)


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Without a command, the studio opens in a browser. Works offline; no key is needed.",
)
@click.version_option(wanderhue.__version__, "-V", "--version", prog_name="wanderhue")
@shared
@click.pass_context
def cli(context: click.Context) -> None:
    """Chat to plan a trip, and receive an illustration measured against the trip's own palette."""
    from wanderhue.agent.settings import load_dotenv_here

    load_dotenv_here()
    context.ensure_object(Wishes)
    if context.invoked_subcommand is None:
        context.invoke(studio)


for _command in (studio, chat, trips, draw, palette, check, inspect, doctor):
    cli.add_command(_command)
