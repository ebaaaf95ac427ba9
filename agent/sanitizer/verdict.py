"""What the sanitizer says about a text: allowed, rewritten (with every change) or refused (with a way on)."""

from dataclasses import dataclass
from typing import Any, Literal

Outcome = Literal["allowed", "rewritten", "refused"]


@dataclass(frozen=True, slots=True)
class Change:
    """A piece of the text, what stands there now ('' where it was taken out), and why."""

    before: str
    after: str
    category: str
    reason_en: str
    reason_ko: str

    def reason(self, lang: str) -> str:
        """Why, in Korean for 'ko', else in English."""
        return self.reason_ko if lang == "ko" else self.reason_en


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer to one text. `text` is safe to pass on, and empty when refused."""

    verdict: Outcome
    categories: tuple[str, ...]
    text: str
    changes: tuple[Change, ...] = ()
    suggestion: str = ""
    """A safe request to offer instead, when refused."""
    phrase: str = ""
    """What the refusal is about, in the person's own words."""
    reason_en: str = ""
    reason_ko: str = ""

    def message(self, lang: str = "en") -> str:
        """One or two plain sentences for a person; '' when there is nothing to say."""
        if self.verdict == "allowed":
            return ""
        return _korean(self) if lang == "ko" else _english(self)

    def to_json(self) -> dict[str, Any]:
        """The verdict as plain data."""
        changes = [
            {
                "before": c.before,
                "after": c.after,
                "category": c.category,
                "reason": {"en": c.reason_en, "ko": c.reason_ko},
            }
            for c in self.changes
        ]
        return {
            "verdict": self.verdict,
            "categories": list(self.categories),
            "text": self.text,
            "changes": changes,
            "phrase": self.phrase,
            "suggestion": self.suggestion,
        }


def _english(verdict: Verdict) -> str:
    if verdict.verdict == "refused":
        offer = f" How about this instead: {verdict.suggestion}" if verdict.suggestion else ""
        return f"I can't draw \u201c{verdict.phrase}\u201d: {verdict.reason_en}.{offer}"
    parts = [
        f"\u201c{c.before}\u201d \u2192 \u201c{c.after}\u201d" if c.after else f"left out \u201c{c.before}\u201d"
        for c in verdict.changes
    ]
    return f"I changed your words a little ({'; '.join(parts)}): {verdict.changes[0].reason_en}."


def _korean(verdict: Verdict) -> str:
    if verdict.verdict == "refused":
        offer = f" 대신 이런 그림은 어떠세요? {verdict.suggestion}" if verdict.suggestion else ""
        return f"\u2018{verdict.phrase}\u2019 부분은 그릴 수 없어요. {verdict.reason_ko}.{offer}"
    parts = [
        f"\u2018{c.before}\u2019 \u2192 \u2018{c.after}\u2019" if c.after else f"\u2018{c.before}\u2019 뺌"
        for c in verdict.changes
    ]
    return f"표현을 조금 바꿨어요({', '.join(parts)}). {verdict.changes[0].reason_ko}."
