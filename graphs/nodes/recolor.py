"""Same picture, other colors: no painter, no cost. `recolor` by the person's palette, `repair` by the brief's own."""

from typing import TYPE_CHECKING, Any

from wanderhue.agent.brief import ImageBrief
from wanderhue.agent.offline.briefing import color_uses
from wanderhue.agent.replies import say
from wanderhue.agent.trips import OptionColor
from wanderhue.graphs.nodes.inspect import in_words
from wanderhue.graphs.state import KEPT_HEADERS, TripState
from wanderhue.graphs.turn import Turn, lang_of
from wanderhue.graphs.versions import header, image_view, version_of
from wanderhue.tools.conversations import Version
from wanderhue.tools.threads import in_thread

if TYPE_CHECKING:
    from wanderhue.tools.recolor_file import RecoloredFile


async def recolor(state: TripState, turn: Turn) -> TripState:
    """A version of the picture under the cursor in the palette of the order."""
    lang = lang_of(state)
    brief = ImageBrief.model_validate(state["brief"])
    pairs = await in_thread(_names, state["order"]["palette"], {entry.hex: entry.name for entry in brief.palette}, lang)
    colors = tuple(OptionColor(name=name, hex=color) for color, name in pairs)
    uses = () if brief.photo else await in_thread(color_uses, brief.scene, colors)
    version, result = await _make(state, turn, brief.model_copy(update={"palette": colors, "colors": uses}))
    words = in_words(version.score, version.brief, lang)
    lost = ", ".join(result.could_not_place)
    notices = [say("could_not_place", lang, names=lost)] if lost else []
    reply = say("recolored", lang, number=version.number, score=words)
    return {**_with(state, version), "notices": notices, "reply": reply}


async def repair(state: TripState, turn: Turn) -> TripState:
    """The picture pulled back to its own palette, as a version beside it; the cursor on the better one."""
    lang, image = lang_of(state), state.get("image") or {}
    version, result = await _make(state, turn, ImageBrief.model_validate(state["brief"]))
    if version.score["score"] <= image["palette_score"]["score"]:
        words = in_words(image["palette_score"], state["brief"] or {}, lang)
        return {"stage": "review", "reply": say("repainted", lang, number=image["number"], score=words)}
    words = in_words(version.score, version.brief, lang)
    notice = say("repaired", lang, before=round(result.before), after=round(version.score["score"]))
    reply = say("repainted", lang, number=version.number, score=words)
    return {**_with(state, version), "reply": reply, "notices": [*state.get("notices", []), notice]}


async def _make(state: TripState, turn: Turn, brief: ImageBrief) -> tuple[Version, "RecoloredFile"]:
    image = state.get("image") or {}
    data = await in_thread(turn.deps.images.get, image["blob"])
    turn.emit("recolor", 0.0, None)
    result = await in_thread(_recolor, data, tuple((color.hex, color.name) for color in brief.palette), lang_of(state))
    turn.emit("recolor", 1.0, None)
    receipt: dict[str, Any] = {"blob": await in_thread(turn.deps.images.put, result.png), "seed": image.get("seed"),
                               "cost_usd": 0.0, "revised_prompt": "", "sent": {"operation": "recolor"}}  # fmt: skip
    record = version_of(receipt, brief, result.look, state=state, painter=image.get("painter", ""))
    key = f"{state['action']}.recolor"
    return await in_thread(turn.deps.store.add, turn.thread, turn.owner, key, record), result


def _with(state: TripState, version: Version) -> TripState:
    known = {row[0] for row in state.get("versions", [])}
    rows = [*state.get("versions", []), *([] if version.id in known else [header(version)])]
    return {
        "versions": rows[-KEPT_HEADERS:],
        "image": image_view(version, lang_of(state)),
        "brief": version.brief,
        "siblings": [],
        "redo": [],
        "order": {},
        "carried": None,
        "stage": "review",
    }


def _recolor(data: bytes, colors: tuple[tuple[str, str], ...], lang: str) -> "RecoloredFile":
    from wanderhue.tools.recolor_file import recolor_file  # numpy and Pillow: loaded when used

    return recolor_file(data, colors, lang)


def _names(hexes: list[str], known: dict[str, str], lang: str) -> tuple[tuple[str, str], ...]:
    from wanderhue.tools.recolor_file import named_colors

    return named_colors(hexes, known, lang)
