"""A small planner and painter with a history, for tests of the flow itself: real subclasses of the ports' verbs."""

import io
import threading
from dataclasses import dataclass, field

import numpy as np
from PIL import Image

from wanderhue.agent.brief import ImageBrief
from wanderhue.agent.planner import ExpandOrder, Expansion, Recommendation, Talk
from wanderhue.agent.scene import Scene
from wanderhue.agent.settings import Quality
from wanderhue.agent.trips import OptionColor, TripOption
from wanderhue.tools.painter import Painted, PaintOrder, Progress

COLORS = ("#1d2440", "#8fb8d6", "#f0b45c", "#e2563b", "#fbf3e4")
PALETTE = tuple(OptionColor(name=f"colour {i}", hex=color) for i, color in enumerate(COLORS))


def option(number: int) -> TripOption:
    return TripOption(title=f"Trip {number}", place=f"Place {number}", why="Because.", season="spring",
                      palette=PALETTE, scene=Scene(setting="lake", title=f"Place {number}"))  # fmt: skip


@dataclass
class PlainPlanner:
    """Offers the same kind of three trips to any words, and writes the briefs of their scenes."""

    name: str = "plain"
    languages: tuple[str, ...] = ()
    talks: list[Talk] = field(default_factory=list)

    async def recommend(self, talk: Talk) -> Recommendation:
        self.talks.append(talk)
        first = len(talk.shown)
        options = tuple(option(first + i) for i in (1, 2, 3))
        shown = (*talk.shown, *(chosen.place for chosen in options))
        return Recommendation("options", "Three ways.", options=options, request=talk.text or talk.request, shown=shown)

    async def expand(self, order: ExpandOrder) -> Expansion:
        if order.brief is not None:
            scene = order.brief.scene.model_copy(update={"subtitle": order.talk.text[:60]})
            return Expansion(order.brief.model_copy(update={"scene": scene}), "")
        chosen = order.option.scene if order.option else order.scene
        palette = order.option.palette if order.option else order.palette
        assert chosen is not None
        return Expansion(ImageBrief(subject="a lake", setting="a lake", light="day", scene=chosen, palette=palette), "")


def bands(order: PaintOrder) -> bytes:
    """Stripes of the palette, turned by the seed: a picture that scores well and differs by seed."""
    colors = [[int(color[i : i + 2], 16) for i in (1, 3, 5)] for color in order.brief.hexes()]
    turn = order.seed % len(colors)
    rows = np.repeat(np.array(colors[turn:] + colors[:turn], dtype=np.uint8), 20, axis=0)
    pixels = np.repeat(rows[:, None, :], 160, axis=1)
    pixels[0, 0] = [order.seed % 256, order.seed // 256 % 256, order.variant]
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "PNG")
    return buffer.getvalue()


@dataclass
class PlainPainter:
    """Paints stripes. `fail` holds errors to raise, one a call; `orders` is the history."""

    name: str = "plain"
    paid: bool = False
    price: float = 0.0
    fail: list[BaseException] = field(default_factory=list)
    orders: list[PaintOrder] = field(default_factory=list)

    def estimate(self, order: PaintOrder) -> float:
        return self.price

    def size(
        self, aspect: str, width: int | None, height: int | None, quality: Quality = "standard"
    ) -> tuple[int, int]:
        return (160, 100)

    async def paint(self, order: PaintOrder, progress: Progress) -> Painted:
        self.orders.append(order)
        progress("paint", 0.5, None)
        if self.fail:
            raise self.fail.pop(0)
        return Painted(bands(order), seed=order.seed, cost_usd=self.price)

    async def warm(self) -> None:
        pass

    async def aclose(self) -> None:
        pass


@dataclass
class ThreadedPainter(PlainPainter):
    """Tells its progress from a thread of its own, as painters over blocking SDKs do."""

    async def paint(self, order: PaintOrder, progress: Progress) -> Painted:
        thread = threading.Thread(target=progress, args=("paint", 0.25, b"preview"))
        thread.start()
        thread.join()
        return await super().paint(order, progress)
