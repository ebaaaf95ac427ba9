"""Versions on their strip, and the turns of the talk beside them."""

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wanderhue.ui.studio.log import Said, turns
from wanderhue.ui.studio.strings import LANGS, Lang, text
from wanderhue.ui.studio.tree import SHOWN, Place, label, places, strip


def row(number: int, parent: int | None, feedback: str = "make it night", **more: Any) -> dict[str, Any]:
    return {"id": f"v{number}", "number": number, "parent": None if parent is None else f"v{parent}",
            "feedback": feedback, "action": number, "score": 91.6, "current": False, **more}  # fmt: skip


def tree(*parents: int | None) -> list[dict[str, Any]]:
    return [row(number, parent) for number, parent in enumerate(parents, 1)]


def test_a_line_of_versions_stays_in_one_lane() -> None:
    assert list(places(tree(None, 1, 2, 3)).values()) == [Place(0, 0), Place(1, 0), Place(2, 0), Place(3, 0)]


def test_a_branch_takes_the_next_lane_and_keeps_it() -> None:
    found = places(tree(None, 1, 2, 1, 4))
    assert [found[f"v{number}"] for number in (2, 3, 4, 5)] == [Place(1, 0), Place(2, 0), Place(1, 1), Place(2, 1)]


def test_a_new_trip_begins_below_everything() -> None:
    found = places(tree(None, 1, 1, None, 4))
    assert found["v4"] == Place(0, 2)
    assert found["v5"] == Place(1, 2)


@st.composite
def forests(draw: st.DrawFn) -> list[dict[str, Any]]:
    count = draw(st.integers(1, 40))
    parents = [draw(st.none() | st.integers(1, number - 1)) if number > 1 else None for number in range(1, count + 1)]
    return tree(*parents)


@settings(max_examples=200, deadline=None)
@given(forests(), st.integers(1, 40), st.none() | st.just("") | st.integers(1, 40).map("v{}".format))
def test_any_tree_has_a_place_for_each_version_and_a_wire_to_each_parent_that_is_shown(
    rows: list[dict[str, Any]], shown: int, painting: str | None
) -> None:
    found = strip(rows, "en", shown=shown, painting=painting)
    nodes = found["nodes"]
    ids = {node["id"] for node in nodes}
    taken = [(node["column"], node["lane"]) for node in nodes]
    if painting is not None:
        taken.append((found["coming"]["column"], found["coming"]["lane"]))
    assert len(taken) == len(set(taken))
    assert found["hidden"] + len(nodes) == len(rows)
    assert len(found["wires"]) == sum(node["parent"] in ids for node in nodes) + (painting in ids)
    assert all(column < found["columns"] and lane < found["lanes"] for column, lane in taken)
    assert all(re.fullmatch(r"[MHVq\d -]+", wire) for wire in found["wires"])


def test_a_long_conversation_shows_its_last_versions() -> None:
    found = strip(tree(None, *range(1, 50)), "en")
    assert [node["number"] for node in found["nodes"]] == list(range(51 - SHOWN, 51))
    assert found["hidden"] == 50 - SHOWN
    assert found["columns"] == SHOWN


@pytest.mark.parametrize("lang", LANGS)
def test_a_step_is_named_by_the_words_or_by_what_was_clicked(lang: Lang) -> None:
    assert label("make it night", lang) == "make it night"
    for act in ("choose", "vary", "recolor", "repaint", "reshape", "rewrite", "photo", "edit", "picture"):
        assert label(act, lang) not in ("", act)


def test_a_turn_has_the_words_the_replies_and_what_came_of_them() -> None:
    said = [Said(1, "person", "a lake"), Said(1, "wanderhue", "Three ways."), Said(2, "wanderhue", "Here it is."),
            Said(3, "person", "x" * 91), Said(3, "wanderhue", "Done.")]  # fmt: skip
    versions = [row(1, None, "choose", action=2), row(2, 1, "x" * 91, action=3), row(3, 2, action=7)]
    first, second, third = turns(said, versions, "en")
    assert (first["words"], first["replies"], first["versions"]) == ("a lake", ["Three ways."], [])
    assert (second["words"], second["did"]) == ("", text("did_choose_plain", "en"))
    assert [version["line"] for version in second["versions"]] == ["92 / 100"]
    assert (third["long"], first["long"]) == (True, False)
    assert third["versions"][0]["number"] == 2


def test_turns_are_told_in_the_order_of_the_actions() -> None:
    said = [Said(9, "wanderhue", "ninth"), Said(2, "wanderhue", "second")]
    assert [turn["replies"] for turn in turns(said, [], "ko")] == [["second"], ["ninth"]]
