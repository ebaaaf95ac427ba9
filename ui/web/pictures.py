"""GET /wh/picture/{version}: a picture of the person who asks, whole or as a thumbnail.

The owner is checked at every request, before any cache. Thumbnails are WebP at high quality: fewer colors or a lower
quality would shift the very hues that a picture promises.
"""

import asyncio
import io
import threading
from collections import OrderedDict

from fastapi import APIRouter, Request
from fastapi.responses import Response

from wanderhue.agent.errors import BadInput, NotFound
from wanderhue.tools.image_store import ImageStore
from wanderhue.tools.threads import in_thread
from wanderhue.ui.web.owner import owner_of
from wanderhue.ui.web.workshops import WorkshopOf

WIDTHS = (96, 240, 480, 960)
QUALITY = 92
FILE_HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "content-security-policy": "default-src 'none'; frame-ancestors 'self'; sandbox",
    "vary": "Cookie",  # a browser's cache must not show one login's pictures to the next
}
FOREVER = "private, max-age=31536000, immutable"
_AT_ONCE = 3  # decoding a large picture takes 100 MB and more


class Thumbnails:
    """Makes thumbnails and keeps the last ones, up to so many bytes."""

    def __init__(self, most_bytes: int = 24 * 2**20) -> None:
        self._most, self._held = most_bytes, 0
        self._kept: OrderedDict[tuple[str, int], bytes] = OrderedDict()
        self._lock = threading.Lock()
        self._turn = asyncio.Semaphore(_AT_ONCE)

    async def get(self, images: ImageStore, blob: str, width: int) -> bytes:
        """The picture as WebP, `width` px wide or its own width if that is less. Raises `NotFound`."""
        key = (blob, width)
        found = self._known(key)
        if found is not None:
            return found
        async with self._turn:
            found = self._known(key)
            return await in_thread(self._make, images, key) if found is None else found

    def _known(self, key: tuple[str, int]) -> bytes | None:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def _make(self, images: ImageStore, key: tuple[str, int]) -> bytes:
        made = thumbnail(images.get(key[0]), key[1])
        with self._lock:
            self._held += len(made) - len(self._kept.pop(key, b""))
            self._kept[key] = made
            while self._held > self._most:
                self._held -= len(self._kept.popitem(last=False)[1])
        return made


def thumbnail(data: bytes, width: int) -> bytes:
    """A picture's bytes as a small true-color WebP. Raises `BadPicture`."""
    from PIL import Image

    from wanderhue.tools.pixels import open_picture

    image = open_picture(data).with_alpha()
    if image.width > width:
        height = max(1, round(image.height * width / image.width))
        image = image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
    out = io.BytesIO()
    image.save(out, "WEBP", quality=QUALITY, method=4)
    return out.getvalue()


def picture_routes(workshop_of: WorkshopOf, thumbnails: Thumbnails) -> APIRouter:
    """The route."""
    router = APIRouter(include_in_schema=False)

    @router.get("/wh/picture/{version}")
    async def picture(request: Request, version: str, w: str = "") -> Response:
        width = asked_width(w)
        deps = (await workshop_of()).deps
        _, found = await in_thread(deps.store.find, version, owner_of(request))
        return await picture_response(deps.images, found.blob, width, thumbnails)

    return router


async def picture_response(images: ImageStore, blob: str, width: int | None, thumbnails: Thumbnails) -> Response:
    """A picture that the asker may see, for browsers to keep."""
    if width is not None:
        data, kind = await thumbnails.get(images, blob, width), "image/webp"
    else:
        data = await in_thread(images.get, blob)
        kind = media_type(data)
    return Response(data, media_type=kind, headers={**FILE_HEADERS, "cache-control": FOREVER})


def asked_width(text: str) -> int | None:
    """The width asked for, None for the whole picture. Raises `BadInput` for one that is not offered."""
    if not text:
        return None
    if text not in map(str, WIDTHS):
        raise BadInput(f"w={text[:20]!r}; use one of {', '.join(map(str, WIDTHS))}")
    return int(text)


def media_type(data: bytes) -> str:
    """By content: only the three formats that pictures of ours have. Raises `NotFound` for anything else."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if data.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    raise NotFound("this is not stored as a picture")
