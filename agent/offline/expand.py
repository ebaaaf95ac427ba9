"""The brief of the next picture, from an option, a scene, or feedback to the picture on the table."""

from wanderhue.agent.brief import ImageBrief
from wanderhue.agent.offline.briefing import brief_of
from wanderhue.agent.offline.wishes import apply_reading
from wanderhue.agent.planner import Expansion, ExpandOrder
from wanderhue.agent.replies import say


def expand(order: ExpandOrder) -> Expansion:
    """The new brief; None with an honest reply when the words changed nothing."""
    lang = order.talk.lang
    start = _start(order)
    if start is None:
        return Expansion(None, say("no_picture", lang))
    if order.reading is None or not (order.reading.wishes or order.reading.unknown):
        if order.brief is not None:
            return Expansion(None, say("pl_nothing_read", lang))
        return Expansion(start, "")
    brief, notices = apply_reading(start, order.reading, lang)
    if order.brief is not None and not order.reading.wishes:
        return Expansion(None, " ".join(notices) or say("pl_nothing_read", lang))
    return Expansion(brief, "", notices)


def _start(order: ExpandOrder) -> ImageBrief | None:
    if order.option is not None:
        return brief_of(order.option.scene, order.option.palette, order.option.season)
    if order.scene is not None and order.palette:
        return brief_of(order.scene, order.palette)
    return order.brief
