"""The flow of a conversation, over a plain planner and painter: what each answer leads to, and that nothing is lost."""

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.graphs.plain import PlainPainter, PlainPlanner, ThreadedPainter
from wanderhue import TripSession
from wanderhue.agent.errors import BadSetup, Busy, NotFound, Unavailable
from wanderhue.agent.settings import Settings
from wanderhue.graphs.conversation import Workshop
from wanderhue.tools.image_store import FolderImageStore
from wanderhue.tools.painter import Painted, PaintOrder, Progress
from wanderhue.tools.writer_lock import writing


def white_mask() -> bytes:
    buffer = io.BytesIO()
    Image.new("L", (160, 100), 255).save(buffer, "PNG")
    return buffer.getvalue()


def at_review(session: TripSession) -> None:
    session.say("a lake in spring")
    assert session.choose(0).stage == "review"


def test_a_new_conversation_welcomes_and_waits(session: TripSession) -> None:
    view = session.view
    assert (view.stage, view.actions, view.image) == ("ask", ["say", "photo"], None)
    assert view.reply


def test_words_bring_three_options_and_a_choice_brings_a_measured_picture(session: TripSession) -> None:
    view = session.say("a lake in spring")
    assert view.stage == "choose"
    assert len(view.options) == 3
    assert view.options[0]["palette"][0]["rgb"] == [0x1D, 0x24, 0x40]
    view = session.choose(1)
    assert view.stage == "review"
    assert view.image is not None
    assert view.image["palette_score"]["score"] > 85
    assert Path(view.image["path"]).read_bytes().startswith(b"\x89PNG")
    assert {"id", "parent", "width", "height", "brief", "seed", "painter", "cost"} <= set(view.image)


BAD = [
    {"type": "choose", "index": 9},
    {"type": "choose", "index": True},
    {"type": "choose", "index": "0"},
    {"type": "paint"},
    {"type": "nonsense"},
    {"no": "type"},
    7,
    None,
    [],
]


@pytest.mark.parametrize("answer", BAD)
def test_a_bad_answer_is_told_and_loses_nothing(session: TripSession, answer: object) -> None:
    before = session.say("a lake in spring")
    view = session.answer(answer)  # type: ignore[arg-type]
    assert view.error is not None
    assert view.error["code"] in ("bad_answer", "out_of_order")
    assert view.error["message"]
    assert (view.stage, view.options) == (before.stage, before.options)
    after = session.choose(0)
    assert (after.stage, after.error) == ("review", None)


@pytest.mark.parametrize("answer", [{"type": "vary"}, {"type": "choose", "index": 0}, {"type": "accept"}, ""])
def test_a_first_answer_that_is_no_words_is_told(session: TripSession, answer: object) -> None:
    view = session.answer(answer)  # type: ignore[arg-type]
    assert view.stage == "ask"
    assert view.error or view.reply
    assert session.say("a lake").stage == "choose"


def test_refining_makes_a_child_of_the_picture_under_the_cursor(session: TripSession) -> None:
    at_review(session)
    first = session.view.image
    second = session.refine("with a boat").image
    assert first is not None
    assert second is not None
    assert second["parent"] == first["id"]
    back = session.undo().image
    assert back is not None
    assert back["id"] == first["id"]
    assert (session.redo().image or {})["id"] == second["id"]
    session.go_to(1)
    third = session.vary().image
    assert third is not None
    assert third["parent"] == first["id"]
    assert third["seed"] != first["seed"]
    assert [row["number"] for row in session.view.versions] == [1, 2, 3]


def test_recolor_keeps_the_drawing_and_calls_no_painter(session: TripSession, painter: PlainPainter) -> None:
    at_review(session)
    before = len(painter.orders)
    view = session.recolor(["#102030", "#c04020", "#f0e0c0"])
    assert len(painter.orders) == before
    assert view.image is not None
    assert [color["hex"] for color in view.image["brief"]["palette"]] == ["#102030", "#c04020", "#f0e0c0"]
    assert session.recolor("not a colour").error is not None


