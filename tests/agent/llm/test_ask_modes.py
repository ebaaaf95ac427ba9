"""The four modes: which is used where, how a missing one is found and remembered, and what goes wrong in each."""

from typing import Any

import pytest
from langchain_core.language_models import FakeListChatModel
from langchain_core.messages import HumanMessage, SystemMessage

from tests.agent.llm.clients import SERVERS, client_of
from tests.agent.llm.servers.asked import Fault, Mode, in_turn
from tests.agent.llm.servers.openai import OpenAIServer
from tests.agent.llm.trips import GOOD, MESSAGES, Trips, ask_trips, option
from wanderhue.agent.errors import BadAnswer, PlannerRefused, PlannerUnavailable
from wanderhue.agent.llm.hear import Listener
from wanderhue.agent.llm.memory import MEMORY, Memory, Place, place_of

LACKING: dict[Mode, tuple[Fault, ...]] = {
    "schema": (),
    "tools": ("schema_400",),
    "json": ("schema_400", "tools_400"),
    "plain": ("schema_400", "tools_400", "json_400"),
}
"""What a server lacks that ends up in each mode."""


def lacking(mode: Mode) -> OpenAIServer:
    server = OpenAIServer(GOOD, retry_after="0")
    for fault in LACKING[mode]:
        server.faults.add(fault)
    return server


def modes(server: Any) -> list[Mode]:
    return [asked.mode for asked in server.asked]


@pytest.mark.parametrize("vendor", list(SERVERS))
@pytest.mark.parametrize("streamed", [False, True], ids=["whole", "streamed"])
async def test_every_vendor_is_asked_once_in_its_best_mode_and_rejects_nothing(vendor: str, streamed: bool) -> None:
    values: list[dict[str, Any]] = []
    with SERVERS[vendor](GOOD) as server:
        async with client_of(server) as model:
            asked = await ask_trips(model, **({"tell": values.append} if streamed else {}))
        assert asked.value == Trips.model_validate(GOOD)
        assert asked.calls == 1
        assert asked.usage.input_tokens > 0
        assert modes(server) == ["tools" if vendor == "bedrock" else "schema"]
        assert server.asked[0].stream == (streamed or vendor == "ollama")
        assert server.rejected == []
    assert values == ([] if not streamed else values)
    assert not streamed or values[-1] == GOOD


@pytest.mark.parametrize("streamed", [False, True], ids=["whole", "streamed"])
@pytest.mark.parametrize("mode", list(LACKING))
async def test_a_mode_that_a_server_lacks_is_found_once_and_no_call_of_the_turn(mode: Mode, streamed: bool) -> None:
    tell = {"tell": lambda _values: None} if streamed else {}
    with lacking(mode) as server:
        async with client_of(server) as model:
            first, second = await ask_trips(model, **tell), await ask_trips(model, **tell)
        assert (first.calls, second.calls) == (1, 1)
        assert first.value == second.value == Trips.model_validate(GOOD)
        assert modes(server) == [*[*LACKING][: len(LACKING[mode]) + 1], mode]


@pytest.mark.parametrize("streamed", [False, True], ids=["whole", "streamed"])
@pytest.mark.parametrize("mode", list(LACKING))
@pytest.mark.parametrize(
    ("fault", "calls"),
    [("broken_json", 2), ("wrong_shape", 2), ("length", 2), ("duplicates", 2), ("empty_arrays", 2),
     ("same_sentence", 2), ("cut_stream", 1), ("cut_clean", 1), ("repeat_name", 1), ("fenced", 1), ("thinking", 1),
     ("error_503", 1)],
)  # fmt: skip
async def test_in_every_mode_a_bad_answer_is_repaired_and_a_lost_one_asked_again(
    mode: Mode, fault: Fault, calls: int, streamed: bool
) -> None:
    tell = {"tell": lambda _values: None} if streamed else {}
    with lacking(mode) as server:
        async with client_of(server) as model:
            await ask_trips(model)
            server.faults.add(fault, 1)
            asked = await ask_trips(model, **tell)
        assert asked.value == Trips.model_validate(GOOD)
        assert asked.calls == calls
        assert modes(server)[-1] == mode


@pytest.mark.parametrize("mode", list(LACKING))
@pytest.mark.parametrize("streamed", [False, True], ids=["whole", "streamed"])
async def test_in_every_mode_a_refusal_is_a_refusal(mode: Mode, streamed: bool) -> None:
    tell = {"tell": lambda _values: None} if streamed else {}
    for fault in ("refusal", "content_filter"):
        with lacking(mode) as server:
            async with client_of(server) as model:
                server.faults.add(fault)
                with pytest.raises(PlannerRefused, match="other words"):
                    await ask_trips(model, **tell)


