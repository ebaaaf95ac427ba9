"""The sea: a sandy beach with palms, a headland for a lighthouse, a harbour with colored houses."""

import math

from wanderhue.tools.illustrator import water
from wanderhue.tools.illustrator.land import Line, hill, island, jagged, wave
from wanderhue.tools.illustrator.plants import grass, scatter
from wanderhue.tools.illustrator.sheet import bar, poly
from wanderhue.tools.illustrator.site import Site, Stage, Z
from wanderhue.tools.illustrator.sky import Sun, draw_sky, place_sun
from wanderhue.tools.illustrator.tint import mix


def _sea(site: Site, sun: Sun, bottom: float) -> None:
    light, w = site.light, site.width
    rng = site.rng("islands")
    with site.layer("islands", Z.FAR) as far:
        land = light.material("islands", "purple" if light.time in ("dawn", "sunset") else "sky", 0.62, haze=0.42)
        low = light.material("headland", "green", 0.60, haze=0.45)
        island(site, w * rng.uniform(0.05, 0.2), site.horizon, w * 0.5, site.unit * 0.035, land, rng)
        island(site, w * rng.uniform(0.78, 0.92), site.horizon, w * 0.42, site.unit * 0.05, land, rng)
        island(site, w * rng.uniform(0.3, 0.6), site.horizon, w * 0.18, site.unit * 0.016, low, rng)
    sea = light.material("sea", "water", 0.60)
    water.surface(site, site.horizon, bottom, sea, mirror=[far] if light.time != "day" else [], clear=0.35)
    water.ripples(site, sea, site.horizon, bottom)
    if light.time != "day":
        water.glitter(site, sun, site.horizon, bottom, strong=1.1)


def beach(site: Site) -> Stage:
    """Sea, surf and sand; palms lean in from both sides."""
    light, w, h, u = site.light, site.width, site.height, site.unit
    site.horizon = h * (0.43 + site.scene.horizon)
    sun = place_sun(site, 0.30, low=0.0)
    draw_sky(site, sun)
    rng = site.rng("shore")
    shore = _bay(site, h * 0.675)
    _sea(site, sun, h * 0.76)
    with site.layer("surf", Z.GROUND + 5):
        water.waves(site, rng, light.tone("paper", 0.93), site.horizon + h * 0.05, h * 0.61)
        shallow = light.material("shallow", "water", 0.74)
        sand = light.material("sand", "warm", 0.88)
        water.surf(site, shore, shallow=shallow, sand=sand)
    with site.layer("dune", Z.GROUND + 8):
        near = wave(rng, h * 0.93, h * 0.022, w * 0.9)
        hill(site, near, h + 8, light.material("dune", "warm", 0.82), shade="lit-top")
        scatter(
            site, rng, light.material("shells", "accent", 0.70)(), y0=h * 0.76, y1=h * 0.99, count=26, size=u * 0.0035
        )
    site.decor("sailboat", w * 0.46, site.horizon + h * 0.035, u * 0.15, z=Z.GROUND + 3, shadow=False)
    site.decor("parasol", w * 0.42, h * 0.845, u * 0.21, tag="1")
    site.decor("palm", w * 0.91, h * 0.995, u * 0.80, z=Z.FRAME, tag="1", flip=True, shadow=False)
    site.decor("palm", w * 0.045, h * 0.97, u * 0.60, z=Z.FRAME, tag="2", shadow=False)
    if w > h * 1.2:
        site.decor("palm", w * 0.985, h * 0.96, u * 0.52, z=Z.FRAME - 1, tag="3", flip=True, shadow=False)
    with site.layer("grass", Z.GRASS):
        leaf = light.tone("green", 0.36)
        grass(site, rng, leaf, tall=u * 0.06, x1=w * 0.2)
        grass(site, rng, leaf, tall=u * 0.06, x0=w * 0.80)
    return Stage(
        site.width,
        site.horizon,
        lambda x: (shore(x) + h * 0.045, h * 0.97),
        lambda x: (site.horizon + h * 0.02, shore(x) - h * 0.06),
        lambda x: shore(x) + h * 0.06,
        spots=(0.64, 0.36, 0.2, 0.8, 0.5),
        sky=(0.07, 0.30),
        clear=(0.2, 0.8),
    )


def _bay(site: Site, y: float) -> Line:
    w, h = site.width, site.height
    soft = wave(site.rng("bay"), 0.0, h * 0.012, w * 0.8)
    return lambda x: y + h * 0.055 * ((x / w - 0.42) * 1.7) ** 2 * (1 if x > w * 0.42 else -0.7) + soft(x)