def test_others_are_never_the_same(session: TripSession) -> None:
    seen = {option["title"] for option in session.say("a lake").options}
    for _ in range(5):
        titles = {option["title"] for option in session.more().options}
        assert not titles & seen
        seen |= titles


def test_accept_ends_the_run_and_the_conversation_goes_on_after(session: TripSession) -> None:
    at_review(session)
    assert session.accept().stage == "done"
    assert session.vary().stage == "review"
    assert len(session.view.versions) == 2


def test_new_words_while_the_graph_waits_are_an_answer(session: TripSession, planner: PlainPlanner) -> None:
    session.say("a lake")
    session.say("rather a forest")
    assert [talk.text for talk in planner.talks] == ["a lake", "rather a forest"]
    assert planner.talks[1].messages[0] == ("person", "a lake")


def test_a_painter_that_fails_is_asked_about_and_tried_again(session: TripSession, painter: PlainPainter) -> None:
    at_review(session)
    painter.fail = [Unavailable("the server is down")]
    view = session.refine("at night")
    assert view.stage == "confirm"
    assert view.confirm is not None
    assert view.confirm["code"] == "failed"
    assert "the server is down" in view.reply
    assert view.image is not None
    assert view.image["number"] == 1
    assert session.confirm().stage == "review"
    assert session.view.image is not None
    assert session.view.image["number"] == 2


def test_leaving_a_failed_picture_keeps_the_last_good_one(session: TripSession, painter: PlainPainter) -> None:
    at_review(session)
    painter.fail = [Unavailable("down")]
    session.refine("at night")
    view = session.confirm(paint=False)
    assert view.stage == "review"
    assert view.image is not None
    assert view.image["number"] == 1


def test_an_unexpected_error_of_a_paid_painter_is_an_unknown_outcome(data_dir: Path, planner: PlainPlanner) -> None:
    painter = PlainPainter(paid=True, price=0.04, fail=[RuntimeError("socket closed")])
    with TripSession.open(data_dir=data_dir, planner=planner, painter=painter) as session:
        session.say("a lake")
        view = session.choose(0)
        assert view.confirm is not None
        assert (view.stage, view.confirm["code"]) == ("confirm", "unknown_outcome")
        assert view.cost["conversation_usd"] == pytest.approx(0.04)
        assert len(painter.orders) == 1
        assert session.confirm().stage == "review"
        assert len(painter.orders) == 2


def test_a_cap_stops_before_the_call(data_dir: Path, planner: PlainPlanner) -> None:
    painter = PlainPainter(paid=True, price=0.60)
    with TripSession.open(data_dir=data_dir, planner=planner, painter=painter) as session:
        session.say("a lake")
        assert session.choose(0).stage == "review"
        view = session.vary()
        assert view.confirm is not None
        assert (view.stage, view.confirm["code"], len(painter.orders)) == ("confirm", "over_cap", 1)
        assert session.confirm().stage == "review"
        assert session.view.cost["today_usd"] == pytest.approx(1.2)


def test_a_preview_pauses_before_painting(data_dir: Path, planner: PlainPlanner, painter: PlainPainter) -> None:
    settings = Settings(preview=True)
    with TripSession.open(data_dir=data_dir, planner=planner, painter=painter, settings=settings) as session:
        session.say("a lake")
        view = session.choose(0)
        assert view.confirm is not None
        assert (view.stage, view.confirm["code"], painter.orders) == ("confirm", "preview", [])
        assert view.draft is not None
        assert session.confirm().stage == "review"


def test_several_pictures_are_siblings_and_the_best_leads(data_dir: Path, planner: PlainPlanner) -> None:
    painter, settings = PlainPainter(), Settings(pictures=2)
    with TripSession.open(data_dir=data_dir, planner=planner, painter=painter, settings=settings) as session:
        session.say("a lake")
        view = session.choose(0)
        assert len(view.images) == len(view.versions) == 2
        assert view.image is not None
        assert view.images[0]["id"] == view.image["id"]
        assert view.images[0]["palette_score"]["score"] >= view.images[1]["palette_score"]["score"]
        assert view.images[0]["seed"] != view.images[1]["seed"]
        other = session.go_to(view.images[1]["id"]).image
        assert other is not None
        assert (session.vary().image or {})["parent"] == other["id"]


