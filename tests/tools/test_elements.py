"""Every kind of the vocabulary can be drawn, stays in its box, and composes with what it rides, holds and wears."""

import random
import re

import pytest

from wanderhue.agent.scene import Element
from wanderhue.agent.vocabulary import ELEMENTS
from wanderhue.tools.illustrator.elements import HEIGHTS, Figure, draw_element, draw_pair
from wanderhue.tools.illustrator.elements.catalogue import DRAWERS
from wanderhue.tools.illustrator.elements.extent import extent
from wanderhue.tools.illustrator.elements.poses import FREE, POSES
from wanderhue.tools.illustrator.pen import Pen, Tone

KINDS = sorted(ELEMENTS)
SEASONS = (None, "spring", "summer", "autumn", "winter")
RICH = {"pagoda", "eiffel_tower", "hanok", "temple"}
"""Kinds that may take more shapes than the others."""
PATH = re.compile(r"^(?:[MLCA][-\d. e]+|Z)+$")


def draw(kind: str, *, seed: int = 1, night: bool = False, snowy: bool = False, season: str | None = None,
         color: str | None = None, riding: str | None = None, holding: tuple[str, ...] = (),
         wearing: tuple[str, ...] = ()) -> Figure:  # fmt: skip
    element = Element(kind=kind, color=color, riding=riding, holding=holding, wearing=wearing)
    return draw_element(element, seed=random.Random(seed), night=night, snowy=snowy, season=season)


def tones(figure: Figure) -> set[Tone]:
    return {tone for shape in figure.pen.shapes for tone in (shape.fill, shape.stroke) if tone is not None}


def test_every_kind_of_the_vocabulary_has_a_drawer_and_a_height() -> None:
    assert set(DRAWERS) == set(KINDS)
    assert set(HEIGHTS) == set(KINDS)
    assert all(0.02 < height < 0.8 for height in HEIGHTS.values())


def test_a_kind_without_a_drawer_is_named_in_the_error() -> None:
    with pytest.raises(ValueError, match="no drawing for 'dragon'"):
        draw_element(
            Element.model_construct(kind="dragon"), seed=random.Random(1), night=False, snowy=False
        )  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_a_drawing_is_well_formed_and_inside_its_declared_box_in_any_hour_and_weather(kind: str) -> None:
    for seed in range(8):
        figure = draw(kind, seed=seed, night=seed % 2 == 1, snowy=seed % 3 == 2, season=SEASONS[seed % 5])
        solid = [shape for shape in figure.pen.shapes if not (shape.glow and shape.opacity < 0.3)]
        left, top, right, bottom = extent(solid)
        assert -figure.width / 2 <= left + 1e-9 <= right <= figure.width / 2 + 1e-9
        assert -figure.height <= top + 1e-9
        assert 0.45 < figure.height < 1.35, "one unit is about the thing's height"
        assert bottom < 0.3, "it stands on the ground line"
        assert len(figure.pen.shapes) <= (210 if kind in RICH else 150)
        for shape in figure.pen.shapes:
            assert PATH.match(shape.path), shape.path[:80]
            assert 0 < shape.opacity <= 1
            for tone in (shape.fill, shape.stroke):
                assert tone is None or tone.light is None or 0.1 <= tone.light <= 1


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_seed_draws_the_same_shapes_and_a_wished_color_becomes_the_main_surface(kind: str) -> None:
    plain = draw(kind, seed=5)
    assert plain.pen.shapes == draw(kind, seed=5).pen.shapes
    wished = draw(kind, seed=5, color="#3366cc")
    assert Tone("own") in tones(wished)
    assert Tone("own") not in tones(plain)
    assert wished.width == pytest.approx(plain.width), "a colour does not change the form"


def test_people_take_at_least_eight_poses_and_the_seed_chooses() -> None:
    assert len(FREE) >= 8
    assert set(FREE) <= set(POSES)
    forms = {tuple(shape.path for shape in draw("person", seed=seed).pen.shapes) for seed in range(40)}
    assert len(forms) >= 20


def test_windows_glow_at_night_only() -> None:
    for kind in ("house", "hanok", "pagoda", "temple", "church", "castle", "skyscraper", "train", "ship", "tent"):
        assert any(shape.glow for shape in draw(kind, night=True).pen.shapes), kind
        assert sum(shape.glow for shape in draw(kind).pen.shapes) <= 1, kind


@pytest.mark.parametrize("kind", ["pine", "tree", "house", "hanok", "pagoda", "temple", "castle", "church", "tent"])
def test_snow_lies_on_roofs_and_trees(kind: str) -> None:
    bare, snowy = draw(kind), draw(kind, snowy=True)
    snow = Tone("paper", 0.97)
    assert sum(shape.fill == snow for shape in snowy.pen.shapes) > sum(shape.fill == snow for shape in bare.pen.shapes)


