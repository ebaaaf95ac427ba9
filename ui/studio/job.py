"""One run of a conversation, apart from the pages that look at it: a closed tab stops nothing, a new one joins in."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator
from contextlib import suppress

from wanderhue.agent.errors import WanderhueError
from wanderhue.graphs.conversation import Event
from wanderhue.graphs.view import View
from wanderhue.ui.studio.painting import Progress
from wanderhue.ui.studio.screen import Wish

_LOG = logging.getLogger("wanderhue")
PACE = 0.2
"""Seconds between two looks at a run: people see no more, and a browser has less to do."""


class Job:
    """A run that is going on. Belongs to the server's loop; the conversation itself runs on the program's."""

    def __init__(self, events: AsyncIterator[Event], wish: Wish, before: View) -> None:
        self.wish, self.before = wish, before
        self.progress = Progress()
        self.view: View | None = None
        self.error: Exception | None = None
        self._began = time.monotonic()
        self._changed = asyncio.Event()
        self._task = asyncio.ensure_future(self._run(events))

    @property
    def running(self) -> bool:
        """False once it has a view or an error."""
        return not self._task.done()

    async def follow(self) -> AsyncIterator[Progress]:
        """The progress at each change, at most every `PACE` seconds, until the run ends. Any number may follow."""
        while self.running:
            self.progress.seconds = time.monotonic() - self._began
            yield self.progress
            with suppress(asyncio.TimeoutError):
                await asyncio.wait_for(self._next(), 1.0)

    async def done(self) -> None:
        """Wait for the end."""
        await asyncio.wait([self._task])

    async def _next(self) -> None:
        """The next change or the end, after the pace."""
        changed = asyncio.ensure_future(self._changed.wait())
        try:
            await asyncio.wait([changed, self._task], return_when=asyncio.FIRST_COMPLETED)
            if self.running:
                await asyncio.wait([self._task], timeout=PACE)
        finally:
            changed.cancel()
        self._changed.clear()

    async def _run(self, events: AsyncIterator[Event]) -> None:
        try:
            async for event in events:
                self._take(event)
        except WanderhueError as error:
            self.error = error
        except Exception as error:  # a mistake of ours: the page says so, the log has it whole
            _LOG.exception("a run of the studio failed")
            self.error = error

    def _take(self, event: Event) -> None:
        if event.view is not None:
            self.view = event.view
            return
        progress = self.progress
        progress.stage, progress.fraction = event.stage, event.fraction
        if event.options is not None:
            progress.text, progress.options = event.text, event.options
        progress.times.setdefault(event.stage, time.monotonic() - self._began)
        if event.preview:
            import base64

            progress.preview, progress.previews = base64.b64decode(event.preview), progress.previews + 1
        self._changed.set()
