"""One call for the brief, the reading of feedback and the safety judgement.

Rules come first: what the feedback grammar settled is carried out as it reads it, and the model is told so. It settles
the rest, as wishes of the same typed union, and writes the slots. When its answer stays wrong after one repair, its
good parts are kept and the rest is written by rule.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from wanderhue.agent.brief import ImageBrief
from wanderhue.agent.errors import BadAnswer
from wanderhue.agent.feedback import Reading
from wanderhue.agent.llm.ask import ask
from wanderhue.agent.llm.audience import audience_part
from wanderhue.agent.llm.checks import speaks
from wanderhue.agent.llm.made import LlmExpansion, Spent
from wanderhue.agent.llm.mind import Mind
from wanderhue.agent.llm.prompt import load_prompt
from wanderhue.agent.llm.reply import left_out, refusal, short_reply
from wanderhue.agent.llm.schemas import ExpandAnswer
from wanderhue.agent.llm.slots import changed, slot_faults, worded
from wanderhue.agent.llm.start import read_by_rule, ruled, stand_ins, start_of
from wanderhue.agent.llm.told import Fact, of_expand
from wanderhue.agent.llm.wishes import joined, to_act, to_wish
from wanderhue.agent.planner import ExpandOrder
from wanderhue.agent.replies import say

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage

STEP = "expand"
MOST_CALLS = 2


async def expand(
    mind: Mind, order: ExpandOrder, facts: Sequence[Fact] = (), *, most_calls: int = MOST_CALLS
) -> LlmExpansion:
    """The next brief. PlannerUnavailable, PlannerRefused, PlannerSetup; BadAnswer: nothing of it can be used."""
    start = await asyncio.to_thread(start_of, order)
    if start is None:
        return LlmExpansion(None, say("no_picture", order.talk.lang))
    if order.slots or most_calls < 1:
        return await asyncio.to_thread(ruled, order, start)
    settled = await asyncio.to_thread(read_by_rule, order)
    messages = await asyncio.to_thread(_messages, mind, order, settled, facts)
    new = order.option is not None or order.scene is not None
    made = _Made(mind, order, start, settled)
    try:
        asked = await ask(
            mind.model,
            ExpandAnswer,
            messages,
            step=STEP,
            check=lambda answer: _faults(answer, start, settled, new=new),
            timeout=mind.timeout,
            most_calls=most_calls,
        )
    except BadAnswer as bad:
        return replace(await asyncio.to_thread(made.rescued, bad), spent=Spent(most_calls))
    found = await asyncio.to_thread(made.of, asked.value)
    return replace(found, spent=Spent(asked.calls, asked.usage))


def _messages(mind: Mind, order: ExpandOrder, settled: Reading | None, facts: Sequence[Fact]) -> "list[BaseMessage]":
    slots = of_expand(order, settled, facts, mind.language)
    return load_prompt(STEP).render(slots | {"audience": audience_part(mind.profile)})


def _faults(answer: ExpandAnswer, start: ImageBrief, settled: Reading | None, *, new: bool) -> list[str]:
    """What is wrong with an answer, in words."""
    if answer.safety.verdict == "refused":
        return []
    found = slot_faults(answer, start.palette, new=new)
    if settled is None or not settled.understood:
        found += [
            f"wish {number} ({one.kind}) cannot be read: use the words of the list"
            for number, one in enumerate(answer.wishes, 1)
            if to_wish(one) is None
        ]
    silent = not (answer.wishes or answer.words_only or answer.unknown or to_act(answer.act) or answer.reply)
    if silent and not new:
        found.append("say what the newest words change, or that they are not understood")
    return found


class _Made:
    """What an answer makes of an order."""

    def __init__(self, mind: Mind, order: ExpandOrder, start: ImageBrief, settled: Reading | None) -> None:
        self._mind, self._order, self._start, self._settled = mind, order, start, settled
        self._lang = order.talk.lang
        self._new = order.option is not None or order.scene is not None

    def rescued(self, bad: BadAnswer) -> LlmExpansion:
        """The good parts of a bad answer; without any, the brief by rule, if the rules can tell what is wanted."""
        if isinstance(bad.value, ExpandAnswer):
            return self.of(bad.value)
        if not self._new and (self._settled is None or not self._settled.wishes):
            raise bad
        found = ruled(replace(self._order, reading=self._settled), self._start)
        return replace(found, notices=(*found.notices, say("llm_by_rule", self._lang)))

    def of(self, answer: ExpandAnswer) -> LlmExpansion:
        """The expansion that an answer with the right type comes to."""
        mind, lang = self._mind, self._lang
        if answer.safety.verdict == "refused":
            reply = refusal(answer.safety, mind.profile, self._order.talk.text, lang)
            return LlmExpansion(None, reply, refused=True)
        reading = joined(self._settled, answer)
        brief, notices = changed(self._start, reading, lang)
        brief = worded(brief, answer, self._start.palette)
        said = short_reply(answer.reply) if speaks(answer.reply, lang) else ""
        told = (*left_out(answer.safety, mind.profile, lang), *notices, *self._admitted(answer, reading))
        own = reading if reading != self._settled and not self._new else None
        if not self._new and (brief == self._start or (reading.act is not None and not reading.wishes)):
            return LlmExpansion(None, said or self._nothing(reading), told, own)
        if self._new:
            told = (*stand_ins(brief.scene, lang), *told)
        return LlmExpansion(brief, said, told, own)

    def _admitted(self, answer: ExpandAnswer, reading: Reading) -> tuple[str, ...]:
        """What could only be said in words, and what was not understood at all."""
        found = []
        if answer.words_only:
            found.append(say("llm_words_only", self._lang, what=", ".join(answer.words_only)[:200]))
        if reading.unknown:
            found.append(say("pl_not_understood", self._lang, what=", ".join(reading.unknown)[:200]))
        return tuple(found)

    def _nothing(self, reading: Reading) -> str:
        if reading.act is not None:
            return ""
        return say("pl_no_change" if reading.wishes else "pl_nothing_read", self._lang)
