"""Same picture, other colours: no painter, no cost. `recolor` by the person's palette, `repair` by the brief's own."""

import io
from typing import Any

from PIL.Image import Image

from wanderhue.agent.brief import ImageBrief
from wanderhue.agent.color_names import plain_name
from wanderhue.agent.palette import Palette
from wanderhue.agent.replies import say
from wanderhue.agent.trips import Lang, OptionColor
from wanderhue.graphs.nodes.inspect import in_words
from wanderhue.graphs.state import KEPT_HEADERS, TripState
from wanderhue.graphs.turn import Turn, lang_of
from wanderhue.graphs.versions import header, image_view, version_of
from wanderhue.tools.conversations import Version
from wanderhue.tools.look import look_at
from wanderhue.tools.recolor import Recolored
from wanderhue.tools.recolor import recolor as recolor_pixels
from wanderhue.tools.threads import in_thread


async def recolor(state: TripState, turn: Turn) -> TripState:
    """A version of the picture under the cursor in the palette of the order."""
    lang = lang_of(state)
    brief = ImageBrief.model_validate(state["brief"])
    colors = tuple(OptionColor(name=_name(color, brief, lang), hex=color) for color in state["order"]["palette"])
    version, result = await _make(state, turn, brief.model_copy(update={"palette": colors}))
    update = _with(state, version)
    if result.could_not_place:
        names = ", ".join(_name(color, brief, lang) for color in result.could_not_place)
        update["notices"] = [say("could_not_place", lang, names=names)]
    return {
        **update,
        "reply": say("recolored", lang, number=version.number, score=in_words(version.score, version.brief, lang)),
    }


async def repair(state: TripState, turn: Turn) -> TripState:
    """The picture pulled back to its own palette, as a version beside it; the cursor on the better one."""
    lang, image = lang_of(state), state.get("image") or {}
    version, result = await _make(state, turn, ImageBrief.model_validate(state["brief"]))
    if version.score["score"] <= image["palette_score"]["score"]:
        words = in_words(image["palette_score"], state["brief"] or {}, lang)
        return {"stage": "review", "reply": say("repainted", lang, number=image["number"], score=words)}
    words = in_words(version.score, version.brief, lang)
    notice = say("repaired", lang, before=round(result.before.score), after=round(version.score["score"]))
    reply = say("repainted", lang, number=version.number, score=words)
    return {**_with(state, version), "reply": reply, "notices": [*state.get("notices", []), notice]}


async def _make(state: TripState, turn: Turn, brief: ImageBrief) -> tuple[Version, Recolored]:
    image = state.get("image") or {}
    data = await in_thread(turn.deps.images.get, image["blob"])
    turn.emit("recolor", 0.0, None)
    result = await in_thread(recolor_pixels, data, Palette.from_hex(brief.hexes()))
    turn.emit("recolor", 1.0, None)
    png = await in_thread(_png, result.image)
    look = await in_thread(look_at, png, brief.hexes(), lang_of(state))
    receipt: dict[str, Any] = {"blob": await in_thread(turn.deps.images.put, png), "seed": image.get("seed"),
                               "cost_usd": 0.0, "revised_prompt": "", "sent": {"operation": "recolor"}}  # fmt: skip
    record = version_of(receipt, brief, look, state=state, painter=image.get("painter", ""))
    key = f"{state['action']}.recolor"
    return await in_thread(turn.deps.store.add, turn.thread, turn.owner, key, record), result


def _with(state: TripState, version: Version) -> TripState:
    known = {row[0] for row in state.get("versions", [])}
    rows = [*state.get("versions", []), *([] if version.id in known else [header(version)])]
    return {"versions": rows[-KEPT_HEADERS:], "image": image_view(version), "brief": version.brief, "siblings": [],
            "redo": [], "order": {}, "carried": None, "stage": "review"}  # fmt: skip


def _png(image: Image) -> bytes:
    buffer = io.BytesIO()
    image.convert("RGB").save(buffer, "PNG", compress_level=3)
    return buffer.getvalue()


def _name(color: str, brief: ImageBrief, lang: Lang) -> str:
    known = {entry.hex: entry.name for entry in brief.palette}
    return known.get(color) or plain_name(color, lang)
