"""Korean messages as marks.

Nouns count only as whole words with particles: 말 is no horse in 말고, 해 no sun in 해줘.
"""

import re
from functools import cache

from wanderhue.agent.grammar import english_marks, index, words_ko
from wanderhue.agent.grammar.colors import hue_named
from wanderhue.agent.grammar.marks import Mark
from wanderhue.agent.grammar.typos import same_sound
from wanderhue.agent.vocabulary import ELEMENTS

_END = r"(?![가-힣])"
_NEVER = {
    "해": "도|이야|요|로|보다|인|인데|이면|이고|만|용|때|정도|쪽|은|의|이|에|와|과|들|씩|까지",
    "말": "이야|요|로|이요|이에요|인데|인|때|까지|씩|용",
    "낮": "은",
    "소": "용",
    "개": "인",
    "연": "인|하고",
    "절": "로",
    "별": "로",
    "양": "이|쪽|은",
    "성": "인|풍",
    "강": "하고",
    "차": "이나|마다",
    "등": "이|에|도|은",
    "새": "로|로운",
    "공": "용|으로",
    "배": "이상|나",
    "눈": "에|에서|으로",
    "비": "용|가나",
    "논": "",
    "불": "쪽",
    "밀": "",
    "벌": "",
    "용": "도|으로|은|이라",
}
_TAIL = {word: re.compile(rf"(?!(?:{bad}){_END})" if bad else "(?=[을를이가도 ])") for word, bad in _NEVER.items()}
_SLOTS = ("style", "weather", "time", "element")
_WORD = re.compile(r"[가-힣]+")
_LATIN = re.compile(r"[a-z]+(?:[' -][a-z]+){0,3}|\d+")


@cache
def _noun() -> re.Pattern[str]:
    names = sorted(index.korean(), key=len, reverse=True)
    spelled = "|".join(r"\s?".join(_syllables(name)) if len(name) > 2 else name for name in names)
    return re.compile(
        rf"(?P<noun>{spelled})(?P<tail>(?:{words_ko.particles()})*)(?:(?![가-힣])|(?=(?:{words_ko.glued()})))"
    )


def _syllables(name: str) -> list[str]:
    return [re.escape(char) for char in name]


@cache
def _lead() -> re.Pattern[str]:
    """Times, seasons and settings that may stand before another noun without a space: 밤바다, 겨울호수."""
    lead = [
        name
        for name, senses in index.korean().items()
        if {"time", "season"} & senses.keys() or ("setting" in senses and len(name) > 1)
    ]
    return re.compile("|".join(sorted(map(re.escape, lead), key=len, reverse=True)))


def korean_marks(text: str, ready: list[Mark]) -> list[Mark]:
    """The marks of normalized `text` in order; `ready` are spans already read (colors, sizes, ...)."""
    known = {mark.start: mark for mark in ready}
    marks: list[Mark] = []
    i = 0
    while i < len(text):
        if i in known:
            mark = known[i]
            i = _after_color(text, mark) if mark.kind == "color" else _past_particle(text, mark.end)
        elif text[i].isspace() or text[i] == "\0":
            i += 1
            continue
        else:
            mark = _at(text, i, marks, min([m.start for m in ready if m.start > i], default=len(text)))
            i = max(mark.end, i + 1)
        marks.append(mark)
    return marks


def _past_particle(text: str, i: int) -> int:
    particle = re.compile(rf"(?:{words_ko.particles()})*{_END}").match(text, i)
    return particle.end() if particle else i


def _after_color(text: str, mark: Mark) -> int:
    """Take the rest of a color word into the mark: '빨간색으로' -> tail '으로'."""
    rest = re.compile(
        rf"(?:\s?(?:색깔|색상|색|빛|톤|계열|컬러))?(?P<tail>(?:{words_ko.particles()}|하게|게|한|스름하게)*){_END}"
    ).match(text, mark.end)
    if rest:
        mark.tail = rest["tail"] or ("게" if mark.value.endswith("게") else "")
        return rest.end()
    return mark.end


def _at(text: str, i: int, before: list[Mark], limit: int) -> Mark:
    """The mark at a place that is no space and not read yet."""
    char = text[i]
    if char in ".!?;":
        return Mark(i, i + 1, "stop", char)
    if not char.isalnum():
        return Mark(i, i + 1, "soft" if char in ",/&+·" else "fill", char)
    count = words_ko.count().match(text, i) if char.isdigit() else None
    if count:
        return _count(count)
    return _hangul(text, i, before, limit) if "가" <= char <= "힣" else _latin(text, i, before)


