"""Letters as outlines, so that a picture needs no installed font and looks the same everywhere.

Text becomes SVG path data: Latin from one typeface, Hangul and the rest from another (fonts/ says which). There is no
shaping here: one glyph a character, pair kerning for Latin, left to right. What neither font has is left out of the
path and named in the result, for the caller to say so.
"""

import math
import threading
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from io import BytesIO
from typing import Any, Literal

Weight = Literal["bold", "regular"]

_FONTS = "wanderhue.tools.illustrator.fonts"
_FILES: dict[Weight, tuple[str, ...]] = {
    "bold": ("wanderhue-latin-bold.ttf", "wanderhue-hangul-bold.otf"),
    "regular": ("wanderhue-latin-regular.ttf", "wanderhue-hangul-regular.otf", "wanderhue-hangul-bold.otf"),
}
_UNSEEN = {"Cc", "Cf", "Mn", "Me"}  # joiners, variation selectors, marks left over after NFC: nothing to draw
_LOCK = threading.Lock()  # fontTools reads its tables lazily, and not for several threads at once


@dataclass(frozen=True, slots=True)
class TextPath:
    """A line of text as outlines: SVG path data with its origin at the left end of the baseline, y down."""

    path: str
    width: float
    missing: str
    """Characters that no font here has, each once, in order; they take no room."""


@dataclass(frozen=True, slots=True)
class _Face:
    """An opened font: characters to glyph names, and what is needed to draw them in units of one em."""

    cmap: dict[int, str]
    glyphs: Any
    kerning: dict[tuple[str, str], int]
    em: int


@dataclass(frozen=True, slots=True)
class _Placed:
    """A glyph and where it stands, in em."""

    file: str
    glyph: str
    x: float


@cache
def _face(file: str) -> _Face:
    """The font in a file, read once a process."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    font = TTFont(BytesIO(resources.files(_FONTS).joinpath(file).read_bytes()), lazy=True)
    kerning = font["kern"].kernTables[0].kernTable if "kern" in font else {}
    return _Face(font.getBestCmap(), font.getGlyphSet(), kerning, font["head"].unitsPerEm)


def _find(char: str, weight: Weight) -> str | None:
    """The first font file of this weight that has the character."""
    return next((file for file in _FILES[weight] if ord(char) in _face(file).cmap), None)


def _precision(size: float) -> int:
    """Decimals that keep coordinates within a five-hundredth of the size."""
    return max(0, 3 - math.floor(math.log10(size)))


@lru_cache(maxsize=1024)
def _outline(file: str, glyph: str, scale: float, x: float, decimals: int) -> str:
    """Path data of one glyph, scaled, flipped to y down and moved right by x."""
    from fontTools.pens.svgPathPen import SVGPathPen  # type: ignore[import-untyped]
    from fontTools.pens.transformPen import TransformPen  # type: ignore[import-untyped]

    glyphs = _face(file).glyphs

    def short(value: float) -> str:
        text = f"{value:.{decimals}f}"
        text = text.rstrip("0").rstrip(".") if decimals else text
        return "0" if text in ("-0", "") else text

    pen = SVGPathPen(glyphs, ntos=short)
    glyphs[glyph].draw(TransformPen(pen, (scale, 0, 0, -scale, x, 0)))
    return str(pen.getCommands())


def _letters(text: str) -> Iterator[str]:
    """What is to be drawn: composed, any white space a plain space, unseen characters left out."""
    for char in unicodedata.normalize("NFC", text):
        if char.isspace():
            yield " "
        elif unicodedata.category(char) not in _UNSEEN:
            yield char


def _set_line(text: str, weight: Weight, tracking: float) -> tuple[list[_Placed], float, str]:
    """Glyphs in a row: their places, the width of the line in em, and the characters left out."""
    placed: list[_Placed] = []
    missing: dict[str, None] = {}
    end = 0.0
    for char in _letters(text):
        file = _find(char, weight)
        if file is None:
            missing[char] = None
            continue
        face = _face(file)
        glyph = face.cmap[ord(char)]
        before = placed[-1] if placed else None
        if before:
            end += tracking
            if before.file == file:
                end += face.kerning.get((before.glyph, glyph), 0) / face.em
        placed.append(_Placed(file, glyph, end))
        end += face.glyphs[glyph].width / face.em
    return placed, max(end, 0.0), "".join(missing)


def text_path(text: str, *, size: float, tracking: float = 0.0, weight: Weight = "bold") -> TextPath:
    """One line of text as outlines.

    `size` is the em in the caller's units, `tracking` the extra room between letters in em. White space of any kind is
    a plain space. The width is the advance of the line, without tracking after its last letter.
    ValueError: a size that is not a positive finite number, or a weight that is not offered.
    """
    if not (math.isfinite(size) and size > 0):
        raise ValueError(f"size must be a positive number, got {size!r}")
    if weight not in _FILES:
        raise ValueError(f"weight must be one of {', '.join(_FILES)}, got {weight!r}")
    decimals = _precision(size)
    with _LOCK:
        placed, width, missing = _set_line(text, weight, tracking)
        parts = [_outline(p.file, p.glyph, size / _face(p.file).em, p.x * size, decimals) for p in placed]
    return TextPath("".join(parts), width * size, missing)
