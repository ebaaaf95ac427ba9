"""Sentences of our own, in wordings that the evaluation set does not have: the grammar must carry over."""

from pathlib import Path

import pytest

from wanderhue.agent.grammar import Context, read_feedback
from wanderhue.agent.scene import Element, Scene

SCENES = {
    "lake": Scene(
        setting="lake", variant="alpine", elements=tuple(Element(kind=k) for k in ("tent", "campfire", "person"))
    ),
    "sea": Scene(
        setting="seaside", variant="cliff", elements=tuple(Element(kind=k) for k in ("lighthouse", "boat", "bird"))
    ),
    "city": Scene(
        setting="city",
        variant="riverside",
        time="sunset",
        elements=tuple(Element(kind=k) for k in ("bridge", "person")),
    ),
    "park": Scene(
        setting="forest", variant="park", elements=tuple(Element(kind=k) for k in ("dog", "cat", "cherry", "bench"))
    ),
    "field": Scene(
        setting="fields", variant="meadow", elements=tuple(Element(kind=k) for k in ("horse", "person", "cloud"))
    ),
}


def sentences(lang: str) -> list[list[str]]:
    lines = (Path(__file__).parent / f"grammar_sentences.{lang}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(("text", "codes", "scene"), sentences("en") + sentences("ko"))
def test_a_sentence_is_read_as_it_is_meant(text: str, codes: str, scene: str) -> None:
    reading = read_feedback(text, Context(scene=SCENES[scene], versions=3, options=3))
    assert (reading.codes(), reading.unknown) == (
        tuple(code.replace("_", " ") if code.startswith("title") else code for code in codes.split(" ")),
        (),
    )


def beyond(lang: str) -> list[list[str]]:
    lines = (Path(__file__).parent / f"grammar_beyond.{lang}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(("text", "scene"), beyond("en") + beyond("ko"))
def test_what_cannot_be_done_is_admitted_and_nothing_guessed(text: str, scene: str) -> None:
    reading = read_feedback(text, Context(scene=SCENES[scene], versions=3, options=3))
    assert (reading.wishes, reading.act) == ((), None)
    assert reading.unknown
