"""A painter's server that writes the number of each trip into its pictures, so that a picture in the wrong hands shows.

It stands in the test's process; the studio's painter (tests/browser/painted_studio.py) asks it for a preview, then for
the picture, which it can hold back until everybody's is being painted.
"""

import io
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import numpy as np
from PIL import Image

BLOCK, STEP = 96, 12
"""The mark: a block of so many px in the corner; one number and the next differ by so much red."""


class MarkServer:
    """Paints the palette in bands with the trip's number in the corner. Previews have a block of another blue."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        """{trip: its number}, in the order in which they came."""
        self.ordered: list[str] = []
        """The keys of the pictures that were ordered."""
        self.let_go = threading.Event()
        self._lock = threading.Lock()
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                order = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                data = server.paint(order)
                self.send_response(200)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_: Any) -> None:
                pass

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self.port = self._http.server_address[1]
        threading.Thread(target=self._http.serve_forever, daemon=True).start()

    def paint(self, order: dict[str, Any]) -> bytes:
        trip, preview = order["key"].split("/")[0], order["key"].endswith("/preview")
        with self._lock:
            number = self.numbers.setdefault(trip, len(self.numbers))
            if not preview:
                self.ordered.append(order["key"])
        if not preview:
            self.let_go.wait(120)
        return marked(number, order["hexes"], blue=0 if preview else 255)

    def close(self) -> None:
        self.let_go.set()
        self._http.shutdown()
        self._http.server_close()


def marked(number: int, hexes: list[str], *, blue: int) -> bytes:
    colors = np.array([[int(color[i : i + 2], 16) for i in (1, 3, 5)] for color in hexes], dtype=np.uint8)
    pixels = np.repeat(np.repeat(colors, 100, axis=0)[:, None, :], 320, axis=1)
    pixels[:BLOCK, :BLOCK] = [number * STEP, number, blue]
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "PNG")
    return buffer.getvalue()


def mark_of(data: bytes, *, blue: int = 255) -> int:
    """The number in a picture or a thumbnail of it; fails for a picture without a mark of that kind."""
    with Image.open(io.BytesIO(data)) as image:
        at = max(1, BLOCK * image.width // 320 // 2)
        red, _, found = image.convert("RGB").getpixel((at, at))  # type: ignore[misc]
    assert abs(found - blue) < 40, found
    return round(red / STEP)
