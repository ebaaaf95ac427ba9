"""Go to another version, or back from a question: the cursor moves, nothing is painted, nothing is lost.

Pictures that came before the question was asked (`bought`) are shown then.
"""

from typing import Any

from wanderhue.agent.replies import say
from wanderhue.graphs.state import TripState
from wanderhue.graphs.turn import Turn, lang_of
from wanderhue.graphs.versions import image_view
from wanderhue.tools.conversations import Version
from wanderhue.tools.threads import in_thread


async def move(state: TripState, turn: Turn) -> TripState:
    """The cursor on the version that the order names."""
    order, lang = state["order"], lang_of(state)
    if order["type"] == "back":
        stage = "review" if state.get("brief") else ("choose" if state.get("options") else "ask")
        if state.get("bought"):
            return {"draft": None, "reason": None, "order": {}, "stage": stage, "reply": ""}
        key = "reworded_back" if state.get("refusal") else "left_unpainted"
        return {"draft": None, "refusal": None, "reason": None, "order": {}, "stage": stage, "reply": say(key, lang)}
    versions = await in_thread(turn.deps.store.versions, turn.thread, turn.owner)
    target, redo = _target(order, versions, state)
    if target is None:
        key = {"undo": "at_first", "redo": "at_last"}.get(order["type"], "no_version")
        reply = say(key, lang, version=str(order.get("version"))[:40], n=len(versions))
        return {"reply": reply, "order": {}, "stage": "review" if state.get("brief") else _waiting(state)}
    then = order.get("then") or {}
    reply = "" if then else say("moved", lang, number=target.number)
    return {"image": image_view(target, lang), "brief": target.brief, "redo": redo, "siblings": [], "draft": None,
            "order": then, "reply": reply, "stage": "review"}  # fmt: skip


def _target(order: dict[str, Any], versions: list[Version], state: TripState) -> tuple[Version | None, list[str]]:
    """The version to go to, and what redo then leads to. Pure."""
    by_id = {version.id: version for version in versions}
    here, redo = (state.get("image") or {}).get("id"), list(state.get("redo", []))
    match order["type"]:
        case "undo":
            target = _before(by_id.get(here or ""), versions)
            return (target, [*redo, here][-50:] if here and target else redo)
        case "redo":
            return (by_id.get(redo[-1]), redo[:-1]) if redo else (None, redo)
        case "first":
            return (versions[0] if versions else None, [])
        case _:
            wanted = order["version"]
            by_number = {str(version.number): version for version in versions}
            return (by_id.get(str(wanted)) or by_number.get(str(wanted)), [])


def _before(here: Version | None, versions: list[Version]) -> Version | None:
    """The picture that this one was made from; for another trip's first picture, the one that came before it."""
    if here is None or (here.parent is None and here.number == 1):
        return None
    return next(version for version in reversed(versions) if version.id == here.parent or
                (here.parent is None and version.number < here.number))  # fmt: skip


def _waiting(state: TripState) -> str:
    return "choose" if state.get("options") else "ask"
