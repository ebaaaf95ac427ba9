"""The brief of the next picture, from an option, a scene, or feedback to the picture on the table."""

from wanderhue.agent.brief import ImageBrief
from wanderhue.agent.feedback import Reading
from wanderhue.agent.offline.briefing import brief_of
from wanderhue.agent.offline.wishes import apply_reading
from wanderhue.agent.planner import ExpandOrder, Expansion
from wanderhue.agent.replies import say
from wanderhue.agent.trips import Lang


def expand(order: ExpandOrder) -> Expansion:
    """The new brief; None with an honest reply when the words changed nothing."""
    lang, start, own = order.talk.lang, _start(order), None
    if start is None:
        return Expansion(None, say("no_picture", lang))
    if order.slots:
        from wanderhue.agent.offline.rewrite import read_slots

        return read_slots(start, order.slots, lang)
    reading = order.reading
    if reading is None and order.brief is not None and order.option is None:
        own = reading = _read(order)
    if reading is None:
        return Expansion(start, "")
    return _wished(order, start, reading, own)


def _wished(order: ExpandOrder, start: ImageBrief, reading: Reading, own: Reading | None) -> Expansion:
    """The start after the wishes of a reading; `own` is that reading where the rules' own one was needed."""
    lang = order.talk.lang
    if not reading.wishes:
        if order.option is not None or order.scene is not None:
            return Expansion(start, "", _admitted(reading, lang), own)
        return Expansion(None, _nothing(reading, lang), (), own)
    brief, notices = apply_reading(start, reading, lang)
    if order.brief is not None and order.option is None and brief == start:
        return Expansion(None, " ".join(notices) or say("pl_no_change", lang), (), own)
    return Expansion(brief, "", (*notices, *_admitted(reading, lang)), own)


def _start(order: ExpandOrder) -> ImageBrief | None:
    if order.option is not None:
        return brief_of(order.option.scene, order.option.palette)
    if order.scene is not None:
        palette = order.palette
        if not palette:
            from wanderhue.agent.palette_propose import propose_palette

            palette = tuple(propose_palette(order.scene, order.talk.lang))
        return brief_of(order.scene, palette)
    return order.brief


def _read(order: ExpandOrder) -> Reading:
    """The rules' own reading, for a caller that has none."""
    from wanderhue.agent.grammar import Context, read_feedback

    assert order.brief is not None  # noqa: S101  # the caller checked
    return read_feedback(order.talk.text, Context(scene=order.brief.scene, options=len(order.talk.options)))


def _admitted(reading: Reading, lang: Lang) -> tuple[str, ...]:
    if not reading.unknown:
        return ()
    return (say("pl_not_understood", lang, what=", ".join(reading.unknown)),)


def _nothing(reading: Reading, lang: Lang) -> str:
    said = _admitted(reading, lang)
    return said[0] if said else say("pl_nothing_read", lang)
