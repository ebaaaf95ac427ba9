"""Messages over a pipe: a length, a JSON header, then the header's blobs; for the render worker and its client."""

import json
import struct
from collections.abc import Sequence
from typing import IO, Any

_LIMIT = 1 << 26
"""No header or blob is larger (64 MiB): a longer one means that the stream is broken."""


def write_frame(pipe: IO[bytes], header: dict[str, Any], blobs: Sequence[bytes] = ()) -> None:
    """Send a header and its blobs, and flush."""
    text = json.dumps({**header, "blobs": [len(blob) for blob in blobs]}, ensure_ascii=False).encode()
    pipe.write(struct.pack(">I", len(text)) + text + b"".join(blobs))
    pipe.flush()


def read_frame(pipe: IO[bytes]) -> tuple[dict[str, Any], list[bytes]]:
    """The next header and its blobs. Raises EOFError when the other side is gone, ValueError for a broken stream."""
    (length,) = struct.unpack(">I", _exactly(pipe, 4))
    if length > _LIMIT:
        raise ValueError(f"a header of {length} bytes: the stream is broken")
    header: dict[str, Any] = json.loads(_exactly(pipe, length))
    sizes = header.pop("blobs", [])
    if any(not 0 <= size <= _LIMIT for size in sizes):
        raise ValueError(f"blobs of {sizes} bytes: the stream is broken")
    return header, [_exactly(pipe, size) for size in sizes]


def _exactly(pipe: IO[bytes], count: int) -> bytes:
    parts: list[bytes] = []
    while count:
        part = pipe.read(count)
        if not part:
            raise EOFError("the other side of the pipe is gone")
        parts.append(part)
        count -= len(part)
    return b"".join(parts)
