"""Make the brief of the next picture: from a chosen option, a picture asked for, or feedback."""

from dataclasses import replace
from typing import Any

from wanderhue.agent.brief import ImageBrief
from wanderhue.agent.feedback import Reading
from wanderhue.agent.planner import ExpandOrder, Expansion
from wanderhue.agent.replies import say
from wanderhue.agent.scene import Scene
from wanderhue.agent.trips import Lang, OptionColor, TripOption
from wanderhue.graphs.nodes.listen import order_of_act
from wanderhue.graphs.nodes.stuck import planner_of, stuck
from wanderhue.graphs.state import TripState
from wanderhue.graphs.turn import Turn, lang_of
from wanderhue.tools.threads import in_thread

KEPT_FEEDBACK = 8


async def expand(state: TripState, turn: Turn) -> TripState:
    """A draft, or a reply that says why there is none."""
    order = _order(state)
    turn.emit("expand", 0.0, None)
    try:
        made = await _made(order, state, turn)
    except Exception as error:  # whatever a planner raises, the conversation goes on and says so
        return stuck(error, "expand", order, state, turn)
    await turn.spend(made, state, "expand")
    notices = [*state.get("notices", []), *made.notices]
    if made.brief is None:
        return {"draft": None, "notices": notices, **_without_brief(made, order, state)}
    if made.reply:
        notices = [made.reply, *notices]
    brief = as_set(made.brief, order, turn)
    update: TripState = {"draft": brief.model_dump(mode="json"), "notices": notices, "order": order, "wish": None}
    if order["type"] == "choose":
        return {**update, "option": order["index"], "feedback": []}
    if order.get("text"):
        update["feedback"] = [*state.get("feedback", []), order["text"][:300]][-KEPT_FEEDBACK:]
    return update


def _without_brief(made: Expansion, order: dict[str, Any], state: TripState) -> TripState:
    """No picture: the planner read a move in the conversation, refused, or has only words."""
    if getattr(made, "refused", False):
        refusal = {"message": made.reply, "categories": ["planner"], "suggestion": ""}
        return {"refusal": refusal, "reply": made.reply, "stage": "reword", "order": {}}
    act = made.reading.act if made.reading is not None else None
    if act is not None and act.kind not in ("question", "smalltalk"):
        return {"order": order_of_act(act, order.get("text", ""), len(state.get("options") or [])), "stage": "review"}
    return {"reply": made.reply, "stage": "review", "order": {}}


def _order(state: TripState) -> dict[str, Any]:
    """The order with what it leaves open: which option "another" is, and what a rewritten draft was ordered for."""
    order = {name: value for name, value in state["order"].items() if name != "again"}
    if order["type"] == "choose" and order.get("index") is None:
        count = max(1, len(state.get("options") or []))
        order["index"] = ((state.get("option") if state.get("option") is not None else -1) + 1) % count  # type: ignore[operator]
    if order["type"] == "rewrite" and _waiting(state):
        return {**order, **(state.get("carried") or {}), "slots": order["slots"]}
    return order


def _waiting(state: TripState) -> dict[str, Any] | None:
    """The draft that a question is about."""
    return state.get("draft") if state.get("stage") in ("confirm", "reword") else None


async def _made(order: dict[str, Any], state: TripState, turn: Turn) -> Expansion:
    """The new brief: by the planner, or for what needs none, by rule."""
    if "slots" in order:
        return await _rewritten(order, state, turn)
    if order["type"] in ("repaint", "reshape"):
        return await in_thread(_revised, order, state)
    return _kept_photo(await planner_of(state, turn).expand(_request(order, state, turn)), order, state)


async def _rewritten(order: dict[str, Any], state: TripState, turn: Turn) -> Expansion:
    """The person's own words: the planner reads them into the scene, the brief has them as they are."""
    draft = _waiting(state)
    start, notices = await in_thread(_start, draft or state["brief"], order, lang_of(state))
    from wanderhue.agent.revise import changed_slots, rewritten  # loaded by then, in a thread

    slots = changed_slots(start, order["slots"])
    if not slots:
        return Expansion(start if draft else None, say("pl_no_change", lang_of(state)))
    words = " ".join(str(text) for name, text in slots.items() if name not in ("negative", "aspect"))
    made = await planner_of(state, turn).expand(ExpandOrder(turn.talk(state, words), brief=start, slots=slots))
    return Expansion(rewritten(made.brief or start, slots), "", (*notices, *made.notices))


def _revised(order: dict[str, Any], state: TripState) -> Expansion:
    """The same brief in another palette or shape."""
    from wanderhue.agent.revise import repainted, reshaped

    start, notices = _start(state["brief"], order, lang_of(state))
    if order["type"] == "repaint":
        return Expansion(repainted(start, order["palette"], lang_of(state)), "", notices)
    return Expansion(reshaped(start, order["aspect"]), "", notices)


def _start(brief: dict[str, Any] | None, order: dict[str, Any], lang: Lang) -> tuple[ImageBrief, tuple[str, ...]]:
    """The brief to revise. What a photo stands for is drawn in its place, which is said; a part of it stays a photo."""
    from wanderhue.agent.revise import drawing_of  # numpy: loaded with the first picture, not with the first words

    start = ImageBrief.model_validate(brief)
    if start.photo and order["type"] != "edit":
        return drawing_of(start), (say("photo_new", lang),)
    return start, ()


def as_set(brief: ImageBrief, order: dict[str, Any], turn: Turn) -> ImageBrief:
    """The brief with what is set: how many pictures and how large, and the shape of new ones that nobody shaped."""
    new, settings = order["type"] in ("choose", "picture"), turn.settings
    shaped = brief.aspect != ImageBrief.model_fields["aspect"].default or brief.width
    quality = settings.quality if new or turn.preferences.quality else brief.quality
    update: dict[str, Any] = {"n": settings.pictures, "quality": order.get("quality") or quality}
    if new and settings.aspect and not shaped and "slots" not in order:
        update["aspect"] = settings.aspect
    return brief.model_copy(update=update)


def _kept_photo(made: Expansion, order: dict[str, Any], state: TripState) -> Expansion:
    """Words at a photo: a part of it may be painted over; anything else is a new picture in its colors."""
    if made.brief is None or not made.brief.photo or order["type"] == "edit":
        return made
    fresh = {"photo": False, "medium": ImageBrief.model_fields["medium"].default}
    notices = (*made.notices, say("photo_new", lang_of(state)))
    return replace(made, brief=made.brief.model_copy(update=fresh), notices=notices)


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
