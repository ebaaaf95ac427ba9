"""What a pause shows: the state as a view, JSON only. The session adds what only the store knows (paths, records)."""

from typing import Any

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
        "refusal": refusal if stage == "reword" else None,
        "draft": draft_view(state.get("draft")) if stage in ("confirm", "reword") else None,
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


def draft_view(draft: dict[str, Any] | None) -> dict[str, Any] | None:
    """What is about to be painted, in words."""
    if not draft:
        return None
    return {name: draft[name] for name in ("subject", "setting", "light", "style", "text", "negative", "aspect", "n")}


def rgb_of(hex_color: str) -> list[int]:
    """[r, g, b], 0 to 255, of '#rrggbb'."""
    return [int(hex_color[i : i + 2], 16) for i in (1, 3, 5)]
