"""Buildings of East Asia: hanok, pagoda, temple, torii. Roofs curve up at the eaves; wood carries white walls."""

from collections.abc import Mapping
from types import MappingProxyType

from wanderhue.tools.illustrator.elements.forms import bezier, mirrored, polyline_of
from wanderhue.tools.illustrator.elements.sketch import INK, SNOW, Drawer, Look, Sketch, fresh, shadow
from wanderhue.tools.illustrator.pen import Pen, Point, Tone

_WALL, _WALL_SHADE = Tone("paper", 0.94), Tone("paper", 0.84)
_WOOD = Tone("earth", 0.36)


def curved_roof(pen: Pen, y: float, half: float, height: float, ridge: float, tone: Tone, *, lift: float, snowy: bool,
                tiles: int = 0) -> None:  # fmt: skip
    """A hipped roof whose eaves at `y` sag in the middle and lift at the corners; tiles are ribs of a darker tone."""
    thick = height * 0.15
    tip, rim, low, top = y - lift * 1.55, y - lift * 1.2 + thick * 0.8, y + thick, y - height
    hip = ((ridge * 1.02, y - height * 0.55), (half * 0.72, y - lift), (half, tip))
    under = ((half * 0.72, y + thick * 0.9), (half * 0.4, low), (0.0, low))
    right = polyline_of((ridge, top), hip) + polyline_of((half * 0.985, rim), under)
    pen.polygon(mirrored(right), tone, shade="bottom")
    ribs = ""
    for i in range(tiles):
        t = (i + 0.5) / tiles * 2 - 1
        foot = (t * half * 0.94, y + thick * 0.5 - lift * 1.15 * abs(t) ** 3)
        bend = (t * ridge * 1.02, y - height * 0.5), (t * half * 0.72, y - height * 0.3)
        ribs += bezier((t * ridge * 0.97, y - height * 0.95), (*bend, foot))
    if ribs:
        pen.stroke(ribs, INK, half * 0.011, opacity=0.32)
    mid = y + thick * 0.25
    left_eave = ((-half * 0.72, y + thick * 0.2), (-half * 0.4, mid), (0.0, mid))
    right_eave = ((half * 0.4, mid), (half * 0.72, y + thick * 0.2), (half, tip))
    eave = bezier((-half, tip), left_eave, right_eave)
    if snowy:
        _snow_roof(pen, y, half, height, ridge, lift)
    pen.stroke(eave, Tone("stone", 0.8), thick * 0.42)


def _snow_roof(pen: Pen, y: float, half: float, height: float, ridge: float, lift: float) -> None:
    right: list[Point] = [(ridge, y - height * 1.04), (ridge * 1.06, y - height * 0.72),
        (half * 0.74, y - lift * 1.0 - height * 0.1), (half * 0.96, y - lift * 1.5), (half * 0.7, y - height * 0.13),
        (half * 0.5, y - height * 0.2), (half * 0.3, y - height * 0.06),
        (half * 0.12, y - height * 0.16)]  # fmt: skip
    pen.smooth([(0.0, y - height * 1.05), *right, *((-x, py) for x, py in reversed(right))], SNOW)


