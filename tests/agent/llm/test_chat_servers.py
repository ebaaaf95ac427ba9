"""The fake chat servers are as strict as the real ones, through the vendors' own clients."""

import json
from collections.abc import Iterator
from typing import Any

import boto3  # type: ignore[import-untyped]
import openai
import pytest
from botocore.config import Config  # type: ignore[import-untyped]
from botocore.exceptions import ClientError  # type: ignore[import-untyped]
from urllib3.exceptions import ProtocolError

from tests.agent.llm.servers.asked import Asked, in_turn
from tests.agent.llm.servers.azure import AzureServer
from tests.agent.llm.servers.bedrock import BedrockServer
from tests.agent.llm.servers.ollama import OllamaServer
from tests.agent.llm.servers.openai import OpenAIServer

ANSWER = {"reply": "봄 소풍이요?", "options": [{"title": "Jeju"}, {"title": "Yeosu"}]}
ASK: list[Any] = [{"role": "user", "content": "a picnic in spring"}]
STRICT = {
    "type": "object",
    "properties": {"reply": {"type": "string"}},
    "required": ["reply"],
    "additionalProperties": False,
}


@pytest.fixture
def server() -> Iterator[OpenAIServer]:
    with OpenAIServer(ANSWER) as server:
        yield server


def client(server: OpenAIServer, **options: Any) -> openai.OpenAI:
    return openai.OpenAI(base_url=server.url, api_key=options.pop("key", server.key), max_retries=0, **options)


def complete(server: OpenAIServer, **body: Any) -> Any:
    with client(server) as api:
        answer = api.chat.completions.create(**{"model": "gpt-5.6-luna", "messages": ASK, **body})
        return list(answer) if body.get("stream") else answer


def form(schema: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "json_schema", "json_schema": {"name": "Trips", "schema": schema, "strict": True, **more}}


def test_plain_and_streamed_answers_are_the_same_with_usage(server: OpenAIServer) -> None:
    plain = complete(server)
    assert json.loads(plain.choices[0].message.content) == ANSWER
    assert plain.usage.prompt_tokens > 0
    chunks = complete(server, stream=True, stream_options={"include_usage": True})
    text = "".join(chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices)
    assert json.loads(text) == ANSWER
    assert chunks[-1].usage == plain.usage
    assert [asked.stream for asked in server.asked] == [False, True]


def test_functions_come_as_arguments_plain_and_in_pieces(server: OpenAIServer) -> None:
    tool = {"type": "function", "function": {"name": "trips", "parameters": STRICT, "strict": True}}
    choice = {"type": "function", "function": {"name": "trips"}}
    plain = complete(server, tools=[tool], tool_choice=choice)
    assert json.loads(plain.choices[0].message.tool_calls[0].function.arguments) == ANSWER
    server.faults.add("repeat_name", 1)
    chunks = complete(server, tools=[tool], tool_choice=choice, stream=True)
    calls = [call for chunk in chunks for call in chunk.choices[0].delta.tool_calls or ()]
    assert json.loads("".join(call.function.arguments for call in calls)) == ANSWER
    assert {call.function.name for call in calls} == {"trips"}


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"extra_body": {"color": "red"}}, "Unrecognized request argument supplied: color"),
        ({"max_tokens": 9}, "Use 'max_completion_tokens' instead"),
        ({"temperature": 0.2}, "Only the default"),
        ({"stream_options": {"include_usage": True}}, "only allowed when 'stream'"),
        ({"response_format": {"type": "json_object"}}, "must contain the word 'json'"),
        ({"response_format": {"type": "json_schema", "json_schema": {"schema": STRICT}}}, "json_schema"),
        ({"response_format": form({**STRICT, "additionalProperties": True})}, "'additionalProperties' is required"),
        ({"response_format": form({**STRICT, "required": []})}, r"Missing \['reply'\]"),
        ({"response_format": form({**STRICT, "default": {}})}, "'default' is not permitted"),
        ({"response_format": form({**STRICT, "anyOf": []})}, "anyOf"),
        ({"response_format": form({"type": "array", "items": STRICT})}, "got 'type: \"array\"'"),
        ({"tool_choice": "auto"}, "only allowed when 'tools'"),
        ({"messages": [{"role": "user", "content": None}]}, "got null"),
        ({"messages": [{"role": "person", "content": "hi"}]}, "Invalid value: 'person'"),
    ],
)
def test_what_the_real_api_rejects_is_rejected(server: OpenAIServer, body: dict[str, Any], words: str) -> None:
    with pytest.raises(openai.BadRequestError, match=words):
        complete(server, **body)
    assert len(server.rejected) == 1
    assert server.asked == []


