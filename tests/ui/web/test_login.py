"""Logging in, and what stays shut without it."""

import re
from collections.abc import Awaitable, Callable, Iterator

import httpx
import pytest

from tests.ui.web.conftest import served, with_page
from wanderhue.graphs.conversation import Workshop
from wanderhue.ui.web.backoff import Backoff
from wanderhue.ui.web.sessions import KEPT_FOR, Sessions
from wanderhue.ui.web.web import create_web

AUTH = {"mina": "sea & 바다", "joon": "mountain"}
PAGE = {"accept": "text/html,application/xhtml+xml"}


@pytest.fixture
def locked(workshop_of: Callable[[], Awaitable[Workshop]]) -> Iterator[str]:
    with served(with_page(create_web(workshop_of, auth=AUTH))) as address:
        yield address


@pytest.fixture
def client(locked: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=locked, trust_env=False) as opened:
        yield opened


def post(client: httpx.Client, name: str, password: str, **more: dict[str, str]) -> httpx.Response:
    return client.post("/login", data={"username": name, "password": password}, **more)  # type: ignore[arg-type]


def test_without_a_login_pages_lead_to_it_and_everything_else_is_refused(client: httpx.Client) -> None:
    page = client.get("/?trip=abc", headers=PAGE)
    assert (page.status_code, page.headers["location"]) == (303, "/login?next=%2F%3Ftrip%3Dabc")
    for method, path in (
        ("GET", "/"),
        ("GET", "/config"),
        ("POST", "/gradio_api/queue/join"),
        ("GET", "/wh/picture/x"),
        ("POST", "/wh/photo"),
        ("GET", "/wh/trip/x"),
        ("GET", "/login/x"),
        ("GET", "//login"),
        ("GET", "/wh/health/../picture/x"),
    ):
        answer = client.request(method, path)
        assert answer.status_code == 401, path
        assert answer.json()["error"]["code"] == "login_needed"
        assert "set-cookie" not in answer.headers
    assert client.get("/wh/health").json()["ok"] is True


def test_a_program_posts_name_and_password_and_goes_on_with_the_cookie(client: httpx.Client) -> None:
    answer = post(client, "mina", AUTH["mina"])
    assert (answer.status_code, answer.json()) == (200, {"success": True})
    token = answer.cookies["wanderhue_login"]
    assert re.fullmatch(r"[0-9a-f]{64}", token)
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(answer.headers["set-cookie"].split("; "))
    assert client.get("/").json()["owner"] == "user:mina"
    assert httpx.get(str(client.base_url), cookies={"wanderhue_login": token}, trust_env=False).status_code == 200
    assert "wanderhue" not in client.cookies


def test_a_browser_is_led_on_to_where_it_wanted_to_go(client: httpx.Client) -> None:
    asked = client.get("/?trip=abc", headers=PAGE, follow_redirects=True)
    field = re.search(r'name="next" value="([^"]*)"', asked.text)
    assert field is not None
    form = {"username": "joon", "password": "mountain", "next": field[1]}
    done = client.post("/login", data=form, headers=PAGE)
    assert (done.status_code, done.headers["location"]) == (303, "/?trip=abc")
    assert client.get("/login", headers=PAGE).headers["location"] == "/"


@pytest.mark.parametrize(
    "elsewhere", ["//evil.example", "https://evil.example", "/\\evil.example", "\t//evil.example", "javascript:x", "/é"]
)
def test_nobody_is_led_elsewhere_after_the_login(client: httpx.Client, elsewhere: str) -> None:
    form = {"username": "joon", "password": "mountain", "next": elsewhere}
    assert client.post("/login", data=form, headers=PAGE).headers["location"] == "/"


@pytest.mark.parametrize(
    ("name", "password"),
    [("mina", "mountain"), ("mina", ""), ("", ""), ("nobody", "sea & 바다"), ("MINA", "sea & 바다")],
)
def test_a_wrong_name_or_password_gets_nothing(client: httpx.Client, name: str, password: str) -> None:
    program = post(client, name, password)
    assert (program.status_code, program.json()["error"]["code"]) == (401, "login_wrong")
    browser = post(client, name, password, headers=PAGE)
    assert browser.status_code == 401
    assert 'role="alert"' in browser.text
    assert "set-cookie" not in program.headers
    assert "set-cookie" not in browser.headers
    assert client.get("/").status_code == 401


