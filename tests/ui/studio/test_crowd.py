"""Twenty people at the same time, each with words and a mark of their own: nothing of one reaches another."""

import io
import itertools
import json
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import Any, TypeVar

import pytest
from PIL import Image

from tests.browser import painted_studio
from tests.browser.studio import Studio
from tests.ui.studio.marks import MarkServer, mark_of
from tests.ui.studio.visitor import Visitor

PEOPLE = 20
FORMS = ("png", "zip", "json", "css", "gpl", "ase")
T = TypeVar("T")


class Guest(Visitor):
    """A person with a word that nobody else says."""

    def __init__(self, url: str, number: int) -> None:
        super().__init__(url, language="ko" if number % 2 else "en")
        self.number, self.word = number, f"zebra{number:02}quill"
        self.trip, self.version, self.photo = "", "", ""
        self.seen: list[str] = []
        """Everything that the page ever showed."""

    def follow(self, steps: Iterator[dict[str, str]]) -> None:
        for step in steps:
            self.seen += [html for name, html in step.items() if name != "thread"]

    def everything(self) -> str:
        return "\n".join(self.seen)


def together(guests: list[Guest], act: Callable[[Guest], T]) -> list[T]:
    """Everybody at the same time."""
    with ThreadPoolExecutor(len(guests)) as pool:
        return list(pool.map(act, guests))


