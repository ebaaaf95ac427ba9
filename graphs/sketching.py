"""What to sketch: the scene, colors and seed that an option or a draft would be painted with. Pure."""

from typing import Any, NamedTuple

from wanderhue.agent.brief import ImageBrief
from wanderhue.agent.scene import Scene, default_seed
from wanderhue.agent.trips import TripOption
from wanderhue.graphs.state import TripState


class Motif(NamedTuple):
    """One picture to sketch."""

    scene: Scene
    hexes: tuple[str, ...]
    seed: int


def option_motif(state: TripState, index: int) -> Motif | None:
    """An option as it would be painted now; None when there is no such option."""
    options = state.get("options") or []
    if not 0 <= index < len(options):
        return None
    option = TripOption.model_validate(options[index])
    seed = default_seed(option.scene, len(state.get("versions", [])) + 1)
    return Motif(option.scene, tuple(color.hex for color in option.palette), seed)


def draft_motif(state: TripState) -> Motif | None:
    """The brief that waits for a yes; None when none does. A variation is sketched as it would vary."""
    if not state.get("draft"):
        return None
    draft = ImageBrief.model_validate(state["draft"])
    carried: dict[str, Any] = state.get("carried") or {}
    seed = seed_of(draft, carried, len(state.get("versions", [])) + 1)
    scene = draft.scene.model_copy(update={"aspect": draft.aspect})
    if carried.get("type") == "vary":
        from wanderhue.tools.illustrator.variation import vary  # loaded when used

        scene, seed = vary(scene, seed, strong=bool(carried.get("strong")))
    return Motif(scene, draft.hexes(), seed)


def seed_of(draft: ImageBrief, carried: dict[str, Any], number: int, variant: int = 0) -> int:
    """The seed of a picture of an order: the draft's own, or that of its number where it is another take."""
    number = carried.get("number", number) + variant
    if draft.seed is None or carried.get("type") == "vary" or variant > 0:
        return default_seed(draft.scene, number)
    return draft.seed
