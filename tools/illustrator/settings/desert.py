"""Deserts: dunes with sharp crests, a canyon of banded buttes."""

import random

from wanderhue.tools.illustrator.land import hill, jagged, wave
from wanderhue.tools.illustrator.light import Material
from wanderhue.tools.illustrator.pen import Point
from wanderhue.tools.illustrator.plants import grass, scatter
from wanderhue.tools.illustrator.sheet import num, poly
from wanderhue.tools.illustrator.site import Site, Stage, Z
from wanderhue.tools.illustrator.sky import draw_sky, place_sun


def _mesas(
    site: Site, rng: random.Random, base: float, height: float, rock: Material, *, count: int, bands: int = 3
) -> None:
    """Flat-topped rocks with strata, standing on `base`."""
    for i in range(count):
        x = (i + 0.5 + rng.uniform(-0.35, 0.35)) / count * site.width
        wide, tall = site.unit * rng.uniform(0.10, 0.22), height * rng.uniform(0.5, 1.0)
        butte(site, rng, x, base, wide, tall, rock, bands=bands)


def butte(  # noqa: PLR0917  # a drawing primitive: place and measures
    site: Site, rng: random.Random, x: float, base: float, wide: float, tall: float, rock: Material, *, bands: int = 4
) -> None:
    """One butte: steep walls over a skirt of scree, a shaded right side, bands of strata."""
    top = base - tall
    skirt = base - tall * 0.34
    left = jagged(rng, (x - wide * 0.86, base), (x - wide * 0.56, skirt), 0.03, 2) + jagged(
        rng, (x - wide * 0.54, skirt), (x - wide * 0.46, top), 0.05, 3
    )
    right = jagged(rng, (x + wide * 0.46, top), (x + wide * 0.54, skirt), 0.05, 3) + jagged(
        rng, (x + wide * 0.56, skirt), (x + wide * 0.86, base), 0.03, 2
    )
    fill = site.sheet.fade(top, base, ((0, rock(0.02)), (0.6, rock()), (1, rock(0, 0.35))))
    site.sheet.path(poly([*left, *right]), fill, shade="mist")
    edge: list[Point] = [
        (x + wide * 0.18, top),
        (x + wide * 0.26, (top + skirt) / 2),
        (x + wide * 0.16, skirt),
        (x + wide * 0.34, base),
    ]
    dark = site.sheet.fade(top, base, ((0, rock(-0.075)), (0.6, rock(-0.07)), (1, rock(-0.03, 0.3))))
    site.sheet.path(poly([*edge, *reversed(right)]), dark, shade="right", line=False)
    lines = ""
    for k in range(bands):
        y = top + (skirt - top) * (k + 0.7) / bands
        half = wide * (0.46 + 0.08 * (y - top) / max(1.0, skirt - top))
        thick = tall * rng.uniform(0.012, 0.03)
        lines += poly(
            [
                (x - half * 0.98, y),
                (x + half * 0.97, y + thick * 0.4),
                (x + half * 0.97, y + thick * 1.4),
                (x - half * 0.98, y + thick),
            ]
        )
    site.sheet.path(lines, rock(-0.05), shade="", opacity=0.7)


def _dune(  # noqa: PLR0917  # a drawing primitive: place and measures
    site: Site,
    rng: random.Random,
    apex: Point,
    reach: float,
    drop: float,
    sand: Material,
    shadow: Material,
    *,
    left: bool = False,
) -> None:
    """A dune with a sharp crest: a lit windward side, a shaded face that falls away in an S."""
    ax, ay = apex
    s = -1 if left else 1
    h = site.height + 10
    far_lit, far_dark = ax - s * reach, ax + s * reach * rng.uniform(0.75, 1.0)
    outline = (
        f"M{num(far_lit)} {num(h)}L{num(far_lit)} {num(ay + drop)}C{num(ax - s * reach * 0.55)}"
        f" {num(ay + drop * 0.92)} {num(ax - s * reach * 0.25)} {num(ay + drop * 0.10)} {num(ax)} {num(ay)}"
        f"C{num(ax + s * reach * 0.28)} {num(ay + drop * 0.16)} {num(ax + s * reach * 0.5)}"
        f" {num(ay + drop * 0.80)} {num(far_dark)} {num(ay + drop * 0.98)}L{num(far_dark)} {num(h)}Z"
    )
    site.sheet.path(
        outline, site.sheet.fade(ay, ay + drop * 1.6, ((0, sand(0.025)), (1, sand(-0.02)))), shade="lit-top"
    )
    foot = ay + drop * rng.uniform(1.5, 2.1)
    face = (
        f"M{num(ax)} {num(ay)}C{num(ax + s * reach * 0.28)} {num(ay + drop * 0.16)} {num(ax + s * reach * 0.5)}"
        f" {num(ay + drop * 0.80)} {num(far_dark)} {num(ay + drop * 0.98)}"
        f"L{num(far_dark)} {num(foot)}C{num(ax + s * reach * 0.42)} {num(foot)} {num(ax - s * reach * 0.10)}"
        f" {num(ay + drop * 1.05)} {num(ax + s * reach * 0.05)} {num(ay + drop * 0.55)}"
        f"C{num(ax + s * reach * 0.1)} {num(ay + drop * 0.36)} {num(ax + s * reach * 0.02)}"
        f" {num(ay + drop * 0.15)} {num(ax)} {num(ay)}Z"
    )
    site.sheet.path(
        face,
        site.sheet.fade(ay, foot, ((0, shadow(-0.01)), (1, shadow(0.03)))),
        shade="top" if not left else "lit-top",
        line=False,
    )


