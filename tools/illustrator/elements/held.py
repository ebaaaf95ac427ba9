"""Things that hands hold: umbrella, lollipop, teddy, toy balloon, ice cream, lantern.

'grip' is where a hand takes them. A lantern that nobody holds is a street lamp.
"""

import math
from collections.abc import Mapping
from types import MappingProxyType

from wanderhue.tools.illustrator.elements.forms import rings, rounded
from wanderhue.tools.illustrator.elements.sketch import (
    INK,
    LIGHT,
    PAPER,
    SNOW,
    Drawer,
    Look,
    Sketch,
    fresh,
    gleam,
    shadow,
)
from wanderhue.tools.illustrator.pen import Tone, number


def umbrella(look: Look) -> Sketch:
    """An open umbrella with a crook handle."""
    pen = fresh(look)
    main = look.main(Tone("accent"), Tone("warm"), Tone("accent2"))
    pen.line([(0.0, -0.98), (0.0, -0.08)], Tone("earth", 0.36), 0.03)
    pen.stroke("M0 -0.1C0 0.02 0.12 0.02 0.12 -0.07", Tone("earth", 0.36), 0.042)
    canopy = ("M-0.62 -0.5C-0.6 -0.78 -0.34 -0.95 0 -0.95C0.34 -0.95 0.6 -0.78 0.62 -0.5"
        "C0.52 -0.57 0.42 -0.57 0.32 -0.5C0.22 -0.57 0.1 -0.57 0 -0.5"
        "C-0.1 -0.57 -0.22 -0.57 -0.32 -0.5C-0.42 -0.57 -0.52 -0.57 -0.62 -0.5Z")  # fmt: skip
    pen.path(canopy, main)
    pen.path("M0 -0.95C0.34 -0.95 0.6 -0.78 0.62 -0.5C0.52 -0.57 0.42 -0.57 0.32 -0.5C0.3 -0.74 0.18 -0.9 0 -0.95Z",
        INK, opacity=0.24)  # fmt: skip
    pen.path("M0 -0.95C0.18 -0.9 0.3 -0.74 0.32 -0.5C0.22 -0.57 0.1 -0.57 0 -0.5Z", INK, opacity=0.12)
    pen.path(
        "M0 -0.95C-0.34 -0.95 -0.6 -0.78 -0.62 -0.5C-0.52 -0.57 -0.42 -0.57 -0.32 -0.5C-0.3 -0.74 -0.18 -0.9 0 -0.95Z",
        PAPER, opacity=0.2)  # fmt: skip
    pen.line([(0.0, -0.94), (0.0, -1.0)], Tone("earth", 0.36), 0.03)
    return Sketch(pen, {"grip": (0.0, -0.12), "back": (0.0, -0.9)})


def lollipop(look: Look) -> Sketch:
    """A swirled lollipop on a stick."""
    pen = fresh(look)
    main = look.main(Tone("accent"), Tone("pink"))
    pen.line([(0.0, -0.5), (0.0, -0.02)], Tone("paper", 0.95), 0.06)
    pen.line([(0.014, -0.5), (0.014, -0.02)], INK, 0.02, opacity=0.18)
    pen.circle(0.0, -0.68, 0.31, main)
    turns = [i / 40 for i in range(41)]
    spiral = [(math.cos(t * 15.5) * 0.27 * t, -0.68 + math.sin(t * 15.5) * 0.27 * t) for t in turns]
    pen.line(spiral, Tone("paper", 0.96), 0.052)
    pen.path("M0.1 -0.387C0.26 -0.44 0.33 -0.58 0.31 -0.74C0.3 -0.56 0.2 -0.44 0.1 -0.387Z", INK, opacity=0.22)
    pen.ellipse(-0.13, -0.82, 0.06, 0.035, PAPER, opacity=0.7)
    return Sketch(pen, {"grip": (0.0, -0.1), "back": (0.0, -0.95)})


