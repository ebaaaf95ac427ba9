"""What brings a missing palette colour into a picture: leaves in the corners, cloud bands, flowers in front.

Only the coverage pass asks for these, by name: 'extra-dark', 'extra-cloud-1' and -2, 'extra-bloom-1' to -3. Each
covers a good two percent of the picture.
"""

import math
import random

from wanderhue.tools.illustrator.rows import blooms
from wanderhue.tools.illustrator.sheet import dot, num
from wanderhue.tools.illustrator.site import Site, Z
from wanderhue.tools.illustrator.sky import pill
from wanderhue.tools.illustrator.tint import mix

_WATERSIDE = {("seaside", "cliff"), ("seaside", "harbor"), ("city", "skyline")}


def can_bloom(setting: str, variant: str) -> bool:
    """Whether the foreground is land where flowers can stand."""
    return (setting, variant) not in _WATERSIDE and setting != "snow"


def draw_extras(site: Site) -> None:
    """The extras that the coverage pass chose for this picture."""
    over = site.light.over
    if "extra-dark" in over:
        _leaves(site, over["extra-dark"])
    if "extra-branch" in over:
        _branch(site, over["extra-branch"])
    for k in (1, 2):
        if f"extra-cloud-{k}" in over:
            _bands(site, over[f"extra-cloud-{k}"], k)
        if f"extra-berry-{k}" in over:
            _berries(site, over[f"extra-berry-{k}"], k)
        if f"extra-shine-{k}" in over:
            _shine(site, over[f"extra-shine-{k}"], k)
    colors = [over[f"extra-bloom-{k}"] for k in (1, 2, 3) if f"extra-bloom-{k}" in over]
    for k, color in enumerate(colors):
        _flowers(site, color, k)


def _reach(site: Site) -> float:
    """The measure of the extras: it grows with the picture's area, so that they cover their share at any aspect."""
    return math.sqrt(site.width * site.height)


def _leaf(x: float, y: float, angle: float, length: float, width: float) -> str:
    tx, ty = x + math.cos(angle) * length, y + math.sin(angle) * length
    nx, ny = -math.sin(angle) * width, math.cos(angle) * width
    mx, my = x + math.cos(angle) * length * 0.45, y + math.sin(angle) * length * 0.45
    return (
        f"M{num(x)} {num(y)}Q{num(mx + nx)} {num(my + ny)} {num(tx)} {num(ty)}"
        f"Q{num(mx - nx)} {num(my - ny)} {num(x)} {num(y)}Z"
    )


def _leaves(site: Site, color: str) -> None:
    """Broad dark leaves that lean in from both lower corners."""
    w, h = site.width, site.height
    u = _reach(site)
    rng = site.rng("leaves")
    path, ribs = "", ""
    for side in (0, 1):
        for k in range(9):
            angle = -math.pi / 2 + (0.12 + 0.145 * k - 0.25) * (1 if not side else -1)
            x = (-0.012 + 0.013 * (k % 4)) * u if not side else w + (0.012 - 0.013 * (k % 4)) * u
            length = u * rng.uniform(0.15, 0.26) * (1.0 - 0.045 * k)
            path += _leaf(x, h + u * 0.012, angle, length, length * 0.17)
            ribs += (
                f"M{num(x)} {num(h)}L{num(x + math.cos(angle) * length * 0.85)}"
                f" {num(h + math.sin(angle) * length * 0.85)}"
            )
    with site.layer("leaves", Z.GRASS + 2):
        site.sheet.path(path, color, shade="", line=False)
        site.sheet.stroke(ribs, site.light.roles.shade(color, 0.42), 1.0, opacity=0.35)


def _bands(site: Site, color: str, k: int) -> None:
    """Long flat clouds low in the sky."""
    rng = site.rng(f"bands-{k}")
    w, sky = site.width, site.horizon
    path = ""
    wanted, area = 0.031 * w * site.height, 0.0
    while area < wanted:
        length, thick = w * rng.uniform(0.16, 0.36), site.height * rng.uniform(0.010, 0.017)
        x, y = rng.uniform(-0.05, 0.85) * w, sky * (rng.uniform(0.42, 0.80) if k == 1 else rng.uniform(0.16, 0.56))
        for row in range(rng.randint(1, 3)):
            path += pill(
                x + rng.uniform(-0.10, 0.10) * w, y + row * thick * 0.96, length * rng.uniform(0.6, 1.0), thick
            )
            area += length * 0.8 * thick
    with site.layer(f"bands-{k}", Z.CLOUDS - 0.5):
        site.sheet.path(path, color, shade="", line=False)


