"""Pictures asked for in words become scenes; what cannot be drawn is said."""

from datetime import date

import pytest

from wanderhue.agent.hearing import language_of
from wanderhue.agent.offline.talk import recommend
from wanderhue.agent.planner import Recommendation, Talk


def asked(text: str) -> Recommendation:
    return recommend(Talk(text, language_of(text) or "en", date(2026, 11, 21)))


def kinds(found: Recommendation) -> set[str]:
    assert found.scene is not None, found.reply
    return {one.kind for one in found.scene.elements}


@pytest.mark.parametrize(
    ("text", "elements", "setting", "time"),
    [
        ("a dog beside the Eiffel Tower in the morning sun", {"dog", "eiffel_tower"}, "forest", "dawn"),
        ("cherry park, riverside walk and white picnic blankets in spring", {"cherry", "picnic"}, "forest", "day"),
        ("a child with a teddy before the Arc de Triomphe in evening light", {"child", "arch"}, "oldtown", "golden"),
        ("three kids flying kites on a hill", {"child", "kite"}, "forest", "day"),
        ("draw two red boats on a lake at sunset", {"boat"}, "lake", "sunset"),
        ("a lighthouse in a storm", {"lighthouse"}, "seaside", "day"),
        ("노을 지는 바닷가에서 연 날리는 아이들 그림", {"child", "kite"}, "seaside", "sunset"),
        ("눈 오는 날 한옥 마당에 고양이 두 마리", {"hanok", "cat"}, "oldtown", "day"),
        ("벚꽃길을 걷는 커플 그려줘", {"cherry", "person"}, "forest", "day"),
        ("빨간 배 세 척이 떠 있는 저녁 호수", {"boat"}, "lake", "sunset"),
    ],
)
def test_a_picture_is_read(text: str, elements: set[str], setting: str, time: str) -> None:
    found = asked(text)
    assert found.kind == "picture"
    assert elements <= kinds(found)
    assert found.scene is not None
    assert (found.scene.setting, found.scene.time) == (setting, time)
    assert 4 <= len(found.palette) <= 8


@pytest.mark.parametrize(
    "text",
    [
        "안개 낀 수선화 들판에서 말을 탄 토끼가 막대사탕을 들고 있는 그림",
        "a rabbit riding a horse with a lollipop in a misty daffodil field",
    ],
)
def test_riding_and_holding_belong_to_who_does_it(text: str) -> None:
    found = asked(text)
    assert found.scene is not None
    rabbit = next(one for one in found.scene.elements if one.kind == "rabbit")
    assert rabbit.riding == "horse"
    assert rabbit.holding == ("lollipop",)
    assert "horse" not in kinds(found)
    assert found.scene.weather == "mist"
    assert found.scene.variant == "daffodil"


@pytest.mark.parametrize(
    ("text", "kind", "holding", "wearing"),
    [
        ("에펠탑 아래에서 아이스크림 먹는 고양이 그려줘", "cat", ("ice_cream",), ()),
        ("에펠탑 옆에 우산 쓴 사람", "person", ("umbrella",), ()),
        ("draw a bear wearing a hat and a red scarf", "bear", (), ("hat", "scarf")),
    ],
)
def test_things_are_held_and_worn(text: str, kind: str, holding: tuple[str, ...], wearing: tuple[str, ...]) -> None:
    found = asked(text)
    assert found.scene is not None
    one = next(element for element in found.scene.elements if element.kind == kind)
    assert (one.holding, one.wearing) == (holding, wearing)


def test_counts_and_colors_are_kept() -> None:
    found = asked("draw three red boats and a dog")
    assert found.scene is not None
    boat = next(one for one in found.scene.elements if one.kind == "boat")
    assert boat.count == 3
    assert boat.color is not None
    dog = next(one for one in found.scene.elements if one.kind == "dog")
    assert (dog.count, dog.color) == (1, None)


def test_a_stand_in_is_named() -> None:
    found = asked("a penguin wearing a red scarf on the snow")
    assert found.scene is not None
    assert found.scene.elements[0].asked_as == "penguin"
    assert "penguin" in found.notices[0]


@pytest.mark.parametrize(
    ("text", "word"), [("draw a dog and a volcano", "volcano"), ("화산이랑 강아지 그려줘", "화산")]
)
def test_what_cannot_be_drawn_is_admitted(text: str, word: str) -> None:
    assert any(word in notice for notice in asked(text).notices)


@pytest.mark.parametrize("text", ["paint me Venice at night", "베네치아의 밤을 그려줘"])
def test_a_picture_of_a_known_place_shows_that_place(text: str) -> None:
    found = asked(text)
    assert found.kind == "picture"
    assert found.scene is not None
    assert found.scene.time == "night"
    assert found.scene.title == "Venice"


def test_lettering_shape_and_style_are_read() -> None:
    found = asked('Draw a fox in a pine forest, line art, square, titled "Quiet"')
    assert found.scene is not None
    assert (found.scene.style, found.scene.aspect, found.scene.title) == ("line", "1:1", "Quiet")


@pytest.mark.parametrize(
    "text",
    [
        "temples and food in autumn",
        "whale watching with kids",
        "hot air balloons at sunrise",
        "a cabin by a lake, fishing, no people",
        "stargazing in the desert",
        "별 쏟아지는 밤하늘 보러 가고 싶어요",
        "고래 보러 가고 싶어",
        "한옥",
        "somewhere my dog can come along",
    ],
)
def test_a_trip_is_not_taken_for_a_picture(text: str) -> None:
    assert asked(text).kind != "picture"
