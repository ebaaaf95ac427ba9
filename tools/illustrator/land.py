"""Far and middle land: peaks with snow, soft ridges, rolling hills, mesas, islands."""

import math
import random
from collections.abc import Callable
from itertools import pairwise, takewhile

from wanderhue.tools.illustrator.light import Material
from wanderhue.tools.illustrator.pen import Point
from wanderhue.tools.illustrator.sheet import curve, poly
from wanderhue.tools.illustrator.site import Site

Line = Callable[[float], float]


def wave(rng: random.Random, y: float, height: float, length: float) -> Line:
    """A soft line around y: x -> y, up to `height` above and below, its longest swell `length` long."""
    parts = [
        (height * a, 2 * math.pi / (length * f), rng.uniform(0, 6.283))
        for a, f in ((0.6, 1), (0.28, 0.43), (0.12, 0.19))
    ]
    return lambda x: y + sum(a * math.sin(k * x + p) for a, k, p in parts)


def lower(line: Line, drop: float, floor: float = 1e9) -> Line:
    """The line `drop` lower, but not below `floor`."""
    return lambda x: min(line(x) + drop, floor)


def along(line: Line, width: float, steps: int = 36) -> list[Point]:
    """Points of a line across the picture, a little beyond both sides."""
    return [(x, line(x)) for x in (-12 + (width + 24) * i / steps for i in range(steps + 1))]


def hill(
    site: Site, line: Line, bottom: float, surface: Material, *, mist: float = 0.0, shade: str = "lit-top"
) -> None:
    """Land under a soft line, fading to the horizon's color at its foot."""
    points = along(line, site.width)
    top = min(y for _, y in points)
    fill = surface() if not mist else site.sheet.fade(top, bottom, ((0, surface()), (1, surface(0, mist))))
    site.sheet.path(curve(points, ((site.width + 12, bottom), (-12, bottom))), fill, shade=shade)


def jagged(rng: random.Random, start: Point, end: Point, rough: float, depth: int = 4) -> list[Point]:
    """An edge from start to end by midpoint displacement; `rough` is a share of its length."""
    points = [start, end]
    reach = math.hypot(end[0] - start[0], end[1] - start[1]) * rough
    for _ in range(depth):
        finer: list[Point] = []
        for (x0, y0), (x1, y1) in pairwise(points):
            finer += [
                (x0, y0),
                ((x0 + x1) / 2 + rng.uniform(-1, 1) * reach * 0.6, (y0 + y1) / 2 + rng.uniform(-1, 1) * reach),
            ]
        points = [*finer, points[-1]]
        reach *= 0.5
    return points


def mountain(  # noqa: PLR0917  # a drawing primitive: place and measures
    site: Site,
    rng: random.Random,
    x: float,
    base: float,
    width: float,
    height: float,
    rock: Material,
    *,
    snow: float = 0.0,
    rough: float = 0.075,
    mist: float = 0.62,
) -> None:
    """One peak: a lit and a shaded face, snow over a share of its height, its foot in haze."""
    apex = (x, base - height)
    left = jagged(rng, (x - width * rng.uniform(0.47, 0.56), base), apex, rough)
    right = jagged(rng, apex, (x + width * rng.uniform(0.47, 0.56), base), rough)
    divide = _zigzag(rng, apex, base, width)
    top = base - height
    sheet = site.sheet
    lit = sheet.fade(top, base, ((0, rock(0.035)), (0.45, rock(0.01, mist * 0.25)), (1, rock(0, mist))))
    dark = sheet.fade(top, base, ((0, rock(-0.075)), (0.45, rock(-0.06, mist * 0.2)), (1, rock(-0.02, mist))))
    sheet.path(poly([*left, *right[1:]]), lit, shade="lit-left")
    sheet.path(poly([*divide, right[-1], *reversed(right[:-1])]), dark, shade="mist", line=False)
    facets = ""
    for k in range(1, len(divide) - 2, 2):
        (x0, y0), (x1, y1) = divide[k], divide[k + 1]
        reach = width * rng.uniform(0.05, 0.10) * (0.5 + k / len(divide))
        facets += poly(
            [(x0, y0), (x1, y1), (x1 - reach * 1.5, y1 + (base - y1) * 0.28), (x0 - reach * 0.55, (y0 + y1) / 2 + 2)]
        )
    sheet.path(
        facets,
        sheet.fade(top, base, ((0, rock(-0.035)), (0.5, rock(-0.02, mist * 0.2)), (1, rock(0, mist)))),
        shade="",
        line=False,
    )
    if snow:
        _snow(site, rng, left, divide, right, base - height * (1 - snow), height)


def _zigzag(rng: random.Random, apex: Point, base: float, width: float) -> list[Point]:
    points, (x, y) = [apex], apex
    step = (base - y) / 7
    side = 1
    while y < base - 1:
        y = min(base, y + step * rng.uniform(0.7, 1.25))
        x += side * width * rng.uniform(0.02, 0.075) + width * 0.008
        side = -side
        points.append((x, y))
    return points


