"""Lights of the sky: sun, moon, star, rainbow, fireworks."""

import math
from collections.abc import Mapping
from types import MappingProxyType

from wanderhue.tools.illustrator.elements.forms import arc, rings, strokes
from wanderhue.tools.illustrator.elements.sketch import Drawer, Look, Sketch, fresh
from wanderhue.tools.illustrator.pen import Pen, Point, Tone, number


def sun(look: Look) -> Sketch:
    """A plain disc in three soft rings."""
    pen = fresh(look)
    tone = look.main(Tone("warm", 0.86), Tone("warm", 0.9))
    for r in (0.5, 0.44, 0.385):
        pen.circle(0.0, -0.5, r, tone, opacity=0.2, glow=True)
    pen.circle(0.0, -0.5, 0.33, tone, glow=True)
    return Sketch(pen, {"back": (0.0, -0.8)})


def moon(look: Look) -> Sketch:
    """A full moon with seas, or a crescent; a crescent when somebody sits in it."""
    rng, pen = look.rng, fresh(look)
    tone = look.main(Tone("paper", 0.95), Tone("warm", 0.93))
    crescent = rng.random() < 0.35 or look.ridden
    pen.circle(0.0, -0.5, 0.5, tone, opacity=0.1, glow=True)
    pen.circle(0.0, -0.5, 0.44, tone, opacity=0.13, glow=True)
    if crescent:
        pen.path("M-0.1 -0.88A0.39 0.39 0 1 0 0.36 -0.34A0.33 0.33 0 0 1 -0.1 -0.88Z", tone, glow=True)
        pen.path("M-0.1 -0.88A0.39 0.39 0 1 0 0.36 -0.34A0.36 0.37 0 0 1 -0.1 -0.88Z", Tone("warm", 0.8),
            opacity=0.35, glow=True)  # fmt: skip
        return Sketch(pen, {"back": (-0.04, -0.3)})
    pen.circle(0.0, -0.5, 0.39, tone, glow=True)
    seas = [(-0.14, -0.6, 0.09), (0.1, -0.42, 0.115), (-0.12, -0.34, 0.06), (0.16, -0.66, 0.055), (0.24, -0.54, 0.03),
        (-0.25, -0.46, 0.035)]  # fmt: skip
    pen.path(rings(seas), Tone("warm", 0.82), opacity=0.5, glow=True)
    return Sketch(pen, {"back": (0.0, -0.86)})


def star(look: Look) -> Sketch:
    """One sparkling star with a glow and two small companions."""
    pen = fresh(look)
    tone = look.main(Tone("paper", 0.97), Tone("warm", 0.9))
    pen.circle(0.0, -0.5, 0.3, tone, opacity=0.14, glow=True)
    for x, y, r in ((0.0, -0.5, 0.5), (0.42, -0.86, 0.13), (-0.4, -0.16, 0.1)):
        pen.path(_sparkle(x, y, r), tone, glow=True)
    return Sketch(pen, {"back": (0.0, -0.7)})


def _sparkle(x: float, y: float, r: float) -> str:
    n, k = number, r * 0.13
    return (f"M{n(x)} {n(y - r)}C{n(x + k * 0.5)} {n(y - k)} {n(x + k)} {n(y - k * 0.5)} {n(x + r * 0.72)} {n(y)}"
        f"C{n(x + k)} {n(y + k * 0.5)} {n(x + k * 0.5)} {n(y + k)} {n(x)} {n(y + r)}"
        f"C{n(x - k * 0.5)} {n(y + k)} {n(x - k)} {n(y + k * 0.5)} {n(x - r * 0.72)} {n(y)}"
        f"C{n(x - k)} {n(y - k * 0.5)} {n(x - k * 0.5)} {n(y - k)} {n(x)} {n(y - r)}Z")  # fmt: skip


def rainbow(look: Look) -> Sketch:
    """Six bands in the palette's hues; the outermost takes a wished color."""
    pen = fresh(look)
    bands = (look.main(Tone("accent", 0.68)), Tone("warm", 0.76), Tone("warm", 0.88), Tone("green", 0.7),
        Tone("sky", 0.68), Tone("purple", 0.62))  # fmt: skip
    thick = 0.075
    for i, tone in enumerate(bands):
        outer, inner = 1.0 - i * thick, 1.0 - (i + 1) * thick
        ring = [*arc(0, 0, outer, outer, 180, 360, steps=40), *arc(0, 0, inner, inner, 360, 180, steps=40)]
        pen.polygon(ring, tone, opacity=0.8)
    return Sketch(pen, {"back": (0.0, -1.0)})


def fireworks(look: Look) -> Sketch:
    """Three bursts of different size, each of rays that end in sparks."""
    rng, pen = look.rng, fresh(look)
    first = look.main(Tone("warm", 0.84), Tone("accent", 0.68))
    bursts = ((0.0, -0.66, 0.34, first), (-0.42, -0.4, 0.2, Tone("pink", 0.78)), (0.44, -0.36, 0.22, Tone("sky", 0.8)))
    for x, y, r, tone in bursts:
        _burst(pen, (x, y), r * rng.uniform(0.95, 1.05), tone, rng.uniform(0, 20))
    for x, y in ((0.0, -0.66), (0.44, -0.36)):
        pen.stroke(
            f"M{x} {y + 0.08}C{x - 0.02} {y + 0.2} {x - 0.03} {y + 0.28} {x - 0.03} {number(min(0.0, y + 0.4))}",
            Tone("warm", 0.84), 0.006, opacity=0.6)  # fmt: skip
    return Sketch(pen, {"back": (0.0, -0.66)})


def _burst(pen: Pen, at: Point, r: float, tone: Tone, offset: float) -> None:
    pen.circle(*at, r * 0.5, tone, opacity=0.14, glow=True)
    for count, inner, outer, size in ((16, 0.3, 0.98, 0.03), (12, 0.16, 0.6, 0.026)):
        turns = [math.radians(offset + 360 * i / count + (11 if count == 12 else 0)) for i in range(count)]
        tips = [(at[0] + math.cos(a) * r * outer, at[1] + math.sin(a) * r * outer + r * 0.05) for a in turns]
        rays: list[list[Point]] = []
        for a, tip in zip(turns, tips, strict=True):
            foot = (at[0] + math.cos(a) * r * inner, at[1] + math.sin(a) * r * inner)
            side = (math.cos(a + math.pi / 2) * r * 0.016, math.sin(a + math.pi / 2) * r * 0.016)
            rays.append([foot, (tip[0] + side[0], tip[1] + side[1]), (tip[0] - side[0], tip[1] - side[1]), foot])
        pen.path(strokes(rays), tone, glow=True)
        pen.path(rings([(x, y, r * size) for x, y in tips]), tone if count == 16 else Tone("paper", 0.97), glow=True)


DRAWERS: Mapping[str, Drawer] = MappingProxyType(
    {"sun": sun, "moon": moon, "star": star, "rainbow": rainbow, "fireworks": fireworks}
)
