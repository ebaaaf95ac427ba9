import pytest
from PIL import Image, ImageDraw

from wanderhue import Palette
from wanderhue.agent.errors import BadInput
from wanderhue.tools.extract import extract


def test_flat_colors_are_found_exactly_largest_first() -> None:
    image = Image.new("RGB", (192, 192), "#1d3557")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 191, 63), fill="#e63946")
    draw.rectangle((0, 64, 191, 95), fill="#f1faee")
    assert extract(image, 3).hexes == ("#1d3557", "#e63946", "#f1faee")


def test_the_same_picture_gives_the_same_palette() -> None:
    image = Image.effect_mandelbrot((128, 128), (-2, -1.5, 1, 1.5), 60).convert("RGB")
    assert extract(image) == extract(image)


def test_a_picture_of_one_color_gives_one_color() -> None:
    assert extract(Image.new("RGB", (20, 20), "#b5573f"), 6) == Palette.parse("#b5573f")


@pytest.mark.parametrize("n", [0, 17, -1])
def test_only_1_to_16_colors_can_be_asked_for(n: int) -> None:
    with pytest.raises(BadInput, match=str(n)):
        extract(Image.new("RGB", (20, 20)), n)
