"""Mending a text with as little loss as possible: a word put right, a removable detail left out.

All of it works on the original words, by spans; what the disguise-free views found is only where to cut.
"""

import json
import re
from collections.abc import Sequence
from functools import cache
from importlib import resources
from itertools import pairwise

from wanderhue.agent.sanitizer.findings import Finding
from wanderhue.agent.sanitizer.hangul import is_syllable
from wanderhue.agent.sanitizer.spans import pieces

_BREAK = re.compile(
    r"[,;!?\n，、；。|]+|\.(?=\s|$)|\s(?:with|and|featuring|including|plus|while|con|avec|mit|y|et|und|그리고|및)\s",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_PAIRS = {"을": "를", "이": "가", "은": "는", "과": "와", "으로": "로"}
_PARTICLE = re.compile(r"(?:으로|로|을|를|이|가|은|는|과|와)(?![가-힣])")
_LAST_ARTICLE = re.compile(r"\b(an?)\s+$", re.IGNORECASE)
_ENOUGH = 3.0


@cache
def _plain() -> frozenset[str]:
    """Words that name no subject: grammar, style, "please draw"."""
    data = json.loads(resources.files("wanderhue.agent.data").joinpath("sanitizer_rules.json").read_text("utf-8"))
    return frozenset(data["no_subject"])


def substance(text: str) -> float:
    """How much there is to draw in a text: words that are neither style nor grammar; Hangul words say more each."""
    total = 0.0
    for word in _WORD.findall(text.lower()):
        if word in _plain():
            continue
        if is_syllable(word[0]):
            total += 1.5
        elif "\u3040" <= word[0] <= "\u9fff":
            total += len(word) / 2
        elif len(word) > 2:
            total += 1
    return total


def leave_out(text: str, findings: Sequence[Finding]) -> tuple[str, list[tuple[str, Finding]]] | None:
    """The text without the clauses that hold the findings, and each clause with its finding.

    None where they are the matter itself: in the first clause, or too little would remain.
    """
    bounds = [0, *(m.start() for m in _BREAK.finditer(text) if m.start()), len(text)]
    first = {finding.span: finding for finding in reversed(findings)}
    gone = pieces(bounds, first)
    rest = tidy("".join(text[a:b] for i, (a, b) in enumerate(pairwise(bounds)) if i not in gone))
    if not gone or 0 in gone or substance(rest) < _ENOUGH:
        return None
    return rest, [(_trim(text[bounds[i] : bounds[i + 1]]), first[span]) for i, span in sorted(gone.items())]


def what_remains(text: str, findings: Sequence[Finding]) -> str:
    """The clauses without findings, when they still make a picture; else ''."""
    bounds = [0, *(m.end() for m in _BREAK.finditer(text) if m.end() < len(text)), len(text)]
    gone = pieces(bounds, (finding.span for finding in findings))
    rest = tidy(" ".join(text[a:b].strip() for i, (a, b) in enumerate(pairwise(bounds)) if i not in gone))
    return rest if substance(rest) >= _ENOUGH else ""


def put_right(text: str, findings: Sequence[Finding]) -> tuple[str, list[tuple[str, str, Finding]]]:
    """The text with words softened; for each what stood there, what stands there now, and its finding."""
    parts: list[str] = []
    done: list[tuple[str, str, Finding]] = []
    at = 0
    for finding in sorted(findings, key=lambda f: (f.span[0], -f.span[1])):
        start, end = finding.span
        if start < at:
            continue
        while finding.whole_word and end < len(text) and text[end].isalpha() and text[end - 1].isalpha():
            end += 1
        following = finding.instead or text[end : end + 2].lstrip()
        parts += [_article(text[at:start], following), finding.instead]
        done.append((text[start:end], finding.instead, finding))
        at = end
        found = _PARTICLE.match(text, end) if finding.instead and is_syllable(finding.instead[-1]) else None
        if found:
            parts.append(_agree(finding.instead, found[0]))
            at = found.end()
    return tidy("".join([*parts, text[at:]])), done


def _trim(clause: str) -> str:
    """A clause without what set it off from the one before."""
    found = _BREAK.match(clause)
    return (clause[found.end() :] if found else clause).strip()


def tidy(text: str) -> str:
    """Spaces and punctuation as they should be after a cut."""
    text = re.sub(r"[ \t]{2,}", " ", text)
    text = re.sub(r" +([,.;!?])", r"\1", text)
    text = re.sub(r"([,;])(?:\s?[,;])+", r"\1", text)
    return re.sub(r"^[\s,;.!?]+|[\s,;]+$", "", text)


def _agree(word: str, particle: str) -> str:
    """A particle in the form that the word before it asks for."""
    final = (ord(word[-1]) - 0xAC00) % 28
    for closed, opened in _PAIRS.items():
        if particle in (closed, opened):
            return closed if final and not (closed == "으로" and final == 8) else opened
    return particle


def _article(head: str, following: str) -> str:
    """'a' or 'an' at the end of `head`, as the next word asks for."""
    found = _LAST_ARTICLE.search(head, max(0, len(head) - 8))
    if not found or not following[:1].isalpha() or not following[:1].isascii():
        return head
    return head[: found.start(1)] + found[1][0] + ("n " if following[0].lower() in "aeiou" else " ")
