"""What was understood of a message, as one short sentence, and what was not."""

from wanderhue.agent.color_names import family_name, plain_name
from wanderhue.agent.feedback import (
    AddElement,
    Move,
    Reading,
    RemoveElement,
    Resize,
    SetSize,
    SetTitle,
    ShiftColors,
    UseColor,
    WeighColor,
    Wish,
    Zoom,
)
from wanderhue.agent.grammar.naming import kind_name, with_article
from wanderhue.agent.replies import josa, say
from wanderhue.agent.vocabulary import ELEMENTS, SEASONS, SETTINGS, STYLES, TIMES, WEATHERS

_SECTIONS = {"time": TIMES, "weather": WEATHERS, "season": SEASONS, "setting": SETTINGS, "style": STYLES}


def describe_reading(reading: Reading, lang: str) -> str:
    """'Night, with a boat.' or '밤으로 바꾸고 배를 더했어요.', then what was not understood; '' for a bare act.

    What can be changed is listed only where nothing at all was understood.
    """
    parts = [_part(wish, lang) for wish in reading.wishes]
    sentences = [_sentence(parts, lang)] if parts else []
    if reading.unknown:
        sentences.append(say("fb_unknown", lang, said="”, “".join(reading.unknown)))
        if not parts and reading.act is None:
            sentences.append(say("fb_can", lang))
    return " ".join(sentences)


def _sentence(parts: list[str], lang: str) -> str:
    if lang == "ko":
        *first, last = [part.partition("|") for part in parts]
        return " ".join([*(connective for connective, _, _ in first), last[2]]) + "."
    text = ", ".join(parts)
    return text[0].upper() + text[1:] + "."


def _part(wish: Wish, lang: str) -> str:
    """The template of one wish, filled; Korean has two forms, parted by '|'."""
    key, name, host = _named(wish, lang)
    return say(key, lang, name=name, host=host, object=josa(name, "을/를"), to=josa(name, "으로/로"))


def _named(wish: Wish, lang: str) -> tuple[str, str, str]:
    """(key, name, host) of a wish."""
    match wish:
        case AddElement():
            found = _added(wish, lang)
        case RemoveElement():
            found = "fb_remove", with_article(wish.element, lang), ""
        case Resize():
            found = f"fb_{wish.direction}", kind_name(wish.element, lang), ""
        case Move():
            found = f"fb_move_{wish.place}", kind_name(wish.element, lang), ""
        case ShiftColors():
            found = f"fb_shift_{wish.direction}", "", ""
        case WeighColor():
            found = f"fb_{wish.direction}", family_name(wish.color, lang), ""
        case UseColor():
            found = _used(wish, lang)
        case Zoom():
            found = f"fb_zoom_{wish.direction}", "", ""
        case SetTitle():
            found = ("fb_title" if wish.title else "fb_no_title"), wish.title, ""
        case SetSize():
            found = "fb_size", f"{wish.width}x{wish.height}" if wish.height else str(wish.width), ""
        case _:
            found = f"fb_{wish.kind}", _slot_name(wish.kind, getattr(wish, wish.kind), lang), ""
    return found


def _slot_name(kind: str, value: str, lang: str) -> str:
    section = _SECTIONS.get(kind)
    return section[value].name(lang) if section else value


def _used(wish: UseColor, lang: str) -> tuple[str, str, str]:
    name = plain_name(wish.color, lang) if wish.name else wish.color
    return ("fb_use_on", name, kind_name(wish.element, lang)) if wish.element else ("fb_use", name, "")


def _added(wish: AddElement, lang: str) -> tuple[str, str, str]:
    said = wish.asked_as if wish.asked_as and wish.asked_as.isascii() == (lang == "en") else ""
    if wish.on is None:
        return "fb_add", with_article(wish.element, lang, count=wish.count, said=said or ""), ""
    if ELEMENTS[wish.element].home in ("held", "worn"):
        return "fb_add_on", with_article(wish.element, lang), kind_name(wish.on, lang)
    return "fb_ride", kind_name(wish.element, lang), kind_name(wish.on, lang)
