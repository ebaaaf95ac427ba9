from itertools import combinations
from typing import get_args

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wanderhue.agent.color_family import family
from wanderhue.agent.color_names import FAMILIES
from wanderhue.agent.errors import BadColor
from wanderhue.agent.feedback import ShiftColors, UseColor, WeighColor
from wanderhue.agent.oklab import distance, hex_to_oklab, oklab_to_oklch
from wanderhue.agent.palette_shift import APART, Direction, shift, warmth
from wanderhue.agent.palette_weigh import weigh
from wanderhue.agent.palette_wish import apply_color_wish
from wanderhue.agent.trips import OptionColor

PALETTES = [
    ["#22223b", "#4a6d7c", "#c9a690", "#c8402f", "#f2e9e4"],
    ["#0b2545", "#2a9d8f", "#e9c46a", "#e76f51", "#faf3e0"],
    ["#2f2a4a", "#6d5ba6", "#b9a7de", "#f2c14e", "#f7f0e0"],
    ["#1b3022", "#3d6b4f", "#a7c4a0", "#d98e3f", "#f4ead5"],
    ["#14213d", "#33507a", "#6f8fb8", "#b4c7dd", "#f1f5f9"],
]
DIRECTIONS = get_args(Direction)
HEXES = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
ANY = st.lists(HEXES, min_size=1, max_size=16)
each_palette = pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette[1])


def light(hexes: list[str] | tuple[str, ...]) -> float:
    return float(hex_to_oklab(hexes)[:, 0].mean())


def chroma(hexes: list[str] | tuple[str, ...]) -> float:
    return float(oklab_to_oklch(hex_to_oklab(hexes))[:, 1].mean())


def share(hexes: list[str] | tuple[str, ...], name: str) -> int:
    return sum(family(color) == name for color in hexes)


def named(hexes: list[str]) -> tuple[OptionColor, ...]:
    return tuple(OptionColor(name=f"color {place}", hex=color) for place, color in enumerate(hexes))


@each_palette
def test_each_direction_moves_what_it_says(palette: list[str]) -> None:
    assert warmth(shift(palette, "warmer")) > warmth(palette) + 0.02
    assert warmth(shift(palette, "cooler")) < warmth(palette) - 0.02
    assert light(shift(palette, "brighter")) > light(palette) + 0.02
    assert light(shift(palette, "darker")) < light(palette) - 0.02
    assert chroma(shift(palette, "muted")) < 0.7 * chroma(palette)
    assert chroma(shift(palette, "vivid")) > 1.1 * chroma(palette)
    assert chroma(shift(palette, "pastel")) < chroma(palette)
    assert light(shift(palette, "pastel")) > light(palette)


@each_palette
@pytest.mark.parametrize("direction", DIRECTIONS)
def test_a_shifted_palette_is_still_fit_to_draw_with(palette: list[str], direction: Direction) -> None:
    after = palette
    for _ in range(3):
        after = list(shift(after, direction))
        lab = hex_to_oklab(after)
        assert lab[:, 0].min() <= 0.37
        assert lab[:, 0].max() >= 0.895
        assert all(distance(lab[one], lab[other]) > APART - 0.012 for one, other in combinations(range(len(after)), 2))


@each_palette
@pytest.mark.parametrize("direction", ["warmer", "cooler"])
def test_temperature_keeps_the_order_of_lightness(palette: list[str], direction: Direction) -> None:
    before, after = hex_to_oklab(palette)[:, 0], hex_to_oklab(shift(palette, direction))[:, 0]
    assert list(np.argsort(before)) == list(np.argsort(after))
    assert np.abs(before - after).max() < 0.05


@settings(max_examples=40)
@given(ANY, st.sampled_from(DIRECTIONS))
def test_any_palette_can_be_shifted(palette: list[str], direction: Direction) -> None:
    assert len(shift(palette, direction)) == len(palette)


@each_palette
@pytest.mark.parametrize("name", list(FAMILIES))
def test_more_of_a_color_brings_one_in_and_less_takes_one_out(palette: list[str], name: str) -> None:
    more = weigh(palette, name, "more")
    assert share(more, name) > share(palette, name) or share(palette, name) >= 3
    less = weigh(more, name, "less")
    assert share(less, name) == share(more, name) - 1
    for after in (more, less):
        lab = hex_to_oklab(after)
        assert len(after) == len(palette)
        assert lab[:, 0].min() <= 0.38
        assert lab[:, 0].max() >= 0.88


@settings(max_examples=40)
@given(ANY, st.sampled_from(list(FAMILIES)), st.sampled_from(["more", "less"]))
def test_any_palette_can_be_weighed(palette: list[str], name: str, direction: str) -> None:
    after = apply_color_wish(named(palette), WeighColor.model_validate({"color": name, "direction": direction}), "en")
    assert len(after) == len(palette) or (len(palette) < 3 and direction == "more")


@pytest.mark.parametrize("direction", ["more", "less"])
def test_a_palette_of_one_color_can_be_weighed(direction: str) -> None:
    one = named(["#0000ff"])
    after = apply_color_wish(one, WeighColor.model_validate({"color": "blue", "direction": direction}), "en")
    assert direction == "more" or family(after[0].hex) != "blue"


def test_small_palettes_gain_the_color_wished_for() -> None:
    two = named(["#14213d", "#f1f5f9"])
    assert [color.hex for color in apply_color_wish(two, UseColor(color="#b5573f"), "en")][2:] == ["#b5573f"]
    reddened = apply_color_wish(two, WeighColor(color="red", direction="more"), "en")
    assert [family(color.hex) for color in reddened[2:]] == ["red"]


def test_an_unknown_family_is_refused() -> None:
    with pytest.raises(BadColor, match="mauve"):
        weigh(PALETTES[0], "mauve", "more")


@each_palette
def test_a_wished_color_is_in_the_palette_exactly(palette: list[str]) -> None:
    for color in ("#b5573f", "#000010", "#fffdf5", "#00c8ff"):
        after = apply_color_wish(named(palette), UseColor(color=color), "en")
        assert color in [one.hex for one in after]
        assert len(after) == len(palette)
        lab = hex_to_oklab([one.hex for one in after])
        assert lab[:, 0].min() <= 0.36
        assert lab[:, 0].max() >= 0.9


def test_a_color_for_one_element_joins_the_palette_while_there_is_room() -> None:
    wish = UseColor(color="#d92b2b", name="red", element="boat")
    five = apply_color_wish(named(PALETTES[4]), wish, "en")
    assert [color.hex for color in five] == [*PALETTES[4], "#d92b2b"]
    assert five[-1].name == "red"
    assert len(apply_color_wish(five, UseColor(color="#00aa55", element="tent"), "en")) == 6


def test_a_color_that_is_there_already_changes_nothing() -> None:
    assert apply_color_wish(named(PALETTES[0]), UseColor(color=PALETTES[0][3]), "ko") == named(PALETTES[0])


def test_unchanged_colors_keep_their_names_and_changed_ones_take_plain_ones() -> None:
    before = tuple(OptionColor(name=f"이름 {place}", hex=color) for place, color in enumerate(PALETTES[1]))
    after = apply_color_wish(before, WeighColor(color="purple", direction="more"), "ko")
    changed = [new for old, new in zip(before, after, strict=True) if old != new]
    assert [color.name for color in changed] == ["보라"]


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("direction", DIRECTIONS)
def test_names_stay_different_from_each_other(lang: str, direction: Direction) -> None:
    for palette in PALETTES:
        after = apply_color_wish(named(palette), ShiftColors(direction=direction), "ko" if lang == "ko" else "en")
        assert len({color.name for color in after}) == len(after)
