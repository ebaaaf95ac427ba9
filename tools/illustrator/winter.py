"""Where missing colours go in winter: painted chalets, flags on the piste, strings of paper lanterns, berry shrubs.

Nothing of this needs leaves or flowers, and each belongs to a snowy place: chalets where there is a slope or a
village, lanterns in towns and harbours, shrubs on open land.
"""

import math

from wanderhue.tools.illustrator.corners import reach
from wanderhue.tools.illustrator.sheet import bar, dot, num, poly
from wanderhue.tools.illustrator.site import Site, Stage, Z
from wanderhue.tools.illustrator.tint import mix

_CHALETS = {
    # variant: for each colour the chalets as shares of the width and the height, and their width as a share of reach
    "village": (((0.215, 0.792, 0.132), (0.69, 0.800, 0.122)), ((0.80, 0.785, 0.128), (0.33, 0.803, 0.118))),
    "slopes": (((0.20, 0.872, 0.128), (0.675, 0.868, 0.120)), ((0.79, 0.880, 0.132), (0.315, 0.884, 0.112))),
}


def draw_winter(site: Site, stage: Stage, color: str, k: int) -> None:
    """The k-th (1 or 2) missing colour, '#rrggbb', on whatever suits the setting."""
    if site.scene.setting == "snow" and site.wants("house"):
        for share, y, width in _CHALETS[site.scene.variant_or_default()][k - 1]:
            _chalet(site, site.width * share, site.height * y, reach(site) * width, color)
        if site.scene.variant_or_default() == "slopes":
            _gates(site, stage, color, k)
    elif site.scene.setting in ("oldtown", "city", "seaside", "snow"):
        _lanterns(site, color, k)
    else:
        _shrubs(site, color, k)


def _chalet(site: Site, x: float, y: float, width: float, color: str) -> None:
    """A wooden chalet from the front, thick snow on its roof; its foot at (x, y)."""
    light = site.light
    half, tall, peak = width / 2, width * 0.50, width * 0.92
    dark = light.roles.shade(color, max(0.20, light.roles.light("ink") + 0.06))
    plank = mix(color, dark, 0.32)
    pane = light.glow() if light.time != "day" else light.tone("sky", 0.86)
    snow = light.tone("paper", 0.97, near=True)
    wall = [(x - half, y), (x - half, y - tall), (x, y - peak), (x + half, y - tall), (x + half, y)]
    lines = "".join(bar(x - half, y - tall * t, width, 1.5) for t in (0.25, 0.5, 0.75))
    s = width * 0.085
    frames = "".join(bar(x + dx - s * 1.25, y - dy - s * 1.25, s * 2.5, s * 2.5)
                     for dx, dy in ((-width * 0.28, width * 0.25), (width * 0.28, width * 0.25), (0, width * 0.60)))  # fmt: skip
    panes = "".join(
        bar(x + dx - s * 0.9 + m * s * 0.98, y - dy - s * 0.9, s * 0.82, s * 1.8)
        for dx, dy in ((-width * 0.28, width * 0.25), (width * 0.28, width * 0.25), (0, width * 0.60))
        for m in (0, 1)
    )
    over, thick = half * 1.24, width * 0.105
    low = y - tall + width * 0.10
    roof = [(x - over, low), (x, y - peak - width * 0.01), (x + over, low)]
    cap = [(x + over, low - thick * 0.9), (x, y - peak - thick * 1.25), (x - over, low - thick * 0.9)]
    site.standing.append((x - over, y - peak, x + over, y))
    with site.layer("chalet", Z.STANDING + y):
        sheet = site.sheet
        if light.night:
            sheet.path(dot(x, y + width * 0.04, width * 0.62, width * 0.085), color, shade="", opacity=0.35)
        chimney = x + half * 0.55
        sheet.path(bar(chimney, y - peak - width * 0.02, width * 0.10, width * 0.28), dark, shade="right", line=False)
        sheet.path(
            bar(chimney - 2, y - peak - width * 0.05, width * 0.10 + 4, width * 0.05), snow, shade="", line=False
        )
        sheet.path(poly(wall), color, shade="flat")
        sheet.path(lines, plank, shade="", opacity=0.55)
        sheet.path(frames, snow, shade="", line=False)
        sheet.path(panes, pane, shade="", line=False)
        sheet.path(bar(x - s, y - width * 0.26, s * 2, width * 0.26), dark, shade="", line=False)
        sheet.path(poly([*roof, *((px, py + thick * 0.35) for px, py in reversed(roof))]), dark, shade="", line=False)
        sheet.path(poly([*roof, *cap]), snow, shade="lit-left")
        sheet.path(
            dot(x - half * 0.5, y + 2, half * 0.8, width * 0.035)
            + dot(x + half * 0.6, y + 2, half * 0.6, width * 0.03),
            snow,
            shade="",
            line=False,
        )


