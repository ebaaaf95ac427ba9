"""The two questions asked of the sanitizer: what about this text, and may it be painted."""

from collections.abc import Mapping, Sequence

from wanderhue.agent.errors import Refused
from wanderhue.agent.sanitizer import rewrite
from wanderhue.agent.sanitizer.findings import Finding, find
from wanderhue.agent.sanitizer.normalize import visible
from wanderhue.agent.sanitizer.personal_data import MASK, mask
from wanderhue.agent.sanitizer.profile import AudienceProfile, Lang
from wanderhue.agent.sanitizer.safe_prompt import SafePrompt, issue
from wanderhue.agent.sanitizer.verdict import Change, Verdict

_ROUNDS = 4
_PHRASE = 80


def check_prompt(text: str, *, profile: str | AudienceProfile = "family", lang: Lang | None = None) -> Verdict:
    """Whether a text may become a picture: allowed, rewritten or refused.

    The person's own words are kept wherever they can be. `lang` chooses the language of the suggestion; by default it
    is that of the text. BadSetup: there is no profile of that name.
    """
    audience = profile if isinstance(profile, AudienceProfile) else AudienceProfile.load(profile)
    spoken: Lang = lang or ("ko" if any("가" <= char <= "힣" or "ㄱ" <= char <= "ㅣ" for char in text) else "en")
    return _judge(visible(text, tags=True), audience, spoken)


def sanitize(
    prompt: str,
    *,
    also: Mapping[str, str] | None = None,
    profile: str | AudienceProfile = "family",
    lang: Lang | None = None,
) -> SafePrompt:
    """A prompt that may be painted, with the other strings that go with it (title, style note), by name.

    Refused: one of them is not allowed; it carries the category, the phrase and a safe request to offer.
    """
    audience = profile if isinstance(profile, AudienceProfile) else AudienceProfile.load(profile)
    spoken: Lang = lang or ("ko" if any("가" <= char <= "힣" for char in prompt) else "en")
    first = check_prompt(prompt, profile=audience, lang=spoken)
    others = {name: check_prompt(text, profile=audience, lang=spoken) for name, text in (also or {}).items()}
    for verdict in (first, *others.values()):
        if verdict.verdict == "refused":
            raise Refused(
                verdict.message(spoken),
                category=verdict.categories[0],
                phrase=verdict.phrase,
                suggestion=verdict.suggestion,
            )
    safe = {name: verdict.text for name, verdict in others.items()}
    return issue(first.text, safe, _sum(first, list(others.values())), audience.name)


def _judge(text: str, audience: AudienceProfile, lang: Lang) -> Verdict:
    """Mask, soften and leave out until nothing is found; refuse where that would lose the picture."""
    changes: list[Change] = []
    if "personal_data" in audience.categories:
        text, hidden = mask(text)
        changes = [_change(audience, "personal_data", piece, MASK) for piece in hidden]
    for _ in range(_ROUNDS):
        found = [finding for finding in find(text) if finding.category in audience.categories]
        if not found:
            return _passed(visible(text), changes)
        mended = _mend(text, found, audience)
        if mended is None or not rewrite.substance(mended[0]):
            return _refusal(text, found, audience, lang)
        text = mended[0]
        changes += mended[1]
    return _refusal(text, found, audience, lang)


def _mend(text: str, found: Sequence[Finding], audience: AudienceProfile) -> tuple[str, list[Change]] | None:
    """One round of mending; None where the findings are the matter itself."""
    grave = [finding for finding in found if finding.level == "refuse"]
    if any(finding.final for finding in grave):
        return None
    if grave:
        cut = rewrite.leave_out(text, grave)
        return cut and (cut[0], [_change(audience, finding.category, piece, "") for piece, finding in cut[1]])
    mended, words = rewrite.put_right(text, found)
    return mended, [_change(audience, finding.category, before, after) for before, after, finding in words]


def _passed(text: str, changes: Sequence[Change]) -> Verdict:
    categories = tuple(dict.fromkeys(change.category for change in changes))
    return Verdict("rewritten" if changes else "allowed", categories, text, tuple(changes))


def _refusal(text: str, found: Sequence[Finding], audience: AudienceProfile, lang: Lang) -> Verdict:
    """A refusal that says which words and offers what is left of the picture, or another one."""
    grave = sorted((f for f in found if f.level == "refuse" or len(found) == 1), key=lambda f: not f.final) or list(
        found
    )
    category = audience.categories[grave[0].category]
    remains = "" if grave[0].final else visible(rewrite.what_remains(text, found))
    if remains and check_prompt(remains, profile=audience, lang=lang).verdict != "allowed":
        remains = ""
    start, stop = grave[0].span
    return Verdict(
        "refused",
        tuple(dict.fromkeys(finding.category for finding in grave)),
        "",
        suggestion=remains or category.suggestion[lang],
        phrase=visible(text[start:stop])[:_PHRASE],
        reason_en=category.why["en"],
        reason_ko=category.why["ko"],
    )


def _change(audience: AudienceProfile, category: str, before: str, after: str) -> Change:
    why = audience.categories[category].why
    return Change(visible(before), after, category, why["en"], why["ko"])


def _sum(first: Verdict, others: Sequence[Verdict]) -> Verdict:
    """One verdict over the prompt and what goes with it; the text is the prompt's."""
    changes = (*first.changes, *(change for verdict in others for change in verdict.changes))
    return _passed(first.text, changes)
