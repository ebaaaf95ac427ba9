"""What hangs in the air: mist between the planes, rain, falling snow, petals and leaves of the season."""

from wanderhue.tools.illustrator.sheet import bar, dot, num
from wanderhue.tools.illustrator.site import Site, Stage, Z
from wanderhue.tools.illustrator.tint import mix


def draw_weather(site: Site, stage: Stage) -> None:
    """The air of the scene, in front of what stands far and, for rain and snow, of everything."""
    weather = site.scene.weather
    if weather == "mist":
        _mist(site, stage)
    elif weather == "rain":
        _rain(site)
    elif weather == "snow":
        _snow(site)
    if (
        weather in ("clear", "cloudy")
        and site.scene.season in ("spring", "autumn")
        and site.scene.setting in ("oldtown", "forest")
    ):
        _petals(site)


def _mist(site: Site, stage: Stage) -> None:
    light, sheet, w, h = site.light, site.sheet, site.width, site.height
    pale = mix(light.horizon, light.roles.at("paper", light.level(0.93)), 0.35)
    y = stage.horizon
    bands = (
        (Z.MIDDLE + 5, y - h * 0.22, y + h * 0.10, 0.62),
        (Z.LANDMARK + 8, y - h * 0.16, y + h * 0.16, 0.55),
        (Z.STANDING + y + h * 0.12, y - h * 0.02, y + h * 0.34, 0.50),
    )
    for i, (z, top, bottom, alpha) in enumerate(bands):
        with site.layer(f"mist-{i}", z):
            veil = sheet.veil(
                top, bottom, pale, ((0, 0), (0.3, alpha * 0.55), (0.55, alpha), (0.8, alpha * 0.5), (1, 0))
            )
            sheet.path(bar(-6, top, w + 12, bottom - top), veil, shade="", line=False)
    rng = site.rng("mist")
    with site.layer("mist-wisps", Z.STANDING + y + h * 0.1):
        path = ""
        for _ in range(int(7 * max(0.8, w / h))):
            path += dot(
                rng.uniform(0, w),
                y + rng.uniform(-0.05, 0.16) * h,
                w * rng.uniform(0.06, 0.16),
                h * rng.uniform(0.004, 0.010),
            )
        sheet.path(path, pale, shade="", opacity=0.5)


def _rain(site: Site) -> None:
    rng = site.rng("rain")
    near, far = "", ""
    for _ in range(int(190 * max(1.0, site.width / site.height))):
        x, y = rng.uniform(-40, site.width + 20), rng.uniform(-30, site.height)
        length = rng.uniform(18, 40)
        stroke = f"M{num(x)} {num(y)}l{num(length * 0.22)} {num(length)}"
        if rng.random() < 0.4:
            near += stroke
        else:
            far += stroke
    color = mix(site.light.roles.at("paper", 0.93), site.light.horizon, 0.3)
    with site.layer("rain", Z.AIR):
        site.sheet.stroke(far, color, 1.0, opacity=0.35)
        site.sheet.stroke(near, color, 1.7, opacity=0.5)


def _snow(site: Site) -> None:
    rng = site.rng("snow")
    small, large = "", ""
    for _ in range(int(210 * max(1.0, site.width / site.height))):
        x, y, r = rng.uniform(0, site.width), rng.uniform(0, site.height), rng.choice((1.3, 1.6, 1.9, 2.6, 3.8))
        if r > 2:
            large += dot(x, y, r)
        else:
            small += dot(x, y, r)
    color = site.light.roles.at("paper", 0.97)
    with site.layer("snow", Z.AIR):
        site.sheet.path(small, color, shade="", opacity=0.75)
        site.sheet.path(large, color, shade="", opacity=0.9)


def _petals(site: Site) -> None:
    spring = site.scene.season == "spring"
    rng = site.rng("petals")
    path = ""
    for _ in range(int(34 * max(0.8, site.width / site.height))):
        x, y, s = rng.uniform(0, site.width), rng.uniform(site.height * 0.2, site.height * 0.95), rng.uniform(2.4, 4.4)
        a, b = rng.uniform(-1, 1) * s, rng.uniform(0.3, 1) * s
        path += (
            f"M{num(x)} {num(y)}q{num(a)} {num(-b)} {num(s)} {num(b * 0.6)}q{num(-s * 0.4)} {num(b)}"
            f" {num(-s)} {num(-b * 0.6)}z"
        )
    role = "pink" if spring else rng.choice(("accent", "warm"))
    with site.layer("petals", Z.AIR):
        site.sheet.path(
            path,
            site.light.tone("pink" if role == "pink" else "accent", 0.84 if spring else 0.66),
            shade="",
            opacity=0.9,
        )
