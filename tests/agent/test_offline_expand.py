"""Briefs: from options, from scenes, and from feedback; the prompts are golden."""

import asyncio
from datetime import date

from wanderhue.agent.brief import ImageBrief
from wanderhue.agent.feedback import Reading, SetAspect, SetSize, SetTime, ShiftColors
from wanderhue.agent.offline import OfflinePlanner
from wanderhue.agent.offline.briefing import brief_of
from wanderhue.agent.offline.expand import expand
from wanderhue.agent.planner import ExpandOrder, Expansion, Talk
from wanderhue.agent.scene import Element, Scene
from wanderhue.agent.trips import OptionColor

SEA = (
    OptionColor(name="night", hex="#16243f"),
    OptionColor(name="foam", hex="#f4efe2"),
    OptionColor(name="water", hex="#3f7fa8"),
    OptionColor(name="sun", hex="#e8893a"),
    OptionColor(name="pine", hex="#5d7f4a"),
)
SCENE = Scene(
    setting="seaside",
    variant="cliff",
    time="sunset",
    weather="clear",
    season="autumn",
    elements=(
        Element(kind="lighthouse"),
        Element(kind="person", count=2, riding="horse", wearing=("hat",)),
        Element(kind="sailboat", count=3, place="left"),
        Element(kind="dog", holding=("umbrella",), color="#e8893a"),
    ),
    title="Calm",
    without=("bird",),
)


def talk(text: str = "") -> Talk:
    return Talk(text, "en", date(2026, 11, 21))


def told(order: ExpandOrder) -> ImageBrief:
    made: Expansion = expand(order)
    assert made.brief is not None, made.reply
    return made.brief


def test_the_prompt_of_a_scene_is_golden() -> None:
    assert brief_of(SCENE, SEA).prompt() == (
        "Screen-printed travel poster illustration of a lighthouse, two people riding a horse wearing a hat, three "
        "sailboats on the left and an orange dog holding an umbrella. Setting: cliff in autumn. Light: sunset glow low "
        "on the horizon, clear sky. Shot: wide shot at eye level. Style: flat shapes, two tones per solid, fine print "
        "grain. Colors: midnight blue (#16243f) for deep shadows and dark outlines; ivory (#f4efe2) for the pale sky "
        "and highlights; denim blue (#3f7fa8) for the water; orange (#e8893a) for the dog; moss green (#5d7f4a) for "
        'leaves and grass. Lettering: "Calm". Leave out: bird.'
    )


def test_the_prompt_of_a_bare_night_is_golden() -> None:
    scene = Scene(setting="city", variant="riverside", time="night", weather="rain", style="line", zoom=1.3)
    assert brief_of(scene, SEA[:2]).prompt() == (
        "Screen-printed travel poster illustration of riverside. Setting: riverside. Light: night, moonlight and small "
        "warm lights, fine rain. Shot: closer shot at eye level. Style: even ink outlines, light flat washes of color. "
        "Colors: midnight blue (#16243f) for the night sky and deep shadows; ivory (#f4efe2) for small lights and "
        "highlights. No lettering."
    )


def test_an_option_becomes_a_brief_with_its_palette_and_a_free_seed() -> None:
    planner = OfflinePlanner()
    options = asyncio.run(planner.recommend(Talk("교토", "ko", date(2026, 11, 21)))).options
    made = asyncio.run(planner.expand(ExpandOrder(talk(), option=options[0])))
    assert made.brief is not None
    assert made.brief.palette == options[0].palette
    assert made.brief.scene == options[0].scene
    assert made.brief.seed is None
    assert len(made.brief.prompt()) < 1500


def test_a_scene_without_a_palette_gets_one() -> None:
    assert len(told(ExpandOrder(talk(), scene=SCENE)).palette) >= 4


def test_feedback_changes_what_it_names_and_keeps_the_seed() -> None:
    before = brief_of(SCENE, SEA).model_copy(update={"seed": 7})
    after = told(ExpandOrder(talk("night"), brief=before, reading=Reading(wishes=(SetTime(time="night"),))))
    assert after.scene.time == "night"
    assert "night" in after.light
    assert after.seed == 7
    assert after.palette == before.palette


def test_colors_shift_without_touching_the_scene() -> None:
    before = brief_of(SCENE, SEA)
    after = told(ExpandOrder(talk("warmer"), brief=before, reading=Reading(wishes=(ShiftColors(direction="warmer"),))))
    assert after.hexes() != before.hexes()
    assert after.scene == before.scene
    assert {use.hex for use in after.colors} == set(after.hexes())


def test_shape_and_size_go_to_the_brief() -> None:
    before = brief_of(SCENE, SEA)
    square = told(ExpandOrder(talk(), brief=before, reading=Reading(wishes=(SetAspect(aspect="1:1"),))))
    assert (square.aspect, square.scene.aspect, square.width) == ("1:1", "1:1", None)
    exact = told(ExpandOrder(talk(), brief=before, reading=Reading(wishes=(SetSize(width=600, height=800),))))
    assert (exact.width, exact.height, exact.scene.aspect) == (600, 800, "600:800")
    longest = told(ExpandOrder(talk(), brief=square, reading=Reading(wishes=(SetSize(width=900),))))
    assert (longest.width, longest.height) == (900, 900)


def test_words_that_mean_nothing_change_nothing_and_say_so() -> None:
    made = expand(ExpandOrder(talk("blorp"), brief=brief_of(SCENE, SEA), reading=Reading(unknown=("blorp",))))
    assert made.brief is None
    assert "blorp" in made.reply


def test_half_understood_words_are_done_and_the_rest_admitted() -> None:
    reading = Reading(wishes=(SetTime(time="night"),), unknown=("flarb it",))
    made = expand(ExpandOrder(talk("night, flarb it"), brief=brief_of(SCENE, SEA), reading=reading))
    assert made.brief is not None
    assert "flarb it" in made.notices[0]


def test_an_option_takes_wishes_said_with_the_choice() -> None:
    options = asyncio.run(OfflinePlanner().recommend(Talk("Kyoto", "en", date(2026, 11, 21)))).options
    reading = Reading(wishes=(SetTime(time="night"),))
    assert told(ExpandOrder(talk("the first, at night"), option=options[0], reading=reading)).scene.time == "night"
