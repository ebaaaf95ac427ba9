"""The Korean words that carry the grammar, as patterns anchored at the beginning of a word (어절).

They are data (`data/grammar_ko.json`): `patterns` match a whole word, `stems` are verbs that take any ending and may be
negated. Nouns come from the vocabulary, colors from the color table.
"""

import json
import re
from functools import cache
from importlib.resources import files
from typing import Any

_ANY = "[가-힣]*"
_NOT = r"(?P<neg>지\s?(?:는|도|를)?\s?(?:마|말|않|못|안)[가-힣]*)"
_COUNT_TAIL = "(?:의|을|를|이|가|은|는|도|만|과|와|랑|이랑|하고|씩|정도|쯤|더|로|으로|까지|나)*"


@cache
def _table() -> dict[str, Any]:
    text = files("wanderhue.agent.data").joinpath("grammar_ko.json").read_text(encoding="utf-8")
    table: dict[str, Any] = json.loads(text)
    return table


@cache
def particles() -> str:
    """An alternation of the particles that may follow a noun, one after the other."""
    return "|".join(_table()["particles"])


@cache
def glued() -> str:
    """What may stand right after a noun and its particle without a space."""
    return "|".join(_table()["glued"])


@cache
def patterns() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """(kind, value, pattern) rows, earlier ones first where two match as long; each matches to the end of a word."""
    return tuple((row["kind"], row["value"], re.compile(f"(?:{_spelled(row)})(?![가-힣])")) for row in _table()["rows"])


def _spelled(row: dict[str, Any]) -> str:
    if "stems" in row:
        return f"(?:{'|'.join(row['stems'])})(?:{_NOT}|{_ANY})"
    text = "|".join(row["patterns"])
    return text.replace("<any>", _ANY).replace("<particles>", particles())


@cache
def color_adjectives() -> tuple[tuple[re.Pattern[str], str], ...]:
    """(pattern, color word): adjectives of color with any ending."""
    return tuple((re.compile(f"(?:{'|'.join(stems)}){_ANY}"), name) for name, stems in _table()["color_stems"].items())


@cache
def numbers() -> dict[str, int]:
    """Native number words; 0 for 'some'."""
    found: dict[str, int] = _table()["numbers"]
    return found


@cache
def count() -> re.Pattern[str]:
    """'세 마리', '3척', or a bare number word with its particles."""
    words = "|".join(sorted(numbers(), key=len, reverse=True))
    counters = "|".join(_table()["counters"])
    bare = "하나|둘|셋|넷|다섯|여섯|일곱|여덟|아홉|열"
    return re.compile(
        rf"(?:(?P<word>{words})|(?P<digits>\d{{1,2}}))\s?(?:{counters})(?P<tail>{_COUNT_TAIL})(?![가-힣])"
        rf"|(?P<bare>{bare})(?P<btail>{_COUNT_TAIL})(?![가-힣])"
    )
