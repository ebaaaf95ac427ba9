"""What flies: birds, butterflies, hot-air balloons, kites, airplanes, clouds. The ground line is its lowest point."""

import math
from collections.abc import Mapping
from types import MappingProxyType

from wanderhue.tools.illustrator.elements.forms import arc, polyline_of, rings, rounded
from wanderhue.tools.illustrator.elements.sketch import INK, PAPER, Drawer, Look, Sketch, fresh, shadow
from wanderhue.tools.illustrator.pen import Pen, Point, Tone, number, polygon_path, smooth_path

_PAIRS = ((Tone("accent"), Tone("paper", 0.95)), (Tone("warm"), Tone("accent")),
    (Tone("accent2"), Tone("paper", 0.95)), (Tone("purple"), Tone("warm")),
    (Tone("sky", 0.6), Tone("paper", 0.95)))  # fmt: skip


def bird(look: Look) -> Sketch:
    """A gull in flight: two bent wings, a body, dark tips."""
    rng, pen = look.rng, fresh(look)
    tone = look.main(Tone("paper", 0.95), Tone("paper", 0.95), Tone("ink", 0.36))
    up = rng.uniform(0.72, 1.0)
    far: list[Point] = [(0.12, -0.3), (0.5, -0.3 - 0.62 * up), (1.15, -0.28 - 0.55 * up), (0.62, -0.16 - 0.4 * up),
        (0.36, -0.16)]  # fmt: skip
    near: list[Point] = [(-0.12, -0.28), (-0.42, -0.28 - 0.68 * up), (-1.2, -0.22 - 0.6 * up),
        (-0.6, -0.12 - 0.38 * up), (-0.2, -0.08)]  # fmt: skip
    pen.smooth(far, tone)
    shadow(pen, far, smooth=True, strength=0.2)
    pen.polygon([(0.92, -0.28 - 0.57 * up), (1.2, -0.27 - 0.57 * up), (0.85, -0.2 - 0.5 * up)], Tone("ink", 0.4))
    pen.smooth(
        [(-0.62, -0.02), (-0.3, -0.24), (0.2, -0.38), (0.55, -0.4), (0.66, -0.28), (0.3, -0.12), (-0.1, -0.02)], tone
    )
    shadow(pen, [(-0.6, -0.02), (-0.2, -0.14), (0.3, -0.2), (0.6, -0.26), (0.3, -0.12), (-0.1, -0.02)], smooth=True,
        strength=0.16)  # fmt: skip
    pen.polygon([(0.62, -0.36), (0.83, -0.27), (0.62, -0.26)], Tone("warm", 0.74))
    pen.circle(0.52, -0.33, 0.03, INK)
    pen.smooth(near, tone)
    pen.polygon([(-0.95, -0.24 - 0.62 * up), (-1.26, -0.21 - 0.62 * up), (-0.86, -0.15 - 0.53 * up)], Tone("ink", 0.4))
    return Sketch(pen, {"back": (0.05, -0.36)})


def butterfly(look: Look) -> Sketch:
    """A butterfly with spotted wings."""
    pen = fresh(look)
    tone = look.main(Tone("warm"), Tone("accent"), Tone("purple"), Tone("pink"))
    for side, strength in ((1, 0.22), (-1, 0.0)):
        upper = [(side * 0.03, -0.52), (side * 0.25, -0.95), (side * 0.6, -0.98), (side * 0.58, -0.62),
            (side * 0.2, -0.45)]  # fmt: skip
        lower = [(side * 0.03, -0.48), (side * 0.35, -0.42), (side * 0.46, -0.18), (side * 0.26, -0.03),
            (side * 0.08, -0.2)]  # fmt: skip
        for wing in (lower, upper):
            pen.smooth(wing, tone)
            if strength:
                shadow(pen, wing, smooth=True, strength=strength * 0.7)
        pen.circle(side * 0.42, -0.8, 0.075, PAPER, opacity=0.85)
        pen.circle(side * 0.29, -0.24, 0.05, PAPER, opacity=0.85)
        pen.stroke(
            f"M0 -0.72C{number(side * 0.05)} -0.85 {number(side * 0.12)} -0.9 {number(side * 0.15)} -0.98", INK, 0.022
        )
    pen.ellipse(0, -0.45, 0.04, 0.27, INK)
    return Sketch(pen, {"back": (0.0, -0.6)})


