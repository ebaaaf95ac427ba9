"""A reading of feedback applied to a brief: the scene, the palette, the shape, and what could not be done."""

from collections.abc import Sequence

from wanderhue.agent.brief import ImageBrief
from wanderhue.agent.feedback import Reading, SetAspect, SetSize, ShiftColors, UseColor, WeighColor, Wish
from wanderhue.agent.offline.briefing import brief_of
from wanderhue.agent.scene import Scene
from wanderhue.agent.trips import Lang, OptionColor

LEAST, MOST = 9 / 16, 16 / 9
"""The aspects (width through height) that are drawn."""


def apply_reading(brief: ImageBrief, reading: Reading, lang: Lang) -> tuple[ImageBrief, tuple[str, ...]]:
    """The changed brief (the seed stays, so an edit stays local), and notices about what was not done."""
    from wanderhue.agent.grammar import apply_wishes

    scene, notices = apply_wishes(brief.scene, reading.wishes, lang)
    scene, shape = _shaped(scene, brief, reading.wishes)
    fresh = brief_of(scene, _recolored(brief.palette, reading.wishes, lang))
    kept = {"seed": brief.seed, "n": brief.n, "medium": brief.medium, **shape}
    return fresh.model_copy(update=kept), tuple(notices)


def _recolored(palette: Sequence[OptionColor], wishes: Sequence[Wish], lang: Lang) -> tuple[OptionColor, ...]:
    from wanderhue.agent.palette_wish import apply_color_wish

    found = tuple(palette)
    for wish in wishes:
        if isinstance(wish, ShiftColors | WeighColor | UseColor):
            found = apply_color_wish(found, wish, lang)
    return found


def _shaped(scene: Scene, brief: ImageBrief, wishes: Sequence[Wish]) -> tuple[Scene, dict[str, object]]:
    """The scene's aspect and the brief's exact pixels after wishes about shape and size."""
    width, height, aspect = brief.width, brief.height, scene.aspect
    for wish in wishes:
        if isinstance(wish, SetAspect):
            width = height = None
            aspect = _possible(wish.aspect) or aspect
        elif isinstance(wish, SetSize):
            width, height = wish.width, wish.height
            if wish.height is None:
                width, height = _by_longest(wish.width, aspect)
            else:
                aspect = _possible(f"{wish.width}:{wish.height}") or aspect
    scene = scene.model_copy(update={"aspect": aspect})
    return scene, {"width": width, "height": height, "aspect": aspect}


def _possible(aspect: str) -> str | None:
    wide, high = (int(part) for part in aspect.split(":"))
    return aspect if high and LEAST - 1e-6 <= wide / high <= MOST + 1e-6 else None


def _by_longest(longest: int, aspect: str) -> tuple[int, int]:
    wide, high = (int(part) for part in aspect.split(":"))
    if wide >= high:
        return longest, max(64, round(longest * high / wide))
    return max(64, round(longest * wide / high)), longest
