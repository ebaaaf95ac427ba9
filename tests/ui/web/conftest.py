"""Real servers on loopback over a real workshop: the plain planner and painter, SQLite, files."""

import asyncio
import io
import secrets
import socket
import threading
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI, Request
from PIL import Image
from starlette.types import ASGIApp

from tests.graphs.plain import PlainPainter, PlainPlanner
from wanderhue.agent.settings import Settings
from wanderhue.graphs import loop
from wanderhue.graphs.conversation import Workshop
from wanderhue.tools.conversations import Version
from wanderhue.ui.web.owner import owner_of
from wanderhue.ui.web.serve import server_for
from wanderhue.ui.web.web import create_web

Serve = Callable[[ASGIApp], str]


@contextmanager
def served(app: ASGIApp) -> Iterator[str]:
    """The app behind a real server; gives its address."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen()
    up = threading.Event()
    server = server_for(app, [up.set])
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        assert up.wait(20)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(20)
        listening.close()
    assert not thread.is_alive()


@pytest.fixture
def workshop(data_dir: Path) -> Iterator[Workshop]:
    opened = loop.run(Workshop.open(Settings.load(), data_dir=data_dir, planner=PlainPlanner(), painter=PlainPainter()))
    yield opened
    loop.run(opened.aclose())


@pytest.fixture
def workshop_of(workshop: Workshop) -> Callable[[], Awaitable[Workshop]]:
    async def gives() -> Workshop:
        await asyncio.sleep(0)
        return workshop

    return gives


def with_page(app: FastAPI) -> FastAPI:
    """The app with a page in the studio's place that says whose it is."""

    @app.get("/{rest:path}")
    async def page(request: Request, rest: str) -> dict[str, str]:
        return {"owner": owner_of(request), "rest": rest, "root": str(request.scope.get("root_path", ""))}

    return app


@pytest.fixture
def url(workshop_of: Callable[[], Awaitable[Workshop]]) -> Iterator[str]:
    with served(with_page(create_web(workshop_of))) as address:
        yield address


@pytest.fixture
def client(url: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=url, trust_env=False) as opened:
        yield opened


def paint(workshop: Workshop, owner: str, mark: str) -> tuple[str, str]:
    """A conversation of this owner with one picture; gives (thread, version id)."""

    async def work() -> tuple[str, str]:
        conversation = await workshop.conversation(None, owner)
        await conversation.send({"type": "say", "text": f"a trip to a lake {mark}"})
        view = await conversation.send({"type": "choose", "index": 0})
        assert view.image is not None
        return conversation.thread, str(view.image["id"])

    return loop.run(work())


@pytest.fixture
def own_picture(workshop: Workshop) -> Callable[[str, int], str]:
    """Puts a picture with a mark of its own into a new conversation of an owner; gives the version's id."""

    def put(owner: str, number: int) -> str:
        out = io.BytesIO()
        Image.new("RGB", (320, 200), (number * 12, 255 - number * 12, 128)).save(out, "PNG")
        deps, thread = workshop.deps, secrets.token_hex(12)
        deps.store.open(thread, owner, f"trip {number}")
        brief = {"palette": [{"name": "sea", "hex": "#1d3557"}], "scene": {"title": f"바다 {number}"}}
        version = Version("", 0, None, deps.images.put(out.getvalue()), 320, 200, {}, brief, "", 1, "plain", 1, 0.0)
        return deps.store.add(thread, owner, "1.0", version).id

    return put
