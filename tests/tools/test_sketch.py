"""Sketches: right, small, kept, shared by those who ask at once, and independent of who goes away."""

import asyncio
import io
import threading
from collections.abc import AsyncIterator
from typing import Any

import pytest
from PIL import Image

from wanderhue.agent.errors import BadInput, Unavailable
from wanderhue.agent.scene import Scene
from wanderhue.tools.illustrator.draw import Drawing, draw
from wanderhue.tools.render_client import RenderClient
from wanderhue.tools.sketch import Sketcher

PALETTE = ("#16324f", "#5d9ccf", "#f6c667", "#e8563a", "#f9eedb")
SCENE = Scene(setting="lake", aspect="3:4")


class CountingClient(RenderClient):
    """The real child, and what was asked of it."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[int] = []

    async def draw(self, *args: Any, **how: Any) -> Drawing:
        self.asked.append(how["seed"])
        return await super().draw(*args, **how)


@pytest.fixture
def client() -> CountingClient:
    return CountingClient()


@pytest.fixture
async def sketcher(client: CountingClient) -> AsyncIterator[Sketcher]:
    made = Sketcher(kept=2, client=client)
    yield made
    await made.aclose()


async def test_a_sketch_is_the_scene_at_its_aspect_without_grain(sketcher: Sketcher) -> None:
    png = await sketcher.sketch(SCENE, PALETTE, seed=3, longest=128)
    assert Image.open(io.BytesIO(png)).size == (96, 128)
    assert png == draw(SCENE, PALETTE, seed=3, width=96, height=128, sketch=True).png
    assert Image.open(io.BytesIO(await sketcher.sketch(SCENE, PALETTE, seed=3))).size == (288, 384)


async def test_what_was_drawn_lately_is_not_drawn_again(sketcher: Sketcher, client: CountingClient) -> None:
    first = await sketcher.sketch(SCENE, PALETTE, seed=1, longest=96)
    assert await sketcher.sketch(SCENE, PALETTE, seed=1, longest=96) is first
    await sketcher.sketch(SCENE, PALETTE, seed=2, longest=96)
    await sketcher.sketch(SCENE, PALETTE, seed=1, longest=96)  # used last, so 2 is the one that goes
    await sketcher.sketch(SCENE, PALETTE, seed=3, longest=96)
    await sketcher.sketch(SCENE, PALETTE, seed=1, longest=96)
    assert client.asked == [1, 2, 3]
    await sketcher.sketch(SCENE, PALETTE, seed=2, longest=96)
    assert client.asked == [1, 2, 3, 2]


async def test_every_part_of_the_question_counts(sketcher: Sketcher) -> None:
    asked = (
        (SCENE, PALETTE, 1, 96),
        (SCENE.model_copy(update={"time": "night"}), PALETTE, 1, 96),
        (SCENE, PALETTE[:3], 1, 96),
        (SCENE, PALETTE, 2, 96),
        (SCENE, PALETTE, 1, 128),
    )
    drawn = {await sketcher.sketch(scene, hexes, seed=seed, longest=side) for scene, hexes, seed, side in asked}
    assert len(drawn) == len(asked)


async def test_two_who_ask_at_once_wait_for_one_drawing(sketcher: Sketcher, client: CountingClient) -> None:
    both = await asyncio.gather(*(sketcher.sketch(SCENE, PALETTE, seed=1, longest=96) for _ in range(2)))
    assert both[0] == both[1]
    assert client.asked == [1]


async def test_one_who_goes_away_takes_nothing_from_the_others(sketcher: Sketcher, client: CountingClient) -> None:
    await sketcher.warm()
    gone, stays = (asyncio.ensure_future(sketcher.sketch(SCENE, PALETTE, seed=1, longest=384)) for _ in range(2))
    await asyncio.sleep(0.01)
    gone.cancel()
    with pytest.raises(asyncio.CancelledError):
        await gone
    assert (await stays).startswith(b"\x89PNG")
    assert client.asked[1:] == [1]  # the first is the warming


async def test_a_sketch_that_failed_is_tried_again_and_nobody_else_suffers(sketcher: Sketcher) -> None:
    for _ in range(2):
        with pytest.raises(BadInput, match="64 to 2048"):
            await sketcher.sketch(SCENE, PALETTE, seed=1, longest=70)
    assert await sketcher.sketch(SCENE, PALETTE, seed=1, longest=96)


async def test_a_closed_sketcher_says_so_and_leaves_no_child() -> None:
    sketcher = Sketcher()
    await sketcher.warm()
    child = sketcher._client._child
    assert child is not None
    await sketcher.aclose()
    assert child.wait(5) is not None
    with pytest.raises(Unavailable, match="closed"):
        await sketcher.sketch(SCENE, PALETTE, seed=1)


def test_several_loops_share_what_was_drawn(client: CountingClient) -> None:
    sketcher = Sketcher(client=client)
    pictures: list[bytes] = []

    def work() -> None:
        pictures.append(asyncio.run(sketcher.sketch(SCENE, PALETTE, seed=1, longest=96)))

    for _ in range(2):
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
    asyncio.run(sketcher.aclose())
    assert pictures[0] == pictures[1]
    assert client.asked == [1]
