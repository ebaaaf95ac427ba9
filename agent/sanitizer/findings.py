"""From words to findings: what a group means alone, beside another, and under a "no" or "without".

The meanings are data (agent/data/sanitizer_rules.json); this file only applies them.
"""

import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any, Literal

from wanderhue.agent.sanitizer.lexicon import Hit, lexicon
from wanderhue.agent.sanitizer.names import named
from wanderhue.agent.sanitizer.normalize import View, views
from wanderhue.agent.sanitizer.spans import Cover, Span

Level = Literal["refuse", "soften"]
_COMPACT = {"ko", "ja", "zh"}
_BEFORE = re.compile(
    r"(?:\b(?:no|not|without|non|never|avoid|avoiding|exclude|excluding|remove|minus|free of|instead of|rather than"
    r"|(?:don'?t|do not) (?:draw|show|include|add|want|use)|nothing|sin|ohne|keine?|kein|sans|pas de)[ \-]"
    r"(?:(?:any|visible|explicit|graphic|excessive|a|an|the|of|too|much|real|kind|form|signs) ){0,4}"
    r"|不要|没有|沒有|[无無不])$"
)
_AFTER = re.compile(
    r"[가-힣]{0,4}\s{0,2}(?:없|말고|빼고|빼줘|빼 줘|빼 주|제외|금지|안 나|나오지|않|아닌|아니"
    r"|대신|싫|넣지|반대|예방|근절)"
    r"|(?:の|が|は)?(?:なし|ない|無し)|-free\b"
)
_OR = re.compile(r"[\s,/]*(?:\b(?:or|nor)\b|나|이나)[\s,]*(?:any )?")
_COMMA = re.compile(r"\s*,\s*(?:no |any )?")
_REACH = 48
_COMPANY = 40
_LONGEST = 60  # characters in the longest term
_OBJECT = re.compile(
    r"\s(?:(?:a|an|the|his|her|their|another|some|two|three|that|this|each|one|at|un|une|einen?|a su)\s)?(?:[a-z]+\s)?"
    r"|들?(?:을|를|에게|한테|의)[^,.!?\n]*"
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a group stands for where it stands alone."""

    category: str
    level: Level
    instead: Mapping[str, str] = field(default_factory=dict)
    unless: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    """The groups that must be near; without them the word is harmless ("a sensual tango")."""
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
    object: bool = False
    """The person or animal is what the verb is done to: little stands between, or a particle says so."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a profile may keep out: where it stands in the original text and what may stand there instead."""

    category: str
    level: Level
    span: Span
    lang: str
    instead: str = ""
    whole_word: bool = False
    final: bool = False


def find(text: str) -> list[Finding]:
    """Every finding in a text, in all its readings; graver ones first, none inside a larger one of its kind."""
    words = lexicon()
    out: list[Finding] = []
    quiet: list[Span] = []
    plain: View | None = None
    for view in views(text):
        plain = plain or view
        if view.backwards and not _reads_backwards(view.text, plain.text):
            continue
        hits, quiet = words.hits(view, quiet)
        live, denied = _not_denied(view, hits, _meanings()[0])
        names = list(named(text, view, live)) if view is plain else []
        quiet = [*quiet, *denied, *names]
        inside = Cover(names)
        live = [hit for hit in live if hit.span not in inside]
        out += (
            found
            for found in _in_view(view, live)
            if not view.backwards or (found.level == "refuse" and found.lang == "en")
        )
    return sorted(_largest(out), key=lambda f: (f.level != "refuse", f.span))


def _reads_backwards(backwards: str, forwards: str) -> bool:
    """Whether a text makes more sense from its end: 'golf' alone is no proof."""
    return lexicon().known(backwards) >= max(2, lexicon().known(forwards) + 1)


def _largest(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings that do not lie inside a larger one of their category and level."""
    widest: dict[tuple[str, Level], Span] = {}
    for found in sorted(dict.fromkeys(findings), key=lambda f: (f.span[0], -f.span[1])):
        kind = found.category, found.level
        wide = widest.get(kind, (-1, -1))
        if found.span[1] > wide[1] or found.span == wide:
            widest[kind] = found.span
            yield found


@cache
def _meanings() -> tuple[Mapping[str, Meaning], tuple[Rule, ...]]:
    data = json.loads(resources.files("wanderhue.agent.data").joinpath("sanitizer_rules.json").read_text("utf-8"))
    return {name: _meaning(spec) for name, spec in data["groups"].items()}, tuple(_rule(spec) for spec in data["rules"])


def _meaning(spec: Mapping[str, Any]) -> Meaning:
    return Meaning(**{**spec, **{key: tuple(spec.get(key, ())) for key in ("unless", "only", "over")}})


def _rule(spec: Mapping[str, Any]) -> Rule:
    one, two = spec["near"]
    lists = {key: tuple(spec.get(key, ())) for key in ("unless", "langs")}
    return Rule(**{**spec, "near": (frozenset(one), frozenset(two)), **lists})


def _in_view(view: View, live: Sequence[Hit]) -> Iterator[Finding]:
    """The findings of one reading."""
    if not live:
        return
    meanings, rules = _meanings()
    company = _Company(live)
    groups = {hit.group for hit in live}
    for rule in rules:
        if groups & rule.near[0] and groups & rule.near[1]:
            yield from _together(rule, company, view.text)
    for hit in live:
        meaning = meanings.get(hit.group)
        if meaning and not _spared(hit, company, meaning, meanings):
            instead = meaning.instead.get(hit.lang, "") if meaning.level == "soften" else ""
            yield Finding(meaning.category, meaning.level, hit.span, hit.lang, instead, meaning.whole_word)


class _Company:
    """The hits of a view in order, and those near a place."""

    def __init__(self, hits: Sequence[Hit]) -> None:
        self.hits = hits
        self._starts = [hit.start for hit in hits]

    def near(self, hit: Hit, reach: int) -> Sequence[Hit]:
        """The hits at most `reach` characters from this one, itself among them."""
        first = bisect_left(self._starts, hit.start - reach - _LONGEST)
        last = bisect_right(self._starts, hit.end + reach)
        return [other for other in self.hits[first:last] if hit.gap(other) <= reach]


def _spared(hit: Hit, company: _Company, meaning: Meaning, meanings: Mapping[str, Meaning]) -> bool:
    """Whether company takes the harm out of a hit or none puts it in, or a milder group has the word in its own."""
    near = company.near(hit, _reach(meaning.within, hit))
    if meaning.only and not any(other.group in meaning.only for other in near):
        return True
    for other in near:
        if other.group in meaning.unless:
            return True
        milder = meanings.get(other.group)
        if milder and hit.group in milder.over and other.start <= hit.start and hit.end <= other.end:
            return True
    return False


def _together(rule: Rule, company: _Company, text: str) -> Iterator[Finding]:
    """The findings of a rule: each first kind with the nearest second kind in reach."""
    for one in company.hits:
        if one.group not in rule.near[0] or (rule.langs and one.lang not in rule.langs):
            continue
        near = [two for two in company.near(one, _reach(rule.within, one)) if _is_second(rule, one, two, text)]
        if near and not any(hit.group in rule.unless for hit in company.near(one, _COMPANY)):
            two = min(near, key=one.gap)
            span = min(one.span[0], two.span[0]), max(one.span[1], two.span[1])
            yield Finding(rule.category, "refuse", span, one.lang, final=rule.final)


def _is_second(rule: Rule, one: Hit, two: Hit, text: str) -> bool:
    """Whether a hit near the first kind completes the rule."""
    if two.group not in rule.near[1] or (rule.langs and two.lang not in rule.langs):
        return False
    after = two.start >= one.end
    return (after or not rule.ordered) and (not rule.object or bool(_OBJECT.fullmatch(text, one.end, two.start)))


def _reach(within: int, hit: Hit) -> int:
    return within // 2 if hit.lang in _COMPACT else within


def _not_denied(view: View, hits: Sequence[Hit], meanings: Mapping[str, Meaning]) -> tuple[list[Hit], list[Span]]:
    """The hits that are asked for, and the spans of those to be left out ("no blood, gore or knives")."""
    live: list[Hit] = []
    denied: list[Span] = []
    last: Hit | None = None
    for hit in hits:
        meaning = meanings.get(hit.group)
        after = _AFTER.match(view.text, hit.end)
        if not (after or _BEFORE.search(view.text, max(0, hit.start - _REACH), hit.start) or _listed(view, last, hit)):
            live.append(hit)
            continue
        last = hit if meaning else last
        if meaning and meaning.always:
            live.append(hit)
        else:
            denied.append(view.span(hit.start, after.end() if after else hit.end))
    return live, denied


def _listed(view: View, last: Hit | None, hit: Hit) -> bool:
    """Whether a hit goes on the list that a denied one began."""
    if last is None or hit.start < last.end:
        return last is not None
    between = view.text[last.end : hit.start]
    ends = re.search(r"\b(?:or|nor)\b", view.text[hit.end : hit.end + _REACH])
    return bool(_OR.fullmatch(between) or (ends and _COMMA.fullmatch(between)))
