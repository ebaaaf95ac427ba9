"""The login: a gate before everything, the page at /login, and /logout.

`gradio_client.Client(url, auth=(name, password))` posts the same form and gets its cookie with a 200; a browser is
led on to where it wanted to go. Over plain http the password and the cookie can be read on the way: use https.
"""

from urllib.parse import parse_qs, quote

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from wanderhue.ui.web.asked import cookies, lang_of, path_of, root_of, wants_page
from wanderhue.ui.web.backoff import Backoff
from wanderhue.ui.web.failures import failure
from wanderhue.ui.web.login_page import login_page
from wanderhue.ui.web.owner import cookie_text, set_owner
from wanderhue.ui.web.sessions import KEPT_FOR, Sessions

COOKIE = "wanderhue_login"
_OPEN = ("/login", "/logout", "/wh/health", "/favicon.ico")
_LARGEST_FORM = 16_384


class Gate:
    """ASGI middleware: only who is logged in goes through, as the owner 'user:NAME'."""

    def __init__(self, app: ASGIApp, *, sessions: Sessions) -> None:
        self.app, self._sessions = app, sessions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request: pages lead to the login, anything else gets 401."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        name = name_of(scope, self._sessions)
        if name is not None:
            set_owner(scope, f"user:{name}")
        if name is not None or path_of(scope) in _OPEN:
            await self.app(scope, receive, send)
            return
        refused: Response = failure(401, "login_needed", lang_of(scope))
        if wants_page(scope):
            query = scope.get("query_string", b"").decode("latin-1")
            wanted = quote(path_of(scope) + (f"?{query}" if query else ""), safe="")
            refused = RedirectResponse(f"{root_of(scope)}/login?next={wanted}", 303, {"cache-control": "no-store"})
        await refused(scope, receive, send)


def name_of(scope: Scope, sessions: Sessions) -> str | None:
    """Who is logged in, by the first cookie of ours that holds."""
    return next((name for token in cookies(scope, COOKIE) if (name := sessions.name_of(token))), None)


def login_routes(sessions: Sessions, *, secure: bool, backoff: Backoff | None = None) -> APIRouter:
    """GET and POST /login; GET and POST /logout."""
    router, waits = APIRouter(include_in_schema=False), backoff or Backoff()

    @router.get("/login")
    async def page(request: Request) -> Response:
        target = _local(request.query_params.get("next", ""))
        if name_of(request.scope, sessions) is not None:
            return RedirectResponse(root_of(request.scope) + target, 303)
        return login_page(request, target)

    @router.post("/login")
    async def enter(request: Request) -> Response:
        form = await _form(request)
        target, name = _local(form.get("next", "")), form.get("username", "")
        address = request.client.host if request.client else ""
        seconds = waits.wait(address)
        if seconds > 0:
            return _turned_away(request, (target, name), 429, "login_wait", seconds=int(seconds) + 1)
        token = sessions.log_in(name, form.get("password", ""))
        if token is None:
            waits.failed(address)
            return _turned_away(request, (target, name), 401, "login_wrong")
        done: Response = JSONResponse({"success": True}, headers={"cache-control": "no-store"})
        if _reads_pages(request):
            done = RedirectResponse(root_of(request.scope) + target, 303, {"cache-control": "no-store"})
        done.headers.append("set-cookie", cookie_text(COOKIE, token, request.scope, seconds=KEPT_FOR, secure=secure))
        return done

    @router.api_route("/logout", methods=["GET", "POST"])
    async def leave(request: Request) -> Response:
        for token in cookies(request.scope, COOKIE):
            sessions.log_out(token)
        gone = RedirectResponse(f"{root_of(request.scope)}/login", 303, {"cache-control": "no-store"})
        gone.headers.append("set-cookie", cookie_text(COOKIE, "", request.scope, seconds=0, secure=secure))
        return gone

    return router


def _turned_away(request: Request, given: tuple[str, str], status: int, code: str, **slots: int) -> Response:
    if _reads_pages(request):
        response: Response = login_page(request, given[0], status=status, code=code, typed=given[1], **slots)
    else:
        response = failure(status, code, lang_of(request.scope), **slots)
    if "seconds" in slots:
        response.headers["retry-after"] = str(slots["seconds"])
    return response


def _reads_pages(request: Request) -> bool:
    return "text/html" in request.headers.get("accept", "")


async def _form(request: Request) -> dict[str, str]:
    """The fields of a form (application/x-www-form-urlencoded); nothing of one that is too large or no form."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > _LARGEST_FORM:
            return {}
    try:
        fields = parse_qs(body.decode(), keep_blank_values=True, max_num_fields=20)
    except ValueError:
        return {}
    return {name: values[0] for name, values in fields.items()}


def _local(target: str) -> str:
    """A path of ours to go to after the login; '/' for anything that could lead elsewhere."""
    plain = target.isascii() and target.isprintable() and "\\" not in target
    return target if plain and target.startswith("/") and not target.startswith(("//", "/login", "/logout")) else "/"
