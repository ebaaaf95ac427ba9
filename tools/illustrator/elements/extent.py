"""How far a drawing reaches, read off its paths: the box that an element declares is measured, never guessed.

Curves are bounded by their control points, so the box is never too small. Only absolute commands are read, which
is all that the pen writes.
"""

import math
import re
from collections.abc import Iterable, Iterator

from wanderhue.tools.illustrator.pen import Point, Shape

_COMMAND = re.compile(r"([MLCQAZ])([^MLCQAZ]*)")
_NUMBER = re.compile(r"-?\d*\.?\d+(?:e-?\d+)?")
_TRANSFORM = re.compile(r"(translate|rotate|scale)\(([^)]*)\)")

Box = tuple[float, float, float, float]
"""(left, top, right, bottom)."""


def extent(shapes: Iterable[Shape]) -> Box:
    """The box around all shapes, strokes included; a drawing without shapes is an error (ValueError)."""
    points = [point for shape in shapes for point in _reach(shape)]
    if not points:
        raise ValueError("nothing was drawn")
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _reach(shape: Shape) -> list[Point]:
    grow = shape.width / 2
    corners = list(_points(shape.path))
    if grow:
        corners = [(x + dx, y + dy) for x, y in corners for dx in (-grow, grow) for dy in (-grow, grow)]
    for name, text in reversed(_TRANSFORM.findall(shape.transform)):
        corners = [_moved(name, [float(value) for value in _NUMBER.findall(text)], point) for point in corners]
    return corners


def _points(path: str) -> Iterator[Point]:
    here: Point = (0.0, 0.0)
    for command, text in _COMMAND.findall(path):
        values = [float(value) for value in _NUMBER.findall(text)]
        if command == "A":
            for i in range(0, len(values), 7):
                end = (values[i + 5], values[i + 6])
                yield from _arc_box(here, end, values[i], values[i + 1], small=not values[i + 3])
                here = end
        else:
            pairs = list(zip(values[::2], values[1::2], strict=True))
            yield from pairs
            here = pairs[-1] if pairs else here


def _arc_box(start: Point, end: Point, rx: float, ry: float, *, small: bool) -> Iterator[Point]:
    """Corners around an arc; a quarter or less stays within its end points' box."""
    yield from (start, end)
    if small and abs(end[0] - start[0]) <= rx * 1.01 and abs(end[1] - start[1]) <= ry * 1.01:
        return
    cx, cy = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    yield from ((cx - rx, cy - ry), (cx + rx, cy + ry))


def _moved(name: str, values: list[float], point: Point) -> Point:
    x, y = point
    if name == "translate":
        return x + values[0], y + values[1]
    if name == "scale":
        return x * values[0], y * (values[1] if len(values) > 1 else values[0])
    c, s = math.cos(math.radians(values[0])), math.sin(math.radians(values[0]))
    return x * c - y * s, x * s + y * c
