"""Animals with hooves (and the camel): horse, sheep, cow, deer. All look to the right."""

from collections.abc import Mapping
from types import MappingProxyType

from wanderhue.tools.illustrator.elements.animals import Leg, legs
from wanderhue.tools.illustrator.elements.forms import limb
from wanderhue.tools.illustrator.elements.sketch import INK, PAPER, Drawer, Look, Sketch, fresh, shadow
from wanderhue.tools.illustrator.pen import Pen, Point, Tone, smooth_path

_HOOF = Tone("ink", 0.3)


def _saddle(pen: Pen, x: float, y: float, width: float, height: float) -> None:
    """A blanket with a border, drawn over the back at (x, y)."""
    w = width / 2
    cloth = [(x - w, y), (x, y - height * 0.04), (x + w, y), (x + w * 0.94, y + height), (x, y + height * 1.06),
        (x - w * 0.94, y + height)]  # fmt: skip
    pen.polygon(cloth, Tone("accent"))
    pen.line([(x - w * 0.93, y + height * 0.82), (x, y + height * 0.88), (x + w * 0.93, y + height * 0.82)],
        Tone("warm", 0.84), height * 0.1)  # fmt: skip
    shadow(pen, [(x + w * 0.3, y), (x + w, y), (x + w * 0.94, y + height), (x + w * 0.3, y + height)], strength=0.16)


def horse(look: Look) -> Sketch:
    """A horse stepping out, with mane and tail; saddled when ridden."""
    rng, pen = look.rng, fresh(look)
    coat = look.main(Tone("earth", 0.50), Tone("earth", 0.42), Tone("paper", 0.92), Tone("stone", 0.68))
    mane = rng.choice((Tone("ink", 0.26), Tone("earth", 0.3)))
    parts: list[Leg] = [([(0.27, -0.48), (0.43, -0.33), (0.38, -0.13)], [0.14, 0.075, 0.052], True), ([(-0.34, -0.48),
        (-0.32, -0.25), (-0.26, -0.04)], [0.2, 0.075, 0.052], True), ([(0.28, -0.5), (0.3, -0.27), (0.28, -0.04)],
        [0.17, 0.078, 0.055], False), ([(-0.42, -0.52), (-0.54, -0.27), (-0.52, -0.04)], [0.26, 0.085, 0.056],
        False)]  # fmt: skip
    tail = [(-0.53, -0.65), (-0.66, -0.62), (-0.74, -0.42), (-0.72, -0.16), (-0.64, -0.28), (-0.6, -0.46),
        (-0.52, -0.56)]  # fmt: skip
    pen.smooth(tail, mane)
    legs(pen, parts, coat, far=True, foot=_HOOF)
    ears = [[(0.44, -0.94), (0.47, -1.0), (0.51, -0.93)], [(0.39, -0.94), (0.41, -1.0), (0.46, -0.93)]]
    pen.polygon(ears[0], coat)
    shadow(pen, ears[0], strength=0.3)
    body: list[Point] = [(-0.56, -0.6), (-0.44, -0.7), (-0.2, -0.675), (0.06, -0.68), (0.2, -0.74), (0.3, -0.86),
        (0.39, -0.95), (0.49, -0.95), (0.58, -0.86), (0.68, -0.76), (0.69, -0.7), (0.62, -0.68), (0.54, -0.73),
        (0.47, -0.76), (0.43, -0.67), (0.41, -0.54), (0.33, -0.43), (0.1, -0.39), (-0.15, -0.4), (-0.34, -0.44),
        (-0.5, -0.42), (-0.58, -0.5)]  # fmt: skip
    pen.path(smooth_path(body), coat)
    shadow(pen, [(0.36, -0.46), (0.1, -0.41), (-0.15, -0.42), (-0.36, -0.46), (-0.1, -0.469), (0.2, -0.469)],
        smooth=True, strength=0.12)  # fmt: skip
    legs(pen, parts, coat, far=False, foot=_HOOF)
    pen.polygon(ears[1], coat)
    pen.smooth([(0.47, -0.99), (0.36, -0.97), (0.24, -0.85), (0.1, -0.7), (0.2, -0.67), (0.31, -0.74), (0.4, -0.86),
        (0.5, -0.91)], mane)  # fmt: skip
    pen.circle(0.53, -0.86, 0.018, INK)
    pen.circle(0.665, -0.735, 0.012, INK)
    if rng.random() < 0.5:
        pen.smooth([(0.52, -0.93), (0.56, -0.88), (0.66, -0.77), (0.62, -0.79), (0.54, -0.86)], PAPER)
    if look.ridden:
        _saddle(pen, -0.04, -0.685, 0.3, 0.17)
        pen.line([(0.6, -0.79), (0.55, -0.74)], Tone("accent"), 0.018)
        pen.stroke("M0.585 -0.75C0.5 -0.66 0.3 -0.72 0.16 -0.8", Tone("earth", 0.3), 0.013)
    return Sketch(pen, {"head": (0.43, -0.96), "neck": (0.32, -0.72), "hand": (0.66, -0.68), "back": (-0.05, -0.68),
                        "pack": (-0.08, -0.67)}, head=0.11, facing="side")  # fmt: skip


