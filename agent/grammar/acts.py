"""Moves in the conversation: accept, undo, go to a version, another option, a question, thanks.

The wordings are data (`data/grammar_acts.json`), one alternative a line; `<name>` stands for a part used in several.
"""

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from wanderhue.agent.feedback import Act

_ROWS = (
    "one two three four five six seven eight nine ten",
    "first second third fourth fifth sixth",
    "첫 두 세 네 다섯 여섯",
)
_NUMBERS = {word: number for row in _ROWS for number, word in enumerate(row.split(), 1)}
_BEGIN, _END = r"(?<![a-z0-9가-힣])", r"(?![a-z0-9가-힣])"


@dataclass(frozen=True, slots=True)
class _Rule:
    """A pattern, the act it means, and how to read its number: '', number, first, latest or strong."""

    pattern: re.Pattern[str]
    act: str
    read: str


@dataclass(frozen=True, slots=True)
class _Phrases:
    """Whole messages: praise, small talk, questions."""

    final: re.Pattern[str]
    praised: re.Pattern[str]
    praised_ko: re.Pattern[str]
    small: re.Pattern[str]
    dislike: re.Pattern[str]
    questions: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    """(a question, but not where this says it is a wish)."""


@cache
def _table() -> dict[str, Any]:
    text = files("wanderhue.agent.data").joinpath("grammar_acts.json").read_text(encoding="utf-8")
    table: dict[str, Any] = json.loads(text)
    return table


@cache
def _rules() -> tuple[_Rule, ...]:
    rules = []
    for row in _table()["rules"]:
        text = "|".join(_opened(pattern) for pattern in row["patterns"])
        rules.append(_Rule(re.compile(f"{_BEGIN}(?:{text}){_END}"), row["act"], row["read"]))
    return tuple(rules)


def _opened(pattern: str) -> str:
    for name, part in _table()["names"].items():
        pattern = pattern.replace(f"<{name}>", part)
    return pattern


def _phrase(name: str) -> str:
    row = _table()["phrases"][name]
    return f"{row['before']}(?:{'|'.join(row['one_of'])}){row['after']}"


@cache
def _phrases() -> _Phrases:
    praise = f"(?:{_phrase('praise_en')}|{_phrase('praise_ko')})"
    small = f"(?:{_phrase('small_en')}|{_phrase('small_ko')})"
    turn = r"(?=\s*(?:[,.!~]|\b(?:but|only|just|except|and|though)\b|근데|그런데|하지만|다만))"
    more = rf"(?:[\s,.!~]+(?:and )?(?:{praise}|please|thanks?|thank you|고마워요?|감사합니다|감사해요))*"
    never = re.compile(r"(?!)")
    questions = (
        (re.compile(_phrase("asks_ko")), never),
        (re.compile(_phrase("question_en")), re.compile(_phrase("wishful_en"))),
        (re.compile(_phrase("question_ko")), re.compile(_phrase("wishful_ko"))),
    )
    return _Phrases(
        final=re.compile(rf"^[\s,.!~?]*{praise}{more}[\s,.!~♡♥ㅎㅋ]*$"),
        praised=re.compile(rf"^\s*{praise}{turn}"),
        praised_ko=re.compile(_phrase("praised_ko")),
        small=re.compile(rf"^[\s,.!~?]*{small}(?:[\s,.!~?]+{small})*[\s,.!~?♡♥ㅎㅋ:)(]*$"),
        dislike=re.compile(_phrase("dislike")),
        questions=questions,
    )


def find_act(text: str, versions: int = 1) -> tuple[Act | None, list[tuple[int, int]]]:
    """The act of normalized `text`, and the spans that said it (the rest may hold wishes)."""
    phrases, whole = _phrases(), [(0, len(text))]
    if _is_question(text):
        return Act(kind="question"), whole
    if phrases.small.match(text):
        return Act(kind="smalltalk"), whole
    if phrases.final.match(text) and not phrases.dislike.search(text):
        return Act(kind="accept"), whole
    found = _move(text, versions)
    if found is not None:
        return found
    praised = phrases.praised.match(text) or phrases.praised_ko.match(text)
    if praised and not phrases.dislike.search(praised[0]):
        return Act(kind="accept"), [praised.span()]
    return None, []


def _move(text: str, versions: int) -> tuple[Act, list[tuple[int, int]]] | None:
    for rule in _rules():
        match = rule.pattern.search(text)
        act = _made(rule, match, versions) if match and match[0].strip() else None
        if act is not None:
            return act, [found.span() for found in rule.pattern.finditer(text)]
    return None


def _made(rule: _Rule, match: re.Match[str], versions: int) -> Act | None:
    number = _number(match) if rule.read in ("number", "first") else versions if rule.read == "latest" else None
    if rule.read == "first" and number == 1 and not match[0].strip()[:1].isdigit():
        return Act(kind="first")
    if number == 0:
        return None
    return Act.model_validate({"kind": rule.act, "number": number, "strong": rule.read == "strong"})


def _number(match: re.Match[str]) -> int:
    """The number that a match names: as a word, an ordinal or digits; 0 for none."""
    word = (match.groupdict().get("n") or match[0]).replace(" ", "")
    digits = re.search(r"\d+", word)
    return int(digits[0]) if digits else _NUMBERS.get(word, 0)


def _is_question(text: str) -> bool:
    asked = text.strip().rstrip("?!. ") + ("?" if "?" in text else "")
    for question, wish in _phrases().questions:
        if (question.search(asked) or question.search(asked.rstrip("?"))) and not wish.search(text):
            return True
    return False
