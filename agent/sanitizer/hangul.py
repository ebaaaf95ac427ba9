"""Hangul letters back into syllables, for words that were taken apart to slip past a reader.

Unicode's own compatibility normalisation cannot do it: NFKC turns the separate letters of a word into a mixture of
leading consonants and syllables. Hence this small input-method automaton, run before anything else.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

Cell = tuple[str, int, int]
"""A character and the span [start, end) of the original text that it stands for."""

_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_FROM_CONJOINING = {
    **{chr(0x1100 + i): c for i, c in enumerate(_INITIALS)},
    **{chr(0x1161 + i): c for i, c in enumerate(_VOWELS)},
    **{chr(0x11A8 + i): c for i, c in enumerate(_FINALS)},
}
_COMPOUND = {
    "ㅗㅏ": "ㅘ", "ㅗㅐ": "ㅙ", "ㅗㅣ": "ㅚ", "ㅜㅓ": "ㅝ", "ㅜㅔ": "ㅞ", "ㅜㅣ": "ㅟ", "ㅡㅣ": "ㅢ",
    "ㄱㅅ": "ㄳ", "ㄴㅈ": "ㄵ", "ㄴㅎ": "ㄶ", "ㄹㄱ": "ㄺ", "ㄹㅁ": "ㄻ", "ㄹㅂ": "ㄼ",
    "ㄹㅅ": "ㄽ", "ㄹㅎ": "ㅀ", "ㅂㅅ": "ㅄ",
}  # fmt: skip
_LETTERS = frozenset(_INITIALS + _VOWELS + _FINALS)
_FEWEST_SPACED = 4  # letters in a row, one a word, before the gaps between them are taken for a disguise


def is_letter(char: str) -> bool:
    """A Hangul letter that is not part of a syllable."""
    return char in _LETTERS or char in _FROM_CONJOINING


def is_syllable(char: str) -> bool:
    """A complete Hangul syllable."""
    return "\uac00" <= char <= "\ud7a3"


def compose(cells: Sequence[Cell]) -> list[Cell]:
    """The same text with runs of separate letters joined into syllables, spaces between lone letters removed."""
    letters = [(_FROM_CONJOINING.get(char, char), start, end) for char, start, end in cells]
    out: list[Cell] = []
    run: list[Cell] = []
    for cell in _without_gaps(letters):
        if cell[0] in _LETTERS:
            run.append(cell)
        else:
            out += _syllables(run)
            run = []
            out.append(cell)
    return out + _syllables(run)


def attach(cells: Iterable[Cell]) -> list[Cell]:
    """The same text with a lone consonant drawn into the open syllable before it ("세ㄱ" to "섹")."""
    out: list[Cell] = []
    for char, start, end in cells:
        before = out[-1][0] if out else ""
        if char in _FINALS and is_syllable(before) and (ord(before) - 0xAC00) % 28 == 0:
            out[-1] = (chr(ord(before) + 1 + _FINALS.index(char)), out[-1][1], end)
        else:
            out.append((char, start, end))
    return out


def _without_gaps(cells: list[Cell]) -> list[Cell]:
    """Drop single separators between lone letters when at least four letters stand that way in a row."""
    drop: set[int] = set()
    chain: list[int] = []
    spots = [i for i, cell in enumerate(cells) if cell[0] in _LETTERS]
    for here, there in pairwise(spots):
        if there - here == 2 and not cells[here + 1][0].isalnum():
            chain.append(here + 1)
            continue
        drop.update(chain if len(chain) + 1 >= _FEWEST_SPACED else ())
        chain = []
    drop.update(chain if len(chain) + 1 >= _FEWEST_SPACED else ())
    return [cell for i, cell in enumerate(cells) if i not in drop] if drop else cells


def _syllables(run: list[Cell]) -> list[Cell]:
    """One run of letters as syllables; letters that fit nowhere stay as they are."""
    out: list[Cell] = []
    i = 0
    while i < len(run):
        taken, cell = _syllable(run, i)
        out.append(cell)
        i += taken
    return out


def _syllable(run: list[Cell], i: int) -> tuple[int, Cell]:
    """The syllable that begins at letter i, and how many letters it takes."""
    letter = [cell[0] for cell in run[i : i + 5]] + [""] * 5
    if letter[0] not in _INITIALS or letter[1] not in _VOWELS or not letter[1]:
        return 1, run[i]
    used, vowel = 2, letter[1]
    if letter[2] and vowel + letter[2] in _COMPOUND:
        used, vowel = 3, _COMPOUND[vowel + letter[2]]
    final = 0
    if letter[used] and letter[used] in _FINALS and not _is_vowel(letter[used + 1]):
        final = 1 + _FINALS.index(letter[used])
        double = _COMPOUND.get(letter[used] + letter[used + 1], "")
        after = run[i + used + 2][0] if i + used + 2 < len(run) else ""
        used += 1
        if double and not _is_vowel(after):
            final = 1 + _FINALS.index(double)
            used += 1
    code = 0xAC00 + (_INITIALS.index(letter[0]) * 21 + _VOWELS.index(vowel)) * 28 + final
    return used, (chr(code), run[i][1], run[i + used - 1][2])


def _is_vowel(letter: str) -> bool:
    return bool(letter) and letter in _VOWELS
