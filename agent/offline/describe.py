"""What was read from a request, in a few words, so that a person sees at once whether they were understood."""

from collections.abc import Iterable
from itertools import chain

from wanderhue.agent.offline.catalogue import by_id
from wanderhue.agent.offline.constraints import word_table
from wanderhue.agent.offline.options import months_text
from wanderhue.agent.offline.place_styles import short_name
from wanderhue.agent.offline.wants import Wants
from wanderhue.agent.offline.where import areas, cities, country_name, names
from wanderhue.agent.replies import say
from wanderhue.agent.trips import Lang
from wanderhue.agent.vocabulary import SEASONS

_FACETS = ("companions", "activities", "settings", "climate")


def label(facet: str, value: str, lang: Lang) -> str:
    """The plain name of a constraint's value: 'hot springs', '온천'."""
    return str(word_table()[facet][value]["label"][lang])


def place_label(name: str, lang: Lang) -> str:
    """The name of a catalogue place in a language; a name that several trips share stays as it was said."""
    ids = names().get(name, ())
    if len(ids) == 1:
        return short_name(by_id()[ids[0]], lang)
    korean = any("가" <= letter <= "힣" for letter in name)
    spelled = [
        one for trip in ids for one in by_id()[trip].names if any("가" <= c <= "힣" for c in one) == (lang == "ko")
    ]
    shared = [one for one in dict.fromkeys(spelled) if all(one in by_id()[trip].names for trip in ids)]
    same = [one for one in shared if one.lower() == name]
    return (same or shared or [name if korean else name.title()])[0]


def where_labels(wants: Wants, lang: Lang) -> list[str]:
    """The places asked for."""
    return [
        *(place_label(name, lang) for name in wants.places),
        *(country_name(code, lang) for code in wants.countries),
        *(str(areas()[index][lang][0]) for index in wants.areas),
        *(str(cities()[index][lang][0]) for index in wants.cities),
    ]


def when_labels(wants: Wants, lang: Lang) -> list[str]:
    """The times asked for."""
    found = [SEASONS[season].name(lang) for season in wants.seasons]
    return [*found, months_text(wants.months, lang)] if wants.months else found


def what_labels(wants: Wants, facets: Iterable[str], lang: Lang) -> list[str]:
    """The values of some facets, in the order of the facets."""
    found: list[str] = []
    for facet in facets:
        value = getattr(wants, facet)
        found += [label(facet, one, lang) for one in ((value,) if isinstance(value, str) else value) if one]
    return found


def refused_labels(wants: Wants, lang: Lang) -> list[str]:
    """What must not be."""
    what = [label(facet, one, lang) for facet in _FACETS[1:] for one in getattr(wants, f"no_{facet}")]
    where = list(
        chain(
            (place_label(name, lang) for name in wants.no_places),
            (country_name(code, lang) for code in wants.no_countries),
            (str(areas()[index][lang][0]) for index in wants.no_areas),
        )
    )
    when = [SEASONS[season].name(lang) for season in wants.no_seasons]
    when += [months_text(wants.no_months, lang)] if wants.no_months else []
    return [
        *(say("pl_without", lang, what=one) for one in what),
        *(say("pl_not_in", lang, what=one) for one in [*where, *when]),
    ]


def described(wants: Wants, lang: Lang) -> str:
    """'October, the sea, slow and quiet, not in Japan': '' when nothing was read."""
    what = what_labels(wants, ("companions", "activities", "settings", "climate", "pace", "budget"), lang)
    what += [say("pl_like", lang, what=place_label(name, lang)) for name in wants.like]
    parts = [*when_labels(wants, lang), *where_labels(wants, lang), *what, *refused_labels(wants, lang)]
    return (", " if lang == "en" else " · ").join(dict.fromkeys(parts))
