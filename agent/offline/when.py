"""When somebody wants to travel: months, seasons, holidays and 'next month', resolved with today's date.

Everything becomes a hit of the facet 'months' (value '10' or '12 1 2') or 'season' (value 'spring'); whose spring it is
(the northern one, or the named place's) is decided per trip in `rank.py`.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

from wanderhue.agent.offline.words import Hit

_NAMES = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_SHORT = {name[:3]: index for index, name in enumerate(_NAMES, 1)} | {"sept": 9}
_FULL = {name: index for index, name in enumerate(_NAMES, 1)}
_ANY = "|".join([*_NAMES, *sorted(_SHORT, key=len, reverse=True)])
_MONTH = re.compile(rf"\b({_ANY})\b\.?")
_RANGE_EN = re.compile(
    rf"\b(?:from |between )?({_ANY})\.?\s*(?:to|until|till|through|-|–|~|and)\s*(?:early |late |mid-? ?)?({_ANY})\b"
)
_RANGE_KO = re.compile(
    r"(?<!\d)(1[0-2]|[1-9])\s*월?\s*(?:말|초|중순)?\s*(?:부터|에서|~|-|–|−)\s*(?:내년\s*)?(1[0-2]|[1-9])\s*월"
)
_KO = re.compile(r"(?<!\d)(1[0-2]|0?[1-9])\s*월(?!요일|드컵|세)")
_ISO = re.compile(r"\b20\d\d-(0[1-9]|1[0-2])(?:-\d\d)?\b")
_MAY_OK = re.compile(
    r"(?:\b(?:in|of|early|late|mid|next|this|until|by|around|for|or|and|to|from|during|about|maybe|perhaps|end|beginning|"
    r"start)[\s-]+(?:the )?$|\d\s*$|,\s*$|^$)"
)
_MAY_VERB = re.compile(r"^\s*(?:i|we|be|not|need|have|want|you|also|or may|as well)\b")
_IN = re.compile(r"\bin (a|one|two|three|four|five|six|\d{1,2}|a couple of|a few) (day|week|month)s?\b")
_NUMBER = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "a couple of": 2, "a few": 3}
_KO_NUMBER = {"한": 1, "두": 2, "세": 3, "석": 3, "네": 4, "넉": 4, "다섯": 5, "여섯": 6, "일주일": 1}
_LATER = re.compile(r"(\d{1,2}|한|두|세|석|네|넉|다섯|여섯)\s*(달|개월|주일?|일)\s*(?:뒤|후|있다가|지나서)")
_FIXED = (
    (re.compile(r"\bmonth after next\b|다다음\s*달"), "month+2"),
    (re.compile(r"\bnext month\b|다음\s*달|담\s*달|내달|다음달"), "month+1"),
    (re.compile(r"\bthis month\b|이번\s*달|이달"), "month+0"),
    (re.compile(r"\bthis weekend\b|\bthis coming weekend\b|\bthis saturday\b|이번\s*주말|이번\s*주"), "weekend+0"),
    (re.compile(r"\bnext weekend\b|다음\s*주말"), "weekend+1"),
    (re.compile(r"\bnext week\b|다음\s*주(?!말)|담\s*주"), "days+7"),
    (re.compile(r"\btomorrow\b|내일"), "days+1"),
    (re.compile(r"\btoday\b|\bright now\b|\btonight\b|오늘|지금\s*(?:당장|바로|가기)"), "days+0"),
    (re.compile(r"모레"), "days+2"),
)
_LUNAR = {
    "seollal": {2026: (2, 17), 2027: (2, 7), 2028: (1, 27), 2029: (2, 13), 2030: (2, 3), 2031: (1, 23)},
    "chuseok": {2026: (9, 25), 2027: (9, 15), 2028: (10, 3), 2029: (9, 22), 2030: (9, 12), 2031: (10, 1)},
}
"""The days of the holidays of the Korean lunar calendar: (month, day) by year."""


def find_when(text: str, hits: list[Hit], today: date) -> list[Hit]:
    """The time words of a folded text: months and relative dates by pattern, seasons and holidays from `hits`."""
    taken = [(hit.start, hit.end) for hit in hits if hit.facet not in ("when", "length", "none")]
    listed = [read for hit in hits if hit.facet == "when" for read in _listed(hit, text, today)]
    found: list[Hit] = []
    for one in (*_ranges(text), *listed, *_singles(text), *_relative(text, today)):
        spans = [*taken, *((hit.start, hit.end) for hit in found)]
        if not any(start < one.end and one.start < end for start, end in spans):
            found.append(one)
    return sorted(found, key=lambda hit: hit.start)


def _number(name: str) -> int:
    return _FULL.get(name) or _SHORT[name]


def _months(first: int, last: int) -> str:
    span = [(first + step - 1) % 12 + 1 for step in range((last - first) % 12 + 1)]
    return " ".join(map(str, span))


def _ranges(text: str) -> list[Hit]:
    found = []
    for match in _RANGE_EN.finditer(text):
        if match.group(1) == match.group(2) or (
            "may" in match.groups() and not _is_may(text, match.start(1 if match.group(1) == "may" else 2))
        ):
            continue
        joined = re.search(r"\band\b", match.group()) and not match.group().startswith("between")
        first, last = _number(match.group(1)), _number(match.group(2))
        found.append(Hit(*match.span(), "months", f"{first} {last}" if joined else _months(first, last)))
    return [
        *found,
        *(Hit(*match.span(), "months", _months(int(match[1]), int(match[2]))) for match in _RANGE_KO.finditer(text)),
    ]


def _is_may(text: str, at: int) -> bool:
    return bool(_MAY_OK.search(text[:at])) and not _MAY_VERB.match(text[at + 3 :])


def _singles(text: str) -> list[Hit]:
    found = [
        Hit(*match.span(1), "months", str(_number(match.group(1))))
        for match in _MONTH.finditer(text)
        if match.group(1) not in ("may", "mar", "march") or _is_may(text, match.start())
    ]
    found += [Hit(*match.span(), "months", str(int(match.group(1)))) for match in _KO.finditer(text)]
    return [*found, *(Hit(*match.span(), "months", str(int(match.group(1)))) for match in _ISO.finditer(text))]


def _relative(text: str, today: date) -> list[Hit]:
    found = [
        Hit(*match.span(), "months", str(_resolve(rule, today).month))
        for pattern, rule in _FIXED
        for match in pattern.finditer(text)
    ]
    for match in _IN.finditer(text):
        count = _NUMBER.get(match.group(1)) or int(match.group(1))
        found.append(Hit(*match.span(), "months", str(_after(today, count, match.group(2)[0]).month)))
    for match in _LATER.finditer(text):
        count = _KO_NUMBER.get(match.group(1)) or int(match.group(1))
        unit = {"달": "m", "개": "m", "주": "w", "일": "d"}[match.group(2)[0]]
        found.append(Hit(*match.span(), "months", str(_after(today, count, unit).month)))
    return found


def _resolve(rule: str, today: date) -> date:
    unit, count = rule.split("+")
    if unit == "weekend":
        return today + timedelta(days=(5 - today.weekday()) % 7 + 7 * int(count))
    return _after(today, int(count), unit[0])


def _after(today: date, count: int, unit: str) -> date:
    if unit == "m":
        month = today.month - 1 + count
        year, month = today.year + month // 12, month % 12 + 1
        return date(year, month, min(today.day, monthrange(year, month)[1]))
    return today + timedelta(days=count * (7 if unit == "w" else 1))


def _listed(hit: Hit, text: str, today: date) -> list[Hit]:
    kind, _, value = hit.value.partition(":")
    if kind == "lunar":
        days = _LUNAR[value]
        coming = [date(year, *day) for year, day in days.items() if date(year, *day) >= today]
        months = str(coming[0].month) if coming else "1 2" if value == "seollal" else "9 10"
        return [Hit(hit.start, hit.end, "months", months)]
    if value == "autumn" and text[hit.start : hit.end].startswith("fall") and _not_autumn(text, hit):
        return []
    return [Hit(hit.start, hit.end, kind, value.strip())]


def _not_autumn(text: str, hit: Hit) -> bool:
    around = text[max(0, hit.start - 12) : hit.start], text[hit.end : hit.end + 8]
    return text[hit.start : hit.end] == "falls" or bool(re.match(r" (?:in love|asleep|down|off|apart)", around[1]))
