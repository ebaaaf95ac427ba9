"""Requests are read into constraints: times, places, refusals, idioms and slips of the finger."""

from datetime import date

import pytest

from wanderhue.agent.offline.constraints import read_part, read_wants
from wanderhue.agent.offline.where import areas

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("a week in October", {10}),
        ("10월에", {10}),
        ("3월부터 5월 사이", {3, 4, 5}),
        ("10~11월", {10, 11}),
        ("from March to May", {3, 4, 5}),
        ("between December and February", {12, 1, 2}),
        ("May or June", {5, 6}),
        ("late Sept", {9}),
        ("in Febuary", {2}),
        ("next month", {12}),
        ("다음 달", {12}),
        ("다다음 달에", {1}),
        ("this month", {11}),
        ("this weekend", {11}),
        ("다음 주말", {11}),
        ("in two weeks", {12}),
        ("3개월 뒤에", {2}),
        ("Christmas in Europe", {12}),
        ("추석 연휴에", {9}),
        ("설날에", {2}),
        ("여름휴가", {7, 8}),
        ("Golden Week", {4, 5}),
        ("2027-04-10", {4}),
    ],
)
def test_times_become_months(text: str, months: set[int]) -> None:
    assert set(read_part(text, TODAY).months) == months


@pytest.mark.parametrize(
    "text", ["May I ask for ideas?", "I may go alone", "we march on", "나이아가라 falls", "a week to fall in love"]
)
def test_words_that_look_like_times_are_none(text: str) -> None:
    read = read_part(text, TODAY)
    assert not read.months
    assert not read.seasons


@pytest.mark.parametrize(
    ("text", "season"), [("spring", "spring"), ("봄소풍", "spring"), ("this fall", "autumn"), ("한겨울 여행", "winter")]
)
def test_seasons_are_read(text: str, season: str) -> None:
    assert read_part(text, TODAY).seasons == (season,)


def test_hot_springs_are_no_season() -> None:
    assert read_part("hot springs", TODAY).seasons == ()


@pytest.mark.parametrize(
    ("text", "facet", "value"),
    [
        ("but not Japan", "no_countries", "JP"),
        ("일본은 빼고", "no_countries", "JP"),
        ("일본 말고", "no_countries", "JP"),
        ("제주도 말고", "no_places", "제주도"),
        ("anywhere except Bali", "no_places", "bali"),
        ("we did Bali last year", "no_places", "bali"),
        ("방콕은 이미 가봤어요", "no_places", "방콕"),
        ("no hiking", "no_activities", "hiking"),
        ("등산은 힘들어서 싫어요", "no_activities", "hiking"),
        ("without museums", "no_activities", "museum"),
        ("we really don't want nightlife", "no_activities", "nightlife"),
        ("클럽 같은 건 별로예요", "no_activities", "nightlife"),
        ("but not a beach", "no_settings", "beach"),
        ("바다는 말고요", "no_settings", "sea"),
        ("바다보다 다른 게 좋아요", "no_settings", "sea"),
        ("without freezing", "no_climate", "cold"),
        ("춥지 않은 곳", "no_climate", "cold"),
        ("안 추운 데", "no_climate", "cold"),
        ("너무 덥지 않은 곳", "no_climate", "hot"),
        ("not in summer", "no_seasons", "summer"),
    ],
)
def test_refusals_are_read(text: str, facet: str, value: str) -> None:
    read = read_part(text, TODAY)
    assert value in getattr(read, facet)
    assert value not in getattr(read, facet.removeprefix("no_"))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("no museums or temples", {"museum", "temple"}),
        ("not Japan, China or Vietnam", {"JP", "CN", "VN"}),
        ("일본이랑 중국 빼고", {"JP", "CN"}),
    ],
)
def test_a_list_is_refused_as_a_whole(text: str, values: set[str]) -> None:
    read = read_part(text, TODAY)
    assert set(read.no_activities) | set(read.no_countries) == values


@pytest.mark.parametrize(
    "text",
    [
        "not only hiking",
        "친구랑 바다 말고 산",
        "I want hiking, no museums",
        "museums are fine, but no hiking in summer",
    ],
)
def test_a_refusal_does_not_spill_over(text: str) -> None:
    read = read_part(text, TODAY)
    if "산" in text:
        assert read.companions == ("friends",)
        assert read.settings == ("mountain",)
    elif "fine" in text:
        assert read.activities == ("museum",)
        assert read.seasons == ("summer",)
    else:
        assert read.activities == ("hiking",)


@pytest.mark.parametrize(
    ("text", "facet", "value"),
    [
        ("Italian food", "countries", "IT"),
        ("국내 여행", "countries", "KR"),
        ("튀르키예", "countries", "TR"),
        ("Kyoto", "places", "kyoto"),
        ("somewhere like Kyoto", "like", "kyoto"),
        ("교토 같은 곳", "like", "교토"),
        ("a trip to Nice", "places", "nice"),
    ],
)
def test_places_are_read(text: str, facet: str, value: str) -> None:
    assert value in getattr(read_part(text, TODAY), facet)


@pytest.mark.parametrize(
    "text", ["somewhere nice", "세부 일정은 몰라요", "the best part", "let's split the cost", "we are from Berlin"]
)
def test_words_that_look_like_places_are_none(text: str) -> None:
    assert not read_part(text, TODAY).where


def test_regions_are_read_as_areas() -> None:
    read = read_part("동남아 말고 유럽", TODAY)
    assert [areas()[index]["en"][0] for index in read.areas] == ["Europe"]
    assert [areas()[index]["en"][0] for index in read.no_areas] == ["Southeast Asia"]


@pytest.mark.parametrize(
    ("text", "facet", "value"),
    [
        ("칭구랑 가요", "companions", "friends"),
        ("on a bugdet", "budget", "low"),
        ("surfng trip", "activities", "surfing"),
        ("mueseum day", "activities", "museum"),
        ("탠트 치고", "activities", "camping"),
    ],
)
def test_slips_of_the_finger_are_understood(text: str, facet: str, value: str) -> None:
    found = getattr(read_part(text, TODAY), facet)
    assert value == found or value in found


@pytest.mark.parametrize(
    "text", ["거울을 샀어요", "사장님이랑 회의", "돈 별로 없어요 걱정", "hot air balloon", "a hot dog"]
)
def test_neighbors_of_listed_words_mean_something_else(text: str) -> None:
    read = read_part(text, TODAY)
    assert (read.seasons, read.activities, read.climate, read.companions) == ((), (), (), ())


def test_later_parts_win_over_earlier_ones() -> None:
    read = read_wants("beach in July with friends / with my parents / October / no beach", TODAY)
    assert read.companions == ("parents",)
    assert read.months == (10,)
    assert read.settings == ()
    assert read.no_settings == ("beach",)


def test_anywhere_frees_the_place() -> None:
    assert not read_wants("skiing in Singapore / anywhere", TODAY).where


def test_two_of_us_is_a_couple_only_when_nobody_else_is_named() -> None:
    assert read_part("둘이서 여행", TODAY).companions == ("couple",)
    assert read_part("엄마랑 둘이", TODAY).companions == ("parents",)
