"""Recolor a picture file and measure the result: what the graph needs of `recolor`, in one blocking call."""

import io
from dataclasses import dataclass

from wanderhue.agent.color_names import plain_name
from wanderhue.agent.palette import Palette
from wanderhue.tools.look import Look, look_at
from wanderhue.tools.recolor import recolor


@dataclass(frozen=True, slots=True)
class RecoloredFile:
    """The recolored picture as PNG bytes, what was seen in it, and the score before (0 to 100)."""

    png: bytes
    look: Look
    before: float
    could_not_place: tuple[str, ...]
    """Names of colors, in the language asked for."""


def recolor_file(data: bytes, colors: tuple[tuple[str, str], ...], lang: str) -> RecoloredFile:
    """Recolor a picture's bytes to (hex, name) pairs. Raises `BadPicture`."""
    palette = Palette.from_hex(color for color, _ in colors)
    result = recolor(data, palette)
    buffer = io.BytesIO()
    result.image.convert("RGB").save(buffer, "PNG", compress_level=3)
    look = look_at(buffer.getvalue(), palette.hexes, lang)
    named = dict(colors)
    lost = tuple(named.get(color) or plain_name(color, lang) for color in result.could_not_place)
    return RecoloredFile(buffer.getvalue(), look, result.before.score, lost)


def named_colors(hexes: list[str], known: dict[str, str], lang: str) -> tuple[tuple[str, str], ...]:
    """(hex, name) of each color: the name that it had in the brief, else the nearest plain one."""
    return tuple((color, known.get(color) or plain_name(color, lang)) for color in hexes)
