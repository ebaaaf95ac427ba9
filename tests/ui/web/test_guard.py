"""The host's name, the origin of a request, and the headers that browsers obey."""

import re
from collections.abc import Awaitable, Callable
from pathlib import Path

import httpx
import pytest

from tests.ui.web.conftest import served, with_page
from wanderhue.graphs.conversation import Workshop
from wanderhue.ui.web import texts
from wanderhue.ui.web.guard import LOOPBACK, HostCheck, host_name
from wanderhue.ui.web.web import create_web


def test_pages_may_load_and_send_nothing_elsewhere(client: httpx.Client) -> None:
    headers = client.get("/").headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'self'")
    assert "http:" not in policy
    assert "*" not in policy
    assert "frame-ancestors 'self'" in policy
    assert headers["x-frame-options"] == "SAMEORIGIN"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "server" not in headers


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"origin": "http://{host}"}, 200),
        ({"sec-fetch-site": "same-origin", "origin": "https://outside.example"}, 200),  # a proxy changed the host
        ({"origin": "https://outside.example", "x-forwarded-host": "outside.example"}, 200),
        ({"sec-fetch-site": "none"}, 200),
        ({"sec-fetch-site": "cross-site"}, 200),  # a link on another page
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "http://localhost:1"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://[broken"}, 403),
    ],
)
def test_a_page_of_another_origin_may_link_here_and_nothing_more(
    client: httpx.Client, headers: dict[str, str], status: int
) -> None:
    host = client.base_url.netloc.decode()
    sent = {name: value.replace("{host}", host) for name, value in headers.items()}
    assert client.get("/", headers=sent).status_code == status


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_page_cannot_send_anything(client: httpx.Client, site: str) -> None:
    answer = client.post("/wh/photo", headers={"sec-fetch-site": site, "x-wanderhue": "1"}, content=b"x")
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "foreign")


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("LOCALHOST:7860", 200),
        ("127.0.0.1:1", 200),
        ("[::1]:7860", 200),
        ("localhost.", 200),
        ("outside.example", 200),
        ("evil.example", 403),
        ("localhost.evil.example", 403),
        ("127.0.0.1.evil.example", 403),
        ("evil.example:80", 403),
        ("[::1].evil.example", 403),
        ("", 403),
    ],
)
def test_on_loopback_only_its_own_names_are_served(
    workshop_of: Callable[[], Awaitable[Workshop]], host: str, status: int
) -> None:
    app = HostCheck(with_page(create_web(workshop_of)), (*LOOPBACK, "Outside.example"))
    with served(app) as url:
        answer = httpx.get(url, headers={"host": host}, trust_env=False)
    assert answer.status_code == status
    assert status == 200 or answer.json()["error"]["code"] == "host"


def test_a_host_is_read_without_its_port() -> None:
    assert [host_name(host) for host in ("a:1", "A", "[::1]:8", "[::1]", "::1", "a.:1", "a:1:2", "u@a")] == [
        "a", "a", "[::1]", "[::1]", "", "a", "", "",
    ]  # fmt: skip


def test_web_sockets_are_closed(workshop_of: Callable[[], Awaitable[Workshop]]) -> None:
    from fastapi.testclient import TestClient
    from starlette.websockets import WebSocketDisconnect

    with (
        pytest.raises(WebSocketDisconnect),
        TestClient(create_web(workshop_of)).websocket_connect("/"),
    ):
        pass


def test_every_sentence_has_both_languages_with_the_same_slots() -> None:
    for key, said in texts.table().items():
        assert set(said) == {"en", "ko"}, key
        assert re.findall(r"{(\w+)}", said["en"]) == re.findall(r"{(\w+)}", said["ko"]), key
        assert key == "login_other" or re.search("[가-힣]", said["ko"]), key


def test_no_sentence_is_missing_and_none_is_left_over() -> None:
    folder = Path(texts.__file__).parent
    code = "\n".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    page = {f"login_{name}" for name in ("title", "name", "password", "button", "hello", "other")}
    assert set(texts.table()) == page | (set(re.findall(r'"([a-z_]+)"', code)) & set(texts.table()))
