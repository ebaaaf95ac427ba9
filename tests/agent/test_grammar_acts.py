"""Yes and no, trip requests, and odd messages."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wanderhue.agent.grammar import Context, is_trip_request, read_answer, read_feedback

WORDS = (
    *("no", "not", "the", "a", "boat", "red", "3", ",", ".", "and", "more", "#ff0000", "bigger", "title", "'", '"'),
    *("밤", "말고", "사람", "빼줘", "배", "두", "척", "왼쪽", "제목", "으로", "이", "해", "16:9", "make", "\u3164"),
)


@pytest.mark.parametrize(
    "text", ["yes", "Yes please!", "sure, go ahead", "do it", "ok", "네", "응 그려줘", "좋아요", "그래"]
)
def test_a_yes_is_a_yes(text: str) -> None:
    assert read_answer(text) is True


@pytest.mark.parametrize(
    "text", ["no", "No thanks", "don't", "not now", "cancel", "아니요", "아니 그리지 마", "취소", "그만"]
)
def test_a_no_is_a_no(text: str) -> None:
    assert read_answer(text) is False


@pytest.mark.parametrize("text", ["make it night", "how much?", "밤으로 바꿔줘", "얼마예요?", "", "yes but not now"])
def test_anything_else_is_neither(text: str) -> None:
    assert read_answer(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "now recommend me a winter trip to Japan",
        "Where should I go in October?",
        "suggest a quiet island for two",
        "plan a honeymoon in Italy",
        "다른 여행 추천해줘 겨울에 갈만한",
        "이번엔 가족이랑 갈 만한 여행지 알려줘",
        "제주도로 여행 가고 싶어",
        "부산에 놀러 가고 싶은데 어디가 좋아?",
    ],
)
def test_a_request_for_a_trip_is_told_from_feedback(text: str) -> None:
    assert is_trip_request(text)
    reading = read_feedback(text, Context())
    assert (reading.wishes, reading.act, reading.unknown) == ((), None, (text,))


@pytest.mark.parametrize(
    "text",
    [
        "make it winter",
        "show me three other trips",
        "다른 여행지 추천해줘",
        "겨울로 바꿔줘",
        "go to version 2",
        "add a boat",
    ],
)
def test_feedback_and_a_bare_wish_for_more_are_no_trip_requests(text: str) -> None:
    assert not is_trip_request(text)


@pytest.mark.parametrize(
    "text", ["", "   ", "!!!", "\0", "ㅁㄴㅇㄹ", "asdf", "🙂", "a" * 4000, "밤 " * 1500, "and " * 1000]
)
def test_odd_messages_are_read_without_harm(text: str) -> None:
    read_feedback(text, Context())


@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=4), max_size=14).map(" ".join))
def test_any_words_in_any_order_are_read_and_the_unknown_is_quoted(text: str) -> None:
    reading = read_feedback(text, Context())
    assert all(phrase for phrase in reading.unknown)


def test_the_same_words_give_the_same_reading_however_they_are_composed() -> None:
    composed = "밤으로 바꿔줘"
    apart = unicodedata.normalize("NFD", composed)
    assert read_feedback(composed, Context()).codes() == read_feedback(apart, Context()).codes() == ("time:night",)


def test_a_sentence_is_read_in_milliseconds() -> None:
    read_feedback("warm up", Context())
    read_feedback("밤으로", Context())
    start = time.process_time()
    for _ in range(20):
        read_feedback("make it night, add three red boats on the left and remove the people", Context())
        read_feedback("밤으로 바꾸고 왼쪽에 빨간 배 세 척을 넣고 사람은 빼주세요", Context())
    assert (time.process_time() - start) / 40 < 0.01


def test_an_option_that_is_not_there_is_not_understood() -> None:
    assert read_feedback("option 3", Context(options=3)).codes() == ("act:option:3",)
    assert read_feedback("option 5", Context(options=3)).unknown == ("option 5",)
