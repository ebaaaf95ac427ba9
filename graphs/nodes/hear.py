"""Where every run starts: new input is an answer to the pause that the conversation stands at.

So a plain message while the graph waits (which LangGraph would start over with) loses nothing.
"""

from wanderhue.graphs.pauses import accept_answer
from wanderhue.graphs.state import TripState


def hear(state: TripState) -> TripState:
    """The order for new input, read as an answer at the present stage."""
    raw = state.get("answer") or state.get("text", "")
    stage = state.get("stage", "")
    update = accept_answer(raw, stage=stage, state=state)
    if not update["stage"]:
        update["stage"] = "ask"
    return {**update, "text": "", "answer": {}}
