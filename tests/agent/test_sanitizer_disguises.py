"""Disguised words are read, harmless text in the same disguise is left alone."""

import base64
from collections.abc import Callable

import pytest

from wanderhue.agent.sanitizer import check_prompt
from wanderhue.agent.sanitizer.hangul import compose
from wanderhue.agent.sanitizer.normalize import normalize

BAD, GOOD = "a naked woman", "a wooden pier"
BAD_KO, GOOD_KO = "포르노 배우", "푸른 바다"
INITIALS, VOWELS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ", "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
FINALS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"


def letters(text: str) -> list[str]:
    """The separate letters of Hangul text, other characters as they are."""
    out: list[str] = []
    for char in text:
        code = ord(char) - 0xAC00
        if 0 <= code < 11172:
            parts = INITIALS[code // 588], VOWELS[code // 28 % 21], FINALS[code % 28]
            out += [part for part in parts if part != " "]
        else:
            out.append(char)
    return out


DISGUISES: dict[str, Callable[[str], str]] = {
    "zero width": "\u200b".join,
    "soft hyphen": "\u00ad".join,
    "full width": lambda t: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in t),
    "bold letters": lambda t: "".join(chr(0x1D41A + ord(c) - 97) if c.isalpha() else c for c in t),
    "struck through": lambda t: "".join(c + "\u0336" for c in t),
    "look-alikes": lambda t: t.translate(str.maketrans("aoe", "аое")),
    "digits": lambda t: t.translate(str.maketrans("aeo", "430")),
    "held down": lambda t: "".join(c * 3 if c in "aeo" else c for c in t),
    "spaced": " ".join,
    "dotted": lambda t: " ".join(".".join(word) for word in t.split()),
    "backwards": lambda t: t[::-1],
    "base64": lambda t: base64.b64encode(t.encode()).decode(),
    "tag characters": lambda t: "draw this " + "".join(chr(0xE0000 + ord(c)) for c in t),
    "mixed case": lambda t: "".join(c.upper() if i % 2 else c for i, c in enumerate(t)),
}
KOREAN: dict[str, Callable[[str], str]] = {
    "letters": lambda t: "".join(letters(t)),
    "spaced letters": lambda t: " ".join(letters(t.replace(" ", ""))),
    "spaced syllables": lambda t: " ".join(t.replace(" ", "")),
    "dotted": lambda t: ".".join(t.replace(" ", "")),
    "digits between": lambda t: " ".join("1".join(word) for word in t.split()),
    "fillers": "\u3164".join,
    "zero width": "\u200d".join,
}


@pytest.mark.parametrize("name", DISGUISES)
def test_a_disguised_phrase_is_refused_and_a_harmless_one_is_not(name: str) -> None:
    disguise = DISGUISES[name]
    assert check_prompt(disguise(BAD)).verdict == "refused"
    assert check_prompt(disguise(GOOD)).verdict == "allowed"


@pytest.mark.parametrize("name", KOREAN)
def test_a_disguised_korean_phrase_is_refused_and_a_harmless_one_is_not(name: str) -> None:
    disguise = KOREAN[name]
    assert check_prompt(disguise(BAD_KO)).verdict == "refused"
    assert check_prompt(disguise(GOOD_KO)).verdict == "allowed"


def test_romanized_korean_is_read() -> None:
    assert check_prompt("al-mom yeoja poster").verdict == "refused"


def test_a_word_read_backwards_by_chance_is_no_finding() -> None:
    assert check_prompt("golf at a scenic course with a neat studio setup").verdict == "allowed"


def test_every_syllable_is_composed_from_its_letters() -> None:
    every = "".join(chr(code) for code in range(0xAC00, 0xD7A4, 7))
    for char in every:
        cells = [(part, i, i + 1) for i, part in enumerate(letters(char))]
        assert "".join(cell[0] for cell in compose(cells)) == char


def test_every_character_of_a_view_points_back_at_the_original() -> None:
    text = "Ｃafé \u200b가각 ㅂㅗㅁ"
    view = normalize(text)
    assert view.text == "cafe 가각 봄"
    at = view.text.index("봄")
    assert text[slice(*view.span(at, at + 1))] == "ㅂㅗㅁ"
    assert text[slice(*view.span(0, 4))] == "Ｃafé"


def test_emoji_and_laughing_letters_are_left_alone() -> None:
    text = "제주 바다 좋아 ㅋㅋㅋ 🏖️"
    assert check_prompt(text).verdict == "allowed"
    assert check_prompt(text).text == text
