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
    if order["type"] in ("retry", "offline"):
        return _again(order["type"], state)
    return {
        "stage": stage,
        "order": order,
        "action": state.get("action", 0) + (0 if retry else 1),
        "attempt": state.get("attempt", 0) + 1 if retry else 0,
        "error": None,
        "stuck": None,
        "reply": "",
        "notices": [],
    }


def _again(kind: str, state: TripState) -> TripState:
    """The order that the planner could not carry out, once more: by the same planner, or by the offline one."""
    held = state.get("stuck") or {}
    update: TripState = {
        "order": {**held["order"], "again": held["node"]},
        "action": state.get("action", 0) + 1,
        "attempt": 0,
        "error": None,
        "stuck": None,
        "reply": "",
        "notices": [],
    }
    return {**update, "offline": True} if kind == "offline" else update
