"""Works of engineers, and falling water: bridge, train, fountain, waterfall."""

from collections.abc import Mapping
from types import MappingProxyType

from wanderhue.tools.illustrator.elements.forms import arc, boxes, rings, rounded
from wanderhue.tools.illustrator.elements.sketch import INK, PAPER, SNOW, Drawer, Look, Sketch, fresh, gleam, shadow
from wanderhue.tools.illustrator.pen import Pen, Point, Tone, number, polygon_path

_SPRAY = Tone("paper", 0.96)


def bridge(look: Look) -> Sketch:
    """A stone viaduct of four arches with a deck wide enough for a train; pillars stand on y = 0."""
    pen = fresh(look)
    stone = look.main(Tone("stone", 0.74), Tone("earth", 0.62))
    half, spans, deck = 1.9, 4, -0.86
    pitch = 2 * half / spans
    holes = []
    for i in range(spans):
        cx = -half + pitch * (i + 0.5)
        r = pitch * 0.38
        holes.append(polygon_path([(cx - r, 0.0), *arc(cx, -0.3, r, r * 1.15, 180, 360, steps=20), (cx + r, 0.0)]))
    block = polygon_path([(-half, 0.0), (-half, deck), (half, deck), (half, 0.0)])
    pen.path(block + "".join(holes), stone, even_odd=True, shade="bottom")
    for i in range(spans):
        cx, r = -half + pitch * (i + 0.5), pitch * 0.38
        inner = [(cx - r, 0.0), *arc(cx, -0.3, r, r * 1.15, 180, 360, steps=20), (cx + r, 0.0)]
        thick = [(x * 1.0 + (0.09 if x < cx + r * 0.2 else 0.0), y + 0.03) for x, y in reversed(inner)]
        pen.polygon([*inner[:14], *thick[-14:]], INK, opacity=0.34)
        ring = arc(cx, -0.3, r + 0.035, r * 1.15 + 0.035, 182, 358, steps=24)
        pen.line(ring, Tone("paper", 0.86), 0.03, opacity=0.55)
    for i in range(spans + 1):
        x = -half + pitch * i
        w = pitch * 0.1
        pen.polygon(
            [(x - w * 0.8, 0.0), (x + w * 0.8, 0.0), (x + w * 0.55, deck + 0.06), (x - w * 0.55, deck + 0.06)], stone
        )
        shadow(pen, [(x + w * 0.15, 0.0), (x + w * 0.8, 0.0), (x + w * 0.55, deck + 0.06),
            (x + w * 0.1, deck + 0.06)], strength=0.18)  # fmt: skip
    bricks = [(look.rng.uniform(-half, half - 0.1), look.rng.uniform(deck + 0.08, deck + 0.2)) for _ in range(18)]
    pen.path(boxes(bricks, 0.09, 0.025), INK, opacity=0.13)
    pen.rect(-half - 0.06, deck - 0.05, 2 * half + 0.12, 0.09, stone)
    pen.rect(-half - 0.06, deck + 0.02, 2 * half + 0.12, 0.03, INK, opacity=0.25)
    pen.rect(-half - 0.06, deck - 0.14, 2 * half + 0.12, 0.05, SNOW if look.snowy else Tone("paper", 0.86))
    posts = [(-half - 0.03 + i * 0.128, deck - 0.1) for i in range(30)]
    pen.path(boxes(posts, 0.04, 0.06), stone)
    return Sketch(pen, {"back": (0.0, deck - 0.02), "deck": (0.0, deck - 0.05)}, seat=len(pen.shapes) - 2)


