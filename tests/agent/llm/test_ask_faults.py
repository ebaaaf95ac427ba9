"""Every way in which a server fails, through every vendor's client, whole and streamed: the right typed outcome."""

import asyncio
import time
from typing import Any

import pytest

from tests.agent.llm.clients import SERVERS, client_of, settings_of
from tests.agent.llm.servers.asked import Fault
from tests.agent.llm.servers.wire import ChatServer
from tests.agent.llm.trips import GOOD, Trips, ask_trips
from wanderhue.agent.errors import BadAnswer, PlannerError, PlannerRefused, PlannerSetup, PlannerUnavailable
from wanderhue.agent.llm.models import close_model, make_chat_model

ALL = ("openai", "bedrock", "ollama")
OPENAI = ("openai", "azure")
BY_SCHEMA = ("openai", "ollama")

PASSING: list[tuple[Fault, int, tuple[str, ...]]] = [
    # a fault that strikes once, the calls that the answer takes, and the vendors that have it
    ("error_500", 1, ALL), ("error_503", 1, ALL), ("drop", 1, ALL), ("cut_stream", 1, ALL), ("rate_limit", 1, ALL),
    ("content_none", 1, ALL), ("ignore_tool_choice", 1, ("bedrock",)), ("ignore_format", 1, BY_SCHEMA),
    ("length", 2, ALL), ("wrong_shape", 2, ALL), ("empty_arrays", 2, ALL), ("duplicates", 2, ALL),
    ("same_sentence", 2, ALL), ("broken_json", 2, BY_SCHEMA), ("fenced", 1, BY_SCHEMA), ("thinking", 1, BY_SCHEMA),
    ("repeat_name", 1, ALL), ("no_usage", 1, OPENAI),
]  # fmt: skip
LASTING: list[tuple[Fault, type[PlannerError], str, int, tuple[str, ...]]] = [
    # a fault that stays, the error, words of its sentence, the most requests until it, and the vendors that have it
    ("error_500", PlannerUnavailable, "failed", 5, ALL),
    ("error_503", PlannerUnavailable, "busy", 3, ALL),
    ("error_400", PlannerSetup, "does not take what it is asked", 6, ALL),
    ("rate_limit", PlannerUnavailable, "busy", 3, (*ALL, "azure")),
    ("cut_stream", PlannerUnavailable, "cannot be re", 3, ALL),
    ("silence", PlannerUnavailable, "in time", 0, ALL),
    ("stall", PlannerUnavailable, "in time", 1, BY_SCHEMA),
    ("content_none", BadAnswer, "empty|no JSON", 6, ALL),
    ("refusal", PlannerRefused, "other words", 2, OPENAI),
    ("refusal", BadAnswer, "no JSON", 5, ("bedrock", "ollama")),
    ("content_filter", PlannerRefused, "other words", 1, ("openai", "azure", "bedrock")),
    ("prompt_filter", PlannerRefused, "other words", 1, ("azure",)),
    ("length", BadAnswer, "too long", 2, BY_SCHEMA),
    ("broken_json", BadAnswer, "no JSON", 2, OPENAI),
    ("wrong_shape", BadAnswer, "reply: Field required", 2, ALL),
    ("empty_arrays", BadAnswer, "options: List should have at least 3", 2, ALL),
    ("duplicates", BadAnswer, "two have the same title", 2, ALL),
    ("same_sentence", BadAnswer, "hex: String should match", 2, ALL),
]


def cases(rows: list[Any]) -> list[Any]:
    return [
        pytest.param(
            vendor, *row[:-1], id=f"{vendor}-{row[0]}-{row[1] if isinstance(row[1], int) else row[1].__name__}"
        )
        for row in rows
        for vendor in row[-1]
    ]


def told(streamed: bool) -> dict[str, Any]:
    return {"tell": lambda _values: None} if streamed else {}


def failing(vendor: str, fault: Fault, times: int | None = None) -> ChatServer:
    server = SERVERS[vendor](GOOD, retry_after="0", silence_s=60)
    server.faults.add(fault, times)
    return server


@pytest.mark.parametrize("streamed", [False, True], ids=["whole", "streamed"])
@pytest.mark.parametrize(("vendor", "fault", "calls"), cases(PASSING))
async def test_a_fault_that_passes_ends_in_the_answer(vendor: str, fault: Fault, calls: int, streamed: bool) -> None:
    with failing(vendor, fault, 1) as server:
        async with client_of(server) as model:
            asked = await ask_trips(model, **told(streamed))
            assert asked.value == Trips.model_validate(GOOD)
            assert asked.calls == calls
            assert (await ask_trips(model, **told(streamed))).calls == 1
        assert server.rejected == []


