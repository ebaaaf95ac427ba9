"""The private key that binds sync durability still works: the checkpoint is on disk before the next node starts."""

from pathlib import Path
from typing import Any

from langgraph.checkpoint.memory import InMemorySaver
from langgraph.graph import START, StateGraph
from typing_extensions import TypedDict

from wanderhue.graphs.durability import KEY, durable


class Small(TypedDict, total=False):
    n: int


def test_a_bound_graph_saves_each_step_before_the_next_one() -> None:
    saver = InMemorySaver()
    seen: list[Any] = []

    def first(state: Small) -> Small:
        return {"n": 1}

    def second(state: Small) -> Small:
        found = saver.get_tuple({"configurable": {"thread_id": "t", "checkpoint_ns": ""}})
        seen.append(found and found.checkpoint["channel_values"].get("n"))
        return {"n": 2}

    graph = StateGraph(Small)
    graph.add_node("first", first)
    graph.add_node("second", second)
    graph.add_edge(START, "first")
    graph.add_edge("first", "second")
    durable(graph.compile(checkpointer=saver)).invoke({"n": 0}, {"configurable": {"thread_id": "t"}})
    assert seen == [1]


def test_the_key_is_the_one_that_langgraph_reads() -> None:
    from langgraph._internal import _constants

    assert KEY in vars(_constants).values()


def test_the_trip_graph_is_bound() -> None:
    from wanderhue.graphs.trip import build_graph

    assert (build_graph().config or {})["configurable"][KEY] == "sync"


def test_a_checkpoint_holds_json_primitives_only(data_dir: Path) -> None:
    from tests.graphs.plain import PlainPainter, PlainPlanner
    from wanderhue import TripSession
    from wanderhue.graphs import loop

    with TripSession.open(data_dir=data_dir, planner=PlainPlanner(), painter=PlainPainter()) as session:
        session.say("a lake")
        session.choose(0)
        values = loop.run(session._conversation._state()).values

    def check(value: object) -> None:
        assert value is None or isinstance(value, str | int | float | bool | list | dict), type(value)
        for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            check(part)

    check(values)
