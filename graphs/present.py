"""A conversation as people see it: the snapshot of its state with what only the store and the journal know."""

from typing import Any

from wanderhue.agent.replies import say
from wanderhue.agent.settings import Settings
from wanderhue.graphs.deps import Deps
from wanderhue.graphs.nodes.sanitize import start_of_day
from wanderhue.graphs.snapshot import snapshot
from wanderhue.graphs.state import TripState
from wanderhue.graphs.versions import image_view
from wanderhue.graphs.view import View
from wanderhue.tools.conversations import Version
from wanderhue.tools.threads import in_thread


async def view_of(state: TripState, deps: Deps, thread: str, owner: str, settings: Settings, *, answered: bool) -> View:
    """The view; `answered` tells also what was wrong with the answer just given."""
    cost = await _cost(deps, thread, settings)
    if not state:
        lang = settings.language or "en"
        return View(thread, "ask", say("welcome", lang), lang, actions=["say", "photo"], cost=cost)
    shown, here = snapshot(state, state.get("stage", "ask")), (state.get("image") or {}).get("id")
    siblings = shown.pop("siblings")
    records = await in_thread(deps.store.some, thread, owner, [here, *siblings] if here else siblings)
    images = {record.id: _image(record, deps, shown["lang"]) for record in records}
    shown["image"] = images.get(here or "")
    shown["images"] = [images[name] for name in siblings if name in images]
    shown["error"] = shown["error"] if answered else None
    tree = await in_thread(deps.store.tree, thread, owner)
    shown["versions"] = [{**row, "current": row["id"] == here} for row in tree]
    return View(thread, cost=cost, **shown)


async def _cost(deps: Deps, thread: str, settings: Settings) -> dict[str, float]:
    return {
        "conversation_usd": await in_thread(deps.journal.spent_on, thread),
        "today_usd": await in_thread(deps.journal.spent_since, start_of_day(deps.clock())),
        "daily_cap_usd": settings.daily_cap_usd,
    }


def _image(record: Version, deps: Deps, lang: str) -> dict[str, Any]:
    path = getattr(deps.images, "path", None)
    shown = image_view(record, lang)
    blob = shown.pop("blob")
    return {**shown, "path": str(path(blob)) if path else None, "brief": {**record.brief}}
