"""What a pause shows: the state as a view, JSON only. The session adds what only the store knows (paths, records)."""

from typing import Any

from wanderhue.agent.brief import ImageBrief
from wanderhue.graphs.answers import actions_of
from wanderhue.graphs.state import TripState


def snapshot(state: TripState, stage: str) -> dict[str, Any]:
    """The view of a conversation at a pause, from the state alone."""
    reason, refusal = state.get("reason"), state.get("refusal")
    return {
        "stage": stage,
        "reply": state.get("reply", ""),
        "lang": state.get("lang", "en"),
        "options": [option_view(option) for option in state.get("options") or []],
        "chosen": state.get("option"),
        "image": state.get("image"),
        "siblings": state.get("siblings", []),
        "versions": [header_view(header) for header in state.get("versions", [])],
        "notices": state.get("notices", []),
        "error": state.get("error"),
        "confirm": reason if stage == "confirm" else None,
        "stuck": {name: stuck[name] for name in ("code", "message")} if (stuck := state.get("stuck")) else None,
        "refusal": refusal if stage == "reword" else None,
        "draft": draft_view(state.get("draft"), state.get("prompt", "")) if stage in ("confirm", "reword") else None,
        "changes": changes_of(state, stage),
        "actions": list(actions_of(stage, state)),
    }


def option_view(option: dict[str, Any]) -> dict[str, Any]:
    """An option for people and programs: without its scene, with RGB beside the hex."""
    palette = [{**color, "rgb": rgb_of(color["hex"])} for color in option["palette"]]
    shown = ("trip", "title", "place", "why", "season", "highlights", "mood")
    return {name: option.get(name) for name in shown} | {"palette": palette}


def header_view(header: list[Any]) -> dict[str, Any]:
    """A version's header as a dict."""
    return {"id": header[0], "parent": header[1], "score": header[3]}


_SLOTS = ("medium", "subject", "setting", "style", "shot", "light", "text", "negative", "aspect", "quality", "n")


def draft_view(draft: dict[str, Any] | None, prompt: str) -> dict[str, Any] | None:
    """What is about to be painted: the slots in words, the colors with what they land on, the text as sent.

    Where the text is not known yet (the draft was refused), it is the one that was checked.
    """
    if not draft:
        return None
    shown = {name: draft.get(name) for name in (*_SLOTS, "width", "height", "colors")}
    return shown | {"own": draft.get("own", []), "prompt": prompt or ImageBrief.model_validate(draft).prompt()}


def changes_of(state: TripState, stage: str) -> list[dict[str, str]]:
    """What the safety policy changed: in the draft at a question about it, else for the picture under the cursor."""
    if stage in ("confirm", "reword"):
        changed: list[dict[str, str]] = (state.get("carried") or {}).get("changes", [])
    else:
        changed = (state.get("image") or {}).get("sent", {}).get("changes", [])
    return changed


def rgb_of(hex_color: str) -> list[int]:
    """[r, g, b], 0 to 255, of '#rrggbb'."""
    return [int(hex_color[i : i + 2], 16) for i in (1, 3, 5)]