def balloon(look: Look) -> Sketch:
    """A hot-air balloon: gored envelope lit on the left, a skirt, ropes, a basket; it glows from inside at night."""
    rng, pen = look.rng, fresh(look)
    pair = rng.choice(_PAIRS)
    main = look.main(pair[0])
    other = pair[1] if look.color is None else Tone("paper", 0.95)
    gores = rng.choice((7, 9))
    cy, r, tip = -0.66, 0.335, -0.24
    edges = [math.sin(math.pi * (i / gores - 0.5)) for i in range(gores + 1)]
    for i in range(gores):
        pen.path(_gore(edges[i], edges[i + 1], cy, r, tip), main if i % 2 == 0 else other)
    if rng.random() < 0.6:
        band = [*arc(0, cy, r * 1.0, r, 168, 12, steps=12)]
        low = [(x * 0.955, y + 0.07 * (0.6 + 0.4 * math.cos(x / r * 1.4))) for x, y in reversed(band)]
        upper = [(x, -0.64 + 0.055 * (1 - (x / r) ** 2)) for x, _ in band]
        lower = [(x * 1.0, -0.565 + 0.055 * (1 - (x / r) ** 2)) for x, _ in low]
        pen.polygon([*upper, *lower], Tone("ink", 0.36), opacity=0.85)
    pen.path(_gore(0.42, 1.0, cy, r, tip), INK, opacity=0.2)
    pen.path(_gore(0.74, 1.0, cy, r, tip), INK, opacity=0.16)
    pen.path(_gore(-0.86, -0.6, cy, r, tip), PAPER, opacity=0.28)
    if look.night:
        pen.circle(0, -0.5, 0.2, Tone("warm", 0.86), opacity=0.28, glow=True)
    pen.polygon([(-0.082, tip - 0.004), (0.082, tip - 0.004), (0.06, -0.185), (-0.06, -0.185)], main)
    shadow(pen, [(0.01, tip - 0.004), (0.082, tip - 0.004), (0.06, -0.185), (0.01, -0.185)], strength=0.3)
    for x in (-1, 1):
        pen.line([(x * 0.056, -0.187), (x * 0.05, -0.09)], Tone("ink", 0.35), 0.008)
    pen.smooth([(-0.012, -0.15), (0.0, -0.2), (0.012, -0.15), (0, -0.135)], Tone("warm", 0.84), glow=True)
    seat = len(pen.shapes)
    pen.path(rounded(-0.062, -0.105, 0.124, 0.105, 0.018), Tone("earth", 0.46))
    pen.rect(0.008, -0.105, 0.052, 0.1, INK, opacity=0.24)
    pen.path(rounded(-0.068, -0.112, 0.136, 0.024, 0.01), Tone("earth", 0.33))
    pen.line([(-0.058, -0.06), (0.058, -0.06)], Tone("earth", 0.62), 0.007)
    return Sketch(pen, {"back": (0.0, -0.075)}, seat=seat, vessel=True, rider_most=0.34)


def _gore(a: float, b: float, cy: float, r: float, tip: float) -> str:
    """One strip of the envelope between two meridians (-1 is the left edge, 1 the right)."""
    top, foot = cy - r, 0.082
    right = _meridian(b, cy, r, tip)
    left = _meridian(a, cy, r, tip)
    return polygon_path([(0.0, top), *right, (b * foot, tip), (a * foot, tip), *reversed(left)])


def _meridian(m: float, cy: float, r: float, tip: float) -> list[Point]:
    x, foot = m * r * 1.02, m * 0.082
    high = ((x * 0.62, cy - r), (x, cy - r * 0.52), (x, cy + 0.03))
    low = ((x, cy + r * 0.5), (foot * 2.2, tip - 0.1), (foot, tip))
    return polyline_of((0.0, cy - r), high, steps=14) + polyline_of((x, cy + 0.03), low, steps=14)


def kite(look: Look) -> Sketch:
    """A diamond kite with a tail of bows."""
    pen = fresh(look)
    main = look.main(Tone("accent"), Tone("warm"), Tone("accent2"))
    top, left, right, foot = (0.1, -1.0), (-0.17, -0.76), (0.33, -0.72), (0.04, -0.36)
    mid = (0.085, -0.74)
    for quad, veil in (((top, left, mid), 0.0), ((top, right, mid), 0.16), ((foot, left, mid), 0.1),
        ((foot, right, mid), 0.28)):  # fmt: skip
        pen.polygon(quad, main)
        if veil:
            shadow(pen, quad, strength=veil)
    pen.polygon([top, (top[0] * 0.5 + left[0] * 0.5, -0.88), mid], PAPER, opacity=0.85)
    pen.polygon([foot, (0.185, -0.54), mid], PAPER, opacity=0.85)
    pen.line([top, foot], INK, 0.009)
    pen.line([left, right], INK, 0.009)
    pen.stroke("M0.04 -0.36C-0.08 -0.3 0.06 -0.22 -0.02 -0.16C-0.1 -0.1 0.02 -0.06 -0.06 0", INK, 0.009)
    bows = ((-0.01, -0.29, Tone("warm")), (0.0, -0.18, Tone("accent2")), (-0.045, -0.08, Tone("accent")))
    for x, y, tone in bows:
        for side in (-1, 1):
            pen.polygon(
                [(x, y), (x + side * 0.055, y - 0.032), (x + side * 0.055, y + 0.032)],
                Tone("paper", 0.9) if side < 0 else tone,
            )
    return Sketch(pen, {"back": (0.08, -0.9), "grip": (-0.06, 0.0)})


