"""What a drawing promises: every scene draws, in any palette, the same bytes each time, and edits stay local."""

import io
import json

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from wanderhue.agent.scene import VARIANTS, Element, Scene, default_seed
from wanderhue.agent.vocabulary import ELEMENTS
from wanderhue.tools.illustrator import png
from wanderhue.tools.illustrator.draw import ILLUSTRATOR_VERSION, Drawing, draw, size_of, vary
from wanderhue.tools.score import score_palette

PALETTE = ("#16324f", "#5d9ccf", "#f6c667", "#e8563a", "#3f8a4f", "#f9eedb")
NIGHT_LAKE = Scene(setting="lake", time="night", elements=(Element(kind="tent"), Element(kind="person", count=2)))


def pixels(drawing: Drawing) -> NDArray[np.int16]:
    return np.asarray(Image.open(io.BytesIO(drawing.png))).astype(np.int16)


def sketch(scene: Scene, *, palette: tuple[str, ...] = PALETTE, seed: int = 5, size: int = 160) -> Drawing:
    return draw(scene, palette, seed=seed, width=size, height=size, sketch=True)


def changed(one: Drawing, other: Drawing) -> NDArray[np.bool_]:
    differs: NDArray[np.bool_] = np.abs(pixels(one) - pixels(other)).max(axis=2) > 0
    return differs


@pytest.mark.parametrize(("setting", "variant"), [(s, v) for s, names in VARIANTS.items() for v in names])
def test_every_variant_draws_faithfully_to_its_palette(setting: str, variant: str) -> None:
    scene = Scene.model_validate({"setting": setting, "variant": variant, "title": "Somewhere"})
    drawing = draw(scene, PALETTE, seed=5, width=256, height=256)
    assert score_palette(drawing.png, PALETTE).score >= 85


@pytest.mark.parametrize("time", ["dawn", "day", "golden", "sunset", "night"])
@pytest.mark.parametrize("weather", ["clear", "cloudy", "mist", "rain", "snow"])
def test_every_hour_and_weather_draws(time: str, weather: str) -> None:
    scene = Scene.model_validate({"setting": "lake", "time": time, "weather": weather, "season": "winter"})
    assert sketch(scene).width == 160


@pytest.mark.parametrize("kind", sorted(ELEMENTS))
def test_every_element_finds_a_place_in_wet_and_in_dry_settings(kind: str) -> None:
    for setting in ("seaside", "desert"):
        drawing = sketch(Scene.model_validate({"setting": setting, "elements": [{"kind": kind}]}), size=96)
        assert "no_room" not in {notice.code for notice in drawing.notices}


@pytest.mark.parametrize(
    "palette", [("#336699",), ("#ff0000", "#00ff00"), ("#808080",) * 3, PALETTE * 2 + ("#123456",) * 4]
)
def test_a_palette_of_one_to_sixteen_colors_draws(palette: tuple[str, ...]) -> None:
    assert sketch(Scene(title="One"), palette=palette).png.startswith(b"\x89PNG")


def test_no_color_too_many_colors_and_wild_sizes_are_refused() -> None:
    with pytest.raises(ValueError, match="1 to 16 colors, not 0"):
        draw(Scene(), (), seed=1, width=100, height=100)
    with pytest.raises(ValueError, match="1 to 16 colors, not 17"):
        draw(Scene(), PALETTE * 2 + PALETTE[:5], seed=1, width=100, height=100)
    with pytest.raises(ValueError, match="64 to 2048"):
        draw(Scene(), PALETTE, seed=1, width=4096, height=100)


def test_the_same_scene_palette_seed_and_size_give_the_same_bytes() -> None:
    first = draw(NIGHT_LAKE, PALETTE, seed=9, width=200, height=240)
    again = draw(NIGHT_LAKE, PALETTE, seed=9, width=200, height=240)
    assert first.png == again.png
    assert first.svg == again.svg
    assert draw(NIGHT_LAKE, PALETTE, seed=10, width=200, height=240).png != first.png


@pytest.mark.parametrize(("setting", "variant"), [("lake", "alpine"), ("city", "riverside"), ("seaside", "cliff")])
def test_adding_a_boat_changes_only_the_water_around_it(setting: str, variant: str) -> None:
    scene = Scene.model_validate({"setting": setting, "variant": variant, "elements": [{"kind": "person", "count": 2}]})
    more = scene.model_copy(update={"elements": (*scene.elements, Element(kind="boat"))})
    before, after = (draw(s, PALETTE, seed=3, width=320, height=320) for s in (scene, more))
    where = changed(before, after)
    rows, columns = np.nonzero(where)
    assert 0 < where.mean() < 0.02
    assert np.ptp(rows) < 80
    assert np.ptp(columns) < 110


