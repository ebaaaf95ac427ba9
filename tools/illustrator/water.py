"""Water: its surface, reflections of the land, the glitter of sun or moon, ripples, surf on a beach."""

import math
import random
from collections.abc import Iterable

from wanderhue.agent.scene import Time
from wanderhue.tools.illustrator.land import Line
from wanderhue.tools.illustrator.light import Material
from wanderhue.tools.illustrator.sheet import Group, bar, dot, num, poly
from wanderhue.tools.illustrator.site import Site, Z
from wanderhue.tools.illustrator.sky import Sun, disc_color
from wanderhue.tools.illustrator.tint import mix

_MIRRORED: dict[Time, float] = {"day": 0.25, "dawn": 0.55, "golden": 0.50, "sunset": 0.72, "night": 0.35}
"""How much of the horizon's color lies on far water."""


def surface(
    site: Site, top: float, bottom: float, water: Material, *, mirror: Iterable[Group] = (), clear: float = 0.5
) -> None:
    """Water from `top` to `bottom`: sky-tinted far, deep near; `mirror` groups shine in it, `clear` of them is seen."""
    light, sheet = site.light, site.sheet
    mirrored = _MIRRORED[light.time] * (0.4 if light.far_apart("water", "accent") else 1.0)
    far, deep = mix(water(0.05), light.horizon, mirrored), water(-0.07)
    stops = ((0.0, far), (0.40, mix(far, water(), 0.75)), (1.0, deep))
    with site.layer("water", Z.GROUND):
        box = bar(-6, top, site.width + 12, bottom - top + 8)
        groups = list(mirror)
        if groups:
            sheet.path(box, far, shade="mist", line=False)
            sheet.mirror(groups, top, 0.82)
            veil = sheet.veil(
                top,
                bottom,
                mix(water(-0.03), far, 0.15),
                ((0, 1 - clear), (0.45, 1 - clear * 0.45), (0.85, 1.0), (1, 1.0)),
            )
            sheet.path(box, veil, shade="", line=False)
        else:
            sheet.path(box, sheet.fade(top, bottom, stops), shade="mist", line=False)
        sheet.path(
            bar(-6, top - 0.8, site.width + 12, 2.2), mix(far, light.roles.of("paper"), 0.4), shade="", opacity=0.5
        )


def glitter(site: Site, sun: Sun, top: float, bottom: float, *, strong: float = 1.0) -> None:
    """The path of light under the sun: flat strokes widening toward the viewer."""
    if site.scene.weather in ("rain", "snow", "cloudy"):
        return
    rng = site.rng("glitter")
    path = ""
    count = int(30 * strong)
    for i in range(count):
        t = ((i + rng.random()) / count) ** 1.35
        y = top + 4 + (bottom - top - 10) * t
        spread = sun.r * (0.5 + 1.5 * t)
        length = (6 + 34 * t) * rng.uniform(0.5, 1.25) * (sun.r / 70 + 0.4)
        path += dot(sun.x + rng.gauss(0, 0.42) * spread, y, length, 1.1 + 2.0 * t)
    with site.layer("glitter", Z.GROUND + 2):
        site.sheet.path(path, disc_color(site), shade="", opacity=0.78)


def ripples(site: Site, water: Material, top: float, bottom: float, *, count: int = 40) -> None:
    """Short quiet strokes of lighter and darker water."""
    rng = site.rng("ripples")
    light, dark = "", ""
    for _ in range(int(count * max(0.8, site.width / site.height))):
        t = rng.random() ** 0.8
        y, x = top + 6 + (bottom - top - 8) * t, rng.uniform(0, site.width)
        stroke = dot(x, y, (7 + 26 * t) * rng.uniform(0.5, 1.3), 0.9 + 1.0 * t)
        if rng.random() < 0.55:
            light += stroke
        else:
            dark += stroke
    with site.layer("ripples", Z.GROUND + 1):
        site.sheet.path(light, water(0.13), shade="", opacity=0.5)
        site.sheet.path(dark, water(-0.08), shade="", opacity=0.45)


def waves(site: Site, rng: random.Random, color: str, top: float, bottom: float, *, count: int = 26) -> None:
    """Small curled crests, as on a breezy sea."""
    path = ""
    for _ in range(int(count * max(0.8, site.width / site.height))):
        t = rng.random()
        x, y, s = rng.uniform(0, site.width), top + (bottom - top) * t, 7 + 15 * t
        path += (
            f"M{num(x - s)} {num(y)}q{num(s / 2)} {num(-s * 0.34)} {num(s)} 0q{num(s / 2)} {num(s * 0.3)}"
            f" {num(s)} {num(-s * 0.06)}"
        )
    site.sheet.stroke(path, color, 1.7, opacity=0.75)


def surf(site: Site, line: Line, *, shallow: Material, sand: Material) -> None:
    """The edge of the sea on a beach: shallow water, foam, wet sand, following a line."""
    foam = site.light.tone("paper", 0.97)
    u = site.height
    bands = (
        (-0.058, shallow(), 1.0),
        (-0.030, mix(shallow(0.06), foam, 0.45), 1.0),
        (-0.013, foam, 1.0),
        (0.003, sand(-0.085), 1.0),
        (0.026, sand(), 1.0),
    )
    steps = 60
    for i, (offset, color, opacity) in enumerate(bands):
        points = []
        for k in range(steps + 1):
            x = -10 + (site.width + 20) * k / steps
            ruffle = math.sin(x / 47 + i * 1.3) * 2.6 + math.sin(x / 19 + i * 2.1) * 1.2
            points.append((x, line(x) + offset * u + ruffle * (1 if i < 4 else 0.5)))
        shade = "lit-top" if i == len(bands) - 1 else ""
        site.sheet.path(
            poly([*points, (site.width + 10, site.height + 10), (-10, site.height + 10)]),
            color,
            shade=shade,
            opacity=opacity,
            line=i in (2, 4),
        )
