"""Where a setting is built: the sheet, the light and the measures of one picture, and what the setting hands back.

Groups carry a z. A setting draws its layers in any order; `Z` names the planes, and what stands on the ground is
ordered by where it stands, so that settings and elements never need to know each other.
"""

import math
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache

from wanderhue.agent.scene import Element, Scene
from wanderhue.agent.vocabulary import ELEMENTS
from wanderhue.tools.illustrator.elements import HEIGHTS, Figure, draw_element
from wanderhue.tools.illustrator.light import ElementLight, Light
from wanderhue.tools.illustrator.pen import number
from wanderhue.tools.illustrator.sheet import Group, Sheet, dot
from wanderhue.tools.illustrator.streams import stream

Span = Callable[[float], tuple[float, float] | None]
"""x -> (top, bottom) of a surface there, or None where there is none."""


class Z:
    """The planes of a picture, far to near."""

    SKY, STARS, SUN, CLOUDS, FLYING = 0, 5, 10, 15, 20
    FAR, MIDDLE, BELT = 30, 50, 70
    LANDMARK = 90
    GROUND = 110
    STANDING = 200
    """Plus the y of the foot."""
    FRAME = 1300
    HERO = 1340
    GRASS = 1400
    AIR = 1500


@dataclass(frozen=True)
class Stage:
    """What a setting offers to elements."""

    width: float
    horizon: float
    ground: Span
    """Where people and things stand."""
    water: Span
    far: Callable[[float], float]
    """The foot of landmarks: y at x."""
    spots: tuple[float, ...] = (0.3, 0.68, 0.12, 0.88, 0.5)
    """Shares of the width where landmarks go, the best first."""
    sky: tuple[float, float] = (0.06, 0.4)
    """The band of shares of the height where things fly."""
    clear: tuple[float, float] = (0.14, 0.86)
    """Shares of the width that the frame's dark corners leave free near the viewer."""
    far_z: float = Z.GROUND + 5
    """The plane of landmarks: behind water and towns it is `Z.LANDMARK`."""
    busy: tuple[tuple[float, float], ...] = ()
    """Shares of the width (from, to) that the setting's own hero holds."""


@dataclass(frozen=True)
class Slot:
    """Where the setting would put one of its own: the foot, the height of a unit box, the plane."""

    kind: str
    x: float
    y: float
    size: float
    z: float
    haze: float
    flip: bool
    name: str


@dataclass
class Site:
    """One picture under construction; `width`, `height` and `unit` are picture units (paper's short side 1000)."""

    sheet: Sheet
    light: Light
    scene: Scene
    seed: int
    width: float
    height: float
    horizon: float = 0.0
    disc: str = ""
    """The color of the sun's disc where a setting wants its own."""
    unit: float = field(init=False)
    slots: list[Slot] = field(default_factory=list)
    """Places of the setting's own landmarks, offered to the same kind of the scene."""
    standing: list[tuple[float, float, float, float]] = field(default_factory=list)
    """Boxes of what the setting itself has put on the ground."""

    def __post_init__(self) -> None:
        wide = 1 + 0.12 * max(0.0, min(1.0, (self.width / self.height - 1) / 0.8))
        wide *= min(1.0, self.scene.zoom) ** 0.7
        self.unit = min(self.height * wide, self.width * 1.06)

    @property
    def reach(self) -> float:
        """The measure of what must cover its share of the picture at any aspect: it grows with the area."""
        return math.sqrt(self.width * self.height)

    def rng(self, name: str) -> random.Random:
        """The random stream of one part of this picture."""
        return stream(self.seed, f"{self.scene.setting}/{name}")

    @contextmanager
    def layer(self, name: str, z: float) -> Iterator[Group]:
        """A group of the sheet at a plane."""
        with self.sheet.group(name) as group:
            group.z = z
            yield group

    def wants(self, kind: str) -> bool:
        """Whether the setting may draw a `kind` of its own: nobody removed it."""
        return kind not in self.scene.without

    def near(self, y: float) -> float:
        """How large things are that stand at y: 1 in the middle of the ground."""
        depth = (y - self.horizon) / max(1.0, self.height - self.horizon)
        return 0.46 + 0.86 * max(0.0, min(1.2, depth))

    def decor(
        self,
        kind: str,
        x: float,
        y: float,
        size: float,
        *,
        z: float | None = None,
        haze: float = 0.0,
        tag: str = "",
        flip: bool = False,
        color: str | None = None,
        shadow: bool = True,
    ) -> None:
        """An element of the setting's own, `size` picture units tall, its foot at (x, y); nothing if unwanted."""
        if not self.wants(kind):
            return
        if ELEMENTS[kind].home == "far" and any(element.kind == kind for element in self.scene.elements):
            self.slots.append(
                Slot(kind, x, y, size, Z.STANDING + y if z is None else z, haze, flip, name=f"{kind}-own{tag}")
            )
            return
        self.stand(
            Slot(kind, x, y, size, Z.STANDING + y if z is None else z, haze, flip, name=f"{kind}-own{tag}"),
            color,
            shadow,
        )

    def stand(self, slot: Slot, color: str | None = None, shadow: bool = True) -> None:
        """Draw the setting's own element at its slot."""
        kind, x, y, size, name = slot.kind, slot.x, slot.y, slot.size, slot.name
        figure = self.figure(Element(kind=kind, color=color), f"{self.scene.setting}/{name}")
        half = figure.width * size * 0.42
        if slot.z >= Z.GROUND and ELEMENTS[kind].home != "far":
            self.standing.append((x - half, y - figure.height * size, x + half, y))
        with self.layer(name, slot.z):
            self.put(figure, x, y, size, own=color, haze=slot.haze, flip=slot.flip, shadow=shadow)

    def figure(self, element: Element, name: str) -> Figure:
        """The element's shapes in its unit box, from the random stream `name`."""
        light = self.light
        return _figure(element, self.seed, name, light.night, light.snowy, self.scene.season)

    def put(
        self,
        figure: Figure,
        x: float,
        y: float,
        size: float,
        *,
        own: str | None = None,
        haze: float = 0.0,
        flip: bool = False,
        shadow: bool = True,
    ) -> None:
        """A figure into the group that is open, one unit of its box `size` units tall."""
        if shadow:
            ink = self.light.roles.of("ink")
            width = min(figure.width, 1.6) * size
            self.sheet.path(
                dot(x + width * 0.08, y, width * 0.52, max(1.6, size * 0.035)), ink, shade="", opacity=0.20 * (1 - haze)
            )
        light = ElementLight(self.light, own or self.light.roles.of("accent"), haze)
        sx = -size if flip else size
        self.sheet.figure(
            figure.pen.shapes, light, f"translate({number(x)} {number(y)}) scale({sx:.2f} {size:.2f})", size=size
        )


def natural(kind: str) -> float:
    """The height of one unit of a kind's box as a share of the picture's unit."""
    return HEIGHTS[kind]


@lru_cache(maxsize=256)
def _figure(element: Element, seed: int, name: str, night: bool, snowy: bool, season: str | None) -> Figure:
    """Drawn once for the coverage pass, the sketch and the picture; nobody changes a figure."""
    return draw_element(element, seed=stream(seed, name), night=night, snowy=snowy, season=season)
