"""Round-crowned trees: broad-leaf, cherry, maple. Crowns follow the season; snow lies on what can bear it.

A crown is the same cluster of circles three times: dark, the tree's own tone moved toward the light, and smaller
ones lit; then leaves or blossoms as dots.
"""

import math
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from wanderhue.tools.illustrator.elements.forms import rings
from wanderhue.tools.illustrator.elements.sketch import INK, PAPER, SNOW, SNOW_SHADE, Drawer, Look, Sketch, fresh
from wanderhue.tools.illustrator.pen import Pen, Tone

Blob = tuple[float, float, float]
"""Middle and radius of one circle of a crown."""

_BARK = Tone("earth", 0.36)


def _crown(look: Look, spread: float = 0.3, rise: float = 0.24, n: int = 10) -> list[Blob]:
    """n circles around (0, -0.66): a ring with a filled middle, each a little off by seed."""
    rng = look.rng
    blobs: list[Blob] = [(0.0, -0.68, 0.2), (rng.uniform(-0.05, 0.05), -0.62, 0.2)]
    for i in range(n - 2):
        angle = 2 * math.pi * i / (n - 2) + rng.uniform(-0.2, 0.2)
        r = rng.uniform(0.11, 0.155)
        x, y = math.cos(angle) * (spread - 0.1) * 1.12, -0.655 + math.sin(angle) * (rise - 0.06)
        blobs.append((x, y, r))
    return blobs


def _leafage(pen: Pen, blobs: Sequence[Blob], tone: Tone, *, snowy: bool = False) -> None:
    for x, y, r in blobs:
        pen.circle(x + 0.008, y + 0.012, r, tone)
    pen.path(rings([(x + 0.008, y + 0.012, r) for x, y, r in blobs]), INK, opacity=0.3)
    for x, y, r in blobs:
        pen.circle(x - 0.014, y - 0.026, r * 0.88, tone, shade="none")
    if snowy:
        cap = [(x - 0.016, y - 0.026 - r * 0.3, r * 0.58) for x, y, r in blobs]
        pen.path(rings([(x + 0.008, y + 0.012, r) for x, y, r in cap]), SNOW_SHADE)
        pen.path(rings([(x - 0.006, y - 0.012, r * 0.92) for x, y, r in cap]), SNOW)
    else:
        pen.path(rings([(x - 0.055, y - 0.07, r * 0.55) for x, y, r in blobs]), PAPER, opacity=0.2)


def _trunk(pen: Pen, look: Look, width: float = 0.05, *, lean: float = 0.0) -> None:
    w = width
    pen.path(f"M{-w * 1.5} 0C{-w} -0.05 {-w * 0.8} -0.2 {-w * 0.7 + lean} -0.5L{w * 0.6 + lean} -0.5"
        f"C{w * 0.7} -0.2 {w} -0.05 {w * 1.5} 0Z", _BARK, shade="right")  # fmt: skip
    for side, y, reach in ((-1, -0.34, 0.15), (1, -0.4, 0.15)):
        pen.line([(lean * 0.7, y), (side * reach + lean, y - 0.17)], _BARK, w * 0.62)
    pen.path(f"M{w * 0.3} 0C{w * 0.4} -0.2 {w * 0.2 + lean} -0.3 {w * 0.15 + lean} -0.5"
        f"L{w * 0.6 + lean} -0.5C{w * 0.7} -0.2 {w} -0.05 {w * 1.5} 0Z",
             INK, opacity=0.22)  # fmt: skip
    if look.snowy:
        pen.ellipse(0, 0.004, w * 2.6, 0.014, SNOW)


def _dots(
    pen: Pen, look: Look, blobs: Sequence[Blob], tone: Tone, n: int, size: float, *, opacity: float = 1.0
) -> None:
    rng = look.rng
    spots: list[Blob] = []
    for _ in range(n):
        x, y, r = rng.choice(blobs)
        a, d = rng.uniform(0, 2 * math.pi), r * math.sqrt(rng.uniform(0, 0.95))
        spots.append((x + d * math.cos(a) - 0.01, y + d * math.sin(a) - 0.02, size * rng.uniform(0.7, 1.35)))
    pen.path(rings(spots), tone, opacity=opacity)


