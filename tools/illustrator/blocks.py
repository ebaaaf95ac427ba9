"""Towns in quantity: skylines of towers with lit windows, rows of old houses with roofs and chimneys."""

import random
from collections.abc import Callable, Sequence

from wanderhue.tools.illustrator.light import Material
from wanderhue.tools.illustrator.sheet import bar, dot, poly
from wanderhue.tools.illustrator.site import Site
from wanderhue.tools.illustrator.tint import mix

Envelope = Callable[[float], float]
"""Share of the width -> share of the greatest height."""


def skyline(
    site: Site,
    rng: random.Random,
    base: float,
    tall: float,
    fabric: Material,
    *,
    widths: tuple[float, float],
    envelope: Envelope,
    panes: float = 0.0,
    pane: str = "",
    gap: float = 0.0,
) -> None:
    """Towers side by side standing on `base`; `panes` is the share of windows that are lit."""
    body, side, lamps, dim = "", "", "", ""
    x = -rng.uniform(0, 30)
    while x < site.width + 10:
        wide = rng.uniform(*widths)
        height = tall * envelope((x + wide / 2) / site.width) * rng.uniform(0.62, 1.0)
        body += _tower(rng, x, base, wide, height)
        side += bar(x + wide * 0.66, base - height, wide * 0.34, height)
        if panes:
            lit, dark = _panes(rng, x, base - height, wide, height, panes)
            lamps += lit
            dim += dark
        x += wide * (1 + gap * rng.random())
    site.sheet.path(body, site.sheet.fade(base - tall, base, ((0, fabric()), (1, fabric(0, 0.22)))), shade="mist")
    site.sheet.path(side, fabric(-0.035), shade="", opacity=0.65, line=False)
    if panes:
        site.sheet.path(dim, fabric(0.055), shade="", opacity=0.6)
        site.sheet.path(lamps, pane, shade="", opacity=0.92)


def _tower(rng: random.Random, x: float, base: float, wide: float, height: float) -> str:
    """One tower's outline: flat, stepped, slanted, spired, domed or with a water tank."""
    top = base - height
    body = bar(x, top, wide * 1.01, height)
    kind = rng.choice(("flat", "flat", "step", "slant", "spire", "dome", "mast", "tank"))
    mid = x + wide / 2
    if kind == "step":
        body += bar(x + wide * 0.18, top - height * 0.09, wide * 0.64, height * 0.1) + bar(
            x + wide * 0.34, top - height * 0.16, wide * 0.32, height * 0.1
        )
    elif kind == "slant":
        body += poly([(x, top), (x, top - wide * 0.45), (x + wide, top)])
    elif kind == "spire":
        body += bar(x + wide * 0.25, top - height * 0.08, wide * 0.5, height * 0.09)
        body += poly(
            [
                (mid - wide * 0.16, top - height * 0.08),
                (mid, top - height * 0.34),
                (mid + wide * 0.16, top - height * 0.08),
            ]
        )
    elif kind == "dome":
        body += dot(mid, top, wide * 0.42, wide * 0.38)
    elif kind == "mast":
        body += bar(mid - 1.2, top - height * 0.22, 2.4, height * 0.23)
    elif kind == "tank":
        body += bar(x + wide * 0.2, top - wide * 0.3, wide * 0.26, wide * 0.22) + poly(
            [
                (x + wide * 0.17, top - wide * 0.3),
                (x + wide * 0.33, top - wide * 0.42),
                (x + wide * 0.49, top - wide * 0.3),
            ]
        )
    return body


def _panes(rng: random.Random, x: float, top: float, wide: float, height: float, share: float) -> tuple[str, str]:
    lit, dark = "", ""
    columns = max(2, int(wide / 9.5))
    step = wide / (columns + 0.4)
    rows = int(height / 12.5)
    for row in range(rows):
        if rng.random() < 0.12:
            continue
        for column in range(columns):
            chance = rng.random()
            if chance < 0.62:
                pane = bar(x + step * (0.4 + column), top + 7 + row * 12.5, step * 0.5, 6.2)
                if chance < share * 0.62:
                    lit += pane
                else:
                    dark += pane
    return lit, dark


def houses(  # noqa: PLR0913  # a drawing primitive: place and measures
    site: Site,
    rng: random.Random,
    base: Callable[[float], float],
    walls: Sequence[Material],
    roof: Material,
    *,
    size: tuple[float, float],
    tall: tuple[float, float],
    x0: float = -10.0,
    x1: float | None = None,
    gap: float = 0.0,
    skirt: float = 0.0,
    windows: bool = True,
    dormers: bool = False,
) -> None:
    """Old houses side by side: walls of several colors, pitched roofs, chimneys, windows with shutters."""
    light, sheet = site.light, site.sheet
    pane = light.glow() if light.night else mix(light.tone("ink", 0.36), light.horizon, 0.12)
    frames, panes, roofs, shaded, stacks, snow = "", "", "", "", "", ""
    bodies: dict[int, str] = {}
    x, end = x0, site.width + 10 if x1 is None else x1
    while x < end:
        wide, height = rng.uniform(*size), rng.uniform(*tall)
        y = base(x + wide / 2)
        top = y - height
        k = rng.randrange(len(walls))
        bodies[k] = bodies.get(k, "") + bar(x, top, wide * 1.01, height + skirt)
        shaded += bar(x + wide * 0.84, top, wide * 0.17, height + skirt)
        peak = wide * rng.uniform(0.30, 0.46)
        if rng.random() < 0.55:
            outline = [(x - wide * 0.04, top), (x + wide / 2, top - peak), (x + wide * 1.04, top)]
        else:
            outline = [
                (x - wide * 0.04, top),
                (x + wide * 0.12, top - peak * 0.8),
                (x + wide * 0.88, top - peak * 0.8),
                (x + wide * 1.04, top),
            ]
        roofs += poly(outline)
        if light.snowy:
            snow += poly([outline[0], *outline[1:], (x + wide * 0.5, top - peak * 0.35)])
        if rng.random() < 0.5:
            stacks += bar(x + wide * rng.uniform(0.15, 0.7), top - peak * 1.12, wide * 0.10, peak * 0.8)
        if windows:
            columns = max(2, round(wide / 22))
            floors = max(1, int(height / 27))
            for floor in range(floors):
                for column in range(columns):
                    px, py = x + wide * (column + 0.5) / columns, top + height * (floor + 0.32) / floors
                    w, h = min(8.0, wide / columns * 0.38), min(13.0, height / floors * 0.48)
                    panes += bar(px - w / 2, py - h * 0.3, w, h)
                    if dormers:
                        frames += bar(px - w * 0.95, py - h * 0.3, w * 0.36, h) + bar(
                            px + w * 0.59, py - h * 0.3, w * 0.36, h
                        )
        x += wide * (1 + gap * rng.random())
    sheet.path(stacks, roof(-0.06), shade="", line=False)
    for k, path in sorted(bodies.items()):
        sheet.path(path, walls[k](), shade="right")
    sheet.path(shaded, roof(-0.05), shade="", opacity=0.16, line=False)
    sheet.path(roofs, roof(), shade="lit-left")
    sheet.path(snow, light.tone("paper", 0.95), shade="", opacity=0.92)
    sheet.path(frames, roof(-0.02), shade="", opacity=0.8, line=False)
    sheet.path(panes, pane, shade="", opacity=0.9, line=False)
