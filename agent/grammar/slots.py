"""Words of which a picture has one at a time: the time, the weather, the season, the setting, the style."""

from wanderhue.agent.feedback import SetSeason, SetSetting, SetStyle, SetTime, SetWeather, Wish
from wanderhue.agent.grammar.marks import Clause, Thing
from wanderhue.agent.grammar.page import Page
from wanderhue.agent.grammar.places import is_here

_AT = ("at", "in", "on", "of", "host", "to", "from")
_WET = ("rain", "snow", "mist", "cloudy")
_OPEN_VERBS = ("", "want", "exist", "make")


def read_slot(page: Page, thing: Thing, clause: Clause, *, verb: str, removing: bool) -> bool:
    """True when the thing was read as a slot (or as a mere place) and is done with."""
    slot = thing.slot
    if not slot or (thing.element and not _means_slot(thing, clause, verb, removing=removing)):
        return False
    if "group" in thing.senses and (removing or thing.role == "no"):
        return False
    if slot == "setting" and _settled(page, thing, clause, verb):
        return True
    if slot != "setting" and clause.size and not clause.elements(""):
        clause.size = ""
        page.drop(clause)  # '눈을 크게': whatever that is, it is no weather
        return True
    value, span = thing.senses[slot], (thing.start, thing.end)
    wet = slot == "weather" and value in _WET
    if _is_unwanted(thing, clause, verb, removing=removing) or (
        thing.det == "too" and slot in ("time", "weather", "season")
    ):
        page.refused.append(("weather?" if wet else slot, span))
    elif thing.det in ("less", "too", "many") or (slot == "setting" and _is_added(thing, clause, verb)):
        page.unknown.append(span)
    else:
        page.wishes.append(_set(slot, value))
        page.spans[page.wishes[-1].code()] = span
    return True


def settle_refused(page: Page) -> None:
    """At the end: 'not night' needs another time; 'no rain' alone is clear weather."""
    have = {wish.kind for wish in page.wishes}
    for slot, span in page.refused:
        if slot == "weather?" and "weather" not in have:
            page.wishes.append(SetWeather(weather="clear"))
            have.add("weather")
        elif slot.rstrip("?") not in have:
            page.unknown.append(span)


def _set(slot: str, value: str) -> Wish:
    match slot:
        case "time":
            return SetTime.model_validate({"time": value})
        case "weather":
            return SetWeather.model_validate({"weather": value})
        case "season":
            return SetSeason.model_validate({"season": value})
        case "style":
            return SetStyle.model_validate({"style": value})
        case _:
            return SetSetting(setting=value)


def _is_unwanted(thing: Thing, clause: Clause, verb: str, *, removing: bool) -> bool:
    """'Not night', 'stop the rain', or what is changed in 'day to night', '바다를 산으로'."""
    if thing.role in ("no", "from", "than") or (removing and thing.role in ("", "of")):
        return True
    becomes = [t for t in clause.things if t.role == "to" or (t.role == "with" and verb == "replace")]
    return (thing.role == "" or thing.tail == "에서") and any(thing.slot in t.senses for t in becomes)


def _is_added(thing: Thing, clause: Clause, verb: str) -> bool:
    """'Add mountains' is no wish for another setting, and mountains are no element."""
    return verb in ("add", "exist") and thing.role == "" and "background" not in clause.flags


def _settled(page: Page, thing: Thing, clause: Clause, verb: str) -> bool:
    """True for a setting that is only a place ('a boat on the lake'), is there already, or is to be recolored."""
    value = thing.senses["setting"]
    if _is_mere_place(thing, clause, verb):
        if not is_here(value, page.scene):
            page.drop_thing(thing)
        return True
    if thing.role == "" and (thing.det == "the" or thing.tail) and (clause.shifts or clause.hues or clause.size):
        clause.shifts, clause.hues, clause.size = [], [], ""
        page.drop(clause)
        return True
    others = any(other is not thing and other.slot for other in clause.things) or bool(page.wishes)
    same = value.partition("/")[0] == page.scene.setting and is_here(value, page.scene)
    return others and thing.role != "no" and same


def _is_mere_place(thing: Thing, clause: Clause, verb: str) -> bool:
    if clause.looks(verb):
        return True
    becomes = verb in ("replace", *_OPEN_VERBS) and thing.role == "to" and not clause.elements("")
    if "background" in clause.flags or becomes or thing.role not in _AT:
        return False
    nouns = [t for t in clause.things if t is not thing and (t.element or "group" in t.senses)]
    placed = verb in ("add", "move", "remove", "give") or (verb != "replace" and "pron" not in clause.flags)
    return placed and any(t.role in ("", "with", "no", "item") for t in nouns)


def _means_slot(thing: Thing, clause: Clause, verb: str, *, removing: bool) -> bool:
    """Whether a word for both an element and a setting (temple, lavender, clouds) means the setting here."""
    if thing.slot != "setting":
        return False
    special = bool(thing.count or thing.hue or thing.size or thing.det in ("a", "more"))
    if "background" in clause.flags:
        return True
    if thing.role in ("to", "at", "in", "on") and not special:
        return not (verb == "replace" and clause.elements("")) or thing.role != "to"
    if special or removing or thing.role in ("no", "from", "with", "item", "host"):
        return False
    return not (clause.size or clause.hues or clause.place) and verb in ("", "want", "make", "use")
