"""Old towns: a pagoda among trees under a volcano, and a hanok village."""

from wanderhue.tools.illustrator.land import Line, hill, lower, mountain, ridge, wave
from wanderhue.tools.illustrator.pen import Role
from wanderhue.tools.illustrator.plants import bushes, grass, scatter
from wanderhue.tools.illustrator.sheet import bar, num, poly
from wanderhue.tools.illustrator.site import Site, Stage, Z
from wanderhue.tools.illustrator.sky import Sun, draw_sky, place_sun


def _season_tree(site: Site) -> str:
    return {"spring": "cherry", "autumn": "maple", "winter": "pine"}.get(site.scene.season or "", "tree")


def _season_tone(site: Site, name: str, haze: float) -> str:
    role, value = {"spring": ("pink", 0.80), "autumn": ("accent", 0.64), "winter": ("paper", 0.90)}.get(
        site.scene.season or "", ("green", 0.52)
    )
    return site.light.material(name, role, value, haze=haze)()  # type: ignore[arg-type]


def _wood(site: Site, line: Line) -> None:
    """A wood's edge in the season's colors, in two rows."""
    light, h, u = site.light, site.height, site.unit
    rng = site.rng("wood")
    season = site.scene.season or "summer"
    seasons: dict[str, tuple[tuple[Role, float], ...]] = {
        "spring": (("pink", 0.82), ("green", 0.60)),
        "autumn": (("accent", 0.66), ("warm", 0.80)),
        "winter": (("paper", 0.90), ("sky", 0.76)),
    }
    roles = seasons.get(season, (("green", 0.58), ("green", 0.52)))
    for k, (role, value) in enumerate(roles):
        leaf = light.material(f"wood-{k}", role, value, haze=0.24 - 0.10 * k)
        bushes(site, rng, lower(line, h * 0.014 * k), leaf, size=u * (0.036 - 0.006 * k), gap=1.15)


def temple(site: Site) -> Stage:
    """A pagoda at a third, trees of the season, a snow-capped cone behind."""
    light, w, h, u = site.light, site.width, site.height, site.unit
    site.horizon = h * (0.70 + site.scene.horizon)
    sun = place_sun(site, 0.655, low=-0.55, big=1.5)
    if light.time in ("day", "golden", "sunset", "dawn"):
        sun = Sun(sun.x, h * 0.26, sun.r)
        site.disc = light.tone("accent", None) if light.time != "day" else ""
    draw_sky(site, sun)
    rng = site.rng("temple")
    base = site.horizon
    with site.layer("volcano", Z.MIDDLE):
        rock = light.material("volcano", "sky", 0.56, haze=0.22)
        mountain(site, rng, w * 0.30, base, u * 1.20, h * 0.44, rock, snow=0.34, rough=0.022, mist=0.7)
    with site.layer("ridge", Z.MIDDLE + 3):
        line = wave(rng, base - h * 0.055, h * 0.035, w * 0.6)
        hill(
            site,
            line,
            base + 4,
            light.material("ridge", "pink" if site.scene.season in ("spring", "autumn") else "green", 0.68, haze=0.42),
            mist=0.4,
        )
    with site.layer("wood", Z.BELT):
        _wood(site, lambda _x: base + h * 0.005)
    ground = wave(rng, base + h * 0.012, h * 0.008, w)
    with site.layer("ground", Z.GROUND):
        hill(
            site,
            ground,
            h + 8,
            light.material("ground", "green" if not light.snowy else "paper", 0.52 if not light.snowy else 0.93),
        )
    with site.layer("path", Z.GROUND + 2):
        x = w * 0.655
        path = light.material("path", "warm", 0.91)
        site.sheet.path(
            poly(
                [
                    (x - u * 0.035, base + h * 0.03),
                    (x + u * 0.035, base + h * 0.03),
                    (x + u * 0.12, h + 8),
                    (x - u * 0.12, h + 8),
                ]
            ),
            path(),
            shade="lit-top",
        )
        for k in range(6):
            y = base + h * (0.06 + 0.045 * k * (1 + k * 0.06))
            half = u * (0.035 + 0.085 * (y - base) / (h - base))
            site.sheet.path(bar(x - half, y, half * 2, 1.6 + k * 0.4), path(-0.10), shade="", line=False)
        scatter(
            site,
            rng,
            _season_tone(site, "fallen", 0.0),
            y0=base + h * 0.06,
            y1=h,
            count=int(120 * w / h),
            size=u * 0.005,
        )
    site.decor("pagoda", w * 0.655, base + h * 0.055, u * 0.58, z=Z.STANDING + base + h * 0.02)
    kind = _season_tree(site)
    spots = [(0.07, 0.95, 0.46), (0.93, 0.90, 0.38), (0.27, 0.80, 0.27), (0.44, 0.775, 0.19), (0.835, 0.785, 0.21)]
    if w > h * 1.25:
        spots += [(0.16, 0.82, 0.30), (0.99, 0.84, 0.34)]
    for i, (share, y, size) in enumerate(spots):
        site.decor(
            kind, w * share, h * (y + site.scene.horizon * 0.5), u * size, tag=str(i), haze=0.0 if size > 0.3 else 0.06
        )
    with site.layer("grass", Z.GRASS):
        grass(site, rng, light.tone("green", 0.30), tall=u * 0.045)
    return Stage(
        site.width,
        base,
        lambda x: (ground(x) + h * 0.09, h * 0.97),
        lambda _x: None,
        lambda x: ground(x) + h * 0.03,
        spots=(0.36, 0.5, 0.2, 0.86),
        sky=(0.05, 0.30),
        clear=(0.18, 0.82),
        busy=((0.56, 0.76),),
    )