def teddy(look: Look) -> Sketch:
    """A sitting teddy bear with a bow."""
    pen = fresh(look)
    fur = look.main(Tone("earth", 0.58), Tone("warm", 0.66))
    pale = Tone("paper", 0.86)
    for s in (-1, 1):
        pen.circle(s * 0.22, -0.9, 0.11, fur)
        pen.circle(s * 0.22, -0.9, 0.06, pale)
        pen.ellipse(s * 0.3, -0.4, 0.1, 0.16, fur)
    pen.ellipse(0.0, -0.3, 0.27, 0.29, fur, shade="bottom")
    pen.ellipse(0.0, -0.28, 0.16, 0.19, pale, opacity=0.75)
    for s in (-1, 1):
        pen.circle(s * 0.22, -0.1, 0.13, fur)
        pen.circle(s * 0.23, -0.1, 0.075, pale)
    pen.ellipse(0.0, -0.72, 0.29, 0.25, fur)
    pen.ellipse(0.0, -0.65, 0.13, 0.1, pale)
    pen.ellipse(0.0, -0.69, 0.045, 0.032, INK)
    pen.stroke("M0 -0.67L0 -0.63C-0.02 -0.6 -0.05 -0.6 -0.06 -0.62M0 -0.63C0.02 -0.6 0.05 -0.6 0.06 -0.62", INK, 0.016)
    for s in (-1, 1):
        pen.circle(s * 0.12, -0.77, 0.033, INK)
        pen.polygon([(0.0, -0.48), (s * 0.14, -0.54), (s * 0.14, -0.42)], Tone("accent"))
    pen.circle(0.0, -0.48, 0.035, Tone("accent", 0.5))
    return Sketch(
        pen, {"grip": (0.0, -0.42), "back": (0.0, -0.94), "head": (0.0, -0.95), "neck": (0.0, -0.5)}, head=0.29
    )


def toy_balloon(look: Look) -> Sketch:
    """A helium balloon on a waving string."""
    pen = fresh(look)
    main = look.main(Tone("accent"), Tone("warm"), Tone("pink"), Tone("accent2"))
    pen.stroke("M0 -0.56C-0.06 -0.42 0.07 -0.3 0 -0.16C-0.02 -0.1 0 -0.04 0 0", Tone("ink", 0.4), 0.012)
    pen.polygon([(0.0, -0.585), (0.035, -0.545), (-0.035, -0.545)], main)
    body = (
        "M0 -0.58C-0.14 -0.62 -0.22 -0.7 -0.22 -0.8C-0.22 -0.92 -0.12 -1 0 -1"
        "C0.12 -1 0.22 -0.92 0.22 -0.8C0.22 -0.7 0.14 -0.62 0 -0.58Z"
    )
    pen.path(body, main, shade="ball")
    pen.path("M0 -0.58C0.12 -0.66 0.17 -0.8 0.1 -0.97C0.17 -0.94 0.22 -0.88 0.22 -0.8C0.22 -0.7 0.14 -0.62 0 -0.58Z",
        INK, opacity=0.2)  # fmt: skip
    pen.ellipse(-0.1, -0.88, 0.03, 0.055, PAPER, opacity=0.75)
    return Sketch(pen, {"grip": (0.0, 0.0), "back": (0.0, -1.0)})


def ice_cream(look: Look) -> Sketch:
    """Two scoops in a waffle cone with a cherry."""
    pen = fresh(look)
    main = look.main(Tone("pink"), Tone("green", 0.82), Tone("accent", 0.74))
    pen.polygon([(-0.21, -0.55), (0.21, -0.55), (0.0, 0.0)], Tone("warm", 0.7))
    shadow(pen, [(0.04, -0.55), (0.21, -0.55), (0.0, 0.0)])
    pen.stroke("M-0.14 -0.38L0.1 -0.54M-0.08 -0.22L0.17 -0.44M-0.03 -0.08L0.11 -0.28M0.14 -0.38"
        "L-0.1 -0.54M0.08 -0.22L-0.17 -0.44", Tone("earth", 0.5), 0.016, opacity=0.7)  # fmt: skip
    pen.circle(0.0, -0.78, 0.19, Tone("paper", 0.95))
    pen.path(rings([(0.0, -0.62, 0.23), (-0.17, -0.52, 0.07), (0.0, -0.49, 0.075), (0.17, -0.52, 0.07)]), main)
    pen.path("M0.06 -0.4C0.2 -0.44 0.26 -0.58 0.2 -0.73C0.16 -0.56 0.12 -0.48 0.04 -0.43Z", INK, opacity=0.18)
    pen.ellipse(-0.07, -0.87, 0.05, 0.03, PAPER, opacity=0.7)
    pen.circle(0.03, -0.96, 0.055, Tone("accent"))
    pen.stroke("M0.04 -0.99C0.06 -1.04 0.1 -1.05 0.13 -1.05", _leaf(), 0.016)
    return Sketch(pen, {"grip": (0.0, -0.22), "back": (0.0, -0.95)})


