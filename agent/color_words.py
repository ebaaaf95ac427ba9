"""Color words in a sentence, in Korean and English: 'make the sail dark red', '지붕을 빨간색으로'.

English words need word boundaries. A Korean word must begin its 어절 (after 더, 좀, ... at most) and end it, but for
particles; adjectives and words in -색 may run into the noun they color (빨간배). Words that also name a thing
(lavender, 민트) count where the sentence marks them as a color ('lavender color', '민트 톤'), or stand alone.
"""

import re
from functools import cache
from typing import NamedTuple

from wanderhue.agent.color_family import family
from wanderhue.agent.color_table import CSS, MODIFIERS, NOT_COLORS, PLAIN, Modifier, PlainColor
from wanderhue.agent.oklab import hex_to_oklab, oklab_to_hex

_HANGUL = "가-힣"
_PARTICLES = (
    "으로|로|을|를|이|가|은|는|의|에|과|와|도|만|나|랑|이랑|하고|처럼|같은|같이|인|이고|이며|이에요|예요|요|입니다|이다|"
    "보다|부터|까지|에서|들|라도|이라|라|한|해|하게|빛|색|계열|계통|톤|스럽게|스름한|스레한|끼|기가|좀|더|이면|면"
)
_MARKED_KO = "(?:계열|계통|톤|빛|색|컬러)"
_MARKED_EN = r"(?:\s*-?\s*(?:colou?r(?:ed|s)?|tones?|toned|shades?|hues?|tints?|tinted|accents?)\b)"


class FoundColor(NamedTuple):
    """A color word in a text: `text[start:end] == word`."""

    start: int
    end: int
    word: str
    hex: str
    family: str


@cache
def _by_word() -> dict[str, PlainColor]:
    words = {word: color for color in PLAIN for word in (*color.things, *color.en, *color.ko)}
    return {word.replace("-", " "): color for word, color in words.items()}


@cache
def _modifier_by_word() -> dict[str, Modifier]:
    return {word: modifier for modifier in MODIFIERS for word in (*modifier.en, *modifier.ko)}


def _either(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"[\s-]+") for word in sorted(words, key=len, reverse=True))


@cache
def _english() -> re.Pattern[str]:
    things = {word for color in PLAIN for word in color.things}
    sure = [word for color in PLAIN for word in color.en if word not in things]
    compounds = [name for name in CSS if any(name != word and name.endswith(word) for word in ("blue", "green", "red"))]
    loose = [word for word in things if word.isascii()]
    modifiers = _either([word for modifier in MODIFIERS for word in modifier.en])
    return re.compile(
        rf"(?<![a-z0-9_#])(?:(?P<word>{_either([*sure, *compounds])})|(?P<mod>{modifiers})[\s-]+(?P<of>{_either(sure)})"
        rf"|(?P<thing>{_either(loose)})(?P<mark>{_MARKED_EN})?)(?![a-z0-9_])",
        re.IGNORECASE,
    )


@cache
def _korean() -> re.Pattern[str]:
    things = {word for color in PLAIN for word in color.things}
    sure = [word for color in PLAIN for word in color.ko if word not in things]
    free = [word for word in sure if re.search("(?:색|[은는]|[간란안얀]|게|흰|푸른|붉은|검은|까만)$", word)]
    fixed = [word for word in sure if word not in free]
    loose = [word for word in things if not word.isascii()]
    modifiers = _either([word for modifier in MODIFIERS for word in modifier.ko if len(word) > 1])
    tail = rf"(?=(?:{_PARTICLES})*(?![{_HANGUL}]))"
    return re.compile(
        rf"(?<![{_HANGUL}])(?:(?:더|좀|아주|매우|살짝|약간)(?=[{_HANGUL}]))?(?:(?P<mod>{modifiers})\s*|(?P<short>연|진))?"
        rf"(?:(?P<free>{_either(free)})|(?P<word>{_either(fixed)}){tail}|"
        rf"(?P<thing>{_either(loose)})(?P<mark>\s?{_MARKED_KO})?{tail})"
    )


@cache
def _masked() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z0-9{_HANGUL}])(?:{_either(list(NOT_COLORS))})", re.IGNORECASE)


def adjusted(hex_color: str, modifier: Modifier | None) -> str:
    """The color made lighter, darker, paler, ... as the modifier says; black and white keep a little room."""
    if modifier is None:
        return hex_color
    lab = hex_to_oklab([hex_color])[0]
    lab[0] = min(max(lab[0] + modifier.lightness, 0.16), 0.98)
    lab[1:] *= modifier.chroma
    return oklab_to_hex(lab)


def spoken(name: str) -> tuple[PlainColor, Modifier | None] | None:
    """What a whole phrase names: a plain color, and the modifier said before it. None if it is no color."""
    words, said = _by_word(), " ".join(name.casefold().replace("-", " ").split())
    for text in (said, said.removesuffix(" color"), said.removesuffix(" colour"), said.removesuffix("색").rstrip()):
        if text in words:
            return words[text], None
    for modifier_word, modifier in _modifier_by_word().items():
        rest = said.removeprefix(modifier_word)
        joined = not rest.startswith(" ")
        if rest == said or rest.strip() not in words or (joined and modifier_word.isascii()):
            continue
        if joined or len(modifier_word) > 1:  # 연 alone is a kite
            return words[rest.strip()], modifier
    return None


def find_colors(text: str, lang: str | None = None, *, loose: bool = False) -> list[FoundColor]:
    """The color words of `text`, in order. `lang` ('en', 'ko') reads only that language's words.

    `loose` also takes words that name a thing as well ('lavender', '민트') wherever they stand; without it they
    need a word like 'color' or '톤' after them, or to be the whole text.
    """
    hidden = _masked().sub(lambda match: "\0" * len(match.group()), text)
    patterns = [_english()] * (lang != "ko") + [_korean()] * (lang != "en")
    whole = text.strip().casefold()
    found: dict[int, FoundColor] = {}
    for pattern in patterns:
        for match in pattern.finditer(hidden):
            one = _found(match, loose=loose, whole=whole)
            if one is not None:
                found[one.start] = one
    return [found[start] for start in sorted(found)]


def _found(match: re.Match[str], *, loose: bool, whole: str) -> FoundColor | None:
    parts = match.groupdict()
    noun = next(name for name in ("word", "free", "of", "thing") if parts.get(name))
    if noun == "thing" and not (loose or parts["mark"] or parts.get("mod") or match.group().casefold() == whole):
        return None
    before = next((name for name in ("mod", "short") if parts.get(name)), "")
    start = match.start(before or noun)
    end = match.end(noun)
    said = " ".join(parts[noun].casefold().replace("-", " ").split())
    modifier = _modifier_by_word()[parts[before].casefold()] if before else None
    if said not in _by_word():
        return _from_css(match, start, end)
    color = _by_word()[said]
    return FoundColor(start, end, match.string[start:end], adjusted(color.hex, modifier), color.family)


def _from_css(match: re.Match[str], start: int, end: int) -> FoundColor:
    value = CSS[match.group("word").casefold()]
    return FoundColor(start, end, match.string[start:end], value, family(value))
