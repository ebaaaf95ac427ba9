"""The pen that elements are drawn with: shapes in an element's own unit box, colored by role and lightness.

Unit box: x to the right with 0 the middle, y DOWN with 0 the ground line, so a thing one unit tall reaches
y = -1. The compositor scales and moves the box. An element never names a color: it asks for a `Tone`, a role
of the palette at an OKLab lightness, so every picture stays in its palette, by day and by night.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, Protocol

Role = Literal[
    "ink",
    "paper",
    "sky",
    "water",
    "green",
    "warm",
    "accent",
    "accent2",
    "pink",
    "purple",
    "earth",
    "stone",
    "skin",
    "own",
]
"""'own' is the element's wished color where the person named one, else the element's default accent."""

Shade = Literal["none", "bottom", "top", "left", "right", "ball"]
"""Where the grain darkens a shape: the shadow side."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Tone:
    """A role of the palette at a lightness (OKLab L, 0 to 1); None keeps the role's own lightness."""

    role: Role
    light: float | None = None


class Palette(Protocol):
    """What turns a tone into a color: see roles.py."""

    def at(self, tone: Tone) -> str:
        """'#rrggbb'."""
        ...


def number(value: float) -> str:
    """A coordinate as short text, the same on every platform."""
    text = f"{value:.4f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def polygon_path(points: Iterable[Point]) -> str:
    """SVG path data of a closed polygon."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + "Z"


def smooth_path(points: Sequence[Point], *, closed: bool = True) -> str:
    """SVG path data of a smooth curve through the points (Catmull-Rom as cubic Beziers)."""
    n = len(points)
    parts = [f"M{number(points[0][0])} {number(points[0][1])}"]
    for i in range(n if closed else n - 1):
        p0 = points[(i - 1) % n] if closed or i else points[i]
        p1, p2 = points[i], points[(i + 1) % n]
        p3 = points[(i + 2) % n] if closed or i + 2 < n else p2
        c1 = (p1[0] + (p2[0] - p0[0]) / 6, p1[1] + (p2[1] - p0[1]) / 6)
        c2 = (p2[0] - (p3[0] - p1[0]) / 6, p2[1] - (p3[1] - p1[1]) / 6)
        parts.append("C" + " ".join(number(v) for v in (*c1, *c2, *p2)))
    return "".join(parts) + ("Z" if closed else "")


@dataclass(frozen=True, slots=True)
class Shape:
    """One filled or stroked path, in the coordinates of the box it was drawn in."""

    path: str
    fill: Tone | None
    stroke: Tone | None = None
    width: float = 0.0
    opacity: float = 1.0
    shade: Shade = "none"
    even_odd: bool = False
    transform: str = ""
    glow: bool = False
    """Light of its own (lit windows, fire, lamps): never shaded, never darkened by night."""


@dataclass
class Pen:
    """Collects the shapes of one element. `night` and `snowy` let an element light its windows or wear snow."""

    night: bool = False
    snowy: bool = False
    shapes: list[Shape] = field(default_factory=list)

    def path(self, data: str, fill: Tone, *, opacity: float = 1.0, shade: Shade = "none", even_odd: bool = False,
             glow: bool = False) -> None:  # fmt: skip
        """A filled path from SVG path data (absolute commands)."""
        self.shapes.append(Shape(data, fill, opacity=opacity, shade=shade, even_odd=even_odd, glow=glow))

    def polygon(self, points: Iterable[Point], fill: Tone, *, opacity: float = 1.0, shade: Shade = "none",
                glow: bool = False) -> None:  # fmt: skip
        """A filled polygon."""
        self.path(polygon_path(points), fill, opacity=opacity, shade=shade, glow=glow)

    def smooth(self, points: Sequence[Point], fill: Tone, *, opacity: float = 1.0, shade: Shade = "none",
               glow: bool = False) -> None:  # fmt: skip
        """A filled smooth closed curve through the points."""
        self.path(smooth_path(points), fill, opacity=opacity, shade=shade, glow=glow)

    def ellipse(self, cx: float, cy: float, rx: float, ry: float, fill: Tone, *, opacity: float = 1.0,
                shade: Shade = "none", glow: bool = False) -> None:  # fmt: skip
        """A filled ellipse."""
        a, b, c, d = number(cx - rx), number(cx + rx), number(cy), f"{number(rx)} {number(ry)}"
        self.path(f"M{a} {c}A{d} 0 1 1 {b} {c}A{d} 0 1 1 {a} {c}Z", fill, opacity=opacity, shade=shade, glow=glow)

    def circle(self, cx: float, cy: float, r: float, fill: Tone, *, opacity: float = 1.0, shade: Shade = "none",
               glow: bool = False) -> None:  # fmt: skip
        """A filled circle."""
        self.ellipse(cx, cy, r, r, fill, opacity=opacity, shade=shade, glow=glow)

    def rect(self, x: float, y: float, width: float, height: float, fill: Tone, *, opacity: float = 1.0,
             shade: Shade = "none", glow: bool = False) -> None:  # fmt: skip
        """A filled rectangle; (x, y) is its top left corner."""
        corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
        self.polygon(corners, fill, opacity=opacity, shade=shade, glow=glow)

    def stroke(self, data: str, tone: Tone, width: float, *, opacity: float = 1.0) -> None:
        """A stroked path with round ends."""
        self.shapes.append(Shape(data, None, stroke=tone, width=width, opacity=opacity))

    def line(self, points: Sequence[Point], tone: Tone, width: float, *, opacity: float = 1.0) -> None:
        """A stroked polyline."""
        data = "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)
        self.stroke(data, tone, width, opacity=opacity)

    def place(
        self, other: "Pen", x: float, y: float, scale: float = 1.0, *, flip: bool = False, turn: float = 0.0
    ) -> None:
        """Draw what `other` collected inside this box, moved to (x, y), scaled, mirrored, turned (degrees)."""
        sx = -scale if flip else scale
        own = f"translate({number(x)} {number(y)})" + (f" rotate({number(turn)})" if turn else "")
        own += f" scale({number(sx)} {number(scale)})"
        self.shapes += [replace(shape, transform=f"{own} {shape.transform}".strip()) for shape in other.shapes]
