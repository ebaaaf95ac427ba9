"""People keep their data: a directory of every schema that was released still opens, and its conversation goes on."""

import json
import shutil
from pathlib import Path

import pytest

from tests.graphs.plain import PlainPainter, PlainPlanner
from wanderhue import TripSession
from wanderhue.agent.errors import Damaged, NewerData
from wanderhue.tools.data_dir import SCHEMA, DataDir

KEPT = Path(__file__).parent / "data"
SCHEMAS = sorted(int(path.name[1:]) for path in KEPT.glob("v*"))


@pytest.fixture(params=SCHEMAS, ids=lambda number: f"v{number}")
def kept(request: pytest.FixtureRequest, data_dir: Path) -> Path:
    """A copy of a kept directory."""
    shutil.copytree(KEPT / f"v{request.param}", data_dir)
    return data_dir


def open_last(place: Path) -> TripSession:
    return TripSession.open("last", data_dir=place, planner=PlainPlanner(), painter=PlainPainter())


def test_a_directory_of_every_schema_up_to_this_one_is_kept() -> None:
    assert list(range(1, SCHEMA + 1)) == SCHEMAS


def test_a_kept_conversation_stands_where_it_stood(kept: Path) -> None:
    with open_last(kept) as session:
        view = session.view
        words = session.transcript()
    assert (view.stage, view.chosen, len(view.options), len(view.versions)) == ("review", 1, 3, 2)
    assert view.image is not None
    assert view.image["number"] == 1
    assert Path(view.image["path"]).read_bytes().startswith(b"\x89PNG")
    assert words[0] == ("person", "a lake in spring")


def test_a_kept_conversation_goes_on(kept: Path) -> None:
    with open_last(kept) as session:
        assert session.redo().versions[1]["current"]
        assert len(session.refine("make it night").versions) == 3
        assert session.choose(0).stage == "review"
        assert session.accept().stage == "done"


def test_a_kept_directory_takes_new_conversations_and_lets_old_ones_go(kept: Path) -> None:
    with open_last(kept) as session:
        session.delete()
    with TripSession.open(data_dir=kept, planner=PlainPlanner(), painter=PlainPainter()) as session:
        session.say("another lake")
        assert session.choose(0).stage == "review"
    assert len(list((kept / "blobs").glob("*/*.png"))) == 1


def test_a_newer_directory_is_refused_with_the_way_out(data_dir: Path) -> None:
    DataDir.open(data_dir)
    (data_dir / "schema.json").write_text(json.dumps({"schema": SCHEMA + 1}), encoding="utf-8")
    with pytest.raises(NewerData, match=r"newer Wanderhue.*--data-dir"):
        TripSession.open(data_dir=data_dir)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"schema": "one"}', '{"scheme": 1}', "null", "\x00\x01"])
def test_a_damaged_schema_file_is_named_with_the_way_out(data_dir: Path, text: str) -> None:
    DataDir.open(data_dir)
    (data_dir / "schema.json").write_text(text, encoding="utf-8")
    with pytest.raises(Damaged, match=r"schema\.json cannot be read"):
        TripSession.open(data_dir=data_dir)


def test_a_damaged_database_is_named(kept: Path) -> None:
    (kept / "store.sqlite").write_bytes(b"this is no database" * 200)
    with pytest.raises(Damaged, match=r"store\.sqlite"):
        TripSession.open(data_dir=kept)
