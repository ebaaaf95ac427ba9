"""What swims: a duck (or swan), a whale. The ground line is the waterline."""

from collections.abc import Mapping
from types import MappingProxyType

from wanderhue.tools.illustrator.elements.sketch import INK, PAPER, Drawer, Look, Sketch, fresh, shadow
from wanderhue.tools.illustrator.pen import Tone, smooth_path


def duck(look: Look) -> Sketch:
    """A white duck or a drake on the water."""
    rng, pen = look.rng, fresh(look)
    coat = look.main(Tone("paper", 0.96), Tone("stone", 0.74), Tone("warm", 0.84))
    head = coat if coat.role != "stone" else Tone("green", 0.42)
    pen.smooth([(0.6, -0.74), (0.8, -0.7), (0.84, -0.62), (0.58, -0.6)], Tone("warm", 0.72))
    body = [(-0.98, -0.52), (-0.7, -0.4), (-0.3, -0.52), (0.1, -0.5), (0.5, -0.42), (0.66, -0.2), (0.46, -0.02),
        (-0.4, -0.01), (-0.74, -0.12)]  # fmt: skip
    pen.path(smooth_path(body), coat, shade="bottom")
    pen.smooth([(0.12, -0.44), (0.24, -0.6), (0.22, -0.82), (0.34, -0.98), (0.54, -0.97), (0.66, -0.82), (0.6, -0.62),
        (0.52, -0.48), (0.6, -0.34)], head)  # fmt: skip
    if head is not coat:
        pen.line([(0.23, -0.5), (0.4, -0.46), (0.54, -0.5)], PAPER, 0.06)
    pen.circle(0.5, -0.8, 0.035, INK)
    wing = [(-0.86, -0.44), (-0.5, -0.4), (-0.2, -0.46), (0.16, -0.38), (0.2, -0.22), (-0.1, -0.12), (-0.5, -0.18)]
    shadow(pen, wing, smooth=True, strength=0.17)
    shadow(pen, [(-0.7, -0.1), (0.55, -0.1), (0.44, -0.01), (-0.4, 0.0)], smooth=True, strength=0.15)
    for y, half, opacity in ((0.01, 0.85, 0.8), (0.12, 0.5, 0.45)):
        dx = rng.uniform(-0.1, 0.1)
        pen.line([(-half + dx, y), (half + dx, y)], Tone("paper", 0.94), 0.035, opacity=opacity)
    return Sketch(pen, {"head": (0.43, -0.97), "neck": (0.38, -0.54), "hand": (0.78, -0.6), "back": (-0.3, -0.46),
        "pack": (-0.3, -0.4)}, head=0.2, facing="side")  # fmt: skip


def whale(look: Look) -> Sketch:
    """A whale at the surface: rounded back, pale belly, raised fluke, a spout."""
    pen = fresh(look)
    skin = look.main(Tone("water", 0.45), Tone("ink", 0.42), Tone("sky", 0.55))
    for s in (-1, 1):
        pen.stroke(f"M0.42 -0.62C0.42 -0.8 {0.42 + s * 0.05} -0.98 {0.42 + s * 0.2} -0.9", Tone("paper", 0.95), 0.045)
        pen.circle(0.42 + s * 0.24, -0.82, 0.032, Tone("paper", 0.95))
    pen.circle(0.42, -0.95, 0.04, Tone("paper", 0.95))
    fluke = [(-0.98, -0.36), (-1.05, -0.54), (-1.3, -0.68), (-1.34, -0.82), (-1.1, -0.78), (-0.95, -0.68),
        (-0.8, -0.84), (-0.56, -0.86), (-0.6, -0.7), (-0.82, -0.56), (-0.82, -0.36)]  # fmt: skip
    pen.smooth(fluke, skin)
    shadow(pen, fluke, smooth=True, strength=0.18)
    body = (
        "M-1.06 -0.4C-0.98 -0.24 -0.86 -0.2 -0.7 -0.26C-0.4 -0.5 0 -0.64 0.4 -0.62"
        "C0.86 -0.58 1.06 -0.32 1.06 0L-0.7 0C-0.92 -0.06 -1.06 -0.22 -1.06 -0.4Z"
    )
    pen.path(body, skin, shade="bottom")
    pen.path("M1.06 0C1.06 -0.12 1.02 -0.2 0.98 -0.26C0.7 -0.1 0.3 -0.12 0.1 0Z", Tone("paper", 0.93))
    for i in range(4):
        x = 0.36 + i * 0.16
        pen.stroke(f"M{x} -0.005C{x + 0.06} -0.05 {x + 0.16} -0.08 {x + 0.22} -0.1", Tone("stone", 0.66), 0.012)
    pen.smooth([(0.28, -0.12), (0.12, -0.02), (-0.02, 0.06), (0.2, 0.05), (0.42, -0.06)], skin)
    shadow(pen, [(0.28, -0.12), (0.12, -0.02), (-0.02, 0.06), (0.2, 0.05), (0.42, -0.06)], smooth=True, strength=0.3)
    pen.circle(0.78, -0.3, 0.032, PAPER)
    pen.circle(0.785, -0.3, 0.02, INK)
    pen.stroke("M0.16 -0.56C0.3 -0.585 0.44 -0.58 0.56 -0.54", PAPER, 0.02, opacity=0.4)
    for x, w, y, opacity in ((0.1, 1.15, 0.015, 0.85), (-0.2, 0.6, 0.09, 0.45)):
        pen.line([(x - w, y), (x + w, y)], Tone("paper", 0.94), 0.032, opacity=opacity)
    return Sketch(pen, {"head": (0.55, -0.6), "neck": (0.6, -0.3), "hand": (1.0, -0.28), "back": (0.1, -0.58),
        "pack": (0.0, -0.55)}, head=0.24, facing="side")  # fmt: skip


DRAWERS: Mapping[str, Drawer] = MappingProxyType({"duck": duck, "whale": whale})
