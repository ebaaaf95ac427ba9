import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from wanderhue import Palette, score_palette
from wanderhue.agent.ciede2000 import ciede2000, oklab_to_cielab
from wanderhue.agent.errors import BadColor, BadPicture
from wanderhue.agent.oklab import hex_to_oklab
from wanderhue.tools.extract import extract

SUNSET = Palette.parse("#2b2042 #8670a6 #f79a5f #de5a3c #fde9d6")
FOREST = Palette.parse("#1b3022 #3d6b4f #a7c4a0 #5f9745 #e8f0e0")
HEXES = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def bands(palette: Palette, size: int = 200) -> Image.Image:
    """The palette's colors as equal bands."""
    image = Image.new("RGB", (size, size))
    draw = ImageDraw.Draw(image)
    for place, color in enumerate(palette):
        draw.rectangle((0, place * size // len(palette), size, size), fill=color.hex)
    return image


def test_a_picture_of_exactly_the_palette_scores_a_hundred() -> None:
    score = score_palette(bands(SUNSET), SUNSET)
    assert score.score == pytest.approx(100, abs=0.1)
    assert score.word == "faithful"
    assert score.missing == ()
    assert score.worst is None
    assert score.mean_de00 < 0.3


def test_a_picture_of_other_colors_scores_low() -> None:
    score = score_palette(bands(FOREST), "#ff00aa #7700ff #ff5500")
    assert score.score < 20
    assert score.word == "off"


def test_the_score_is_sixty_parts_fidelity_and_forty_coverage() -> None:
    score = score_palette(bands(FOREST), SUNSET)
    assert score.score == pytest.approx(60 * score.fidelity + 40 * score.coverage)
    assert score.coverage == pytest.approx(np.mean(score.covered))


def test_a_missing_color_is_named_and_costs_coverage_only() -> None:
    score = score_palette(bands(Palette(SUNSET.colors[:4])), SUNSET)
    assert score.missing == ("#fde9d6",)
    assert score.fidelity == pytest.approx(1, abs=0.01)
    assert score.coverage == pytest.approx(0.8, abs=0.01)
    assert "cream" in score.sentence("en") or "blush" in score.sentence("en") or "peach" in score.sentence("en")
    assert score.sentence("ko").startswith("팔레트 점수는")


def test_two_percent_of_the_area_cover_a_color() -> None:
    image = Image.new("RGB", (200, 200), "#2b2042")
    ImageDraw.Draw(image).rectangle((0, 0, 199, 4), fill="#f79a5f")
    assert score_palette(image, "#2b2042 #f79a5f").coverage == pytest.approx(1)
    ImageDraw.Draw(image).rectangle((0, 0, 199, 1), fill="#2b2042")
    ImageDraw.Draw(image).rectangle((0, 2, 199, 4), fill="#2b2042")
    assert score_palette(image, "#2b2042 #f79a5f").missing == ("#f79a5f",)


def test_a_tint_is_almost_on_the_palette_and_a_wrong_hue_is_not() -> None:
    tint = score_palette(Image.new("RGB", (32, 32), "#8fa6d9"), "#2f5bb7")
    hue = score_palette(Image.new("RGB", (32, 32), "#b78f2f"), "#2f5bb7")
    assert tint.fidelity > 0.6
    assert hue.fidelity == 0


def test_the_worst_area_is_found_with_its_color_share_and_place() -> None:
    image = bands(SUNSET)
    ImageDraw.Draw(image).rectangle((100, 0, 199, 49), fill="#00c8ff")
    worst = score_palette(image, SUNSET).worst
    assert worst is not None
    assert worst.share == pytest.approx(0.125, abs=0.01)
    assert worst.box == pytest.approx((0.5, 0.0, 1.0, 0.25), abs=0.04)
    assert worst.name("en") in ("bright blue", "cyan", "sky blue")


def test_transparent_pixels_do_not_count() -> None:
    image = bands(SUNSET).convert("RGBA")
    image.paste((0, 255, 0, 0), (0, 0, 100, 200))
    assert score_palette(image, SUNSET).score == pytest.approx(100, abs=0.2)


def test_a_fully_transparent_picture_is_refused() -> None:
    with pytest.raises(BadPicture, match="transparent"):
        score_palette(Image.new("RGBA", (8, 8), (0, 0, 0, 0)), SUNSET)


def test_size_and_format_hardly_matter() -> None:
    small, large = score_palette(bands(FOREST, 64), SUNSET), score_palette(bands(FOREST, 640), SUNSET)
    assert small.score == pytest.approx(large.score, abs=2)


def test_one_pixel_and_one_color_can_be_scored() -> None:
    assert score_palette(Image.new("RGB", (1, 1), "#b5573f"), ["#b5573f"]).score == pytest.approx(100)


def test_a_bad_palette_is_said() -> None:
    with pytest.raises(BadColor):
        score_palette(bands(SUNSET), "blurple")


def test_json_is_plain_and_speaks_the_language_asked_for() -> None:
    answer = score_palette(bands(FOREST), SUNSET).to_json("ko")
    assert json.loads(json.dumps(answer)) == answer
    assert {"name", "hex", "rgb", "covered", "got", "apart"} == set(answer["colors"][0])
    assert {"score", "fidelity", "coverage", "word", "colors", "missing", "worst", "mean_de00"} == set(answer)


def became(image: Image.Image, palette: str | Palette) -> list[tuple[str | None, float | None]]:
    return [(color["got"], color["apart"]) for color in score_palette(image, palette).to_json()["colors"]]


def test_what_a_color_became_is_the_color_itself_where_it_was_kept() -> None:
    for asked, (got, apart) in zip(SUNSET.hexes, became(bands(SUNSET), SUNSET), strict=True):
        assert got is not None
        assert all(abs(int(asked[i : i + 2], 16) - int(got[i : i + 2], 16)) <= 2 for i in (1, 3, 5))
        assert apart is not None
        assert apart <= 0.5


def test_what_a_color_became_is_measured_on_its_own_area_alone() -> None:
    image = Image.new("RGB", (200, 200), "#2b2042")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 199, 99), fill="#f4905c")  # asked for f79a5f
    draw.rectangle((0, 100, 199, 119), fill="#00c8ff")  # nobody asked for it
    ink, orange = became(image, "#2b2042 #f79a5f")
    assert ink == ("#2b2042", 0.0)
    assert orange[0] == "#f4905c"
    expected = ciede2000(*(oklab_to_cielab(hex_to_oklab([color])[0]) for color in ("#f4905c", "#f79a5f")))
    assert orange[1] == pytest.approx(float(expected), abs=0.06)


