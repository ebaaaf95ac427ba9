import json
import shutil
import sqlite3
import zipfile
from pathlib import Path

import pytest

from tests.ui.terminal import views, wanderhue
from wanderhue.tools.conversations import SqliteConversations
from wanderhue.tools.writer_lock import writing


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A data directory with one conversation of two pictures, and the conversation's id."""
    place = tmp_path_factory.mktemp("kept")
    last = views("a slow week by the sea in October", "/choose 1", "/vary", data_dir=place)[-1]
    return place, str(last["thread_id"])


@pytest.fixture
def thread(kept: tuple[Path, str], data_dir: Path) -> str:
    """The id of that conversation, in a copy of the test's own."""
    shutil.copytree(kept[0], data_dir)
    return kept[1]


def listed() -> list[dict[str, object]]:
    return list(json.loads(wanderhue("trips", "list", "--json").stdout)["trips"])


def test_no_conversations_is_said_kindly() -> None:
    assert "No conversations yet" in wanderhue("trips", "list").stdout
    assert listed() == []


def test_a_list_shows_ids_and_the_first_words(thread: str) -> None:
    said = wanderhue("trips", "list").stdout
    assert thread in said
    assert "a slow week by the sea in October" in said
    assert listed()[0]["versions"] == 2


def test_a_conversation_is_shown_by_its_id_the_start_of_it_or_last(thread: str) -> None:
    for name in (thread, thread[:6], "last"):
        found = json.loads(wanderhue("trips", "show", name, "--json").stdout)
        assert found["thread_id"] == thread
    assert [one["number"] for one in found["versions"]] == [1, 2]
    assert all(Path(one["path"]).is_file() for one in found["versions"])
    assert found["transcript"][0] == {"role": "person", "text": "a slow week by the sea in October"}
    assert "> a slow week by the sea" in wanderhue("trips", "show", "last").stdout


def test_an_export_means_something_without_the_program(thread: str, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    assert wanderhue("trips", "export", thread, "-o", str(folder)).exit_code == 0
    pictures = sorted(folder.glob("*.png"))
    assert len(pictures) == 2
    for picture in pictures:
        facts = json.loads(picture.with_suffix(".json").read_text(encoding="utf-8"))
        assert facts["brief"]["palette"]
        assert "sha256" in facts
    palette = json.loads((folder / "palette.json").read_text(encoding="utf-8"))["palette"]
    assert palette[0]["hex"] in (folder / "palette.css").read_text(encoding="utf-8")
    assert (folder / "palette.gpl").read_text(encoding="utf-8").startswith("GIMP Palette\n")
    assert (folder / "palette.ase").read_bytes().startswith(b"ASEF")
    assert "> a slow week by the sea" in (folder / "transcript.md").read_text(encoding="utf-8")


def test_an_export_can_be_a_zip_and_is_the_same_each_time(thread: str, tmp_path: Path) -> None:
    for name in ("a.zip", "b.zip"):
        assert wanderhue("trips", "export", "last", "-o", str(tmp_path / name), "--json").exit_code == 0
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.zip") as packed:
        assert "transcript.md" in packed.namelist()
        assert not [name for name in packed.namelist() if "/" in name or "\\" in name]


def test_an_export_does_not_write_over_what_is_there(thread: str, tmp_path: Path) -> None:
    target = tmp_path / "a.zip"
    target.write_bytes(b"mine")
    assert wanderhue("trips", "export", "last", "-o", str(target)).exit_code == 1
    assert target.read_bytes() == b"mine"
    assert wanderhue("trips", "export", "last", "-o", str(target), "--force").exit_code == 0


def test_deleting_asks_and_no_keeps_everything(thread: str) -> None:
    assert wanderhue("trips", "delete", thread, said="n\n").exit_code == 0
    assert len(listed()) == 1


def test_deleting_removes_words_pictures_and_checkpoints(thread: str, data_dir: Path) -> None:
    kept = views("a slow week by the sea in October", "/choose 1")[-1]
    assert wanderhue("trips", "delete", thread[:8], "--yes").exit_code == 0
    assert [row["thread_id"] for row in listed()] == [kept["thread_id"]]
    blobs = {path.stem for path in (data_dir / "blobs").rglob("*.png")}
    assert blobs == {
        one.blob for one in SqliteConversations(data_dir / "store.sqlite").versions(kept["thread_id"], "local")
    }
    with sqlite3.connect(data_dir / "checkpoints.sqlite") as db:
        assert db.execute("SELECT COUNT(*) FROM checkpoints WHERE thread_id=?", (thread,)).fetchone()[0] == 0
    db.close()


def test_somebody_elses_conversation_does_not_exist(data_dir: Path, thread: str) -> None:
    SqliteConversations(data_dir / "store.sqlite").open("0123456789abcdef", "somebody")
    for command in ("show", "export", "delete"):
        result = wanderhue("trips", command, "0123456789abcdef", *(["--yes"] if command == "delete" else []))
        assert result.exit_code == 1
        assert "no conversation" in result.stderr


def test_deleting_what_another_program_writes_ends_with_75_and_removes_nothing(thread: str, data_dir: Path) -> None:
    with writing(data_dir / "locks", thread):
        result = wanderhue("trips", "delete", thread, "--yes", "--json")
    assert result.exit_code == 75
    assert json.loads(result.stdout)["error"]["code"] == "busy"
    assert listed()[0]["versions"] == 2
