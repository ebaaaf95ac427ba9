"""English messages as marks: the longest known phrase wins at every word, with typing errors forgiven."""

import re

from wanderhue.agent.grammar import index, words_en
from wanderhue.agent.grammar.colors import hue_named
from wanderhue.agent.grammar.marks import Mark
from wanderhue.agent.grammar.typos import mend_english

_TOKEN = re.compile(r"[a-z]+(?:'[a-z]+)*|\d+|[가-힣]+|\0+|[^\w\s]")
_STOPS = ".!?;"
_SOFT = frozenset({"and", "or", "nor", "plus", "&", "+", "as well as", "along with"})
_BREAK = frozenset({"but", "then", "so", "also", "however", "though", "while", "because", "since"})


_NOUN_OR_VERB = ("color", "colour", "tint", "dye")
_LINE = {"style": "line"}
_FLAT = {"style": "flat"}
_BARE = {
    "clear": {"weather": "clear"},
    "print": {"style": "print"},
    "simple": _FLAT,
    "simpler": _FLAT,
    "simplify": _FLAT,
    "simplified": _FLAT,
}


_TURNS = ("dial", "turn", "bring", "take", "knock", "crank", "bump", "ramp", "tone", "push")
_SHEETS = ("poster", "print", "postcard", "card", "banner")
"""What a picture of a shape is for: '3:4 poster'."""
_PLAIN = ("simple", "simpler")
_LINEAR = ("line", "lines", "pen", "pencil", "ink", "outline", "sketch")
"""'A simple line drawing' is the line style, not the flat one."""


def english_marks(text: str, ready: list[Mark]) -> list[Mark]:
    """The marks of normalized `text` in order; `ready` are spans already read (colors, sizes, ...)."""
    read = {mark.start: mark for mark in ready}
    masked = text
    for mark in ready:
        masked = masked[: mark.start] + "\0" * (mark.end - mark.start) + masked[mark.end :]
    tokens = [(m.start(), m.end(), m[0]) for m in _TOKEN.finditer(masked)]
    marks: list[Mark] = []
    i = 0
    while i < len(tokens):
        start, end, word = tokens[i]
        if word[0] == "\0":
            marks += [mark for at, mark in sorted(read.items()) if start <= at < end]
            i += 1
            continue
        taken, found = _at(tokens, i, marks)
        if found is not None:
            marks.append(found)
        i += taken
    return marks


def _at(tokens: list[tuple[int, int, str]], i: int, before: list[Mark]) -> tuple[int, Mark | None]:
    """(how many tokens were used, the mark) at token i."""
    start, end, word = tokens[i]
    if not word[0].isalnum():
        return 1, _punctuation(start, end, word)
    after = tokens[i + 1][2] if i + 1 < len(tokens) else ""
    mark = _dial(tokens, i) or _in_context(tokens[i], after, before)
    if mark is not None:
        return 1, mark
    for length in range(min(words_en.LONGEST, len(tokens) - i), 0, -1):
        phrase = _phrase(tokens[i : i + length])
        mark = known(phrase, start, tokens[i + length - 1][1], before)
        if mark is not None:
            return length, mark
    if word.endswith("'s") and word[:-2] in index.english():
        said = {kind for kind, _ in words_en.entries().get(after, ())}
        tail = "" if said & {"too", "size", "shift", "not", "place", "fill"} else "'s"
        return 1, Mark(start, end, "thing", word, tail, index.english()[word[:-2]])
    mended = mend_english(word)
    mark = known(mended, start, end, before) if mended else None
    told = word.endswith("ing") and len(word) > 4 and bool(before) and "element" in before[-1].senses
    return 1, mark or Mark(start, end, "desc" if told else "word", word)


def _dial(tokens: list[tuple[int, int, str]], i: int) -> Mark | None:
    """'Dial the saturation down': a verb of turning whose direction comes after its dial."""
    start, end, word = tokens[i]
    said = [token[2] for token in tokens[i + 1 : i + 5]]
    dial = any(kind == "flag" for one in said for kind, _ in words_en.entries().get(one, ()))
    if word not in _TURNS or not dial or said[0] in ("up", "down"):
        return None
    way = next((one for one in said if one in ("up", "down", ",", ".", "and")), "")
    return Mark(start, end, "verb", {"up": "grow", "down": "shrink"}[way]) if way in ("up", "down") else None


def _in_context(token: tuple[int, int, str], after: str, before: list[Mark]) -> Mark | None:
    """Words that mean something only beside certain others: 'print', 'poster', 'line', 'simple', 'clear'."""
    start, end, word = token
    if word.isdigit() and 1 <= int(word) <= 12 and after[:1].isalpha():
        return Mark(start, end, "count", word, number=int(word))
    styled = after in ("style", "look", "effect", "poster", "")
    if word == "print" and not styled and not (before and before[-1].kind in ("det", "prep")):
        return Mark(start, end, "word", word)
    if (word in _SHEETS and before and before[-1].kind == "wish") or (word in _PLAIN and after in _LINEAR):
        return Mark(start, end, "fill", word)
    if word in (*_BARE, "lines", "line") and after not in ("the", "all", "out", "away", "any"):
        return Mark(start, end, "thing", word, senses=_BARE.get(word, _LINE))
    return None


def _phrase(tokens: list[tuple[int, int, str]]) -> str:
    words = [word for _, _, word in tokens]
    return " ".join(word for word in words if word != "-")


def _punctuation(start: int, end: int, word: str) -> Mark | None:
    if word in _STOPS or word == ",":
        return Mark(start, end, "stop" if word in _STOPS else "soft", word)
    return Mark(start, end, "soft", word) if word in "&+/" else None


def known(phrase: str, start: int, end: int, before: list[Mark]) -> Mark | None:
    """The mark of a known phrase; a noun before any other reading, except where the words before say otherwise."""
    last = before[-1] if before else Mark(0, 0, "")
    kind, value = _joining(phrase) or _special(phrase, last)
    if kind:
        return Mark(start, end, kind, value)
    senses = index.english().get(phrase)
    if senses:
        hue = hue_named(phrase.split(maxsplit=1)[0]) if " " in phrase and "element" in senses else None
        return Mark(start, end, "thing", phrase, senses=senses, hue=hue)
    kinds = words_en.entries().get(phrase)
    if kinds is None:
        return None
    kind, value = kinds[0]
    return Mark(start, end, kind, value, tail=phrase, number=int(value) if kind == "count" else 0)


def _joining(phrase: str) -> tuple[str, str] | None:
    return ("soft", phrase) if phrase in _SOFT else ("break", phrase) if phrase in _BREAK else None


def _special(phrase: str, last: Mark) -> tuple[str, str]:
    """'Snow fall' is no autumn; in 'the color of ...' color is no verb."""
    if phrase == "fall" and "weather" in last.senses:
        return "fill", ""
    if phrase in _NOUN_OR_VERB and last.kind in ("det", "flag", "more", "less", "too", "thing", "shift"):
        return "flag", "hue"
    return "", ""
