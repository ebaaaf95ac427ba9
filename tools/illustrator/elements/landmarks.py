"""Landmarks of the west: the Eiffel Tower, a triumphal arch, a mast tower, a windmill."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

from wanderhue.tools.illustrator.elements.forms import boxes, doorway, mirrored, rings, rounded, strokes, turned
from wanderhue.tools.illustrator.elements.sketch import (
    INK,
    LIGHT,
    PAPER,
    SNOW,
    Drawer,
    Look,
    Sketch,
    fresh,
    gleam,
    shadow,
)
from wanderhue.tools.illustrator.pen import Pen, Point, Tone, polygon_path

_OUTER = ((0.0, 0.215), (0.06, 0.185), (0.12, 0.15), (0.176, 0.12), (0.26, 0.088), (0.355, 0.066), (0.5, 0.042),
    (0.68, 0.025), (0.855, 0.014))  # fmt: skip
_INNER = ((0.0, 0.122), (0.06, 0.1), (0.12, 0.078), (0.176, 0.06), (0.26, 0.04), (0.355, 0.024), (0.5, 0.0))


def _at(table: Sequence[Point], up: float) -> float:
    for (a, b), (c, d) in pairwise(table):
        if up <= c:
            return b + (d - b) * (up - a) / (c - a)
    return table[-1][1]


def eiffel_tower(look: Look) -> Sketch:
    """The Eiffel Tower: splayed legs, the great arch, three platforms, lattice; it sparkles at night."""
    pen = fresh(look)
    iron = look.main(Tone("ink", 0.38))
    ups = [0.0, 0.06, 0.12, 0.176, 0.26, 0.355]
    for s in (-1, 1):
        leg = [(s * _at(_OUTER, u), -u) for u in ups] + [(s * _at(_INNER, u), -u) for u in reversed(ups)]
        pen.polygon(leg, iron)
        if s > 0:
            shadow(pen, leg, strength=0.2)
        pen.polygon([(s * 0.235, 0.0), (s * 0.232, -0.022), (s * 0.105, -0.022), (s * 0.102, 0.0)], Tone("stone", 0.62))
    high = [0.355, 0.42, 0.5, 0.6, 0.72, 0.855]
    pen.polygon(mirrored([(_at(_OUTER, u), -u) for u in reversed(high)]), iron)
    shadow(pen, [(0.0, -0.855), *((_at(_OUTER, u), -u) for u in reversed(high)), (0.0, -0.355)], strength=0.2)
    pen.polygon([(0.0, -0.36), (0.02, -0.356), (0.0, -0.49), (-0.02, -0.356)], Tone("sky", 0.8), opacity=0.75)
    _lattice(pen)
    pen.stroke("M-0.118 -0.03C-0.1 -0.185 0.1 -0.185 0.118 -0.03", iron, 0.017)
    pen.stroke("M-0.1 -0.06C-0.075 -0.165 0.075 -0.165 0.1 -0.06", iron, 0.006)
    for up, half, thick in ((0.166, 0.137, 0.02), (0.348, 0.078, 0.016), (0.85, 0.022, 0.014)):
        pen.rect(-half, -up - thick, 2 * half, thick, iron)
        pen.rect(-half * 1.05, -up - thick - 0.004, 2.1 * half, 0.006, iron)
        gleam(pen, [(-half, -up - thick), (half, -up - thick), (half, -up - thick * 0.55),
            (-half, -up - thick * 0.55)], strength=0.25)  # fmt: skip
        shadow(pen, [(half * 0.2, -up - thick), (half, -up - thick), (half, -up), (half * 0.2, -up)], strength=0.25)
    pen.polygon(
        [(-0.015, -0.862), (0.015, -0.862), (0.011, -0.9), (0.006, -0.915), (-0.006, -0.915), (-0.011, -0.9)], iron
    )
    pen.line([(0.0, -0.91), (0.0, -0.998)], iron, 0.005)
    if look.night:
        spots = [(look.rng.choice((-1, 1)) * _at(_OUTER, u) * look.rng.uniform(0.62, 0.95), -u, 0.004) for u in
                 (look.rng.uniform(0.02, 0.84) for _ in range(46))]  # fmt: skip
        pen.path(rings(spots), LIGHT, glow=True)
        pen.circle(0.0, -0.91, 0.012, LIGHT, glow=True)
    return Sketch(pen, {"back": (0.0, -0.92)})


def _lattice(pen: Pen) -> None:
    """Crossed bracing, lighter than the iron, in legs and shaft."""
    lines: list[Sequence[Point]] = []
    cuts = (0.02, 0.07, 0.12, 0.16, 0.2, 0.245, 0.29, 0.335)
    for a, b in pairwise(cuts):
        for s in (-1, 1):
            lo, li = s * _at(_OUTER, a) * 0.97, s * _at(_INNER, a) * 1.04
            ho, hi = s * _at(_OUTER, b) * 0.97, s * _at(_INNER, b) * 1.04
            lines += [[(lo, -a), (hi, -b)], [(li, -a), (ho, -b)], [(ho, -b), (hi, -b)]]
    up = 0.375
    while up < 0.82:
        step = _at(_OUTER, up) * 1.1 + 0.008
        lo, hi = _at(_OUTER, up) * 0.85, _at(_OUTER, up + step) * 0.85
        lines += [[(-lo, -up), (hi, -up - step)], [(lo, -up), (-hi, -up - step)]]
        up += step
    pen.stroke(strokes(lines), PAPER, 0.0042, opacity=0.42)


def arch(look: Look) -> Sketch:
    """A triumphal arch: a broad vault, reliefs, cornices and attic, its right side in shade."""
    pen = fresh(look)
    stone = look.main(Tone("stone", 0.82), Tone("paper", 0.88))
    near, far = doorway(0.0, 0.0, 0.34, 0.62), doorway(-0.022, 0.0, 0.24, 0.56)
    block = polygon_path([(-0.46, -0.94), (0.46, -0.94), (0.46, 0.0), (-0.46, 0.0)])
    pen.path(block + polygon_path(far), stone, even_odd=True)
    pen.path(polygon_path(near) + polygon_path(far), INK, opacity=0.42, even_odd=True)
    if look.night:
        pen.path(polygon_path(near) + polygon_path(far), LIGHT, opacity=0.6, even_odd=True, glow=True)
    pen.line(doorway(0.0, 0.0, 0.37, 0.635), PAPER, 0.012, opacity=0.4)
    for s in (-1, 1):
        x = s * 0.315
        pen.rect(x - 0.105, -0.06, 0.21, 0.06, INK, opacity=0.12)
        pen.rect(x - 0.08, -0.4, 0.16, 0.32, INK, opacity=0.12)
        bodies = ((x - 0.045, 0.19), (x, 0.25), (x + 0.045, 0.17))
        pen.path("".join(rounded(bx - 0.024, -0.08 - h, 0.048, h, 0.02) for bx, h in bodies), PAPER, opacity=0.42)
        pen.path(rings([(bx, -0.1 - h, 0.019) for bx, h in bodies]), PAPER, opacity=0.42)
        pen.rect(x - 0.085, -0.62, 0.17, 0.12, INK, opacity=0.12)
        pen.rect(x - 0.07, -0.605, 0.14, 0.09, PAPER, opacity=0.25)
    shadow(pen, [(0.2, -0.94), (0.46, -0.94), (0.46, 0.0), (0.2, 0.0)], strength=0.12)
    for y, half, thick in ((-0.72, 0.5, 0.045), (-0.94, 0.5, 0.05)):
        pen.rect(-half, y - thick, 2 * half, thick, stone)
        gleam(pen, [(-half, y - thick), (half, y - thick), (half, y - thick * 0.55), (-half, y - thick * 0.55)],
            strength=0.5)  # fmt: skip
        pen.rect(-0.46, y, 0.92, 0.02, INK, opacity=0.22)
    pen.path(boxes([(-0.425 + i * 0.125, -0.875) for i in range(7)], 0.085, 0.1), INK, opacity=0.13)
    pen.path(boxes([(-0.45 + i * 0.06, -0.695) for i in range(16)], 0.03, 0.02), INK, opacity=0.2)
    pen.rect(-0.44, -1.0, 0.88, 0.02, stone)
    if look.snowy:
        pen.path(boxes([(-0.5, -1.015)], 1.0, 0.03), SNOW)
    return Sketch(pen, {"back": (0.0, -0.99)})


def tower(look: Look) -> Sketch:
    """A mast tower on a slender shaft: round decks, a banded antenna, a low pavilion at its foot."""
    pen = fresh(look)
    main = look.main(Tone("accent"), Tone("accent2"))
    white = Tone("paper", 0.94)
    tone, glow = look.window(Tone("water", 0.42))
    pen.polygon([(-0.15, 0.0), (0.15, 0.0), (0.13, -0.06), (-0.13, -0.06)], Tone("stone", 0.7), shade="right")
    pen.path(boxes([(-0.115 + i * 0.03, -0.045) for i in range(8)], 0.02, 0.028), tone, glow=glow)
    pen.polygon([(-0.042, -0.06), (0.042, -0.06), (0.025, -0.46), (-0.025, -0.46)], white)
    shadow(pen, [(0.006, -0.06), (0.042, -0.06), (0.025, -0.46), (0.004, -0.46)], strength=0.2)
    for y in (-0.18, -0.3):
        pen.line([(-0.036, y), (0.036, y)], Tone("stone", 0.66), 0.005)
    decks = ((-0.43, 0.05, 0.085, 0.035), (-0.465, 0.085, 0.085, 0.035), (-0.5, 0.085, 0.062, 0.045),
        (-0.545, 0.05, 0.05, 0.04))  # fmt: skip
    for i, (y, low, high, thick) in enumerate(decks):
        body = [(-low, y), (low, y), (high, y - thick), (-high, y - thick)]
        pen.polygon(body, main if i in (1,) else white)
        shadow(pen, [(low * 0.2, y), (low, y), (high, y - thick), (high * 0.2, y - thick)], strength=0.22)
    pen.path(boxes([(-0.074 + i * 0.0168, -0.532) for i in range(9)], 0.0115, 0.017), tone, glow=glow)
    pen.path(boxes([(-0.04 + i * 0.0168, -0.572) for i in range(5)], 0.011, 0.014), tone, glow=glow)
    spans = ((-0.585, 0.02), (-0.66, 0.016), (-0.72, 0.014), (-0.78, 0.011), (-0.84, 0.009), (-0.9, 0.007),
        (-1.0, 0.002))  # fmt: skip
    for i, ((y0, w0), (y1, w1)) in enumerate(pairwise(spans)):
        pen.polygon([(-w0, y0), (w0, y0), (w1, y1), (-w1, y1)], main if i % 2 else white)
        shadow(pen, [(0.0, y0), (w0, y0), (w1, y1), (0.0, y1)], strength=0.2)
    pen.rect(-0.026, -0.665, 0.052, 0.012, Tone("ink", 0.4))
    if look.night:
        pen.circle(0.0, -0.998, 0.01, Tone("accent", 0.66), glow=True)
        gleam(pen, [(-0.042, -0.06), (0.042, -0.06), (0.025, -0.46), (-0.025, -0.46)], strength=0.2)
    return Sketch(pen, {"back": (0.0, -0.59)})


def windmill(look: Look) -> Sketch:
    """A tower mill with a gallery and four latticed sails, turned a little by seed."""
    rng, pen = look.rng, fresh(look)
    main = look.main(Tone("accent", 0.5), Tone("earth", 0.46), Tone("accent2", 0.45))
    body = [(-0.155, 0.0), (0.155, 0.0), (0.085, -0.56), (-0.085, -0.56)]
    pen.polygon(body, main)
    pen.polygon([(-0.155, 0.0), (-0.115, 0.0), (-0.063, -0.56), (-0.085, -0.56)], PAPER, opacity=0.16)
    shadow(pen, [(0.03, 0.0), (0.155, 0.0), (0.085, -0.56), (0.02, -0.56)], strength=0.18)
    shadow(pen, [(0.1, 0.0), (0.155, 0.0), (0.085, -0.56), (0.055, -0.56)], strength=0.14)
    tone, glow = look.window(Tone("ink", 0.3))
    for y in (-0.17, -0.34, -0.47):
        pen.polygon(doorway(0.0, y, 0.05, 0.075), Tone("paper", 0.94))
        pen.polygon(doorway(0.0, y - 0.005, 0.036, 0.062), tone, glow=glow)
    pen.polygon(doorway(0.0, 0.0, 0.09, 0.12), Tone("paper", 0.94))
    pen.polygon(doorway(0.0, 0.0, 0.07, 0.108), Tone("earth", 0.32))
    pen.rect(-0.2, -0.228, 0.4, 0.016, Tone("earth", 0.34))
    pen.stroke(strokes([[(-0.19 + i * 0.0475, -0.228), (-0.19 + i * 0.0475, -0.262)] for i in range(9)]
        + [[(-0.195, -0.262), (0.195, -0.262)]]), Tone("earth", 0.34), 0.007)  # fmt: skip
    pen.stroke("M-0.18 -0.214L-0.135 -0.15M0.18 -0.214L0.135 -0.15", Tone("earth", 0.34), 0.009)
    cap = "M-0.1 -0.55C-0.1 -0.64 -0.05 -0.685 0 -0.685C0.05 -0.685 0.1 -0.64 0.1 -0.55Z"
    pen.path(cap, SNOW if look.snowy else Tone("ink", 0.34))
    pen.path("M0.02 -0.55L0.03 -0.68C0.07 -0.67 0.1 -0.63 0.1 -0.55Z", INK, opacity=0.25)
    pen.rect(-0.105, -0.565, 0.21, 0.02, Tone("paper", 0.9))
    angle = rng.uniform(12, 40)
    for i in range(4):
        _sail(pen, (0.0, -0.61), angle + 90 * i)
    pen.circle(0.0, -0.61, 0.024, Tone("earth", 0.32))
    pen.circle(0.0, -0.61, 0.011, Tone("warm", 0.8))
    return Sketch(pen, {"back": (0.0, -0.68)})


def _sail(pen: Pen, hub: Point, angle: float) -> None:
    def turn(points: Sequence[Point]) -> list[Point]:
        return turned([(x + hub[0], y + hub[1]) for x, y in points], angle, hub)

    pen.polygon(turn([(0.004, -0.1), (0.075, -0.1), (0.075, -0.42), (0.004, -0.42)]), Tone("paper", 0.96))
    shadow(pen, turn([(0.05, -0.1), (0.075, -0.1), (0.075, -0.42), (0.05, -0.42)]), strength=0.16)
    rungs = [turn([(0.0, -0.1 - 0.04 * i), (0.075, -0.1 - 0.04 * i)]) for i in range(9)]
    pen.stroke(strokes([*rungs, turn([(0.04, -0.1), (0.04, -0.42)]), turn([(0.075, -0.1), (0.075, -0.42)])]),
        Tone("ink", 0.38), 0.0045)  # fmt: skip
    pen.line(turn([(0.0, 0.03), (0.0, -0.425)]), Tone("earth", 0.36), 0.012)


DRAWERS: Mapping[str, Drawer] = MappingProxyType(
    {"eiffel_tower": eiffel_tower, "arch": arch, "tower": tower, "windmill": windmill}
)
