"""From a brief to a painter and back, paid at most once: the inner part that the graph's node and the public
`generate_image` tool share. The safety policy is in the types: only `sanitize_brief` gets a `SafePrompt`.
"""

import hashlib
import json
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Literal

from wanderhue.agent.brief import ImageBrief
from wanderhue.agent.errors import Cancelled, PainterError, Refused, UnknownOutcome
from wanderhue.agent.sanitizer import AudienceProfile, SafePrompt, sanitize
from wanderhue.agent.trips import Lang
from wanderhue.tools.image_store import ImageStore
from wanderhue.tools.journal import Journal, OrderKey
from wanderhue.tools.painter import Operation, Painted, Painter, PaintOrder, Progress
from wanderhue.tools.stop import Stop
from wanderhue.tools.threads import in_thread


@dataclass(frozen=True, slots=True)
class SafeBrief:
    """A brief whose words passed the policy, with the prompt that may be sent, and what was taken out."""

    brief: ImageBrief
    prompt: SafePrompt
    removed: tuple[str, ...] = ()


def sanitize_brief(brief: ImageBrief, profile: str, lang: Lang = "en") -> SafeBrief:
    """Check every word that could reach a picture; the profile's own line is added. Raises `Refused`."""
    lettering = {name: getattr(brief.scene, name) for name in ("title", "local_title", "subtitle")}
    given = {name: text for name, text in lettering.items() if text}
    prompt = f"{brief.prompt()} {AudienceProfile.load(profile).brief}"
    safe = sanitize(prompt, also=given, profile=profile, lang=lang)
    kept = {name: text[: len(given[name])] for name, text in safe.also.items()}
    scene = brief.scene.model_copy(update=kept)
    shown = brief.model_copy(update={"scene": scene, "text": scene.title if brief.text else ""})
    return SafeBrief(shown, safe, tuple(change.before for change in safe.verdict.changes))


def digest_of(order: PaintOrder) -> str:
    """What makes two requests the same: everything a painter is told, not when or by whom."""
    brief = order.brief.model_dump(mode="json")
    later = {name: brief.pop(name) for name in ("quality", "photo", "own")}
    usual = {"quality": "standard", "photo": False, "own": []}
    parts = {
        "brief": brief if later == usual else brief | later,  # orders of before these slots keep their digest
        "prompt": order.prompt.text,
        "size": [order.width, order.height],
        "seed": order.seed,
        "operation": order.operation,
        "strong": order.strong,
        "variant": order.variant,
        "base": hashlib.sha256(order.base).hexdigest() if order.base else "",
        "mask": hashlib.sha256(order.mask).hexdigest() if order.mask else "",
    }
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def estimate(brief: ImageBrief, prompt: SafePrompt, painter: Painter) -> float:
    """The expected price in US dollars of all pictures of a brief."""
    return painter.estimate(PaintOrder(prompt, brief, *size_for(brief, painter), brief.seed or 0)) * brief.n


def size_for(brief: ImageBrief, painter: Painter) -> tuple[int, int]:
    """The pixels that a painter would paint for a brief; painters that know one quality are not told of others."""
    wish = (brief.aspect, brief.width, brief.height)
    return painter.size(*wish) if brief.quality == "standard" else painter.size(*wish, brief.quality)