def dunes(site: Site) -> Stage:
    """A sea of sand in two tones, far mesas in haze, a large sun."""
    light, w, h, u = site.light, site.width, site.height, site.unit
    site.horizon = h * (0.56 + site.scene.horizon)
    draw_sky(site, place_sun(site, 0.66, low=-0.15, big=1.25), bottom=site.horizon + h * 0.06)
    rng = site.rng("dunes")
    with site.layer("mesas", Z.FAR):
        _mesas(
            site,
            rng,
            site.horizon + h * 0.03,
            h * 0.17,
            light.material("mesa", "earth", 0.66, haze=0.50),
            count=max(3, round(w / 260)),
        )
    flat = wave(rng, site.horizon + h * 0.012, h * 0.008, w * 0.7)
    with site.layer("sand-far", Z.MIDDLE):
        hill(site, flat, h + 8, light.material("sand-far", "warm", 0.80, haze=0.16))
    sand, shadow = light.material("sand", "warm", 0.80), light.material("dune-shadow", "accent", 0.60)
    with site.layer("dunes-far", Z.GROUND):
        for share, lift, left in ((0.22, 0.0, True), (0.80, 0.012, False)):
            _dune(
                site,
                rng,
                (w * (share + rng.uniform(-0.05, 0.05)), site.horizon + h * (0.04 + lift)),
                u * 0.42,
                h * 0.09,
                sand,
                shadow,
                left=left,
            )
        for share in (-0.06, 1.08) if w > h * 1.2 else ():
            _dune(site, rng, (w * share, site.horizon + h * 0.03), u * 0.5, h * 0.12, sand, shadow, left=share > 0.5)
    with site.layer("dunes", Z.GROUND + 4):
        _dune(
            site,
            rng,
            (w * (0.42 + rng.uniform(-0.06, 0.06)), site.horizon + h * 0.115),
            u * 0.72,
            h * 0.16,
            sand,
            shadow,
        )
    with site.layer("dunes-near", Z.GROUND + 8):
        near = light.material("sand-near", "warm", 0.75)
        deep = light.material("dune-near-shadow", "accent", 0.54)
        _dune(site, rng, (w * 0.86, h * 0.83), max(u * 0.9, w * 0.7), h * 0.12, near, deep, left=True)
        _dune(site, rng, (w * 0.16, h * 0.905), max(u * 0.6, w * 0.4), h * 0.09, sand, shadow)
    with site.layer("grass", Z.GRASS):
        grass(site, rng, light.tone("ink", 0.30), tall=u * 0.085, x0=w * 0.03, x1=w * 0.15, density=0.8)
    for i in range(4):
        site.decor(
            "camel",
            w * 0.44 + u * 0.125 * (i - 1.5),
            site.horizon + h * (0.20 - 0.006 * i),
            u * 0.085,
            z=Z.GROUND + 6,
            tag=str(i),
        )
    return Stage(
        site.width,
        site.horizon,
        lambda _x: (site.horizon + h * 0.20, h * 0.965),
        lambda _x: None,
        lambda _x: site.horizon + h * 0.055,
        spots=(0.3, 0.62, 0.16, 0.86),
        sky=(0.06, 0.36),
        clear=(0.12, 0.92),
    )


