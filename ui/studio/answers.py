"""From what an element of the page says to what it means: an answer for the conversation, or an act of the page."""

import base64
import binascii
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, TypeGuard

from wanderhue.agent.errors import BadInput
from wanderhue.graphs import loop
from wanderhue.graphs.conversation import Conversation
from wanderhue.graphs.view import View
from wanderhue.tools.threads import in_thread
from wanderhue.ui.studio.screen import Wish

Prepared = Callable[[Conversation, View], Awaitable[dict[str, Any]]]
"""An answer that needs the conversation first (a mask or a photo becomes a stored picture)."""

PAGE_ACTS = (
    "stop",
    "fresh",
    "open",
    "earlier",
    "more_versions",
    "albums",
    "settings",
    "close",
    "rename",
    "delete",
    "set",
)
"""Acts that answer nothing."""
_PAINTS = ("choose", "vary", "repaint", "reshape", "rewrite", "recolor", "paint", "accept_suggestion")
_FIELDS = {
    "say": ("text",), "choose": ("index",), "vary": ("strong",), "recolor": ("palette",), "repaint": ("palette",),
    "reshape": ("aspect", "quality"), "rewrite": ("slots",), "goto": ("version",), "reword": ("text",), "more": (),
    "new": (), "undo": (), "redo": (), "first": (), "accept": (), "paint": (), "back": (), "accept_suggestion": (),
    "retry": (), "offline": (),
}  # fmt: skip
_LARGEST_MASK = 8_000_000


@dataclass(frozen=True, slots=True)
class Act:
    """What was meant."""

    kind: str
    """answer, or one of PAGE_ACTS."""
    answer: Any = None
    """For answer: the data for the graph, or a `Prepared`."""
    wish: Wish = field(default_factory=Wish)
    rev: str = ""
    """The revision of the page that was clicked."""
    thread: str = ""
    """For open, rename and delete: whose."""
    count: int = 0
    name: str = ""
    value: Any = None


def act_of(data: dict[str, Any]) -> Act:
    """Read it. Raises `BadInput` for what the page never says."""
    kind, rev = data.get("do"), str(data.get("rev", ""))[:80]
    if kind in PAGE_ACTS:
        count = data.get("count", 0)
        return Act(
            str(kind),
            thread=str(data.get("thread", ""))[:64],
            count=max(0, min(count, 2000)) if _is_number(count) else 0,
            name=str(data.get("name", ""))[:40],
            value=data.get("value"),
        )
    if kind == "edit":
        text = str(data.get("text", ""))[:500]
        return Act("answer", _edit(str(data.get("mask", "")), text), Wish(words=text, paints=True), rev)
    if kind == "photo":
        return Act("answer", _photo(str(data.get("photo", ""))[:80]), Wish(), rev)
    if not isinstance(kind, str) or kind not in _FIELDS:
        raise BadInput(f"the studio does not know {str(kind)[:40]!r}; reload the page")
    answer = {"type": kind, **{field: data[field] for field in _FIELDS[kind] if field in data}}
    words = str(data.get("text", "")) if kind in ("say", "reword") else ""
    index = data.get("index")
    option = index if kind == "choose" and _is_number(index) and index >= 0 else None
    return Act("answer", answer, Wish(words=words, paints=kind in _PAINTS, option=option), "" if words else rev)


def _is_number(value: Any) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def _edit(mask: str, text: str) -> Prepared:
    async def prepare(conversation: Conversation, _view: View) -> dict[str, Any]:
        head, _, body = mask.partition(",")
        if head != "data:image/png;base64" or len(body) > _LARGEST_MASK:
            raise BadInput("the mask is not a PNG of the page; paint it again")
        try:
            png = base64.b64decode(body, validate=True)
        except binascii.Error as error:
            raise BadInput("the mask did not arrive whole; paint it again") from error
        answer: dict[str, Any] = await loop.arun(conversation.mask_answer(png, text))
        return answer

    return prepare


def _photo(name: str) -> Prepared:
    async def prepare(conversation: Conversation, _view: View) -> dict[str, Any]:
        blob = await in_thread(conversation.workshop.deps.store.upload, name, conversation.owner)
        return {"type": "photo", "blob": blob}

    return prepare
