"""What people take away: names, types and contents."""

import io
import json
import zipfile
from collections.abc import Callable
from urllib.parse import quote

import httpx
import pytest

from wanderhue.graphs.conversation import Workshop
from wanderhue.ui.web.downloads import disposition
from wanderhue.ui.web.owner import owner_by


@pytest.fixture
def version(client: httpx.Client, own_picture: Callable[[str, int], str]) -> str:
    client.get("/")
    return own_picture(owner_by(client.cookies["wanderhue"]), 7)


@pytest.mark.parametrize(
    ("form", "kind", "name"),
    [
        ("png", "image/png", "01-바다-7.png"),
        ("zip", "application/zip", "01-바다-7.zip"),
        ("json", "application/json", "01-바다-7-palette.json"),
        ("css", "text/css; charset=utf-8", "01-바다-7-palette.css"),
        ("gpl", "application/x-gimp-palette", "01-바다-7-palette.gpl"),
        ("ase", "application/octet-stream", "01-바다-7-palette.ase"),
    ],
)
def test_a_file_comes_with_its_type_and_its_name_in_any_language(
    client: httpx.Client, version: str, form: str, kind: str, name: str
) -> None:
    answer = client.get(f"/wh/download/{version}", params={"as": form})
    assert answer.headers["content-type"] == kind
    said = answer.headers["content-disposition"]
    assert said.startswith("attachment; ")
    assert said.endswith(f"filename*=UTF-8''{quote(name)}")
    assert f'filename="{name.replace("-바다", "")}"' in said
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "private, no-cache"


def test_what_they_hold(client: httpx.Client, version: str) -> None:
    def get(form: str) -> bytes:
        return client.get(f"/wh/download/{version}", params={"as": form}).content

    assert get("png") == client.get(f"/wh/picture/{version}").content
    assert json.loads(get("json"))["palette"][0]["hex"] == "#1d3557"
    assert get("css") == b":root {\n  --sea: #1d3557;\n}\n"
    assert get("gpl").startswith("GIMP Palette\nName: 바다 7\n".encode())
    assert get("ase").startswith(b"ASEF\x00\x01\x00\x00\x00\x00\x00\x03")
    packed = zipfile.ZipFile(io.BytesIO(get("zip")))
    assert packed.namelist() == ["01-바다-7.json", "01-바다-7.png"]
    assert packed.read("01-바다-7.png") == get("png")
    assert json.loads(packed.read("01-바다-7.json"))["id"] == version


def test_without_a_form_it_is_the_picture_and_unknown_forms_are_refused(client: httpx.Client, version: str) -> None:
    assert client.get(f"/wh/download/{version}").headers["content-type"] == "image/png"
    for form in ("exe", "", "PNG", "../png"):
        assert client.get(f"/wh/download/{version}", params={"as": form}).status_code == 400


def test_a_whole_trip_is_one_zip_under_its_title(client: httpx.Client, workshop: Workshop, version: str) -> None:
    store, owner = workshop.deps.store, owner_by(client.cookies["wanderhue"])
    thread, _ = store.find(version, owner)
    store.rename(thread, owner, '바다로 / "A" trip\\..')
    answer = client.get(f"/wh/trip/{thread}")
    assert answer.headers["content-type"] == "application/zip"
    assert answer.headers["content-disposition"] == (
        "attachment; filename=\"wanderhue-a-trip.zip\"; "
        f"filename*=UTF-8''{quote('wanderhue-바다로-a-trip.zip')}"
    )  # fmt: skip
    names = zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
    assert {"01-바다-7.png", "01-바다-7.json", "transcript.md", "palette.ase"} <= set(names)


@pytest.mark.parametrize(
    "name", ['a"b.png', "a\r\nSet-Cookie: x=y.png", "a;b.png", "바다.png", "..\\a.png", "é%41.png"]
)
def test_no_name_can_leave_its_header(name: str) -> None:
    said = disposition(name)
    assert said.isascii()
    assert said.isprintable()
    assert said.count('"') == 2
    assert said.count(";") == 2
