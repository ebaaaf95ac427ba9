"""Schemas that providers take, what calls cost, and what exceptions mean."""

import json
from datetime import date
from typing import Any, Literal

import openai
import pytest
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage, ToolCallChunk
from pydantic import BaseModel, Field

from tests.agent.llm.servers.openai_rules import fault_of
from wanderhue.agent.llm.failures import Kind, failure_of
from wanderhue.agent.llm.modes import Heard
from wanderhue.agent.llm.strict import loose_schema, strict_schema
from wanderhue.agent.llm.usage import Usage, price_of, prices, usage_of


class Inner(BaseModel):
    kind: Literal["a", "b"] = "a"
    text: str = Field("", max_length=40, description="the words")


class Outer(BaseModel):
    """Not for the model."""

    one: Inner = Field(Inner(text=""), description="the first")
    many: list[Inner] = Field(default=[], min_length=1)
    maybe: Inner | None = None
    number: float = Field(0, ge=0, le=1)


class Endless(BaseModel):
    inside: list["Endless"] = []


def test_a_strict_schema_passes_openais_rules_and_keeps_what_they_allow() -> None:
    schema = strict_schema(Outer)
    unnamed = {key: value for key, value in schema.items() if key != "title"}  # LangChain makes it the name
    form = {"type": "json_schema", "json_schema": {"name": "Outer", "schema": unnamed, "strict": True}}
    body = {"model": "local", "messages": [{"role": "user", "content": "x"}], "response_format": form}
    assert fault_of(body) is None
    assert schema["required"] == ["one", "many", "maybe", "number"]
    inner = schema["properties"]["one"]
    assert inner["description"] == "the first"
    assert inner["properties"]["text"]["description"] == "the words; at most 40 characters"
    assert inner["properties"]["kind"]["enum"] == ["a", "b"]
    assert schema["properties"]["many"]["minItems"] == 1
    assert "$ref" not in json.dumps(schema)


def test_a_loose_schema_has_nothing_at_the_top_that_nova_rejects() -> None:
    assert set(loose_schema(Outer)) == {"title", "type", "properties", "required"}
    assert "additionalProperties" not in json.dumps(loose_schema(Outer))


def test_a_type_within_itself_is_refused_at_once() -> None:
    with pytest.raises(ValueError, match="Endless holds itself"):
        strict_schema(Endless)


def test_calls_are_priced_by_the_longest_name_and_cached_tokens_told() -> None:
    counted = {"input_tokens": 1_000_000, "output_tokens": 100_000, "input_token_details": {"cache_read": 600_000}}
    usage = usage_of(counted, "gpt-5.6-luna-2026-07-09")
    assert usage == Usage(1_000_000, 100_000, 600_000, 0.32)
    assert usage + usage == Usage(2_000_000, 200_000, 1_200_000, 0.64)
    assert usage_of(counted, "qwen3:8b", free=True).usd == 0
    assert usage_of(counted, "somebody's").usd is None
    assert (usage + usage_of(None, "gpt-5.6-luna")).usd is None


@pytest.mark.parametrize("name", ["us.amazon.nova-2-lite-v1:0", "models/gemini-3.8-flash", "GPT-5.6-terra"])
def test_names_with_regions_paths_and_dates_have_their_price(name: str) -> None:
    assert price_of(name) is not None


def test_every_price_has_a_source_and_a_date() -> None:
    assert len({price.name for price in prices()}) == len(prices())
    for price in prices():
        assert price.source
        assert date.fromisoformat(price.read) > date(2026, 1, 1)


class Answered:
    """A response as the packages of openai give it to their errors."""

    def __init__(self, status: int, **headers: str) -> None:
        self.status_code, self.headers, self.request = status, headers, None


def status(code: int, body: Any = None, **headers: str) -> openai.APIStatusError:
    return openai.APIStatusError("said", response=Answered(code, **headers), body=body)  # type: ignore[arg-type]


