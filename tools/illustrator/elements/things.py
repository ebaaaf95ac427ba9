"""Small furniture of a scene: parasol, picnic, bench, fence, path, snowman, surfboard."""

from collections.abc import Mapping
from itertools import pairwise
from types import MappingProxyType

from wanderhue.tools.illustrator.elements.forms import boxes, crescent, rings, rounded, turned
from wanderhue.tools.illustrator.elements.sketch import INK, PAPER, SNOW, Drawer, Look, Sketch, fresh, gleam, shadow
from wanderhue.tools.illustrator.pen import Pen, Point, Tone, number

_WOOD, _WOOD_DARK = Tone("earth", 0.55), Tone("earth", 0.38)


def parasol(look: Look) -> Sketch:
    """A leaning beach parasol with a towel in its shade."""
    pen = fresh(look)
    main = look.main(Tone("accent"), Tone("accent2"), Tone("warm"))
    white = Tone("paper", 0.96)
    pen.ellipse(0.06, 0.0, 0.62, 0.05, INK, opacity=0.16)
    pen.polygon([(0.1, -0.05), (0.62, -0.05), (0.74, 0.04), (0.14, 0.04)], Tone("accent2"))
    pen.polygon([(0.5, -0.05), (0.58, -0.05), (0.69, 0.04), (0.6, 0.04)], white)
    pen.line([(0.0, 0.0), (-0.1, -0.92)], Tone("paper", 0.9), 0.032)
    pen.line([(0.009, 0.0), (-0.09, -0.92)], INK, 0.01, opacity=0.22)
    hood = Pen()
    left, right, top, rim = -0.66, 0.66, -0.98, -0.56
    edges = [left + (right - left) * i / 6 for i in range(7)]
    for i, (a, b) in enumerate(pairwise(edges)):
        sag = 0.055
        hood.path(f"M0 {top}C{number(a * 0.55)} {top} {number(a)} {number(rim - 0.22)} {number(a)} {rim}"
            f"C{number(a + 0.06)} {number(rim - sag)} {number(b - 0.06)} {number(rim - sag)} {number(b)} {rim}"
            f"C{number(b)} {number(rim - 0.22)} {number(b * 0.55)} {top} 0 {top}Z", main if i % 2 == 0
            else white)  # fmt: skip
    hood.path(
        f"M0 {top}C0.363 {top} 0.66 -0.78 0.66 {rim}C0.6 -0.6 0.5 -0.6 0.44 {rim}C0.44 -0.78 0.2 {top} 0 {top}Z", INK,
        opacity=0.2)  # fmt: skip
    hood.path(
        f"M0 {top}C0.2 {top} 0.44 -0.78 0.44 {rim}C0.38 -0.6 0.28 -0.6 0.22 {rim}C0.22 -0.78 0.12 {top} 0 {top}Z",
        INK, opacity=0.1)  # fmt: skip
    hood.circle(0.0, top, 0.028, main)
    pen.place(hood, -0.002, 0.01, turn=-6.0)
    return Sketch(pen, {"back": (-0.1, -0.95)})


