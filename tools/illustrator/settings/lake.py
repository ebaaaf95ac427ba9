"""Still water: under alpine peaks, or between quiet hills with reeds and a jetty."""

from wanderhue.tools.illustrator import water
from wanderhue.tools.illustrator.land import hill, lower, peaks, ridge, wave
from wanderhue.tools.illustrator.pen import Role
from wanderhue.tools.illustrator.plants import belt, bushes, corner_conifers, grass, round_trees, scatter
from wanderhue.tools.illustrator.sheet import bar, poly
from wanderhue.tools.illustrator.site import Site, Stage, Z
from wanderhue.tools.illustrator.sky import draw_sky, place_sun


def alpine(site: Site) -> Stage:
    """Snowy peaks and a conifer shore mirrored in the lake, a grassy bank near."""
    light, w, h, u = site.light, site.width, site.height, site.unit
    site.horizon = h * (0.60 + site.scene.horizon)
    sun = place_sun(site, 0.72)
    draw_sky(site, sun)
    rng = site.rng("peaks")
    base = site.horizon + 2
    with site.layer("ridge", Z.FAR) as far:
        ridge(site, rng, site.horizon - h * 0.15, h * 0.07, base, light.material("ridge", "sky", 0.68, haze=0.45))
    with site.layer("peaks", Z.MIDDLE) as mountains:
        rock = light.material("rock", "sky", 0.55, haze=0.16)
        peaks(site, rng, base, h * 0.43, rock, count=max(3, round(w / 300)), snow=0.36, main=0.46)
    shore = wave(rng, site.horizon - h * 0.008, h * 0.008, w * 0.7)
    with site.layer("wood", Z.BELT) as wood:
        pale = light.material("wood-far", "green", 0.50, haze=0.30)
        belt(site, rng, shore, pale, low=u * 0.03, high=u * 0.075, gap=u * 0.014, snowy=light.season == "winter")
        hill(site, lambda x: shore(x) - h * 0.012, site.horizon + 3, light.material("shore", "green", 0.46, haze=0.18))
        dark = light.material("wood", "green", 0.40, haze=0.10)
        thick = lambda x: 0.2 + 0.95 * abs(x / w - 0.47) ** 0.7 * 1.25  # noqa: E731
        belt(
            site,
            rng,
            shore,
            dark,
            low=u * 0.06,
            high=u * 0.13,
            gap=u * 0.019,
            keep=thick,
            snowy=light.season == "winter",
        )
    lake = light.material("lake", "water", 0.56)
    water.surface(site, site.horizon, h, lake, mirror=[far, mountains, wood], clear=0.60)
    water.ripples(site, lake, site.horizon, h * 0.9, count=55)
    water.glitter(site, sun, site.horizon, h * 0.84)
    bank = wave(site.rng("bank"), h * 0.895, h * 0.018, w * 1.1)
    with site.layer("bank", Z.GROUND + 30):
        turf = light.material("bank", "green" if not light.snowy else "paper", 0.44 if not light.snowy else 0.92)
        hill(site, bank, h + 8, turf)
        bloom = light.material("blooms", "warm", 0.84)
        scatter(site, site.rng("blooms"), bloom(), y0=h * 0.92, y1=h * 0.99, count=70, size=u * 0.004)
    with site.layer("conifers", Z.FRAME):
        dark = light.material("frame", "green", 0.27)
        corner_conifers(site, site.rng("conifers"), dark, left=3, right=2, tall=0.60, snowy=light.snowy)
    with site.layer("grass", Z.GRASS):
        grass(site, site.rng("grass"), light.tone("ink", 0.24), tall=u * 0.045)
    return Stage(
        site.width,
        site.horizon,
        lambda x: (bank(x) + h * 0.012, h * 0.97),
        lambda x: (site.horizon + h * 0.03, bank(x) - h * 0.03),
        lambda _x: site.horizon + h * 0.006,
        far_z=Z.LANDMARK,
        spots=(0.30, 0.66, 0.5),
        sky=(0.07, 0.26),
        clear=(0.2, 0.8),
    )