def hanok(site: Site) -> Stage:
    """Tiled roofs under granite peaks, walls and trees of the season."""
    light, sheet, w, h, u = site.light, site.sheet, site.width, site.height, site.unit
    site.horizon = h * (0.66 + site.scene.horizon)
    draw_sky(site, place_sun(site, 0.62, low=-0.25))
    rng = site.rng("hanok")
    base = site.horizon
    with site.layer("peaks", Z.MIDDLE - 8):
        ridge(site, rng, base - h * 0.14, h * 0.07, base, light.material("ridge", "purple", 0.70, haze=0.45))
        rock = light.material("rock", "sky", 0.58, haze=0.16)
        snow = 0.42 if light.snowy else 0.0
        mountain(site, rng, w * 0.64, base + 3, u * 0.72, h * 0.30, rock, snow=snow, rough=0.06, mist=0.6)
        mountain(site, rng, w * 0.34, base + 3, u * 0.92, h * 0.41, rock, snow=snow, rough=0.06, mist=0.6)
    with site.layer("foothill", Z.MIDDLE):
        line = wave(rng, base - h * 0.04, h * 0.03, w * 0.55)
        hill(site, line, base + h * 0.1, light.material("foothill", "green", 0.58, haze=0.24), mist=0.2)
    with site.layer("wood", Z.BELT):
        _wood(site, lambda x: line(x) + h * 0.05)
    roofs = ((0.16, 0.02, 0.125), (0.86, 0.02, 0.125), (0.33, 0.035, 0.145), (0.70, 0.04, 0.15))
    for i, (share, drop, size) in enumerate(roofs):
        site.decor(
            "hanok", w * share, base + h * drop, u * size, z=Z.LANDMARK + i, tag=str(i), haze=0.10, flip=i % 2 == 1
        )
    ground = wave(rng, base + h * 0.055, h * 0.008, w)
    with site.layer("ground", Z.GROUND):
        hill(
            site,
            ground,
            h + 8,
            light.material("ground", "green" if not light.snowy else "paper", 0.54 if not light.snowy else 0.94),
        )
        _stone_wall(site, base + h * 0.075)
    with site.layer("path", Z.GROUND + 2):
        path = light.material("path", "warm" if not light.snowy else "sky", 0.92)
        y = base + h * 0.13
        sheet.path(
            f"M{num(w * 0.465)} {num(y)}C{num(w * 0.46)} {num(y + h * 0.08)} {num(w * 0.40)} {num(h * 0.93)}"
            f" {num(w * 0.36)} {num(h + 8)}L{num(w * 0.64)} {num(h + 8)}C{num(w * 0.58)} {num(h * 0.93)}"
            f" {num(w * 0.535)} {num(y + h * 0.08)} {num(w * 0.535)} {num(y)}Z",
            path(),
            shade="lit-top",
        )
        scatter(
            site,
            rng,
            _season_tone(site, "fallen", 0.0),
            y0=base + h * 0.12,
            y1=h,
            count=int(110 * w / h),
            size=u * 0.005,
        )
    site.decor("hanok", w * 0.50, base + h * 0.14, u * 0.245, z=Z.STANDING + base + h * 0.10, tag="main")
    kind = _season_tree(site)
    spots = [(0.06, 0.93, 0.46), (0.94, 0.91, 0.42), (0.21, 0.80, 0.25), (0.80, 0.79, 0.24)]
    if w > h * 1.25:
        spots += [(0.13, 0.80, 0.30), (0.885, 0.80, 0.30)]
    for i, (share, y, size) in enumerate(spots):
        site.decor(
            kind, w * share, h * (y + site.scene.horizon * 0.5), u * size, tag=str(i), haze=0.0 if size > 0.35 else 0.05
        )
    with site.layer("grass", Z.GRASS):
        grass(site, rng, light.tone("green", 0.30), tall=u * 0.04)
    return Stage(
        site.width,
        base,
        lambda x: (ground(x) + h * 0.10, h * 0.97),
        lambda _x: None,
        lambda x: ground(x) + h * 0.015,
        spots=(0.24, 0.76, 0.5),
        sky=(0.06, 0.26),
        clear=(0.18, 0.82),
        busy=((0.30, 0.70),),
    )


def _stone_wall(site: Site, y: float) -> None:
    """A low wall with a tiled cap across the picture."""
    light, sheet, w, h, u = site.light, site.sheet, site.width, site.height, site.unit
    stone = light.material("wall", "earth", 0.70, haze=0.08)
    tall = u * 0.034
    sheet.path(bar(-6, y - tall, w + 12, tall), stone(), shade="bottom")
    rng = site.rng("wall")
    sheet.path(
        "".join(
            bar(x + rng.uniform(-2, 2), y - tall * rng.uniform(0.3, 0.8), rng.uniform(5, 11), tall * 0.18)
            for x in range(0, int(w), 15)
        ),
        stone(-0.10),
        shade="",
        line=False,
    )
    cap = light.tone("ink", 0.32, haze=0.08) if not light.snowy else light.tone("paper", 0.95)
    sheet.path(bar(-6, y - tall * 1.42, w + 12, tall * 0.46), cap, shade="lit-top")
    del h


VARIANTS = {("oldtown", "temple"): temple, ("oldtown", "hanok"): hanok}