def picnic(look: Look) -> Sketch:
    """A checked blanket in perspective with a basket, bread, fruit and a bottle."""
    pen = fresh(look)
    main = look.main(Tone("accent"), Tone("accent2"), Tone("pink"))
    far, near = 0.98, 1.3

    def at(u: float, v: float) -> Point:
        """u across (-1 to 1), v from near 0 to far 1."""
        half = near + (far - near) * v
        return (u * half + v * 0.1, -0.52 * v)

    pen.polygon([at(-1, 0), at(1, 0), at(1, 1), at(-1, 1)], Tone("paper", 0.95))
    for i in range(0, 8, 2):
        a, b = -1 + i / 4, -1 + (i + 1) / 4
        pen.polygon([at(a, 0), at(b, 0), at(b, 1), at(a, 1)], main, opacity=0.62)
    for v in (0.04, 0.4, 0.74):
        pen.polygon([at(-1, v), at(1, v), at(1, v + 0.17), at(-1, v + 0.17)], main, opacity=0.62)
    pen.polygon([at(-1, 0), at(1, 0), (at(1, 0)[0], 0.035), (at(-1, 0)[0], 0.035)], main)
    shadow(pen, [at(-1, 0), at(1, 0), (at(1, 0)[0], 0.035), (at(-1, 0)[0], 0.035)], strength=0.22)
    pen.ellipse(-0.2, -0.24, 0.44, 0.06, INK, opacity=0.2)
    pen.stroke("M-0.5 -0.62C-0.46 -1.06 0.06 -1.06 0.1 -0.62", _WOOD_DARK, 0.05)
    pen.path("M-0.58 -0.66L0.18 -0.66L0.1 -0.24C0 -0.2 -0.4 -0.2 -0.5 -0.24Z", Tone("warm", 0.62))
    pen.path("M-0.05 -0.66L0.18 -0.66L0.1 -0.24C0.04 -0.22 -0.02 -0.21 -0.08 -0.21Z", INK, opacity=0.2)
    weave = [(-0.54 + i * 0.1 + 0.05 * (r % 2), -0.56 + r * 0.1) for r in range(3) for i in range(7 - r)]
    pen.path(boxes(weave, 0.055, 0.035), _WOOD_DARK, opacity=0.45)
    pen.path(rounded(-0.62, -0.72, 0.84, 0.1, 0.04), Tone("paper", 0.93))
    pen.path("M-0.3 -0.72L-0.06 -0.72L-0.1 -0.5L-0.18 -0.44L-0.26 -0.5Z", main)
    pen.path(rounded(0.32, -0.78, 0.15, 0.52, 0.06), Tone("green", 0.42))
    pen.rect(0.365, -0.92, 0.06, 0.18, Tone("green", 0.42))
    pen.rect(0.32, -0.58, 0.15, 0.17, PAPER)
    pen.rect(0.36, -0.95, 0.07, 0.06, main)
    for x, y, tone in ((0.62, -0.22, Tone("accent")), (0.76, -0.2, Tone("warm")), (0.69, -0.29, Tone("accent"))):
        pen.circle(x, y, 0.075, tone)
        pen.circle(x - 0.02, y - 0.025, 0.02, PAPER, opacity=0.7)
    pen.ellipse(-0.74, -0.2, 0.2, 0.055, PAPER)
    pen.smooth([(-0.9, -0.22), (-0.8, -0.3), (-0.66, -0.3), (-0.57, -0.22), (-0.7, -0.18)], Tone("warm", 0.72))
    return Sketch(pen, {"back": (0.0, -0.3)})


def bench(look: Look) -> Sketch:
    """A slatted park bench on iron feet."""
    pen = fresh(look)
    wood = look.main(_WOOD, Tone("green", 0.42))
    for x in (-0.84, 0.84):
        pen.stroke(f"M{x} -0.92L{x} -0.08M{x - 0.1} 0L{x + 0.1} 0M{x} -0.06L{x} 0M{x} -0.6"
            f"C{x + 0.02} -0.62 {x + 0.14} -0.62 {x + 0.14} -0.4", Tone("ink", 0.32), 0.065)  # fmt: skip
    for y in (-0.98, -0.8, -0.62):
        pen.path(rounded(-1.06, y, 2.12, 0.14, 0.03), wood)
        pen.rect(-1.04, y + 0.09, 2.08, 0.04, INK, opacity=0.18)
    for y, grow in ((-0.44, 0.0), (-0.34, 0.03)):
        pen.path(rounded(-1.1 - grow, y, 2.2 + 2 * grow, 0.085, 0.02), wood)
        gleam(pen, [(-1.1, y), (1.1, y), (1.1, y + 0.03), (-1.1, y + 0.03)], strength=0.3)
    pen.rect(-1.12, -0.275, 2.24, 0.05, INK, opacity=0.55)
    for x in (-0.7, 0.98):
        pen.line([(x, -0.26), (x, 0.0)], Tone("ink", 0.28), 0.065)
    if look.snowy:
        pen.path(rounded(-1.08, -1.03, 2.16, 0.1, 0.05), SNOW)
        pen.path(rounded(-1.12, -0.49, 2.24, 0.1, 0.05), SNOW)
    return Sketch(pen, {"back": (0.0, -0.42)})


