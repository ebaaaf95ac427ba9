"""Tells a request for a trip from feedback on the picture, and a yes from a no.

The wordings are data (`data/grammar_requests.json`).
"""

import json
import re
from functools import cache
from importlib.resources import files
from typing import Any

from wanderhue.agent.grammar.normalize import normalize

_ABOUT_PICTURE = re.compile(
    r"\b(?:picture|image|painting|colou?rs?|palette|version|undo|add|remove|make it)\b"
    r"|그림|이미지|버전|색|팔레트|추가|빼|넣"
)


@cache
def _table() -> dict[str, Any]:
    text = files("wanderhue.agent.data").joinpath("grammar_requests.json").read_text(encoding="utf-8")
    table: dict[str, Any] = json.loads(text)
    return table


@cache
def _requests() -> re.Pattern[str]:
    text = "|".join(_table()["requests"])
    for name, words in _table()["names"].items():
        text = text.replace(f"<{name}>", f"(?:{'|'.join(words)})")
    return re.compile(text)


@cache
def _only_more() -> re.Pattern[str]:
    """A wish for other trips with no word of what they should be like."""
    english, korean = ("|".join(_table()[f"only_more_{lang}"]) for lang in ("en", "ko"))
    return re.compile(rf"^(?:(?:{english})[\s,.!?]*)+$|^(?:(?:{korean})[\s,.!?~]*)+$")


@cache
def _answer(kind: str) -> re.Pattern[str]:
    rows = [_table()[f"{kind}_{lang}"] for lang in ("en", "ko")]
    return re.compile("|".join(f"{row['before']}(?:{'|'.join(row['one_of'])}){row['after']}" for row in rows))


def is_trip_request(text: str) -> bool:
    """Whether the words ask for a trip ('now a winter trip to Japan') rather than about the picture.

    A bare wish for others ('three other trips', '다른 여행지 추천해줘') is not a new request: it is the act 'more'.
    """
    plain = normalize(text)
    return (
        bool(_requests().search(plain)) and not _only_more().match(plain.strip()) and not _ABOUT_PICTURE.search(plain)
    )


def read_answer(text: str) -> bool | None:
    """True for a yes, False for a no, None for words that are neither (or both)."""
    plain = normalize(text.strip())
    yes, no = bool(_answer("yes").match(plain)), bool(_answer("no").match(plain))
    return None if yes == no else yes
