"""The offline catalogue: every trip of the data files, read once and checked by its type.

Read it in a worker thread: the first call opens files. What the trips are worth for a request is `rank.py`.
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from wanderhue.agent.trips import Trip


@cache
def trips() -> tuple[Trip, ...]:
    """Every trip, files and rows in a fixed order."""
    found: list[Trip] = []
    folder = files("wanderhue.agent.data")
    for name in sorted(entry.name for entry in folder.iterdir() if entry.name.startswith("trips_")):
        if name.endswith(".json"):
            rows = json.loads(folder.joinpath(name).read_text(encoding="utf-8"))
            found += [Trip.model_validate(row) for row in (rows["trips"] if isinstance(rows, dict) else rows)]
    return tuple(found)


@cache
def by_id() -> Mapping[str, Trip]:
    """The trips by their ids."""
    return MappingProxyType({trip.id: trip for trip in trips()})
