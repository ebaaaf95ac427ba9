"""What a person reads of a model's recommendation: refusals, what was left out, and their own language."""

from datetime import date
from typing import Any

import pytest

from tests.agent.llm.minds import ToldModel, option, recommended
from wanderhue.agent.hearing import language_of
from wanderhue.agent.llm import LlmPlanner
from wanderhue.agent.llm.made import LlmRecommendation
from wanderhue.agent.planner import PartialOptions, Talk

TODAY = date(2026, 11, 21)
AUTUMN = Talk("an autumn trip in November", "en", TODAY)
REFUSED = {"verdict": "refused", "category": "knives", "phrase": "a knife fight", "suggestion": "a cozy kitchen"}


def rows(*names: str, lang: str = "en", **changes: Any) -> list[dict[str, Any]]:
    return [option(name, lang, **changes) for name in names]


async def asked(model: ToldModel, talk: Talk = AUTUMN, told: list[PartialOptions] | None = None) -> LlmRecommendation:
    return await LlmPlanner(model).recommend(talk, told.append if told is not None else None)


@pytest.mark.parametrize("lang", ["en", "ko"])
async def test_what_does_not_suit_the_audience_is_refused_in_words(lang: Any) -> None:
    model = ToldModel(answers=[recommended(kind="reply", options=rows("kyoto"), reply="", safety=REFUSED)])
    told: list[PartialOptions] = []
    found = await asked(model, Talk("a knife fight", lang, TODAY), told)
    assert (found.kind, found.options, told) == ("reply", (), [])
    assert "a knife fight" in found.reply
    assert "a cozy kitchen" in found.reply
    assert ("칼" in found.reply) == (lang == "ko")


async def test_a_refusal_within_options_shows_no_card() -> None:
    told: list[PartialOptions] = []
    found = await asked(ToldModel(answers=[recommended(safety=REFUSED)]), told=told)
    assert (found.kind, told) == ("reply", [])


async def test_a_softened_request_says_what_was_left_out() -> None:
    softened = {**REFUSED, "verdict": "rewritten", "phrase": "with swords drawn"}
    found = await asked(ToldModel(answers=[recommended(safety=softened)]))
    assert found.kind == "options"
    assert "with swords drawn" in found.notices[0]


async def test_a_category_that_nobody_knows_is_still_a_refusal() -> None:
    found = await asked(ToldModel(answers=[recommended(safety={**REFUSED, "category": "odd", "phrase": ""})]))
    assert "an autumn trip in November" in found.reply
    assert "children" in found.reply


async def test_korean_options_have_korean_words_and_right_names() -> None:
    misspelled = option("kyoto", "ko", place="쿄오토")
    answer = recommended(misspelled, *rows("busan", "jeju", lang="ko"), lang="ko")
    found = await asked(ToldModel(answers=[answer]), Talk("11월 가을 여행", "ko", TODAY))
    assert [one.place for one in found.options] == ["일본 교토", "부산 청사포", "제주 새별오름"]
    assert found.options[1].scene.title == "Cheongsapo"
    assert found.options[1].scene.local_title == "청사포"
    assert found.options[1].season == "5–6월, 10–11월"


async def test_the_wrong_language_is_repaired_and_at_last_the_catalogues() -> None:
    model = ToldModel(answers=[recommended()])
    found = await asked(model, Talk("11월 가을 여행", "ko", TODAY))
    assert len(model.asked) == 2
    assert all(language_of(one.why) == "ko" for one in found.options)
    assert language_of(found.reply) == "ko"


async def test_a_long_reply_is_cut_after_a_sentence() -> None:
    long = "Here are three. " + " ".join(["word"] * 60) + "."
    found = await asked(ToldModel(answers=[recommended(reply=long)]))
    assert found.reply == "Here are three."
