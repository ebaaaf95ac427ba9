"""Fields: lavender and tulips in rows, tea hedges on slopes, daffodils, canola, a flower meadow."""

from wanderhue.tools.illustrator import rows
from wanderhue.tools.illustrator.land import Line, hill, mountain, peaks, ridge, wave
from wanderhue.tools.illustrator.light import Material
from wanderhue.tools.illustrator.plants import bushes, grass, round_trees, scatter
from wanderhue.tools.illustrator.sheet import bar, poly
from wanderhue.tools.illustrator.site import Site, Stage, Z
from wanderhue.tools.illustrator.sky import draw_sky, place_sun


def _stage(
    site: Site,
    ground: Line,
    *,
    spots: tuple[float, ...] = (0.68, 0.3, 0.14, 0.86),
    busy: tuple[tuple[float, float], ...] = (),
) -> Stage:
    h = site.height
    return Stage(site.width, site.horizon, lambda x: (ground(x) + h * 0.07, h * 0.965), lambda _x: None, lambda x: ground(x) + h * 0.018,
                 spots=spots, sky=(0.07, 0.30), clear=(0.1, 0.9), busy=busy)  # fmt: skip


def _backdrop(site: Site, *, trees: bool = True) -> Line:
    """Two far lines of hills and a hem of trees on the horizon."""
    light, w, h, u = site.light, site.width, site.height, site.unit
    rng = site.rng("backdrop")
    with site.layer("hills-far", Z.FAR):
        line = wave(rng, site.horizon - h * 0.075, h * 0.04, w * 0.85)
        hill(
            site,
            line,
            site.horizon + 3,
            light.material("hill-far", "purple" if light.time != "day" else "sky", 0.66, haze=0.42),
            mist=0.4,
        )
    with site.layer("hills", Z.MIDDLE):
        near = wave(rng, site.horizon - h * 0.028, h * 0.020, w * 0.6)
        hill(site, near, site.horizon + 3, light.material("hill", "green", 0.60, haze=0.26), mist=0.2)
    if trees:
        with site.layer("hem", Z.BELT):
            leaf = light.material("hem", "green", 0.46, haze=0.10)
            bushes(site, rng, lambda _x: site.horizon + 1, leaf, size=u * 0.014)
            round_trees(
                site,
                rng,
                lambda _x: site.horizon + 1,
                leaf,
                light.tone("earth", 0.36, haze=0.1),
                size=u * 0.018,
                gap=u * 0.085,
            )
    return lambda _x: site.horizon


def lavender(site: Site) -> Stage:
    """Purple rows to a vanishing point, a farmhouse and cypresses."""
    light, w, h, u = site.light, site.width, site.height, site.unit
    site.horizon = h * (0.50 + site.scene.horizon)
    draw_sky(site, place_sun(site, 0.34, low=0.25))
    ground = _backdrop(site)
    vx, pitch = w * 0.47, u * 0.155
    crop = light.material("lavender", "purple", 0.52)
    with site.layer("rows", Z.GROUND):
        rows.strips(site, vx, pitch, [crop], gap=0.34, soil=light.material("soil", "green", 0.40)())
        bloom = light.material("lavender-bloom", "pink", 0.78)
        rows.mounds(site, site.rng("rows"), vx, pitch, crop, bloom)
    _farm(site, 0.73)
    return _stage(site, ground, busy=((0.62, 0.86),))


def _farm(site: Site, share: float) -> None:
    """A farmhouse with cypresses at a share of the width."""
    w, u, y = site.width, site.unit, site.horizon + site.height * 0.014
    reach = min(u, w * 0.9)
    site.decor("cypress", w * share - reach * 0.135, y, u * 0.21, z=Z.LANDMARK, tag="1", haze=0.04)
    site.decor("cypress", w * share - reach * 0.175, y, u * 0.16, z=Z.LANDMARK, tag="2", haze=0.04)
    site.decor("house", w * share, y + 2, u * 0.155, z=Z.LANDMARK + 1)
    site.decor("cypress", w * share + reach * 0.15, y + 1, u * 0.24, z=Z.LANDMARK + 2, tag="3")


def tulip(site: Site) -> Stage:
    """Strips of tulips in all the palette's bright colours, a windmill."""
    light, w, h, u = site.light, site.width, site.height, site.unit
    site.horizon = h * (0.52 + site.scene.horizon)
    draw_sky(site, place_sun(site, 0.25))
    ground = _backdrop(site)
    vx, pitch = w * 0.44, u * 0.20
    wishes = (("accent", 0.62), ("warm", 0.82), ("pink", 0.78), ("paper", 0.94), ("purple", 0.54))
    crops = [light.material(f"tulip-{i}", role, value) for i, (role, value) in enumerate(wishes)]
    leaf = light.material("leaf", "green", 0.46)
    with site.layer("rows", Z.GROUND):
        rows.strips(site, vx, pitch, crops, gap=0.24, soil=light.material("soil", "green", 0.38)())
        rows.tulips(site, site.rng("tulips"), vx, pitch, crops, leaf())
    site.decor("windmill", w * 0.76, site.horizon + h * 0.03, u * 0.44, z=Z.LANDMARK)
    site.decor("house", w * 0.17, site.horizon + h * 0.012, u * 0.11, z=Z.LANDMARK)
    return _stage(site, ground, spots=(0.3, 0.55, 0.9, 0.12), busy=((0.66, 0.88),))


