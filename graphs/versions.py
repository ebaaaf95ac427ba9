"""Versions as the graph writes them: the record from a receipt, the header for the state, the view for people."""

from typing import TYPE_CHECKING, Any

from wanderhue.agent.brief import ImageBrief
from wanderhue.graphs.state import MOST_CHANGES, TripState
from wanderhue.tools.conversations import Version

if TYPE_CHECKING:
    from wanderhue.tools.look import Look


def version_of(receipt: dict[str, Any], brief: ImageBrief, look: "Look", *, state: TripState, painter: str) -> Version:
    """The record of a picture that was received (its id and number are the store's to give)."""
    order = state.get("order") or {}
    if order.get("type") != "recolor":
        order = state.get("carried") or order
    fresh = order.get("type") in ("choose", "picture")
    parent = None if fresh else (state.get("image") or {}).get("id")
    changes = [*order.get("changes", []), *receipt["sent"].get("changes", [])]
    unique = {(one["before"], one["after"]): one for one in changes}
    sent = {**receipt["sent"], "changes": list(unique.values())[:MOST_CHANGES]}
    return Version(
        id="",
        number=0,
        parent=parent,
        blob=receipt["blob"],
        width=look.width,
        height=look.height,
        score=look.score,
        brief=brief.model_dump(mode="json"),
        feedback=order.get("text") or order.get("type", ""),
        action=state["action"],
        painter=painter,
        seed=receipt["seed"],
        cost_usd=receipt["cost_usd"],
        asked={"width": brief.width, "height": brief.height, "aspect": brief.aspect, "mask": order.get("mask")},
        sent=sent,
        got={"width": look.width, "height": look.height, "revised_prompt": receipt["revised_prompt"]},
    )


def header(version: Version) -> list[Any]:
    """The state's header of a version, at most 200 bytes."""
    return [version.id, version.parent, version.blob[:16], round(version.score["score"], 1)]


def image_view(version: Version, lang: str) -> dict[str, Any]:
    """A version as callers see it, without bytes and without the paths that only the session knows."""
    return {
        "scene_title": title_of(version.brief, lang),
        "photo": bool(version.brief.get("photo")),
        "id": version.id,
        "number": version.number,
        "parent": version.parent,
        "blob": version.blob,
        "width": version.width,
        "height": version.height,
        "palette_score": version.score,
        "seed": version.seed,
        "painter": version.painter,
        "cost": version.cost_usd,
        "feedback": version.feedback,
        "asked": version.asked,
        "sent": version.sent,
        "got": version.got,
    }


def title_of(brief: dict[str, Any], lang: str) -> str:
    """The title of a brief's scene: in its own script for people who read that, where it has one."""
    scene: dict[str, str] = brief["scene"]
    return (scene["local_title"] if lang == "ko" else "") or scene["title"]
