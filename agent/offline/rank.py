"""Which trips fit a request, how well, and which three to offer.

Places, months and refusals are never broken. Everything else that was asked for holds in every option as long as any
trip has it; when none has, the least important wish is given up and the planner says so. Three picks are spread by
maximal marginal relevance (Carbonell and Goldstein, 1998) over country, landscape and palette.
"""

import math
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from wanderhue.agent.offline.catalogue import by_id, trips
from wanderhue.agent.offline.constraints import CLIMATE_OF, SETTINGS_OF
from wanderhue.agent.offline.tokens import fold
from wanderhue.agent.offline.wants import Wants
from wanderhue.agent.offline.where import areas, island_names, names
from wanderhue.agent.trips import BUDGETS, Trip

SEASON_MONTHS = {"spring": (3, 4, 5), "summer": (6, 7, 8), "autumn": (9, 10, 11), "winter": (12, 1, 2)}
"""The northern months of each season."""
COSTS = {"pace": 1.0, "budget": 1.5, "companions": 3.0, "activities": 6.0}
"""What giving up a wish costs; a facet that is not here is not given up."""
_SCENERY = 5.0
"""What weather and landscape cost beside an activity, where no place is fixed: the activity is the trip."""
FIRM = frozenset({"skiing", "snow_play", "surfing", "diving", "swimming", "hot_spring", "autumn_leaves", "boating",
                  "stargazing", "fishing", "theme_park", "camping", "wildlife"})  # fmt: skip
"""Activities that a place either has or has not: without them the trip would be another one."""
APART = 0.05
"""The palettes' least distance (`Palette.distance`) between options."""


def wanted_months(trip: Trip, wants: Wants) -> frozenset[int]:
    """The months asked for, at this trip's place: seasons are its own where a place was named. Empty: any."""
    return _months_of(trip, wants.months, wants.seasons, local=wants.where)


def _months_of(trip: Trip, months: Sequence[int], seasons: Sequence[str], *, local: bool) -> frozenset[int]:
    turned = 6 if local and trip.latitude < 0 else 0
    by_season = {(month + turned - 1) % 12 + 1 for season in seasons for month in SEASON_MONTHS[season]}
    both = by_season & set(months)
    return frozenset(both or by_season | set(months))


def fits_when(trip: Trip, wants: Wants) -> bool:
    """Whether one of the trip's best months is asked for, and not all of them refused."""
    wanted = wanted_months(trip, wants)
    refused = _months_of(trip, wants.no_months, wants.no_seasons, local=wants.where)
    left = set(trip.months) - refused
    return bool(left & wanted) if wanted else bool(left)


def in_area(trip: Trip, index: int) -> bool:
    """Whether a trip lies in a named area."""
    area = areas()[index]
    if "not_countries" in area:
        return trip.country not in area["not_countries"]
    if area.get("south"):
        return trip.latitude < 0
    if not set(map(fold, area.get("names", ()))).isdisjoint(map(fold, trip.names)):
        return True
    return trip.region in area.get("regions", ()) or trip.country in area.get("countries", ())


def has_name(trip: Trip, folded: str) -> bool:
    """Whether people call the trip's place so."""
    return trip.id in names().get(folded, ())


def fits_where(trip: Trip, wants: Wants) -> bool:
    """Whether the trip is where it should be; a place inside a named country is the narrower wish."""
    if wants.places:
        return any(has_name(trip, place) for place in wants.places)
    if not (wants.countries or wants.areas):
        return not wants.cities
    return trip.country in wants.countries or any(in_area(trip, index) for index in wants.areas)


def allowed(trip: Trip, wants: Wants) -> bool:
    """Whether nothing about the trip was refused (months aside)."""
    where = f"{trip.scene.setting}/{trip.scene.variant_or_default()}"
    return not (
        trip.country in wants.no_countries
        or any(in_area(trip, index) for index in wants.no_areas)
        or any(has_name(trip, place) for place in (*wants.no_places, *wants.like))
        or set(trip.activities) & set(wants.no_activities)
        or any(_is_setting(trip, where, word) for word in wants.no_settings)
        or any(set(trip.climate) & set(CLIMATE_OF[word]) for word in wants.no_climate)
        or trip.pace == wants.no_pace
        or trip.budget == wants.no_budget
    )


def _is_setting(trip: Trip, where: str, word: str) -> bool:
    if word == "island":
        return on_island(trip)
    return any(where == one or where.startswith(f"{one}/") for one in SETTINGS_OF[word])


def on_island(trip: Trip) -> bool:
    """Whether the trip is on an island that people go to as one."""
    return any(fold(name) in island_names() for name in trip.names)


def has_setting(trip: Trip, words: Sequence[str]) -> bool:
    """Whether the trip's scene is one of these landscapes; every 'island' is an island by the way."""
    where = f"{trip.scene.setting}/{trip.scene.variant_or_default()}"
    others = [word for word in words if word != "island"]
    if "island" in words and not on_island(trip):
        return False
    return not others or any(_is_setting(trip, where, word) for word in others)


