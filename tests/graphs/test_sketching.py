"""Small pictures of options and drafts: the composition that would be painted, and nothing is paid or kept for them."""

import io
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from wanderhue.agent.errors import NotFound
from wanderhue.agent.preferences import Preferences
from wanderhue.agent.settings import Settings
from wanderhue.graphs import loop
from wanderhue.graphs.conversation import Conversation, Workshop


def on_a_conversation(data_dir: Path, work: Callable[[Conversation], Awaitable[Any]]) -> Any:
    async def run() -> Any:
        workshop = await Workshop.open(Settings(), data_dir=data_dir)
        try:
            return await work(await workshop.conversation(None, "ann", preferences=Preferences(aspect="1:1")))
        finally:
            await workshop.aclose()

    return loop.run(run())


def small(data: bytes, size: tuple[int, int]) -> np.ndarray[Any, Any]:
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB").resize(size, Image.Resampling.BOX)).astype(int)


def test_the_sketch_of_an_option_is_the_picture_in_small(data_dir: Path) -> None:
    async def work(conversation: Conversation) -> tuple[bytes, bytes, bytes]:
        conversation.preferences = Preferences()
        await conversation.send("a slow week by the sea")
        sketches = [await conversation.sketch_option(index) for index in range(3)]
        view = await conversation.send({"type": "choose", "index": 1})
        assert view.image is not None
        return sketches[1], sketches[2], Path(view.image["path"]).read_bytes()

    sketch, other, picture = on_a_conversation(data_dir, work)
    assert max(Image.open(io.BytesIO(sketch)).size) == 384
    far = np.abs(small(sketch, (32, 18)) - small(picture, (32, 18))).mean()
    assert far < 6
    assert np.abs(small(other, (32, 18)) - small(picture, (32, 18))).mean() > 3 * far


@pytest.mark.parametrize("index", [-1, 3, 99])
def test_an_option_that_is_not_there_is_told(data_dir: Path, index: int) -> None:
    async def work(conversation: Conversation) -> None:
        await conversation.send("a slow week by the sea")
        await conversation.sketch_option(index)

    with pytest.raises(NotFound, match=r"option"):
        on_a_conversation(data_dir, work)


def test_a_new_conversation_has_nothing_to_sketch(data_dir: Path) -> None:
    async def work(conversation: Conversation) -> None:
        assert await conversation.sketch_draft() is None
        await conversation.sketch_option(0)

    with pytest.raises(NotFound):
        on_a_conversation(data_dir, work)


def test_the_draft_is_sketched_in_its_own_shape_and_as_it_would_vary(data_dir: Path) -> None:
    async def work(conversation: Conversation) -> None:
        await conversation.send("a slow week by the sea")
        assert await conversation.sketch_draft() is None
        conversation.preferences = Preferences(preview=True, aspect="1:1")
        for answer in ({"type": "choose", "index": 0}, {"type": "vary", "strong": True}):
            assert (await conversation.send(answer)).stage == "confirm"
            sketch = await conversation.sketch_draft()
            assert sketch is not None
            assert Image.open(io.BytesIO(sketch)).size == (384, 384)
            view = await conversation.send({"type": "paint"})
            assert view.image is not None
            picture = Path(view.image["path"]).read_bytes()
            assert np.abs(small(sketch, (24, 24)) - small(picture, (24, 24))).mean() < 6
        assert await conversation.sketch_draft() is None

    on_a_conversation(data_dir, work)
