import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wanderhue.agent.errors import BadColor
from wanderhue.agent.rgb import Rgb

BYTES = st.integers(0, 255)


@pytest.mark.parametrize(
    "said", ["#b5573f", "B5573F", "rgb(181, 87, 63)", "181,87,63", "181 87 63", " #b5573f ", "[181, 87, 63]"]
)
def test_spellings_of_one_color_read_the_same(said: str) -> None:
    assert Rgb.parse(said) == Rgb(181, 87, 63)


@pytest.mark.parametrize("said", [(181, 87, 63), [181, 87, 63], np.array([181, 87, 63], np.uint8), Rgb(181, 87, 63)])
def test_numbers_read_too(said: object) -> None:
    assert Rgb.parse(said).hex == "#b5573f"  # type: ignore[arg-type]  # numpy arrays are welcome at run time


@given(BYTES, BYTES, BYTES)
def test_every_color_reads_back_from_its_hex(red: int, green: int, blue: int) -> None:
    color = Rgb(red, green, blue)
    assert Rgb.parse(color.hex) == color
    assert tuple(color) == (red, green, blue)


@pytest.mark.parametrize(("said", "value"), [("#abc", "#aabbcc"), ("Sky Blue", "#87ceeb"), ("남색", "#000080")])
def test_short_hex_and_names_read(said: str, value: str) -> None:
    assert Rgb.parse(said).hex == value


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("#12", "#12"),
        ("blurple", "blurple"),
        ("rgb(300,0,0)", "300"),
        ("", ""),
        ("1.5,2,3", "1.5"),
        ("#12345g", "#12345g"),
    ],
)
def test_an_unreadable_color_names_the_bad_part(said: str, part: str) -> None:
    with pytest.raises(BadColor) as caught:
        Rgb.parse(said)
    assert caught.value.part == part
    assert part in str(caught.value)


def test_a_near_miss_is_guessed() -> None:
    with pytest.raises(BadColor, match="terracotta"):
        Rgb.parse("terracota")


@pytest.mark.parametrize("said", [None, 3, (1, 2), (1, 2, 3, 4), (1.5, 2, 3), (True, 2, 3), ("a", 1, 2), b"abc"])
def test_other_things_are_refused_as_colors(said: object) -> None:
    with pytest.raises(BadColor):
        Rgb.parse(said)  # type: ignore[arg-type]  # what callers may pass by mistake
