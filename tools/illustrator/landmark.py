"""Places for landmarks: towers, bridges, houses on the far line of the land."""

from collections.abc import Iterator
from dataclasses import replace

from wanderhue.agent.scene import Element
from wanderhue.tools.illustrator.elements import HEIGHTS, Figure
from wanderhue.tools.illustrator.placed import PLACES, Arrangement, Placed, Rect, crowding, members
from wanderhue.tools.illustrator.site import Site, Stage

HUGE = {
    "lighthouse",
    "pagoda",
    "tower",
    "eiffel_tower",
    "castle",
    "church",
    "skyscraper",
    "windmill",
    "arch",
    "waterfall",
}
"""Kinds that stay far even when asked for near."""


def landmark(site: Site, stage: Stage, element: Element, name: str, result: Arrangement) -> Iterator[Placed]:
    """Landmarks side by side on the far line; a train goes onto the scene's bridge."""
    base = HEIGHTS[element.kind] * site.unit * element.size * (1.0 if element.depth != "far" else 0.6)
    base *= {1: 1.0, 2: 0.86, 3: 0.74}.get(element.count, 0.62)
    bridge = next((item for item in result.placed if item.element.kind == "bridge"), None)
    taken: list[Rect] = []
    for i, member in enumerate(members(site, element, name)):
        figure, size = member.figure, base * (1 - 0.18 * member.chance * (i > 0))
        if element.kind == "train" and bridge is not None and i == 0:
            yield _on_bridge(element, member.name, figure, size, bridge)
            continue
        room = stage.far(site.width / 2) - site.height * 0.05
        size = min(size, site.width * 0.86 / max(figure.width, 0.1), room / max(figure.height, 0.1))
        x = _spot(site, stage, element, figure, size, [*result.held_in("far"), *taken])
        y = stage.far(x)
        z = stage.far_z + 0.001 * y
        item = Placed(member.name, element, figure, x, y, size, z, _haze(site, element), x > site.width * 0.6)
        taken.append(item.box())
        yield item
        if element.kind == "bridge" and element.place == "auto":
            yield from _onward(site, item)


def _onward(site: Site, item: Placed) -> Iterator[Placed]:
    """More of the same bridge on both sides, out of the picture: a viaduct never ends in mid-air."""
    step = item.figure.width * item.size * 0.985
    for side in (-1, 1):
        k = 1
        while 0 < item.x + side * (k - 0.5) * step < site.width and k < 8:
            yield replace(item, name=f"{item.name}{'lr'[side > 0]}{k}", x=item.x + side * k * step, z=item.z - 0.001)
            k += 1


def _on_bridge(element: Element, name: str, figure: Figure, size: float, bridge: Placed) -> Placed:
    size = min(size, bridge.figure.width * bridge.size * 0.9 / max(figure.width, 0.1))
    deck = bridge.figure.anchors.get("back", (0.0, -bridge.figure.height))[1]
    return Placed(
        name, element, figure, bridge.x, bridge.y + deck * bridge.size * 0.985, size, bridge.z + 0.5, bridge.haze
    )


def _spot(site: Site, stage: Stage, element: Element, figure: Figure, size: float, held: list[Rect]) -> float:
    """The x with the least in the way, the stage's best spots first."""
    half = figure.width * size / 2
    spots = [PLACES[element.place]] if element.place != "auto" else list(stage.spots)
    spots += [spots[0] + step for step in (0.12, -0.12, 0.24, -0.24, 0.36, -0.36, 0.5, -0.5)]
    best, least = spots[0] * site.width, 9.0
    for rank, share in enumerate(spots):
        x = min(max(share * site.width, half * 0.9 + 8), site.width - half * 0.9 - 8)
        y = stage.far(x)
        cost = crowding((x - half, y - figure.height * size, x + half, y), held) + 0.06 * rank
        cost += 0.8 * _busy(stage, site, x, half)
        if cost < least - 1e-9:
            best, least = x, cost
    return best


def _busy(stage: Stage, site: Site, x: float, half: float) -> float:
    """How much of a span is held by the setting's own hero, 0..1."""
    low, high = (x - half) / site.width, (x + half) / site.width
    shares = (
        max(0.0, min(high, end) - max(low, start)) / max(1e-6, min(high - low, end - start))
        for start, end in stage.busy
    )
    return max(shares, default=0.0)


def _haze(site: Site, element: Element) -> float:
    return (0.05 if element.depth != "far" else 0.22) + (0.16 if site.scene.weather == "mist" else 0.0)
