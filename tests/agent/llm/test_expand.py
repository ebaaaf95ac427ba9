"""Expanding by a model: wishes change the scene exactly, the model's words fill the slots, each slot alone."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.agent.llm.minds import PALETTES, ToldModel, expanded, option, recommended, wish
from wanderhue.agent.brief import ImageBrief
from wanderhue.agent.feedback import AddElement, Reading, SetTime
from wanderhue.agent.llm import LlmPlanner
from wanderhue.agent.llm.made import LlmExpansion
from wanderhue.agent.llm.offer import to_option
from wanderhue.agent.llm.schemas import OptionAnswer
from wanderhue.agent.offline.wishes import apply_reading
from wanderhue.agent.planner import ExpandOrder, Talk
from wanderhue.agent.replies import say
from wanderhue.agent.trips import Lang

TODAY = date(2026, 11, 21)
KYOTO = to_option(OptionAnswer.model_validate(option("kyoto")), "en")
SLOTS = ("medium", "subject", "setting", "light", "shot", "style")
REFUSED = {"verdict": "refused", "category": "blood", "phrase": "covered in blood", "suggestion": "red lanterns"}


def talk(text: str = "", lang: Lang = "en") -> Talk:
    return Talk(text, lang, TODAY, request="an autumn trip in November", options=(KYOTO,))


async def first(model: ToldModel | None = None) -> ImageBrief:
    model = model or ToldModel(answers=[expanded(palette=PALETTES["kyoto"])])
    made = await LlmPlanner(model).expand(ExpandOrder(talk(), option=KYOTO))
    assert made.brief is not None
    return made.brief


async def feedback(brief: ImageBrief, words: str, *answers: Any, lang: Lang = "en", **order: Any) -> LlmExpansion:
    model = ToldModel(answers=list(answers))
    return await LlmPlanner(model).expand(ExpandOrder(talk(words, lang), brief=brief, **order))


async def test_a_new_brief_has_the_models_words_and_the_options_scene_and_colors() -> None:
    model = ToldModel(answers=[expanded(palette=PALETTES["kyoto"], negative=["crowds", "cars"])])
    brief = await first(model)
    assert len(model.asked) == 1
    assert brief.subject == "two friends walking under red maples"
    assert brief.scene == KYOTO.scene
    assert brief.palette == KYOTO.palette
    assert brief.negative == ("crowds", "cars")
    assert [(use.hex, use.object) for use in brief.colors][:3] == [
        ("#2a2320", "the outlines"), ("#f6eddc", "the sky"), ("#c8402f", "the maples")]  # fmt: skip
    for use in brief.colors:
        assert f"{use.name} ({use.hex}) for {use.object}" in brief.prompt()


async def test_a_color_without_an_object_is_asked_for_once_and_then_placed_by_rule() -> None:
    lacking = expanded(palette=PALETTES["kyoto"][:3])
    model = ToldModel(answers=[lacking])
    brief = await first(model)
    assert "put these on objects too: #d99a4e, #5f7050" in str(model.asked[1][-1].content)
    assert len(brief.colors) == 5
    assert all(use.object and use.name for use in brief.colors)


async def test_a_color_name_that_lies_is_replaced_by_the_plain_one() -> None:
    row = expanded(palette=PALETTES["kyoto"])
    row["colors"][2]["name"] = "deep blue"
    row["colors"][3]["name"] = "honey"
    brief = await first(ToldModel(answers=[row]))
    assert [use.name for use in brief.colors[2:4]] == ["vermilion", "honey"]


async def test_slots_in_another_language_are_repaired_and_then_left_to_the_rules() -> None:
    korean = expanded(palette=PALETTES["kyoto"], subject="단풍 아래를 걷는 두 친구")
    model = ToldModel(answers=[korean, expanded(palette=PALETTES["kyoto"])])
    assert (await first(model)).subject == "two friends walking under red maples"
    assert "subject must be in English" in str(model.asked[1][-1].content)
    assert (await first(ToldModel(answers=[korean]))).subject == "three red maple trees and a bridge"


async def test_wishes_of_the_model_change_the_scene_as_the_rules_would() -> None:
    before = await first()
    answer = expanded(wish("time", "night"), wish("add", element="boat", count=2), light="moonlight on the river")
    words = "as if seen much later, with company on the river"
    made = await feedback(before, words, answer, reading=Reading(unknown=(words,)))
    assert made.brief is not None
    reading = Reading(wishes=(SetTime(time="night"), AddElement(element="boat", count=2)))
    assert made.brief.scene == apply_reading(before, reading, "en")[0].scene
    assert made.brief.light == "moonlight on the river"
    assert made.reading == reading
    assert made.brief.setting == before.setting


@pytest.mark.parametrize("slot", SLOTS)
async def test_each_slot_can_be_changed_alone(slot: str) -> None:
    before = await first()
    made = await feedback(before, "a little otherwise, you know", expanded() | {slot: "something else"})
    assert made.brief is not None
    assert made.brief == before.model_copy(update={slot: "something else"})


async def test_what_the_rules_settled_is_not_read_again() -> None:
    before = await first()
    settled = Reading(wishes=(SetTime(time="night"),))
    answer = expanded(wish("time", "dawn"), wish("remove", element="maple"), light="deep night", unknown=["night"])
    model = ToldModel(answers=[answer])
    made = await LlmPlanner(model).expand(ExpandOrder(talk("make it night"), brief=before, reading=settled))
    assert made.brief is not None
    assert (made.brief.scene.time, len(made.brief.scene.elements)) == ("night", 2)
    assert (made.brief.light, made.reading, made.notices) == ("deep night", None, ())
    assert "time:night" in model.prompt()


async def test_the_model_settles_only_what_was_left() -> None:
    before = await first()
    settled = Reading(wishes=(SetTime(time="night"),), unknown=("with a fisherman's ride",))
    answer = expanded(wish("time", "dawn"), wish("add", element="boat", word="fishing boat"))
    made = await feedback(before, "at night, with a fisherman's ride", answer, reading=settled)
    assert made.brief is not None
    assert made.brief.scene.time == "night"
    assert [one.kind for one in made.brief.scene.elements] == ["maple", "bridge", "boat"]
    assert made.reading == Reading(wishes=(SetTime(time="night"), AddElement(element="boat")))


async def test_without_a_reading_the_rules_are_asked_first() -> None:
    before = await first()
    model = ToldModel(answers=[expanded()])
    made = await LlmPlanner(model).expand(ExpandOrder(talk("make it night"), brief=before))
    assert made.brief is not None
    assert made.brief.scene.time == "night"
    assert "all of it is understood" in model.prompt()


async def test_words_that_only_a_prompt_can_hold_are_told_as_such() -> None:
    before = await first()
    answer = expanded(style="worn like an old letter", words_only=["like an old letter"])
    made = await feedback(before, "like an old letter", answer)
    assert made.brief is not None
    assert made.brief.scene == before.scene
    assert made.notices == (say("llm_words_only", "en", what="like an old letter"),)


async def test_what_nobody_understands_is_said_and_nothing_painted() -> None:
    before = await first()
    made = await feedback(before, "flurb the gizmo", expanded(unknown=["flurb the gizmo"], reply=""))
    assert made.brief is None
    assert made.reply
    assert made.notices == (say("pl_not_understood", "en", what="flurb the gizmo"),)


async def test_an_act_is_read_and_paints_nothing() -> None:
    before = await first()
    act = {"kind": "goto", "number": 2, "strong": False}
    made = await feedback(before, "the one from before the boats came", expanded(act=act, reply="Back to it."))
    assert made.brief is None
    assert made.reading is not None
    assert made.reading.codes() == ("act:goto:2",)
    assert made.reply == "Back to it."


async def test_a_wish_overrules_praise() -> None:
    act = {"kind": "accept", "number": 0, "strong": False}
    made = await feedback(await first(), "perfect, just a bit later", expanded(wish("time", "sunset"), act=act))
    assert made.brief is not None
    assert made.reading is not None
    assert made.reading.act is None


async def test_colors_keep_their_objects_when_the_palette_moves() -> None:
    before = await first()
    made = await feedback(before, "cozier tones all over", expanded(wish("shift", "warmer")))
    assert made.brief is not None
    assert made.brief.hexes() != before.hexes()
    assert [use.object for use in made.brief.colors] == [use.object for use in before.colors]
    assert [use.hex for use in made.brief.colors] == list(made.brief.hexes())


async def test_the_persons_own_words_stay() -> None:
    before = (await first()).model_copy(update={"subject": "my cat Nabi on a bridge", "own": ("subject",)})
    answer = expanded(subject="a cat on a bridge", light="soft rain light")
    made = await feedback(before, "somewhat wetter air", answer)
    assert made.brief is not None
    assert (made.brief.subject, made.brief.light, made.brief.own) == (before.subject, "soft rain light", ("subject",))


async def test_the_prompt_card_needs_no_call() -> None:
    before = await first()
    model = ToldModel(answers=["?"])
    order = ExpandOrder(talk("at night"), brief=before, slots={"light": "night, lanterns"})
    made = await LlmPlanner(model).expand(order)
    assert made.brief is not None
    assert (made.brief.scene.time, model.asked) == ("night", [])


@pytest.mark.parametrize("asked", [1, 2])
async def test_a_picture_takes_two_calls_at_most_whatever_needs_repair(asked: int) -> None:
    picture = recommended(option("kyoto"), kind="picture")
    first_answers = [picture] if asked == 1 else ["nonsense", picture]
    model = ToldModel(answers=[*first_answers, expanded()])
    planner = LlmPlanner(model)
    words = replace(talk("paint a bridge under maples"), options=())
    found = await planner.recommend(words)
    made = await planner.expand(ExpandOrder(replace(words, text=""), scene=found.scene, palette=found.palette))
    assert made.brief is not None
    assert made.brief.scene == found.scene
    assert len(model.asked) == 2
    assert found.spent.calls == asked
    assert made.spent.calls == 2 - asked


async def test_stand_ins_are_said_with_the_first_picture() -> None:
    scene = {"setting": "fields/meadow", "elements": [{"kind": "cow", "word": "elephant", "count": 1}]}
    elephant = to_option(OptionAnswer.model_validate(option("kyoto", scene=scene)), "en")
    made = await LlmPlanner(ToldModel(answers=[expanded(palette=PALETTES["kyoto"])])).expand(
        ExpandOrder(talk(), option=elephant)
    )
    assert "elephant" in made.notices[0]


async def test_a_wish_that_cannot_be_read_is_asked_for_once() -> None:
    before = await first()
    model = ToldModel(answers=[expanded(wish("time", "brunchish")), expanded(wish("time", "dawn"))])
    made = await LlmPlanner(model).expand(ExpandOrder(talk("brunchish hours please"), brief=before))
    assert "wish 1 (time) cannot be read" in str(model.asked[1][-1].content)
    assert made.brief is not None
    assert made.brief.scene.time == "dawn"
