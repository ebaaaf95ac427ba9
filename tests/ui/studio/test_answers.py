"""What elements of the page say, and that nothing else is taken for it."""

import base64
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.studio.conftest import OWNER
from wanderhue.agent.errors import BadInput, NotFound
from wanderhue.graphs import loop
from wanderhue.graphs.answers import ACTIONS
from wanderhue.ui.studio.answers import PAGE_ACTS, act_of
from wanderhue.ui.studio.desk import Desk


@pytest.mark.parametrize("kind", PAGE_ACTS)
def test_acts_of_the_page_answer_nothing(kind: str) -> None:
    act = act_of({"do": kind, "thread": "abc", "name": "quality", "value": "fine", "count": 40})
    assert (act.kind, act.answer, act.thread, act.name, act.value, act.count) == (
        kind, None, "abc", "quality", "fine", 40,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("said", "answer", "paints"),
    [
        ({"do": "choose", "index": 1}, {"type": "choose", "index": 1}, True),
        ({"do": "vary", "strong": True}, {"type": "vary", "strong": True}, True),
        ({"do": "recolor", "palette": ["#123456"]}, {"type": "recolor", "palette": ["#123456"]}, True),
        ({"do": "reshape", "aspect": "9:16"}, {"type": "reshape", "aspect": "9:16"}, True),
        ({"do": "goto", "version": "v1"}, {"type": "goto", "version": "v1"}, False),
        ({"do": "accept"}, {"type": "accept"}, False),
        ({"do": "paint", "type": "delete", "more": 1}, {"type": "paint"}, True),
    ],
)
def test_an_answer_takes_only_the_fields_that_it_has(
    said: dict[str, Any], answer: dict[str, Any], paints: bool
) -> None:
    act = act_of({**said, "rev": "7review"})
    assert (act.kind, act.answer, act.wish.paints, act.rev) == ("answer", answer, paints, "7review")


def test_every_answer_of_the_page_is_one_of_the_graphs() -> None:
    known = {name for names in ACTIONS.values() for name in names}
    for kind in ("say", "choose", "vary", "recolor", "repaint", "reshape", "rewrite", "goto", "reword", "more", "new",
                 "undo", "redo", "first", "accept", "paint", "back", "accept_suggestion", "edit", "photo"):  # fmt: skip
        assert act_of({"do": kind}).kind == "answer"
        assert kind in known | {"first"}, kind


def test_words_are_never_too_old_to_be_said() -> None:
    assert act_of({"do": "say", "text": "make it night", "rev": "1choose"}).rev == ""


@pytest.mark.parametrize(
    "nonsense",
    [{}, {"do": None}, {"do": ""}, {"do": "answer"}, {"do": "drop table"}, {"do": ["choose"]}, {"do": {"do": "say"}},
     {"do": 7}, {"do": "__class__"}, {"choose": 1}],
)  # fmt: skip
def test_nonsense_is_told_to_reload(nonsense: dict[str, Any]) -> None:
    with pytest.raises(BadInput, match="reload the page"):
        act_of(nonsense)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=6,
)
KINDS = st.sampled_from([*PAGE_ACTS, "say", "choose", "edit", "photo", "rewrite", "recolor"]) | JSON
FIELDS = st.sampled_from(["index", "text", "palette", "slots", "count", "thread", "mask", "photo", "name", "rev"])


@given(KINDS, st.dictionaries(FIELDS, JSON, max_size=5))
def test_whatever_a_page_says_is_an_act_or_bad_input(kind: Any, fields: dict[str, Any]) -> None:
    try:
        act = act_of({"do": kind, **fields})
    except BadInput:
        return
    assert 0 <= act.count <= 2000
    assert act.wish.option is None or act.wish.option >= 0
    assert isinstance(act.wish.words, str)
    assert len(act.thread) <= 64


PIXEL = base64.b64encode(b"no picture").decode()


@pytest.mark.parametrize(
    ("mask", "message"),
    [
        ("", "not a PNG of the page"),
        (f"data:image/svg+xml;base64,{PIXEL}", "not a PNG of the page"),
        ("data:image/png;base64,%%%", "did not arrive whole"),
        ("https://elsewhere.example/mask.png", "not a PNG of the page"),
        ("data:image/png;base64," + "A" * 8_000_001, "not a PNG of the page"),
    ],
)
def test_a_mask_is_a_picture_of_the_page_or_bad_input(desk: Desk, mask: str, message: str) -> None:
    act = act_of({"do": "edit", "mask": mask, "text": "a boat"})
    with pytest.raises(BadInput, match=message):
        loop.run(prepared(desk, act.answer))


def test_a_photo_of_somebody_else_is_not_found(desk: Desk) -> None:
    async def upload() -> str:
        deps = (await desk.workshop()).deps
        return deps.store.keep_upload("web:another", deps.images.put(b"\x89PNG\r\n\x1a\nphoto"))

    name = loop.run(upload())
    with pytest.raises(NotFound):
        loop.run(prepared(desk, act_of({"do": "photo", "photo": name}).answer))


async def prepared(desk: Desk, prepare: Any) -> Any:
    conversation = await desk.conversation("", OWNER)
    return await prepare(conversation, await conversation.view())
