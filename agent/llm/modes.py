"""The four ways to ask for an object, and the one way in which all of their answers are heard.

schema: the provider's own JSON schema mode. tools: a function that must be called. json: JSON mode. text: in words.
Each is the chat model's own `with_structured_output`, of which only the bound model is used: its parsers give None for
broken arguments, validate nothing with a plain schema, and raise in the middle of a stream.
"""

import inspect
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage, SystemMessage
from langchain_core.runnables import Runnable, RunnableBinding, RunnableSequence
from pydantic import BaseModel

from wanderhue.agent.llm.strict import loose_schema, strict_schema

Mode = Literal["schema", "tools", "json", "text"]

_METHODS: dict[Mode, str] = {"schema": "json_schema", "tools": "function_calling", "json": "json_mode"}
_ORDER: dict[str, tuple[Mode, ...]] = {
    "": ("schema", "tools", "json", "text"),
    "amazon_bedrock_converse_chat": ("tools", "schema", "text"),
}
"""By LangChain's type of the model. Bedrock: of its models, more call functions than take schemas."""
_PROFILE: dict[str, Mode] = {"structured_output": "schema", "tool_calling": "tools"}
_STRICT = ("openai-chat", "azure-openai-chat")
"""Types whose schema mode holds the model to the schema only when told `strict`."""
_IN_WORDS = (
    "Answer with one JSON object and nothing else: no words before or after it, no Markdown.\n"
    "The JSON object must match this JSON Schema:\n"
)


def modes_of(model: BaseChatModel) -> tuple[Mode, ...]:
    """The modes to try for this model, the best first, without those that its profile says it lacks."""
    profile: Any = model.profile or {}
    lacks = {mode for name, mode in _PROFILE.items() if profile.get(name) is False}
    return tuple(mode for mode in _ORDER.get(model._llm_type, _ORDER[""]) if mode not in lacks)


def bound(model: BaseChatModel, schema: type[BaseModel], mode: Mode) -> Runnable[Any, BaseMessage] | None:
    """The model set to answer in this mode with messages as they come; None when its package has no such mode."""
    if mode == "text":
        return model
    given: dict[str, Any] = {"method": _METHODS[mode]}
    if mode == "schema" and model._llm_type in _STRICT:
        given["strict"] = True
    if "method" not in inspect.signature(model.with_structured_output).parameters and mode != "tools":
        return None  # a package with functions only, LangChain's default
    asked = strict_schema(schema) if mode == "schema" else loose_schema(schema)
    try:
        made = model.with_structured_output(asked, **given)
    except (NotImplementedError, ValueError, TypeError):
        return None
    return _past_parsers(model, made.first) if isinstance(made, RunnableSequence) else None


def _past_parsers(model: BaseChatModel, first: Runnable[Any, Any]) -> Runnable[Any, BaseMessage]:
    """The bound model. OpenAI's is given the format as a field of the body: its package would else parse each piece
    itself, at twice the time, load a second's worth of modules, and raise in the middle."""
    if (
        not isinstance(first, RunnableBinding)
        or model._llm_type not in _STRICT
        or "response_format" not in first.kwargs
    ):
        return first
    if getattr(model, "use_responses_api", None):
        return first
    more = {key: value for key, value in first.kwargs.items() if key != "response_format"}
    body = {**(getattr(model, "extra_body", None) or {}), "response_format": first.kwargs["response_format"]}
    return model.bind(**more, extra_body=body)


def messages_for(mode: Mode, schema: type[BaseModel], messages: Sequence[BaseMessage]) -> list[BaseMessage]:
    """The messages, with the schema in words where nothing else carries it: in the system message, for the caches."""
    if mode in ("schema", "tools"):
        return list(messages)
    words = _IN_WORDS + json.dumps(loose_schema(schema), ensure_ascii=False, separators=(",", ":"))
    if messages and isinstance(messages[0], SystemMessage) and isinstance(messages[0].content, str):
        return [SystemMessage(f"{messages[0].content}\n\n{words}"), *messages[1:]]
    return [SystemMessage(words), *messages]


@dataclass(slots=True)
class Heard:
    """An answer, whole or growing: the JSON as text, wherever the provider put it, and how it ended."""

    text: str = ""
    arguments: str = ""
    """Of the first function that was called."""
    refusal: str = ""
    finish: str = ""
    usage: list[Any] = field(default_factory=list)
    model: str = ""
    provider: str = ""
    _call: Any = None

    @property
    def json(self) -> str:
        """Where the object should be."""
        return self.arguments or self.text

    @property
    def cut(self) -> bool:
        """Whether the provider says that it ran out of room."""
        return self.finish in ("length", "max_tokens", "incomplete", "model_context_window_exceeded")

    @property
    def refused(self) -> bool:
        """Whether the model refused, or a filter took the answer away."""
        filters = ("content_filter", "content_filtered", "guardrail_intervened", "safety", "blocklist", "refusal",
                   "prohibited_content", "spii")  # fmt: skip
        return bool(self.refusal) or self.finish in filters

    def add(self, message: BaseMessage) -> str:
        """Take a message or the next piece of one; what it adds to `json`."""
        text, arguments = str(message.text), self._arguments(message)
        self.text += text
        self.arguments += arguments
        self.refusal += _refusal(message)
        told = message.response_metadata
        for name in ("finish_reason", "stopReason", "stop_reason", "done_reason"):
            if isinstance(told.get(name), str):
                self.finish = told[name].lower()
        if told.get("status") == "incomplete":
            self.finish = "incomplete"
        self.model = str(told.get("model_name") or self.model)
        self.provider = str(told.get("model_provider") or self.provider)
        if isinstance(message, AIMessage) and message.usage_metadata:
            self.usage.append(message.usage_metadata)
        return arguments if self.arguments else text

    def _arguments(self, message: BaseMessage) -> str:
        """The arguments of the first call. Names are not looked at: some servers repeat them in every piece."""
        if isinstance(message, AIMessageChunk):
            found = ""
            for piece in message.tool_call_chunks:
                self._call = self._call if self._call is not None else (piece.get("index"),)
                found += (piece.get("args") or "") if self._call == (piece.get("index"),) else ""
            return found
        if not isinstance(message, AIMessage):
            return ""
        calls: Iterable[Any] = [*message.tool_calls, *message.invalid_tool_calls]
        arguments = next((call["args"] for call in calls if call["args"]), "")
        return arguments if isinstance(arguments, str) else json.dumps(arguments, ensure_ascii=False)


def _refusal(message: BaseMessage) -> str:
    said = message.additional_kwargs.get("refusal")
    if isinstance(said, str):
        return said
    blocks = message.content if isinstance(message.content, list) else []
    found = (block.get("refusal") for block in blocks if isinstance(block, dict) and block.get("type") == "refusal")
    return next((words for words in found if isinstance(words, str)), "")
