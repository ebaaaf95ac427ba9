"""Trees with a shape of their own: pine, palm, cypress, bamboo."""

import math
from collections.abc import Mapping
from types import MappingProxyType

from wanderhue.tools.illustrator.elements.forms import limb, turned
from wanderhue.tools.illustrator.elements.sketch import SNOW, SNOW_SHADE, Drawer, Look, Sketch, fresh, gleam, shadow
from wanderhue.tools.illustrator.pen import Pen, Point, Tone

_BARK = Tone("earth", 0.34)


def pine(look: Look) -> Sketch:
    """A conifer of overlapping tiers, each with a toothed hem, lit on the left; snow on the shoulders."""
    rng, pen = look.rng, fresh(look)
    tone = look.main(Tone("green", 0.36), Tone("green", 0.40), Tone("green", 0.33))
    tiers = rng.choice((6, 7, 8))
    wide = rng.uniform(0.19, 0.24)
    pen.rect(-0.022, -0.12, 0.044, 0.12, _BARK, shade="right")
    for i in reversed(range(tiers)):
        top, foot = -1.0 + 0.82 * i / tiers, -1.0 + 0.9 * (i + 1.55) / (tiers + 0.55)
        half = wide * (i + 1.2) / (tiers + 0.2)
        hem = [(half - 2 * half * k / 8, foot + (0.0 if k % 2 else 0.03) - 0.02 * abs(k - 4) / 4) for k in range(9)]
        hem[0], hem[-1] = (half * rng.uniform(0.95, 1.08), foot), (-half * rng.uniform(0.95, 1.08), foot)
        pen.polygon(
            [(0.0, top), (half * 0.45, (top * 0.5 + foot * 0.5)), *hem, (-half * 0.45, (top * 0.5 + foot * 0.5))], tone
        )
        shadow(pen, [(0.0, top), (half * 0.45, (top * 0.5 + foot * 0.5)), *hem[:5]], strength=0.24)
        if look.snowy:
            _snow_tier(pen, top, foot, half)
        else:
            gleam(pen, [(0.0, top), (-half * 0.45, top * 0.5 + foot * 0.5), hem[-1], hem[-2],
                (-half * 0.3, top * 0.4 + foot * 0.6)], strength=0.09)  # fmt: skip
    return Sketch(pen, {"back": (0.0, -0.9)})


def _snow_tier(pen: Pen, top: float, foot: float, half: float) -> None:
    """Snow on the shoulders of a tier; the boughs stay green below it."""
    rise = foot - top
    for side, tone in ((-1, SNOW), (1, SNOW_SHADE)):
        spots = [(0.12, 0.30), (0.48, 0.52), (0.80, 0.84), (0.98, 0.99), (0.74, 0.93), (0.62, 0.84), (0.44, 0.84),
            (0.34, 0.7), (0.12, 0.66)]  # fmt: skip
        pen.polygon([(side * half * x, top + rise * y) for x, y in spots], tone)


def palm(look: Look) -> Sketch:
    """A coconut palm: a leaning, ringed trunk and a star of combed fronds."""
    rng, pen = look.rng, fresh(look)
    tone = look.main(Tone("green", 0.42), Tone("green", 0.46))
    lean = rng.choice((-1, 1)) * rng.uniform(0.05, 0.13)
    spine = [(0.0, 0.0), (lean * 0.12, -0.25), (lean * 0.45, -0.5), (lean, -0.74)]
    trunk = limb(spine, [0.085, 0.058, 0.047, 0.04])
    pen.smooth(trunk, Tone("earth", 0.46), shade="right")
    shadow(pen, limb([(x + 0.012, y) for x, y in spine], [0.04, 0.026, 0.022, 0.018]), smooth=True, strength=0.22)
    for i in range(9):
        t = 0.06 + i * 0.1
        x = lean * t * t * 1.02
        w = 0.036 - 0.018 * t
        pen.line([(x - w, -0.74 * t), (x + w * 0.9, -0.74 * t - 0.012)], Tone("earth", 0.33), 0.008)
    top = (lean, -0.745)
    fronds = [(-172, 0.30, 1), (-8, 0.30, 0), (155, 0.25, 1), (25, 0.25, 0), (-140, 0.31, 1), (-40, 0.31, 0),
        (-112, 0.25, 1), (-72, 0.25, 0)]  # fmt: skip
    for angle, length, left in fronds:
        _frond(pen, top, angle + rng.uniform(-7, 7), length, tone, left=bool(left), lit=angle < -20)
    for dx, dy in ((-0.022, 0.02), (0.02, 0.024), (0.0, 0.036)):
        pen.circle(top[0] + dx, top[1] + dy, 0.021, Tone("earth", 0.34), shade="ball")
    return Sketch(pen, {"back": (lean, -0.8)})


