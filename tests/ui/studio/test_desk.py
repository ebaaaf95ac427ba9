"""Runs at the desk: any number of pages follow one, and two that come at the same moment begin only one."""

import asyncio
from pathlib import Path

from tests.graphs.test_unfinished import cut_off
from tests.ui.studio.conftest import OWNER
from wanderhue.graphs import loop
from wanderhue.ui.studio.desk import Desk
from wanderhue.ui.studio.screen import Wish


def test_two_tabs_that_come_back_after_a_crash_follow_the_same_run(data_dir: Path, desk: Desk) -> None:
    thread = cut_off(data_dir)

    async def tab() -> tuple[int, str | None]:
        conversation = await desk.conversation(thread, "local")
        job = await desk.go_on(conversation, await desk.find(conversation))
        assert job is not None
        await job.done()
        assert job.view is not None
        return id(job), str(job.error or "")

    async def tabs() -> list[tuple[int, str | None]]:
        return list(await asyncio.gather(tab(), tab(), tab()))

    assert len(set(asyncio.run(tabs()))) == 1


def test_answers_to_one_conversation_wait_for_each_other(desk: Desk) -> None:
    async def answers() -> list[int]:
        conversation = await desk.conversation("", OWNER)
        await loop.arun(conversation.send({"type": "say", "text": "a quiet lake"}))

        async def answer(kind: str) -> int:
            mine = await desk.conversation(conversation.thread, OWNER)
            data = {"type": kind, "index": 0} if kind == "choose" else {"type": kind}
            job = await desk.start(mine, data, Wish(), await desk.find(mine))
            await job.done()
            assert job.error is None
            assert job.view is not None
            return len(job.view.versions)

        await answer("choose")
        return await asyncio.gather(*(answer("vary") for _ in range(4)))

    assert sorted(asyncio.run(answers())) == [2, 3, 4, 5]


def test_what_ended_is_no_longer_at_the_desk(desk: Desk) -> None:
    async def work() -> None:
        conversation = await desk.conversation("", OWNER)
        job = await desk.start(conversation, "a quiet lake", Wish(), await desk.find(conversation))
        assert desk.job(conversation.thread) is job
        await job.done()
        assert desk.job(conversation.thread) is None
        assert await desk.go_on(conversation, await desk.find(conversation)) is None
        await desk.settle()

    asyncio.run(work())
