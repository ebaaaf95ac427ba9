"""Ollama's /api/chat on loopback: newline-delimited JSON, `format` as "json" or a schema, functions, and its errors."""

import json
from collections.abc import Iterator
from typing import Any

from tests.agent.llm.servers.asked import Asked, Mode, Said, failure
from tests.agent.llm.servers.wire import ChatServer, Rejected, Reply, json_reply

ERRORS = {
    400: "this model does not support tools",
    429: "too many requests",
    500: "llama runner process has terminated",
    503: "server busy, please try again. maximum pending requests exceeded",
}


class OllamaServer(ChatServer):
    """`root` is the host. Like the real one it ignores fields that it does not know, and forces no function."""

    models = ("qwen3:8b",)

    def reply(self, method: str, path: str, headers: dict[str, str], raw: bytes) -> Reply:
        if (method, path) == ("GET", "/api/tags"):
            return json_reply({"models": [{"name": name, "model": name} for name in self.models]})
        if (method, path) != ("POST", "/api/chat"):
            raise self.wrong(404, "404 page not found")
        body = json.loads(raw)
        if body.get("model") not in self.models:
            raise self.wrong(404, f"model '{body.get('model')}' not found")
        form = body.get("format")
        if form not in (None, "", "json") and not (isinstance(form, dict) and form.get("type") == "object"):
            raise self.wrong(400, f'invalid format: {form!r}; expected "json" or a JSON schema')
        if any(message.get("role") not in ("system", "user", "assistant", "tool") for message in body["messages"]):
            raise self.wrong(400, "invalid role")
        asked = asked_of(body, headers, path)
        self.fail(asked)
        said = self.said(asked)
        if said.refusal or said.none:
            said = Said(said.refusal or "", finish="stop")
        if not asked.stream:
            return json_reply(self._last(asked, said, self._message(said, said.text)), cut=said.cut == "connection")
        return Reply(200, self._lines(asked, said), {"Content-Type": "application/x-ndjson"}, said.cut == "connection")

    def wrong(self, status: int, message: str) -> Rejected:
        self.rejected.append(message)
        return Rejected(json_reply({"error": message}, status))

    def fail(self, asked: Asked) -> None:
        """The faults that end a request with an error."""
        status, _about = failure(asked, self.faults)
        if status:
            self.asked.append(asked)
            raise Rejected(json_reply({"error": ERRORS[status]}, status))

    def _message(self, said: Said, piece: str) -> dict[str, Any]:
        if not said.tool:
            return {"role": "assistant", "content": piece}
        try:
            arguments = json.loads(piece)
        except ValueError:  # the real one then gives what the model wrote, as text
            return {"role": "assistant", "content": piece}
        return {
            "role": "assistant",
            "content": "",
            "tool_calls": [{"function": {"name": said.tool, "arguments": arguments}}],
        }

    def _lines(self, asked: Asked, said: Said) -> Iterator[bytes]:
        head = {"model": asked.model, "created_at": "2026-01-01T00:00:00Z"}
        pieces = list(self.paced(said)) if said.tool else self.paced(said)
        for piece in ["".join(pieces)] if said.tool else pieces:
            yield _line({**head, "message": self._message(said, piece), "done": False})
        if said.cut in ("connection", "clean"):
            return
        yield _line(self._last(asked, said, {"role": "assistant", "content": ""}))

    def _last(self, asked: Asked, said: Said, message: dict[str, Any]) -> dict[str, Any]:
        before, _cached, after = self.usage(asked, said)
        counts = {"prompt_eval_count": before, "eval_count": after, "total_duration": 10**9, "eval_duration": 10**9}
        reason = "length" if said.finish == "length" else "stop"
        head = {"model": asked.model, "created_at": "2026-01-01T00:00:00Z", "message": message}
        return {**head, "done": True, "done_reason": reason, **counts}


def asked_of(body: dict[str, Any], headers: dict[str, str], path: str) -> Asked:
    """A request of this wire format as every format's."""
    form = body.get("format")
    mode: Mode = "schema" if isinstance(form, dict) else "json" if form == "json" else "plain"
    name, schema = "", form if isinstance(form, dict) else None
    if body.get("tools"):
        function = body["tools"][0]["function"]
        mode, name, schema = "tools", function["name"], function["parameters"]
    messages = tuple((message["role"], message.get("content") or "") for message in body["messages"])
    return Asked(body["model"], messages, mode, body.get("stream", True), body, headers, path, name, schema)


def _line(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode() + b"\n"