def calm(site: Site) -> Stage:
    """Soft hills around a lake, trees on the shore, reeds and a jetty."""
    light, sheet, w, h, u = site.light, site.sheet, site.width, site.height, site.unit
    site.horizon = h * (0.52 + site.scene.horizon)
    sun = place_sun(site, 0.33)
    draw_sky(site, sun)
    rng = site.rng("hills")
    groups = []
    steps: tuple[tuple[str, Role, float, float, float, float], ...] = (
        ("hill-3", "purple", 0.70, 0.50, 0.15, 0.07),
        ("hill-2", "sky", 0.62, 0.30, 0.085, 0.055),
        ("hill-1", "green", 0.55, 0.12, 0.03, 0.03),
    )
    for i, (name, role, value, haze, lift, swell) in enumerate(steps):
        with site.layer(name, Z.FAR + 10 * i) as group:
            line = wave(rng, site.horizon - h * lift, h * swell, w * (0.9 - 0.15 * i))
            hill(site, line, site.horizon + 3, light.material(name, role, value, haze=haze), mist=0.35)
            if i == 2:
                leaf = light.material("trees", "green" if light.season != "autumn" else "accent", 0.48, haze=0.10)
                round_trees(
                    site,
                    rng,
                    lower(line, h * 0.02, site.horizon),
                    leaf,
                    light.tone("earth", 0.36, haze=0.1),
                    size=u * 0.020,
                    gap=u * 0.06,
                )
                bushes(
                    site,
                    rng,
                    lambda _x: site.horizon + 1,
                    light.material("hedge", "green", 0.42, haze=0.08),
                    size=u * 0.016,
                )
            groups.append(group)
    lake = light.material("lake", "water", 0.62)
    water.surface(site, site.horizon, h, lake, mirror=groups, clear=0.55)
    water.ripples(site, lake, site.horizon, h * 0.92, count=60)
    water.glitter(site, sun, site.horizon, h * 0.86)
    bank = wave(site.rng("bank"), h * 0.90, h * 0.02, w)
    with site.layer("jetty", Z.GROUND + 26):
        wood = light.material("jetty", "earth", 0.50)
        x, deep = w * 0.70, h * 0.735
        sheet.path(
            poly([(x, deep), (x + w * 0.035, deep), (x + w * 0.105, h * 0.93), (x - w * 0.045, h * 0.93)]),
            wood(),
            shade="lit-top",
        )
        for i in range(9):
            t = (i / 9) ** 1.4
            y = deep + (h * 0.93 - deep) * t
            sheet.path(
                bar(x - w * 0.045 * t, y, w * (0.035 + 0.115 * t), 1.4 + 1.6 * t), wood(-0.10), shade="", line=False
            )
        for t in (0.05, 0.45):
            y = deep + (h * 0.93 - deep) * t
            for px in (x - w * 0.045 * t, x + w * (0.035 + 0.07 * t)):
                sheet.path(
                    bar(px - u * 0.006, y - u * 0.022, u * 0.012, u * 0.06), wood(-0.14), shade="right", line=False
                )
    with site.layer("bank", Z.GROUND + 30):
        turf = light.material("bank", "green" if not light.snowy else "paper", 0.47 if not light.snowy else 0.92)
        hill(site, bank, h + 8, turf)
        scatter(
            site,
            site.rng("blooms"),
            light.material("blooms", "pink", 0.80)(),
            y0=h * 0.925,
            y1=h * 0.99,
            count=90,
            size=u * 0.004,
        )
    with site.layer("reeds", Z.GRASS):
        reed = light.tone("green", 0.32)
        grass(site, site.rng("reeds"), reed, tall=u * 0.17, density=1.3, x1=w * 0.19)
        grass(site, site.rng("reeds2"), reed, tall=u * 0.13, density=1.2, x0=w * 0.86)
        grass(site, site.rng("grass"), reed, tall=u * 0.035)
    site.decor("boat", w * 0.42, h * 0.735, u * 0.085, z=Z.GROUND + 8, shadow=False)
    return Stage(
        site.width,
        site.horizon,
        lambda x: (bank(x) + h * 0.012, h * 0.97),
        lambda x: (site.horizon + h * 0.03, bank(x) - h * 0.04),
        lambda _x: site.horizon + h * 0.006,
        far_z=Z.LANDMARK,
        spots=(0.66, 0.3, 0.5),
        sky=(0.07, 0.26),
        clear=(0.16, 0.84),
    )


VARIANTS = {("lake", "alpine"): alpine, ("lake", "calm"): calm}
