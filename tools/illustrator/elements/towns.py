"""Buildings of a town: church, castle, skyscraper."""

from collections.abc import Mapping
from types import MappingProxyType

from wanderhue.tools.illustrator.elements.forms import boxes, doorway
from wanderhue.tools.illustrator.elements.sketch import INK, PAPER, SNOW, Drawer, Look, Sketch, fresh, gleam, shadow
from wanderhue.tools.illustrator.pen import Pen, Point, Tone


def church(look: Look) -> Sketch:
    """A church with a spired bell tower, pointed windows and a colored roof."""
    pen = fresh(look)
    roof = look.main(Tone("accent2", 0.45), Tone("accent"), Tone("ink", 0.4))
    wall = Tone("paper", 0.94)
    tone, glow = look.window(Tone("water", 0.42))
    pen.rect(-0.06, -0.34, 0.5, 0.34, wall)
    shadow(pen, [(-0.06, -0.34), (0.44, -0.34), (0.44, 0.0), (-0.06, 0.0)], strength=0.15)
    pen.polygon([(-0.08, -0.33), (0.48, -0.33), (0.41, -0.52), (-0.08, -0.52)], roof, shade="bottom")
    shadow(pen, [(0.1, -0.33), (0.48, -0.33), (0.45, -0.41), (0.1, -0.41)], strength=0.14)
    for x in (0.06, 0.18, 0.3):
        pen.polygon(doorway(x + 0.03, -0.07, 0.055, 0.19, pointed=True), tone, glow=glow)
        pen.rect(x + 0.085, -0.33, 0.02, 0.33, wall)
    pen.rect(-0.31, -0.66, 0.26, 0.66, wall)
    shadow(pen, [(-0.13, -0.66), (-0.05, -0.66), (-0.05, 0.0), (-0.13, 0.0)], strength=0.18)
    pen.polygon([(-0.345, -0.65), (-0.015, -0.65), (-0.18, -0.95)], roof)
    shadow(pen, [(-0.16, -0.65), (-0.015, -0.65), (-0.18, -0.95)], strength=0.28)
    gleam(pen, [(-0.345, -0.65), (-0.29, -0.65), (-0.18, -0.95)], strength=0.14)
    pen.line([(-0.18, -0.93), (-0.18, -1.0)], Tone("warm", 0.7), 0.012)
    pen.line([(-0.203, -0.975), (-0.157, -0.975)], Tone("warm", 0.7), 0.012)
    for y in (-0.645, -0.42):
        pen.rect(-0.325, y, 0.29, 0.022, Tone("stone", 0.74))
    for x in (-0.225, -0.135):
        pen.polygon(doorway(x, -0.47, 0.055, 0.13, pointed=True), Tone("ink", 0.34) if not glow else tone, glow=glow)
    pen.circle(-0.18, -0.33, 0.06, Tone("stone", 0.72))
    pen.circle(-0.18, -0.33, 0.046, tone, glow=glow)
    pen.stroke("M-0.226 -0.33L-0.134 -0.33M-0.18 -0.376L-0.18 -0.284", wall, 0.008)
    pen.polygon(doorway(-0.18, 0.0, 0.12, 0.21, pointed=True), Tone("stone", 0.7))
    pen.polygon(doorway(-0.18, 0.0, 0.095, 0.19, pointed=True), Tone("earth", 0.38))
    pen.line([(-0.18, -0.18), (-0.18, 0.0)], INK, 0.006)
    if look.snowy:
        pen.polygon([(-0.18, -0.96), (-0.09, -0.79), (-0.13, -0.8), (-0.16, -0.76), (-0.2, -0.82), (-0.25, -0.8)], SNOW)
        pen.polygon([(-0.05, -0.53), (0.41, -0.53), (0.45, -0.43), (0.36, -0.46), (0.26, -0.42), (0.15, -0.46),
            (0.04, -0.42), (-0.05, -0.45)], SNOW)  # fmt: skip
    return Sketch(pen, {"back": (0.2, -0.52)})


def castle(look: Look) -> Sketch:
    """A fairy-tale castle: a keep and round towers with pointed roofs, walls with teeth, a gate."""
    pen = fresh(look)
    roof = look.main(Tone("accent2", 0.42), Tone("accent"), Tone("purple", 0.45))
    wall, pale = Tone("stone", 0.8), Tone("paper", 0.9)
    _turret(pen, look, 0.14, 0.075, -0.3, -0.72, wall=wall, roof=roof, flag=False)
    _turret(pen, look, -0.03, 0.1, -0.3, -0.68, wall=pale, roof=roof, flag=True)
    pen.rect(-0.3, -0.42, 0.6, 0.42, pale)
    shadow(pen, [(-0.02, -0.42), (0.3, -0.42), (0.3, 0.0), (-0.02, 0.0)], strength=0.12)
    pen.path(boxes([(-0.3 + i * 0.075, -0.455) for i in range(8)], 0.045, 0.05), pale)
    _turret(pen, look, -0.3, 0.085, 0.0, -0.5, wall=wall, roof=roof, flag=False)
    _turret(pen, look, 0.3, 0.085, 0.0, -0.54, wall=wall, roof=roof, flag=True)
    pen.rect(-0.62, -0.2, 1.24, 0.2, wall)
    pen.path(boxes([(-0.62 + i * 0.0787, -0.235) for i in range(16)], 0.047, 0.05), wall)
    shadow(pen, [(0.12, -0.2), (0.62, -0.2), (0.62, 0.0), (0.12, 0.0)], strength=0.12)
    for s in (-1, 1):
        _turret(pen, look, s * 0.6, 0.075, 0.0, -0.3, wall=pale, roof=roof, flag=False)
    pen.rect(-0.14, -0.3, 0.28, 0.3, pale)
    pen.path(boxes([(-0.14 + i * 0.06, -0.332) for i in range(5)], 0.04, 0.05), pale)
    pen.polygon(doorway(0.0, 0.0, 0.17, 0.22), Tone("stone", 0.62))
    pen.polygon(doorway(0.0, 0.0, 0.14, 0.2), Tone("earth", 0.32))
    pen.stroke(
        "M-0.035 0L-0.035 -0.185M0 0L0 -0.19M0.035 0L0.035 -0.185M-0.065 -0.06L0.065 -0.06M-0.065 -0.12L0.065 -0.12",
        Tone("ink", 0.25), 0.008)  # fmt: skip
    bricks: list[Point] = [(-0.5, -0.13), (-0.4, -0.08), (-0.26, -0.15), (0.24, -0.1), (0.36, -0.15), (0.48, -0.07),
        (-0.2, -0.32), (0.16, -0.36)]  # fmt: skip
    pen.path(boxes(bricks, 0.035, 0.014), INK, opacity=0.18)
    return Sketch(pen, {"back": (0.0, -0.45)})


