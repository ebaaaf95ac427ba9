"""Where missing colors go in winter: painted chalets, flags on the piste, strings of paper lanterns, berry shrubs.

Nothing of this needs leaves or flowers, and each belongs to a snowy place: chalets where there is a slope or a
village, lanterns in towns and harbours, shrubs on open land.
"""

import math

from wanderhue.tools.illustrator.sheet import bar, dot, num, poly
from wanderhue.tools.illustrator.site import Site, Z
from wanderhue.tools.illustrator.tint import mix

_CHALETS = {
    # variant: for each color the chalets as shares of the width and the height, and their width as a share of reach
    "village": (((0.215, 0.792, 0.132), (0.69, 0.800, 0.122)), ((0.80, 0.785, 0.128), (0.33, 0.803, 0.118))),
    "slopes": (((0.20, 0.872, 0.128), (0.675, 0.868, 0.120)), ((0.79, 0.880, 0.132), (0.315, 0.884, 0.112))),
}


def draw_winter(site: Site, color: str, k: int) -> None:
    """The k-th (1 or 2) missing color, '#rrggbb', on whatever suits the setting."""
    if site.scene.setting == "snow" and site.wants("house"):
        for share, y, width in _CHALETS[site.scene.variant_or_default()][k - 1]:
            _chalet(site, site.width * share, site.height * y, site.reach * width, color)
        if site.scene.variant_or_default() == "slopes":
            _gates(site, color, k)
    elif site.scene.setting in ("oldtown", "city", "seaside") and site.wants("lantern"):
        _lanterns(site, color, k)
    else:
        _shrubs(site, color, k)


def _chalet(site: Site, x: float, y: float, width: float, color: str) -> None:
    """A wooden chalet from the front, thick snow on its roof; its foot at (x, y)."""
    roles = site.light.roles
    dark = roles.shade(color, max(0.20, roles.light("ink") + 0.06))
    half, peak = width * 0.62, y - width * 0.92
    site.standing.append((x - half, peak, x + half, y))
    with site.layer("chalet", Z.STANDING + y):
        if site.light.night:
            site.sheet.path(dot(x, y + width * 0.04, half, width * 0.085), color, shade="", opacity=0.35)
        _front(site, x, y, width, color, dark)
        _snowy_roof(site, x, y, width, dark)


def _front(site: Site, x: float, y: float, width: float, color: str, dark: str) -> None:
    """The gable wall: planks, a door, three windows with pale frames, lit after the day."""
    light, sheet = site.light, site.sheet
    half, tall, s = width / 2, width * 0.50, width * 0.085
    eaves = [(x - half, y - tall), (x, y - width * 0.92), (x + half, y - tall)]
    holes = [(x + width * dx, y - width * dy) for dx, dy in ((-0.28, 0.25), (0.28, 0.25), (0.0, 0.60))]
    frames = "".join(bar(cx - s * 1.25, cy - s * 1.25, s * 2.5, s * 2.5) for cx, cy in holes)
    panes = "".join(bar(cx + dx * s, cy - s * 0.9, s * 0.82, s * 1.8) for cx, cy in holes for dx in (-0.9, 0.08))
    planks = "".join(bar(x - half, y - tall * t, width, 1.5) for t in (0.25, 0.5, 0.75))
    pane = light.glow() if light.time != "day" else light.tone("sky", 0.86)
    sheet.path(poly([(x - half, y), *eaves, (x + half, y)]), color, shade="flat")
    sheet.path(planks, mix(color, dark, 0.32), shade="", opacity=0.55)
    sheet.path(frames, light.tone("paper", 0.97, near=True), shade="", line=False)
    sheet.path(panes, pane, shade="", line=False)
    sheet.path(bar(x - s, y - width * 0.26, s * 2, width * 0.26), dark, shade="", line=False)


def _snowy_roof(site: Site, x: float, y: float, width: float, dark: str) -> None:
    """Wide eaves under a thick layer of snow, a chimney, drifts at the foot."""
    sheet, snow = site.sheet, site.light.tone("paper", 0.97, near=True)
    over, thick, peak, low = width * 0.62, width * 0.105, y - width * 0.93, y - width * 0.40
    roof = [(x - over, low), (x, peak), (x + over, low)]
    cap = [(x + over, low - thick * 0.9), (x, peak - thick * 1.25), (x - over, low - thick * 0.9)]
    boards = [(px, py + thick * 0.35) for px, py in reversed(roof)]
    flue, wide = x + width * 0.275, width * 0.10
    sheet.path(bar(flue, peak - width * 0.01, wide, width * 0.28), dark, shade="right", line=False)
    sheet.path(bar(flue - 2, peak - width * 0.04, wide + 4, width * 0.05), snow, shade="", line=False)
    sheet.path(poly([*roof, *boards]), dark, shade="", line=False)
    sheet.path(poly([*roof, *cap]), snow, shade="lit-left")
    drifts = dot(x - width * 0.25, y + 2, width * 0.40, width * 0.035)
    sheet.path(drifts + dot(x + width * 0.30, y + 2, width * 0.30, width * 0.03), snow, shade="", line=False)


def _gates(site: Site, color: str, k: int) -> None:
    """Slalom gates down the near slope: flags between two poles."""
    u, h = site.reach, site.height
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


def _lanterns(site: Site, color: str, k: int) -> None:
    """A string of paper lanterns across the upper left, where no moon stands in its way."""
    w, h, u = site.width, site.height, site.reach
    y0, y1, sag = ((0.055, -0.015, 0.060), (0.105, -0.090, 0.074))[k - 1]
    n = max(6, round(w / (u * 0.088)))

    def line(x: float) -> float:
        t = x / w
        return h * (y0 + (y1 - y0) * t) + u * sag * 6.75 * t * (1 - t) ** 2

    cord = "M" + "L".join(f"{num(w * i / 24)} {num(line(w * i / 24))}" for i in range(-1, 26))
    halos, bodies, ends, ribs = "", "", "", ""
    for i in range(n):
        x = w * (i + (0.5 if k == 1 else 0.22)) / n
        rx, ry = u * 0.0210, u * 0.0245
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
    h, u = site.height, site.reach
    rng = site.rng(f"shrubs-{k}")
    stems, berries, gleam, snow = "", "", "", ""
    for edge, sign in ((0.0, 1), (site.width, -1)):
        foot = edge + sign * u * (0.045 + 0.085 * (k - 1))
        for i in range(9):
            lean, tall = (i - 4) / 4 + rng.uniform(-0.1, 0.1), u * rng.uniform(0.075, 0.135) * (1.1 - 0.15 * k)
            tip, top = foot + lean * u * 0.075, h - tall * (1 - 0.35 * abs(lean))
            stems += f"M{num(foot + lean * 6)} {num(h + 6)}Q{num(foot + lean * u * 0.02)} {num(h - tall * 0.5)}"
            stems += f" {num(tip)} {num(top)}"
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
