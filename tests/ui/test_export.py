"""What people take away: swatches that Adobe's programs read, one zip, and only what is theirs."""

import io
import json
import struct
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tools.test_stores import version
from wanderhue.agent.errors import BadColor, BadInput, NotFound
from wanderhue.tools.conversations import SqliteConversations
from wanderhue.tools.image_store import FolderImageStore
from wanderhue.ui.export import FORMATS, export_files, packed, palette_file, palette_from, picture_name
from wanderhue.ui.export.ase import read_ase

INK = {"name": "ink blue", "hex": "#1d3557", "rgb": [29, 53, 87]}
RED = {"name": "저녁놀 🌅 red", "hex": "#e63946", "rgb": [230, 57, 70]}


class Ase:
    """A strict reader of Adobe Swatch Exchange, apart from the program's own: every byte must be accounted for."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at, self.groups = data, 0, list[str]()
        self.swatches: list[tuple[str, list[float], int]] = []
        assert self.take(4) == b"ASEF"
        assert self.number(2) == 1
        assert self.number(2) == 0
        depth = 0
        for _ in range(self.number(4)):
            kind, length = self.number(2), self.number(4)
            end = self.at + length
            if kind == 0xC001:
                depth += 1
                self.groups.append(self.name())
            elif kind == 0xC002:
                depth -= 1
            else:
                assert kind == 0x0001
                self.swatch()
            assert depth in (0, 1)
            assert self.at == end
        assert depth == 0
        assert self.at == len(data)

    def take(self, count: int) -> bytes:
        part = self.data[self.at : self.at + count]
        assert len(part) == count
        self.at += count
        return part

    def number(self, size: int) -> int:
        return int.from_bytes(self.take(size), "big")

    def name(self) -> str:
        units = self.number(2)
        text = self.take(2 * units).decode("utf-16-be")
        assert text.endswith("\0")
        assert "\0" not in text[:-1]
        return text[:-1]

    def swatch(self) -> None:
        name = self.name()
        assert self.take(4) == b"RGB "
        values = [struct.unpack(">f", self.take(4))[0] for _ in range(3)]
        self.swatches.append((name, values, self.number(2)))


def test_swatches_are_what_adobes_programs_read() -> None:
    found = Ase(palette_file([INK, RED], "ase", title="Lake Como"))
    assert found.groups == ["Lake Como"]
    assert [(name, kind) for name, _, kind in found.swatches] == [("ink blue", 0), ("저녁놀 🌅 red", 0)]
    assert [[round(value * 255, 3) for value in values] for _, values, _ in found.swatches] == [INK["rgb"], RED["rgb"]]


def test_the_bytes_of_one_swatch_are_these() -> None:
    wanted = (
        "41534546 0001 0000 00000003"
        " c001 00000006 0002 0054 0000"
        " 0001 0000001a 0003 0061 0062 0000 52474220 3f800000 00000000 3e4ccccd 0000"
        " c002 00000000"
    )
    color = {"name": "ab", "hex": "#ff0033", "rgb": [255, 0, 51]}
    assert palette_file([color], "ase", title="T") == bytes.fromhex(wanted.replace(" ", ""))


NAMES = st.text(max_size=300)
RGB = st.tuples(*[st.integers(0, 255)] * 3)


@given(st.lists(st.tuples(NAMES, RGB), max_size=16), NAMES)
def test_any_name_and_color_make_a_whole_file(colors: list[tuple[str, tuple[int, int, int]]], title: str) -> None:
    given_ = [{"name": name, "hex": f"#{bytes(rgb).hex()}", "rgb": list(rgb)} for name, rgb in colors]
    data = palette_file(given_, "ase", title=title)
    assert len(Ase(data).swatches) == len(colors)
    assert read_ase(data) == [rgb for _, rgb in colors]


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_can_be_read_back(form: str, tmp_path: Path) -> None:
    file = tmp_path / f"p.{form}"
    file.write_bytes(palette_file([INK, RED], form, title="x\n y"))
    assert palette_from([str(file)]).hexes == ("#1d3557", "#e63946")


def test_a_form_that_nobody_knows_is_said() -> None:
    with pytest.raises(BadInput, match="json, css, gpl, ase"):
        palette_file([INK], "exe")


def swatch(model: bytes, *values: float) -> bytes:
    body = struct.pack(">HH", 1, 0) + model + struct.pack(f">{len(values)}f", *values) + b"\0\0"
    return b"ASEF" + struct.pack(">HHIHI", 1, 0, 1, 1, len(body)) + body


def test_gray_swatches_are_read_and_print_inks_are_refused_by_name() -> None:
    assert read_ase(swatch(b"Gray", 0.2)) == [(51, 51, 51)]
    with pytest.raises(BadInput, match="CMYK"):
        read_ase(swatch(b"CMYK", 0, 0, 0, 0))


WHOLE = palette_file([INK, RED], "ase")


@pytest.mark.parametrize(
    "data",
    [b"", b"ASEF", b"GIMP Palette", *(WHOLE[:cut] for cut in (8, 20, 40, len(WHOLE) - 3)), swatch(b"RGB ", 1e30, 0, 0),
     swatch(b"RGB ", float("nan"), 0, 0), b"ASEF\0\1\0\0\xff\xff\xff\xff", swatch(b"RGB ")],
)  # fmt: skip
def test_broken_swatches_are_a_typed_failure(data: bytes) -> None:
    with pytest.raises(BadInput, match="Adobe Swatch Exchange"):
        read_ase(data)


def test_a_swatch_file_without_swatches_is_no_palette(tmp_path: Path) -> None:
    (tmp_path / "p.ase").write_bytes(palette_file([], "ase"))
    with pytest.raises(BadColor):
        palette_from([str(tmp_path / "p.ase")])


@pytest.fixture
def shelf(tmp_path: Path) -> tuple[SqliteConversations, FolderImageStore]:
    """A conversation of "me" with two pictures; the second has no file any more."""
    store, images = SqliteConversations(tmp_path / "s.sqlite"), FolderImageStore(tmp_path / "blobs")
    store.open("t", "me", "Lake")
    store.say("t", "me", "1.person", "person", "a <b>lake</b>")
    brief: dict[str, Any] = {"scene": {"title": "호수 Lake / 1"}, "palette": [{"name": "ink", "hex": "#1d3557"}]}
    store.add("t", "me", "1.0.0", version(images.put(b"\x89PNG first"), brief=brief))
    store.add("t", "me", "2.0.0", version("0" * 64, brief=brief))
    return store, images


def test_a_trip_is_exported_for_its_owner_alone(shelf: tuple[SqliteConversations, FolderImageStore]) -> None:
    store, images = shelf
    (album,) = store.albums("me")
    files = export_files(album, store, images, "me")
    assert set(files) == {
        "transcript.md", "01-호수-lake-1.png", "01-호수-lake-1.json", "02-호수-lake-1.json",
        "palette.json", "palette.css", "palette.gpl", "palette.ase",
    }  # fmt: skip
    assert files["01-호수-lake-1.png"] == b"\x89PNG first"
    assert Ase(files["palette.ase"]).groups == ["호수 Lake / 1"]
    assert "blob" not in json.loads(files["02-호수-lake-1.json"])
    for stranger in ("you", "local"):
        with pytest.raises(NotFound):
            export_files(album, store, images, stranger)
    with pytest.raises(NotFound):
        export_files(album, store, images)


def test_a_zip_holds_every_file_and_is_the_same_each_time(
    shelf: tuple[SqliteConversations, FolderImageStore],
) -> None:
    store, images = shelf
    files = export_files(store.albums("me")[0], store, images, "me")
    data = packed(files)
    assert data == packed(dict(reversed(files.items())))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == files


@pytest.mark.parametrize("title", ["", "../../etc/passwd", "..", "CON", 'a"b\r\nc', "漢字", "/", "x" * 300])
def test_a_pictures_name_is_a_plain_file_name(title: str) -> None:
    name = picture_name(version(brief={"scene": {"title": title}}, number=3))
    assert name.startswith("03-")
    assert not set(name) & set('./\\:"<>|?*\r\n')
    assert len(name) < 50
