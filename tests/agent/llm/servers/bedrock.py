"""Amazon Bedrock's Converse and ConverseStream on loopback: signed requests in, JSON or event-stream frames out."""

import itertools
import json
import re
import struct
import zlib
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from tests.agent.llm.servers.asked import Asked, Mode, Said, failure
from tests.agent.llm.servers.wire import ChatServer, Rejected, Reply, json_reply

ROUTE = re.compile(r"^/model/([^/]+)/(converse|converse-stream)$")
SIGNED = re.compile(
    r"^AWS4-HMAC-SHA256 Credential=[^/]+/\d{8}/([a-z0-9-]+)/bedrock/aws4_request, "
    r"SignedHeaders=\S+, Signature=[0-9a-f]{64}$"
)
FIELDS = frozenset((
    "messages", "system", "inferenceConfig", "toolConfig", "guardrailConfig", "additionalModelRequestFields",
    "promptVariables", "additionalModelResponseFieldPaths", "requestMetadata", "performanceConfig", "serviceTier",
    "outputConfig",
))  # fmt: skip
NOVA_TOP = {"type", "properties", "required"}
"""Nova takes only these at the top of a tool's schema."""
FINISH = {"stop": "end_turn", "length": "max_tokens", "content_filter": "content_filtered"}
ERRORS = {
    400: ("ValidationException", "This model doesn't support {about}."),
    429: ("ThrottlingException", "Too many requests, please wait before trying again."),
    500: ("InternalServerException", "The system encountered an unexpected error during processing."),
    503: ("ServiceUnavailableException", "Bedrock is unable to process your request."),
}
BLOCKED = "Sorry, the model cannot answer this question."


class BedrockServer(ChatServer):
    """`root` is the endpoint URL. Nova knows no structured output, as in its catalogue; others do."""

    models = ("amazon.nova-2-lite-v1:0", "anthropic.claude-haiku-4-5-v1:0")
    region = "us-west-2"

    def reply(self, method: str, path: str, headers: dict[str, str], raw: bytes) -> Reply:
        match = ROUTE.match(unquote(path))
        if method != "POST" or not match:
            raise self.wrong(404, "UnknownOperationException", f"no operation at {path}")
        signed = SIGNED.match(headers.get("authorization", ""))
        if not signed or "x-amz-date" not in headers or signed[1] != self.region:
            raise self.wrong(
                403, "UnrecognizedClientException", "The security token included in the request is invalid."
            )
        if match[1] not in self.models:
            raise self.wrong(400, "ValidationException", "The provided model identifier is invalid.")
        body = json.loads(raw)
        if fault := fault_of(match[1], body):
            raise self.wrong(400, "ValidationException", fault)
        asked = asked_of(match[1], body, headers, path, stream=match[2] == "converse-stream")
        self.fail(asked)
        said = self.said(asked)
        if asked.stream:
            head = {"Content-Type": "application/vnd.amazon.eventstream"}
            return Reply(200, self._events(asked, said), head, said.cut == "connection")
        if said.cut == "stall":
            self.be_silent()
        return json_reply(self._body(asked, said), cut=said.cut == "connection")

    def wrong(self, status: int, kind: str, message: str) -> Rejected:
        self.rejected.append(message)
        return Rejected(_error(status, kind, message))

    def fail(self, asked: Asked) -> None:
        """The faults that end a request with an error."""
        status, about = failure(asked, self.faults)
        if not status:
            return
        self.asked.append(asked)
        kind, words = ERRORS[status]
        reply = _error(status, kind, words.format(about=about))
        if status == 429 and self.retry_after is not None:
            reply.headers["Retry-After"] = self.retry_after
        raise Rejected(reply)

    def _body(self, asked: Asked, said: Said) -> dict[str, Any]:
        content: list[dict[str, Any]] = [{"text": said.text}] if said.text else []
        if said.tool:
            content = [{"toolUse": {"toolUseId": "tooluse_1", "name": said.tool, "input": _json_or_text(said.text)}}]
        if said.finish == "content_filter":
            content = [{"text": BLOCKED}]
        if said.refusal:
            content = [{"text": said.refusal}]
        message = {"role": "assistant", "content": content}
        return {"output": {"message": message}, "stopReason": _stop(said), **self._metadata(asked, said)}

    def _metadata(self, asked: Asked, said: Said) -> dict[str, Any]:
        before, cached, after = self.usage(asked, said)
        usage = {"inputTokens": before - cached, "outputTokens": after, "totalTokens": before + after,
                 "cacheReadInputTokens": cached, "cacheWriteInputTokens": 0}  # fmt: skip
        return {"usage": usage, "metrics": {"latencyMs": 12}}

    def _events(self, asked: Asked, said: Said) -> Iterator[bytes]:
        yield frame("messageStart", {"role": "assistant"})
        if said.tool:
            start = {"toolUse": {"toolUseId": "tooluse_1", "name": said.tool}}
            yield frame("contentBlockStart", {"start": start, "contentBlockIndex": 0})
        spoken = said.refusal or (BLOCKED if said.finish == "content_filter" else "")
        pieces = iter([spoken]) if spoken else self.paced(said)
        for piece in pieces:
            delta = {"toolUse": {"input": piece}} if said.tool else {"text": piece}
            yield frame("contentBlockDelta", {"delta": delta, "contentBlockIndex": 0})
        if said.cut in ("connection", "clean"):
            return
        yield frame("contentBlockStop", {"contentBlockIndex": 0})
        yield frame("messageStop", {"stopReason": _stop(said)})
        yield frame("metadata", self._metadata(asked, said))


