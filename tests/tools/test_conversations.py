"""What the studio asks of the store: names, albums, pages of words, versions by id, preferences, uploads."""

import json
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from tests.tools.test_stores import version
from wanderhue.agent.errors import NotFound
from wanderhue.tools.conversations import Message, SqliteConversations

KEPT = Path(__file__).parent / "data"
PHOTO, OTHER = "f" * 64, "e" * 64


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteConversations]:
    made = SqliteConversations(tmp_path / "store.sqlite")
    made.open("t", "me")
    yield made
    made.close()


def older(store: SqliteConversations, seconds: float) -> None:
    """Make every upload older."""
    with store._db.write() as db:
        db.execute("UPDATE uploads SET at = at - ?", (seconds,))


def test_a_title_is_one_short_line_and_can_be_taken_away(store: SqliteConversations) -> None:
    store.say("t", "me", "1.person", "person", "a lake\n in spring")
    assert store.albums("me")[0].title == "a lake in spring"
    store.rename("t", "me", "  Our\n holiday  ")
    assert [row.title for row in store.of_owner("me")] == ["Our holiday"]
    assert store.albums("me")[0].title == "Our holiday"
    store.rename("t", "me", "호수 " * 100)
    assert len(store.albums("me")[0].title) <= 80
    store.rename("t", "me", "")
    assert store.albums("me")[0].title == "a lake in spring"


def test_renaming_moves_nothing_to_the_front(store: SqliteConversations) -> None:
    store.open("u", "me")
    store.say("t", "me", "1.person", "person", "old")
    store.say("u", "me", "1.person", "person", "new")
    store.rename("t", "me", "renamed")
    assert [row.thread for row in store.albums("me")] == ["u", "t"]


def test_albums_show_the_newest_picture_and_how_many_there_are(store: SqliteConversations) -> None:
    assert [(row.title, row.versions, row.cover) for row in store.albums("me")] == [("", 0, None)]
    store.add("t", "me", "1.0.0", version())
    newest = store.add("t", "me", "2.0.0", version())
    (album,) = store.albums("me")
    assert (album.thread, album.versions, album.cover) == ("t", 2, newest.id)
    assert album.created <= album.updated <= time.time()
    assert store.albums("you") == []


def test_the_first_words_of_the_person_are_the_title_not_the_programs(store: SqliteConversations) -> None:
    store.say("t", "me", "0.hear", "wanderhue", "Hello")
    store.say("t", "me", "1.person", "person", "first")
    store.say("t", "me", "2.person", "person", "second")
    assert store.albums("me")[0].title == "first"


def test_a_version_is_found_by_its_id_alone_by_its_owner_alone(store: SqliteConversations) -> None:
    store.open("u", "you")
    mine, yours = store.add("t", "me", "1.0.0", version()), store.add("u", "you", "1.0.0", version())
    assert store.find(mine.id, "me") == ("t", mine)
    for name, owner in ((mine.id, "you"), (yours.id, "me"), ("nonsense", "me"), ("", "me")):
        with pytest.raises(NotFound):
            store.find(name, owner)


def test_the_tree_tells_what_a_card_of_a_version_shows(store: SqliteConversations) -> None:
    first = store.add("t", "me", "1.0.0", version(width=1024, height=768, score={"score": 91.5}, painter="illustrator"))
    store.add(
        "t",
        "me",
        "2.0.0",
        version(parent=first.id, action=2, painter="paid", cost_usd=0.04, feedback="밤으로 '따옴표'"),
    )
    one, two = store.tree("t", "me")
    assert one == {
        "id": first.id, "number": 1, "parent": None, "feedback": "", "score": 91.5, "at": first.at,
        "action": 1, "painter": "illustrator", "cost": 0.0, "width": 1024, "height": 768,
    }  # fmt: skip
    assert (two["parent"], two["action"], two["painter"], two["cost"], two["feedback"]) == (
        first.id, 2, "paid", 0.04, "밤으로 '따옴표'",
    )  # fmt: skip


