"""Palettes as text and as files: what people give on a command line, and what other programs read.

Written: JSON, CSS custom properties, GIMP palettes (.gpl: GIMP, Inkscape, Krita, Aseprite), Adobe swatches (.ase).
Read: the same four, and any text with colors in it.
"""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wanderhue.ui.export.ase import ase_bytes, read_ase

if TYPE_CHECKING:
    from wanderhue.agent.palette import Palette

FORMATS = ("json", "css", "gpl", "ase")
"""What `palette_file` writes; each is also the ending of such a file's name."""
_LARGEST = 100_000
_GPL_LINE = re.compile(r"\s*(\d{1,3})\s+(\d{1,3})\s+(\d{1,3})(?:\s+(.*))?")

Color = Mapping[str, Any]
"""{name, hex, rgb}: a color as views and `Palette.to_json` have it."""


def palette_from(said: Sequence[str]) -> "Palette":
    """The palette that arguments say: colors in any spelling, or one file of them. Raises `BadColor` or `BadInput`."""
    from wanderhue.agent.palette import Palette

    if len(said) == 1 and (path := Path(said[0])).suffix.lower() in (".json", ".css", ".gpl", ".ase", ".txt", ".hex"):
        return read_palette(path)
    return Palette.parse(", ".join(said) if len(said) > 1 else "".join(said))


def read_palette(path: Path) -> "Palette":
    """The palette in a file. Raises `NotFound`, `BadInput` or `BadColor`."""
    from wanderhue.agent.errors import BadInput, NotFound
    from wanderhue.agent.palette import Palette

    try:
        if path.stat().st_size > _LARGEST:
            raise BadInput(f"{path.name} is larger than {_LARGEST // 1000} kB, too large for a palette")
        data = path.read_bytes()
    except OSError as error:
        raise NotFound(f"the palette file {path} cannot be read ({error.strerror})") from error
    text = data.decode("utf-8-sig", errors="replace")
    match path.suffix.lower():
        case ".ase":
            return Palette.from_colors([*read_ase(data)])
        case ".json":
            return Palette.from_colors(_in_json(text, path.name))
        case ".gpl":
            return Palette.from_colors(_in_gpl(text))
        case ".css":
            return Palette.from_hex(re.findall(r"#[0-9a-fA-F]{6}\b", text))
        case _:
            return Palette.parse(text)


def _in_json(text: str, name: str) -> list[object]:
    from wanderhue.agent.errors import BadInput

    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadInput(f"{name} is no JSON: {error}") from error
    if isinstance(found, dict):
        found = found.get("palette") or found.get("colors")
    if not isinstance(found, list):
        raise BadInput(f'{name} has no list of colors; write ["#1d3557", ...] or {{"palette": [...]}}')
    return [str(one.get("hex", "")) if isinstance(one, dict) else one for one in found]


def _in_gpl(text: str) -> list[object]:
    return [
        tuple(int(part) for part in match.groups()[:3])
        for line in text.splitlines()
        if (match := _GPL_LINE.match(line))
    ]


def palette_file(colors: Sequence[Color], form: str, *, title: str = "Wanderhue") -> bytes:
    """The content of a file of one of `FORMATS`; text is UTF-8 and ends in a newline. Raises `BadInput`."""
    named = [(_line(color["name"]), tuple(color["rgb"])) for color in colors]
    match form:
        case "json":
            return (json.dumps({"palette": list(colors)}, ensure_ascii=False, indent=2) + "\n").encode()
        case "css":
            return _css(colors).encode()
        case "gpl":
            lines = "".join(f"{r:3d} {g:3d} {b:3d}\t{name}\n" for name, (r, g, b) in named)
            return f"GIMP Palette\nName: {_line(title)}\nColumns: {len(colors)}\n#\n{lines}".encode()
        case "ase":
            return ase_bytes(named, title=_line(title))
        case _:
            from wanderhue.agent.errors import BadInput

            raise BadInput(f"a palette can be {', '.join(FORMATS)}, not {form[:20]!r}")


def _css(colors: Sequence[Color]) -> str:
    taken: dict[str, int] = {}
    lines = []
    for color in colors:
        slug = re.sub(r"[^a-z0-9가-힣]+", "-", color["name"].lower()).strip("-") or "color"
        taken[slug] = taken.get(slug, 0) + 1
        slug += f"-{taken[slug]}" if taken[slug] > 1 else ""
        lines.append(f"  --{slug}: {color['hex']};\n")
    return f":root {{\n{''.join(lines)}}}\n"


def _line(text: str) -> str:
    return "".join(letter for letter in " ".join(text.split()) if letter.isprintable())
