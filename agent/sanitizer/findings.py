"""From words to findings: what a group means alone, beside another, and under a "no" or "without".

The meanings are data (agent/data/sanitizer_rules.json); this file only applies them.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any, Literal

from wanderhue.agent.sanitizer.lexicon import Hit, lexicon
from wanderhue.agent.sanitizer.normalize import View, views

Level = Literal["refuse", "soften"]
_COMPACT = {"ko", "ja", "zh"}
_BEFORE = re.compile(
    r"(?:\b(?:no|not|without|non|never|avoid|avoiding|exclude|excluding|remove|minus|free of|instead of|rather than"
    r"|(?:don'?t|do not) (?:draw|show|include|add|want|use)|nothing|sin|ohne|keine?|kein|sans|pas de)[ \-]"
    r"(?:(?:any|visible|explicit|graphic|excessive|a|an|the|of|too|much|real|kind|form|signs) ){0,4}"
    r"|不要|没有|沒有|[无無不])$"
)
_AFTER = re.compile(
    r"[가-힣]{0,4}\s{0,2}(?:없|말고|빼고|빼줘|빼 줘|빼 주|제외|금지|안 나|나오지|않|아닌|아니|대신|싫|넣지|반대|예방|근절)"
    r"|(?:の|が|は)?(?:なし|ない|無し)|[ \-]free\b"
)
_OR = re.compile(r"[\s,/]*(?:\b(?:or|nor)\b|나|이나)[\s,]*(?:any )?")
_COMMA = re.compile(r"\s*,\s*(?:no |any )?")
_REACH = 48


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a group stands for where it stands alone."""

    category: str
    level: Level
    instead: Mapping[str, str] = field(default_factory=dict)
    unless: tuple[str, ...] = ()
    within: int = 0
    whole_word: bool = False
    always: bool = False
    over: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """Two kinds of groups near each other, and the category they make together."""

    category: str
    near: tuple[frozenset[str], frozenset[str]]
    within: int
    ordered: bool = False
    unless: tuple[str, ...] = ()
    langs: tuple[str, ...] = ()
    final: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a profile may keep out: where it stands in the original text and what may stand there instead."""

    category: str
    level: Level
    span: tuple[int, int]
    lang: str
    instead: str = ""
    whole_word: bool = False
    final: bool = False


def find(text: str) -> list[Finding]:
    """Every finding in a text, in all its readings; graver ones first, none inside a larger one of its kind."""
    words = lexicon()
    out: list[Finding] = []
    quiet: list[tuple[int, int]] = []
    plain: View | None = None
    for view in views(text):
        plain = plain or view
        if view.backwards and not _reads_backwards(view.text, plain.text):
            continue
        hits, quiet = words.hits(view, quiet)
        out += (found for found in _in_view(view, hits) if not view.backwards or found.level == "refuse")
    alone = [f for f in dict.fromkeys(out) if not any(_covers(other, f) for other in out)]
    return sorted(alone, key=lambda f: (f.level != "refuse", f.span))


def _reads_backwards(backwards: str, forwards: str) -> bool:
    """Whether a text makes more sense from its end: 'golf' alone is no proof."""
    return lexicon().known(backwards) >= max(2, lexicon().known(forwards) + 1)


def _covers(larger: Finding, smaller: Finding) -> bool:
    """Whether a finding makes a smaller one inside it needless."""
    same = larger.category == smaller.category and larger.level == smaller.level and larger.span != smaller.span
    return same and larger.span[0] <= smaller.span[0] and smaller.span[1] <= larger.span[1]


@cache
def _meanings() -> tuple[Mapping[str, Meaning], tuple[Rule, ...]]:
    data = json.loads(resources.files("wanderhue.agent.data").joinpath("sanitizer_rules.json").read_text("utf-8"))
    return {name: _meaning(spec) for name, spec in data["groups"].items()}, tuple(_rule(spec) for spec in data["rules"])


def _meaning(spec: Mapping[str, Any]) -> Meaning:
    return Meaning(**{**spec, "unless": tuple(spec.get("unless", ())), "over": tuple(spec.get("over", ()))})


def _rule(spec: Mapping[str, Any]) -> Rule:
    one, two = spec["near"]
    lists = {key: tuple(spec.get(key, ())) for key in ("unless", "langs")}
    return Rule(**{**spec, "near": (frozenset(one), frozenset(two)), **lists})


def _in_view(view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
    """The findings of one reading."""
    if not hits:
        return
    meanings, rules = _meanings()
    live = _not_denied(view.text, hits, meanings)
    groups = {hit.group for hit in live}
    for rule in rules:
        if groups & rule.near[0] and groups & rule.near[1]:
            yield from _together(rule, live)
    for hit in live:
        meaning = meanings.get(hit.group)
        if meaning and not _spared(hit, live, meaning, meanings):
            instead = meaning.instead.get(hit.lang, "") if meaning.level == "soften" else ""
            yield Finding(meaning.category, meaning.level, hit.span, hit.lang, instead, meaning.whole_word)


def _spared(hit: Hit, hits: Sequence[Hit], meaning: Meaning, meanings: Mapping[str, Meaning]) -> bool:
    """Whether company takes the harm out of a hit, or a milder group has the same word."""
    for other in hits:
        if other.group in meaning.unless and hit.gap(other) <= _reach(meaning.within, hit):
            return True
        milder = meanings.get(other.group)
        if milder and hit.group in milder.over and (other.start, other.end) == (hit.start, hit.end):
            return True
    return False


def _together(rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """The findings of a rule: each first kind with the nearest second kind in reach."""
    seconds = [hit for hit in hits if hit.group in rule.near[1] and (not rule.langs or hit.lang in rule.langs)]
    for one in (hit for hit in hits if hit.group in rule.near[0]):
        if rule.langs and one.lang not in rule.langs:
            continue
        reach = _reach(rule.within, one)
        near = [two for two in seconds if one.gap(two) <= reach and (not rule.ordered or two.start >= one.end)]
        if not near or any(hit.group in rule.unless and one.gap(hit) <= 40 for hit in hits):
            continue
        two = min(near, key=one.gap)
        span = min(one.span[0], two.span[0]), max(one.span[1], two.span[1])
        yield Finding(rule.category, "refuse", span, one.lang, final=rule.final)


def _reach(within: int, hit: Hit) -> int:
    return within // 2 if hit.lang in _COMPACT else within


def _not_denied(text: str, hits: Sequence[Hit], meanings: Mapping[str, Meaning]) -> list[Hit]:
    """The hits that are asked for, not those that are asked to be left out ("no blood, gore or knives")."""
    live: list[Hit] = []
    last: Hit | None = None
    for hit in hits:
        meaning = meanings.get(hit.group)
        denied = bool(_BEFORE.search(text, max(0, hit.start - _REACH), hit.start) or _AFTER.match(text, hit.end))
        if not denied and last is not None and hit.start >= last.end:
            between = text[last.end : hit.start]
            listed = _COMMA.fullmatch(between) and re.search(r"\b(?:or|nor)\b", text[hit.end : hit.end + _REACH])
            denied = bool(_OR.fullmatch(between) or listed)
        if denied and meaning is not None:
            last = hit
        if not denied or (meaning is not None and meaning.always):
            live.append(hit)
    return live
