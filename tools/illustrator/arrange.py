"""Where the elements of a scene go: on the ground, on water, in the sky, or as a landmark, never on top of another.

Each element looks for its place with its own random stream and only gives way to those placed before it, in an order
that puts people last, so adding a boat or removing people leaves everything else where it was.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from wanderhue.agent.scene import Element
from wanderhue.agent.vocabulary import ELEMENTS
from wanderhue.tools.illustrator.elements import HEIGHTS, Figure
from wanderhue.tools.illustrator.site import Site, Stage, Z
from wanderhue.tools.illustrator.streams import stream

Rect = tuple[float, float, float, float]

_PLACES = {"left": 0.25, "center": 0.5, "right": 0.75}
_HUGE = {
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
_STRIP = {"path", "bridge", "fence"}


@dataclass(frozen=True)
class Placed:
    """One figure at its place: foot at (x, y), one unit of its box `size` picture units."""

    name: str
    element: Element
    figure: Figure
    x: float
    y: float
    size: float
    z: float
    haze: float = 0.0
    flip: bool = False
    afloat: bool = False
    pond: bool = False


@dataclass
class Arrangement:
    """What was placed, the ground they hold, and what could not be placed as asked."""

    placed: list[Placed] = field(default_factory=list)
    held: list[Rect] = field(default_factory=list)
    ponds: list[str] = field(default_factory=list)


def home_of(element: Element) -> str:
    """Where the element stands: that of what it rides, if it rides."""
    return ELEMENTS[element.riding or element.kind].home


def is_subject(element: Element) -> bool:
    """Whether this element alone asks for the foreground: it rides, holds something, or is an animal by itself."""
    if element.riding or element.holding:
        return True
    if home_of(element) not in ("ground", "shore") or element.depth == "far":
        return False
    return (
        ELEMENTS[element.kind].group == "animals"
        and element.count <= 2
        and element.kind not in ("sheep", "duck", "camel")
    )


def arrange(site: Site, stage: Stage) -> Arrangement:
    """Places for every element of the scene on this stage."""
    result = Arrangement()
    seen: dict[str, int] = {}
    for element in sorted(site.scene.elements, key=_rank):
        number = seen.get(element.kind, 0)
        seen[element.kind] = number + 1
        _place(site, stage, element, f"{element.kind}-{number}", result)
    return result


def _rank(element: Element) -> int:
    word = ELEMENTS[element.kind]
    if home_of(element) == "far":
        return 0 if element.kind != "train" else 1
    order = {
        "trees": 2,
        "buildings": 2,
        "camp": 3,
        "things": 4,
        "flowers": 5,
        "boats": 3,
        "sky": 3,
        "animals": 6,
        "people": 8,
    }
    return order.get(word.group, 5) - (1 if is_subject(element) else 0)


def _place(site: Site, stage: Stage, element: Element, name: str, result: Arrangement) -> None:
    home = home_of(element)
    if element.kind in ("sun", "moon", "cloud", "star") and home == "sky" and element.kind in _own_sky(site):
        return
    placer = {"sky": _in_sky, "water": _on_water, "far": _landmark}.get(home, _on_ground)
    if home == "far" and element.depth == "near" and element.kind not in _HUGE:
        placer = _on_ground
    for item in placer(site, stage, element, name, result):
        result.placed.append(item)
        result.held.append(_rect(item))


def _own_sky(site: Site) -> set[str]:
    """What the sky draws by itself at this hour."""
    return {"moon", "star"} if site.light.night else {"sun", "cloud"}


def _rect(item: Placed) -> Rect:
    half = item.figure.width * item.size / 2
    return (item.x - half, item.y - item.figure.height * item.size, item.x + half, item.y)


def _overlap(one: Rect, other: Rect) -> float:
    """The share of the smaller box that the other covers."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    if width <= 0 or height <= 0:
        return 0.0
    least = min((r[2] - r[0]) * (r[3] - r[1]) for r in (one, other))
    return width * height / max(least, 1e-6)


def _figures(site: Site, element: Element, name: str) -> Iterator[tuple[str, Figure, float]]:
    """The element's figures, each from its own stream, with a random number of its own."""
    for i in range(element.count):
        tag = f"{name}-{i}" if element.count > 1 else name
        rng = stream(site.seed, f"element/{tag}")
        yield tag, site.figure(element, rng), rng.random()


