"""The rest of a picture's sentence: lettering, shape and style, and the nouns that nobody here can draw."""

import re

from wanderhue.agent.color_words import find_colors
from wanderhue.agent.offline.constraints import common_words, marks, word_list
from wanderhue.agent.offline.tokens import HANGUL, LATIN, fold, stem
from wanderhue.agent.offline.words import Hit
from wanderhue.agent.scene import ASPECTS
from wanderhue.agent.trips import Lang
from wanderhue.agent.vocabulary import STYLES

_TITLE = re.compile(
    r"(?:titled|entitled|with the (?:title|words|text|lettering)|that says|saying|called|제목은|제목을|"
    r"글자는|글씨는|문구는)\s*[:]?\s*[\"“'‘「](.{1,60}?)[\"”'’」]"
    r"|[\"“'‘「](.{1,60}?)[\"”'’」]\s*(?:이?라고|라는|이?란)\s*(?:쓴|쓰|적|제목|글)"
)
_SHAPES = (
    ("1:1", re.compile(r"\bsquare\b|정사각|정방형")),
    ("9:16", re.compile(r"\bphone\b|\bwallpaper for my phone\b|휴대폰|핸드폰|폰\s*배경")),
    ("3:4", re.compile(r"\bportrait\b|\bvertical\b|세로")),
)
_RATIO = re.compile(r"(?<!\d)(\d{1,2}):(\d{1,2})(?!\d)")
_NOUN_EN = re.compile(
    r"\b(?:a|an|the|two|three|four|five|some|several|many|of|with|and|his|her|its|their|on|in|under|by|riding|"
    r"holding)\s+((?:[a-z-]+\s+){0,2}?)([a-z]{3,})\b"
)
_NOUN_KO = re.compile(r"([가-힣]{2,6}?)(?:이|가|을|를|와|과|랑|이랑)(?=\s|$|,)")


def frame_of(text: str) -> dict[str, object]:
    """Title, aspect and style, where they were said."""
    found: dict[str, object] = {}
    if match := _TITLE.search(text):
        found["title"] = (match.group(1) or match.group(2))[:60]
    folded = fold(text)
    if (match := _RATIO.search(folded)) and match.group() in ASPECTS:
        found["aspect"] = match.group()
    else:
        shapes = [aspect for aspect, pattern in _SHAPES if pattern.search(folded)]
        found |= {"aspect": shapes[0]} if shapes else {}
    for style in ("line", "flat"):
        words = [
            word for word in (*STYLES[style].en, *STYLES[style].ko) if word not in ("line", "clean", "simple", "flat")
        ]
        if any(re.search(rf"(?<![a-z가-힣]){re.escape(word)}", folded) for word in words):
            found["style"] = style
    return found


def unknown_things(text: str, hits: list[Hit], lang: Lang) -> list[str]:
    """Nouns of the sentence that no list knows, in the person's words."""
    folded = fold(text)
    taken = [(hit.start, hit.end) for hit in (*hits, *marks().find(text))]
    taken += [(one.start, one.end) for one in find_colors(text)]
    taken += [match.span() for match in _TITLE.finditer(text)]
    spans = _korean_nouns(folded) if lang == "ko" else _english_nouns(folded)
    free = [span for span in spans if not any(start < span[1] and span[0] < end for start, end in taken)]
    return list(dict.fromkeys(text[start:end] for start, end in free))[:4]


def _english_nouns(text: str) -> list[tuple[int, int]]:
    found = []
    for match in _NOUN_EN.finditer(text):
        word = match.group(2)
        if stem(word) in common_words() or word in word_list("scenery", "plain") or word.endswith(("ing", "ly", "ed")):
            continue
        following = LATIN.match(text, match.end() + 1)
        if following and match.end() < len(text) and text[match.end()] == " " and _goes_on(following.group()):
            continue
        found.append(match.span(2))
    return found


def _goes_on(word: str) -> bool:
    """Whether a following word makes the one before it an adjective: it is no small word."""
    small = {
        "in",
        "on",
        "at",
        "by",
        "with",
        "and",
        "of",
        "under",
        "beside",
        "near",
        "before",
        "behind",
        "over",
        "is",
        "are",
        "that",
        "who",
        "for",
        "to",
    }
    return word not in small and not word.endswith(("ing", "ed"))


def _korean_nouns(text: str) -> list[tuple[int, int]]:
    plain = word_list("scenery", "plain", lang="ko")
    return [
        match.span(1)
        for match in _NOUN_KO.finditer(text)
        if match.group(1) not in plain
        and not any(match.group(1).endswith(word) for word in plain if len(word) > 1)
        and match.group(1) not in common_words()
        and HANGUL.match(text, max(0, match.start() - 1) if match.start() == 0 else match.start())
        and (match.start() == 0 or not HANGUL.match(text, match.start() - 1))
    ]
