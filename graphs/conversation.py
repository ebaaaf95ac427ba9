"""One conversation on a workshop: its lock, its runs to the next pause, its view."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from langchain_core.runnables import RunnableConfig
from langgraph.types import Command, StateSnapshot

from wanderhue.agent.errors import BadPicture, NotFound, WanderhueError
from wanderhue.agent.preferences import Preferences
from wanderhue.agent.settings import Settings
from wanderhue.graphs.checkpoints import prune
from wanderhue.graphs.present import view_of
from wanderhue.graphs.sketching import draft_motif, option_motif
from wanderhue.graphs.snapshot import option_view
from wanderhue.graphs.view import Event, View
from wanderhue.graphs.workshop import NONE_SET, Workshop
from wanderhue.tools.threads import in_thread
from wanderhue.tools.writer_lock import writing

__all__ = ["NONE_SET", "Conversation", "Event", "Workshop"]


class Conversation:
    """One conversation on a workshop."""

    def __init__(
        self,
        workshop: Workshop,
        thread: str,
        owner: str,
        *,
        alone: bool = False,
        preferences: Preferences = NONE_SET,
    ) -> None:
        self.workshop, self.thread, self.owner, self._alone = workshop, thread, owner, alone
        self.preferences = preferences
        """What this person sets for themselves; may be replaced between two runs."""

    @property
    def config(self) -> RunnableConfig:
        """The next run's config."""
        where = {"thread_id": self.thread, "owner": self.owner, "preferences": self.preferences.to_json()}
        return {"configurable": where}

    @property
    def settings(self) -> Settings:
        """The program's settings with the preferences over them."""
        return self.preferences.over(self.workshop.deps.settings)

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
        """True when a crash or a kill cut a run off: `finish` brings it to its next pause.

        Also true while a run is under way elsewhere; `finish` then raises `Busy`.
        """
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
        """Change only the white part of the mask, as the words say."""
        return await self.send(await self.mask_answer(mask, text))

    async def mask_answer(self, mask: str | Path | bytes, text: str) -> dict[str, Any]:
        """Keep the mask beside the pictures; gives the answer that names it. Raises `BadPicture`."""
        image = (await self._state()).values.get("image")
        if image is None:
            return {"type": "edit", "mask": "", "text": text}
        png = await in_thread(_mask, mask, (image["width"], image["height"]))
        return {"type": "edit", "mask": await in_thread(self.workshop.deps.images.put, png), "text": text}

    async def use_photo(self, blob: str) -> View:
        """Make a photo that is kept already (its name in the image store) the picture under the cursor."""
        return await self.send({"type": "photo", "blob": blob})

    async def take_photo(self, photo: str | Path | bytes) -> View:
        """Clean a photo's file or bytes (upright, no metadata), keep it, and make it the picture.

        Raises `BadPicture` for what is no picture or cannot be read.
        """
        return await self.use_photo(await in_thread(self._kept_photo, photo))

    def _kept_photo(self, photo: str | Path | bytes) -> str:
        from wanderhue.tools.photo import clean_photo  # Pillow: loaded when used

        try:
            data = photo if isinstance(photo, bytes) else Path(photo).read_bytes()
        except OSError as error:
            raise BadPicture(f"The photo {str(photo)[:200]!r} cannot be read: {error.strerror or error}") from error
        return self.workshop.deps.images.put(clean_photo(data))

    async def sketch_option(self, index: int) -> bytes:
        """A small PNG (384 px) of an option, counted from 0, in the composition that its picture would have.

        Raises `NotFound` when there is no such option.
        """
        state: Any = (await self._state()).values
        written = self.workshop.written.get(self.thread)
        state = {**state, "options": written} if written else state
        motif = await in_thread(option_motif, state, index)
        if motif is None:
            raise NotFound(f"there is no option {index}; {len(state.get('options') or [])} are on the table")
        return await self.workshop.sketcher.sketch(motif.scene, motif.hexes, seed=motif.seed)

    async def sketch_draft(self) -> bytes | None:
        """A small PNG of the brief that waits for a yes; None when none does."""
        state: Any = (await self._state()).values
        motif = await in_thread(draft_motif, state)
        return motif and await self.workshop.sketcher.sketch(motif.scene, motif.hexes, seed=motif.seed)

    async def view(self, *, answered: bool = False) -> View:
        """The conversation as it stands; `answered` tells also what was wrong with the answer just given."""
        state: Any = (await self._state()).values
        return await view_of(state, self.workshop.deps, self.thread, self.owner, self.settings, answered=answered)

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
        written = self.workshop.written
        try:
            async for part in parts:
                data = part["data"]
                options = data.get("options")
                if options is not None:
                    written[self.thread] = options
                shown = [option_view(option) for option in options] if options is not None else None
                yield Event(data["stage"], data["fraction"], data.get("preview"), data.get("text", ""), shown)
        finally:
            written.pop(self.thread, None)


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
