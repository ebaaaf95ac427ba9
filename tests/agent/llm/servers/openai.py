"""The OpenAI chat API on loopback: plain and streamed, functions, JSON schema and JSON mode, usage and errors."""

import itertools
import json
import time
from collections.abc import Iterator
from typing import Any

from tests.agent.llm.servers.asked import Asked, Mode, Said, failure, pieces
from tests.agent.llm.servers.openai_rules import Fault, fault_of
from tests.agent.llm.servers.wire import ChatServer, Rejected, Reply, json_reply

ERRORS: dict[int, tuple[str, str, str | None]] = {
    400: (
        "This server does not support {about}.",
        "invalid_request_error",
        None,
    ),
    429: ("Rate limit reached for requests per min.", "requests", "rate_limit_exceeded"),
    500: ("The server had an error processing your request.", "server_error", None),
    503: ("Overloaded.", "server_error", None),
}
MODELS = ("gpt-5.6-luna", "gpt-5.6-terra", "gpt-4.1-mini", "local")


class OpenAIServer(ChatServer):
    """`url` is the base URL for clients; `key` the bearer that it accepts."""

    key = "sk-test-loopback"
    models: tuple[str, ...] = MODELS
    _ids = itertools.count(1)

    @property
    def url(self) -> str:
        return f"{self.root}/v1"

    def reply(self, method: str, path: str, headers: dict[str, str], raw: bytes) -> Reply:
        self.authorize(path, headers)
        if (method, path) == ("GET", "/v1/models"):
            return json_reply({"object": "list", "data": [{"id": name, "object": "model"} for name in self.models]})
        if (method, path) != ("POST", "/v1/chat/completions"):
            raise self.wrong(404, (f"Invalid URL ({method} {path})", None, None))
        return self.complete(self.read(path, headers, raw))

    def authorize(self, path: str, headers: dict[str, str]) -> None:
        given = headers.get("authorization", "")
        if given == f"Bearer {self.key}":
            return
        if not given.startswith("Bearer "):
            raise self.wrong(401, ("You didn't provide an API key.", None, None))
        shown = f"{given[7:15]}********{given[-4:]}"
        raise self.wrong(401, (f"Incorrect API key provided: {shown}.", None, "invalid_api_key"))

    def wrong(self, status: int, fault: Fault, kind: str = "invalid_request_error", **headers: str) -> Rejected:
        """The API's error body; noted in `rejected` unless a fault was asked for."""
        message, param, code = fault
        self.rejected.append(message)
        return Rejected(json_reply({"error": self.error(message, kind, param, code)}, status, headers))

    def error(self, message: str, kind: str, param: str | None, code: str | None) -> dict[str, Any]:
        return {"message": message, "type": kind, "param": param, "code": code}

    def read(self, path: str, headers: dict[str, str], raw: bytes) -> Asked:
        """The request, if the real API would take it."""
        if not headers.get("content-type", "").startswith("application/json"):
            raise self.wrong(400, ("We could not parse the JSON body of your request.", None, None))
        body = json.loads(raw)
        if fault := fault_of(body):
            raise self.wrong(400, fault)
        if body["model"] not in self.models:
            words = f"The model `{body['model']}` does not exist or you do not have access to it."
            raise self.wrong(404, (words, None, "model_not_found"))
        asked = asked_of(body, headers, path)
        self.fail(asked)
        return asked

    def fail(self, asked: Asked) -> None:
        """The faults that end a request with an error."""
        status, about = failure(asked, self.faults)
        if not status:
            return
        self.asked.append(asked)
        words, kind, code = ERRORS[status]
        head = {"Retry-After": self.retry_after} if status == 429 and self.retry_after is not None else {}
        raise Rejected(json_reply({"error": self.error(words.format(about=about), kind, None, code)}, status, head))

    def complete(self, asked: Asked) -> Reply:
        said = self.said(asked)
        if asked.stream:
            head = {"Content-Type": "text/event-stream; charset=utf-8"}
            return Reply(200, self._events(asked, said), head, said.cut == "connection")
        if said.cut == "stall":
            self.be_silent()
        content = None if said.none or said.tool or said.refusal else said.text
        message: dict[str, Any] = {"role": "assistant", "content": content, "refusal": said.refusal}
        if said.tool:
            message["tool_calls"] = [self._call(said.tool, said.text)]
        choice = {"index": 0, "message": message, "logprobs": None, "finish_reason": _finish(said)}
        body = {**self._head(asked, "chat.completion"), "choices": [self.choice(choice, said)]}
        return json_reply({**body, **self._usage(asked, said)}, cut=said.cut == "connection")

    def choice(self, choice: dict[str, Any], said: Said) -> dict[str, Any]:
        """A choice; Azure adds its filter's results."""
        return choice

    def opening(self, asked: Asked) -> Iterator[dict[str, Any]]:
        """Chunks before the first; Azure sends one."""
        return iter(())

    def _head(self, asked: Asked, kind: str) -> dict[str, Any]:
        number = next(self._ids)
        return {"id": f"chatcmpl-{number}", "object": kind, "created": int(time.time()), "model": asked.model}

    def _call(self, name: str, arguments: str) -> dict[str, Any]:
        return {"id": "call_1", "type": "function", "function": {"name": name, "arguments": arguments}}

    def _usage(self, asked: Asked, said: Said) -> dict[str, Any]:
        if self.faults.take("no_usage"):
            return {}
        before, cached, after = self.usage(asked, said)
        details = {"prompt_tokens_details": {"cached_tokens": cached}}
        total = {"prompt_tokens": before, "completion_tokens": after, "total_tokens": before + after}
        return {"usage": {**total, **details}}

    def _events(self, asked: Asked, said: Said) -> Iterator[bytes]:
        head = self._head(asked, "chat.completion.chunk")
        for chunk in self.opening(asked):
            yield _event({**head, **chunk})
        yield _event({**head, "choices": [_delta({"role": "assistant", "content": None if said.tool else ""})]})
        if said.refusal:
            for piece in pieces(said.refusal):
                yield _event({**head, "choices": [_delta({"refusal": piece})]})
        first = True
        for piece in self.paced(said):
            if not said.tool:
                yield _event({**head, "choices": [_delta({"content": piece})]})
                continue
            call: dict[str, Any] = {"index": 0, "function": {"arguments": piece}}
            if first:
                call = {"index": 0, **self._call(said.tool, piece)}
            elif said.repeat_name:
                call["function"]["name"] = said.tool
            first = False
            yield _event({**head, "choices": [_delta({"tool_calls": [call]})]})
        if said.cut in ("connection", "clean"):
            return
        yield _event({**head, "choices": [self.choice({**_delta({}), "finish_reason": _finish(said)}, said)]})
        if (asked.body.get("stream_options") or {}).get("include_usage"):
            yield _event({**head, "choices": [], **self._usage(asked, said)})
        yield b"data: [DONE]\n\n"


