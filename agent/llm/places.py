"""What is known here of the places that a model names: how they are written in Korean, where they lie."""

from functools import cache

from wanderhue.agent.llm.asks import place_key
from wanderhue.agent.llm.schemas import OptionAnswer
from wanderhue.agent.offline.catalogue import trips
from wanderhue.agent.offline.where import cities
from wanderhue.agent.trips import Trip

_SOUTH = frozenset((
    "AU", "NZ", "AR", "CL", "UY", "PY", "BO", "PE", "ZA", "NA", "BW", "ZW", "ZM", "MZ", "MG", "AO",
    "MW", "TZ", "RW", "BI", "FJ", "WS", "TO", "VU", "NC", "PF", "PG", "MU", "AQ", "FK",
))  # fmt: skip
"""Countries that lie south of the equator, and those on both sides of it."""
_BOTH = frozenset(("EC", "CO", "BR", "ID", "KE", "CG", "CD", "UG", "GA", "SO", "MV", "KI", "ST"))
_FAR = 3.0
"""Degrees of latitude up to which a place is the one that is known by that name."""


@cache
def _trips() -> dict[str, Trip]:
    """The catalogue's trips by the keys of their places, and of their names where only one trip has them."""
    found = {place_key(trip.place.en): trip for trip in trips()}
    names: dict[str, list[Trip]] = {}
    for trip in trips():
        for key in {place_key(name) for name in trip.names}:
            names.setdefault(key, []).append(trip)
    return {key: same[0] for key, same in names.items() if len(same) == 1} | found


@cache
def _korean() -> dict[str, tuple[str, ...]]:
    """Korean names by the key of the English one; the usual one first."""
    found: dict[str, tuple[str, ...]] = {}
    for trip in trips():
        english = [name for name in trip.names if name.isascii()]
        korean = tuple(name for name in trip.names if not name.isascii())
        if english and korean:
            found.setdefault(place_key(english[0]), korean)
    for city in cities():
        for name in city["en"]:
            found.setdefault(place_key(name), tuple(city["ko"]))
    return found


def trip_at(option: OptionAnswer) -> Trip | None:
    """The catalogue's trip to the very place of an option."""
    trip = _trips().get(place_key(option.place_en))
    return trip if trip is not None and abs(abs(trip.latitude) - abs(option.latitude)) <= _FAR else None


def korean_place(option: OptionAnswer) -> str:
    """The place as Koreans write it: as the option has it, unless a known name is written otherwise."""
    trip = trip_at(option)
    if trip is not None and trip.place.en == option.place_en:
        names = [name for name in trip.names if not name.isascii()]
        return option.place if any(name in option.place for name in names) else trip.place.ko
    parts = [part.strip() for part in option.place_en.split(",")]
    known = [_korean().get(place_key(part), ()) for part in parts]
    if any(name in option.place for names in known for name in names):
        return option.place
    if len(parts) == 1 and known[0]:
        return known[0][0]
    if all(known):  # the larger place comes first in Korean
        return " ".join(names[0] for names in reversed(known))
    return option.place


def latitude_of(option: OptionAnswer) -> float:
    """The latitude with its sign set right by the country, or as it is known here."""
    trip = trip_at(option)
    if trip is not None:
        return trip.latitude
    size = min(90.0, abs(option.latitude))
    if option.country in _SOUTH:
        return -size
    if option.country and option.country not in _BOTH:
        return size
    return max(-90.0, min(90.0, option.latitude))
