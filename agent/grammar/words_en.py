"""The English words that carry the grammar: verbs, directions, places, and the many words that ask for nothing.

The words are data (`data/grammar_en.json`: kind -> value -> words). Nouns come from the vocabulary, colors from the
color table.
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

LONGEST = 5
"""Words in the longest phrase."""

_NEVER_MENDED = "never_mended"


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    text = files("wanderhue.agent.data").joinpath("grammar_en.json").read_text(encoding="utf-8")
    table: dict[str, dict[str, list[str]]] = json.loads(text)
    return table


@cache
def entries() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Words -> the (kind, value) pairs that they may be, the likeliest first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for kind, values in _table().items():
        for value, words in values.items() if kind != _NEVER_MENDED else ():
            for word in words:
                found.setdefault(word, []).append((kind, value))
    return MappingProxyType({word: tuple(kinds) for word, kinds in found.items()})


@cache
def never_mended() -> frozenset[str]:
    """Common words one letter away from words of the vocabulary: they mean themselves."""
    return frozenset(_table()[_NEVER_MENDED][""])
