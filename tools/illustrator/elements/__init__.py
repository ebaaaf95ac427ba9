"""The elements that the built-in illustrator can draw: one drawer for every kind of the vocabulary.

An element is drawn in its own unit box (see pen.py), colored by role, from its own random stream. What it rides,
holds and wears is composed here, so a drawer only knows its own kind. One unit is `HEIGHTS[element.kind]` of the
picture; a rider's mount, a kite or a hat may reach beyond one unit, and `Figure` says how far.
"""

import random

from wanderhue.agent.scene import Element
from wanderhue.tools.illustrator.elements.compose import Figure, compose, pair
from wanderhue.tools.illustrator.elements.heights import HEIGHTS
from wanderhue.tools.illustrator.elements.sketch import Look

__all__ = ["HEIGHTS", "Figure", "draw_element", "draw_pair"]


def draw_element(
    element: Element, *, seed: random.Random, night: bool, snowy: bool, season: str | None = None
) -> Figure:
    """One of the element's kind with what it rides, holds and wears; `element.count` is the caller's business.

    The same element and random state give the same shapes. Raises ValueError for a kind that has no drawer.
    """
    look = Look(seed, night=night, snowy=snowy, season=season, color=element.color)
    return compose(element, look)


def draw_pair(
    first: Element, second: Element, *, seed: random.Random, night: bool, snowy: bool, season: str | None = None
) -> Figure:
    """Two people (persons or children) hand in hand, in units of the first one's height; what they hold is not drawn.

    Raises ValueError where one of them is not a person or a child.
    """
    for element in (first, second):
        if element.kind not in ("person", "child"):
            raise ValueError(f"only people walk hand in hand, not {element.kind!r}")
    return pair(first, second, Look(seed, night=night, snowy=snowy, season=season))
