"""The words of scenes in Korean and English: one table for the feedback grammar, the reader of free prompts,
the briefs and the illustrator.

The table is data (`data/vocabulary.json`). An element's `home` says where it can stand; `group` lets "people"
or "animals" name several kinds at once. What an element looks like lives in `tools/illustrator/elements`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True, slots=True)
class Word:
    """One entry: its id and what people call it, the plain name first."""

    id: str
    en: tuple[str, ...]
    ko: tuple[str, ...]
    group: str = ""
    """For elements: people, animals, boats, trees, sky, camp, buildings, flowers, things."""
    home: str = ""
    """For elements: sky, water, shore, ground, far (a landmark), held or worn."""

    def name(self, lang: str) -> str:
        """The plain name in 'ko' or 'en'."""
        return (self.ko if lang == "ko" else self.en)[0]


@cache
def _table() -> dict[str, Any]:
    text = files("wanderhue.agent.data").joinpath("vocabulary.json").read_text(encoding="utf-8")
    table: dict[str, Any] = json.loads(text)
    return table


def _words(section: str) -> Mapping[str, Word]:
    rows = _table()[section]
    return MappingProxyType(
        {
            row["id"]: Word(row["id"], tuple(row["en"]), tuple(row["ko"]), row.get("group", ""), row.get("home", ""))
            for row in rows
        }
    )


ELEMENTS: Mapping[str, Word] = _words("elements")
GROUPS: Mapping[str, Word] = _words("groups")
TIMES: Mapping[str, Word] = _words("times")
WEATHERS: Mapping[str, Word] = _words("weathers")
SEASONS: Mapping[str, Word] = _words("seasons")
SETTINGS: Mapping[str, Word] = _words("settings")
"""Ids are `setting` or `setting/variant`."""
STYLES: Mapping[str, Word] = _words("styles")
STAND_INS: Mapping[str, str] = MappingProxyType(_table()["stand_ins"])
"""Things that people ask for and that are drawn by a relative of theirs, said as such: word -> element kind."""
