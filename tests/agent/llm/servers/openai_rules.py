"""What the OpenAI chat API rejects in a request, in its words. Each function gives (message, param, code) or None."""

import re
from collections.abc import Iterator
from typing import Any

Fault = tuple[str, str | None, str | None]

FIELDS = frozenset((
    "messages", "model", "audio", "frequency_penalty", "function_call", "functions", "logit_bias", "logprobs",
    "max_completion_tokens", "max_tokens", "metadata", "modalities", "n", "parallel_tool_calls", "prediction",
    "presence_penalty", "prompt_cache_key", "prompt_cache_options", "prompt_cache_retention", "reasoning_effort",
    "response_format", "safety_identifier", "seed", "service_tier", "stop", "store", "stream", "stream_options",
    "temperature", "tool_choice", "tools", "top_logprobs", "top_p", "user", "verbosity", "web_search_options",
))  # fmt: skip
ROLES = {"developer", "system", "user", "assistant", "tool", "function"}
REASONING = re.compile(r"^(o\d|gpt-5(?!.*chat)|gpt-6)")
"""Models that want max_completion_tokens and only the default temperature."""
KEYWORDS = frozenset((
    "type", "properties", "required", "additionalProperties", "items", "enum", "const", "anyOf", "$ref", "$defs",
    "definitions", "description", "title", "pattern", "format", "multipleOf", "minimum", "maximum",
    "exclusiveMinimum", "exclusiveMaximum", "minItems", "maxItems",
))  # fmt: skip
FORMATS = {"date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid"}
NAME = re.compile(r"^[a-zA-Z0-9_-]{1,64}$")


def fault_of(body: dict[str, Any]) -> Fault | None:
    """The first thing that is wrong with a request."""
    for name in body:
        if name not in FIELDS:
            return (f"Unrecognized request argument supplied: {name}", None, None)
    for name, kind in (("model", str), ("messages", list)):
        if not isinstance(body.get(name), kind) or not body[name]:
            return (f"you must provide a {name} parameter", name, None)
    return _fault_of_messages(body["messages"]) or _fault_of_sampling(body) or _fault_of_output(body)


def _fault_of_messages(messages: list[Any]) -> Fault | None:
    for number, message in enumerate(messages):
        where = f"messages[{number}]"
        if message.get("role") not in ROLES:
            return (f"Invalid value: '{message.get('role')}'.", f"{where}.role", "invalid_value")
        content = message.get("content")
        may_be_null = message["role"] == "assistant" and (message.get("tool_calls") or message.get("refusal"))
        if content is None and not may_be_null:
            return ("Invalid value for 'content': expected a string, got null.", f"{where}.content", None)
        if isinstance(content, list) and any(part.get("type") not in ("text", "image_url") for part in content):
            return (f"Invalid value in {where}.content", f"{where}.content", "invalid_value")
    return None


def _fault_of_sampling(body: dict[str, Any]) -> Fault | None:
    model = body["model"]
    if REASONING.match(model):
        if "max_tokens" in body:
            words = "'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead."
            return (f"Unsupported parameter: {words}", "max_tokens", "unsupported_parameter")
        if body.get("temperature", 1) != 1:
            words = f"'temperature' does not support {body['temperature']} with this model."
            return (f"Unsupported value: {words} Only the default (1) value is supported.", "temperature",
                    "unsupported_value")  # fmt: skip
    if not 0 <= body.get("temperature", 1) <= 2:
        return (f"Invalid 'temperature': {body['temperature']}.", "temperature", "decimal_above_max_value")
    if "stream_options" in body and not body.get("stream"):
        words = "The 'stream_options' parameter is only allowed when 'stream' is enabled."
        return (words, "stream_options", None)
    return None


def _fault_of_output(body: dict[str, Any]) -> Fault | None:
    tools = body.get("tools") or []
    for name in ("tool_choice", "parallel_tool_calls"):
        if name in body and not tools:
            return (f"'{name}' is only allowed when 'tools' are specified.", name, None)
    choice = body.get("tool_choice")
    names = [tool.get("function", {}).get("name") for tool in tools]
    if isinstance(choice, dict) and choice.get("function", {}).get("name") not in names:
        return ("Tool choice names a function that is not in 'tools'.", "tool_choice", None)
    if isinstance(choice, str) and choice not in ("none", "auto", "required"):
        return (f"Invalid value: '{choice}'.", "tool_choice", "invalid_value")
    return _fault_of_tools(tools) or _fault_of_format(body.get("response_format"), body["messages"])