def _gates(site: Site, stage: Stage, color: str, k: int) -> None:
    """Slalom gates down the near slope: flags between two poles."""
    u, h = reach(site), site.height
    flags, poles = "", ""
    for i in range(5):
        t = i / 4
        x = site.width * (0.50 + 0.055 * math.sin(2.4 * i + 2.2 * k) + 0.05 * (k - 1.5))
        y = h * (0.70 + 0.20 * t**1.2) + h * 0.022 * (k - 1)
        s = u * (0.010 + 0.013 * t)
        flags += poly([(x - s, y - s * 2.1), (x + s, y - s * 2.2), (x + s, y - s * 0.9), (x - s, y - s * 0.8)])
        poles += bar(x - s * 1.08, y - s * 2.4, s * 0.16, s * 2.4) + bar(x + s * 0.95, y - s * 2.5, s * 0.16, s * 2.5)
    with site.layer(f"gates-{k}", Z.GROUND + 9):
        site.sheet.path(poles, site.light.tone("ink", 0.34), shade="", line=False)
        site.sheet.path(flags, color, shade="", line=False)
    del stage


def _lanterns(site: Site, color: str, k: int) -> None:
    """A string of paper lanterns across the upper part of the picture."""
    w, h, u = site.width, site.height, reach(site)
    y0, y1, sag = ((0.035, 0.075, 0.085), (0.135, 0.045, 0.095))[k - 1]
    n = max(6, round(w / (u * 0.088)))

    def line(x: float) -> float:
        t = x / w
        return h * (y0 + (y1 - y0) * t) + u * sag * 4 * t * (1 - t)

    cord = "M" + "L".join(f"{num(w * i / 24)} {num(line(w * i / 24))}" for i in range(-1, 26))
    halos, bodies, ends, ribs = "", "", "", ""
    for i in range(n):
        x = w * (i + (0.5 if k == 1 else 0.22)) / n
        rx, ry = u * 0.0200, u * 0.0235
        y = line(x) + ry * 1.5
        halos += dot(x, y, rx * 2.1)
        bodies += dot(x, y, rx, ry)
        ribs += "".join(
            f"M{num(x - rx * s)} {num(y + dy * ry)}h{num(rx * s * 2)}" for dy, s in ((-0.4, 0.9), (0, 1), (0.4, 0.9))
        )
        ends += bar(x - rx * 0.42, y - ry * 1.14, rx * 0.84, ry * 0.24) + bar(
            x - rx * 0.42, y + ry * 0.90, rx * 0.84, ry * 0.24
        )
        ends += bar(x - 0.8, y - ry * 1.5, 1.6, ry * 0.4) + bar(x - rx * 0.09, y + ry * 1.1, rx * 0.18, ry * 0.62)
    ink = site.light.tone("ink", 0.26)
    with site.layer(f"lanterns-{k}", Z.CLOUDS + 2):
        site.sheet.stroke(cord, ink, 1.8)
        if site.light.night:
            site.sheet.path(halos, color, shade="", opacity=0.14)
        site.sheet.path(bodies, color, shade="", line=False)
        site.sheet.stroke(ribs, mix(color, ink, 0.3), 1.0, opacity=0.6)
        site.sheet.path(ends, ink, shade="", line=False)


def _shrubs(site: Site, color: str, k: int) -> None:
    """Low winterberry shrubs in the lower corners, some snow on their twigs."""
    h, u = site.height, reach(site)
    rng = site.rng(f"shrubs-{k}")
    stems, berries, gleam, snow = "", "", "", ""
    for edge, sign in ((0.0, 1), (site.width, -1)):
        foot = edge + sign * u * (0.045 + 0.085 * (k - 1))
        for i in range(9):
            lean, tall = (i - 4) / 4 + rng.uniform(-0.1, 0.1), u * rng.uniform(0.075, 0.135) * (1.1 - 0.15 * k)
            tip, top = foot + lean * u * 0.075, h - tall * (1 - 0.35 * abs(lean))
            stems += f"M{num(foot + lean * 6)} {num(h + 6)}Q{num(foot + lean * u * 0.02)} {num(h - tall * 0.5)} {num(tip)} {num(top)}"
            for step in range(6):
                t = 0.35 + 0.65 * step / 5
                r = u * rng.uniform(0.0085, 0.0115)
                x = foot + (tip - foot) * t * t + rng.uniform(-0.010, 0.010) * u
                y = h + (top - h) * t + rng.uniform(-0.006, 0.006) * u
                berries += dot(x, y, r)
                gleam += dot(x - r * 0.3, y - r * 0.35, r * 0.26)
                snow += dot(x, y - r * 0.8, r * 1.1, r * 0.45) if rng.random() < 0.3 else ""
    light = site.light
    with site.layer(f"shrubs-{k}", Z.GRASS + 4):
        site.sheet.stroke(stems, light.tone("earth", 0.40), u * 0.0045)
        site.sheet.path(berries, color, shade="", line=False)
        site.sheet.path(gleam, light.roles.of("paper"), shade="", opacity=0.8)
        site.sheet.path(snow, light.tone("paper", 0.97), shade="", line=False)
