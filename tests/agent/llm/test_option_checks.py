"""What is wrong with an option is found and said; what has one right mending is mended, alone or after the repair."""

from datetime import date
from itertools import combinations
from typing import Any

import pytest

from tests.agent.llm.minds import PALETTES, option, recommended
from wanderhue.agent.llm.asks import Asks, asks_of
from wanderhue.agent.llm.checks import (
    answer_faults,
    contradicts,
    hexes_of,
    option_faults,
)
from wanderhue.agent.llm.mend import mended, tidied
from wanderhue.agent.llm.offer import to_option
from wanderhue.agent.llm.schemas import ColorAnswer, OptionAnswer, RecommendAnswer
from wanderhue.agent.offline.catalogue import trips
from wanderhue.agent.palette import Palette
from wanderhue.agent.planner import Talk
from wanderhue.agent.scene import Scene
from wanderhue.agent.trips import Lang, Trip

EN = Asks("en")
BEFORE = [OptionAnswer.model_validate(option("busan"))]


def answer(name: str = "kyoto", lang: Lang = "en", **changes: Any) -> OptionAnswer:
    return OptionAnswer.model_validate(option(name, lang, **changes))


def colors(*hexes: str, names: list[str] | None = None) -> list[dict[str, str]]:
    return [{"name": name, "hex": one} for name, one in zip(names or ["hue"] * len(hexes), hexes, strict=True)]


def codes(one: OptionAnswer, asks: Asks = EN) -> set[str]:
    return {fault.code for fault in option_faults(tidied(one, asks.lang), BEFORE, asks)}


def of_trip(trip: Trip, lang: Lang) -> OptionAnswer:
    scene = {
        "setting": f"{trip.scene.setting}/{trip.scene.variant_or_default()}",
        "time": trip.scene.time,
        "weather": trip.scene.weather,
        "elements": [{"kind": one.kind, "count": one.count, "word": ""} for one in trip.scene.elements],
    }
    return OptionAnswer.model_validate(
        {
            "title": trip.title.get(lang), "place": trip.place.get(lang), "place_en": trip.place.en,
            "country": trip.country, "latitude": trip.latitude, "months": list(trip.months),
            "season": trip.scene.season or "none", "why": trip.why.get(lang),
            "highlights": [line.get(lang) for line in trip.highlights],
            "mood": ", ".join(mood.get(lang) for mood in trip.moods),
            "palette": [{"name": color.name(lang), "hex": color.hex} for color in trip.palette], "scene": scene,
        }
    )  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_every_trip_of_the_catalogue_would_pass_as_it_is(lang: Lang) -> None:
    for trip in trips():
        one = of_trip(trip, lang)
        tidy = tidied(one, lang)
        assert option_faults(tidy, [], Asks(lang)) == [], trip.id
        assert tidy.palette == one.palette, trip.id
        assert tidy.place == one.place
        assert tidied(tidy, lang) == tidy
        assert isinstance(to_option(tidy, lang).scene, Scene)


