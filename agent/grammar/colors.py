"""The color words of a message as marks."""

import re
from functools import lru_cache

from wanderhue.agent.color_names import find_colors, lookup, plain_name
from wanderhue.agent.grammar import index
from wanderhue.agent.grammar.marks import Hue, Mark

_ABOUT_COLOR = re.compile(r"\b(?:use|using|colou?rs?|palette|tones?|shades?)\b|색|톤|써|쓰|칠|물들")


@lru_cache(maxsize=1)
def _colored_nouns() -> tuple[str, ...]:
    """Nouns of several words that begin with a color: 'red balloon', 'silver grass'."""
    several = [(name, senses) for name, senses in index.nouns().items() if " " in name]
    fixed = [name for name, senses in several if name.isascii() or not senses.get("element")]
    return tuple(name for name in fixed if find_colors(name.split()[0]))


def _begins_noun(text: str, mark: Mark) -> bool:
    rest = text[mark.start :].replace("-", " ")
    return any(rest.startswith(name) and not rest[len(name) : len(name) + 1].isalpha() for name in _colored_nouns())


@lru_cache(maxsize=512)
def hue_of(hex_color: str, family: str) -> Hue:
    """The hue with its plain English name."""
    return Hue(hex_color, plain_name(hex_color, "en"), family)


def find_hues(text: str) -> list[Mark]:
    """A mark for each color word of normalized `text`; one ending in '-er' or '-ish' asks for more of it.

    Words that name a thing as well count where the sentence is about colors and no noun is spelled that way.
    """
    marks = [_mark(found.start, found.end, found.word, hue_of(found.hex, found.family)) for found in find_colors(text)]
    if _ABOUT_COLOR.search(text):
        taken = {mark.start for mark in marks}
        loose = [f for f in find_colors(text, loose=True) if f.start not in taken and f.word not in index.nouns()]
        marks += [_mark(found.start, found.end, found.word, hue_of(found.hex, found.family)) for found in loose]
    marks = [mark for mark in marks if not _begins_noun(text, mark)]
    return sorted(marks, key=lambda mark: mark.start)


@lru_cache(maxsize=512)
def hue_named(name: str) -> Hue | None:
    """The hue of one color word, or None."""
    found = find_colors(name)
    if found:
        return hue_of(found[0].hex, found[0].family)
    value = lookup(name)
    return Hue(value, name, name) if value else None


def _mark(start: int, end: int, word: str, hue: Hue) -> Mark:
    more = word.endswith(("ish", "dder", "uer", "ner", "nker", "wer", "cker", "iter"))
    return Mark(start, end, "color", word, "more" if more else "", hue=hue)
