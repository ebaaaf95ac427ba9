"""What the fields of an evaluation row mean, as checks of a planner's answer; the test and the benchmark share them."""

import json
from pathlib import Path
from typing import Any

from wanderhue.agent.offline.catalogue import by_id
from wanderhue.agent.planner import Recommendation
from wanderhue.agent.scene import Scene
from wanderhue.agent.trips import Trip

FOLDER = Path(__file__).parent / "evaluation"
Row = dict[str, Any]


def read_requests() -> list[Row]:
    """Every row of both request files."""
    return [
        json.loads(line)
        for lang in ("en", "ko")
        for line in (FOLDER / f"requests.{lang}.jsonl").read_text(encoding="utf-8").splitlines()
    ]


def settings_of(scene: Scene) -> set[str]:
    """The names that a row may use for the scene's setting."""
    return {scene.setting, f"{scene.setting}/{scene.variant_or_default()}"}


def kinds_of(scene: Scene) -> set[str]:
    """Every kind in a scene, held, worn and ridden ones too."""
    found: set[str] = set()
    for one in scene.elements:
        found |= {one.kind, *one.holding, *one.wearing, *([one.riding] if one.riding else [])}
    return found


def wrong_with_trip(trip: Trip, scene: Scene, expect: Row) -> list[str]:
    """What a trip breaks of the row."""
    has: dict[str, set[Any]] = {
        "months": set(trip.months),
        "countries": {trip.country},
        "regions": {trip.region},
        "climate": set(trip.climate),
        "activities": set(trip.activities),
        "settings": settings_of(scene),
    }
    wrong = [f"{trip.id}: {name}" for name in has if name in expect and not has[name] & set(expect[name])]
    wrong += [f"{trip.id}: not_{name}" for name in has if has[name] & set(expect.get(f"not_{name}", []))]
    if not set(expect.get("companions", [])) <= set(trip.companions):
        wrong.append(f"{trip.id}: companions")
    wrong += [
        f"{trip.id}: {name}"
        for name in ("pace", "budget")
        if expect.get(name, getattr(trip, name)) != getattr(trip, name)
    ]
    if set(expect.get("not_trips_named", [])) & set(trip.names):
        wrong.append(f"{trip.id}: named")
    if "place" in expect and expect["place"] not in trip.names:
        wrong.append(f"{trip.id}: place")
    return wrong


def wrong_with(found: Recommendation, expect: Row) -> list[str]:
    """What an answer breaks of the row; empty when it is right."""
    kind = expect["kind"]
    if kind == "ask":
        return [] if found.kind in ("question", "reply") else [f"kind {found.kind}"]
    if kind == "picture":
        if found.scene is None:
            return [f"kind {found.kind}"]
        missing = set(expect.get("elements", [])) - kinds_of(found.scene)
        late = [f"time {found.scene.time}"] if expect.get("time", found.scene.time) != found.scene.time else []
        return [*(f"no {one}" for one in sorted(missing)), *late]
    if expect.get("none_fits"):
        return [] if found.kind == "reply" else [f"kind {found.kind}"]
    if found.kind != "options" or len(found.options) != 3:
        return [f"kind {found.kind}, {len(found.options)} options"]
    wrong = [one for option in found.options for one in wrong_with_trip(by_id()[option.trip], option.scene, expect)]
    return list(dict.fromkeys(wrong))
