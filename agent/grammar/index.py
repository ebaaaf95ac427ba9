"""The nouns of the vocabulary by what people call them: one look-up for every section and both languages."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from wanderhue.agent.vocabulary import ELEMENTS, GROUPS, SEASONS, SETTINGS, STAND_INS, STYLES, TIMES, WEATHERS, Word

Senses = Mapping[str, str]

_SECTIONS: tuple[tuple[str, Mapping[str, Word]], ...] = (
    ("element", ELEMENTS),
    ("group", GROUPS),
    ("time", TIMES),
    ("weather", WEATHERS),
    ("season", SEASONS),
    ("setting", SETTINGS),
    ("style", STYLES),
)
_NOT_NOUNS = frozenset(
    {"모두", "things", "stuff", "sky things", "하늘 것들", "물건", "home", "line", "wet", "simple"}
    | {
        "비가",
        "눈이",
        "맑은",
        "맑게",
        "흐린",
        "흐리게",
        "개인",
        "뿌연",
        "단순한",
        "단순하게",
        "깔끔한",
        "심플한",
        "미니멀하게",
    }
    | {"해가 쨍쨍", "큰 배", "clear", "print", "sail", "falls", "early morning sun", "정상", "선으로", "라인"}
)
"""Names of the table that are no nouns or mean too much else; the languages' own word lists read them in context."""


def plural(word: str) -> str:
    """The regular English plural of the last word."""
    if word.endswith(("s", "x", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


def _names(section: str, word: Word) -> Iterable[str]:
    for name in word.en:
        said = name.replace("-", " ").removeprefix("the ")
        yield said
        if section == "element":
            yield plural(said)
    yield from word.ko


@cache
def nouns() -> Mapping[str, Senses]:
    """Every name (lower case, hyphens as spaces) -> what it may mean."""
    found: dict[str, dict[str, str]] = {}
    for section, words in _SECTIONS:
        for word in words.values():
            for name in _names(section, word):
                if name not in _NOT_NOUNS:
                    found.setdefault(name, {}).setdefault(section, word.id)
    for name, kind in STAND_INS.items():
        said = name.replace("-", " ")
        for form in {said, plural(said)} if name.isascii() else {said}:
            if form not in _NOT_NOUNS:
                found.setdefault(form, {"element": kind, "asked_as": name})
    return MappingProxyType(found)


@cache
def english() -> Mapping[str, Senses]:
    """The names in Latin letters."""
    return MappingProxyType({name: senses for name, senses in nouns().items() if name.isascii()})


@cache
def korean() -> Mapping[str, Senses]:
    """The names in Hangul, without spaces ('이른아침')."""
    return MappingProxyType(
        {name.replace(" ", ""): senses for name, senses in nouns().items() if re.search("[가-힣]", name)}
    )
