"""Several pictures were ordered and only some came: those are versions, whatever the person answers next."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.graphs.plain import PlainPainter, PlainPlanner
from wanderhue import TripSession
from wanderhue.agent.errors import Unavailable
from wanderhue.agent.settings import Settings
from wanderhue.graphs.view import View
from wanderhue.tools.painter import Painted, PaintOrder, Progress


class SecondFails(PlainPainter):
    """Every second picture is refused, as long as `broken` is set."""

    broken = True

    async def paint(self, order: PaintOrder, progress: Progress) -> Painted:
        if self.broken and order.variant == 1:
            self.fail = [Unavailable("down")]
        return await super().paint(order, progress)


@pytest.fixture
def painter() -> SecondFails:
    return SecondFails(paid=True, price=0.04)


@pytest.fixture
def session(data_dir: Path, painter: SecondFails) -> Iterator[TripSession]:
    settings = Settings(pictures=2)
    with TripSession.open(data_dir=data_dir, planner=PlainPlanner(), painter=painter, settings=settings) as opened:
        opened.say("a lake")
        yield opened


def test_the_one_that_came_is_a_version_before_anybody_answers(session: TripSession) -> None:
    view = session.choose(0)
    assert view.stage == "confirm"
    assert [row["number"] for row in view.versions] == [1]
    assert "down" in view.reply


def test_leaving_the_rest_shows_the_one_that_came(session: TripSession) -> None:
    session.choose(0)
    view = session.confirm(paint=False)
    assert view.stage == "review"
    assert view.image is not None
    assert (view.image["number"], len(view.versions)) == (1, 1)


def test_trying_again_paints_the_missing_one_only(session: TripSession, painter: SecondFails) -> None:
    session.choose(0)
    painter.broken = False
    ordered = len(painter.orders)
    view = session.confirm()
    assert view.stage == "review"
    assert [row["number"] for row in view.versions] == [1, 2]
    assert len(view.images) == 2
    assert len(painter.orders) == ordered + 1


@pytest.mark.parametrize(
    "answer",
    [lambda s: s.say("at night"), lambda s: s.new(), lambda s: s.confirm(paint=False)],
    ids=["words", "a new trip", "back"],
)
def test_it_is_kept_whatever_comes_next(
    session: TripSession, painter: SecondFails, answer: Callable[[TripSession], View]
) -> None:
    session.choose(0)
    painter.broken = False
    session.confirm()
    painter.broken = True
    assert session.vary().stage == "confirm"
    painter.broken = False
    answer(session)
    rows = session.view.versions
    assert [row["number"] for row in rows][:3] == [1, 2, 3]
    assert rows[2]["parent"] in {row["id"] for row in rows[:2]}
