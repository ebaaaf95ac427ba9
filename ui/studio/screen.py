"""The view model: everything that the page shows at one moment, as plain values for the templates.

`compose` is pure: what was found of a conversation in, the screen out. Regions of the page map to templates by name
(render.py), so nothing here knows of Gradio or HTML.
"""

import json
from dataclasses import dataclass, field, replace
from typing import Any

from wanderhue.graphs.view import View
from wanderhue.ui.studio import chips, pauses, picture
from wanderhue.ui.studio.log import Said, turns
from wanderhue.ui.studio.painting import Progress, painting, sketch_of
from wanderhue.ui.studio.strings import Lang, money, price_text, text
from wanderhue.ui.studio.tree import SHOWN, strip

KEPT_MESSAGES = 20
"""Messages that the page holds; earlier ones come on demand."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody just asked for, before there is an answer."""

    words: str = ""
    """The words, shown at once."""
    paints: bool = False
    """True when a picture will come for certain."""
    option: int | None = None
    """The option that was chosen."""


@dataclass(frozen=True, slots=True)
class Found:
    """What is known of a conversation at one moment."""

    view: View
    said: list[Said] = field(default_factory=list)
    said_count: int = 0
    title: str = ""
    last_trip: dict[str, str] | None = None
    """The album to go on with, for an empty page."""
    paid: bool = False
    """True when the painter charges for pictures."""


@dataclass(frozen=True, slots=True)
class Screen:
    """The screen. Names are those that the templates use."""

    lang: Lang
    stage: str
    """ask, choose, reword, confirm, review, done or painting."""
    thread: str
    rev: str
    """Changes with every accepted answer: a click on an older page does nothing."""
    title: str
    bill: str
    turns: list[dict[str, Any]]
    earlier: int
    shown_messages: int
    pending: str
    reply_so_far: str
    """What the planner has said so far."""
    coming: int
    """How many options are still being written."""
    notices: list[str]
    chips: list[dict[str, str]]
    examples: list[str]
    last_trip: dict[str, str] | None
    options: list[dict[str, Any]]
    image: dict[str, Any] | None
    score: dict[str, Any] | None
    prompt: dict[str, Any] | None
    price: str
    siblings: list[dict[str, Any]]
    shapes: list[dict[str, str]]
    downloads: list[dict[str, str]]
    painting: dict[str, Any] | None
    confirm: dict[str, Any] | None
    refusal: dict[str, Any] | None
    problem: dict[str, Any] | None
    versions: list[dict[str, Any]]
    strip: dict[str, Any]
    can_undo: bool
    can_redo: bool
    announce: str


@dataclass(frozen=True, slots=True)
class Moment:
    """What a screen depends on beside the conversation itself."""

    lang: Lang
    wish: Wish = field(default_factory=Wish)
    progress: Progress | None = None
    problem: dict[str, Any] | None = None
    versions: int = SHOWN