def test_a_conversation_is_resumed_by_id_and_by_last(
    data_dir: Path, planner: PlainPlanner, painter: PlainPainter
) -> None:
    with TripSession.open(data_dir=data_dir, planner=planner, painter=painter) as session:
        at_review(session)
        thread, before = session.thread_id, session.view
    for name in (thread, "last"):
        with TripSession.open(name, data_dir=data_dir, planner=planner, painter=painter) as again:
            assert again.view.to_json() == before.to_json()


def test_somebody_elses_conversation_does_not_exist(data_dir: Path, session: TripSession) -> None:
    at_review(session)
    for thread in (session.thread_id, "nothing", "../../etc/passwd", ""):
        with pytest.raises(NotFound):
            TripSession.open(thread, data_dir=data_dir, planner=PlainPlanner(), painter=PlainPainter(), owner="mallory")


def test_a_second_writer_is_told_busy_at_once(session: TripSession, data_dir: Path) -> None:
    at_review(session)
    with writing(data_dir / "locks", session.thread_id), pytest.raises(Busy):
        session.refine("at night")
    assert session.refine("at night").stage == "review"


def test_deleting_leaves_nothing_behind(data_dir: Path, planner: PlainPlanner, painter: PlainPainter) -> None:
    with TripSession.open(data_dir=data_dir, planner=planner, painter=painter) as session:
        at_review(session)
        session.refine("at night")
        session.recolor(["#102030", "#c04020", "#f0e0c0"])
        session.edit(white_mask(), "a hat")
        thread = session.thread_id
        session.delete()
    assert FolderImageStore(data_dir / "blobs").list() == []
    with pytest.raises(NotFound):
        TripSession.open(thread, data_dir=data_dir, planner=planner, painter=painter)
    for name in ("store.sqlite", "journal.sqlite", "checkpoints.sqlite"):
        import sqlite3

        db = sqlite3.connect(data_dir / name)
        tables = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type='table'")]
        for table in tables:
            for row in db.execute(f"SELECT * FROM {table}"):
                assert thread not in map(str, row)
        db.close()


def test_deleting_one_conversation_keeps_a_picture_that_another_holds(data_dir: Path, planner: PlainPlanner) -> None:
    painter = PlainPainter()
    kept = []
    for _ in range(2):
        with TripSession.open(data_dir=data_dir, planner=planner, painter=painter) as session:
            session.say("a lake")
            view = session.choose(0)
            assert view.image is not None
            kept.append((session.thread_id, view.image["path"]))
    assert kept[0][1] == kept[1][1], "the same conversation twice gives the same file"
    with TripSession.open(kept[0][0], data_dir=data_dir, planner=planner, painter=painter) as session:
        session.delete()
    assert Path(kept[1][1]).exists()


def test_a_newer_data_directory_is_refused_with_a_sentence(data_dir: Path) -> None:
    data_dir.mkdir(parents=True)
    (data_dir / "schema.json").write_text('{"schema": 99}')
    with pytest.raises(BadSetup, match="newer Wanderhue"):
        TripSession.open(data_dir=data_dir, planner=PlainPlanner(), painter=PlainPainter())


def test_events_tell_how_far_the_picture_is_and_end_with_the_view(session: TripSession) -> None:
    session.say("a lake")
    events = list(session.stream({"type": "choose", "index": 0}))
    assert [event.stage for event in events][-1] == "done"
    assert any(event.stage == "paint" and event.fraction == 0.5 for event in events)
    assert events[-1].view is not None
    assert events[-1].view.stage == "review"
    assert events[-1].text == events[-1].view.reply