def train(look: Look) -> Sketch:
    """A mountain express of three cars, its rounded nose to the right; windows lit at night."""
    pen = fresh(look)
    main = look.main(Tone("accent"))
    band = Tone("paper", 0.95)
    tone, glow = look.window(Tone("ink", 0.38))
    lengths = ((-3.05, 1.98), (-1.02, 1.98))
    roof = SNOW if look.snowy else Tone("stone", 0.7)
    pen.stroke("M-3.1 -0.02L3.25 -0.02", Tone("ink", 0.3), 0.05)
    for x, w in lengths:
        pen.path(rounded(x, -1.0, w, 0.3, 0.1), roof)
        pen.path(rounded(x, -0.93, w, 0.79, 0.06), main)
        pen.rect(x + w - 0.01, -0.85, 0.07, 0.62, Tone("ink", 0.28))
    nose = "M1.01 -0.93L2.3 -0.93C2.75 -0.92 3 -0.68 3.2 -0.34C3.26 -0.2 3.2 -0.14 3.05 -0.14L1.01 -0.14Z"
    pen.path("M1.01 -1C1.01 -1 2.1 -1 2.3 -1C2.5 -1 2.62 -0.95 2.7 -0.88L1.01 -0.88Z", roof)
    pen.path(nose, main)
    pen.path("M1.01 -0.32L3.2 -0.34C3.26 -0.2 3.2 -0.14 3.05 -0.14L1.01 -0.14Z", INK, opacity=0.2)
    for x, w in lengths:
        pen.rect(x, -0.32, w, 0.18, INK, opacity=0.2)
    for x0, x1 in ((-3.05, -1.07), (-1.02, 0.96), (1.01, 2.25)):
        pen.rect(x0, -0.8, x1 - x0, 0.36, band)
        n = round((x1 - x0) / 0.33)
        gap = (x1 - x0 - 0.06) / n
        spots = [(x0 + 0.06 + gap * i, -0.76) for i in range(n)]
        pen.path(boxes(spots, gap * 0.78, 0.28), tone, glow=glow)
        if not look.night:
            pen.path(boxes(spots, gap * 0.3, 0.28), Tone("sky", 0.84), opacity=0.5)
    pen.path("M2.33 -0.8L2.5 -0.8C2.7 -0.76 2.84 -0.62 2.94 -0.46L2.33 -0.46Z", tone if glow else Tone("ink", 0.34),
        glow=glow)  # fmt: skip
    pen.path("M2.25 -0.8L2.3 -0.8L2.3 -0.44L2.25 -0.44Z", band)
    pen.circle(3.06, -0.34, 0.055, Tone("warm", 0.92), glow=True)
    wheels = [(x + dx, -0.1, 0.095) for x in (-2.75, -1.4, -0.7, 0.62, 1.4, 2.55) for dx in (-0.13, 0.13)]
    pen.path(rings(wheels), Tone("ink", 0.26))
    pen.path(rings([(x, y, 0.035) for x, y, _ in wheels]), Tone("stone", 0.66))
    gleam(pen, [(-3.05, -0.925), (2.3, -0.925), (2.3, -0.88), (-3.05, -0.88)], strength=0.3)
    return Sketch(pen, {"back": (-0.2, -0.98)})


def fountain(look: Look) -> Sketch:
    """A two-tier stone fountain with arcs of water."""
    pen = fresh(look)
    stone = look.main(Tone("stone", 0.78))
    for s in (-1, 1):
        for reach, rise, width in ((0.22, 0.98, 0.022), (0.36, 0.94, 0.018)):
            pen.stroke("M0 -0.72"
                f"C{number(s * reach * 0.3)} {-rise} {number(s * reach)} {-rise} {number(s * reach * 1.25)} -0.5",
                _SPRAY, width)  # fmt: skip
    pen.stroke("M0 -0.66L0 -0.97", _SPRAY, 0.035)
    pen.path("M-0.46 -0.5C-0.44 -0.36 -0.16 -0.34 -0.06 -0.33L0.06 -0.33C0.16 -0.34 0.44 -0.36 0.46 -0.5Z", stone)
    pen.path("M0.05 -0.48L0.46 -0.5C0.44 -0.36 0.16 -0.34 0.06 -0.33Z", INK, opacity=0.18)
    pen.ellipse(0.0, -0.5, 0.46, 0.055, stone)
    pen.ellipse(0.0, -0.5, 0.4, 0.038, Tone("water", 0.68))
    pen.polygon([(-0.07, -0.52), (0.07, -0.52), (0.05, -0.68), (-0.05, -0.68)], stone)
    pen.ellipse(0.0, -0.68, 0.14, 0.03, stone)
    shadow(pen, [(0.01, -0.5), (0.07, -0.52), (0.05, -0.68), (0.01, -0.68)])
    pen.polygon([(-0.075, -0.34), (0.075, -0.34), (0.13, -0.1), (-0.13, -0.1)], stone)
    shadow(pen, [(0.02, -0.34), (0.075, -0.34), (0.13, -0.1), (0.03, -0.1)])
    for s in (-1, 1):
        for x in (0.3, 0.42):
            pen.stroke(f"M{s * x} -0.48"
                f"C{number(s * (x + 0.09))} -0.45 {number(s * (x + 0.13))} -0.3 {number(s * (x + 0.14))} -0.16",
                _SPRAY, 0.018, opacity=0.9)  # fmt: skip
    pen.path("M-0.86 -0.17C-0.86 -0.07 -0.8 0 -0.76 0L0.76 0C0.8 0 0.86 -0.07 0.86 -0.17Z", stone)
    pen.path("M0.2 -0.1L0.86 -0.17C0.86 -0.07 0.8 0 0.76 0L0.2 0Z", INK, opacity=0.16)
    pen.ellipse(0.0, -0.17, 0.86, 0.085, stone)
    gleam(pen, arc(0.0, -0.17, 0.86, 0.085, 0, 360, steps=40), strength=0.35)
    pen.ellipse(0.0, -0.165, 0.77, 0.062, Tone("water", 0.62))
    pen.polygon([(-0.12, -0.2), (0.12, -0.2), (0.14, -0.15), (-0.14, -0.15)], stone)
    for s in (-1, 1):
        pen.ellipse(s * 0.48, -0.155, 0.12, 0.018, _SPRAY, opacity=0.8)
    if look.night:
        pen.ellipse(0.0, -0.165, 0.7, 0.05, Tone("warm", 0.86), opacity=0.35, glow=True)
    return Sketch(pen, {"back": (0.0, -0.52)})


