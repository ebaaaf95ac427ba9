"""A conversation for people who write programs: open, say, choose, refine, look at the view.

The session is thin over the graph: it takes the conversation's lock, sends one answer, lets the graph run to the next
pause, prunes the checkpoints and gives the view. All of it runs on the program's loop, so scripts, notebooks and
running loops can call it; `asay`, `achoose`, ... are the same methods for async callers.
"""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from wanderhue.agent.planner import Planner
from wanderhue.agent.preferences import Preferences
from wanderhue.agent.settings import Settings
from wanderhue.graphs import loop
from wanderhue.graphs.conversation import NONE_SET, Conversation, Event, Workshop
from wanderhue.graphs.verbs import AsyncVerbs, Verbs
from wanderhue.graphs.view import View
from wanderhue.tools.painter import Painter

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel


class TripSession(Verbs, AsyncVerbs):
    """One conversation. Make it with `TripSession.open`; use `with`, or call `close()`."""

    def __init__(self, conversation: Conversation) -> None:
        self._conversation = conversation

    @classmethod
    def open(
        cls,
        thread_id: str | None = None,
        *,
        data_dir: str | Path | None = None,
        planner: "str | Planner | BaseChatModel | None" = None,
        painter: str | Painter | None = None,
        owner: str = "local",
        settings: Settings | None = None,
        preferences: Preferences = NONE_SET,
    ) -> Self:
        """Start a conversation, or go on with one: `thread_id` is its id, or "last".

        Without arguments it works offline. `planner` is a name (`offline`, `provider:model`), a planner, or any chat
        model of LangChain's. Raises `NotFound` for an unknown id, `BadSetup` for settings or a data
        directory that cannot be used, `Busy` when an interrupted conversation is being written elsewhere.
        """
        whose: dict[str, Any] = {"owner": owner, "preferences": preferences}
        parts: dict[str, Any] = {"data_dir": data_dir, "planner": planner, "painter": painter}
        return loop.run(cls._opened(thread_id, settings, whose, parts))

    @classmethod
    async def aopen(
        cls,
        thread_id: str | None = None,
        *,
        data_dir: str | Path | None = None,
        planner: "str | Planner | BaseChatModel | None" = None,
        painter: str | Painter | None = None,
        owner: str = "local",
        settings: Settings | None = None,
        preferences: Preferences = NONE_SET,
    ) -> Self:
        """`open` for async callers."""
        whose: dict[str, Any] = {"owner": owner, "preferences": preferences}
        parts: dict[str, Any] = {"data_dir": data_dir, "planner": planner, "painter": painter}
        return await loop.arun(cls._opened(thread_id, settings, whose, parts))

    @classmethod
    async def _opened(
        cls, thread_id: str | None, settings: Settings | None, whose: dict[str, Any], parts: dict[str, Any]
    ) -> Self:
        workshop = await Workshop.open(settings or Settings.load(), **parts)
        try:
            return cls(await workshop.conversation(thread_id, alone=True, **whose))
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
