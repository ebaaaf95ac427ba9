"""A person's own photo as a picture of a conversation: what is done with its pixels, and what is said where not."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from tests.graphs.plain import PlainPainter, PlainPlanner
from wanderhue import TripSession
from wanderhue.agent.errors import BadPicture
from wanderhue.agent.settings import Settings
from wanderhue.graphs.view import View
from wanderhue.tools.score import score_palette


def photo_bytes(width: int = 300, height: int = 200) -> bytes:
    """A sky, a sea and a strip of sand, with noise, as a JPEG with a camera's name in it."""
    rows = np.linspace(0, 1, height)[:, None, None]
    sky, sea, sand = (np.array(color) for color in ((150, 190, 225), (30, 90, 130), (225, 200, 150)))
    pixels = np.where(rows < 0.45, sky, np.where(rows < 0.8, sea, sand)) * np.ones((1, width, 1))
    noise = np.random.default_rng(5).normal(0, 6, (height, width, 3))
    image = Image.fromarray(np.clip(pixels + noise, 0, 255).astype(np.uint8))
    exif = Image.Exif()
    exif[0x0110] = "Secret Camera"
    out = io.BytesIO()
    image.save(out, "JPEG", quality=92, exif=exif)
    return out.getvalue()


def half_mask(width: int, height: int) -> bytes:
    """White on the right half."""
    mask = np.zeros((height, width), dtype=np.uint8)
    mask[:, width // 2 :] = 255
    out = io.BytesIO()
    Image.fromarray(mask).save(out, "PNG")
    return out.getvalue()


def shown(view: View) -> dict[str, Any]:
    assert view.image is not None, view.reply
    return view.image


def pixels(image: dict[str, Any]) -> np.ndarray[Any, Any]:
    return np.asarray(Image.open(image["path"]).convert("RGB")).astype(int)


@pytest.fixture
def offline(data_dir: Path) -> Iterator[TripSession]:
    with TripSession.open(data_dir=data_dir) as opened:
        yield opened


AT: dict[str, Callable[[TripSession], Any]] = {
    "the start": lambda s: None,
    "the options": lambda s: s.say("a lake"),
    "the picture": lambda s: (s.say("a lake"), s.choose(0)),
    "the end": lambda s: (s.say("a lake"), s.choose(0), s.accept()),
    "a refusal": lambda s: (s.say("a lake"), s.choose(0), s.say("a bloody murder")),
}


@pytest.mark.parametrize("where", AT)
def test_a_photo_is_taken_at_every_stage(session: TripSession, where: str) -> None:
    AT[where](session)
    before = len(session.view.versions)
    assert "photo" in session.view.actions
    view = session.use_photo(photo_bytes())
    image = shown(view)
    assert (view.stage, len(view.versions)) == ("review", before + 1)
    assert (image["photo"], image["painter"], image["parent"], image["cost"]) == (True, "photo", None, 0.0)
    assert (image["width"], image["height"], image["brief"]["aspect"]) == (300, 200, "3:2")
    assert view.refusal is None
    assert f"version {image['number']}" in view.reply


def test_a_photo_is_taken_while_a_question_waits(data_dir: Path) -> None:
    with TripSession.open(
        data_dir=data_dir, planner=PlainPlanner(), painter=PlainPainter(), settings=Settings(preview=True)
    ) as session:
        session.say("a lake")
        assert session.choose(0).stage == "confirm"
        view = session.use_photo(photo_bytes())
        assert (view.stage, view.confirm, view.draft, view.chosen) == ("review", None, None, None)


def test_its_colors_are_the_palette_and_its_notes_are_gone(session: TripSession) -> None:
    image = shown(session.use_photo(photo_bytes()))
    data = Path(image["path"]).read_bytes()
    assert b"Secret" not in data
    assert data.startswith(b"\x89PNG")
    palette = [color["hex"] for color in image["brief"]["palette"]]
    assert 3 <= len(palette) <= 6
    assert image["palette_score"]["score"] > 85
    assert score_palette(data, palette).score == pytest.approx(image["palette_score"]["score"], abs=0.1)
    assert all(color["name"] for color in image["brief"]["palette"])


@pytest.mark.parametrize("data", [b"", b"no picture", photo_bytes()[:200], "/nowhere/at/all.jpg"])
def test_what_is_no_photo_is_told(session: TripSession, data: bytes | str) -> None:
    with pytest.raises(BadPicture):
        session.use_photo(data)
    assert session.view.versions == []


def test_a_photo_that_is_not_kept_here_is_told_and_nothing_moves(session: TripSession) -> None:
    session.say("a lake")
    session.choose(0)
    view = session.answer({"type": "photo", "blob": "0" * 64})
    assert "could not be used" in view.reply
    assert (view.stage, len(view.versions)) == ("review", 1)
    assert session.vary().stage == "review"


def test_recoloring_works_on_its_pixels(offline: TripSession) -> None:
    before = shown(offline.use_photo(photo_bytes()))
    view = offline.recolor(["#1d2440", "#e2563b", "#fbf3e4"])
    after = shown(view)
    assert (after["photo"], after["parent"]) == (True, before["id"])
    edges = [np.abs(np.diff(pixels(image).mean(axis=2), axis=0)).sum(axis=1) for image in (before, after)]
    assert all(set(np.argsort(edge)[-2:]) & {89, 90, 159, 160} for edge in edges), "the horizon stays where it was"


def test_a_masked_edit_changes_only_what_the_mask_shows(offline: TripSession) -> None:
    before = shown(offline.use_photo(photo_bytes()))
    view = offline.edit(half_mask(300, 200), "add a boat")
    after = shown(view)
    assert (after["photo"], after["parent"]) == (True, before["id"])
    assert (after["width"], after["height"]) == (300, 200)
    assert not any("pixels" in notice for notice in view.notices), "nothing of another size was asked for"
    old, new = pixels(before), pixels(after)
    assert np.array_equal(old[:, :140], new[:, :140])
    assert np.abs(old[:, 170:] - new[:, 170:]).mean() > 3
    assert not any("cannot be repainted" in notice for notice in view.notices)


REPAINTS: dict[str, Callable[[TripSession], View]] = {
    "words": lambda s: s.refine("make it night"),
    "another take": lambda s: s.vary(),
    "another palette": lambda s: s.repaint(["#1d2440", "#e2563b", "#fbf3e4"]),
    "another shape": lambda s: s.reshape("1:1"),
    "a card": lambda s: s.rewrite({"subject": "a lighthouse", "light": "night"}),
}


@pytest.mark.parametrize("how", REPAINTS)
def test_what_would_repaint_it_paints_a_new_picture_in_its_colors_and_says_so(offline: TripSession, how: str) -> None:
    photo = shown(offline.use_photo(photo_bytes()))
    view = REPAINTS[how](offline)
    image = shown(view)
    assert any("cannot be repainted" in notice for notice in view.notices)
    assert (image["photo"], image["painter"], image["parent"]) == (False, "illustrator", photo["id"])
    assert image["brief"]["medium"] == "screen-printed travel poster illustration"
    if how != "another palette":
        assert image["brief"]["palette"] == photo["brief"]["palette"]
    if how in ("words", "a card"):
        assert image["brief"]["scene"]["time"] == "night"
    assert shown(offline.undo())["photo"], "the photo is still there"
    offline.redo()
    later = offline.refine("make it sunset")
    assert not any("cannot be repainted" in notice for notice in later.notices), "it is a drawing from now on"


def test_the_same_words_in_korean(offline: TripSession) -> None:
    offline.say("안녕")
    view = offline.use_photo(photo_bytes())
    assert "사진" in view.reply
    assert any("사진" in notice for notice in offline.refine("밤으로 바꿔줘").notices)


def test_deleting_the_conversation_removes_the_photo(data_dir: Path) -> None:
    with TripSession.open(data_dir=data_dir, planner=PlainPlanner(), painter=PlainPainter()) as session:
        path = Path(shown(session.use_photo(photo_bytes()))["path"])
        assert path.exists()
        session.delete()
    assert not path.exists()


async def test_async_callers_can_use_one_too(data_dir: Path, tmp_path: Path) -> None:
    (tmp_path / "sea.jpg").write_bytes(photo_bytes(200, 300))
    async with await TripSession.aopen(data_dir=data_dir, planner=PlainPlanner(), painter=PlainPainter()) as session:
        view = await session.ause_photo(tmp_path / "sea.jpg")
        assert shown(view)["brief"]["aspect"] == "2:3"
        assert shown(await session.arepaint("#102030 #c04020")).get("photo") is False
        assert shown(await session.areshape("1:1"))["brief"]["aspect"] == "1:1"
        assert shown(await session.arewrite({"subject": "a heron"}))["brief"]["subject"] == "a heron"