def aws(code: str, number: int) -> Exception:
    from botocore.exceptions import ClientError  # type: ignore[import-untyped]

    told = {"Error": {"Code": code, "Message": "m"}, "ResponseMetadata": {"HTTPStatusCode": number}}
    return ClientError(told, "Converse")  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (status(429), "busy"), (status(503), "busy"), (status(529), "busy"), (status(500), "server"),
        (status(400), "request"), (status(422), "request"), (status(401), "setup"), (status(404), "setup"),
        (status(429, {"code": "insufficient_quota"}), "setup"),
        (status(400, {"code": "content_filter", "innererror": {"code": "ResponsibleAIPolicyViolation"}}), "refused"),
        (status(400, {"inner_error": {"code": "ResponsibleAIPolicyViolation"}}), "refused"),
        (aws("ThrottlingException", 400), "busy"), (aws("ValidationException", 400), "request"),
        (aws("AccessDeniedException", 403), "setup"), (aws("InternalServerException", 500), "server"),
        (TimeoutError(), "silent"), (ConnectionResetError(), "lost"), (OSError("no route"), "lost"),
        (ValueError("Azure has not provided the response due to a content filter being triggered"), "refused"),
        (ValueError("Expecting value"), "garbled"), (KeyError("choices"), "garbled"),
    ],
)  # fmt: skip
def test_exceptions_are_told_apart_by_types_statuses_and_codes(error: Exception, kind: Kind) -> None:
    assert failure_of(error).kind == kind


def test_an_error_within_another_counts_and_how_long_to_wait_is_read() -> None:
    outer = RuntimeError("wrapped")
    outer.__cause__ = status(429, **{"retry-after": "7"})
    assert failure_of(outer).kind == "busy"
    assert failure_of(outer).retry_after == 7
    assert failure_of(status(429, **{"retry-after-ms": "1500"})).retry_after == 1.5
    past = failure_of(status(429, **{"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}))
    assert past.retry_after == 0
    assert failure_of(status(429, **{"retry-after": "soon"})).retry_after is None


def test_no_key_is_ever_told() -> None:
    said = "Incorrect API key provided: sk-proj-abcdef. You sent Bearer eyJhbGciOi and AKIAIOSFODNN7EXAMPLE"
    words = str(failure_of(ValueError(said)).to_error("model"))
    assert not any(secret in words for secret in ("abcdef", "eyJ", "IOSFODNN"))


def heard(*messages: BaseMessage) -> Heard:
    found = Heard()
    for message in messages:
        found.add(message)
    return found


def test_only_the_first_call_is_heard_and_broken_arguments_as_they_are() -> None:
    def piece(index: int, args: str, name: str | None = "trips") -> AIMessageChunk:
        chunk = ToolCallChunk(name=name, args=args, id=None, index=index)
        return AIMessageChunk(content="", tool_call_chunks=[chunk])

    assert heard(piece(0, '{"a"'), piece(0, ":1}"), piece(1, '{"b":2}')).json == '{"a":1}'
    broken = {"name": "trips", "args": '{"a":', "id": "1", "error": "x", "type": "invalid_tool_call"}
    assert heard(AIMessage("", invalid_tool_calls=[broken])).json == '{"a":'


@pytest.mark.parametrize(
    ("told", "cut", "refused"),
    [({"finish_reason": "length"}, True, False), ({"stopReason": "max_tokens"}, True, False),
     ({"done_reason": "length"}, True, False), ({"status": "incomplete"}, True, False),
     ({"finish_reason": "content_filter"}, False, True), ({"stopReason": "guardrail_intervened"}, False, True),
     ({"finish_reason": "SAFETY"}, False, True), ({"finish_reason": "stop"}, False, False)],
)  # fmt: skip
def test_every_vendors_way_to_end_is_understood(told: dict[str, Any], cut: bool, refused: bool) -> None:
    found = heard(AIMessage("", response_metadata=told))
    assert (found.cut, found.refused) == (cut, refused)


def test_refusals_are_heard_as_fields_and_as_blocks() -> None:
    assert heard(AIMessage("", additional_kwargs={"refusal": "no"})).refused
    assert heard(AIMessage([{"type": "refusal", "refusal": "no"}])).refusal == "no"
