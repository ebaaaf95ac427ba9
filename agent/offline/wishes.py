"""A reading of feedback applied to a brief: the scene, the palette, the shape, and what could not be done."""

from wanderhue.agent.brief import ImageBrief
from wanderhue.agent.feedback import Reading, SetAspect, SetSize, ShiftColors, UseColor, WeighColor
from wanderhue.agent.offline.briefing import brief_of
from wanderhue.agent.trips import Lang


def apply_reading(brief: ImageBrief, reading: Reading, lang: Lang) -> tuple[ImageBrief, tuple[str, ...]]:
    """The changed brief (the seed stays, so an edit stays local), and notices about what was not done."""
    from wanderhue.agent.grammar import apply_wishes
    from wanderhue.agent.palette_wish import apply_color_wish

    scene, notices = apply_wishes(brief.scene, reading.wishes, lang)
    palette = brief.palette
    width, height = brief.width, brief.height
    for wish in reading.wishes:
        if isinstance(wish, ShiftColors | WeighColor | UseColor):
            palette = apply_color_wish(palette, wish, lang)
        elif isinstance(wish, SetAspect):
            width = height = None
        elif isinstance(wish, SetSize) and wish.height is not None:
            width, height = wish.width, wish.height
    fresh = brief_of(scene, palette)
    kept = {"seed": brief.seed, "n": brief.n, "width": width, "height": height}
    return fresh.model_copy(update=kept), tuple(notices)