def test_words_come_in_pages_newest_first_asked_and_oldest_first_given(store: SqliteConversations) -> None:
    for action in range(1, 26):
        store.say("t", "me", f"{action}.person", "person", f"wish {action}")
        store.say("t", "me", f"{action}.0.expand", "wanderhue", f"answer {action}")
    newest = store.said("t", "me")
    assert [message.seq for message in newest] == list(range(31, 51))
    assert newest[-2:] == [
        Message(49, 25, "person", "wish 25", newest[-2].at),
        Message(50, 25, "wanderhue", "answer 25", newest[-1].at),
    ]
    earlier = store.said("t", "me", before=newest[0].seq, limit=25)
    assert [message.seq for message in earlier] == list(range(6, 31))
    assert [message.seq for message in store.said("t", "me", before=6)] == [1, 2, 3, 4, 5]
    assert store.said("t", "me", before=1) == []
    assert store.said("t", "me", limit=0) == []
    assert store.count_said("t", "me") == 50


def test_a_message_whose_key_names_no_action_has_none(store: SqliteConversations) -> None:
    store.say("t", "me", "odd", "person", "x")
    assert store.said("t", "me")[0].action == 0


def test_preferences_are_each_persons_own_and_are_replaced_whole(store: SqliteConversations) -> None:
    assert store.prefs("me") == {}
    store.set_prefs("me", {"language": "ko", "pictures": 2})
    store.set_prefs("you", {"preview": True})
    store.set_prefs("me", {"aspect": "9:16", "제목": None})
    assert store.prefs("me") == {"aspect": "9:16", "제목": None}
    assert store.prefs("you") == {"preview": True}


def test_an_upload_is_its_owners_under_an_id_that_tells_nothing(store: SqliteConversations) -> None:
    name = store.keep_upload("me", PHOTO)
    assert store.upload(name, "me") == PHOTO
    assert store.keep_upload("me", PHOTO) == name
    theirs = store.keep_upload("you", PHOTO)
    assert theirs != name
    assert PHOTO[:8] not in name
    assert len(name) >= 20
    for wrong, owner in ((name, "you"), (theirs, "me"), (PHOTO, "me"), ("", "me")):
        with pytest.raises(NotFound):
            store.upload(wrong, owner)


def test_an_upload_that_nobody_used_goes_after_a_day(store: SqliteConversations) -> None:
    name = store.keep_upload("me", PHOTO)
    assert store.holds(PHOTO)
    older(store, 23 * 3600)
    assert store.stale_uploads() == []
    older(store, 2 * 3600)
    fresh = store.keep_upload("me", OTHER)
    assert store.stale_uploads() == [PHOTO]
    assert store.stale_uploads() == []
    assert not store.holds(PHOTO)
    assert store.upload(fresh, "me") == OTHER
    with pytest.raises(NotFound):
        store.upload(name, "me")


def test_giving_a_picture_again_makes_it_fresh(store: SqliteConversations) -> None:
    store.keep_upload("me", PHOTO)
    older(store, 2 * 86_400)
    name = store.keep_upload("me", PHOTO)
    assert store.stale_uploads() == []
    assert store.upload(name, "me") == PHOTO


def test_an_upload_that_a_version_uses_stays(store: SqliteConversations) -> None:
    name = store.keep_upload("me", PHOTO)
    store.add("t", "me", "1.0.0", version(PHOTO))
    older(store, 9 * 86_400)
    assert store.stale_uploads() == []
    assert store.upload(name, "me") == PHOTO


