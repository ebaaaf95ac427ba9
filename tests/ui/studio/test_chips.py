"""What the page suggests is understood: every chip and every example, in both languages."""

import pytest

from tests.graphs.plain import PlainPainter
from wanderhue import TripSession
from wanderhue.agent.grammar import Context, apply_wishes, read_feedback
from wanderhue.agent.offline.catalogue import trips
from wanderhue.agent.scene import Scene
from wanderhue.agent.trips import Trip
from wanderhue.ui.studio import chips
from wanderhue.ui.studio.strings import LANGS, Lang

DEEP = 2
"""Chips upon chips: each suggestion changes the scene, and the next suggestions fit what came of it."""


def follow(scene: Scene, deep: int) -> None:
    for lang in LANGS:
        words = chips.for_picture(scene.model_dump(mode="json"), lang)
        assert 3 <= len(words) == len(set(words)) <= 4
        for text in words:
            reading = read_feedback(text, Context(scene=scene, versions=1, options=3))
            after, notices = apply_wishes(scene, reading.wishes, lang)
            assert reading.wishes
            assert reading.act is None, text
            assert not reading.unknown, text
            assert not notices, (text, notices)
            assert after != scene or any(wish.kind == "shift" for wish in reading.wishes), text
            if deep and lang == "en":
                follow(after, deep - 1)


@pytest.mark.parametrize("trip", trips(), ids=lambda trip: trip.id)
def test_every_chip_of_a_picture_is_a_wish_that_changes_it(trip: Trip) -> None:
    follow(trip.scene, DEEP)


def test_both_languages_suggest_the_same() -> None:
    for pairs in (chips.TIMES, chips.WEATHERS, chips.WITHOUT, chips.ADD):
        for english, korean in pairs.values():
            assert read(english) == read(korean)
    for english, korean in chips.TONES:
        assert read(english) == read(korean)


def read(text: str) -> tuple[str, ...]:
    return read_feedback(text, Context(scene=trips()[0].scene, versions=1, options=3)).codes()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("number", range(4))
def test_every_example_gives_options_or_a_picture(lang: Lang, number: int) -> None:
    with TripSession.open(painter=PlainPainter()) as session:
        view = session.say(chips.examples(lang)[number])
        assert (view.lang, view.stage) in ((lang, "choose"), (lang, "review"))
        assert len(view.options) == 3 or view.image


@pytest.mark.parametrize("lang", LANGS)
def test_every_chip_of_the_options_goes_on_from_them(lang: Lang) -> None:
    for text in chips.for_options(lang):
        with TripSession.open(painter=PlainPainter()) as session:
            before = session.say(chips.examples(lang)[0])
            after = session.say(text)
        assert (after.stage, after.lang, len(after.options)) == ("choose", lang, 3)
        assert after.error is None
        assert (after.reply, after.options) != (before.reply, before.options), text


@pytest.mark.parametrize("lang", LANGS)
def test_the_chip_about_prices_is_a_question_about_the_three_that_are_there(lang: Lang) -> None:
    with TripSession.open(painter=PlainPainter()) as session:
        before = session.say(chips.examples(lang)[0])
        after = session.say(chips.for_options(lang)[2])
    assert after.options == before.options
    assert all(option["place"] in after.reply for option in before.options)
