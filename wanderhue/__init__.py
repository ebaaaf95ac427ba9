"""Chat to plan a trip, and receive an illustration that truly has its colors.

The public names live in the four folders beside this file and are imported when first used, so that
`import wanderhue` costs milliseconds and loads no numpy, langgraph, gradio or SDK.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wanderhue.agent.palette import Palette as Palette
    from wanderhue.agent.sanitizer import check_prompt as check_prompt
    from wanderhue.graphs.session import TripSession as TripSession
    from wanderhue.graphs.trip import build_graph as build_graph
    from wanderhue.tools.recolor import recolor as recolor
    from wanderhue.tools.score import score_palette as score_palette

__version__ = "0.1.0"

_HOMES = {
    "TripSession": "wanderhue.graphs.session",
    "build_graph": "wanderhue.graphs.trip",
    "Palette": "wanderhue.agent.palette",
    "score_palette": "wanderhue.tools.score",
    "recolor": "wanderhue.tools.recolor",
    "check_prompt": "wanderhue.agent.sanitizer",
}

__all__ = ["Palette", "TripSession", "__version__", "build_graph", "check_prompt", "recolor", "score_palette"]


def __getattr__(name: str) -> Any:
    """Import a public name from its home on first use."""
    if name not in _HOMES:
        raise AttributeError(f"module 'wanderhue' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
