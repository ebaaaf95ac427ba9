"""The work behind a session: the assembled graph, one conversation on it, and its lock.

A `Workshop` holds what conversations share (adapters, checkpoints, the compiled graph); the studio opens one for
many people, a session opens its own.
"""

import asyncio
import re
import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.sqlite.aio import AsyncSqliteSaver
from langgraph.types import Command, StateSnapshot

from wanderhue.agent.errors import NotFound, WanderhueError
from wanderhue.agent.planner import Planner
from wanderhue.agent.replies import say
from wanderhue.agent.settings import Settings
from wanderhue.graphs.assemble import make_deps, make_painter, make_planner
from wanderhue.graphs.checkpoints import open_checkpoints, prune
from wanderhue.graphs.deps import Deps
from wanderhue.graphs.nodes.sanitize import start_of_day
from wanderhue.graphs.snapshot import snapshot
from wanderhue.graphs.trip import TripGraph, build_graph
from wanderhue.graphs.versions import image_view
from wanderhue.graphs.view import View
from wanderhue.tools.conversations import Version
from wanderhue.tools.painter import Painter
from wanderhue.tools.threads import in_thread
from wanderhue.tools.writer_lock import writing

_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


@dataclass(frozen=True, slots=True)
class Event:
    """One moment of a run: where, how far (0 to 1), a preview (PNG, base64) or None; at the end reply and view."""

    stage: str
    fraction: float = 0.0
    preview: str | None = None
    text: str = ""
    view: View | None = None


class Workshop:
    """What conversations share. Belongs to the program's loop."""

    def __init__(self, deps: Deps, saver: AsyncSqliteSaver, graph: TripGraph) -> None:
        self.deps, self.saver, self.graph = deps, saver, graph
        self._warming = asyncio.ensure_future(deps.painter.warm())

    @classmethod
    async def open(
        cls,
        settings: Settings,
        *,
        data_dir: str | Path | None = None,
        planner: str | Planner | None = None,
        painter: str | Painter | None = None,
    ) -> Self:
        """Assemble it: adapters given as objects, as names, or by the settings."""
        if data_dir is not None:
            settings = replace(settings, data_dir=Path(data_dir))
        planner = make_planner(planner) if isinstance(planner, str) else planner
        painter = make_painter(painter) if isinstance(painter, str) else painter
        deps = await in_thread(make_deps, settings, planner=planner, painter=painter)
        saver = await open_checkpoints(deps.place.checkpoints)
        return cls(deps, saver, build_graph(deps, saver))

    async def conversation(
        self, thread: str | None, owner: str, *, alone: bool = False, finish: bool = True
    ) -> "Conversation":
        """A new conversation (None), the last one ("last") or the one with this id.

        What a crash cut off is finished first, unless `finish` is False: then `unfinished()` tells, and `finish()` does
        it with events.
        """
        store = self.deps.store
        if thread == "last":
            found = await in_thread(store.of_owner, owner)
            if not found:
                raise NotFound("there is no conversation yet; start one without --resume")
            thread = found[0].thread
        elif thread is not None and (not _ID.fullmatch(thread) or not await in_thread(store.owned, thread, owner)):
            raise NotFound(f"there is no conversation {thread[:80]!r}; `wanderhue trips list` shows yours")
        made = Conversation(self, thread or secrets.token_hex(12), owner, alone=alone)
        if thread is not None and finish:
            await made.go_on()
        return made

    async def aclose(self) -> None:
        """Let go of the database and the painter."""
        await asyncio.gather(self._warming, return_exceptions=True)
        await self.deps.painter.aclose()
        await self.saver.conn.close()
        await in_thread(self.deps.store.close)
        await in_thread(self.deps.journal.close)


