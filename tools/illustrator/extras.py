"""What brings a missing palette color into a picture: cloud bands, light on water, a boat, flowers in front.

Only the coverage pass asks for these, by name: 'extra-dark' (see corners.py), 'extra-winter-1' and -2 (winter.py),
'extra-cloud-', 'extra-shine-', 'extra-boat-1' and -2, 'extra-lamp', 'extra-bloom-1' to -3. Each covers up to two
percent of the picture.
"""

import random

from wanderhue.tools.illustrator.corners import draw_corner
from wanderhue.tools.illustrator.rows import blooms
from wanderhue.tools.illustrator.sheet import bar, dot, num, poly
from wanderhue.tools.illustrator.site import Site, Stage, Z
from wanderhue.tools.illustrator.sky import pill
from wanderhue.tools.illustrator.tint import mix
from wanderhue.tools.illustrator.winter import draw_winter

_WATERSIDE = {("seaside", "cliff"), ("seaside", "harbor"), ("city", "skyline")}


def can_bloom(setting: str, variant: str) -> bool:
    """Whether the foreground is land where flowers can stand."""
    return (setting, variant) not in _WATERSIDE and setting != "snow"


def has_open_water(setting: str, variant: str) -> bool:
    """Whether the foreground is the sea or a river."""
    return (setting, variant) in _WATERSIDE


def on_open_water(variant: str, light: float) -> list[str]:
    """The extras for a color of OKLab lightness `light` on open water, the best first."""
    if variant != "cliff":
        return ["extra-shine-1", "extra-shine-2"]
    boats = ["extra-boat-1", "extra-boat-2"]
    return ["extra-lamp", *boats] if light > 0.72 else boats


def draw_extras(site: Site, stage: Stage) -> None:
    """The extras that the coverage pass chose for this picture; people and things then keep clear of them."""
    over = site.light.over
    if "extra-dark" in over:
        draw_corner(site, stage, over["extra-dark"])
    if "extra-lamp" in over:
        _lamp(site, over["extra-lamp"])
    for k in (1, 2):
        if f"extra-cloud-{k}" in over:
            _bands(site, over[f"extra-cloud-{k}"], k)
        if f"extra-winter-{k}" in over:
            draw_winter(site, over[f"extra-winter-{k}"], k)
        if f"extra-boat-{k}" in over and site.wants("boat"):
            _boat(site, over[f"extra-boat-{k}"], k)
        if f"extra-shine-{k}" in over:
            _shine(site, over[f"extra-shine-{k}"], k)
    colors = [over[f"extra-bloom-{k}"] for k in (1, 2, 3) if f"extra-bloom-{k}" in over]
    for k, color in enumerate(colors):
        _flowers(site, color, k)


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


def _shine(site: Site, color: str, k: int) -> None:
    """Light of that color on the water: flat strokes, in two or three columns."""
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


def _lamp(site: Site, color: str) -> None:
    """The reflection of a lamp on the shore, one column of flat strokes; on a lake also the cabin whose lamp it is."""
    rng = site.rng("lamp")
    lake = site.scene.setting == "lake"
    w, u, top, bottom = site.width, site.reach, site.horizon + 5, site.height * (0.875 if lake else 0.985)
    x0 = w * (0.52 if lake else 0.415 if w >= site.height * 0.8 else 0.25)
    path = ""
    for i in range(36):
        t = (i + rng.random()) / 36
        half = u * (0.016 + 0.050 * t) * rng.choice((0.35, 0.7, 0.95, 1.15))
        y = top + (bottom - top) * t
        path += dot(x0 + rng.gauss(0, 0.30) * half, y, half, u * (0.0024 + 0.0034 * t))
    with site.layer("lamp", Z.GROUND + 3.5):
        site.sheet.path(path, color, shade="", line=False)
        if lake and site.wants("house"):
            _cabin(site, x0, site.horizon + 3, u * 0.082, color)


