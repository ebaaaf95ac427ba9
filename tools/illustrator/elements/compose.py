"""Putting elements together: a rider on a mount, things in a hand, things worn.

Small riders are enlarged until they read, as in a children's book; held and worn things are sized to whoever has
them. Every part draws from its own stream, derived in order, so adding a hat does not change the pose.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass, replace

from wanderhue.agent.scene import Element
from wanderhue.tools.illustrator.elements.catalogue import drawer
from wanderhue.tools.illustrator.elements.extent import extent
from wanderhue.tools.illustrator.elements.heights import HEIGHTS
from wanderhue.tools.illustrator.elements.sketch import Look, Sketch
from wanderhue.tools.illustrator.pen import Pen, Point

_RIDER_SHARE = 0.42
"""A rider is at least this share of its mount's height."""
_MOUNT_MOST = 0.3
"""A mount is never taller than this share of U: somebody on a tower must still be seen."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A finished element in its unit box: the ground line is y = 0, x = 0 its middle."""

    pen: Pen
    width: float
    """The width of the box around x = 0 that holds everything, in units of the kind's height."""
    height: float
    """How far it reaches above the ground line, in the same units."""
    anchors: Mapping[str, Point]
    """Where things attach: head (top), neck, hand, back (a rider's seat)."""


def compose(element: Element, look: Look) -> Figure:
    """The element with what it rides, holds and wears."""
    streams = [random.Random(look.rng.getrandbits(64)) for _ in range(3)]  # noqa: S311 - drawing, not secrets
    base = replace(look, rng=streams[0], holds=bool(element.holding), rides=element.riding is not None)
    base = replace(base, wears=frozenset(element.wearing))
    sketch = drawer(element.kind)(base)
    for kind in element.wearing:
        _wear(sketch, kind, replace(look, rng=streams[1], color=None))
    for index, kind in enumerate(element.holding):
        _hold(sketch, kind, HEIGHTS[element.kind], replace(look, rng=streams[1], color=None), index)
    if element.riding is not None:
        mount = drawer(element.riding)(replace(look, rng=streams[2], color=None, ridden=True))
        sketch = _mounted(sketch, mount, element)
    return _figure(sketch)


def _figure(sketch: Sketch) -> Figure:
    left, top, right, _ = extent(sketch.pen.shapes)
    return Figure(sketch.pen, 2 * max(-left, right, 0.0), max(-top, 0.0), dict(sketch.anchors))


def _top(sketch: Sketch) -> Point:
    left, top, right, _ = extent(sketch.pen.shapes)
    return ((left + right) / 2, top)


def _mounted(rider: Sketch, mount: Sketch, element: Element) -> Sketch:
    unit = HEIGHTS[element.kind]
    mount_height = min(HEIGHTS[element.riding or element.kind], _MOUNT_MOST)
    scale = mount_height / unit
    grow = max(1.0, _RIDER_SHARE * scale)
    pen = Pen(night=rider.pen.night, snowy=rider.pen.snowy)
    x, y = mount.anchors.get("back") or _top(mount)
    seat = len(mount.pen.shapes) if mount.seat is None else mount.seat
    behind, front = Pen(shapes=mount.pen.shapes[:seat]), Pen(shapes=mount.pen.shapes[seat:])
    pen.place(behind, 0, 0, scale)
    pen.place(rider.pen, x * scale, y * scale, grow)
    pen.place(front, 0, 0, scale)
    anchors = {name: (ax * grow + x * scale, ay * grow + y * scale) for name, (ax, ay) in rider.anchors.items()}
    return Sketch(pen, anchors, rider.head * grow, None, rider.facing)


def _wear(sketch: Sketch, kind: str, look: Look) -> None:
    raise ValueError(f"{kind!r} cannot be worn")


def _hold(sketch: Sketch, kind: str, unit: float, look: Look, index: int) -> None:
    raise ValueError(f"{kind!r} cannot be held")
