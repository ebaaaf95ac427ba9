"""GET /wh/sketch/{thread}/{number}/{index} and /wh/draft/{thread}/{number}: sketches of what may be painted.

The number tells one set of cards or one draft from the next, so that a browser asks again for another. A number that is
the conversation's present action promises that nothing on the table changes under it: then a browser may keep the
sketch for good. The studio's page uses numbers of its own (`sketch_of`), whose sketches are asked for anew.
"""

from collections.abc import Awaitable, Callable

from fastapi import APIRouter, Request
from fastapi.responses import Response

from wanderhue.agent.errors import NotFound
from wanderhue.graphs.conversation import Conversation
from wanderhue.ui.web.owner import owner_of
from wanderhue.ui.web.pictures import FILE_HEADERS, FOREVER
from wanderhue.ui.web.workshops import WorkshopOf, with_conversation

_MOST_DIGITS = 9


class NoDraft(NotFound):
    """There is no brief that waits to be painted."""


def sketch_routes(workshop_of: WorkshopOf) -> APIRouter:
    """The two routes."""
    router = APIRouter(include_in_schema=False)

    @router.get("/wh/sketch/{thread}/{action}/{index}")
    async def option(request: Request, thread: str, action: str, index: str) -> Response:
        number = _number(index)

        async def drawn(conversation: Conversation) -> bytes | None:
            return await conversation.sketch_option(number)

        return await _sketch(request, thread, _number(action), drawn)

    @router.get("/wh/draft/{thread}/{action}")
    async def draft(request: Request, thread: str, action: str, late: bool = False) -> Response:
        async def drawn(conversation: Conversation) -> bytes | None:
            return await conversation.sketch_draft()

        try:
            return await _sketch(request, thread, _number(action), drawn)
        except NoDraft:
            if late:  # a page that follows a painting may ask when it is over: an error on its console helps nobody
                return Response(status_code=204, headers={"cache-control": "no-store"})
            raise

    async def _sketch(
        request: Request, thread: str, action: int, drawn: Callable[[Conversation], Awaitable[bytes | None]]
    ) -> Response:
        async def ask(conversation: Conversation) -> tuple[bytes | None, int]:
            png = await drawn(conversation)
            state = await conversation.workshop.graph.aget_state(conversation.config)
            return png, state.values.get("action", 0)

        png, now = await with_conversation(workshop_of, thread, owner_of(request), ask)
        if png is None:
            raise NoDraft("nothing is about to be painted")
        headers = {**FILE_HEADERS, "cache-control": FOREVER if now == action else "private, no-store"}
        return Response(png, media_type="image/png", headers=headers)

    return router


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS):
        raise NotFound(f"{text[:20]!r} is no number")
    return int(text)
