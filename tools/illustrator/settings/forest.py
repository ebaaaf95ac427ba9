"""Woods: pine ridges in morning haze, rolling hills with a lane, a park by a river."""

from wanderhue.tools.illustrator.land import hill, lower, wave
from wanderhue.tools.illustrator.pen import Role
from wanderhue.tools.illustrator.plants import belt, bushes, corner_conifers, grass, round_trees, scatter
from wanderhue.tools.illustrator.sheet import bar, dot, num
from wanderhue.tools.illustrator.site import Site, Stage, Z
from wanderhue.tools.illustrator.sky import draw_sky, place_sun


def pine(site: Site) -> Stage:
    """Ridge behind ridge of conifers in haze, a stream, a knoll to stand on."""
    light, sheet, w, h, u = site.light, site.sheet, site.width, site.height, site.unit
    site.horizon = h * (0.52 + site.scene.horizon)
    draw_sky(site, place_sun(site, 0.42, low=-0.2, big=1.15), bottom=h * 0.70)
    rng = site.rng("ridges")
    snowy = light.snowy
    steps = (
        (0.40, 0.075, 0.66, 0.62, 0.0, 0.0),
        (0.485, 0.060, 0.60, 0.46, 0.020, 0.035),
        (0.57, 0.050, 0.53, 0.30, 0.035, 0.065),
        (0.66, 0.040, 0.46, 0.16, 0.055, 0.10),
    )
    for i, (at, swell, value, haze, low, high) in enumerate(steps):
        with site.layer(f"ridge-{i}", Z.FAR + 12 * i):
            line = wave(rng, h * at, h * swell, w * (0.95 - 0.1 * i))
            tone = light.material(f"ridge-{i}", "sky" if i == 0 else "green", value, haze=haze)
            if low:
                belt(
                    site,
                    rng,
                    lower(line, 3),
                    tone,
                    low=u * low,
                    high=u * high,
                    gap=u * (0.008 + 0.006 * i),
                    snowy=snowy and i > 1,
                )
            hill(site, line, h + 8, tone, mist=0.5)
    floor = wave(rng, h * 0.76, h * 0.02, w)
    meadow = light.material("floor", "green" if not snowy else "paper", 0.56 if not snowy else 0.92, haze=0.08)
    with site.layer("floor", Z.GROUND):
        hill(site, floor, h + 8, meadow)
    with site.layer("stream", Z.GROUND + 2):
        river = light.material("stream", "water", 0.70)
        y = h * 0.765
        sheet.path(
            f"M{num(w * 0.60)} {num(y)}C{num(w * 0.74)} {num(y + h * 0.03)} {num(w * 0.46)} {num(y + h * 0.06)}"
            f" {num(w * 0.52)} {num(y + h * 0.11)}S{num(w * 0.60)} {num(y + h * 0.18)} {num(w * 0.44)} {num(h + 8)}"
            f"L{num(w * 0.74)} {num(h + 8)}C{num(w * 0.80)} {num(y + h * 0.15)} {num(w * 0.66)}"
            f" {num(y + h * 0.13)} {num(w * 0.60)} {num(y + h * 0.10)}C{num(w * 0.54)} {num(y + h * 0.06)}"
            f" {num(w * 0.80)} {num(y + h * 0.03)} {num(w * 0.615)} {num(y)}Z",
            river(),
            shade="lit-top",
        )
        strokes = "".join(
            dot(w * rng.uniform(0.55, 0.66), y + h * rng.uniform(0.12, 0.22), u * rng.uniform(0.01, 0.03), 1.3)
            for _ in range(10)
        )
        sheet.path(strokes, light.tone("paper", 0.94), shade="", opacity=0.7)

    def knoll(x: float) -> float:
        lean = (x / w - 0.26) * 2.2
        return h * 0.86 + h * 0.05 * lean * lean * (1 if lean > 0 else 0.55)

    with site.layer("knoll", Z.GROUND + 6):
        hill(
            site, knoll, h + 60, light.material("knoll", "green" if not snowy else "paper", 0.38 if not snowy else 0.90)
        )
        scatter(
            site,
            rng,
            light.material("blooms", "warm", 0.82)(),
            y0=h * 0.885,
            y1=h,
            count=60,
            size=u * 0.0042,
            x1=w * 0.75,
        )
    with site.layer("conifers", Z.FRAME):
        corner_conifers(site, rng, light.material("frame", "green", 0.28), left=2, right=4, tall=0.62, snowy=snowy)
    with site.layer("grass", Z.GRASS):
        grass(site, rng, light.tone("ink", 0.24), tall=u * 0.045)
    return Stage(
        site.width,
        site.horizon,
        lambda x: (knoll(x) + h * 0.012, h * 0.975) if x < w * 0.78 else None,
        lambda x: (h * 0.885, h * 0.96) if w * 0.56 < x < w * 0.66 else None,
        lambda _x: h * 0.775,
        spots=(0.4, 0.6, 0.25),
        sky=(0.06, 0.28),
        clear=(0.17, 0.74),
    )


