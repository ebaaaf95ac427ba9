"""The compiled graph by itself: sync and async, resumed twice at once, and fed nonsense."""

import asyncio
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from langgraph.checkpoint.memory import InMemorySaver
from langgraph.types import Command

from tests.graphs.plain import PlainPainter, PlainPlanner
from wanderhue import build_graph
from wanderhue.agent.settings import Settings
from wanderhue.graphs.assemble import make_deps
from wanderhue.graphs.context import TripContext
from wanderhue.graphs.deps import Deps
from wanderhue.graphs.trip import TripGraph


def deps(data_dir: Path, painter: PlainPainter | None = None) -> Deps:
    settings = Settings(data_dir=data_dir, daily_cap_usd=100)
    return make_deps(
        settings, planner=PlainPlanner(), painter=painter or PlainPainter(), clock=lambda: datetime(2026, 11, 21)
    )


def config(thread: str = "t") -> Any:
    return {"configurable": {"thread_id": thread}}


def test_a_plain_invoke_walks_the_whole_conversation(data_dir: Path) -> None:
    graph = build_graph(deps(data_dir), InMemorySaver())
    graph.invoke({"text": "a lake"}, config())
    for answer in ({"type": "choose", "index": 0}, "at night", {"type": "vary"}, {"type": "goto", "version": 1}):
        pause = graph.get_state(config()).interrupts[0]
        graph.invoke(Command(resume={pause.id: answer}), config())
    state = graph.get_state(config())
    assert state.values["image"]["number"] == 1
    assert len(state.values["versions"]) == 3
    graph.invoke(Command(resume={state.interrupts[0].id: {"type": "accept"}}), config())
    assert graph.get_state(config()).next == ()


async def test_a_sync_call_inside_a_running_loop_works(data_dir: Path) -> None:
    graph = build_graph(deps(data_dir), InMemorySaver())
    graph.invoke({"text": "a lake"}, config())
    assert graph.get_state(config()).values["stage"] == "choose"
    await graph.ainvoke({"text": "another lake"}, config())
    assert len((await graph.aget_state(config())).values["messages"]) == 4


class Slow(PlainPainter):
    async def paint(self, order: Any, progress: Any) -> Any:
        await asyncio.sleep(0.2)
        return await super().paint(order, progress)


async def test_one_pause_resumed_twice_at_once_pays_once(data_dir: Path) -> None:
    painter = Slow(paid=True, price=0.1)
    graph = build_graph(deps(data_dir, painter), InMemorySaver())
    await graph.ainvoke({"text": "a lake"}, config())
    pause = (await graph.aget_state(config())).interrupts[0]
    answer: Any = Command(resume={pause.id: {"type": "choose", "index": 0}})
    await asyncio.gather(*(graph.ainvoke(answer, config()) for _ in range(2)), return_exceptions=True)
    assert len(painter.orders) == 1
    await _finish(graph)
    assert len(painter.orders) == 1


async def test_two_different_answers_at_once_keep_what_was_bought(data_dir: Path) -> None:
    painter = Slow(paid=True, price=0.1)
    live = deps(data_dir, painter)
    graph = build_graph(live, InMemorySaver())
    await graph.ainvoke({"text": "a lake"}, config())
    pause = (await graph.aget_state(config())).interrupts[0]
    first: Any = Command(resume={pause.id: {"type": "choose", "index": 0}})
    await graph.ainvoke(first, config())
    bought = [version.blob for version in live.store.versions("t", "local")]
    # the other tab still stands at the choose pause of the same moment: same action number, another request
    other = build_graph(live, InMemorySaver())
    await other.ainvoke({"text": "a lake"}, config())
    await other.ainvoke(
        Command(resume={(await other.aget_state(config())).interrupts[0].id: {"type": "choose", "index": 2}}), config()
    )
    kept = [version.blob for version in live.store.versions("t", "local")]
    assert set(bought) <= set(kept)
    assert len(painter.orders) == 2
    assert len(kept) == 2


async def _finish(graph: TripGraph) -> None:
    for _ in range(4):
        state = await graph.aget_state(config())
        if not state.next:
            return
        if not state.interrupts:
            await graph.ainvoke(None, config())
        elif state.values["stage"] == "confirm":
            await graph.ainvoke(Command(resume={state.interrupts[0].id: {"type": "back"}}), config())


@pytest.mark.parametrize(
    "payload", [None, 3, [], {}, {"type": 5}, {"type": "choose"}, {"type": "edit"}, "", {"type": "goto", "version": {}}]
)
def test_nonsense_as_a_resume_never_ends_the_run_in_an_exception(data_dir: Path, payload: Any) -> None:
    graph = build_graph(deps(data_dir), InMemorySaver())
    graph.invoke({"text": "a lake"}, config())
    pause = graph.get_state(config()).interrupts[0]
    graph.invoke(Command(resume={pause.id: payload}), config())
    state = graph.get_state(config())
    assert state.interrupts
    assert state.values["options"]


def test_empty_input_starts_with_a_question(data_dir: Path) -> None:
    graph = build_graph(deps(data_dir), InMemorySaver())
    graph.invoke({"text": ""}, config())
    shown = graph.get_state(config()).interrupts[0].value
    assert shown["stage"] == "ask"
    assert shown["reply"]


def test_the_owner_of_the_runs_context_owns_the_conversation(data_dir: Path) -> None:
    live = deps(data_dir)
    graph = build_graph(live, InMemorySaver())
    graph.invoke({"text": "a lake"}, config("theirs"), context=TripContext(owner="ann"))
    assert live.store.owned("theirs", "ann")
    assert not live.store.owned("theirs", "local")
