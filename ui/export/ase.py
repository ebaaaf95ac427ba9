"""Adobe Swatch Exchange (.ase): palettes for Photoshop, Illustrator, InDesign, Affinity, Procreate and others.

Adobe published no text of it; this is what their programs write. All numbers are big-endian: "ASEF", version 1.0, the
count of blocks, then blocks of (type, length, body). A name is UTF-16 with its length in units and a zero at its end.
"""

import struct
from collections.abc import Iterable, Iterator

from wanderhue.agent.errors import BadInput

_GROUP, _GROUP_END, _COLOR = 0xC001, 0xC002, 0x0001
_GLOBAL = 0
"""The kind of swatch whose change reaches everything painted with it."""
_VALUES = {b"RGB ": 3, b"Gray": 1, b"CMYK": 4, b"LAB ": 3}
_LONGEST = 200
_MOST_BLOCKS = 4096


def ase_bytes(colors: Iterable[tuple[str, tuple[int, int, int]]], *, title: str) -> bytes:
    """The file: the (name, sRGB 0 to 255) as global RGB swatches in one group."""
    blocks = [_block(_GROUP, _name(title))]
    for name, rgb in colors:
        values = struct.pack(">3f", *(part / 255 for part in rgb))
        blocks.append(_block(_COLOR, _name(name) + b"RGB " + values + struct.pack(">H", _GLOBAL)))
    blocks.append(_block(_GROUP_END, b""))
    return b"ASEF" + struct.pack(">HHI", 1, 0, len(blocks)) + b"".join(blocks)


def read_ase(data: bytes) -> list[tuple[int, int, int]]:
    """The RGB and gray swatches of a file, as sRGB 0 to 255. Raises `BadInput` for what is no such file."""
    try:
        return [_color(body) for kind, body in _blocks(data) if kind == _COLOR]
    except (struct.error, ValueError) as error:
        raise BadInput(f"this is no Adobe Swatch Exchange file that can be read ({error})") from error


def _block(kind: int, body: bytes) -> bytes:
    return struct.pack(">HI", kind, len(body)) + body


def _name(text: str) -> bytes:
    units = text[:_LONGEST].encode("utf-16-be", errors="replace")
    return struct.pack(">H", len(units) // 2 + 1) + units + b"\0\0"


def _blocks(data: bytes) -> Iterator[tuple[int, bytes]]:
    if data[:4] != b"ASEF":
        raise ValueError("it does not begin with ASEF")
    (count,) = struct.unpack_from(">I", data, 8)
    at = 12
    for _ in range(min(count, _MOST_BLOCKS)):
        kind, length = struct.unpack_from(">HI", data, at)
        body = data[at + 6 : at + 6 + length]
        if len(body) < length:
            raise ValueError("it is cut off")
        yield kind, body
        at += 6 + length


def _color(body: bytes) -> tuple[int, int, int]:
    (units,) = struct.unpack_from(">H", body)
    at = 2 + 2 * units
    model = body[at : at + 4]
    values = struct.unpack_from(f">{_VALUES.get(model, 0)}f", body, at + 4)
    if model not in (b"RGB ", b"Gray"):
        name = model.decode("ascii", errors="replace").strip()
        raise ValueError(f"a swatch is {name}, which has no one color on a screen; save it as RGB")
    if not all(0 <= value <= 1 for value in values):
        raise ValueError("a swatch has a number outside 0 to 1")
    red, green, blue = (round(value * 255) for value in (values * 3)[:3])
    return red, green, blue