@dataclass(frozen=True, slots=True)
class Bought:
    """One picture received under a key: now, before a crash, or for another request with the same number."""

    receipt: dict[str, Any]
    key: OrderKey
    foreign: bool = False
    """True when it was bought by another request under this action: kept as a version of its own."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """Why an order has no picture, and what to ask."""

    code: Literal["unknown_outcome", "failed", "stopped", "refused"]
    why: str
    at_risk: bool = False
    """True when the call had gone out and may be billed all the same."""


async def buy(
    order: PaintOrder,
    key: OrderKey,
    *,
    painter: Painter,
    journal: Journal,
    images: ImageStore,
    progress: Progress,
    stop: Stop | None = None,
) -> list[Bought | Stopped]:
    """Get the picture for an order without ever paying twice for it.

    Walks the attempts that a person approved: a receipt of the same request is used again, another request's is
    kept (`foreign`) and the next number taken, an intent without a receipt stops at a paid painter and is repeated
    at a free one. The last element is the order's own outcome. A painting that is stopped before its call is
    forgotten; one that is stopped under way keeps its intent at a paid painter, because it may be billed.
    """
    outcome: list[Bought | Stopped] = []
    call = partial(_call, painter=painter, journal=journal, images=images, progress=progress, stop=stop or Stop())
    digest, attempt = digest_of(order), 0
    while True:
        at = key._replace(attempt=attempt)
        claim = await in_thread(journal.claim, at, digest, painter.name, painter.estimate(order))
        if claim.state == "bought" and claim.receipt is not None:
            return [*outcome, Bought(claim.receipt, at)]
        if claim.state == "other" and claim.receipt is not None:
            outcome.append(Bought(claim.receipt, at, foreign=True))
        elif claim.state == "pending" and painter.paid and attempt >= key.attempt:
            return [*outcome, Stopped("unknown_outcome", "")]
        elif claim.state == "new" or not painter.paid:
            return [*outcome, await call(replace(order, key=str(at)), at)]
        attempt += 1


async def _call(
    order: PaintOrder,
    key: OrderKey,
    *,
    painter: Painter,
    journal: Journal,
    images: ImageStore,
    progress: Progress,
    stop: Stop,
) -> Bought | Stopped:
    out = not stop.wished
    try:
        painted = await stop.run(painter.paint(order, progress))
    except Exception as error:
        outcome = _failure(error, stopped=stop.wished, at_risk=out and painter.paid)
        if not outcome.at_risk:
            await in_thread(journal.release, key)
        return outcome
    receipt = await in_thread(_receive, painted, order, images)
    await in_thread(journal.complete, key, receipt, painted.cost_usd)
    return Bought(receipt, key)


def _failure(error: Exception, *, stopped: bool, at_risk: bool) -> Stopped:
    """What an error means. `at_risk`: the call may have gone out and may cost; only some errors rule that out."""
    match error:
        case Cancelled():
            return Stopped("stopped", str(error), at_risk)
        case UnknownOutcome():
            return Stopped("stopped" if stopped else "unknown_outcome", str(error), at_risk)
        case Refused():
            return Stopped("refused", str(error))
        case PainterError():
            return Stopped("failed", str(error))
        case _ if at_risk:
            return Stopped("stopped" if stopped else "unknown_outcome", type(error).__name__, at_risk)
        case _:
            return Stopped("failed", f"{type(error).__name__}: {error}"[:300])


def _receive(painted: Painted, order: PaintOrder, images: ImageStore) -> dict[str, Any]:
    """Keep the bytes first, then describe them: a receipt always has its picture."""
    brief = order.brief if painted.scene is None else order.brief.model_copy(update={"scene": painted.scene})
    seed = painted.seed if painted.seed is not None else order.seed
    return {
        "blob": images.put(painted.data),
        "seed": seed,
        "cost_usd": painted.cost_usd,
        "revised_prompt": painted.revised_prompt,
        "notices": [list(notice) for notice in painted.notices],
        "brief": brief.model_copy(update={"seed": seed}).model_dump(mode="json"),
        "sent": {
            "prompt": order.prompt.text,
            "width": order.width,
            "height": order.height,
            "seed": order.seed,
            "operation": order.operation,
            "changes": [{"before": one.before, "after": one.after} for one in order.prompt.verdict.changes],
        },
    }


def operation_of(kind: str) -> Operation:
    """The painter's operation for an order of the conversation."""
    return {"vary": "vary", "edit": "edit"}.get(kind, "generate")  # type: ignore[return-value]
