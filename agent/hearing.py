"""The first look at a message: what language, and whether there are words to read at all."""

import html
import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from wanderhue.agent.trips import Lang

LONGEST = 4000
"""Characters that are read; a longer message is answered, never cut."""

_TAG = re.compile(
    r"<!--.{0,2000}?-->|<(?:script|style)\b[^>]{0,500}>.{0,8000}?</(?:script|style)>|</?[a-zA-Z][^<>]{0,500}>", re.S
)


@dataclass(frozen=True, slots=True)
class Heard:
    """A message, ready to read, or the problem with it."""

    text: str
    lang: Lang
    problem: Literal["", "empty", "emoji_only", "too_long", "other_language"] = ""
    had_markup: bool = False


def hear_words(raw: str, *, before: Lang | None, languages: tuple[str, ...] = ("en", "ko")) -> Heard:
    """Tidy a message and tell its language; `before` is the conversation's language so far."""
    lang: Lang = before or "en"
    if len(raw) > LONGEST:
        return Heard(raw[:80], language_of(raw[:LONGEST]) or lang, "too_long")
    text = "".join(ch if ch in "\n\t" or unicodedata.category(ch) not in ("Cc", "Cs") else " " for ch in raw)
    stripped = html.unescape(_TAG.sub(" ", text))
    had_markup = bool(_TAG.search(text))
    text = " ".join(stripped.split())
    if not text:
        return Heard("", lang, "empty", had_markup)
    letters = [ch for ch in text if unicodedata.category(ch)[0] == "L"]
    if not letters and not any(ch.isdigit() for ch in text):
        marks = any(unicodedata.category(ch) in ("So", "Sk") for ch in text)
        return Heard(text, lang, "emoji_only" if marks else "empty", had_markup)
    found = language_of(text)
    if found is None and letters and languages:
        return Heard(text, lang, "other_language", had_markup)
    return Heard(text, found or lang, "", had_markup)


def language_of(text: str) -> Lang | None:
    """'ko' when Hangul carries the message, 'en' for Latin letters, None for other scripts or no letters."""
    hangul = sum("가" <= ch <= "힣" or "ㄱ" <= ch <= "ㆎ" for ch in text)
    latin = sum(ch.isascii() and ch.isalpha() for ch in text)
    other = sum(ch.isalpha() for ch in text) - hangul - latin
    if other > hangul + latin:
        return None
    if hangul and hangul * 3 >= latin:
        return "ko"
    return "en" if latin else None
