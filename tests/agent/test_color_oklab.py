import coloraide
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wanderhue.agent.oklab import (
    distance,
    fit_gamut,
    hex_to_oklab,
    linear_to_srgb,
    oklab_to_hex,
    oklab_to_oklch,
    oklab_to_srgb,
    oklch_to_oklab,
    srgb_to_linear,
    srgb_to_oklab,
)

HEXES = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize("color", ["#000000", "#ffffff", "#ff0000", "#123456", "#b5573f", "#7f7f7f", "#00ff88"])
def test_oklab_agrees_with_coloraide(color: str) -> None:
    judge = coloraide.Color(color).convert("oklab").coords()
    assert hex_to_oklab([color])[0] == pytest.approx(judge, abs=1e-5)
    assert srgb_to_oklab(np.array(list(bytes.fromhex(color[1:])), np.uint8)) == pytest.approx(judge, abs=1e-5)


@given(HEXES)
def test_every_color_survives_the_way_to_oklab_and_back(color: str) -> None:
    assert oklab_to_hex(hex_to_oklab([color])[0]) == color


@given(HEXES)
def test_oklch_turns_back_into_the_same_oklab(color: str) -> None:
    lab = hex_to_oklab([color])
    assert np.allclose(oklch_to_oklab(oklab_to_oklch(lab)), lab, atol=1e-9)


@given(st.floats(0, 1), st.floats(0, 0.5), st.floats(0, 360))
def test_a_color_outside_srgb_keeps_its_lightness_and_hue(light: float, chroma: float, hue: float) -> None:
    fitted = fit_gamut(oklch_to_oklab([light, chroma, hue]))
    assert fitted[0] == pytest.approx(light, abs=1e-9)
    assert np.all((oklab_to_srgb(fitted) > -0.01) & (oklab_to_srgb(fitted) < 1.01))
    back = oklab_to_oklch(fitted)
    assert back[1] <= chroma + 1e-9
    assert back[1] < 1e-3 or abs((back[2] - hue + 180) % 360 - 180) < 1e-3


def test_the_transfer_curve_and_its_inverse_meet() -> None:
    values = np.linspace(-0.2, 1.2, 200)
    assert np.allclose(linear_to_srgb(srgb_to_linear(values)), values, atol=1e-7)


def test_distance_doubles_a_and_b() -> None:
    assert distance([0.5, 0.1, 0.0], [0.5, 0.0, 0.0]) == pytest.approx(0.2)
    assert distance([0.6, 0.0, 0.0], [0.5, 0.0, 0.0]) == pytest.approx(0.1)


def test_pictures_keep_their_shape() -> None:
    assert srgb_to_oklab(np.zeros((4, 5, 3), np.uint8)).shape == (4, 5, 3)
