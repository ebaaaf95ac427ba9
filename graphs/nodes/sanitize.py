"""Nothing is painted without this: the draft's words against the safety policy, then the reasons to ask first."""

from datetime import datetime
from typing import Any

from wanderhue.agent.brief import ImageBrief
from wanderhue.agent.errors import Refused
from wanderhue.agent.replies import say
from wanderhue.graphs.nodes.expand import as_set
from wanderhue.graphs.state import TripState
from wanderhue.graphs.turn import Turn, lang_of
from wanderhue.tools.orders import estimate, sanitize_brief
from wanderhue.tools.threads import in_thread


async def sanitize(state: TripState, turn: Turn) -> TripState:
    """The draft made safe, or why not, or why to ask the person before painting."""
    lang = lang_of(state)
    order = state["order"]
    draft = ImageBrief.model_validate(state["draft"] if order["type"] != "vary" else state["brief"])
    if order["type"] == "vary":
        draft = as_set(draft, order, turn)
    try:
        safe = await in_thread(sanitize_brief, draft, turn.settings.profile, lang)
    except Refused as error:
        message = str(error) or say("refused", lang, phrase=error.phrase, category=error.category)
        refusal = {"message": message, "categories": [error.category], "suggestion": error.suggestion}
        return {"refusal": refusal, "reply": message, "stage": "reword", "order": {}}
    notices = [*state.get("notices", []), *(say("rewritten", lang, before=before) for before in safe.removed)]
    price = await in_thread(estimate, safe.brief, safe.prompt, turn.deps.painter)
    update: TripState = {"draft": safe.brief.model_dump(mode="json"), "refusal": None, "notices": notices,
                         "bought": [], "carried": {**order, "number": len(state.get("versions", [])) + 1}}  # fmt: skip
    reason = await in_thread(_reason_to_ask, price, safe.brief, turn, lang)
    if reason is not None:
        return {**update, "reason": reason, "reply": reason["text"], "stage": "confirm"}
    return {**update, "reason": None}


def _reason_to_ask(price: float, brief: ImageBrief, turn: Turn, lang: str) -> dict[str, Any] | None:
    settings, cost = turn.settings, money(price, lang)
    spent = turn.deps.journal.spent_since(start_of_day(turn.deps.clock()))
    if price > 0 and spent + price > settings.daily_cap_usd:
        cap, so_far = money(settings.daily_cap_usd, lang), money(spent, lang)
        text = say("confirm_cap", lang, cost=cost, cap=cap, spent=so_far)
        return {"code": "over_cap", "text": text, "estimate_usd": price}
    if settings.preview:
        text = say("confirm_preview", lang, subject=brief.subject, cost=cost)
        return {"code": "preview", "text": text, "estimate_usd": price}
    return None


def start_of_day(now: datetime) -> float:
    """Unix time of the local midnight before `now`."""
    return now.replace(hour=0, minute=0, second=0, microsecond=0).timestamp()


def money(usd: float, lang: str) -> str:
    """'$0.04', or 'free' / '무료'."""
    return f"${usd:.2f}" if usd else say("free", lang)
