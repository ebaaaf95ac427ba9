"""Three options for a request as read, or the honest words when there are none."""

import re
from collections.abc import Sequence
from dataclasses import replace

from wanderhue.agent.offline.catalogue import trips
from wanderhue.agent.offline.constraints import common_words
from wanderhue.agent.offline.describe import described, what_labels, when_labels, where_labels
from wanderhue.agent.offline.options import months_text, season_of
from wanderhue.agent.offline.place_styles import generic_styles, seasonal_option, short_name, styles_of
from wanderhue.agent.offline.rank import allowed, cost, fits_when, fits_where, pick, score, unmet, wanted_months
from wanderhue.agent.offline.search import telling, text_scores
from wanderhue.agent.offline.wants import Wants
from wanderhue.agent.offline.where import cities, country_name
from wanderhue.agent.planner import Recommendation
from wanderhue.agent.replies import josa, say
from wanderhue.agent.trips import Lang, Trip, TripOption


def plan(wants: Wants, lang: Lang, *, shown: Sequence[str] = (), opening: str = "") -> Recommendation:
    """The options for a request, or a reply that says what cannot be met. `opening` replaces the usual first words."""
    if wants.cities and not (wants.places or wants.countries):
        return _unknown_city(wants, lang)
    if wants.places and not shown:
        named = [trip for trip in trips() if fits_where(trip, wants)]
        return _named_place(wants, named, lang)
    fitting = [trip for trip in trips() if fits_where(trip, wants) and allowed(trip, wants) and fits_when(trip, wants)]
    priced = {trip.id: cost(trip, wants) for trip in fitting}
    least = min(priced.values(), default=float("inf"))
    if "city" in wants.settings and sum(one == least for one in priced.values()) < 3:
        wider = replace(wants, settings=(*wants.settings, "oldtown"))
        priced = {trip.id: cost(trip, wider) for trip in fitting}
        least = min(priced.values(), default=float("inf"))
    if least == float("inf"):
        return Recommendation("reply", nothing_fits(wants, lang))
    ranked = _ranked([trip for trip in fitting if priced[trip.id] == least], wants, lang)
    fresh = [(trip, points) for trip, points in ranked if trip.id not in shown]
    if not fresh:
        read = described(wants, lang)
        about = (f" ({read})" if lang == "en" else read) if read else ("" if lang == "en" else "이 조건")
        return Recommendation("reply", say("pl_more_none", lang, read=about))
    chosen = pick(fresh)
    options = _options(chosen, wants, lang, fill=not shown)
    options = options[:3]
    reply = opening or _opening(wants, lang, chosen, lost=unmet(chosen[0], wants) if least else frozenset())
    if shown and len(options) < 3:
        reply = say("pl_more_few", lang, n=len(options))
    return Recommendation("options", reply, options=tuple(options))


def _ranked(candidates: Sequence[Trip], wants: Wants, lang: Lang) -> list[tuple[Trip, float]]:
    text = " ".join((wants.text, *(_ALSO[one] for one in wants.companions if one in _ALSO)))
    words = telling(text, ignore=common_words())
    order = {trip.id: points for trip, points in zip(trips(), text_scores(words), strict=True)}
    scored = [(trip, score(trip, wants, order[trip.id]) + _in_picture(trip, wants)) for trip in candidates]
    if lang == "ko" and not wants.where and not wants.budget:
        scored = [(trip, points + _NEAR_HOME[trip.budget]) for trip, points in scored]
    return sorted(scored, key=lambda row: (-row[1], row[0].id))


_ALSO = {"couple": "romantic honeymoon 낭만적인 로맨틱한 신혼"}
"""What is meant along with a companion, for the search in the texts."""
_NEAR_HOME = {"low": 0.5, "mid": 0.3, "high": 0.0}
"""For people who ask in Korean and name no place: budgets are told from Korea, so this is what lies near."""


def _in_picture(trip: Trip, wants: Wants) -> float:
    """A little for trips whose own picture shows the season asked for."""
    wanted = wanted_months(trip, wants) & set(trip.months)
    return 0.5 if wanted and trip.scene.season in {season_of(month, trip.latitude) for month in wanted} else 0.0


_IMPLIED = {"autumn_leaves": "autumn", "skiing": "winter", "snow_play": "winter", "snowy": "winter"}
"""Wishes that name a season without saying it."""
_SPRING = re.compile(r"cherr|sakura|tulip|canola|벚꽃|튤립|매화|유채|산수유")


def _told_months(trip: Trip, wants: Wants) -> list[int]:
    wanted = wanted_months(trip, wants)
    left = [month for month in trip.months if (not wanted or month in wanted) and month not in wants.no_months]
    implied = {_IMPLIED[one] for one in (*wants.activities, *wants.climate) if one in _IMPLIED}
    implied |= {"spring"} if _SPRING.search(wants.text.lower()) else set()
    own = [month for month in left if season_of(month, trip.latitude) in implied]
    return own or left


