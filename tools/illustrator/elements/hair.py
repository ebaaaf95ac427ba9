"""Heads: hair in a few styles from three sides, and the hint of a face.

Everything is in units of the head's half width r around its middle, so adults and children share it.
"""

from collections.abc import Sequence

from wanderhue.tools.illustrator.elements.forms import moved
from wanderhue.tools.illustrator.elements.poses import View
from wanderhue.tools.illustrator.elements.sketch import INK, shadow
from wanderhue.tools.illustrator.pen import Pen, Point, Tone

STYLES = ("short", "crop", "bob", "long", "bun", "tail", "curly")

_CAP: Sequence[Point] = (
    (-1.04, 0.2), (-1.1, -0.45), (-0.72, -1.12), (0.05, -1.32), (0.8, -1.05), (1.1, -0.4), (1.03, 0.2),
    (0.86, -0.12), (0.72, -0.5), (0.1, -0.42), (-0.45, -0.62), (-0.82, -0.3), (-0.9, 0.0),
)  # fmt: skip
_CAP_SIDE: Sequence[Point] = (
    (0.92, -0.55), (0.75, -1.1), (0.05, -1.34), (-0.75, -1.12), (-1.15, -0.4), (-1.02, 0.35), (-0.62, 0.72),
    (-0.4, 0.4), (-0.22, 0.1), (-0.05, -0.3), (0.5, -0.45),
)  # fmt: skip
_CAP_BACK: Sequence[Point] = (
    (-1.06, 0.1), (-1.1, -0.5), (-0.7, -1.15), (0.0, -1.33), (0.7, -1.15), (1.1, -0.5), (1.06, 0.1),
    (0.72, 0.72), (0.0, 0.86), (-0.72, 0.72),
)  # fmt: skip
_FALLS: dict[str, dict[View, Sequence[Point]]] = {"bob": {"front": ((-1.12, -0.3), (-1.22, 0.7), (-0.95, 1.1),
    (0.0, 0.85), (0.95, 1.1), (1.22, 0.7), (1.12, -0.3), (0, -1.2)), "side": ((0.2, -1.0), (-0.9, -1.0), (-1.25, 0.0),
    (-1.2, 0.95), (-0.5, 1.12), (0.0, 0.95), (0.02, 0.0)), "back": ((-1.14, -0.3), (-1.24, 0.7), (-0.95, 1.15),
    (0.0, 1.22), (0.95, 1.15), (1.24, 0.7), (1.14, -0.3), (0, -1.2))}, "long": {"front": ((-1.1, -0.3), (-1.3, 0.9),
    (-1.25, 2.3), (-0.5, 2.1), (0, 1.0), (0.5, 2.1), (1.25, 2.3), (1.3, 0.9), (1.1, -0.3), (0, -1.2)), "side": (
    (0.2, -1.0), (-0.9, -1.0), (-1.25, 0.0), (-1.45, 1.3), (-1.3, 2.5), (-0.6, 2.3), (-0.15, 1.2), (0.0, 0.0)),
    "back": ((-1.12, -0.3), (-1.3, 0.9), (-1.2, 2.3), (-0.5, 2.75), (0.5, 2.75), (1.2, 2.3), (1.3, 0.9), (1.12, -0.3),
    (0, -1.2))}}  # fmt: skip
_TAIL: Sequence[Point] = ((-0.9, -0.75), (-1.6, -0.75), (-1.95, 0.1), (-1.75, 1.3), (-1.45, 0.5), (-1.25, -0.1))
_TAIL_BACK: Sequence[Point] = ((-0.3, -0.7), (-0.5, 0.5), (-0.25, 2.0), (0.1, 2.35), (0.45, 1.4), (0.4, 0.2),
    (0.3, -0.7))  # fmt: skip


def hair_behind(pen: Pen, style: str, view: View, at: Point, r: float, tone: Tone) -> None:
    """What falls behind the neck and shoulders; from behind, hair falls in front and is drawn later."""
    if style in _FALLS and view != "back":
        pen.smooth(moved(_FALLS[style][view], *at, r), tone)
    if style == "tail" and view != "back":
        pen.smooth(moved(_TAIL, *at, r), tone)


def head(pen: Pen, view: View, at: Point, r: float, skin: Tone) -> None:
    """The head without hair; from the side it looks right."""
    x, y = at
    if view == "side":
        face = ((0.1, -1.15), (0.75, -0.85), (0.95, -0.2), (1.16, 0.16), (0.92, 0.32), (0.8, 0.85), (0.3, 1.16),
                (-0.4, 0.9), (-0.9, 0.2), (-0.8, -0.7))  # fmt: skip
        pen.smooth(moved(face, x, y, r), skin)
        return
    pen.ellipse(x, y, r, r * 1.14, skin)
    if view == "front":
        for side in (-1, 1):
            pen.circle(x + side * r * 0.4, y + r * 0.22, r * 0.1, INK)
            pen.circle(x + side * r * 0.6, y + r * 0.5, r * 0.2, Tone("accent", 0.68), opacity=0.3)


def hair_front(pen: Pen, style: str, view: View, at: Point, r: float, tone: Tone) -> None:
    """What covers the head itself."""
    x, y = at
    if view == "back" and style in _FALLS:
        fall = moved(_FALLS[style]["back"], x, y, r)
        pen.smooth(fall, tone)
    cap = {"front": _CAP, "side": _CAP_SIDE, "back": _CAP_BACK}[view]
    scale = r * (0.97 if style == "crop" else 1.0)
    pen.smooth(moved(cap, x, y, scale), tone)
    if style == "bun":
        pen.circle(x - (r * 0.75 if view == "side" else 0), y - r * 1.38, r * 0.45, tone)
    if style == "tail" and view == "back":
        pen.smooth(moved(_TAIL_BACK, x, y, r), tone)
        shadow(pen, moved(_TAIL_BACK, x, y, r), smooth=True, strength=0.12)
    if style == "curly":
        _curls(pen, view, at, r, tone)
    if style == "short" and view == "front":
        pen.smooth(moved(((-0.9, -0.5), (-0.2, -1.3), (0.75, -1.25), (0.95, -0.5), (0.35, -0.28)), x, y, r), tone)


def _curls(pen: Pen, view: View, at: Point, r: float, tone: Tone) -> None:
    x, y = at
    spots = {"front": ((-1.0, -0.3), (-0.85, -0.85), (-0.35, -1.2), (0.3, -1.2), (0.85, -0.85), (1.0, -0.3)),
        "side": ((0.6, -1.0), (0.1, -1.25), (-0.5, -1.15), (-0.95, -0.75), (-1.1, -0.15), (-0.9, 0.4)), "back": (
        (-1.0, 0.1), (-1.0, -0.55), (-0.5, -1.1), (0.2, -1.2), (0.8, -0.85), (1.05, -0.2), (0.8, 0.5), (0, 0.7),
        (-0.7, 0.55))}[view]  # fmt: skip
    for dx, dy in spots:
        pen.circle(x + dx * r, y + dy * r, r * 0.4, tone)
