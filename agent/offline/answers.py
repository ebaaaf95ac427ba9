"""Answers to questions about the options, from what the catalogue knows of them; nothing is made up."""

from collections.abc import Sequence

from wanderhue.agent.offline.catalogue import by_id
from wanderhue.agent.offline.describe import label
from wanderhue.agent.offline.options import months_text
from wanderhue.agent.replies import say
from wanderhue.agent.trips import Lang, Trip, TripOption

_CLIMATES = {
    "tropical": ("tropical", "열대 날씨예요"), "hot_dry": ("hot and dry", "덥고 건조해요"),
    "warm": ("warm", "따뜻해요"),
    "mild": ("mild", "온화해요"), "cool": ("cool", "선선해요"), "cold": ("cold", "추워요"),
    "snowy": ("snowy", "눈이 와요"), "humid": ("humid", "습해요"),
}  # fmt: skip


def answer(topic: str, options: Sequence[TripOption], lang: Lang) -> str:
    """One sentence an option; an honest 'the catalogue does not say' where it does not."""
    lines = [_line(topic, option, by_id().get(option.trip), lang) for option in options]
    told = [line for line in lines if line]
    return " ".join(dict.fromkeys(told)) if told else say("pl_a_unknown", lang)


def _line(topic: str, option: TripOption, trip: Trip | None, lang: Lang) -> str:
    if topic == "why":
        return say("pl_a_why", lang, place=option.place, why=option.why)
    if topic == "do" and option.highlights:
        return say("pl_a_do", lang, place=option.place, what=", ".join(option.highlights))
    if trip is None or topic == "do":
        return ""
    slots = {"months": months_text(trip.months, lang)}
    if topic == "cost":
        slots["cost"] = say(f"pl_cost_{trip.budget}", lang)
    elif topic == "weather":
        slots["what"] = (", " if lang == "ko" else " and ").join(_CLIMATES[one][lang == "ko"] for one in trip.climate)
    elif topic == "who":
        slots["who"] = ", ".join(label("companions", one, lang) for one in trip.companions)
    return say(f"pl_a_{topic}", lang, place=option.place, **slots)
