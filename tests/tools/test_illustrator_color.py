"""The colours of a drawing: the scalar twin of OKLab, casting a palette, the hour's light, masks and chunks."""

import io

import numpy as np
import pytest
from PIL import Image

from wanderhue.agent.errors import BadPicture
from wanderhue.agent.oklab import hex_to_oklab, oklab_to_hex
from wanderhue.agent.scene import Scene
from wanderhue.tools.illustrator import png
from wanderhue.tools.illustrator.draw import draw, draw_masked
from wanderhue.tools.illustrator.light import Light
from wanderhue.tools.illustrator.roles import cast_roles
from wanderhue.tools.illustrator.tint import apart, from_lch, hex_of, lab_of, lch_of, mix

PALETTE = ("#16324f", "#5d9ccf", "#f6c667", "#e8563a", "#3f8a4f", "#f9eedb")


@pytest.mark.parametrize("color", [*PALETTE, "#000000", "#ffffff", "#ff00ff", "#010203"])
def test_the_scalar_oklab_agrees_with_the_one_of_the_agent(color: str) -> None:
    assert np.allclose(lab_of(color), hex_to_oklab([color])[0], atol=1e-6)
    assert hex_of(lab_of(color)) == color == oklab_to_hex(hex_to_oklab([color])[0])


def test_a_color_out_of_gamut_keeps_its_lightness() -> None:
    assert lch_of(from_lch(0.7, 0.4, 150))[0] == pytest.approx(0.7, abs=0.02)


def test_mixing_reaches_both_ends() -> None:
    assert (mix("#112233", "#aabbcc", 0), mix("#112233", "#aabbcc", 1)) == ("#112233", "#aabbcc")


def test_roles_are_cast_by_hue_and_lightness() -> None:
    cast = cast_roles(PALETTE).cast
    assert (cast["ink"], cast["paper"]) == ("#16324f", "#f9eedb")
    assert (cast["sky"], cast["warm"], cast["accent"], cast["green"]) == PALETTE[1:5]


def test_near_its_own_lightness_a_role_is_exactly_the_palette_color() -> None:
    roles = cast_roles(PALETTE)
    assert roles.at("accent", roles.light("accent") + 0.04) == "#e8563a"
    assert roles.at("accent", roles.light("accent") + 0.10) != "#e8563a"


def test_more_than_eight_colors_draw_with_the_eight_farthest_apart() -> None:
    many = [from_lch(0.1 + 0.055 * i, 0.1, 23 * i) for i in range(16)]
    drawn = cast_roles(many).drawn
    assert len(drawn) == 8
    assert min(apart(a, b) for a in drawn for b in drawn if a != b) > 0.09


def test_night_is_darker_than_day_and_its_white_is_bluish() -> None:
    roles = cast_roles(PALETTE)
    day, night = Light(roles, "day"), Light(roles, "night")
    assert lab_of(night.tone("green", 0.6))[0] < lab_of(day.tone("green", 0.6))[0] - 0.1
    assert lab_of(night.tone("paper", 0.95))[2] < lab_of(day.tone("paper", 0.95))[2]


def test_pixels_outside_the_mask_stay_bit_for_bit() -> None:
    base = np.random.Generator(np.random.PCG64(1)).integers(0, 255, (120, 160, 3), dtype=np.uint8)
    mask = np.zeros((120, 160), dtype=np.uint8)
    mask[:, 80:] = 255
    drawing = draw_masked(
        png.encode(Image.fromarray(base)), png.encode(Image.fromarray(mask)), Scene(), PALETTE, seed=4
    )
    result = np.asarray(png.decode(drawing.png))
    assert np.array_equal(result[:, :80], base[:, :80])
    whole = np.asarray(png.decode(draw(Scene(), PALETTE, seed=4, width=160, height=120).png))
    assert np.array_equal(result[:, 90:], whole[:, 90:])


def test_a_mask_over_what_is_no_picture_is_refused() -> None:
    with pytest.raises(BadPicture, match="no picture"):
        draw_masked(b"not a png", b"", Scene(), PALETTE, seed=1)


def test_facts_go_into_a_png_without_touching_its_pixels() -> None:
    plain = png.encode(Image.new("RGB", (8, 8), "#123456"))
    told = png.with_facts(plain, '{"장소": 1}')
    assert png.facts_of(told) == '{"장소": 1}'
    assert png.facts_of(plain) is None
    assert told.replace(told[33 : 33 + len(told) - len(plain)], b"") == plain
    Image.open(io.BytesIO(told)).verify()
