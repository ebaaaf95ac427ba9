"""The offline catalogue keeps its promises: wide, in both languages, true to latitude, and no two palettes alike."""

import re
from itertools import combinations

import pytest

from wanderhue.agent.offline.catalogue import trips
from wanderhue.agent.offline.options import months_text, season_of, season_text, to_option
from wanderhue.agent.offline.rank import palette_distances
from wanderhue.agent.offline.where import country_name
from wanderhue.agent.palette import Palette
from wanderhue.agent.scene import VARIANTS
from wanderhue.agent.trips import REGIONS, Lang, Trip
from wanderhue.agent.vocabulary import ELEMENTS, GROUPS

TRIPS = trips()
CONTINENTS = (
    ("korea", "east_asia", "southeast_asia", "south_asia", "middle_east"), ("europe",), ("africa",), ("north_america",),
    ("south_america",), ("oceania",),
)  # fmt: skip
REGION_OF_LATITUDE = {"korea": (33, 39), "europe": (34, 72), "oceania": (-48, 15)}


def test_there_is_much_to_choose_from() -> None:
    assert len(TRIPS) >= 100
    assert sum(trip.region == "korea" for trip in TRIPS) >= 30
    assert {trip.region for trip in TRIPS} == set(REGIONS)
    for continent in CONTINENTS:
        assert sum(trip.region in continent for trip in TRIPS) >= 8


def test_ids_and_titles_are_unique() -> None:
    assert len({trip.id for trip in TRIPS}) == len(TRIPS)
    assert len({trip.title.en for trip in TRIPS}) == len({trip.title.ko for trip in TRIPS}) == len(TRIPS)


@pytest.mark.parametrize("trip", TRIPS, ids=lambda trip: trip.id)
def test_a_trip_speaks_both_languages(trip: Trip) -> None:
    pairs = (trip.place, trip.title, trip.why, *trip.highlights, *trip.moods)
    assert all(re.search("[가-힣]", pair.ko) for pair in pairs)
    assert not any(re.search("[가-힣]", pair.en) for pair in pairs)
    assert any(re.search("[가-힣]", name) for name in trip.names)
    assert any(re.search("[A-Za-z]", name) for name in trip.names)
    assert country_name(trip.country, "ko") != trip.country


@pytest.mark.parametrize("trip", TRIPS, ids=lambda trip: trip.id)
def test_a_scene_can_be_drawn_and_is_of_a_season_of_the_trip(trip: Trip) -> None:
    scene = trip.scene
    kinds = {one for element in scene.elements for one in (element.kind, *element.holding, *element.wearing)}
    assert kinds <= set(ELEMENTS)
    assert set(scene.without) <= set(ELEMENTS) | set(GROUPS)
    assert scene.variant_or_default() in VARIANTS[scene.setting]
    seasons = {season_of(month, trip.latitude) for month in trip.months}
    assert scene.season is None or scene.season in seasons
    if scene.weather == "snow":
        assert {"cold", "snowy"} & set(trip.climate)


@pytest.mark.parametrize("trip", TRIPS, ids=lambda trip: trip.id)
def test_latitudes_fit_the_region(trip: Trip) -> None:
    low, high = REGION_OF_LATITUDE.get(trip.region, (-60, 72))
    assert low <= trip.latitude <= high


@pytest.mark.parametrize("trip", TRIPS, ids=lambda trip: trip.id)
def test_colors_inside_a_palette_differ(trip: Trip) -> None:
    lab = Palette.from_hex([color.hex for color in trip.palette]).oklab()
    from wanderhue.agent.oklab import distance

    assert min(float(distance(lab[i], lab[j])) for i, j in combinations(range(5), 2)) >= 0.07
    assert lab[:, 0].max() - lab[:, 0].min() >= 0.4
    assert len({color.en for color in trip.palette}) == len({color.ko for color in trip.palette}) == 5


def test_no_two_palettes_are_alike() -> None:
    apart = palette_distances()
    alike = [
        (TRIPS[i].id, TRIPS[j].id, round(float(apart[i, j]), 3))
        for i, j in combinations(range(len(TRIPS)), 2)
        if apart[i, j] < 0.045
    ]
    assert not alike


def test_a_name_means_one_country() -> None:
    meant: dict[str, set[str]] = {}
    for trip in TRIPS:
        for name in trip.names:
            meant.setdefault(name.casefold(), set()).add(trip.country)
    assert not [name for name, countries in meant.items() if len(countries) > 1]


@pytest.mark.parametrize(
    ("months", "lang", "text"),
    [
        ((4, 5), "en", "April to May"),
        ((4, 5), "ko", "4–5월"),
        ((12, 1, 2), "en", "December to February"),
        ((11, 12, 1, 6), "ko", "6월, 11–1월"),
        (tuple(range(1, 13)), "en", "all year"),
    ],
)
def test_months_are_told_in_words(months: tuple[int, ...], lang: Lang, text: str) -> None:
    assert months_text(months, lang) == text


def test_seasons_follow_the_latitude() -> None:
    assert season_text((12, 1), 37, "en") == "winter (December to January)"
    assert season_text((12, 1), -37, "en") == "summer (December to January)"
    assert season_text((12, 1), 5, "en") == "December to January"
    assert season_text((9, 10), 37, "ko") == "가을 (9–10월)"


@pytest.mark.parametrize("trip", TRIPS, ids=lambda trip: trip.id)
def test_every_trip_makes_an_option_in_both_languages(trip: Trip) -> None:
    langs: tuple[Lang, ...] = ("en", "ko")
    for lang in langs:
        option = to_option(trip, lang)
        assert option.season
        assert len(option.palette) == 5