def test_a_stale_upload_is_forgotten_but_the_picture_stays_where_somebody_else_needs_it(
    store: SqliteConversations,
) -> None:
    store.open("u", "you")
    store.add("u", "you", "1.0.0", version(PHOTO))
    store.add("u", "you", "2.0.0", version("a" * 64, asked={"mask": OTHER}))
    names = [store.keep_upload("me", blob) for blob in (PHOTO, OTHER)]
    older(store, 2 * 86_400)
    assert store.stale_uploads() == []
    for name in names:
        with pytest.raises(NotFound):
            store.upload(name, "me")
    assert store.holds(PHOTO)


def test_deleting_a_conversation_takes_its_uploads_along(store: SqliteConversations) -> None:
    name = store.keep_upload("me", PHOTO)
    unused = store.keep_upload("me", OTHER)
    store.add("t", "me", "1.0.0", version(PHOTO))
    store.add("t", "me", "2.0.0", version("a" * 64, asked={"mask": "b" * 64}))
    assert store.delete("t", "me") == ["a" * 64, "b" * 64, PHOTO]
    with pytest.raises(NotFound):
        store.upload(name, "me")
    assert store.upload(unused, "me") == OTHER
    with store._db.read() as db:
        left = {table: db.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0] for table in ("versions", "messages")}
    assert left == {"versions": 0, "messages": 0}


def test_deleting_keeps_an_upload_that_another_conversation_or_person_needs(store: SqliteConversations) -> None:
    name = store.keep_upload("me", PHOTO)
    store.open("second", "me")
    for thread in ("t", "second"):
        store.add(thread, "me", "1.0.0", version(PHOTO))
    assert store.delete("t", "me") == []
    assert store.upload(name, "me") == PHOTO
    theirs = store.keep_upload("you", PHOTO)
    assert store.delete("second", "me") == []
    assert store.upload(theirs, "you") == PHOTO


CALLS: tuple[Callable[[SqliteConversations, str], Any], ...] = (
    lambda store, owner: store.rename("t", owner, "x"),
    lambda store, owner: store.said("t", owner),
    lambda store, owner: store.count_said("t", owner),
    lambda store, owner: store.tree("t", owner),
    lambda store, owner: store.some("t", owner, ["x"]),
)


@pytest.mark.parametrize("call", CALLS)
def test_every_new_call_checks_the_owner(
    store: SqliteConversations, call: Callable[[SqliteConversations, str], Any]
) -> None:
    call(store, "me")
    for stranger in ("you", "", "ME"):
        with pytest.raises(NotFound):
            call(store, stranger)


def test_no_call_reads_a_whole_table(store: SqliteConversations) -> None:
    """Every statement's plan searches an index, so that a full store is as quick as an empty one."""
    told: list[str] = []
    made, name = store.add("t", "me", "1.0.0", version()), store.keep_upload("me", PHOTO)
    with store._db.read() as db:
        db.set_trace_callback(told.append)
    store.say("t", "me", "1.person", "person", "x")
    for read in (store.said, store.count_said, store.tree, store.transcript, store.versions):
        read("t", "me")
    for of in (store.albums, store.of_owner, store.prefs):
        of("me")
    store.some("t", "me", [made.id])
    store.find(made.id, "me")
    store.upload(name, "me")
    store.holds(PHOTO)
    store.stale_uploads()
    store.rename("t", "me", "y")
    store.delete("t", "me")
    with store._db.read() as db:
        db.set_trace_callback(None)
        asked = [said for said in told if said.startswith(("SELECT", "UPDATE", "DELETE"))]
        plans = {said: [row["detail"] for row in db.execute(f"EXPLAIN QUERY PLAN {said}")] for said in asked}
    assert len(plans) > 20
    assert not {said: plan for said, plan in plans.items() if any(step.startswith("SCAN") for step in plan)}


