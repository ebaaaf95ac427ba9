"""Where the graph goes next. Pure functions of the state, named as questions; their return types are the edges."""

from typing import Literal

from wanderhue.graphs.state import TripState

Pause = Literal["ask", "choose", "reword", "confirm", "review", "__end__"]
Next = Literal[
    "listen", "recommend", "expand", "sanitize", "paint", "recolor", "move", "accept",
    "photo", "ask", "choose", "reword", "confirm", "review", "__end__",
]  # fmt: skip

_BY_ORDER: dict[str, Next] = {
    "say": "listen",
    "reword": "listen",
    "choose": "expand",
    "edit": "listen",
    "accept_suggestion": "listen",
    "vary": "sanitize",
    "more": "recommend",
    "new": "recommend",
    "recolor": "recolor",
    "repaint": "expand",
    "reshape": "expand",
    "rewrite": "expand",
    "photo": "photo",
    "goto": "move",
    "undo": "move",
    "redo": "move",
    "first": "move",
    "back": "move",
    "accept": "accept",
    "paint": "paint",
}


def what_was_answered(state: TripState) -> Next:
    """After a pause: to the node that carries out the order, or back to the pause when the answer was of no use."""
    order = state.get("order") or {}
    if order.get("again") in ("recommend", "expand"):
        again: Literal["recommend", "expand"] = order["again"]
        return again
    return _BY_ORDER.get(order.get("type", ""), which_pause(state))


Said = Literal[
    "recommend", "expand", "sanitize", "paint", "recolor", "move", "accept",
    "ask", "choose", "reword", "confirm", "review", "__end__",
]  # fmt: skip


def what_was_said(state: TripState) -> Said:
    """After listen: words have become an order, are for the planner, or were answered already."""
    order = (state.get("order") or {}).get("type", "")
    if order in ("expand", "edit"):
        return "expand"
    if order == "recommend":
        return "recommend"
    match _BY_ORDER.get(order, "listen"):
        case "listen" | "photo":
            return which_pause(state)
        case following:
            return following


def what_was_recommended(
    state: TripState,
) -> Literal["ask", "choose", "expand", "review", "reword", "confirm", "__end__"]:
    """After recommend: a picture asked for or an option chosen in words is expanded; else wait for the person."""
    if (state.get("order") or {}).get("type") in ("choose", "picture"):
        return "expand"
    return which_pause(state)


def is_there_a_draft(
    state: TripState,
) -> Literal[
    "sanitize", "recommend", "expand", "move", "accept", "ask", "choose", "review", "reword", "confirm", "__end__"
]:
    """After expand: a new brief goes on to be checked, a move that the planner read is made, else wait."""
    if state.get("draft"):
        return "sanitize"
    match _BY_ORDER.get((state.get("order") or {}).get("type", "")):
        case "sanitize" | "recommend" | "expand" | "move" | "accept" as following:
            return following
        case _:
            return which_pause(state)


def may_it_be_painted(state: TripState) -> Literal["paint", "reword", "confirm"]:
    """After sanitize."""
    if state.get("refusal"):
        return "reword"
    return "confirm" if state.get("reason") else "paint"


def was_it_painted(state: TripState) -> Literal["inspect", "confirm"]:
    """After paint: whatever came is looked at and kept; when nothing did, the person is asked."""
    return "confirm" if state.get("reason") and not state.get("bought") else "inspect"


def does_it_need_repair(state: TripState) -> Literal["repair", "review", "confirm"]:
    """After inspect: a picture whose colors are off is recolored once; the rest of a broken order is asked about."""
    if state.get("reason"):
        return "confirm"
    return "repair" if state.get("stage") == "repair" else "review"


def is_there_more_to_do(
    state: TripState,
) -> Literal["expand", "inspect", "ask", "choose", "reword", "confirm", "review", "__end__"]:
    """After move: the rest of a sentence ("back to the first, and make it night"), what came of an order whose rest
    the person left, or wait."""
    if (state.get("order") or {}).get("type") == "expand":
        return "expand"
    return "inspect" if state.get("bought") and not state.get("reason") else which_pause(state)


def which_pause(state: TripState) -> Pause:
    """The pause that fits the stage."""
    stage = state.get("stage", "ask")
    if stage == "choose":
        return "choose"
    if stage == "review":
        return "review"
    if stage == "reword":
        return "reword"
    if stage == "confirm":
        return "confirm"
    return "__end__" if stage == "done" else "ask"
