"""A turn of one chat call and one picture on loopback, beside the same two calls made bare (speed.py prints it)."""

import asyncio
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from loopback import Caller, ChatPlanner, HttpPainter, serving
from rows import Row, row, timed

from wanderhue.agent.settings import Settings
from wanderhue.graphs import loop
from wanderhue.graphs.conversation import Conversation, Workshop

MANY = 32
WISHES = ("make it night", "make it sunset", "make it snow", "make it sunny")
"""Feedback that the rules read without a chat call and that always changes the brief."""


def turn_rows() -> Iterator[Row]:
    """The rows of this part."""
    with serving() as port, tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        caller, settings = Caller(port), Settings(data_dir=Path(place), daily_cap_usd=1e6)
        bare, bare_cpu = timed(lambda: _two_calls(caller), 60)
        yield row("bare calls, 1 at a time", bare, cpu=bare_cpu)
        workshop = loop.run(_workshop(settings, caller))
        samples, cpu = loop.run(_alone(workshop))
        over = (statistics.median(samples) - statistics.median(bare)) * 1000
        yield row("turn, 1 conversation", samples, cpu=cpu, note=f"**{over:.0f} ms over the bare calls**")
        nodes = loop.run(_nodes(workshop))
        for name, times in sorted(nodes.items(), key=lambda found: -statistics.median(found[1])):
            yield row(f"of it: {name}", times)
        yield _throughput(workshop, caller)
        loop.run(workshop.aclose())


async def _workshop(settings: Settings, caller: Caller) -> Workshop:
    return await Workshop.open(settings, planner=ChatPlanner(caller), painter=HttpPainter(caller))


def _two_calls(caller: Caller) -> None:
    caller.post("/chat", {"text": WISHES[0]})
    caller.post("/picture", {"prompt": "a lake"})


async def _at_review(workshop: Workshop) -> Conversation:
    conversation = await workshop.conversation(None, "local")
    await conversation.send("a lake in spring")
    view = await conversation.send({"type": "choose", "index": 0})
    assert view.image
    assert view.image["palette_score"]["score"] > 85, "the picture must not need a repair"
    return conversation


async def _talk(conversation: Conversation, rounds: int) -> list[float]:
    """Seconds of each turn."""
    samples = []
    for number in range(rounds):
        begun = time.perf_counter()
        await conversation.send(WISHES[number % len(WISHES)])
        samples.append(time.perf_counter() - begun)
    return samples


async def _alone(workshop: Workshop, rounds: int = 30) -> tuple[list[float], float]:
    conversation = await _at_review(workshop)
    await _talk(conversation, 2)
    cpu = time.process_time()
    samples = await _talk(conversation, rounds)
    return samples, (time.process_time() - cpu) / rounds


def _throughput(workshop: Workshop, caller: Caller, each: int = 5) -> Row:
    """Many conversations at once in one process, and bare calls from as many threads."""
    with ThreadPoolExecutor(MANY) as pool:
        list(pool.map(lambda _: _two_calls(caller), range(MANY)))
        begun = time.perf_counter()
        list(pool.map(lambda _: _two_calls(caller), range(MANY * each)))
        bare = MANY * each / (time.perf_counter() - begun)
    opened = loop.run(_together([_at_review(workshop) for _ in range(MANY)]))
    begun, cpu = time.perf_counter(), time.process_time()
    spoken = loop.run(_together([_talk(conversation, each) for conversation in opened]))
    samples = [seconds for times in spoken for seconds in times]
    rate = len(samples) / (time.perf_counter() - begun)
    cpu = (time.process_time() - cpu) / len(samples)
    note = f"**{rate:.0f} turns/s in one process**; bare calls: {bare:.0f}/s"
    return row(f"turn, {MANY} conversations", samples, cpu=cpu, note=note)


async def _together(works: list[Coroutine[Any, Any, Any]]) -> list[Any]:
    return await asyncio.gather(*works)


async def _nodes(workshop: Workshop, rounds: int = 10) -> dict[str, list[float]]:
    """Seconds in each node of a turn, between nodes (LangGraph's steps and checkpoints), and of the view."""
    conversation, found = await _at_review(workshop), defaultdict(list)
    for number in range(rounds):
        for name, seconds in (await _by_node(conversation, WISHES[number % len(WISHES)])).items():
            found[name].append(seconds)
    return found


async def _by_node(conversation: Conversation, words: str) -> dict[str, float]:
    graph, begun = conversation.workshop.graph, time.perf_counter()
    started: dict[str, float] = {}
    found: dict[str, float] = {}
    given = await conversation._as_input(words)
    parts: Any = graph.astream(given, conversation.config, stream_mode="tasks", version="v2")
    async for part in parts:
        task, now = part["data"], time.perf_counter()
        if "input" in task:
            started[task["id"]] = now
        elif task["id"] in started:
            found[task["name"]] = now - started[task["id"]]
    found["between nodes"] = time.perf_counter() - begun - sum(found.values())
    begun = time.perf_counter()
    await conversation.view()
    return {**found, "view": time.perf_counter() - begun}
