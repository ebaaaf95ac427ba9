"""A person at the page without a browser: the page's own events over Gradio's queue, with a cookie of their own.

What comes back is the components' new values by name, as the page would show them.
"""

import json
import secrets
from collections.abc import Iterator
from types import TracebackType
from typing import Any, Self

import httpx
from gradio_client.utils import apply_diff  # type: ignore[import-untyped]

PATIENCE = 60.0


class Visitor:
    """One browser's worth of a person. `with Visitor(url) as somebody: somebody.say("a lake")`."""

    def __init__(self, url: str, *, secret: str = "", language: str = "en") -> None:
        self.url, self.thread, self.page = url, "", dict[str, str]()
        self.http = httpx.Client(base_url=url, timeout=PATIENCE, trust_env=False)
        self.http.headers["accept-language"] = language
        if secret:
            self.http.cookies.set("wanderhue", secret)
        self.http.get("/", headers={"accept": "text/html"}).raise_for_status()
        config = self.http.get("/config").raise_for_status().json()
        self._names = {one["id"]: one["props"].get("elem_id", "").removeprefix("wh-") for one in config["components"]}
        self._events = {str(one["targets"][0][1]): one for one in config["dependencies"] if one["targets"]}
        self._verbs = {one["api_name"]: one for one in config["dependencies"]}
        self._events["say"] = next(one for one in config["dependencies"] if len(one["inputs"]) == 2 and one["targets"])

    def load(self, trip: str = "") -> dict[str, str]:
        """Open the page, with a conversation; what it shows at the end."""
        return self._last(self.loads(trip))

    def loads(self, trip: str = "") -> Iterator[dict[str, str]]:
        """`load`, every change by itself."""
        self.page = {}
        return self._send("load", [trip])

    def say(self, words: str) -> dict[str, str]:
        """Words from the composer; what the page shows at the end."""
        return self._last(self.says(words))

    def says(self, words: str) -> Iterator[dict[str, str]]:
        """`say`, every change by itself."""
        return self._send("say", [words, self.thread])

    def act(self, do: str, **more: Any) -> dict[str, str]:
        """Click what says this; what the page shows at the end."""
        return self._last(self.acts(do, **more))

    def acts(self, do: str, **more: Any) -> Iterator[dict[str, str]]:
        """`act`, every change by itself."""
        return self._send("click", [self.thread], {"do": do, **more})

    def call(self, verb: str, *given: Any) -> Any:
        """What an endpoint for programs answers, or {"error": code}."""
        wanted, values = self._verbs[verb], list[Any]()
        for message in self._messages({"data": list(given), "fn_index": wanted["id"]}):
            if not message.get("success", True):
                return {"error": message["output"].get("title") or message["output"].get("error")}
            values = message["output"].get("data", values) if "output" in message else values
        return values[0]

    def get(self, path: str) -> httpx.Response:
        """Ask for a file of the page."""
        return self.http.get(f"/{path.lstrip('/')}")

    def _last(self, steps: Iterator[dict[str, str]]) -> dict[str, str]:
        for _ in steps:
            pass
        return dict(self.page)

    def _send(self, event: str, data: list[Any], said: Any = None) -> Iterator[dict[str, str]]:
        """Each change of the page as it comes."""
        wanted, values = self._events[event], list[Any]()
        asked = {"data": data, "fn_index": wanted["id"], "event_data": said, "trigger_id": wanted["targets"][0][0]}
        for message in self._messages(asked):
            if message["msg"] in ("process_generating", "process_completed"):
                assert message["success"], message["output"]
                values = _values(values, message)
                yield self._take(wanted["outputs"], values)

    def _messages(self, asked: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """What the queue says of one event until it is over."""
        session = secrets.token_hex(6)
        self.http.post("/gradio_api/queue/join", json={**asked, "session_hash": session}).raise_for_status()
        with self.http.stream("GET", "/gradio_api/queue/data", params={"session_hash": session}) as stream:
            for line in stream.iter_lines():
                if line.startswith("data:"):
                    message = json.loads(line[5:])
                    yield message
                    if message["msg"] == "process_completed":
                        return
        raise AssertionError("the stream ended before the event did")

    def _take(self, outputs: list[int], values: list[Any]) -> dict[str, str]:
        changed = {}
        for at, value in zip(outputs, values, strict=False):
            if isinstance(value, str):
                changed[self._names[at]] = value
        self.thread = changed.get("thread", self.thread)
        self.page.update(changed)
        return changed

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.http.close()


def _values(before: list[Any], message: dict[str, Any]) -> list[Any]:
    """The outputs after a message: whole the first time and at the end, as a difference in between."""
    given: list[Any] = message["output"].get("data", [])
    if message["msg"] == "process_completed" or not before:
        return given or before
    return [apply_diff(old, diff) for old, diff in zip(before, given, strict=True)]
