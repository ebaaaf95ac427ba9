"""Fields in perspective: strips to a vanishing point, mounds of crop, hedges along a slope, blooms near the viewer."""

import math
import random
from collections.abc import Sequence

from wanderhue.tools.illustrator.land import Line
from wanderhue.tools.illustrator.light import Material
from wanderhue.tools.illustrator.sheet import dot, num, poly
from wanderhue.tools.illustrator.site import Site


def depths(first: float, ratio: float) -> list[float]:
    """Shares of the way from the horizon to the viewer, ever wider apart."""
    steps, t = [], first
    while t < 1.06:
        steps.append(t)
        t *= ratio
    return steps


def strips(site: Site, vx: float, pitch: float, crops: Sequence[Material], *, gap: float = 0.0, soil: str = "") -> None:
    """Strips of ground from the vanishing point; `gap` (share of the pitch) of soil lies between them."""
    hy, h = site.horizon, site.height + 12
    reach = math.ceil(max(vx, site.width - vx) / pitch * 9) + 1
    paths: dict[int, str] = {}
    for i in range(-reach, reach + 1):
        a, b = vx + (i - 0.5 + gap / 2) * pitch, vx + (i + 0.5 - gap / 2) * pitch
        paths[i % len(crops)] = paths.get(i % len(crops), "") + poly(
            [(vx + (a - vx) * 0.01, hy), (vx + (b - vx) * 0.01, hy), (b, h), (a, h)]
        )
    if soil:
        site.sheet.path(poly([(-8, hy), (site.width + 8, hy), (site.width + 8, h), (-8, h)]), soil, line=False)
    for k, path in sorted(paths.items()):
        site.sheet.path(
            path,
            site.sheet.fade(hy, h, ((0, crops[k](0.02, 0.30)), (0.35, crops[k]()), (1, crops[k](-0.03)))),
            shade="lit-top",
        )


def mounds(
    site: Site,
    rng: random.Random,
    vx: float,
    pitch: float,
    crop: Material,
    bloom: Material,
    *,
    first: float = 0.10,
    spikes: bool = True,
) -> None:
    """Bushes along every row, dense far away, fans of blossom near: dark base, lit top, spikes."""
    hy, deep = site.horizon, site.height - site.horizon
    for t in depths(first, 1.105):
        y, p = hy + deep * t, pitch * t
        dark, lit, blades, tips = "", "", "", ""
        for i in range(-math.ceil(vx / p) - 1, math.ceil((site.width - vx) / p) + 2):
            x = vx + (i + rng.uniform(-0.04, 0.04)) * p
            dark += dot(x, y, p * 0.41, p * 0.27)
            lit += dot(x - p * 0.05, y - p * 0.12, p * 0.33, p * 0.19)
            for k in range(11 if t > 0.2 and not spikes else 0):
                spot = dot(x + rng.uniform(-0.38, 0.36) * p, y - rng.uniform(-0.14, 0.30) * p, p * 0.055, p * 0.05)
                if k % 3:
                    tips += spot
                else:
                    blades += spot
            for k in range(9 if t > 0.24 and spikes else 0):
                lean = (k - 4) / 4
                foot, tip = x + lean * p * 0.20, x + lean * p * 0.47 + rng.uniform(-0.03, 0.03) * p
                tall = p * (0.46 - 0.22 * lean * lean) * rng.uniform(0.85, 1.15)
                blade = (
                    f"M{num(foot)} {num(y - p * 0.02)}Q{num(tip - p * 0.05)} {num(y - tall * 0.8)}"
                    f" {num(tip)} {num(y - tall)}Q{num(tip + p * 0.045)} {num(y - tall * 0.7)}"
                    f" {num(foot + p * 0.02)} {num(y - p * 0.02)}Z"
                )
                if (k + i) % 3 == 0:
                    tips += blade
                else:
                    blades += blade
        haze = max(0.0, 0.26 - t)
        site.sheet.path(dark, crop(-0.065, haze), shade="lit-top" if t > 0.25 else "flat", line=False)
        site.sheet.path(lit, crop(0.0, haze), shade="", line=False)
        site.sheet.path(blades, crop(0.045 if spikes else -0.07, haze), shade="", line=False)
        site.sheet.path(tips, bloom(), shade="", line=False, opacity=0.9)


