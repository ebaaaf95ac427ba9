"""The offline planner over several turns: choosing in words, others, changes of mind, questions, small talk."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from wanderhue.agent.hearing import language_of
from wanderhue.agent.offline.catalogue import by_id, trips
from wanderhue.agent.offline.constraints import read_part
from wanderhue.agent.offline.talk import recommend
from wanderhue.agent.offline.where import names
from wanderhue.agent.planner import Recommendation, Talk

TODAY = date(2026, 11, 21)


def talk(text: str, **more: Any) -> Talk:
    return replace(Talk(text, language_of(text) or "en", TODAY), **more)


def after(found: Recommendation, text: str, **more: Any) -> Talk:
    """The next turn of a conversation."""
    return talk(text, request=found.request, shown=found.shown, options=found.options, **more)


@pytest.fixture(scope="module")
def table() -> Recommendation:
    return recommend(talk("autumn with friends"))


@pytest.mark.parametrize(
    ("text", "index"),
    [
        ("the second", 1),
        ("The second one, please", 1),
        ("I'll take number 3", 2),
        ("#1", 0),
        ("2", 1),
        ("let's go with the last one", 2),
        ("2번", 1),
        ("둘째", 1),
        ("첫 번째 걸로 할게", 0),
        ("세 번째가 좋아요", 2),
        ("1번으로 할게요", 0),
        ("마지막 거로 해주세요", 2),
        ("이번으로 할게요", 1),
    ],
)
def test_an_option_is_chosen_in_words(table: Recommendation, text: str, index: int) -> None:
    found = recommend(after(table, text))
    assert (found.kind, found.index) == ("chosen", index)


def test_an_option_is_chosen_by_its_title_or_its_place(table: Recommendation) -> None:
    for index, option in enumerate(table.options):
        assert recommend(after(table, option.title)).index == index
        name = by_id()[option.trip].names[0]
        assert recommend(after(table, f"let's take {name}")).index == index


def test_a_number_that_is_not_there_is_answered(table: Recommendation) -> None:
    found = recommend(after(table, "5번"))
    assert found.kind == "reply"
    assert "3" in found.reply


@pytest.mark.parametrize("text", ["cheaper than the second", "like the second but warmer", "2번 말고"])
def test_a_number_inside_another_wish_is_no_choice(table: Recommendation, text: str) -> None:
    assert recommend(after(table, text)).kind != "chosen"


@pytest.mark.parametrize("text", ["others please", "show me more", "다른 곳 보여줘", "다른 데는 없어요?"])
def test_others_keep_the_request_and_never_repeat(text: str) -> None:
    first = recommend(talk("10월에 조용한 여행"))
    again = recommend(after(first, text))
    assert again.kind == "options"
    assert not {one.trip for one in again.options} & {one.trip for one in first.options}
    assert all(10 in by_id()[one.trip].months and by_id()[one.trip].pace == "slow" for one in again.options)


def test_others_end_with_honest_words() -> None:
    found = recommend(talk("stargazing in the desert"))
    seen = {one.trip for one in found.options}
    for _ in range(10):
        found = recommend(after(found, "", more=True))
        if found.kind == "reply":
            break
        fresh = {one.trip for one in found.options}
        assert not fresh & seen
        seen |= fresh
        found = replace(found, request="stargazing in the desert")
    assert found.kind == "reply"
    assert "stargazing" in found.reply


def test_others_of_a_place_that_was_shown_in_moods_end_at_once() -> None:
    found = recommend(talk("I am going to Kyoto"))
    assert recommend(after(found, "", more=True)).kind == "reply"


@pytest.mark.parametrize("text", ["closer to the second", "2번이랑 비슷한 곳으로"])
def test_closer_to_an_option_gives_its_kind(table: Recommendation, text: str) -> None:
    found = recommend(after(table, text))
    liked = by_id()[table.options[1].trip]
    assert found.kind == "options"
    assert not {one.trip for one in found.options} & set(table.shown)
    assert all(set(by_id()[one.trip].activities) & set(liked.activities) for one in found.options)


def test_a_later_wish_joins_the_request() -> None:
    found = recommend(talk("바다로 친구들이랑 여행 가고 싶어"))
    found = recommend(after(found, "산이 좋겠어, 바다 말고"))
    assert found.kind == "options"
    assert all(one.scene.setting != "seaside" for one in found.options)
    found = recommend(after(found, "5월에"))
    assert all(5 in by_id()[one.trip].months for one in found.options)
    assert all(one.scene.setting != "seaside" for one in found.options)


def test_cheaper_is_cheaper_than_what_is_on_the_table() -> None:
    found = recommend(talk("luxury trip in May"))
    cheaper = recommend(after(found, "but cheaper"))
    assert cheaper.kind == "options"
    assert {by_id()[one.trip].budget for one in cheaper.options} == {"mid"}


def test_warmer_asks_for_warm_weather() -> None:
    found = recommend(talk("1월 여행지 추천해줘"))
    warmer = recommend(after(found, "더 따뜻한 곳"))
    assert all({"warm", "tropical", "hot_dry"} & set(by_id()[one.trip].climate) for one in warmer.options)
    assert all(1 in by_id()[one.trip].months for one in warmer.options)


def test_another_whole_request_starts_afresh() -> None:
    found = recommend(talk("autumn leaves with my parents"))
    found = recommend(after(found, "Actually, recommend a beach in July"))
    assert found.kind == "options"
    assert all(one.scene.setting == "seaside" for one in found.options)


def test_a_yes_after_nothing_fits_looks_elsewhere() -> None:
    found = recommend(talk("skiing in Singapore"))
    assert found.kind == "reply"
    found = recommend(after(found, "yes please"))
    assert found.kind == "options"
    assert all("skiing" in by_id()[one.trip].activities for one in found.options)


@pytest.mark.parametrize(
    ("text", "part"),
    [("why the first?", 0), ("2번은 얼마나 들어요?", 1), ("when is the third best?", 2), ("1번 날씨는 어때요?", 0)],
)
def test_questions_are_answered_about_the_option_meant(table: Recommendation, text: str, part: int) -> None:
    found = recommend(after(table, text))
    assert found.kind == "reply"
    option = table.options[part]
    assert option.place in found.reply


def test_a_question_about_all_names_all(table: Recommendation) -> None:
    found = recommend(after(table, "how much do these cost?"))
    assert all(option.place in found.reply for option in table.options)


@pytest.mark.parametrize(
    ("text", "kind"), [("hi", "question"), ("안녕하세요", "question"), ("thanks!", "reply"), ("너는 누구야?", "reply")]
)
def test_small_talk_is_answered(text: str, kind: str) -> None:
    assert recommend(talk(text)).kind == kind


@pytest.mark.parametrize("text", ["여행 가고 싶은데 어디로 가야 할지 모르겠어", "surprise me", "I want to travel"])
def test_a_vague_wish_is_asked_about_once_and_then_answered(text: str) -> None:
    assert recommend(talk(text)).kind == "question"
    found = recommend(talk(text, asked=True))
    assert found.kind == "options"
    assert all(11 in by_id()[one.trip].months for one in found.options)
    assert len({by_id()[one.trip].country for one in found.options}) == 3


@pytest.mark.parametrize(
    "text",
    [
        "Je voudrais aller à la plage avec mes amis",
        "Ich möchte mit meinen Freunden nach Italien",
        "quiero ir a la playa",
    ],
)
def test_other_languages_get_an_honest_answer(text: str) -> None:
    found = recommend(talk(text))
    assert found.kind == "reply"
    assert "English" in found.reply


@pytest.mark.parametrize("text", ["asdf qwer zxcv", "ㅁㄴㅇㄹ ㅂㅈㄷㄱ", "12345 !!"])
def test_noise_gets_no_random_trips(text: str) -> None:
    assert recommend(talk(text)).kind in ("reply", "question")


@pytest.mark.parametrize("text", ["I'd like to go to Berlin in April", "4월에 베를린 가요"])
def test_a_place_outside_the_catalogue_is_admitted_and_shown_in_moods(text: str) -> None:
    found = recommend(talk(text))
    assert "catalogue" in found.reply or "목록에 없어서" in found.reply
    assert len({option.scene.time for option in found.options}) == 3
    assert {option.season_id for option in found.options} == {"spring"}
    assert not any(option.highlights for option in found.options)


@pytest.mark.parametrize("text", ["Poland in summer", "폴란드 여행"])
def test_a_country_without_trips_is_admitted(text: str) -> None:
    found = recommend(talk(text))
    assert found.kind == "reply"
    assert "Poland" in found.reply or "폴란드" in found.reply


def test_moods_of_a_place_keep_to_the_month_of_the_stay() -> None:
    found = recommend(talk("Kyoto in January"))
    assert {option.season_id for option in found.options} == {"winter"}
    assert all("January" in option.season for option in found.options)
    assert "March to April" in found.reply


def test_no_night_is_promised_under_the_midnight_sun() -> None:
    found = recommend(talk("road trip through Iceland in July"))
    assert found.kind == "options"
    assert all(option.scene.time != "night" for option in found.options)


def test_the_same_words_give_the_same_answer() -> None:
    assert recommend(talk("단풍 보러 가고 싶어")) == recommend(talk("단풍 보러 가고 싶어"))


def test_every_place_can_be_asked_for_by_every_name() -> None:
    missed = []
    for trip in trips():
        for name in trip.names:
            read = read_part(f"{name} 여행" if len(name) == 1 else name, TODAY)
            reached = {one for place in read.places for one in names()[place]}
            reached |= {one.id for one in trips() if one.country in read.countries}
            if trip.id not in reached:
                missed.append(name)
    assert not missed
