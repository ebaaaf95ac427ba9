"""A small reverse proxy on loopback: takes what comes under a prefix, strips that or leaves it, and passes it on."""

import socket
import socketserver
import threading
from contextlib import suppress

_END = b"\r\n\r\n"
_NOT_HERE = b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"


class Proxy:
    """Passes requests under `prefix` on to a port of this machine; anything else gets 404.

    One request a connection: both sides are told to close after it.
    """

    def __init__(self, to_port: int, prefix: str, *, strips: bool) -> None:
        class Handler(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                with suppress(OSError):
                    passed = _passed(_head(self.request), prefix.encode(), strips=strips)
                    if passed is None:
                        self.request.sendall(_NOT_HERE)
                        return
                    with socket.create_connection(("127.0.0.1", to_port)) as back:
                        back.sendall(passed)
                        sending = threading.Thread(target=_pour, args=(self.request, back), daemon=True)
                        sending.start()
                        _pour(back, self.request)
                        for end in (self.request, back):
                            with suppress(OSError):
                                end.shutdown(socket.SHUT_RDWR)
                        sending.join(5)

        class Server(socketserver.ThreadingTCPServer):
            daemon_threads = True
            request_queue_size = 64
            allow_reuse_address = True

        self._server = Server(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}{prefix}"

    def close(self) -> None:
        """Stop listening."""
        self._server.shutdown()
        self._server.server_close()


def _head(source: socket.socket) -> bytes:
    """The request's head and what came with it."""
    head = b""
    while _END not in head:
        data = source.recv(65536)
        if not data:
            raise ConnectionError("no request")
        head += data
    return head


def _passed(head: bytes, prefix: bytes, *, strips: bool) -> bytes | None:
    """The request as it goes on, None for one that is not under the prefix."""
    lines, body = head.split(_END, 1)
    first, *fields = lines.split(b"\r\n")
    method, target, version = first.split(b" ")
    path, mark, query = target.partition(b"?")
    if path != prefix and not path.startswith(prefix + b"/"):
        return None
    path = (path[len(prefix) :] or b"/") if strips else path
    kept = [field for field in fields if not field.lower().startswith(b"connection:")]
    first = b" ".join((method, path + mark + query, version))
    return b"\r\n".join((first, *kept, b"connection: close")) + _END + body


def _pour(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