def hills(site: Site) -> Stage:
    """Rolling hills in patches, hedges and single trees, a lane that winds to a cottage."""
    light, sheet, w, h, u = site.light, site.sheet, site.width, site.height, site.unit
    site.horizon = h * (0.46 + site.scene.horizon)
    draw_sky(site, place_sun(site, 0.70), bottom=site.horizon + h * 0.05)
    rng = site.rng("hills")
    autumn, snowy = site.scene.season == "autumn", light.snowy
    steps: tuple[tuple[Role, float, float, float, float], ...] = (
        ("sky", 0.66, 0.46, 0.43, 0.05),
        ("green", 0.64, 0.30, 0.49, 0.045),
        ("warm" if not snowy else "paper", 0.80, 0.15, 0.56, 0.04),
        ("green", 0.57, 0.06, 0.645, 0.035),
        ("green", 0.50, 0.0, 0.76, 0.03),
    )
    lines = []
    for i, (role, value, haze, at, swell) in enumerate(steps):
        line = wave(rng, h * (at + site.scene.horizon), h * swell, w * (1.0 - 0.08 * i))
        lines.append(line)
        ground = light.material(
            f"hill-{i}", role if not (snowy and i > 2) else "paper", value if not (snowy and i > 2) else 0.93, haze=haze
        )
        with site.layer(f"hill-{i}", Z.FAR + 10 * i if i < 3 else Z.GROUND + 4 * i):
            hill(site, line, h + 8, ground, mist=0.25 if i < 2 else 0.0)
            if i in (1, 2, 3):
                leaf = light.material(
                    f"trees-{i}", "accent" if autumn and i > 1 else "green", 0.42 + 0.03 * (3 - i), haze=haze
                )
                hedge = light.material(f"hedges-{i}", "green", 0.46, haze=haze)
                bushes(site, rng, lower(line, h * 0.045), hedge, size=u * (0.010 + 0.004 * i), gap=1.5)
                round_trees(
                    site,
                    rng,
                    lower(line, 3),
                    leaf,
                    light.tone("earth", 0.36, haze=haze),
                    size=u * (0.012 + 0.007 * i),
                    gap=u * 0.13,
                )
    with site.layer("lane", Z.GROUND + 17):
        path = light.material("lane", "warm", 0.91)
        y = lines[4](w * 0.55)
        sheet.path(
            f"M{num(w * 0.545)} {num(y + 2)}C{num(w * 0.66)} {num(y + h * 0.04)} {num(w * 0.44)}"
            f" {num(y + h * 0.08)} {num(w * 0.36)} {num(h + 8)}L{num(w * 0.60)} {num(h + 8)}C{num(w * 0.60)}"
            f" {num(y + h * 0.10)} {num(w * 0.70)} {num(y + h * 0.04)} {num(w * 0.562)} {num(y + 2)}Z",
            path(),
            shade="lit-top",
        )
    with site.layer("blooms", Z.GROUND + 18):
        scatter(site, rng, light.material("blooms", "pink", 0.82)(), y0=h * 0.83, y1=h, count=110, size=u * 0.0052)
    y3 = lines[3](w * 0.56)
    site.decor("house", w * 0.58, y3 + h * 0.03, u * 0.12, z=Z.GROUND + 13)
    site.decor("maple" if autumn else "tree", w * 0.07, h * 0.93, u * 0.46, z=Z.FRAME, tag="1")
    site.decor("maple" if autumn else "tree", w * 0.94, h * 0.90, u * 0.36, z=Z.FRAME, tag="2")
    with site.layer("grass", Z.GRASS):
        grass(site, rng, light.tone("green", 0.34), tall=u * 0.05)
    near = lines[4]
    return Stage(
        site.width,
        site.horizon,
        lambda x: (near(x) + h * 0.04, h * 0.97),
        lambda _x: None,
        lambda x: lines[3](x) + h * 0.025,
        spots=(0.36, 0.75, 0.2),
        sky=(0.07, 0.28),
        clear=(0.17, 0.83),
        busy=((0.5, 0.66),),
    )


