"""The sky: its gradient, sun or moon with halo, clouds of several builds, stars and birds."""

import random
from dataclasses import dataclass

from wanderhue.tools.illustrator.sheet import bar, dot, num
from wanderhue.tools.illustrator.site import Site, Z
from wanderhue.tools.illustrator.tint import mix


@dataclass(frozen=True)
class Sun:
    """Where the sun or the moon is: picture units."""

    x: float
    y: float
    r: float


def place_sun(site: Site, share: float, *, low: float = 0.0, big: float = 1.0) -> Sun:
    """The sun at a share of the width; `low` is how near the horizon it may come (0 keeps the hour's height)."""
    u, top = min(site.width, site.height), site.horizon
    height, r = {
        "dawn": (0.66, 0.078),
        "day": (0.34, 0.068),
        "golden": (0.60, 0.098),
        "sunset": (0.86, 0.112),
        "night": (0.26, 0.056),
    }[site.scene.time]
    if site.scene.time in ("sunset", "golden", "dawn"):
        height += (1 - height) * low
    return Sun(site.width * share, max(top * height, u * r * big * 1.7), u * r * big)


def draw_sky(site: Site, sun: Sun, *, bottom: float | None = None) -> None:
    """Everything above the horizon, behind the land."""
    light, sheet = site.light, site.sheet
    end = site.horizon if bottom is None else bottom
    with site.layer("sky", Z.SKY):
        sheet.path(
            bar(-2, 0, site.width + 4, end + site.height * 0.14), sheet.fade(0, end, light.sky), shade="sky", line=False
        )
    if light.night and site.scene.weather in ("clear", "mist") and "star" not in site.scene.without:
        _stars(site, end)
    _sun(site, sun)
    if "cloud" not in site.scene.without:
        _clouds(site, sun, end)
    if site.wants("bird") and site.scene.weather in ("clear", "cloudy", "mist") and not light.night:
        _birds(site, sun, end)


def disc_color(site: Site) -> str:
    """The color of the sun's or moon's disc, also used by its glitter on water."""
    roles, time = site.light.roles, site.scene.time
    if time == "night":
        return mix(roles.at("warm", 0.93), roles.of("paper"), 0.55)
    lightness = {"dawn": 0.92, "day": 0.90, "golden": 0.91, "sunset": 0.90}[time]
    base = roles.at("warm", lightness, snap=0.05)
    return mix(base, roles.of("paper"), 0.25)


def _sun(site: Site, sun: Sun) -> None:
    kind = "moon" if site.light.night else "sun"
    if not site.wants(kind) or site.scene.weather in ("rain",):
        return
    veiled = site.scene.weather in ("cloudy", "mist", "snow")
    color = site.disc or disc_color(site)
    if veiled:
        color = mix(color, site.light.sky[2][1], 0.35)
    sheet = site.sheet
    glow = disc_color(site)
    with site.layer(kind, Z.SUN):
        sheet.halo(sun.x, sun.y, sun.r * 4.2, glow, 0.34 if site.light.night else 0.50)
        if not site.light.night:
            for ring in (3, 2, 1):
                sheet.path(dot(sun.x, sun.y, sun.r * (1 + 0.3 * ring)), glow, shade="", opacity=0.13)
        else:
            sheet.path(dot(sun.x, sun.y, sun.r * 1.3), color, shade="", opacity=0.14)
        sheet.path(dot(sun.x, sun.y, sun.r), color, shade="flat", line=False)
        if site.light.night:
            crater = mix(color, site.light.roles.at("warm", 0.82), 0.5)
            spots = (
                (-0.35, -0.3, 0.2),
                (0.3, -0.42, 0.12),
                (0.32, 0.2, 0.24),
                (-0.25, 0.38, 0.14),
                (-0.02, 0.02, 0.09),
            )
            path = "".join(dot(sun.x + x * sun.r, sun.y + y * sun.r, r * sun.r) for x, y, r in spots)
            sheet.path(path, crater, shade="", opacity=0.75)


def _stars(site: Site, end: float) -> None:
    rng = site.rng("stars")
    paper = site.light.roles.at("paper", 0.95)
    small, large, sparks = "", "", ""
    for _ in range(int(120 * max(1.0, site.width / site.height))):
        x, y = rng.random() * site.width, end * 0.92 * rng.random() ** 1.25
        r = rng.choice((0.8, 0.8, 1.0, 1.2, 1.7))
        if r > 1.1:
            large += dot(x, y, r)
        else:
            small += dot(x, y, r)
    for _ in range(int(5 * max(1.0, site.width / site.height))):
        x, y, r = rng.random() * site.width, end * 0.6 * rng.random(), rng.uniform(5, 9)
        n = r * 0.14
        sparks += (
            f"M{num(x)} {num(y - r)}L{num(x + n)} {num(y - n)}L{num(x + r)} {num(y)}L{num(x + n)} {num(y + n)}"
            f"L{num(x)} {num(y + r)}L{num(x - n)} {num(y + n)}L{num(x - r)} {num(y)}L{num(x - n)} {num(y - n)}Z"
        )
    with site.layer("stars", Z.STARS):
        site.sheet.path(small, paper, shade="", opacity=0.6)
        site.sheet.path(large, paper, shade="", opacity=0.9)
        site.sheet.path(sparks, paper, shade="", opacity=0.95)