def _leaf() -> Tone:
    return Tone("green", 0.4)


def lantern(look: Look) -> Sketch:
    """A street lamp; in a hand, a paper lantern on a short rod."""
    return _paper_lantern(look) if look.pose == "held" else _street_lamp(look)


def _paper_lantern(look: Look) -> Sketch:
    pen = fresh(look)
    main = look.main(Tone("accent"))
    pen.stroke("M-0.3 -0.9C0 -1 0.12 -0.98 0.16 -0.82", Tone("earth", 0.36), 0.045)
    pen.circle(0.16, -0.42, 0.6, Tone("warm", 0.86), opacity=0.24 if look.night else 0.08, glow=True)
    pen.path(rounded(-0.13, -0.74, 0.58, 0.6, 0.24), main, glow=look.night)
    pen.path(rounded(0.02, -0.74, 0.28, 0.6, 0.14), LIGHT, opacity=0.75 if look.night else 0.3, glow=True)
    for y in (-0.6, -0.44, -0.28):
        pen.stroke(f"M-0.12 {y}C0 {number(y + 0.04)} 0.32 {number(y + 0.04)} 0.44 {y}", INK, 0.018, opacity=0.3)
    for y in (-0.78, -0.17):
        pen.rect(0.0, y, 0.32, 0.07, Tone("ink", 0.34))
    pen.line([(0.16, -0.1), (0.16, 0.0)], Tone("warm", 0.7), 0.03)
    return Sketch(pen, {"grip": (-0.3, -0.9)})


def _street_lamp(look: Look) -> Sketch:
    pen = fresh(look)
    iron = look.main(Tone("ink", 0.34), Tone("accent2", 0.34))
    if look.night:
        pen.circle(0.0, -0.83, 0.3, LIGHT, opacity=0.14, glow=True)
        pen.circle(0.0, -0.83, 0.19, LIGHT, opacity=0.24, glow=True)
    pen.polygon([(-0.075, 0.0), (0.075, 0.0), (0.05, -0.05), (0.03, -0.13), (-0.03, -0.13), (-0.05, -0.05)], iron)
    pen.polygon([(-0.022, -0.1), (0.022, -0.1), (0.015, -0.7), (-0.015, -0.7)], iron)
    gleam(pen, [(-0.016, -0.1), (-0.006, -0.1), (-0.004, -0.7), (-0.011, -0.7)], strength=0.3)
    pen.rect(-0.03, -0.42, 0.06, 0.02, iron)
    pen.stroke("M-0.11 -0.64C-0.06 -0.6 0.06 -0.6 0.11 -0.64", iron, 0.014)
    pen.polygon([(-0.055, -0.7), (0.055, -0.7), (0.035, -0.725), (-0.035, -0.725)], iron)
    pen.polygon([(-0.05, -0.725), (0.05, -0.725), (0.085, -0.9), (-0.085, -0.9)],
        Tone("warm", 0.9 if look.night else 0.88), glow=True)  # fmt: skip
    pen.polygon(
        [(-0.02, -0.725), (0.02, -0.725), (0.03, -0.9), (-0.03, -0.9)], Tone("paper", 0.97), opacity=0.7, glow=True
    )
    for x0, x1 in ((-0.05, -0.085), (0.05, 0.085), (-0.017, -0.028), (0.017, 0.028)):
        pen.line([(x0, -0.725), (x1, -0.9)], iron, 0.009)
    pen.polygon([(-0.1, -0.895), (0.1, -0.895), (0.04, -0.965), (-0.04, -0.965)], iron)
    pen.circle(0.0, -0.98, 0.02, iron)
    if look.snowy:
        pen.polygon([(-0.085, -0.91), (0.085, -0.91), (0.04, -0.975), (-0.04, -0.975)], SNOW)
    return Sketch(pen, {"back": (0.0, -0.97)})


DRAWERS: Mapping[str, Drawer] = MappingProxyType({"umbrella": umbrella, "lollipop": lollipop, "teddy": teddy,
    "toy_balloon": toy_balloon, "ice_cream": ice_cream, "lantern": lantern})  # fmt: skip
