"""The same brief again: in another palette, another shape, or with the person's own words on its card."""

from pathlib import Path
from typing import Any

import pytest

from tests.graphs.plain import PlainPainter, PlainPlanner
from wanderhue import TripSession
from wanderhue.agent.settings import Settings
from wanderhue.graphs.view import View


def at_review(session: TripSession) -> dict[str, Any]:
    session.say("a lake in spring")
    return shown(session.choose(0))


def shown(view: View) -> dict[str, Any]:
    assert view.image is not None, view.reply
    return view.image


OTHERS = ["#102030", "#f0b45c", "#c04020"]


def test_repaint_paints_the_same_scene_in_another_palette(session: TripSession, painter: PlainPainter) -> None:
    first = at_review(session)
    second = shown(session.repaint(OTHERS))
    assert len(painter.orders) == 2
    assert [color["hex"] for color in second["brief"]["palette"]] == OTHERS
    assert second["brief"]["palette"][1]["name"] == "colour 2", "a color that was there keeps its name"
    assert [use["hex"] for use in second["brief"]["colors"]] == OTHERS
    assert second["brief"]["scene"] == first["brief"]["scene"]
    assert (second["parent"], second["seed"], second["feedback"]) == (first["id"], first["seed"], "repaint")
    assert all(color in painter.orders[1].prompt.text for color in OTHERS)


def test_a_paid_repaint_is_paid_and_a_recolor_is_not(data_dir: Path) -> None:
    painter = PlainPainter(paid=True, price=0.04)
    with TripSession.open(data_dir=data_dir, planner=PlainPlanner(), painter=painter) as session:
        at_review(session)
        assert session.recolor(OTHERS).cost["conversation_usd"] == pytest.approx(0.04)
        assert session.repaint(OTHERS).cost["conversation_usd"] == pytest.approx(0.08)


def test_reshape_paints_at_another_shape_and_quality(session: TripSession, painter: PlainPainter) -> None:
    at_review(session)
    image = shown(session.reshape("9:16", quality="fine"))
    brief = image["brief"]
    assert (brief["aspect"], brief["scene"]["aspect"], brief["quality"]) == ("9:16", "9:16", "fine")
    assert shown(session.refine("with a boat"))["brief"]["aspect"] == "9:16"
    assert shown(session.reshape("1:1"))["brief"]["quality"] == "fine", "as it was, when none is named"
    assert len(painter.orders) == 4


@pytest.mark.parametrize(
    "answer",
    [
        {"type": "repaint", "palette": ["nonsense"]},
        {"type": "repaint"},
        {"type": "reshape", "aspect": "21:9"},
        {"type": "reshape", "aspect": "1:1", "quality": "ultra"},
        {"type": "reshape"},
        {"type": "rewrite"},
        {"type": "rewrite", "slots": {}},
        {"type": "rewrite", "slots": {"mood": "x"}},
        {"type": "rewrite", "slots": {"subject": " "}},
        {"type": "rewrite", "slots": {"light": 3}},
        {"type": "rewrite", "slots": {"negative": [1]}},
        {"type": "rewrite", "slots": {"aspect": "wide"}},
        {"type": "rewrite", "slots": {"text": "x" * 61}},
        {"type": "photo", "blob": "../../etc/passwd"},
        {"type": "photo"},
    ],
)
def test_what_cannot_be_used_is_told_and_nothing_is_painted(
    session: TripSession, painter: PlainPainter, answer: dict[str, Any]
) -> None:
    at_review(session)
    view = session.answer(answer)
    assert view.error is not None
    assert view.error["code"] in ("bad_answer", "bad_color")
    assert (view.stage, len(painter.orders)) == ("review", 1)


def test_they_need_a_picture(session: TripSession) -> None:
    session.say("a lake")
    for kind in ("repaint", "reshape", "rewrite", "vary"):
        assert kind not in session.view.actions
        assert (session.answer({"type": kind}).error or {})["code"] == "out_of_order"


def test_the_words_of_a_rewritten_card_go_to_the_painter_exactly(session: TripSession, painter: PlainPainter) -> None:
    at_review(session)
    slots = {
        "subject": "a heron that waits",
        "setting": "reeds at the far shore",
        "light": "milky light before the rain",
        "shot": "seen from a rowing boat",
        "style": "dry brush",
        "medium": "gouache",
        "text": "Stillwater",
        "negative": "boats, crowds",
    }
    image = shown(session.rewrite(slots))
    prompt = painter.orders[-1].prompt.text
    for words in ("Gouache of a heron that waits.", "Setting: reeds at the far shore.", "Style: dry brush."):
        assert words in prompt
    for words in ("milky light before the rain", "seen from a rowing boat", '"Stillwater"', "boats, crowds"):
        assert words in prompt
    assert image["scene_title"] == "Stillwater"
    assert set(image["brief"]["own"]) == set(slots)
    assert image["feedback"] == "rewrite"


def test_an_emptied_slot_is_left_out_of_the_prompt(session: TripSession, painter: PlainPainter) -> None:
    at_review(session)
    session.rewrite({"style": "", "medium": "", "light": ""})
    prompt = painter.orders[-1].prompt.text
    assert "Style" not in prompt
    assert "Light" not in prompt
    assert prompt.startswith("a lake.")


