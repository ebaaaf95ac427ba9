"""What a person sets for themselves: checked, kept as JSON, and laid over the program's settings."""

import json

import pytest

from wanderhue.agent.errors import BadInput
from wanderhue.agent.preferences import Preferences
from wanderhue.agent.settings import Settings
from wanderhue.agent.shape import aspect_of, is_drawable

EVERY = {
    "language": "ko",
    "pictures": 2,
    "preview": True,
    "aspect": "9:16",
    "quality": "fine",
    "daily_cap_usd": 0.5,
}


def test_all_of_them_go_through_json_and_over_the_settings() -> None:
    preferences = Preferences.from_json(json.loads(json.dumps(EVERY)))
    assert preferences.to_json() == EVERY
    settings = preferences.over(Settings(profile="family", painter="illustrator"))
    assert {name: getattr(settings, name) for name in EVERY} == EVERY
    assert settings.painter == "illustrator"


def test_what_is_not_set_stays_as_the_program_is_set() -> None:
    settings = Settings(pictures=3, language="ko")
    assert Preferences().over(settings) == settings
    assert Preferences.from_json(None) == Preferences.from_json({}) == Preferences()
    assert Preferences().to_json() == {}


def test_an_empty_language_or_shape_and_a_cap_of_nothing_are_choices_too() -> None:
    preferences = Preferences.from_json({"language": "", "aspect": "", "daily_cap_usd": 0, "preview": False})
    settings = preferences.over(Settings(language="ko", aspect="1:1", preview=True))
    assert (settings.language, settings.aspect, settings.daily_cap_usd, settings.preview) == ("", "", 0.0, False)


def test_unknown_names_are_ignored_and_no_program_setting_can_be_reached() -> None:
    assert Preferences.from_json({"painter": "openai:x", "data_dir": "/", "theme": "dark"}) == Preferences()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("language", "fr"),
        ("language", 1),
        ("pictures", 0),
        ("pictures", 5),
        ("pictures", True),
        ("pictures", 2.0),
        ("pictures", "2"),
        ("preview", 1),
        ("preview", "yes"),
        ("aspect", "21:9"),
        ("aspect", "0:0"),
        ("aspect", "wide"),
        ("aspect", ["1:1"]),
        ("quality", "ultra"),
        ("quality", []),
        ("daily_cap_usd", -1),
        ("daily_cap_usd", float("nan")),
        ("daily_cap_usd", float("inf")),
        ("daily_cap_usd", "1"),
        ("daily_cap_usd", True),
    ],
)
def test_a_bad_one_is_named(name: str, value: object) -> None:
    with pytest.raises(BadInput, match=name):
        Preferences.from_json({name: value})


@pytest.mark.parametrize("given", [[], "{}", 3])
def test_what_is_no_object_is_told(given: object) -> None:
    with pytest.raises(BadInput, match="JSON object"):
        Preferences.from_json(given)


def test_the_shape_of_pixels_is_said_in_small_numbers_and_can_be_drawn() -> None:
    shapes = [aspect_of(*size) for size in [(1920, 1080), (1000, 1500), (1365, 2048), (640, 600), (4000, 500)]]
    assert shapes == ["16:9", "2:3", "2:3", "16:15", "16:9"]
    assert all(is_drawable(shape) for shape in shapes)
    assert aspect_of(500, 4000) == "9:16"
