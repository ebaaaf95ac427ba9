"""The lighthouse and the house that often stands beside it."""

from collections.abc import Mapping
from types import MappingProxyType

from wanderhue.tools.illustrator.elements.forms import doorway
from wanderhue.tools.illustrator.elements.sketch import INK, SNOW, Drawer, Look, Sketch, fresh, shadow
from wanderhue.tools.illustrator.pen import Pen, Point, Tone


def lighthouse(look: Look) -> Sketch:
    """A striped lighthouse with gallery and lantern room; at night the lamp throws two beams."""
    rng, pen = look.rng, fresh(look)
    main = look.main(Tone("accent"), Tone("accent"), Tone("accent2"))
    stripes = rng.choice((5, 7))
    if look.night:
        _beams(pen)
    low, high, top = 0.125, 0.072, -0.78

    def half(y: float) -> float:
        return low + (high - low) * (y / top)

    pen.polygon([(-0.155, 0.0), (0.155, 0.0), (0.14, -0.03), (-0.14, -0.03)], Tone("stone", 0.66))
    for i in range(stripes):
        a, b = top * i / stripes, top * (i + 1) / stripes
        tone = Tone("paper", 0.96) if i % 2 == 0 else main
        pen.polygon([(-half(a), a), (half(a), a), (half(b), b), (-half(b), b)], tone)
    for edge, strength in ((0.12, 0.14), (0.6, 0.16)):
        shadow(pen, [(half(0) * edge, 0), (half(0), 0), (half(top), top), (half(top) * edge, top)], strength=strength)
    tone, glow = look.window(Tone("ink", 0.34))
    for y in (-0.26, -0.44, -0.62):
        pen.polygon(doorway(-0.012, y, 0.032, 0.055), tone, glow=glow)
    pen.polygon(doorway(-0.012, -0.002, 0.062, 0.11), Tone("earth", 0.38))
    _lantern_room(pen, main)
    if look.snowy:
        pen.polygon([(-0.07, -0.935), (0, -1.0), (0.07, -0.935), (0.03, -0.95), (0.0, -0.94), (-0.03, -0.952)], SNOW)
    return Sketch(pen, {"back": (0.0, -0.8), "lamp": (0.0, -0.885)})


def _beams(pen: Pen) -> None:
    """Two beams that fade as they widen."""
    reach, spread = (0.03, 0.2, 0.38, 0.58, 0.8), 0.085
    for near, far, opacity in zip(reach, reach[1:], (0.26, 0.18, 0.11, 0.05), strict=False):
        for s in (-1, 1):
            a, b = 0.02 + spread * near, 0.02 + spread * far
            beam = [(s * near, -0.885 - a), (s * far, -0.885 - b), (s * far, -0.885 + b), (s * near, -0.885 + a)]
            pen.polygon(beam, Tone("warm", 0.92), opacity=opacity, glow=True)


def _lantern_room(pen: Pen, main: Tone) -> None:
    pen.polygon([(-0.072, -0.78), (0.072, -0.78), (0.11, -0.815), (-0.11, -0.815)], Tone("ink", 0.36))
    pen.rect(-0.112, -0.83, 0.224, 0.017, Tone("ink", 0.30))
    for i in range(9):
        pen.line([(-0.105 + i * 0.02625, -0.83), (-0.105 + i * 0.02625, -0.868)], Tone("ink", 0.34), 0.006)
    pen.line([(-0.108, -0.868), (0.108, -0.868)], Tone("ink", 0.34), 0.008)
    pen.rect(-0.052, -0.93, 0.104, 0.1, Tone("warm", 0.9), glow=True)
    pen.circle(0.0, -0.885, 0.028, Tone("paper", 0.98), glow=True)
    for x in (-0.05, -0.018, 0.018, 0.05):
        pen.line([(x, -0.93), (x, -0.832)], Tone("ink", 0.34), 0.007)
    dome: list[Point] = [(-0.068, -0.925), (-0.055, -0.95), (-0.028, -0.972), (0.0, -0.982), (0.028, -0.972),
        (0.055, -0.95), (0.068, -0.925)]  # fmt: skip
    pen.polygon(dome, main)
    shadow(pen, [(0.01, -0.925), (0.015, -0.98), (0.028, -0.972), (0.055, -0.95), (0.068, -0.925)], strength=0.26)
    pen.circle(0.0, -0.985, 0.011, Tone("ink", 0.32))
    pen.line([(0.0, -0.985), (0.0, -1.0)], Tone("ink", 0.32), 0.006)


