"""Which drawer draws which kind: one table, gathered from the modules that hold the drawings."""

from collections.abc import Mapping
from types import MappingProxyType

from wanderhue.tools.illustrator.elements import boats, camp, coast, east, evergreens, people, sky, trees
from wanderhue.tools.illustrator.elements.sketch import Drawer

_MODULES = (boats, camp, coast, east, evergreens, people, sky, trees)

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