def test_the_page_is_in_the_readers_language_and_can_be_switched(client: httpx.Client) -> None:
    korean = client.get("/login", headers={**PAGE, "accept-language": "ko"})
    assert '<html lang="ko">' in korean.text
    assert "비밀번호" in korean.text
    assert "Password" not in korean.text
    english = client.get("/login?lang=en", headers={**PAGE, "accept-language": "ko"})
    assert "Password" in english.text
    assert "default-src 'none'" in english.headers["content-security-policy"]


def test_words_in_the_address_stay_words(client: httpx.Client) -> None:
    answer = client.get("/login", params={"next": '/"><script>alert(1)</script>', "lang": '"><b>'}, headers=PAGE)
    assert "<script" not in answer.text
    assert "<b>" not in answer.text
    again = post(client, '"><script>', "x", headers=PAGE).text
    assert 'value="&quot;&gt;&lt;script&gt;"' in again


def test_logging_out_ends_the_login_everywhere_that_token_is(client: httpx.Client) -> None:
    post(client, "mina", AUTH["mina"])
    token = client.cookies["wanderhue_login"]
    left = client.post("/logout")
    assert (left.status_code, left.headers["location"]) == (303, "/login")
    assert "Max-Age=0" in left.headers["set-cookie"]
    assert httpx.get(str(client.base_url), cookies={"wanderhue_login": token}, trust_env=False).status_code == 401


def test_a_login_page_elsewhere_cannot_log_somebody_in(client: httpx.Client) -> None:
    for headers in ({"origin": "http://evil.example"}, {"sec-fetch-site": "cross-site"}, {"origin": "null"}):
        answer = post(client, "mina", AUTH["mina"], headers=headers)
        assert (answer.status_code, answer.json()["error"]["code"]) == (403, "foreign")


def test_after_some_wrong_passwords_the_address_waits_even_with_the_right_one(client: httpx.Client) -> None:
    codes = [post(client, "mina", f"guess {number}").status_code for number in range(7)]
    assert codes == [401] * 5 + [429] * 2
    right = post(client, "mina", AUTH["mina"])
    assert right.status_code == 429
    assert 1 <= int(right.headers["retry-after"]) <= 3


def test_a_form_that_is_too_large_or_no_form_logs_nobody_in(client: httpx.Client) -> None:
    assert client.post("/login", content=b"username=mina&password=" + b"x" * 100_000).status_code == 401
    assert client.post("/login", content=b"\xff\xfe").status_code == 401
    assert client.post("/login", json={"username": "mina", "password": AUTH["mina"]}).status_code == 401


class Clock:
    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


def test_the_wait_doubles_up_to_five_minutes_and_is_forgotten() -> None:
    clock = Clock()
    waits, seen = Backoff(clock), []
    for _ in range(16):
        waits.failed("10.0.0.1")
        seen.append(waits.wait("10.0.0.1"))
        clock.now += seen[-1]
        assert waits.wait("10.0.0.1") == 0
    assert seen == [0, 0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300, 300]
    assert waits.wait("10.0.0.2") == 0
    clock.now += 1801
    waits.failed("10.0.0.1")
    assert waits.wait("10.0.0.1") == 0


def test_one_household_is_one_address_and_memory_is_bounded() -> None:
    waits = Backoff()
    for host in range(5):
        waits.failed(f"2001:db8:1:2::{host}")
    assert waits.wait("2001:db8:1:2:ffff::1") > 0
    assert waits.wait("2001:db8:1:3::1") == 0
    for host in range(6000):
        waits.failed(f"10.0.{host // 250}.{host % 250}")
    assert len(waits._failed) == 4096


def test_tokens_are_kept_as_hashes_and_end_after_thirty_days() -> None:
    clock = Clock()
    sessions = Sessions(AUTH, clock)
    token = sessions.log_in("mina", AUTH["mina"])
    assert token is not None
    assert token not in repr(vars(sessions))
    assert AUTH["mina"] not in repr(vars(sessions))
    assert sessions.name_of(token) == "mina"
    assert sessions.name_of(token[:-1]) is None
    clock.now += KEPT_FOR + 1
    assert sessions.name_of(token) is None


def test_korean_names_match_however_a_keyboard_writes_them() -> None:
    sessions = Sessions({"민아": "바다"})
    token = sessions.log_in("\u1106\u1175\u11ab\u110b\u1161", "\u1107\u1161\u1103\u1161")
    assert token is not None
    assert sessions.name_of(token) == "민아"