def tulips(site: Site, rng: random.Random, vx: float, pitch: float, crops: Sequence[Material], leaf: str) -> None:
    """Tulips standing in their strips, each strip its color, larger toward the viewer."""
    hy, deep = site.horizon, site.height - site.horizon
    for t in depths(0.16, 1.11):
        y, p = hy + deep * t, pitch * t
        stems = ""
        cups: dict[int, list[str]] = {}
        for i in range(-math.ceil(vx / p) - 1, math.ceil((site.width - vx) / p) + 2):
            for offset in (-0.27, 0.0, 0.27):
                x, s = vx + (i + offset + rng.uniform(-0.06, 0.06)) * p, p * 0.115
                foot = y + rng.uniform(-0.06, 0.06) * p
                stems += poly(
                    [
                        (x - s * 0.1, foot),
                        (x - s * 0.1, foot - s * 1.5),
                        (x + s * 0.1, foot - s * 1.5),
                        (x + s * 0.1, foot),
                    ]
                )
                if t > 0.25:
                    stems += poly([(x, foot), (x - s * 0.9, foot - s * 1.2), (x - s * 0.25, foot - s * 0.3)])
                top = foot - s * 1.4
                cups.setdefault(i % len(crops), []).append(
                    f"M{num(x - s * 0.55)} {num(top - s * 1.1)}L{num(x - s * 0.22)} {num(top - s * 0.75)}"
                    f"L{num(x)} {num(top - s * 1.25)}"
                    f"L{num(x + s * 0.22)} {num(top - s * 0.75)}L{num(x + s * 0.55)} {num(top - s * 1.1)}"
                    f"Q{num(x + s * 0.75)} {num(top)} {num(x)} {num(top + s * 0.1)}Q{num(x - s * 0.75)}"
                    f" {num(top)} {num(x - s * 0.55)} {num(top - s * 1.1)}Z"
                )
        if t > 0.2:
            site.sheet.path(stems, leaf, shade="", line=False)
        for k, parts in sorted(cups.items()):
            site.sheet.path(
                "".join(parts),
                crops[k](0.045 if (round(t * 50) % 2) else 0.0, max(0.0, 0.22 - t)),
                shade="",
                line=False,
            )


def hedges(
    site: Site,
    rng: random.Random,
    line: Line,
    bottom: float,
    crop: Material,
    *,
    pitch: float,
    growth: float = 1.12,
    haze: float = 0.0,
) -> None:
    """Clipped hedges that follow a slope down to `bottom`: a dark furrow, a round body, a lit crest of leaves."""
    offset, k, width = 0.0, 0, site.width
    ys = [line(width * i / 20) for i in range(21)]
    high, low = min(ys), max(ys)
    while high + offset < bottom + pitch and k < 60:
        size, phase = pitch * 0.74, rng.uniform(0, 6.28)
        flat = 1 - 0.45 * min(1.0, offset / max(60.0, bottom - low))
        points = []
        for i in range(121):
            x = -10 + (width + 20) * i / 120
            bump = abs(math.sin(x / (size * 1.5 + 6) + phase)) ** 0.7
            points.append((x, high + offset + (line(x) - high) * flat - bump * size * 0.24))
        dim = max(0.0, haze * (1 - offset / max(1.0, bottom - high)))
        tone = 0.022 if k % 2 else -0.012
        for drop, step, shade in (
            (pitch * 1.4, -0.13, ""),
            (size, tone - 0.03, "lit-top" if pitch > 16 else ""),
            (size * 0.60, tone + 0.02, ""),
            (size * 0.24, tone + 0.075, ""),
        ):
            strip = poly([*points, *((x, y + drop) for x, y in reversed(points))])
            site.sheet.path(strip, crop(step, dim), shade=shade, line=pitch > 22 and step < -0.1)
        offset += pitch
        pitch *= growth
        k += 1


def blooms(  # noqa: PLR0913  # a drawing primitive: place and measures
    site: Site,
    rng: random.Random,
    petal: str,
    heart: str,
    leaf: str,
    *,
    y0: float,
    y1: float,
    count: int,
    size: float,
    petals: int = 6,
    sides: bool = False,
    ground: Line | None = None,
) -> None:
    """Standing flowers with petals and a heart, far to near; each on a stem with a leaf."""
    places = sorted((rng.random() ** 0.62, rng.uniform(-0.02, 1.02)) for _ in range(count))
    if sides:  # thick at the sides, thin in the middle, where somebody may stand
        places = [(t, s + 0.09 * math.sin(2 * math.pi * s) * -1) for t, s in places]
    for band in range(6):
        stems, faces, hearts = "", "", ""
        for t, share in places[band * count // 6 : (band + 1) * count // 6]:
            x = share * site.width
            y = (y0 if ground is None else ground(x)) + (y1 - y0) * t
            r = size * (0.22 + 0.95 * t)
            tall = r * rng.uniform(1.5, 2.7)
            lean = rng.uniform(-0.25, 0.25) * r
            stems += f"M{num(x - r * 0.07)} {num(y)}L{num(x + lean)} {num(y - tall)}L{num(x + r * 0.1)} {num(y)}Z"
            stems += poly([(x, y), (x - r * 0.75, y - tall * 0.62), (x - r * 0.12, y - tall * 0.2)])
            stems += poly([(x, y), (x + r * 0.65, y - tall * 0.7), (x + r * 0.14, y - tall * 0.2)])
            turn = rng.uniform(0, 1.0)
            for k in range(petals):
                a = 2 * math.pi * k / petals + turn
                faces += dot(x + lean + math.cos(a) * r * 0.36, y - tall + math.sin(a) * r * 0.33, r * 0.27, r * 0.25)
            hearts += dot(x + lean, y - tall, r * 0.22, r * 0.20)
        site.sheet.path(stems, leaf, shade="", line=False)
        site.sheet.path(faces, petal, shade="", line=False)
        site.sheet.path(hearts, heart, shade="", line=False)
