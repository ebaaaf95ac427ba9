"""A type's JSON schema as providers take it: in one piece, all fields required, no keywords that some reject."""

from functools import cache
from typing import Any

from pydantic import BaseModel

_KEPT = frozenset(("type", "enum", "const", "pattern", "multipleOf", "minimum", "maximum", "exclusiveMinimum",
                   "exclusiveMaximum", "minItems", "maxItems", "description"))  # fmt: skip
_IN_WORDS = {"minLength": "at least {} characters", "maxLength": "at most {} characters"}
"""Limits that strict modes reject, said in the description; the answer is held to them afterwards."""


@cache
def strict_schema(model: type[BaseModel]) -> dict[str, Any]:
    """The schema for modes that force it: OpenAI's strict subset, in which objects are closed. Do not change it."""
    return _named(model, closed=True)


@cache
def loose_schema(model: type[BaseModel]) -> dict[str, Any]:
    """The schema for functions and for words: the same with open objects, as Bedrock's Nova wants. Do not change it."""
    return _named(model, closed=False)


def _named(model: type[BaseModel], *, closed: bool) -> dict[str, Any]:
    whole = model.model_json_schema()
    made = _tidy(whole, whole.get("$defs", {}), closed, ())
    made.pop("description", None)
    return {"title": model.__name__, **made}


def _tidy(node: dict[str, Any], parts: dict[str, Any], closed: bool, inside: tuple[str, ...]) -> dict[str, Any]:
    """One node without references. Raises ValueError for a type within itself."""
    if "$ref" in node:
        name = node["$ref"].rsplit("/", 1)[-1]
        if name in inside:
            raise ValueError(f"{name} holds itself; providers take no such schema")
        return _tidy({**parts[name], **_without(node, "$ref")}, parts, closed, (*inside, name))
    if len(node.get("allOf", ())) == 1:
        return _tidy({**node["allOf"][0], **_without(node, "allOf")}, parts, closed, inside)
    made = {key: value for key, value in node.items() if key in _KEPT}
    limits = [words.format(node[key]) for key, words in _IN_WORDS.items() if key in node]
    if limits:
        made["description"] = "; ".join(filter(None, [made.get("description"), *limits]))
    choices = node.get("anyOf") or node.get("oneOf")
    if choices:
        made["anyOf"] = [_tidy(choice, parts, closed, inside) for choice in choices]
    if "items" in node:
        made["items"] = _tidy(node["items"], parts, closed, inside)
    if node.get("type") == "object":
        fields = node.get("properties", {})
        made["properties"] = {name: _tidy(value, parts, closed, inside) for name, value in fields.items()}
        made["required"] = list(fields)
        if closed:
            made["additionalProperties"] = False
    return made


def _without(node: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in node.items() if name != key}
