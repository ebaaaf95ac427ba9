"""The one way to ask a chat model for a value: asked, heard, validated, repaired once, or a typed error.

It survives servers that lack a mode, break, lie about what they do, stop in the middle, stay silent or answer nonsense.
What a server lacks is found by trying the next mode, remembered for a while (memory.py) and not counted as a call.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage
from pydantic import BaseModel

from wanderhue.agent.errors import BadAnswer
from wanderhue.agent.llm.hear import Listener, Tell
from wanderhue.agent.llm.modes import Heard
from wanderhue.agent.llm.partial import find_json
from wanderhue.agent.llm.usage import Usage
from wanderhue.agent.llm.validate import validated

__all__ = ["Asked", "Tell", "Usage", "ask"]

T = TypeVar("T", bound=BaseModel)

MOST_FAULTS = 12
_LONGEST_QUOTE = 8000
_REPAIR = "That answer cannot be used:\n{faults}\nGive the whole answer again, in the same form, with this put right."


@dataclass(frozen=True, slots=True)
class Asked(Generic[T]):
    """A value that was asked for, and what it took."""

    value: T
    calls: int
    """1, or 2 with a repair. Attempts that got no answer, and modes that a server lacks, are not counted."""
    usage: Usage
    """Of all that was answered, counted or not."""


def no_faults(_value: Any) -> list[str]:
    """Check nothing."""
    return []


async def ask(
    model: BaseChatModel,
    schema: type[T],
    messages: Sequence[BaseMessage],
    *,
    step: str,
    check: Callable[[T], list[str]] = no_faults,
    tell: Tell | None = None,
    timeout: float = 60.0,
    most_calls: int = 2,
) -> Asked[T]:
    """A value of `schema` in which `check` finds nothing wrong.

    `tell` gets the growing answer (partial.py) after each value that is complete; a repair or a new attempt starts
    again with a shorter one. `timeout`: seconds for one answer, or for one silence while it is streamed.
    Raises BadAnswer (with the last value of the right type), PlannerRefused, PlannerUnavailable, PlannerSetup.
    """
    listener = Listener(model, schema, step=step, tell=tell, timeout=timeout)
    talk, value, faults = list(messages), None, list[str]()
    for call in range(1, most_calls + 1):
        heard = await listener.hear(talk)
        found, faults = _read(heard, schema, check)
        if found is not None and not faults:
            return Asked(found, call, listener.usage)
        value = found if found is not None else value
        talk = _with_repair(messages, heard, faults)
    words = f"{listener.name} did not answer what was asked, also when asked again: {'; '.join(faults[:3])}"
    raise BadAnswer(words, faults=tuple(faults), value=value)


def _read(heard: Heard, schema: type[T], check: Callable[[T], list[str]]) -> tuple[T | None, list[str]]:
    """The value in an answer, and what is wrong with it."""
    data = find_json(heard.json)
    value, faults = validated(schema, data) if data is not None else (None, [])
    if value is not None:
        return value, check(value)[:MOST_FAULTS]
    if heard.cut:
        return None, ["it was cut off because it was too long: say it in fewer words"]
    if data is None:
        return None, ["it holds no JSON object that can be read" if heard.json.strip() else "it was empty"]
    return None, faults[:MOST_FAULTS]


def _with_repair(messages: Sequence[BaseMessage], heard: Heard, faults: list[str]) -> list[BaseMessage]:
    """The conversation with the wrong answer and what is wrong with it."""
    words = _REPAIR.format(faults="\n".join(f"- {fault}" for fault in faults))
    said = heard.json.strip()[:_LONGEST_QUOTE]
    if said:
        return [*messages, AIMessage(said), HumanMessage(words)]
    last = messages[-1]
    if isinstance(last, HumanMessage) and isinstance(last.content, str):
        return [*messages[:-1], HumanMessage(f"{last.content}\n\n{words}")]
    return [*messages, HumanMessage(words)]