async def test_one_passing_500_demotes_nothing_and_a_lasting_one_only_for_a_while() -> None:
    now = [0.0]
    memory = Memory(kept_s=900, clock=lambda: now[0])

    async def heard(model: Any) -> None:
        await Listener(model, Trips, step="recommend", memory=memory).hear(MESSAGES)

    with OpenAIServer(GOOD) as server:
        async with client_of(server) as model:
            server.faults.add("schema_500", 1)
            await heard(model)
            assert modes(server) == ["schema", "schema"]
            assert not memory.lacks(place_of(model), "schema")
            server.asked.clear()
            server.faults.add("schema_500")
            await heard(model)
            await heard(model)
            assert modes(server) == ["schema", "schema", "tools", "tools"]
            assert memory.lacks(place_of(model), "schema")
            server.faults.clear()
            now[0] = 901.0
            await heard(model)
            assert modes(server)[-1] == "schema"


async def test_an_outage_is_not_taken_for_a_missing_mode() -> None:
    with OpenAIServer(GOOD) as server:
        server.faults.add("error_500")
        async with client_of(server) as model:
            with pytest.raises(PlannerUnavailable):
                await ask_trips(model)
            assert not any(MEMORY.lacks(place_of(model), mode) for mode in ("schema", "tools", "json", "text"))


def test_what_one_model_lacks_says_nothing_of_another() -> None:
    memory = Memory()
    memory.note(Place("http://one", "a"), "schema")
    assert memory.lacks(Place("http://one", "a"), "schema")
    assert not memory.lacks(Place("http://one", "b"), "schema")
    assert not memory.lacks(Place("http://two", "a"), "schema")
    assert not memory.lacks(Place("http://one", "a"), "tools")


async def test_a_repair_quotes_the_answer_and_its_faults_and_the_last_value_is_kept() -> None:
    twice = {**GOOD, "options": [option("Jeju")] * 3}
    with OpenAIServer(in_turn(twice, GOOD)) as server:
        async with client_of(server) as model:
            assert (await ask_trips(model)).calls == 2
        roles = [role for role, _text in server.asked[1].messages]
        assert roles == ["system", "user", "assistant", "user"]
        assert "Jeju" in server.asked[1].messages[2][1]
        assert "- options: two have the same title" in server.asked[1].messages[3][1]
        assert server.asked[1].messages[:2] == server.asked[0].messages
        server.answer = twice
        async with client_of(server) as model:
            with pytest.raises(BadAnswer) as caught:
                await ask_trips(model)
        assert caught.value.faults == ("options: two have the same title",)
        assert isinstance(caught.value.value, Trips)


async def test_one_call_may_be_all_that_is_allowed() -> None:
    with OpenAIServer({"reply": "x"}) as server:
        async with client_of(server) as model:
            with pytest.raises(BadAnswer):
                await ask_trips(model, most_calls=1)
        assert len(server.asked) == 1


async def test_the_growing_answer_is_told_while_it_is_written() -> None:
    values: list[tuple[float, int]] = []
    with OpenAIServer(GOOD, tokens_per_second=400) as server:
        async with client_of(server) as model:
            import time

            began = time.monotonic()
            tell = lambda got: values.append((time.monotonic() - began, len(got.get("options", []))))  # noqa: E731
            await ask_trips(model, tell=tell)
            whole = time.monotonic() - began
    assert [count for _when, count in values] == [0, 1, 2, 3]
    assert values[1][0] < 0.75 * whole


async def test_schemas_in_words_go_into_the_system_message_and_stay_the_same() -> None:
    with lacking("json") as server:
        async with client_of(server) as model:
            for words in ("a picnic", "a market"):
                from wanderhue.agent.llm.ask import ask

                await ask(model, Trips, [SystemMessage("You plan trips."), HumanMessage(words)], step="recommend")
        systems = {asked.messages[0] for asked in server.asked if asked.mode == "json"}
        assert len(systems) == 1
        role, text = systems.pop()
        assert role == "system"
        assert text.startswith("You plan trips.")
        assert '"required":["reply","options"]' in text


async def test_a_chat_model_without_any_mode_is_asked_in_words() -> None:
    import json

    asked = await ask_trips(FakeListChatModel(responses=[f"Sure!\n```json\n{json.dumps(GOOD)}\n```"]))
    assert asked.value == Trips.model_validate(GOOD)
    assert asked.usage.usd is None


async def test_inner_json_as_text_and_wrappers_are_read() -> None:
    import json

    for answer in ({**GOOD, "options": json.dumps(GOOD["options"])}, {"Trips": GOOD}):
        with OpenAIServer(answer) as server:
            async with client_of(server) as model:
                assert (await ask_trips(model)).calls == 1
