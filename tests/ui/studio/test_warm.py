"""A fresh studio warms what first words wait for, and nothing that could cost or fail."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.graphs.plain import PlainPainter, PlainPlanner
from wanderhue.agent.offline import OfflinePlanner
from wanderhue.agent.planner import Planner
from wanderhue.agent.settings import Settings
from wanderhue.graphs import loop
from wanderhue.graphs.conversation import Workshop
from wanderhue.ui.studio.warm import warm


@dataclass
class WarmPlanner(PlainPlanner):
    """Counts how often it was warmed; fails if it is told to."""

    warmed: int = 0
    fails: bool = False

    async def warm(self) -> None:
        self.warmed += 1
        if self.fails:
            raise ValueError("a broken index")


def warmed(planner: Planner, place: Path) -> None:
    async def work() -> None:
        workshop = await Workshop.open(Settings.load(), data_dir=place, planner=planner, painter=PlainPainter())
        try:
            await warm(workshop)
        finally:
            await workshop.aclose()

    loop.run(work())


def test_a_planner_is_asked_for_nothing_but_its_own_warming(data_dir: Path) -> None:
    plain, own = PlainPlanner(), WarmPlanner()
    warmed(plain, data_dir)
    warmed(own, data_dir)
    assert (plain.talks, own.talks, own.warmed) == ([], [], 1)


def test_what_fails_while_warming_is_told_in_the_log_alone(data_dir: Path, caplog: pytest.LogCaptureFixture) -> None:
    warmed(WarmPlanner(fails=True), data_dir)
    assert "could not be warmed" in caplog.text
    assert "a broken index" in caplog.text


def test_the_built_in_planner_has_its_catalogue_then(data_dir: Path) -> None:
    from wanderhue.agent.offline.catalogue import trips

    warmed(OfflinePlanner(), data_dir)
    assert trips.cache_info().currsize == 1
