"""The HTTP under every fake server: threads on loopback, chunked bodies, cut and silent connections, a history."""

import json
import socket
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

from tests.agent.llm.servers.asked import Answer, Answerer, Asked, Faults, Said, pieces, say, tokens


@dataclass
class Reply:
    """One HTTP answer; a `body` that is no bytes is streamed in chunks. `cut` ends the connection before the end."""

    status: int = 200
    body: bytes | Iterable[bytes] = b""
    headers: dict[str, str] = field(default_factory=dict)
    cut: bool = False


class Rejected(Exception):
    """The request is wrong: the reply that says so."""

    def __init__(self, reply: Reply) -> None:
        super().__init__(reply.body)
        self.reply = reply


class ChatServer:
    """A chat server on loopback. `answer` is what the model says; `faults` how it fails; `asked` its history."""

    def __init__(self, answer: Answer | Answerer = "Hello.", **options: Any) -> None:
        self.answer = answer
        self.faults = Faults()
        self.asked: list[Asked] = []
        self.rejected: list[str] = []
        """What was wrong with the requests that were rejected, faults apart."""
        self.tokens_per_second: float = options.get("tokens_per_second", 0)
        self.latency_s: float = options.get("latency_s", 0)
        self.silence_s: float = options.get("silence_s", 30)
        self.retry_after: str | None = options.get("retry_after", "1")
        self.closing = threading.Event()
        self._http = _Http(("127.0.0.1", 0), _handler(self))
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True)

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.closing.set()
        self._http.shutdown()
        self._http.close_connections()
        self._http.server_close()

    def reply(self, method: str, path: str, headers: dict[str, str], raw: bytes) -> Reply:
        """The answer to one request; subclasses speak their wire format."""
        raise NotImplementedError

    def said(self, asked: Asked) -> Said:
        """Note the request, wait as told, and say the answer with the faults that strike."""
        self.asked.append(asked)
        if self.latency_s:
            self.closing.wait(self.latency_s)
        answer = self.answer(asked) if callable(self.answer) else self.answer
        return say(asked, answer, self.faults)

    def be_silent(self) -> None:
        """Say nothing for `silence_s`; at the server's end hang up instead of answering late."""
        if self.closing.wait(self.silence_s):
            raise ConnectionAbortedError

    def paced(self, said: Said) -> Iterator[str]:
        """The text piece by piece, as slow as told; stalls where it should."""
        for piece in pieces(said.sent):
            if self.tokens_per_second:
                self.closing.wait(1 / self.tokens_per_second)
            yield piece
        if said.cut == "stall":
            self.be_silent()
        while said.chatter and not self.closing.wait(0.002):
            yield "\n \n "

    def usage(self, asked: Asked, said: Said) -> tuple[int, int, int]:
        """Tokens in, of these from the prompt cache (of earlier requests), and out."""
        shared = max((_shared(asked.prompt, old.prompt) for old in self.asked if old is not asked), default=0)
        cached = shared // 4 // 128 * 128
        return tokens(asked.prompt), cached if cached >= 1024 else 0, tokens(said.text)


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.open: set[socket.socket] = set()

    def process_request(self, request: Any, client_address: Any) -> None:
        self.open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self.open.discard(request)
        super().shutdown_request(request)

    def close_connections(self) -> None:
        """End what clients keep alive, so that no thread stays."""
        for request in list(self.open):
            try:
                request.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is no error."""


def _handler(server: ChatServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True
        wbufsize = -1

        def do_POST(self) -> None:
            raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            self._answer(raw)

        def do_GET(self) -> None:
            self._answer(b"")

        def _answer(self, raw: bytes) -> None:
            if server.faults.take("drop"):
                self.close_connection = True
                return
            if server.faults.take("silence"):
                server.be_silent()
            headers = {name.lower(): value for name, value in self.headers.items()}
            try:
                reply = server.reply(self.command, self.path, headers, raw)
            except Rejected as rejected:
                reply = rejected.reply
            self._send(reply)

        def _send(self, reply: Reply) -> None:
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            if isinstance(reply.body, bytes):
                self.send_header("Content-Length", str(len(reply.body)))
                self.end_headers()
                self.wfile.write(reply.body[: len(reply.body) // 2] if reply.cut else reply.body)
            else:
                self.send_header("Transfer-Encoding", "chunked")
                self.end_headers()
                for part in reply.body:
                    self.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
                    self.wfile.flush()
                self.wfile.write(b"" if reply.cut else b"0\r\n\r\n")
            self.wfile.flush()
            self.close_connection = self.close_connection or reply.cut

        def log_message(self, *_: Any) -> None:
            """Quiet."""

    return Handler


def json_reply(value: Any, status: int = 200, headers: dict[str, str] | None = None, *, cut: bool = False) -> Reply:
    body = json.dumps(value, ensure_ascii=False).encode()
    return Reply(status, body, {"Content-Type": "application/json", **(headers or {})}, cut)


def _shared(one: str, other: str) -> int:
    """How many characters both begin with."""
    least, most = 0, min(len(one), len(other))
    while least < most:
        middle = (least + most + 1) // 2
        least, most = (middle, most) if one[:middle] == other[:middle] else (least, middle - 1)
    return least
