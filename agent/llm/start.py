"""What an expansion starts from, and what rules alone make of it."""

from wanderhue.agent.brief import ImageBrief
from wanderhue.agent.feedback import Reading
from wanderhue.agent.grammar.naming import kind_name, with_article
from wanderhue.agent.llm.made import LlmExpansion
from wanderhue.agent.llm.slots import changed
from wanderhue.agent.offline.briefing import brief_of
from wanderhue.agent.planner import ExpandOrder
from wanderhue.agent.replies import josa, say
from wanderhue.agent.scene import Scene
from wanderhue.agent.trips import Lang


def start_of(order: ExpandOrder) -> ImageBrief | None:
    """The brief by rule of an option or a scene, or the brief of the picture on the table."""
    if order.option is not None:
        return brief_of(order.option.scene, order.option.palette)
    if order.scene is not None:
        palette = order.palette
        if not palette:
            from wanderhue.agent.palette_propose import propose_palette

            palette = propose_palette(order.scene, order.talk.lang)
        return brief_of(order.scene, palette)
    return order.brief


def read_by_rule(order: ExpandOrder) -> Reading | None:
    """The wishes that the rules read in the feedback; they are asked here where the caller did not."""
    if order.reading is not None or order.brief is None or order.option is not None or not order.talk.text:
        return order.reading
    from wanderhue.agent.grammar import Context, read_feedback

    found = read_feedback(order.talk.text, Context(scene=order.brief.scene, options=len(order.talk.options)))
    return found.model_copy(update={"act": None})  # what words do beside painting is for the caller, or the model


def ruled(order: ExpandOrder, start: ImageBrief) -> LlmExpansion:
    """The expansion without a model: the words of the prompt card read into the scene, or the settled wishes."""
    lang = order.talk.lang
    if order.slots:
        from wanderhue.agent.offline.rewrite import read_slots

        made = read_slots(start, order.slots, lang)
        return LlmExpansion(made.brief, made.reply, made.notices, made.reading)
    brief, notices = changed(start, order.reading or Reading(), lang)
    return LlmExpansion(brief, "", notices)


def stand_ins(scene: Scene, lang: Lang) -> tuple[str, ...]:
    """What a relative stands in for, said as such."""
    return tuple(
        say("fb_stand_in", lang, said=one.asked_as, name=with_article(one.kind, lang), to=_to(one.kind, lang))
        for one in scene.elements
        if one.asked_as
    )


def _to(kind: str, lang: Lang) -> str:
    return josa(kind_name(kind, lang), "으로/로")
