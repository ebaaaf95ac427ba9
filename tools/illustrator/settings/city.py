"""The city: a skyline mirrored in a wide river, or seen from a green bank with a bridge."""

import math

from wanderhue.tools.illustrator import water
from wanderhue.tools.illustrator.blocks import skyline
from wanderhue.tools.illustrator.land import hill, wave
from wanderhue.tools.illustrator.plants import bushes, grass, scatter
from wanderhue.tools.illustrator.sheet import Group, bar, num
from wanderhue.tools.illustrator.site import Site, Stage, Z
from wanderhue.tools.illustrator.sky import draw_sky, place_sun


def _towers(site: Site, *, tall: float, center: float) -> list[Group]:
    """Three planes of towers, each darker and nearer than the one before."""
    light, h, u = site.light, site.height, site.unit
    dark = light.time in ("night", "sunset")
    lit = {"night": 0.62, "sunset": 0.34, "golden": 0.18, "dawn": 0.14}.get(light.time, 0.0)
    rng = site.rng("towers")
    base = site.horizon + 2

    def bell(width: float, floor: float) -> "object":
        return lambda s: floor + (1 - floor) * math.exp(-(((s - center) / width) ** 2))

    planes = (
        ("towers-far", Z.FAR, "purple", 0.68, 0.46, tall * 0.86, (u * 0.035, u * 0.075), bell(0.42, 0.42), 0.0),
        ("towers-mid", Z.MIDDLE, "sky", 0.56, 0.24, tall, (u * 0.038, u * 0.082), bell(0.26, 0.30), lit * 0.8),
        (
            "towers",
            Z.BELT,
            "sky" if not dark else "ink",
            0.42 if not dark else 0.30,
            0.07,
            tall * 0.52,
            (u * 0.04, u * 0.10),
            bell(0.7, 0.55),
            lit or 0.12,
        ),
    )
    groups = []
    for name, z, role, value, haze, height, widths, envelope, panes in planes:
        with site.layer(name, z) as group:
            fabric = light.material(name, role, value, haze=haze)  # type: ignore[arg-type]
            pane = light.glow() if lit else light.tone("paper", 0.92)
            skyline(site, rng, base, h * height, fabric, widths=widths, envelope=envelope, panes=panes, pane=pane)  # type: ignore[arg-type]
            groups.append(group)
    return groups


def skyline_river(site: Site) -> Stage:
    """A dense skyline over its own reflection."""
    light, w, h, u = site.light, site.width, site.height, site.unit
    site.horizon = h * (0.685 + site.scene.horizon)
    sun = place_sun(site, 0.66, low=-0.35)
    draw_sky(site, sun)
    groups = _towers(site, tall=0.52, center=0.42)
    river = light.material("river", "water", 0.52)
    with site.layer("embankment", Z.GROUND + 1) as bank:
        site.sheet.path(
            bar(-6, site.horizon - h * 0.012, w + 12, h * 0.016), light.tone("ink", 0.26), shade="", line=False
        )
        bushes(
            site,
            site.rng("hem"),
            lambda _x: site.horizon - h * 0.008,
            light.material("hem", "green", 0.36, haze=0.05),
            size=u * 0.011,
            gap=1.6,
        )
    water.surface(site, site.horizon, h, river, mirror=[*groups, bank], clear=0.72)
    water.ripples(site, river, site.horizon, h * 0.985, count=90)
    _shine(site)
    water.glitter(site, sun, site.horizon, h * 0.90, strong=1.1)
    with site.layer("promenade", Z.GROUND + 30):
        _promenade(site)
    return Stage(
        site.width,
        site.horizon,
        lambda _x: (h * 0.945, h * 0.985),
        lambda _x: (site.horizon + h * 0.035, h * 0.88),
        lambda _x: site.horizon - h * 0.002,
        far_z=Z.LANDMARK,
        spots=(0.42, 0.66, 0.24, 0.82),
        sky=(0.05, 0.26),
        clear=(0.06, 0.94),
    )


def _promenade(site: Site) -> None:
    """A quay with a railing along the lower edge, dark against the water."""
    sheet, w, h, u = site.sheet, site.width, site.height, site.unit
    quay = site.light.material("promenade", "ink", 0.26)
    top = h * 0.938
    sheet.path(bar(-6, top, w + 12, h), quay(), shade="lit-top")
    sheet.path(bar(-6, top, w + 12, h * 0.007), quay(0.12), shade="", line=False)
    rail = bar(-6, top - u * 0.040, w + 12, u * 0.005) + bar(-6, top - u * 0.020, w + 12, u * 0.003)
    x = -4.0
    while x < w:
        rail += bar(x, top - u * 0.042, u * 0.0045, u * 0.044)
        x += u * 0.042
    sheet.path(rail, quay(-0.02), shade="", line=False)


