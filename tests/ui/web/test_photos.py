"""A person's own photo: taken from our page only, cleaned, kept for its owner."""

import io
import json
from collections.abc import Iterator
from pathlib import Path

import httpx
import numpy as np
import pytest
from PIL import Image

from wanderhue.graphs.conversation import Workshop
from wanderhue.ui.web.owner import owner_by

MARK = {"x-wanderhue": "1"}
PLACE = "37.5665, 126.9780 at home"


def photo(size: tuple[int, int] = (400, 300), form: str = "JPEG") -> bytes:
    """A quarter red, the rest blue, turned by its EXIF, with a place in its metadata."""
    image = Image.new("RGB", size, (29, 53, 87))
    image.paste((230, 57, 70), (0, 0, size[0] // 4, size[1]))
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010E] = PLACE
    exif.get_ifd(0x8825)[2] = (37.0, 33.0, 59.4)
    out = io.BytesIO()
    image.save(out, form, exif=exif, quality=95)
    return out.getvalue()


@pytest.fixture
def client(client: httpx.Client) -> httpx.Client:
    client.get("/")
    client.headers.update(MARK)
    return client


def kept(workshop: Workshop) -> list[bytes]:
    return [workshop.deps.images.get(name) for name in workshop.deps.images.list()]


def test_a_photo_is_cleaned_measured_and_given_back(client: httpx.Client, workshop: Workshop) -> None:
    taken = client.post("/wh/photo", content=photo()).json()
    assert (taken["width"], taken["height"]) == (300, 400)  # turned upright
    assert [color["name"] for color in taken["colors"]]
    assert sum(color["share"] for color in taken["colors"]) == pytest.approx(1, abs=0.002)
    assert taken["colors"][0]["share"] == pytest.approx(0.75, abs=0.02)
    back = client.get(f"/wh/photo/{taken['id']}")
    assert (back.headers["content-type"], back.headers["cache-control"][:7]) == ("image/png", "private")
    image = Image.open(io.BytesIO(back.content))
    assert (image.format, image.size) == ("PNG", (300, 400))
    small = client.get(f"/wh/photo/{taken['id']}?w=96")
    assert Image.open(io.BytesIO(small.content)).size == (96, 128)
    assert client.get(f"/wh/photo/{taken['id']}?w=97").status_code == 400


def test_nothing_of_its_metadata_is_kept(client: httpx.Client, workshop: Workshop, data_dir: Path) -> None:
    assert PLACE.encode() in photo()
    taken = client.post("/wh/photo", content=photo()).json()
    image = Image.open(io.BytesIO(client.get(f"/wh/photo/{taken['id']}").content))
    assert not image.getexif()
    assert not image.info
    assert not any(PLACE.encode() in path.read_bytes() for path in data_dir.rglob("*") if path.is_file())


def test_a_form_with_a_file_is_taken_like_the_bytes(client: httpx.Client) -> None:
    raw = client.post("/wh/photo", content=photo()).json()
    form = client.post("/wh/photo", files={"file": ("../../바다.jpg", photo(), "text/html")}, data={"x": "y"}).json()
    assert form == raw


def test_names_of_colors_are_in_the_readers_language(client: httpx.Client) -> None:
    said = client.post("/wh/photo", content=photo(), headers={"accept-language": "ko"}).json()
    assert all("가" <= color["name"][0] <= "힣" for color in said["colors"])


def test_without_the_header_nothing_is_taken(client: httpx.Client, workshop: Workshop) -> None:
    del client.headers["x-wanderhue"]
    for content in (photo(), b""):
        answer = client.post("/wh/photo", content=content)
        assert (answer.status_code, answer.json()["error"]["code"]) == (403, "unmarked")
    assert kept(workshop) == []


def large() -> bytes:
    return photo() + bytes(20 * 2**20)


def in_pieces(data: bytes) -> Iterator[bytes]:
    for start in range(0, len(data), 1 << 20):
        yield data[start : start + (1 << 20)]


@pytest.mark.parametrize("how", ["whole", "in pieces", "form"])
def test_a_photo_that_is_too_large_is_refused_however_it_comes(
    client: httpx.Client, workshop: Workshop, how: str
) -> None:
    if how == "form":
        answer = client.post("/wh/photo", files={"file": ("a.jpg", large())})
    else:
        answer = client.post("/wh/photo", content=large() if how == "whole" else in_pieces(large()))
    assert (answer.status_code, answer.json()["error"]["code"]) == (413, "too_large")
    assert "20 MB" in answer.json()["error"]["message"]
    assert kept(workshop) == []
    assert client.get("/wh/health").json()["ok"] is True


def bomb() -> bytes:
    out = io.BytesIO()
    Image.new("1", (12_000, 12_000)).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no picture",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"GIF89a" + bytes(100),
        photo()[:500],
        photo((20, 20)),
        bomb(),
        json.dumps({"url": "http://example.org/a.png"}).encode(),
    ],
    ids=["empty", "text", "svg", "gif", "cut off", "tiny", "bomb", "json"],
)
def test_what_is_no_photo_is_refused_with_a_sentence(client: httpx.Client, workshop: Workshop, data: bytes) -> None:
    for said in ("en", "ko"):
        answer = client.post("/wh/photo", content=data, headers={"accept-language": said})
        assert (answer.status_code, answer.json()["error"]["code"]) == (400, "bad_picture")
        assert answer.headers["content-language"] == said
    assert kept(workshop) == []


def test_a_broken_or_empty_form_is_refused(client: httpx.Client) -> None:
    kind = {"content-type": "multipart/form-data; boundary=x"}
    for body in (b"", b"nothing like a form", b"--x\r\nContent-Disposition: form-data; name=a\r\n\r\nb\r\n--x--\r\n"):
        assert client.post("/wh/photo", content=body, headers=kind).status_code == 400
    assert client.post("/wh/photo", headers={"content-type": "multipart/form-data"}, content=b"x").status_code == 400
    two = [("a", ("a.jpg", photo())), ("b", ("b.jpg", photo()))]
    assert client.post("/wh/photo", files=two).status_code == 400


def test_a_photo_is_its_owners_alone(client: httpx.Client, url: str) -> None:
    taken = client.post("/wh/photo", content=photo()).json()
    with httpx.Client(base_url=url, headers=MARK, trust_env=False) as stranger:
        assert stranger.get(f"/wh/photo/{taken['id']}").status_code == 404
        theirs = stranger.post("/wh/photo", content=photo()).json()
        assert theirs["id"] != taken["id"]
        assert client.get(f"/wh/photo/{theirs['id']}").status_code == 404


def test_a_photo_that_nobody_used_for_a_day_goes_when_the_next_one_comes(
    client: httpx.Client, workshop: Workshop
) -> None:
    first = client.post("/wh/photo", content=photo()).json()
    with workshop.deps.store._db.write() as db:  # type: ignore[attr-defined]
        db.execute("UPDATE uploads SET at = at - 90000")
    pixels = np.full((100, 100, 3), 200, np.uint8)
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "PNG")
    second = client.post("/wh/photo", content=out.getvalue()).json()
    assert client.get(f"/wh/photo/{first['id']}").status_code == 404
    assert client.get(f"/wh/photo/{second['id']}").status_code == 200
    assert len(kept(workshop)) == 1
    owner = owner_by(client.cookies["wanderhue"])
    assert workshop.deps.store.upload(second["id"], owner) in workshop.deps.images.list()