def sheep(look: Look) -> Sketch:
    """A woolly sheep with a dark face."""
    rng, pen = look.rng, fresh(look)
    wool = look.main(Tone("paper", 0.95))
    skin = rng.choice((Tone("ink", 0.3), Tone("earth", 0.34)))
    for x, far in ((0.2, True), (-0.26, True), (0.28, False), (-0.36, False)):
        pen.smooth(limb([(x, -0.3), (x, -0.03)], [0.09, 0.075]), skin if not far else Tone("ink", 0.24))
    puffs = [(-0.45, -0.5, 0.2), (-0.28, -0.66, 0.2), (-0.02, -0.72, 0.21), (0.22, -0.66, 0.19), (0.34, -0.5, 0.18),
        (0.2, -0.36, 0.19), (-0.06, -0.34, 0.2), (-0.32, -0.37, 0.19), (-0.05, -0.52, 0.26)]  # fmt: skip
    for x, y, r in puffs:
        pen.circle(x + 0.012, y + 0.03, r, wool)
    for x, y, r in puffs:
        pen.circle(x + 0.012, y + 0.03, r, INK, opacity=0.13)
    for x, y, r in puffs:
        pen.circle(x - 0.012, y - 0.025, r * 0.9, wool)
    for x, y in ((-0.3, -0.55), (0.0, -0.6), (-0.14, -0.42), (0.16, -0.46)):
        pen.stroke(f"M{x} {y}C{x + 0.02} {y - 0.07} {x + 0.1} {y - 0.07} {x + 0.1} {y}", Tone("stone", 0.68), 0.018,
            opacity=0.8)  # fmt: skip
    pen.smooth(
        [(0.36, -0.92), (0.52, -0.94), (0.62, -0.78), (0.68, -0.6), (0.58, -0.53), (0.45, -0.62), (0.36, -0.76)], skin
    )
    pen.smooth([(0.38, -0.84), (0.26, -0.86), (0.2, -0.76), (0.32, -0.74)], skin)
    for x, y, r in ((0.36, -0.9, 0.1), (0.47, -0.95, 0.085), (0.28, -0.84, 0.07)):
        pen.circle(x, y, r, wool)
    pen.circle(0.52, -0.77, 0.026, PAPER)
    pen.circle(0.525, -0.77, 0.014, INK)
    return Sketch(pen, {"head": (0.43, -1.0), "neck": (0.36, -0.62), "hand": (0.64, -0.56), "back": (-0.05, -0.88),
                        "pack": (-0.08, -0.84)}, head=0.16, facing="side")  # fmt: skip


