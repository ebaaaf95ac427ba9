"""The picture is the one. The conversation stays open for more."""

from wanderhue.agent.replies import say
from wanderhue.graphs.state import TripState
from wanderhue.graphs.turn import Turn, lang_of


async def accept(state: TripState, _turn: Turn) -> TripState:
    """The end of this run; new words start the next one from here."""
    return {"reply": say("accepted", lang_of(state)), "order": {}, "stage": "done"}
