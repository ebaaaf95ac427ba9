"""Small animals and the bear: dog, cat, rabbit, fox, bear. All look to the right; the compositor mirrors them."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from wanderhue.tools.illustrator.elements.forms import limb
from wanderhue.tools.illustrator.elements.sketch import INK, PAPER, Drawer, Look, Sketch, fresh, shadow
from wanderhue.tools.illustrator.pen import Pen, Point, Tone, smooth_path

Leg = tuple[Sequence[Point], Sequence[float], bool]
"""Joints, widths, and whether it is a far leg."""


def legs(pen: Pen, parts: Sequence[Leg], tone: Tone, *, far: bool, foot: Tone | None = None) -> None:
    """The far or the near legs, feet in a tone of their own where one is given."""
    for joints, widths, is_far in parts:
        if is_far is not far:
            continue
        outline = limb(joints, widths)
        pen.smooth(outline, tone)
        if foot is not None:
            (x0, y0), (x1, y1) = joints[-2], joints[-1]
            cut = (x1 + (x0 - x1) * 0.28, y1 + (y0 - y1) * 0.28)
            pen.smooth(limb([cut, joints[-1]], [widths[-1] * 1.02, widths[-1] * 1.06]), foot)
        if far:
            shadow(pen, outline, smooth=True, strength=0.3)


def dog(look: Look) -> Sketch:
    """A friendly dog with a floppy ear, a collar and a wagging tail."""
    rng, pen = look.rng, fresh(look)
    coat = look.main(Tone("warm", 0.76), Tone("earth", 0.56), Tone("paper", 0.93), Tone("earth", 0.42))
    collar = rng.choice((Tone("accent"), Tone("accent2")))
    parts: list[Leg] = [([(0.22, -0.4), (0.2, -0.2), (0.18, -0.04)], [0.15, 0.1, 0.09], True), ([(-0.3, -0.4),
        (-0.36, -0.2), (-0.28, -0.04)], [0.2, 0.1, 0.09], True), ([(0.32, -0.42), (0.34, -0.2), (0.35, -0.04)],
        [0.17, 0.11, 0.1], False), ([(-0.4, -0.42), (-0.5, -0.2), (-0.44, -0.04)], [0.24, 0.11, 0.1],
        False)]  # fmt: skip
    pen.smooth(limb([(-0.44, -0.54), (-0.6, -0.68), (-0.62, -0.88)], [0.1, 0.085, 0.05]), coat)
    legs(pen, parts, coat, far=True)
    body: list[Point] = [(-0.52, -0.54), (-0.36, -0.63), (0.0, -0.61), (0.17, -0.68), (0.24, -0.86), (0.36, -0.98),
        (0.5, -0.97), (0.58, -0.87), (0.73, -0.82), (0.77, -0.74), (0.68, -0.67), (0.52, -0.65), (0.44, -0.56),
        (0.41, -0.44), (0.3, -0.33), (0.06, -0.3), (-0.22, -0.34), (-0.44, -0.3), (-0.55, -0.4)]  # fmt: skip
    pen.path(smooth_path(body), coat)
    pen.smooth([(0.42, -0.6), (0.44, -0.44), (0.34, -0.36), (0.28, -0.46), (0.34, -0.58)], PAPER, opacity=0.8)
    shadow(
        pen, [(0.2, -0.33), (-0.22, -0.36), (-0.45, -0.33), (-0.2, -0.385), (0.12, -0.37)], smooth=True, strength=0.12
    )
    legs(pen, parts, coat, far=False, foot=PAPER if rng.random() < 0.5 else None)
    pen.line([(0.21, -0.74), (0.33, -0.66), (0.45, -0.63)], collar, 0.055)
    pen.circle(0.4, -0.6, 0.035, Tone("warm", 0.85))
    ear = [(0.3, -0.94), (0.24, -0.8), (0.27, -0.66), (0.36, -0.68), (0.42, -0.8), (0.41, -0.94)]
    pen.smooth(ear, coat)
    shadow(pen, ear, smooth=True, strength=0.38)
    pen.circle(0.53, -0.84, 0.03, INK)
    pen.ellipse(0.755, -0.785, 0.042, 0.034, INK)
    pen.stroke("M0.735 -0.72C0.69 -0.7 0.65 -0.7 0.62 -0.72", INK, 0.014, opacity=0.7)
    return Sketch(pen, {"head": (0.4, -0.97), "neck": (0.32, -0.67), "hand": (0.73, -0.68), "back": (-0.1, -0.61),
                        "pack": (-0.12, -0.58)}, head=0.14, facing="side")  # fmt: skip


def cat(look: Look) -> Sketch:
    """A sitting cat, its tail around its feet."""
    rng, pen = look.rng, fresh(look)
    coat = look.main(Tone("warm", 0.74), Tone("ink", 0.38), Tone("stone", 0.66), Tone("paper", 0.93))
    pen.smooth(limb([(-0.22, -0.08), (-0.44, -0.06), (-0.52, -0.22), (-0.44, -0.4)], [0.13, 0.12, 0.1, 0.06]), coat)
    shadow(pen, limb([(-0.47, -0.3), (-0.46, -0.36), (-0.44, -0.4)], [0.09, 0.085, 0.06]), smooth=True, strength=0.3)
    body = [(-0.06, -0.66), (-0.24, -0.48), (-0.35, -0.24), (-0.33, -0.03), (-0.1, 0.0), (0.22, 0.0), (0.28, -0.1),
        (0.25, -0.4), (0.2, -0.62)]  # fmt: skip
    pen.path(smooth_path(body), coat, shade="right")
    shadow(pen, [(-0.33, -0.1), (-0.3, -0.3), (-0.15, -0.34), (-0.02, -0.2), (-0.04, -0.128), (-0.2, -0.117)],
        smooth=True, strength=0.12)  # fmt: skip
    for x in (0.08, 0.2):
        pen.path(smooth_path([(x - 0.06, -0.36), (x + 0.05, -0.36), (x + 0.06, -0.02), (x - 0.06, -0.02)]), coat)
        pen.ellipse(x + 0.01, -0.03, 0.07, 0.04, PAPER, opacity=0.85)
    if look.holds:
        pen.smooth(limb([(0.18, -0.32), (0.34, -0.3), (0.42, -0.4)], [0.13, 0.11, 0.1]), coat)
    pen.line([(0.145, -0.32), (0.145, -0.04)], INK, 0.012, opacity=0.35)
    pen.smooth(
        [(0.03, -0.56), (0.14, -0.6), (0.24, -0.56), (0.22, -0.38), (0.13, -0.3), (0.05, -0.4)], PAPER, opacity=0.75
    )
    for s in (-1, 1):
        x = 0.12 + s * 0.13
        pen.polygon([(x - s * 0.09, -0.9), (x + s * 0.06, -1.0), (x + s * 0.085, -0.78)], coat)
        pen.polygon(
            [(x - s * 0.05, -0.9), (x + s * 0.045, -0.965), (x + s * 0.06, -0.83)], Tone("pink", 0.76), opacity=0.8
        )
    pen.path(smooth_path([(0.12, -0.94), (-0.06, -0.88), (-0.12, -0.73), (-0.03, -0.61), (0.12, -0.57), (0.27, -0.61),
        (0.36, -0.73), (0.3, -0.88)]), coat)  # fmt: skip
    for x, y in ((0.12, -0.93), (0.05, -0.92), (0.19, -0.92)):
        pen.line([(x, y), (x, y + 0.07)], INK, 0.02, opacity=0.3)
    for s in (-1, 1):
        pen.ellipse(0.12 + s * 0.095, -0.745, 0.027, 0.036, INK)
        for dy in (0.0, 0.035):
            pen.line([(0.12 + s * 0.1, -0.675 + dy), (0.12 + s * 0.27, -0.69 + dy * 1.8)], INK, 0.006, opacity=0.55)
    pen.polygon([(0.09, -0.69), (0.15, -0.69), (0.12, -0.66)], Tone("accent", 0.66))
    pen.stroke("M0.12 -0.66C0.11 -0.63 0.08 -0.63 0.07 -0.64M0.12 -0.66C0.13 -0.63 0.16 -0.63 0.17 -0.64", INK, 0.011)
    if rng.random() < 0.6:
        pen.line([(0.0, -0.585), (0.12, -0.55), (0.24, -0.585)], rng.choice((Tone("accent"), Tone("accent2"))), 0.04)
    return Sketch(pen, {"head": (0.12, -0.92), "neck": (0.12, -0.575), "hand": (0.42, -0.4) if look.holds
        else (0.26, -0.32), "back": (0.0, -0.6), "pack": (-0.2, -0.42)}, head=0.18, facing="front")  # fmt: skip


def rabbit(look: Look) -> Sketch:
    """A sitting rabbit, ears up, one folded a little."""
    rng, pen = look.rng, fresh(look)
    coat = look.main(Tone("paper", 0.93), Tone("earth", 0.62), Tone("stone", 0.72))
    pen.circle(-0.4, -0.17, 0.1, Tone("paper", 0.98))
    bent = rng.random() < 0.4
    far = [(0.2, -0.66), (0.3, -0.82), (0.36, -0.96)] if not bent else [(0.2, -0.66), (0.3, -0.86), (0.42, -0.8)]
    ear = limb(far, [0.09, 0.12, 0.06])
    pen.smooth(ear, coat)
    shadow(pen, ear, smooth=True, strength=0.24)
    pen.smooth(limb([(0.12, -0.62), (0.08, -0.82), (0.07, -0.97)], [0.1, 0.13, 0.06]), coat)
    pen.smooth(limb([(0.11, -0.68), (0.085, -0.82), (0.075, -0.93)], [0.04, 0.06, 0.025]), Tone("pink", 0.76))
    body = [(-0.41, -0.1), (-0.4, -0.3), (-0.24, -0.46), (-0.02, -0.46), (0.04, -0.58), (0.16, -0.69), (0.32, -0.65),
        (0.4, -0.53), (0.34, -0.42), (0.25, -0.37), (0.24, -0.2), (0.26, -0.02), (0.1, 0.0),
        (-0.3, 0.0)]  # fmt: skip
    pen.path(smooth_path(body), coat)
    pen.smooth([(0.27, -0.38), (0.26, -0.2), (0.2, -0.12), (0.12, -0.24), (0.16, -0.36)], PAPER, opacity=0.8)
    haunch = [(-0.36, -0.06), (-0.34, -0.28), (-0.18, -0.38), (-0.03, -0.27), (-0.02, -0.06)]
    shadow(pen, haunch, smooth=True, strength=0.12)
    pen.ellipse(-0.05, -0.03, 0.17, 0.042, coat)
    shadow(pen, [(-0.22, -0.02), (0.1, -0.02), (0.06, 0.005), (-0.18, 0.005)], strength=0.2)
    paw = [(0.18, -0.24), (0.34, -0.23), (0.45, -0.3)] if look.holds else [(0.18, -0.24), (0.21, -0.1), (0.25, -0.03)]
    pen.smooth(limb(paw, [0.12, 0.09, 0.075]), coat)
    if look.holds:
        shadow(pen, limb(paw, [0.12, 0.09, 0.075]), smooth=True, strength=0.08)
    pen.circle(0.25, -0.555, 0.034, INK)
    pen.circle(0.26, -0.565, 0.01, PAPER)
    pen.circle(0.32, -0.465, 0.045, Tone("pink", 0.74), opacity=0.55)
    pen.ellipse(0.397, -0.53, 0.022, 0.018, Tone("pink", 0.6))
    return Sketch(pen, {"head": (0.17, -0.68), "neck": (0.17, -0.4), "hand": (0.45, -0.3), "back": (-0.15, -0.44),
                        "pack": (-0.26, -0.4)}, head=0.14, facing="side")  # fmt: skip


def fox(look: Look) -> Sketch:
    """A trotting fox: white bib and tail tip, dark stockings."""
    pen = fresh(look)
    coat = look.main(Tone("accent", 0.62), Tone("warm", 0.66))
    dark, white = Tone("ink", 0.3), Tone("paper", 0.96)
    parts: list[Leg] = [([(0.26, -0.42), (0.36, -0.24), (0.3, -0.06)], [0.14, 0.085, 0.06], True), ([(-0.26, -0.42),
        (-0.22, -0.22), (-0.16, -0.04)], [0.18, 0.085, 0.06], True), ([(0.3, -0.44), (0.24, -0.22), (0.2, -0.03)],
        [0.15, 0.09, 0.065], False), ([(-0.34, -0.44), (-0.46, -0.22), (-0.46, -0.03)], [0.22, 0.09, 0.065],
        False)]  # fmt: skip
    pen.smooth([(-0.38, -0.58), (-0.62, -0.6), (-0.95, -0.5), (-1.2, -0.28), (-1.24, -0.14), (-1.0, -0.14),
        (-0.72, -0.26), (-0.42, -0.42)], coat, shade="bottom")  # fmt: skip
    pen.smooth(
        [(-1.02, -0.44), (-1.2, -0.28), (-1.24, -0.14), (-1.04, -0.15), (-0.98, -0.2), (-1.06, -0.27), (-0.98, -0.33)],
        white,
    )
    legs(pen, parts, coat, far=True, foot=dark)
    body: list[Point] = [(-0.48, -0.54), (-0.25, -0.62), (0.1, -0.6), (0.24, -0.72), (0.36, -0.84), (0.54, -0.84),
        (0.64, -0.72), (0.84, -0.62), (0.8, -0.57), (0.58, -0.55), (0.44, -0.5), (0.36, -0.38), (0.1, -0.35),
        (-0.2, -0.4), (-0.44, -0.36)]  # fmt: skip
    for x, strength in ((0.5, 0.28), (0.36, 0.0)):
        pen.polygon([(x - 0.07, -0.8), (x + 0.02, -1.0), (x + 0.12, -0.8)], coat)
        if strength:
            shadow(pen, [(x - 0.07, -0.8), (x + 0.02, -1.0), (x + 0.12, -0.8)], strength=strength)
        pen.polygon([(x - 0.03, -0.84), (x + 0.02, -0.94), (x + 0.07, -0.83)], dark)
    pen.path(smooth_path(body), coat)
    pen.smooth([(0.84, -0.62), (0.66, -0.645), (0.52, -0.66), (0.42, -0.62), (0.34, -0.5), (0.33, -0.38),
        (0.4, -0.42), (0.5, -0.53), (0.7, -0.56)], white)  # fmt: skip
    shadow(pen, [(0.3, -0.4), (0.1, -0.37), (-0.2, -0.42), (-0.42, -0.38), (-0.2, -0.436), (0.1, -0.426)],
        smooth=True, strength=0.12)  # fmt: skip
    legs(pen, parts, coat, far=False, foot=dark)
    pen.circle(0.84, -0.62, 0.032, INK)
    pen.ellipse(0.56, -0.72, 0.025, 0.03, INK)
    return Sketch(pen, {"head": (0.44, -0.86), "neck": (0.32, -0.58), "hand": (0.8, -0.56), "back": (-0.1, -0.6),
                        "pack": (-0.1, -0.58)}, head=0.17, facing="side")  # fmt: skip


def bear(look: Look) -> Sketch:
    """A big, round-shouldered bear on all fours."""
    pen = fresh(look)
    coat = look.main(Tone("earth", 0.40), Tone("earth", 0.46))
    parts: list[Leg] = [([(0.3, -0.4), (0.34, -0.2), (0.32, -0.06)], [0.26, 0.19, 0.18], True), ([(-0.34, -0.4),
        (-0.36, -0.2), (-0.32, -0.06)], [0.3, 0.2, 0.18], True), ([(0.4, -0.4), (0.48, -0.2), (0.5, -0.07)],
        [0.3, 0.22, 0.21], False), ([(-0.46, -0.42), (-0.54, -0.2), (-0.52, -0.07)], [0.36, 0.23, 0.21],
        False)]  # fmt: skip
    legs(pen, parts, coat, far=True)
    for x, strength in ((0.72, 0.3), (0.54, 0.0)):
        pen.circle(x, -0.9, 0.085, coat)
        pen.circle(x + 0.005, -0.89, 0.045, Tone("earth", 0.62))
        if strength:
            pen.circle(x, -0.9, 0.085, INK, opacity=strength)
    body = [(-0.68, -0.5), (-0.56, -0.72), (-0.2, -0.8), (0.12, -0.84), (0.34, -0.88), (0.5, -0.9), (0.66, -0.91),
        (0.8, -0.82), (0.86, -0.71), (1.0, -0.66), (1.0, -0.55), (0.84, -0.5), (0.68, -0.46), (0.58, -0.3),
        (0.3, -0.24), (-0.2, -0.26), (-0.5, -0.22), (-0.66, -0.32)]  # fmt: skip
    pen.path(smooth_path(body), coat)
    pen.smooth(
        [(0.86, -0.7), (1.0, -0.665), (1.005, -0.56), (0.86, -0.52), (0.76, -0.58), (0.78, -0.66)], Tone("earth", 0.66)
    )
    pen.ellipse(0.985, -0.645, 0.045, 0.035, INK)
    pen.circle(0.76, -0.74, 0.03, INK)
    shadow(pen, [(0.5, -0.3), (0.2, -0.26), (-0.3, -0.28), (-0.6, -0.32), (-0.2, -0.355), (0.3, -0.355)], smooth=True,
        strength=0.12)  # fmt: skip
    legs(pen, parts, coat, far=False)
    for x in (0.5, -0.52):
        for dx in (0.05, 0.1):
            pen.line([(x + dx, -0.05), (x + dx + 0.01, -0.015)], PAPER, 0.014, opacity=0.7)
    return Sketch(pen, {"head": (0.64, -0.9), "neck": (0.5, -0.56), "hand": (0.96, -0.52), "back": (-0.1, -0.81),
                        "pack": (-0.1, -0.76)}, head=0.24, facing="side")  # fmt: skip


DRAWERS: Mapping[str, Drawer] = MappingProxyType({"dog": dog, "cat": cat, "rabbit": rabbit, "fox": fox, "bear": bear})
