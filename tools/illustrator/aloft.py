"""Places without ground: in the sky, and on water."""

import random
from collections.abc import Iterator

from wanderhue.agent.scene import Element
from wanderhue.tools.illustrator.elements import HEIGHTS, Figure
from wanderhue.tools.illustrator.footing import on_ground
from wanderhue.tools.illustrator.placed import PLACES, Arrangement, Member, Placed, Rect, crowding, is_subject, members
from wanderhue.tools.illustrator.site import Site, Stage, Z
from wanderhue.tools.illustrator.streams import stream

_PLANES = {
    "rainbow": Z.SKY + 6,
    "star": Z.SKY + 6,
    "moon": Z.SUN,
    "sun": Z.SUN,
    "cloud": Z.CLOUDS,
    "fireworks": Z.CLOUDS + 1,
    "butterfly": Z.FRAME - 2,
}
_DEPTHS = {"auto": 1.0, "near": 1.3, "middle": 1.0, "far": 0.55}


def in_sky(site: Site, stage: Stage, element: Element, name: str, result: Arrangement) -> Iterator[Placed]:
    """Flying things, the first the largest, the others farther off."""
    turn = stream(site.seed, f"place/{name}").random()
    taken: list[Rect] = []
    for i, member in enumerate(members(site, element, name)):
        figure, far = member.figure, 1.0 if i == 0 else 0.42 + 0.5 * member.chance
        size = HEIGHTS[element.kind] * site.unit * element.size * _DEPTHS[element.depth] * far
        size *= 1.35 if element.kind == "fireworks" else 1.0
        size = min(size, site.width * 0.9 / max(figure.width, 0.1), stage.horizon * 0.8 / max(figure.height, 0.1))
        x, y = _sky_spot(
            site, stage, element, figure, size, [*result.held_in("sky", "far"), *taken], (i * 0.618 + turn) % 1.0
        )
        z = _PLANES.get(element.kind, Z.LANDMARK - 2) + far
        item = Placed(member.name, element, figure, x, y, size, z, 0.25 * (1 - far))
        taken.append(item.box())
        yield item


def _sky_spot(  # noqa: PLR0917  # a drawing primitive: place and measures
    site: Site, stage: Stage, element: Element, figure: Figure, size: float, held: list[Rect], turn: float
) -> tuple[float, float]:
    w, h = site.width, site.height
    half, tall = figure.width * size / 2, figure.height * size
    if element.kind == "rainbow":
        return w * PLACES.get(element.place, 0.5), stage.horizon
    best, least = (w / 2, h * 0.4), 9.0
    low, high = stage.sky
    for k in range(24):
        share = (turn + 0.618 * k) % 1.0
        x = half + 10 + (w - 2 * half - 20) * share
        if element.place != "auto":
            x = w * (PLACES[element.place] + (share - 0.5) * 0.24)
        y = h * (low + (high - low) * ((0.37 + turn * 0.7 + 0.382 * k) % 1.0)) + tall
        y = min(max(y, tall + h * 0.03), max(stage.horizon * 0.92, tall + h * 0.03))
        cost = crowding((x - half * 1.15, y - tall * 1.1, x + half * 1.15, y + tall * 0.1), held) + 0.01 * k
        if cost < least - 1e-9:
            best, least = (x, y), cost
    return best


def has_water(stage: Stage) -> bool:
    """Whether anything can float on this stage."""
    return any(stage.water(stage.width * share / 20) is not None for share in range(1, 20))


def on_water(site: Site, stage: Stage, element: Element, name: str, result: Arrangement) -> Iterator[Placed]:
    """Afloat; in a land without water on a small pool of their own."""
    if not has_water(stage):
        result.ponds.append(element.kind)
        yield from on_ground(site, stage, element, name, result, pond=True)
        return
    rng = stream(site.seed, f"place/{name}")
    taken: list[Rect] = []
    before = result.held_in("far") if stage.far_z > Z.GROUND else []  # landmarks between the water and the viewer
    for member in members(site, element, name):
        best: Placed | None = None
        least = 99.0
        for k in range(26):
            item = _float(site, stage, element, member, rng)
            if item is not None:
                cost = crowding(item.box(), [*result.held_in("water"), *site.standing, *taken, *before]) + 0.01 * k
                if cost < least - 1e-9:
                    best, least = item, cost
        if best is not None:
            taken.append(best.box())
            yield best
    if not taken:
        result.ponds.append(element.kind)
        yield from on_ground(site, stage, element, name, result, pond=True)


def _float(site: Site, stage: Stage, element: Element, member: Member, rng: random.Random) -> Placed | None:
    """One try: a place on the water, or None where there is none."""
    share, wobble = 0.13 + 0.74 * rng.random(), rng.random() - 0.5
    if element.place != "auto":
        share = PLACES[element.place] + (share - 0.5) * 0.27
    figure, subject = member.figure, is_subject(element)
    depth = 0.62 if subject else 0.22 + 0.4 * member.chance
    depth = {"near": 0.75, "middle": 0.45, "far": 0.08}.get(element.depth, depth)
    span = stage.water(site.width * share)
    if span is None:
        return None
    y = span[0] + (span[1] - span[0]) * min(1.0, max(0.0, depth + wobble * 0.2))
    size = HEIGHTS[element.kind] * site.unit * element.size * max(0.62, site.near(y)) * (1.7 if subject else 1.0)
    size = min(size, site.width * 0.5 / max(figure.width, 0.1))
    half = figure.width * size / 2
    x = min(max(site.width * share, half + 12), site.width - half - 12)
    if stage.water(x - half * 0.9) is None or stage.water(x + half * 0.9) is None:
        return None
    z = Z.GROUND + 5 + y * 0.01
    return Placed(member.name, element, figure, x, y, size, z, 0.10 * (1 - depth), member.chance > 0.5, afloat=True)
