"""A workshop: what conversations share. The studio opens one for many people, a session opens its own."""

import asyncio
import re
import secrets
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from langgraph.checkpoint.sqlite.aio import AsyncSqliteSaver

from wanderhue.agent.errors import NotFound
from wanderhue.agent.planner import Planner
from wanderhue.agent.preferences import Preferences
from wanderhue.agent.settings import Settings
from wanderhue.graphs.assemble import make_deps, make_painter
from wanderhue.graphs.checkpoints import open_checkpoints
from wanderhue.graphs.deps import Deps
from wanderhue.graphs.trip import TripGraph, build_graph
from wanderhue.tools.painter import Painter
from wanderhue.tools.threads import in_thread

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from wanderhue.graphs.conversation import Conversation
    from wanderhue.tools.sketch import Sketcher

NONE_SET = Preferences()
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


class Workshop:
    """Adapters, checkpoints, the compiled graph, the sketcher. Belongs to the program's loop."""

    def __init__(self, deps: Deps, saver: AsyncSqliteSaver, graph: TripGraph) -> None:
        self.deps, self.saver, self.graph = deps, saver, graph
        self._warming = asyncio.ensure_future(deps.painter.warm())
        self._sketcher: Sketcher | None = None
        self.written: dict[str, list[dict[str, Any]]] = {}
        """Options that a planner has written while it goes on writing, by conversation."""

    @classmethod
    async def open(
        cls,
        settings: Settings,
        *,
        data_dir: str | Path | None = None,
        planner: "str | Planner | BaseChatModel | None" = None,
        painter: str | Painter | None = None,
    ) -> Self:
        """Assemble it: adapters given as objects, as names, or by the settings."""
        if data_dir is not None:
            settings = replace(settings, data_dir=Path(data_dir))
        painter = make_painter(painter) if isinstance(painter, str) else painter
        deps = await in_thread(make_deps, settings, planner=planner, painter=painter)
        saver = await open_checkpoints(deps.place.checkpoints)
        return cls(deps, saver, build_graph(deps, saver))

    async def conversation(
        self,
        thread: str | None,
        owner: str,
        *,
        alone: bool = False,
        preferences: Preferences = NONE_SET,
        finish: bool = True,
    ) -> "Conversation":
        """A new conversation (None), the last one ("last") or the one with this id.

        What a crash cut off is finished first, unless `finish` is False: then `unfinished()` tells, and `finish()` does
        it with events.
        """
        from wanderhue.graphs.conversation import Conversation  # it knows the workshop that it stands in

        store = self.deps.store
        if thread == "last":
            found = await in_thread(store.of_owner, owner)
            if not found:
                raise NotFound("there is no conversation yet; start one without --resume")
            thread = found[0].thread
        elif thread is not None and (not _ID.fullmatch(thread) or not await in_thread(store.owned, thread, owner)):
            raise NotFound(f"there is no conversation {thread[:80]!r}; `wanderhue trips list` shows yours")
        made = Conversation(self, thread or secrets.token_hex(12), owner, alone=alone, preferences=preferences)
        if thread is not None and finish:
            await made.go_on()
        return made

    @property
    def sketcher(self) -> "Sketcher":
        """Draws small pictures of scenes, beside the painter; made when first asked for."""
        if self._sketcher is None:
            from wanderhue.tools.sketch import Sketcher

            self._sketcher = Sketcher()
        return self._sketcher

    async def aclose(self) -> None:
        """Let go of the database, the painter and the sketcher."""
        await asyncio.gather(self._warming, return_exceptions=True)
        if self._sketcher is not None:
            await self._sketcher.aclose()
        await self.deps.painter.aclose()
        if close := getattr(self.deps.planner, "aclose", None):
            await close()
        await self.saver.conn.close()
        await in_thread(self.deps.store.close)
        await in_thread(self.deps.journal.close)