def _snow(  # noqa: PLR0917  # a drawing primitive: place and measures
    site: Site,
    rng: random.Random,
    left: list[Point],
    divide: list[Point],
    right: list[Point],
    line: float,
    height: float,
) -> None:
    light = site.light
    bright = light.material("snowcaps", "paper", 0.96, movable=False)
    shaded = light.tone("sky", 0.84 if not light.night else 0.80)
    lit = list(takewhile(lambda p: p[1] < line, reversed(left)))[::-1]
    dark = list(takewhile(lambda p: p[1] < line, right))
    spine = [p for p in divide if p[1] < line] or divide[:1]
    if len(lit) < 2 or len(dark) < 2:
        return
    site.sheet.path(
        poly([*lit, *spine[1:], *_teeth(rng, spine[-1], lit[0], height)]), bright(), shade="flat", line=False
    )
    site.sheet.path(
        poly([*dark, *_teeth(rng, dark[-1], spine[-1], height), *reversed(spine[1:])]), shaded, shade="mist", line=False
    )
    slivers, apex = "", divide[0]
    for k in (1, 2, 3, 4):  # folds of the lit face, from the ridge outward
        foot = lit[0][0] + (spine[-1][0] - lit[0][0]) * (k / 5.2), line + height * rng.uniform(-0.06, 0.02)
        t = rng.uniform(0.28, 0.5)
        head = apex[0] + (foot[0] - apex[0]) * t, apex[1] + (foot[1] - apex[1]) * t
        slivers += poly(
            [head, (foot[0] + height * rng.uniform(0.03, 0.06), foot[1]), (foot[0] - height * 0.012, foot[1])]
        )
    site.sheet.path(slivers, shaded, shade="", opacity=0.6, line=False)


def _teeth(rng: random.Random, start: Point, end: Point, height: float) -> list[Point]:
    """A ragged lower edge of snow from start to end."""
    span = abs(end[0] - start[0])
    count = max(2, round(span / (height * 0.09)))
    points = []
    for i in range(1, count * 2):
        t = i / (count * 2)
        drop = height * (rng.uniform(0.05, 0.12) if i % 2 else rng.uniform(-0.04, 0.0))
        points.append((start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t + drop))
    return points


def peaks(
    site: Site,
    rng: random.Random,
    base: float,
    height: float,
    rock: Material,
    *,
    count: int,
    snow: float,
    main: float | None = None,
    rough: float = 0.075,
    mist: float = 0.62,
) -> None:
    """A range of peaks across the picture; `main` is the share of the width of a higher one."""
    places = sorted(
        ((i + 0.5 + rng.uniform(-0.22, 0.22)) / count for i in range(count)), key=lambda s: -abs(s - (main or 0.5))
    )
    for share in places:
        tall = height * rng.uniform(0.46, 0.66)
        mountain(
            site,
            rng,
            share * site.width,
            base,
            tall * rng.uniform(1.7, 2.2),
            tall,
            rock,
            snow=snow * 1.1,
            rough=rough,
            mist=mist,
        )
    if main is not None:
        mountain(
            site,
            rng,
            main * site.width,
            base,
            height * rng.uniform(1.55, 1.8),
            height,
            rock,
            snow=snow,
            rough=rough,
            mist=mist,
        )


def ridge(
    site: Site,
    rng: random.Random,
    y: float,
    height: float,
    bottom: float,
    surface: Material,
    *,
    rough: float = 0.2,
    mist: float = 0.6,
) -> None:
    """A far range as one jagged line, its foot in haze."""
    count = max(3, round(site.width / 230))
    points: list[Point] = [(-14, y + height * rng.uniform(0.2, 0.9))]
    for i in range(count):
        peak = ((i + 0.5 + rng.uniform(-0.25, 0.25)) / count * site.width, y - height * rng.uniform(0.3, 1.0))
        valley = ((i + 1) / count * site.width + (14 if i == count - 1 else 0), y + height * rng.uniform(-0.1, 0.5))
        points += jagged(rng, points[-1], peak, rough * 0.3, 3)[1:] + jagged(rng, peak, valley, rough * 0.3, 3)[1:]
    top = min(py for _, py in points)
    fill = site.sheet.fade(top, bottom, ((0, surface()), (1, surface(0, mist))))
    site.sheet.path(poly([*points, (site.width + 14, bottom), (-14, bottom)]), fill, shade="mist")


def island(site: Site, x: float, y: float, width: float, height: float, surface: Material, rng: random.Random) -> None:  # noqa: PLR0917  # a drawing primitive: place and measures
    """A low island or headland on the horizon."""
    n = 12
    points = [
        (x + width * (i / n - 0.5), y - height * math.sin(math.pi * i / n) ** 0.8 * rng.uniform(0.75, 1.1))
        for i in range(n + 1)
    ]
    site.sheet.path(curve(points, ((x + width / 2, y + 1), (x - width / 2, y + 1))), surface(), shade="lit-top")
