"""Lettering: outlines for Latin and Hangul, the same everywhere, and honest about what it cannot draw."""

import re
from importlib import resources

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from wanderhue.tools.illustrator.lettering import text_path

FONTS = resources.files("wanderhue.tools.illustrator.fonts")


def ys(path: str) -> list[float]:
    """The y coordinates of the moves, lines and verticals in path data."""
    return [float(y) for y in re.findall(r"[ML]-?[\d.]+[ ,](-?[\d.]+)", path)]


def test_latin_letters_stand_on_the_baseline_with_y_down() -> None:
    drawn = text_path("HIKE", size=100)
    assert drawn.missing == ""
    assert max(ys(drawn.path)) == pytest.approx(0, abs=1)
    assert -80 < min(ys(drawn.path)) < -60


def test_every_hangul_syllable_can_be_drawn_in_bold() -> None:
    every = "".join(chr(code) for code in range(0xAC00, 0xD7A4))
    with FONTS.joinpath("wanderhue-hangul-bold.otf").open("rb") as file:
        cmap = TTFont(file).getBestCmap()
    assert all(ord(char) in cmap for char in every)


def test_a_rare_syllable_is_borrowed_from_bold_when_regular_lacks_it() -> None:
    assert text_path("쀍봄", size=40, weight="regular").missing == ""


def test_separated_letters_are_composed_before_drawing() -> None:
    assert text_path("\u1107\u1169\u11b7", size=40) == text_path("봄", size=40)


def test_a_line_of_both_scripts_is_drawn_whole() -> None:
    drawn = text_path("안녕 Lisboa, 봄·여름 2026 — Évora!", size=64)
    assert drawn.missing == ""
    assert drawn.path.count("M") > 20


def test_characters_of_no_font_are_left_out_and_named_once() -> None:
    drawn = text_path("A🎉B漢🎉", size=20)
    assert drawn.missing == "🎉漢"
    assert drawn.path == text_path("AB", size=20).path


def test_unseen_characters_take_no_room_and_are_not_missing() -> None:
    assert text_path("A\u200b\ufe0fB", size=20) == text_path("AB", size=20)


def test_width_grows_with_size_and_with_tracking_between_letters_only() -> None:
    plain = text_path("TRIP", size=10)
    assert text_path("TRIP", size=20).width == pytest.approx(2 * plain.width)
    assert text_path("TRIP", size=10, tracking=0.1).width == pytest.approx(plain.width + 3)


def test_pairs_of_letters_are_kerned() -> None:
    apart = text_path("A", size=100).width + text_path("V", size=100).width
    assert text_path("AV", size=100).width < apart - 2


def test_bold_and_regular_differ() -> None:
    assert text_path("산", size=10, weight="bold").path != text_path("산", size=10, weight="regular").path


def test_small_sizes_keep_their_shape() -> None:
    drawn = text_path("O", size=0.1)
    assert drawn.width > 0.04
    assert len(set(re.findall(r"-?[\d.]+", drawn.path))) > 10


def test_nothing_or_spaces_draw_nothing() -> None:
    assert text_path("", size=10) == text_path("", size=99)
    assert text_path(" \n\t", size=10).path == ""


@pytest.mark.parametrize("size", [0.0, -1.0, float("nan"), float("inf")])
def test_a_size_that_is_no_size_is_an_error(size: float) -> None:
    with pytest.raises(ValueError, match="size"):
        text_path("A", size=size)


def test_licences_lie_beside_the_fonts_and_reserved_names_are_not_used() -> None:
    for name in ("OFL-hanken-grotesk.txt", "OFL-pretendard.txt"):
        assert "SIL OPEN FONT LICENSE Version 1.1" in FONTS.joinpath(name).read_text(encoding="utf-8")
    fonts = [file for file in FONTS.iterdir() if file.name.endswith((".ttf", ".otf"))]
    assert len(fonts) == 4
    assert sum(len(file.read_bytes()) for file in fonts) < 2_500_000
    for file in fonts:
        with file.open("rb") as stream:
            names = TTFont(stream)["name"]
            assert all("Pretendard" not in str(names.getDebugName(key)) for key in (1, 3, 4, 6))
            assert names.getDebugName(1).startswith("Wanderhue ")
