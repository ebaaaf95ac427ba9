"""Whole conversations with the real offline planner and the real illustrator, in both languages."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from wanderhue import TripSession


@pytest.fixture
def offline(data_dir: Path) -> Iterator[TripSession]:
    with TripSession.open(data_dir=data_dir) as session:
        yield session


def scene_of(view: Any) -> dict[str, Any]:
    scene: dict[str, Any] = view.image["brief"]["scene"]
    return scene


def kinds(view: Any) -> list[str]:
    return [element["kind"] for element in scene_of(view)["elements"]]


def pixels(view: Any) -> np.ndarray[Any, Any]:
    return np.asarray(Image.open(view.image["path"]).convert("RGB"))


@pytest.mark.parametrize(
    ("request_words", "change", "first", "lang"),
    [
        ("a slow week by the sea in October", "make it night and add a boat", "back to the first one", "en"),
        ("친구와 봄 소풍을 갈 만한 여행지를 추천해줘", "밤으로 바꾸고 배를 추가해줘", "처음 그림으로 돌아가줘", "ko"),
    ],
)
def test_from_a_sentence_to_an_accepted_picture(
    offline: TripSession, request_words: str, change: str, first: str, lang: str
) -> None:
    view = offline.say(request_words)
    assert (view.stage, view.lang, len(view.options)) == ("choose", lang, 3)
    assert len({option["place"] for option in view.options}) == 3
    view = offline.choose(0)
    assert view.image is not None
    assert view.image["palette_score"]["score"] >= 85
    boats = kinds(view).count("boat")
    view = offline.refine(change)
    assert view.error is None
    assert scene_of(view)["time"] == "night"
    assert "boat" in kinds(view)
    assert sum(element["count"] for element in scene_of(view)["elements"] if element["kind"] == "boat") > boats
    view = offline.refine(first)
    assert view.image is not None
    assert view.image["number"] == 1
    assert offline.vary().image is not None
    assert offline.accept().stage == "done"


def test_the_same_conversation_twice_gives_the_same_files(tmp_path: Path) -> None:
    names = []
    for folder in ("one", "two"):
        with TripSession.open(data_dir=tmp_path / folder) as session:
            session.say("I am going to Kyoto")
            session.choose(1)
            session.refine("in the rain")
            names.append([Path(row["path"]).name for row in _images(session)])
    assert names[0] == names[1]


def _images(session: TripSession) -> list[dict[str, Any]]:
    images = []
    for row in session.view.versions:
        view = session.go_to(row["id"])
        assert view.image is not None
        images.append(view.image)
    return images


def test_a_concrete_picture_goes_straight_to_a_picture(offline: TripSession) -> None:
    view = offline.say("a dog beside the Eiffel Tower in the morning sun")
    assert view.stage == "review"
    assert {"dog", "eiffel_tower"} <= set(kinds(view))
    assert scene_of(view)["time"] == "dawn"


def test_a_hat_is_put_on_a_rabbit_by_mask_and_nothing_else_changes(offline: TripSession) -> None:
    offline.say("draw a big rabbit in a daffodil meadow")
    before_view = offline.view
    before = pixels(before_view)
    height, width = before.shape[:2]
    mask = Image.new("L", (width, height), 0)
    mask.paste(255, (width // 5, height // 5, width * 4 // 5, height * 9 // 10))
    buffer = io.BytesIO()
    mask.save(buffer, "PNG")
    view = offline.edit(buffer.getvalue(), "put a hat on the rabbit")
    assert view.error is None
    rabbit = next(element for element in scene_of(view)["elements"] if element["kind"] == "rabbit")
    assert "hat" in rabbit["wearing"]
    after = pixels(view)
    outside = np.asarray(mask) == 0
    assert np.array_equal(before[outside], after[outside])
    changed = (before.astype(int) != after.astype(int)).any(axis=2)
    assert 0.0005 < changed.mean() < 0.2


@pytest.mark.parametrize(("words", "kind"), [("add a sailboat", "sailboat"), ("remove the people", "person")])
def test_an_edit_changes_only_pixels_around_it(offline: TripSession, words: str, kind: str) -> None:
    offline.say("draw a lake with mountains, a tent, a campfire and two people")
    before = pixels(offline.view)
    view = offline.refine(words)
    assert (kind in kinds(view)) == words.startswith("add")
    changed = (before.astype(int) != pixels(view).astype(int)).any(axis=2)
    assert 0.0003 < changed.mean() < 0.08


def test_what_is_not_understood_is_said_and_nothing_is_painted(offline: TripSession) -> None:
    offline.say("draw a lake")
    view = offline.refine("make it smell like coffee")
    assert len(view.versions) == 1
    assert view.reply


@pytest.mark.parametrize("words", ["", "   ", "😀🎉", "x" * 5000, "京都に行きたいです", "<div></div>", "\x00\ud800"])
def test_messages_that_cannot_be_read_get_a_clear_answer_and_lose_nothing(offline: TripSession, words: str) -> None:
    offline.say("a slow week by the sea in October")
    view = offline.say(words)
    assert view.stage == "choose"
    assert len(view.options) == 3
    assert view.reply
    assert offline.choose(0).stage == "review"


def test_personal_data_goes_neither_into_the_transcript_nor_the_files(offline: TripSession, data_dir: Path) -> None:
    view = offline.say("a trip to Jeju, my phone is 010-1234-5678")
    assert view.notices
    offline.close()
    for path in data_dir.glob("store.sqlite*"):
        assert b"010-1234-5678" not in path.read_bytes()
