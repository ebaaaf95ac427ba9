import json
from pathlib import Path

from tests.ui.terminal import stripes, wanderhue
from wanderhue.agent.scene import Scene
from wanderhue.tools.illustrator.png import with_facts

COLORS = ("#1d3557", "#e63946", "#f1faee")


def test_a_picture_of_ours_tells_scene_seed_palette_and_painter(tmp_path: Path) -> None:
    from wanderhue.tools.illustrator.draw import draw

    file = tmp_path / "ours.png"
    file.write_bytes(draw(Scene(setting="lake", title="Lake"), COLORS, seed=7, width=128, height=96, sketch=True).png)
    found = json.loads(wanderhue("inspect", str(file), "--json").stdout)
    assert found["facts"]["seed"] == 7
    assert found["facts"]["palette"] == list(COLORS)
    assert found["facts"]["scene"]["setting"] == "lake"
    assert found["facts"]["painter"].startswith("illustrator")
    assert found["palette_score"]["score"] > 0
    said = wanderhue("inspect", str(file)).stdout
    assert "128 x 96 px" in said
    assert "Colors that were asked for" in said


def test_a_stranger_is_only_measured_and_said_to_be_one(tmp_path: Path) -> None:
    file = stripes(tmp_path / "a.jpg", COLORS)
    found = json.loads(wanderhue("inspect", str(file), "--json").stdout)
    assert found["facts"] is None
    assert found["palette_score"] is None
    assert found["measured"]
    assert "Nothing in this file says" in wanderhue("inspect", str(file)).stdout


def test_forged_facts_are_shown_as_data_and_never_as_control_codes(tmp_path: Path) -> None:
    plain = stripes(tmp_path / "a.png", COLORS).read_bytes()
    for facts in (
        '{"palette": ["nope", 3], "seed": "\\u001b[31mred", "scene": "[bold]x"}',
        "[1]",
        "not json",
        "[" * 100_000,
    ):
        file = tmp_path / "forged.png"
        file.write_bytes(with_facts(plain, facts))
        result = wanderhue("inspect", str(file))
        assert result.exit_code == 0
        assert "\x1b" not in result.stdout
    assert json.loads(wanderhue("inspect", str(file), "--json").stdout)["facts"] is None


def test_what_is_no_picture_is_a_typed_failure(tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    file.write_bytes(b"not a picture")
    assert wanderhue("inspect", str(file)).exit_code == 1
