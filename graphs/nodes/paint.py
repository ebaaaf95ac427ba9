"""Paint the draft: every picture of the action through the journal, so that nobody pays twice."""

from typing import Any

from wanderhue.agent.brief import ImageBrief
from wanderhue.agent.replies import say
from wanderhue.graphs.sketching import seed_of
from wanderhue.graphs.state import TripState
from wanderhue.graphs.turn import Turn, lang_of
from wanderhue.tools.journal import OrderKey
from wanderhue.tools.orders import Bought, Stopped, buy, operation_of, sanitize_brief, size_for
from wanderhue.tools.painter import PaintOrder
from wanderhue.tools.stop import Stop
from wanderhue.tools.threads import in_thread


async def paint(state: TripState, turn: Turn) -> TripState:
    """Receipts for every picture of this action, or the reason why the person must be asked."""
    draft = ImageBrief.model_validate(state["draft"])
    bought: list[dict[str, Any]] = []
    with turn.deps.stops.painting(turn.thread) as stop:
        for variant in range(draft.n):
            order = await in_thread(_order, state, draft, variant, turn)
            for outcome in await _buy(order, state, turn, draft.n, stop):
                if isinstance(outcome, Stopped):
                    price = turn.deps.painter.estimate(order) * (draft.n - variant)
                    return _ask(outcome, bought, state, price)
                bought.append({**outcome.receipt, "key": list(outcome.key), "foreign": outcome.foreign})
    return {"bought": bought, "reason": None}


async def _buy(order: PaintOrder, state: TripState, turn: Turn, n: int, stop: Stop) -> list[Bought | Stopped]:
    def progress(stage: str, fraction: float, preview: bytes | None) -> None:
        turn.emit(stage, (order.variant + fraction) / n, preview)

    deps = turn.deps
    progress("paint", 0.0, None)  # a painter that tells nothing of its progress paints all the same
    key = OrderKey(turn.thread, state["action"], state.get("attempt", 0), order.variant)
    adapters: dict[str, Any] = {"painter": deps.painter, "journal": deps.journal, "images": deps.images}
    return await buy(order, key, **adapters, progress=progress, stop=stop)


def _order(state: TripState, draft: ImageBrief, variant: int, turn: Turn) -> PaintOrder:
    safe = sanitize_brief(draft, turn.settings.profile)
    carried = state.get("carried") or {}
    kind = carried.get("type", "")
    seed = seed_of(draft, carried, len(state.get("versions", [])) + 1, variant)
    image = state.get("image") or {}
    base = turn.deps.images.get(image["blob"]) if kind in ("vary", "edit") and image else None
    mask = turn.deps.images.get(carried["mask"]) if kind == "edit" else None
    edited = (image["width"], image["height"]) if kind == "edit" else None
    width, height = edited or size_for(draft, turn.deps.painter)
    return PaintOrder(
        safe.prompt,
        safe.brief,
        width,
        height,
        seed,
        operation=operation_of(kind),
        strong=bool(carried.get("strong")),
        variant=variant,
        base=base,
        mask=mask,
    )


def _ask(outcome: Stopped, bought: list[dict[str, Any]], state: TripState, price: float) -> TripState:
    lang = lang_of(state)
    key = {"unknown_outcome": "confirm_unknown", "stopped": "confirm_stopped"}.get(outcome.code, "confirm_failed")
    if outcome.code == "stopped" and outcome.at_risk:
        key = "confirm_stopped_paid"
    text = say(key, lang, why=outcome.why.rstrip(".") + ".")
    return {"reason": {"code": outcome.code, "text": text, "estimate_usd": price}, "bought": bought, "reply": text,
            "stage": "confirm"}  # fmt: skip
