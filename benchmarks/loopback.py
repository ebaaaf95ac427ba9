"""A chat and picture service on loopback, in a process of its own, and the two adapters that call it.

The picture is what real services send: 1024x1024, detailed, over 1 MB as PNG. Each answer differs in a few bytes, as
real ones do, so that nothing is saved by finding it in the store already. `python loopback.py` serves until its input
ends, and prints its port first.
"""

import http.client
import http.server
import io
import itertools
import json
import struct
import subprocess
import sys
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from wanderhue.agent.brief import ImageBrief
from wanderhue.agent.planner import ExpandOrder, Expansion, Recommendation, Talk
from wanderhue.agent.scene import Scene
from wanderhue.agent.trips import OptionColor, TripOption
from wanderhue.tools.painter import Painted, PaintOrder, Progress
from wanderhue.tools.threads import in_thread

COLORS = ("#1d2440", "#8fb8d6", "#f0b45c", "#e2563b", "#fbf3e4")
SIDE = 1024
_numbers = itertools.count()


def detailed_picture(seed: int = 1) -> bytes:
    """Soft blobs of the palette with shading and grain: faithful in color and over 1 MB as PNG."""
    rng = np.random.default_rng(seed)
    field = np.asarray(Image.fromarray(rng.random((9, 9), np.float32)).resize((SIDE, SIDE), Image.Resampling.BICUBIC))
    fine = np.asarray(Image.fromarray(rng.random((90, 90), np.float32)).resize((SIDE, SIDE), Image.Resampling.BICUBIC))
    mixed = field + 0.25 * fine
    order = np.argsort(np.argsort(mixed, axis=None, kind="stable"), kind="stable").reshape(mixed.shape)
    colors = np.array([[int(color[i : i + 2], 16) for i in (1, 3, 5)] for color in COLORS], np.float32)
    pixels = (
        colors[order * len(COLORS) // mixed.size] + rng.normal(0, 5, (SIDE, SIDE, 1)) + 12 * (fine[..., None] - 0.5)
    )
    buffer = io.BytesIO()
    Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8)).save(buffer, "PNG")
    return buffer.getvalue()


def numbered(png: bytes, number: int) -> bytes:
    """The picture with a comment chunk of its own before the end: other bytes, same pixels."""
    body = b"tEXtnumber\0" + str(number).encode()
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return png[:-12] + chunk + png[-12:]


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = 1 << 16  # head and body in one piece: else delayed acknowledgements add 40 ms to every call
    disable_nagle_algorithm = True
    picture = b""

    def do_POST(self) -> None:
        json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        data = b'{"subject": "a lake"}' if self.path == "/chat" else numbered(self.picture, next(_numbers))
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: Any) -> None:
        """Silent."""


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128


@contextmanager
def serving() -> Iterator[int]:
    """The service as a child process; gives its port."""
    child = subprocess.Popen([sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        assert child.stdout is not None
        yield int(child.stdout.readline())
    finally:
        child.communicate(timeout=10)


class Caller:
    """Plain HTTP calls over one kept connection a thread: what a bare SDK would do at the least."""

    def __init__(self, port: int) -> None:
        self._port, self._kept = port, threading.local()

    def post(self, path: str, body: dict[str, Any]) -> bytes:
        """The answer's bytes."""
        if not hasattr(self._kept, "line"):
            self._kept.line = http.client.HTTPConnection("127.0.0.1", self._port, timeout=60)
        self._kept.line.request("POST", path, json.dumps(body))
        found: bytes = self._kept.line.getresponse().read()
        return found


class ChatPlanner:
    """A planner that makes one chat call for each answer and needs no thought of its own."""

    name = "loopback"
    languages: tuple[str, ...] = ()

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    async def recommend(self, talk: Talk) -> Recommendation:
        """Three trips."""
        await in_thread(self._caller.post, "/chat", {"text": talk.text})
        palette = tuple(OptionColor(name=f"color {i}", hex=color) for i, color in enumerate(COLORS))
        options = tuple(
            TripOption(title=f"Trip {i}", place=f"Place {i}", why="Because.", season="spring", palette=palette,
                       scene=Scene(setting="lake", title=f"Place {i}"))
            for i in (1, 2, 3)
        )  # fmt: skip
        return Recommendation("options", "Three ways.", options=options, request=talk.text)

    async def expand(self, order: ExpandOrder) -> Expansion:
        """The brief with the words as its subtitle."""
        await in_thread(self._caller.post, "/chat", {"text": order.talk.text})
        if order.brief is not None:
            scene = order.brief.scene.model_copy(update={"subtitle": order.talk.text[:60]})
            return Expansion(order.brief.model_copy(update={"scene": scene}), "")
        assert order.option is not None
        brief = ImageBrief(subject="a lake", setting="a lake", light="day", scene=order.option.scene,
                           palette=order.option.palette)  # fmt: skip
        return Expansion(brief, "")


class HttpPainter:
    """A paid painter: one POST a picture."""

    name, paid = "loopback", True

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def estimate(self, _order: PaintOrder) -> float:
        """Dollars."""
        return 0.001

    def size(self, _aspect: str, _width: int | None, _height: int | None, _quality: str = "") -> tuple[int, int]:
        """Always the same."""
        return SIDE, SIDE

    async def paint(self, order: PaintOrder, _progress: Progress) -> Painted:
        """One call."""
        data = await in_thread(self._caller.post, "/picture", {"prompt": order.prompt.text})
        return Painted(data, seed=order.seed, cost_usd=0.001)

    async def warm(self) -> None:
        """Nothing to warm."""

    async def aclose(self) -> None:
        """Nothing to free."""


def main() -> None:
    """Serve until standard input ends."""
    _Handler.picture = detailed_picture()
    server = _Server(("127.0.0.1", 0), _Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_address[1], flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))
    main()
