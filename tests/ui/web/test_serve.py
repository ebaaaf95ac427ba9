"""The launcher, in processes of its own and behind proxies."""

import asyncio
import json
import signal
import socket
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path

import httpx
import pytest
from starlette.types import Receive, Scope, Send

from tests.ui.web.conftest import served, with_page
from wanderhue.agent.errors import BadSetup
from wanderhue.graphs.conversation import Workshop
from wanderhue.ui.web.serve import Rooted, free_port, is_loopback, serve, url_of
from wanderhue.ui.web.web import create_web


def test_the_wanted_port_is_taken_if_it_is_free_and_another_if_not() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        wanted = taken.getsockname()[1]
        assert free_port("127.0.0.1", wanted) != wanted
    assert free_port("127.0.0.1", wanted) == wanted
    assert free_port("localhost", 65535) > 0


def test_what_cannot_be_served_says_so(workshop_of: Callable[[], Awaitable[Workshop]]) -> None:
    app = create_web(workshop_of)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(BadSetup, match="in use"):
            serve(app, "127.0.0.1", taken.getsockname()[1])
    with pytest.raises(BadSetup, match="not known"):
        serve(app, "no such host", 0)
    with pytest.raises(BadSetup, match="cannot be used"):
        serve(app, "192.0.2.1", 0)
    for bad in ("studio", "/a b", "/a;Domain=x", "//x", "/a/../b\r\n"):
        with pytest.raises(BadSetup, match="root path"):
            serve(app, "127.0.0.1", 0, root_path=bad)


def test_loopback_is_told_from_the_rest() -> None:
    assert all(map(is_loopback, ("127.0.0.1", "127.1.2.3", "localhost", "::1", "[::1]")))
    assert not any(map(is_loopback, ("0.0.0.0", "::", "192.168.0.2", "example.org", "")))  # noqa: S104
    assert url_of("0.0.0.0", 80) == "http://localhost:80"  # noqa: S104
    assert url_of("::1", 80, "/studio/") == "http://[::1]:80/studio"


@pytest.mark.parametrize("kept", [True, False])
def test_behind_a_prefix_everything_works_whether_the_proxy_strips_it_or_not(
    workshop_of: Callable[[], Awaitable[Workshop]], kept: bool
) -> None:
    sent = "/studio" if kept else ""
    with (
        served(Rooted(with_page(create_web(workshop_of)), "/studio")) as url,
        httpx.Client(trust_env=False) as client,
    ):
        first = client.get(f"{url}{sent}/")
        assert first.json() == {"owner": first.json()["owner"], "rest": "", "root": "/studio"}
        assert "; Path=/studio;" in first.headers["set-cookie"]
        assert client.get(f"{url}{sent}/wh/health").json()["ok"] is True
        assert client.get(f"{url}{sent}/wh/picture/x").json()["error"]["code"] == "not_found"
        assert client.get(f"{url}{sent}/studious").json()["rest"] == "studious"
        assert client.get(f"{url}/studio?trip=a").headers["location"] == "/studio/?trip=a"
    with (
        served(Rooted(with_page(create_web(workshop_of, auth={"mina": "sea"})), "/studio")) as url,
        httpx.Client(trust_env=False) as client,
    ):
        led = client.get(f"{url}{sent}/?trip=a", headers={"accept": "text/html"})
        assert led.headers["location"] == "/studio/login?next=%2F%3Ftrip%3Da"
        page = client.get(f"{url}{sent}/login", headers={"accept": "text/html"}).text
        assert 'action="/studio/login?lang=en"' in page
        form = {"username": "mina", "password": "sea", "next": "/?trip=a"}
        entered = client.post(f"{url}{sent}/login", data=form, headers={"accept": "text/html"})
        assert entered.headers["location"] == "/studio/?trip=a"
        assert "; Path=/studio;" in entered.headers["set-cookie"]
        assert client.get(f"{url}{sent}/wh/health").status_code == 200


PROGRAM = textwrap.dedent(
    """
    import sys
    from wanderhue.ui.web.serve import serve
    from wanderhue.ui.web.web import create_web

    async def workshop_of():
        raise AssertionError

    app = create_web(workshop_of)
    serve(app, "127.0.0.1", int(sys.argv[1]), ready=lambda: print("ready", flush=True))
    print("over", flush=True)
    """
)


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT for one child there")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_a_process_serves_until_it_is_told_to_stop_and_says_nothing_itself(tmp_path: Path, how: signal.Signals) -> None:
    port = free_port("127.0.0.1", 7861)
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(port)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        url = f"http://127.0.0.1:{port}"
        assert json.loads(httpx.get(f"{url}/wh/health", trust_env=False).text)["ok"] is True
        assert httpx.get(f"{url}/wh/health", headers={"host": "evil.example"}, trust_env=False).status_code == 403
        start = time.monotonic()
        process.send_signal(how)
        out, err = process.communicate(timeout=15)
        assert time.monotonic() - start < 10
    finally:
        process.kill()
    assert err == ""
    assert (out, process.returncode) == ("over\n", 0)


@pytest.mark.parametrize("begun", [False, True])
def test_a_request_that_the_end_of_the_server_cuts_off_leaves_no_traceback(
    begun: bool, caplog: pytest.LogCaptureFixture
) -> None:
    asked = threading.Event()

    async def forever(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        if begun:
            await send({"type": "http.response.start", "status": 200, "headers": []})
            await send({"type": "http.response.body", "body": b"half", "more_body": True})
        asked.set()
        await asyncio.sleep(60)

    def ask(url: str) -> None:
        with suppress(httpx.HTTPError):
            httpx.get(url, trust_env=False, timeout=30)

    with served(forever) as url:
        asking = threading.Thread(target=ask, args=(url,))
        asking.start()
        assert asked.wait(10)
    asking.join(10)
    assert "Traceback" not in caplog.text
    assert "ASGI" not in caplog.text