def fault_of(model: str, body: dict[str, Any]) -> str | None:
    """The first thing that Bedrock would not take."""
    if unknown := set(body) - FIELDS:
        return f"Malformed input request: extraneous key [{sorted(unknown)[0]}] is not permitted"
    roles = [message.get("role") for message in body.get("messages") or ()]
    if not roles or roles[0] != "user" or any(one == other for one, other in itertools.pairwise(roles)):
        return "A conversation must start with a user message and alternate between user and assistant roles."
    blocks = [block for message in body["messages"] for block in message["content"]] + body.get("system", [])
    if any("text" in block and not block["text"].strip() for block in blocks):
        return "The text field in the ContentBlock object is blank."
    if "outputConfig" in body and model.startswith("amazon.nova"):
        return "This model doesn't support the outputConfig field."
    return _fault_of_tools(model, body.get("toolConfig"))


def _fault_of_tools(model: str, config: dict[str, Any] | None) -> str | None:
    if config is None:
        return None
    choice = config.get("toolChoice") or {"auto": {}}
    if set(config) - {"tools", "toolChoice"} or not config.get("tools") or len(choice) != 1:
        return "toolConfig is malformed"
    names = []
    for tool in config["tools"]:
        spec = tool.get("toolSpec") or {}
        schema = (spec.get("inputSchema") or {}).get("json") or {}
        if not re.match(r"^[a-zA-Z0-9_-]{1,64}$", spec.get("name", "")) or schema.get("type") != "object":
            return f"The toolSpec {spec.get('name')!r} is invalid."
        if model.startswith("amazon.nova") and set(schema) - NOVA_TOP:
            return f"Unsupported top-level fields in inputSchema: {sorted(set(schema) - NOVA_TOP)}"
        names.append(spec["name"])
    known = set(choice) <= {"auto", "any", "tool"} and choice.get("tool", {"name": names[0]}).get("name") in names
    return None if known else "toolChoice is malformed or names an unknown tool"


def asked_of(model: str, body: dict[str, Any], headers: dict[str, str], path: str, *, stream: bool) -> Asked:
    """A request of this wire format as every format's."""
    mode: Mode = "plain"
    name, schema = "", None
    if body.get("toolConfig"):
        spec = body["toolConfig"]["tools"][0]["toolSpec"]
        mode, name, schema = "tools", spec["name"], spec["inputSchema"]["json"]
    elif body.get("outputConfig"):
        inner = body["outputConfig"]["textFormat"]["structure"]["jsonSchema"]
        mode, name, schema = "schema", inner["name"], json.loads(inner["schema"])
    messages = [("system", block.get("text", "")) for block in body.get("system", [])]
    messages += [
        (each["role"], "".join(block.get("text", "") for block in each["content"])) for each in body["messages"]
    ]
    return Asked(model, tuple(messages), mode, stream, body, headers, path, name, schema)


def frame(event: str, payload: dict[str, Any]) -> bytes:
    """One message of application/vnd.amazon.eventstream, with its two checksums."""
    body = json.dumps(payload, ensure_ascii=False).encode()
    named = {":event-type": event, ":content-type": "application/json", ":message-type": "event"}
    head = b"".join(
        struct.pack("!B", len(name)) + name.encode() + b"\x07" + struct.pack("!H", len(value)) + value.encode()
        for name, value in named.items()
    )
    prelude = struct.pack("!II", 16 + len(head) + len(body), len(head))
    message = prelude + struct.pack("!I", zlib.crc32(prelude)) + head + body
    return message + struct.pack("!I", zlib.crc32(message))


def _error(status: int, kind: str, message: str) -> Reply:
    return json_reply({"message": message}, status, {"x-amzn-ErrorType": kind})


def _stop(said: Said) -> str:
    return "tool_use" if said.tool and said.finish == "stop" else FINISH[said.finish]


def _json_or_text(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return {"raw": text}
