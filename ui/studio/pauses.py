"""The cards at which a conversation waits: before painting, after a failure, at a refusal, at an error."""

from typing import Any

from wanderhue.agent.errors import WanderhueError
from wanderhue.graphs.view import View
from wanderhue.ui.studio.log import Said
from wanderhue.ui.studio.strings import Lang, money, text

_KINDS = ("preview", "over_cap", "failed", "stopped", "unknown_outcome", "refused")


def confirm(view: View, revision: int, lang: Lang) -> dict[str, Any]:
    """Why it waits before painting, with the price on the button."""
    reason, draft = view.confirm or {}, view.draft or {}
    code = reason.get("code", "failed")
    code = code if code in _KINDS else "failed"
    cost = money(float(reason.get("estimate_usd") or 0.0), lang)
    first = code in ("preview", "over_cap")
    return {
        "kind": "ask" if first else "error",
        "icon": "page" if first else "alert",
        "title": text(f"confirm_{code}", lang),
        "text": reason.get("text", view.reply),
        "kept": "" if first else text("confirm_kept", lang),
        "sketch": f"wh/draft/{view.thread_id}/{revision}" if draft else None,
        "palette": draft.get("palette") or [],
        "prompt": draft.get("prompt", ""),
        "yes": text("paint_cost" if first else "try_again_cost", lang, cost=cost),
        "no": text("leave_it", lang),
    }


def refusal(view: View, said: list[Said]) -> dict[str, Any]:
    """What was refused, with the person's own words to mend."""
    found = view.refusal or {}
    words = next((message.text for message in reversed(said) if message.role == "person"), "")
    return {"message": found.get("message", view.reply), "suggestion": found.get("suggestion", ""), "words": words}


def trouble(view: View, lang: Lang) -> dict[str, Any] | None:
    """What went wrong with the last answer: it could not be used, or the planner did not answer. None: nothing."""
    if view.error:
        return unusable(view.error, lang)
    if view.stuck is None:
        return None
    buttons = [{"do": {"do": name}, "text": text(f"stuck_{name}", lang)} for name in ("retry", "offline")]
    return {"title": text("stuck_title", lang), "text": view.stuck["message"], "kept": text("problem_kept", lang),
            "buttons": buttons, "details": ""}  # fmt: skip


def unusable(error: dict[str, str], lang: Lang) -> dict[str, Any]:
    """An answer that could not be used: the conversation still waits where it was."""
    return {"title": text("problem_bad_answer", lang), "text": error["message"], "kept": text("problem_kept", lang),
            "buttons": [], "details": ""}  # fmt: skip


def problem(error: BaseException, lang: Lang, thread: str) -> dict[str, Any]:
    """Any failure as a card: what happened, what was kept, and the button that goes on."""
    code = getattr(error, "code", "internal")
    again = {"do": {"do": "open", "thread": thread}, "text": text("try_again", lang)}
    albums = {"do": {"do": "albums"}, "text": text("see_albums", lang)}
    fresh = {"do": {"do": "fresh"}, "text": text("start_new", lang)}
    if code == "busy":
        title, words, buttons = "problem_busy", text("problem_busy_text", lang), [again]
    elif code == "not_found":
        title, words, buttons = "problem_not_found", text("problem_not_found_text", lang), [fresh, albums]
    elif isinstance(error, WanderhueError):
        title, words, buttons = "problem_bad_answer", str(error), [again]
    else:
        title, words, buttons = "problem_internal", text("problem_internal_text", lang), [again]
    details = "" if isinstance(error, WanderhueError) else f"{type(error).__name__}: {error}"[:500]
    kept = "" if code == "not_found" else text("problem_kept", lang)
    return {"title": text(title, lang), "text": words, "kept": kept, "buttons": buttons,
            "details": details}  # fmt: skip
