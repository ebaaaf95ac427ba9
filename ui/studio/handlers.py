"""What the page's events do: thin over the session. Each is an async generator of {component's name: new value}.

A run goes on in a job of its own (job.py); a handler starts one or joins one, shows its progress, then the result.
"""

import json
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from typing import Any

from wanderhue.agent.errors import BadInput, WanderhueError
from wanderhue.graphs import loop
from wanderhue.graphs.conversation import Conversation
from wanderhue.graphs.view import View
from wanderhue.ui.studio.answers import Act, act_of
from wanderhue.ui.studio.desk import Desk
from wanderhue.ui.studio.drawers import Drawers
from wanderhue.ui.studio.job import Job
from wanderhue.ui.studio.pauses import problem
from wanderhue.ui.studio.render import region, regions
from wanderhue.ui.studio.screen import KEPT_MESSAGES, Found, Moment, Screen, Wish, compose
from wanderhue.ui.studio.strings import Lang, lang_from
from wanderhue.ui.studio.tree import SHOWN
from wanderhue.ui.web.owner import owner_of

_LOG = logging.getLogger("wanderhue")
_NOTHING = Found(View("", "ask", actions=["say"], cost={}))
Update = dict[str, Any]
"""{component's name: new value}; components that are not named stay as they are."""


@dataclass(frozen=True, slots=True)
class Person:
    """Who is at the page: the owner, and the language that the page speaks to them."""

    owner: str
    lang: Lang


