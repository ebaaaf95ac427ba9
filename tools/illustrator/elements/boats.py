"""Boats: a rowing boat, a sailing boat, a ship. The ground line is the waterline."""

from collections.abc import Mapping
from types import MappingProxyType

from wanderhue.tools.illustrator.elements.forms import rounded
from wanderhue.tools.illustrator.elements.sketch import INK, Drawer, Look, Sketch, fresh, gleam, shadow
from wanderhue.tools.illustrator.pen import Pen, Point, Tone


def _wake(pen: Pen, half: float, thick: float) -> None:
    """Light lines on the water where the hull meets it."""
    pen.line([(-half, 0.0), (half * 0.7, 0.0)], Tone("paper", 0.93), thick, opacity=0.75)
    pen.line([(-half * 0.45, thick * 2.2), (half * 1.1, thick * 2.2)], Tone("paper", 0.93), thick * 0.7, opacity=0.4)


def boat(look: Look) -> Sketch:
    """A wooden rowing boat with an oar; about three and a half times as wide as tall."""
    pen = fresh(look)
    hull = look.main(Tone("accent"), Tone("accent2"), Tone("warm", 0.66))
    inside: list[Point] = [(-1.62, -0.92), (-0.8, -0.62), (0.4, -0.6), (1.3, -0.78), (1.78, -1.0), (1.2, -0.5),
        (-1.2, -0.46)]  # fmt: skip
    pen.smooth(inside, Tone("earth", 0.36))
    for x in (-0.75, 0.45):
        pen.rect(x, -0.64, 0.34, 0.1, Tone("earth", 0.6))
    seat = len(pen.shapes)
    side: list[Point] = [
        (-1.7, -0.96), (-1.2, -0.66), (-0.4, -0.5), (0.5, -0.5), (1.25, -0.68), (1.85, -1.06),
        (1.6, -0.5), (1.18, -0.02), (0.9, 0.05), (-0.95, 0.05), (-1.28, -0.06), (-1.56, -0.5),
    ]  # fmt: skip
    pen.smooth(side, hull)
    shadow(pen, [(-1.5, -0.44), (-0.4, -0.24), (0.6, -0.24), (1.45, -0.36), (1.18, -0.02), (0.9, 0.05), (-0.95, 0.05),
                 (-1.28, -0.06)], smooth=True)  # fmt: skip
    trim = "M-1.7 -0.96C-1.1 -0.5 0.9 -0.3 1.85 -1.06"
    pen.stroke(trim, Tone("paper", 0.94), 0.085)
    if not look.ridden:
        pen.line([(-0.1, -0.72), (-1.25, -0.02)], Tone("earth", 0.5), 0.07)
        pen.smooth([(-1.12, -0.16), (-1.42, 0.02), (-1.56, 0.2), (-1.32, 0.12), (-1.08, -0.06)], Tone("earth", 0.56))
    _wake(pen, 1.5, 0.05)
    return Sketch(pen, {"back": (0.0, -0.5)}, seat=seat, vessel=True, rider_most=1.5)


