import pytest
from hypothesis import given
from hypothesis import strategies as st

from wanderhue import Palette
from wanderhue.agent.errors import BadColor
from wanderhue.agent.rgb import Rgb
from wanderhue.agent.trips import NamedColor, OptionColor

HEXES = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
PALETTES = st.lists(HEXES, min_size=1, max_size=16).map(Palette.from_hex)


@pytest.mark.parametrize(
    ("text", "hexes"),
    [
        ("#1d3557 #e63946, navy, sky blue, 남색", "#1d3557 #e63946 #000080 #87ceeb #000080"),
        ("sky blue navy dark green", "#87ceeb #000080 #006400"),
        ("#aabbcc#ddeeff", "#aabbcc #ddeeff"),
        ("264653-2a9d8f", "#264653 #2a9d8f"),
        ("rgb(1, 2, 3) rgb(4,5,6)\n10, 20, 30; tan", "#010203 #040506 #0a141e #d2b48c"),
        ('["#aa1111", "#bb2222"]', "#aa1111 #bb2222"),
        ("하늘색 연두색、빨강", "#87ceeb #9acd32 #ff0000"),
    ],
)
def test_a_list_of_colors_reads_in_any_usual_spelling(text: str, hexes: str) -> None:
    assert str(Palette.parse(text)) == hexes


@given(PALETTES)
def test_a_palette_reads_back_from_its_own_text(palette: Palette) -> None:
    assert Palette.parse(str(palette)) == palette


def test_a_bad_color_in_a_list_is_named() -> None:
    with pytest.raises(BadColor, match="blurple") as caught:
        Palette.parse("navy, blurple, red")
    assert caught.value.part == "blurple"


@pytest.mark.parametrize("text", ["", " , ;", "#fff " * 17, "x" * 3000])
def test_none_and_too_many_colors_are_refused(text: str) -> None:
    with pytest.raises(BadColor):
        Palette.parse(text)


def test_sixteen_colors_are_welcome() -> None:
    assert len(Palette.parse("#fff " * 16)) == 16


def test_duplicates_are_kept_and_said() -> None:
    palette = Palette.parse("red navy red")
    assert len(palette) == 3
    assert palette.duplicates == ("#ff0000",)


def test_names_are_those_given_and_else_the_plain_ones() -> None:
    palette = Palette.from_colors(
        [
            NamedColor(hex="#f7f4ec", en="Fuji snow", ko="후지의 눈"),
            OptionColor(name="밤바다", hex="#101b36"),
            (181, 87, 63),
        ]
    )
    assert palette.names("en")[0] == "Fuji snow"
    assert palette.names("ko") == ("후지의 눈", "밤바다", "테라코타")
    assert Palette.parse("남색").names("ko") == ("남색",)
    assert Palette.parse("남색").names("en") == ("navy",)


def test_palettes_of_equal_colors_are_equal_whatever_the_names() -> None:
    assert Palette.parse("navy") == Palette.from_hex(["#000080"]) == Palette.from_colors([Rgb(0, 0, 128)])


@given(PALETTES, PALETTES)
def test_distance_is_symmetric_and_zero_only_for_the_same_colors(one: Palette, other: Palette) -> None:
    assert one.distance(other) == pytest.approx(other.distance(one))
    assert one.distance(one) == 0
    assert (one.distance(other) == 0) == (set(one.hexes) == set(other.hexes))


def test_unlike_palettes_are_farther_apart_than_like_ones() -> None:
    sea, other_sea = Palette.parse("#0b2545 #8da9c4 #eef4ed"), Palette.parse("#0d2a4d #8fb0cc #f0f4f0")
    desert = Palette.parse("#5a2a1a #d9924e #f4e4c8")
    assert sea.distance(other_sea) < 0.05
    assert sea.distance(desert) > 0.08


@given(PALETTES)
def test_three_to_eight_colors_are_drawn_with(palette: Palette) -> None:
    drawn = palette.for_drawing()
    assert 3 <= len(drawn) <= 8
    if 3 <= len(palette) <= 8:
        assert drawn == palette


def test_a_notebook_shows_swatches_and_no_markup_of_names() -> None:
    shown = Palette.from_colors([OptionColor(name="<b>x</b>", hex="#123456")])._repr_html_()
    assert "background:#123456" in shown
    assert "<b>" not in shown


def test_json_has_name_hex_and_rgb() -> None:
    assert Palette.parse("#b5573f").to_json("ko") == [{"name": "테라코타", "hex": "#b5573f", "rgb": [181, 87, 63]}]


def test_dicts_and_arrays_of_colors_are_read() -> None:
    assert Palette.from_colors([{"name": "roof", "hex": "#b5573f"}]).names() == ("roof",)
    assert Palette.of([(1, 2, 3), (4, 5, 6)]).hexes == ("#010203", "#040506")


@pytest.mark.parametrize("wrong", [None, 3, b"#fff", {"hex": "#fff"}])
def test_what_is_no_list_of_colors_is_refused(wrong: object) -> None:
    with pytest.raises(BadColor, match="no list of colors"):
        Palette.of(wrong)  # type: ignore[arg-type]  # what callers may pass by mistake
