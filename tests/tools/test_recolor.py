from itertools import permutations
from statistics import mean

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PIL import Image, ImageDraw
from skimage import data
from skimage.metrics import structural_similarity

from wanderhue import Palette, recolor, score_palette
from wanderhue.agent.ciede2000 import ciede2000, oklab_to_cielab
from wanderhue.agent.errors import BadInput, BadPicture
from wanderhue.agent.oklab import srgb_to_oklab
from wanderhue.tools.extract import extract
from wanderhue.tools.recolor_plan import assign
from wanderhue.tools.similarity import ssim

PALETTES = {
    "kyoto": "#22223b #4a6d7c #c9a690 #c8402f #f2e9e4",
    "sahara": "#264653 #2a9d8f #e9c46a #f4a261 #e76f51",
    "lavender": "#2f2a4a #6d5ba6 #b9a7de #f2c14e #f7f0e0",
    "sea": "#0b2545 #13315c #8da9c4 #eef4ed #ff6b4a",
    "forest": "#1b3022 #3d6b4f #a7c4a0 #d98e3f #f4ead5",
    "paris": "#2e3447 #7a8fb0 #d9a5a0 #c8553d #f3e9d8",
}


def photo(name: str, size: int = 256) -> Image.Image:
    image = Image.fromarray(getattr(data, name)())
    side = min(image.size)
    left, top = (image.width - side) // 2, (image.height - side) // 2
    return image.crop((left, top, left + side, top + side)).resize((size, size), Image.Resampling.LANCZOS)


def lightness(image: Image.Image) -> np.ndarray:
    return srgb_to_oklab(np.asarray(image.convert("RGB")))[..., 0]


def reference_ssim(one: np.ndarray, other: np.ndarray) -> float:
    return float(structural_similarity(one, other, data_range=1.0))  # type: ignore[no-untyped-call]  # it has no types


def scene(size: int = 200) -> Image.Image:
    """A soft sky over a hill with a sun: enough structure to repair."""
    ramp = np.linspace(0, 1, size)[:, None, None]
    sky = (np.array([90, 140, 210]) * (1 - ramp) + np.array([240, 220, 190]) * ramp) * np.ones((1, size, 1))
    image = Image.fromarray(sky.astype(np.uint8))
    draw = ImageDraw.Draw(image)
    draw.ellipse((-40, 120, 160, 320), fill=(70, 110, 60))
    draw.ellipse((140, 30, 170, 60), fill=(250, 200, 80))
    return image


def test_photos_come_much_closer_to_a_palette_and_keep_their_light() -> None:
    before, after, kept, far = [], [], [], []
    for name in ("astronaut", "chelsea", "coffee", "rocket"):
        image = photo(name)
        for text in PALETTES.values():
            done = recolor(image, text)
            before.append(done.before.score)
            after.append(done.after.score)
            kept.append(reference_ssim(lightness(image), lightness(done.image)))
            far.append(done.before.mean_de00 - done.after.mean_de00)
    assert 48 < mean(before) < 68
    assert mean(after) > 78
    assert min(np.subtract(after, before)) > 5
    assert mean(kept) > 0.95
    assert min(kept) > 0.90
    assert mean(far) > 5  # the standard's own distance, which the repair does not optimise


def test_the_score_tells_a_photo_s_own_colors_from_random_ones() -> None:
    rng = np.random.default_rng(0)
    own, unrelated = [], []
    for name in ("astronaut", "chelsea", "coffee", "rocket"):
        image = photo(name)
        own.append(score_palette(image, extract(image, 6)).score)
        palettes = rng.integers(0, 256, (10, 5, 3)).tolist()
        unrelated += [score_palette(image, palette).score for palette in palettes]
    assert min(own) > 85
    assert mean(unrelated) < 40


def test_the_reported_scores_are_those_of_the_pictures() -> None:
    done = recolor(scene(), PALETTES["kyoto"])
    assert done.changed
    assert done.before.score == score_palette(scene(), PALETTES["kyoto"]).score
    assert done.after.score == score_palette(done.image, PALETTES["kyoto"]).score
    assert done.after.score > done.before.score
    assert done.similarity >= 0.93


def test_the_same_repair_gives_the_same_pixels() -> None:
    assert recolor(scene(), PALETTES["sea"]).image.tobytes() == recolor(scene(), PALETTES["sea"]).image.tobytes()


def test_a_picture_that_is_on_the_palette_stays_as_it_is() -> None:
    image = Image.new("RGB", (64, 64), "#1b3022")
    done = recolor(image, "#1b3022")
    assert not done.changed
    assert done.image.tobytes() == image.tobytes()
    assert done.after == done.before
    assert "stays" in done.sentence("en")
    assert done.sentence("ko").endswith("뒀어요.")


def test_colors_without_a_place_are_named() -> None:
    done = recolor(Image.new("RGB", (64, 64), "#556677"), "#556688 #ff0044")
    assert done.could_not_place == ("#ff0044",)
    assert done.to_json()["could_not_place"] == ["#ff0044"]
    assert "There was no place for" in done.sentence("en")


