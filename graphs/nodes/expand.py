"""Make the brief of the next picture: from a chosen option, a picture asked for, or feedback."""

import logging
from typing import Any

from wanderhue.agent.brief import ImageBrief
from wanderhue.agent.feedback import Reading
from wanderhue.agent.planner import ExpandOrder
from wanderhue.agent.replies import say
from wanderhue.agent.scene import Scene
from wanderhue.agent.trips import OptionColor, TripOption
from wanderhue.graphs.state import TripState
from wanderhue.graphs.turn import Turn, lang_of

KEPT_FEEDBACK = 8
_LOG = logging.getLogger("wanderhue")


async def expand(state: TripState, turn: Turn) -> TripState:
    """A draft, or a reply that says why there is none."""
    order, lang = dict(state["order"]), lang_of(state)
    if order["type"] == "choose" and order.get("index") is None:
        count = max(1, len(state.get("options") or []))
        order["index"] = ((state.get("option") if state.get("option") is not None else -1) + 1) % count  # type: ignore[operator]
    turn.emit("expand", 0.0, None)
    try:
        made = await turn.deps.planner.expand(_request(order, state, turn))
    except Exception as error:  # whatever a planner raises, the conversation goes on and says so
        _LOG.warning("the planner failed", exc_info=error)
        reply = say("planner_failed", lang, why=str(error))
        return {"draft": None, "reply": reply, "order": {}, "stage": "review" if state.get("brief") else "choose"}
    notices = [*state.get("notices", []), *made.notices]
    if made.brief is None:
        return {"draft": None, "reply": made.reply, "notices": notices, "stage": "review", "order": {}}
    brief = as_set(made.brief, order, turn)
    update: TripState = {"draft": brief.model_dump(mode="json"), "notices": notices, "order": order, "wish": None}
    if order["type"] == "choose":
        return {**update, "option": order["index"], "feedback": []}
    if order.get("text"):
        update["feedback"] = [*state.get("feedback", []), order["text"][:300]][-KEPT_FEEDBACK:]
    return update


def as_set(brief: ImageBrief, order: dict[str, Any], turn: Turn) -> ImageBrief:
    """The brief with what is set: how many pictures and how large, and the shape of new ones that nobody shaped."""
    new, settings = order["type"] in ("choose", "picture"), turn.settings
    shaped = brief.aspect != ImageBrief.model_fields["aspect"].default or brief.width
    quality = settings.quality if new or turn.preferences.quality else brief.quality
    update: dict[str, Any] = {"n": settings.pictures, "quality": order.get("quality") or quality}
    if new and settings.aspect and not shaped:
        update["aspect"] = settings.aspect
    return brief.model_copy(update=update)


def _request(order: dict[str, Any], state: TripState, turn: Turn) -> ExpandOrder:
    talk = turn.talk(state, order.get("text", ""))
    reading = Reading.model_validate(order["reading"]) if order.get("reading") else None
    if order["type"] == "choose":
        option = TripOption.model_validate((state.get("options") or [])[order["index"]])
        return ExpandOrder(talk, option=option, reading=reading)
    wish = state.get("wish")
    if order["type"] == "picture" and wish:
        palette = tuple(OptionColor.model_validate(color) for color in wish["palette"])
        return ExpandOrder(talk, scene=Scene.model_validate(wish["scene"]), palette=palette)
    feedback = tuple(state.get("feedback", []))
    return ExpandOrder(talk, brief=ImageBrief.model_validate(state["brief"]), reading=reading, feedback=feedback)