def cow(look: Look) -> Sketch:
    """A dairy cow with patches, a bell and a pink muzzle."""
    rng, pen = look.rng, fresh(look)
    coat = look.main(Tone("paper", 0.94), Tone("earth", 0.52))
    patch = rng.choice((Tone("ink", 0.3), Tone("earth", 0.38)))
    parts: list[Leg] = [([(0.24, -0.42), (0.24, -0.2), (0.23, -0.05)], [0.15, 0.1, 0.08], True), ([(-0.4, -0.42),
        (-0.42, -0.2), (-0.38, -0.05)], [0.18, 0.1, 0.08], True), ([(0.34, -0.44), (0.36, -0.2), (0.36, -0.05)],
        [0.18, 0.11, 0.09], False), ([(-0.5, -0.46), (-0.57, -0.2), (-0.55, -0.05)], [0.24, 0.11, 0.09],
        False)]  # fmt: skip
    pen.stroke("M-0.64 -0.74C-0.76 -0.7 -0.74 -0.5 -0.74 -0.36", coat, 0.035)
    pen.smooth([(-0.75, -0.38), (-0.7, -0.3), (-0.74, -0.2), (-0.79, -0.3)], patch)
    legs(pen, parts, coat, far=True, foot=_HOOF)
    pen.smooth([(-0.32, -0.36), (-0.14, -0.36), (-0.16, -0.26), (-0.3, -0.26)], Tone("pink", 0.78))
    body: list[Point] = [(-0.66, -0.68), (-0.54, -0.78), (-0.2, -0.75), (0.16, -0.77), (0.36, -0.8), (0.5, -0.9),
        (0.6, -0.95), (0.72, -0.88), (0.8, -0.72), (0.87, -0.62), (0.82, -0.54), (0.7, -0.56), (0.58, -0.64),
        (0.5, -0.56), (0.45, -0.42), (0.34, -0.34), (0.0, -0.32), (-0.36, -0.36), (-0.58, -0.38),
        (-0.67, -0.5)]  # fmt: skip
    pen.path(smooth_path(body), coat)
    pen.smooth([(-0.54, -0.77), (-0.2, -0.75), (-0.16, -0.62), (-0.32, -0.5), (-0.52, -0.56), (-0.6, -0.68)], patch)
    pen.smooth([(0.1, -0.76), (0.3, -0.78), (0.4, -0.66), (0.28, -0.5), (0.12, -0.56), (0.04, -0.66)], patch)
    pen.smooth([(-0.12, -0.42), (0.04, -0.46), (0.1, -0.36), (-0.02, -0.33), (-0.14, -0.36)], patch)
    pen.smooth([(0.5, -0.9), (0.6, -0.95), (0.68, -0.91), (0.66, -0.78), (0.56, -0.74)], patch)
    shadow(pen, [(0.36, -0.37), (0.0, -0.34), (-0.36, -0.38), (-0.6, -0.42), (-0.2, -0.409), (0.2, -0.404)],
        smooth=True, strength=0.12)  # fmt: skip
    legs(pen, parts, coat, far=False, foot=_HOOF)
    pen.smooth([(0.87, -0.62), (0.82, -0.54), (0.72, -0.56), (0.7, -0.64), (0.8, -0.68)], Tone("pink", 0.8))
    pen.smooth([(0.54, -0.86), (0.42, -0.9), (0.36, -0.83), (0.46, -0.79)], coat)
    pen.smooth([(0.54, -0.86), (0.42, -0.9), (0.36, -0.83), (0.46, -0.79)], INK, opacity=0.24)
    pen.stroke("M0.57 -0.93C0.52 -0.97 0.53 -1 0.57 -1.0", Tone("warm", 0.86), 0.032)
    pen.stroke("M0.65 -0.94C0.66 -0.99 0.7 -1 0.73 -0.98", Tone("warm", 0.86), 0.032)
    pen.circle(0.69, -0.78, 0.022, INK if coat.role != "own" else PAPER)
    pen.circle(0.835, -0.6, 0.012, INK)
    pen.line([(0.44, -0.74), (0.52, -0.58)], Tone("accent"), 0.03)
    pen.polygon([(0.49, -0.57), (0.56, -0.57), (0.58, -0.49), (0.47, -0.49)], Tone("warm", 0.76))
    if look.ridden:
        _saddle(pen, -0.08, -0.76, 0.34, 0.2)
    return Sketch(pen, {"head": (0.61, -0.95), "neck": (0.46, -0.66), "hand": (0.84, -0.54), "back": (-0.08, -0.76),
                        "pack": (-0.08, -0.74)}, head=0.13, facing="side")  # fmt: skip


