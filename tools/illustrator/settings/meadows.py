"""Fields in bloom: daffodils, canola under a volcano, an alpine flower meadow."""

import math

from wanderhue.tools.illustrator import rows
from wanderhue.tools.illustrator.land import Line, hill, mountain, peaks, wave
from wanderhue.tools.illustrator.light import Material
from wanderhue.tools.illustrator.plants import grass, round_trees, scatter
from wanderhue.tools.illustrator.settings.fields import backdrop, field_stage
from wanderhue.tools.illustrator.sheet import bar, poly
from wanderhue.tools.illustrator.site import Site, Stage, Z
from wanderhue.tools.illustrator.sky import draw_sky, place_sun


def _grassland(site: Site, *, horizon: float, sun: float, alpine: bool = False) -> tuple[Line, Line]:
    """Sky, land behind and two swells of green: the lines of the far and the near one."""
    light, w, h = site.light, site.width, site.height
    site.horizon = h * (horizon + site.scene.horizon)
    draw_sky(site, place_sun(site, sun))
    rng = site.rng("land")
    if alpine:
        with site.layer("peaks", Z.MIDDLE - 5):
            rock = light.material("rock", "sky", 0.58, haze=0.22)
            peaks(
                site, rng, site.horizon + h * 0.03, h * 0.30, rock, count=max(3, round(w / 280)), snow=0.34, main=0.62
            )
        far: Line = wave(rng, site.horizon, h * 0.025, w * 0.8)
    else:
        far = backdrop(site)
    with site.layer("field", Z.GROUND):
        hill(site, far, h + 8, light.material("field", "green", 0.60, haze=0.05))
    near = wave(rng, h * 0.70, h * 0.022, w * 1.2)
    with site.layer("field-near", Z.GROUND + 6):
        hill(site, near, h + 8, light.material("field-near", "green", 0.52))
    return far, near


def daffodil(site: Site) -> Stage:
    """A green meadow full of yellow daffodils, trees and a fence behind."""
    light, w, h, u = site.light, site.width, site.height, site.unit
    far, _ = _grassland(site, horizon=0.47, sun=0.70)
    rng = site.rng("daffodils")
    petal, heart = light.material("daffodil", "warm", 0.87), light.material("daffodil-heart", "accent", 0.72)
    leaf = light.material("leaf", "green", 0.44)
    with site.layer("carpet", Z.GROUND + 8):
        for k, (t0, t1) in enumerate(((0.03, 0.14), (0.14, 0.30), (0.30, 0.52))):
            y0, y1 = site.horizon + (h - site.horizon) * t0, site.horizon + (h - site.horizon) * t1
            scatter(
                site,
                rng,
                petal(-0.03, 0.22 - 0.09 * k),
                y0=y0,
                y1=y1,
                count=int(170 * w / h),
                size=u * (0.0042 + 0.0026 * k),
            )
    with site.layer("daffodils", Z.GROUND + 9):
        rows.blooms(
            site,
            rng,
            petal(),
            heart(),
            leaf(),
            y0=h * 0.66,
            y1=h * 1.0,
            count=int(120 * max(0.8, w / h)),
            size=u * 0.032,
        )
    with site.layer("daffodils-front", Z.GRASS):
        rows.blooms(
            site,
            rng,
            petal(0.01),
            heart(),
            leaf(-0.06),
            y0=h * 1.0,
            y1=h * 1.05,
            count=int(16 * max(0.8, w / h)),
            size=u * 0.040,
        )
    site.decor("tree", w * 0.13, site.horizon + h * 0.04, u * 0.25, z=Z.LANDMARK + 40, tag="1", haze=0.05)
    site.decor("tree", w * 0.90, site.horizon + h * 0.03, u * 0.21, z=Z.LANDMARK + 40, tag="2", haze=0.08)
    site.decor("house", w * 0.74, site.horizon + h * 0.02, u * 0.095, z=Z.LANDMARK + 39, haze=0.08)
    return field_stage(site, far, spots=(0.4, 0.58, 0.25), busy=((0.06, 0.2), (0.66, 0.97)))


