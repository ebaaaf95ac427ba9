"""A European old town: a square, gabled houses around it, more roofs up the hill."""

from wanderhue.tools.illustrator.blocks import houses
from wanderhue.tools.illustrator.land import hill, lower, wave
from wanderhue.tools.illustrator.sheet import bar
from wanderhue.tools.illustrator.site import Site, Stage, Z
from wanderhue.tools.illustrator.sky import draw_sky, place_sun


def european(site: Site) -> Stage:
    """Tall gabled houses around a square, more roofs climbing the hill behind."""
    light, sheet, w, h, u = site.light, site.sheet, site.width, site.height, site.unit
    site.horizon = h * (0.66 + site.scene.horizon)
    draw_sky(site, place_sun(site, 0.30, low=-0.35))
    rng = site.rng("town")
    base = site.horizon
    slope = wave(rng, base - h * 0.22, h * 0.035, w * 0.9)
    roof = light.material("roofs", "accent", 0.58)
    far_roof = light.material("roofs-far", "accent", 0.64, haze=0.34)
    pale = light.materials("wall-far-", ("warm", 0.88), ("paper", 0.93), ("pink", 0.82), haze=0.38)
    with site.layer("hill", Z.FAR):
        hill(site, lower(slope, -h * 0.02), base + 4, light.material("hill", "sky", 0.66, haze=0.45), mist=0.3)
    with site.layer("upper", Z.MIDDLE):
        for k in range(3):
            lift = h * (0.135 - 0.055 * k)
            houses(
                site,
                rng,
                lower(slope, h * 0.23 - lift, base),
                pale,
                far_roof,
                size=(u * 0.04, u * 0.075),
                tall=(u * 0.045, u * 0.085),
                gap=0.35,
                skirt=h * 0.06,
            )
    site.decor("church", w * 0.66, base - h * 0.075, u * 0.36, z=Z.MIDDLE + 5, haze=0.18, shadow=False)
    walls = light.materials(
        "wall-", ("warm", 0.86), ("pink", 0.80), ("paper", 0.94), ("sky", 0.74), ("accent", 0.70), ("green", 0.66)
    )
    with site.layer("row", Z.LANDMARK - 10):
        houses(
            site,
            rng,
            lambda _x: base + h * 0.012,
            walls,
            roof,
            size=(u * 0.075, u * 0.115),
            tall=(u * 0.115, u * 0.19),
            dormers=True,
        )
    with site.layer("square", Z.GROUND):
        stone = light.material("square", "warm", 0.91) if not light.snowy else light.material("square", "paper", 0.94)
        hill(site, lambda _x: base + h * 0.010, h + 8, stone)
        cobbles = ""
        for row in range(13):
            t = ((row + 1) / 13) ** 1.6
            y, wide = base + h * 0.012 + (h - base) * t, u * (0.012 + 0.05 * t)
            x = -rng.uniform(0, wide * 2)
            while x < w:
                cobbles += bar(x, y, wide * rng.uniform(0.6, 1.5), 1.1 + 2.0 * t)
                x += wide * rng.uniform(1.6, 3.6)
        sheet.path(cobbles, stone(-0.07), shade="", opacity=0.75)
        sheet.path(bar(-6, base + h * 0.010, w + 12, h * 0.010), stone(-0.12), shade="", line=False)
    site.decor("fountain", w * 0.5, h * 0.80, u * 0.17, tag="1")
    for i, (share, y, size) in enumerate(
        ((0.07, 0.93, 0.30), (0.93, 0.93, 0.30), (0.25, 0.745, 0.17), (0.75, 0.745, 0.17))
    ):
        site.decor(
            "lantern" if i > 1 else "tree",
            w * share,
            h * y,
            u * size * (1.0 if i > 1 else 1.25),
            tag=str(i),
            z=None if i > 1 else Z.FRAME,
        )
    return Stage(
        site.width,
        base,
        lambda _x: (base + h * 0.06, h * 0.96),
        lambda _x: None,
        lambda _x: base + h * 0.014,
        far_z=Z.LANDMARK,
        spots=(0.36, 0.66, 0.2, 0.84),
        sky=(0.05, 0.26),
        clear=(0.16, 0.84),
        busy=((0.58, 0.74),),
    )


VARIANTS = {("oldtown", "european"): european}