def green_tea(site: Site) -> Stage:
    """Tea hedges sweeping over slopes, wooded hills in haze."""
    light, w, h, u = site.light, site.width, site.height, site.unit
    site.horizon = h * (0.46 + site.scene.horizon)
    draw_sky(site, place_sun(site, 0.70))
    rng = site.rng("slopes")
    with site.layer("ridge", Z.FAR):
        ridge(
            site,
            rng,
            site.horizon - h * 0.12,
            h * 0.07,
            site.horizon + h * 0.06,
            light.material("ridge", "sky", 0.66, haze=0.42),
        )
    with site.layer("hills", Z.MIDDLE):
        line = wave(rng, site.horizon - h * 0.045, h * 0.045, w * 0.8)
        hill(site, line, site.horizon + h * 0.1, light.material("hill-far", "green", 0.60, haze=0.35), mist=0.45)
        bushes(
            site, rng, lambda x: line(x) + h * 0.045, light.material("wood", "green", 0.46, haze=0.2), size=u * 0.022
        )
    back = wave(rng, site.horizon + h * 0.035, h * 0.035, w * 0.75)
    with site.layer("terrace-far", Z.GROUND):
        rows.hedges(
            site,
            rng,
            back,
            h * 0.74,
            light.material("tea-far", "green", 0.60, haze=0.10),
            pitch=u * 0.016,
            growth=1.07,
            haze=0.25,
        )
    slope = wave(rng, 0.0, h * 0.025, w * 1.1)

    def front(x: float) -> float:
        return h * 0.665 + (x / w - 0.5) * -h * 0.14 + slope(x)

    with site.layer("terrace", Z.GROUND + 10):
        rows.hedges(site, rng, front, h + 10, light.material("tea", "green", 0.50), pitch=u * 0.036, growth=1.105)
    site.decor("tree", w * 0.16, back(w * 0.16) + h * 0.03, u * 0.20, z=Z.GROUND + 5, tag="1", haze=0.05)
    site.decor("house", w * 0.31, back(w * 0.31) + h * 0.035, u * 0.09, z=Z.GROUND + 5, haze=0.05)
    return Stage(site.width, site.horizon, lambda x: (front(x) + h * 0.05, h * 0.965), lambda _x: None, lambda x: back(x) + h * 0.03,
                 spots=(0.68, 0.45, 0.84), sky=(0.07, 0.28), clear=(0.08, 0.92), busy=((0.1, 0.4),))  # fmt: skip


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
        far = _backdrop(site)
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
    return _stage(site, far, spots=(0.4, 0.58, 0.25), busy=((0.06, 0.2), (0.66, 0.97)))


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
        path = "".join(poly([(x, y), (x + s, y - s * 0.2), (x + s * 1.1, y + s * 0.7), (x - s * 0.1, y + s * 0.7)])
                       for x, y, s in ((w * i / 46 + rng.uniform(-3, 3), far(w * i / 46) - rng.uniform(0, 5), u * rng.uniform(0.016, 0.026)) for i in range(47)))  # fmt: skip
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
    return _stage(site, far, spots=(0.66, 0.82, 0.5, 0.2))


def meadow(site: Site) -> Stage:
    """An alpine flower meadow with peaks behind."""
    light, w, h, u = site.light, site.width, site.height, site.unit
    far, _ = _grassland(site, horizon=0.50, sun=0.28, alpine=True)
    rng = site.rng("meadow")
    wishes = (("accent", 0.66), ("warm", 0.86), ("pink", 0.80), ("purple", 0.62), ("paper", 0.95))
    colors = [light.material(f"bloom-{i}", role, value) for i, (role, value) in enumerate(wishes)]
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
                count=int(26 * max(0.8, w / h)),
                size=u * 0.028,
                petals=5 + k % 2,
            )
    with site.layer("grass", Z.GRASS):
        grass(site, rng, leaf(-0.06), tall=u * 0.06)
    site.decor("house", w * 0.76, far(w * 0.76) + h * 0.03, u * 0.11, z=Z.GROUND + 5)
    return _stage(site, far, spots=(0.3, 0.6, 0.14, 0.88), busy=((0.68, 0.84),))


VARIANTS = {("fields", builder.__name__): builder for builder in (lavender, tulip, green_tea, daffodil, canola, meadow)}