def park(site: Site) -> Stage:  # noqa: PLR0915  # a composition reads best in one piece
    """A lawn with trees of the season, a walk along a river, the town's roofs far off."""
    light, sheet, w, h, u = site.light, site.sheet, site.width, site.height, site.unit
    site.horizon = h * (0.47 + site.scene.horizon)
    draw_sky(site, place_sun(site, 0.66))
    rng = site.rng("park")
    season = site.scene.season or "summer"
    kind = {"spring": "cherry", "autumn": "maple"}.get(season, "tree")
    leaves: dict[str, tuple[Role, float]] = {
        "spring": ("pink", 0.80),
        "autumn": ("accent", 0.62),
        "winter": ("paper", 0.92),
    }
    leaf_role, leaf_light = leaves.get(season, ("green", 0.50))
    with site.layer("town", Z.FAR):
        far = light.material("town", "sky", 0.68, haze=0.50)
        x, path = -10.0, ""
        while x < w:
            wide, tall = u * rng.uniform(0.03, 0.07), u * rng.uniform(0.03, 0.11)
            path += bar(x, site.horizon - tall - h * 0.02, wide * 0.92, tall + h * 0.03)
            x += wide
        sheet.path(path, far(), shade="mist")
    with site.layer("wood", Z.MIDDLE):
        hill(
            site,
            wave(rng, site.horizon - h * 0.03, h * 0.012, w * 0.6),
            site.horizon + 3,
            light.material("wood", "green", 0.54, haze=0.22),
        )
        blossom = light.material("blossom-far", leaf_role, leaf_light, haze=0.12)
        bushes(site, rng, lambda _x: site.horizon - h * 0.012, blossom, size=u * 0.034, gap=1.25)
        bushes(
            site, rng, lambda _x: site.horizon + 2, light.material("hedge", "green", 0.46, haze=0.10), size=u * 0.015
        )
    with site.layer("river", Z.GROUND):
        river = light.material("river", "water", 0.68)
        sheet.path(
            bar(-6, site.horizon, w + 12, h * 0.13),
            sheet.fade(site.horizon, site.horizon + h * 0.13, ((0, river(0.04, 0.3)), (1, river()))),
            shade="mist",
        )
        pale, deep = "", ""
        for _ in range(int(34 * w / h)):
            stroke = dot(
                rng.uniform(0, w), site.horizon + h * rng.uniform(0.01, 0.105), u * rng.uniform(0.008, 0.03), 1.2
            )
            if rng.random() < 0.6:
                pale += stroke
            else:
                deep += stroke
        sheet.path(pale, light.tone("paper", 0.94), shade="", opacity=0.6)
        sheet.path(deep, river(-0.08), shade="", opacity=0.6)
    bank = wave(rng, site.horizon + h * 0.105, h * 0.010, w * 1.1)
    lawn = light.material("lawn", "green" if season != "winter" else "paper", 0.60 if season != "winter" else 0.92)
    with site.layer("lawn", Z.GROUND + 4):
        hill(site, bank, h + 8, lawn)
    with site.layer("walk", Z.GROUND + 6):
        walk = light.material("walk", "warm", 0.92)
        y = bank(w * 0.5) + h * 0.012
        sheet.path(
            f"M-8 {num(y + h * 0.05)}C{num(w * 0.3)} {num(y + h * 0.005)} {num(w * 0.6)} {num(y + h * 0.03)}"
            f" {num(w + 8)} {num(y + h * 0.012)}L{num(w + 8)} {num(y + h * 0.045)}C{num(w * 0.6)}"
            f" {num(y + h * 0.075)} {num(w * 0.3)} {num(y + h * 0.045)} -8 {num(y + h * 0.115)}Z",
            walk(),
            shade="lit-top",
        )
    near = wave(rng, h * 0.79, h * 0.012, w)
    with site.layer("lawn-near", Z.GROUND + 8):
        hill(
            site,
            near,
            h + 8,
            light.material(
                "lawn-near", "green" if season != "winter" else "paper", 0.53 if season != "winter" else 0.90
            ),
        )
        scatter(
            site,
            rng,
            light.material("daisies", "paper", 0.95)(),
            y0=h * 0.82,
            y1=h,
            count=int(90 * w / h),
            size=u * 0.0042,
        )
        scatter(
            site,
            rng,
            light.material("petals", leaf_role, leaf_light)(),
            y0=h * 0.72,
            y1=h,
            count=int(90 * w / h),
            size=u * 0.0042,
        )
    for i, (share, y, size) in enumerate(
        ((0.10, 0.86, 0.50), (0.90, 0.83, 0.44), (0.26, 0.66, 0.24), (0.76, 0.655, 0.22), (0.47, 0.645, 0.18))
    ):
        site.decor(kind, w * share, h * y, u * size, tag=str(i), haze=0.0 if i < 2 else 0.06)
    if w > h * 1.25:
        site.decor(kind, w * 0.985, h * 0.72, u * 0.30, tag="5", haze=0.03)
        site.decor(kind, w * 0.012, h * 0.70, u * 0.30, tag="6", haze=0.03)
    with site.layer("grass", Z.GRASS):
        grass(site, rng, light.tone("green", 0.36), tall=u * 0.042)
    return Stage(
        site.width,
        site.horizon,
        lambda x: (near(x) + h * 0.015, h * 0.965),
        lambda x: (site.horizon + h * 0.03, bank(x) - h * 0.012),
        lambda x: bank(x) + h * 0.02,
        spots=(0.6, 0.38, 0.5),
        sky=(0.07, 0.28),
        clear=(0.18, 0.82),
        busy=((0.0, 0.18), (0.82, 1.0)),
    )


VARIANTS = {("forest", "pine"): pine, ("forest", "hills"): hills, ("forest", "park"): park}
