"""Names of kinds and groups inside sentences: articles and plurals in English, particles in Korean."""

from wanderhue.agent.grammar.index import plural
from wanderhue.agent.vocabulary import ELEMENTS, GROUPS

_MASS = frozenset({"flowers", "grass", "rocks", "fireworks", "bamboo", "sheep"})
_COUNT_EN = ("", "a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_COUNT_KO = ("", "하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉", "열", "열하나", "열둘")


def kind_name(kind: str, lang: str) -> str:
    """The plain name of an element's kind or of a group."""
    word = GROUPS.get(kind) or ELEMENTS.get(kind)
    return word.name(lang) if word else kind


def with_article(kind: str, lang: str, *, count: int = 1, said: str = "") -> str:
    """'a boat', 'three boats', 'people', '배', '배 셋'; `said` is the person's own word in that language."""
    name = said or kind_name(kind, lang)
    if lang == "ko":
        return f"{name} {_COUNT_KO[count]}" if count > 1 else name
    if count > 1:
        return f"{_COUNT_EN[count]} {name if kind in _MASS else plural(name)}"
    if kind in GROUPS or kind in _MASS:
        return name
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"
