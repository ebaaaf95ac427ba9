"""The five pauses. Nothing in them but the interrupt and the check of what came back: a pause's node runs again from
its first line at every resume.

The pause that accepts an answer writes `action = n + 1` into the state; paid calls are keyed by it. An answer that
cannot be used leads back to the same pause with an `error`, and nothing else changes.
"""

from typing import Any

from langchain_core.runnables import RunnableLambda
from langgraph.types import interrupt

from wanderhue.graphs.answers import Problem, parse_answer
from wanderhue.graphs.snapshot import snapshot
from wanderhue.graphs.state import TripState


def pause(stage: str) -> RunnableLambda[TripState, TripState]:
    """The node that waits for an answer at `stage`."""

    def wait(state: TripState) -> TripState:
        return accept_answer(interrupt(snapshot(state, stage)), stage=stage, state=state)

    return RunnableLambda(wait, name=stage)


def accept_answer(raw: Any, *, stage: str, state: TripState) -> TripState:
    """The update for an answer: an order and a new action, or the error. Pure."""
    order = parse_answer(raw, stage=stage, state=state)
    if isinstance(order, Problem):
        return {"stage": stage, "order": {}, "error": {"code": order.code, "message": order.message}, "reply": ""}
    retry = stage == "confirm" and order["type"] == "paint"
    return {
        "stage": stage,
        "order": order,
        "action": state.get("action", 0) + (0 if retry else 1),
        "attempt": state.get("attempt", 0) + 1 if retry else 0,
        "error": None,
        "reply": "",
        "notices": [],
    }
