"""PNG in and out: fast encoding, and facts about a picture as a text chunk that never re-encodes it."""

import io
import struct
from zlib import crc32

from PIL import Image

from wanderhue.agent.errors import BadPicture

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
FACTS = "wanderhue"
"""The keyword of the chunk."""


def decode(data: bytes, mode: str = "RGB") -> Image.Image:
    """The picture in PNG bytes that this program made itself (nothing from outside: that is opened elsewhere)."""
    try:
        return Image.open(io.BytesIO(data)).convert(mode)
    except Exception as error:
        raise BadPicture(f"these {len(data)} bytes are no picture that can be opened: {error}") from error


def encode(image: Image.Image) -> bytes:
    """PNG bytes, packed lightly: grain hardly packs, and time matters more."""
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=1)
    return out.getvalue()


def with_facts(png: bytes, text: str) -> bytes:
    """The PNG with `text` in an iTXt chunk right after its header; pixels are untouched."""
    body = FACTS.encode() + b"\0\0\0\0\0" + text.encode()
    chunk = struct.pack(">I", len(body)) + b"iTXt" + body + struct.pack(">I", crc32(b"iTXt" + body))
    end = len(_SIGNATURE) + 25
    return png[:end] + chunk + png[end:]


def facts_of(png: bytes) -> str | None:
    """The text that `with_facts` put in, or None."""
    at = len(_SIGNATURE)
    while at + 8 <= len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        kind, body = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        if kind == b"iTXt" and body.startswith(FACTS.encode() + b"\0"):
            return body[len(FACTS) + 5 :].decode()
        at += 12 + length
    return None