class Handlers:
    """The page's events on one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._drawers = desk, Drawers(desk)

    async def person(self, request: Any) -> Person:
        """The person behind a Gradio request."""
        owner = owner_of(request)
        wish = (await self._desk.preferences(owner)).get("ui_language", "")
        return Person(owner, lang_from(str(wish), request.headers.get("accept-language", "")))

    async def load(self, thread: str, request: Any) -> AsyncIterator[Update]:
        """The page opens, with the conversation of its address; a run that is going on is joined, a broken one ends."""
        person = await self.person(request)
        async for update in _news(self._told(self._open(thread, person), thread, person)):
            yield update

    async def say(self, words: str, thread: str, request: Any) -> AsyncIterator[Update]:
        """Words from the composer."""
        person = await self.person(request)
        if not words.strip():
            yield {"words": ""}
            return
        first: Update = {"words": ""}
        steps = self._send({"type": "say", "text": words}, thread, person, Wish(words=words.strip()))
        async for update in _news(self._told(steps, thread, person)):
            yield {**first, **update}
            first = {}

    async def act(self, data: dict[str, Any], thread: str, request: Any) -> AsyncIterator[Update]:
        """Anything that was clicked or pressed on the page; `data` is what its element says."""
        person = await self.person(request)
        try:
            act = act_of(data)
        except BadInput as error:
            yield await self._problem(thread, person, error)
            return
        async for update in _news(self._told(self._work(act, thread, person), thread, person)):
            yield update

    async def _told(self, updates: AsyncIterator[Update], thread: str, person: Person) -> AsyncIterator[Update]:
        """The updates. Whatever goes wrong on the way, the page says so and offers a way on."""
        try:
            async for update in updates:
                yield update
        except Exception as error:
            yield {**await self._problem(thread, person, error), "drawer": ""}

    def _work(self, act: Act, thread: str, person: Person) -> AsyncIterator[Update]:
        """The generator that does what was meant."""
        match act.kind:
            case "answer":
                return self._answer(act, thread, person)
            case "stop":
                return self._stop(thread, person)
            case "fresh":
                return self._turn_to("", person)
            case "open":
                return self._turn_to(act.thread, person)
            case "earlier" | "more_versions":
                return self._more(act, thread, person)
            case _:
                return self._drawer(act, thread, person)

    async def _answer(self, act: Act, thread: str, person: Person) -> AsyncIterator[Update]:
        """An answer for the conversation; one from a page that was left behind only brings the page up to date."""
        late = act.rev and act.rev != await self._revision(thread, person)
        steps = self._open(thread, person) if late else self._send(act.answer, thread, person, act.wish)
        async for update in steps:
            yield update

    async def _stop(self, thread: str, person: Person) -> AsyncIterator[Update]:
        """Stop the painting; the page that follows it shows what came of that."""
        conversation = await self._desk.conversation(thread, person.owner)
        await loop.arun(conversation.cancel())
        yield {"thread": thread}  # Gradio takes no update for a mistake

    async def _turn_to(self, thread: str, person: Person) -> AsyncIterator[Update]:
        """Another conversation, or an empty page; the drawer closes."""
        async for update in self._open(thread, person):
            yield {"drawer": "", **update}

    async def _drawer(self, act: Act, thread: str, person: Person) -> AsyncIterator[Update]:
        """Albums and settings; some of what is done there changes the whole page."""
        async for update in self._drawers.act(act, thread, person.owner, person.lang):
            reload = update.pop("reload", None)
            if reload is None:
                yield update
                continue
            async for page in self._open("" if reload == "gone" else thread, await self._person_again(person)):
                yield {**update, **page}

    async def _person_again(self, person: Person) -> Person:
        """The person after a setting changed."""
        wish = str((await self._desk.preferences(person.owner)).get("ui_language", ""))
        return replace(person, lang=lang_from(wish) if wish else person.lang)

    async def _open(self, thread: str, person: Person) -> AsyncIterator[Update]:
        try:
            conversation = await self._desk.conversation(thread, person.owner)
            found = await self._desk.find(conversation)
            if not thread:  # nothing was said yet: the conversation begins with the first words
                found = replace(found, view=replace(found.view, thread_id=""))
            yield self._whole(found, Moment(person.lang))
            job = await self._desk.go_on(conversation, found) if thread else None
        except Exception as error:  # the address leads nowhere: an empty page, with a card
            yield await self._problem("", person, error)
            return
        if job is not None:
            async for update in self._watch(job, conversation, found, person):
                yield update

    async def _send(self, answer: Any, thread: str, person: Person, wish: Wish) -> AsyncIterator[Update]:
        conversation = await self._desk.conversation(thread, person.owner)
        found = await self._desk.find(conversation)
        yield self._whole(found, Moment(person.lang, wish))
        if callable(answer):
            answer = await answer(conversation, found.view)
        job = await self._desk.start(conversation, answer, wish, found)
        async for update in self._watch(job, conversation, found, person):
            yield update

    async def _watch(self, job: Job, conversation: Conversation, found: Found, person: Person) -> AsyncIterator[Update]:
        """The progress of a run on the stage, then how the conversation stands."""
        before = replace(found, view=job.before) if job.before.thread_id else found
        shown = ""
        async for progress in job.follow():
            if not (progress.paints or job.wish.paints or progress.options):
                continue
            screen = compose(before, Moment(person.lang, job.wish, progress))
            names = ("stage", "live", "log") if shown else ("top", "stage", "strip", "live", "chips")
            parts = {name: region(name, screen) for name in names}
            if parts["stage"] != shown:
                shown = parts["stage"]
                yield parts
        after = await self._desk.find(conversation)
        if job.view is not None:
            after = replace(after, view=job.view)
        card = problem(job.error, person.lang, conversation.thread) if job.error else None
        yield self._whole(after, Moment(person.lang, problem=card))

    async def _more(self, act: Act, thread: str, person: Person) -> AsyncIterator[Update]:
        conversation = await self._desk.conversation(thread, person.owner)
        messages = act.count if act.kind == "earlier" else KEPT_MESSAGES
        found = await self._desk.find(conversation, messages=messages)
        screen = compose(found, Moment(person.lang, versions=act.count if act.kind == "more_versions" else SHOWN))
        name = "log" if act.kind == "earlier" else "strip"
        yield {name: region(name, screen)}

    async def _revision(self, thread: str, person: Person) -> str:
        conversation = await self._desk.conversation(thread, person.owner)
        return compose(await self._desk.find(conversation), Moment(person.lang)).rev

    async def _problem(self, thread: str, person: Person, error: BaseException) -> Update:
        """The page as it stands, with a card that says what went wrong."""
        if not isinstance(error, WanderhueError | LookupError):
            _LOG.error("an event of the studio failed", exc_info=error)
        try:
            found = await self._desk.find(await self._desk.conversation(thread, person.owner)) if thread else _NOTHING
        except Exception:  # the card already says what is wrong
            found = _NOTHING
        return self._whole(found, Moment(person.lang, problem=problem(error, person.lang, thread)))

    def _whole(self, found: Found, moment: Moment) -> Update:
        """Every region, and the conversation's id for the next event."""
        screen: Screen = compose(found, moment)
        return {**regions(screen), "thread": screen.thread}


async def _news(updates: AsyncIterator[Update]) -> AsyncIterator[Update]:
    """Only what differs from what this event has sent before: the page has the rest.

    The conversation's id is always sent: an event that ends meanwhile (the page's load) may have taken it away.
    """
    sent: Update = {}
    async for update in updates:
        new = {name: value for name, value in update.items() if name == "thread" or sent.get(name) != value}
        sent |= new
        yield new


def data_of(event: Any) -> dict[str, Any]:
    """What an element said when it was clicked, from Gradio's event."""
    data = getattr(event, "_data", None)
    if isinstance(data, str):
        try:
            data = json.loads(data)
        except ValueError:
            data = None
    return data if isinstance(data, dict) else {}
