"""What rolls: the bicycle and the car (open when somebody rides in it)."""

import math
from collections.abc import Mapping
from types import MappingProxyType

from wanderhue.tools.illustrator.elements.forms import rounded
from wanderhue.tools.illustrator.elements.sketch import INK, PAPER, SNOW, Drawer, Look, Sketch, fresh, gleam
from wanderhue.tools.illustrator.pen import Pen, Tone, number


def _spoked(pen: Pen, x: float, r: float) -> None:
    spokes = "".join(
        f"M{number(x)} {number(-r)}L{number(x + math.cos(a) * r * 0.9)} {number(-r + math.sin(a) * r * 0.9)}"
        for a in (math.pi * i / 6 for i in range(12))
    )
    pen.stroke(spokes, Tone("stone", 0.7), 0.012)
    ring = (f"M{number(x - r + 0.03)} {number(-r)}"
        f"A{number(r - 0.03)} {number(r - 0.03)} 0 1 1 {number(x + r - 0.03)} {number(-r)}"
        f"A{number(r - 0.03)} {number(r - 0.03)} 0 1 1 {number(x - r + 0.03)} {number(-r)}")  # fmt: skip
    pen.stroke(ring, Tone("ink", 0.28), 0.052)
    pen.circle(x, -r, 0.045, Tone("ink", 0.34))


def bicycle(look: Look) -> Sketch:
    """A city bicycle with a front basket of flowers."""
    pen = fresh(look)
    frame = look.main(Tone("accent"), Tone("accent2"), Tone("green"))
    r = 0.33
    for x in (-0.55, 0.58):
        _spoked(pen, x, r)
    pen.stroke("M-0.55 -0.33L-0.04 -0.3", Tone("ink", 0.34), 0.028)
    pen.stroke("M-0.55 -0.33L-0.2 -0.7L0.4 -0.74L-0.04 -0.3L-0.2 -0.7M-0.55 -0.33L-0.04 -0.3", frame, 0.055)
    pen.stroke("M0.58 -0.33L0.4 -0.78L0.37 -0.92", frame, 0.055)
    pen.stroke("M0.37 -0.92C0.3 -0.98 0.24 -0.95 0.2 -0.92", Tone("ink", 0.32), 0.045)
    pen.line([(-0.2, -0.7), (-0.23, -0.82)], Tone("ink", 0.34), 0.04)
    pen.smooth([(-0.4, -0.85), (-0.2, -0.87), (-0.04, -0.835), (-0.2, -0.8), (-0.36, -0.79)], Tone("earth", 0.34))
    pen.circle(-0.04, -0.3, 0.075, Tone("ink", 0.34))
    pen.stroke("M-0.04 -0.3L0.05 -0.15M0 -0.14L0.11 -0.155", Tone("ink", 0.3), 0.034)
    for x, y, tone in ((0.5, -0.95, Tone("pink")), (0.6, -1.0, Tone("paper", 0.97)), (0.7, -0.95, Tone("warm"))):
        pen.circle(x - 0.03, y + 0.06, 0.06, Tone("green", 0.48))
        pen.circle(x, y, 0.06, tone)
        pen.circle(x, y, 0.02, Tone("accent"))
    pen.path("M0.42 -0.9L0.8 -0.9L0.74 -0.66L0.48 -0.66Z", Tone("warm", 0.62))
    pen.stroke("M0.44 -0.82L0.78 -0.82M0.46 -0.74L0.76 -0.74", Tone("earth", 0.42), 0.02)
    return Sketch(pen, {"back": (-0.2, -0.84)})


