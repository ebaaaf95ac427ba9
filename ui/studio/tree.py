"""The tree of versions as places on a strip: a column for each step from the root, a lane for each branch."""

from typing import Any, NamedTuple

from wanderhue.ui.studio.strings import Lang, text

SHOWN = 16
"""Versions that the strip holds; earlier ones come on demand, so that a long conversation stays light."""
WIDTH, HEIGHT = 232, 64


class Place(NamedTuple):
    """Where a version stands."""

    column: int
    lane: int


def places(rows: list[dict[str, Any]]) -> dict[str, Place]:
    """{id: place} for versions in order. A first child goes on in its parent's lane, later ones open a new one."""
    placed: dict[str, Place] = {}
    taken: set[Place] = set()
    for row in rows:
        parent = placed.get(row["parent"] or "")
        column = parent.column + 1 if parent else 0
        lane = parent.lane if parent else 0
        while Place(column, lane) in taken or (parent is None and lane in {place.lane for place in taken}):
            lane += 1
        placed[row["id"]] = Place(column, lane)
        taken.add(placed[row["id"]])
    return placed


def strip(rows: list[dict[str, Any]], lang: Lang, *, shown: int = SHOWN, painting: str | None = None) -> dict[str, Any]:
    """What the strip's template shows: nodes, wires and how many earlier versions are hidden.

    `painting` is the id of the version that the coming picture is made from ('' for none), or None.
    """
    window = rows[-shown:]
    coming = {"id": "coming", "parent": painting}
    placed = places([*window, coming] if painting is not None else window)
    ids = {row["id"]: row for row in window}
    nodes = [{**row, **placed[row["id"]]._asdict(), "label": label(row["feedback"], lang)} for row in window]
    return {
        "nodes": nodes,
        "columns": max((place.column for place in placed.values()), default=0) + 1,
        "lanes": max((place.lane for place in placed.values()), default=0) + 1,
        "wires": [
            _wire(placed[row["parent"]], placed[row["id"]])
            for row in [*window, *([coming] if painting is not None else [])]
            if row["parent"] in ids
        ],
        "coming": placed["coming"]._asdict() if painting is not None else None,
        "hidden": len(rows) - len(window),
        "shown": len(window),
    }


def label(feedback: str, lang: Lang) -> str:
    """What was asked at a step: the person's words, or the name of the action."""
    known = {"choose", "vary", "recolor", "repaint", "reshape", "rewrite", "photo", "edit", "picture"}
    key = "choose_plain" if feedback == "choose" else feedback
    return text(f"did_{key}", lang) if feedback in known else feedback


def _wire(start: Place, end: Place) -> str:
    """A path from a parent's caption to a child's picture, with a rounded step between lanes."""
    x1, y1 = start.column * WIDTH + WIDTH - 14, start.lane * HEIGHT + HEIGHT // 2
    x2, y2 = end.column * WIDTH, end.lane * HEIGHT + HEIGHT // 2
    if y1 == y2:
        return f"M{x1 - 68} {y1}H{x2 - 6}"
    middle, bend = x2 - 18, 8 if y2 > y1 else -8
    return f"M{x1 - 68} {y1}H{middle - 8}q8 0 8 {bend}V{y2 - bend}q0 {bend} 8 {bend}H{x2 - 6}"
