"""Sessions over the plain planner and painter."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.graphs.plain import PlainPainter, PlainPlanner
from wanderhue import TripSession


@pytest.fixture
def painter() -> PlainPainter:
    return PlainPainter()


@pytest.fixture
def planner() -> PlainPlanner:
    return PlainPlanner()


@pytest.fixture
def session(data_dir: Path, planner: PlainPlanner, painter: PlainPainter) -> Iterator[TripSession]:
    with TripSession.open(data_dir=data_dir, planner=planner, painter=painter) as opened:
        yield opened