def fence(look: Look) -> Sketch:
    """A stretch of picket fence."""
    pen = fresh(look)
    wood = look.main(Tone("paper", 0.94), Tone("earth", 0.6))
    for y in (-0.74, -0.34):
        pen.rect(-2.4, y, 4.8, 0.13, wood)
        pen.rect(-2.4, y, 4.8, 0.13, INK, opacity=0.2)
    for i in range(13):
        x = -2.3 + i * 0.383
        pen.polygon([(x - 0.11, 0.0), (x - 0.11, -0.84), (x, -1.0), (x + 0.11, -0.84), (x + 0.11, 0.0)], wood)
        shadow(pen, [(x + 0.02, 0.0), (x + 0.02, -0.97), (x + 0.11, -0.84), (x + 0.11, 0.0)], strength=0.15)
        if look.snowy:
            pen.polygon([(x - 0.12, -0.85), (x, -1.05), (x + 0.12, -0.85), (x, -0.9)], SNOW)
    tufts = "".join(f"M{number(-2.3 + i * 0.42)} 0L{number(-2.36 + i * 0.42)} -0.2"
        f"M{number(-2.25 + i * 0.42)} 0L{number(-2.2 + i * 0.42)} -0.24" for i in range(11))  # fmt: skip
    if not look.snowy:
        pen.stroke(tufts, Tone("green", 0.46), 0.045)
    return Sketch(pen, {"back": (0.0, -0.95)})


def path(look: Look) -> Sketch:
    """A winding footpath that narrows into the distance, with stones and tufts at its edge."""
    rng, pen = look.rng, fresh(look)
    main = (look.main(Tone("warm", 0.84), Tone("earth", 0.7)) if not look.snowy
        else look.main(Tone("paper", 0.9), Tone("paper", 0.9)))  # fmt: skip
    way = ("M-0.5 0C-0.3 -0.22 0.28 -0.3 0.24 -0.46C0.2 -0.6 -0.24 -0.62 -0.2 -0.78"
        "C-0.17 -0.88 0.02 -0.92 0.05 -1L0.085 -1C0.08 -0.9 -0.04 -0.86 -0.05 -0.78"
        "C-0.06 -0.66 0.5 -0.62 0.52 -0.46C0.54 -0.28 0.2 -0.2 0.3 0Z")  # fmt: skip
    pen.path(way, main, shade="bottom")
    pen.path("M0.3 0C0.2 -0.2 0.54 -0.28 0.52 -0.46C0.51 -0.55 0.34 -0.6 0.17 -0.655"
        "C0.3 -0.6 0.44 -0.54 0.44 -0.46C0.44 -0.3 0.1 -0.22 0.16 0Z", INK, opacity=0.14)  # fmt: skip
    for x, y, w in ((-0.2, -0.07, 0.1), (0.05, -0.14, 0.08), (0.22, -0.27, 0.07), (0.36, -0.4, 0.06),
        (0.2, -0.54, 0.045), (-0.08, -0.7, 0.03)):  # fmt: skip
        pen.ellipse(x, y, w, w * 0.25, INK, opacity=0.1)
        pen.ellipse(x - w * 0.1, y - w * 0.06, w * 0.9, w * 0.22, PAPER, opacity=0.35)
    for x, y, k in ((-0.52, -0.02, 1.0), (0.36, -0.06, 0.9), (-0.1, -0.26, 0.75), (0.58, -0.42, 0.6),
        (0.18, -0.5, 0.5), (-0.24, -0.74, 0.4)):  # fmt: skip
        for _ in range(3):
            dx = rng.uniform(-0.04, 0.04) * k
            pen.line([(x, y), (x + dx, y - rng.uniform(0.05, 0.085) * k)], Tone("green", 0.46) if not look.snowy
                else Tone("stone", 0.6), 0.016 * k)  # fmt: skip
    return Sketch(pen, {"back": (0.0, -0.3)})