FAULTS: dict[str, tuple[dict[str, Any], Asks, str]] = {
    "no why": ({"why": ""}, EN, "empty"),
    "no months": ({"months": [], "place_en": "Nowhere Known", "place": "Nowhere Known"}, EN, "empty"),
    "no highlights": ({"highlights": []}, EN, "empty"),
    "the place of another": ({"place_en": "Cheongsapo, Busan", "place": "Cheongsapo, Busan"}, EN, "place"),
    "the place of another, spelled otherwise": ({"place_en": "cheongsapo busan"}, EN, "place"),
    "shown before": ({}, Asks("en", shown=frozenset({"kyotojapan"})), "shown"),
    "the mood of another": ({"mood": "Breezy and Bright"}, EN, "mood"),
    "the sentence of another": ({"why": "A small train runs right above the waves."}, EN, "same"),
    "the title of another": ({"title": "Sea train to Cheongsapo"}, EN, "same"),
    "the palette of another": ({"palette": colors(*PALETTES["busan"])}, EN, "palette"),
    "no colors": ({"palette": []}, EN, "colors"),
    "colors that are none": ({"palette": colors("teal-ish", "?", "#12", "", "x")}, EN, "colors"),
    "one color five times": ({"palette": colors(*["#aa3322"] * 5)}, EN, "colors"),
    "a name against its value": (
        {"palette": colors(*PALETTES["kyoto"], names=["ink", "paper", "navy blue", "gold", "moss"])}, EN, "name",
    ),
    "a Korean name against its value": (
        {"palette": colors(*PALETTES["kyoto"], names=["ink", "paper", "짙은 초록색", "gold", "moss"])}, EN, "name",
    ),
    "a season of the other half of the world": (
        {"place_en": "Queenstown, New Zealand", "place": "Queenstown", "country": "NZ", "latitude": 45.0,
         "months": [11], "season": "autumn"}, EN, "season",
    ),
    "another month than asked for": ({}, Asks("en", months=frozenset({4, 5})), "month"),
    "another season than asked for": ({}, Asks("en", seasons=frozenset({"spring"})), "month"),
    "another language": ({"why": "단풍이 붉게 물들어요."}, EN, "language"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_found_and_told_in_words(name: str) -> None:
    changes, asks, code = FAULTS[name]
    tidy = tidied(answer(**changes), asks.lang)
    found = option_faults(tidy, BEFORE, asks)
    assert [fault.code for fault in found] == [code]
    assert len(found[0].words.split()) >= 4


def test_a_good_option_has_no_fault() -> None:
    assert codes(answer()) == set()


MENDED = [name for name, (_, _, code) in FAULTS.items() if code in ("mood", "palette", "colors", "name", "season")]


@pytest.mark.parametrize("name", [*MENDED, "no why", "no highlights"])
def test_what_rules_can_mend_is_mended_and_then_has_no_fault(name: str) -> None:
    changes, asks, code = FAULTS[name]
    tidy = tidied(answer(**changes), asks.lang)
    better = mended(tidy, option_faults(tidy, BEFORE, asks), BEFORE, asks)
    assert better is not None
    assert option_faults(better.option, BEFORE, asks) == []
    assert better.told == (code in ("palette", "colors"))
    assert (better.option.place, better.option.title) == (tidy.place, tidy.title)


@pytest.mark.parametrize("name", [n for n, (_, _, c) in FAULTS.items() if c in ("place", "shown", "same", "month")])
def test_where_only_another_place_helps_rules_give_up(name: str) -> None:
    changes, asks, _ = FAULTS[name]
    tidy = tidied(answer(**changes), asks.lang)
    assert mended(tidy, option_faults(tidy, BEFORE, asks), BEFORE, asks) is None


@pytest.mark.parametrize(
    ("name", "value", "wrong"),
    [
        ("navy blue", "#ff0000", True),
        ("red", "#ff0000", False),
        ("crimson", "#c8402f", False),
        ("blue", "#ff8800", True),
        ("빨강", "#0044ff", True),
        ("하늘색", "#8fb9c6", False),
        ("blue-gum forest", "#0c2a21", False),
        ("Fuji snow", "#f4f6fb", False),
        ("기와 먹빛", "#2b2d33", False),
        ("neon white", "#d7f2ec", False),
        ("white", "#333333", True),
        ("persimmon", "#00ff00", False),
        ("", "#00ff00", False),
        ("red", "no color", False),
    ],
)
def test_a_name_that_says_a_color_must_say_that_color(name: str, value: str, wrong: bool) -> None:
    assert contradicts(ColorAnswer(name=name, hex=value)) is wrong


def test_palettes_that_are_mended_one_after_the_other_differ_from_all() -> None:
    taken: list[OptionAnswer] = []
    for name in ("kyoto", "busan", "jeju"):
        one = tidied(answer(name, palette=colors(*PALETTES["paris"])), "en")
        better = mended(one, option_faults(one, taken, EN), taken, EN)
        assert better is not None
        taken.append(better.option)
    apart = [Palette.from_hex(hexes_of(a.palette)).distance(hexes_of(b.palette)) for a, b in combinations(taken, 2)]
    assert min(apart) >= 0.05


def test_the_request_decides_about_months_and_shown_places() -> None:
    talk = Talk("in April, with friends", "en", date(2026, 11, 21), shown=("seoul-bukchon", "Kyoto, Japan"))
    asks = asks_of(talk)
    assert asks.months == {4}
    assert {"bukchonseoul", "kyotojapan"} <= asks.shown
    assert asks_of(Talk("Kyoto, Japan after all", "en", talk.today, shown=talk.shown)).shown.isdisjoint({"kyotojapan"})


@pytest.mark.parametrize(
    ("changes", "asks", "words"),
    [
        ({"reply": ""}, EN, "reply must not be empty"),
        ({"kind": "question", "options": []}, Asks("en", asked=True), "a question was asked before"),
        ({"kind": "reply", "options": []}, Asks("en", more=True), "three others were asked for"),
        ({"kind": "chosen", "index": 4}, Asks("en", table=3), "index 4 is none of the 3"),
        ({"kind": "chosen", "index": 0}, Asks("en", table=3), "index 0"),
        ({"kind": "picture", "options": []}, EN, "the one entry"),
        ({"reply": "세 곳이에요."}, EN, "reply must be in English"),
        ({}, Asks("ko"), "reply must be in Korean"),
    ],
)
def test_what_is_wrong_with_the_answer_as_a_whole(changes: dict[str, Any], asks: Asks, words: str) -> None:
    found = answer_faults(RecommendAnswer.model_validate(recommended(**changes)), asks)
    assert len(found) == 1
    assert words in found[0]


def test_a_refusal_needs_nothing_else() -> None:
    row = recommended(kind="reply", reply="", options=[], safety={"verdict": "refused"})
    assert answer_faults(RecommendAnswer.model_validate(row), Asks("ko", more=True)) == []
