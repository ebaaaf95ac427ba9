"""Things that are worn: hat, scarf, backpack. Worn or lying alone, they are the same drawing.

A hat's ground line is the edge of the head and its crown is one unit wide; a scarf's loop is one unit wide.
"""

from collections.abc import Mapping
from types import MappingProxyType

from wanderhue.tools.illustrator.elements.forms import rounded
from wanderhue.tools.illustrator.elements.sketch import INK, PAPER, Drawer, Look, Sketch, fresh, shadow
from wanderhue.tools.illustrator.pen import Pen, Tone


def hat(look: Look) -> Sketch:
    """A straw hat, a cap, or in the cold a bobble hat."""
    pen = fresh(look)
    style = look.rng.choice(("straw", "straw", "cap", "bobble"))
    if look.snowy or look.season == "winter":
        style = "bobble"
    {"straw": _straw, "cap": _cap, "bobble": _bobble}[style](pen, look)
    return Sketch(pen, {"grip": (0.0, -0.1)})


def _straw(pen: Pen, look: Look) -> None:
    main = look.main(Tone("warm", 0.82), Tone("paper", 0.92))
    pen.path("M-0.5 -0.1C-0.5 -0.6 -0.36 -0.92 0 -0.92C0.36 -0.92 0.5 -0.6 0.5 -0.1Z", main)
    pen.path("M0.1 -0.1L0.16 -0.9C0.4 -0.82 0.5 -0.54 0.5 -0.1Z", INK, opacity=0.14)
    pen.path("M-0.505 -0.12C-0.505 -0.22 -0.5 -0.28 -0.49 -0.36C-0.2 -0.28 0.2 -0.28 0.49 -0.36"
        "C0.5 -0.28 0.505 -0.22 0.505 -0.12Z", Tone("accent"))  # fmt: skip
    pen.ellipse(0.0, -0.06, 1.0, 0.17, main)
    pen.path("M-0.99 -0.04C-0.7 0.1 0.7 0.1 0.99 -0.04C0.8 0.14 -0.8 0.14 -0.99 -0.04Z", INK, opacity=0.22)


def _cap(pen: Pen, look: Look) -> None:
    main = look.main(Tone("accent2"), Tone("accent"))
    pen.path("M-0.54 0C-0.56 -0.5 -0.36 -0.8 0 -0.8C0.36 -0.8 0.56 -0.5 0.54 0Z", main)
    pen.path("M0.02 0L0.06 -0.8C0.38 -0.78 0.56 -0.5 0.54 0Z", INK, opacity=0.14)
    pen.path("M0.1 -0.16C0.5 -0.26 0.9 -0.14 1.05 0.02C0.8 0.06 0.4 0.02 0.1 0.02Z", main)
    pen.path("M0.1 -0.04C0.5 -0.1 0.9 -0.04 1.05 0.02C0.8 0.06 0.4 0.02 0.1 0.02Z", INK, opacity=0.24)
    pen.circle(0.0, -0.81, 0.06, main)


def _bobble(pen: Pen, look: Look) -> None:
    main = look.main(Tone("accent"), Tone("accent2"), Tone("warm"))
    pen.circle(0.0, -0.9, 0.2, Tone("paper", 0.96))
    pen.path("M-0.55 0C-0.58 -0.5 -0.36 -0.82 0 -0.82C0.36 -0.82 0.58 -0.5 0.55 0Z", main)
    pen.path("M0.04 0L0.06 -0.82C0.38 -0.8 0.58 -0.5 0.55 0Z", INK, opacity=0.16)
    pen.path(rounded(-0.6, -0.2, 1.2, 0.26, 0.1), Tone("paper", 0.93))
    for i in range(7):
        pen.line([(-0.45 + i * 0.15, -0.15), (-0.45 + i * 0.15, 0.01)], Tone("stone", 0.7), 0.02)


def scarf(look: Look) -> Sketch:
    """A knotted scarf, one striped end hanging."""
    pen = fresh(look)
    main = look.main(Tone("accent"), Tone("warm"), Tone("accent2"))
    tail = [(0.12, -0.78), (0.38, -0.76), (0.46, -0.1), (0.2, -0.06)]
    pen.polygon(tail, main)
    shadow(pen, tail, strength=0.16)
    pen.polygon([(0.172, -0.36), (0.416, -0.4), (0.43, -0.28), (0.184, -0.24)], PAPER, opacity=0.85)
    for x in (0.22, 0.29, 0.36, 0.43):
        pen.line([(x, -0.08), (x + 0.01, 0.0)], main, 0.035)
    pen.path("M-0.56 -0.98C-0.3 -0.86 0.3 -0.86 0.56 -0.98C0.64 -0.84 0.62 -0.72 0.54 -0.66"
        "C0.2 -0.54 -0.2 -0.54 -0.54 -0.66C-0.62 -0.72 -0.64 -0.84 -0.56 -0.98Z", main)  # fmt: skip
    pen.path("M-0.58 -0.74C-0.3 -0.64 0.3 -0.64 0.58 -0.74C0.58 -0.7 0.56 -0.68 0.54 -0.66"
        "C0.2 -0.54 -0.2 -0.54 -0.54 -0.66C-0.56 -0.68 -0.58 -0.7 -0.58 -0.74Z", INK, opacity=0.2)  # fmt: skip
    pen.path(rounded(0.1, -0.88, 0.3, 0.26, 0.1), main)
    return Sketch(pen, {"grip": (0.0, -0.8)})


def backpack(look: Look) -> Sketch:
    """A hiking pack with a lid, a pocket and a rolled mat."""
    pen = fresh(look)
    main = look.main(Tone("accent"), Tone("warm", 0.66), Tone("green"), Tone("accent2"))
    pen.path(rounded(-0.36, -1.0, 0.72, 0.18, 0.09), Tone("stone", 0.7))
    for s in (-1, 1):
        pen.line([(s * 0.2, -1.0), (s * 0.2, -0.82)], Tone("earth", 0.36), 0.05)
        pen.path(rounded(s * 0.37 - 0.08, -0.42, 0.16, 0.34, 0.07), main)
    pen.path(rounded(-0.34, -0.84, 0.68, 0.84, 0.16), main)
    pen.path(rounded(0.04, -0.84, 0.3, 0.84, 0.14), INK, opacity=0.16)
    pen.path(
        "M-0.37 -0.7C-0.37 -0.84 -0.26 -0.88 0 -0.88C0.26 -0.88 0.37 -0.84 0.37 -0.7L0.33 -0.54L-0.33 -0.54Z", main
    )
    pen.path("M-0.37 -0.66L-0.33 -0.52L0.33 -0.52L0.37 -0.66L0.33 -0.58L-0.33 -0.58Z", INK, opacity=0.28)
    pen.path(rounded(-0.22, -0.38, 0.44, 0.3, 0.07), main)
    pen.path(rounded(-0.22, -0.38, 0.44, 0.3, 0.07), PAPER, opacity=0.2)
    for s in (-1, 1):
        pen.line([(s * 0.16, -0.6), (s * 0.16, -0.42)], Tone("earth", 0.36), 0.05)
    return Sketch(pen, {"grip": (0.0, -0.85)})


DRAWERS: Mapping[str, Drawer] = MappingProxyType({"hat": hat, "scarf": scarf, "backpack": backpack})