def cliff(site: Site) -> Stage:
    """Open sea, a grassy headland on the right with room for a lighthouse."""
    light, sheet, w, h, u = site.light, site.sheet, site.width, site.height, site.unit
    site.horizon = h * (0.60 + site.scene.horizon)
    sun = place_sun(site, 0.30, low=0.3, big=1.15)
    draw_sky(site, sun)
    _sea(site, sun, h)
    rng = site.rng("cliff")
    with site.layer("breakers", Z.GROUND + 4):
        water.waves(site, rng, light.tone("paper", 0.92), h * 0.80, h * 0.97, count=14)
    edge = w * (0.50 if w >= h * 0.8 else 0.34)
    top_y = h * 0.655

    def top(x: float) -> float:
        t = max(0.0, min(1.0, (x - edge) / (w * 0.24)))
        return top_y + h * 0.085 * math.pow(1 - t, 1.6) - h * 0.012 * t

    crown = [(x, top(x)) for x in (edge + (w + 12 - edge) * i / 24 for i in range(25))]
    side = jagged(rng, (edge - w * 0.035, h + 8), crown[0], 0.07, 4)
    rock = light.material("rock", "sky" if light.time != "day" else "stone", 0.40, haze=0.04)
    with site.layer("cliff", Z.GROUND + 20):
        sheet.path(
            poly([*side, *crown, (w + 12, h + 8)]),
            sheet.fade(top_y, h, ((0, rock(0.03)), (1, rock(-0.09)))),
            shade="bottom",
        )
        foam = dotted_foam(site, edge - w * 0.035)
        sheet.path(foam, light.tone("paper", 0.94), shade="", opacity=0.8)
        for i in range(9):
            x = edge + (w - edge) * (i + rng.uniform(0.1, 0.7)) / 9
            y = top(x) + h * rng.uniform(0.05, 0.10)
            width, tall = w * rng.uniform(0.02, 0.045), h * rng.uniform(0.09, 0.19)
            facet = [
                (x, y),
                (x + width, y + tall * 0.12),
                (x + width * 0.7, y + tall),
                (x - width * 0.25, y + tall * 0.8),
            ]
            sheet.path(poly(facet), rock(0.055 if i % 2 else -0.05), shade="right", line=False)
    with site.layer("turf", Z.GROUND + 24):
        turf = light.material("turf", "green", 0.52)
        lip = [(x, top(x) + h * (0.034 + 0.016 * ((i * 7) % 5) / 4)) for i, (x, _) in enumerate(crown)]
        sheet.path(poly([*crown, *reversed(lip)]), turf(), shade="lit-top")
        grass(
            site, rng, turf(-0.06), tall=u * 0.022, density=1.4, x0=edge + w * 0.03, line=lambda x: top(x) + h * 0.012
        )
    site.decor("house", w * 0.91, top(w * 0.91) + h * 0.02, u * 0.14, z=Z.LANDMARK + 60, flip=True)
    site.decor("lighthouse", w * 0.735, top(w * 0.735) + h * 0.018, u * 0.54, z=Z.LANDMARK + 62)
    site.decor("sailboat", w * 0.20, h * 0.685, u * 0.13, z=Z.GROUND + 3, shadow=False)
    return Stage(
        site.width,
        site.horizon,
        lambda x: (top(x) + h * 0.015, top(x) + h * 0.055) if edge + w * 0.1 < x < w else None,
        lambda x: (site.horizon + h * 0.02, h * 0.96) if x < edge - w * 0.06 else None,
        lambda x: top(min(max(x, edge + w * 0.1), w)) + h * 0.02,
        spots=(0.735, 0.86, 0.62),
        sky=(0.08, 0.36),
        clear=(0.06, 0.96),
        busy=((0.67, 0.80),),
    )


def dotted_foam(site: Site, x: float) -> str:
    """Foam where a rock meets the sea: flat strokes around x near the bottom edge."""
    rng = site.rng("foam")
    return "".join(
        bar(
            x - rng.uniform(0.0, 0.05) * site.width,
            site.height * rng.uniform(0.9, 0.99),
            site.width * rng.uniform(0.02, 0.05),
            2.2,
        )
        for _ in range(7)
    )