def _branch(site: Site, color: str) -> None:
    """A bare winter branch from the upper left corner, snow on its upper side."""
    rng = site.rng("branch")
    u = _reach(site)
    wood, snow = "", ""
    for k, (reach, drop, thick) in enumerate(((0.36, 0.08, 0.026), (0.28, 0.17, 0.020), (0.19, 0.24, 0.016))):
        x0, y0 = -8.0, u * (0.02 + 0.045 * k)
        x1, y1 = u * reach, y0 + u * drop * rng.uniform(0.7, 1.1)
        t = u * thick
        wood += (
            f"M{num(x0)} {num(y0 - t)}Q{num(x1 * 0.5)} {num(y0 + (y1 - y0) * 0.2)} {num(x1)} {num(y1)}"
            f"Q{num(x1 * 0.5)} {num(y0 + (y1 - y0) * 0.2 + t)} {num(x0)} {num(y0 + t)}Z"
        )
        snow += (
            f"M{num(x0)} {num(y0 - t * 1.2)}Q{num(x1 * 0.5)} {num(y0 + (y1 - y0) * 0.2 - t * 0.5)}"
            f" {num(x1 * 0.8)} {num(y0 + (y1 - y0) * 0.62)}Q{num(x1 * 0.5)} {num(y0 + (y1 - y0) * 0.2)}"
            f" {num(x0)} {num(y0 - t * 0.5)}Z"
        )
        for m in range(9):
            s = (m + 1) / 10
            bx, by = x0 + (x1 - x0) * s, y0 + (y1 - y0) * (0.4 * s + 0.6 * s * s)
            angle, length = rng.choice((0.9, 1.25, -0.55, 0.5)), u * rng.uniform(0.06, 0.12) * (1.1 - s * 0.5)
            wood += _leaf(bx, by, angle, length, length * 0.075)
    with site.layer("branch", Z.GRASS + 3):
        site.sheet.path(wood, color, shade="", line=False)
        site.sheet.path(snow, site.light.tone("paper", 0.97), shade="", line=False)


def _berries(site: Site, color: str, k: int) -> None:
    """A twig with berries that hangs in from an upper corner, some snow on it."""
    rng = site.rng(f"berries-{k}")
    w = site.width
    u = _reach(site)
    twig = site.light.tone("earth", 0.52)
    stems, berries, lights, snow = "", "", "", ""
    side, x0 = 1, w + 6
    for branch in range(4):
        reach, drop = u * rng.uniform(0.16, 0.28) * (1.0 if k == 1 else 0.75), u * rng.uniform(0.02, 0.16)
        y0 = u * (-0.02 + 0.05 * branch + 0.16 * (k - 1))
        xe, ye = x0 - side * reach, y0 + drop
        stems += f"M{num(x0)} {num(y0)}Q{num(x0 - side * reach * 0.5)} {num(y0 - u * 0.01)} {num(xe)} {num(ye)}"
        for step in range(13):
            t = 0.12 + 0.88 * step / 12
            bx = x0 + (xe - x0) * t + rng.uniform(-0.012, 0.012) * u
            by = y0 + (ye - y0) * t * t + rng.uniform(0.004, 0.030) * u
            r = u * rng.uniform(0.0115, 0.017)
            berries += dot(bx, by, r)
            lights += dot(bx - r * 0.3, by - r * 0.35, r * 0.28)
            if rng.random() < 0.35:
                snow += dot(bx, by - r * 0.8, r * 0.95, r * 0.4)
    with site.layer(f"berries-{k}", Z.GRASS + 4):
        site.sheet.stroke(stems, twig, u * 0.006)
        site.sheet.path(berries, color, shade="", line=False)
        site.sheet.path(lights, site.light.roles.of("paper"), shade="", opacity=0.8)
        site.sheet.path(snow, site.light.tone("paper", 0.96), shade="")


def _shine(site: Site, color: str, k: int) -> None:
    """Light of that colour on the water: flat strokes, in two or three columns."""
    rng = site.rng(f"shine-{k}")
    w, top, bottom = (
        site.width,
        site.horizon,
        site.height * {"harbor": 0.86, "skyline": 0.93}.get(site.scene.variant_or_default(), 0.985),
    )
    path, area = "", 0.0
    columns = [
        w * (rng.uniform(0.12, 0.3) if k == 1 else rng.uniform(0.5, 0.62)),
        w * (rng.uniform(0.72, 0.9) if k == 1 else rng.uniform(0.3, 0.42)),
    ]
    while area < 0.042 * w * site.height:
        t = rng.random() ** 0.85
        x, y = rng.choice(columns) + rng.gauss(0, 0.035) * w, top + 6 + (bottom - top - 8) * t
        length, thick = w * rng.uniform(0.02, 0.075) * (0.5 + 0.6 * t), 4.5 + 5.0 * t
        path += dot(x, y, length, thick / 2)
        area += length * thick * 1.45
    with site.layer(f"shine-{k}", Z.GROUND + 3.5):
        site.sheet.path(path, color, shade="", line=False)


def _flowers(site: Site, color: str, k: int) -> None:
    """Flowers along the lower edge, thick at the sides."""
    rng: random.Random = site.rng(f"flowers-{k}")
    w, h = site.width, site.height
    light = site.light
    heart = light.roles.at("warm", 0.86) if light.roles.of("warm") != color else light.roles.of("ink")
    size = _reach(site) * 0.034
    count = int((0.040 if not site.light.night else 0.050) * w * h / (size * size * 0.92))
    with site.layer(f"flowers-{k}", Z.GRASS + 1 + 0.1 * k):
        blooms(
            site,
            rng,
            color,
            mix(heart, color, 0.25),
            light.tone("green", 0.34),
            y0=h * 0.955,
            y1=h * 1.02,
            count=count,
            size=size,
            petals=5 + k,
            sides=True,
        )