def test_crowns_follow_the_season() -> None:
    looks = [draw("tree", seed=3, season=season).pen.shapes for season in ("spring", "summer", "autumn", "winter")]
    assert all(a != b for i, a in enumerate(looks) for b in looks[:i])
    assert any(tone.role == "pink" for tone in tones(draw("cherry", season="spring")))
    assert not any(tone.role == "pink" for tone in tones(draw("cherry", season="summer")))


@pytest.mark.parametrize("mount", KINDS)
def test_anything_can_be_ridden_and_the_rider_reads(mount: str) -> None:
    alone, riding = draw("rabbit"), draw("rabbit", riding=mount)
    assert len(riding.pen.shapes) > len(alone.pen.shapes)
    assert riding.height < 20
    assert "head" in riding.anchors


def test_a_rabbit_on_a_horse_is_enlarged_and_sits_on_its_back() -> None:
    riding = draw("rabbit", riding="horse")
    horse = HEIGHTS["horse"] / HEIGHTS["rabbit"]
    _, head = riding.anchors["head"]
    assert 0.68 * horse < -head < 1.2 * horse
    assert riding.height > 0.95 * horse


@pytest.mark.parametrize("held", ["lollipop", "umbrella", "toy_balloon", "teddy", "ice_cream", "lantern", "kite",
                                  "flowers", "surfboard", "cat"])  # fmt: skip
@pytest.mark.parametrize("holder", ["person", "child", "rabbit", "snowman"])
def test_things_are_held_in_the_hand(holder: str, held: str) -> None:
    free = draw(holder)
    full = draw(holder, holding=(held,))
    assert len(full.pen.shapes) > len(free.pen.shapes) - 8
    assert any("scale" in shape.transform for shape in full.pen.shapes)
    assert full.width < 6


def test_a_second_thing_goes_into_the_other_hand() -> None:
    one = draw("child", holding=("toy_balloon",))
    two = draw("child", holding=("toy_balloon", "teddy"))
    assert len(two.pen.shapes) > len(one.pen.shapes)
    assert two.anchors["hand"] != two.anchors["hand2"]


@pytest.mark.parametrize("worn", ["hat", "scarf", "backpack", "flowers"])
@pytest.mark.parametrize("wearer", ["person", "child", "dog", "rabbit", "bear", "camel", "snowman", "whale", "house"])
def test_anybody_can_wear_things(wearer: str, worn: str) -> None:
    for seed in range(4):
        dressed = draw(wearer, seed=seed, wearing=(worn,))
        assert any("scale" in shape.transform for shape in dressed.pen.shapes)
        assert dressed.height < 2.2


def test_a_hat_rests_on_the_head_and_keeps_the_pose() -> None:
    bare, hatted = draw("dog", seed=2), draw("dog", seed=2, wearing=("hat",))
    assert hatted.anchors == bare.anchors
    assert bare.pen.shapes == hatted.pen.shapes[: len(bare.pen.shapes)]
    _, top, _, _ = extent(hatted.pen.shapes[len(bare.pen.shapes) :])
    assert top < bare.anchors["head"][1]


@pytest.mark.parametrize(("first", "second"), [("person", "person"), ("person", "child"), ("child", "child")])
def test_two_people_walk_hand_in_hand(first: str, second: str) -> None:
    figure = draw_pair(
        Element(kind=first), Element(kind=second, color="#cc3366"), seed=random.Random(4), night=False, snowy=False
    )  # fmt: skip
    left, _, right, _ = extent(figure.pen.shapes)
    assert left < -0.1 < 0.1 < right
    assert Tone("own") in tones(figure)


def test_only_people_walk_hand_in_hand() -> None:
    with pytest.raises(ValueError, match="not 'dog'"):
        draw_pair(Element(kind="person"), Element(kind="dog"), seed=random.Random(1), night=False, snowy=False)


def test_the_extent_of_a_placed_and_turned_pen_is_measured_after_its_transform() -> None:
    inner, outer = Pen(), Pen()
    inner.rect(0.0, -1.0, 2.0, 1.0, Tone("ink"))
    outer.place(inner, 3.0, 1.0, 2.0)
    assert extent(outer.shapes) == pytest.approx((3.0, -1.0, 7.0, 1.0))
    turned = Pen()
    turned.place(inner, 0.0, 0.0, turn=90.0)
    assert extent(turned.shapes) == pytest.approx((0.0, 0.0, 1.0, 2.0), abs=1e-6)


def test_nothing_drawn_has_no_extent() -> None:
    with pytest.raises(ValueError, match="nothing was drawn"):
        extent([])


@pytest.mark.parametrize("kind", ["lighthouse", "car", "lantern", "campfire", "eiffel_tower", "balloon", "house"])
def test_nightfall_does_not_change_the_box_so_nothing_moves(kind: str) -> None:
    day, night = draw(kind), draw(kind, night=True)
    assert (night.width, night.height) == pytest.approx((day.width, day.height), abs=0.03)
