"""Ask the planner for three options, a question, a picture or words."""

from wanderhue.agent.planner import Recommendation, Talk, TellingPlanner
from wanderhue.agent.replies import say
from wanderhue.graphs.nodes.stuck import planner_of, stuck, waiting_stage
from wanderhue.graphs.state import TripState
from wanderhue.graphs.turn import Turn, lang_of


async def recommend(state: TripState, turn: Turn) -> TripState:
    """What the planner makes of the words, or others of the same, or a fresh start."""
    order, lang = state["order"], lang_of(state)
    if order["type"] == "new":
        return {**_fresh(), "reply": say("new_trip", lang), "order": {}, "stage": "ask"}
    base: TripState = {**state, **_fresh()} if order.get("fresh") else state
    talk = turn.talk(base, order.get("text", ""))
    if order["type"] == "more":
        talk = _more(talk)
    turn.emit("recommend", 0.0, None)
    planner = planner_of(state, turn)
    try:
        if isinstance(planner, TellingPlanner):
            found = await planner.recommend(talk, turn.tell)
        else:
            found = await planner.recommend(talk)
    except Exception as error:  # whatever a planner raises, the conversation goes on and says so
        return stuck(error, "recommend", order, state, turn)
    await turn.spend(found, state, "recommend")
    turn.emit("recommend", 1.0, None)
    return {**(_fresh() if order.get("fresh") else {}), **_outcome(found, state)}


def _outcome(found: Recommendation, state: TripState) -> TripState:
    update: TripState = {"reply": found.reply, "order": {}, "request": found.request or state.get("request", "")}
    changed = {"changes": state["order"]["changes"]} if state["order"].get("changes") else {}
    update["draft"] = None
    update["notices"] = [*state.get("notices", []), *found.notices]
    update["shown"] = list(found.shown or state.get("shown", []))[-300:]
    match found.kind:
        case "options":
            options = [option.model_dump(mode="json") for option in found.options]
            return {**update, "options": options, "option": None, "stage": "choose"}
        case "question":
            return {**update, "asked": True, "stage": waiting_stage(state)}
        case "picture" if found.scene is not None:
            palette = [color.model_dump() for color in found.palette]
            wish = {"scene": found.scene.model_dump(mode="json"), "palette": palette}
            return {**update, "wish": wish, "order": {"type": "picture", **changed}, "reply": ""}
        case "chosen" if found.index is not None:
            return {**update, "order": {"type": "choose", "index": found.index, **changed}, "reply": ""}
        case _:
            return {**update, "stage": waiting_stage(state)}


def _more(talk: Talk) -> Talk:
    from dataclasses import replace

    return replace(talk, more=True, text="")


def _fresh() -> TripState:
    """What a new trip forgets; versions stay, and can be gone back to."""
    return {"request": "", "shown": [], "asked": False, "options": [], "option": None, "wish": None, "draft": None,
            "brief": None, "image": None, "siblings": [], "refusal": None, "reason": None, "feedback": [],
            "offline": False}  # fmt: skip
