"""What one running studio keeps: the workshop that all conversations share, and the runs that are going on.

Nothing here is global to the module: a program can mount two studios. Every call names the owner.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from wanderhue.agent.preferences import Preferences
from wanderhue.graphs import loop
from wanderhue.graphs.conversation import Conversation, Event, Workshop
from wanderhue.graphs.session import TripSession
from wanderhue.tools.threads import in_thread
from wanderhue.ui.studio.job import Job
from wanderhue.ui.studio.log import Said
from wanderhue.ui.studio.screen import KEPT_MESSAGES, Found, Wish

OpenWorkshop = Callable[[], Awaitable[Workshop]]
"""Gives the studio's workshop, opened at the first call. Awaited on the program's loop."""


@dataclass(slots=True)
class Desk:
    """The workshop and the running jobs."""

    workshop_of: OpenWorkshop
    jobs: dict[str, Job]

    shared: bool
    """True when strangers may come: then nobody can raise the operator's daily cap, only lower their own."""

    def __init__(self, workshop_of: OpenWorkshop, *, shared: bool = False) -> None:
        self.workshop_of, self.jobs, self.shared = workshop_of, {}, shared

    async def workshop(self) -> Workshop:
        """The workshop."""
        return await loop.arun(_call(self.workshop_of))

    async def conversation(self, thread: str, owner: str) -> Conversation:
        """The owner's conversation, or a new one for ''. Raises `NotFound`."""
        workshop = await self.workshop()
        preferences = Preferences.from_json(await self.preferences(owner))
        return await loop.arun(workshop.conversation(thread or None, owner, preferences=preferences, finish=False))

    async def preferences(self, owner: str) -> dict[str, Any]:
        """What the owner has set, the page's own wishes (`ui_language`) among them."""
        deps = (await self.workshop()).deps
        found = await in_thread(deps.store.prefs, owner)
        if self.shared and "daily_cap_usd" in found:
            found["daily_cap_usd"] = min(found["daily_cap_usd"], deps.settings.daily_cap_usd)
        return found

    async def find(self, conversation: Conversation, *, messages: int = KEPT_MESSAGES) -> Found:
        """What the screen needs of a conversation as it stands."""
        view = await loop.arun(conversation.view())
        store = conversation.workshop.deps.store

        def read() -> Found:
            thread, owner = conversation.thread, conversation.owner
            paid = conversation.workshop.deps.painter.paid
            if not store.owned(thread, owner):
                return Found(view, last_trip=_last(store, owner), paid=paid)
            said = [Said(row.action, row.role, row.text) for row in store.said(thread, owner, limit=messages)]
            title = next((album.title for album in store.albums(owner, thread)), "")
            return Found(view, said, store.count_said(thread, owner), title, paid=paid)

        return await in_thread(read)

    def job(self, thread: str) -> Job | None:
        """The run that is going on in this conversation."""
        job = self.jobs.get(thread)
        return job if job is not None and job.running else None

    async def start(self, conversation: Conversation, answer: Any, wish: Wish, found: Found) -> Job:
        """Send an answer. While another run is going on, wait for its end first."""
        while (running := self.job(conversation.thread)) is not None:
            await running.done()
        return self._keep(conversation, TripSession(conversation).astream(answer), wish, found)

    async def go_on(self, conversation: Conversation, found: Found) -> Job | None:
        """The run that is going on, or one that a crash or a restart cut off, begun again; None when nothing is due."""
        if (running := self.job(conversation.thread)) is not None:
            return running
        if not await loop.arun(conversation.unfinished()):
            return None
        if (running := self.job(conversation.thread)) is not None:  # another tab was quicker
            return running
        return self._keep(conversation, _bridge(conversation.finish()), Wish(), found)

    def _keep(self, conversation: Conversation, events: AsyncIterator[Event], wish: Wish, found: Found) -> Job:
        self.jobs = {thread: job for thread, job in self.jobs.items() if job.running}
        job = self.jobs[conversation.thread] = Job(events, wish, found.view)
        return job

    async def settle(self) -> None:
        """Wait for every run, when the server stops in good order."""
        await asyncio.gather(*(job.done() for job in self.jobs.values()))


async def _call(opening: OpenWorkshop) -> Workshop:
    return await opening()


async def _bridge(events: AsyncIterator[Event]) -> AsyncIterator[Event]:
    """Events made on the program's loop, for the server's."""
    while (event := await loop.arun(_next(events))) is not None:
        yield event


async def _next(events: AsyncIterator[Event]) -> Event | None:
    return await anext(events, None)


def _last(store: Any, owner: str) -> dict[str, str] | None:
    albums = store.albums(owner)[:1]
    return {"thread": albums[0].thread, "title": albums[0].title} if albums else None
