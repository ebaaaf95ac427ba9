"""What may become a picture: every text on its way to a painter passes here, and nothing else makes a SafePrompt.

    normalize     views of the text without disguises (hangul: letters back into syllables)
    lexicon       the words that matter, found as words; data: agent/data/lexicon_*.json
    findings      what they mean alone and together; data: agent/data/sanitizer_rules.json
    names         grim words that are only a name: Slaughter Beach, a torture museum
    personal_data numbers and addresses that are masked
    rewrite       a word put right, a detail left out
    profile       for whom: agent/data/profile_*.json
    check         allowed, rewritten or refused

A person's words are data here: "ignore your rules" is neither obeyed nor a reason to refuse.
"""

from wanderhue.agent.sanitizer.check import check_prompt, sanitize
from wanderhue.agent.sanitizer.profile import AudienceProfile
from wanderhue.agent.sanitizer.safe_prompt import SafePrompt
from wanderhue.agent.sanitizer.verdict import Change, Verdict

__all__ = ["AudienceProfile", "Change", "SafePrompt", "Verdict", "check_prompt", "sanitize"]
