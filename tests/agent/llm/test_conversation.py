"""Whole conversations with a model behind a strict server: how often it is asked, how much it is sent, what comes back.

The planner is the real one on the real client package; the graph, the store and the sanitizer are the product's own.
"""

import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from tests.agent.llm.clients import settings_of
from tests.agent.llm.minds import expanded, option, recommended, wish
from tests.agent.llm.servers.asked import Answer, Asked
from tests.agent.llm.servers.openai import OpenAIServer
from tests.graphs.plain import PlainPainter
from wanderhue.agent.hearing import language_of
from wanderhue.agent.llm import LlmPlanner
from wanderhue.agent.llm.models import close_model, make_chat_model
from wanderhue.agent.oklab import oklab_to_hex, oklch_to_oklab
from wanderhue.graphs import loop
from wanderhue.graphs.session import TripSession
from wanderhue.tools.painter import PaintOrder

SLOTS = ("medium", "subject", "setting", "light", "shot", "style")


class Author:
    """Answers every request well: three new places at each recommendation, night at each feedback."""

    def __init__(self, lang: str = "en") -> None:
        self.lang, self._places = lang, count(1)

    def __call__(self, asked: Asked) -> Answer:
        if "RecommendAnswer" in asked.name or "RecommendAnswer" in str(asked.body.get("response_format")):
            return recommended(*(self.place(next(self._places)) for _ in range(3)), lang=self.lang)
        reply = {"ko": "그렇게 바꿨어요.", "en": "Changed as you said."}[self.lang]
        palette = re.findall(r"^(#[0-9a-f]{6}) ", asked.prompt, re.MULTILINE)
        if "brief of a new picture" in asked.prompt:
            return expanded(palette=palette, reply=reply)
        return expanded(wish("time", "night"), light="deep blue night light", reply=reply)

    def place(self, number: int) -> dict[str, Any]:
        hue, lights = 137.5 * number, ((0.3, 0.04), (0.95, 0.02), (0.6, 0.15), (0.75, 0.1), (0.5, 0.08))
        hexes = [
            oklab_to_hex(oklch_to_oklab([light, chroma, (hue + 30 * n) % 360]))
            for n, (light, chroma) in enumerate(lights)
        ]
        names = {"ko": f"마을 {number}", "en": f"Village {number}"}
        why = {"ko": f"{number}번째 언덕에서 바다가 보여요.", "en": f"Hill number {number} looks over the sea."}
        return option("kyoto", self.lang, title=names[self.lang], place=names[self.lang], place_en=f"Village {number}",
                      why=why[self.lang], mood=f"{names[self.lang]} calm", latitude=37.0, country="KR",
                      palette=[{"name": "", "hex": value} for value in hexes])  # fmt: skip


class Journey:
    """A session, its server and the calls of each turn."""

    def __init__(self, server: OpenAIServer, place: Path) -> None:
        self.server, self.painter = server, PlainPainter()
        settings = settings_of(server)
        self.model = make_chat_model(settings.planner, settings)
        planner = LlmPlanner(self.model)
        self.session = TripSession.open(planner=planner, painter=self.painter, data_dir=place)
        self.calls: list[int] = []

    def turn(self, verb: str, *given: Any) -> Any:
        before = len(self.server.asked)
        view = getattr(self.session, verb)(*given)
        self.calls.append(len(self.server.asked) - before)
        assert view.error is None, view.error
        return view

    @property
    def painted(self) -> PaintOrder:
        return self.painter.orders[-1]

    def sizes(self, step: str) -> list[int]:
        """Characters of each request of a step, all of it."""
        return [len(asked.prompt) for asked in self.server.asked if step in str(asked.body.get("response_format"))]


@pytest.fixture
def journey(tmp_path: Path) -> Iterator[Journey]:
    with OpenAIServer(Author()) as server:
        journey = Journey(server, tmp_path)
        with journey.session:
            yield journey
        loop.run(close_model(journey.model))
    assert server.rejected == []


@pytest.fixture
def korean(tmp_path: Path) -> Iterator[Journey]:
    with OpenAIServer(Author("ko")) as server:
        journey = Journey(server, tmp_path)
        with journey.session:
            yield journey
        loop.run(close_model(journey.model))
    assert server.rejected == []


def test_twelve_turns_take_one_call_each_and_never_more_than_two(journey: Journey) -> None:
    turns: list[tuple[Any, ...]] = [
        ("say", "an autumn trip in November, by the sea"),
        ("more",),
        ("say", "somewhere quieter, with my mother"),
        ("choose", 0),
        ("refine", "make it night"),
        ("refine", "as if my grandmother had told me about it"),
        ("say", "the second option"),
        ("refine", "add a boat and make it warmer"),
        ("vary",),
        ("refine", "more like the scent of the sea"),
        ("undo",),
        ("refine", "remove the people, please"),
    ]
    views = [journey.turn(*turn) for turn in turns]
    assert [view.stage for view in views[:4]] == ["choose", "choose", "choose", "review"]
    assert journey.calls == [1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 0, 1]


@pytest.mark.parametrize("fault", ["duplicates", "broken_json", "wrong_shape", "empty_arrays", "length"])
def test_a_bad_answer_costs_the_turn_one_more_call_and_no_more(journey: Journey, fault: Any) -> None:
    journey.server.faults.add(fault, 1)
    view = journey.turn("say", "an autumn trip in November, by the sea")
    assert (view.stage, len(view.options)) == ("choose", 3)
    journey.server.faults.add(fault, 5)
    view = journey.turn("more")
    assert (view.stage, len(view.options)) == ("choose", 3)
    assert view.notices
    journey.server.faults.clear()
    assert journey.turn("choose", 1).stage == "review"
    assert journey.calls == [2, 2, 1]


def test_what_is_sent_stays_as_long_at_turn_40_as_at_turn_8(journey: Journey) -> None:
    for number in range(1, 41):
        if number % 4 == 1:
            journey.turn("say" if number == 1 else "more", *(["an autumn trip in November"] if number == 1 else []))
        elif number % 4 == 2:
            journey.turn("choose", number % 3)
        else:
            journey.turn("refine", f"wish number {number}: a little more of the feeling of a long letter from home")
    assert sum(journey.calls) == 40
    for step in ("RecommendAnswer", "ExpandAnswer"):
        sizes = journey.sizes(step)
        early = max(sizes[: max(2, len(sizes) // 5)])
        assert sizes[-1] <= 1.2 * early
        assert max(sizes) <= 1.2 * early


def test_a_korean_conversation_has_english_briefs_korean_replies_and_right_names(korean: Journey) -> None:
    view = korean.turn("say", "11월에 엄마와 조용한 가을 여행")
    assert all(language_of(one["title"]) == "ko" and language_of(one["why"]) == "ko" for one in view.options)
    assert language_of(view.reply) == "ko"
    korean.turn("choose", 0)
    korean.turn("refine", "할머니가 들려준 옛날이야기처럼")
    brief = korean.painted.brief
    assert all(getattr(brief, name).isascii() for name in SLOTS)
    assert not re.search("[가-힣]", korean.painted.prompt.text)
    assert brief.light == "deep blue night light"
    assert view.options[0]["place"] == "마을 1"
    assert korean.calls == [1, 1, 1]
