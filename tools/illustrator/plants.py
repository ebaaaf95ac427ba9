"""Cheap green in quantity: belts of conifers and round trees, dark framing conifers, grass, flowers, bushes."""

import math
import random

from wanderhue.tools.illustrator.land import Line
from wanderhue.tools.illustrator.light import Material
from wanderhue.tools.illustrator.pen import Point
from wanderhue.tools.illustrator.sheet import dot, num, poly
from wanderhue.tools.illustrator.site import Site


def conifer(
    rng: random.Random, x: float, y: float, height: float, *, tiers: int = 6, slim: float = 0.34
) -> tuple[list[Point], list[Point]]:
    """A conifer's outline and its shaded right half; foot at (x, y)."""
    left: list[Point] = []
    right: list[Point] = []
    foot = height * 0.05
    for i in range(tiers):
        t = (i + 1) / tiers
        reach = height * slim * 0.5 * (0.16 + 0.84 * t) * rng.uniform(0.9, 1.1)
        low = y - height + (height - foot) * t
        left += [(x - reach, low + height * 0.012), (x - reach * 0.55, low - height * 0.02)]
        reach *= rng.uniform(0.92, 1.08)
        right += [(x + reach, low + height * 0.012), (x + reach * 0.55, low - height * 0.02)]
    tip, trunk = (x, y - height), height * 0.018
    stem = [(x + trunk, y - foot), (x + trunk, y), (x - trunk, y), (x - trunk, y - foot)]
    return [tip, *right, *stem, *reversed(left)], [tip, *right, (x + trunk, y), (x, y)]


def belt(  # noqa: PLR0913  # a drawing primitive: place and measures
    site: Site,
    rng: random.Random,
    line: Line,
    surface: Material,
    *,
    low: float,
    high: float,
    gap: float,
    x0: float = -20.0,
    x1: float | None = None,
    snowy: bool = False,
    shade: str = "mist",
    slim: float = 0.36,
    keep: Line | None = None,
) -> None:
    """A row of conifers standing on a line; `keep(x)` (0..1) scales their heights."""
    body, dark, caps = [], [], []
    x, end = x0, site.width + 20 if x1 is None else x1
    while x < end:
        height = rng.uniform(low, high) * (1.0 if keep is None else keep(x))
        tilt = rng.uniform(-2, 3)
        if height > low * 0.25:
            tiers = 4 if height < 40 else 5 if height < 80 else 7
            outline, half = conifer(rng, x, line(x) + tilt, height, tiers=tiers, slim=slim)
            body.append(poly(outline))
            dark.append(poly(half))
            if snowy:
                caps.append(_caps(rng, outline, x, height))
        x += gap * rng.uniform(0.6, 1.4)
    site.sheet.path("".join(body), surface(), shade=shade)
    site.sheet.path("".join(dark), surface(-0.045), shade="", line=False)
    if snowy:
        site.sheet.path("".join(caps), site.light.tone("paper", 0.95), shade="", opacity=0.92)


def _caps(rng: random.Random, outline: list[Point], x: float, height: float) -> str:
    """Snow on the boughs: slivers on the tips of the tiers."""
    parts = []
    for px, py in outline[1:-1]:
        reach = px - x
        if abs(reach) > height * 0.05:
            parts.append(
                poly(
                    [
                        (px, py),
                        (px - reach * 0.62, py - height * 0.075),
                        (px - reach * 0.5, py - height * 0.01),
                        (px - reach * 0.3, py + height * rng.uniform(-0.005, 0.012)),
                    ]
                )
            )
    return "".join(parts)


def tall_conifer(
    site: Site, rng: random.Random, x: float, y: float, height: float, surface: Material, *, snowy: bool = False
) -> None:
    """A large framing conifer with a shaded half, and snow on its boughs in winter."""
    tiers = max(7, min(15, round(height / 30)))
    outline, half = conifer(rng, x, y, height, tiers=tiers, slim=0.40)
    site.sheet.path(poly(outline), surface(), shade="lit-left")
    site.sheet.path(poly(half), surface(-0.045), shade="right", line=False)
    if snowy:
        site.sheet.path(_caps(rng, outline, x, height), site.light.tone("paper", 0.95), shade="", opacity=0.95)


def corner_conifers(
    site: Site,
    rng: random.Random,
    surface: Material,
    *,
    left: int = 3,
    right: int = 2,
    tall: float = 0.52,
    snowy: bool = False,
) -> None:
    """Dark conifers that frame both sides, tallest at the edge."""
    u = min(site.height, site.width * 1.15)
    reach = min(0.13 * site.width, 0.16 * u)
    for count, edge, sign in ((left, 0.0, 1), (right, site.width, -1)):
        for i in reversed(range(count)):
            x = edge + sign * (reach * (i + 0.25) / max(1, count - 0.4) + rng.uniform(-0.012, 0.012) * u)
            height = u * tall * (1 - 0.27 * i) * rng.uniform(0.9, 1.08)
            tall_conifer(site, rng, x, site.height + u * 0.02, height, surface, snowy=snowy)