def waterfall(look: Look) -> Sketch:
    """A fall between faceted cliffs into a misty pool."""
    rng, pen = look.rng, fresh(look)
    rock = look.main(Tone("stone", 0.5), Tone("accent2", 0.42), Tone("earth", 0.44))
    left: list[Point] = [(-0.8, 0.0), (-0.76, -0.42), (-0.62, -0.7), (-0.48, -0.9), (-0.2, -1.0), (0.0, -0.97),
        (0.0, 0.0)]  # fmt: skip
    right: list[Point] = [(0.8, 0.0), (0.74, -0.36), (0.6, -0.62), (0.5, -0.86), (0.24, -0.96), (0.0, -0.97),
        (0.0, 0.0)]  # fmt: skip
    pen.polygon(left, rock)
    pen.polygon(right, rock)
    shadow(pen, right, strength=0.22)
    for facet in (
        [(-0.76, -0.42), (-0.62, -0.7), (-0.42, -0.5), (-0.5, -0.1), (-0.66, -0.12)],
        [(-0.48, -0.9), (-0.2, -1.0), (-0.16, -0.72), (-0.36, -0.62)],
    ):
        gleam(pen, facet, strength=0.15)
    for facet in ([(0.5, -0.86), (0.6, -0.62), (0.42, -0.34), (0.28, -0.6)], [(0.74, -0.36), (0.8, 0.0), (0.5, 0.0),
        (0.56, -0.22)], [(-0.3, -0.56), (-0.2, -0.3), (-0.3, 0.0), (-0.44, -0.2)]):  # fmt: skip
        shadow(pen, facet, strength=0.2)
    grass = SNOW if look.snowy else Tone("green", 0.5)
    pen.smooth(
        [(-0.66, -0.68), (-0.5, -0.94), (-0.2, -1.03), (-0.14, -0.97), (-0.3, -0.93), (-0.44, -0.84), (-0.56, -0.68)],
        grass,
    )
    pen.smooth(
        [(0.14, -0.96), (0.26, -1.0), (0.54, -0.9), (0.64, -0.62), (0.54, -0.68), (0.46, -0.83), (0.28, -0.91)], grass
    )
    pen.path("M-0.17 -0.98C-0.06 -0.96 0.06 -0.96 0.17 -0.97C0.2 -0.6 0.22 -0.3 0.24 -0.04L-0.24 -0.04"
        "C-0.22 -0.3 -0.2 -0.6 -0.17 -0.98Z", Tone("sky", 0.86))  # fmt: skip
    for _ in range(13):
        x = rng.uniform(-0.15, 0.15)
        y0, y1 = rng.uniform(-0.95, -0.4), rng.uniform(-0.3, -0.06)
        pen.line([(x, y0), (x * 1.35, y1)], _SPRAY, rng.uniform(0.01, 0.026), opacity=0.85)
    for x in (-0.1, 0.07):
        pen.line([(x, -0.9), (x * 1.3, -0.2)], Tone("water", 0.66), 0.012, opacity=0.6)
    pen.ellipse(0.0, -0.01, 0.62, 0.07, Tone("water", 0.6))
    mist = [(rng.uniform(-0.34, 0.34), rng.uniform(-0.1, -0.01), rng.uniform(0.04, 0.085)) for _ in range(11)]
    pen.path(rings(mist), PAPER, opacity=0.8)
    for x, y, w in ((-0.3, 0.03, 0.16), (0.34, 0.02, 0.14), (0.02, 0.05, 0.2)):
        pen.line([(x - w, y), (x + w, y)], _SPRAY, 0.012, opacity=0.7)
    for x, y, r in ((-0.54, 0.0, 0.09), (0.52, 0.01, 0.075), (-0.4, 0.03, 0.05)):
        _boulder(pen, x, y, r, rock)
    return Sketch(pen, {"back": (0.0, -0.98)})


def _boulder(pen: Pen, x: float, y: float, r: float, tone: Tone) -> None:
    pen.polygon([(x - r, y), (x - r * 0.8, y - r * 0.7), (x, y - r), (x + r * 0.8, y - r * 0.6), (x + r, y)], tone)
    shadow(pen, [(x + r * 0.1, y), (x + r * 0.2, y - r * 0.6), (x + r * 0.8, y - r * 0.6), (x + r, y)], strength=0.3)


DRAWERS: Mapping[str, Drawer] = MappingProxyType(
    {"bridge": bridge, "train": train, "fountain": fountain, "waterfall": waterfall}
)
