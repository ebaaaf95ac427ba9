"""The studio as an ASGI app: the web layer with the page mounted in it. Made here, served elsewhere (ui/web/serve.py).

Nothing leaves the machine: fonts, scripts and styles ship in the package; Gradio's analytics, sharing, run history
and monitoring are off.
"""

import asyncio
from collections.abc import Mapping
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from wanderhue.agent.errors import NotFound
from wanderhue.agent.planner import Planner
from wanderhue.agent.settings import Settings
from wanderhue.graphs import loop
from wanderhue.graphs.conversation import Workshop
from wanderhue.tools.painter import Painter
from wanderhue.ui.studio.desk import Desk
from wanderhue.ui.studio.stubs import without_stubs
from wanderhue.ui.studio.warm import warm
from wanderhue.ui.web.owner import owner_of
from wanderhue.ui.web.web import create_web

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from langchain_core.language_models import BaseChatModel

HERE = Path(str(files("wanderhue.ui.studio")))


def create_app(
    settings: Settings | None = None,
    *,
    planner: "str | Planner | BaseChatModel | None" = None,
    painter: str | Painter | None = None,
    auth: Mapping[str, str] | None = None,
    secure: bool = False,
    shared: bool | None = None,
) -> FastAPI:
    """The studio, to be served, or mounted into a FastAPI app of yours.

    `auth` is {name: password}: everybody logs in. Without it each browser owns its own trips by a cookie. `secure`
    marks cookies for https only. `shared` (default: whether there is a login) keeps people from raising the daily cap.
    """
    with without_stubs():
        import gradio as gr

    from wanderhue.ui.studio.page import build_page
    from wanderhue.ui.studio.theme import ICON, head, theme

    shelf = _Shelf(settings or Settings.load(), planner, painter)
    web = create_web(shelf.workshop, auth=auth, secure=secure)
    desk = Desk(shelf.workshop, shared=bool(auth) if shared is None else shared)
    _add_previews(web, desk)
    for name in ("static", "words"):
        web.mount(f"/wh/{name}", StaticFiles(directory=HERE / name), name=name)
    _first(web, ("/wh/preview", "/wh/static", "/wh/words"))
    web.add_api_route("/favicon.ico", lambda: Response(ICON, media_type="image/svg+xml"), include_in_schema=False)
    _end_well(web, desk, shelf)
    page = build_page(desk)
    page.queue(default_concurrency_limit=64, max_size=None)
    gr.mount_gradio_app(
        web, page, path="/", theme=theme(), head=head(), footer_links=[], run_history=False, enable_monitoring=False,
        show_error=False, ssr_mode=False, pwa=False, allowed_paths=[], max_file_size="1mb", mcp_server=False,
    )  # fmt: skip
    return web


def mount_studio(app: FastAPI, path: str, studio: FastAPI) -> None:
    """Put a studio under a path of an app of yours, as in `mount_studio(app, "/studio", create_app())`.

    It starts and ends with your app (a plain `app.mount` starts nothing). Routes under the path are the studio's.
    """
    app.mount(path.rstrip("/"), studio)
    before = app.router.lifespan_context

    @asynccontextmanager
    async def lifespan(whole: FastAPI) -> "AsyncIterator[Any]":
        async with before(whole) as state, studio.router.lifespan_context(studio):
            yield state

    app.router.lifespan_context = lifespan


class _Shelf:
    """Opens the workshop once, at the first need."""

    def __init__(
        self, settings: Settings, planner: "str | Planner | BaseChatModel | None", painter: str | Painter | None
    ) -> None:
        self._settings, self._planner, self._painter = settings, planner, painter
        self._opening: asyncio.Task[Workshop] | None = None

    async def workshop(self) -> Workshop:
        """The workshop; may be awaited on any loop."""
        return await loop.arun(self._here())

    async def aclose(self) -> None:
        """Close what was opened."""
        if self._opening is not None:
            workshop = await self.workshop()
            self._opening = None
            await loop.arun(workshop.aclose())

    async def _here(self) -> Workshop:
        if self._opening is None or (self._opening.done() and self._opening.exception()):
            self._opening = asyncio.ensure_future(
                Workshop.open(self._settings, planner=self._planner, painter=self._painter)
            )
        return await asyncio.shield(self._opening)


def _add_previews(web: FastAPI, desk: Desk) -> None:
    """Partial pictures of a run that is going on, for its owner."""

    @web.get("/wh/preview/{thread}/{number}", include_in_schema=False)
    async def preview(thread: str, number: int, request: Request) -> Response:  # noqa: ARG001  (for the cache)
        conversation = await desk.conversation(thread, owner_of(request))
        job = desk.job(conversation.thread)
        if job is None or job.progress.preview is None:
            raise NotFound("there is no preview")
        return Response(job.progress.preview, media_type="image/png", headers={"cache-control": "private"})


def _first(web: FastAPI, prefixes: tuple[str, ...]) -> None:
    """Put these routes before the web layer's last one, which answers everything else under /wh."""

    def later(route: Any) -> bool:
        return not str(getattr(route, "path", "")).startswith(prefixes)

    web.router.routes.sort(key=later)


async def _warmed(shelf: _Shelf) -> None:
    await loop.arun(warm(await shelf.workshop()))


def _end_well(web: FastAPI, desk: Desk, shelf: _Shelf) -> None:
    """Warm the workshop at the start; at the end let runs finish and close it."""
    before = web.router.lifespan_context

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> "AsyncIterator[Any]":
        warming = asyncio.ensure_future(_warmed(shelf))
        async with before(app) as state:
            yield state
        await asyncio.gather(warming, return_exceptions=True)
        await desk.settle()
        await shelf.aclose()

    web.router.lifespan_context = lifespan
