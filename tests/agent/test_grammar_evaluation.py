"""The evaluation set, read by the rules: how much is right, and that nothing is misread with confidence."""

import json
from pathlib import Path
from typing import Any

import pytest

from wanderhue.agent.color_names import plain_name
from wanderhue.agent.feedback import AddElement, Reading
from wanderhue.agent.grammar import Context, read_feedback
from wanderhue.agent.scene import Element, Scene

Row = dict[str, Any]
FOLDER = Path(__file__).parent / "evaluation"


def rows_of(lang: str) -> list[Row]:
    return [json.loads(line) for line in (FOLDER / f"feedback.{lang}.jsonl").read_text(encoding="utf-8").splitlines()]


def read(row: Row) -> Reading:
    page = row["context"]
    setting, _, variant = page["setting"].partition("/")
    elements = tuple(Element(kind=kind) for kind in page["elements"])
    scene = Scene(setting=setting, variant=variant, time=page["time"], elements=elements)
    return read_feedback(row["text"], Context(scene=scene, versions=page["versions"], options=page["options"]))


def is_right(row: Row, reading: Reading) -> bool:
    added = {wish.element: wish for wish in reading.wishes if isinstance(wish, AddElement)}
    colors = {kind: plain_name(added[kind].color or "#000000") for kind in row.get("colors", {}) if kind in added}
    places = {kind: added[kind].place for kind in row.get("places", {}) if kind in added}
    same = list(reading.codes()) == row["expect"]
    admitted = not reading.unknown or "unknown_ok" in row
    return bool(same and admitted and colors == row.get("colors", {}) and places == row.get("places", {}))


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_nineteen_of_twenty_rows_are_read_exactly(lang: str) -> None:
    wrong = [(row["text"], row["expect"], read(row)) for row in rows_of(lang) if not is_right(row, read(row))]
    for text, expect, reading in wrong:
        print(f"{text}\n  meant {expect}\n  read  {list(reading.codes())}, not understood {reading.unknown}")
    assert len(wrong) <= 0.05 * len(rows_of(lang))


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_no_row_is_misread_with_confidence(lang: str) -> None:
    misread = [
        row["text"] for row in rows_of(lang) if list(read(row).codes()) != row["expect"] and not read(row).unknown
    ]
    assert misread == []


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_what_is_beyond_the_rules_is_quoted_in_the_persons_own_words(lang: str) -> None:
    beyond = [(row["text"], read(row).unknown) for row in rows_of(lang) if row.get("unknown_ok")]
    assert beyond
    assert all(unknown and all(phrase in text for phrase in unknown) for text, unknown in beyond)