@pytest.fixture(scope="module")
def marks() -> Iterator[MarkServer]:
    opened = MarkServer()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def studio(marks: MarkServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    program = (sys.executable, painted_studio.__file__)
    with Studio(tmp_path_factory.mktemp("crowd"), "--till", str(marks.port), "--preview", program=program) as running:
        yield running


@pytest.fixture(scope="module")
def guests(studio: Studio, marks: MarkServer) -> Iterator[list[Guest]]:
    """Twenty people who each asked, chose, looked at the preview, received a picture, and put a photo in."""
    with ExitStack() as leaving:
        opened = [leaving.enter_context(Guest(studio.url, number)) for number in range(PEOPLE)]
        live_through(opened, marks)
        yield opened


def live_through(opened: list[Guest], marks: MarkServer) -> None:
    together(opened, talk)
    with ThreadPoolExecutor(PEOPLE) as pool:
        painting = [pool.submit(guest.follow, guest.acts("choose", index=guest.number % 3)) for guest in opened]
        wait_for(lambda: len(marks.ordered) == PEOPLE)
        assert sorted(key.split("/")[0] for key in marks.ordered) == sorted(guest.thread for guest in opened)
        check_previews(opened, marks)
        marks.let_go.set()
        for done in painting:
            done.result()
    together(opened, receive)


def talk(guest: Guest) -> None:
    guest.follow(guest.loads())
    guest.follow(guest.says(f"a week by the sea in October with {guest.word}"))
    assert 'data-stage="choose"' in guest.page["stage"]


def check_previews(guests: list[Guest], marks: MarkServer) -> None:
    """While all are painted: one's own preview has one's own mark, that of another is not there."""
    for guest, other in zip(guests, itertools.islice(itertools.cycle(guests), 1, None), strict=False):
        preview = guest.get(f"wh/preview/{guest.thread}/1")
        assert mark_of(preview.content, blue=0) == marks.numbers[guest.thread]
        assert other.get(f"wh/preview/{guest.thread}/1").status_code == 404


def receive(guest: Guest) -> None:
    assert 'data-stage="review"' in guest.page["stage"], guest.page["stage"][:2000]
    guest.trip = guest.thread
    view = guest.call("view", guest.trip)
    guest.version = view["image"]["id"]
    out = io.BytesIO()
    Image.new("RGB", (320, 240), (guest.number * 12, 90, 200)).save(out, "PNG")
    answer = guest.http.post("/wh/photo", content=out.getvalue(), headers={"x-wanderhue": "1"})
    guest.photo = answer.raise_for_status().json()["id"]


def wait_for(condition: Callable[[], bool], patience: float = 90) -> None:
    until = time.monotonic() + patience
    while not condition():
        assert time.monotonic() < until, "it did not come to pass"
        time.sleep(0.02)


def test_everybody_has_a_trip_and_an_owner_of_their_own(guests: list[Guest]) -> None:
    assert len({guest.trip for guest in guests}) == PEOPLE
    assert len({guest.http.cookies["wanderhue"] for guest in guests}) == PEOPLE
    assert len({guest.version for guest in guests}) == PEOPLE


def test_every_page_shows_its_own_words_and_ids_alone(guests: list[Guest]) -> None:
    foreign = {guest.number: (guest.word, guest.trip, guest.version, guest.photo) for guest in guests}
    for guest in guests:
        shown = guest.everything() + "".join(guest.load(guest.trip).values())
        assert guest.word in shown
        assert guest.version in shown
        for number, texts in foreign.items():
            if number != guest.number:
                assert not [text for text in texts if text in shown], (guest.number, number)
        albums = guest.act("albums")["drawer"]
        assert albums.count("data-album=") == 1
        assert guest.trip in albums


def test_every_picture_thumbnail_and_file_has_its_owners_mark(guests: list[Guest], marks: MarkServer) -> None:
    def check(guest: Guest) -> None:
        number = marks.numbers[guest.trip]
        for width in ("", "?w=96", "?w=240", "?w=480"):
            assert mark_of(guest.get(f"wh/picture/{guest.version}{width}").raise_for_status().content) == number, width
        assert mark_of(guest.get(f"wh/download/{guest.version}?as=png").content) == number
        for address in (f"wh/download/{guest.version}?as=zip", f"wh/trip/{guest.trip}"):
            archive = zipfile.ZipFile(io.BytesIO(guest.get(address).raise_for_status().content))
            pictures = [archive.read(name) for name in archive.namelist() if name.endswith(".png")]
            assert [mark_of(picture) for picture in pictures] == [number]
            told = "".join(
                archive.read(name).decode("utf-8", "replace")
                for name in archive.namelist()
                if not name.endswith(".png")
            )
            assert not [other.word for other in guests if other is not guest and other.word in told]
        for form in FORMS:
            assert guest.get(f"wh/download/{guest.version}?as={form}").status_code == 200

    together(guests, check)


def test_what_is_somebody_elses_answers_404(guests: list[Guest]) -> None:
    def check(guest: Guest) -> None:
        for other in guests:
            if other is guest:
                continue
            addresses = [
                f"wh/picture/{other.version}", f"wh/picture/{other.version}?w=240", f"wh/trip/{other.trip}",
                f"wh/sketch/{other.trip}/1/0", f"wh/draft/{other.trip}/1", f"wh/preview/{other.trip}/1",
                f"wh/photo/{other.photo}", f"wh/photo/{other.photo}?w=480",
                *(f"wh/download/{other.version}?as={form}" for form in FORMS),
            ]  # fmt: skip
            answers = {address: guest.get(address) for address in addresses}
            assert {address: one.status_code for address, one in answers.items() if one.status_code != 404} == {}
            bodies = {one.text for one in answers.values()}
            assert len(bodies) == 1  # not a word more about one than about the other
            assert other.word not in bodies.pop()

    together(guests, check)


def test_somebody_elses_trip_in_the_address_is_not_found_on_the_page(guests: list[Guest]) -> None:
    for guest, other in itertools.pairwise(guests):
        for shown in (guest.load(other.trip), guest.act("open", thread=other.trip)):
            assert 'role="alert"' in shown["stage"]
            assert other.word not in "".join(shown.values())
            assert other.version not in "".join(shown.values())
            assert shown["thread"] == ""
        guest.load(guest.trip)


@pytest.mark.parametrize(
    "said",
    [
        {"do": "goto", "version": "{version}"},
        {"do": "photo", "photo": "{photo}"},
        {"do": "rename", "thread": "{trip}", "value": "mine now"},
        {"do": "delete", "thread": "{trip}"},
        {"do": "open", "thread": "{trip}"},
    ],
    ids=lambda said: str(said["do"]),
)
def test_what_is_somebody_elses_cannot_be_used(guests: list[Guest], said: dict[str, str]) -> None:
    guest, other = guests[3], guests[8]
    guest.load(guest.trip)
    filled = {key: value.format(**vars(other)) for key, value in said.items()}
    shown = guest.act(filled.pop("do"), **filled)
    told = shown["log"] if said["do"] == "goto" else shown["stage"]  # a version that is not there is a reply
    assert (other.version if said["do"] == "goto" else 'role="alert"') in told
    assert other.word not in "".join(shown.values())
    assert other.version not in shown["stage"]
    assert other.call("view", other.trip)["image"]["id"] == other.version
    assert "mine now" not in json.dumps(other.call("trips"))


def test_an_event_with_somebody_elses_trip_changes_nothing(guests: list[Guest]) -> None:
    guest, other = guests[5], guests[12]
    for event in ("say", "stop", "vary", "more_versions", "earlier", "settings", "albums", "accept"):
        guest.load(guest.trip)
        guest.thread = other.trip
        shown = guest.say("make it night") if event == "say" else guest.act(event, count=40)
        assert other.word not in "".join(shown.values()), event
        assert other.version not in "".join(shown.values()), event
    guest.load(guest.thread if guest.thread != other.trip else "")
    view = other.call("view", other.trip)
    assert (view["stage"], view["image"]["id"], len(view["versions"])) == ("review", other.version, 1)


def test_endpoints_know_nothing_of_somebody_elses_trip(guests: list[Guest]) -> None:
    guest, other = guests[7], guests[2]
    calls: dict[str, list[Any]] = {"view": [], "choose": [0], "say": ["make it night"], "accept": [], "more": []}
    for verb, given in calls.items():
        assert guest.call(verb, *given, other.trip) == {"error": "not_found"}, verb
    trips = guest.call("trips")
    assert guest.word in json.dumps(trips)
    assert other.word not in json.dumps(trips)
    assert [album["thread"] for album in trips] == [guest.trip]


def test_the_studio_stumbled_over_none_of_this(studio: Studio, guests: list[Guest]) -> None:
    studio.check()
