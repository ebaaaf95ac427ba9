"""What the studio says: complete in both languages, and nothing said that nobody uses."""

import re
from pathlib import Path
from string import Formatter

import pytest

from wanderhue.ui.studio import icons, strings
from wanderhue.ui.studio.strings import LANGS, catalogue, lang_from, markup, money, text

STUDIO = Path(strings.__file__).parent


def slots(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def sources(*patterns: str) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for pattern in patterns for path in STUDIO.glob(pattern))


def test_both_catalogues_say_the_same_things() -> None:
    english, korean = (catalogue(lang) for lang in LANGS)
    assert list(english) == list(korean)
    for key in english:
        assert slots(english[key]) == slots(korean[key]), key


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_is_empty_or_untidy(lang: str) -> None:
    for key, sentence in catalogue("ko" if lang == "ko" else "en").items():
        assert sentence, key
        assert sentence == " ".join(sentence.split()), key
        assert "<" not in sentence, key


def test_english_has_no_hangul_and_korean_no_english_sentence() -> None:
    hangul = re.compile("[가-힣]")
    for key, sentence in catalogue("en").items():
        assert not hangul.search(sentence), key
    for key, sentence in catalogue("ko").items():
        words = re.sub(r"\{\w+\}|#\w+", "", sentence)
        assert hangul.search(words) or not re.search("[A-Za-z]{2}", words), (key, sentence)


def used() -> set[str]:
    """Keys that the studio's code, templates and scripts name, whole or by the beginning that they add to."""
    named = set(re.findall(r"[\"'`]([a-z][a-z0-9_]*)[\"'`]", sources("*.py", "templates/*.html", "static/js/*.js")))
    begun = set(re.findall(r"[\"'`]([a-z]+_)(?:\{|\$\{|['\"] \+)", sources("*.py", "static/js/*.js")))
    begun |= set(re.findall(r"t\('([a-z]+_)' \+", sources("templates/*.html")))
    return {key for key in catalogue("en") if key in named or key.startswith(tuple(begun))}


def test_every_key_is_used_somewhere() -> None:
    assert sorted(set(catalogue("en")) - used()) == []


def test_every_key_that_is_asked_for_exists() -> None:
    asked = set(re.findall(r"\bt\('(\w+)'[,)]", sources("templates/*.html")))
    asked |= set(re.findall(r"\btext\(\"(\w+)\"", sources("*.py")))
    asked |= set(re.findall(r"\bword\(\"(\w+)\"", sources("static/js/*.js")))
    assert len(asked) > 100
    assert sorted(asked - set(catalogue("en"))) == []


def test_every_icon_that_is_asked_for_exists() -> None:
    asked = set(re.findall(r"\bicon\('(\w+)'\)", sources("templates/*.html")))
    asked |= set(re.findall(r"card\('(\w+)'", sources("templates/*.html")))
    assert len(asked) > 15
    for name in asked:
        assert "<svg" in icons.icon(name)
    named = sources("templates/*.html", *(f"{path.stem}.py" for path in STUDIO.glob("*.py") if path.stem != "icons"))
    assert [name for name in icons._PATHS if f"'{name}'" not in named and f'"{name}"' not in named] == []


def test_a_sentence_for_a_page_escapes_what_fills_it() -> None:
    shown = markup("go_on_with", "en", title="<b>sea</b>")
    assert shown == "Go on with “&lt;b&gt;sea&lt;/b&gt;”"
    assert text("go_on_with", "en", title="<b>") == "Go on with “<b>”"


@pytest.mark.parametrize(
    ("wish", "accept", "lang"),
    [
        ("ko", "en-US,en", "ko"),
        ("en", "ko-KR", "en"),
        ("", "ko-KR,ko;q=0.9,en-US;q=0.8", "ko"),
        ("", "fr-FR,fr;q=0.9,ko;q=0.5", "ko"),
        ("", "fr-FR,en;q=0.9,ko;q=0.5", "en"),
        ("", "de", "en"),
        ("", "", "en"),
        ("fr", "ko", "ko"),
    ],
)
def test_the_language_is_the_wish_then_the_browsers(wish: str, accept: str, lang: str) -> None:
    assert lang_from(wish, accept) == lang


@pytest.mark.parametrize(
    ("usd", "shown"), [(0, "free"), (0.0, "free"), (0.04, "$0.04"), (0.001, "$0.001"), (12.5, "$12.50")]
)
def test_money_is_read_at_a_glance(usd: float, shown: str) -> None:
    assert money(usd, "en") == shown
    assert money(usd, "ko") == shown.replace("free", "무료")
