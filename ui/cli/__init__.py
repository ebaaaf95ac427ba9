"""The `wanderhue` command: a conversation in the terminal, and the tools around it.

Nothing heavy is imported here or by the modules beside it; each command imports what it uses when it runs.
"""


def main() -> None:
    """Run the command line on this process's arguments and streams, and exit."""
    try:
        from wanderhue.ui.cli.app import cli
        from wanderhue.ui.cli.exits import INTERRUPTED
        from wanderhue.ui.cli.streams import open_streams, quiet_exit
    except KeyboardInterrupt:
        raise SystemExit(130) from None

    open_streams()
    try:
        cli.main(prog_name="wanderhue")
    except SystemExit as stop:
        quiet_exit(stop.code if isinstance(stop.code, int) else int(stop.code is not None))
    except KeyboardInterrupt:
        quiet_exit(INTERRUPTED)


__all__ = ["main"]