def asked_of(body: dict[str, Any], headers: dict[str, str], path: str) -> Asked:
    """A request of this wire format as every format's."""
    form = (body.get("response_format") or {}).get("type")
    mode: Mode = "schema" if form == "json_schema" else "json" if form == "json_object" else "plain"
    name, schema = "", None
    if mode == "schema":
        inner = body["response_format"]["json_schema"]
        name, schema = inner["name"], inner["schema"]
    elif body.get("tools"):
        function = body["tools"][0]["function"]
        mode, name, schema = "tools", function["name"], function["parameters"]
    messages = tuple((message["role"], _text(message.get("content"))) for message in body["messages"])
    return Asked(body["model"], messages, mode, bool(body.get("stream")), body, headers, path, name, schema)


def _text(content: Any) -> str:
    if isinstance(content, list):
        return "".join(part.get("text", "") for part in content)
    return content or ""


def _finish(said: Said) -> str:
    return "tool_calls" if said.tool and said.finish == "stop" else said.finish


def _delta(delta: dict[str, Any]) -> dict[str, Any]:
    return {"index": 0, "delta": delta, "logprobs": None, "finish_reason": None}


def _event(value: dict[str, Any]) -> bytes:
    return f"data: {json.dumps(value, ensure_ascii=False)}\n\n".encode()
