"""POST /wh/photo and GET /wh/photo/{id}: a person's own photo, cleaned before it is kept.

A photo counts only with the header X-Wanderhue, which a page of another site cannot send unasked. What is kept is new
pixels without metadata (tools/photo.py). One that nothing uses within a day is removed when the next one comes.
"""

import asyncio
import logging
from collections.abc import AsyncIterator
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.types import Message, Receive

from wanderhue.agent.errors import BadPicture
from wanderhue.graphs.deps import Deps
from wanderhue.tools.threads import in_thread
from wanderhue.ui.web.asked import lang_of
from wanderhue.ui.web.failures import TooLarge, Unmarked
from wanderhue.ui.web.owner import owner_of
from wanderhue.ui.web.pictures import Thumbnails, asked_width, picture_response
from wanderhue.ui.web.workshops import WorkshopOf

MOST_MB = 20
_MOST = MOST_MB * 2**20
_FORM = 64 * 1024  # what a multipart form adds around the file
_READ_ON = 4  # times the limit: a browser shows our answer only after it could send its file
_COLORS = 6
_AT_ONCE = 2  # decoding a large photo takes 100 MB and more
_log = logging.getLogger(__name__)


def photo_routes(workshop_of: WorkshopOf, thumbnails: Thumbnails) -> APIRouter:
    """The two routes."""
    router, turn = APIRouter(include_in_schema=False), asyncio.Semaphore(_AT_ONCE)

    @router.post("/wh/photo")
    async def take(request: Request) -> Response:
        if request.headers.get("x-wanderhue") != "1":
            raise Unmarked("send the header X-Wanderhue: 1")
        data = await _sent(request)
        deps = (await workshop_of()).deps
        async with turn:
            taken = await in_thread(_keep, deps, owner_of(request), data, lang_of(request.scope))
        return JSONResponse(taken, headers={"cache-control": "no-store"})

    @router.get("/wh/photo/{name}")
    async def photo(request: Request, name: str, w: str = "") -> Response:
        width = asked_width(w)
        deps = (await workshop_of()).deps
        blob = await in_thread(deps.store.upload, name, owner_of(request))
        return await picture_response(deps.images, blob, width, thumbnails)

    return router


def _keep(deps: Deps, owner: str, data: bytes, lang: str) -> dict[str, Any]:
    from wanderhue.tools.photo import clean_photo
    from wanderhue.tools.pixels import open_picture

    png = clean_photo(data)
    width, height = open_picture(png).size
    colors = _colors(png, lang)
    _remove_stale(deps)
    name = deps.store.keep_upload(owner, deps.images.put(png))
    deps.images.put(png)  # somebody's stale copy of the same photo may just have been removed
    return {"id": name, "width": width, "height": height, "colors": colors}


def _remove_stale(deps: Deps) -> None:
    for blob in deps.store.stale_uploads():
        try:
            deps.images.remove(blob)
        except OSError as error:
            _log.warning("a photo that nobody uses could not be removed: %s", error)


def _colors(png: bytes, lang: str) -> list[dict[str, Any]]:
    """[{hex, name, share}], the largest area first; `share` (0 to 1) is the area nearest to the color."""
    import numpy as np

    from wanderhue.agent.oklab import distance
    from wanderhue.tools.extract import extract
    from wanderhue.tools.pixels import open_picture
    from wanderhue.tools.signature import signature

    picture = open_picture(png)
    palette, seen = extract(picture, _COLORS), signature(picture)
    nearest = np.stack([distance(seen.lab, color) for color in palette.oklab()]).argmin(axis=0)
    shares = np.bincount(nearest, seen.share, minlength=len(palette))
    named = zip(palette.to_json(lang), shares, strict=True)
    rows = [{"hex": color["hex"], "name": color["name"], "share": round(float(share), 4)} for color, share in named]
    return sorted(rows, key=lambda row: -row["share"])


async def _sent(request: Request) -> bytes:
    """The photo's bytes: the whole body, or the first file of a multipart form. Raises `TooLarge` or `BadPicture`."""
    if not request.headers.get("content-type", "").lower().startswith("multipart/form-data"):
        parts = bytearray()
        async for chunk in _limited(request, _MOST):
            parts += chunk
        return bytes(parts)
    try:
        async with Request(request.scope, _receive(_limited(request, _MOST + _FORM))).form(max_files=1) as form:
            files = [value for value in form.values() if isinstance(value, UploadFile)]
            data = await files[0].read() if files else b""
    except HTTPException as error:
        raise BadPicture("the form cannot be read") from error
    if len(data) > _MOST:
        raise TooLarge(MOST_MB)
    return data


async def _limited(request: Request, most: int) -> AsyncIterator[bytes]:
    """The body in pieces; one that is too long is read on to a point, thrown away, and raises `TooLarge`."""
    said = request.headers.get("content-length", "")
    seen = 0
    async for chunk in request.stream():
        seen += len(chunk)
        if seen > most * _READ_ON:
            break
        if seen <= most and not (said.isdecimal() and int(said) > most):
            yield chunk
    if seen > most:
        raise TooLarge(MOST_MB)


def _receive(chunks: AsyncIterator[bytes]) -> Receive:
    async def receive() -> Message:
        chunk = await anext(chunks, None)
        return {"type": "http.request", "body": chunk or b"", "more_body": chunk is not None}

    return receive