def test_strength_scales_the_repair() -> None:
    image, goal = scene(), PALETTES["lavender"]
    shifts = [
        float(np.abs(np.asarray(recolor(image, goal, strength=part).image, int) - np.asarray(image, int)).mean())
        for part in (0.0, 0.3, 1.0)
    ]
    assert shifts[0] == 0 < shifts[1] < shifts[2]


@pytest.mark.parametrize("strength", [-0.1, 1.1, float("nan")])
def test_strength_outside_0_to_1_is_refused(strength: float) -> None:
    with pytest.raises(BadInput, match="strength"):
        recolor(scene(), "red", strength=strength)


def test_outside_the_mask_every_pixel_stays() -> None:
    image = scene()
    mask = np.zeros((200, 200), bool)
    mask[100:, :120] = True
    done = recolor(image, PALETTES["kyoto"], mask=mask)
    changed = (np.asarray(done.image) != np.asarray(image)).any(axis=2)
    assert done.changed
    assert not changed[~mask].any()
    assert changed[mask].mean() > 0.6


def test_a_mask_may_be_a_picture_painted_or_transparent() -> None:
    white = Image.new("L", (200, 200), 0)
    ImageDraw.Draw(white).rectangle((0, 100, 199, 199), fill=255)
    painted = Image.new("RGBA", (200, 200), (0, 0, 0, 0))
    ImageDraw.Draw(painted).rectangle((0, 100, 199, 199), fill=(255, 0, 0, 255))
    one, other = (recolor(scene(), PALETTES["sea"], mask=mask) for mask in (white, painted))
    assert one.image.tobytes() == other.image.tobytes()


def test_a_full_mask_is_no_mask() -> None:
    full = recolor(scene(), PALETTES["sea"], mask=np.ones((200, 200), bool))
    assert full.image.tobytes() == recolor(scene(), PALETTES["sea"]).image.tobytes()


def test_a_mask_of_another_size_or_with_nothing_in_it_is_refused() -> None:
    with pytest.raises(BadPicture, match="100 x 100"):
        recolor(scene(), "red", mask=np.ones((100, 100), bool))
    with pytest.raises(BadInput, match="empty"):
        recolor(scene(), "red", mask=np.zeros((200, 200), bool))


def test_transparency_is_kept() -> None:
    image = scene().convert("RGBA")
    image.putalpha(Image.linear_gradient("L").resize(image.size))
    done = recolor(image, PALETTES["forest"])
    assert done.image.mode == "RGBA"
    assert done.image.getchannel("A").tobytes() == image.getchannel("A").tobytes()


@settings(max_examples=15, deadline=None)
@given(
    arrays(np.uint8, (3, 3, 3)),
    st.lists(st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}"), min_size=1, max_size=16),
)
def test_a_repair_never_scores_worse(pixels: np.ndarray, palette: list[str]) -> None:
    image = Image.fromarray(pixels).resize((48, 48), Image.Resampling.BICUBIC)
    done = recolor(image, palette)
    assert done.after.score >= done.before.score
    assert done.image.size == image.size


@settings(max_examples=60)
@given(st.integers(1, 5), st.integers(0, 2), st.integers(0, 10_000))
def test_the_assignment_is_the_cheapest_of_all(rows: int, spare: int, seed: int) -> None:
    cost = np.random.default_rng(seed).random((rows, rows + spare))
    chosen = assign(cost)
    assert len(set(chosen.tolist())) == rows
    cheapest = min(cost[range(rows), list(order)].sum() for order in permutations(range(rows + spare), rows))
    assert cost[range(rows), chosen].sum() == pytest.approx(cheapest)


def test_ssim_agrees_with_scikit_image() -> None:
    one = lightness(photo("astronaut", 128))
    other = np.clip(one + np.random.default_rng(0).normal(0, 0.05, one.shape), 0, 1).astype(np.float32)
    assert ssim(one, one) == pytest.approx(1)
    assert ssim(one, other) == pytest.approx(reference_ssim(one, other), abs=2e-3)


def test_tiny_pictures_can_be_repaired() -> None:
    for size in ((1, 1), (3, 5), (1, 40)):
        assert recolor(Image.new("RGB", size, "#88aa66"), Palette.parse("navy terracotta")).image.size == size


def test_more_of_the_area_lies_near_the_palette_by_the_standard_distance() -> None:
    image, goal = photo("coffee"), Palette.parse(PALETTES["sea"])
    targets = oklab_to_cielab(goal.oklab())

    def near(picture: Image.Image) -> float:
        lab = oklab_to_cielab(srgb_to_oklab(np.asarray(picture.resize((64, 64)))).reshape(-1, 3))
        return float((ciede2000(lab[:, None], targets[None]).min(axis=1) < 10).mean())

    assert near(recolor(image, goal).image) > near(image) + 0.15
