"""What the placing of elements is made of: a figure at its place, boxes and their overlaps, figures by stream."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from wanderhue.agent.scene import Element
from wanderhue.agent.vocabulary import ELEMENTS
from wanderhue.tools.illustrator.elements import Figure
from wanderhue.tools.illustrator.site import Site
from wanderhue.tools.illustrator.streams import stream

Rect = tuple[float, float, float, float]

Zone = Literal["sky", "far", "water", "ground"]

PLACES = {"left": 0.25, "center": 0.5, "right": 0.75}
"""Shares of the width for an element's wished place."""


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

    def box(self) -> Rect:
        """The box it covers: left, top, right, bottom."""
        half = self.figure.width * self.size / 2
        return (self.x - half, self.y - self.figure.height * self.size, self.x + half, self.y)


@dataclass
class Arrangement:
    """What was placed, the boxes they hold, and the kinds that needed a pool of water."""

    placed: list[Placed] = field(default_factory=list)
    held: dict[Zone, list[Rect]] = field(default_factory=dict)
    ponds: list[str] = field(default_factory=list)

    def add(self, item: Placed, zone: Zone) -> None:
        """Put an item down for good."""
        self.placed.append(item)
        self.held.setdefault(zone, []).append(item.box())

    def held_in(self, *zones: Zone) -> list[Rect]:
        """The boxes held in some zones: only neighbours of a zone give way to each other, so edits stay local."""
        return [box for zone in zones for box in self.held.get(zone, ())]


@dataclass(frozen=True)
class Member:
    """One of an element's figures, with a random number (0..1) of its own."""

    name: str
    figure: Figure
    chance: float


def members(site: Site, element: Element, name: str) -> Iterator[Member]:
    """The element's figures, each from its own stream."""
    one = element.model_copy(update={"count": 1, "place": "auto", "depth": "auto", "size": 1.0})
    for i in range(element.count):
        tag = f"{name}-{i}" if element.count > 1 else name
        chance = stream(site.seed, f"chance/{tag}").random()
        yield Member(tag, site.figure(one, f"element/{tag}"), chance)


def overlap(one: Rect, other: Rect) -> float:
    """The share of the smaller box that the other covers, 0..1."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    if width <= 0 or height <= 0:
        return 0.0
    least = min((r[2] - r[0]) * (r[3] - r[1]) for r in (one, other))
    return width * height / max(least, 1e-6)


def crowding(box: Rect, held: Iterable[Rect]) -> float:
    """How much of a box, or of others, would be covered."""
    return sum(overlap(box, other) for other in held)


def home_of(element: Element) -> str:
    """Where the element stands: that of what it rides, if it rides."""
    return ELEMENTS[element.riding or element.kind].home


def is_subject(element: Element) -> bool:
    """Whether this element alone asks for the foreground: it rides, holds something, or is an animal by itself."""
    if element.depth == "far":
        return False
    if element.riding or element.holding:
        return True
    if home_of(element) not in ("ground", "shore") or element.kind in ("sheep", "camel"):
        return False
    return ELEMENTS[element.kind].group == "animals" and element.count <= 2
