"""What a fake chat server was asked, what it answers, and the ways in which it can be told to fail."""

import json
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

Mode = Literal["schema", "tools", "json", "plain"]
Answer = dict[str, Any] | list[Any] | str | None

Fault = Literal[
    "schema_500", "schema_400", "tools_500", "tools_400", "json_400", "stream_400",  # a feature that it does not have
    "error_400", "error_500", "error_503", "rate_limit", "drop", "silence",          # no answer at all
    "ignore_tool_choice", "ignore_format", "content_none", "refusal", "length", "content_filter", "prompt_filter",
    "repeat_name", "cut_stream", "cut_clean", "stall", "no_usage",                   # how the answer comes
    "empty_arrays", "duplicates", "same_sentence", "broken_json", "wrong_shape", "fenced", "thinking", "chatter",
]  # fmt: skip
"""error_*, schema_*, ...: the status. drop: the connection ends unanswered. silence: nothing for `silence_s`.
ignore_*: prose instead of what the request forces. cut_stream: the connection ends half-way. cut_clean: the stream ends
half-way without a finish. stall: half, then `silence_s` of nothing. length: half, finish `length`. fenced and
thinking: the JSON within prose. chatter: whitespace without end after the answer."""

PROSE = "Here are three places that I would pick for you, each with its own colors."
SENTENCE = "A wonderful place with beautiful colors."


@dataclass(frozen=True)
class Asked:
    """One request, whatever the wire format."""

    model: str
    messages: tuple[tuple[str, str], ...]
    """(role, text)."""
    mode: Mode
    stream: bool
    body: dict[str, Any]
    headers: dict[str, str]
    path: str = ""
    name: str = ""
    """Of the schema or function."""
    schema: dict[str, Any] | None = None

    @property
    def prompt(self) -> str:
        return "\n".join(f"{role}: {text}" for role, text in self.messages)


Answerer = Callable[[Asked], Answer]


def in_turn(*answers: Answer) -> Answerer:
    """Give these one after the other; the last stays."""
    left = list(answers)

    def answer(_asked: Asked) -> Answer:
        return left.pop(0) if len(left) > 1 else left[0]

    return answer


@dataclass
class Faults:
    """The faults that are switched on, each for ever or for the next `times` requests that it applies to."""

    left: dict[str, int | None] = field(default_factory=dict)
    met: Counter[str] = field(default_factory=Counter)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, name: Fault, times: int | None = None) -> None:
        assert name in get_args(Fault)
        self.left[name] = times

    def clear(self) -> None:
        self.left.clear()

    def take(self, name: Fault) -> bool:
        """True when this fault strikes now; counts it."""
        with self.lock:
            if name not in self.left or self.left[name] == 0:
                return False
            left = self.left[name]
            self.left[name] = None if left is None else left - 1
            self.met[name] += 1
            return True


def failure(asked: Asked, faults: Faults) -> tuple[int, str]:
    """The HTTP status of a fault that ends this request with an error, and what it is about; 0 when none does."""
    errors: list[tuple[Fault, bool, int]] = [
        ("rate_limit", True, 429), ("error_503", True, 503), ("error_500", True, 500), ("error_400", True, 400),
        ("schema_500", asked.mode == "schema", 500), ("tools_500", asked.mode == "tools", 500),
        ("schema_400", asked.mode == "schema", 400), ("tools_400", asked.mode == "tools", 400),
        ("json_400", asked.mode == "json", 400), ("stream_400", asked.stream, 400),
    ]  # fmt: skip
    found = next(((name, status) for name, applies, status in errors if applies and faults.take(name)), ("", 0))
    about = {"stream_400": "stream_options", "tools_400": "tools", "error_400": "this request"}
    return found[1], about.get(found[0], "response_format")


@dataclass(frozen=True)
class Said:
    """What the model says: text, or a call of the function with these arguments; and how it ends."""

    text: str
    tool: str = ""
    finish: str = "stop"
    refusal: str | None = None
    none: bool = False
    """No content at all."""
    chatter: bool = False
    cut: Literal["", "connection", "clean", "stall"] = ""
    repeat_name: bool = False

    @property
    def sent(self) -> str:
        """What is sent before a cut."""
        return self.text[: len(self.text) // 2] if self.cut else self.text


def say(asked: Asked, answer: Answer, faults: Faults) -> Said:
    """The answer as the model would say it, spoiled by the faults that strike."""
    text = _text(asked, answer, faults)
    tool = asked.name if asked.mode == "tools" else ""
    if tool and faults.take("ignore_tool_choice"):
        text, tool = PROSE, ""
    if asked.mode in ("schema", "json") and faults.take("ignore_format"):
        text = PROSE
    if answer is None or faults.take("content_none"):
        return Said("", none=True)
    if faults.take("refusal"):
        return Said("", refusal="I can't help with that.")
    if faults.take("content_filter"):
        return Said("", finish="content_filter", none=True)
    if faults.take("length"):
        return Said(text[: len(text) // 2], tool, finish="length")
    repeat, chatter = faults.take("repeat_name"), faults.take("chatter")
    cuts: dict[Fault, Literal["connection", "clean", "stall"]] = {
        "cut_stream": "connection", "cut_clean": "clean", "stall": "stall"}  # fmt: skip
    cut = next((how for name, how in cuts.items() if faults.take(name)), "")
    return Said(text, tool, repeat_name=repeat, chatter=chatter, cut=cut)  # type: ignore[arg-type]


def _text(asked: Asked, answer: Answer, faults: Faults) -> str:
    if isinstance(answer, str) or answer is None:
        return answer or ""
    value: Any = answer
    if faults.take("empty_arrays"):
        value = _each(value, lambda item: [] if isinstance(item, list) else item)
    if faults.take("duplicates"):
        value = _each(value, lambda item: [item[0]] * len(item) if isinstance(item, list) and item else item)
    if faults.take("same_sentence"):
        value = _each(value, lambda item: SENTENCE if isinstance(item, str) else item)
    if faults.take("wrong_shape"):
        value = {"answer": list(value)}
    text = json.dumps(value, ensure_ascii=False)
    if faults.take("broken_json"):
        text = text.replace(":", "=", 3)
    if asked.mode != "tools" and faults.take("fenced"):
        text = f"Sure! For a {{quick}} start:\n```json\n{text}\n```\nHave a good trip."
    if asked.mode != "tools" and faults.take("thinking"):
        text = f'<think>They want {{"three": 1}} places.</think>\n{text}'
    return text


def _each(value: Any, change: Callable[[Any], Any]) -> Any:
    value = change(value)
    if isinstance(value, dict):
        return {key: _each(item, change) for key, item in value.items()}
    return [_each(item, change) for item in value] if isinstance(value, list) else value


def pieces(text: str) -> Iterator[str]:
    """The text in tokens of about four characters."""
    for start in range(0, len(text), 4):
        yield text[start : start + 4]


def tokens(text: str) -> int:
    return -(-len(text) // 4)
