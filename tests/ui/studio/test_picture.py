"""A picture in words: its verdict color by color, its facts, its files."""

from typing import Any

import pytest

from wanderhue.ui.studio import picture
from wanderhue.ui.studio.strings import LANGS, Lang, text


def color(**more: Any) -> dict[str, Any]:
    return {"hex": "#204060", "name": "sea", "covered": 1.0, "got": "#204060", "apart": 0.0, **more}


@pytest.mark.parametrize(
    ("measured", "verdict"),
    [
        (color(), "same"),
        (color(got="#214161", apart=0.9), "same"),
        (color(got="#204060", apart=None), "same"),
        (color(got="#305070", apart=9.0), "lighter"),
        (color(got="#103050", apart=9.0), "darker"),
        (color(got="#304060", apart=9.0), "drifted"),
        (color(got=None, apart=None, covered=0.0), "missing"),
        (color(covered=0.3), "missing"),
    ],
)
def test_a_measured_color_has_a_verdict(measured: dict[str, Any], verdict: str) -> None:
    for lang in LANGS:
        (shown,) = picture.score(image(measured), lang)["colors"]
        assert shown["verdict"] == text(verdict, lang)


def image(*colors: dict[str, Any], **score: Any) -> dict[str, Any]:
    palette = [{"name": one["name"], "hex": one["hex"]} for one in colors]
    found = {"score": 91.6, "fidelity": 0.904, "coverage": 1.0, "word": "faithful", "missing": [], "colors": [*colors]}
    return {"palette_score": {**found, **score}, "brief": {"palette": palette}}


@pytest.mark.parametrize(("word", "kind"), [("faithful", "faithful"), ("good", "good"), ("off", "off"), ("odd", "off")])
def test_the_score_is_a_word_a_sentence_and_three_numbers(word: str, kind: str) -> None:
    shown = picture.score(image(color(), word=word), "en")
    assert (shown["kind"], shown["word"]) == (kind, text(f"score_{kind}", "en"))
    assert shown["sentence"] == text(f"sentence_{kind}", "en")
    assert (shown["number"], shown["fidelity"], shown["coverage"]) == (92, 90, 100)


@pytest.mark.parametrize("lang", LANGS)
def test_a_color_that_is_missing_is_named_when_the_picture_is_off(lang: Lang) -> None:
    shown = picture.score(image(color(), word="off", missing=["#204060"]), lang)
    assert shown["sentence"] == text("sentence_missing", lang, name="sea")
    assert picture.score(image(color(), word="good", missing=["#204060"]), lang)["sentence"] == text(
        "sentence_good", lang
    )


def test_a_size_that_is_not_the_one_asked_for_is_told_as_both() -> None:
    given = {"width": 64, "height": 60, "painter": "counting", "seed": 7, "cost": 0.04, "id": "v1"}
    same = picture._facts({**given, "sent": {"width": 64, "height": 60}, "got": {"width": 64, "height": 60}}, "en")
    other = picture._facts({**given, "sent": {"width": 1024, "height": 1024}, "got": {"width": 64, "height": 60}}, "en")
    assert same[0] == {"name": text("fact_size", "en"), "value": "64 × 60"}
    assert other[0]["value"] == text("fact_size_differs", "en", asked="1024 × 1024", got="64 × 60")
    assert "$0.04" in [fact["value"] for fact in same]


@pytest.mark.parametrize("lang", LANGS)
def test_painters_and_shapes_have_names_and_files_their_places(lang: Lang) -> None:
    assert picture.painter_name("illustrator", lang) == text("painter_illustrator", lang)
    assert picture.painter_name("openai:gpt-image-2", lang) == "openai:gpt-image-2"
    assert [shape["aspect"] for shape in picture.shapes(lang)] == ["3:2", "9:16", "16:9", "1:1", "3:4"]
    files = picture.downloads({"id": "v1"}, "t1", lang)
    assert {file["href"] for file in files} == {
        *(f"wh/download/v1?as={form}" for form in ("png", "zip", "json", "css", "gpl", "ase")), "wh/trip/t1",
    }  # fmt: skip


def test_a_title_is_in_the_readers_script_where_there_is_one() -> None:
    brief: dict[str, Any] = {"subject": "a lake", "scene": {"title": "lake Bled", "local_title": "블레드 호수"}}
    assert picture.title_of(brief, "en") == "Lake Bled"
    assert picture.title_of(brief, "ko") == "블레드 호수"
    assert picture.title_of({"subject": "a lake", "scene": {}}, "en") == "A lake"
    assert picture.title_of({"subject": "a lake", "scene": {}}, "ko") == text("did_picture", "ko")
    assert picture.title_of(brief, "en", photo=True) == text("photo_title", "en")


def test_days_are_written_as_the_language_writes_them() -> None:
    at = 1_764_300_000.0  # 28 November 2025, around noon wherever it is read
    assert picture.when(at, "en").split()[1] == "Nov"
    assert picture.when(at, "ko").startswith("11월")