def test_removing_people_changes_only_where_they_stood() -> None:
    alone = NIGHT_LAKE.model_copy(update={"elements": NIGHT_LAKE.elements[:1], "without": ("person", "child")})
    where = changed(*(draw(s, PALETTE, seed=3, width=320, height=320) for s in (NIGHT_LAKE, alone)))
    assert 0 < where.mean() < 0.03


def test_what_was_removed_is_not_drawn_even_as_the_settings_own() -> None:
    cliff = Scene(setting="seaside", variant="cliff")
    without = cliff.model_copy(update={"without": ("lighthouse", "house", "sailboat", "bird", "sun", "cloud")})
    names = sketch(without).svg
    assert "lighthouse-own" in sketch(cliff).svg
    assert not any(f'id="{name}' in names for name in ("lighthouse", "house", "sailboat", "birds", "sun", "clouds"))


def test_a_named_landmark_takes_the_place_of_the_settings_own() -> None:
    cliff = Scene(setting="seaside", variant="cliff", elements=(Element(kind="lighthouse", color="#3f8a4f"),))
    svg = sketch(cliff).svg
    assert 'id="lighthouse-0"' in svg
    assert "lighthouse-own" not in svg


def test_the_svg_shows_what_the_ungrained_png_shows() -> None:
    from wanderhue.tools.illustrator.draw import render

    drawing = sketch(NIGHT_LAKE)
    assert drawing.svg.count("<g id=") > 10
    assert np.array_equal(np.asarray(png.decode(render(drawing.svg))), pixels(drawing))


def test_the_metadata_holds_only_what_can_be_reproduced() -> None:
    facts = json.loads(png.facts_of(sketch(NIGHT_LAKE, seed=77).png) or "")
    assert facts == {
        "painter": f"illustrator {ILLUSTRATOR_VERSION}",
        "seed": 77,
        "palette": list(PALETTE),
        "scene": NIGHT_LAKE.model_dump(mode="json", exclude_defaults=True),
    }


def test_stand_ins_pools_and_letters_without_a_glyph_are_said() -> None:
    elements = (Element(kind="boat"), Element(kind="dog", asked_as="wolf"))
    drawing = sketch(Scene(setting="desert", elements=elements, title="Oasis \U0001f42b"))
    codes = {notice.code for notice in drawing.notices}
    assert codes == {"stand_in", "pond", "letters"}
    assert all("wolf" in text for notice in drawing.notices if notice.code == "stand_in" for text in notice[1:])


def test_progress_is_told_in_order() -> None:
    heard: list[tuple[str, float]] = []
    draw(Scene(), PALETTE, seed=1, width=96, height=96, progress=lambda stage, share: heard.append((stage, share)))
    assert [share for _, share in heard] == sorted(share for _, share in heard)
    assert heard[-1] == ("done", 1.0)


@pytest.mark.parametrize("size", [(160, 120), (101, 203), (96, 171), (150, 84)])
def test_the_picture_has_exactly_the_size_asked_for(size: tuple[int, int]) -> None:
    drawing = draw(Scene(title="Exact"), PALETTE, seed=1, width=size[0], height=size[1])
    assert (drawing.width, drawing.height) == size == Image.open(io.BytesIO(drawing.png)).size


@pytest.mark.parametrize(("aspect", "size"), [("1:1", (1024, 1024)), ("16:9", (1344, 756)), ("9:16", (756, 1344))])
def test_sizes_are_about_a_megapixel(aspect: str, size: tuple[int, int]) -> None:
    assert size_of(aspect) == size


def test_a_longest_side_is_kept_and_capped() -> None:
    assert size_of("4:3", 384) == (384, 288)
    assert size_of("9:16", 5000) == (1152, 2048)
    assert max(size_of("3:2")) < 1344


def test_a_subtle_variation_keeps_the_scene_and_a_strong_one_turns_it() -> None:
    same, seed = vary(NIGHT_LAKE, 5, strong=False)
    assert (same, seed) == (NIGHT_LAKE, vary(NIGHT_LAKE, 5, strong=False)[1])
    assert seed != 5
    other, fresh = vary(NIGHT_LAKE, 5, strong=True)
    assert other.mirror
    assert other.horizon != 0
    assert {element.kind for element in other.elements} == {"tent", "person"}
    assert vary(NIGHT_LAKE, 5, strong=True) == (other, fresh)


def test_the_default_seed_is_kept_by_edits_and_changes_with_the_version() -> None:
    edited = NIGHT_LAKE.model_copy(update={"elements": (), "time": "day"})
    assert default_seed(NIGHT_LAKE, 1) == default_seed(edited, 1) != default_seed(NIGHT_LAKE, 2)