def _depth_scale(element: Element) -> float:
    return {"auto": 1.0, "near": 1.3, "middle": 1.0, "far": 0.55}[element.depth]


# ---------------------------------------------------------------- landmarks


def _landmark(site: Site, stage: Stage, element: Element, name: str, result: Arrangement) -> Iterator[Placed]:
    group = list(_figures(site, element, name))
    base = HEIGHTS[element.kind] * site.unit * element.size * (1.0 if element.depth != "far" else 0.6)
    base *= {1: 1.0, 2: 0.86, 3: 0.74}.get(element.count, 0.62)
    bridge = next((p for p in result.placed if p.element.kind == "bridge"), None)
    if element.kind == "train" and bridge is not None:
        figure = group[0][1]
        size = min(base, bridge.figure.width * bridge.size * 0.9 / max(figure.width, 0.1))
        yield Placed(
            name,
            element,
            figure,
            bridge.x,
            bridge.y - bridge.figure.height * bridge.size * 0.985,
            size,
            bridge.z + 0.5,
            bridge.haze,
        )
        return
    taken: list[Rect] = []
    for i, (tag, figure, chance) in enumerate(group):
        size = base * (1 - 0.18 * chance * (i > 0))
        size = min(
            size,
            site.width * 0.86 / max(figure.width, 0.1),
            (stage.far(site.width / 2) - site.height * 0.05) / max(figure.height, 0.1),
        )
        x = _landmark_x(site, stage, element, figure, size, [*result.held, *taken])
        y = stage.far(x)
        item = Placed(
            tag, element, figure, x, y, size, Z.LANDMARK + 0.01 * y, _haze(site, element), x > site.width * 0.6
        )
        taken.append(_rect(item))
        yield item


def _landmark_x(site: Site, stage: Stage, element: Element, figure: Figure, size: float, held: list[Rect]) -> float:
    half = figure.width * size / 2
    spots = [_PLACES[element.place]] if element.place != "auto" else list(stage.spots)
    spots += [spots[0] + step for step in (0.12, -0.12, 0.24, -0.24, 0.36, -0.36, 0.5, -0.5)]
    best, least = spots[0] * site.width, 9.0
    for rank, share in enumerate(spots):
        x = min(max(share * site.width, half * 0.9 + 8), site.width - half * 0.9 - 8)
        y = stage.far(x)
        box = (x - half, y - figure.height * size, x + half, y)
        cost = sum(_overlap(box, other) for other in held) + 0.06 * rank + 0.8 * _busy(stage, site, x, half)
        if cost < least - 1e-9:
            best, least = x, cost
    return best


def _busy(stage: Stage, site: Site, x: float, half: float) -> float:
    """How much of a span is held by the setting's own hero."""
    low, high = (x - half) / site.width, (x + half) / site.width
    return max(
        (max(0.0, min(high, b) - max(low, a)) / max(1e-6, min(high - low, b - a)) for a, b in stage.busy), default=0.0
    )


def _haze(site: Site, element: Element) -> float:
    return (0.05 if element.depth != "far" else 0.22) + (0.16 if site.scene.weather == "mist" else 0.0)


# ---------------------------------------------------------------- sky


def _in_sky(site: Site, stage: Stage, element: Element, name: str, result: Arrangement) -> Iterator[Placed]:
    group = list(_figures(site, element, name))
    rng = stream(site.seed, f"place/{name}")
    anchor = rng.random()
    taken: list[Rect] = []
    for i, (tag, figure, chance) in enumerate(group):
        far = 1.0 if i == 0 else (0.42 + 0.5 * chance)
        size = HEIGHTS[element.kind] * site.unit * element.size * _depth_scale(element) * far
        size = min(size, site.width * 0.9 / max(figure.width, 0.1), stage.horizon * 0.8 / max(figure.height, 0.1))
        x, y = _sky_spot(site, stage, element, figure, size, [*result.held, *taken], (i + anchor) % 1.0, rng)
        z = Z.SKY + 8 if element.kind == "rainbow" else Z.FLYING + (1 - far)
        item = Placed(tag, element, figure, x, y, size, z, 0.25 * (1 - far))
        taken.append(_rect(item))
        yield item