def _options(chosen: Sequence[Trip], wants: Wants, lang: Lang, *, fill: bool) -> list[TripOption]:
    """An option a trip; styles of the best fill up to three where no other trip fits."""
    found: list[TripOption] = []
    for trip in chosen:
        found.append(seasonal_option(trip, lang, months=_told_months(trip, wants) or trip.months, beside=found))
    if len(found) < 3 and fill:
        months = _told_months(chosen[0], wants) or chosen[0].months
        found += styles_of(chosen[0], lang, months=months, beside=found, count=3 - len(found))
    return found


def _opening(wants: Wants, lang: Lang, chosen: Sequence[Trip], *, lost: frozenset[str]) -> str:
    read = described(wants, lang)
    read = read[:1].upper() + read[1:]
    if lost:
        return say("pl_relaxed", lang, lost=", ".join(what_labels(wants, sorted(lost), lang)))
    if read and len(chosen) == 1:
        return say("pl_only_one", lang, read=read, place=short_name(chosen[0], lang))
    if read and len(chosen) == 2:
        return say("pl_only_two", lang, read=read)
    if read:
        return say("pl_options_for", lang, read=read)
    return say("pl_options_text" if wants.text else "pl_options", lang)


def _named_place(wants: Wants, named: Sequence[Trip], lang: Lang) -> Recommendation:
    """Three trips of a place that has so many, else moods of it; within the months of the stay."""
    open_trips = [trip for trip in named if allowed(trip, wants)] or list(named)
    in_time = [trip for trip in open_trips if fits_when(trip, wants)]
    firm = replace(wants, pace="", budget="", companions=())
    able = [trip for trip in (in_time or open_trips) if cost(trip, firm) != float("inf")]
    place = ", ".join(where_labels(wants, lang)[:2])
    if not able:
        lost = ", ".join(what_labels(wants, ("activities", "settings", "climate"), lang))
        return Recommendation("reply", say("pl_none_in", lang, place=place, lost=lost))
    ranked = _ranked(able, wants, lang)
    chosen = pick(ranked)
    missing = frozenset.intersection(*(unmet(trip, wants) for trip in chosen))
    listed = ", ".join(what_labels(wants, sorted(missing), lang))
    told = " " + say("pl_not_listed", lang, lost=listed) if missing else ""
    if len(chosen) >= 3 and in_time:
        options = _options(chosen, wants, lang, fill=False)
        return Recommendation("options", say("pl_place_trips", lang, place=place) + told, options=tuple(options))
    found = _moods(chosen, wants, lang, place=place, in_time=bool(in_time))
    return replace(found, reply=found.reply + told)


def _moods(chosen: Sequence[Trip], wants: Wants, lang: Lang, *, place: str, in_time: bool) -> Recommendation:
    best = chosen[0]
    asked = sorted(wanted_months(best, wants))
    reply = say("pl_place", lang, place=place)
    if not in_time and asked:
        told = months_text(asked, lang)
        reply += " " + say("pl_place_best", lang, months=months_text(best.months, lang), asked=told)
        options = styles_of(best, lang, months=asked)
        return Recommendation("options", reply, options=tuple(options))
    return Recommendation("options", reply, options=tuple(_options(chosen, wants, lang, fill=True)))


def _unknown_city(wants: Wants, lang: Lang) -> Recommendation:
    city = cities()[wants.cities[0]]
    name, country = str(city[lang][0]), country_name(city["country"], lang)
    setting = str(city["setting"])
    kin = next(
        (one for one in trips() if f"{one.scene.setting}/{one.scene.variant_or_default()}" == setting), trips()[0]
    )
    near = [short_name(trip, lang) for trip in trips() if trip.country == city["country"]][:3]
    months = sorted(wanted_months(kin, wants)) if wants.months or wants.seasons else []
    season = season_of(months[0], kin.latitude) if months else None
    options = generic_styles(name, country, setting, kin, lang=lang, title=str(city["en"][0]), season=season)
    told = say("pl_near", lang, country=country, places=", ".join(near)) if near else ""
    reply = say("pl_no_city", lang, place=name, topic=josa(name, "은/는"), near=told)
    return Recommendation("options", reply, options=tuple(options))


def nothing_fits(wants: Wants, lang: Lang) -> str:
    """Why there are no options, as precisely as it is known, and a question that leads on."""
    here = [trip for trip in trips() if fits_where(trip, wants)]
    place = ", ".join(where_labels(wants, lang))
    if wants.where and not here:
        return say("pl_no_country", lang, place=place, topic=josa(place, "은/는"))
    lost = what_labels(wants, ("activities", "settings", "climate"), lang)
    in_time = [trip for trip in here if fits_when(trip, wants)]
    if wants.where and not in_time and (asked := when_labels(wants, lang)):
        months = sorted({month for trip in here for month in trip.months})
        return say("pl_none_when", lang, place=place, asked=", ".join(asked), months=months_text(months, lang))
    if wants.where and lost:
        return say("pl_none_in", lang, place=place, lost=", ".join(lost))
    return say("pl_none", lang, read=described(wants, lang))