def test_a_card_that_says_nothing_new_paints_nothing(session: TripSession, painter: PlainPainter) -> None:
    brief = at_review(session)["brief"]
    view = session.rewrite({"subject": brief["subject"], "negative": [], "aspect": "16:9"})
    assert view.stage == "review"
    assert view.reply
    assert len(painter.orders) == 1


def test_a_rewritten_card_passes_the_safety_policy(session: TripSession, painter: PlainPainter) -> None:
    at_review(session)
    view = session.rewrite({"subject": "a bloody murder scene"})
    assert view.stage == "reword"
    assert view.refusal is not None
    assert view.draft is not None
    assert view.draft["subject"] == "a bloody murder scene"
    assert len(painter.orders) == 1
    again = session.rewrite({"subject": "a heron"})
    assert again.stage == "review"
    assert "a heron" in painter.orders[-1].prompt.text


def test_the_card_can_be_rewritten_before_the_first_picture_is_painted(data_dir: Path) -> None:
    painter, settings = PlainPainter(), Settings(preview=True, aspect="1:1")
    with TripSession.open(data_dir=data_dir, planner=PlainPlanner(), painter=painter, settings=settings) as session:
        session.say("a lake")
        view = session.choose(1)
        assert (view.stage, "rewrite" in view.actions) == ("confirm", True)
        view = session.rewrite({"subject": "a heron", "aspect": "3:4"})
        assert (view.stage, view.chosen, painter.orders) == ("confirm", 1, [])
        assert view.draft is not None
        assert (view.draft["subject"], view.draft["aspect"]) == ("a heron", "3:4")
        assert "a heron" in view.draft["prompt"]
        unchanged = session.rewrite({"subject": "a heron"})
        assert (unchanged.stage, painter.orders) == ("confirm", [])
        image = shown(session.confirm())
        assert (image["parent"], image["feedback"], image["brief"]["aspect"]) == (None, "choose", "3:4")


def test_a_variation_that_waits_can_be_rewritten_and_stays_a_variation(data_dir: Path) -> None:
    painter = PlainPainter()
    with TripSession.open(
        data_dir=data_dir, planner=PlainPlanner(), painter=painter, settings=Settings(preview=True)
    ) as session:
        session.say("a lake")
        session.choose(0)
        session.confirm()
        session.vary()
        session.rewrite({"light": "dusk"})
        image = shown(session.confirm())
        assert painter.orders[-1].operation == "vary"
        assert (image["brief"]["light"], image["parent"] is not None) == ("dusk", True)


def test_the_draft_shows_every_slot_its_colors_and_the_prompt_as_sent(data_dir: Path) -> None:
    painter = PlainPainter()
    with TripSession.open(
        data_dir=data_dir, planner=PlainPlanner(), painter=painter, settings=Settings(preview=True)
    ) as session:
        session.say("a lake")
        session.choose(0)
        draft = session.rewrite({"subject": "a heron", "text": "Still"}).draft
        assert draft is not None
        names = {"medium", "subject", "setting", "style", "shot", "light", "text", "negative", "aspect", "quality"}
        assert names | {"n", "width", "height", "colors", "own", "prompt"} == set(draft)
        session.confirm()
        assert draft["prompt"] == painter.orders[-1].prompt.text
        colors = shown(session.view)["brief"]["colors"]
        assert all(set(color) == {"name", "hex", "object"} for color in colors)


def test_what_the_policy_changed_is_kept_with_the_picture(session: TripSession, painter: PlainPainter) -> None:
    assert at_review(session)["sent"]["changes"] == []
    view = session.rewrite({"subject": "a heron, call 010-1234-5678"})
    assert view.changes
    assert shown(view)["sent"]["changes"] == view.changes
    assert set(view.changes[0]) == {"before", "after"}
    assert "010" in view.changes[0]["before"]
    assert "010" not in painter.orders[-1].prompt.text
    back = session.undo()
    assert back.changes == []
    assert session.redo().changes == view.changes


def test_what_was_changed_in_spoken_words_is_kept_with_the_picture_too(session: TripSession) -> None:
    at_review(session)
    view = session.refine("add a heron, call 010-1234-5678")
    assert view.changes
    assert any("010" in change["before"] for change in view.changes)


def test_rows_of_versions_and_the_picture_say_more(session: TripSession) -> None:
    image = at_review(session)
    row = session.view.versions[0]
    assert {"action", "painter", "at", "cost", "width", "height"} <= set(row)
    assert (image["scene_title"], image["photo"]) == ("Place 1", False)


def test_after_a_recolor_the_card_tells_where_the_new_colors_land(data_dir: Path) -> None:
    with TripSession.open(data_dir=data_dir) as session:
        session.say("draw a lighthouse at sunset")
        hexes = ["#264653", "#2a9d8f", "#e9c46a", "#f4a261", "#e76f51"]
        view = session.recolor(hexes)
        assert view.image is not None
        brief = view.image["brief"]
        assert [color["hex"] for color in brief["palette"]] == hexes
        assert {use["hex"] for use in brief["colors"]} <= set(hexes)
        assert brief["colors"]
