from itertools import combinations, product
from typing import get_args

import pytest

from wanderhue.agent.contrast import contrast
from wanderhue.agent.oklab import distance, hex_to_oklab, oklab_to_oklch
from wanderhue.agent.palette_propose import propose_palette
from wanderhue.agent.scene import VARIANTS, Element, Scene, Season, Setting, Time, Weather

PLACES = [(setting, variant) for setting in get_args(Setting) for variant in VARIANTS[setting]]


@pytest.mark.parametrize(("setting", "variant"), PLACES)
def test_every_scene_gets_a_palette_that_draws_well(setting: Setting, variant: str) -> None:
    for time, weather, season in product(get_args(Time), get_args(Weather), (None, *get_args(Season))):
        scene = Scene(setting=setting, variant=variant, time=time, weather=weather, season=season)
        palette = propose_palette(scene, "ko")
        lab = hex_to_oklab([color.hex for color in palette])
        assert 5 <= len(palette) <= 6
        assert len({color.name for color in palette}) == len(palette)
        assert lab[0, 0] < 0.38
        assert lab[-1, 0] > 0.90
        assert contrast(palette[0].hex, palette[-1].hex) >= 4.5
        assert (oklab_to_oklch(lab)[:, 1] > 0.1).any()
        assert all(distance(lab[one], lab[other]) > 0.055 for one, other in combinations(range(len(lab)), 2))


def test_colors_wished_for_elements_are_in_it_exactly() -> None:
    boat, tent = Element(kind="boat", color="#d92b2b"), Element(kind="tent", color="#7a3f9c")
    hexes = [color.hex for color in propose_palette(Scene(setting="seaside", elements=(boat, tent)), "en")]
    assert {"#d92b2b", "#7a3f9c"} <= set(hexes)
    assert len(hexes) <= 8


def test_another_hour_and_another_place_give_another_palette() -> None:
    day, night = (propose_palette(Scene(setting="seaside", time=time), "en") for time in get_args(Time)[1::3])
    assert day != night
    assert propose_palette(Scene(setting="desert"), "en") != propose_palette(Scene(setting="forest"), "en")


def test_the_same_scene_gives_the_same_palette() -> None:
    scene = Scene(setting="lake", time="dawn", weather="mist", season="autumn")
    assert propose_palette(scene, "en") == propose_palette(scene, "en")


def test_names_come_in_the_language_asked_for() -> None:
    palette = propose_palette(Scene(setting="oldtown"), "ko")
    assert all(any("가" <= letter <= "힣" for letter in color.name) for color in palette)
