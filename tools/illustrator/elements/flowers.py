"""What grows low: flowers of several kinds, grass and reeds, rocks among them."""

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType

from wanderhue.tools.illustrator.elements.forms import bezier, rings, turned
from wanderhue.tools.illustrator.elements.sketch import INK, PAPER, SNOW, Drawer, Look, Sketch, fresh, shadow
from wanderhue.tools.illustrator.pen import Pen, Point, Tone, number, polygon_path, smooth_path

Bloom = Callable[[Pen, Point, float, Tone], None]

_STEM = Tone("green", 0.46)


def _tulip(pen: Pen, at: Point, r: float, tone: Tone) -> None:
    x, y = at
    cup = [(-0.62, -0.9), (-0.3, -0.55), (0.0, -1.05), (0.3, -0.55), (0.62, -0.9), (0.68, -0.2), (0.4, 0.4),
        (0.0, 0.56), (-0.4, 0.4), (-0.68, -0.2)]  # fmt: skip
    pen.polygon([(x + px * r, y + py * r) for px, py in cup], tone)
    shadow(pen, [(x + px * r, y + py * r) for px, py in ((0.1, -0.86), (0.3, -0.55), (0.62, -0.9), (0.68, -0.2),
        (0.4, 0.4), (0.05, 0.54))], strength=0.2)  # fmt: skip


def _daisy(pen: Pen, at: Point, r: float, tone: Tone) -> None:
    petals = [turned([(at[0] + x * r, at[1] + y * r) for x, y in ((0.2, -0.12), (0.75, -0.26), (1.0, 0.0),
        (0.75, 0.26), (0.2, 0.12))], 45 * i, at) for i in range(8)]  # fmt: skip
    pen.path("".join(smooth_path(p) for p in petals), tone)
    pen.circle(*at, r * 0.36, Tone("warm", 0.78) if tone.role != "warm" else Tone("earth", 0.45))


def _poppy(pen: Pen, at: Point, r: float, tone: Tone) -> None:
    x, y = at
    pen.path(rings([(x - 0.42 * r, y - 0.1 * r, 0.56 * r), (x + 0.42 * r, y - 0.1 * r, 0.56 * r),
        (x, y - 0.42 * r, 0.56 * r), (x, y + 0.22 * r, 0.5 * r)]), tone)  # fmt: skip
    pen.path(rings([(x + 0.2 * r, y + 0.22 * r, 0.42 * r)]), INK, opacity=0.16)
    pen.circle(x, y - 0.04 * r, r * 0.26, Tone("ink", 0.32) if tone.role != "warm" else Tone("accent", 0.6))


def _spike(pen: Pen, at: Point, r: float, tone: Tone) -> None:
    x, y = at
    buds = []
    for i in range(6):
        k = 1 - i / 8
        buds += [
            (x - 0.28 * r * k, y + (1.1 - i * 0.42) * r, 0.3 * r * k),
            (x + 0.28 * r * k, y + (1.0 - i * 0.42) * r, 0.3 * r * k),
        ]
    pen.path(rings(buds), tone)
    pen.path(rings([(bx - 0.08 * r, by - 0.1 * r, br * 0.45) for bx, by, br in buds[::2]]), PAPER, opacity=0.35)


_BLOOMS: tuple[tuple[Bloom, tuple[Tone, ...]], ...] = ((_tulip, (Tone("accent"), Tone("warm"), Tone("pink"),
    Tone("paper", 0.95))), (_daisy, (Tone("paper", 0.97), Tone("warm"), Tone("pink", 0.84))), (_poppy,
    (Tone("accent"), Tone("pink"), Tone("warm", 0.82))), (_spike, (Tone("purple"), Tone("purple", 0.66),
    Tone("accent2", 0.6))))  # fmt: skip


def flowers(look: Look) -> Sketch:
    """A clump of one or two kinds of flowers on stems with leaves; a bouquet when held."""
    rng, pen = look.rng, fresh(look)
    first, second = rng.sample(_BLOOMS, 2)
    main = look.main(*first[1])
    held = look.pose == "held"
    heads: list[tuple[float, float, bool]] = []
    n = 7
    for i in range(n):
        t = i / (n - 1) * 2 - 1
        x = t * (0.36 if held else 0.62) + rng.uniform(-0.06, 0.06)
        heads.append((x, -0.9 + 0.22 * abs(t) + rng.uniform(-0.06, 0.12), i % 3 == 1))
    for x, y, _ in heads:
        foot = 0.0 if held else x * 0.45
        pen.stroke(
            f"M{number(foot)} 0C{number(foot)} {number(y * 0.4)} {number(x)} {number(y * 0.5)} {number(x)} {number(y)}",
            _STEM, 0.032)  # fmt: skip
    for x, side in ((-0.2, -1), (0.16, 1), (0.0, 1), (-0.05, -1)):
        leaf = [(x, 0.0), (x + side * 0.1, -0.2), (x + side * 0.26, -0.42), (x + side * 0.2, -0.16)]
        pen.smooth(leaf, Tone("green", 0.5 if side < 0 else 0.4))
    for x, y, other in sorted(heads, key=lambda head: head[1]):
        bloom, tones = second if other else first
        tone = main if not other or look.color is not None else rng.choice(tones)
        bloom(pen, (x, y), 0.155, tone)
    if held:
        pen.polygon([(-0.24, -0.46), (0.24, -0.46), (0.04, 0.0), (-0.04, 0.0)], Tone("paper", 0.92))
        shadow(pen, [(0.04, -0.46), (0.24, -0.46), (0.04, 0.0), (0.0, 0.0)])
    return Sketch(pen, {"back": (0.0, -0.8), "grip": (0.0, -0.16)})