def _sky_spot(site: Site, stage: Stage, element: Element, figure: Figure, size: float, held: list[Rect], turn: float,
              rng: "object") -> tuple[float, float]:  # fmt: skip
    w, h = site.width, site.height
    half, tall = figure.width * size / 2, figure.height * size
    if element.kind == "rainbow":
        return w * _PLACES.get(element.place, 0.5), stage.horizon
    best, least = (w / 2, h * 0.4), 9.0
    low, high = stage.sky
    for k in range(22):
        share = (turn + 0.618 * k) % 1.0
        x = half + 10 + (w - 2 * half - 20) * share
        if element.place != "auto":
            x = w * (_PLACES[element.place] + (share - 0.5) * 0.24)
        y = h * (low + (high - low) * ((0.37 + turn * 0.7 + 0.382 * k) % 1.0)) + tall
        y = min(max(y, tall + h * 0.03), max(stage.horizon * 0.92, tall + h * 0.03))
        box = (x - half * 1.15, y - tall * 1.1, x + half * 1.15, y + tall * 0.1)
        cost = sum(_overlap(box, other) for other in held) + 0.01 * k
        if cost < least - 1e-9:
            best, least = (x, y), cost
    return best


# ---------------------------------------------------------------- water


def _on_water(site: Site, stage: Stage, element: Element, name: str, result: Arrangement) -> Iterator[Placed]:
    if all(stage.water(site.width * share) is None for share in (0.1, 0.3, 0.5, 0.7, 0.9)):
        result.ponds.append(element.kind)
        yield from _on_ground(site, stage, element, name, result, pond=True)
        return
    rng = stream(site.seed, f"place/{name}")
    taken: list[Rect] = []
    subject = is_subject(element) or bool(element.riding)
    for tag, figure, chance in _figures(site, element, name):
        best: Placed | None = None
        least = 99.0
        for k in range(24):
            share = (
                (0.13 + 0.74 * rng.random())
                if element.place == "auto"
                else _PLACES[element.place] + (rng.random() - 0.5) * 0.2
            )
            x = site.width * share
            span = stage.water(x)
            t = {"near": 0.75, "middle": 0.45, "far": 0.08}.get(element.depth, 0.62 if subject else 0.22 + 0.4 * chance)
            if span is None:
                continue
            y = span[0] + (span[1] - span[0]) * min(1.0, max(0.0, t + (rng.random() - 0.5) * 0.2))
            size = (
                HEIGHTS[element.kind]
                * site.unit
                * element.size
                * max(0.62, site.near(y))
                * (1.0 if not subject else 1.7)
            )
            size = min(size, site.width * 0.5 / max(figure.width, 0.1))
            half = figure.width * size / 2
            x = min(max(x, half + 12), site.width - half - 12)
            if stage.water(x - half * 0.9) is None or stage.water(x + half * 0.9) is None:
                continue
            item = Placed(
                tag, element, figure, x, y, size, Z.GROUND + 5 + y * 0.01, 0.10 * (1 - t), chance > 0.5, afloat=True
            )
            cost = sum(_overlap(_rect(item), other) for other in [*result.held, *taken]) + 0.01 * k
            if cost < least - 1e-9:
                best, least = item, cost
        if best is not None:
            taken.append(_rect(best))
            yield best


# ---------------------------------------------------------------- ground


def _on_ground(
    site: Site, stage: Stage, element: Element, name: str, result: Arrangement, *, pond: bool = False
) -> Iterator[Placed]:
    group = list(_figures(site, element, name))
    subject = is_subject(element)
    lead = group[0][1]
    rng = stream(site.seed, f"place/{name}")
    best: list[Placed] = []
    least = 1e9
    for k in range(30):
        share, depth = _ground_wish(stage, element, subject, rng, k)
        items = _row(site, stage, element, group, share, depth, subject, pond)
        if not items:
            continue
        boxes = [_rect(item) for item in items]
        cost = sum(_overlap(box, other) for box in boxes for other in result.held) + 0.015 * k
        cost += sum(0.5 for box in boxes if box[0] < 4 or box[2] > site.width - 4)
        if cost < least - 1e-9:
            best, least = items, cost
    del lead
    yield from best