def round_trees(
    site: Site,
    rng: random.Random,
    line: Line,
    surface: Material,
    trunk: str,
    *,
    size: float,
    gap: float,
    x0: float = 0.0,
    x1: float | None = None,
) -> None:
    """A row of small broad-leaf trees: trunk, dark ball, lit ball."""
    stems, dark, lit = "", "", ""
    x, end = x0, site.width if x1 is None else x1
    while x < end:
        r, y = size * rng.uniform(0.75, 1.15), line(x)
        w = r * 0.13
        stems += (
            f"M{num(x - w)} {num(y + 1)}L{num(x - w)} {num(y - r * 1.3)}L{num(x + w)} {num(y - r * 1.3)}"
            f"L{num(x + w)} {num(y + 1)}Z"
        )
        dark += dot(x, y - r * 1.75, r, r * rng.uniform(0.95, 1.2))
        lit += dot(x - r * 0.24, y - r * 1.95, r * 0.62, r * 0.66)
        x += gap * rng.uniform(0.65, 1.5)
    site.sheet.path(stems, trunk, shade="")
    site.sheet.path(dark, surface(), shade="ball")
    site.sheet.path(lit, surface(0.06), shade="", line=False)


def bushes(
    site: Site,
    rng: random.Random,
    line: Line,
    surface: Material,
    *,
    size: float,
    x0: float = 0.0,
    x1: float | None = None,
    gap: float = 1.1,
) -> None:
    """A hedge or wood edge of overlapping balls."""
    dark, lit = "", ""
    x, end = x0, site.width if x1 is None else x1
    while x < end:
        r, y = size * rng.uniform(0.6, 1.1), line(x)
        dark += dot(x, y - r * 0.45, r, r * 0.86)
        lit += dot(x - r * 0.25, y - r * 0.7, r * 0.55, r * 0.42)
        x += size * gap * rng.uniform(0.7, 1.3)
    site.sheet.path(dark, surface(), shade="lit-top")
    site.sheet.path(lit, surface(0.05), shade="", line=False)


def grass(
    site: Site,
    rng: random.Random,
    color: str,
    *,
    tall: float,
    density: float = 1.0,
    x0: float = 0.0,
    x1: float | None = None,
    line: Line | None = None,
) -> None:
    """Tufts of dark blades along the bottom edge or a line."""
    parts = []
    end = site.width if x1 is None else x1
    x = x0
    while x < end:
        y = site.height + 2 if line is None else line(x)
        for _ in range(rng.randint(3, 6)):
            bx, h = x + rng.uniform(-8, 8), tall * rng.uniform(0.35, 1.0)
            lean = rng.uniform(-0.45, 0.45) * h
            parts.append(
                f"M{num(bx - 1.6)} {num(y)}Q{num(bx + lean * 0.2)} {num(y - h * 0.6)} {num(bx + lean)} {num(y - h)}"
                f"Q{num(bx + lean * 0.3 + 1.5)} {num(y - h * 0.5)} {num(bx + 1.8)} {num(y)}Z"
            )
        x += rng.uniform(10, 26) / density
    site.sheet.path("".join(parts), color, shade="")


def scatter(
    site: Site,
    rng: random.Random,
    surface: str,
    *,
    y0: float,
    y1: float,
    count: int,
    size: float,
    x0: float = 0.0,
    x1: float | None = None,
) -> None:
    """Small blooms over a piece of ground, larger toward the viewer."""
    path, end = "", site.width if x1 is None else x1
    for _ in range(count):
        t = rng.random() ** 0.7
        y = y0 + (y1 - y0) * t
        path += dot(rng.uniform(x0, end), y, size * (0.45 + 0.75 * t) * rng.uniform(0.7, 1.2), size * (0.4 + 0.6 * t))
    site.sheet.path(path, surface, shade="")


def leaf_blade(x: float, y: float, angle: float, length: float, width: float) -> str:
    """Path data of a pointed leaf from (x, y) at an angle (radians, 0 is right), at most about `width` wide."""
    tx, ty = x + math.cos(angle) * length, y + math.sin(angle) * length
    nx, ny = -math.sin(angle) * width, math.cos(angle) * width
    mx, my = x + math.cos(angle) * length * 0.45, y + math.sin(angle) * length * 0.45
    return (
        f"M{num(x)} {num(y)}Q{num(mx + nx)} {num(my + ny)} {num(tx)} {num(ty)}"
        f"Q{num(mx - nx)} {num(my - ny)} {num(x)} {num(y)}Z"
    )
