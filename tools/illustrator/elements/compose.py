"""Putting elements together: a rider on a mount, things in a hand, things worn.

Small riders are enlarged until they read, as in a children's book; held and worn things are sized to whoever has
them. Every part draws from its own stream, derived in order, so adding a hat does not change the pose.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from wanderhue.agent.scene import Element
from wanderhue.tools.illustrator.elements.attach import hold, wear
from wanderhue.tools.illustrator.elements.catalogue import drawer
from wanderhue.tools.illustrator.elements.extent import extent
from wanderhue.tools.illustrator.elements.heights import HEIGHTS
from wanderhue.tools.illustrator.elements.sketch import Look, Sketch
from wanderhue.tools.illustrator.pen import Pen, Point

_RIDER_SHARE = 0.42
"""A rider is at least this share of its mount's height."""
_MOUNT_GROWS = 1.5
"""A mount too small for its rider (a balloon's basket) is enlarged at most this much; then the rider shrinks."""
_GROW: Mapping[str, float] = MappingProxyType({"person": 1.0, "child": 1.2, "snowman": 1.1, "rabbit": 1.3, "cat": 1.2,
    "dog": 1.2, "fox": 1.2, "bear": 1.1, "camel": 0.9, "horse": 0.9})  # fmt: skip
"""How much larger held things are than in an adult's hand, in units of the holder."""
_FAINT = 0.3
"""Glowing shapes fainter than this (beams, halos) do not count as the thing's body."""
_MOUNT_MOST = 0.3
"""A mount is never taller than this share of U: somebody on a tower must still be seen."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A finished element in its unit box: the ground line is y = 0, x = 0 its middle."""

    pen: Pen
    width: float
    """The width of the box around x = 0 that holds all but faint light (beams, halos: so that night moves nothing),
    in units of the kind's height."""
    height: float
    """How far it reaches above the ground line, in the same units."""
    anchors: Mapping[str, Point]
    """Where things attach: head (top), neck, hand, back (a rider's seat)."""


def compose(element: Element, look: Look) -> Figure:
    """The element with what it rides, holds and wears."""
    streams = [_stream(look.rng) for _ in range(3)]
    extra = replace(look, color=None, pose=None)
    mount = None
    if element.riding is not None:
        mount = drawer(element.riding)(replace(extra, rng=streams[2], ridden=True))
    base = replace(look, rng=streams[0], holds=bool(element.holding), wears=frozenset(element.wearing))
    sketch = drawer(element.kind)(replace(base, rides=mount is not None, aboard=mount is not None and mount.vessel))
    for kind in element.wearing:
        wear(sketch, kind, replace(extra, rng=_stream(streams[1])))
    for index, kind in enumerate(element.holding):
        hold(sketch, kind, replace(extra, rng=_stream(streams[1])), index=index, grow=_GROW.get(element.kind, 1.5))
    if mount is not None:
        sketch = _mounted(sketch, mount, element)
    return _figure(sketch)


def _stream(source: random.Random) -> random.Random:
    return random.Random(source.getrandbits(64))  # noqa: S311 - for drawing, nothing secret


def _figure(sketch: Sketch) -> Figure:
    solid = [shape for shape in sketch.pen.shapes if not (shape.glow and shape.opacity < _FAINT)]
    left, top, right, _ = extent(solid)
    return Figure(sketch.pen, 2 * max(-left, right, 0.0), max(-top, 0.0), dict(sketch.anchors))


def _top(sketch: Sketch) -> Point:
    left, top, right, _ = extent(sketch.pen.shapes)
    return ((left + right) / 2, top)


def _mounted(rider: Sketch, mount: Sketch, element: Element) -> Sketch:
    """The rider on (or in) its mount, in units of the rider's kind."""
    unit = HEIGHTS[element.kind]
    tall = min(HEIGHTS[element.riding or element.kind], _MOUNT_MOST)
    tall = min(max(tall, unit / mount.rider_most), tall * _MOUNT_GROWS)
    scale = tall / unit
    share = min(max(1.0 / scale, min(_RIDER_SHARE, mount.rider_most)), mount.rider_most)
    grow = share * scale
    pen = Pen(night=rider.pen.night, snowy=rider.pen.snowy)
    x, y = mount.anchors.get("back") or _top(mount)
    seat = len(mount.pen.shapes) if mount.seat is None else mount.seat
    pen.place(Pen(shapes=mount.pen.shapes[:seat]), 0, 0, scale)
    pen.place(rider.pen, x * scale, y * scale, grow)
    pen.place(Pen(shapes=mount.pen.shapes[seat:]), 0, 0, scale)
    anchors = {name: (ax * grow + x * scale, ay * grow + y * scale) for name, (ax, ay) in rider.anchors.items()}
    return Sketch(pen, anchors, rider.head * grow, facing=rider.facing)


def pair(first: Element, second: Element, look: Look) -> Figure:
    """Two people hand in hand, seen from the same side; x = 0 is where the hands meet."""
    view = look.rng.choice(("", "away_"))
    pen = Pen(night=look.night, snowy=look.snowy)
    unit = HEIGHTS[first.kind]
    mixed = first.kind != second.kind
    anchors: dict[str, Point] = {}
    for element, flip in ((first, False), (second, True)):
        pose = f"{view}reach_up" if mixed and element.kind == "child" else f"{view}reach"
        sketch = drawer(element.kind)(replace(look, rng=_stream(look.rng), color=element.color, pose=pose))
        scale = HEIGHTS[element.kind] / unit
        x = sketch.anchors["hand"][0] * scale
        pen.place(sketch.pen, x if flip else -x, 0, scale, flip=flip)
        if not flip:
            anchors = {name: (px - x, py) for name, (px, py) in sketch.anchors.items()}
    return _figure(Sketch(pen, anchors))
