"""Wishes carried out on a scene, and what is said about those that could not be."""

import pytest

from wanderhue.agent.feedback import AddElement, Reading
from wanderhue.agent.grammar import Context, apply_wishes, describe_reading, read_feedback
from wanderhue.agent.scene import Element, Scene

SEA = Scene(
    setting="seaside",
    variant="cliff",
    elements=(Element(kind="lighthouse"), Element(kind="boat"), Element(kind="person", wearing=("hat",))),
    title="Jeju",
    local_title="제주",
)


def edited(text: str, scene: Scene = SEA) -> tuple[Scene, tuple[str, ...]]:
    reading = read_feedback(text, Context(scene=scene))
    assert not reading.unknown
    return apply_wishes(scene, reading.wishes, "ko" if text[0] >= "가" else "en")


def kinds(scene: Scene) -> list[str]:
    return [element.kind for element in scene.elements]


def test_the_scene_takes_over_time_weather_season_setting_style_and_shape() -> None:
    scene, notices = edited("a snowy winter night in the city, line art, square")
    assert (scene.time, scene.weather, scene.season, scene.setting) == ("night", "snow", "winter", "city")
    assert (scene.variant, scene.style, scene.aspect, notices) == ("skyline", "line", "1:1", ())


def test_an_exact_size_sets_the_aspect() -> None:
    assert edited("1600x900 px")[0].aspect == "16:9"
    assert edited("2048 px")[0].aspect == SEA.aspect


def test_something_added_has_its_count_color_and_place() -> None:
    scene, _ = edited("add three red sailboats on the left")
    added = scene.elements[-1]
    assert (added.kind, added.count, added.place) == ("sailboat", 3, "left")
    assert added.color == "#d92b2b"


def test_a_group_goes_with_all_its_kinds_and_stays_away() -> None:
    scene, notices = edited("no people")
    assert kinds(scene) == ["lighthouse", "boat"]
    assert set(scene.without) == {"person", "child"}
    assert notices == ()


def test_what_was_kept_away_may_come_back() -> None:
    without, _ = edited("사람은 빼줘")
    again, _ = edited("사람 한 명 넣어줘", without)
    assert "person" not in again.without
    assert "person" in kinds(again)


def test_a_successor_takes_the_place_of_what_it_replaces() -> None:
    scene, _ = edited("replace the boat with a ship")
    assert kinds(scene) == ["lighthouse", "person", "ship"]


def test_a_hat_is_put_on_and_taken_off() -> None:
    scene, _ = edited("take off the hat")
    assert scene.elements[2].wearing == ()
    scene, _ = edited("give the person a scarf and an umbrella")
    assert scene.elements[2].wearing == ("hat", "scarf")
    assert scene.elements[2].holding == ("umbrella",)


def test_a_rider_sits_on_the_mount_that_was_there() -> None:
    scene, _ = edited("put the person in the boat")
    assert kinds(scene) == ["lighthouse", "person"]
    assert scene.elements[1].riding == "boat"


def test_sizes_sides_and_colors_change_the_element_itself() -> None:
    scene, _ = edited("make the lighthouse bigger, move the boat to the right and make the boat blue")
    lighthouse, boat, _ = scene.elements
    assert lighthouse.size > 1
    assert (boat.place, boat.color) == ("right", "#2a66c8")


def test_a_title_is_set_and_removed() -> None:
    assert (edited("title: Our Spring")[0].title, edited("title: Our Spring")[0].local_title) == ("Our Spring", "")
    assert (edited("제목 빼줘")[0].title, edited("제목 빼줘")[0].local_title) == ("", "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("remove the tent", "Nothing to remove there (tent); I will keep it that way."),
        ("make the tent bigger", "There is no tent in the picture to change."),
        ("put a hat on the rabbit", "There is no rabbit in the picture to give the hat to."),
        ("add a unicorn", "I cannot draw “unicorn” yet, so a horse stands in for it."),
        ("텐트 지워줘", "따로 그린 텐트가 없었어요. 앞으로도 넣지 않을게요."),
    ],
)
def test_what_could_not_be_done_is_said(text: str, said: str) -> None:
    assert edited(text)[1] == (said,)


def test_a_limit_is_said_and_kept() -> None:
    scene = SEA
    for _ in range(6):
        scene, notices = edited("zoom in", scene)
    assert scene.zoom == 1.8
    assert notices == ("It cannot go any further: closer.",)


def test_a_full_picture_takes_no_more() -> None:
    full = SEA.model_copy(update={"elements": tuple(Element(kind="bird") for _ in range(24))})
    scene, notices = apply_wishes(full, [AddElement(element="boat")], "en")
    assert len(scene.elements) == 24
    assert notices == ("The picture is full: there was no room for a boat.",)


@pytest.mark.parametrize(
    ("text", "lang", "said"),
    [
        ("make it night and add a dog", "en", "Night, with a dog."),
        ("three birds and no people", "en", "Without people, with three birds."),
        ("밤으로 바꾸고 강아지 추가해줘", "ko", "밤으로 바꾸고 강아지를 더했어요."),
        ("사람 빼고 더 따뜻하게", "ko", "사람들을 빼고 색을 더 따뜻하게 했어요."),
        ("밤으로 하고 음악도 틀어줘", "ko", "밤으로 바꿨어요. “음악도 틀어줘” 부분은 알아듣지 못했어요."),
        ("perfect", "en", ""),
    ],
)
def test_a_reading_is_told_in_one_short_sentence(text: str, lang: str, said: str) -> None:
    assert describe_reading(read_feedback(text, Context(scene=SEA)), lang) == said


def test_where_nothing_was_understood_the_abilities_are_listed() -> None:
    said = describe_reading(Reading(unknown=("make it smell",)), "en")
    assert said.startswith("I did not understand “make it smell”. I can change the time of day")