def _wall(site: Site, rng: random.Random, rock: Material, side: int) -> None:
    """A stepped cliff that comes in from one side: ledges, each with a lit top and a shaded face."""
    w, h = site.width, site.height
    for k, (reach, top, bottom) in enumerate(((0.36, 0.735, 1.0), (0.27, 0.70, 0.80), (0.17, 0.655, 0.73))):
        inner, y0, y1 = w * reach * rng.uniform(0.88, 1.1), h * (top - 0.03 * side), h * bottom + 8
        toe = inner + w * 0.05
        edge = [
            (-12.0, y0),
            *jagged(rng, (inner * 0.55, y0 - h * 0.004), (inner, y0 + h * 0.012), 0.03, 2),
            *jagged(rng, (inner, y0 + h * 0.016), (toe, y1), 0.05, 3),
            (-12.0, y1),
        ]
        face = [(w - x, y) for x, y in edge] if side else edge
        site.sheet.path(
            poly(face),
            site.sheet.fade(y0, y1, ((0, rock(0.05 - 0.02 * k)), (1, rock(-0.05 - 0.01 * k)))),
            shade="bottom",
        )
        for m in range(2 if k else 4):
            y = y0 + h * (0.022 + 0.045 * m)
            x1 = inner + (toe - inner) * (y - y0) / max(1.0, y1 - y0) - w * 0.012
            stripe = [(-12.0, y), (x1, y + h * 0.004), (x1 - w * 0.006, y + h * 0.013), (-12.0, y + h * 0.012)]
            site.sheet.path(
                poly([(w - x, y) for x, y in stripe] if side else stripe), rock(-0.06), shade="", opacity=0.6
            )


def canyon(site: Site) -> Stage:
    """Banded buttes in receding planes, a river far below, a rim to stand on."""
    light, sheet, w, h, u = site.light, site.sheet, site.width, site.height, site.unit
    site.horizon = h * (0.55 + site.scene.horizon)
    draw_sky(site, place_sun(site, 0.54, low=-0.1, big=1.15), bottom=site.horizon + h * 0.06)
    rng = site.rng("canyon")
    base = site.horizon + h * 0.02
    with site.layer("buttes-far", Z.FAR):
        _mesas(
            site,
            rng,
            base,
            h * 0.17,
            light.material("butte-far", "purple", 0.66, haze=0.52),
            count=max(3, round(w / 220)),
            bands=2,
        )
    with site.layer("plain", Z.FAR + 6):
        hill(
            site,
            wave(rng, base - h * 0.012, h * 0.006, w),
            h + 8,
            light.material("plain", "warm", 0.78, haze=0.25),
            mist=0.0,
        )
    middle = light.material("butte", "earth", 0.62, haze=0.16)
    with site.layer("buttes", Z.MIDDLE):
        for share, wide, tall in ((0.17, 0.17, 0.30), (0.86, 0.20, 0.36), (0.36, 0.10, 0.17), (0.67, 0.085, 0.14)):
            butte(site, rng, w * share, base + h * 0.07, u * wide, h * tall, middle, bands=5)
    with site.layer("floor", Z.GROUND):
        hill(
            site,
            wave(rng, base + h * 0.062, h * 0.010, w * 0.8),
            h + 8,
            light.material("floor", "warm", 0.74, haze=0.10),
        )
    with site.layer("river", Z.GROUND + 2):
        river = light.material("river", "water", 0.64)
        y = base + h * 0.10
        sheet.path(
            f"M{num(w * 0.50)} {num(y)}C{num(w * 0.66)} {num(y + h * 0.03)} {num(w * 0.40)} {num(y + h * 0.07)}"
            f" {num(w * 0.50)} {num(y + h * 0.12)}"
            f"S{num(w * 0.62)} {num(y + h * 0.19)} {num(w * 0.44)} {num(h)}L{num(w * 0.70)} {num(h)}"
            f"C{num(w * 0.76)} {num(y + h * 0.2)} {num(w * 0.60)} {num(y + h * 0.14)} {num(w * 0.56)}"
            f" {num(y + h * 0.115)}"
            f"C{num(w * 0.5)} {num(y + h * 0.07)} {num(w * 0.68)} {num(y + h * 0.03)} {num(w * 0.50)} {num(y)}Z",
            river(),
            shade="lit-top",
        )
    near = light.material("rim", "accent", 0.50)
    with site.layer("walls", Z.GROUND + 6):
        for side in (0, 1):
            _wall(site, rng, near, side)
    rim = wave(rng, h * 0.905, h * 0.014, w * 0.7)
    with site.layer("rim", Z.GROUND + 10):
        hill(site, rim, h + 8, light.material("ledge", "earth", 0.44))
        scatter(site, rng, light.tone("green", 0.40), y0=h * 0.92, y1=h, count=50, size=u * 0.006)
    with site.layer("grass", Z.GRASS):
        grass(site, rng, light.tone("ink", 0.28), tall=u * 0.05, density=0.5)
    return Stage(
        site.width,
        site.horizon,
        lambda x: (rim(x) + h * 0.008, h * 0.975),
        lambda x: (base + h * 0.17, h * 0.86) if w * 0.5 < x < w * 0.58 else None,
        lambda _x: base + h * 0.085,
        spots=(0.5, 0.34, 0.66),
        sky=(0.05, 0.36),
        clear=(0.1, 0.9),
    )


VARIANTS = {("desert", "dunes"): dunes, ("desert", "canyon"): canyon}
