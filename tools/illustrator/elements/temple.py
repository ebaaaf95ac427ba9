"""The temple hall: a two-tiered roof over painted beams and red columns; also stands for palaces and pavilions."""

from collections.abc import Mapping
from types import MappingProxyType

from wanderhue.tools.illustrator.elements.east import curved_roof
from wanderhue.tools.illustrator.elements.forms import boxes, rings
from wanderhue.tools.illustrator.elements.sketch import INK, SNOW, Drawer, Look, Sketch, fresh, shadow
from wanderhue.tools.illustrator.pen import Pen, Tone


def temple(look: Look) -> Sketch:
    """A hall of two roofs on a stone platform with steps, columns and lattice doors."""
    pen = fresh(look)
    column = look.main(Tone("accent", 0.5), Tone("accent"))
    roof = Tone("ink", 0.36)
    _platform(pen, look)
    _walls(pen, look, column)
    curved_roof(pen, -0.5, 0.98, 0.17, 0.62, roof, lift=0.06, snowy=look.snowy, tiles=20)
    tone, glow = look.window(Tone("earth", 0.6))
    pen.rect(-0.56, -0.735, 1.12, 0.13, Tone("green", 0.46))
    pen.path(boxes([(-0.5 + i * 0.125, -0.7) for i in range(8)], 0.095, 0.06), tone, glow=glow)
    pen.path(boxes([(-0.56 + i * 0.1254, -0.735) for i in range(9)], 0.024, 0.13), column)
    pen.rect(-0.58, -0.735, 1.16, 0.035, INK, opacity=0.3)
    pen.path(rings([(-0.56 + i * 0.08, -0.745, 0.014) for i in range(15)]), Tone("warm", 0.72))
    curved_roof(pen, -0.76, 0.8, 0.2, 0.5, roof, lift=0.06, snowy=look.snowy, tiles=16)
    pen.path("M-0.55 -1C-0.4 -0.955 0.4 -0.955 0.55 -1L0.53 -0.925C0.35 -0.91 -0.35 -0.91 -0.53 -0.925Z", roof)
    pen.stroke("M-0.545 -0.995C-0.4 -0.952 0.4 -0.952 0.545 -0.995", SNOW if look.snowy else Tone("stone", 0.8), 0.017)
    return Sketch(pen, {"back": (0.0, -0.95)})


def _platform(pen: Pen, look: Look) -> None:
    for y, half, height, light in ((-0.06, 1.0, 0.06, 0.66), (-0.115, 0.92, 0.055, 0.76)):
        pen.rect(-half, y, 2 * half, height, Tone("stone", light))
        pen.rect(-half, y + height * 0.6, 2 * half, height * 0.4, INK, opacity=0.14)
    for i in range(4):
        half = 0.2 - i * 0.012
        pen.rect(-half, -0.03 - i * 0.0285, 2 * half, 0.03, Tone("paper", 0.9 - 0.035 * (i % 2)))
        pen.rect(-half, -0.008 - i * 0.0285, 2 * half, 0.008, INK, opacity=0.22)
    if look.snowy:
        pen.rect(-1.0, -0.072, 0.78, 0.02, SNOW)
        pen.rect(0.22, -0.072, 0.78, 0.02, SNOW)


def _walls(pen: Pen, look: Look, column: Tone) -> None:
    pen.rect(-0.8, -0.46, 1.6, 0.345, Tone("paper", 0.92))
    tone, glow = look.window(Tone("paper", 0.97))
    bays = [-0.8 + 1.6 * i / 5 for i in range(6)]
    for i, x in enumerate(bays[:-1]):
        door = i in (1, 2, 3)
        pen.rect(x + 0.035, -0.4, 0.25, 0.285 if door else 0.17, tone, glow=glow)
        lines = "".join(f"M{x + 0.035 + 0.25 * k / 6:.4f} -0.4L{x + 0.035 + 0.25 * k / 6:.4f} -0.23" for k in range(7))
        rows = "".join(f"M{x + 0.035:.4f} {y}L{x + 0.285:.4f} {y}" for y in (-0.4, -0.343, -0.287, -0.23))
        pen.stroke(lines + rows, Tone("green", 0.42), 0.007)
        if door:
            pen.rect(x + 0.035, -0.23, 0.25, 0.115, Tone("earth", 0.44))
            pen.rect(x + 0.15, -0.4, 0.02, 0.285, Tone("earth", 0.34))
    pen.rect(0.16, -0.46, 0.64, 0.345, INK, opacity=0.07)
    for x in bays:
        pen.rect(x - 0.026, -0.46, 0.052, 0.345, column)
        shadow(pen, [(x + 0.004, -0.46), (x + 0.026, -0.46), (x + 0.026, -0.115), (x + 0.004, -0.115)], strength=0.25)
        pen.rect(x - 0.036, -0.128, 0.072, 0.024, Tone("stone", 0.62))
    pen.rect(-0.84, -0.475, 1.68, 0.05, Tone("green", 0.46))
    pen.path(boxes([(-0.8 + i * 0.1, -0.462) for i in range(17)], 0.045, 0.024), Tone("warm", 0.74))
    pen.rect(-0.84, -0.425, 1.68, 0.03, INK, opacity=0.22)
    pen.path(rings([(-0.86 + i * 0.0716, -0.49, 0.017) for i in range(25)]), Tone("warm", 0.7))


DRAWERS: Mapping[str, Drawer] = MappingProxyType({"temple": temple})
