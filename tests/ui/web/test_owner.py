"""Every request has an owner, from the first on."""

import re
from collections.abc import Awaitable, Callable
from types import SimpleNamespace

import httpx
import pytest

from tests.ui.web.conftest import served, with_page
from wanderhue.graphs.conversation import Workshop
from wanderhue.ui.web.owner import owner_by, owner_of
from wanderhue.ui.web.web import create_web


def test_the_first_request_already_counts_as_the_owner_of_the_cookie_it_gets(client: httpx.Client) -> None:
    first = client.get("/")
    secret = first.cookies["wanderhue"]
    assert re.fullmatch(r"[0-9a-f]{32}", secret)
    assert first.json()["owner"] == owner_by(secret)
    second = client.get("/")
    assert second.json()["owner"] == owner_by(secret)
    assert "set-cookie" not in second.headers
    assert secret not in first.text


def test_the_cookie_is_out_of_reach_for_scripts_and_other_sites(client: httpx.Client) -> None:
    parts = client.get("/").headers["set-cookie"].split("; ")
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(parts)
    assert "Secure" not in parts
    assert int(next(part for part in parts if part.startswith("Max-Age=")).split("=")[1]) > 300 * 86400


def test_on_https_the_cookie_is_for_https_only(
    client: httpx.Client, workshop_of: Callable[[], Awaitable[Workshop]]
) -> None:
    assert "; Secure" in client.get("/", headers={"x-forwarded-proto": "https"}).headers["set-cookie"]
    with served(with_page(create_web(workshop_of, secure=True))) as url:
        assert "; Secure" in httpx.get(url, trust_env=False).headers["set-cookie"]


def test_an_answer_that_carries_a_secret_is_kept_by_no_cache(client: httpx.Client) -> None:
    assert client.get("/wh/health").headers["cache-control"] == "private, no-store"


def test_a_page_renews_the_cookie_of_a_visitor_who_comes_back(client: httpx.Client) -> None:
    client.get("/")
    again = client.get("/", headers={"accept": "text/html"})
    assert f"wanderhue={client.cookies['wanderhue']};" in again.headers["set-cookie"]


@pytest.mark.parametrize("forged", ["", "short", "Z" * 32, "0" * 31, "0" * 33, "A" * 32, "../../etc"])
def test_a_cookie_that_we_never_gave_is_replaced(url: str, forged: str) -> None:
    answer = httpx.get(url, headers={"cookie": f"wanderhue={forged}"}, trust_env=False)
    assert answer.json()["owner"] == owner_by(answer.cookies["wanderhue"]) != owner_by(forged)


def test_of_two_cookies_the_one_of_the_longer_path_counts_which_browsers_send_first(url: str) -> None:
    header = {"cookie": f"other=1; wanderhue={'a' * 32}; wanderhue={'b' * 32}"}
    assert httpx.get(url, headers=header, trust_env=False).json()["owner"] == owner_by("a" * 32)


def test_twenty_new_visitors_are_twenty_owners(url: str) -> None:
    assert len({httpx.get(url, trust_env=False).json()["owner"] for _ in range(20)}) == 20


def test_a_request_from_elsewhere_has_the_owner_of_its_cookie_or_none() -> None:
    assert owner_of(SimpleNamespace(cookies={"wanderhue": "a" * 32})) == owner_by("a" * 32)
    with pytest.raises(LookupError, match="create_web"):
        owner_of(SimpleNamespace(cookies={}))
