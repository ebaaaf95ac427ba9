"""Reads a request: who, when, where, what, how much, and what not, from words in Korean or English.

The words are data (`data/constraint_words.json`, `data/places.json`). Whatever they do not explain stays as text for
the search. A request may have several parts joined by ' / ', later ones changing earlier ones.
"""

import json
import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from wanderhue.agent.offline.catalogue import by_id, trips
from wanderhue.agent.offline.negation import refused
from wanderhue.agent.offline.tokens import fold, stem, terms
from wanderhue.agent.offline.wants import Wants, merged
from wanderhue.agent.offline.when import find_when
from wanderhue.agent.offline.where import names, place_entries, plausible_place
from wanderhue.agent.offline.words import Hit, Lexicon, widest

PART = " / "
"""What joins the parts of a request."""

SETTINGS_OF: Mapping[str, tuple[str, ...]] = {
    "beach": ("seaside/beach",),
    "sea": ("seaside",),
    "mountain": ("lake/alpine", "forest/hills", "forest/pine", "snow/slopes"),
    "lake": ("lake",),
    "city": ("city",),
    "oldtown": ("oldtown",),
    "hanok": ("oldtown/hanok",),
    "forest": ("forest",),
    "park": ("forest/park", "city/riverside"),
    "hills": ("forest/hills",),
    "fields": ("fields",),
    "tea": ("fields/green_tea",),
    "lavender": ("fields/lavender",),
    "desert": ("desert",),
    "canyon": ("desert/canyon",),
    "snow": ("snow",),
    "river": ("city/riverside",),
    "island": (),
}
"""The scene settings that a word for a landscape means; islands are told by `rank.on_island`."""

CLIMATE_OF: Mapping[str, tuple[str, ...]] = {
    "warm": ("warm", "tropical", "hot_dry"),
    "hot": ("hot_dry", "tropical"),
    "cool": ("cool", "mild"),
    "cold": ("cold", "snowy"),
    "snowy": ("snowy",),
    "tropical": ("tropical",),
    "mild": ("mild",),
    "dry": ("hot_dry",),
    "humid": ("humid",),
}
_MANY = ("companions", "activities", "settings", "climate")
_ONE = ("pace", "budget")
_LIKE_EN = re.compile(r"\b(?:like|similar to|reminds me of|as in)\s+(?:the )?$")
_ORIGIN_EN = re.compile(r"\b(?:(?<!away )from|live in|living in|based in|flying out of|leaving|departing)\s+(?:the )?$")
_ORIGIN_KO = re.compile(r"^(?:에서?\s*(?:출발|살|사는|사람|떠나)|\s*(?:출발|사는|살아|거주|사람))")
_FEAST = re.compile(r"christmas|xmas|크리스마스|halloween|easter|new year|새해|해맞이|golden week")
_NEAR_EN = re.compile(r"\b(?:near|close to|not far from|around)\s+(?:the )?$")
_NEAR_KO = re.compile(r"^\s*(?:근처|근교|주변|인근|에서 가까운)")
_LIKE_KO = re.compile(r"^(?:이랑|랑|와|과)?\s*(?:같은|처럼|비슷|느낌|분위기)")


@cache
def word_table() -> Mapping[str, Any]:
    """The table of constraint words, as in its file."""
    text = files("wanderhue.agent.data").joinpath("constraint_words.json").read_text(encoding="utf-8")
    table: dict[str, Any] = json.loads(text)
    return table


@cache
def lexicon() -> Lexicon:
    """Every listed phrase of the facets, the times and the places."""
    listed = [
        (phrase, facet, value)
        for facet, values in word_table().items()
        if facet not in ("marks", "common", "languages", "scenery")
        for value, row in values.items()
        for phrase in (*row["en"], *row["ko"])
    ]
    return Lexicon([*listed, *place_entries()])


@cache
def marks() -> Lexicon:
    """How a message speaks: asking for trips, asking for a picture."""
    return Lexicon(
        (phrase, "mark", value) for value, row in word_table()["marks"].items() for phrase in (*row["en"], *row["ko"])
    )


@cache
def word_list(section: str, name: str, *, lang: str = "en") -> frozenset[str]:
    """A plain list of the table that is no constraint."""
    return frozenset(word_table()[section][name][lang])


@cache
def common_words() -> frozenset[str]:
    """Stems of words that everybody uses and that tell nothing about a trip."""
    common = word_table()["common"]
    return frozenset({stem(word) for word in common["en"]} | set(common["ko"]))


@cache
def known_words() -> frozenset[str]:
    """Stems of words that are spelled correctly: common ones, and all that the trips' texts use."""
    texts = (
        text
        for trip in trips()
        for pair in (trip.title, trip.why, *trip.highlights, *trip.moods, trip.place)
        for text in (pair.en, pair.ko)
    )
    return common_words() | {term for text in texts for term in terms(text)}


