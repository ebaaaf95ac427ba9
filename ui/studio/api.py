"""Endpoints for programs (`gradio_client`): the same verbs as a session, each giving the view as JSON.

The owner is the cookie's, as for a browser; a program that wants to come back to its trips sends one of its own
(docs/studio.md).
"""

from typing import Any

import gradio as gr

from wanderhue.graphs import loop
from wanderhue.graphs.view import View
from wanderhue.ui.studio.desk import Desk
from wanderhue.ui.web.owner import owner_of

_AT_ONCE = 64


def add_endpoints(desk: Desk) -> None:
    """Name the endpoints inside a Blocks context."""

    async def send(answer: dict[str, Any], trip: str, request: gr.Request) -> dict[str, Any]:
        conversation = await desk.conversation(trip, owner_of(request))
        while (running := desk.job(conversation.thread)) is not None:
            await running.done()
        return public(await loop.arun(conversation.send(answer)))

    async def say(text: str, trip: str, request: gr.Request) -> dict[str, Any]:
        """Say something to a trip ('' starts one): a request, a choice, a wish for the picture, a question."""
        return await send({"type": "say", "text": text}, trip, request)

    async def choose(index: float, trip: str, request: gr.Request) -> dict[str, Any]:
        """Take one of the three options, counted from 0, and receive its picture."""
        return await send({"type": "choose", "index": int(index)}, trip, request)

    async def refine(text: str, trip: str, request: gr.Request) -> dict[str, Any]:
        """Change the picture by words."""
        return await send({"type": "say", "text": text}, trip, request)

    async def vary(strong: bool, trip: str, request: gr.Request) -> dict[str, Any]:
        """Another take of the picture: near it, or far from it."""
        return await send({"type": "vary", "strong": strong}, trip, request)

    async def recolor(palette: str, trip: str, request: gr.Request) -> dict[str, Any]:
        """The same picture in other colors, given as text: '#1d3557 navy, #e63946'."""
        return await send({"type": "recolor", "palette": palette}, trip, request)

    async def repaint(palette: str, trip: str, request: gr.Request) -> dict[str, Any]:
        """The picture painted anew from other colors."""
        return await send({"type": "repaint", "palette": palette}, trip, request)

    async def go_to(version: str, trip: str, request: gr.Request) -> dict[str, Any]:
        """Put the cursor on a version, by id or number."""
        return await send({"type": "goto", "version": version}, trip, request)

    async def more(trip: str, request: gr.Request) -> dict[str, Any]:
        """Three others."""
        return await send({"type": "more"}, trip, request)

    async def accept(trip: str, request: gr.Request) -> dict[str, Any]:
        """This is the picture."""
        return await send({"type": "accept"}, trip, request)

    async def confirm(paint: bool, trip: str, request: gr.Request) -> dict[str, Any]:
        """Answer a confirm pause: paint, or leave it."""
        return await send({"type": "paint" if paint else "back"}, trip, request)

    async def view(trip: str, request: gr.Request) -> dict[str, Any]:
        """A trip as it stands."""
        conversation = await desk.conversation(trip, owner_of(request))
        return public(await loop.arun(conversation.view()))

    async def trips(request: gr.Request) -> list[dict[str, Any]]:
        """The owner's trips, the last used first."""
        from dataclasses import asdict

        from wanderhue.tools.threads import in_thread

        albums = await in_thread((await desk.workshop()).deps.store.albums, owner_of(request))
        return [asdict(album) for album in albums]

    for verb in (say, choose, refine, vary, recolor, repaint, go_to, more, accept, confirm, view, trips):
        gr.api(verb, api_name=verb.__name__, concurrency_limit=_AT_ONCE)  # type: ignore[attr-defined]


def public(view: View) -> dict[str, Any]:
    """A view without paths of this machine; pictures come by their address instead."""
    shown = view.to_json()
    for image in [shown["image"], *shown["images"]]:
        if image:
            image["path"] = None
            image["url"] = f"wh/picture/{image['id']}"
    return shown
