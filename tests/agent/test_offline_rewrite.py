"""The person's own words on the prompt card: what the rules read into the scene, and what they admit they cannot."""

from typing import Any

import pytest

from tests.graphs.plain import PALETTE
from wanderhue.agent.brief import ImageBrief
from wanderhue.agent.offline.briefing import brief_of
from wanderhue.agent.offline.expand import expand
from wanderhue.agent.offline.rewrite import read_slots
from wanderhue.agent.offline.wishes import apply_reading
from wanderhue.agent.planner import ExpandOrder, Talk
from wanderhue.agent.revise import changed_slots, rewritten
from wanderhue.agent.scene import Element, Scene
from wanderhue.agent.trips import OptionColor

SCENE = Scene(
    setting="seaside",
    variant="cliff",
    season="spring",
    time="golden",
    title="Cliffs",
    local_title="절벽",
    subtitle="of the west",
    elements=(
        Element(kind="person", count=2, riding="camel", size=1.4),
        Element(kind="boat", count=2),
        Element(kind="bird", count=3),
    ),
)


def card(**slots: Any) -> tuple[ImageBrief, tuple[str, ...]]:
    """The brief after a card, and the notices."""
    brief = brief_of(SCENE, PALETTE)
    new = changed_slots(brief, slots)
    made = read_slots(brief, new, "en")
    assert made.brief is not None
    return rewritten(made.brief, new), made.notices


def kinds(brief: ImageBrief) -> dict[str, int]:
    return {one.kind: one.count for one in brief.scene.elements}


def words() -> str:
    return brief_of(SCENE, PALETTE).subject


def test_the_card_as_it_stands_changes_nothing() -> None:
    brief = brief_of(SCENE, PALETTE)
    same = {name: getattr(brief, name) for name in ("subject", "setting", "light", "shot", "style", "text", "medium")}
    assert changed_slots(brief, {**same, "negative": [], "aspect": "16:9"}) == {}


@pytest.mark.parametrize(
    ("slots", "expected"),
    [
        ({"light": "night, stars over the water"}, {"time": "night"}),
        ({"light": "비 내리는 새벽"}, {"time": "dawn", "weather": "rain"}),
        ({"setting": "a harbor in winter"}, {"setting": "seaside", "variant": "harbor", "season": "winter"}),
        ({"setting": "cliff"}, {"season": None}),
        ({"shot": "close-up"}, {"zoom": 1.25}),
        ({"shot": "very wide, from above"}, {"zoom": 0.8}),
        ({"style": "fine line drawing"}, {"style": "line"}),
        ({"text": "West"}, {"title": "West", "local_title": "", "subtitle": "of the west"}),
        ({"text": ""}, {"title": "", "local_title": "", "subtitle": ""}),
        ({"aspect": "1:1"}, {"aspect": "1:1"}),
    ],
)
def test_what_the_rules_can_read_changes_the_scene(slots: dict[str, str], expected: dict[str, Any]) -> None:
    brief, notices = card(**slots)
    assert {name: getattr(brief.scene, name) for name in expected} == expected
    assert not notices
    assert brief.scene.elements == SCENE.elements


def test_a_thing_added_or_taken_from_the_subject_comes_or_goes_and_the_others_keep_what_they_are() -> None:
    brief, notices = card(subject=words() + " and a red fox")
    assert kinds(brief) == {"person": 2, "boat": 2, "bird": 3, "fox": 1}
    assert brief.scene.elements[0] == SCENE.elements[0], "its size and its camel stay"
    assert not notices
    fewer, _ = card(subject=words().replace(", two boats", ""))
    assert kinds(fewer) == {"person": 2, "bird": 3}


def test_a_second_boat_in_a_color_of_its_own_is_one_more() -> None:
    brief, _ = card(subject=words() + " and a red boat")
    assert [(one.count, bool(one.color)) for one in brief.scene.elements if one.kind == "boat"] == [
        (2, False),
        (1, True),
    ]


def test_other_counts_are_read() -> None:
    brief, _ = card(subject=words().replace("two boats", "five boats"))
    assert kinds(brief)["boat"] == 5


