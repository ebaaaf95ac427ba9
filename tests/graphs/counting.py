"""A painter that charges: a counting HTTP server on loopback, and the client adapter that pays it."""

import http.client
import io
import json
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import numpy as np
from PIL import Image

from wanderhue.agent.errors import Unavailable, UnknownOutcome
from wanderhue.agent.settings import Quality
from wanderhue.tools.painter import Painted, PaintOrder, Progress
from wanderhue.tools.threads import in_thread


class CountingServer:
    """Charges at each POST, then (optionally) lets a hook run before it answers with a picture of its number."""

    def __init__(self, delay: float = 0.02) -> None:
        self.charges: list[str] = []
        self.delay = delay
        self.after_charge: Callable[[], None] | None = None
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                order = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                assert set(order) == {"key", "seed", "hexes", "prompt"}
                server.charges.append(order["key"])
                hook, server.after_charge = server.after_charge, None
                if hook is not None:
                    hook()
                time.sleep(server.delay)
                data = picture(len(server.charges), order["hexes"])
                try:
                    self.send_response(200)
                    self.send_header("Content-Length", str(len(data)))
                    self.end_headers()
                    self.wfile.write(data)
                except (BrokenPipeError, ConnectionResetError):
                    pass

            def log_message(self, *_: Any) -> None:
                pass

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self.port = self._http.server_address[1]
        threading.Thread(target=self._http.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._http.shutdown()
        self._http.server_close()


def picture(number: int, hexes: list[str]) -> bytes:
    """Bands of the palette with the charge's number written into a corner pixel."""
    colors = np.array([[int(color[i : i + 2], 16) for i in (1, 3, 5)] for color in hexes], dtype=np.uint8)
    pixels = np.repeat(np.repeat(colors, 12, axis=0)[:, None, :], 64, axis=1)
    pixels[0, 0] = [number % 256, number // 256, 7]
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "PNG")
    return buffer.getvalue()


class CountingPainter:
    """The client: one POST a picture."""

    name = "counting"
    paid = True

    def __init__(self, port: int) -> None:
        self.port = port

    def estimate(self, order: PaintOrder) -> float:
        return 0.001

    def size(
        self, aspect: str, width: int | None, height: int | None, quality: Quality = "standard"
    ) -> tuple[int, int]:
        return (64, 60)

    async def paint(self, order: PaintOrder, progress: Progress) -> Painted:
        data = await in_thread(self._post, order)
        return Painted(data, seed=order.seed, cost_usd=0.001)

    def _post(self, order: PaintOrder) -> bytes:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.connect()
        except OSError as error:
            raise Unavailable(f"no painter on port {self.port}") from error
        body = {"key": order.key, "seed": order.seed, "hexes": order.brief.hexes(), "prompt": order.prompt.text}
        try:
            connection.request("POST", "/", json.dumps(body))
            return connection.getresponse().read()
        except (OSError, http.client.HTTPException) as error:
            raise UnknownOutcome("the connection broke after the order was sent") from error
        finally:
            connection.close()

    async def warm(self) -> None:
        pass

    async def aclose(self) -> None:
        pass