def _clouds(site: Site, sun: Sun, end: float) -> None:
    time, weather = site.scene.time, site.scene.weather
    rng = site.rng("clouds")
    wide = max(0.7, site.width / site.height)
    heavy = weather in ("cloudy", "rain", "snow")
    if time in ("day", "dawn") and weather != "mist":
        count = round((3 if not heavy else 5) * wide)
        build = _cumulus
    else:
        count = round((4 if not heavy else 7) * wide)
        build = _streaks
    surface = site.light.material(
        "clouds", "paper", 0.93 if time != "night" else 0.62, haze=0.12 if time == "day" else 0.4
    )
    with site.layer("clouds", Z.CLOUDS):
        for i in range(count):
            share = (i + 0.5 + rng.uniform(-0.32, 0.32)) / count
            x = share * site.width
            y = end * rng.uniform(0.20, 0.42 if build is _cumulus else 0.82)
            size = min(site.width, site.height) * rng.uniform(0.075, 0.135) * (1.15 - y / end * 0.6)
            if build is _cumulus and abs(x - sun.x) < sun.r * 1.3 + size and abs(y - sun.y) < sun.r + size:
                x += (sun.r + size * 1.5) * (1 if x > sun.x else -1)
            y = max(y, size * 1.15)
            if size < y:
                build(site, rng, x, y, size, surface(), surface(-0.06))


def _cumulus(site: Site, rng: random.Random, x: float, y: float, size: float, fill: str, under: str) -> None:  # noqa: PLR0917  # a drawing primitive: place and measures
    bumps = rng.randint(3, 5)
    half = size * (0.62 + 0.2 * bumps * 0.5)
    puffs: list[tuple[float, float, float]] = []
    for i in range(bumps):
        t = (i + 0.5) / bumps * 2 - 1
        r = size * (0.46 - 0.2 * abs(t) + rng.uniform(-0.07, 0.09))
        puffs.append((x + t * half * 0.74, y - r * 0.55, r))
    body = "".join(dot(px, py, r) for px, py, r in puffs)
    base = size * 0.2
    body += pill(x - half, y - base, half * 2, base * 1.55)
    site.sheet.path(body, fill, shade="bottom", line=False)
    shadow = pill(x - half * 0.86, y + base * 0.08, half * 1.72, base * 0.47)
    site.sheet.path(shadow, under, shade="", opacity=0.8)


def _streaks(site: Site, rng: random.Random, x: float, y: float, size: float, fill: str, under: str) -> None:  # noqa: PLR0917  # a drawing primitive: place and measures
    rows = rng.randint(2, 4)
    path = ""
    for row in range(rows):
        length = size * rng.uniform(1.1, 2.6)
        thick = size * rng.uniform(0.075, 0.13)
        path += pill(x - length / 2 + rng.uniform(-0.5, 0.5) * size, y + row * thick * 0.92, length, thick)
    site.sheet.path(path, rng.choice((fill, fill, under)), shade="", opacity=0.55 if not site.light.night else 0.28)


def pill(x: float, y: float, width: float, height: float) -> str:
    """Path data of a bar with round ends."""
    r = height / 2
    return (
        f"M{num(x + r)} {num(y)}h{num(width - height)}a{num(r)} {num(r)} 0 0 1 0 {num(height)}"
        f"h{num(height - width)}a{num(r)} {num(r)} 0 0 1 0 {num(-height)}z"
    )


def _birds(site: Site, sun: Sun, end: float) -> None:
    rng = site.rng("birds")
    cx = sun.x + (0.2 if sun.x < site.width / 2 else -0.2) * site.width + rng.uniform(-0.05, 0.05) * site.width
    cy = end * rng.uniform(0.48, 0.60)
    path = ""
    for _ in range(rng.randint(5, 7)):
        x, y = cx + rng.gauss(0, 0.045) * site.unit, cy + rng.gauss(0, 0.03) * site.unit
        s = rng.uniform(6, 11)
        lift = s * rng.uniform(0.35, 0.6)
        path += (
            f"M{num(x - s)} {num(y - lift)}q{num(s * 0.6)} {num(-lift * 0.5)} {num(s)} {num(lift)}"
            f"q{num(s * 0.4)} {num(-lift * 1.5)} {num(s)} {num(-lift)}"
        )
    with site.layer("birds", Z.FLYING):
        site.sheet.stroke(path, site.light.tone("ink", 0.30), 1.9)
