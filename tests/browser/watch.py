"""What no page may do: raise in JavaScript, print an error to the console, or ask anything of another machine."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Error, Page, WebError, WebSocket

LOOPBACK = {"127.0.0.1", "localhost", "::1"}
_HINTS = "[...document.querySelectorAll('link[rel~=preconnect], link[rel~=dns-prefetch]')].map(link => link.href)"


def leaves(url: str) -> bool:
    """Whether a request for the address would leave this machine."""
    parts = urlsplit(url)
    return parts.scheme in ("http", "https", "ws", "wss", "ftp") and parts.hostname not in LOOPBACK


class Watch:
    """The faults of a test's pages, in order. `requests` has every address that they asked for."""

    def __init__(self) -> None:
        self.requests: list[str] = []
        self._seen: list[str] = []
        self._allowed: list[re.Pattern[str]] = []

    def allow(self, *patterns: str) -> None:
        """From now on and for what was seen already, faults that one of the expressions is found in are none."""
        self._allowed += [re.compile(pattern) for pattern in patterns]

    @property
    def faults(self) -> list[str]:
        """What was seen and is not allowed."""
        return [fault for fault in self._seen if not any(pattern.search(fault) for pattern in self._allowed)]

    def check(self) -> None:
        """Fail the test if there are faults."""
        if self.faults:
            pytest.fail("\n".join(self.faults), pytrace=False)

    def over(self, context: BrowserContext) -> None:
        """Watch every page that the context has or will have."""
        context.on("request", lambda request: self._request(request.url))
        context.on("console", self._console)
        context.on("weberror", self._error)
        context.on("page", self._page)

    def look(self, page: Page) -> None:
        """See what a page leaves no event of: hints that make a browser connect to other machines."""
        try:
            hints: list[str] = page.evaluate(_HINTS)
        except Error:
            return  # the page is gone
        self._seen += [f"a hint to connect outside: {url}" for url in hints if leaves(url)]

    def _page(self, page: Page) -> None:
        page.on("websocket", self._socket)
        page.on("crash", lambda crashed: self._seen.append(f"the page crashed: {crashed.url}"))

    def _socket(self, socket: WebSocket) -> None:
        self._request(socket.url)

    def _request(self, url: str) -> None:
        self.requests.append(url)
        if leaves(url):
            self._seen.append(f"a request left this machine: {url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._seen.append(f"an error on the console: {message.text} ({message.location.get('url', '')})")

    def _error(self, error: WebError) -> None:
        self._seen.append(f"an error in JavaScript: {error.error.stack or error.error.message}")
