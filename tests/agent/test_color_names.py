import pytest
from hypothesis import given
from hypothesis import strategies as st

from wanderhue.agent.color_names import FAMILIES, PLAIN, family, family_name, find_colors, lookup, nearest, plain_name
from wanderhue.agent.color_table import CSS

HEXES = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def found(text: str, lang: str | None = None) -> list[tuple[str, str]]:
    return [(color.word, color.family) for color in find_colors(text, lang)]


def test_every_plain_color_is_named_by_itself_and_falls_into_its_family() -> None:
    for color in PLAIN:
        assert nearest(color.hex) == color
        assert family(color.hex) == color.family


def test_plain_names_are_unique_in_both_languages() -> None:
    for lang in ("en", "ko"):
        assert len({color.name(lang) for color in PLAIN}) == len(PLAIN) >= 60


def test_the_twelve_families_are_there_with_names() -> None:
    order = "red orange yellow green teal blue purple pink brown black gray white"
    assert list(FAMILIES) == order.split()
    assert family_name("red", "ko") == "빨강"


@given(HEXES)
def test_every_color_has_a_name_and_a_family(color: str) -> None:
    assert family(color) in FAMILIES
    assert plain_name(color, "en")
    assert plain_name(color, "ko")


def test_terracotta_is_called_so() -> None:
    assert plain_name("#b5573f") == "terracotta"
    assert plain_name("#b5573f", "ko") == "테라코타"


@pytest.mark.parametrize(("name", "value"), sorted(CSS.items()))
def test_css_names_mean_what_css_says(name: str, value: str) -> None:
    assert lookup(name) == value


@pytest.mark.parametrize(
    ("english", "korean"),
    [("red", "빨강"), ("red", "빨간색"), ("navy", "남색"), ("sky blue", "하늘색")],
)
def test_korean_names_mean_the_same_color_as_english_ones(english: str, korean: str) -> None:
    assert lookup(english) == lookup(korean) is not None


def test_a_word_before_the_name_moves_the_color() -> None:
    assert lookup("light red") not in (None, lookup("red"))
    assert lookup("짙은 남색") not in (None, lookup("남색"))
    assert lookup("lightred") is None


@pytest.mark.parametrize("name", ["blurple", "", "말", "연", "the red one"])
def test_what_is_no_color_name_is_not_looked_up(name: str) -> None:
    assert lookup(name) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("make the boat red and the sail dark blue", [("red", "red"), ("dark blue", "blue")]),
        ("a steelblue roof, redder please", [("steelblue", "blue"), ("redder", "red")]),
        ("지붕을 빨간색으로 바꿔줘", [("빨간색", "red")]),
        ("더빨갛게 해줘", [("빨갛게", "red")]),
        ("빨간배랑 흰구름", [("빨간", "red"), ("흰", "white")]),
        ("연한 분홍이면 좋겠어요", [("연한 분홍", "pink")]),
        ("빨간 연 하늘색 배", [("빨간", "red"), ("하늘색", "blue")]),
        ("민트 톤으로", [("민트", "green")]),
        ("olive tones", [("olive", "green")]),
        ("lavender", [("lavender", "purple")]),
        ("진보라 텐트", [("진보라", "purple")]),
        ("검은 고양이", [("검은", "black")]),
        ("navy 배와 green 텐트", [("navy", "blue"), ("green", "green")]),
    ],
)
def test_color_words_are_found_in_sentences(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a hundred coloured bored reduced things",
        "green tea fields at golden hour",
        "lavender fields and a rose garden",
        "말 한 마리",
        "보라카이로 가자",
        "좋은색으로 칠해줘",
        "파란만장한 하루",
        "블루베리와 화이트 와인",
        "자주 가는 곳",
        "선으로만 그린 펜화 스타일로",
        "시안 두 개를 물색해 줘",
        "가지 말고",
        "핑크뮬리 밭",
        "#ff0000",
    ],
)
def test_words_that_only_look_like_colors_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_one_language_alone_can_be_read() -> None:
    assert found("red 파란", "en") == [("red", "red")]
    assert found("red 파란", "ko") == [("파란", "blue")]


def test_loose_reading_takes_things_as_colors() -> None:
    assert [color.word for color in find_colors("a coral boat", loose=True)] == ["coral"]


@given(st.text(alphabet="빨간색으로 연한red blue,.민트톤sky", max_size=40))
def test_what_is_found_stands_in_the_text_in_order(text: str) -> None:
    colors = find_colors(text)
    assert all(text[color.start : color.end] == color.word for color in colors)
    assert [color.start for color in colors] == sorted(color.start for color in colors)
