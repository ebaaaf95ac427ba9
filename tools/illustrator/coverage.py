"""Every palette colour gets to be seen: stub."""

from collections.abc import Mapping, Sequence

from wanderhue.agent.scene import Scene
from wanderhue.tools.illustrator.roles import Roles


def spread(
    scene: Scene, roles: Roles, palette: Sequence[str], *, seed: int, width: int, height: int
) -> Mapping[str, str]:
    """Materials to repaint: name -> palette colour."""
    return {}
