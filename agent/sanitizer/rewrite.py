"""Mending a text with as little loss as possible: a word put right, a removable detail left out.

All of it works on the original words, by spans; what the disguise-free views found is only where to cut.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from wanderhue.agent.sanitizer.findings import Finding
from wanderhue.agent.sanitizer.hangul import is_syllable

_BREAK = re.compile(
    r"[,;!?\n，、；。|]+|\.(?=\s|$)|\s(?:with|and|featuring|including|plus|while|con|avec|mit|y|et|und|그리고|및)\s",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_PLAIN = frozenset(
    """
    the and with for from into over under near its his her their this that some very please
    draw paint picture image photo photograph photorealistic realistic hyperrealistic illustration poster style art artwork
    painting drawing sketch watercolor watercolour oil digital cinematic lighting light detailed high quality contrast
    render rendering cartoon comic anime show make create generate design scene depicting showing featuring resolution
    ultra masterpiece trending explicit
    그려줘 그려주세요 그려 그림 만들어줘 만들어주세요 만들어 사진 장면 포스터 일러스트 스타일 수채화 유화 이미지 해줘 부탁해 주세요
    """.split()
)
_PAIRS = {"을": "를", "이": "가", "은": "는", "과": "와", "으로": "로"}
_PARTICLE = re.compile(r"(?:으로|로|을|를|이|가|은|는|과|와)(?![가-힣])")
_ENOUGH = 3.0


def substance(text: str) -> float:
    """How much there is to draw in a text: words that are neither style nor grammar; Hangul words say more each."""
    total = 0.0
    for word in _WORD.findall(text.lower()):
        if word in _PLAIN:
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
    bounds = [0, *(m.start() for m in _BREAK.finditer(text)), len(text)]
    clauses = [(a, b) for a, b in pairwise(bounds) if a < b]
    gone: list[tuple[int, int, Finding]] = []
    for start, end in clauses:
        inside = next((f for f in findings if f.span[0] < end and f.span[1] > start), None)
        if inside is not None:
            gone.append((start, end, inside))
    if not gone or gone[0][0] == 0:
        return None
    rest, at = "", 0
    for start, end, _ in gone:
        rest, at = rest + text[at:start], end
    rest = tidy(rest + text[at:])
    if substance(rest) < _ENOUGH:
        return None
    return rest, [(_BREAK.sub(" ", text[a:b]).strip(), finding) for a, b, finding in gone]


def what_remains(text: str, findings: Sequence[Finding]) -> str:
    """The clauses without findings, when they still make a picture; else ''."""
    bounds = [0, *(m.end() for m in _BREAK.finditer(text)), len(text)]
    clauses = [(a, b) for a, b in pairwise(bounds) if a < b]
    clean = [text[a:b] for a, b in clauses if not any(f.span[0] < b and f.span[1] > a for f in findings)]
    rest = tidy(" ".join(piece.strip() for piece in clean))
    return rest if substance(rest) >= _ENOUGH else ""


def put_right(text: str, finding: Finding) -> tuple[str, str, str]:
    """The text with one word softened; what stood there, and what stands there now."""
    start, end = finding.span
    if finding.whole_word:
        while end < len(text) and text[end].isalpha() and text[end - 1].isalpha():
            end += 1
    before, tail = text[start:end], text[end:]
    if finding.instead and is_syllable(finding.instead[-1]):
        tail = _agree(finding.instead, tail)
    head = text[:start]
    if head and head[-1:].isspace():
        head = _article(head, finding.instead or tail.lstrip())
    return tidy(head + finding.instead + tail), before, finding.instead


def tidy(text: str) -> str:
    """Spaces and punctuation as they should be after a cut."""
    text = re.sub(r"[ \t]{2,}", " ", text)
    text = re.sub(r" +([,.;!?])", r"\1", text)
    text = re.sub(r"([,;])(?:\s?[,;])+", r"\1", text)
    return re.sub(r"^[\s,;.!?]+|[\s,;]+$", "", text)


def _agree(word: str, tail: str) -> str:
    """The particle at the head of `tail` in the form that the new word before it asks for."""
    found = _PARTICLE.match(tail)
    if not found:
        return tail
    final = (ord(word[-1]) - 0xAC00) % 28
    for closed, opened in _PAIRS.items():
        if found[0] in (closed, opened):
            rieul = closed == "으로" and final == 8
            return (closed if final and not rieul else opened) + tail[found.end() :]
    return tail


def _article(head: str, following: str) -> str:
    """'a' or 'an' at the end of `head`, as the next word asks for."""
    found = re.search(r"(?<![\w])(an?)\s+$", head, re.IGNORECASE)
    if not found or not following[:1].isalpha() or not following[:1].isascii():
        return head
    article = found[1][0] + ("n" if following[0].lower() in "aeiou" else "")
    return head[: found.start(1)] + article + " "