def find_hits(text: str, today: date) -> list[Hit]:
    """Everything that the lists find in a text (NFC), times resolved, in order."""
    found = [hit for hit in lexicon().find(text, known=known_words()) if hit.facet == "when" or not _misread(hit, text)]
    hits = widest(found)
    times = find_when(fold(text), hits, today)
    return sorted([*(hit for hit in hits if hit.facet != "when"), *times], key=lambda hit: (hit.start, -hit.end))


def _misread(hit: Hit, text: str) -> bool:
    if hit.facet in ("place", "country", "area", "city"):
        return not plausible_place(hit, text) or _is_origin(hit, fold(text))
    said, after = text[hit.start : hit.end], text[hit.end :]
    other = {
        "별": r"로(?!\s*(?:가득|수놓|뒤덮|덮|반짝))|다른|거\s*아|도로",
        "눈": r"에\s*띄|이?\s*부시|높|앞|물|치|요기",
        "강": r"추|력",
    }.get(said)
    return bool(other and re.match(other, after))


def _is_origin(hit: Hit, folded: str) -> bool:
    """Whether a place is where the person comes from or lives."""
    return bool(_ORIGIN_EN.search(folded[: hit.start]) or _ORIGIN_KO.match(folded[hit.end :]))


def read_wants(request: str, today: date) -> Wants:
    """The whole request with its parts in order, the later changing the earlier."""
    wants = Wants()
    for part in request.split(PART):
        if part.strip():
            wants = merged(wants, read_part(part, today))
    return wants


def read_part(text: str, today: date) -> Wants:
    """One message."""
    text = unicodedata.normalize("NFC", text)
    folded = fold(text)
    hits = [hit for hit in find_hits(text, today) if hit.facet != "none"]
    no = refused(folded, hits)
    found: dict[str, list[Any]] = {}
    for index, hit in enumerate(hits):
        _sort_in(found, hit, folded, index in no)
    return _build(found, _left_over(text, hits))


def _sort_in(found: dict[str, list[Any]], hit: Hit, folded: str, no: bool) -> None:
    sign = "no_" if no else ""
    match hit.facet:
        case "months":
            found.setdefault(sign + "months", []).extend(map(int, hit.value.split()))
        case "season":
            found.setdefault(sign + "seasons", []).append(hit.value)
        case "country":
            found.setdefault(sign + "countries", []).append(hit.value)
        case "area":
            found.setdefault(sign + "areas", []).append(int(hit.value))
        case "length":
            found["short"] = [True]
        case "free":
            found.setdefault("free", []).append(hit.value)
        case "city" if not no:
            found.setdefault("cities", []).append(int(hit.value))
        case "place":
            alike = _LIKE_EN.search(folded[: hit.start]) or _LIKE_KO.match(folded[hit.end :])
            near = _NEAR_EN.search(folded[: hit.start]) or _NEAR_KO.match(folded[hit.end :])
            if near and not no:
                found.setdefault("countries", []).extend(by_id()[one].country for one in names()[hit.value])
            else:
                found.setdefault("like" if alike and not no else sign + "places", []).append(hit.value)
        case facet if facet in (*_MANY, *_ONE) and not (no and facet == "companions"):
            found.setdefault(sign + facet, []).append(hit.value)


def _build(found: dict[str, list[Any]], left: str) -> Wants:
    values: dict[str, Any] = {name: tuple(dict.fromkeys(listed)) for name, listed in found.items()}
    for name in ("pace", "no_pace", "budget", "no_budget"):
        if name in values:
            values[name] = values[name][-1]
    if values.get("no_pace") == "active" and not values.get("pace"):
        values["pace"] = "slow"
    if "companions" in values:
        others = tuple(one for one in values["companions"] if one != "two")
        values["companions"] = others or ("couple",)
    if "walking" in values.get("no_activities", ()):
        values["no_activities"] = (*values["no_activities"], "hiking")
    for facet in ("activities", "settings", "climate"):
        if facet in values and f"no_{facet}" in values:
            values[facet] = tuple(one for one in values[facet] if one not in values[f"no_{facet}"])
    if "places" in values:
        values["places"] = tuple(one for one in values["places"] if one not in values.get("no_places", ()))
    values["short"] = bool(values.get("short"))
    return Wants(text=left, **values)


def _left_over(text: str, hits: list[Hit]) -> str:
    kept = list(text)
    for hit in hits:
        telling_time = hit.facet == "months" and _FEAST.search(fold(text[hit.start : hit.end]))
        if not telling_time and hit.facet in ("months", "season", "country", "area", "place", "free", "budget"):
            kept[hit.start : hit.end] = " " * (hit.end - hit.start)
    return " ".join("".join(kept).split())
