"""Cuts the text of a palette ('#1d3557 #e63946, sky blue; 남색') into the texts of its colors."""

import re

from wanderhue.agent.errors import BadColor
from wanderhue.agent.rgb import Rgb

_LONGEST_TEXT = 2000
_LONGEST_NAME = 4


def split_colors(text: str, *, most: int) -> list[str]:
    """One text a color. `BadColor` names the piece that is no color, or says that there are more than `most`."""
    if len(text) > _LONGEST_TEXT:
        raise BadColor(f"The text of a palette has {len(text)} characters; at most {_LONGEST_TEXT} are read", text[:40])
    plain = re.sub(r"[\[\]{}\"'`|]", " ", text)
    plain = re.sub(r"(?<=[0-9a-fA-F])#", " #", plain)
    plain = re.sub(r"\b([0-9a-fA-F]{6})(?=-[0-9a-fA-F]{6}\b)-", r"\1 ", plain)
    colors: list[str] = []
    for line in re.split(r"[\n;]+", plain):
        pieces = [line] if _reads(line) else re.split(r"[,/、，]+(?![^(]*\))", line)
        for piece in pieces:
            colors += _in_words(re.sub(r"\s*([(,])\s*|\s*\)", _tight, piece).split())
    if len(colors) > most:
        raise BadColor(f"The palette has {len(colors)} colors: leave out {len(colors) - most}, at most {most} fit", "")
    return colors


def _tight(match: re.Match[str]) -> str:
    return match[1] or ") "


def _reads(piece: str) -> bool:
    try:
        Rgb.parse(piece)
    except BadColor:
        return False
    return True


def _in_words(words: list[str]) -> list[str]:
    """The longest names first: 'sky blue navy' is sky blue and navy."""
    colors: list[str] = []
    while words:
        for length in range(min(_LONGEST_NAME, len(words)), 0, -1):
            name = " ".join(words[:length])
            if length == 1 or _reads(name):
                Rgb.parse(name)  # a single word that is no color: its error names the word
                colors.append(name)
                words = words[length:]
                break
    return colors