def canola(site: Site) -> Stage:
    """A yellow field under a volcano and the sea, with a low stone wall."""
    light, sheet, w, h, u = site.light, site.sheet, site.width, site.height, site.unit
    site.horizon = h * (0.46 + site.scene.horizon)
    draw_sky(site, place_sun(site, 0.74))
    rng = site.rng("canola")
    with site.layer("volcano", Z.FAR):
        rock = light.material("volcano", "sky", 0.60, haze=0.25)
        mountain(site, rng, w * 0.34, site.horizon + 2, u * 1.0, h * 0.24, rock, rough=0.03, mist=0.5)
    with site.layer("sea", Z.MIDDLE):
        sheet.path(
            bar(-6, site.horizon - h * 0.035, w + 12, h * 0.06),
            light.material("sea", "water", 0.60, haze=0.12)(),
            shade="mist",
        )
        line = wave(rng, site.horizon - h * 0.012, h * 0.012, w * 0.5)
        hill(site, line, site.horizon + h * 0.03, light.material("hill", "green", 0.54, haze=0.15))
    far = wave(rng, site.horizon + h * 0.012, h * 0.01, w)
    crop = light.material("canola", "warm", 0.85)
    vx, pitch = w * 0.58, u * 0.24
    with site.layer("field", Z.GROUND):
        rows.strips(site, vx, pitch, [crop], gap=0.16, soil=light.material("stalks", "green", 0.54)())
        bloom = light.material("canola-bloom", "paper", 0.93)
        rows.mounds(
            site,
            rng,
            vx,
            pitch,
            crop,
            Material(light.tone("warm", 0.90), light.roles, light.horizon),
            first=0.12,
            spikes=False,
        )
        scatter(site, rng, bloom(), y0=site.horizon + h * 0.1, y1=h, count=int(70 * w / h), size=u * 0.004)
        walk = light.material("walk", "earth", 0.72)
        sheet.path(
            poly(
                [
                    (vx - 2 - pitch * 0.02, site.horizon + 8),
                    (vx + 2 + pitch * 0.02, site.horizon + 8),
                    (vx + pitch * 0.62, h + 8),
                    (vx - pitch * 0.62, h + 8),
                ]
            ),
            walk(),
            shade="lit-top",
            line=False,
        )
    with site.layer("wall", Z.GROUND + 4):
        stone = light.material("wall", "stone", 0.46, haze=0.05)
        path = "".join(
            poly([(x, y), (x + s, y - s * 0.2), (x + s * 1.1, y + s * 0.7), (x - s * 0.1, y + s * 0.7)])
            for x, y, s in (
                (w * i / 46 + rng.uniform(-3, 3), far(w * i / 46) - rng.uniform(0, 5), u * rng.uniform(0.016, 0.026))
                for i in range(47)
            )
        )
        sheet.path(path, stone(), shade="lit-top")
    with site.layer("canola-front", Z.GRASS):
        rows.blooms(
            site,
            rng,
            crop(0.02),
            crop(-0.12),
            light.tone("green", 0.42),
            y0=h * 0.99,
            y1=h * 1.05,
            count=int(26 * max(0.8, w / h)),
            size=u * 0.026,
            petals=4,
        )
    return field_stage(site, far, spots=(0.66, 0.82, 0.5, 0.2))


def meadow(site: Site) -> Stage:
    """An alpine flower meadow with peaks behind."""
    light, w, h, u = site.light, site.width, site.height, site.unit
    far, _ = _grassland(site, horizon=0.50, sun=0.28, alpine=True)
    rng = site.rng("meadow")
    colors = light.materials(
        "bloom-", ("accent", 0.66), ("warm", 0.86), ("pink", 0.80), ("purple", 0.62), ("paper", 0.95)
    )
    leaf = light.material("leaf", "green", 0.42)
    with site.layer("wood", Z.GROUND + 3):
        round_trees(
            site,
            rng,
            lambda x: far(x) + h * 0.015,
            light.material("wood", "green", 0.46, haze=0.08),
            light.tone("earth", 0.34),
            size=u * 0.018,
            gap=u * 0.07,
        )
    with site.layer("carpet", Z.GROUND + 8):
        for material in colors:
            scatter(
                site,
                rng,
                material(0, 0.08),
                y0=site.horizon + h * 0.06,
                y1=h * 0.80,
                count=int(60 * w / h),
                size=u * 0.0055,
            )
    with site.layer("blooms", Z.GROUND + 9):
        for k, material in enumerate(colors):
            rows.blooms(
                site,
                rng,
                material(),
                colors[(k + 1) % 5](),
                leaf(),
                y0=h * 0.72,
                y1=h,
                count=int(34 * max(0.9, w / h)),
                size=math.sqrt(w * h) * 0.033,
                petals=5 + k % 2,
            )
    with site.layer("grass", Z.GRASS):
        grass(site, rng, leaf(-0.06), tall=u * 0.06)
    site.decor("house", w * 0.76, far(w * 0.76) + h * 0.03, u * 0.11, z=Z.GROUND + 5)
    return field_stage(site, far, spots=(0.3, 0.6, 0.14, 0.88), busy=((0.68, 0.84),))


VARIANTS = {("fields", builder.__name__): builder for builder in (daffodil, canola, meadow)}
