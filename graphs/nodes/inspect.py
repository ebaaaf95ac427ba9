"""Look at what came back: open it safely, measure it, keep it as a version. The best of several leads."""

from typing import TYPE_CHECKING, Any

from wanderhue.agent.brief import ImageBrief
from wanderhue.agent.errors import BadPicture
from wanderhue.agent.replies import say
from wanderhue.graphs.state import KEPT_HEADERS, TripState
from wanderhue.graphs.turn import Turn, lang_of
from wanderhue.graphs.versions import header, image_view, title_of, version_of
from wanderhue.tools.conversations import Version
from wanderhue.tools.threads import in_thread

if TYPE_CHECKING:
    from wanderhue.tools.look import Look

REPAIR_BELOW = 70.0
"""Scores under this are 'repair' or 'off': facts of the score's calibration, see docs/score.md."""


async def inspect(state: TripState, turn: Turn) -> TripState:
    """The versions of this action, the cursor on the best one, and a reply that says how well the colors fit.

    When only some pictures of an order came, they are kept and the rest is asked about (`reason`): the cursor and the
    draft stay, so that another try is the same order.
    """
    lang, kept, notices = lang_of(state), [], list(state.get("notices", []))
    turn.emit("inspect", 0.0, None)
    for receipt in state["bought"]:
        data = await in_thread(turn.deps.images.get, receipt["blob"])
        brief = ImageBrief.model_validate(receipt["brief"])
        try:
            look = await in_thread(_look, data, brief.hexes(), lang)
        except BadPicture as error:
            notices.append(say("bad_answer_painter", lang, why=str(error)))
            continue
        notices += _remarks(look, receipt, lang)
        version = version_of(receipt, brief, look, state=state, painter=turn.deps.painter.name)
        key = ".".join(str(part) for part in receipt["key"][1:])
        kept.append(await in_thread(turn.deps.store.add, turn.thread, turn.owner, key, version))
    turn.emit("inspect", 1.0, None)
    if state.get("reason"):
        return {"versions": _headers(state, kept), "notices": notices}
    if not kept:
        stage = "review" if state.get("brief") else "choose" if state.get("options") else "ask"
        return {
            "stage": stage,
            "reply": " ".join(notices[-1:]),
            "notices": [],
            "draft": None,
            "bought": [],
            "order": {},
        }
    return _outcome(state, kept, notices, lang)


def _outcome(state: TripState, kept: list[Version], notices: list[str], lang: str) -> TripState:
    best_first = sorted(kept, key=lambda version: -version.score["score"])
    best, first = best_first[0], state.get("image") is None
    title = title_of(best.brief, lang) or say("your_picture", lang)
    reply = say(
        "painted" if first else "repainted",
        lang,
        title=title,
        number=best.number,
        score=in_words(best.score, best.brief, lang),
    )
    needs = best.score["score"] < REPAIR_BELOW and best.painter != "illustrator"
    return {
        "versions": _headers(state, kept),
        "siblings": [version.id for version in best_first] if len(kept) > 1 else [],
        "image": image_view(best, lang),
        "brief": best.brief,
        "draft": None,
        "bought": [],
        "redo": [],
        "order": {},
        "carried": None,
        "prompt": "",
        "notices": list(dict.fromkeys(notices)),
        "reply": "" if needs else reply,
        "stage": "repair" if needs else "review",
    }


def _headers(state: TripState, kept: list[Version]) -> list[list[Any]]:
    known = {row[0] for row in state.get("versions", [])}
    new = [header(version) for version in kept if version.id not in known]
    return [*state.get("versions", []), *new][-KEPT_HEADERS:]


def _look(data: bytes, hexes: tuple[str, ...], lang: str) -> "Look":
    from wanderhue.tools.look import look_at  # numpy: loaded with the first picture, not with the first words

    return look_at(data, hexes, lang)


def _remarks(look: "Look", receipt: dict[str, Any], lang: str) -> list[str]:
    remarks = [notice[1 if lang == "ko" else 0] for notice in receipt["notices"]]
    sent = receipt["sent"]
    if (look.width, look.height) != (sent["width"], sent["height"]):
        asked, got = f"{sent['width']}x{sent['height']}", f"{look.width}x{look.height}"
        remarks.append(say("size_differs", lang, asked=asked, got=got))
    if look.blank:
        remarks.append(say("blank", lang))
    return remarks


def in_words(score: dict[str, Any], brief: dict[str, Any], lang: str) -> str:
    """The score as a sentence, with the colors that are missing by the names that the palette gives them."""
    named = {color["hex"]: color["name"] for color in brief["palette"]}
    text = say(f"score_{score['word']}", lang, score=round(score["score"]))
    names = ", ".join(named.get(color, color) for color in score["missing"])
    return f"{text} {say('missing_colors', lang, names=names)}" if names else text
