"""A person's own photo becomes a version: measured, its colors the palette. Nothing is painted."""

from typing import TYPE_CHECKING

from wanderhue.agent.errors import BadPicture, NotFound
from wanderhue.agent.replies import say
from wanderhue.graphs.state import KEPT_HEADERS, TripState
from wanderhue.graphs.turn import Turn, lang_of
from wanderhue.graphs.versions import header, image_view
from wanderhue.tools.conversations import Version
from wanderhue.tools.threads import in_thread

if TYPE_CHECKING:
    from wanderhue.tools.photo_brief import SeenPhoto


async def photo(state: TripState, turn: Turn) -> TripState:
    """The cursor on the photo, or why it cannot be used; then everything is as it was."""
    lang, blob = lang_of(state), state["order"]["blob"]
    turn.emit("photo", 0.0, None)
    try:
        seen = await in_thread(_seen, await in_thread(turn.deps.images.get, blob), lang)
    except (NotFound, BadPicture) as error:
        return {"reply": say("photo_unusable", lang, why=str(error).rstrip(".") + "."), "order": {}}
    turn.emit("photo", 1.0, None)
    record = Version(
        id="",
        number=0,
        parent=None,
        blob=blob,
        width=seen.look.width,
        height=seen.look.height,
        score=seen.look.score,
        brief=seen.brief.model_dump(mode="json"),
        feedback="photo",
        action=state["action"],
        painter="photo",
        seed=None,
        cost_usd=0.0,
        sent={"operation": "photo", "changes": []},
    )
    version = await in_thread(turn.deps.store.add, turn.thread, turn.owner, f"{state['action']}.photo", record)
    known = {row[0] for row in state.get("versions", [])}
    rows = [*state.get("versions", []), *([] if version.id in known else [header(version)])]
    return {
        **_fresh(),
        "versions": rows[-KEPT_HEADERS:],
        "image": image_view(version, lang),
        "brief": version.brief,
        "reply": say("photo_kept", lang, number=version.number),
        "stage": "review",
    }


def _fresh() -> TripState:
    """What was under way ends here: the photo is the picture now."""
    return {"draft": None, "prompt": "", "carried": None, "bought": [], "refusal": None, "reason": None, "wish": None,
            "option": None, "siblings": [], "redo": [], "feedback": [], "order": {}}  # fmt: skip


def _seen(data: bytes, lang: str) -> "SeenPhoto":
    from wanderhue.tools.photo_brief import see_photo  # numpy and Pillow: loaded when used

    return see_photo(data, lang)