def _fault_of_tools(tools: list[dict[str, Any]]) -> Fault | None:
    for number, tool in enumerate(tools):
        function = tool.get("function") or {}
        if tool.get("type") != "function" or not NAME.match(str(function.get("name") or "")):
            return (f"Invalid 'tools[{number}].function.name'.", f"tools[{number}].function.name", "invalid_value")
        if set(function) - {"name", "description", "parameters", "strict"}:
            return (f"Unknown parameter in tools[{number}].function", f"tools[{number}].function", "unknown_parameter")
        if fault := _fault_of_schema(function["name"], function.get("parameters") or {}, bool(function.get("strict"))):
            return (f"Invalid schema for function {fault}", f"tools[{number}].function.parameters",
                    "invalid_function_parameters")  # fmt: skip
    return None


def _fault_of_format(form: Any, messages: list[Any]) -> Fault | None:
    if form is None or form == {"type": "text"}:
        return None
    if form == {"type": "json_object"}:
        if "json" in str(messages).lower():
            return None
        words = "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'."
        return (words, "messages", None)
    inner = form.get("json_schema") if isinstance(form, dict) and form.get("type") == "json_schema" else None
    if (
        not isinstance(inner, dict)
        or len(form) > 2
        or set(inner) - {"name", "description", "schema", "strict"}
        or not NAME.match(str(inner.get("name") or ""))
    ):
        return ("Missing or unknown parameter in 'response_format.json_schema'.", "response_format", None)
    if fault := _fault_of_schema(inner["name"], inner.get("schema") or {}, bool(inner.get("strict"))):
        return (f"Invalid schema for response_format {fault}", "response_format", None)
    return None


def _fault_of_schema(name: str, schema: dict[str, Any], strict: bool) -> str | None:
    if schema.get("type") != "object":
        return f"'{name}': schema must be a JSON Schema of 'type: \"object\"', got 'type: \"{schema.get('type')}\"'."
    if not strict:
        return None
    if "anyOf" in schema:
        return f"'{name}': schema must not have 'anyOf' at the top level."
    fault = next(_strict_faults(schema, (), 0), None)
    return None if fault is None else f"'{name}': {fault}"


def _strict_faults(schema: Any, path: tuple[str, ...], depth: int) -> Iterator[str]:
    where = f"In context={path}"
    if depth > 10:
        yield f"{where}, exceeds the limit of 10 levels of nesting."
        return
    for word in schema:
        if word not in KEYWORDS:
            yield f"{where}, '{word}' is not permitted."
    if "$ref" in schema and len(schema) > 1:
        yield f"{where}, $ref cannot have keywords {sorted(set(schema) - {'$ref'})}."
    if not {"type", "anyOf", "$ref", "enum", "const"} & set(schema):
        yield f"{where}, schema must have a 'type' key."
    if schema.get("format", "date") not in FORMATS:
        yield f"{where}, '{schema['format']}' is not a valid format."
    if schema.get("type") == "object":
        yield from _object_faults(schema, where)
    if schema.get("type") == "array" and "items" not in schema:
        yield f"{where}, array schema missing items."
    for key, inner in schema.get("properties", {}).items():
        yield from _strict_faults(inner, (*path, "properties", key), depth + 1)
    for key, inner in schema.get("$defs", {}).items():
        yield from _strict_faults(inner, (*path, "$defs", key), depth)
    for number, inner in enumerate(schema.get("anyOf", ())):
        yield from _strict_faults(inner, (*path, "anyOf", str(number)), depth)
    if "items" in schema:
        yield from _strict_faults(schema["items"], (*path, "items"), depth)


def _object_faults(schema: dict[str, Any], where: str) -> Iterator[str]:
    if schema.get("additionalProperties") is not False:
        yield f"{where}, 'additionalProperties' is required to be supplied and to be false."
    missing = set(schema.get("properties", {})) - set(schema.get("required", ()))
    if missing or set(schema.get("required", ())) - set(schema.get("properties", {})):
        words = "'required' is required to be supplied and to be an array including every key in properties."
        yield f"{where}, {words} Missing {sorted(missing)}."