class Conversation:
    """One conversation on a workshop."""

    def __init__(self, workshop: Workshop, thread: str, owner: str, *, alone: bool = False) -> None:
        self.workshop, self.thread, self.owner, self._alone = workshop, thread, owner, alone
        self.config: RunnableConfig = {"configurable": {"thread_id": thread, "owner": owner}}

    async def send(self, answer: dict[str, Any] | str) -> View:
        """One answer, to the next pause. Raises `Busy` when somebody else is writing this conversation."""
        view: View | None = None
        async for event in self.stream(answer):
            view = event.view or view
        if view is None:
            raise WanderhueError("the run ended without a view; open the conversation again")
        return view

    async def stream(self, answer: dict[str, Any] | str) -> AsyncIterator[Event]:
        """One answer, with events on the way; the last has the view. What a crash cut off is finished before it."""
        with writing(self.workshop.deps.place.locks, self.thread):
            await in_thread(self.workshop.deps.store.open, self.thread, self.owner)
            state = await self._state()
            if _unfinished(state):
                async for event in self._run(None):
                    yield event
                state = await self._state()
            async for event in self._run(_as_input(answer, state)):
                yield event
            yield await self._done(answered=True)

    async def unfinished(self) -> bool:
        """True when a crash or a kill cut a run off: `finish` brings it to its next pause."""
        return _unfinished(await self._state())

    async def finish(self) -> AsyncIterator[Event]:
        """Go on with what a crash cut off, from its last checkpoint to the next pause; the last event has the view."""
        with writing(self.workshop.deps.place.locks, self.thread):
            if await self.unfinished():
                async for event in self._run(None):
                    yield event
            yield await self._done(answered=False)

    async def go_on(self) -> None:
        """`finish` for callers that want no events; takes the lock only when there is something to do."""
        if await self.unfinished():
            async for _ in self.finish():
                pass

    async def cancel(self) -> bool:
        """Stop what is being painted for this conversation in this process; False when nothing is.

        The run that paints goes to the question whether to go on (`confirm`, code "stopped"); nothing else is lost.
        """
        return self.workshop.deps.stops.now(self.thread)

    async def edit(self, mask: str | Path | bytes, text: str) -> View:
        """Keep the mask beside the pictures, then send the answer that names it."""
        image = (await self._state()).values.get("image")
        if image is None:
            return await self.send({"type": "edit", "mask": "", "text": text})
        png = await in_thread(_mask, mask, (image["width"], image["height"]))
        return await self.send(
            {"type": "edit", "mask": await in_thread(self.workshop.deps.images.put, png), "text": text}
        )

    async def view(self, *, answered: bool = False) -> View:
        """The conversation as it stands; `answered` tells also what was wrong with the answer just given."""
        state = await self._state()
        values: Any = state.values
        shown = snapshot(values, values.get("stage", "ask"))
        if not values:
            lang = self.workshop.deps.settings.language or "en"
            return View(self.thread, "ask", say("welcome", lang), lang, actions=["say"], cost=await self._cost())
        store, here = self.workshop.deps.store, (values.get("image") or {}).get("id")
        siblings = shown.pop("siblings")
        records = await in_thread(store.some, self.thread, self.owner, [here, *siblings] if here else siblings)
        images = {record.id: self._image(record) for record in records}
        shown["image"] = images.get(here or "")
        shown["images"] = [images[name] for name in siblings if name in images]
        shown["error"] = shown["error"] if answered else None
        tree = await in_thread(store.tree, self.thread, self.owner)
        shown["versions"] = [{**row, "current": row["id"] == here} for row in tree]
        return View(self.thread, cost=await self._cost(), **shown)

    async def transcript(self) -> list[tuple[str, str]]:
        """Every (role, text)."""
        return await in_thread(self.workshop.deps.store.transcript, self.thread, self.owner)

    async def delete(self) -> None:
        """Remove every trace of the conversation, and pictures that nothing else holds."""
        deps = self.workshop.deps
        with writing(deps.place.locks, self.thread):
            blobs = set(await in_thread(deps.store.delete, self.thread, self.owner))
            bought = await in_thread(deps.journal.forget, self.thread)
            blobs |= {blob for blob in bought if not await in_thread(deps.store.holds, blob)}
            for blob in blobs:
                await in_thread(deps.images.remove, blob)
            await self.workshop.saver.adelete_thread(self.thread)

    async def aclose(self) -> None:
        """Close the workshop if this conversation has it alone."""
        if self._alone:
            await self.workshop.aclose()

    async def _state(self) -> StateSnapshot:
        return await self.workshop.graph.aget_state(self.config)

    async def _done(self, *, answered: bool) -> Event:
        await prune(self.workshop.saver, self.thread)
        view = await self.view(answered=answered)
        return Event("done", 1.0, text=view.reply, view=view)

    async def _run(self, given: Any) -> AsyncIterator[Event]:
        parts: AsyncIterator[Any] = self.workshop.graph.astream(given, self.config, stream_mode="custom", version="v2")
        async for part in parts:
            data = part["data"]
            yield Event(data["stage"], data["fraction"], data.get("preview"))

    async def _cost(self) -> dict[str, float]:
        deps = self.workshop.deps
        day = start_of_day(deps.clock())
        return {
            "conversation_usd": await in_thread(deps.journal.spent_on, self.thread),
            "today_usd": await in_thread(deps.journal.spent_since, day),
            "daily_cap_usd": deps.settings.daily_cap_usd,
        }

    def _image(self, record: Version) -> dict[str, Any]:
        path = getattr(self.workshop.deps.images, "path", None)
        shown = image_view(record)
        blob = shown.pop("blob")
        brief = {**record.brief}
        return {**shown, "path": str(path(blob)) if path else None, "brief": brief}


def _unfinished(state: StateSnapshot) -> bool:
    """True for a run that a crash cut off.

    Asked of the tasks, not of `next`: when the last node's writes are on disk and the checkpoint after them is not,
    LangGraph shows no node as next, and a new input would throw those writes away, a receipt among them.
    """
    return bool(state.tasks) and not state.interrupts


def _as_input(answer: dict[str, Any] | str, state: StateSnapshot) -> Any:
    """A resume of the waiting pause by its id, or a start."""
    if state.interrupts:
        return Command(resume={state.interrupts[0].id: answer})
    return {"text": answer, "answer": {}} if isinstance(answer, str) else {"text": "", "answer": answer}


def _mask(mask: str | Path | bytes, size: tuple[int, int]) -> bytes:
    from wanderhue.tools.masks import mask_png  # numpy and Pillow: loaded when used

    return mask_png(mask, size)
