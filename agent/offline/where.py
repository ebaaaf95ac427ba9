"""Where somebody wants to go: countries, regions, places of the catalogue, and well-known places outside it.

Names come from the trips themselves and from `data/places.json`. A name that is also a common word (Nice, Turkey,
세부, 빈) counts only where the sentence treats it as a place.
"""

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from wanderhue.agent.offline.catalogue import trips
from wanderhue.agent.offline.tokens import fold
from wanderhue.agent.offline.words import Hit

_CAREFUL_EN = {
    "nice", "split", "ella", "lagos", "turkey", "jordan", "georgia", "chad", "bath", "sf", "rio", "goa", "lima", "udo",
    "sun moon lake", "leh", "fez", "bled", "cologne", "china", "america", "maine",
}  # fmt: skip
_CAREFUL_KO = {
    "세부", "빈", "고아", "수단", "가나", "시안", "인제", "페스", "유성", "로마", "파리", "인도", "부탄", "화성",
    "성산",
    "대구", "레", "통가", "조지아", "성도", "상해", "타이", "양양", "퍼스", "감천", "송정", "독도", "우도", "진해",
    "고궁",
}  # fmt: skip
_PLACE_BEFORE = re.compile(
    r"(?:^|\b(?:to|in|visit|visiting|near|around|at|from|like|see|not|except|about|of|through|and|or|for|did|"
    r"love|loved|explore)[\s,]+(?:the )?)$"
)
_PLACE_AFTER = re.compile(
    r"^(?:으로|로|에서|에|까지|쪽|여행|시내|근처|말고|빼고|가는|가고|갈|가요|가려|가볼|도\s*(?:좋|갈)|"
    r"은?\s*(?:말고|빼고)|를?\s*(?:가|여행|방문|빼)|$|\s*(?:여행|가는|가고|갈|가요|말고|빼고|신혼))"
)


@cache
def _table() -> Mapping[str, Any]:
    text = files("wanderhue.agent.data").joinpath("places.json").read_text(encoding="utf-8")
    table: dict[str, Any] = json.loads(text)
    return table


def areas() -> list[dict[str, Any]]:
    """The named areas: regions, groups of countries, sometimes with the settings that they mean."""
    found: list[dict[str, Any]] = _table()["areas"]
    return found


def cities() -> list[dict[str, Any]]:
    """Well-known places outside the catalogue, with their country and a setting that is true of them."""
    found: list[dict[str, Any]] = _table()["cities"]
    return found


@cache
def island_names() -> frozenset[str]:
    """Folded names of places that are islands."""
    return frozenset(map(fold, _table()["islands"]))


def country_name(code: str, lang: str) -> str:
    """The plain name of a country."""
    row = _table()["countries"].get(code)
    return str(row[lang][0]) if row else code


@cache
def names() -> Mapping[str, tuple[str, ...]]:
    """Trip ids by folded name, in the catalogue's order."""
    found: dict[str, list[str]] = {}
    for trip in trips():
        for name in dict.fromkeys(map(fold, (*trip.names, trip.scene.title))):
            if name:
                found.setdefault(name, []).append(trip.id)
    return {name: tuple(ids) for name, ids in found.items()}


@cache
def place_entries() -> tuple[tuple[str, str, str], ...]:
    """Every place phrase as a lexicon entry: facets country, area, place (a folded name), city (an index)."""
    found: list[tuple[str, str, str]] = []
    for code, row in _table()["countries"].items():
        found += [(name, "country", code) for name in (*row["en"], *row["demonyms"], *row["ko"])]
    for index, area in enumerate(areas()):
        found += [(name, "area", str(index)) for name in (*area["en"], *area["ko"])]
    known = {fold(phrase) for phrase, _, _ in found}
    found += [(name, "place", name) for name in names() if name not in known]
    for index, city in enumerate(cities()):
        spellings = [*city["en"], *city["ko"]]
        if not any(fold(name) in names() for name in spellings):
            found += [(name, "city", str(index)) for name in spellings]
    return tuple(found)


def plausible_place(hit: Hit, text: str) -> bool:
    """Whether a place name that is also a common word is used as a place in `text` (not folded)."""
    said = fold(text[hit.start : hit.end])
    if said in _CAREFUL_KO:
        return (hit.start == 0 and hit.end == len(text)) or bool(_PLACE_AFTER.match(fold(text[hit.end :])))
    if said not in _CAREFUL_EN:
        return True
    capital = text[hit.start].isupper()
    alone = fold(text).strip(" .!?") == said
    if said in ("china", "america", "turkey", "jordan", "georgia"):
        return capital or alone or bool(_PLACE_BEFORE.search(fold(text[: hit.start])))
    return alone or (capital and bool(_PLACE_BEFORE.search(fold(text[: hit.start]))))
