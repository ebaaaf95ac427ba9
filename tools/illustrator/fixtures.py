"""Dark things that people put up, for the corners of a picture: fence, railing, lamp posts, mooring posts, tubs, jars.

Each is drawn in exactly the color given; `corners.py` says which belongs to which setting.
"""

import math

from wanderhue.tools.illustrator.pen import Point
from wanderhue.tools.illustrator.sheet import bar, dot, num, poly
from wanderhue.tools.illustrator.site import Site, Stage, Z
from wanderhue.tools.illustrator.tint import mix


def both_sides(site: Site, x: float) -> tuple[tuple[float, int], tuple[float, int]]:
    """The two mirrored places at distance x from the sides, each with the direction inward."""
    return (x, 1), (site.width - x, -1)


def fence(site: Site, _stage: Stage, color: str) -> None:
    """A post-and-rail fence that comes in from both sides and ends; snow lies on it in winter."""
    h, u = site.height, site.reach
    rng = site.rng("fence")
    wood, snow = "", ""
    for edge, sign in both_sides(site, 0.0):
        for share in (0.40, 0.74):
            y0, y1 = h - u * 0.098 * share, h - u * 0.082 * share
            x0, x1 = edge - sign * 9, edge + sign * u * 0.275
            if sign < 0:  # the same turn on both sides, or overlaps of one path would cancel
                x0, x1, y0, y1 = x1, x0, y1, y0
            wood += poly([(x0, y0), (x1, y1), (x1, y1 + u * 0.014), (x0, y0 + u * 0.014)])
            if share > 0.5:
                snow += poly([(x0, y0 - 5), (x1, y1 - 5), (x1, y1 + 1), (x0, y0 + 1)])
        for k in range(4):
            x = edge + sign * u * (0.022 + 0.080 * k)
            tall, half = u * (0.108 - 0.006 * k) * rng.uniform(0.96, 1.05), u * 0.0095
            lean = rng.uniform(-0.004, 0.004) * u
            top = h - tall
            head = [(x - half + lean, top), (x + lean, top - half * 0.7), (x + half + lean, top)]
            wood += poly([*head, (x + half, h + 8), (x - half, h + 8)])
            snow += dot(x + lean, top - half * 0.2, half * 1.15, half * 0.75)
    site.sheet.path(wood, color, shade="", line=False)
    if site.light.snowy:
        site.sheet.path(snow, site.light.tone("paper", 0.97), shade="", line=False)


def railing(site: Site, stage: Stage, color: str) -> None:
    """An iron railing across the picture where the bank meets the river, behind everybody."""
    w, u = site.width, site.reach
    tall, step = u * 0.058, u * 0.0135
    n = int(w / step) + 2

    def foot(x: float) -> float:
        span = stage.ground(min(max(x, 0.0), w))
        return span[0] - site.height * 0.026 if span else site.height * 0.93

    path = ""
    for lift, thick in ((1.0, 0.0085), (0.80, 0.004), (0.10, 0.005)):
        line = [(x, foot(x) - tall * lift) for x in (w * i / 24 for i in range(-1, 26))]
        path += poly([*line, *((x, y + u * thick) for x, y in reversed(line))])
    for i in range(n):
        x, post = i * step, i % 9 == 4
        half, high = (u * 0.0052, tall * 1.14) if post else (u * 0.0024, tall)
        path += bar(x - half, foot(x) - high, half * 2, high)
        path += dot(x, foot(x) - high, half * 1.5) if post else ""
    with site.layer("railing", Z.GROUND + 31):
        site.sheet.path(path, color, shade="", line=False)


