"""What follows when the planner fails: the conversation says so and waits where it stood, with the order kept.

The person may try the same again, or go on with the offline planner; nothing has to be said twice.
"""

import logging
from typing import Any, Literal

from wanderhue.agent.errors import PlannerError
from wanderhue.agent.planner import Planner
from wanderhue.agent.replies import say
from wanderhue.graphs.state import TripState
from wanderhue.graphs.turn import Turn, lang_of

_LOG = logging.getLogger("wanderhue")
_SAYS = {"planner_unavailable": "planner_unavailable", "planner_refused": "planner_refused",
         "planner_setup": "planner_setup", "bad_answer": "planner_bad_answer"}  # fmt: skip
"""The sentence for each planner's error."""


def planner_of(state: TripState, turn: Turn) -> Planner:
    """Who plans now: the planner, or the offline one where the person chose to go on with it."""
    return turn.deps.offline if state.get("offline") else turn.deps.planner


def stuck(
    error: Exception, node: Literal["recommend", "expand"], order: dict[str, Any], state: TripState, turn: Turn
) -> TripState:
    """The update after a planner's error: the reply, the stage to wait at, and what `retry` and `offline` repeat."""
    if not isinstance(error, PlannerError):
        _LOG.warning("the planner failed", exc_info=error)
    key = _SAYS.get(error.code, "planner_failed") if isinstance(error, PlannerError) else "planner_failed"
    reply = say(key, lang_of(state), why=str(error).rstrip(".") + ".")
    waiting: TripState = {"draft": None, "order": {}, "stage": waiting_stage(state), "reply": reply}
    if planner_of(state, turn).name == turn.deps.offline.name:
        return waiting  # nobody else could do it
    again = {name: value for name, value in order.items() if name != "again"}
    return {**waiting, "stuck": {"code": key, "message": reply, "node": node, "order": again}}


def waiting_stage(state: TripState) -> str:
    """The pause that words alone lead back to."""
    if state.get("stage") in ("choose", "review", "done"):
        return "review" if state["stage"] == "done" else state["stage"]
    return "review" if state.get("brief") else ("choose" if state.get("options") else "ask")