def test_the_words_stay_exactly_and_are_marked_as_the_persons() -> None:
    brief, _ = card(subject="a very particular heron", light="the light of Tuesday")
    assert (brief.subject, brief.light) == ("a very particular heron", "the light of Tuesday")
    assert brief.own == ("subject", "light")
    assert brief.setting == brief_of(SCENE, PALETTE).setting


def test_what_must_not_appear_is_taken_out_and_may_come_back() -> None:
    brief, notices = card(negative=["people", "dragons"])
    assert "person" not in kinds(brief)
    assert {"person", "child"} <= set(brief.scene.without)
    assert brief.negative == ("people", "dragons")
    assert len(notices) == 1
    assert "dragons" in notices[0]
    new = changed_slots(brief, {"negative": []})
    again = read_slots(brief, new, "en").brief
    assert again is not None
    assert again.scene.without == ()


@pytest.mark.parametrize(
    ("slots", "admitted"),
    [
        ({"medium": "oil painting"}, "oil painting"),
        ({"light": "the color of forgetting"}, "the color of forgetting"),
        ({"setting": "inside a computer"}, "inside a computer"),
        ({"shot": "45 degrees"}, "45 degrees"),
        ({"style": "in the manner of dreams"}, "in the manner of dreams"),
    ],
)
def test_what_cannot_be_read_is_admitted_word_for_word(slots: dict[str, str], admitted: str) -> None:
    brief, notices = card(**slots)
    assert any(admitted in notice and "illustrator" in notice for notice in notices)
    assert brief.scene.model_copy(update={"season": SCENE.season}) == SCENE


def test_a_stand_in_is_said() -> None:
    _, notices = card(subject="an astronaut")
    assert any("astronaut" in notice and "stands in" in notice for notice in notices)


def test_the_planner_reads_a_card_through_its_port() -> None:
    from datetime import date

    brief = brief_of(SCENE, PALETTE)
    talk = Talk(text="night", lang="en", today=date(2026, 5, 1))
    made = expand(ExpandOrder(talk, brief=brief, slots={"light": "night"}))
    assert made.brief is not None
    assert made.brief.scene.time == "night"


def wished(brief: ImageBrief, text: str) -> ImageBrief:
    from wanderhue.agent.grammar import Context, read_feedback

    return apply_reading(brief, read_feedback(text, Context(scene=brief.scene)), "en")[0]


def test_own_words_stay_through_feedback_about_something_else() -> None:
    brief, _ = card(subject="a heron that waits", light="milky light", medium="gouache", negative=["crowds"])
    later = wished(brief, "make it winter")
    assert (later.subject, later.light, later.medium) == ("a heron that waits", "milky light", "gouache")
    assert later.negative == ("crowds",)
    assert "winter" in later.setting


def test_own_words_give_way_to_feedback_about_them() -> None:
    brief, _ = card(subject="a heron that waits", light="milky light")
    later = wished(brief, "make it night and add a boat")
    assert later.light.startswith("night")
    assert later.subject == "a heron that waits with a boat"
    assert "light" not in later.own
    assert "subject" in later.own
    again = wished(later, "add a fox")
    assert again.subject == "a heron that waits with a boat with a fox"


def test_a_color_given_to_a_thing_follows_its_place_in_a_new_palette() -> None:
    from wanderhue.agent.revise import repainted

    scene = SCENE.model_copy(
        update={"elements": (Element(kind="boat", color=PALETTE[3].hex), Element(kind="fox", color="#123456"))}
    )
    brief = brief_of(scene, PALETTE)
    new = ["#000000", "#111111", "#222222", "#333333", "#444444"]
    assert [one.color for one in repainted(brief, new, "en").scene.elements] == ["#333333", None]
    shorter = [PALETTE[3].hex, "#eeeeee"]
    assert [one.color for one in repainted(brief, shorter, "en").scene.elements] == [PALETTE[3].hex, None]
    names = [color.name for color in repainted(brief, shorter, "ko").palette]
    assert names[0] == PALETTE[3].name
    assert names[1] != "#eeeeee"


def test_palettes_of_one_color_can_be_repainted() -> None:
    from wanderhue.agent.revise import repainted

    brief = brief_of(SCENE, (OptionColor(name="ink", hex="#1d2440"),))
    assert repainted(brief, ["#ffffff"], "en").hexes() == ("#ffffff",)