def harbor(site: Site) -> Stage:
    """A bay with colored houses on the far shore, a stone quay near."""
    light, sheet, w, h, u = site.light, site.sheet, site.width, site.height, site.unit
    site.horizon = h * (0.50 + site.scene.horizon)
    sun = place_sun(site, 0.68)
    draw_sky(site, sun)
    rng = site.rng("hills")
    with site.layer("hills", Z.MIDDLE) as hills:
        back = wave(rng, site.horizon - h * 0.10, h * 0.05, w * 0.9)
        hill(site, back, site.horizon + 2, light.material("hill-far", "sky", 0.66, haze=0.35), mist=0.4)
        front = wave(rng, site.horizon - h * 0.055, h * 0.035, w * 0.7)
        hill(site, front, site.horizon + 2, light.material("hill", "green", 0.56, haze=0.12), mist=0.1)
    with site.layer("village", Z.BELT) as village:
        _rows(site, front)
    sea = light.material("sea", "water", 0.56)
    water.surface(site, site.horizon, h, sea, mirror=[hills, village], clear=0.62)
    water.ripples(site, sea, site.horizon, h * 0.9, count=60)
    if light.time != "day":
        water.glitter(site, sun, site.horizon, h * 0.86)
    with site.layer("quay", Z.GROUND + 30):
        stone = light.material("quay", "earth", 0.60)
        lip = h * 0.865
        sheet.path(bar(-6, lip, w + 12, h), stone(), shade="lit-top")
        sheet.path(bar(-6, lip + h * 0.028, w + 12, h * 0.022), stone(-0.12), shade="", line=False)
        blocks = ""
        for row in range(3):
            y = lip + h * (0.05 + 0.035 * row)
            x = -rng.uniform(0, 60)
            while x < w:
                x += rng.uniform(46, 90)
                blocks += bar(x, y, 2.4, h * 0.033)
            blocks += bar(-6, y, w + 12, 1.8)
        sheet.path(blocks, stone(-0.09), shade="", opacity=0.7)
    with site.layer("bollards", Z.GROUND + 31):
        for share in (0.16, 0.5, 0.86):
            x, s = w * share, u * 0.016
            sheet.path(
                bar(x - s, lip - s * 2.2, s * 2, s * 3) + bar(x - s * 1.5, lip - s * 3, s * 3, s),
                light.tone("ink", 0.28),
                shade="right",
            )
    site.decor("sailboat", w * 0.30, h * 0.66, u * 0.24, z=Z.GROUND + 6, shadow=False)
    site.decor("boat", w * 0.72, h * 0.76, u * 0.075, z=Z.GROUND + 8, shadow=False)
    return Stage(
        site.width,
        site.horizon,
        lambda _x: (lip + h * 0.012, h * 0.975),
        lambda _x: (site.horizon + h * 0.03, lip - h * 0.04),
        lambda _x: site.horizon + h * 0.01,
        far_z=Z.LANDMARK,
        spots=(0.5, 0.2, 0.8),
        sky=(0.08, 0.3),
        clear=(0.06, 0.94),
    )


def _rows(site: Site, hillside: Line) -> None:
    """Tall narrow houses shoulder to shoulder in the palette's colors, some up the slope behind them."""
    light, sheet, w, u = site.light, site.sheet, site.width, site.unit
    rng = site.rng("rows")
    walls = light.materials(
        "wall",
        ("accent", 0.66),
        ("warm", 0.84),
        ("pink", 0.78),
        ("paper", 0.93),
        ("sky", 0.72),
        ("earth", 0.66),
        haze=0.05,
    )
    roof = light.material("roofs", "accent", 0.52, haze=0.05)
    pane = light.glow() if light.night else mix(light.tone("ink", 0.34), light.horizon, 0.15)
    for tier, lift in ((2, 0.10), (1, 0.055), (0, 0.0)):
        x = -10.0 + rng.uniform(0, 20)
        panes = ""
        while x < w + 10:
            width, tall = u * rng.uniform(0.045, 0.068), u * rng.uniform(0.075, 0.135) * (1 - 0.12 * tier)
            base = site.horizon + 1 - u * lift
            if tier == 0 or hillside(x + width / 2) < base - tall * 0.2:
                wall = walls[rng.randrange(len(walls))]
                sheet.path(
                    bar(x, base - tall, width, tall + (u * 0.06 if tier else 0)),
                    wall(-0.02 * tier),
                    shade="right",
                    line=False,
                )
                peak = u * 0.022
                sheet.path(
                    poly([(x - 2, base - tall), (x + width / 2, base - tall - peak), (x + width + 2, base - tall)]),
                    roof(rng.uniform(-0.03, 0.04)),
                    shade="",
                    line=False,
                )
                for row in range(max(2, int(tall / (u * 0.033)))):
                    for col in range(2):
                        panes += bar(
                            x + width * (0.22 + 0.36 * col),
                            base - tall + u * (0.012 + 0.032 * row),
                            width * 0.17,
                            u * 0.015,
                        )
            x += width * (1.0 if tier == 0 else rng.uniform(1.0, 1.9))
        sheet.path(panes, pane, shade="", opacity=0.85)


VARIANTS = {("seaside", "beach"): beach, ("seaside", "cliff"): cliff, ("seaside", "harbor"): harbor}
