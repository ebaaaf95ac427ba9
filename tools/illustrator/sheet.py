"""The drawing sheet: named groups of shapes, written at once as colors (SVG) and as a map of light and shadow.

The shadow map holds the same shapes, red where the grain darkens and green where it lightens (see grain.py). It is
rendered at half size, so details without a shade are left out of it.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise

from wanderhue.tools.illustrator.light import ElementLight, Stops
from wanderhue.tools.illustrator.pen import Point, Shape
from wanderhue.tools.illustrator.tint import apart, mix

_SHADES: dict[str, tuple[tuple[float, float, float, float], tuple[tuple[float, int, int], ...]]] = {
    # name: (x1, y1, x2, y2 of the box), (offset, red = shadow, green = light)
    "bottom": ((0, 0, 0, 1), ((0.0, 0, 40), (0.45, 0, 0), (1.0, 215, 0))),
    "top": ((0, 0, 0, 1), ((0.0, 190, 0), (0.55, 0, 0), (1.0, 0, 50))),
    "left": ((0, 0, 1, 0), ((0.0, 190, 0), (0.5, 0, 0), (1.0, 0, 60))),
    "right": ((0, 0, 1, 0), ((0.0, 0, 60), (0.5, 0, 0), (1.0, 190, 0))),
    "lit-top": ((0, 0, 0, 1), ((0.0, 0, 170), (0.5, 0, 0), (1.0, 110, 0))),
    "lit-left": ((0, 0, 1, 0), ((0.0, 0, 150), (0.5, 0, 0), (1.0, 130, 0))),
    "mist": ((0, 0, 0, 1), ((0.0, 130, 0), (0.45, 0, 0), (1.0, 0, 165))),
    "sky": ((0, 0, 0, 1), ((0.0, 88, 0), (0.45, 8, 8), (1.0, 0, 110))),
}
_BALL = ((0.0, 0, 90), (0.45, 0, 0), (1.0, 200, 0))


def num(value: float) -> str:
    """A canvas coordinate: tenths of a unit are finer than a pixel."""
    text = f"{value:.1f}"
    return text[:-2] if text.endswith(".0") else text


def poly(points: Iterable[Point]) -> str:
    """Path data of a closed polygon."""
    return "M" + "L".join(f"{num(x)} {num(y)}" for x, y in points) + "Z"


def curve(points: list[Point], tail: Iterable[Point] = ()) -> str:
    """Path data of a smooth open curve through the points, closed by straight lines through the tail."""
    parts = [f"M{num(points[0][0])} {num(points[0][1])}"]
    for i in range(len(points) - 1):
        p0, p1, p2, p3 = points[max(0, i - 1)], points[i], points[i + 1], points[min(len(points) - 1, i + 2)]
        c1 = (p1[0] + (p2[0] - p0[0]) / 6, p1[1] + (p2[1] - p0[1]) / 6)
        c2 = (p2[0] - (p3[0] - p1[0]) / 6, p2[1] - (p3[1] - p1[1]) / 6)
        parts.append("C" + " ".join(num(v) for v in (*c1, *c2, *p2)))
    return "".join(parts) + "".join(f"L{num(x)} {num(y)}" for x, y in tail) + "Z"


def dot(cx: float, cy: float, rx: float, ry: float | None = None) -> str:
    """Path data of an ellipse (relative arcs, to chain hundreds in one path)."""
    ry = rx if ry is None else ry
    r = f"{num(rx)} {num(ry)} 0 1 1 "
    return f"M{num(cx - rx)} {num(cy)}a{r}{num(2 * rx)} 0a{r}{num(-2 * rx)} 0z"


def bar(x: float, y: float, width: float, height: float) -> str:
    """Path data of a rectangle."""
    return f"M{num(x)} {num(y)}h{num(width)}v{num(height)}h{num(-width)}z"


@dataclass
class Group:
    """One named group: its shapes in color and in shade."""

    name: str
    z: float = 0.0
    color: list[str] = field(default_factory=list)
    shade: list[str] = field(default_factory=list)


@dataclass
class Sheet:
    """Collects groups of shapes in picture units (the short side of the paper is 1000)."""

    width: float
    height: float
    outline: str = ""
    """With a color, every larger shape gets a line of it (style 'line')."""
    wash: str = ""
    """With a color, fills are thinned toward it (style 'line')."""
    groups: list[Group] = field(default_factory=list)
    defs: list[str] = field(default_factory=list)

    @contextmanager
    def group(self, name: str) -> Iterator[Group]:
        """Shapes drawn inside belong to the group `name`."""
        self.groups.append(Group(name))
        yield self.groups[-1]

    def path(self, data: str, fill: str, *, shade: str = "flat", opacity: float = 1.0, line: bool = True) -> None:
        """A filled path. `shade`: a preset of the shadow map, 'flat' (none, hides what is under), '' (not in it)."""
        if not data:
            return
        here = self.groups[-1]
        fill = self._thin(fill)
        extra = f' fill-opacity="{opacity:.2f}"' if opacity < 1 else ""
        if self.outline and line and shade:
            extra += f' stroke="{self.outline}" stroke-width="2" stroke-linejoin="round"'
        here.color.append(f'<path fill="{fill}"{extra} d="{data}"/>')
        if shade:
            paint = "#000" if shade == "flat" else f"url(#s-{shade})"
            here.shade.append(f'<path fill="{paint}"{extra if opacity < 1 else ""} d="{data}"/>')

    def _thin(self, color: str) -> str:
        return mix(color, self.wash, 0.12) if self.wash and color.startswith("#") else color

    def stroke(self, data: str, color: str, width: float, *, opacity: float = 1.0) -> None:
        """A stroked path with round ends."""
        extra = f' stroke-opacity="{opacity:.2f}"' if opacity < 1 else ""
        self.groups[-1].color.append(
            f'<path fill="none" stroke="{color}" stroke-width="{num(width)}" stroke-linecap="round" '
            f'stroke-linejoin="round"{extra} d="{data}"/>'
        )

    def fade(self, y0: float, y1: float, stops: Stops, *, x0: float = 0.0, x1: float = 0.0) -> str:
        """A linear gradient between two points (vertical by default), mixed in OKLab: the paint to fill with."""
        name = f"g{len(self.defs)}"
        stops = tuple((pos, self._thin(color)) for pos, color in stops)
        body = "".join(f'<stop offset="{pos:.3f}" stop-color="{color}"/>' for pos, color in _finer(stops))
        self.defs.append(
            f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" x1="{num(x0)}" y1="{num(y0)}" x2="{num(x1)}"'
            f' y2="{num(y1)}">{body}</linearGradient>'
        )
        return f"url(#{name})"

    def veil(self, y0: float, y1: float, color: str, alphas: tuple[tuple[float, float], ...]) -> str:
        """A vertical gradient of one color's opacity."""
        name = f"g{len(self.defs)}"
        body = "".join(f'<stop offset="{p:.3f}" stop-color="{color}" stop-opacity="{a:.3f}"/>' for p, a in alphas)
        self.defs.append(
            f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" x1="0" y1="{num(y0)}" x2="0" y2="{num(y1)}">'
            f"{body}</linearGradient>"
        )
        return f"url(#{name})"

    def halo(self, cx: float, cy: float, r: float, color: str, alpha: float) -> None:
        """A soft glow around a point."""
        name = f"g{len(self.defs)}"
        body = "".join(
            f'<stop offset="{t}" stop-color="{color}" stop-opacity="{alpha * a:.3f}"/>'
            for t, a in ((0, 1), (0.25, 0.62), (0.55, 0.22), (1, 0))
        )
        self.defs.append(
            f'<radialGradient id="{name}" gradientUnits="userSpaceOnUse" cx="{num(cx)}" cy="{num(cy)}" r="{num(r)}">'
            f"{body}</radialGradient>"
        )
        self.path(dot(cx, cy, r), f"url(#{name})", shade="")

    def mirror(self, groups: Iterable[Group], y: float, squash: float) -> None:
        """What `groups` hold, upside down below the line y: a reflection in water."""
        here = self.groups[-1]
        turn = f'<g transform="translate(0 {num(y * (1 + squash))}) scale(1 {-squash:.3f})">'
        here.color.append(turn + "".join("".join(group.color) for group in groups) + "</g>")

    def figure(self, shapes: Iterable[Shape], light: ElementLight, transform: str, *, size: float) -> None:
        """An element's shapes, moved and scaled by an SVG transform; `size` is its scale."""
        here = self.groups[-1]
        here.color.append(f'<g transform="{transform}">')
        here.shade.append(f'<g transform="{transform}">')
        for shape in shapes:
            self._shape(here, shape, light, size)
        here.color.append("</g>")
        here.shade.append("</g>")

    def _shape(self, here: Group, shape: Shape, light: ElementLight, size: float) -> None:
        place = f' transform="{shape.transform}"' if shape.transform else ""
        if shape.stroke is not None:
            color = light.glowing(shape.stroke) if shape.glow else light.at(shape.stroke)
            seen = f' stroke-opacity="{shape.opacity:.2f}"' if shape.opacity < 1 else ""
            here.color.append(
                f'<path fill="none" stroke="{color}" stroke-width="{shape.width:.4f}" stroke-linecap="round" '
                f'stroke-linejoin="round"{seen}{place} d="{shape.path}"/>'
            )
        if shape.fill is None:
            return
        color = light.glowing(shape.fill) if shape.glow else light.at(shape.fill)
        seen = f' fill-opacity="{shape.opacity:.2f}"' if shape.opacity < 1 else ""
        seen += ' fill-rule="evenodd"' if shape.even_odd else ""
        line = ""
        if self.outline and shape.opacity == 1 and not shape.glow:
            line = f' stroke="{self.outline}" stroke-width="{1.5 / size:.4f}" stroke-linejoin="round"'
        here.color.append(f'<path fill="{self._thin(color)}"{seen}{line}{place} d="{shape.path}"/>')
        if shape.shade != "none" or shape.glow:
            paint = "#000" if shape.glow else f"url(#s-{shape.shade})"
            here.shade.append(f'<path fill="{paint}"{seen}{place} d="{shape.path}"/>')


def _finer(stops: Stops) -> Iterator[tuple[float, str]]:
    """The stops with up to three more between each pair, mixed in OKLab: SVG itself would mix raw sRGB.

    Colors that lie close need none, and a gradient of two stops draws twice as fast.
    """
    for (p, one), (q, other) in pairwise(stops):
        steps = 1 if apart(one, other) < 0.14 else 2 if apart(one, other) < 0.28 else 4
        for step in range(steps):
            yield p + (q - p) * step / steps, mix(one, other, step / steps)
    yield stops[-1]


def shade_defs() -> str:
    """The gradients of the shadow map."""
    parts = []
    for name, ((x1, y1, x2, y2), stops) in _SHADES.items():
        body = "".join(f'<stop offset="{t}" stop-color="#{r:02x}{g:02x}00"/>' for t, r, g in stops)
        parts.append(f'<linearGradient id="s-{name}" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}">{body}</linearGradient>')
    body = "".join(f'<stop offset="{t}" stop-color="#{r:02x}{g:02x}00"/>' for t, r, g in _BALL)
    parts.append(f'<radialGradient id="s-ball" cx=".36" cy=".32" r=".75">{body}</radialGradient>')
    return "".join(parts)