def _cabin(site: Site, x: float, y: float, wide: float, lit: str) -> None:
    """A small log cabin on the far shore with its windows lit."""
    half, wall, dark = wide / 2, wide * 0.36, site.light.tone("ink", 0.26)
    roof = [(x - half * 1.2, y - wall), (x - half * 0.72, y - wide * 0.72), (x + half * 0.72, y - wide * 0.72)]
    site.sheet.halo(x, y - wall * 0.5, wide * 1.5, lit, 0.40)
    site.sheet.path(poly([(x - half, y), (x - half, y - wall), (x + half, y - wall), (x + half, y)]), dark, shade="")
    site.sheet.path(poly([*roof, (x + half * 1.2, y - wall)]), site.light.roles.shade(dark, 0.36), shade="")
    panes = "".join(bar(x + half * dx, y - wall * 0.80, half * 0.36, wall * 0.52) for dx in (-0.78, -0.18, 0.42))
    site.sheet.path(panes, lit, shade="", line=False)


def _boat(site: Site, color: str, k: int) -> None:
    """A fishing boat at anchor: the hull in that color, a pale cabin, a mast, a few strokes of reflection."""
    u, light = site.reach, site.light
    x, y = site.width * (0.15, 0.30)[k - 1], site.height * (0.915, 0.775)[k - 1]
    s = u * (0.112, 0.085)[k - 1]
    hull = (
        f"M{num(x - s)} {num(y - s * 0.50)}Q{num(x)} {num(y - s * 0.24)} {num(x + s * 1.16)} {num(y - s * 0.62)}"
        f"Q{num(x + s * 0.96)} {num(y - s * 0.1)} {num(x + s * 0.72)} {num(y)}L{num(x - s * 0.76)} {num(y)}"
        f"Q{num(x - s * 0.96)} {num(y - s * 0.2)} {num(x - s)} {num(y - s * 0.50)}Z"
    )
    house = [(x - s * 0.52, y - s * 0.36), (x - s * 0.46, y - s * 0.86), (x + s * 0.10, y - s * 0.86)]
    house += [(x + s * 0.18, y - s * 0.34)]
    roof = [(x - s * 0.58, y - s * 0.84), (x - s * 0.52, y - s * 0.95), (x + s * 0.20, y - s * 0.95)]
    roof += [(x + s * 0.24, y - s * 0.84)]
    rail = f"M{num(x - s)} {num(y - s * 0.47)}Q{num(x)} {num(y - s * 0.21)} {num(x + s * 1.15)} {num(y - s * 0.59)}"
    mast = f"M{num(x + s * 0.34)} {num(y - s * 0.34)}V{num(y - s * 1.28)}M{num(x + s * 0.34)} {num(y - s * 1.22)}"
    mast += f"L{num(x + s * 1.12)} {num(y - s * 0.62)}"
    strokes = "".join(
        dot(x + dx * s, y + dy * s, s * rx, s * 0.034)
        for dx, dy, rx in ((-0.05, 0.10, 0.80), (0.08, 0.22, 0.56), (-0.08, 0.34, 0.36), (0.05, 0.45, 0.20))
    )
    ink, pale = light.tone("ink", 0.28), light.tone("paper", 0.95, near=True)
    with site.layer(f"fishing-{k}", Z.GROUND + 4.5 + 0.2 * (2 - k)):
        site.sheet.path(strokes, color, shade="", opacity=0.85)
        site.sheet.stroke(mast, ink, s * 0.035)
        site.sheet.path(poly(house), pale, shade="right")
        site.sheet.path(poly(roof), color, shade="", line=False)
        panes = "".join(dot(x + dx * s, y - s * 0.64, s * 0.075) for dx in (-0.30, -0.06))
        site.sheet.path(panes, light.glow() if light.night else light.tone("ink", 0.36), shade="", line=False)
        site.sheet.path(hull, color, shade="flat")
        site.sheet.stroke(rail, pale, s * 0.05)


def _flowers(site: Site, color: str, k: int) -> None:
    """Flowers along the lower edge, thick at the sides."""
    rng: random.Random = site.rng(f"flowers-{k}")
    w, h = site.width, site.height
    light = site.light
    heart = light.roles.at("warm", 0.86) if light.roles.of("warm") != color else light.roles.of("ink")
    night = site.light.night
    size = site.reach * (0.034 if not night else 0.021)
    count = int((0.040 if not night else 0.034) * w * h / (size * size * 0.92))
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
