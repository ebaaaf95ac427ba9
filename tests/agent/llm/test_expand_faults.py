"""Expanding when the answer is a refusal, nonsense or none: what is told, kept and raised."""

from datetime import date
from typing import Any

import pytest

from tests.agent.llm.minds import PALETTES, ToldModel, expanded, option
from wanderhue.agent.brief import ImageBrief
from wanderhue.agent.errors import BadAnswer, PlannerUnavailable
from wanderhue.agent.feedback import Reading
from wanderhue.agent.llm import LlmPlanner
from wanderhue.agent.llm.made import LlmExpansion
from wanderhue.agent.llm.offer import to_option
from wanderhue.agent.llm.schemas import OptionAnswer
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


async def test_what_does_not_suit_the_audience_is_refused_in_words() -> None:
    before = await first()
    made = await feedback(before, "전부 피투성이로 만들어 줘", expanded(safety=REFUSED), lang="ko")
    assert (made.brief, made.refused) == (None, True)
    assert "covered in blood" in made.reply
    assert "red lanterns" in made.reply


async def test_a_softened_wish_says_what_was_left_out() -> None:
    softened = {**REFUSED, "verdict": "rewritten"}
    made = await feedback(await first(), "with red lanterns, and blood", expanded(light="red glow", safety=softened))
    assert made.brief is not None
    assert "covered in blood" in made.notices[0]


async def test_a_reply_in_the_wrong_language_is_not_told() -> None:
    made = await feedback(await first(), "밤으로 바꿔 줘", expanded(reply="It is night now."), lang="ko")
    assert made.brief is not None
    assert made.reply == ""


async def test_nonsense_leaves_a_new_picture_to_the_rules() -> None:
    made = await LlmPlanner(ToldModel(answers=["?"])).expand(ExpandOrder(talk(), option=KYOTO))
    assert made.brief is not None
    assert made.brief.subject == "three red maple trees and a bridge"
    assert made.notices == (say("llm_by_rule", "en"),)


async def test_nonsense_leaves_settled_wishes_to_the_rules_and_the_words_as_they_were() -> None:
    before = await first()
    made = await feedback(before, "make it night", "?")
    assert made.brief is not None
    assert (made.brief.scene.time, made.brief.subject) == ("night", before.subject)
    assert made.brief.light != before.light
    assert made.notices == (say("llm_by_rule", "en"),)


async def test_nonsense_to_words_that_nobody_read_is_a_typed_error() -> None:
    with pytest.raises(BadAnswer):
        await feedback(await first(), "that feeling", "?", reading=Reading(unknown=("that feeling",)))


async def test_an_outage_is_unavailable() -> None:
    with pytest.raises(PlannerUnavailable):
        await feedback(await first(), "make it night", ConnectionError("no route"))


async def test_nothing_on_the_table_is_said() -> None:
    made = await LlmPlanner(ToldModel(answers=["?"])).expand(ExpandOrder(talk("make it night")))
    assert (made.brief, made.reply) == (None, say("no_picture", "en"))