def car(look: Look) -> Sketch:
    """A rounded little car with luggage on its roof; an open one when ridden. Headlights at night."""
    pen = fresh(look)
    main = look.main(Tone("accent"), Tone("accent2"), Tone("warm"), Tone("sky", 0.62))
    glass, glow = look.window(Tone("sky", 0.84))
    seat: int | None = None
    pen.ellipse(0.0, -0.01, 1.15, 0.05, INK, opacity=0.22)
    if look.ridden:
        pen.path("M0.3 -0.55L0.44 -0.86L0.5 -0.86L0.44 -0.55Z", Tone("sky", 0.86))
        pen.path(rounded(-0.62, -0.74, 0.26, 0.3, 0.08), Tone("earth", 0.42))
        seat = len(pen.shapes)
    else:
        _cabin(pen, main, glass, glow=glow)
    body = (
        "M-1.1 -0.3C-1.12 -0.52 -1 -0.58 -0.84 -0.6L0.5 -0.58C0.86 -0.56 1.1 -0.5 1.14 -0.32"
        "C1.16 -0.2 1.12 -0.14 1.04 -0.14L-1.02 -0.14C-1.1 -0.14 -1.1 -0.22 -1.1 -0.3Z"
    )
    pen.path(body, main)
    pen.path("M-1.1 -0.33C-0.4 -0.28 0.5 -0.28 1.14 -0.33C1.16 -0.2 1.12 -0.14 1.04 -0.14L-1.02 -0.14"
        "C-1.1 -0.14 -1.1 -0.22 -1.1 -0.33Z", INK, opacity=0.2)  # fmt: skip
    pen.path("M-1.0 -0.54C-0.5 -0.58 0.5 -0.56 0.96 -0.49C0.5 -0.52 -0.5 -0.54 -1.0 -0.5Z", PAPER, opacity=0.5)
    pen.stroke("M0.02 -0.57L0.02 -0.18M-0.06 -0.46L-0.14 -0.46", INK, 0.016, opacity=0.4)
    pen.path(rounded(-1.18, -0.2, 2.38, 0.075, 0.035), Tone("stone", 0.8))
    pen.circle(1.04, -0.42, 0.065, Tone("warm", 0.93), glow=True)
    pen.path(
        rounded(-1.12, -0.46, 0.07, 0.11, 0.02), Tone("accent", 0.5) if main.role != "accent" else Tone("warm", 0.8)
    )
    if look.night:
        pen.polygon(
            [(1.06, -0.45), (2.0, -0.56), (2.0, -0.02), (1.06, -0.38)], Tone("warm", 0.9), opacity=0.2, glow=True
        )
    for x in (-0.64, 0.66):
        pen.path(f"M{x - 0.26} -0.14A0.26 0.26 0 0 1 {x + 0.26} -0.14Z", Tone("ink", 0.26))
        pen.circle(x, -0.17, 0.175, Tone("ink", 0.24))
        pen.circle(x, -0.17, 0.095, Tone("stone", 0.8))
        pen.circle(x, -0.17, 0.035, Tone("ink", 0.36))
    return Sketch(pen, {"back": (-0.1, -0.5)}, seat=seat, vessel=look.ridden)


def _cabin(pen: Pen, main: Tone, glass: Tone, *, glow: bool) -> None:
    pen.path(rounded(-0.5, -1.0, 0.36, 0.13, 0.03), Tone("earth", 0.46))
    pen.path(rounded(-0.1, -0.98, 0.28, 0.11, 0.03), Tone("accent2") if main.role != "accent2" else Tone("warm"))
    for x in (-0.42, -0.22, 0.04):
        pen.line([(x, -0.99), (x, -0.88)], Tone("earth", 0.3), 0.022)
    pen.line([(-0.58, -0.87), (0.26, -0.87)], Tone("ink", 0.34), 0.028)
    pen.path("M-0.92 -0.56C-0.84 -0.76 -0.7 -0.85 -0.5 -0.855L0.1 -0.855C0.34 -0.85 0.46 -0.72 0.62 -0.56Z", main)
    if pen.snowy:
        pen.path("M-0.78 -0.74C-0.7 -0.83 -0.6 -0.88 -0.5 -0.885L0.1 -0.885"
            "C0.28 -0.88 0.38 -0.8 0.46 -0.72C0.2 -0.8 -0.5 -0.8 -0.78 -0.74Z", SNOW)  # fmt: skip
    pen.path("M-0.8 -0.58C-0.74 -0.7 -0.64 -0.78 -0.5 -0.785L-0.28 -0.785L-0.28 -0.58Z", glass, glow=glow)
    pen.path("M-0.2 -0.785L0.08 -0.785C0.26 -0.78 0.36 -0.7 0.46 -0.58L-0.2 -0.58Z", glass, glow=glow)
    if not glow:
        gleam(pen, [(-0.06, -0.785), (0.04, -0.785), (0.16, -0.58), (0.06, -0.58)], strength=0.5)
        gleam(pen, [(-0.5, -0.785), (-0.42, -0.785), (-0.34, -0.58), (-0.42, -0.58)], strength=0.5)


DRAWERS: Mapping[str, Drawer] = MappingProxyType({"bicycle": bicycle, "car": car})