def _ground_wish(stage: Stage, element: Element, subject: bool, rng: "object", k: int) -> tuple[float, float]:
    """A share of the width and a depth (0 far, 1 near) to try; the first ones are the best composed."""
    low, high = stage.clear
    r = rng.random  # type: ignore[attr-defined]
    if element.place != "auto":
        share = _PLACES[element.place] + (r() - 0.5) * 0.05 * (1 + k * 0.4)
    elif subject:
        share = (0.37, 0.63, 0.5)[k % 3] + (r() - 0.5) * (0.06 + 0.02 * k)
    else:
        share = 0.30 + 0.40 * r() if k < 8 else low + (high - low) * r()
    depth = {"near": 0.93, "middle": 0.55, "far": 0.05}.get(element.depth, 0.90 if subject else 0.35 + 0.45 * r())
    if ELEMENTS[element.kind].group == "trees" and element.depth == "auto":
        depth = 0.12 + 0.5 * r()
        share = (low + (high - low) * r()) if k % 2 else (0.16, 0.84)[(k // 2) % 2] + (r() - 0.5) * 0.1
    return min(max(share, 0.04), 0.96), depth


def _row(site: Site, stage: Stage, element: Element, group: list[tuple[str, Figure, float]], share: float, depth: float,
         subject: bool, pond: bool) -> list[Placed]:  # fmt: skip
    """The element's figures around a place, or [] where there is no ground."""
    items: list[Placed] = []
    x = share * site.width
    spread = 0.0
    wide = _spreads(element)
    for i, (tag, figure, chance) in enumerate(group):
        t = min(1.0, max(0.0, depth + (chance - 0.5) * (0.5 if wide else 0.10) * (len(group) > 1)))
        span = stage.ground(min(max(x, 0), site.width))
        if span is None:
            return []
        y = span[0] + (span[1] - span[0]) * t
        size = _ground_size(site, element, figure, y, subject)
        half = figure.width * size / 2
        if i:
            spread += half * (1.12 if not wide else 1.5 + chance)
        px = share * site.width + spread * (1 if not wide or i % 2 else -1)
        spread += half * (1.12 if not wide else 0.4)
        if i == 0 and not wide:
            px, spread = share * site.width, half * 1.12
        px = min(max(px, half + 6), site.width - half - 6)
        span = stage.ground(px)
        if span is None:
            return []
        y = span[0] + (span[1] - span[0]) * t
        z = (Z.HERO if y > site.height * 0.88 or subject else Z.STANDING + y) + y * 0.01
        flip = (chance > 0.5) if not subject else share > 0.52
        items.append(
            Placed(tag, element, figure, px, y, size, z, 0.0 if depth > 0.2 else 0.12, flip, pond=pond and i == 0)
        )
    return items


def _spreads(element: Element) -> bool:
    """Whether several of this kind stand loosely apart, instead of side by side."""
    return ELEMENTS[element.kind].group in ("trees", "animals", "camp", "flowers", "buildings", "things")


def _ground_size(site: Site, element: Element, figure: Figure, y: float, subject: bool) -> float:
    """How many picture units one unit of the figure's box takes."""
    unit, h = site.unit, site.height
    if subject:
        share = (
            0.40
            if element.riding
            else 0.30
            if element.kind in ("horse", "deer", "cow", "camel", "bear", "person")
            else 0.22
        )
        if element.holding and element.kind == "child":
            share = 0.29
        size = share * min(h, site.width * 1.1) * element.size / max(figure.height, 0.3)
    else:
        generous = (
            1.35
            if element.kind in ("person", "child")
            else 1.25
            if ELEMENTS[element.kind].group in ("things", "camp")
            else 1.0
        )
        size = HEIGHTS[element.kind] * unit * element.size * site.near(y) * generous
    size *= {"near": 1.25, "far": 0.7}.get(element.depth, 1.0)
    return min(size, site.width * 0.72 / max(figure.width, 0.1), h * 0.62 / max(figure.height, 0.1))
