"""Pictures go to their owner, and to nobody else."""

import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import httpx
import numpy as np
import pytest
from PIL import Image

from tests.ui.web.conftest import paint
from wanderhue.graphs.conversation import Workshop
from wanderhue.ui.web.owner import owner_by
from wanderhue.ui.web.pictures import Thumbnails, thumbnail

Mine = tuple[str, str]


@pytest.fixture
def mine(client: httpx.Client, workshop: Workshop) -> Mine:
    """(thread, version) of the client's own picture."""
    client.get("/")
    return paint(workshop, owner_by(client.cookies["wanderhue"]), "mine")


def blob_of(workshop: Workshop, version: str, owner: str) -> bytes:
    return workshop.deps.images.get(workshop.deps.store.find(version, owner)[1].blob)


def test_the_owner_gets_the_very_bytes_that_were_kept(client: httpx.Client, workshop: Workshop, mine: Mine) -> None:
    answer = client.get(f"/wh/picture/{mine[1]}")
    assert answer.content == blob_of(workshop, mine[1], owner_by(client.cookies["wanderhue"]))
    assert answer.headers["content-type"] == "image/png"
    assert answer.headers["cache-control"] == "private, max-age=31536000, immutable"
    assert answer.headers["vary"] == "Cookie"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert "frame-ancestors 'self'" in answer.headers["content-security-policy"]
    assert "sandbox" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("width", [96, 240, 480, 960])
def test_a_thumbnail_is_a_webp_of_that_width_and_never_enlarged(client: httpx.Client, mine: Mine, width: int) -> None:
    answer = client.get(f"/wh/picture/{mine[1]}", params={"w": width})
    assert answer.headers["content-type"] == "image/webp"
    image = Image.open(io.BytesIO(answer.content))
    assert (image.format, image.mode, image.size) == ("WEBP", "RGB", (min(width, 160), min(round(width / 1.6), 100)))


def test_a_thumbnail_keeps_its_colors_true() -> None:
    colors = np.array([[29, 36, 64], [143, 184, 214], [240, 180, 92], [226, 86, 59], [251, 243, 228]], np.uint8)
    pixels = np.repeat(np.repeat(colors[:, None], 1000, axis=1), 200, axis=0)
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "PNG")
    small = np.asarray(Image.open(io.BytesIO(thumbnail(out.getvalue(), 240))).convert("RGB")).astype(int)
    middles = small[24::48, 120]
    assert np.abs(middles - colors.astype(int)).max() <= 3


@pytest.mark.parametrize("width", ["0", "95", "100000", "-1", "x", "96 ", "96.0"])
def test_other_widths_are_not_made(client: httpx.Client, mine: Mine, width: str) -> None:
    answer = client.get(f"/wh/picture/{mine[1]}", params={"w": width})
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "bad_input")


def test_what_others_have_and_what_nobody_has_answer_alike(client: httpx.Client, url: str, mine: Mine) -> None:
    thread, version = mine
    with httpx.Client(base_url=url, trust_env=False) as stranger:
        nonsense = stranger.get("/wh/picture/nonsense")
        assert nonsense.status_code == 404
        for path in (
            f"/wh/picture/{version}",
            f"/wh/picture/{version}?w=96",
            f"/wh/picture/{thread}",
            f"/wh/sketch/{thread}/1/0",
            f"/wh/draft/{thread}/1",
            f"/wh/download/{version}?as=png",
            f"/wh/download/{version}?as=zip",
            f"/wh/trip/{thread}",
            f"/wh/photo/{version}",
            "/wh/nothing/at/all",
        ):
            answer = stranger.get(path)
            assert (answer.status_code, answer.content) == (404, nonsense.content), path
    assert client.get(f"/wh/picture/{version}").status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/wh/picture/..%2f..%2f..%2fetc%2fpasswd",
        "/wh/picture/%2e%2e/%2e%2e/store.sqlite",
        "/wh/picture/..\\..\\store.sqlite",
        "/wh/picture/%00",
        "/wh/picture/" + "a" * 4000,
        "/wh/picture/' OR 1=1 --",
        "/wh/photo/..%2fstore.sqlite",
        "/wh/sketch/..%2f..%2fx/1/0",
        "/wh/sketch/last/1/0",
        "/wh/sketch/x/1/-1",
        "/wh/sketch/x/1/99999999999999999999",
        "/wh/sketch/x/٣/0",
        "/wh/trip/..%2fblobs",
        "/wh/trip/last",
        "/wh/download/..%2f..%2fstore.sqlite?as=png",
    ],
)
def test_a_path_that_tries_to_leave_its_folder_finds_nothing(client: httpx.Client, mine: Mine, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404, answer.text
    assert answer.json()["error"]["code"] == "not_found"


def test_failures_are_told_in_the_readers_language(client: httpx.Client) -> None:
    for said, korean in (
        ("ko", True),
        ("ko-KR,ko;q=0.9,en;q=0.8", True),
        ("en;q=0.2, ko;q=0.7", True),
        ("en-GB,ko;q=0.9", False),
        ("fr", False),
        ("", False),
        ("ko;q=x", False),
    ):
        message = client.get("/wh/picture/x", headers={"accept-language": said}).json()["error"]["message"]
        assert any("가" <= letter <= "힣" for letter in message) is korean, said


def test_twenty_people_at_once_see_their_own_pictures_and_no_others(
    url: str, workshop: Workshop, own_picture: Callable[[str, int], str]
) -> None:
    def visit(number: int) -> tuple[httpx.Client, str, bytes]:
        visitor = httpx.Client(base_url=url, trust_env=False)
        owner = visitor.get("/").json()["owner"]
        version = own_picture(owner, number)
        return visitor, version, blob_of(workshop, version, owner)

    with ThreadPoolExecutor(20) as pool:
        visitors = list(pool.map(visit, range(20)))
        assert len({data for _, _, data in visitors}) == 20

        def look(number: int) -> list[tuple[int, int, bool]]:
            visitor, _, own = visitors[number]
            seen = []
            for other, (_, version, _) in enumerate(visitors):
                for width in ("", "?w=96"):
                    answer = visitor.get(f"/wh/picture/{version}{width}")
                    right = answer.content == own if not width else answer.content == thumbnail(own, 96)
                    seen.append((other, answer.status_code, right))
            return seen

        for number, seen in enumerate(pool.map(look, range(20))):
            assert all((status == 200 and right) if other == number else status == 404 for other, status, right in seen)
    for visitor, _, _ in visitors:
        visitor.close()


def test_the_memory_of_thumbnails_stays_within_its_bytes(workshop: Workshop) -> None:
    from wanderhue.graphs.loop import run

    thumbnails = Thumbnails(most_bytes=3000)
    images = workshop.deps.images
    for shade in range(40):
        out = io.BytesIO()
        Image.fromarray(np.random.default_rng(shade).integers(0, 255, (40, 40, 3), dtype=np.uint8)).save(out, "PNG")
        blob = images.put(out.getvalue())
        first = run(thumbnails.get(images, blob, 96))
        assert run(thumbnails.get(images, blob, 96)) == first
    assert sum(map(len, thumbnails._kept.values())) == thumbnails._held <= 3000
