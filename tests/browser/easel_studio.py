"""The studio with a painter that does as it is told, as a program: slow, failing or paid pictures when a test wants.

Before each picture the painter reads `wish.json` beside its data: {"seconds": how long to paint, "fail": a key of
FAILURES, "price": US dollars}. Every order is a line of `orders.jsonl` there, written when it begins and when it ends.
Its `Easel` is the test's hand on both.
"""

import argparse
import asyncio
import io
import json
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

sys.path.insert(0, str(Path(__file__).parents[2]))

from wanderhue.agent.errors import Refused, Unavailable, UnknownOutcome
from wanderhue.agent.settings import Quality, Settings
from wanderhue.tools.painter import Painted, PaintOrder, Progress

FAILURES: dict[str, BaseException] = {
    "unavailable": Unavailable("the painter's machine is being mended; try again in an hour"),
    "unknown": UnknownOutcome("the line broke after the order was sent"),
    "refused": Refused("the painter does not paint this", suggestion="a quiet lake"),
    "mistake": ZeroDivisionError("a mistake of the painter's own program"),
}
_STEPS = 20


class Easel:
    """What the painter in `place` shall do, and what it did."""

    def __init__(self, place: Path, url: str = "") -> None:
        self.url, self.stumbles = url, False
        """Set `stumbles` where the studio will log a mistake: a traceback is no fault then."""
        self._wish, self._orders = place / "wish.json", place / "orders.jsonl"

    def wish(self, **wish: Any) -> None:
        """Tell it; without arguments it paints at once and for nothing."""
        new = self._wish.with_suffix(".new")
        new.write_text(json.dumps(wish), encoding="utf-8")
        new.replace(self._wish)

    def wished(self) -> dict[str, Any]:
        """What it was told."""
        found: dict[str, Any] = json.loads(self._wish.read_text(encoding="utf-8")) if self._wish.exists() else {}
        return found

    def note(self, **line: Any) -> None:
        """Add to the history."""
        with self._orders.open("a", encoding="utf-8") as orders:
            orders.write(json.dumps(line) + "\n")

    def orders(self, words: str = "") -> list[dict[str, Any]]:
        """Its history, or what of it has these words in the prompt."""
        lines = self._orders.read_text(encoding="utf-8").splitlines() if self._orders.exists() else []
        return [order for order in map(json.loads, lines) if words in order["prompt"]]

    def wait_for_order(self, state: str, *, count: int = 1, words: str = "", patience: float = 20.0) -> None:
        """Wait until so many orders have come to a state: began, painted or stopped."""
        until = time.monotonic() + patience
        while len([order for order in self.orders(words) if order["state"] == state]) < count:
            assert time.monotonic() < until, f"no {state} order among {self.orders()}"
            time.sleep(0.02)


class ToldPainter:
    """Paints stripes as its easel says."""

    name: str = "plain"

    def __init__(self, easel: Easel) -> None:
        self.easel, self._count = easel, 0

    @property
    def paid(self) -> bool:
        """Whether a price stands on the easel."""
        return bool(self.easel.wished().get("price"))

    @paid.setter
    def paid(self, _: bool) -> None:
        raise AttributeError("the easel decides")

    def estimate(self, order: PaintOrder) -> float:
        """The price on the easel."""
        return float(self.easel.wished().get("price", 0.0))

    def size(
        self, aspect: str, width: int | None, height: int | None, quality: Quality = "standard"
    ) -> tuple[int, int]:
        """Small pictures of every shape."""
        across, down = (int(part) for part in (aspect or "16:9").split(":"))
        return 320, round(320 * down / across)

    async def paint(self, order: PaintOrder, progress: Progress) -> Painted:
        """Paint slowly, fail, or paint."""
        wish = self.easel.wished()
        told = {"prompt": order.prompt.text, "operation": order.operation}
        self.easel.note(state="began", **told)
        try:
            for step in range(_STEPS if wish.get("seconds") else 0):
                progress("paint", step / _STEPS, None)
                await asyncio.sleep(wish["seconds"] / _STEPS)
        except asyncio.CancelledError:
            self.easel.note(state="stopped", **told)
            raise
        if "fail" in wish:
            self.easel.note(state="failed", **told)
            raise FAILURES[wish["fail"]]
        self.easel.note(state="painted", **told)
        self._count += 1
        return Painted(stripes(order, self._count), seed=order.seed, cost_usd=self.estimate(order))

    async def warm(self) -> None:
        """There is nothing to warm."""

    async def aclose(self) -> None:
        """There is nothing to close."""


def stripes(order: PaintOrder, turn: int) -> bytes:
    """Stripes of the palette at the order's size, another color on top at each turn; only inside a mask."""
    colors = [[int(color[i : i + 2], 16) for i in (1, 3, 5)] for color in order.brief.hexes()]
    rows = np.roll(np.array(colors, dtype=np.uint8), turn, axis=0)
    lines = rows[np.arange(order.height) * len(rows) // order.height]
    pixels = np.repeat(lines[:, None, :], order.width, axis=1)
    pixels[0, 0] = [order.seed % 256, order.seed // 256 % 256, order.variant]
    picture = Image.fromarray(pixels)
    if order.base and order.mask:
        base, mask = (Image.open(io.BytesIO(data)) for data in (order.base, order.mask))
        picture = Image.composite(picture.resize(base.size), base.convert("RGB"), mask.convert("L").resize(base.size))
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()


def main() -> None:
    """Serve until told to end."""
    from wanderhue.ui.studio.app import create_app
    from wanderhue.ui.web.serve import serve

    parser = argparse.ArgumentParser()
    parser.add_argument("command")
    for name in ("--host", "--port", "--data-dir"):
        parser.add_argument(name)
    parser.add_argument("--no-open", action="store_true")
    given = parser.parse_args()
    data = Path(given.data_dir)
    app = create_app(Settings.load(data_dir=data), painter=ToldPainter(Easel(data.parent)))
    serve(app, given.host, int(given.port))


if __name__ == "__main__":
    main()
