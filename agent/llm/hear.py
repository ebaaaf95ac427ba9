"""Getting an answer at all: attempts, waits, time limits, streams, and the search for a mode that the server has."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import aclosing
from typing import Any, cast

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import BaseMessage
from langchain_core.runnables import Runnable, RunnableConfig
from pydantic import BaseModel

from wanderhue.agent.errors import PlannerSetup
from wanderhue.agent.llm.failures import Failure, failure_of
from wanderhue.agent.llm.memory import MEMORY, Memory, place_of
from wanderhue.agent.llm.modes import Heard, Mode, bound, messages_for, modes_of
from wanderhue.agent.llm.partial import Growing, find_json
from wanderhue.agent.llm.usage import Usage, usage_of

Tell = Callable[[dict[str, Any]], None]

ATTEMPTS = 3
"""Of one answer in one mode: the first, and two more after what may pass."""
WAITS_S = (0.5, 2.0)
LONGEST_WAIT_S = 10.0
"""A provider that asks for a longer one is unavailable."""
MOST_SILENCES = 5
"""A stream may take this many times `timeout` in all."""


class Failed(Exception):
    """An attempt that brought no answer."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.words)
        self.failure = failure


class Listener:
    """Hears the answers of one turn; knows which modes were tried in it."""

    def __init__(
        self,
        model: BaseChatModel,
        schema: type[BaseModel],
        *,
        step: str,
        tell: Tell | None = None,
        timeout: float = 60.0,
        memory: Memory = MEMORY,
    ) -> None:
        self._model, self._schema, self._tell, self._timeout, self._memory = model, schema, tell, timeout, memory
        self._place = place_of(model)
        self.name = self._place.model or type(model).__name__
        self._step = step
        self._modes = [mode for mode in modes_of(model) if not memory.lacks(self._place, mode)] or ["text"]
        self._doubted: list[Mode] = []
        self._asked_whole = False
        self._counts = "openai" in model._llm_type
        """Whether its package asks for counts in streams, which some servers reject."""
        self.usage = Usage()

    async def hear(self, messages: Sequence[BaseMessage]) -> Heard:
        """An answer in the best mode that works. Raises our typed errors."""
        heard, failure = None, None
        while self._modes:
            mode = self._modes[0]
            try:
                heard = await self._in_mode(mode, messages)
            except Failed as failed:
                failure = failed.failure
                if failure.kind not in ("server", "request", "garbled"):
                    raise failure.to_error(self.name) from failed.__cause__
            else:
                if heard is not None and self._is_answer(mode, heard):
                    return heard
            if len(self._modes) == 1:
                break
            self._doubted.append(self._modes.pop(0))
        if heard is not None:
            return heard
        if failure is None:
            raise PlannerSetup(f"{self.name} has no mode in which it gives objects; choose another model")
        raise failure.to_error(self.name)

    def _is_answer(self, mode: Mode, heard: Heard) -> bool:
        """Whether the mode did what it is for. If so, those tried before it are what this server lacks."""
        if heard.refused:
            raise Failure("refused", heard.refusal[:200]).to_error(self.name)
        if heard.cut or find_json(heard.json) is not None or "{" in heard.json:
            for doubted in self._doubted:
                self._memory.note(self._place, doubted)
            self._doubted.clear()
            return True
        return mode == "text"

    async def _in_mode(self, mode: Mode, messages: Sequence[BaseMessage]) -> Heard | None:
        """One answer, in several attempts if the failures are such that may pass. None: there is no such mode."""
        model = bound(self._model, self._schema, mode)
        if model is None:
            return None
        started = asyncio.get_running_loop().time()
        for attempt in range(ATTEMPTS):
            try:
                return await self._once(model, mode, messages)
            except Failed as failed:
                wait = self._wait(failed.failure, attempt, asyncio.get_running_loop().time() - started)
                if wait is None:
                    raise
            await asyncio.sleep(wait)
        raise AssertionError("the last attempt returns or raises")

    def _wait(self, failure: Failure, attempt: int, spent: float) -> float | None:
        """Seconds until the next attempt; None: no other."""
        if failure.kind not in ("busy", "lost", "silent", "server"):
            return None
        last = ATTEMPTS - 1
        if failure.kind == "server":  # it may be the mode: one more attempt in the first, one in each of the others
            last = 0 if self._doubted else 1
        wait = WAITS_S[min(attempt, len(WAITS_S) - 1)] if failure.retry_after is None else failure.retry_after
        over = wait > LONGEST_WAIT_S or (failure.kind == "silent" and spent >= self._timeout)
        return None if attempt >= last or over else wait

    async def _once(self, model: Runnable[Any, BaseMessage], mode: Mode, messages: Sequence[BaseMessage]) -> Heard:
        """One attempt: Failed with what went wrong."""
        asked = messages_for(mode, self._schema, messages)
        config = RunnableConfig(run_name=f"wanderhue.{self._step}", metadata={"wanderhue_mode": mode})
        streamed = self._tell is not None and not self._memory.lacks(self._place, "stream")
        try:
            heard = await (self._streamed(model, asked, config) if streamed else self._whole(model, asked, config))
        except Failed as failed:
            feature = self._stream_feature(failed.failure) if streamed else ""
            if not feature or self._memory.lacks(self._place, feature):
                raise
            self._memory.note(self._place, feature)
            return await self._once(model, mode, messages)
        if streamed and not self._asked_whole and not heard.json and not heard.refused and not heard.cut:
            self._asked_whole = True  # a refusal is not seen in every package's streams
            heard = await self._whole(model, asked, config)
        free = heard.provider == "ollama"
        for counted in heard.usage or [None]:
            self.usage += usage_of(counted, heard.model or self.name, free=free)
        return heard

    def _stream_feature(self, failure: Failure) -> str:
        """What the server does not take about streams, if that is why it rejected one."""
        if failure.kind != "request" or "stream" not in failure.words:
            return ""
        counting = self._counts and not self._memory.lacks(self._place, "stream_options")
        return "stream_options" if counting and "stream_options" in failure.words else "stream"

    async def _whole(
        self, model: Runnable[Any, BaseMessage], asked: list[BaseMessage], config: RunnableConfig
    ) -> Heard:
        heard = Heard()
        try:
            async with asyncio.timeout(self._timeout):
                message = await model.ainvoke(asked, config)
        except Exception as error:
            return _cut_short(error)
        self._grow(Growing(), heard.add(message))
        return heard

    async def _streamed(
        self, model: Runnable[Any, BaseMessage], asked: list[BaseMessage], config: RunnableConfig
    ) -> Heard:
        heard, growing = Heard(), Growing()
        loop = asyncio.get_running_loop()
        end = loop.time() + MOST_SILENCES * self._timeout
        given = {"stream_usage": False} if self._memory.lacks(self._place, "stream_options") else {}
        stream = cast("Any", model.astream(asked, config, **given))
        async with aclosing(stream):
            while True:
                try:
                    async with asyncio.timeout_at(min(end, loop.time() + self._timeout)):
                        message = await anext(stream, None)
                except Exception as error:
                    return _cut_short(error)
                if message is None:
                    break
                self._grow(growing, heard.add(message))
                if growing.runs_on:
                    return heard
        if not heard.finish and not growing.ended and heard.json:
            raise Failed(Failure("lost", "the answer ended in the middle"))
        return heard

    def _grow(self, growing: Growing, piece: str) -> None:
        values = growing.add(piece) if piece else None
        if values is not None and self._tell is not None:
            self._tell(values)


def _cut_short(error: Exception) -> Heard:
    """What an exception leaves: an answer that ran out of room is one, the rest is Failed."""
    failure = failure_of(error)
    if failure.kind == "length":
        return Heard(finish="length")
    raise Failed(failure) from error
