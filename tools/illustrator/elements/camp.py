"""A camp: the tent and the fire."""

from collections.abc import Mapping
from types import MappingProxyType

from wanderhue.tools.illustrator.elements.sketch import INK, SNOW, Drawer, Look, Sketch, fresh, gleam, shadow
from wanderhue.tools.illustrator.pen import Tone, number


def tent(look: Look) -> Sketch:
    """A ridge tent seen from a corner: open front, long shaded side, guy ropes; lit from inside at night."""
    pen = fresh(look)
    main = look.main(Tone("accent"), Tone("warm"), Tone("accent2"))
    for x0, y0, x1 in ((-0.72, -0.12, -0.92), (1.1, -0.3, 1.32)):
        pen.line([(x0, y0), (x1, 0.0)], Tone("ink", 0.4), 0.012)
    pen.polygon([(-0.05, -0.97), (0.72, -0.86), (1.2, -0.02), (0.42, 0.0)], main, shade="right")
    shadow(pen, [(-0.05, -0.97), (0.72, -0.86), (1.2, -0.02), (0.42, 0.0)], strength=0.3)
    shadow(pen, [(0.34, -0.915), (0.72, -0.86), (1.2, -0.02), (0.83, -0.01)], strength=0.12)
    pen.polygon([(-0.05, -0.97), (0.46, 0.0), (-0.82, 0.0)], main)
    gleam(pen, [(-0.05, -0.97), (-0.34, 0.0), (-0.82, 0.0)], strength=0.16)
    inside = Tone("warm", 0.85) if look.night else Tone("ink", 0.3)
    pen.polygon([(-0.06, -0.74), (0.2, 0.0), (-0.44, 0.0)], inside, glow=look.night)
    if look.night:
        pen.polygon([(-0.07, -0.4), (0.08, 0.0), (-0.24, 0.0)], Tone("warm", 0.93), glow=True)
    pen.path("M-0.06 -0.74C-0.12 -0.5 -0.24 -0.26 -0.3 0L-0.44 0Z", main)
    gleam(pen, [(-0.06, -0.74), (-0.21, -0.3), (-0.3, 0.0), (-0.44, 0.0)], strength=0.36)
    pen.path("M-0.06 -0.74C0.0 -0.5 0.08 -0.26 0.11 0L0.2 0Z", main)
    shadow(pen, [(-0.06, -0.74), (0.05, -0.3), (0.11, 0.0), (0.2, 0.0)], strength=0.25)
    pen.line([(-0.055, -0.99), (-0.05, -0.94)], Tone("earth", 0.35), 0.022)
    if look.snowy:
        pen.polygon(
            [(-0.05, -0.99), (0.74, -0.88), (0.83, -0.7), (0.6, -0.78), (0.42, -0.66), (0.25, -0.8), (0.12, -0.7)], SNOW
        )
        pen.polygon([(-0.05, -0.99), (-0.22, -0.75), (-0.14, -0.77), (-0.06, -0.7), (0.03, -0.75), (0.12, -0.7)], SNOW)
    return Sketch(pen, {"back": (0.3, -0.9)})


def campfire(look: Look) -> Sketch:
    """Crossed logs in a ring of stones under layered flames; sparks rise."""
    rng, pen = look.rng, fresh(look)
    outer = look.main(Tone("accent", 0.62), Tone("accent", 0.66))
    pen.circle(0.0, -0.42, 0.66, Tone("warm", 0.8), opacity=0.16 if look.night else 0.07, glow=True)
    pen.circle(0.0, -0.4, 0.46, Tone("warm", 0.84), opacity=0.24 if look.night else 0.1, glow=True)
    lean = rng.uniform(-0.03, 0.03)
    tip = number(lean)
    flames = (("M-0.27 -0.12C-0.4 -0.36 -0.2 -0.46 -0.22 -0.68C-0.1 -0.6 -0.08 -0.56 -0.06 -0.5"
        f"C-0.06 -0.7 0.02 -0.86 {tip} -1C0.16 -0.84 0.14 -0.66 0.16 -0.54"
        "C0.2 -0.58 0.22 -0.62 0.22 -0.7C0.34 -0.5 0.4 -0.3 0.26 -0.12Z", outer), (
        "M-0.19 -0.1C-0.28 -0.3 -0.12 -0.4 -0.12 -0.52C-0.02 -0.46 -0.02 -0.42 0 -0.38"
        "C0 -0.52 0.06 -0.6 0.05 -0.72C0.17 -0.58 0.28 -0.28 0.18 -0.1Z", Tone("warm", 0.78)), (
        "M-0.1 -0.1C-0.14 -0.22 -0.06 -0.3 -0.02 -0.42C0.08 -0.34 0.15 -0.22 0.1 -0.1Z",
        Tone("warm", 0.93)))  # fmt: skip
    for path, tone in flames:
        pen.path(path, tone, glow=True)
    for x0, y0, x1, y1 in ((-0.4, -0.03, 0.26, -0.19), (0.4, -0.03, -0.26, -0.19)):
        pen.line([(x0, y0), (x1, y1)], Tone("earth", 0.30), 0.1)
        pen.line([(x0, y0 - 0.028), (x1, y1 - 0.028)], Tone("warm", 0.64), 0.022, opacity=0.7)
        pen.circle(x0, y0, 0.042, Tone("earth", 0.58))
    for i, x in enumerate((-0.52, -0.34, -0.14, 0.08, 0.3, 0.5)):
        pen.ellipse(x, -0.02, 0.105, 0.065, Tone("stone", 0.52 if i % 2 else 0.6))
        pen.ellipse(x + 0.02, 0.0, 0.08, 0.04, INK, opacity=0.22)
    for _ in range(5):
        pen.circle(
            rng.uniform(-0.3, 0.3), rng.uniform(-1.12, -0.78), rng.uniform(0.012, 0.024), Tone("warm", 0.86), glow=True
        )
    return Sketch(pen, {"back": (0.0, -0.2)})


DRAWERS: Mapping[str, Drawer] = MappingProxyType({"tent": tent, "campfire": campfire})