def deer(look: Look) -> Sketch:
    """A slender deer; a stag with antlers or a spotted doe, by seed."""
    rng, pen = look.rng, fresh(look)
    coat = look.main(Tone("earth", 0.55), Tone("earth", 0.5))
    stag = rng.random() < 0.65
    k = 0.8 if stag else 1.0
    parts: list[Leg] = [([(0.2, -0.44), (0.25, -0.24), (0.22, -0.03)], [0.11, 0.05, 0.036], True), ([(-0.26, -0.44),
        (-0.22, -0.24), (-0.2, -0.03)], [0.15, 0.05, 0.036], True), ([(0.24, -0.45), (0.2, -0.24), (0.19, -0.03)],
        [0.13, 0.054, 0.038], False), ([(-0.31, -0.46), (-0.39, -0.24), (-0.36, -0.03)], [0.18, 0.056, 0.038],
        False)]  # fmt: skip
    doe = Pen()
    legs(doe, parts, coat, far=True, foot=_HOOF)
    body: list[Point] = [(-0.42, -0.56), (-0.3, -0.63), (-0.08, -0.61), (0.12, -0.63), (0.2, -0.74), (0.26, -0.88),
        (0.34, -0.96), (0.44, -0.94), (0.56, -0.84), (0.55, -0.79), (0.44, -0.8), (0.37, -0.79), (0.34, -0.64),
        (0.3, -0.5), (0.22, -0.41), (0.0, -0.4), (-0.2, -0.43), (-0.36, -0.4), (-0.44, -0.48)]  # fmt: skip
    doe.path(smooth_path(body), coat)
    doe.smooth([(-0.43, -0.58), (-0.5, -0.56), (-0.49, -0.44), (-0.43, -0.46)], Tone("paper", 0.97))
    doe.smooth(
        [(0.31, -0.78), (0.36, -0.78), (0.34, -0.62), (0.29, -0.47), (0.23, -0.46), (0.28, -0.6)], PAPER, opacity=0.75
    )
    shadow(doe, [(0.2, -0.43), (0.0, -0.42), (-0.2, -0.45), (-0.34, -0.44), (-0.1, -0.468), (0.1, -0.463)],
        smooth=True, strength=0.12)  # fmt: skip
    legs(doe, parts, coat, far=False, foot=_HOOF)
    doe.smooth([(0.31, -0.92), (0.2, -0.98), (0.15, -0.93), (0.26, -0.87)], coat)
    doe.smooth([(0.31, -0.92), (0.2, -0.98), (0.15, -0.93), (0.26, -0.87)], INK, opacity=0.22)
    for _ in range(9 if not stag else 4):
        doe.circle(rng.uniform(-0.34, 0.08), rng.uniform(-0.6, -0.52), 0.013, PAPER, opacity=0.85)
    doe.circle(0.42, -0.88, 0.018, INK)
    doe.circle(0.553, -0.825, 0.022, INK)
    if stag:
        for tone, dx in ((Tone("earth", 0.42), 0.05), (Tone("earth", 0.66), 0.0)):
            x = 0.31 + dx
            doe.stroke(f"M{x} -0.94C{x - 0.02} -1.02 {x - 0.16} -1.06 {x - 0.12} -1.24M{x - 0.075} -1.05"
                f"C{x - 0.14} -1.06 {x - 0.22} -1.1 {x - 0.22} -1.17"
                       f"M{x - 0.04} -1.02C{x + 0.04} -1.06 {x + 0.07} -1.12 {x + 0.05} -1.18M{x - 0.125} -1.13"
                           f"C{x - 0.06} -1.15 {x - 0.04} -1.2 {x - 0.04} -1.23", tone, 0.024)  # fmt: skip
    pen.place(doe, 0, 0, k)
    return Sketch(pen, {"head": (0.33 * k, -0.95 * k), "neck": (0.27 * k, -0.68 * k), "hand": (0.54 * k, -0.78 * k),
        "back": (-0.08 * k, -0.61 * k), "pack": (-0.1 * k, -0.6 * k)}, head=0.11 * k, facing="side")  # fmt: skip


