"""The app under the page: every request has an owner, and owners get their own pictures and files, nobody else's."""

import secrets
from collections.abc import Mapping

from fastapi import APIRouter, FastAPI
from fastapi.responses import JSONResponse

from wanderhue import __version__
from wanderhue.agent.errors import NotFound
from wanderhue.ui.web.colors import color_routes
from wanderhue.ui.web.downloads import download_routes
from wanderhue.ui.web.failures import add_failures
from wanderhue.ui.web.guard import Guard
from wanderhue.ui.web.login import Gate, login_routes
from wanderhue.ui.web.owner import Owners
from wanderhue.ui.web.photos import photo_routes
from wanderhue.ui.web.pictures import Thumbnails, picture_routes
from wanderhue.ui.web.sessions import Sessions
from wanderhue.ui.web.sketches import sketch_routes
from wanderhue.ui.web.workshops import WorkshopOf

_METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]


def create_web(workshop_of: WorkshopOf, *, auth: Mapping[str, str] | None = None, secure: bool = False) -> FastAPI:
    """The app, ready for the page to be mounted at '/'.

    `auth` is {name: password}: with it everybody logs in first, and owns as 'user:NAME'; without it each browser owns
    by its cookie. `secure` marks cookies for https only (they are anyway on requests that come over https).
    """
    app = FastAPI(title="Wanderhue", version=__version__, docs_url=None, redoc_url=None, openapi_url=None)
    add_failures(app)
    if auth:
        sessions = Sessions(auth)
        app.include_router(login_routes(sessions, secure=secure))
        app.add_middleware(Gate, sessions=sessions)
    else:
        app.add_middleware(Owners, secure=secure)
    app.add_middleware(Guard)  # added last: sees every request first
    thumbnails = Thumbnails()
    app.include_router(picture_routes(workshop_of, thumbnails))
    app.include_router(sketch_routes(workshop_of))
    app.include_router(download_routes(workshop_of))
    app.include_router(photo_routes(workshop_of, thumbnails))
    app.include_router(color_routes())
    app.include_router(_other_routes())
    return app


def _other_routes() -> APIRouter:
    """Health, and one answer for everything else under /wh, so that none of it reaches the page's own routes.

    `started` is another one after each start: a page that was open sees by it that the server is a new one.
    """
    router, started = APIRouter(include_in_schema=False), secrets.token_hex(4)

    @router.get("/wh/health")
    async def health() -> JSONResponse:
        said = {"ok": True, "version": __version__, "started": started}
        return JSONResponse(said, headers={"cache-control": "no-store"})

    @router.api_route("/wh/{rest:path}", methods=_METHODS)
    async def nothing(rest: str) -> None:
        raise NotFound(f"there is no {rest[:80]!r}")

    return router
