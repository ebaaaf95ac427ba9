"""Nothing is painted without this: the draft's words against the safety policy, then the reasons to ask first."""

from datetime import datetime
from typing import Any

from wanderhue.agent.brief import ImageBrief
from wanderhue.agent.errors import Refused
from wanderhue.agent.replies import say
from wanderhue.graphs.nodes.expand import as_set
from wanderhue.graphs.state import MOST_CHANGES, TripState
from wanderhue.graphs.turn import Turn, lang_of
from wanderhue.tools.orders import estimate, sanitize_brief
from wanderhue.tools.threads import in_thread


async def sanitize(state: TripState, turn: Turn) -> TripState:
    """The draft made safe, or why not, or why to ask the person before painting."""
    lang, order = lang_of(state), dict(state["order"])
    draft, notices = await in_thread(_draft, state, turn)
    carried = {**order, "number": len(state.get("versions", [])) + 1}
    try:
        safe = await in_thread(sanitize_brief, draft, turn.settings.profile, lang)
    except Refused as error:
        message = str(error) or say("refused", lang, phrase=error.phrase, category=error.category)
        refusal = {"message": message, "categories": [error.category], "suggestion": error.suggestion}
        return {"refusal": refusal, "reply": message, "stage": "reword", "order": {}, "prompt": "", "carried": carried,
                "draft": draft.model_dump(mode="json")}  # fmt: skip
    notices += [say("rewritten", lang, before=before) for before in safe.removed]
    price = await in_thread(estimate, safe.brief, safe.prompt, turn.deps.painter)
    made = [{"before": one.before, "after": one.after} for one in safe.prompt.verdict.changes]
    carried["changes"] = [*order.get("changes", []), *made][:MOST_CHANGES]
    update: TripState = {"draft": safe.brief.model_dump(mode="json"), "refusal": None, "notices": notices,
                         "bought": [], "carried": carried, "prompt": safe.prompt.text}  # fmt: skip
    reason = await in_thread(_reason_to_ask, price, safe.brief, turn, lang)
    if reason is not None:
        return {**update, "reason": reason, "reply": reason["text"], "stage": "confirm"}
    return {**update, "reason": None}


def _draft(state: TripState, turn: Turn) -> tuple[ImageBrief, list[str]]:
    """The draft to check, and what is to be told so far. Another take has the present picture's, unless rewritten."""
    order, notices = state["order"], list(state.get("notices", []))
    if order["type"] != "vary" or "slots" in order:
        return ImageBrief.model_validate(state["draft"]), notices
    brief = as_set(ImageBrief.model_validate(state["brief"]), order, turn)
    if not brief.photo:
        return brief, notices
    from wanderhue.agent.revise import drawing_of  # numpy: loaded with the first picture

    return drawing_of(brief), [*notices, say("photo_new", lang_of(state))]


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
