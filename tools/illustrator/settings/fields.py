"""Fields in rows: lavender and tulips to a vanishing point, tea hedges on slopes."""

from wanderhue.tools.illustrator import rows
from wanderhue.tools.illustrator.land import Line, hill, ridge, wave
from wanderhue.tools.illustrator.plants import bushes, round_trees
from wanderhue.tools.illustrator.site import Site, Stage, Z
from wanderhue.tools.illustrator.sky import draw_sky, place_sun


def field_stage(
    site: Site,
    ground: Line,
    *,
    spots: tuple[float, ...] = (0.68, 0.3, 0.14, 0.86),
    busy: tuple[tuple[float, float], ...] = (),
) -> Stage:
    """A stage without water: people in the field, landmarks on its far edge."""
    h = site.height
    return Stage(
        site.width,
        site.horizon,
        lambda x: (ground(x) + h * 0.07, h * 0.965),
        lambda _x: None,
        lambda x: ground(x) + h * 0.018,
        spots=spots,
        sky=(0.07, 0.30),
        clear=(0.1, 0.9),
        busy=busy,
    )


def backdrop(site: Site, *, trees: bool = True) -> Line:
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
    ground = backdrop(site)
    vx, pitch = w * 0.47, u * 0.155
    crop = light.material("lavender", "purple", 0.52)
    with site.layer("rows", Z.GROUND):
        rows.strips(site, vx, pitch, [crop], gap=0.34, soil=light.material("soil", "green", 0.40)())
        bloom = light.material("lavender-bloom", "pink", 0.78)
        rows.mounds(site, site.rng("rows"), vx, pitch, crop, bloom)
    _farm(site, 0.73)
    return field_stage(site, ground, busy=((0.62, 0.86),))


def _farm(site: Site, share: float) -> None:
    """A farmhouse with cypresses at a share of the width."""
    w, u, y = site.width, site.unit, site.horizon + site.height * 0.014
    reach = min(u, w * 0.9)
    site.decor("cypress", w * share - reach * 0.135, y, u * 0.21, z=Z.LANDMARK, tag="1", haze=0.04)
    site.decor("cypress", w * share - reach * 0.175, y, u * 0.16, z=Z.LANDMARK, tag="2", haze=0.04)
    site.decor("house", w * share, y + 2, u * 0.155, z=Z.LANDMARK + 1)
    site.decor("cypress", w * share + reach * 0.15, y + 1, u * 0.24, z=Z.LANDMARK + 2, tag="3")


def tulip(site: Site) -> Stage:
    """Strips of tulips in all the palette's bright colors, a windmill."""
    light, w, h, u = site.light, site.width, site.height, site.unit
    site.horizon = h * (0.52 + site.scene.horizon)
    draw_sky(site, place_sun(site, 0.25))
    ground = backdrop(site)
    vx, pitch = w * 0.44, u * 0.20
    crops = light.materials(
        "tulip-", ("accent", 0.62), ("warm", 0.82), ("pink", 0.78), ("paper", 0.94), ("purple", 0.54)
    )
    leaf = light.material("leaf", "green", 0.46)
    with site.layer("rows", Z.GROUND):
        rows.strips(site, vx, pitch, crops, gap=0.24, soil=light.material("soil", "green", 0.38)())
        rows.tulips(site, site.rng("tulips"), vx, pitch, crops, leaf())
    site.decor("windmill", w * 0.76, site.horizon + h * 0.03, u * 0.44, z=Z.LANDMARK)
    site.decor("house", w * 0.17, site.horizon + h * 0.012, u * 0.11, z=Z.LANDMARK)
    return field_stage(site, ground, spots=(0.3, 0.55, 0.9, 0.12), busy=((0.66, 0.88),))


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
    return Stage(
        site.width,
        site.horizon,
        lambda x: (front(x) + h * 0.05, h * 0.965),
        lambda _x: None,
        lambda x: back(x) + h * 0.03,
        spots=(0.68, 0.45, 0.84),
        sky=(0.07, 0.28),
        clear=(0.08, 0.92),
        busy=((0.1, 0.4),),
    )


VARIANTS = {("fields", builder.__name__): builder for builder in (lavender, tulip, green_tea)}
