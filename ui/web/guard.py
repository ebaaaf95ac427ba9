"""Guards before every request: the host's name, the origin of a request, and the headers that browsers obey.

`HostCheck` closes DNS rebinding: a page of an attacker whose name comes to resolve to 127.0.0.1 still asks under the
attacker's name. `Guard` closes requests that a page elsewhere sends here, which cookies alone leave open to pages on
sibling names and other ports, and Gradio's own CORS rule leaves open to all once the server has an outside name.

Not protected: a program on this machine can say any host and origin it likes; so can anybody who reaches the port.
Owners and logins are for that.
"""

import re
from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from wanderhue.ui.web.asked import lang_of
from wanderhue.ui.web.failures import failure

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
PAGE_POLICY = (
    "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; object-src 'none'; base-uri 'self'; "
    "form-action 'self'; frame-ancestors 'self'"
)
"""Gradio's page needs inline scripts and eval. What this gives: the page can load and send nothing elsewhere."""
_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[^\s:/@\[\]]+?)\.?(?::\d*)?")
_SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
_HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "SAMEORIGIN",
    "referrer-policy": "same-origin",  # with no-referrer, browsers hide the origin of the login form
    "cross-origin-resource-policy": "same-origin",
    "content-security-policy": PAGE_POLICY,
}


class HostCheck:
    """ASGI middleware: serves only requests under these host names (any port); others get 403."""

    def __init__(self, app: ASGIApp, hosts: Collection[str] = LOOPBACK) -> None:
        self.app, self._hosts = app, tuple(dict.fromkeys(host.lower() for host in hosts))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] == "http" and host_name(Headers(scope=scope).get("host", "")) not in self._hosts:
            refused = failure(403, "host", lang_of(scope), names=", ".join(self._hosts))
            await refused(scope, receive, send)
            return
        await self.app(scope, receive, send)


class Guard:
    """ASGI middleware: refuses requests of other origins, closes web sockets (there are none), sets the headers."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        if is_foreign(scope):
            await failure(403, "foreign", lang_of(scope))(scope, receive, with_headers)
            return
        await self.app(scope, receive, with_headers)


def is_foreign(scope: Scope) -> bool:
    """True for a request that a page of another origin made: by its Origin, or by what the browser says of it.

    Programs send neither header. Links and pictures of other pages are plain GETs without an Origin and pass.
    """
    headers = Headers(scope=scope)
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site in ("same-origin", "none"):
        return False
    if site is not None and scope["method"] not in _SAFE_METHODS:
        return True
    if origin is None:
        return False
    try:
        asked = urlsplit(origin).netloc.lower()
    except ValueError:
        return True
    return not asked or asked not in (headers.get("host", "").lower(), headers.get("x-forwarded-host", "").lower())


def host_name(host: str) -> str:
    """The name in a Host header without its port: 'localhost', '127.0.0.1', '[::1]'; '' for what is no host."""
    found = _HOST.fullmatch(host.strip().lower())
    return found[1] if found else ""
