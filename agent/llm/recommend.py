"""One call over the conversation: three options, a question, a picture, a choice or words.

The options are checked while they are written (cards.py). What one repair call leaves wrong is mended by rule, and what
rules cannot mend comes from the catalogue, which is said; so a turn ends without options only where nobody has any.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from wanderhue.agent.errors import BadAnswer
from wanderhue.agent.llm.ask import ask
from wanderhue.agent.llm.asks import Asks, asks_of
from wanderhue.agent.llm.audience import audience_part
from wanderhue.agent.llm.cards import WANTED, Cards
from wanderhue.agent.llm.checks import LEAST_COLORS, answer_faults, contradicts, speaks
from wanderhue.agent.llm.fill import by_catalogue, filled
from wanderhue.agent.llm.made import LlmRecommendation, Spent
from wanderhue.agent.llm.mend import tidied
from wanderhue.agent.llm.mind import Mind
from wanderhue.agent.llm.offer import colors_of, scene_of
from wanderhue.agent.llm.prompt import load_prompt
from wanderhue.agent.llm.reply import left_out, refusal, short_reply
from wanderhue.agent.llm.schemas import ColorAnswer, RecommendAnswer
from wanderhue.agent.llm.told import Fact, of_recommend
from wanderhue.agent.planner import Recommendation, Talk, TellOptions
from wanderhue.agent.replies import say

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage

STEP = "recommend"
MOST_CALLS = 2
_MOST_KEYWORDS, _LONGEST_KEYWORD, _LONGEST_REQUEST = 4, 60, 600


async def recommend(
    mind: Mind, talk: Talk, tell: TellOptions | None = None, facts: Sequence[Fact] = ()
) -> LlmRecommendation:
    """The answer to the newest words. PlannerUnavailable, PlannerRefused, PlannerSetup; BadAnswer: nothing is left."""
    asks, settled = await asyncio.to_thread(_read, talk)
    if settled is not None:
        return settled
    cards = Cards(asks, tell)
    messages = await asyncio.to_thread(_messages, mind, talk, facts)
    try:
        asked = await ask(
            mind.model,
            RecommendAnswer,
            messages,
            step=STEP,
            check=cards.faults,
            tell=cards.growing if tell is not None else None,
            timeout=mind.timeout,
            most_calls=MOST_CALLS,
        )
    except BadAnswer as bad:
        answer = bad.value if isinstance(bad.value, RecommendAnswer) else None
        return replace(await _rescued(mind, talk, answer, cards, bad), spent=Spent(MOST_CALLS))
    found = await _made(mind, talk, asked.value, cards, None)
    return replace(found, spent=Spent(asked.calls, asked.usage))


def _read(talk: Talk) -> tuple[Asks, LlmRecommendation | None]:
    """What the rules make of the words; by the way, what the checks need is loaded before they are in a hurry."""
    contradicts(ColorAnswer(name="blue", hex="#0000ff"))
    return asks_of(talk), _by_rule(talk)


def _by_rule(talk: Talk) -> LlmRecommendation | None:
    """A choice in plain words needs no model."""
    if not talk.options or talk.more:
        return None
    from wanderhue.agent.offline.choose import about_options

    said = about_options(talk.text, talk.options)
    if said is None or said.move not in ("choose", "which"):
        return None
    count = len(talk.options)
    if said.move == "which":
        return LlmRecommendation("reply", say("pl_which", talk.lang, n=count), request=talk.request)
    if said.index is None or said.index < 0:
        return LlmRecommendation("reply", say("bad_index", talk.lang, n=count), request=talk.request)
    return _chosen(talk, said.index)


def _chosen(talk: Talk, index: int) -> LlmRecommendation:
    reply = say("pl_chosen", talk.lang, title=talk.options[index].title)
    return LlmRecommendation("chosen", reply, index=index, request=talk.request)


def _messages(mind: Mind, talk: Talk, facts: Sequence[Fact]) -> "list[BaseMessage]":
    slots = of_recommend(talk, facts, mind.language)
    return load_prompt(STEP).render(slots | {"audience": audience_part(mind.profile)})


async def _rescued(
    mind: Mind, talk: Talk, answer: RecommendAnswer | None, cards: Cards, bad: BadAnswer
) -> LlmRecommendation:
    """What is left of an answer that stayed wrong."""
    if answer is not None and (not answer_faults(answer, cards.asks) or answer.kind == "options"):
        return await _made(mind, talk, answer, cards, bad)
    if answer is not None and answer.kind == "reply" and answer.reply:
        return await _made(mind, talk, answer, cards, bad)
    if cards.options:
        options = RecommendAnswer(kind="options", reply=cards.reply)
        return await _made(mind, talk, options, cards, bad)
    found = await by_catalogue(mind.fallback, talk)
    if found is None:
        raise bad
    return _from(found, notices=(*found.notices, say("llm_catalogue", talk.lang)))


def _from(found: Recommendation, **changes: object) -> LlmRecommendation:
    names = ("kind", "reply", "options", "index", "scene", "palette", "request", "shown", "notices")
    return LlmRecommendation(**{name: getattr(found, name) for name in names} | changes)


async def _made(
    mind: Mind, talk: Talk, answer: RecommendAnswer, cards: Cards, bad: BadAnswer | None
) -> LlmRecommendation:
    if answer.safety.verdict == "refused":
        reply = await asyncio.to_thread(refusal, answer.safety, mind.profile, talk.text, talk.lang)
        return LlmRecommendation("reply", reply, request=talk.request, shown=talk.shown)
    request = answer.request[:_LONGEST_REQUEST] or talk.request or talk.text
    base = LlmRecommendation(
        "reply",
        short_reply(answer.reply),
        request=request,
        shown=talk.shown,
        notices=left_out(answer.safety, mind.profile, talk.lang),
        keywords=tuple(word[:_LONGEST_KEYWORD] for word in answer.keywords if word)[:_MOST_KEYWORDS],
    )
    match answer.kind:
        case "options":
            return await _options(mind, talk, answer, cards, base, bad)
        case "picture" if answer.options:
            return await asyncio.to_thread(_picture, talk, answer, base)
        case "chosen":
            return _chosen(talk, answer.index - 1)
        case _:
            return replace(base, kind=answer.kind)


async def _options(
    mind: Mind, talk: Talk, answer: RecommendAnswer, cards: Cards, base: LlmRecommendation, bad: BadAnswer | None
) -> LlmRecommendation:
    await asyncio.to_thread(cards.mend, answer.options)
    added = await filled(cards, mind.fallback, replace(talk, request=base.request))
    if added is None:
        raise bad or BadAnswer("The model gave no options that can be used.", value=answer)
    notices = list(base.notices)
    if cards.recolored:
        notices.append(say("llm_palette", talk.lang, titles=", ".join(cards.recolored)))
    if len(added) == WANTED:
        notices.append(say("llm_catalogue", talk.lang))
    elif added:
        notices.append(say("llm_filled", talk.lang, places=", ".join(added)))
    reply = cards.reply or (base.reply if speaks(base.reply, talk.lang) else "") or say("pl_options", talk.lang)
    shown = tuple(dict.fromkeys((*talk.shown, *cards.places)))
    return replace(
        base, kind="options", reply=reply, options=cards.options, shown=shown, notices=tuple(notices), index=None
    )


def _picture(talk: Talk, answer: RecommendAnswer, base: LlmRecommendation) -> LlmRecommendation:
    """The one scene to paint, in its colors or, without enough of them, in those of its light."""
    one = tidied(answer.options[0], talk.lang)
    scene = scene_of(one, titled=False)
    palette = colors_of(one)
    if len(palette) < LEAST_COLORS:
        from wanderhue.agent.palette_propose import propose_palette

        palette = propose_palette(scene, talk.lang)
    return replace(base, kind="picture", scene=scene, palette=palette)
