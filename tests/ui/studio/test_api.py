"""Programs: every endpoint by Gradio's own client, against the program as people start it."""

import json
import re
import secrets
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from gradio_client import Client  # type: ignore[import-untyped]
from gradio_client.exceptions import AppError, AuthenticationError  # type: ignore[import-untyped]

from tests.browser.studio import Studio
from tests.ui.studio.visitor import Visitor
from wanderhue.tools.writer_lock import writing

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")  # Gradio's client leaves its event stream to the GC

VERBS = ("say", "choose", "refine", "vary", "recolor", "repaint", "go_to", "more", "accept", "confirm", "view", "trips")
Ask = Callable[..., Any]


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    with Studio(tmp_path_factory.mktemp("studio")) as running:
        yield running


@pytest.fixture(scope="module", autouse=True)
def nothing_is_reported() -> Iterator[None]:
    """Gradio's client tells its makers of its use unless the environment says no."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GRADIO_ANALYTICS_ENABLED", "False")
        yield


@contextmanager
def client_of(url: str, **more: Any) -> Iterator[Any]:
    """A program's connection; its cookie is its owner."""
    client = Client(url, verbose=False, analytics_enabled=False, download_files=False, **more)
    try:
        yield client
    finally:
        client.close()


@pytest.fixture(scope="module")
def client(studio: Studio) -> Iterator[Any]:
    with client_of(studio.url) as opened:
        yield opened


@pytest.fixture(scope="module")
def ask(client: Any) -> Ask:
    """`ask("say", "a lake", "")`: an endpoint's answer."""
    return lambda verb, *given: client.predict(*given, api_name=f"/{verb}")


def test_a_trip_from_the_first_words_to_the_picture_that_is_kept(ask: Ask, studio: Studio, client: Any) -> None:
    view = ask("say", "a slow week by the sea in October", "")
    trip = view["thread_id"]
    assert (view["stage"], len(view["options"])) == ("choose", 3)
    places = {option["place"] for option in view["options"]}
    view = ask("more", trip)
    assert not places & {option["place"] for option in view["options"]}
    view = ask("choose", 1, trip)
    assert (view["stage"], view["image"]["number"], view["image"]["path"]) == ("review", 1, None)
    first = view["image"]
    picture = httpx.get(f"{studio.url}/{first['url']}", cookies=client.cookies, trust_env=False)
    assert (picture.status_code, picture.headers["content-type"]) == (200, "image/png")
    assert httpx.get(f"{studio.url}/{first['url']}", trust_env=False).status_code == 404
    view = ask("refine", "make it night", trip)
    assert view["image"]["brief"]["scene"]["time"] == "night"
    assert view["image"]["parent"] == first["id"]
    assert ask("vary", True, trip)["image"]["number"] == 3
    view = ask("recolor", "#1d3557, coral, #f1faee", trip)
    assert [color["hex"] for color in view["image"]["brief"]["palette"]] == ["#1d3557", "#ff7f50", "#f1faee"]
    view = ask("repaint", "#0b3954 #bfd7ea #ff6663", trip)
    assert [color["hex"] for color in view["image"]["brief"]["palette"]] == ["#0b3954", "#bfd7ea", "#ff6663"]
    assert ask("go_to", first["id"], trip)["image"]["id"] == first["id"]
    assert ask("go_to", "2", trip)["image"]["number"] == 2
    assert ask("accept", trip)["stage"] == "done"
    assert ask("view", trip)["stage"] == "done"
    assert next(album["thread"] for album in ask("trips")) == trip


def test_a_pause_before_painting_is_answered(tmp_path: Path) -> None:
    with (
        Studio(tmp_path / "careful", env={"WANDERHUE_PREVIEW": "true"}) as careful,
        client_of(careful.url) as client,
    ):
        view = client.predict("Draw a lighthouse at sunset", "", api_name="/say")
        assert (view["stage"], view["confirm"]["code"]) == ("confirm", "preview")
        left = client.predict(False, view["thread_id"], api_name="/confirm")
        assert left["image"] is None
        view = client.predict("Draw a lighthouse at sunset", "", api_name="/say")
        assert client.predict(True, view["thread_id"], api_name="/confirm")["stage"] == "review"


def test_every_endpoint_is_described_and_no_other_is_named(studio: Studio) -> None:
    info = httpx.get(f"{studio.url}/gradio_api/info", trust_env=False).json()
    assert set(info["named_endpoints"]) == {f"/{verb}" for verb in VERBS}
    assert info["unnamed_endpoints"] == {}
    for name, endpoint in info["named_endpoints"].items():
        assert endpoint["description"], name
        assert [parameter["parameter_name"] for parameter in endpoint["parameters"]][-1:] in ([], ["trip"]), name
    config = httpx.get(f"{studio.url}/config", trust_env=False).json()
    named = {one["api_name"] for one in config["dependencies"] if one["api_visibility"] == "public"}
    assert named == set(VERBS)