def hoops(site: Site, _stage: Stage, color: str) -> None:
    """A low park railing of iron hoops in both corners, a lamp post where it ends."""
    h, u = site.height, site.reach
    strokes, solid, lamps = "", "", ""
    step, tall = u * 0.026, u * 0.066
    for edge, sign in both_sides(site, 0.0):
        for k in range(-1, 9):
            a = edge + sign * k * step
            b, crown = a + sign * step * 1.5, h - tall
            strokes += (
                f"M{num(a)} {num(h + 6)}L{num(a)} {num(crown + step * 0.7)}"
                f"A{num(step * 0.75)} {num(step * 0.75)} 0 0 {1 if sign > 0 else 0} {num(b)} {num(crown + step * 0.7)}"
                f"L{num(b)} {num(h + 6)}"
            )
        end = edge + sign * step * 10.2
        solid += bar(min(edge - sign * 9, end), h - tall * 0.36, abs(end - edge) + 9, u * 0.008)
        lamp, lift = edge + sign * u * 0.118, 0.27 if sign > 0 else 0.24
        if site.wants("lantern"):
            solid += _lamp_post(lamp, h, u, lift=lift)
            lamps += _lamp_glass(lamp, h, u, lift=lift)
    site.sheet.stroke(strokes, color, u * 0.0072)
    site.sheet.path(solid, color, shade="", line=False)
    site.sheet.path(lamps, site.light.glow(), shade="", line=False)


def _lamp_post(x: float, y: float, u: float, *, lift: float) -> str:
    top, s = y - u * lift, u * 0.0135
    return (
        poly([(x - u * 0.011, y + 6), (x - u * 0.0042, y - u * 0.05), (x - u * 0.0042, top), (x + u * 0.0042, top),
              (x + u * 0.0042, y - u * 0.05), (x + u * 0.011, y + 6)])
        + poly([(x - s, top), (x + s, top), (x + s * 1.55, top - s * 2.9), (x - s * 1.55, top - s * 2.9)])
        + poly([(x - s * 1.9, top - s * 2.8), (x, top - s * 4.4), (x + s * 1.9, top - s * 2.8)])
        + dot(x, top - s * 4.5, s * 0.4)
    )  # fmt: skip


def _lamp_glass(x: float, y: float, u: float, *, lift: float) -> str:
    top, s = y - u * lift, u * 0.0135
    left = [(x - s * 0.72, top - s * 0.4), (x - s * 1.1, top - s * 2.6), (x - s * 0.14, top - s * 2.6)]
    return "".join(
        poly([(x + m * (px - x), py) for px, py in (*left, (x - s * 0.14, top - s * 0.4))]) for m in (1.0, -1.0)
    )


def piles(site: Site, _stage: Stage, color: str) -> None:
    """Mooring posts in threes at both sides, pale caps, a slack rope between them."""
    h, u = site.height, site.reach
    rng = site.rng("piles")
    wood, caps, ropes = "", "", ""
    for edge, sign in both_sides(site, 0.0):
        tops: list[Point] = []
        for share, tall in ((0.028, 0.235), (0.066, 0.175), (0.104, 0.205)):
            x, half, top = edge + sign * u * share, u * 0.0125, h - u * tall * rng.uniform(0.95, 1.06)
            lean = sign * u * rng.uniform(-0.004, 0.007)
            wood += poly([(x - half + lean, top), (x + half + lean, top), (x + half, h + 8), (x - half, h + 8)])
            wood += dot(x + lean, top, half, half * 0.45)
            caps += bar(x - half + lean * 0.9, top + u * 0.014, half * 2, u * 0.010)
            tops.append((x, top + u * 0.045))
        for (ax, ay), (bx, by) in ((tops[0], tops[1]), (tops[1], tops[2])):
            ropes += f"M{num(ax)} {num(ay)}Q{num((ax + bx) / 2)} {num(max(ay, by) + u * 0.035)} {num(bx)} {num(by)}"
    site.sheet.path(wood, color, shade="", line=False)
    site.sheet.path(caps, site.light.tone("paper", 0.92), shade="", line=False)
    site.sheet.stroke(ropes, site.light.tone("warm", 0.80), u * 0.0042)


