"""Typing errors forgiven: one slip away from exactly one known word, and never from a word that is common itself."""

from collections.abc import Iterable
from functools import cache, lru_cache

from wanderhue.agent.grammar import index, words_en

_SHORTEST = 5
_NEAR_VOWELS = ("ㅐㅔ", "ㅒㅖ", "ㅙㅚㅞ", "ㅢㅣ", "ㅗㅜ", "ㅓㅗ")
_NEAR_INITIALS = ("ㄱㄲㅋ", "ㄷㄸㅌ", "ㅂㅃㅍ", "ㅅㅆ", "ㅈㅉㅊ")
_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"


@cache
def _by_gap() -> dict[str, set[str]]:
    """Known words under themselves with one letter left out."""
    words = {word for word in (*index.english(), *words_en.entries()) if word.isalpha() and len(word) >= _SHORTEST - 1}
    table: dict[str, set[str]] = {}
    for word in words:
        for gap in _gaps(word):
            table.setdefault(gap, set()).add(word)
    return table


def _gaps(word: str) -> Iterable[str]:
    yield word
    for i in range(len(word)):
        yield word[:i] + word[i + 1 :]


@lru_cache(maxsize=2048)
def mend_english(word: str) -> str:
    """The known word that `word` is one slip away from (a letter too many, too few, wrong or swapped), or ''."""
    if len(word) < _SHORTEST - 1 or not word.isalpha() or word in words_en.never_mended():
        return ""
    table = _by_gap()
    near = {known for gap in _gaps(word) for known in table.get(gap, ()) if _one_slip(word, known)}
    if len(word) < _SHORTEST:
        near = {known for known in near if sorted(known) == sorted(word)}
    return near.pop() if len(near) == 1 else _same_start(word, near)


def _same_start(word: str, near: set[str]) -> str:
    """The one of several that keeps the first letter and the length, if just one does."""
    kept = [known for known in near if known[0] == word[0] and sorted(known) == sorted(word)]
    return kept[0] if len(kept) == 1 else ""


def _one_slip(word: str, known: str) -> bool:
    if word == known or max(len(word), len(known)) < _SHORTEST - 1 or abs(len(word) - len(known)) > 1:
        return False
    if len(word) == len(known):
        wrong = [i for i, (a, b) in enumerate(zip(word, known, strict=True)) if a != b]
        swapped = (
            len(wrong) == 2
            and wrong[1] == wrong[0] + 1
            and word[wrong[0]] == known[wrong[1]]
            and word[wrong[1]] == known[wrong[0]]
        )
        return len(wrong) == 1 or swapped
    short, long = sorted((word, known), key=len)
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def same_sound(said: str, known: str) -> bool:
    """Whether two Korean words of equal length differ in one letter: a near one in short words, any in long ones."""
    if len(said) != len(known) or len(known) < 2 or said == known:
        return False
    wrong = [(a, b) for a, b in zip(said, known, strict=True) if a != b]
    return len(wrong) == 1 and _near(*wrong[0], free=len(known) >= 3)


def _near(said: str, known: str, *, free: bool) -> bool:
    if not ("가" <= said <= "힣" and "가" <= known <= "힣"):
        return False
    a, b = ord(said) - 0xAC00, ord(known) - 0xAC00
    first, vowel, final = (a // 588, b // 588), (a % 588 // 28, b % 588 // 28), (a % 28, b % 28)
    differ = [pair for pair in (first, vowel, final) if pair[0] != pair[1]]
    if len(differ) != 1:
        return False
    if free:
        return True
    if first[0] != first[1]:
        return _together(_INITIALS, first, _NEAR_INITIALS)
    if vowel[0] != vowel[1]:
        return _together(_VOWELS, vowel, _NEAR_VOWELS)
    return False


def _together(letters: str, pair: tuple[int, int], groups: tuple[str, ...]) -> bool:
    return any(letters[pair[0]] in group and letters[pair[1]] in group for group in groups)