def test_a_painter_may_tell_its_progress_from_a_thread(data_dir: Path, planner: PlainPlanner) -> None:
    with TripSession.open(data_dir=data_dir, planner=planner, painter=ThreadedPainter()) as session:
        session.say("a lake")
        events = list(session.stream({"type": "choose", "index": 0}))
    assert [event.preview for event in events if event.fraction == 0.25] == ["cHJldmlldw=="]


async def test_async_callers_have_the_same_verbs(data_dir: Path, planner: PlainPlanner, painter: PlainPainter) -> None:
    async with await TripSession.aopen(data_dir=data_dir, planner=planner, painter=painter) as session:
        assert (await session.asay("a lake")).stage == "choose"
        assert (await session.achoose(0)).stage == "review"
        assert (await session.arefine("at night")).stage == "review"
        stages = [event.stage async for event in session.astream({"type": "vary"})]
        assert stages[-1] == "done"


def test_the_program_loop_refuses_to_wait_for_itself() -> None:
    from wanderhue.graphs import loop

    async def outer() -> None:
        loop.run(inner())

    async def inner() -> None: ...

    with pytest.raises(RuntimeError, match="async form"):
        loop.submit(outer()).result(5)


def test_a_workshop_serves_many_conversations_at_once(data_dir: Path) -> None:
    import asyncio

    from wanderhue.graphs import loop

    async def many() -> list[str]:
        workshop = await Workshop.open(Settings(), data_dir=data_dir, planner=PlainPlanner(), painter=PlainPainter())

        async def one(owner: str) -> str:
            conversation = await workshop.conversation(None, owner)
            await conversation.send("a lake")
            view = await conversation.send({"type": "choose", "index": 0})
            return f"{view.stage}:{len(view.versions)}"

        try:
            return await asyncio.gather(*(one(f"person {i}") for i in range(8)))
        finally:
            await workshop.aclose()

    assert loop.run(many()) == ["review:1"] * 8


class Careless(PlainPainter):
    """Paints in colours that nobody asked for, or sends something that is no picture."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.data = data

    async def paint(self, order: PaintOrder, progress: Progress) -> Painted:
        return Painted(self.data, seed=1)


def noise_in_magenta() -> bytes:
    pixels = np.random.default_rng(3).integers(60, 255, (100, 160, 3), dtype=np.uint8)
    pixels[..., 1] //= 4
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "PNG")
    return buffer.getvalue()


def test_a_picture_whose_colours_are_off_is_repaired_beside_the_original(data_dir: Path, planner: PlainPlanner) -> None:
    with TripSession.open(data_dir=data_dir, planner=planner, painter=Careless(noise_in_magenta())) as session:
        session.say("a lake")
        view = session.choose(0)
    first, second = view.versions
    assert second["score"] > first["score"]
    assert second["parent"] == first["id"]
    assert view.image is not None
    assert view.image["id"] == second["id"]
    assert any("became" in notice for notice in view.notices)


@pytest.mark.parametrize("data", [b"", b"<html>busy</html>", b"\x89PNG\r\n\x1a\n cut off"])
def test_what_is_no_picture_is_told_and_nothing_is_lost(data_dir: Path, planner: PlainPlanner, data: bytes) -> None:
    with TripSession.open(data_dir=data_dir, planner=planner, painter=Careless(data)) as session:
        session.say("a lake")
        view = session.choose(0)
        assert (view.stage, view.versions, len(view.options)) == ("choose", [], 3)
        assert "could not be used" in view.reply


def test_conversations_of_each_owner_are_their_own(
    data_dir: Path, planner: PlainPlanner, painter: PlainPainter
) -> None:
    with TripSession.open(data_dir=data_dir, planner=planner, painter=painter, owner="ann") as session:
        session.say("a lake")
        thread = session.thread_id
    with TripSession.open(thread, data_dir=data_dir, planner=planner, painter=painter, owner="ann") as session:
        assert session.view.stage == "choose"
    with pytest.raises(NotFound):
        TripSession.open(thread, data_dir=data_dir, planner=planner, painter=painter, owner="bob")
