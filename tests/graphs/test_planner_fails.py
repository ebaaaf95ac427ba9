"""A planner that does not answer: the conversation says so, keeps the order, and goes on again or offline."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.graphs.plain import PlainPainter, PlainPlanner, option
from wanderhue import TripSession
from wanderhue.agent.errors import BadAnswer, PlannerRefused, PlannerSetup, PlannerUnavailable
from wanderhue.agent.feedback import Act, Reading
from wanderhue.agent.planner import ExpandOrder, Expansion, PartialOptions, Recommendation, Talk, TellOptions


@dataclass
class Moody(PlainPlanner):
    """A planner of somebody's model: raises what `fail` holds, one a call; counts what it costs."""

    name: str = "openai:moody"
    fail: list[Exception] = field(default_factory=list)

    async def recommend(self, talk: Talk) -> Recommendation:
        if self.fail:
            raise self.fail.pop(0)
        return await super().recommend(talk)

    async def expand(self, order: ExpandOrder) -> Expansion:
        if self.fail:
            raise self.fail.pop(0)
        return await super().expand(order)


@pytest.fixture
def planner() -> Moody:
    return Moody()


@pytest.fixture
def session(data_dir: Path, planner: Moody) -> Iterator[TripSession]:
    with TripSession.open(data_dir=data_dir, planner=planner, painter=PlainPainter()) as opened:
        yield opened


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (PlannerUnavailable("the server is down"), "planner_unavailable"),
        (PlannerRefused("not this"), "planner_refused"),
        (PlannerSetup("no key"), "planner_setup"),
        (BadAnswer("two options only"), "planner_bad_answer"),
        (ZeroDivisionError("a mistake of ours"), "planner_failed"),
    ],
)
def test_every_failure_is_said_and_the_same_words_are_tried_again(
    session: TripSession, planner: Moody, error: Exception, code: str
) -> None:
    planner.fail = [error]
    view = session.say("a lake")
    assert view.stage == "ask"
    assert view.stuck is not None
    assert (view.stuck["code"], view.actions[:2]) == (code, ["retry", "offline"])
    assert str(error) in view.reply
    view = session.answer({"type": "retry"})
    assert view.stage == "choose"
    assert view.stuck is None
    assert planner.talks[-1].text == "a lake"


def test_going_on_offline_needs_no_second_asking(session: TripSession, planner: Moody) -> None:
    planner.fail = [PlannerUnavailable("down")] * 5
    session.say("a slow week by the sea in October")
    view = session.answer({"type": "offline"})
    assert view.stage == "choose"
    assert view.options[0]["trip"], "a trip of the catalogue"
    assert session.choose(0).stage == "review"
    assert session.refine("make it night").stage == "review"
    assert len(planner.fail) == 4
    assert session.new().stage == "ask"
    planner.fail = []
    session.say("a lake")
    assert planner.talks, "a new trip asks the planner again"


def test_a_picture_that_was_asked_for_and_feedback_are_kept_too(session: TripSession, planner: Moody) -> None:
    session.say("a lake")
    planner.fail = [PlannerUnavailable("down")]
    view = session.choose(1)
    assert (view.stage, view.stuck is not None) == ("choose", True)
    view = session.answer({"type": "retry"})
    assert (view.stage, view.chosen) == ("review", 1)
    planner.fail = [PlannerUnavailable("down")]
    view = session.refine("with a very purple xylophone")
    assert view.stage == "review"
    assert view.stuck is not None
    assert len(view.versions) == 1
    view = session.answer({"type": "retry"})
    assert len(view.versions) == 2


def test_other_words_instead_forget_what_was_stuck(session: TripSession, planner: Moody) -> None:
    planner.fail = [PlannerUnavailable("down")]
    session.say("a lake")
    view = session.say("a hill")
    assert view.stuck is None
    assert "retry" not in view.actions
    view = session.answer({"type": "retry"})
    assert view.error is not None


def test_it_is_kept_over_a_restart(data_dir: Path, planner: Moody) -> None:
    planner.fail = [PlannerUnavailable("down")]
    with TripSession.open(data_dir=data_dir, planner=planner, painter=PlainPainter()) as session:
        session.say("a lake")
        thread = session.thread_id
    with TripSession.open(thread, data_dir=data_dir, planner=planner, painter=PlainPainter()) as again:
        assert again.view.stuck is not None
        assert again.answer({"type": "retry"}).stage == "choose"


@dataclass
class Reader(PlainPlanner):
    """Reads feedback as an act, or refuses."""

    reads: Expansion | None = None

    async def expand(self, order: ExpandOrder) -> Expansion:
        return self.reads if self.reads is not None and order.brief is not None else await super().expand(order)


@pytest.mark.parametrize(
    ("act", "number"),
    [(Act(kind="undo"), 1), (Act(kind="first"), 1), (Act(kind="vary"), 3), (Act(kind="option", number=2), 3)],
)
def test_a_move_that_only_the_planner_reads_is_made(data_dir: Path, act: Act, number: int) -> None:
    planner = Reader()
    with TripSession.open(data_dir=data_dir, planner=planner, painter=PlainPainter()) as session:
        session.say("a lake")
        session.choose(0)
        session.refine("somehow otherwise, like my grandmother told it")
        planner.reads = Expansion(None, "", reading=Reading(act=act))
        view = session.refine("hm, the one with the other mood, as it was told to me")
        assert view.stage == "review"
        assert view.image is not None
        assert view.image["number"] == number


@dataclass(frozen=True)
class Refusing(Expansion):
    refused: bool = True


def test_a_planner_that_refuses_leads_to_other_words(data_dir: Path) -> None:
    planner = Reader(reads=Refusing(None, "That is not for children."))
    with TripSession.open(data_dir=data_dir, planner=planner, painter=PlainPainter()) as session:
        session.say("a lake")
        session.choose(0)
        view = session.refine("somehow otherwise, like my grandmother told it")
        assert (view.stage, view.reply) == ("reword", "That is not for children.")
        assert view.refusal is not None
        assert session.answer({"type": "back"}).stage == "review"


@dataclass
class Writer(PlainPlanner):
    """Tells its options one after the other."""

    tells: bool = True

    async def recommend(self, talk: Talk, tell: TellOptions | None = None) -> Recommendation:
        if tell is not None:
            for ready in range(4):
                tell(PartialOptions("Three ways", tuple(option(number) for number in range(1, ready + 1))))
        return await super().recommend(talk)


def test_options_are_told_while_the_planner_writes(data_dir: Path) -> None:
    with TripSession.open(data_dir=data_dir, planner=Writer(), painter=PlainPainter()) as session:
        events = [event for event in session.stream("a lake") if event.options is not None]
        assert [len(event.options or []) for event in events] == [0, 1, 2, 3]
        assert events[1].text == "Three ways"
        assert events[-1].options == session.view.options
        assert "scene" not in (events[-1].options or [{}])[0]
