import json
from pathlib import Path

import pytest

from tests.ui.terminal import pixels, wanderhue


def test_a_sentence_becomes_a_picture_with_the_wished_palette_size_and_seed(tmp_path: Path) -> None:
    out = tmp_path / "deep" / "boat.png"
    result = wanderhue(
        *("draw", "a red boat on a lake at night", "-p", "#112233 red cream", "--size", "320x240", "--seed", "5"),
        *("--style", "flat", "-o", str(out), "--json"),
    )
    found = json.loads(result.stdout)
    assert result.exit_code == 0
    assert pixels(out) == (320, 240)
    assert found["path"] == str(out)
    assert found["image"]["seed"] == 5
    assert found["image"]["brief"]["scene"]["style"] == "flat"
    assert [color["hex"] for color in found["image"]["brief"]["palette"]] == ["#112233", "#ff0000", "#f5ead0"]
    assert json.loads(wanderhue("inspect", str(out), "--json").stdout)["facts"]["seed"] == 5


def test_the_same_words_and_seed_give_the_same_file(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a.png", "b.png")]
    for file in files:
        assert (
            wanderhue("draw", "a boat", "--size", "200", "--aspect", "1:1", "--seed", "3", "-o", str(file)).exit_code
            == 0
        )
    assert files[0].read_bytes() == files[1].read_bytes()
    assert pixels(files[0]) == (200, 200)


def test_korean_words_get_korean_answers_and_the_way_to_go_on(tmp_path: Path) -> None:
    said = wanderhue("draw", "호수의", "빨간", "배", "--size", "200", "-o", str(tmp_path / "a.jpg")).stdout
    assert "말로 고치려면: wanderhue chat --resume" in said
    assert (tmp_path / "a.jpg").read_bytes().startswith(b"\xff\xd8")


def test_a_refused_sentence_ends_with_three_and_paints_nothing(tmp_path: Path) -> None:
    out = tmp_path / "a.png"
    result = wanderhue("draw", "a nude woman", "-o", str(out), "--json")
    assert result.exit_code == 3
    assert json.loads(result.stdout)["error"]["code"] == "refused"
    assert not out.exists()


@pytest.mark.parametrize(
    "how",
    [
        ("--size", "5"),
        ("--size", "big"),
        ("--size", "2000x100"),
        ("--aspect", "5:1"),
        ("--seed", "-1"),
        ("--style", "oil"),
    ],
)
def test_options_out_of_range_are_mistakes_of_usage(how: tuple[str, str]) -> None:
    assert wanderhue("draw", "a boat", *how).exit_code == 2


def test_a_preview_asks_first_and_no_paints_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("WANDERHUE_PREVIEW", "1")
    out = tmp_path / "a.png"
    assert wanderhue("draw", "a boat", "--size", "200", "-o", str(out), said="n\n").exit_code == 1
    assert not out.exists()
    assert wanderhue("draw", "a boat", "--size", "200", "-o", str(out), "--yes").exit_code == 0
    assert out.exists()
