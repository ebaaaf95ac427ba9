"""The built-in illustrator behind the painter's port: free, deterministic, drawn in a child process."""

import asyncio

from wanderhue.agent.scene import Scene
from wanderhue.agent.settings import Quality
from wanderhue.tools.painter import Painted, PaintOrder, Progress


class IllustratorPainter:
    """Paints scenes without a key, a GPU or a network."""

    name = "illustrator"
    paid = False

    def __init__(self) -> None:
        from wanderhue.tools.render_client import RenderClient

        self._client = RenderClient()

    def estimate(self, _order: PaintOrder) -> float:
        """Always 0.0."""
        return 0.0

    def size(
        self, aspect: str, width: int | None, height: int | None, quality: Quality = "standard"
    ) -> tuple[int, int]:
        """Exact pixels where both were asked for (64 to 2048), else the aspect's size, or its longest side.

        A draft has five eighths of the usual sides (and takes about half the time), a fine one 2048 on the longest.
        """
        from wanderhue.tools.illustrator.draw import LONGEST, size_of

        if width and height:
            return width, height
        if quality == "standard" or width or height:
            return size_of(aspect, width or height)
        return size_of(aspect, LONGEST if quality == "fine" else round(max(size_of(aspect)) * 5 / 16) * 2)

    async def paint(self, order: PaintOrder, progress: Progress) -> Painted:
        """Draw the brief's scene in its palette."""
        scene, seed, hexes = order.brief.scene, order.seed, order.brief.hexes()
        scene = scene.model_copy(update={"aspect": order.brief.aspect})
        if order.operation == "vary":
            from wanderhue.tools.illustrator.variation import vary

            scene, seed = vary(scene, seed, strong=order.strong)

        def tell(stage: str, fraction: float) -> None:
            progress(stage, fraction, None)

        if order.operation == "edit" and order.base is not None and order.mask is not None:
            drawing = await self._client.draw_masked(order.base, order.mask, scene, hexes, seed=seed, progress=tell)
        else:
            drawing = await self._client.draw(
                scene, hexes, seed=seed, width=order.width, height=order.height, progress=tell
            )
        notices = tuple((notice.en, notice.ko) for notice in drawing.notices)
        return Painted(drawing.png, seed=seed, notices=notices, scene=scene)

    async def sketch(self, scene: Scene, hexes: tuple[str, ...], seed: int, longest: int = 384) -> bytes:
        """A small quick PNG of a scene, for options and as the first frame."""
        width, height = self.size(scene.aspect, longest, None)
        return (await self._client.draw(scene, hexes, seed=seed, width=width, height=height, sketch=True)).png

    async def warm(self) -> None:
        """Start the child, so that the first picture comes sooner."""
        await self._client.warm()

    async def aclose(self) -> None:
        """Let the child go."""
        await asyncio.get_running_loop().run_in_executor(None, self._client.close)