def test_a_full_store_answers_quickly(store: SqliteConversations) -> None:
    """500 conversations, one of 200 versions with records as large as real ones; generous against busy machines."""
    brief = {"subject": "a lake " * 400, "palette": [{"name": "ink", "hex": "#16324f", "object": "sky"}] * 6}
    now = time.time()
    with store._db.write() as db:
        db.executemany(
            "INSERT INTO conversations VALUES (?,?,?,?,?)", [(f"c{n}", "me", "", now, now + n) for n in range(500)]
        )
        db.executemany(
            "INSERT INTO messages VALUES (?,?,?,?,?,?)",
            [(f"c{n}", f"{m}.person", m, "person", f"wish {m}", now) for n in range(500) for m in range(1, 11)],
        )
        record = asdict(version(brief=brief))
        rows = [("t", n) for n in range(1, 201)] + [(f"c{n}", m) for n in range(500) for m in range(1, 3)]
        db.executemany(
            "INSERT INTO versions VALUES (?,?,?,?,?,?,?,?,?,?)",
            [(f"{t}-{n}", t, f"{n}.0.0", n, None, f"{t}{n}", 90.0, "x", json.dumps(record), now) for t, n in rows],
        )
    for call, most in (
        (lambda: store.albums("me"), 0.1),
        (lambda: store.tree("t", "me"), 0.1),
        (lambda: store.said("t", "me"), 0.02),
        (lambda: store.find("c7-1", "me"), 0.02),
        (lambda: store.holds(PHOTO), 0.02),
    ):
        samples = []
        for _ in range(5):
            begun = time.perf_counter()
            call()
            samples.append(time.perf_counter() - begun)
        assert min(samples) < most
    assert len(store.albums("me")) == 501
    assert len(store.tree("t", "me")) == 200


@pytest.mark.parametrize("schema", sorted(path.name for path in KEPT.glob("v*")))
def test_a_kept_store_answers_every_new_call(schema: str, tmp_path: Path) -> None:
    shutil.copytree(KEPT / schema, tmp_path / "kept")
    store = SqliteConversations(tmp_path / "kept" / "store.sqlite")
    (album,) = store.albums("local")
    assert (album.title, album.versions) == ("a lake in spring", 2)
    rows = store.tree(album.thread, "local")
    assert [(row["action"], row["painter"], row["cost"]) for row in rows] == [(2, "plain", 0.0), (3, "plain", 0.0)]
    assert all(row["width"] > 0 and row["height"] > 0 for row in rows)
    assert store.find(rows[0]["id"], "local")[0] == album.thread
    said = store.said(album.thread, "local", limit=1)
    assert said[0].seq == store.count_said(album.thread, "local")
    assert said[0].action > 0
    store.close()


FIRST_RELEASE = (
    "INSERT OR IGNORE INTO conversations VALUES (?,?,?,?,?)",
    "INSERT OR IGNORE INTO messages VALUES (?,?,?,?,?,?)",
    "INSERT INTO versions VALUES (?,?,?,?,?,?,?,?,?,?)",
)
"""How version 0.1 writes: by position, so that no column may ever be added to its tables."""


def test_the_first_release_can_still_write_and_read_the_file(store: SqliteConversations, tmp_path: Path) -> None:
    record = json.dumps(asdict(version("a" * 64, asked={"mask": "b" * 64})))
    with closing(sqlite3.connect(tmp_path / "store.sqlite")) as db:
        rows: tuple[tuple[object, ...], ...] = (
            ("old", "me", "", 1.0, 1.0),
            ("old", "1.person", 1, "person", "hello", 1.0),
            ("v", "old", "1.0.0", 1, None, "a" * 64, 90.0, "", record, 1.0),
        )
        for statement, row in zip(FIRST_RELEASE, rows, strict=True):
            db.execute(statement, row)
        db.commit()
        held = "SELECT blob, json_extract(record, '$.asked.mask') FROM versions WHERE thread='old'"
        assert db.execute(held).fetchone() == ("a" * 64, "b" * 64)
    assert store.said("old", "me")[0].text == "hello"
    assert store.holds("b" * 64)
    assert store.delete("old", "me") == ["a" * 64, "b" * 64]