def sailboat(look: Look) -> Sketch:
    """A small yacht: a white mainsail, a colored jib and hull, a pennant."""
    pen = fresh(look)
    hull = look.main(Tone("accent"), Tone("accent2"), Tone("earth", 0.42))
    pen.polygon([(-0.03, -0.2), (-0.03, -1.0), (0.0, -1.0), (0.0, -0.2)], Tone("earth", 0.34))
    main: list[Point] = [(0.025, -0.95), (0.15, -0.72), (0.27, -0.45), (0.33, -0.21), (0.025, -0.19)]
    pen.path("M0.025 -0.95C0.16 -0.75 0.32 -0.45 0.35 -0.21L0.025 -0.19Z", Tone("paper", 0.97))
    pen.path("M0.025 -0.95C0.08 -0.7 0.12 -0.4 0.13 -0.196L0.025 -0.19Z", Tone("sky", 0.84), opacity=0.55)
    for t in (0.42, 0.64):
        x, y = main[0][0], -0.95 + 0.75 * t
        pen.line([(x, y), (x + 0.33 * t + 0.03, y - 0.005)], Tone("stone", 0.75), 0.008)
    pen.path("M-0.055 -0.9C-0.1 -0.65 -0.2 -0.38 -0.33 -0.22L-0.055 -0.2Z", hull)
    pen.path("M-0.055 -0.9C-0.07 -0.6 -0.1 -0.38 -0.14 -0.207L-0.055 -0.2Z", Tone("ink"), opacity=0.16)
    pen.path("M-0.015 -1.0C0.05 -1.01 0.07 -0.97 0.13 -0.985L0.085 -0.945L-0.015 -0.95Z", hull)
    seat = len(pen.shapes)
    pen.path("M-0.37 -0.155C-0.1 -0.125 0.2 -0.125 0.45 -0.175C0.42 -0.08 0.34 0.012 0.28 0.012"
        "L-0.24 0.012C-0.31 0 -0.35 -0.08 -0.37 -0.155Z",
             hull)  # fmt: skip
    pen.path("M-0.335 -0.075C-0.1 -0.055 0.2 -0.055 0.395 -0.08C0.36 -0.02 0.31 0.012 0.28 0.012"
        "L-0.24 0.012C-0.29 0 -0.32 -0.04 -0.335 -0.075Z",
             INK, opacity=0.24)  # fmt: skip
    pen.stroke("M-0.37 -0.155C-0.1 -0.125 0.2 -0.125 0.45 -0.175", Tone("paper", 0.95), 0.018)
    _wake(pen, 0.36, 0.012)
    return Sketch(pen, {"back": (-0.16, -0.11)}, seat=seat, vessel=True, rider_most=0.55)


def ship(look: Look) -> Sketch:
    """A white passenger ship with decks, portholes and two funnels."""
    pen = fresh(look)
    own = look.main(Tone("accent"), Tone("accent2"))
    white, shade = Tone("paper", 0.96), Tone("paper", 0.86)
    for x in (-0.3, 0.08):
        pen.polygon([(x, -0.6), (x - 0.03, -0.95), (x + 0.15, -0.95), (x + 0.18, -0.6)], own)
        shadow(pen, [(x + 0.1, -0.6), (x + 0.075, -0.95), (x + 0.15, -0.95), (x + 0.18, -0.6)])
        pen.polygon([(x - 0.03, -0.95), (x - 0.02, -0.86), (x + 0.158, -0.86), (x + 0.15, -0.95)], INK)
        pen.polygon([(x - 0.012, -0.78), (x - 0.005, -0.71), (x + 0.17, -0.71), (x + 0.163, -0.78)], white)
    for x, y, w in ((-0.62, -0.66, 1.12), (-0.78, -0.53, 1.5)):
        pen.path(rounded(x, y, w, 0.2, 0.04), white)
        pen.rect(x, y + 0.105, w, 0.02, shade)
        tone, glow = look.window(Tone("water", 0.45))
        n = int(w / 0.11)
        for i in range(n):
            pen.rect(x + 0.06 + i * (w - 0.1) / n, y + 0.04, 0.055, 0.05, tone, glow=glow)
    pen.line([(0.62, -0.5), (0.62, -0.86)], Tone("ink", 0.4), 0.012)
    pen.path("M0.62 -0.86L0.75 -0.82L0.62 -0.78Z", own)
    pen.path("M-1.1 -0.42L1.28 -0.48C1.2 -0.28 1.08 -0.1 1.0 0.01L-0.92 0.01C-1.02 -0.1 -1.08 -0.26 -1.1 -0.42Z", white)
    pen.path(
        "M-1.05 -0.22L1.16 -0.24C1.11 -0.13 1.05 -0.04 1.0 0.01L-0.92 0.01C-0.98 -0.06 -1.02 -0.14 -1.05 -0.22Z", own
    )
    pen.path("M-0.99 -0.1L1.08 -0.1C1.05 -0.05 1.02 -0.02 1.0 0.01L-0.92 0.01C-0.95 -0.02 -0.97 -0.06 -0.99 -0.1Z",
        INK, opacity=0.28)  # fmt: skip
    tone, glow = look.window(Tone("ink", 0.38))
    for i in range(11):
        pen.circle(-0.85 + i * 0.16, -0.32, 0.026, tone, glow=glow)
    gleam(pen, [(-1.1, -0.42), (1.28, -0.48), (1.26, -0.45), (-1.09, -0.39)], strength=0.8)
    _wake(pen, 1.0, 0.022)
    return Sketch(pen, {"back": (0.0, -0.66)})


DRAWERS: Mapping[str, Drawer] = MappingProxyType({"boat": boat, "sailboat": sailboat, "ship": ship})
