"""What has one right mending is mended at once: spellings, lists, colors a little too close, places, latitudes."""

from typing import Any

import pytest

from tests.agent.llm.minds import PALETTES, option
from wanderhue.agent.llm.asks import Asks
from wanderhue.agent.llm.checks import LEAST_COLORS, lookalikes, option_faults
from wanderhue.agent.llm.mend import spread, tidied
from wanderhue.agent.llm.offer import to_option
from wanderhue.agent.llm.places import korean_place, latitude_of
from wanderhue.agent.llm.schemas import OptionAnswer
from wanderhue.agent.palette import Palette
from wanderhue.agent.trips import Lang


def answer(name: str = "kyoto", lang: Lang = "en", **changes: Any) -> OptionAnswer:
    return OptionAnswer.model_validate(option(name, lang, **changes))


@pytest.mark.parametrize(
    "hexes",
    [
        ["#16324f", "#f3f6f4", "#2f86b0", "#2f88b0", "#8fb9c6"],  # two that look the same
        ["#60708f", "#c3d6d4", "#2f86b0", "#f0b84b", "#8fb9c6"],  # no ink, no paper
        ["#16324f", "#17334f", "#f3f6f4", "#f0b84b", "#8fb9c6"],
    ],
)
def test_a_slip_in_a_palette_is_set_right_by_a_nudge(hexes: list[str]) -> None:
    after = spread(hexes)
    lights = Palette.from_hex(after).oklab()[:, 0]
    assert len(after) == len(hexes)
    assert not lookalikes(after)
    assert lights.min() <= 0.37
    assert lights.max() >= 0.89
    assert sum(one == other for one, other in zip(hexes, after, strict=True)) >= LEAST_COLORS - 1
    assert spread(after) == after


def test_good_colors_stay_exactly_as_they_are() -> None:
    for hexes in PALETTES.values():
        assert spread(hexes) == hexes


@pytest.mark.parametrize(
    ("given", "kind", "word"),
    [
        ({"kind": "sakura"}, "cherry", ""),
        ({"kind": "lighthouses"}, "lighthouse", ""),
        ({"kind": "elephant"}, "cow", "elephant"),
        ({"kind": "maple tree"}, "maple", ""),
        ({"kind": "cow", "word": "elephant"}, "cow", "elephant"),
        ({"kind": "spaceship"}, "airplane", "spaceship"),
        ({"kind": "boat", "word": "rowboat"}, "boat", ""),
        ({"kind": "zzz", "word": "tower"}, "tower", ""),
    ],
)
def test_an_unknown_element_becomes_its_nearest_relative(given: dict[str, str], kind: str, word: str) -> None:
    (found,) = tidied(answer(scene={"setting": "city/skyline", "elements": [given]}), "en").scene.elements
    assert (found.kind, found.word) == (kind, word)


def test_what_has_no_relative_is_left_out_and_the_scene_is_drawn() -> None:
    tidy = tidied(answer(scene={"setting": "moonbase", "time": "noonish", "weather": "plasma",
                                "elements": [{"kind": "qqqq"}, {"kind": "bridge", "count": 99}]}), "en")  # fmt: skip
    assert [(one.kind, one.count) for one in tidy.scene.elements] == [("bridge", 12)]
    scene = to_option(tidy, "en").scene
    assert (scene.setting, scene.time, scene.weather) == ("forest", "day", "clear")


@pytest.mark.parametrize(
    ("said", "setting"),
    [("seaside/beach", "seaside/beach"), ("beach", "seaside/beach"), ("seaside", "seaside"), ("Lake/Sunny", "lake"),
     ("temple", "oldtown/temple"), ("desert / dunes", "desert/dunes")],
)  # fmt: skip
def test_settings_in_many_spellings(said: str, setting: str) -> None:
    assert tidied(answer(scene={"setting": said}), "en").scene.setting.rstrip("/") == setting


@pytest.mark.parametrize(
    ("place_en", "place", "right"),
    [
        ("Kyoto", "교우토", "교토"),
        ("Kyoto, Japan", "쿄오토, 일본", "일본 교토"),
        ("Kyoto, Japan", "교토 아라시야마", "교토 아라시야마"),
        ("Berlin", "Berlin", "베를린"),
        ("Bukchon, Seoul", "서울 북촌", "서울 북촌"),
        ("Somewhere New", "어딘가", "어딘가"),
    ],
)
def test_places_are_written_as_koreans_write_them(place_en: str, place: str, right: str) -> None:
    assert korean_place(answer(lang="ko", place_en=place_en, place=place)) == right


@pytest.mark.parametrize(
    ("country", "given", "right"),
    [("NZ", 45.0, -45.0), ("NZ", -45.0, -45.0), ("NO", -68.0, 68.0), ("BR", -23.0, -23.0), ("", -10.0, -10.0),
     ("AU", "33.9 S", -33.9), ("IS", "64° N", 64.0), ("IS", 640, 90.0)],
)  # fmt: skip
def test_a_country_says_on_which_side_of_the_equator_it_lies(country: str, given: Any, right: float) -> None:
    assert latitude_of(answer(place_en="Nowhere Known", country=country, latitude=given)) == right


def test_near_the_equator_there_is_no_season() -> None:
    one = answer(place_en="Ubud, Somewhere", place="Ubud", country="ID", latitude=-8.5, months=[7], season="summer")
    assert option_faults(tidied(one, "en"), [], Asks("en")) == []
    assert to_option(tidied(one, "en"), "en").season_id is None
