"""Places on the ground: subjects large in front, small life in the middle, groups side by side or loosely spread."""

import random
from collections.abc import Iterator

from wanderhue.agent.scene import Element
from wanderhue.agent.vocabulary import ELEMENTS
from wanderhue.tools.illustrator.elements import HEIGHTS, Figure
from wanderhue.tools.illustrator.placed import PLACES, Arrangement, Member, Placed, crowding, is_subject, members
from wanderhue.tools.illustrator.site import Site, Stage, Z
from wanderhue.tools.illustrator.streams import stream

_SOLO = {"bicycle", "car", "bench", "snowman", "picnic", "fountain"}
"""Things that a picture is about when there is one of them."""
_LARGE = {"horse", "deer", "cow", "camel", "bear", "person"}
_LANES = {
    "people": (0.5, 0.26, 0.74),
    "camp": (0.66, 0.34, 0.5),
    "things": (0.3, 0.7, 0.56),
    "animals": (0.72, 0.28, 0.46),
}
"""Shares of the width that a group tries first, apart from each other's, so that edits seldom push others aside."""
_LOOSE = {"trees", "animals", "camp", "flowers", "buildings", "things"}
"""Groups of the vocabulary whose members stand apart instead of side by side."""


def on_ground(
    site: Site, stage: Stage, element: Element, name: str, result: Arrangement, *, pond: bool = False
) -> Iterator[Placed]:
    """The element's figures around the best of thirty places."""
    group = list(members(site, element, name))
    rng = stream(site.seed, f"place/{name}")
    held = result.held_in("ground")
    best: list[Placed] = []
    least = 1e9
    for k in range(30):
        share, depth = _wish(stage, element, rng, k)
        items = _row(site, stage, element, group, share, depth, pond=pond)
        boxes = [item.box() for item in items]
        cost = sum(crowding(box, held) for box in boxes) + 0.015 * k
        cost += sum(0.5 for box in boxes if box[0] < 4 or box[2] > site.width - 4)
        if items and cost < least - 1e-9:
            best, least = items, cost
    yield from best


def _wish(stage: Stage, element: Element, rng: random.Random, k: int) -> tuple[float, float]:
    """A share of the width and a depth (0 far, 1 near) to try; the first ones are the best composed."""
    low, high = stage.clear
    one, two = rng.random(), rng.random()
    subject = is_subject(element)
    tree = ELEMENTS[element.kind].group == "trees"
    if element.place != "auto" and k < 22:  # then anywhere: better on the other side than not at all
        share = PLACES[element.place] + (one - 0.5) * 0.05 * (1 + k * 0.4)
    elif subject:
        share = (0.37, 0.63, 0.5)[k % 3] + (one - 0.5) * (0.06 + 0.02 * k)
    elif tree:
        share = low + (high - low) * one if k % 2 else (0.16, 0.84)[(k // 2) % 2] + (one - 0.5) * 0.1
    else:
        lanes = _LANES.get(ELEMENTS[element.kind].group, (0.3, 0.7, 0.5))
        share = lanes[k % 3] + (one - 0.5) * 0.10 if k < 9 else low + (high - low) * one
    depth = 0.90 if subject else 0.5 * two if tree else 0.35 + 0.45 * two
    return min(max(share, 0.04), 0.96), {"near": 0.93, "middle": 0.55, "far": 0.05}.get(element.depth, depth)


def _row(
    site: Site, stage: Stage, element: Element, group: list[Member], share: float, depth: float, *, pond: bool
) -> list[Placed]:
    """The figures around a place, or [] where there is no ground."""
    subject = is_subject(element)
    loose = ELEMENTS[element.kind].group in _LOOSE
    avenue = len(group) > 2 and ELEMENTS[element.kind].group in ("trees", "things")
    items: list[Placed] = []
    reach = 0.0
    for i, member in enumerate(group):
        t = min(1.0, max(0.0, depth + (member.chance - 0.5) * (0.5 if loose else 0.10) * (len(group) > 1)))
        y = _foot(stage, share * site.width, t)
        if y is None:
            return []
        half = member.figure.width * _size(site, element, member.figure, y) / 2
        reach += half * (1.5 + member.chance if loose else 1.12) if i else 0.0
        side = -1 if loose and i % 2 == 0 else 1
        x = share * site.width + reach * side
        if avenue:
            low, high = stage.clear
            x = site.width * (low + (high - low) * (i + 0.3 + 0.4 * member.chance) / len(group))
        reach += half * (0.4 if loose and i else 1.12)
        rim = 8.0 if subject else 0.07 * site.width
        x = min(max(x, half + rim), site.width - half - rim)
        y = _foot(stage, x, t)
        if y is None:
            return []
        size = _size(site, element, member.figure, y)
        z = (Z.HERO if subject or y > site.height * 0.88 else Z.STANDING + y) + y * 0.01
        flip = share > 0.52 if subject else member.chance > 0.5
        haze = 0.0 if depth > 0.2 or not loose else 0.08
        items.append(Placed(member.name, element, member.figure, x, y, size, z, haze, flip, pond=pond and i == 0))
    return items


def _foot(stage: Stage, x: float, depth: float) -> float | None:
    span = stage.ground(x)
    return None if span is None else span[0] + (span[1] - span[0]) * depth


def _size(site: Site, element: Element, figure: Figure, y: float) -> float:
    """How many picture units one unit of the figure's box takes."""
    w, h = site.width, site.height
    if is_subject(element):
        share = 0.41 if element.riding else 0.30 if element.kind in _LARGE or element.kind == "child" else 0.22
        size = share * min(h, w * 1.35) * element.size / max(figure.height, 0.3)
    else:
        size = HEIGHTS[element.kind] * site.unit * element.size * site.near(y) * _generous(element)
    size *= {"near": 1.25, "far": 0.7}.get(element.depth, 1.0)
    widest = 0.5 if element.riding and ELEMENTS[element.riding].group == "things" else 0.78
    return min(size, w * widest / max(figure.width, 0.1), h * 0.62 / max(figure.height, 0.1))


def _generous(element: Element) -> float:
    """How much larger than its natural height a kind is shown, so that it reads."""
    if element.kind in ("person", "child"):
        return 1.5
    if element.kind in _SOLO and element.count == 1:
        return 1.75
    return 1.25 if ELEMENTS[element.kind].group in ("things", "camp") else 1.0