def grass(look: Look) -> Sketch:
    """A tuft of blades; reeds with feathery heads by seed, and in autumn always."""
    rng, pen = look.rng, fresh(look)
    reeds = rng.random() < 0.45 or look.season == "autumn"
    tone = (look.main(Tone("green", 0.44), Tone("green", 0.5)) if not reeds
        else look.main(Tone("warm", 0.66), Tone("green", 0.5)))  # fmt: skip
    blades: list[list[Point]] = []
    for i in range(17):
        t = i / 16 * 2 - 1
        x, height = (
            t * 0.5 + rng.uniform(-0.04, 0.04),
            rng.uniform(0.5, 1.0) * (1 - 0.35 * abs(t)) * (0.7 if reeds else 1.0),
        )
        lean = t * 0.36 + rng.uniform(-0.14, 0.14)
        blades.append([(x - 0.03, 0.0), (x + lean * 0.35 - 0.012, -height * 0.55), (x + lean, -height),
            (x + lean * 0.35 + 0.028, -height * 0.5), (x + 0.03, 0.0)])  # fmt: skip
    for part, veil in ((blades[::2], 0.0), (blades[1::2], 0.2)):
        data = "".join(_blade(blade) for blade in part)
        pen.path(data, tone)
        if veil:
            pen.path(data, INK, opacity=veil)
    if reeds:
        for i in range(5):
            x, bend = -0.3 + 0.15 * i, rng.uniform(0.06, 0.22) * rng.choice((-1, 1))
            top = -rng.uniform(0.78, 1.0)
            tip = (x + bend, top)
            pen.stroke(bezier((x, 0.0), ((x, top * 0.4), (x + bend * 0.4, top * 0.8), tip)), tone, 0.02)
            plume = [(x + bend * 1.25, top - 0.02), (x + bend * 0.8 + 0.055, top + 0.12),
                (x + bend * 0.45 + 0.02, top + 0.34), (x + bend * 0.5 - 0.05, top + 0.16)]  # fmt: skip
            pen.smooth(plume, Tone("paper", 0.9))
    if look.snowy:
        pen.ellipse(0.0, 0.0, 0.5, 0.06, SNOW)
    return Sketch(pen, {"back": (0.0, -0.4), "grip": (0.0, -0.1)})


def _blade(points: list[Point]) -> str:
    (a, b, c, d, e) = points
    n = number
    return (
        f"M{n(a[0])} {n(a[1])}C{n(a[0])} {n(a[1])} {n(b[0])} {n(b[1])} {n(c[0])} {n(c[1])}"
        f"C{n(c[0])} {n(c[1])} {n(d[0])} {n(d[1])} {n(e[0])} {n(e[1])}Z"
    )


def rocks(look: Look) -> Sketch:
    """A group of three faceted boulders."""
    rng, pen = look.rng, fresh(look)
    tone = look.main(Tone("stone", 0.62), Tone("stone", 0.55), Tone("earth", 0.52))
    for x, y, w, h in ((0.42, 0.0, 0.5, 0.66), (-0.2, 0.0, 0.66, 1.0), (0.16, 0.03, 0.4, 0.4),
        (-0.66, 0.02, 0.32, 0.34)):  # fmt: skip
        j = [rng.uniform(-0.05, 0.05) for _ in range(6)]
        outline = [(x - w, y), (x - w * (0.92 + j[0]), y - h * 0.42), (x - w * (0.5 + j[1]), y - h * (0.86 + j[2])),
            (x + w * (0.05 + j[3]), y - h), (x + w * (0.6 + j[4]), y - h * 0.74),
            (x + w * (0.95 + j[5]), y - h * 0.3), (x + w, y)]  # fmt: skip
        pen.path(polygon_path(outline), tone, shade="bottom")
        ridge = (x + w * (0.1 + j[1]), y - h * 0.55)
        shadow(pen, [outline[3], outline[4], outline[5], outline[6], (x + w * 0.3, y), ridge], strength=0.24)
        pen.polygon([outline[1], outline[2], outline[3], ridge, (x - w * 0.4, y - h * 0.42)], PAPER, opacity=0.2)
        if look.snowy:
            pen.polygon([outline[1], outline[2], outline[3], outline[4], ridge, (x - w * 0.3, y - h * 0.68)], SNOW)
    if not look.snowy:
        for x in (-0.9, 0.02, 0.86):
            tuft = [math.radians(a) for a in (-120, -95, -70, -50)]
            pen.stroke("".join(f"M{x} 0.02L{number(x + math.cos(a) * 0.14)} {number(math.sin(a) * 0.16)}"
                for a in tuft), _STEM, 0.025)  # fmt: skip
    return Sketch(pen, {"back": (-0.16, -0.95)})


DRAWERS: Mapping[str, Drawer] = MappingProxyType({"flowers": flowers, "grass": grass, "rocks": rocks})
