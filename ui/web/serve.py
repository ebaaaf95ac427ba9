"""Serving the app on this machine: a free port, the host check, the prefix of a proxy, and a browser to look at it.

Prints nothing: who calls says where it is.
"""

import asyncio
import errno
import ipaddress
import re
import signal
import socket
import threading
import webbrowser
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress

import uvicorn
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from wanderhue.agent.errors import BadSetup
from wanderhue.ui.web.guard import LOOPBACK, HostCheck

_TRIED = 20
_ROOT = re.compile(r"(/[A-Za-z0-9._~-]+)*")


def free_port(host: str, wanted: int) -> int:
    """`wanted` if it is free on this host, else one of the next twenty, else any. Raises `BadSetup` for a bad host."""
    last = min(wanted + _TRIED, 65535)
    for port in (*range(wanted, last + 1), 0):
        with suppress(_Taken), _bound(host, port) as found:
            return int(found.getsockname()[1])
    raise BadSetup(f"no free port on {host}; give one with --port")


def serve(
    app: ASGIApp,
    host: str,
    port: int,
    *,
    root_path: str = "",
    open_browser: bool = False,
    hosts: Collection[str] = (),
    ready: Callable[[], None] | None = None,
) -> None:
    """Serve in this thread until Ctrl-C or SIGTERM, then return.

    Bound to loopback it answers only to localhost, 127.0.0.1, [::1] and `hosts` (the outside names of a proxy on this
    machine). `root_path` is the prefix that the proxy serves it under, whether the proxy strips it or not. `ready` is
    called once it answers. Raises `BadSetup` for a host, port or prefix that cannot be used.
    """
    prefix = root_path.rstrip("/")
    if not _ROOT.fullmatch(prefix):
        raise BadSetup(f"the root path {root_path!r} cannot be used; write it like /studio")
    served: ASGIApp = Rooted(app, prefix) if prefix else app
    if is_loopback(host):
        served = HostCheck(served, (*LOOPBACK, *hosts))
    try:
        listening = _bound(host, port)
    except _Taken as error:
        raise BadSetup(f"port {port} on {host} is in use; choose another with --port") from error
    with listening:
        told = [ready] if ready else []
        if open_browser:
            address = url_of(host, listening.getsockname()[1])
            told.append(threading.Thread(target=webbrowser.open, args=(f"{address}/",), daemon=True).start)
        with _terms_as_interrupts(), suppress(KeyboardInterrupt):
            server_for(served, told).run(sockets=[listening])


@contextmanager
def _terms_as_interrupts() -> Iterator[None]:
    """SIGTERM ends like Ctrl-C, so that the caller can tidy up: uvicorn raises again what it was stopped by."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def server_for(app: ASGIApp, told: Collection[Callable[[], None]] = ()) -> uvicorn.Server:
    """The server with our settings; calls each of `told` once it answers."""
    config = uvicorn.Config(
        Ended(app),
        log_config=None,
        log_level="warning",
        access_log=False,
        server_header=False,
        ws="none",
        timeout_graceful_shutdown=3,  # pages hold an event stream open: never wait for those
    )
    return _Server(config, told)


def is_loopback(host: str) -> bool:
    """True for a host that only this machine reaches."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def url_of(host: str, port: int, root_path: str = "") -> str:
    """Where a browser on this machine finds it, without a slash at the end."""
    plain = host.strip("[]")
    name = "localhost" if plain in ("0.0.0.0", "::", "") else f"[{plain}]" if ":" in plain else plain  # noqa: S104
    return f"http://{name}:{port}{root_path.rstrip('/')}"


class Rooted:
    """ASGI: puts the app under a prefix, for proxies that strip it from the path and for those that don't."""

    def __init__(self, app: ASGIApp, root: str) -> None:
        self.app, self._root = app, root

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] == "http":
            path = scope["path"]
            if path == self._root:  # the page's addresses are relative to its own
                query = scope.get("query_string", b"").decode("latin-1")
                await RedirectResponse(f"{path}/" + (f"?{query}" if query else ""))(scope, receive, send)
                return
            if not path.startswith(self._root + "/"):
                path = self._root + path
            scope = {**scope, "root_path": self._root, "path": path}
        await self.app(scope, receive, send)


class Ended:
    """ASGI: a request that is cut off when the server stops ends quietly, not with a traceback in the log."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        begun = False

        async def noted(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, noted)
        except asyncio.CancelledError:
            if scope["type"] != "http":
                raise
            if not begun:
                closing = [(b"connection", b"close"), (b"content-length", b"0")]
                await send({"type": "http.response.start", "status": 503, "headers": closing})
            with suppress(RuntimeError):
                await send({"type": "http.response.body", "body": b"", "more_body": False})


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, told: Collection[Callable[[], None]]) -> None:
        super().__init__(config)
        self._told = told

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        for tell in self._told if self.started else ():
            await asyncio.to_thread(tell)


class _Taken(Exception):
    """The port is in use."""


def _bound(host: str, port: int) -> socket.socket:
    """A listening-ready socket. Raises `_Taken`, or `BadSetup` for a host that is not this machine's."""
    try:
        found = socket.getaddrinfo(host.strip("[]") or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, kind, protocol, _, address = found[0]
    except OSError as error:
        raise BadSetup(f"the host {host!r} is not known here; use 127.0.0.1, or 0.0.0.0 for all networks") from error
    bound = socket.socket(family, kind, protocol)
    try:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(address)
        bound.listen(1)  # Linux lets two bind with SO_REUSEADDR until one listens
    except OSError as error:
        bound.close()
        if isinstance(error, PermissionError):
            raise BadSetup(f"port {port} on {host} is not allowed to this account; use one above 1023") from error
        if error.errno == errno.EADDRINUSE:
            raise _Taken from error
        raise BadSetup(f"{host}:{port} cannot be used here ({error.strerror or error})") from error
    return bound
