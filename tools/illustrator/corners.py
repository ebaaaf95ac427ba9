"""What the palette's dark lands on when the landscape has no place for it: something that belongs in each setting.

Mooring posts in a harbour, a railing by a river, a fence along a field, jars by a hanok. All stand in the lower
corners (a railing behind the walk) and leave the middle to whoever stands there. Each covers about two percent.
"""

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType

from wanderhue.tools.illustrator.fixtures import (
    both_sides,
    fence,
    hoops,
    jars,
    piles,
    planters,
    railing,
    stone_wall,
)
from wanderhue.tools.illustrator.plants import leaf_blade
from wanderhue.tools.illustrator.sheet import dot, num, poly
from wanderhue.tools.illustrator.site import Site, Stage, Z

Corner = Callable[[Site, Stage, str], None]


def draw_corner(site: Site, stage: Stage, color: str) -> None:
    """The dark thing of this setting in exactly `color` ('#rrggbb')."""
    setting = site.scene.setting
    corner = _CORNERS.get((setting, site.scene.variant_or_default())) or _CORNERS.get((setting, ""), boulders)
    with site.layer("corner", Z.GRASS + 2):
        corner(site, stage, color)


def agave(site: Site, _stage: Stage, color: str) -> None:
    """Broad dark leaves that lean in from both lower corners: beaches and deserts."""
    w, h, u = site.width, site.height, site.reach
    rng = site.rng("leaves")
    path, ribs = "", ""
    for side in (0, 1):
        for k in range(9):
            angle = -math.pi / 2 + (0.12 + 0.145 * k - 0.25) * (1 if not side else -1)
            x = (-0.012 + 0.013 * (k % 4)) * u if not side else w + (0.012 - 0.013 * (k % 4)) * u
            length = u * rng.uniform(0.15, 0.26) * (1.0 - 0.045 * k)
            path += leaf_blade(x, h + u * 0.012, angle, length, length * 0.17)
            ribs += (
                f"M{num(x)} {num(h)}L{num(x + math.cos(angle) * length * 0.85)}"
                f" {num(h + math.sin(angle) * length * 0.85)}"
            )
    site.sheet.path(path, color, shade="", line=False)
    site.sheet.stroke(ribs, site.light.roles.shade(color, 0.42), 1.0, opacity=0.35)


def hedges(site: Site, _stage: Stage, color: str) -> None:
    """Clipped dark tea hedges that round the lower corners, row above row."""
    h, u = site.height, site.reach
    rng = site.rng("hedges")
    dark, lit = "", ""
    for edge, sign in both_sides(site, 0.0):
        for row, (long, lift) in enumerate(((0.185, 0.040), (0.30, 0.0))):
            steps = 7 + 4 * row
            for k in range(steps):
                x = edge + sign * u * long * (k / (steps - 1) - 0.06)
                r = u * 0.026 * rng.uniform(0.9, 1.12) * (1 - 0.35 * (k / steps) ** 2)
                y = h - u * lift * (1 - 0.5 * k / steps)
                dark += dot(x, y, r * 1.15, r)
                lit += "".join(
                    dot(x + rng.uniform(-0.8, 0.8) * r, y - r * rng.uniform(0.2, 0.75), u * 0.0030, u * 0.0018)
                    for _ in range(4)
                )
    site.sheet.path(dark, color, shade="", line=False)
    site.sheet.path(lit, site.light.tone("green", 0.56), shade="", opacity=0.75)


def cattails(site: Site, _stage: Stage, color: str) -> None:
    """Reeds and bulrushes in both corners."""
    h, u = site.height, site.reach
    rng = site.rng("cattails")
    blades, stems = "", ""
    for edge, sign in both_sides(site, 0.0):
        for _ in range(26):
            d = rng.random() ** 1.3 * 0.17
            x, tall = edge + sign * u * (d - 0.005), u * rng.uniform(0.09, 0.22) * (1.08 - 3.2 * d)
            tip = x + sign * u * rng.uniform(-0.01, 0.045)
            half = u * 0.0052
            blades += f"M{num(x - half)} {num(h + 6)}Q{num(x)} {num(h - tall * 0.6)} {num(tip)} {num(h - tall)}"
            blades += f"Q{num(x + half * 2)} {num(h - tall * 0.5)} {num(x + half)} {num(h + 6)}Z"
        for share, tall in ((0.018, 0.245), (0.052, 0.205), (0.088, 0.170), (0.122, 0.125)):
            x, top = edge + sign * u * share, h - u * tall * rng.uniform(0.94, 1.06)
            stems += f"M{num(x)} {num(h + 6)}L{num(x)} {num(top - u * 0.016)}"
            blades += dot(x, top + u * 0.018, u * 0.0078, u * 0.026)
    site.sheet.stroke(stems, color, u * 0.0034)
    site.sheet.path(blades, color, shade="", line=False)


def boulders(site: Site, _stage: Stage, color: str) -> None:
    """Dark rocks in both corners, their upper faces a little lighter."""
    h, u = site.height, site.reach
    rng = site.rng("boulders")
    rocks, faces = "", ""
    for edge, sign in both_sides(site, 0.0):
        for share, half, tall in ((0.035, 0.085, 0.105), (0.135, 0.060, 0.062), (0.205, 0.030, 0.030)):
            x, a, b = edge + sign * u * share, u * half, u * tall * rng.uniform(0.92, 1.08)
            y = h + 6
            left = [(x - a, y), (x - a * 0.82, y - b * 0.55), (x - a * 0.30, y - b)]
            rocks += poly([*left, (x + a * 0.28, y - b * 0.90), (x + a * 0.80, y - b * 0.48), (x + a, y)])
            faces += poly(
                [
                    (x - a * 0.30, y - b),
                    (x + a * 0.28, y - b * 0.90),
                    (x + a * 0.05, y - b * 0.66),
                    (x - a * 0.42, y - b * 0.70),
                ]
            )
    site.sheet.path(rocks, color, shade="", line=False)
    light = site.light
    site.sheet.path(faces, light.tone("paper", 0.96) if light.snowy else light.roles.shade(color, 0.42), shade="")


_CORNERS: Mapping[tuple[str, str], Corner] = MappingProxyType(
    {
        ("seaside", "beach"): agave,
        ("seaside", "harbor"): piles,
        ("city", "riverside"): railing,
        ("oldtown", "hanok"): jars,
        ("oldtown", "european"): planters,
        ("fields", "canola"): stone_wall,
        ("fields", "green_tea"): hedges,
        ("fields", ""): fence,
        ("forest", "park"): hoops,
        ("forest", "hills"): fence,
        ("snow", ""): fence,
        ("lake", ""): cattails,
        ("desert", ""): agave,
    }
)
