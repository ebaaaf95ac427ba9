"""A trip of the catalogue as the option that a person is offered, in one language."""

from collections.abc import Sequence

from wanderhue.agent.scene import Season
from wanderhue.agent.trips import Lang, OptionColor, Trip, TripOption
from wanderhue.agent.vocabulary import SEASONS

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_NORTH: tuple[Season, ...] = ("winter", "spring", "summer", "autumn")
TROPICS = 15.0
"""Degrees of latitude within which there are no four seasons."""


def season_of(month: int, latitude: float) -> Season | None:
    """The season of a month (1 to 12) at a latitude in degrees; None near the equator."""
    if abs(latitude) < TROPICS:
        return None
    return _NORTH[((month + (6 if latitude < 0 else 0)) % 12) // 3]


def month_spans(months: Sequence[int]) -> list[tuple[int, int]]:
    """Runs of neighboring months, around the new year too: [12, 1, 2, 4] -> [(4, 4), (12, 2)]."""
    wanted = set(months)
    starts = sorted(month for month in wanted if (month - 2) % 12 + 1 not in wanted) or [1]
    spans = []
    for start in starts:
        end = start
        while end % 12 + 1 in wanted and end % 12 + 1 != start:
            end = end % 12 + 1
        spans.append((start, end))
    return spans


def months_text(months: Sequence[int], lang: Lang) -> str:
    """The months in words: 'April to May, October', '4–5월, 10월'."""
    if len(set(months)) == 12:
        return "일 년 내내" if lang == "ko" else "all year"
    if lang == "ko":
        return ", ".join(f"{one}월" if one == last else f"{one}–{last}월" for one, last in month_spans(months))
    spans = month_spans(months)
    return ", ".join(
        _MONTHS[one - 1] if one == last else f"{_MONTHS[one - 1]} to {_MONTHS[last - 1]}" for one, last in spans
    )


def season_text(months: Sequence[int], latitude: float, lang: Lang) -> str:
    """'spring (April to May)' / '봄 (4–5월)'; only the months near the equator or over three seasons."""
    order = [
        (start + step - 1) % 12 + 1 for start, end in month_spans(months) for step in range((end - start) % 12 + 1)
    ]
    seasons = list(dict.fromkeys(season for month in order if (season := season_of(month, latitude))))
    if not seasons or len(seasons) > 2:
        return months_text(months, lang)
    joined = ("·" if lang == "ko" else " and ").join(SEASONS[season].name(lang) for season in seasons)
    return f"{joined} ({months_text(months, lang)})"


def to_option(trip: Trip, lang: Lang, *, months: Sequence[int] = ()) -> TripOption:
    """The option for a trip; `months` are the ones to speak of (default: all of its best)."""
    told = tuple(months) or trip.months
    return TripOption(
        trip=trip.id,
        title=trip.title.get(lang),
        place=trip.place.get(lang),
        why=trip.why.get(lang),
        season=season_text(told, trip.latitude, lang),
        season_id=trip.scene.season,
        highlights=tuple(line.get(lang) for line in trip.highlights),
        mood=", ".join(mood.get(lang) for mood in trip.moods),
        palette=tuple(OptionColor(name=color.name(lang), hex=color.hex) for color in trip.palette),
        scene=trip.scene,
    )