def airplane(look: Look) -> Sketch:
    """An airliner climbing to the right."""
    pen = fresh(look)
    main = look.main(Tone("accent"), Tone("accent2"))
    plane = Pen()
    plane.polygon([(-0.2, -0.5), (0.25, -0.52), (-0.05, -0.85), (-0.22, -0.85)], Tone("stone", 0.72))
    plane.path("M-1.05 -0.62C-0.9 -0.62 0.6 -0.66 0.75 -0.64C1 -0.6 1.2 -0.48 1.2 -0.43"
        "C1.2 -0.36 0.95 -0.3 0.7 -0.3L-0.5 -0.3C-0.8 -0.32 -1 -0.5 -1.05 -0.62Z", Tone("paper", 0.96))  # fmt: skip
    plane.path("M-0.9 -0.44C-0.5 -0.4 0.7 -0.4 1.19 -0.45C1.2 -0.36 0.95 -0.3 0.7 -0.3L-0.5 -0.3"
        "C-0.7 -0.31 -0.82 -0.36 -0.9 -0.44Z", main)  # fmt: skip
    plane.path("M-0.8 -0.37C-0.5 -0.34 0.8 -0.34 1.13 -0.37C1.05 -0.33 0.9 -0.3 0.7 -0.3L-0.5 -0.3"
        "C-0.65 -0.3 -0.74 -0.33 -0.8 -0.37Z", INK, opacity=0.22)  # fmt: skip
    plane.polygon([(-1.05, -0.62), (-1.2, -1.0), (-0.98, -1.0), (-0.68, -0.62)], main)
    plane.polygon([(-1.02, -0.5), (-1.3, -0.62), (-1.1, -0.64), (-0.75, -0.52)], Tone("stone", 0.62))
    plane.polygon([(-0.25, -0.42), (0.35, -0.42), (-0.35, -0.02), (-0.55, -0.02)], Tone("stone", 0.84))
    shadow(plane, [(0.05, -0.42), (0.35, -0.42), (-0.35, -0.02), (-0.46, -0.02)], strength=0.2)
    tone, glow = look.window(Tone("ink", 0.4))
    for i in range(9):
        plane.path(rounded(-0.6 + i * 0.14, -0.555, 0.06, 0.075, 0.02), tone, glow=glow)
    plane.path("M0.86 -0.575L1.02 -0.52L0.86 -0.51Z", Tone("ink", 0.4))
    pen.place(plane, 0, -0.02, 0.92, turn=-9)
    return Sketch(pen, {"back": (0.1, -0.64)})


def cloud(look: Look) -> Sketch:
    """A flat-footed cumulus with a shaded belly."""
    rng, pen = look.rng, fresh(look)
    tone = look.main(Tone("paper", 0.97))
    wide = rng.uniform(1.15, 1.5)
    humps = [(-0.62, 0.22), (-0.3, 0.36), (0.08, 0.46), (0.42, 0.33), (0.72, 0.19)]
    puffs = [(x * wide + rng.uniform(-0.06, 0.06), r * rng.uniform(0.9, 1.08)) for x, r in humps]
    tops = [(x, -0.2 - r * 0.66, r) for x, r in puffs]
    a, b = -0.95 * wide, 0.98 * wide
    pen.path(rounded(a, -0.38, b - a, 0.38, 0.19) + rings(tops), tone)
    belly = [(a + 0.1, -0.1), (-0.52 * wide, -0.2), (-0.24 * wide, -0.13), (0.06 * wide, -0.25), (0.42 * wide, -0.14),
        (0.74 * wide, -0.17), (b - 0.1, -0.09), (b - 0.22, 0.0), (0.0, 0.004), (a + 0.22, 0.0)]  # fmt: skip
    pen.path(smooth_path(belly), Tone("sky", 0.84), opacity=0.55)
    return Sketch(pen, {"back": (0.0, -0.62)})


DRAWERS: Mapping[str, Drawer] = MappingProxyType(
    {"bird": bird, "butterfly": butterfly, "balloon": balloon, "kite": kite, "airplane": airplane, "cloud": cloud}
)