def compose(found: Found, moment: Moment) -> Screen:
    """The screen. Pure."""
    view, lang = found.view, moment.lang
    working = moment.progress is not None or moment.wish.paints
    stage = "painting" if working and _paints(moment) else view.stage
    written = moment.progress.options if moment.progress and stage != "painting" else None
    if written:  # the planner is still writing: what is ready is shown
        view, stage = replace(view, stage="choose", options=written), "choose"
    image = view.image if view.stage != "choose" or stage == "painting" else None
    busy = painting(view, moment.wish, moment.progress, _price(found), lang=lang) if stage == "painting" else None
    parent = (image or {}).get("id") or ""
    here = (image or {}).get("id")
    return Screen(
        lang=lang,
        stage=stage,
        thread=view.thread_id,
        rev=f"{found.said_count}{view.stage}",
        title=found.title or (text("photo_title", lang) if view.versions else ""),  # only photos come without words
        bill=_bill(view, lang),
        turns=turns(found.said, view.versions, lang),
        earlier=max(0, found.said_count - len(found.said)),
        shown_messages=len(found.said),
        pending=moment.wish.words,
        reply_so_far=moment.progress.text if moment.progress and moment.wish.words else "",
        coming=3 - len(written) if written else 0,
        notices=[] if moment.wish.words or busy else view.notices,
        chips=_chips(view, stage, lang),
        examples=chips.examples(lang),
        last_trip=found.last_trip,
        options=_options(view),
        image=picture.picture(image, view.versions, lang) if image else None,
        score=picture.score(image, lang) if image else None,
        prompt=picture.prompt_card(image, lang) if image else None,
        price=price_text(_price(found), lang),
        siblings=_siblings(view),
        shapes=picture.shapes(lang),
        downloads=picture.downloads(image, view.thread_id, lang) if image else [],
        painting=busy,
        confirm=pauses.confirm(view, found.said_count, lang) if stage == "confirm" else None,
        refusal=pauses.refusal(view, found.said) if stage == "reword" else None,
        problem=moment.problem or (None if working else pauses.trouble(view, lang)),
        versions=view.versions,
        strip=strip(view.versions, lang, shown=moment.versions, painting=parent if busy else None),
        can_undo="undo" in view.actions and any(row["id"] == here and row["number"] > 1 for row in view.versions),
        can_redo="redo" in view.actions and any(row["parent"] == here for row in view.versions),
        announce=text("thinking", lang) if moment.wish.words and not busy else _announce(view, stage, busy, lang),
    )


def _paints(moment: Moment) -> bool:
    return moment.wish.paints or (moment.progress is not None and moment.progress.paints)


def _bill(view: View, lang: Lang) -> str:
    spent = view.cost.get("today_usd", 0.0)
    if not spent:
        return text("bill_free", lang)
    return text("bill_of", lang, spent=money(spent, lang), cap=money(view.cost.get("daily_cap_usd", 0.0), lang))


def _price(found: Found) -> float | None:
    """What the next picture may cost: as much as the last one that was paid; None while that is not known."""
    if not found.paid:
        return 0.0
    return next((float(row["cost"]) for row in reversed(found.view.versions) if row["cost"]), None)


def _chips(view: View, stage: str, lang: Lang) -> list[dict[str, str]]:
    if stage == "choose":
        words = chips.for_options(lang)
    elif stage in ("review", "done") and view.image and view.image["painter"] != "photo":
        words = chips.for_picture(view.image["brief"]["scene"], lang)
    else:
        words = []
    return [{"text": one, "do": json.dumps({"do": "say", "text": one}, ensure_ascii=False)} for one in words]


def _options(view: View) -> list[dict[str, Any]]:
    return [
        {**option, "short": option["place"].split(",")[0], "sketch": sketch_of(option, index, view.thread_id)}
        for index, option in enumerate(view.options)
    ]


def _siblings(view: View) -> list[dict[str, Any]]:
    here = (view.image or {}).get("id")
    return [
        {"id": one["id"], "number": one["number"], "score": round(one["palette_score"]["score"]),
         "current": one["id"] == here}
        for one in sorted(view.images, key=lambda image: image["number"])
    ]  # fmt: skip


def _announce(view: View, stage: str, busy: dict[str, Any] | None, lang: Lang) -> str:
    """What a screen reader is told once: results; progress at each quarter."""
    if busy:
        quarter = busy["percent"] // 25 * 25
        return text("announce_quarter", lang, percent=quarter) if quarter else text("announce_started", lang)
    if stage == "choose":
        titles = ", ".join(option["place"] for option in view.options)
        return f"{view.reply} {text('announce_options', lang, titles=titles)}".strip()
    if stage in ("review", "done") and view.image and not view.reply:
        found = picture.score(view.image, lang)
        return text("announce_done", lang, sentence=found["sentence"], score=found["number"])
    return view.reply if view.thread_id else ""  # an empty page has its heading
