"""Endpoints for programs (`gradio_client`): the same verbs as a session, each giving the view as JSON.

The owner is the cookie's or the login's, as for a browser (docs/studio.md). A run is a job as the page's are: pages of
the same owner follow it, and answers to one trip wait for each other.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict
from typing import Any

import gradio as gr

from wanderhue.agent.errors import BadInput, Busy, NotFound, WanderhueError
from wanderhue.graphs import loop
from wanderhue.graphs.view import View
from wanderhue.tools.threads import in_thread
from wanderhue.ui.studio.answers import act_of
from wanderhue.ui.studio.desk import Desk
from wanderhue.ui.studio.pauses import problem
from wanderhue.ui.studio.strings import lang_from
from wanderhue.ui.web.owner import owner_of

_AT_ONCE = 64
_NAMELESS = "name the trip: the thread_id of an earlier answer"


def add_endpoints(desk: Desk) -> None:
    """Name the endpoints inside a Blocks context."""

    async def send(trip: str, request: gr.Request, do: str, *, fresh: bool = False, **fields: Any) -> dict[str, Any]:
        async with _told(request):
            if not trip and not fresh:
                raise BadInput(_NAMELESS)
            act = act_of({"do": do, **fields})
            conversation = await desk.conversation(trip, owner_of(request))
            job = await desk.start(conversation, act.answer, act.wish, await desk.find(conversation))
            await job.done()
            if job.error is not None:
                raise job.error
            return public(job.view if job.view is not None else await loop.arun(conversation.view()))

    async def say(text: str, trip: str, request: gr.Request) -> dict[str, Any]:
        """Say something to a trip ('' starts one): a request, a choice, a wish for the picture, a question."""
        return await send(trip, request, "say", fresh=True, text=text)

    async def choose(index: int, trip: str, request: gr.Request) -> dict[str, Any]:
        """Take one of the three options, counted from 0, and receive its picture."""
        return await send(trip, request, "choose", index=index)

    async def refine(text: str, trip: str, request: gr.Request) -> dict[str, Any]:
        """Change the picture by words."""
        return await send(trip, request, "say", text=text)

    async def vary(strong: bool, trip: str, request: gr.Request) -> dict[str, Any]:
        """Another take of the picture: near it, or far from it."""
        return await send(trip, request, "vary", strong=strong)

    async def recolor(palette: str, trip: str, request: gr.Request) -> dict[str, Any]:
        """The same picture in other colors, given as text: hex values and names, as in '#1d3557, coral, #f1faee'."""
        return await send(trip, request, "recolor", palette=palette)

    async def repaint(palette: str, trip: str, request: gr.Request) -> dict[str, Any]:
        """The picture painted anew from other colors."""
        return await send(trip, request, "repaint", palette=palette)

    async def go_to(version: str, trip: str, request: gr.Request) -> dict[str, Any]:
        """Put the cursor on a version, by id or number."""
        return await send(trip, request, "goto", version=version)

    async def more(trip: str, request: gr.Request) -> dict[str, Any]:
        """Three others."""
        return await send(trip, request, "more")

    async def accept(trip: str, request: gr.Request) -> dict[str, Any]:
        """This is the picture."""
        return await send(trip, request, "accept")

    async def confirm(paint: bool, trip: str, request: gr.Request) -> dict[str, Any]:
        """Answer a confirm pause: paint, or leave it."""
        return await send(trip, request, "paint" if paint else "back")

    async def view(trip: str, request: gr.Request) -> dict[str, Any]:
        """A trip as it stands."""
        async with _told(request):
            if not trip:
                raise BadInput(_NAMELESS)
            conversation = await desk.conversation(trip, owner_of(request))
            return public(await loop.arun(conversation.view()))

    async def trips(request: gr.Request) -> list[dict[str, Any]]:
        """The owner's trips, the last used first."""
        albums = await in_thread((await desk.workshop()).deps.store.albums, owner_of(request))
        return [asdict(album) for album in albums]

    for verb in (say, choose, refine, vary, recolor, repaint, go_to, more, accept, confirm, view, trips):
        gr.api(verb, api_name=verb.__name__, concurrency_limit=_AT_ONCE)  # type: ignore[attr-defined]


@asynccontextmanager
async def _told(request: gr.Request) -> AsyncIterator[None]:
    """Typed errors as Gradio's clients see them, with the code as the title. Others are ours: the log has them."""
    try:
        yield
    except WanderhueError as error:
        card = problem(error, lang_from("", request.headers.get("accept-language", "")), "")
        words = f"{card['title']}. {card['text']}" if isinstance(error, NotFound | Busy) else str(error)
        raise gr.Error(words, title=error.code, print_exception=False) from error


def public(view: View) -> dict[str, Any]:
    """A view without paths of this machine; pictures come by their address instead."""
    shown = view.to_json()
    for image in [shown["image"], *shown["images"]]:
        if image:
            image["path"] = None
            image["url"] = f"wh/picture/{image['id']}"
    return shown
