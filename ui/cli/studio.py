"""`wanderhue studio`, which `wanderhue` alone opens too: the browser studio on this machine."""

import click

from wanderhue.agent.errors import BadSetup
from wanderhue.ui.cli.options import Wishes, pass_wishes, shared
from wanderhue.ui.cli.start import quick_imports

PORT = 7871


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen; 0.0.0.0 for every network.")
@click.option("--port", type=int, help=f"The port. Default: {PORT}, or the next free one.")
@click.option("--auth", multiple=True, metavar="NAME:PASSWORD", help="Who may log in (or WANDERHUE_STUDIO_AUTH).")
@click.option("--root-path", default="", metavar="/PATH", help="The prefix that a proxy serves the studio under.")
@click.option("--allow-host", multiple=True, metavar="NAME", help="A proxy's outside name that reaches this machine.")
@click.option("--https", is_flag=True, help="A proxy puts https before it: cookies are for https only.")
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
    https: bool,
    open_browser: bool,
) -> None:
    """Open the studio in a browser: talk, choose, look, change. Everything stays on this machine."""
    from wanderhue.ui.studio.stubs import without_stubs
    from wanderhue.ui.web.serve import free_port, is_loopback, serve, url_of

    with quick_imports(), without_stubs():
        import gradio  # noqa: F401  (the slowest import of all; create_app would do it without the hurry)

        from wanderhue.ui.studio.app import create_app

    settings = wishes.settings()
    people = dict(_person(one) for one in auth or settings.studio_auth.split(",") if one)
    if not is_loopback(host) and not people:
        click.echo(
            "Anybody who reaches this address can use the studio; --auth NAME:PASSWORD asks who it is.", err=True
        )
    at = free_port(host, PORT) if port is None else port
    app = create_app(settings, auth=people or None, secure=https, shared=bool(people) or not is_loopback(host))
    address = url_of(host, at, root_path)
    serve(
        app, host, at, root_path=root_path, open_browser=open_browser, hosts=allow_host,
        ready=lambda: click.echo(f"Wanderhue is at {address}/  (Ctrl-C ends it; your trips stay)"),
    )  # fmt: skip


def _person(said: str) -> tuple[str, str]:
    name, _, password = said.strip().partition(":")
    if not (name and password):
        raise BadSetup("--auth (or WANDERHUE_STUDIO_AUTH) is written NAME:PASSWORD")
    return name, password
