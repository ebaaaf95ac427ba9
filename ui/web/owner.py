"""Who is asking: a random secret in a cookie stands for one browser, without a login.

A middleware finds or makes the secret before anything else sees the request, so the very first request already
belongs to somebody, and puts the owner where both FastAPI and Gradio hand it on (`request.state`). Stored rows carry
a hash of the secret: who reads the database cannot become its owners.

Not protected: over plain http anybody on the way can read the cookie, and who can plant cookies for this host (a
sibling subdomain) can make a browser share an owner with him. Use https and a host of its own where that matters.
"""

import hashlib
import re
import secrets
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from wanderhue.ui.web.asked import cookie_path, cookies, is_https, wants_page

COOKIE = "wanderhue"
_SECRET = re.compile(r"[0-9a-f]{32}")  # 128 bits
_KEPT_FOR = 400 * 24 * 3600  # the longest that browsers keep a cookie; every page renews it
_STATE = "wanderhue_owner"


def owner_of(request: Any) -> str:
    """The owner behind a FastAPI request or a `gr.Request`: 'web:...', or 'user:NAME' after a login.

    Raises `LookupError` for a request that did not come through the studio's middleware and has no cookie of ours.
    """
    found = getattr(getattr(request, "state", None), _STATE, None)
    if isinstance(found, str):
        return found
    secret = dict(getattr(request, "cookies", None) or {}).get(COOKIE, "")
    if not _SECRET.fullmatch(secret):
        raise LookupError("this request has no owner; serve the page through wanderhue.ui.web.create_web")
    return owner_by(secret)


def owner_by(secret: str) -> str:
    """The owner that a cookie's secret stands for."""
    return "web:" + hashlib.sha256(secret.encode()).hexdigest()[:32]


def set_owner(scope: Scope, owner: str) -> None:
    """Make the request this owner's."""
    scope.setdefault("state", {})[_STATE] = owner


class Owners:
    """ASGI middleware: gives every request its owner, and every browser its cookie."""

    def __init__(self, app: ASGIApp, *, secure: bool = False) -> None:
        self.app, self._secure = app, secure

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        known = next((value for value in cookies(scope, COOKIE) if _SECRET.fullmatch(value)), None)
        secret = known or secrets.token_hex(16)
        set_owner(scope, owner_by(secret))
        if known and not wants_page(scope):
            await self.app(scope, receive, send)
            return
        cookie = cookie_text(COOKIE, secret, scope, seconds=_KEPT_FOR, secure=self._secure)

        async def with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.append("set-cookie", cookie)
                headers["cache-control"] = "private, no-store"  # a cache must never hand a secret to the next person
            await send(message)

        await self.app(scope, receive, with_cookie)


def cookie_text(name: str, value: str, scope: Scope, *, seconds: int, secure: bool) -> str:
    """A Set-Cookie header that scripts cannot read and other sites' requests do not carry; 0 seconds removes it."""
    safe = "; Secure" if secure or is_https(scope) else ""
    return f"{name}={value}; Path={cookie_path(scope)}; Max-Age={seconds}; HttpOnly; SameSite=Lax{safe}"