def unmet(trip: Trip, wants: Wants) -> frozenset[str]:
    """The facets of the request that the trip does not meet, places and months and refusals aside."""
    missing = {
        "companions": not set(wants.companions) <= set(trip.companions),
        "activities": bool(wants.activities) and not set(wants.activities) & set(trip.activities),
        "settings": bool(wants.settings) and not has_setting(trip, wants.settings),
        "climate": bool(wants.climate) and not all(set(CLIMATE_OF[w]) & set(trip.climate) for w in wants.climate),
        "pace": bool(wants.pace) and trip.pace != wants.pace,
        "budget": bool(wants.budget) and trip.budget != wants.budget,
    }
    return frozenset(name for name, is_missing in missing.items() if is_missing)


def cost(trip: Trip, wants: Wants) -> float:
    """What offering the trip gives up; infinite where it would be another trip altogether."""
    total = 0.0
    for facet in unmet(trip, wants):
        firm = facet == "activities" and bool(FIRM & set(wants.activities))
        scenery = facet in ("climate", "settings") and not wants.where and bool(wants.activities)
        total += math.inf if firm else _SCENERY if scenery else COSTS.get(facet, math.inf)
    return total


@cache
def _rarity(activity: str) -> float:
    having = sum(activity in trip.activities for trip in trips())
    return math.log(1 + len(trips()) / (1 + having))


def score(trip: Trip, wants: Wants, text_score: float) -> float:
    """How well a trip that fits answers the request; about 0 to 6."""
    total = 2.0 * text_score
    if wants.activities:
        met = sum(
            _rarity(one) * (1 - 0.06 * trip.activities.index(one)) for one in wants.activities if one in trip.activities
        )
        total += 3.0 * met / sum(map(_rarity, wants.activities))
    for one in wants.companions:
        total += 0.5 - 0.08 * trip.companions.index(one) if one in trip.companions else 0.0
    wanted = wanted_months(trip, wants)
    if wanted:
        total += 0.6 * math.sqrt(len(wanted & set(trip.months)) / len(trip.months))
    for index in wants.areas:
        hints = areas()[index].get("settings")
        where = f"{trip.scene.setting}/{trip.scene.variant_or_default()}"
        total += 1.5 * bool(hints and any(where.startswith(hint) for hint in hints))
    if wants.climate and trip.climate[0] in CLIMATE_OF[wants.climate[0]]:
        total += 0.3
    if wants.soon and not wanted:
        total += 0.4 * bool(set(wants.soon) & set(trip.months))
    if "hot" in wants.no_climate:
        total += 0.5 * bool({"mild", "cool"} & set(trip.climate))
    if wants.no_budget == "high":
        total += 0.4 * (trip.budget == "low")
    if wants.short:
        total += {"low": 1.2, "mid": 0.5, "high": 0.0}[trip.budget]
    if wants.budget:
        total -= 0.7 * abs(BUDGETS.index(trip.budget) - BUDGETS.index(wants.budget))
    return total + _likeness_to(trip, wants)


def _likeness_to(trip: Trip, wants: Wants) -> float:
    total = 0.0
    for name in wants.like:
        for liked in map(by_id().__getitem__, names().get(name, ())):
            shared = set(trip.activities) & set(liked.activities)
            total = max(total, 1.5 * len(shared) / len(set(trip.activities) | set(liked.activities)))
            total += 0.4 * (trip.scene.setting == liked.scene.setting)
    return total


@cache
def palette_distances() -> NDArray[np.float64]:
    """`Palette.distance` between all trips, (n, n)."""
    from wanderhue.agent.oklab import distance, hex_to_oklab

    lab = np.stack([hex_to_oklab([color.hex for color in trip.palette]) for trip in trips()])
    found = np.zeros((len(lab), len(lab)))
    for index in range(len(lab)):
        apart = distance(lab[index][None, :, None], lab[:, None])
        found[index] = (apart.min(axis=2).mean(axis=1) + apart.min(axis=1).mean(axis=1)) / 2
    return found


@cache
def _row(trip_id: str) -> int:
    return next(index for index, trip in enumerate(trips()) if trip.id == trip_id)


def palettes_apart(one: Trip, other: Trip) -> float:
    """How far apart two trips' palettes are."""
    return float(palette_distances()[_row(one.id), _row(other.id)])


def alike(one: Trip, other: Trip) -> float:
    """How much of the same two options would be, 0 to about 1."""
    same_place = bool({*map(fold, one.names)} & {*map(fold, other.names)})
    total = 0.45 * same_place + 0.2 * (one.country == other.country) + 0.1 * (one.region == other.region)
    total += 0.2 * (one.scene.setting == other.scene.setting)
    total += 0.1 * (one.scene.variant_or_default() == other.scene.variant_or_default())
    return total + 0.3 * max(0.0, 1 - palettes_apart(one, other) / 0.12)


def pick(ranked: Sequence[tuple[Trip, float]], count: int = 3, *, spread: float = 1.5) -> list[Trip]:
    """The best, then those that are both good and unlike the ones before; palettes always `APART`."""
    left = list(ranked)
    chosen: list[Trip] = []
    while left and len(chosen) < count:
        fresh = [row for row in left if all(palettes_apart(row[0], one) >= APART for one in chosen)]
        if not fresh:
            break
        best = max(
            fresh,
            key=lambda row: row[1] - spread * max((alike(row[0], one) for one in chosen), default=0.0),
        )
        chosen.append(best[0])
        left.remove(best)
    return chosen