@pytest.mark.parametrize("verb", VERBS[1:-1])
def test_a_trip_that_is_not_ones_own_is_not_there(studio: Studio, ask: Ask, verb: str) -> None:
    trip = ask("say", "a quiet lake in spring", "")["thread_id"]
    given: dict[str, tuple[Any, ...]] = {"choose": (0,), "vary": (False,), "confirm": (True,), "more": (), "accept": (),
                                         "view": ()}  # fmt: skip
    with client_of(studio.url) as stranger:
        for unknown in (trip, "no-such-trip", "last", "../x"):
            with pytest.raises(AppError, match="There is no such trip") as caught:
                stranger.predict(*given.get(verb, ("1",)), unknown, api_name=f"/{verb}")
            assert caught.value.title == "not_found"
        assert stranger.predict(api_name="/trips") == []
    assert ask("view", trip)["stage"] == "choose"


@pytest.mark.parametrize("verb", VERBS[1:-1])
def test_a_trip_has_to_be_named(ask: Ask, verb: str) -> None:
    given: dict[str, tuple[Any, ...]] = {"choose": (0,), "vary": (False,), "confirm": (True,), "more": (), "accept": (),
                                         "view": ()}  # fmt: skip
    with pytest.raises(AppError, match="trip") as caught:
        ask(verb, *given.get(verb, ("1",)), "")
    assert caught.value.title == "bad_input"


def test_an_answer_that_is_of_no_use_is_told_in_the_view(ask: Ask) -> None:
    trip = ask("say", "a quiet lake in spring", "")["thread_id"]
    view = ask("choose", 7, trip)
    assert view["stage"] == "choose"
    assert view["error"]["message"]
    view = ask("go_to", "77", trip)
    assert view["error"]["message"]


def test_a_trip_that_another_program_writes_is_busy(ask: Ask, studio: Studio) -> None:
    trip = ask("say", "a quiet lake in spring", "")["thread_id"]
    with writing(studio.data / "locks", trip), pytest.raises(AppError) as caught:
        ask("choose", 0, trip)
    assert caught.value.title == "busy"
    assert ask("choose", 0, trip)["stage"] == "review"


def test_calls_at_the_same_time_wait_for_each_other(ask: Ask) -> None:
    trip = ask("say", "a quiet lake in spring", "")["thread_id"]
    ask("choose", 0, trip)
    with ThreadPoolExecutor(4) as pool:
        views = list(pool.map(lambda _: ask("vary", False, trip), range(4)))
    assert sorted(view["image"]["number"] for view in views) == [2, 3, 4, 5]


def test_the_same_trip_is_on_the_page_of_its_owner(studio: Studio) -> None:
    secret = secrets.token_hex(16)
    with client_of(studio.url, headers={"Cookie": f"wanderhue={secret}"}) as client:
        trip = client.predict("a quiet lake in spring", "", api_name="/say")["thread_id"]
        image = client.predict(0, trip, api_name="/choose")["image"]
    with Visitor(studio.url, secret=secret) as page, Visitor(studio.url) as stranger:
        shown = page.load(trip)
        assert "a quiet lake in spring" in shown["log"]
        assert image["id"] in shown["stage"]
        assert image["id"] not in "".join(stranger.load(trip).values())


def test_a_page_joins_what_a_program_paints(studio: Studio) -> None:
    secret = secrets.token_hex(16)
    with (
        client_of(studio.url, headers={"Cookie": f"wanderhue={secret}"}) as client,
        Visitor(studio.url, secret=secret) as page,
    ):
        trip = client.predict("a quiet lake in spring", "", api_name="/say")["thread_id"]
        painting = client.submit(0, trip, api_name="/choose")
        stages: list[str] = []
        while "review" not in stages:
            stages += re.findall(r'data-stage="(\w+)"', " ".join(step.get("stage", "") for step in page.loads(trip)))
        assert not {"problem", "ask"} & set(stages)
        assert "painting" in stages
        assert painting.result()["image"]["number"] == 1


def test_with_a_login_a_client_brings_its_name(tmp_path: Path) -> None:
    people = ("--auth", "mina:sea", "--auth", "jun:sky")
    with Studio(tmp_path / "shared", *people) as shared:
        with client_of(shared.url, auth=("mina", "sea")) as client:
            trip = client.predict("a quiet lake in spring", "", api_name="/say")["thread_id"]
        with client_of(shared.url, auth=("mina", "sea")) as again, client_of(shared.url, auth=("jun", "sky")) as other:
            assert again.predict(trip, api_name="/view")["thread_id"] == trip
            assert other.predict(api_name="/trips") == []
            with pytest.raises(AppError, match="There is no such trip"):
                other.predict(trip, api_name="/view")
        with pytest.raises(AuthenticationError):
            Client(shared.url, auth=("mina", "sky"), verbose=False, analytics_enabled=False)
        assert httpx.get(f"{shared.url}/gradio_api/info", trust_env=False).status_code == 401


def test_views_hold_no_path_of_the_machine(ask: Ask, studio: Studio) -> None:
    view = ask("say", "Draw a lighthouse at sunset", "")
    assert str(studio.data) not in json.dumps(view)
    assert str(studio.place) not in json.dumps(view)