def snowman(look: Look) -> Sketch:
    """A snowman of two balls with stick arms, carrot nose, and a hat and scarf of its own unless it wears others."""
    pen = fresh(look)
    main = look.main(Tone("accent"), Tone("accent2"))
    snow = SNOW
    pen.ellipse(0.04, 0.0, 0.4, 0.04, Tone("sky", 0.7), opacity=0.6)
    for path_data in (
        "M-0.24 -0.42L-0.5 -0.6M-0.42 -0.545L-0.5 -0.5M-0.42 -0.545L-0.44 -0.64",
        "M0.24 -0.42L0.48 -0.64M0.4 -0.57L0.5 -0.55M0.4 -0.57L0.38 -0.66",
    ):
        pen.stroke(path_data, _WOOD_DARK, 0.022)
    for y, r in ((-0.27, 0.29), (-0.66, 0.205)):
        pen.circle(0.0, y, r, snow, shade="ball")
        pen.path(crescent(0.0, y, r), Tone("sky", 0.74), opacity=0.55)
    pen.path(rings([(0.0, -0.38, 0.022), (0.0, -0.27, 0.022), (0.0, -0.16, 0.022), (-0.075, -0.71, 0.022),
        (0.075, -0.71, 0.022)]), INK)  # fmt: skip
    pen.polygon([(0.0, -0.69), (0.0, -0.635), (0.2, -0.645)], Tone("accent", 0.66))
    pen.path(rings([(-0.09 + i * 0.045, -0.58 + (0.012 if i in (0, 4) else 0.0) - 0.0 + 0.016 * (1 - abs(i - 2) / 2),
        0.011) for i in range(5)]), INK)  # fmt: skip
    if "scarf" not in look.wears:
        pen.path("M-0.19 -0.53C-0.08 -0.47 0.08 -0.47 0.19 -0.53L0.2 -0.46C0.08 -0.4 -0.08 -0.4 -0.2 -0.46Z", main)
        pen.polygon([(0.08, -0.46), (0.17, -0.48), (0.2, -0.27), (0.11, -0.26)], main)
        shadow(pen, [(0.08, -0.46), (0.17, -0.48), (0.2, -0.27), (0.11, -0.26)])
    if "hat" not in look.wears:
        pen.rect(-0.12, -1.02, 0.24, 0.2, Tone("ink", 0.3))
        pen.rect(-0.12, -0.88, 0.24, 0.05, main)
        pen.path(rounded(-0.2, -0.85, 0.4, 0.04, 0.02), Tone("ink", 0.3))
    return Sketch(pen, {"head": (0.0, -0.83), "neck": (0.0, -0.48), "hand": (0.48, -0.62), "back": (0.0, -0.86),
        "pack": (0.0, -0.4)}, head=0.17, facing="front")  # fmt: skip


def surfboard(look: Look) -> Sketch:
    """A surfboard stuck upright in the sand, striped."""
    pen = fresh(look)
    main = look.main(Tone("accent"), Tone("accent2"), Tone("warm"))
    lean = look.rng.uniform(-7, 7)
    board = Pen()
    outline: list[Point] = [(0.0, -1.0), (0.1, -0.86), (0.155, -0.6), (0.155, -0.34), (0.12, -0.1), (0.07, 0.0),
        (-0.07, 0.0), (-0.12, -0.1), (-0.155, -0.34), (-0.155, -0.6), (-0.1, -0.86)]  # fmt: skip
    board.smooth(outline, main)
    board.polygon([(-0.158, -0.4), (0.158, -0.54), (0.158, -0.66), (-0.156, -0.52)], PAPER)
    board.polygon([(-0.15, -0.3), (0.157, -0.44), (0.157, -0.49), (-0.152, -0.35)], PAPER, opacity=0.8)
    board.path("M0.02 -0.995C0.1 -0.86 0.155 -0.7 0.158 -0.5C0.16 -0.3 0.12 -0.1 0.07 0L0.03 0"
        "C0.09 -0.3 0.1 -0.7 0.02 -0.995Z", INK, opacity=0.16)  # fmt: skip
    board.line([(0.0, -0.96), (0.0, -0.02)], INK, 0.008, opacity=0.35)
    pen.place(board, 0.0, 0.0, turn=lean)
    pen.smooth(
        turned([(-0.24, 0.03), (-0.12, -0.045), (0.02, -0.06), (0.14, -0.04), (0.26, 0.03)], 0), Tone("warm", 0.8)
    )
    return Sketch(pen, {"back": (0.0, -0.95), "grip": (0.0, -0.4)})


DRAWERS: Mapping[str, Drawer] = MappingProxyType({"parasol": parasol, "picnic": picnic, "bench": bench,
    "fence": fence, "path": path, "snowman": snowman, "surfboard": surfboard})  # fmt: skip