def hanok(look: Look) -> Sketch:
    """A Korean tile-roofed house: curved eaves, white walls in a wooden frame, paper doors, a stone terrace."""
    pen = fresh(look)
    roof = look.main(Tone("ink", 0.36), Tone("ink", 0.40))
    pen.polygon([(-0.98, 0.0), (0.98, 0.0), (0.94, -0.09), (-0.94, -0.09)], Tone("stone", 0.72), shade="bottom")
    for i in range(9):
        pen.line([(-0.84 + i * 0.21, -0.085), (-0.84 + i * 0.21, -0.005)], Tone("stone", 0.56), 0.008)
    pen.rect(-0.84, -0.52, 1.68, 0.43, _WALL)
    pen.rect(-0.84, -0.52, 1.68, 0.1, INK, opacity=0.2)
    bays = [-0.84 + 1.68 * i / 5 for i in range(6)]
    for i, x in enumerate(bays[:-1]):
        if 1 <= i <= 3:
            _paper_door(pen, look, x + 0.03, 0.276)
        else:
            pen.rect(x + 0.03, -0.25, 0.276, 0.13, _WALL_SHADE)
            tone, glow = look.window(Tone("earth", 0.66))
            pen.rect(x + 0.09, -0.41, 0.156, 0.12, tone, glow=glow)
            pen.line([(x + 0.168, -0.41), (x + 0.168, -0.29)], _WOOD, 0.01)
            pen.line([(x + 0.09, -0.35), (x + 0.246, -0.35)], _WOOD, 0.01)
            pen.line([(x, -0.262), (x + 0.336, -0.262)], _WOOD, 0.016)
    for x in bays:
        pen.rect(x - 0.021, -0.52, 0.042, 0.43, _WOOD, shade="right")
        pen.rect(x - 0.032, -0.1, 0.064, 0.03, Tone("stone", 0.6))
    pen.rect(-0.86, -0.11, 1.72, 0.025, _WOOD)
    pen.rect(-0.87, -0.53, 1.74, 0.035, _WOOD)
    for i in range(27):
        pen.circle(-0.86 + i * 0.0662, -0.548, 0.016, Tone("earth", 0.56))
    curved_roof(pen, -0.56, 1.16, 0.34, 0.72, roof, lift=0.055, snowy=look.snowy, tiles=22)
    pen.path("M-0.78 -0.945C-0.6 -0.9 0.6 -0.9 0.78 -0.945L0.75 -0.855C0.5 -0.845 -0.5 -0.845 -0.75 -0.855Z", roof)
    shadow(pen, [(-0.75, -0.88), (0.75, -0.88), (0.74, -0.855), (-0.74, -0.855)], strength=0.3)
    pen.stroke("M-0.77 -0.94C-0.6 -0.898 0.6 -0.898 0.77 -0.94", SNOW if look.snowy else Tone("stone", 0.82), 0.02)
    for s in (-1, 1):
        pen.stroke(f"M{s * 0.72} -0.86C{s * 0.77} -0.74 {s * 0.9} -0.665 {s * 1.13} -0.64", Tone("stone", 0.78), 0.02)
    pen.polygon([(-0.17, 0.0), (0.17, 0.0), (0.15, -0.045), (-0.15, -0.045)], Tone("stone", 0.84))
    return Sketch(pen, {"back": (0.0, -0.9)})


def _paper_door(pen: Pen, look: Look, x: float, width: float) -> None:
    tone, glow = look.window(Tone("paper", 0.97))
    pen.rect(x, -0.47, width, 0.36, tone, glow=glow)
    for i in range(1, 6):
        pen.line([(x + width * i / 6, -0.465), (x + width * i / 6, -0.195)], _WOOD, 0.007)
    for y in (-0.4, -0.33, -0.26):
        pen.line([(x, y), (x + width, y)], _WOOD, 0.007)
    pen.rect(x, -0.195, width, 0.085, Tone("earth", 0.46))
    pen.line([(x + width / 2, -0.47), (x + width / 2, -0.11)], _WOOD, 0.02)


def pagoda(look: Look) -> Sketch:
    """A five-storey wooden pagoda: each roof smaller than the one below, a ringed finial."""
    pen = fresh(look)
    wood = look.main(Tone("accent"), Tone("accent", 0.56))
    roof = Tone("ink", 0.34)
    pen.polygon([(-0.3, 0.0), (0.3, 0.0), (0.27, -0.035), (-0.27, -0.035)], Tone("stone", 0.7), shade="right")
    pen.polygon([(-0.055, 0.0), (0.055, 0.0), (0.05, -0.035), (-0.05, -0.035)], Tone("stone", 0.85))
    y = -0.035
    for i in range(5):
        k = 1 - 0.125 * i
        wall, height, half = 0.185 * k, 0.105 * (1 - 0.04 * i), 0.335 * k
        _storey(pen, look, y, wall, height, wood, door=i == 0)
        top = y - height
        curved_roof(pen, top, half, 0.07 * (1 - 0.05 * i), wall * 0.72, roof, lift=0.02, snowy=look.snowy, tiles=10)
        y = top - 0.056 * (1 - 0.05 * i)
    pen.rect(-0.035, y - 0.026, 0.07, 0.022, Tone("warm", 0.6))
    pen.rect(-0.006, -1.0, 0.012, 1.0 + y, Tone("warm", 0.66))
    for i in range(6):
        pen.rect(-0.024 + i * 0.0022, y - 0.05 - i * 0.016, 0.048 - i * 0.0044, 0.0075, Tone("warm", 0.7))
    pen.circle(0.0, -0.992, 0.011, Tone("warm", 0.76))
    return Sketch(pen, {"back": (0.0, y)})


