"""A conversation for people who write programs: open, say, choose, refine, look at the view.

The session is thin over the graph: it takes the conversation's lock, sends one answer, lets the graph run to the next
pause, prunes the checkpoints and gives the view. All of it runs on the program's loop, so scripts, notebooks and
running loops can call it; `asay`, `achoose`, ... are the same methods for async callers.
"""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any, Self

from wanderhue.agent.planner import Planner
from wanderhue.agent.settings import Settings
from wanderhue.graphs import loop
from wanderhue.graphs.conversation import Conversation, Event, Workshop
from wanderhue.graphs.view import View
from wanderhue.tools.painter import Painter

Picture = str | Path | bytes
"""A picture file's path or its bytes (PNG, JPEG or WEBP)."""


class TripSession:
    """One conversation. Make it with `TripSession.open`; use `with`, or call `close()`."""

    def __init__(self, conversation: Conversation) -> None:
        self._conversation = conversation

    @classmethod
    def open(
        cls,
        thread_id: str | None = None,
        *,
        data_dir: str | Path | None = None,
        planner: str | Planner | None = None,
        painter: str | Painter | None = None,
        owner: str = "local",
        settings: Settings | None = None,
    ) -> Self:
        """Start a conversation, or go on with one: `thread_id` is its id, or "last".

        Without arguments it works offline. Raises `NotFound` for an unknown id, `BadSetup` for settings or a data
        directory that cannot be used, `Busy` when an interrupted conversation is being written elsewhere.
        """
        return loop.run(cls._aopen(thread_id, data_dir, planner, painter, owner, settings))

    @classmethod
    async def aopen(
        cls,
        thread_id: str | None = None,
        *,
        data_dir: str | Path | None = None,
        planner: str | Planner | None = None,
        painter: str | Painter | None = None,
        owner: str = "local",
        settings: Settings | None = None,
    ) -> Self:  # fmt: skip
        """`open` for async callers."""
        return await loop.arun(cls._aopen(thread_id, data_dir, planner, painter, owner, settings))

    @classmethod
    async def _aopen(
        cls,
        thread_id: str | None,
        data_dir: str | Path | None,
        planner: str | Planner | None,
        painter: str | Painter | None,
        owner: str,
        settings: Settings | None,
    ) -> Self:  # fmt: skip
        workshop = await Workshop.open(settings or Settings.load(), data_dir=data_dir, planner=planner, painter=painter)
        try:
            return cls(await workshop.conversation(thread_id, owner, alone=True))
        except BaseException:
            await workshop.aclose()
            raise

    @property
    def thread_id(self) -> str:
        """The conversation's id, for `open(thread_id=...)`."""
        return self._conversation.thread

    @property
    def view(self) -> View:
        """The conversation as it stands."""
        return loop.run(self._conversation.view())

    def say(self, text: str) -> View:
        """Words of any kind: a request, a choice, feedback, a question."""
        return self._send({"type": "say", "text": text})

    def choose(self, index: int) -> View:
        """Take one of the options, counted from 0, and receive its picture."""
        return self._send({"type": "choose", "index": index})

    def refine(self, text: str) -> View:
        """Change the picture by words."""
        return self._send({"type": "say", "text": text})

    def vary(self, *, strong: bool = False) -> View:
        """Another take of the picture: near it, or far from it."""
        return self._send({"type": "vary", "strong": strong})

    def recolor(self, palette: Any) -> View:
        """The same picture in another palette: a `Palette`, a list of colors or a text like '#223344 navy'."""
        given = palette if isinstance(palette, str) else [str(getattr(color, "hex", color)) for color in palette]
        return self._send({"type": "recolor", "palette": given})

    def edit(self, mask: Picture, text: str) -> View:
        """Change only the white part of the mask, as the words say."""
        return loop.run(self._conversation.edit(mask, text))

    def go_to(self, version: str | int) -> View:
        """Put the cursor on a version, by id or number."""
        return self._send({"type": "goto", "version": version})

    def undo(self) -> View:
        """Back to the picture that this one was made from."""
        return self._send({"type": "undo"})

    def redo(self) -> View:
        """Forward again after undo."""
        return self._send({"type": "redo"})

    def more(self) -> View:
        """Three others."""
        return self._send({"type": "more"})

    def new(self) -> View:
        """A new trip in the same conversation."""
        return self._send({"type": "new"})

    def reword(self, text: str) -> View:
        """Other words for what could not be painted."""
        return self._send({"type": "reword", "text": text})

    def confirm(self, *, paint: bool = True) -> View:
        """Answer a confirm pause: paint, or leave it."""
        return self._send({"type": "paint" if paint else "back"})

    def accept(self) -> View:
        """This is the picture."""
        return self._send({"type": "accept"})

    def answer(self, answer: dict[str, Any] | str) -> View:
        """Any answer as data (docs/graph.md lists them)."""
        return self._send(answer)

    async def asay(self, text: str) -> View:
        """`say` for async callers."""
        return await self._asend({"type": "say", "text": text})

    async def achoose(self, index: int) -> View:
        """`choose` for async callers."""
        return await self._asend({"type": "choose", "index": index})

    async def arefine(self, text: str) -> View:
        """`refine` for async callers."""
        return await self._asend({"type": "say", "text": text})

    async def avary(self, *, strong: bool = False) -> View:
        """`vary` for async callers."""
        return await self._asend({"type": "vary", "strong": strong})

    async def arecolor(self, palette: Any) -> View:
        """`recolor` for async callers."""
        given = palette if isinstance(palette, str) else [str(getattr(color, "hex", color)) for color in palette]
        return await self._asend({"type": "recolor", "palette": given})

    async def aedit(self, mask: Picture, text: str) -> View:
        """`edit` for async callers."""
        return await loop.arun(self._conversation.edit(mask, text))

    async def ago_to(self, version: str | int) -> View:
        """`go_to` for async callers."""
        return await self._asend({"type": "goto", "version": version})

    async def aaccept(self) -> View:
        """`accept` for async callers."""
        return await self._asend({"type": "accept"})

    async def aanswer(self, answer: dict[str, Any] | str) -> View:
        """`answer` for async callers: every other verb as data."""
        return await self._asend(answer)

    async def aview(self) -> View:
        """`view` for async callers."""
        return await loop.arun(self._conversation.view())

    def cancel(self) -> bool:
        """Stop the painting that runs in this conversation, from another thread; False when nothing is painted.

        The call that paints returns at the stage `confirm`, with the code "stopped".
        """
        return loop.run(self._conversation.cancel())

    async def acancel(self) -> bool:
        """`cancel` for async callers: from another task."""
        return await loop.arun(self._conversation.cancel())

    def stream(self, answer: dict[str, Any] | str) -> Iterator[Event]:
        """Send an answer and yield events {stage, fraction, preview, text} as they come; the last one has `view`."""
        events = self._conversation.stream(answer)
        while (event := loop.run(_next(events))) is not None:
            yield event

    async def astream(self, answer: dict[str, Any] | str) -> AsyncIterator[Event]:
        """`stream` for async callers."""
        events = self._conversation.stream(answer)
        while (event := await loop.arun(_next(events))) is not None:
            yield event

    def transcript(self) -> list[tuple[str, str]]:
        """Every (role, text) of the conversation; role is 'person' or 'wanderhue'."""
        return loop.run(self._conversation.transcript())

    def delete(self) -> None:
        """Remove the conversation: checkpoints, transcript, versions, and pictures that nothing else holds."""
        loop.run(self._conversation.delete())

    def close(self) -> None:
        """Let go of files and the painter. The conversation stays."""
        loop.run(self._conversation.aclose())

    async def aclose(self) -> None:
        """`close` for async callers."""
        await loop.arun(self._conversation.aclose())

    def _send(self, answer: dict[str, Any] | str) -> View:
        return loop.run(self._conversation.send(answer))

    async def _asend(self, answer: dict[str, Any] | str) -> View:
        return await loop.arun(self._conversation.send(answer))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    def __repr__(self) -> str:
        return f"TripSession(thread_id={self.thread_id!r})"


async def _next(events: AsyncIterator[Event]) -> Event | None:
    """The next event, or None after the last (a coroutine may not raise StopIteration of its own)."""
    return await anext(events, None)
