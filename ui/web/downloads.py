"""GET /wh/download/{version}?as=... and /wh/trip/{thread}: what a person takes away, under a name that says what it is.

A picture, the picture with everything known about it (zip), its palette for other programs, or the whole trip (zip).
"""

import asyncio
import re
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import Response

from wanderhue.agent.errors import BadInput, NotFound
from wanderhue.graphs.deps import Deps
from wanderhue.tools.conversations import Version
from wanderhue.tools.threads import in_thread
from wanderhue.ui.export import export_files, packed, palette_file, palette_of, picture_name, sidecar
from wanderhue.ui.web.owner import owner_of
from wanderhue.ui.web.pictures import FILE_HEADERS, media_type
from wanderhue.ui.web.workshops import WorkshopOf

PALETTES = {
    "json": "application/json",
    "css": "text/css; charset=utf-8",
    "gpl": "application/x-gimp-palette",
    "ase": "application/octet-stream",
}
_ENDINGS = {"image/png": "png", "image/jpeg": "jpg", "image/webp": "webp"}
_TRIPS_AT_ONCE = 2  # a trip is packed in memory
_File = tuple[str, str, bytes]
"""Name, media type, content."""


def download_routes(workshop_of: WorkshopOf) -> APIRouter:
    """The two routes."""
    router, turn = APIRouter(include_in_schema=False), asyncio.Semaphore(_TRIPS_AT_ONCE)

    @router.get("/wh/download/{version}")
    async def download(request: Request, version: str) -> Response:
        form = request.query_params.get("as", "png")
        if form not in ("png", "zip", *PALETTES):
            raise BadInput(f"as={form[:20]!r}; use one of png, zip, {', '.join(PALETTES)}")
        deps = (await workshop_of()).deps
        _, found = await in_thread(deps.store.find, version, owner_of(request))
        return _attached(await in_thread(_file, deps, found, form))

    @router.get("/wh/trip/{thread}")
    async def trip(request: Request, thread: str) -> Response:
        deps = (await workshop_of()).deps
        async with turn:
            return _attached(await in_thread(_trip, deps, thread, owner_of(request)))

    return router


def _file(deps: Deps, version: Version, form: str) -> _File:
    name = picture_name(version)
    if form in PALETTES:
        title = str(version.brief["scene"].get("title") or "Wanderhue")
        return f"{name}-palette.{form}", PALETTES[form], palette_file(palette_of(version), form, title=title)
    data = deps.images.get(version.blob)
    kind = media_type(data)
    picture = f"{name}.{_ENDINGS[kind]}"
    if form == "zip":
        return f"{name}.zip", "application/zip", packed({picture: data, f"{name}.json": sidecar(version)})
    return picture, kind, data


def _trip(deps: Deps, thread: str, owner: str) -> _File:
    album = next((album for album in deps.store.albums(owner) if album.thread == thread), None)
    if album is None:
        raise NotFound(f"there is no conversation {thread[:80]!r}")
    title = re.sub(r"[\W_]+", "-", album.title.lower()).strip("-")[:60].strip("-")
    files = export_files(album, deps.store, deps.images, owner)
    return f"wanderhue-{title or album.thread}.zip", "application/zip", packed(files)


def _attached(file: _File) -> Response:
    name, kind, data = file
    headers = {**FILE_HEADERS, "cache-control": "private, no-cache", "content-disposition": disposition(name)}
    return Response(data, media_type=kind, headers=headers)


def disposition(name: str) -> str:
    """Content-Disposition for a file to keep: the name in any language (RFC 6266), and one in ASCII for old clients."""
    plain = re.sub(r"-+(?=[.-])", "", re.sub(r"[^A-Za-z0-9._-]", "", name))
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
