"""The verbs of a session: each is one answer of docs/graph.md, sent from any thread, or awaited from any loop."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wanderhue.graphs import loop
from wanderhue.graphs.view import View

if TYPE_CHECKING:
    from wanderhue.graphs.conversation import Conversation

Picture = str | Path | bytes
"""A picture file's path or its bytes (PNG, JPEG or WEBP)."""


def colors(palette: Any) -> Any:
    """A `Palette`, a list of colors or a text, as an answer gives it."""
    return palette if isinstance(palette, str) else [str(getattr(color, "hex", color)) for color in palette]


def shaped(aspect: str, quality: str | None) -> dict[str, Any]:
    """The answer of `reshape`."""
    return {"type": "reshape", "aspect": aspect} | ({"quality": quality} if quality else {})


class Verbs:
    """What one says to a conversation, for callers that wait."""

    _conversation: "Conversation"

    def say(self, text: str) -> View:
        """Words of any kind: a request, a choice, feedback, a question."""
        return self._send({"type": "say", "text": text})

    def choose(self, index: int) -> View:
        """Take one of the options, counted from 0, and receive its picture."""
        return self._send({"type": "choose", "index": index})

    def refine(self, text: str) -> View:
        """Change the picture by words."""
        return self._send({"type": "say", "text": text})

    def vary(self, *, strong: bool = False) -> View:
        """Another take of the picture: near it, or far from it."""
        return self._send({"type": "vary", "strong": strong})

    def recolor(self, palette: Any) -> View:
        """The same picture in another palette: a `Palette`, a list of colors or a text like '#223344 navy'."""
        return self._send({"type": "recolor", "palette": colors(palette)})

    def repaint(self, palette: Any) -> View:
        """The same brief painted anew in another palette, given as for `recolor`. A paid painter is paid."""
        return self._send({"type": "repaint", "palette": colors(palette)})

    def reshape(self, aspect: str, quality: str | None = None) -> View:
        """The same brief painted anew in another shape ('9:16') and, if named, quality (draft, standard, fine)."""
        return self._send(shaped(aspect, quality))

    def rewrite(self, slots: Mapping[str, Any]) -> View:
        """Paint the brief with these slots in your words (subject, setting, light, shot, style, medium, text, ...)."""
        return self._send({"type": "rewrite", "slots": dict(slots)})

    def edit(self, mask: Picture, text: str) -> View:
        """Change only the white part of the mask, as the words say."""
        return loop.run(self._conversation.edit(mask, text))

    def use_photo(self, picture: Picture) -> View:
        """Make a photo of yours the picture: measured, recolored and edited like one, its colors the palette."""
        return loop.run(self._conversation.take_photo(picture))

    def go_to(self, version: str | int) -> View:
        """Put the cursor on a version, by id or number."""
        return self._send({"type": "goto", "version": version})

    def undo(self) -> View:
        """Back to the picture that this one was made from."""
        return self._send({"type": "undo"})

    def redo(self) -> View:
        """Forward again after undo."""
        return self._send({"type": "redo"})

    def more(self) -> View:
        """Three others."""
        return self._send({"type": "more"})

    def new(self) -> View:
        """A new trip in the same conversation."""
        return self._send({"type": "new"})

    def reword(self, text: str) -> View:
        """Other words for what could not be painted."""
        return self._send({"type": "reword", "text": text})

    def confirm(self, *, paint: bool = True) -> View:
        """Answer a confirm pause: paint, or leave it."""
        return self._send({"type": "paint" if paint else "back"})

    def accept(self) -> View:
        """This is the picture."""
        return self._send({"type": "accept"})

    def answer(self, answer: dict[str, Any] | str) -> View:
        """Any answer as data (docs/graph.md lists them)."""
        return self._send(answer)

    def _send(self, answer: dict[str, Any] | str) -> View:
        return loop.run(self._conversation.send(answer))


class AsyncVerbs:
    """The same for async callers: the name with an `a` before it."""

    _conversation: "Conversation"

    async def asay(self, text: str) -> View:
        """`say` for async callers."""
        return await self._asend({"type": "say", "text": text})

    async def achoose(self, index: int) -> View:
        """`choose` for async callers."""
        return await self._asend({"type": "choose", "index": index})

    async def arefine(self, text: str) -> View:
        """`refine` for async callers."""
        return await self._asend({"type": "say", "text": text})

    async def avary(self, *, strong: bool = False) -> View:
        """`vary` for async callers."""
        return await self._asend({"type": "vary", "strong": strong})

    async def arecolor(self, palette: Any) -> View:
        """`recolor` for async callers."""
        return await self._asend({"type": "recolor", "palette": colors(palette)})

    async def arepaint(self, palette: Any) -> View:
        """`repaint` for async callers."""
        return await self._asend({"type": "repaint", "palette": colors(palette)})

    async def areshape(self, aspect: str, quality: str | None = None) -> View:
        """`reshape` for async callers."""
        return await self._asend(shaped(aspect, quality))

    async def arewrite(self, slots: Mapping[str, Any]) -> View:
        """`rewrite` for async callers."""
        return await self._asend({"type": "rewrite", "slots": dict(slots)})

    async def aedit(self, mask: Picture, text: str) -> View:
        """`edit` for async callers."""
        return await loop.arun(self._conversation.edit(mask, text))

    async def ause_photo(self, picture: Picture) -> View:
        """`use_photo` for async callers."""
        return await loop.arun(self._conversation.take_photo(picture))

    async def ago_to(self, version: str | int) -> View:
        """`go_to` for async callers."""
        return await self._asend({"type": "goto", "version": version})

    async def aaccept(self) -> View:
        """`accept` for async callers."""
        return await self._asend({"type": "accept"})

    async def aanswer(self, answer: dict[str, Any] | str) -> View:
        """`answer` for async callers: every other verb as data."""
        return await self._asend(answer)

    async def _asend(self, answer: dict[str, Any] | str) -> View:
        return await loop.arun(self._conversation.send(answer))