def test_a_missing_or_wrong_key_and_an_unknown_model_are_rejected(server: OpenAIServer) -> None:
    with pytest.raises(openai.AuthenticationError, match="Incorrect API key"), client(server, key="sk-other") as api:
        api.models.list()
    with pytest.raises(openai.NotFoundError, match="does not exist"):
        complete(server, model="gpt-3")


def test_a_rate_limit_says_when_to_come_back_and_passes(server: OpenAIServer) -> None:
    server.faults.add("rate_limit", 1)
    with pytest.raises(openai.RateLimitError) as caught:
        complete(server)
    assert caught.value.response.headers["retry-after"] == "1"
    assert complete(server).choices


def test_answers_come_in_turn_and_may_depend_on_the_question() -> None:
    with OpenAIServer(in_turn("one", "two")) as server:
        assert [complete(server).choices[0].message.content for _ in range(3)] == ["one", "two", "two"]
    with OpenAIServer(lambda asked: asked.prompt) as server:
        assert "picnic" in complete(server).choices[0].message.content


def test_a_long_prompt_that_comes_again_is_counted_as_cached(server: OpenAIServer) -> None:
    long = [{"role": "system", "content": "rules " * 1000}, *ASK]
    first, second = complete(server, messages=long), complete(server, messages=long)
    assert first.usage.prompt_tokens_details.cached_tokens == 0
    assert second.usage.prompt_tokens_details.cached_tokens >= 1024


@pytest.mark.parametrize("route", ["classic", "v1"])
def test_azure_answers_on_both_routes_with_its_filters_results(route: str) -> None:
    with AzureServer(ANSWER) as server:
        api: openai.OpenAI
        if route == "classic":
            api = openai.AzureOpenAI(azure_endpoint=server.root, api_version="2024-10-21", api_key=server.key)
        else:
            api = openai.OpenAI(base_url=server.url, api_key=server.key)
        with api:
            answer: Any = api.chat.completions.create(model="trips", messages=ASK)
            chunks: list[Any] = list(api.chat.completions.create(model="trips", messages=ASK, stream=True))
        assert json.loads(answer.choices[0].message.content) == ANSWER
        assert answer.choices[0].content_filter_results["hate"]["filtered"] is False
        assert chunks[0].prompt_filter_results
        assert server.rejected == []


def test_azure_rejects_wrong_keys_versions_and_deployments_and_filters_prompts() -> None:
    with AzureServer(ANSWER) as server:

        def ask(model: str = "trips", **options: Any) -> Any:
            given = {"azure_endpoint": server.root, "api_version": "2024-10-21", "api_key": server.key, **options}
            with openai.AzureOpenAI(**given) as api:
                return api.chat.completions.create(model=model, messages=ASK)

        with pytest.raises(openai.AuthenticationError, match="Access denied"):
            ask(api_key="other")
        with pytest.raises(openai.NotFoundError, match="Resource not found"):
            ask(api_version="2020-01-01")
        with pytest.raises(openai.NotFoundError, match="deployment"):
            ask("other")
        server.faults.add("prompt_filter", 1)
        with pytest.raises(openai.BadRequestError) as caught:
            ask()
        body: Any = caught.value.body
        assert caught.value.code == "content_filter"
        assert body["innererror"]["content_filter_result"]["violence"]["filtered"]


