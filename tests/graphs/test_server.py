"""The graph on a LangGraph server: `langgraph dev` on loopback, driven through RemoteGraph and through the SDK.

The server runs the graph of langgraph.json as it is, with the offline planner and the illustrator; its detector of
blocking calls in async nodes is on.
"""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
from langgraph.pregel.remote import RemoteGraph
from langgraph.types import Command
from langgraph_sdk import get_client
from langgraph_sdk.client import LangGraphClient

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A running `langgraph dev`; gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    place = tmp_path_factory.mktemp("server")
    log = (place / "log.txt").open("w")
    env = {**os.environ, "WANDERHUE_DATA_DIR": str(place / "data"), "LANGSMITH_TRACING": "false"}
    command = [sys.executable, "-m", "langgraph_cli", "dev", "--no-browser", "--no-reload", "--host", "127.0.0.1",
               "--port", str(port), "--config", str(ROOT / "langgraph.json")]  # fmt: skip
    process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, env=env, cwd=ROOT)
    url = f"http://127.0.0.1:{port}"
    try:
        for _ in range(240):
            assert process.poll() is None, (place / "log.txt").read_text()
            try:
                urllib.request.urlopen(f"{url}/ok", timeout=1).read()
                break
            except OSError:
                time.sleep(0.25)
        else:
            pytest.fail("langgraph dev did not start:\n" + (place / "log.txt").read_text())
        yield url
    finally:
        process.terminate()
        process.wait(20)
        log.close()
    text = (place / "log.txt").read_text()
    assert "BlockingError" not in text, text


async def pause_of(client: LangGraphClient, thread: str) -> tuple[str, dict[str, Any]]:
    """The waiting pause's id and what it shows."""
    state = await client.threads.get_state(thread)
    assert state["interrupts"], state
    first = state["interrupts"][0]
    return first["id"], first["value"]


@pytest.fixture
async def client(server: str) -> AsyncIterator[LangGraphClient]:
    async with get_client(url=server) as opened:
        yield opened


async def test_a_whole_conversation_through_the_remote_graph(client: LangGraphClient) -> None:
    thread = (await client.threads.create())["thread_id"]
    graph = RemoteGraph("trip", client=client)
    config: Any = {"configurable": {"thread_id": thread}}

    await graph.ainvoke({"text": "a slow week by the sea in October"}, config)
    pause, shown = await pause_of(client, thread)
    assert shown["stage"] == "choose"
    assert len(shown["options"]) == 3

    await graph.ainvoke(Command(resume={pause: {"type": "choose", "index": 99}}), config)
    pause, shown = await pause_of(client, thread)
    assert shown["error"]["code"] == "bad_answer"

    await graph.ainvoke(Command(resume={pause: {"type": "choose", "index": 0}}), config)
    pause, shown = await pause_of(client, thread)
    assert shown["stage"] == "review"
    assert shown["image"]["palette_score"]["score"] > 80

    await graph.ainvoke(Command(resume={pause: "make it night"}), config)
    pause, shown = await pause_of(client, thread)
    assert len(shown["versions"]) == 2

    await graph.ainvoke(Command(resume={pause: {"type": "undo"}}), config)
    pause, shown = await pause_of(client, thread)
    assert shown["image"]["number"] == 1

    await graph.ainvoke(Command(resume={pause: {"type": "accept"}}), config)
    state = await client.threads.get_state(thread)
    values: Any = state["values"]
    assert values["stage"] == "done"
    assert not state["next"]


async def test_the_same_through_the_sdk_in_korean(client: LangGraphClient) -> None:
    thread = (await client.threads.create())["thread_id"]
    await client.runs.wait(thread, "trip", input={"text": "친구와 봄 소풍을 갈 만한 여행지를 추천해줘"})
    pause, shown = await pause_of(client, thread)
    assert (shown["stage"], shown["lang"]) == ("choose", "ko")
    await client.runs.wait(thread, "trip", command={"resume": {pause: {"type": "choose", "index": 1}}})
    _, shown = await pause_of(client, thread)
    assert shown["stage"] == "review"
    # a plain message while the graph waits: LangGraph starts over, and the conversation loses nothing
    await client.runs.wait(thread, "trip", input={"text": "밤으로 바꿔줘"})
    pause, shown = await pause_of(client, thread)
    assert shown["stage"] == "review"
    assert len(shown["versions"]) == 2
