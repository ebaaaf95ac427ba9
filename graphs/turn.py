"""What a node gets beside the state, and how a plain async function becomes a node.

`node(function, deps)` makes a runnable that answers both invoke and ainvoke (its sync half runs the coroutine on the
program's loop), keeps the transcript, and trims the messages. Node functions stay glue of a few lines.
"""

import base64
import contextvars
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from langchain_core.runnables import RunnableConfig, RunnableLambda
from langgraph.config import get_stream_writer
from langgraph.runtime import get_runtime

from wanderhue.agent.planner import PartialOptions, Talk, TellOptions
from wanderhue.agent.preferences import Preferences
from wanderhue.agent.settings import Settings
from wanderhue.agent.trips import Lang, TripOption
from wanderhue.graphs.context import TripContext
from wanderhue.graphs.deps import Deps
from wanderhue.graphs.loop import run
from wanderhue.graphs.state import KEPT_MESSAGES, TripState
from wanderhue.tools.journal import OrderKey
from wanderhue.tools.threads import in_thread

Emit = Callable[[str, float, bytes | None], None]
_STEPS = ("recommend", "expand")
"""The steps of a planner, as the variant of a ledger's key."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One run of a node: the adapters, whose conversation it is, and where progress goes."""

    deps: Deps
    thread: str
    owner: str
    emit: Emit
    tell: TellOptions
    """Where a planner's options go while it is still writing."""
    preferences: Preferences
    settings: Settings
    """The program's settings with the person's preferences over them."""

    async def spend(self, made: object, state: TripState, step: str) -> None:
        """Write down what a planner's step cost, if it cost anything: {calls, usage} is on what it made."""
        usage = getattr(getattr(made, "spent", None), "usage", None)
        if usage is not None:
            key = OrderKey(self.thread, state.get("action", 0), -1, _STEPS.index(step))
            await in_thread(self.deps.journal.spend, key, self.deps.planner.name, float(usage.usd or 0.0))

    def today(self) -> date:
        """The clock's date."""
        return self.deps.clock().date()

    def talk(self, state: TripState, text: str) -> Talk:
        """The conversation as a planner sees it."""
        said = state.get("messages", [])
        return Talk(
            text=text,
            lang=lang_of(state),
            today=self.today(),
            messages=tuple((("person" if role == "person" else "wanderhue"), words) for role, words in said),
            request=state.get("request", ""),
            shown=tuple(state.get("shown", [])),
            options=tuple(TripOption.model_validate(option) for option in state.get("options") or []),
            asked=state.get("asked", False),
        )


def lang_of(state: TripState) -> Lang:
    """The conversation's language."""
    return "ko" if state.get("lang") == "ko" else "en"


NodeFunction = Callable[[TripState, Turn], Awaitable[TripState]]


def node(function: NodeFunction, deps_of: Callable[[], Deps]) -> RunnableLambda[TripState, TripState]:
    """A node of the graph from an async function."""
    name = function.__name__

    async def work(state: TripState, config: RunnableConfig) -> TripState:
        deps = await in_thread(deps_of)
        turn = _turn(deps, config)
        await in_thread(deps.store.open, turn.thread, turn.owner)
        lang = turn.settings.language
        if lang and lang != state.get("lang"):  # a button carries no words to tell a language by
            update: TripState = {"lang": lang, **await function({**state, "lang": lang}, turn)}
        else:
            update = await function(state, turn)
        if update.get("reply"):
            update = await _keep_reply(
                state, update, turn, f"{state.get('action', 0)}.{state.get('attempt', 0)}.{name}"
            )
        return update

    def work_sync(state: TripState, config: RunnableConfig) -> TripState:
        return run(work(state, config))

    return RunnableLambda(work_sync, afunc=work, name=name)


def _turn(deps: Deps, config: RunnableConfig) -> Turn:
    where = config.get("configurable", {})
    writer, context = get_stream_writer(), contextvars.copy_context()

    def emit(stage: str, fraction: float, preview: bytes | None = None) -> None:
        event: dict[str, Any] = {"stage": stage, "fraction": round(fraction, 3)}
        if preview is not None:
            event["preview"] = base64.b64encode(preview).decode()
        context.copy().run(writer, event)  # the writer looks up the run; painters call from threads of their own

    def tell(partial: PartialOptions) -> None:
        options = [option.model_dump(mode="json") for option in partial.options]
        event = {"stage": "recommend", "fraction": len(options) / 3, "text": partial.reply, "options": options}
        context.copy().run(writer, event)

    given = get_runtime(TripContext).context or TripContext()  # None where a caller gave none
    preferences = Preferences.from_json(where.get("preferences", given.preferences))
    thread, owner = str(where.get("thread_id", "default")), str(where.get("owner", given.owner))
    return Turn(deps, thread, owner, emit, tell, preferences, preferences.over(deps.settings))


async def _keep_reply(state: TripState, update: TripState, turn: Turn, key: str) -> TripState:
    said = [*update.get("messages", state.get("messages", [])), ["wanderhue", update["reply"]]]
    await in_thread(turn.deps.store.say, turn.thread, turn.owner, key, "wanderhue", update["reply"])
    return {**update, "messages": said[-KEPT_MESSAGES:]}