def house(look: Look) -> Sketch:
    """A small house seen from a corner: lit gable, shaded long wall, colored roof, chimney."""
    rng, pen = look.rng, fresh(look)
    roof = look.main(Tone("accent"), Tone("accent2", 0.5), Tone("earth", 0.45))
    wall = rng.choice((Tone("paper", 0.95), Tone("paper", 0.92), Tone("warm", 0.88)))
    pen.rect(0.42, -0.98, 0.12, 0.3, Tone("earth", 0.5), shade="right")
    pen.rect(0.405, -1.0, 0.15, 0.045, Tone("earth", 0.36))
    pen.rect(-0.2, -0.55, 0.9, 0.55, wall)
    shadow(pen, [(-0.2, -0.55), (0.7, -0.55), (0.7, 0), (-0.2, 0)], strength=0.15)
    pen.polygon([(-0.68, 0.0), (-0.68, -0.52), (-0.42, -0.86), (-0.16, -0.52), (-0.16, 0.0)], wall)
    pen.polygon([(-0.42, -0.93), (0.52, -0.9), (0.8, -0.5), (-0.12, -0.5)], roof, shade="bottom")
    for t in (0.3, 0.56, 0.8):
        pen.line([(-0.42 + 0.3 * t, -0.93 + 0.43 * t), (0.52 + 0.28 * t, -0.9 + 0.4 * t)], INK, 0.008, opacity=0.2)
    pen.polygon([(-0.42, -0.93), (-0.76, -0.49), (-0.7, -0.455), (-0.42, -0.825), (-0.17, -0.475), (-0.1, -0.5)], roof)
    shadow(pen, [(-0.42, -0.93), (-0.42, -0.825), (-0.17, -0.475), (-0.1, -0.5)], strength=0.25)
    shadow(pen, [(-0.16, -0.5), (0.7, -0.5), (0.7, -0.43), (-0.16, -0.43)], strength=0.2)
    tone, glow = look.window(Tone("water", 0.45))
    for x, y in ((0.06, -0.24), (0.42, -0.24)):
        _window(pen, x, y, 0.16, 0.19, tone, glow=glow)
        for s in (-0.055, 0.165):
            pen.rect(x + s, y - 0.19, 0.05, 0.19, roof)
    pen.circle(-0.42, -0.6, 0.065, Tone("paper", 0.98))
    pen.circle(-0.42, -0.6, 0.048, tone, glow=glow)
    _window(pen, -0.62, -0.22, 0.13, 0.17, tone, glow=glow)
    pen.polygon(doorway(-0.32, 0.0, 0.16, 0.36), Tone("earth", 0.40))
    pen.circle(-0.27, -0.16, 0.012, Tone("warm", 0.8))
    if look.snowy:
        _snow(pen)
    return Sketch(pen, {"back": (0.1, -0.92)})


def _window(pen: Pen, x: float, y: float, w: float, h: float, tone: Tone, *, glow: bool) -> None:
    pen.rect(x - 0.015, y - h - 0.015, w + 0.03, h + 0.03, Tone("paper", 0.98))
    pen.rect(x, y - h, w, h, tone, glow=glow)
    pen.line([(x + w / 2, y - h), (x + w / 2, y)], Tone("paper", 0.98), 0.014)
    pen.line([(x, y - h / 2), (x + w, y - h / 2)], Tone("paper", 0.98), 0.014)


def _snow(pen: Pen) -> None:
    pen.polygon([(-0.42, -0.97), (0.53, -0.94), (0.72, -0.66), (0.6, -0.7), (0.48, -0.62), (0.34, -0.7), (0.2, -0.61),
        (0.05, -0.7), (-0.08, -0.63), (-0.2, -0.72)], SNOW)  # fmt: skip
    pen.polygon(
        [(-0.42, -0.97), (-0.66, -0.64), (-0.58, -0.67), (-0.5, -0.74), (-0.42, -0.78), (-0.3, -0.72), (-0.22, -0.72)],
        SNOW,
    )
    pen.polygon([(0.4, -1.0), (0.56, -1.0), (0.55, -1.035), (0.41, -1.035)], SNOW)


DRAWERS: Mapping[str, Drawer] = MappingProxyType({"lighthouse": lighthouse, "house": house})
