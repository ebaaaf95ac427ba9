"""Which drawer draws which kind: one table, gathered from the modules that hold the drawings."""

from collections.abc import Mapping
from types import MappingProxyType

from wanderhue.tools.illustrator.elements import (
    animals,
    boats,
    camp,
    coast,
    east,
    evergreens,
    flowers,
    held,
    hoofed,
    landmarks,
    lights,
    people,
    sky,
    swimmers,
    temple,
    things,
    towns,
    trees,
    wheels,
    works,
    worn,
)
from wanderhue.tools.illustrator.elements.sketch import Drawer

_MODULES = (animals, boats, camp, coast, east, evergreens, flowers, held, hoofed, landmarks, lights, people, sky,
    swimmers, temple, things, towns, trees, wheels, works, worn)  # fmt: skip

DRAWERS: Mapping[str, Drawer] = MappingProxyType(
    {kind: draw for module in _MODULES for kind, draw in module.DRAWERS.items()}
)
"""Kind -> drawer."""


def drawer(kind: str) -> Drawer:
    """The drawer of a kind; ValueError names the kinds that can be drawn."""
    try:
        return DRAWERS[kind]
    except KeyError:
        raise ValueError(f"no drawing for {kind!r}; drawn are: {', '.join(sorted(DRAWERS))}") from None
