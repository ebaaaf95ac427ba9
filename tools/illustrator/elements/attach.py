"""Fitting things to whoever has them: hats, scarves and packs that are worn, things held in a hand.

Sizes follow the wearer (half the width of its head, the height of its box), not the thing: a child's lollipop must
read at 1024 px.
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from wanderhue.tools.illustrator.elements.catalogue import drawer
from wanderhue.tools.illustrator.elements.extent import extent
from wanderhue.tools.illustrator.elements.sketch import Look, Sketch
from wanderhue.tools.illustrator.pen import Pen, Point, Tone, number

_HELD: Mapping[str, float] = MappingProxyType({"umbrella": 0.74, "lollipop": 0.30, "teddy": 0.34, "toy_balloon": 0.85,
    "ice_cream": 0.27, "lantern": 0.27, "flowers": 0.34, "grass": 0.34, "surfboard": 0.95, "kite": 0.55,
    "backpack": 0.3, "hat": 0.16, "scarf": 0.24, "star": 0.22, "bicycle": 0.6})  # fmt: skip
"""Height of a held thing as a share of an adult holder's."""
_HELD_ELSE = 0.32
_FLY: Point = (0.55, -0.75)
"""How far a kite stands off the hand, in units of the holder."""


def wear(sketch: Sketch, kind: str, look: Look) -> None:
    """Put a thing on: hats on the head, scarves around the neck, packs on the back, anything else on the head."""
    thing = drawer(kind)(replace(look, pose="worn"))
    r = sketch.head
    if kind == "backpack":
        _pack(sketch, thing)
    elif kind == "scarf":
        x, y = _anchor(sketch, "neck")
        scale = r * 1.62
        sketch.pen.place(thing.pen, x, y + 0.78 * scale, scale)
    elif kind == "hat":
        x, y = _anchor(sketch, "head")
        sketch.pen.place(thing.pen, x, y + sketch.sink * r, r * 2.2)
    else:
        x, y = _anchor(sketch, "head")
        left, top, right, _ = extent(thing.pen.shapes)
        sketch.pen.place(thing.pen, x, y + 0.3 * r, 1.9 * r / max(right - left, -top))


def _pack(sketch: Sketch, thing: Sketch) -> None:
    x, y = _anchor(sketch, "pack")
    size = sketch.pack
    if sketch.facing == "back":
        sketch.pen.place(thing.pen, x, y + size * 0.5, size)
        return
    behind = Pen()
    if sketch.facing == "side":
        behind.place(thing.pen, x - size * 0.22, y + size * 0.5, size * 0.92)
    else:
        behind.place(thing.pen, x, y + size * 0.42, size * 1.12)
        straps = "".join(f"M{number(x + s * size * 0.19)} {number(y - size * 0.5)}"
            f"L{number(x + s * size * 0.21)} {number(y + size * 0.2)}" for s in (-1, 1))  # fmt: skip
        sketch.pen.stroke(straps, Tone("earth", 0.36), size * 0.09)
    sketch.pen.shapes[:0] = behind.shapes
    if sketch.seat is not None:
        sketch.seat += len(behind.shapes)


def hold(sketch: Sketch, kind: str, look: Look, *, index: int, grow: float) -> None:
    """Put a thing into a hand: the first into the raised one, the next into the other."""
    thing = drawer(kind)(replace(look, pose="held"))
    size = _HELD.get(kind, _HELD_ELSE) * grow
    x, y = _anchor(sketch, "hand")
    if index:
        x, y = sketch.anchors.get("hand2", (x - 0.1 * index, y + 0.04 * index))
    if kind == "kite":
        _fly(sketch, thing, (x, y), size, grow)
        return
    gx, gy = thing.anchors.get("grip", (0.0, -0.45))
    flip = index % 2 == 1 and x < 0
    sketch.pen.place(thing.pen, x - (-gx if flip else gx) * size, y - gy * size, size, flip=flip)


def _fly(sketch: Sketch, thing: Sketch, hand: Point, size: float, grow: float) -> None:
    gx, gy = thing.anchors["grip"]
    x, y = hand[0] + _FLY[0] * grow, hand[1] + _FLY[1] * grow
    bow = (
        f"M{number(hand[0])} {number(hand[1])}"
        f"C{number(hand[0] + 0.2)} {number(hand[1] - 0.1)} {number(x)} {number(y + 0.25)} "
    )
    end = f"{number(x + (0.085 - gx) * size)} {number(y + (-0.74 - gy) * size)}"
    sketch.pen.stroke(bow + end, Tone("ink", 0.4), 0.007)
    sketch.pen.place(thing.pen, x - gx * size, y - gy * size, size)


def _anchor(sketch: Sketch, name: str) -> Point:
    """The named anchor; whatever has none (a house in a scarf) is taken at a sensible height."""
    if name in sketch.anchors:
        return sketch.anchors[name]
    left, top, right, _ = extent(sketch.pen.shapes)
    share = {"head": 1.0, "neck": 0.75, "hand": 0.5, "pack": 0.5}[name]
    return (right if name == "hand" else (left + right) / 2, top * share)
