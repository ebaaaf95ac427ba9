"""What a drawer is told (`Look`) and what it hands back (`Sketch`), so that composing never needs to know a kind.

Tones that every element shares live here too: the shadow and the light that turn one flat tone into a solid.
Drawers keep to `Look.rng`, so a picture's other elements never move when one is added.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from wanderhue.tools.illustrator.pen import Pen, Point, Role, Tone, polygon_path, smooth_path

INK = Tone("ink")
PAPER = Tone("paper")
SNOW = Tone("paper", 0.97)
SNOW_SHADE = Tone("sky", 0.86)
LIGHT = Tone("warm", 0.9)
BLOOMS: tuple[Role, ...] = ("accent", "pink", "warm", "purple", "paper")


@dataclass(frozen=True, slots=True)
class Look:
    """How one element should appear. `color` is the person's wish; every drawer lets it change the main surface."""

    rng: random.Random
    night: bool = False
    snowy: bool = False
    season: str | None = None
    color: str | None = None
    holds: bool = False
    """A hand must be free and raised."""
    rides: bool = False
    """Seated: the ground line is the seat."""
    aboard: bool = False
    """Riding inside something: only the upper body shows."""
    ridden: bool = False
    """Somebody will sit on this."""
    wears: frozenset[str] = frozenset()
    pose: str | None = None
    """A pose asked for by whoever composes, 'held' for a thing in a hand; None lets the seed choose."""

    def main(self, *tones: Tone) -> Tone:
        """The main surface: the wished color, else one of `tones` by seed (drawn either way: edits stay local)."""
        chosen = self.rng.choice(tones)
        return Tone("own") if self.color is not None else chosen

    def window(self, day: Tone) -> tuple[Tone, bool]:
        """A window's tone and whether it glows."""
        return (LIGHT, True) if self.night else (day, False)


@dataclass
class Sketch:
    """A drawing in its unit box, and where things attach to it."""

    pen: Pen
    anchors: dict[str, Point] = field(default_factory=dict)
    """'head' (top centre, where a hat rests), 'neck', 'hand', 'back' (a rider's seat), 'pack', 'grip' (where held)."""
    head: float = 0.1
    """Half the width of the head: the size of hats and scarves."""
    sink: float = 0.25
    """How far a hat slips down over the top of the head, in units of `head`."""
    pack: float = 0.3
    """How tall a backpack should be."""
    seat: int | None = None
    """How many shapes lie behind a rider; None puts the rider in front of all."""
    vessel: bool = False
    """A rider stands inside and shows from the waist up."""
    rider_most: float = 1.2
    """The tallest rider that fits, as a share of this one's height."""
    facing: str = "front"
    """'front', 'back' or 'side' (to the right)."""


Drawer = Callable[[Look], Sketch]


def fresh(look: Look) -> Pen:
    """An empty pen that knows the hour and the weather."""
    return Pen(night=look.night, snowy=look.snowy)


def shadow(pen: Pen, points: Sequence[Point], *, strength: float = 0.2, smooth: bool = False) -> None:
    """The shaded side of a solid: a veil of ink, so it works over any color."""
    pen.path(smooth_path(points) if smooth else polygon_path(points), INK, opacity=strength)


def gleam(pen: Pen, points: Sequence[Point], *, strength: float = 0.25, smooth: bool = False) -> None:
    """The lit side of a solid: a veil of paper."""
    pen.path(smooth_path(points) if smooth else polygon_path(points), PAPER, opacity=strength)