def _turret(
    pen: Pen, look: Look, x: float, half: float, foot: float, top: float, *, wall: Tone, roof: Tone, flag: bool
) -> None:
    pen.rect(x - half, top, 2 * half, foot - top, wall)
    shadow(pen, [(x + half * 0.15, top), (x + half, top), (x + half, foot), (x + half * 0.15, foot)], strength=0.16)
    pen.rect(x - half * 1.18, top - 0.02, half * 2.36, 0.04, wall)
    pen.rect(x - half * 1.05, top + 0.02, half * 2.1, 0.015, INK, opacity=0.2)
    rise = half * 2.6
    pen.polygon([(x - half * 1.3, top - 0.015), (x + half * 1.3, top - 0.015), (x, top - rise)], roof)
    shadow(pen, [(x + half * 0.2, top - 0.015), (x + half * 1.3, top - 0.015), (x, top - rise)], strength=0.26)
    if look.snowy:
        pen.polygon([(x, top - rise), (x + half * 0.7, top - rise * 0.45), (x + half * 0.2, top - rise * 0.5),
            (x - half * 0.2, top - rise * 0.38), (x - half * 0.75, top - rise * 0.42)], SNOW)  # fmt: skip
    if flag:
        pen.line([(x, top - rise + 0.01), (x, top - rise - 0.06)], Tone("ink", 0.35), 0.007)
        pen.path(f"M{x} {top - rise - 0.06}L{x + 0.075} {top - rise - 0.04}L{x} {top - rise - 0.02}Z", Tone("accent"))
    tone, glow = look.window(Tone("ink", 0.34))
    pen.polygon(doorway(x - half * 0.1, top + 0.13, half * 0.42, half * 0.95), tone, glow=glow)


def skyscraper(look: Look) -> Sketch:
    """A stepped high-rise with a spire; its windows light up one by one after dark."""
    rng, pen = look.rng, fresh(look)
    main = look.main(Tone("accent2", 0.48), Tone("sky", 0.58), Tone("ink", 0.44), Tone("purple", 0.5))
    steps = ((0.17, 0.0, -0.52), (0.13, -0.52, -0.72), (0.085, -0.72, -0.84))
    lit: list[Point] = []
    dim: list[Point] = []
    for half, foot, top in steps:
        pen.rect(-half, top, 2 * half, foot - top, main)
        shadow(pen, [(half * 0.3, top), (half, top), (half, foot), (half * 0.3, foot)], strength=0.24)
        gleam(pen, [(-half, top), (-half * 0.8, top), (-half * 0.8, foot), (-half, foot)], strength=0.16)
        pen.rect(-half * 1.04, top - 0.008, half * 2.08, 0.016, SNOW if look.snowy else Tone("paper", 0.88))
        columns = int(half * 2 / 0.04)
        gap = 2 * half / columns
        rows = int((foot - top - 0.02) / 0.034)
        for r in range(rows):
            for c in range(columns):
                spot = (-half + gap * (c + 0.5) - 0.0085, top + 0.024 + r * 0.034)
                (lit if rng.random() < 0.45 else dim).append(spot)
    pen.path(boxes(dim, 0.017, 0.019), Tone("ink", 0.3) if look.night else PAPER, opacity=0.55)
    tone, glow = look.window(Tone("sky", 0.86))
    pen.path(boxes(lit, 0.017, 0.019), tone, glow=glow, opacity=1.0 if look.night else 0.9)
    pen.polygon([(-0.06, -0.845), (0.06, -0.845), (0.022, -0.9), (-0.022, -0.9)], main)
    shadow(pen, [(0.01, -0.845), (0.06, -0.845), (0.022, -0.9), (0.006, -0.9)], strength=0.28)
    pen.polygon([(-0.01, -0.895), (0.01, -0.895), (0.0, -1.0)], Tone("stone", 0.76))
    if look.night:
        pen.circle(0.0, -0.995, 0.01, Tone("accent", 0.66), glow=True)
    door, door_glow = look.window(Tone("ink", 0.3))
    pen.rect(-0.045, -0.045, 0.09, 0.045, door, glow=door_glow)
    pen.rect(-0.06, -0.056, 0.12, 0.012, Tone("paper", 0.9))
    return Sketch(pen, {"back": (0.0, -0.84)})


DRAWERS: Mapping[str, Drawer] = MappingProxyType({"church": church, "castle": castle, "skyscraper": skyscraper})
