"""The planner's port, answered from the catalogue. All work happens in a worker thread, off the event loop."""

import asyncio
from datetime import date

from wanderhue.agent.planner import ExpandOrder, Expansion, Recommendation, Talk


class OfflinePlanner:
    """Recommends from the catalogue and expands by rules; understands Korean and English."""

    name = "offline"
    languages: tuple[str, ...] = ("en", "ko")

    async def recommend(self, talk: Talk) -> Recommendation:
        """Three options, a question, a picture, a choice or words."""
        return await asyncio.to_thread(_recommend, talk)

    async def expand(self, order: ExpandOrder) -> Expansion:
        """The brief for an option, for a scene, or for feedback."""
        return await asyncio.to_thread(_expand, order)

    async def warm(self) -> None:
        """Read the catalogue and make its index, so that the first request need not."""
        await asyncio.to_thread(_recommend, Talk(text="a quiet lake in spring", lang="en", today=date.today()))


def _recommend(talk: Talk) -> Recommendation:
    from wanderhue.agent.offline.talk import recommend

    return recommend(talk)


def _expand(order: ExpandOrder) -> Expansion:
    from wanderhue.agent.offline.expand import expand

    return expand(order)