def _hangul(text: str, i: int, before: list[Mark], limit: int) -> Mark:
    """The mark at a Hangul syllable: a number, a noun, a known word, or one that is not understood."""
    worn = text.startswith("한 ", i) and bool(before) and _is_worn(before[-1])
    count = None if worn else words_ko.count().match(text, i)
    if worn or count:
        return _count(count) if count else Mark(i, i + 1, "worn", "wear")
    noun = _noun_at(text, i, limit)
    pattern = _pattern_at(text, i)
    if noun is not None and (pattern is None or _noun_wins(noun, pattern)):
        return noun
    return pattern or _compound(text, i) or _color(text, i) or _mended(text, i)


def _is_worn(mark: Mark) -> bool:
    """'목도리 한 강아지': only there 한 is neither 'one' nor 'done'."""
    element = mark.senses.get("element") if mark.kind == "thing" and not mark.tail else None
    return bool(element) and ELEMENTS[element or ""].home == "worn"


def _noun_wins(noun: Mark, pattern: Mark) -> bool:
    if pattern.kind in ("fill", "place", "flag", "zoom", "from", "no"):
        return noun.end > pattern.end
    return noun.end >= pattern.end


def _noun_at(text: str, i: int, limit: int) -> Mark | None:
    match = _noun().match(text, i)
    if not match or (match.end() > limit > i and match.end("noun") > limit):
        return None
    name = match["noun"].replace(" ", "")
    guard = _TAIL.get(name)
    if guard and not guard.match(text, match.end("noun")):
        return None
    senses = index.korean().get(name)
    return Mark(i, match.end(), "thing", name, match["tail"], senses or {})


def _pattern_at(text: str, i: int) -> Mark | None:
    best: Mark | None = None
    for kind, value, pattern in words_ko.patterns():
        match = pattern.match(text, i)
        if match and (best is None or match.end() > best.end):
            parts = match.groupdict()
            if kind in _SLOTS:
                best = Mark(i, match.end(), "thing", value, "", {kind: value})
                continue
            best = Mark(
                i,
                match.end(),
                kind,
                value,
                parts["tail"] or "" if "tail" in parts else match[0],
                neg=bool(parts.get("neg")),
            )
    return best


def _compound(text: str, i: int) -> Mark | None:
    """The first part of two nouns written as one; the rest is read next."""
    lead = _lead().match(text, i)
    if lead and (_noun().match(text, lead.end()) or _pattern_at(text, lead.end())):
        return Mark(i, lead.end(), "thing", lead[0], "", index.korean()[lead[0]])
    return None


def _color(text: str, i: int) -> Mark | None:
    for pattern, name in words_ko.color_adjectives():
        match = pattern.match(text, i)
        if match:
            return Mark(i, match.end(), "color", match[0], "게", hue=hue_named(name))
    return None


def _count(match: re.Match[str]) -> Mark:
    word, digits = match["word"] or match["bare"], match["digits"]
    number = int(digits) if digits else words_ko.numbers()[word]
    return Mark(match.start(), match.end(), "count", match[0], match["tail"] or match["btail"] or "", number=number)


def _latin(text: str, i: int, before: list[Mark]) -> Mark:
    match = _LATIN.match(text, i)
    if not match:
        return Mark(i, i + 1, "fill", text[i])
    words = match[0].split(" ")
    for length in range(len(words), 0, -1):
        phrase = " ".join(words[:length])
        mark = english_marks.known(phrase, i, i + len(phrase), before)
        if mark is not None:
            tail = re.compile(rf"(?:{words_ko.particles()}|하게|한)*{_END}").match(text, mark.end)
            if tail:
                mark.end, mark.tail = tail.end(), tail[0] if mark.kind == "thing" else mark.tail
            return mark
    return Mark(i, i + len(words[0]), "word", words[0])


@cache
def _by_length() -> dict[int, tuple[str, ...]]:
    table: dict[int, list[str]] = {}
    for name in index.korean():
        table.setdefault(len(name), []).append(name)
    return {length: tuple(names) for length, names in table.items()}


def _mended(text: str, i: int) -> Mark:
    """A noun misspelled by one letter, or a word that is not understood."""
    word = _WORD.match(text, i)
    if word is None:
        return Mark(i, i + 1, "fill", text[i])
    said = word[0]
    for length in range(len(said), 1, -1):
        tail = re.fullmatch(f"(?:{words_ko.particles()})*", said[length:])
        near = [name for name in _by_length().get(length, ()) if tail and same_sound(said[:length], name)]
        if len(near) == 1:
            return Mark(i, word.end(), "thing", near[0], said[length:], index.korean()[near[0]])
    return Mark(i, word.end(), "word", said)