def _storey(pen: Pen, look: Look, y: float, half: float, height: float, wood: Tone, *, door: bool) -> None:
    pen.rect(-half, y - height, 2 * half, height, _WALL)
    tone, glow = look.window(Tone("earth", 0.34))
    for s in (-1, 1):
        pen.rect(s * half * 0.62 - half * 0.16, y - height * 0.72, half * 0.32, height * 0.4, tone, glow=glow)
    door_tone = tone if glow else Tone("earth", 0.42)
    pen.rect(-half * 0.26, y - height * 0.78, half * 0.52, height * (0.78 if door else 0.55), door_tone, glow=glow)
    pen.line([(0.0, y - height * 0.78), (0.0, y - height * (0.0 if door else 0.23))], wood, 0.005)
    for t in (-0.96, -0.34, 0.34, 0.96):
        pen.rect(t * half - 0.0075, y - height, 0.015, height, wood)
    pen.rect(half * 0.2, y - height, half * 0.8, height, INK, opacity=0.14)
    pen.rect(-half * 1.16, y - 0.025, half * 2.32, 0.009, wood)
    for i in range(9):
        x = -half * 1.12 + half * 2.24 * i / 8
        pen.rect(x - 0.002, y - 0.022, 0.004, 0.02, wood)
    pen.rect(-half * 1.02, y - height, half * 2.04, height * 0.16, INK, opacity=0.3)
    pen.rect(-half * 1.1, y - height - 0.004, half * 2.2, 0.012, wood)


def torii(look: Look) -> Sketch:
    """A shrine gate: two leaning pillars, a straight beam, a curved lintel with a dark cap."""
    pen = fresh(look)
    main = look.main(Tone("accent"))
    for s in (-1, 1):
        pen.polygon([(s * 0.4, -0.86), (s * 0.315, -0.86), (s * 0.36, -0.05), (s * 0.46, -0.05)], main)
        shade = [(s * 0.37, -0.86), (s * 0.315, -0.86), (s * 0.36, -0.05), (s * 0.415, -0.05)] if s < 0 else [
            (0.365, -0.86), (0.4, -0.86), (0.46, -0.05), (0.42, -0.05)]  # fmt: skip
        shadow(pen, shade, strength=0.22)
        pen.polygon([(s * 0.345, 0.0), (s * 0.352, -0.07), (s * 0.468, -0.07), (s * 0.476, 0.0)], Tone("ink", 0.34))
    pen.rect(-0.52, -0.7, 1.04, 0.07, main)
    shadow(pen, [(-0.52, -0.655), (0.52, -0.655), (0.52, -0.63), (-0.52, -0.63)], strength=0.26)
    pen.rect(-0.05, -0.86, 0.1, 0.17, main)
    pen.rect(-0.034, -0.845, 0.068, 0.125, Tone("ink", 0.32))
    pen.line([(0, -0.825), (0, -0.74)], Tone("warm", 0.78), 0.012)
    lintel = "M-0.62 -0.95C-0.4 -0.885 0.4 -0.885 0.62 -0.95L0.585 -0.85C0.35 -0.815 -0.35 -0.815 -0.585 -0.85Z"
    pen.path(lintel, main)
    pen.path(
        "M-0.592 -0.872C-0.35 -0.835 0.35 -0.835 0.592 -0.872L0.585 -0.85C0.35 -0.815 -0.35 -0.815 -0.585 -0.85Z",
        INK, opacity=0.26)  # fmt: skip
    pen.path(
        "M-0.665 -1.0C-0.4 -0.93 0.4 -0.93 0.665 -1.0L0.63 -0.93C0.4 -0.875 -0.4 -0.875 -0.63 -0.93Z",
        SNOW if look.snowy else Tone("ink", 0.32),
    )
    return Sketch(pen, {"back": (0.0, -0.95)})


DRAWERS: Mapping[str, Drawer] = MappingProxyType({"hanok": hanok, "pagoda": pagoda, "torii": torii})
