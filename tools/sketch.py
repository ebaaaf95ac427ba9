"""Sketches: small quick pictures of scenes, for option cards and as the first frame of a painting.

They have a child process of their own, so that a sketch never waits for a poster. What was drawn lately is kept in
memory: a page asks for the same three sketches again at each reload.
"""

import asyncio
import threading
from collections import OrderedDict
from typing import TYPE_CHECKING

from wanderhue.agent.scene import Scene

if TYPE_CHECKING:
    from wanderhue.tools.render_client import RenderClient

_Key = tuple[str, tuple[str, ...], int, int]


class Sketcher:
    """Draws sketches and keeps the last ones. Any thread and loop may ask."""

    def __init__(self, *, kept: int = 64, client: "RenderClient | None" = None) -> None:
        """`kept`: how many PNGs stay in memory; `client`: another child (tests)."""
        from wanderhue.tools.render_client import RenderClient  # loads numpy with the illustrator

        self._client = client or RenderClient()
        self._kept = kept
        self._drawn: OrderedDict[_Key, bytes] = OrderedDict()
        self._drawing: dict[tuple[asyncio.AbstractEventLoop, _Key], asyncio.Task[bytes]] = {}
        self._lock = threading.Lock()

    async def sketch(self, scene: Scene, hexes: tuple[str, ...], *, seed: int, longest: int = 384) -> bytes:
        """A PNG of the scene at its aspect; `longest` is the longer side in px, up to 2048.

        Who asks for what is being drawn waits for the same drawing. One that nobody waits for any more is finished
        and kept: stopping it would cost a new child. Raises `BadInput` for a size or palette outside the limits,
        else `PainterError`.
        """
        key = (scene.model_dump_json(), tuple(hexes), seed, longest)
        with self._lock:
            if key in self._drawn:
                self._drawn.move_to_end(key)
                return self._drawn[key]
        where = (asyncio.get_running_loop(), key)
        task = self._drawing.get(where)
        if task is None:
            task = asyncio.ensure_future(self._draw(scene, key))
            self._drawing[where] = task
            task.add_done_callback(lambda done: self._finished(where, done))
        return await asyncio.shield(task)

    async def warm(self) -> None:
        """Start the child, so that the first sketch comes sooner; never raises."""
        await self._client.warm()

    async def aclose(self) -> None:
        """Let the child go; what was asked and is not drawn fails."""
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(None, self._client.close)
        waiting = [task for (where, _), task in self._drawing.items() if where is loop]
        await asyncio.gather(*waiting, return_exceptions=True)

    async def _draw(self, scene: Scene, key: _Key) -> bytes:
        from wanderhue.tools.illustrator.draw import size_of

        _, hexes, seed, longest = key
        width, height = size_of(scene.aspect, longest)
        png = (await self._client.draw(scene, hexes, seed=seed, width=width, height=height, sketch=True)).png
        with self._lock:
            self._drawn[key] = png
            while len(self._drawn) > self._kept:
                self._drawn.popitem(last=False)
        return png

    def _finished(self, where: tuple[asyncio.AbstractEventLoop, _Key], task: "asyncio.Task[bytes]") -> None:
        self._drawing.pop(where, None)
        if not task.cancelled():
            task.exception()  # heard by whoever waits; where nobody does any more, nobody need hear of it