def test_two_shades_of_one_color_are_averaged_by_area() -> None:
    image = Image.new("RGB", (192, 192), "#4060a0")
    ImageDraw.Draw(image).rectangle((0, 0, 191, 47), fill="#486ab0")
    ((got, apart),) = became(image, "#4060a0")
    assert got is not None
    assert 0x40 < int(got[1:3], 16) < 0x44  # a quarter of the way
    assert apart is not None
    assert 0 < apart < 2


def test_a_color_that_is_hardly_there_became_nothing() -> None:
    score = score_palette(bands(Palette(SUNSET.colors[:4])), SUNSET)
    assert [color["hex"] for color in score.to_json()["colors"] if color["got"] is None] == list(score.missing)
    assert (score.got[-1], score.apart[-1]) == (None, None)


def test_lookalikes_of_a_palette_share_an_area() -> None:
    image = Image.new("RGB", (64, 64), "#4060a0")
    assert became(image, "#4060a0 #4262a2") == [("#4060a0", 0.0), ("#4060a0", pytest.approx(0.5, abs=0.5))]


def test_an_area_that_is_off_by_half_still_says_what_it_became() -> None:
    ((got, apart),) = became(Image.new("RGB", (64, 64), "#7a7a7a"), "#5c5c5c")
    assert got == "#7a7a7a"
    assert apart is not None
    assert apart > 8


@settings(max_examples=25)
@given(st.lists(HEXES, min_size=1, max_size=8), st.lists(HEXES, min_size=1, max_size=16))
def test_every_picture_scores_between_0_and_100_against_every_palette(colors: list[str], palette: list[str]) -> None:
    score = score_palette(bands(Palette.from_hex(colors), 40), palette)
    assert 0 <= score.fidelity <= 1.00001
    assert 0 <= score.coverage <= 1.00001
    assert len(score.covered) == len(palette)
    assert tuple(asked for asked, got in zip(palette, score.got, strict=True) if got is None) == score.missing
    assert all(far is None or 0 <= far < 40 for far in score.apart)


@settings(max_examples=25)
@given(st.lists(HEXES, min_size=2, max_size=6, unique=True))
def test_its_own_bands_beat_any_other_picture(colors: list[str]) -> None:
    palette = Palette.from_hex(colors)
    assert score_palette(bands(palette, 60), palette).score > 99


def test_a_picture_is_faithful_to_the_palette_taken_from_it() -> None:
    rng = np.random.default_rng(3)
    soft = Image.fromarray(rng.integers(0, 256, (6, 6, 3), np.uint8)).resize((200, 200), Image.Resampling.BICUBIC)
    assert score_palette(soft, extract(soft, 6)).score > score_palette(soft, FOREST).score + 10
