"""A program with the studio's command line and next to nothing behind it, to test the harness with.

Serves pages by name (see PAGES) and remembers in its data folder how often it was started. `--ail` makes it end at
once, `--stumble` print a traceback, and `--reach HOST` try to connect to another machine.
"""

import argparse
import http.server
import json
import signal
import socket
import sys
import traceback
from pathlib import Path

_HEAD = "<!doctype html><html lang=en><meta charset=utf-8><title>Plain</title><link rel=icon href='data:,'>"
PAGES = {
    "/": f"{_HEAD}<main><h1>A plain page</h1><p id=starts>starts</p><button>Press</button></main>",
    "/raises": f"{_HEAD}<main><h1>Raises</h1></main><script>throw new Error('a broken page')</script>",
    "/rejects": f"{_HEAD}<main><h1>Rejects</h1></main><script>Promise.reject(new Error('a broken promise'))</script>",
    "/complains": f"{_HEAD}<main><h1>Complains</h1></main><script>console.error('a complaint')</script>",
    "/misses": f"{_HEAD}<main><h1>Misses</h1><img alt='' src='/nowhere.png'></main>",
    "/leaves": f"{_HEAD}<main><h1>Leaves</h1><img alt='' src='http://elsewhere.example/pixel.png'></main>",
    "/calls": f"{_HEAD}<main><h1>Calls</h1></main><script>new WebSocket('wss://elsewhere.example/live')</script>",
    "/hints": f"{_HEAD}<link rel=preconnect href='https://elsewhere.example'><main><h1>Hints</h1></main>",
    "/faint": f"{_HEAD}<main><h1>Faint</h1><p style='color:#bbb'>hardly seen</p><img src='data:,'></main>",
    "/asks": f"{_HEAD}<main><h1>Asks</h1><p id=answer></p></main><script>"
    "const wish = query => matchMedia(`(${query})`).matches;"
    "answer.textContent = [innerWidth, innerHeight, navigator.language, wish('prefers-color-scheme: dark'),"
    "wish('prefers-reduced-motion: reduce'), wish('pointer: coarse')].join(' ')</script>",
}


class Plain(http.server.BaseHTTPRequestHandler):
    """Answers with the pages, and says that all is well."""

    starts = 0

    def do_GET(self) -> None:
        """Answer one request."""
        body = PAGES.get(self.path, "").replace("starts</p>", f"{self.starts}</p>")
        kind = "text/html"
        if self.path == "/wh/health":
            body, kind = json.dumps({"ok": True, "version": "0"}), "application/json"
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body.encode())))
        if not self.headers.get("Cookie"):
            self.send_header("Set-Cookie", f"visitor={id(self)}; HttpOnly; SameSite=Lax")
        self.end_headers()
        self.wfile.write(body.encode())


def main() -> None:
    """Serve until told to end."""
    parser = argparse.ArgumentParser()
    parser.add_argument("command")
    for name in ("--host", "--port", "--data-dir", "--reach"):
        parser.add_argument(name)
    for name in ("--no-open", "--ail", "--stumble"):
        parser.add_argument(name, action="store_true")
    given = parser.parse_args()
    if given.ail:
        sys.exit("a plain studio that ails")
    if given.stumble:
        try:
            raise KeyError("a plain stumble")
        except KeyError:
            traceback.print_exc()
    if given.reach:
        try:
            socket.create_connection((given.reach, 80), timeout=1).close()
        except OSError as error:
            print(error, flush=True)
    count = Path(given.data_dir) / "starts"
    count.parent.mkdir(parents=True, exist_ok=True)
    Plain.starts = int(count.read_text()) + 1 if count.exists() else 1
    count.write_text(str(Plain.starts))
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    http.server.ThreadingHTTPServer((given.host, int(given.port)), Plain).serve_forever()


if __name__ == "__main__":
    main()
