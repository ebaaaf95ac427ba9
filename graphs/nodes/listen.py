"""Words, wherever they come in: tidied, checked by the safety policy, and turned into an order or passed on.

At a picture the rules of the feedback grammar come first; what they do not settle goes to the planner.
"""

import logging
from typing import Any

from wanderhue.agent.feedback import Act
from wanderhue.agent.grammar import Context, is_trip_request, read_answer, read_feedback
from wanderhue.agent.hearing import hear_words
from wanderhue.agent.replies import say
from wanderhue.agent.sanitizer import check_prompt
from wanderhue.agent.scene import Scene
from wanderhue.graphs.state import MOST_CHANGES, TripState
from wanderhue.graphs.turn import Turn, lang_of
from wanderhue.tools.threads import in_thread

_LOG = logging.getLogger("wanderhue")
_SWALLOWED = ("accept", "vary", "question", "smalltalk")
"""Acts that a wish in the same sentence overrules: "love it, but at night" changes the picture."""


async def listen(state: TripState, turn: Turn) -> TripState:
    """Keep the words, then say what they ask for as an order."""
    order = state["order"]
    words = order.get("text") or (state.get("refusal") or {}).get("suggestion", "")
    before = lang_of(state) if state.get("lang") else None
    heard = await in_thread(hear_words, words, before=before, languages=turn.deps.planner.languages)
    lang = turn.settings.language or heard.lang
    verdict = await in_thread(check_prompt, heard.text, profile=turn.settings.profile, lang=lang)
    text = heard.text if verdict.verdict == "refused" else verdict.text
    key = f"{state['action']}.person"
    await in_thread(turn.deps.store.say, turn.thread, turn.owner, key, "person", text or words[:80])
    update: TripState = {
        "lang": lang,
        "messages": [*state.get("messages", []), ["person", text[:1000]]],
        "notices": [say("html", lang)] if heard.had_markup else [],
    }
    if heard.problem:
        return {**update, "reply": say(heard.problem, lang, n=len(words)), "order": {}, "stage": _stage(state)}
    if verdict.verdict == "refused":
        refusal = {
            "message": verdict.message(lang),
            "categories": list(verdict.categories),
            "suggestion": verdict.suggestion,
        }
        return {**update, "reply": verdict.message(lang), "refusal": refusal, "order": {}, "stage": "reword"}
    if verdict.verdict == "rewritten":
        update["notices"] = [*update["notices"], verdict.message(lang)]
    try:
        found = await in_thread(order_of, text, state)
    except Exception as error:  # words that break a rule of ours must not end the conversation
        _LOG.warning("these words could not be read", exc_info=error)
        reply = say("planner_failed", lang, why=type(error).__name__ + ".")
        return {**update, "reply": reply, "order": {}, "stage": _stage(state)}
    if verdict.changes and found.get("type") not in ("paint", "back"):
        found["changes"] = [{"before": one.before, "after": one.after} for one in verdict.changes[:MOST_CHANGES]]
    return {**update, "refusal": None, "order": found}


def order_of(text: str, state: TripState) -> dict[str, Any]:
    """The order that the words amount to at this point of the conversation. Pure."""
    if state.get("stage") == "confirm":
        answer = read_answer(text)
        if answer is not None:
            return {"type": "paint" if answer else "back"}
    brief = state.get("brief")
    if not brief or state.get("stage") in ("ask", "choose"):
        return {"type": "recommend", "text": text}
    options, versions = state.get("options") or [], state.get("versions", [])
    scene = Scene.model_validate(brief["scene"])
    reading = read_feedback(text, Context(scene=scene, versions=len(versions), options=len(options)))
    rest = {"type": "expand", "text": text, "reading": reading.model_copy(update={"act": None}).model_dump(mode="json")}
    given = state.get("order") or {}
    if given.get("type") == "edit":
        return {**rest, "type": "edit", "mask": given["mask"]}
    if reading.act is not None and not (reading.wishes and reading.act.kind in _SWALLOWED):
        order = order_of_act(reading.act, text, len(options))
        return order | ({"then": rest, "reading": rest["reading"]} if reading.wishes else {})
    if not reading.wishes and is_trip_request(text):
        return {"type": "recommend", "text": text, "fresh": True}
    return rest


def order_of_act(act: Act, text: str, options: int) -> dict[str, Any]:
    """The order that a move in the conversation amounts to, with `options` on the table. Pure."""
    match act.kind:
        case "vary":
            return {"type": "vary", "strong": act.strong}
        case "goto":
            return {"type": "goto", "version": act.number or 1}
        case "option" if act.number is not None and 1 <= act.number <= options:
            return {"type": "choose", "index": act.number - 1}
        case "option":
            return {"type": "choose", "index": None}
        case "question" | "smalltalk":
            return {"type": "recommend", "text": text}
        case kind:
            return {"type": kind}


def _stage(state: TripState) -> str:
    return state.get("stage") or "ask"
