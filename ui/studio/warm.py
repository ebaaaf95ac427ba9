"""What the first words of a fresh server would wait for, done while nobody waits: indexes, lexicons, a first sketch."""

import logging
from typing import Any

from wanderhue.agent.errors import WanderhueError
from wanderhue.graphs.conversation import Workshop
from wanderhue.tools.threads import in_thread

_LOG = logging.getLogger("wanderhue")
_SIDE = 64
"""Of the first sketch, in px: it loads fonts and everything else that drawing needs."""


async def warm(workshop: Workshop) -> None:
    """Warm a workshop, on the program's loop. Never raises: what fails here fails again where somebody sees it.

    One after the other, what is waited for first at first: a page is loading meanwhile.
    """
    for step in (_planner, _words, _sketcher):
        try:
            await step(workshop)
        except WanderhueError:
            continue
        except Exception:
            _LOG.warning("the studio could not be warmed", exc_info=True)


async def _planner(workshop: Workshop) -> None:
    """The planner's own warming, where it has one; a model is never asked for this."""
    warming: Any = getattr(workshop.deps.planner, "warm", None)
    if warming is not None:
        await warming()


async def _sketcher(workshop: Workshop) -> None:
    from wanderhue.agent.scene import Scene

    await workshop.sketcher.warm()
    colors = ("#1d3557", "#a8dadc", "#f1faee", "#e9c46a", "#e63946")
    await workshop.sketcher.sketch(Scene(setting="lake", title="Lake"), colors, seed=1, longest=_SIDE)


async def _words(workshop: Workshop) -> None:
    await in_thread(_read, workshop.deps.settings.profile)


def _read(profile: str) -> None:
    """The lexicons of the safety policy and of the feedback grammar."""
    from wanderhue.agent.grammar import Context, read_feedback
    from wanderhue.agent.sanitizer import check_prompt
    from wanderhue.agent.scene import Scene

    check_prompt("a lake", profile=profile, lang="en")
    read_feedback("make it night", Context(scene=Scene(setting="lake", title="Lake"), versions=1, options=3))