def _frond(pen: Pen, at: Point, angle: float, length: float, tone: Tone, *, left: bool, lit: bool) -> None:
    """A drooping leaf whose lower edge is combed into points."""
    sign = -1 if left else 1
    a = math.radians(angle)
    tip = (at[0] + math.cos(a) * length, at[1] + math.sin(a) * length * 0.85 + length * 0.42)
    bend = (at[0] + math.cos(a) * length * 0.55, at[1] + math.sin(a) * length * 0.75 - length * 0.08)
    rib = [_curve(at, bend, tip, i / 8) for i in range(9)]
    teeth: list[Point] = []
    for i in range(8, 0, -1):
        (x, y), (px, py) = rib[i], rib[i - 1]
        drop = length * (0.3 * math.sin(math.pi * min(0.95, i / 8.6)) + 0.02)
        teeth += [(x - sign * length * 0.03, y + drop), ((x + px) / 2, (y + py) / 2 + drop * 0.42)]
    upper = [(x, y - length * 0.035 * math.sin(math.pi * i / 8)) for i, (x, y) in enumerate(rib)]
    pen.polygon([*upper, *teeth], tone)
    if not lit:
        shadow(pen, [*upper, *teeth], strength=0.26)
    pen.line(rib, Tone("green", 0.66), length * 0.018, opacity=0.55)


def _curve(a: Point, b: Point, c: Point, t: float) -> Point:
    u = 1 - t
    return (u * u * a[0] + 2 * u * t * b[0] + t * t * c[0], u * u * a[1] + 2 * u * t * b[1] + t * t * c[1])


def cypress(look: Look) -> Sketch:
    """A flame-shaped cypress or poplar."""
    pen = fresh(look)
    tone = look.main(Tone("green", 0.37), Tone("green", 0.41))
    half = look.rng.uniform(0.10, 0.13)
    pen.rect(-0.016, -0.09, 0.032, 0.09, _BARK)
    pen.smooth([(0, -1.0), (half * 0.6, -0.72), (half, -0.38), (half * 0.75, -0.1), (0, -0.045), (-half * 0.75, -0.1),
                (-half, -0.38), (-half * 0.6, -0.72)], tone, shade="right")  # fmt: skip
    shadow(pen, [(0.003, -0.99), (half * 0.58, -0.72), (half * 0.98, -0.38), (half * 0.73, -0.1), (half * 0.2, -0.06),
                 (half * 0.5, -0.35), (half * 0.25, -0.7)], smooth=True, strength=0.28)  # fmt: skip
    for _ in range(9):
        t = look.rng.uniform(0.14, 0.8)
        x, y = -half * look.rng.uniform(0.0, 0.6) * math.sin(math.pi * min(0.9, t + 0.15)), -t
        pen.stroke(f"M{x:.4f} {y:.4f}"
            f"C{x - 0.004:.4f} {y - 0.03:.4f} {x:.4f} {y - 0.05:.4f} {x + 0.012:.4f} {y - 0.08:.4f}",
                   Tone("green", 0.58), 0.009, opacity=0.7)  # fmt: skip
    if look.snowy:
        pen.smooth(
            [(0, -1.0), (half * 0.4, -0.78), (half * 0.05, -0.8), (-half * 0.3, -0.6), (-half * 0.75, -0.56)], SNOW
        )
    return Sketch(pen, {"back": (0.0, -0.9)})


def bamboo(look: Look) -> Sketch:
    """A small stand of jointed canes with hanging leaves."""
    rng, pen = look.rng, fresh(look)
    tone = look.main(Tone("green", 0.56), Tone("green", 0.52))
    canes = [(-0.2, 0.86), (0.19, 0.8), (-0.09, 1.0), (0.08, 0.93), (0.0, 0.74)]
    for i, (x, height) in enumerate(canes):
        w, lean = 0.019, rng.uniform(-0.035, 0.035) + x * 0.15
        joints = 7
        for k in range(joints):
            a, b = k / joints, (k + 1) / joints - 0.012
            xa, xb = x + lean * a * a, x + lean * b * b
            pen.polygon([(xa - w, -height * a), (xb - w * 0.9, -height * b), (xb + w * 0.9, -height * b),
                (xa + w, -height * a)], tone)  # fmt: skip
            shadow(pen, [(xa + w * 0.2, -height * a), (xb + w * 0.2, -height * b), (xb + w * 0.9, -height * b),
                (xa + w, -height * a)], strength=0.25 + 0.1 * (i < 2))  # fmt: skip
        for k in range(3, joints):
            t = k / joints + rng.uniform(-0.04, 0.04)
            _leaves(pen, (x + lean * t * t, -height * t), rng.choice((-1, 1)), rng.uniform(0.1, 0.15))
    return Sketch(pen, {"back": (0.0, -0.8)})


def _leaves(pen: Pen, at: Point, side: int, length: float) -> None:
    for turn in (-28, 8, 42):
        leaf = [(0.0, 0.0), (length * 0.45, -length * 0.13), (length, 0.0), (length * 0.45, length * 0.09)]
        points = [(at[0] + side * x, at[1] + y) for x, y in turned(leaf, turn)]
        pen.smooth(points, Tone("green", 0.40 if turn > 0 else 0.47))


DRAWERS: Mapping[str, Drawer] = MappingProxyType({"pine": pine, "palm": palm, "cypress": cypress, "bamboo": bamboo})
