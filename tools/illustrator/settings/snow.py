"""Deep winter: a village under the peaks, open slopes with a lift."""

import math

from wanderhue.tools.illustrator.land import Line, hill, mountain, peaks, wave
from wanderhue.tools.illustrator.plants import belt, corner_conifers, tall_conifer
from wanderhue.tools.illustrator.sheet import curve, dot, num, poly
from wanderhue.tools.illustrator.site import Site, Stage, Z
from wanderhue.tools.illustrator.sky import draw_sky, place_sun


def village(site: Site) -> Stage:
    """Snowy roofs among conifers below a high peak."""
    light, w, h, u = site.light, site.width, site.height, site.unit
    site.horizon = h * (0.60 + site.scene.horizon)
    draw_sky(site, place_sun(site, 0.34), bottom=site.horizon + h * 0.04)
    rng = site.rng("village")
    with site.layer("peaks", Z.MIDDLE):
        rock = light.material("rock", "sky", 0.54, haze=0.18)
        peaks(site, rng, site.horizon + h * 0.03, h * 0.45, rock, count=max(3, round(w / 300)), snow=0.62, main=0.58)
    rise = wave(rng, site.horizon - h * 0.008, h * 0.016, w * 0.8)
    with site.layer("wood", Z.BELT):
        belt(
            site,
            rng,
            rise,
            light.material("wood-far", "green", 0.52, haze=0.30),
            low=u * 0.04,
            high=u * 0.085,
            gap=u * 0.014,
            snowy=True,
        )
        hill(site, lambda x: rise(x) - 2, h + 8, light.material("snow-far", "paper", 0.93, haze=0.10, movable=False))
        belt(
            site,
            rng,
            lambda x: rise(x) + h * 0.035,
            light.material("wood", "green", 0.40, haze=0.08),
            low=u * 0.07,
            high=u * 0.14,
            gap=u * 0.040,
            snowy=True,
            keep=lambda x: 0.35 + 1.2 * abs(x / w - 0.5),
        )
    near = wave(rng, h * 0.755, h * 0.020, w * 0.9)
    with site.layer("snow", Z.GROUND + 30):
        hill(site, near, h + 8, light.material("snow", "paper", 0.965, movable=False))
        _tracks(site, near)
    roofs = (
        (0.26, 0.700, 0.150),
        (0.41, 0.685, 0.115),
        (0.58, 0.695, 0.135),
        (0.74, 0.682, 0.105),
        (0.50, 0.735, 0.165),
    )
    for i, (share, y, size) in enumerate(roofs if w > h * 0.8 else roofs[:1] + roofs[2:3] + roofs[4:]):
        site.decor("house", w * share, h * y, u * size, z=Z.GROUND + 10 + i, tag=str(i), haze=0.05, flip=i % 2 == 1)
    if w > h * 1.3:
        for i, share in enumerate((0.13, 0.88)):
            site.decor("house", w * share, h * 0.70, u * 0.12, z=Z.GROUND + 10, tag=f"w{i}", haze=0.06)
    with site.layer("conifers", Z.FRAME):
        corner_conifers(site, rng, light.material("frame", "green", 0.34), left=3, right=3, tall=0.50, snowy=True)
    return Stage(
        site.width,
        site.horizon,
        lambda x: (near(x) + h * 0.02, h * 0.965),
        lambda _x: None,
        lambda x: rise(x) + h * 0.06,
        far_z=Z.LANDMARK,
        spots=(0.36, 0.66, 0.5),
        sky=(0.06, 0.3),
        clear=(0.2, 0.8),
        busy=((0.18, 0.8),),
    )


def _tracks(site: Site, near: Line) -> None:
    """Blue drifts and a line of footprints in the snow."""
    w, h = site.width, site.height
    rng = site.rng("tracks")
    shade = site.light.material("drifts", "sky", 0.86, movable=False)
    for k in range(4):
        y, x = h * (0.82 + 0.045 * k), w * rng.uniform(0.0, 0.6)
        wide = w * rng.uniform(0.25, 0.5)
        points = [(x + wide * i / 8, y - h * 0.012 * (1 - abs(i / 4 - 1))) for i in range(9)]
        site.sheet.path(
            curve(points, ((x + wide, y + h * 0.004), (x, y + h * 0.004))), shade(), shade="", opacity=0.5, line=False
        )
    prints = "".join(
        dot(
            w * 0.50 + (-1) ** i * 7 * (1 + i / 9) + i * w * 0.010,
            near(w / 2) + h * 0.03 + h * 0.19 * (i / 14) ** 1.2,
            2.2 + i * 0.35,
            1.2 + i * 0.14,
        )
        for i in range(15)
    )
    site.sheet.path(prints, shade(-0.06), shade="", opacity=0.7)