def planters(site: Site, _stage: Stage, color: str) -> None:
    """Dark tubs with clipped round bushes, as before a café."""
    h, u = site.height, site.reach
    leaf, ridge = site.light.tone("green", 0.46), site.light.roles.shade(color, 0.40)
    tubs, rims, balls, lit = "", "", "", ""
    for edge, sign in both_sides(site, 0.0):
        for share, s in ((0.062, 0.062), (0.186, 0.050)):
            x, half, tall, y = edge + sign * u * share, u * s, u * s * 1.42, h + u * 0.006
            tubs += poly([(x - half, y - tall), (x + half, y - tall), (x + half * 0.82, y), (x - half * 0.82, y)])
            tubs += bar(x - half * 1.1, y - tall * 1.06, half * 2.2, tall * 0.15)
            rims += bar(x - half * 0.62, y - tall * 0.70, half * 1.24, u * 0.003)
            rims += bar(x - half * 0.56, y - tall * 0.24, half * 1.12, u * 0.003)
            balls += dot(x, y - tall * 1.06 - half * 0.60, half * 0.98, half * 0.88)
            lit += dot(x - half * 0.28, y - tall * 1.06 - half * 0.86, half * 0.50, half * 0.42)
    site.sheet.path(balls, leaf, shade="ball", line=False)
    site.sheet.path(lit, mix(leaf, site.light.roles.of("paper"), 0.16), shade="", line=False)
    site.sheet.path(tubs, color, shade="", line=False)
    site.sheet.path(rims, ridge, shade="", line=False)


def jars(site: Site, _stage: Stage, color: str) -> None:
    """Onggi: glazed earthen jars with lids, grouped by size, as behind a Korean kitchen."""
    h, u = site.height, site.reach
    bodies, gleam, caps = "", "", ""
    for edge, sign in both_sides(site, 0.0):
        for share, r, lift in (
            (0.052, 0.054, 0.040),
            (0.140, 0.040, 0.010),
            (0.002, 0.038, 0.0),
            (0.088, 0.030, -0.012),
        ):
            x, y, half = edge + sign * u * share, h - u * lift, u * r
            bodies += (
                f"M{num(x - half * 0.58)} {num(y)}C{num(x - half * 1.25)} {num(y - half * 0.9)} {num(x - half)}"
                f" {num(y - half * 1.7)} {num(x - half * 0.62)} {num(y - half * 1.95)}L{num(x + half * 0.62)}"
                f" {num(y - half * 1.95)}C{num(x + half)} {num(y - half * 1.7)} {num(x + half * 1.25)}"
                f" {num(y - half * 0.9)} {num(x + half * 0.58)} {num(y)}Z"
            )
            bodies += dot(x, y - half * 2.05, half * 0.78, half * 0.17) + dot(
                x, y - half * 2.2, half * 0.16, half * 0.12
            )
            gleam += dot(x - half * 0.48, y - half * 1.30, half * 0.08, half * 0.30)
            caps += dot(x, y - half * 2.12, half * 0.74, half * 0.16)
    site.sheet.path(bodies, color, shade="ball", line=False)
    site.sheet.path(gleam, site.light.roles.of("paper"), shade="", opacity=0.45)
    if site.light.snowy:
        site.sheet.path(caps, site.light.tone("paper", 0.97), shade="", line=False)


def stone_wall(site: Site, _stage: Stage, color: str) -> None:
    """A low wall of dark field stones in both corners, as between the fields of Jeju."""
    h, u = site.height, site.reach
    rng = site.rng("stones")
    stones, faces = "", ""
    for edge, sign in both_sides(site, 0.0):
        for row in range(3):
            s, long = u * 0.017, u * (0.235 - 0.035 * row)
            d, y = -s * rng.uniform(0.2, 0.8), h + u * 0.006 - u * 0.0285 * row
            while d < long:
                half = s * rng.uniform(0.78, 1.25)
                x = edge + sign * (d + half)
                turn = rng.uniform(0, 1)
                ring = [
                    (x + half * 1.02 * math.cos(a), y - s * 0.7 + s * 0.94 * rng.uniform(0.86, 1.05) * math.sin(a))
                    for a in (turn + i * math.tau / 8 for i in range(8))
                ]
                stones += poly(ring)
                faces += dot(x - half * 0.2, y - s * 1.15, half * 0.42, s * 0.12)
                d += half * 1.86
    site.sheet.path(stones, color, shade="", line=False)
    site.sheet.path(faces, site.light.roles.shade(color, 0.46), shade="", opacity=0.55)
