"""What the person is told: the model's reply kept short, and the sentences about safety."""

import re

from wanderhue.agent.llm.checks import LONGEST_REPLY
from wanderhue.agent.llm.schemas import Safety
from wanderhue.agent.replies import say
from wanderhue.agent.sanitizer.profile import AudienceProfile
from wanderhue.agent.sanitizer.verdict import Verdict
from wanderhue.agent.trips import Lang

_LONGEST = 320
"""Characters, for languages that write without spaces."""
_SENTENCE = re.compile(r"(?<=[.!?。！？])\s*")


def short_reply(text: str) -> str:
    """The reply in at most 40 words: its first sentences, or else its first words."""
    text = " ".join(text.split())
    if _fits(text):
        return text
    kept = ""
    for sentence in _SENTENCE.split(text):
        longer = f"{kept} {sentence}".strip()
        if not _fits(longer):
            break
        kept = longer
    if kept:
        return kept
    words = text.split()[: LONGEST_REPLY - 1]
    return " ".join(words)[: _LONGEST - 1].rstrip(" ,;:") + "…"


def _fits(text: str) -> bool:
    return len(text.split()) <= LONGEST_REPLY and len(text) <= _LONGEST


def refusal(safety: Safety, profile: str, words: str, lang: Lang) -> str:
    """Why this is not planned or painted, and what would be."""
    audience = AudienceProfile.load(profile)
    category = audience.categories.get(safety.category)
    why = {one: category.why[one] if category else _not_for(audience, one) for one in ("en", "ko")}
    suggestion = safety.suggestion or (category.suggestion[lang] if category else "")
    phrase = safety.phrase or words[:80]
    verdict = Verdict("refused", (safety.category,), "", (), suggestion, phrase, why["en"], why["ko"])
    return verdict.message(lang)


def left_out(safety: Safety, profile: str, lang: Lang) -> tuple[str, ...]:
    """A sentence about what was planned without."""
    if safety.verdict != "rewritten" or not safety.phrase:
        return ()
    audience = AudienceProfile.load(profile)
    category = audience.categories.get(safety.category)
    why = category.why[lang] if category else _not_for(audience, lang)
    return (say("llm_left_out", lang, what=safety.phrase, why=why),)


def _not_for(audience: AudienceProfile, lang: str) -> str:
    return say("llm_not_for", lang, audience=audience.audience[lang])
