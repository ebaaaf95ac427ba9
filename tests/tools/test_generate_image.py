"""`generate_image` as other agents call it: the same policy, journal and measure as in the graph."""

import json
from pathlib import Path

import pytest

from tests.graphs.plain import PlainPainter
from wanderhue.agent.errors import PainterError, Refused
from wanderhue.tools.generate_image import GenerateImage, as_tool, generate_image
from wanderhue.tools.image_store import FolderImageStore
from wanderhue.tools.journal import OrderKey, SqliteJournal

PALETTE = ["#1d2440", "#8fb8d6", "navy", "#e2563b"]


async def test_the_tool_paints_measures_and_names_the_file(tmp_path: Path) -> None:
    painter, journal, images = PlainPainter(), SqliteJournal(tmp_path / "j.sqlite"), FolderImageStore(tmp_path / "b")
    tool = as_tool(thread="t", painter=painter, journal=journal, images=images)
    assert tool.name == "generate_image"
    made = json.loads(await tool.ainvoke({"prompt": "a red boat on a lake at night", "palette": PALETTE}))
    assert Path(made["path"]).read_bytes().startswith(b"\x89PNG")
    assert made["palette_score"]["score"] > 80
    scene = painter.orders[0].brief.scene
    assert (scene.setting, scene.time) == ("lake", "night")
    assert "boat" in [element.kind for element in scene.elements]


async def test_the_same_call_is_not_paid_twice(tmp_path: Path) -> None:
    painter = PlainPainter(paid=True, price=0.1)
    journal, images = SqliteJournal(tmp_path / "j.sqlite"), FolderImageStore(tmp_path / "b")
    request, key = GenerateImage(prompt="a lake", palette=PALETTE), OrderKey("t", 1, 0, 0)
    first = await generate_image(request, key=key, painter=painter, journal=journal, images=images)
    again = await generate_image(request, key=key, painter=painter, journal=journal, images=images)
    assert first == again
    assert len(painter.orders) == 1


async def test_forbidden_words_and_failures_are_typed_errors(tmp_path: Path) -> None:
    painter = PlainPainter(paid=True, fail=[RuntimeError("cut off")])
    journal, images = SqliteJournal(tmp_path / "j.sqlite"), FolderImageStore(tmp_path / "b")
    bad = GenerateImage(prompt="a bloody murder", palette=PALETTE)
    with pytest.raises(Refused):
        await generate_image(bad, key=OrderKey("t", 1, 0, 0), painter=painter, journal=journal, images=images)
    assert painter.orders == []
    good, key = GenerateImage(prompt="a lake", palette=PALETTE), OrderKey("t", 2, 0, 0)
    for _ in range(2):
        with pytest.raises(PainterError):
            await generate_image(good, key=key, painter=painter, journal=journal, images=images)
    assert len(painter.orders) == 1
