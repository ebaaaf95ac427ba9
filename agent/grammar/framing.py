"""The frame of the picture: exact pixels, ratios, what it is for ('for my phone'), and hex codes of colors."""

import json
import re
from functools import cache
from importlib.resources import files
from math import gcd

from wanderhue.agent.color_names import family
from wanderhue.agent.feedback import SetAspect, SetSize
from wanderhue.agent.grammar.marks import Hue, Mark
from wanderhue.agent.rgb import Rgb

_HEX = re.compile(
    r"#(?:[0-9a-f]{6}|[0-9a-f]{3})(?![0-9a-z])"
    r"|(?<![0-9a-z#])(?=[0-9a-f]*\d)[0-9a-f]{6}(?![0-9a-z])(?!\s*(?:px|pixel|픽셀))"
)
_PIXELS = r"\s*-?(?:px|pixels?|픽셀)"
_SIDES = re.compile(
    rf"(?<!\d)(\d{{2,5}})(?:{_PIXELS})?\s*(?:x|\*|by|곱하기|곱)\s*(\d{{2,5}})(?:{_PIXELS})?(?![\d])"
    r"|(?:가로|너비|폭|width)\D{0,4}(\d{2,5})\D{0,8}(?:세로|높이|height)\D{0,4}(\d{2,5})(?:\s*(?:px|pixels?|픽셀))?"
)
_LONG = re.compile(rf"(?<!\d)(\d{{2,5}}){_PIXELS}(?:[- ](?:wide|tall|high|across|long|square))?")
_RATIO = re.compile(r"(?<![\d:])(\d{1,2})\s*(?::|대|to|by|x|/)\s*(\d{1,2})(?![\d:])(?:\s*(?:비율|ratio))?")
_NAMED = {
    "full hd": (1920, 1080),
    "fullhd": (1920, 1080),
    "1080p": (1920, 1080),
    "720p": (1280, 720),
    "풀hd": (1920, 1080),
    "2k": (2048, None),
}
_NAMED_RE = re.compile(r"(?<![a-z0-9])(?:" + "|".join(_NAMED) + r")(?![a-z0-9])")
_TOO_MUCH = re.compile(r"(?<![a-z0-9])(?:4k|8k|uhd)(?![a-z0-9])")

_END = r"(?:용|크기|사이즈|비율|형태|모양|포맷|버전)?(?:으로|로|에|에서|은|는|이|을|를|용|에다|인|도)*(?![a-z0-9가-힣])"
_NOT_FRAME = re.compile(r"(?:market|village|town|main|public) squares?|landscapes? (?:of|with|like)|the landscape\b")


@cache
def _uses() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """(aspect, pattern of what such a picture is for); the words are data (`data/grammar_frames.json`)."""
    text = files("wanderhue.agent.data").joinpath("grammar_frames.json").read_text(encoding="utf-8")
    rows: dict[str, list[str]] = json.loads(text)
    return tuple(
        (aspect, re.compile(rf"(?<![a-z0-9가-힣])(?:{'|'.join(words)}){_END}")) for aspect, words in rows.items()
    )


def find_frames(text: str) -> list[Mark]:
    """Marks for sizes, ratios, purposes and hex codes in normalized `text`; none overlap, the longest win."""
    found = [*_hexes(text), *_sizes(text), *_ratios(text), *_purposes(text)]
    found.sort(key=lambda mark: (mark.start - mark.end, mark.kind))
    kept: list[Mark] = []
    for mark in found:
        if all(mark.end <= other.start or mark.start >= other.end for other in kept):
            kept.append(mark)
    return sorted(kept, key=lambda mark: mark.start)


def hue_of_hex(code: str) -> Hue:
    """The hue of '#abc', '#aabbcc' or 'aabbcc'."""
    value = Rgb.parse(code if code.startswith("#") else f"#{code}").hex
    return Hue(value, "", family(value))


def _hexes(text: str) -> list[Mark]:
    return [Mark(m.start(), m.end(), "color", hue=hue_of_hex(m[0])) for m in _HEX.finditer(text)]


def _sizes(text: str) -> list[Mark]:
    marks = []
    for m in _SIDES.finditer(text):
        numbers = [int(part) for part in m.groups() if part]
        if max(numbers) >= 64:
            marks.append(_size(m.start(), m.end(), numbers[0], numbers[1]))
    marks += [_size(m.start(), m.end(), int(m[1]), None) for m in _LONG.finditer(text)]
    marks += [_size(m.start(), m.end(), *_NAMED[m[0]]) for m in _NAMED_RE.finditer(text)]
    return marks + [Mark(m.start(), m.end(), "word") for m in _TOO_MUCH.finditer(text)]


def _size(start: int, end: int, width: int, height: int | None) -> Mark:
    """A mark with the wish, or one that says 'not understood' where no such picture can be made."""
    sides = [width] if height is None else [width, height]
    if not all(64 <= side <= 2048 for side in sides) or (height and not _drawable(width, height)):
        return Mark(start, end, "word")
    return Mark(start, end, "wish", wish=SetSize(width=width, height=height))


def _drawable(width: int, height: int) -> bool:
    return 9 / 16 - 1e-6 <= width / height <= 16 / 9 + 1e-6


def _ratios(text: str) -> list[Mark]:
    marks = []
    for m in _RATIO.finditer(text):
        wide, high = int(m[1]), int(m[2])
        if not wide or not high or not (_drawable(wide, high) or re.search("비율|ratio|:", text[m.start() :])):
            continue
        ok, by = _drawable(wide, high), gcd(wide, high)
        wish = SetAspect(aspect=f"{wide // by}:{high // by}") if ok else None
        marks.append(Mark(m.start(), m.end(), "wish" if ok else "word", wish=wish))
    return marks


def _purposes(text: str) -> list[Mark]:
    plain = _NOT_FRAME.sub(lambda m: "\0" * len(m[0]), text)
    return [
        Mark(m.start(), m.end(), "wish", wish=SetAspect(aspect=aspect))
        for aspect, pattern in _uses()
        for m in pattern.finditer(plain)
    ]