def _shine(site: Site) -> None:
    """Streaks of window light in the water, after dark."""
    if site.scene.time not in ("night", "sunset"):
        return
    rng = site.rng("shine")
    path = "".join(
        bar(
            rng.uniform(0, site.width),
            site.horizon + (site.height - site.horizon) * rng.random() ** 1.4 * 0.9 + 4,
            rng.uniform(5, 26),
            1.8,
        )
        for _ in range(int(130 * site.width / site.height))
    )
    with site.layer("shine", Z.GROUND + 2):
        site.sheet.path(path, site.light.glow(), shade="", opacity=0.62)


def riverside(site: Site) -> Stage:
    """A green bank with a walk, the river, a bridge, the towers beyond."""
    light, sheet, w, h, u = site.light, site.sheet, site.width, site.height, site.unit
    site.horizon = h * (0.53 + site.scene.horizon)
    sun = place_sun(site, 0.28)
    draw_sky(site, sun)
    groups = _towers(site, tall=0.36, center=0.66)
    with site.layer("far-bank", Z.BELT + 5) as bank:
        bushes(
            site,
            site.rng("far-bank"),
            lambda _x: site.horizon + 1,
            light.material("far-bank", "green", 0.48, haze=0.12),
            size=u * 0.018,
        )
    river = light.material("river", "water", 0.60)
    water.surface(site, site.horizon, h * 0.80, river, mirror=[*groups, bank], clear=0.55)
    water.ripples(site, river, site.horizon, h * 0.74, count=60)
    _shine(site)
    water.glitter(site, sun, site.horizon, h * 0.75)
    with site.layer("bridge-own", Z.GROUND + 3):
        if site.wants("bridge"):
            _bridge(site)
    line = wave(site.rng("bank"), h * 0.765, h * 0.012, w * 1.2)
    with site.layer("bank", Z.GROUND + 30):
        hill(
            site,
            line,
            h + 8,
            light.material("bank", "green" if not light.snowy else "paper", 0.54 if not light.snowy else 0.93),
        )
    with site.layer("walk", Z.GROUND + 32):
        y = h * 0.845
        walk = light.material("walk", "warm", 0.92)
        sheet.path(
            f"M-8 {num(y)}C{num(w * 0.35)} {num(y - h * 0.025)} {num(w * 0.65)} {num(y + h * 0.02)}"
            f" {num(w + 8)} {num(y - h * 0.012)}L{num(w + 8)} {num(y + h * 0.04)}"
            f"C{num(w * 0.65)} {num(y + h * 0.085)} {num(w * 0.35)} {num(y + h * 0.035)} -8 {num(y + h * 0.07)}Z",
            walk(),
            shade="lit-top",
        )
        scatter(
            site,
            site.rng("blooms"),
            light.material("blooms", "pink", 0.80)(),
            y0=h * 0.92,
            y1=h,
            count=int(90 * w / h),
            size=u * 0.005,
        )
    kind = {"spring": "cherry", "autumn": "maple"}.get(site.scene.season or "", "tree")
    for i, (share, y, size) in enumerate(((0.07, 0.90, 0.44), (0.93, 0.885, 0.40))):
        site.decor(kind, w * share, h * y, u * size, z=Z.FRAME, tag=str(i))
    site.decor("lantern", w * 0.24, h * 0.845, u * 0.17, tag="1")
    site.decor("lantern", w * 0.76, h * 0.84, u * 0.17, tag="2")
    with site.layer("grass", Z.GRASS):
        grass(site, site.rng("grass"), light.tone("green", 0.34), tall=u * 0.045)
    return Stage(
        site.width,
        site.horizon,
        lambda x: (line(x) + h * 0.06, h * 0.965),
        lambda x: (site.horizon + h * 0.06, line(x) - h * 0.03),
        lambda _x: site.horizon + h * 0.004,
        far_z=Z.LANDMARK,
        spots=(0.36, 0.6, 0.8),
        sky=(0.06, 0.28),
        clear=(0.17, 0.83),
    )


def _bridge(site: Site) -> None:
    """A low bridge of arches across the whole river."""
    light, sheet, w, h = site.light, site.sheet, site.width, site.height
    stone = light.material("bridge", "earth", 0.62, haze=0.12)
    deck, foot = site.horizon + h * 0.012, site.horizon + h * 0.068
    spans = max(3, round(w / 190))
    path = f"M-10 {num(deck)}L{num(w + 10)} {num(deck)}L{num(w + 10)} {num(foot)}"
    step = (w + 20) / spans
    for i in reversed(range(spans)):
        a, b = -10 + step * (i + 0.92), -10 + step * (i + 0.08)
        path += (
            f"L{num(a)} {num(foot)}C{num(a)} {num(deck + h * 0.004)} {num(b)} {num(deck + h * 0.004)}"
            f" {num(b)} {num(foot)}"
        )
    sheet.path(path + f"L-10 {num(foot)}Z", stone(), shade="lit-top")
    sheet.path(bar(-10, deck - h * 0.006, w + 20, h * 0.010), stone(-0.10), shade="", line=False)
    posts = "".join(bar(-10 + step * (i / 4), deck - h * 0.020, 2.0, h * 0.016) for i in range(spans * 4 + 1))
    sheet.path(posts, stone(-0.12), shade="", line=False)


VARIANTS = {("city", "skyline"): skyline_river, ("city", "riverside"): riverside}
