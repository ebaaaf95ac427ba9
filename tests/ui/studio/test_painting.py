"""How far a picture is: percent, time left and steps, from what a run tells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wanderhue.graphs.view import View
from wanderhue.ui.studio.painting import Progress, painting, sketch_of
from wanderhue.ui.studio.screen import Wish
from wanderhue.ui.studio.strings import text

STAGES = ("", "recommend", "expand", "paint", "wait", "upscale", "inspect", "recolor")


@pytest.mark.parametrize(
    ("stage", "fraction", "percent"),
    [
        ("", 0.0, 3),
        ("recommend", 0.9, 3),
        ("expand", 1.0, 3),
        ("paint", 0.0, 5),
        ("paint", 0.5, 48),
        ("paint", 1.0, 92),
        ("inspect", 0.0, 92),
        ("inspect", 1.0, 98),
        ("recolor", 1.0, 98),
    ],
)
def test_the_whole_run_is_counted_in_percent(stage: str, fraction: float, percent: int) -> None:
    assert Progress(stage, fraction).percent() == percent


@given(st.sampled_from(STAGES), st.floats(0, 1), st.floats(0, 1))
def test_percent_never_reaches_a_hundred_nor_falls_within_a_stage(stage: str, one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0 <= Progress(stage, low).percent() <= Progress(stage, high).percent() < 100


def test_time_left_is_told_once_it_is_more_than_a_guess() -> None:
    assert Progress("paint", 0.05, 10).left() is None
    assert Progress("expand", 0.9, 10).left() is None
    assert Progress("inspect", 0.9, 10).left() is None
    assert Progress("paint", 0.25, 12, {"expand": 1, "paint": 2}).left() == pytest.approx(30)
    assert Progress("paint", 1.0, 12, {"paint": 2}).left() == 0


@given(st.sampled_from(STAGES), st.floats(0, 1), st.floats(0, 1000), st.dictionaries(st.sampled_from(STAGES), st.floats(0, 1000)))  # fmt: skip  # noqa: E501
def test_time_left_is_never_less_than_nothing(stage: str, fraction: float, seconds: float, times: dict[str, float]) -> None:  # fmt: skip  # noqa: E501
    left = Progress(stage, fraction, seconds, times).left()
    assert left is None or left >= 0


def steps(progress: Progress) -> list[tuple[str, str]]:
    shown = painting(View("t", "review"), Wish(paints=True), progress, 0.0, lang="en")
    return [(step["state"], step["text"]) for step in shown["steps"]]


def test_the_steps_follow_the_run() -> None:
    names = [text(f"step_{name}", "en") for name in ("understand", "expand", "paint", "inspect")]
    for stage, now in (("expand", 1), ("paint", 2), ("inspect", 3)):
        found = steps(Progress(stage, 0.5))
        assert [name for _, name in found] == names
        assert [state for state, _ in found] == ["done"] * now + ["now"] + ["next"] * (3 - now)


def test_a_picture_that_is_bent_to_its_colors_has_a_step_for_it() -> None:
    found = steps(Progress("recolor", 0.5, 9, {"paint": 1, "inspect": 7, "recolor": 8}))
    assert found[-1] == ("now", text("step_recolor", "en"))


def test_the_sketch_of_another_option_has_another_address() -> None:
    def address(title: str, color: str = "#112233") -> str:
        return sketch_of({"title": title, "palette": [{"hex": color}]}, 1, "t")

    assert address("a") == address("a")
    assert len({address("a"), address("b"), address("a", "#445566")}) == 3
