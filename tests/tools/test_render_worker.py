"""Drawing in a child process: results, progress, errors, deaths and cancellation, from one loop or several threads."""

import asyncio
import subprocess
import sys
import threading
from collections.abc import AsyncIterator

import pytest

from wanderhue.agent.errors import BadInput, PainterError, Unavailable
from wanderhue.agent.scene import Element, Scene
from wanderhue.tools.illustrator.draw import draw
from wanderhue.tools.render_client import RenderClient

PALETTE = ("#16324f", "#5d9ccf", "#f6c667", "#e8563a", "#f9eedb")
SCENE = Scene(setting="lake", title="호수 Lake", elements=(Element(kind="dog", asked_as="wolf"),))
WORKER = [sys.executable, "-m", "wanderhue.tools.render_worker"]


@pytest.fixture
async def client() -> AsyncIterator[RenderClient]:
    made = RenderClient()
    yield made
    made.close()


def script(text: str) -> list[str]:
    return [sys.executable, "-c", text]


async def test_the_child_draws_the_same_bytes_as_the_parent_would(client: RenderClient) -> None:
    heard: list[str] = []
    drawing = await client.draw(
        SCENE, PALETTE, seed=3, width=160, height=120, progress=lambda stage, _share: heard.append(stage)
    )
    assert drawing == draw(SCENE, PALETTE, seed=3, width=160, height=120)
    assert heard[-1] == "done"


async def test_masks_travel_too(client: RenderClient) -> None:
    base = (await client.draw(SCENE, PALETTE, seed=3, width=96, height=96)).png
    edited = await client.draw_masked(base, base, SCENE, PALETTE, seed=4)
    assert (edited.width, edited.height) == (96, 96)


async def test_a_bad_request_is_told_and_the_child_lives_on(client: RenderClient) -> None:
    with pytest.raises(BadInput, match="1 to 16 colors"):
        await client.draw(SCENE, (), seed=1, width=96, height=96)
    assert (await client.draw(SCENE, PALETTE, seed=1, width=96, height=96)).width == 96


async def test_cancelling_stops_the_child_and_the_next_picture_starts_a_new_one(client: RenderClient) -> None:
    await client.warm()
    task = asyncio.ensure_future(client.draw(SCENE, PALETTE, seed=1, width=2048, height=2048))
    await asyncio.sleep(0.1)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert (await client.draw(SCENE, PALETTE, seed=1, width=96, height=96)).width == 96


async def test_a_child_that_dies_once_is_started_again(tmp_path_factory: pytest.TempPathFactory) -> None:
    flag = tmp_path_factory.mktemp("flag") / "died"
    dies_once = (
        f"import pathlib, runpy, sys\nflag = pathlib.Path({str(flag)!r})\n"
        "if not flag.exists():\n    flag.touch(); sys.exit(3)\n"
        "runpy.run_module('wanderhue.tools.render_worker', run_name='__main__')"
    )
    client = RenderClient(command=script(dies_once))
    assert (await client.draw(SCENE, PALETTE, seed=1, width=96, height=96)).width == 96
    client.close()


async def test_a_child_that_always_dies_is_a_painter_error() -> None:
    client = RenderClient(command=script("raise SystemExit(3)"))
    with pytest.raises(PainterError, match="ended twice"):
        await client.draw(SCENE, PALETTE, seed=1, width=96, height=96)
    client.close()


async def test_a_child_that_hangs_is_given_up() -> None:
    client = RenderClient(deadline=0.3, command=script("import time; time.sleep(60)"))
    with pytest.raises(Unavailable, match=r"within 0\.3 s"):
        await client.draw(SCENE, PALETTE, seed=1, width=96, height=96)
    client.close()


async def test_warming_never_raises_and_a_closed_client_says_so() -> None:
    client = RenderClient(command=script("raise SystemExit(3)"))
    await client.warm()
    client.close()
    with pytest.raises(Unavailable, match="closed"):
        await client.draw(SCENE, PALETTE, seed=1, width=96, height=96)


def test_several_threads_with_loops_of_their_own_share_one_child() -> None:
    client = RenderClient()
    widths: list[int] = []

    def work(width: int) -> None:
        widths.append(asyncio.run(client.draw(SCENE, PALETTE, seed=1, width=width, height=96)).width)

    threads = [threading.Thread(target=work, args=(width,)) for width in (96, 100, 104)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    client.close()
    assert sorted(widths) == [96, 100, 104]


def test_the_child_ends_when_its_stdin_does() -> None:
    with subprocess.Popen(WORKER, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdin is not None
        child.stdin.close()
        assert child.wait(10) == 0


def test_the_child_does_not_load_what_it_does_not_need() -> None:
    code = (
        "import sys, wanderhue.tools.render_worker\n"
        "print([name for name in ('langgraph', 'langchain_core', 'gradio', 'openai', 'boto3') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
