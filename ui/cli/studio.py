"""`wanderhue studio`, which `wanderhue` alone opens too: the browser studio on this machine."""

import click

from wanderhue.agent.errors import BadSetup
from wanderhue.ui.cli.options import Wishes, pass_wishes, shared

PORT = 7871


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen; 0.0.0.0 for every network.")
@click.option("--port", type=int, help=f"The port. Default: {PORT}, or the next free one.")
@click.option("--auth", multiple=True, metavar="NAME:PASSWORD", help="Who may log in; can be given several times.")
@click.option("--root-path", default="", metavar="/PATH", help="The prefix that a proxy serves the studio under.")
@click.option("--allow-host", multiple=True, metavar="NAME", help="A proxy's outside name that reaches this machine.")
@click.option("--open/--no-open", "open_browser", default=True, help="Open a browser window.")
@shared
@pass_wishes
def studio(
    wishes: Wishes,
    host: str,
    port: int | None,
    auth: tuple[str, ...],
    root_path: str,
    allow_host: tuple[str, ...],
    *,
    open_browser: bool,
) -> None:
    """Open the studio in a browser: talk, choose, look, change. Everything stays on this machine."""
    from wanderhue.ui.studio.app import create_app
    from wanderhue.ui.web.serve import free_port, is_loopback, serve, url_of

    people = dict(_person(one) for one in auth)
    if not is_loopback(host) and not people:
        click.echo(
            "Anybody who reaches this address can use the studio; --auth NAME:PASSWORD asks who it is.", err=True
        )
    at = free_port(host, PORT) if port is None else port
    app = create_app(wishes.settings(), auth=people or None)
    address = url_of(host, at, root_path)
    serve(
        app, host, at, root_path=root_path, open_browser=open_browser, hosts=allow_host,
        ready=lambda: click.echo(f"Wanderhue is at {address}/  (Ctrl-C ends it; your trips stay)"),
    )  # fmt: skip


def _person(said: str) -> tuple[str, str]:
    name, colon, password = said.partition(":")
    if not (name and colon and password):
        raise BadSetup("--auth is written NAME:PASSWORD")
    return name, password
