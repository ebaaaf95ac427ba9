"""The journal, the conversation store, the image store and the lock, on real files."""

import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from wanderhue.agent.errors import BadSetup, Busy, Damaged, NewerData, NotFound
from wanderhue.tools.conversations import SqliteConversations, Version
from wanderhue.tools.data_dir import DataDir
from wanderhue.tools.image_store import FolderImageStore
from wanderhue.tools.journal import OrderKey, SqliteJournal
from wanderhue.tools.writer_lock import writing

KEY = OrderKey("thread", 1, 0, 0)


def version(blob: str = "a" * 64, **more: object) -> Version:
    facts = Version("", 0, None, blob, 1, 1, {}, {}, feedback="", action=1, painter="p", seed=1, cost_usd=0.0)
    return replace(facts, **more)  # type: ignore[arg-type]


def test_a_claim_is_new_once_then_pending_then_bought(tmp_path: Path) -> None:
    journal = SqliteJournal(tmp_path / "j.sqlite")
    assert journal.claim(KEY, "d", "p", 0.1).state == "new"
    assert journal.claim(KEY, "d", "p", 0.1).state == "pending"
    journal.complete(KEY, {"blob": "x"}, 0.04)
    journal.complete(KEY, {"blob": "y"}, 9.0)
    claim = journal.claim(KEY, "d", "p", 0.1)
    assert (claim.state, claim.receipt) == ("bought", {"blob": "x"})
    assert journal.claim(KEY, "another", "p", 0.1).state == "other"
    assert journal.spent_on("thread") == pytest.approx(0.04)


def test_a_released_intent_can_be_claimed_again_and_costs_nothing(tmp_path: Path) -> None:
    journal = SqliteJournal(tmp_path / "j.sqlite")
    journal.claim(KEY, "d", "p", 0.1)
    assert journal.spent_since(0) == pytest.approx(0.1)
    journal.release(KEY)
    assert journal.spent_since(0) == 0
    assert journal.claim(KEY, "d", "p", 0.1).state == "new"


def test_forgetting_a_conversation_keeps_what_was_spent_today(tmp_path: Path) -> None:
    journal = SqliteJournal(tmp_path / "j.sqlite")
    for action in (1, 2):
        journal.claim(OrderKey("t", action, 0, 0), "d", "p", 0.5)
    journal.forget("t")
    journal.claim(OrderKey("u", 1, 0, 0), "d", "p", 0.5)
    journal.forget("u")
    assert journal.spent_since(time.time() - 60) == pytest.approx(1.5)
    assert journal.spent_on("t") == 0


def test_only_one_of_many_threads_gets_a_claim(tmp_path: Path) -> None:
    journal, states = SqliteJournal(tmp_path / "j.sqlite"), []
    threads = [threading.Thread(target=lambda: states.append(journal.claim(KEY, "d", "p", 0).state)) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(states) == ["new"] + ["pending"] * 15


def test_a_version_is_added_once_for_a_key_and_numbered(tmp_path: Path) -> None:
    store = SqliteConversations(tmp_path / "s.sqlite")
    store.open("t", "me")
    first = store.add("t", "me", "1.0.0", version())
    assert store.add("t", "me", "1.0.0", version("b" * 64)) == first
    assert store.add("t", "me", "2.0.0", version(parent=first.id)).number == 2
    assert [row.number for row in store.versions("t", "me")] == [1, 2]


def test_every_read_and_write_checks_the_owner(tmp_path: Path) -> None:
    store = SqliteConversations(tmp_path / "s.sqlite")
    store.open("t", "me")
    for call in (
        lambda: store.open("t", "you"),
        lambda: store.say("t", "you", "k", "person", "x"),
        lambda: store.add("t", "you", "k", version()),
        lambda: store.versions("t", "you"),
        lambda: store.transcript("t", "you"),
        lambda: store.delete("t", "you"),
    ):
        with pytest.raises(NotFound):
            call()
    assert not store.owned("t", "you")
    assert store.of_owner("you") == []


def test_deleting_names_only_pictures_that_nothing_else_holds(tmp_path: Path) -> None:
    store = SqliteConversations(tmp_path / "s.sqlite")
    for thread, blobs in (("t", "ab"), ("u", "b")):
        store.open(thread, "me")
        for blob in blobs:
            store.add(thread, "me", blob, version(blob * 64))
    assert store.delete("t", "me") == ["a" * 64]
    assert store.delete("u", "me") == ["b" * 64]


def test_a_picture_is_kept_once_and_names_are_no_paths(tmp_path: Path) -> None:
    images = FolderImageStore(tmp_path)
    name = images.put(b"bytes")
    assert images.put(b"bytes") == name
    assert images.list() == [name]
    assert images.get(name) == b"bytes"
    for wrong in ("../../etc/passwd", "x" * 64, "", name[:-1]):
        with pytest.raises(NotFound):
            images.get(wrong)
    images.remove(name)
    images.remove(name)
    with pytest.raises(NotFound):
        images.get(name)


def test_one_writer_at_a_time_also_within_a_process(tmp_path: Path) -> None:
    with writing(tmp_path, "t"):
        with pytest.raises(Busy), writing(tmp_path, "t"):
            pass
        with writing(tmp_path, "u"):
            pass
    with writing(tmp_path, "t"):
        pass


def test_a_data_directory_is_made_checked_and_refused(tmp_path: Path) -> None:
    DataDir.open(tmp_path / "new")
    DataDir.open(tmp_path / "new")
    (tmp_path / "new" / "schema.json").write_text('{"schema": 2}')
    with pytest.raises(NewerData, match="newer"):
        DataDir.open(tmp_path / "new")
    (tmp_path / "new" / "schema.json").write_text("nonsense")
    with pytest.raises(Damaged, match=r"schema\.json"):
        DataDir.open(tmp_path / "new")
    (tmp_path / "file").write_text("")
    with pytest.raises(BadSetup, match="--data-dir"):
        DataDir.open(tmp_path / "file")


def test_a_file_that_is_no_database_is_damage_and_not_a_stack_trace(tmp_path: Path) -> None:
    (tmp_path / "s.sqlite").write_bytes(b"not a database at all" * 100)
    with pytest.raises(Damaged, match=r"s\.sqlite"):
        SqliteConversations(tmp_path / "s.sqlite")