def bedrock(server: BedrockServer, **options: Any) -> Any:
    return boto3.client(
        "bedrock-runtime",
        endpoint_url=server.root,
        region_name=options.get("region", server.region),
        aws_access_key_id="test",
        aws_secret_access_key="test",  # noqa: S106
        config=Config(retries={"max_attempts": 0}),
    )


def converse_body(**more: Any) -> dict[str, Any]:
    ask = {"role": "user", "content": [{"text": "a picnic in spring"}]}
    return {"modelId": "amazon.nova-2-lite-v1:0", "messages": [ask], **more}


def tool_config(**schema: Any) -> dict[str, Any]:
    parameters = {"type": "object", "properties": {"reply": {"type": "string"}}, **schema}
    spec = {"name": "trips", "description": "trips", "inputSchema": {"json": parameters}}
    return {"tools": [{"toolSpec": spec}], "toolChoice": {"tool": {"name": "trips"}}}


def test_bedrock_answers_plain_and_in_checked_frames() -> None:
    with BedrockServer(ANSWER) as server:
        api = bedrock(server)
        plain = api.converse(**converse_body())
        assert json.loads(plain["output"]["message"]["content"][0]["text"]) == ANSWER
        called = api.converse(**converse_body(toolConfig=tool_config()))
        assert called["output"]["message"]["content"][0]["toolUse"]["input"] == ANSWER
        assert called["stopReason"] == "tool_use"
        events = list(api.converse_stream(**converse_body(toolConfig=tool_config()))["stream"])
        parts = [
            event["contentBlockDelta"]["delta"]["toolUse"]["input"] for event in events if "contentBlockDelta" in event
        ]
        assert json.loads("".join(parts)) == ANSWER
        assert events[-1]["metadata"]["usage"]["outputTokens"] > 0
        assert server.rejected == []


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"modelId": "amazon.unknown"}, "model identifier is invalid"),
        ({"messages": [{"role": "assistant", "content": [{"text": "hi"}]}]}, "must start with a user message"),
        ({"system": [{"text": " "}]}, "blank"),
        ({"toolConfig": tool_config(additionalProperties=False)}, "Unsupported top-level fields"),
        ({"toolConfig": {**tool_config(), "toolChoice": {"tool": {"name": "x"}}}}, "toolChoice"),
    ],
)
def test_bedrock_rejects_what_it_does_not_take(body: dict[str, Any], words: str) -> None:
    with BedrockServer(ANSWER) as server, pytest.raises(ClientError, match=words):
        bedrock(server).converse(**converse_body(**body))


def test_bedrock_wants_a_signature_of_its_region_and_throttles() -> None:
    with BedrockServer(ANSWER) as server:
        with pytest.raises(ClientError, match="UnrecognizedClientException"):
            bedrock(server, region="eu-west-1").converse(**converse_body())
        server.faults.add("rate_limit", 1)
        with pytest.raises(ClientError, match="ThrottlingException"):
            bedrock(server).converse(**converse_body())
        server.faults.add("cut_stream", 1)
        with pytest.raises(ProtocolError, match="prematurely"):
            list(bedrock(server).converse_stream(**converse_body())["stream"])


def test_ollama_answers_in_lines_by_schema_and_says_what_it_lacks() -> None:
    import ollama

    with OllamaServer(ANSWER) as server:
        api = ollama.Client(host=server.root)
        parts = list(api.chat(model="qwen3:8b", messages=ASK, format=STRICT, stream=True))
        assert json.loads("".join(part.message.content or "" for part in parts)) == ANSWER
        assert parts[-1].done_reason == "stop"
        seen: Asked = server.asked[-1]
        assert (seen.mode, seen.schema) == ("schema", STRICT)
        with pytest.raises(ollama.ResponseError, match="not found"):
            api.chat(model="other", messages=ASK)
        server.faults.add("error_503", 1)
        with pytest.raises(ollama.ResponseError, match="busy"):
            api.chat(model="qwen3:8b", messages=ASK)
        api._client.close()
