"""An unguarded five-line script, standard input, a notebook kernel and a running event loop can all use the library.

Every one of them talks, chooses and refines, with the real offline planner and the real illustrator in its child
process. `multiprocessing` or `asyncio.run` inside the library would fail here.
"""

import asyncio
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from wanderhue import TripSession

SCRIPT = """
from wanderhue import TripSession
session = TripSession.open()
view = session.say("a slow week by the sea in October")
view = session.choose(0)
view = session.refine("make it night")
print(view.stage, len(view.options), len(view.versions), view.image["path"])
"""


def environment(data: Path) -> dict[str, str]:
    return {**os.environ, "WANDERHUE_DATA_DIR": str(data), "WANDERHUE_ASPECT": "1:1", "PYTHONUTF8": "1"}


def python(script: str, *, cwd: Path, data: Path, given: str = "") -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, script], input=given, cwd=cwd, env=environment(data), capture_output=True,
                          encoding="utf-8", check=False)  # fmt: skip


def check(done: "subprocess.CompletedProcess[str]") -> None:
    assert done.returncode == 0, done.stderr
    assert not done.stderr
    stage, options, versions, path = done.stdout.strip().split(" ", 3)
    assert (stage, options, versions) == ("review", "3", "2")
    assert Path(path).read_bytes().startswith(b"\x89PNG")


def test_an_unguarded_script(tmp_path: Path, data_dir: Path) -> None:
    (tmp_path / "five.py").write_text(SCRIPT, encoding="utf-8")
    check(python("five.py", cwd=tmp_path, data=data_dir))


def test_a_script_on_standard_input(tmp_path: Path, data_dir: Path) -> None:
    check(python("-", cwd=tmp_path, data=data_dir, given=SCRIPT))


def test_a_script_beside_modules_with_the_names_of_our_folders(tmp_path: Path, data_dir: Path) -> None:
    for name in ("agent", "tools", "graphs", "ui"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('this is not the module you want')", encoding="utf-8")
    (tmp_path / "five.py").write_text(SCRIPT, encoding="utf-8")
    check(python("five.py", cwd=tmp_path, data=data_dir))


def code_cell(number: int, source: str) -> dict[str, Any]:
    return {"cell_type": "code", "id": f"cell-{number}", "metadata": {}, "execution_count": None, "outputs": [],
            "source": source}  # fmt: skip


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")  # of the notebook's own packages
def test_a_notebook_kernel_and_its_display(tmp_path: Path, data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import nbformat
    from nbclient import NotebookClient

    for name, value in environment(data_dir).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    cells = [
        "from wanderhue import TripSession\nsession = TripSession.open()",
        'session.say("a quiet temple in autumn")',
        "session.choose(0)",
        'session.refine("make it night")',
        "view = await session.avary()\nview",
    ]
    plain = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [code_cell(*row) for row in enumerate(cells)]}
    book: Any = nbformat.from_dict(plain)  # type: ignore[no-untyped-call]
    NotebookClient(book, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(tmp_path)}}).execute()
    shown = [[output["data"]["text/html"] for output in cell["outputs"] if "data" in output] for cell in book.cells]
    assert [len(htmls) for htmls in shown] == [0, 1, 1, 1, 1]
    shown = shown[1:]
    assert shown[0][0].count("background:#") >= 9
    for (html,) in shown[1:]:
        assert 'src="data:image/png;base64,iVBOR' in html
        assert "/ 100" in html


async def test_sync_calls_inside_a_running_loop(data_dir: Path) -> None:
    with TripSession.open(data_dir=data_dir) as session:
        assert session.say("a slow week by the sea in October").stage == "choose"
        assert session.choose(0).image is not None
        assert len(session.refine("make it night").versions) == 2


async def test_async_calls_leave_the_callers_loop_free(data_dir: Path) -> None:
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            await asyncio.sleep(0.01)
            ticks += 1

    ticking = asyncio.create_task(tick())
    async with await TripSession.aopen(data_dir=data_dir) as session:
        assert (await session.asay("a slow week by the sea in October")).stage == "choose"
        assert (await session.achoose(0)).image is not None
        before = ticks
        assert len((await session.arefine("make it night")).versions) == 2
        assert ticks > before + 5
        stages = [event.stage async for event in session.astream({"type": "undo"})]
        assert stages[-1] == "done"
    ticking.cancel()


async def test_two_conversations_at_once_on_one_loop(data_dir: Path) -> None:
    first, second = await TripSession.aopen(data_dir=data_dir), await TripSession.aopen(data_dir=data_dir)
    views = await asyncio.gather(
        first.asay("a slow week by the sea in October"), second.asay("가을에 조용한 절에 가고 싶어")
    )
    assert [(view.stage, view.lang) for view in views] == [("choose", "en"), ("choose", "ko")]
    await asyncio.gather(first.aclose(), second.aclose())