@pytest.mark.parametrize("streamed", [False, True], ids=["whole", "streamed"])
@pytest.mark.parametrize(("vendor", "fault", "kind", "words", "most"), cases(LASTING))
async def test_a_fault_that_stays_ends_in_its_typed_error_and_the_server_may_recover(
    vendor: str, fault: Fault, kind: type[PlannerError], words: str, most: int, streamed: bool
) -> None:
    with failing(vendor, fault) as server:
        limit = 0.6 if fault in ("silence", "stall") else 5
        async with client_of(server) as model:
            began = time.monotonic()
            with pytest.raises(kind, match=words) as caught:
                await ask_trips(model, timeout=limit, **told(streamed))
            assert len(server.asked) <= most
            assert time.monotonic() - began < 15
            assert server.rejected == []
            if isinstance(caught.value, BadAnswer):
                assert caught.value.faults
                assert isinstance(caught.value.value, Trips) == (fault == "duplicates")
            server.faults.clear()
            assert (await ask_trips(model, **told(streamed))).value.options[2].title == "Kyoto"


@pytest.mark.parametrize("vendor", ALL)
def test_callers_without_a_loop_get_the_same(vendor: str) -> None:
    from wanderhue.graphs import loop

    async def asked(server: ChatServer, **options: Any) -> int:
        async with client_of(server) as model:
            return (await ask_trips(model, **options)).calls

    with failing(vendor, "wrong_shape", 1) as server:
        assert loop.run(asked(server)) == 2
        server.faults.add("silence")
        with pytest.raises(PlannerUnavailable, match="in time"):
            loop.run(asked(server, timeout=0.3))
    with failing(vendor, "error_400") as server, pytest.raises(PlannerSetup):
        asyncio.run(asked(server))


async def test_a_provider_that_asks_for_patience_is_not_waited_for_beyond_ten_seconds() -> None:
    with failing("openai", "rate_limit") as server:
        server.retry_after = "120"
        async with client_of(server) as model:
            with pytest.raises(PlannerUnavailable, match="in 120 s") as caught:
                await ask_trips(model)
        assert caught.value.retry_after == 120
        assert len(server.asked) == 1


async def test_a_server_that_counts_no_tokens_in_streams_is_not_asked_to() -> None:
    with failing("openai", "stream_400", 1) as server:
        async with client_of(server) as model:
            for _ in range(2):
                assert (await ask_trips(model, tell=lambda _values: None)).calls == 1
        assert ["stream_options" in asked.body for asked in server.asked] == [True, False, False]


async def test_a_server_that_takes_no_streams_is_asked_for_the_whole() -> None:
    values: list[dict[str, Any]] = []
    with failing("openai", "stream_400") as server:
        async with client_of(server) as model:
            for _ in range(2):
                assert (await ask_trips(model, tell=values.append)).calls == 1
        assert [asked.stream for asked in server.asked] == [True, True, False, False]
        assert values == [GOOD, GOOD]


async def test_blanks_without_end_after_the_answer_are_not_waited_for() -> None:
    with failing("openai", "chatter") as server:
        began = time.monotonic()
        async with client_of(server) as model:
            assert (await ask_trips(model, tell=lambda _values: None)).calls == 1
        assert time.monotonic() - began < 20


async def test_a_wrong_key_or_name_is_told_without_the_key() -> None:
    with SERVERS["openai"](GOOD) as server:
        async with client_of(server, openai_api_key="sk-another-one") as model:
            with pytest.raises(PlannerSetup, match=r"Incorrect API key provided: sk-\.\.\.") as caught:
                await ask_trips(model)
            assert "another" not in str(caught.value)
        async with client_of(server, planner="openai:gpt-9") as model:
            with pytest.raises(PlannerSetup, match="does not exist"):
                await ask_trips(model)


async def test_nobody_there_is_unavailable() -> None:
    with SERVERS["openai"](GOOD) as server:
        settings = settings_of(server)
    model = make_chat_model(settings.planner, settings)
    with pytest.raises(PlannerUnavailable, match="cannot be reached"):
        await ask_trips(model)
    await close_model(model)


async def test_cancelling_is_no_failure() -> None:
    with failing("openai", "silence") as server:
        async with client_of(server) as model:
            work = asyncio.create_task(ask_trips(model, timeout=20))
            await asyncio.sleep(0.2)
            work.cancel()
            with pytest.raises(asyncio.CancelledError):
                await work
