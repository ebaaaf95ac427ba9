"""A reading of feedback applied to a brief: the scene, the palette, the shape, and what could not be done."""

from collections.abc import Sequence

from wanderhue.agent.brief import ImageBrief
from wanderhue.agent.feedback import Reading, SetAspect, SetSize, ShiftColors, UseColor, WeighColor, Wish
from wanderhue.agent.offline.briefing import brief_of, element_phrase, left_out, words_of
from wanderhue.agent.scene import Scene
from wanderhue.agent.shape import is_drawable
from wanderhue.agent.trips import Lang, OptionColor


def apply_reading(brief: ImageBrief, reading: Reading, lang: Lang) -> tuple[ImageBrief, tuple[str, ...]]:
    """The changed brief (the seed stays, so an edit stays local), and notices about what was not done."""
    from wanderhue.agent.grammar import apply_wishes

    scene, notices = apply_wishes(brief.scene, reading.wishes, lang)
    scene, shape = _shaped(scene, brief, reading.wishes)
    fresh = brief_of(scene, _recolored(brief.palette, reading.wishes, lang))
    same = ("seed", "n", "medium", "quality", "photo")
    kept = {name: getattr(brief, name) for name in same} | shape | _own_words(brief, fresh)
    return fresh.model_copy(update=kept), tuple(notices)


def _own_words(brief: ImageBrief, fresh: ImageBrief) -> dict[str, object]:
    """The person's own words where the wishes left them true; to their subject, what came is added."""
    if not brief.own:
        return {}
    before, after = words_of(brief.scene), words_of(fresh.scene)
    kept: dict[str, object] = {
        name: getattr(brief, name) for name in brief.own if name in before and before[name] == after[name]
    }
    if "subject" in brief.own and "subject" not in kept:
        known = {element_phrase(one) for one in brief.scene.elements}
        new = [phrase for one in fresh.scene.elements if (phrase := element_phrase(one)) not in known]
        kept["subject"] = " with ".join([brief.subject, *([" and ".join(new)] if new else [])])
    if "negative" in brief.own:
        said = [word for word in brief.negative if word not in left_out(brief.scene)]
        kept["negative"] = tuple(dict.fromkeys([*said, *fresh.negative]))
    also = [name for name in ("medium", "text") if name in brief.own]
    return kept | {"own": tuple(name for name in brief.own if name in kept or name in also)}


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
            aspect = wish.aspect if is_drawable(wish.aspect) else aspect
        elif isinstance(wish, SetSize):
            width, height = wish.width, wish.height
            if wish.height is None:
                width, height = _by_longest(wish.width, aspect)
            elif is_drawable(f"{wish.width}:{wish.height}"):
                aspect = f"{wish.width}:{wish.height}"
    scene = scene.model_copy(update={"aspect": aspect})
    return scene, {"width": width, "height": height, "aspect": aspect}


def _by_longest(longest: int, aspect: str) -> tuple[int, int]:
    wide, high = (int(part) for part in aspect.split(":"))
    if wide >= high:
        return longest, max(64, round(longest * high / wide))
    return max(64, round(longest * wide / high)), longest