def _bare(pen: Pen, look: Look) -> None:
    """A winter crown: forked branches, with snow along them where it lies."""
    rng = look.rng
    for i in range(7):
        angle = math.radians(-160 + 140 * i / 6 + rng.uniform(-6, 6))
        x0, y0 = 0.0, -0.42 - 0.05 * (i % 3)
        length = rng.uniform(0.34, 0.44)
        x1, y1 = x0 + math.cos(angle) * length * 0.8, y0 + math.sin(angle) * length
        xm, ym = (x0 + x1) / 2 + rng.uniform(-0.02, 0.02), (y0 + y1) / 2 + 0.03
        pen.stroke(f"M{x0} {y0:.4f}C{xm:.4f} {ym:.4f} {xm:.4f} {ym:.4f} {x1:.4f} {y1:.4f}", _BARK, 0.024)
        for turn in (-0.5, 0.45):
            bx, by = xm + math.cos(angle + turn) * 0.16, ym + math.sin(angle + turn) * 0.16
            pen.line([(xm, ym), (bx, by)], _BARK, 0.013)
            if look.snowy:
                pen.line([(xm, ym - 0.011), (bx, by - 0.011)], SNOW, 0.011)


def _round_tree(look: Look, tone: Tone, dots: Tone | None, *, n: int = 24, size: float = 0.011) -> Sketch:
    pen = fresh(look)
    _trunk(pen, look)
    blobs = _crown(look)
    _leafage(pen, blobs, tone, snowy=look.snowy)
    if dots is not None:
        _dots(pen, look, blobs, dots, n, size)
    return Sketch(pen, {"back": (0.0, -0.9)})


def tree(look: Look) -> Sketch:
    """A broad-leaf tree; bare in winter unless a color is wished."""
    greens = (Tone("green", 0.5), Tone("green", 0.45), Tone("green", 0.55))
    if look.season == "autumn":
        greens = (Tone("warm", 0.68), Tone("accent", 0.6), Tone("earth", 0.55))
    if look.season == "spring":
        greens = (Tone("green", 0.62), Tone("green", 0.66), Tone("green", 0.58))
    tone = look.main(*greens)
    if look.season == "winter" and look.color is None:
        pen = fresh(look)
        _trunk(pen, look, 0.045)
        _bare(pen, look)
        return Sketch(pen, {"back": (0.0, -0.8)})
    return _round_tree(look, tone, PAPER if look.season == "spring" else None, n=16)


def cherry(look: Look) -> Sketch:
    """A cherry tree in blossom (spring, or no season said); green, rusty or bare at other times."""
    if look.season in ("summer", "autumn", "winter"):
        return tree(look)
    tone = look.main(Tone("pink"), Tone("pink", 0.78))
    sketch = _round_tree(look, tone, PAPER, n=46, size=0.0105)
    _dots(sketch.pen, look, _crown(look), Tone("accent", 0.62), 12, 0.008, opacity=0.7)
    for _ in range(5):
        x, y = look.rng.uniform(-0.32, 0.32), look.rng.uniform(-0.34, -0.03)
        sketch.pen.ellipse(x, y, 0.011, 0.008, tone)
    return sketch


def maple(look: Look) -> Sketch:
    """A maple or ginkgo in its autumn dress; green in spring and summer."""
    if look.season in ("spring", "summer", "winter"):
        return tree(look)
    tone = look.main(Tone("accent", 0.56), Tone("accent"), Tone("warm"), Tone("accent", 0.5))
    sketch = _round_tree(look, tone, Tone("warm", 0.82), n=30)
    for _ in range(7):
        sketch.pen.ellipse(look.rng.uniform(-0.3, 0.3), look.rng.uniform(-0.02, 0.01), 0.014, 0.006, tone)
    return sketch


DRAWERS: Mapping[str, Drawer] = MappingProxyType({"tree": tree, "cherry": cherry, "maple": maple})
