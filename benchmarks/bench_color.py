"""Times the palette score and the repair of a 1024 x 1024 picture: median and 95th percentile, in milliseconds.

python benchmarks/bench_color.py [rounds]
"""

import statistics
import sys
import time
from collections.abc import Callable

import numpy as np
from PIL import Image, ImageDraw

from wanderhue import Palette, recolor, score_palette

SIDE = 1024
PALETTES = (
    "#22223b #4a6d7c #c9a690 #c8402f #f2e9e4",
    "#264653 #2a9d8f #e9c46a #f4a261 #e76f51",
    "#2f2a4a #6d5ba6 #b9a7de #f2c14e #f7f0e0",
)


def picture(seed: int = 7) -> Image.Image:
    """A landscape with as many colors as a photo: sky, ridges, water, grain."""
    rng = np.random.default_rng(seed)
    ramp = np.linspace(0, 1, SIDE)[:, None, None]
    sky = np.array([70, 120, 200]) * (1 - ramp) + np.array([245, 200, 160]) * ramp
    image = Image.fromarray((sky * np.ones((1, SIDE, 1))).astype(np.uint8))
    draw = ImageDraw.Draw(image)
    for ridge in range(6):
        heights = 420 + ridge * 90 + np.cumsum(rng.normal(0, 4, SIDE))
        color = (40 + 20 * (5 - ridge), 70 + 12 * ridge, 60 + 15 * (5 - ridge))
        draw.polygon([(0, SIDE), *((x, float(y)) for x, y in enumerate(heights)), (SIDE, SIDE)], fill=color)
    grain = rng.normal(0, 9, (SIDE, SIDE, 3))
    return Image.fromarray(np.clip(np.asarray(image) + grain, 0, 255).astype(np.uint8))


def timed(act: Callable[[Palette], object], rounds: int) -> str:
    """Median and p95 of `rounds` calls after one to warm up."""
    palettes = [Palette.parse(text) for text in PALETTES]
    act(palettes[0])
    times = []
    for index in range(rounds):
        start = time.perf_counter()
        act(palettes[index % len(palettes)])
        times.append((time.perf_counter() - start) * 1000)
    p95 = sorted(times)[max(0, round(0.95 * len(times)) - 1)]
    return f"median {statistics.median(times):6.1f} ms   p95 {p95:6.1f} ms   ({rounds} rounds)"


def main() -> None:
    """Print one line for each figure."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    image = picture()
    print("score_palette 1024x1024  ", timed(lambda palette: score_palette(image, palette), rounds))
    print("recolor       1024x1024  ", timed(lambda palette: recolor(image, palette), rounds))


if __name__ == "__main__":
    main()
