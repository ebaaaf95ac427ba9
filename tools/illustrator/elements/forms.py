"""The forms that elements are built from: tapered limbs, rounded boxes, arches, mirrored outlines.

Only geometry: no element is known here, and no tone is chosen here.
"""

import math
from collections.abc import Iterable, Sequence

from wanderhue.tools.illustrator.pen import Point, number


def mirrored(half: Sequence[Point]) -> list[Point]:
    """A closed symmetric outline from its right half, listed from top to bottom."""
    return [*half, *((-x, y) for x, y in reversed(half))]


def moved(points: Iterable[Point], dx: float, dy: float, scale: float = 1.0) -> list[Point]:
    """The points scaled, then moved."""
    return [(x * scale + dx, y * scale + dy) for x, y in points]


def turned(points: Iterable[Point], degrees: float, around: Point = (0.0, 0.0)) -> list[Point]:
    """The points turned clockwise (y is down) around a point."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    ox, oy = around
    return [(ox + (x - ox) * c - (y - oy) * s, oy + (x - ox) * s + (y - oy) * c) for x, y in points]


def mix(a: Point, b: Point, t: float) -> Point:
    """The point a share t of the way from a to b."""
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)


def arc(cx: float, cy: float, rx: float, ry: float, start: float, end: float, *, steps: int = 16) -> list[Point]:
    """Points along an ellipse from angle start to end (degrees; 0 is right, 90 is down)."""
    turn = [math.radians(start + (end - start) * i / steps) for i in range(steps + 1)]
    return [(cx + rx * math.cos(a), cy + ry * math.sin(a)) for a in turn]


def rounded(x: float, y: float, width: float, height: float, r: float) -> str:
    """SVG path data of a rectangle with round corners; (x, y) is its top left corner."""
    r = min(r, width / 2, height / 2)
    n, x1, y1 = number, x + width, y + height
    curve = f"A{n(r)} {n(r)} 0 0 1 "
    return (
        f"M{n(x + r)} {n(y)}L{n(x1 - r)} {n(y)}{curve}{n(x1)} {n(y + r)}L{n(x1)} {n(y1 - r)}{curve}{n(x1 - r)} {n(y1)}"
        f"L{n(x + r)} {n(y1)}{curve}{n(x)} {n(y1 - r)}L{n(x)} {n(y + r)}{curve}{n(x + r)} {n(y)}Z"
    )


def doorway(cx: float, base: float, width: float, height: float, *, pointed: bool = False) -> list[Point]:
    """The outline of an opening with a round (or pointed) head standing on `base`."""
    r = width / 2
    spring = base - height + (r * 1.5 if pointed else r)
    if pointed:
        head = [*_bow((cx + r, spring), (cx, base - height)), *_bow((cx - r, spring), (cx, base - height))[::-1]]
    else:
        head = arc(cx, spring, r, r, 0, -180, steps=14)
    return [(cx + r, base), *head, (cx - r, base)]


def _bow(foot: Point, tip: Point) -> list[Point]:
    span, rise = tip[0] - foot[0], tip[1] - foot[1]
    turns = [math.pi / 2 * i / 6 for i in range(7)]
    return [(foot[0] + span * (1 - math.cos(a)) ** 1.25, foot[1] + rise * math.sin(a)) for a in turns]


def limb(points: Sequence[Point], widths: Sequence[float]) -> list[Point]:
    """The outline of a limb through joints: as wide as `widths` says at each, with round ends; draw it smooth."""
    left: list[Point] = []
    right: list[Point] = []
    for i, (x, y) in enumerate(points):
        ax, ay = points[max(0, i - 1)]
        bx, by = points[min(len(points) - 1, i + 1)]
        length = math.hypot(bx - ax, by - ay) or 1e-9
        nx, ny = -(by - ay) / length * widths[i] / 2, (bx - ax) / length * widths[i] / 2
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    start, end = _cap(points[1], points[0], widths[0]), _cap(points[-2], points[-1], widths[-1])
    return [start, *left, end, *reversed(right)]


def _cap(inner: Point, outer: Point, width: float) -> Point:
    length = math.hypot(outer[0] - inner[0], outer[1] - inner[1]) or 1e-9
    grow = width * 0.42 / length
    return (outer[0] + (outer[0] - inner[0]) * grow, outer[1] + (outer[1] - inner[1]) * grow)


def boxes(corners: Iterable[Point], width: float, height: float) -> str:
    """SVG path data of many equal rectangles as one shape (windows, teeth); each point is a top left corner."""
    n = number
    return "".join(
        f"M{n(x)} {n(y)}L{n(x + width)} {n(y)}L{n(x + width)} {n(y + height)}L{n(x)} {n(y + height)}Z"
        for x, y in corners
    )


def rings(circles: Iterable[tuple[float, float, float]]) -> str:
    """SVG path data of many circles (x, y, radius) as one shape, so that a veil over them does not add up."""
    n = number
    return "".join(
        f"M{n(x - r)} {n(y)}A{n(r)} {n(r)} 0 1 1 {n(x + r)} {n(y)}A{n(r)} {n(r)} 0 1 1 {n(x - r)} {n(y)}Z"
        for x, y, r in circles
    )


def strokes(lines: Iterable[Sequence[Point]]) -> str:
    """SVG path data of many polylines as one stroked shape."""
    return "".join("M" + "L".join(f"{number(x)} {number(y)}" for x, y in line) for line in lines)


def crescent(x: float, y: float, r: float, start: float = -62.0, end: float = 118.0) -> str:
    """SVG path data of the shaded rim of a ball between two angles (degrees; 0 is right, 90 is down)."""
    (ax, ay), (bx, by) = arc(x, y, r, r, start, end, steps=1)
    n = number
    return f"M{n(ax)} {n(ay)}A{n(r)} {n(r)} 0 0 1 {n(bx)} {n(by)}A{n(r * 1.25)} {n(r * 1.25)} 0 0 0 {n(ax)} {n(ay)}Z"


def bezier(start: Point, *curves: tuple[Point, Point, Point], closed: bool = False) -> str:
    """SVG path data of cubic curves, each given as two control points and its end."""
    n = number
    data = "".join("C" + " ".join(f"{n(x)} {n(y)}" for x, y in curve) for curve in curves)
    return f"M{n(start[0])} {n(start[1])}{data}" + ("Z" if closed else "")


def polyline_of(start: Point, curve: tuple[Point, Point, Point], *, steps: int = 10) -> list[Point]:
    """Points along one cubic curve, so that it can be mirrored as part of an outline."""
    (x0, y0), ((x1, y1), (x2, y2), (x3, y3)) = start, curve
    points = []
    for i in range(steps + 1):
        t = i / steps
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        points.append((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3))
    return points
