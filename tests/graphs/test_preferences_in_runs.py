"""Preferences ride along with each run, over the program's settings, and may change between two turns."""

from pathlib import Path

import pytest
from langgraph.checkpoint.memory import InMemorySaver

from tests.graphs.plain import PlainPainter, PlainPlanner
from tests.graphs.test_raw_graph import config, deps
from wanderhue import TripSession, build_graph
from wanderhue.agent.errors import BadInput
from wanderhue.agent.preferences import Preferences
from wanderhue.agent.settings import Quality, Settings
from wanderhue.graphs.context import TripContext


class Sized(PlainPainter):
    """Remembers which quality was asked of it."""

    asked: str = ""

    def size(
        self, aspect: str, width: int | None, height: int | None, quality: Quality = "standard"
    ) -> tuple[int, int]:
        self.asked = quality
        return super().size(aspect, width, height, quality)


def open_with(data_dir: Path, painter: PlainPainter, preferences: Preferences, **settings: object) -> TripSession:
    return TripSession.open(
        data_dir=data_dir,
        planner=PlainPlanner(),
        painter=painter,
        settings=Settings(**settings),  # type: ignore[arg-type]
        preferences=preferences,
    )


def test_each_of_them_is_heeded(data_dir: Path) -> None:
    painter = Sized(paid=True, price=0.4)
    preferences = Preferences(language="ko", pictures=2, preview=True, aspect="1:1", quality="fine", daily_cap_usd=0.7)
    with open_with(data_dir, painter, preferences) as session:
        assert (session.view.lang, session.view.cost["daily_cap_usd"]) == ("ko", 0.7)
        session.say("a lake in spring")
        assert session.view.lang == "ko"
        view = session.choose(0)
        assert view.confirm is not None
        assert view.confirm["code"] == "over_cap", "two pictures at 0.40 are over 0.70"
        assert view.draft is not None
        assert (view.draft["n"], view.draft["aspect"]) == (2, "1:1")
        assert len(session.confirm().images) == 2
        assert painter.asked == "fine"


def test_they_may_change_between_two_turns(data_dir: Path) -> None:
    painter = Sized()
    with open_with(data_dir, painter, Preferences(), pictures=1) as session:
        session.say("a lake")
        first = session.choose(0)
        assert (len(first.versions), painter.asked) == (1, "standard")
        conversation = session._conversation
        conversation.preferences = Preferences(pictures=3, quality="draft")
        assert len(session.vary().versions) == 4
        assert painter.asked == "draft"
        conversation.preferences = Preferences(quality="fine")
        assert len(session.refine("at night").versions) == 5
        assert painter.asked == "fine"
        conversation.preferences = Preferences(preview=True)
        assert session.vary().stage == "confirm"


def test_a_setting_of_the_program_is_of_new_pictures_only(data_dir: Path) -> None:
    with open_with(data_dir, Sized(), Preferences(), quality="draft") as session:
        session.say("a lake")
        view = session.choose(0)
        assert view.image is not None
        assert view.image["brief"]["quality"] == "draft"
        thread = session.thread_id
    with TripSession.open(thread, data_dir=data_dir, planner=PlainPlanner(), painter=Sized()) as session:
        after = session.refine("at night").image
        assert after is not None
        assert after["brief"]["quality"] == "draft"


def test_another_language_is_heard_at_a_button_too(data_dir: Path) -> None:
    with open_with(data_dir, PlainPainter(), Preferences()) as session:
        assert session.say("a lake").lang == "en"
        session._conversation.preferences = Preferences(language="ko")
        view = session.choose(0)
        assert view.lang == "ko"
        assert "그림" in view.reply


def test_a_raw_graph_takes_them_from_its_config_or_its_context(data_dir: Path) -> None:
    painter = PlainPainter()
    graph = build_graph(deps(data_dir, painter), InMemorySaver())
    context = TripContext(preferences={"language": "ko", "preview": True})
    graph.invoke({"text": "a lake"}, config("a"), context=context)
    assert graph.get_state(config("a")).values["lang"] == "ko"
    own = config("a")
    own["configurable"]["preferences"] = {"preview": False, "pictures": 2}
    graph.invoke({"answer": {"type": "choose", "index": 0}}, own, context=context)
    assert graph.get_state(config("a")).values["stage"] == "review"
    assert len(painter.orders) == 2


def test_preferences_that_cannot_be_read_are_told_and_the_run_can_be_finished(data_dir: Path) -> None:
    graph = build_graph(deps(data_dir), InMemorySaver())
    wrong = config()
    wrong["configurable"]["preferences"] = {"pictures": "many"}
    with pytest.raises(BadInput, match="pictures"):
        graph.invoke({"text": "a lake"}, wrong)
    graph.invoke(None, config())
    assert graph.get_state(config()).values["stage"] == "choose"


def test_an_old_painter_that_knows_one_quality_paints_standard(data_dir: Path) -> None:
    class Old(PlainPainter):
        def size(self, aspect: str, width: int | None, height: int | None) -> tuple[int, int]:  # type: ignore[override]
            return (160, 100)

    with open_with(data_dir, Old(), Preferences()) as session:
        session.say("a lake")
        assert session.choose(0).stage == "review"