def camel(look: Look) -> Sketch:
    """A dromedary striding, with a tasselled blanket over its hump."""
    rng, pen = look.rng, fresh(look)
    coat = look.main(Tone("warm", 0.64), Tone("earth", 0.56), Tone("earth", 0.48))
    parts: list[Leg] = [([(0.22, -0.44), (0.32, -0.26), (0.3, -0.05)], [0.14, 0.075, 0.06], True), ([(-0.3, -0.44),
        (-0.22, -0.26), (-0.24, -0.05)], [0.18, 0.075, 0.06], True), ([(0.24, -0.46), (0.16, -0.25), (0.14, -0.04)],
        [0.16, 0.08, 0.062], False), ([(-0.36, -0.48), (-0.46, -0.26), (-0.42, -0.04)], [0.22, 0.085, 0.062],
        False)]  # fmt: skip
    pen.stroke("M-0.46 -0.6C-0.54 -0.52 -0.52 -0.42 -0.53 -0.36", coat, 0.03)
    legs(pen, parts, coat, far=True)
    for x, y in ((0.3, -0.02), (-0.24, -0.02), (0.15, -0.015), (-0.41, -0.015)):
        pen.ellipse(x + 0.015, y, 0.052, 0.022, Tone("earth", 0.38))
    body: list[Point] = [(-0.47, -0.58), (-0.36, -0.68), (-0.22, -0.72), (-0.12, -0.83), (-0.02, -0.89),
        (0.08, -0.82), (0.17, -0.7), (0.28, -0.66), (0.38, -0.68), (0.46, -0.78), (0.48, -0.92), (0.55, -0.995),
        (0.66, -0.98), (0.78, -0.92), (0.8, -0.86), (0.7, -0.84), (0.6, -0.86), (0.585, -0.76), (0.54, -0.62),
        (0.42, -0.52), (0.3, -0.44), (0.1, -0.41), (-0.15, -0.42), (-0.36, -0.46), (-0.46, -0.46)]  # fmt: skip
    pen.path(smooth_path(body), coat)
    shadow(pen, [(0.3, -0.46), (0.1, -0.43), (-0.15, -0.44), (-0.36, -0.48), (-0.1, -0.486), (0.2, -0.486)],
        smooth=True, strength=0.12)  # fmt: skip
    legs(pen, parts, coat, far=False)
    pen.smooth([(0.53, -0.97), (0.48, -1.01), (0.46, -0.96), (0.5, -0.93)], coat)
    shadow(pen, [(0.53, -0.97), (0.48, -1.01), (0.46, -0.96), (0.5, -0.93)], smooth=True, strength=0.3)
    pen.circle(0.63, -0.925, 0.016, INK)
    pen.line([(0.725, -0.868), (0.79, -0.885)], INK, 0.01, opacity=0.6)
    cloth = rng.choice((Tone("accent"), Tone("accent2"), Tone("purple")))
    pen.smooth([(-0.2, -0.75), (-0.1, -0.86), (-0.02, -0.9), (0.07, -0.85), (0.16, -0.73), (0.15, -0.56),
        (-0.02, -0.53), (-0.2, -0.56)], cloth)  # fmt: skip
    pen.stroke("M-0.19 -0.6C-0.06 -0.57 0.06 -0.57 0.15 -0.6", Tone("warm", 0.84), 0.025)
    for i in range(6):
        pen.line([(-0.17 + i * 0.06, -0.545), (-0.17 + i * 0.06, -0.5)], Tone("warm", 0.8), 0.014)
    shadow(pen, [(0.04, -0.86), (0.16, -0.73), (0.15, -0.56), (0.04, -0.54)], strength=0.15)
    pen.line([(0.685, -0.96), (0.69, -0.85)], cloth, 0.016)
    return Sketch(pen, {"head": (0.58, -0.99), "neck": (0.5, -0.72), "hand": (0.76, -0.84), "back": (-0.02, -0.85),
                        "pack": (-0.2, -0.72)}, head=0.1, facing="side")  # fmt: skip


DRAWERS: Mapping[str, Drawer] = MappingProxyType(
    {"horse": horse, "sheep": sheep, "cow": cow, "deer": deer, "camel": camel}
)