def slopes(site: Site) -> Stage:
    """Wide slopes with groups of conifers, a chairlift, peaks behind."""
    light, sheet, w, h, u = site.light, site.sheet, site.width, site.height, site.unit
    site.horizon = h * (0.52 + site.scene.horizon)
    draw_sky(site, place_sun(site, 0.26), bottom=site.horizon + h * 0.1)
    rng = site.rng("slopes")
    with site.layer("peaks", Z.MIDDLE):
        rock = light.material("rock", "sky", 0.56, haze=0.20)
        peaks(site, rng, site.horizon + h * 0.08, h * 0.36, rock, count=max(3, round(w / 300)), snow=0.66)
        mountain(site, rng, w * 0.66, site.horizon + h * 0.10, u * 0.86, h * 0.47, rock, snow=0.60)

    def left(x: float) -> float:
        return site.horizon + h * (0.02 + 0.24 * math.pow(max(0.0, x / w), 1.5))

    def right(x: float) -> float:
        return site.horizon + h * (0.30 - 0.20 * math.pow(max(0.0, x / w), 1.3))

    drift = light.material("drifts", "sky", 0.88)
    with site.layer("slope-left", Z.BELT):
        belt(
            site,
            rng,
            left,
            light.material("wood-far", "green", 0.48, haze=0.22),
            low=u * 0.04,
            high=u * 0.09,
            gap=u * 0.018,
            snowy=True,
            x1=w * 0.62,
            keep=lambda x: 1.15 - x / w,
        )
        hill(site, left, h + 8, light.material("snow-far", "paper", 0.94, haze=0.06, movable=False))
        sheet.path(
            poly([(w * 0.30, left(w * 0.30)), (w + 10, left(w)), (w + 10, h), (w * 0.62, h)]),
            drift(),
            shade="mist",
            opacity=0.65,
        )
    with site.layer("slope-right", Z.GROUND):
        belt(
            site,
            rng,
            right,
            light.material("wood", "green", 0.40, haze=0.08),
            low=u * 0.07,
            high=u * 0.15,
            gap=u * 0.026,
            snowy=True,
            x0=w * 0.60,
        )
        hill(site, right, h + 8, light.material("snow-mid", "paper", 0.955, movable=False))
    near = wave(rng, h * 0.84, h * 0.022, w * 1.1)
    with site.layer("copse", Z.GROUND + 6):
        green = light.material("copse", "green", 0.38, haze=0.04)
        for share, y, size in ((0.77, 0.80, 0.13), (0.72, 0.825, 0.17), (0.81, 0.835, 0.15), (0.20, 0.845, 0.13)):
            tall_conifer(site, rng, w * share, h * y, u * size, green, snowy=True)
    with site.layer("lift", Z.GROUND + 4):
        _lift(site)
    with site.layer("snow", Z.GROUND + 8):
        hill(site, near, h + 8, light.material("snow", "paper", 0.97, movable=False))
        trails = ""
        for k in range(3):
            x = w * (0.36 + 0.05 * k)
            trails += (
                f"M{num(x)} {num(h * 0.70)}C{num(x + w * 0.09)} {num(h * 0.76)} {num(x - w * 0.07)}"
                f" {num(h * 0.82)} {num(x + w * 0.03)} {num(h * 0.88)}S{num(x - w * 0.02)} {num(h * 0.95)}"
                f" {num(x + w * 0.05)} {num(h)}"
            )
        sheet.stroke(trails, drift(-0.03), 2.4, opacity=0.8)
    site.decor("house", w * 0.17, left(w * 0.17) + h * 0.075, u * 0.12, z=Z.BELT + 1, haze=0.06)
    with site.layer("conifers", Z.FRAME):
        corner_conifers(site, rng, light.material("frame", "green", 0.34), left=2, right=3, tall=0.50, snowy=True)
    return Stage(
        site.width,
        site.horizon,
        lambda x: (near(x) - h * 0.06, h * 0.965),
        lambda _x: None,
        lambda x: right(x) + h * 0.03 if x > w * 0.45 else left(x) + h * 0.05,
        far_z=Z.LANDMARK,
        spots=(0.34, 0.66, 0.5),
        sky=(0.06, 0.28),
        clear=(0.18, 0.8),
        busy=((0.1, 0.24),),
    )


def _lift(site: Site) -> None:
    """A chairlift: pylons, a cable and gondolas in the accent color."""
    w, h, u = site.width, site.height, site.unit
    ink = site.light.tone("ink", 0.32)
    tops = [(w * 0.02, h * 0.78), (w * 0.27, h * 0.655), (w * 0.48, h * 0.575), (w * 0.64, h * 0.52)]
    cable = f"M{num(-10)} {num(h * 0.80)}" + "".join(f"L{num(x)} {num(y)}" for x, y in tops)
    site.sheet.stroke(cable, ink, 1.8)
    for i, (x, y) in enumerate(tops[1:]):
        tall = h * (0.11 - 0.022 * i)
        site.sheet.path(
            poly([(x - 3, y + tall), (x - 1.6, y), (x + 1.6, y), (x + 3, y + tall)])
            + poly([(x - 11, y - 2), (x + 11, y - 2), (x + 11, y + 2), (x - 11, y + 2)]),
            ink,
            shade="",
        )
    cabin = site.light.material("cabin", "accent", 0.60)
    for t in (0.12, 0.38, 0.62, 0.88):
        spans = len(tops) - 1
        k = min(spans - 1, int(t * spans))
        f = t * spans - k
        x, y = tops[k][0] + (tops[k + 1][0] - tops[k][0]) * f, tops[k][1] + (tops[k + 1][1] - tops[k][1]) * f
        s = u * 0.026 * (1.15 - 0.45 * t)
        site.sheet.stroke(f"M{num(x)} {num(y)}L{num(x)} {num(y + s)}", ink, 1.4)
        site.sheet.path(
            poly([(x - s * 0.7, y + s), (x + s * 0.7, y + s), (x + s * 0.6, y + s * 2.2), (x - s * 0.6, y + s * 2.2)]),
            cabin(),
            shade="right",
        )
        site.sheet.path(
            poly(
                [
                    (x - s * 0.5, y + s * 1.2),
                    (x + s * 0.5, y + s * 1.2),
                    (x + s * 0.46, y + s * 1.6),
                    (x - s * 0.46, y + s * 1.6),
                ]
            ),
            site.light.tone("sky", 0.85),
            shade="",
            line=False,
        )


VARIANTS = {("snow", "village"): village, ("snow", "slopes"): slopes}
