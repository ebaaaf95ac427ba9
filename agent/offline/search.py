"""Full-text search over the trips: BM25 (the bm25s library) on stems and Korean pairs of syllables.

Loaded only when a request has words that the lists do not explain: its import takes a quarter of a second.
"""

import warnings
from functools import cache
from typing import Any

from wanderhue.agent.offline.catalogue import trips
from wanderhue.agent.offline.tokens import terms, whole_words
from wanderhue.agent.trips import Trip

_SHARE = 0.2
"""A term that more trips than this share have says little."""


def document(trip: Trip) -> list[str]:
    """The terms of a trip in both languages; names and titles count twice."""
    pairs = (trip.place, trip.title, trip.title, trip.why, *trip.highlights, *trip.moods)
    texts = [text for pair in pairs for text in (pair.en, pair.ko)]
    return terms(" ".join((*texts, *trip.names, *trip.names, *(one.replace("_", " ") for one in trip.activities))))


@cache
def _documents() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(document(trip)) for trip in trips())


@cache
def _spread() -> dict[str, int]:
    counts: dict[str, int] = {}
    for words in _documents():
        for word in set(words):
            counts[word] = counts.get(word, 0) + 1
    return counts


@cache
def _index() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its progress bar complains in notebooks, and we show none
        import bm25s  # type: ignore[import-untyped]  # ships no types

    index = bm25s.BM25(method="lucene")
    index.index([list(words) for words in _documents()], show_progress=False)
    return index


def telling(text: str, *, ignore: frozenset[str] = frozenset(), whole: bool = False) -> list[str]:
    """The terms of `text` by which trips can be told apart: known to some, but not to most. With `whole`
    only whole words, no Korean pairs and no verbs."""
    spread = _spread()
    most = _SHARE * len(trips())
    said = whole_words(text) if whole else terms(text)
    return [word for word in dict.fromkeys(said) if 0 < spread.get(word, 0) <= most and word not in ignore]


def text_scores(words: list[str]) -> list[float]:
    """How well each trip's text answers the terms, 0 to 1, in the catalogue's order."""
    if not words:
        return [0.0] * len(trips())
    scores = _index().get_scores(words)
    best = float(scores.max())
    return [float(one) / best if best > 0 else 0.0 for one in scores]
