import json
from pathlib import Path

import pytest

from tests.ui.terminal import pixels, stripes, wanderhue

COLORS = ("#1d3557", "#e63946", "#f1faee")


def test_a_picture_of_its_own_colors_scores_high(tmp_path: Path) -> None:
    picture = stripes(tmp_path / "a.png", COLORS)
    found = json.loads(wanderhue("palette", "score", str(picture), *COLORS, "--json").stdout)
    assert found["score"] > 95
    assert [color["hex"] for color in found["colors"]] == list(COLORS)


def test_colors_can_be_given_as_an_option_and_as_names(tmp_path: Path) -> None:
    picture = stripes(tmp_path / "a.png", ("#ff0000", "#000080"))
    result = wanderhue("palette", "score", str(picture), "-p", "red navy")
    assert result.exit_code == 0
    assert "red" in result.stdout
    assert "Fidelity" in result.stdout


def test_plain_output_has_no_control_codes_and_no_filling_blanks(tmp_path: Path) -> None:
    out = wanderhue("palette", "score", str(stripes(tmp_path / "a.png", COLORS)), *COLORS).stdout
    assert "\x1b" not in out
    assert out.splitlines() == [line.rstrip() for line in out.splitlines()]


@pytest.mark.parametrize("form", ["json", "css", "gpl", "text"])
def test_an_extracted_palette_can_be_read_back(tmp_path: Path, form: str) -> None:
    picture = stripes(tmp_path / "a.png", COLORS)
    written = wanderhue("palette", "extract", str(picture), "-n", "3", "--as", form)
    file = tmp_path / f"p.{'txt' if form == 'text' else form}"
    file.write_text(written.stdout, encoding="utf-8")
    if form == "text":
        file.write_text("\n".join(line.split()[0] for line in written.stdout.splitlines()), encoding="utf-8")
    found = json.loads(wanderhue("palette", "score", str(picture), str(file), "--json").stdout)
    assert {color["hex"] for color in found["colors"]} == set(COLORS)


@pytest.mark.parametrize("form", ["json", "css", "gpl", "ase"])
def test_an_extracted_palette_goes_into_a_file_whose_name_says_how(tmp_path: Path, form: str) -> None:
    picture, file = stripes(tmp_path / "a.png", COLORS), tmp_path / "new" / f"p.{form.upper()}"
    result = wanderhue("palette", "extract", str(picture), "-n", "3", "-o", str(file))
    assert result.exit_code == 0
    assert file.name in result.stdout
    found = json.loads(wanderhue("palette", "score", str(picture), str(file), "--json").stdout)
    assert {color["hex"] for color in found["colors"]} == set(COLORS)
    said = json.loads(wanderhue("palette", "extract", str(picture), "-n", "3", "-o", str(file), "--json").stdout)
    assert said["path"] == str(file)
    assert len(said["palette"]) == 3


def test_swatches_on_standard_output_are_the_files_bytes(tmp_path: Path) -> None:
    picture = stripes(tmp_path / "a.png", COLORS)
    assert wanderhue("palette", "extract", str(picture), "-o", str(tmp_path / "p.ase")).exit_code == 0
    result = wanderhue("palette", "extract", str(picture), "--as", "ase")
    assert result.stdout_bytes == (tmp_path / "p.ase").read_bytes()


def test_a_palette_file_needs_a_name_that_says_how(tmp_path: Path) -> None:
    picture = stripes(tmp_path / "a.png", COLORS)
    for name in ("p.txt", "p"):
        result = wanderhue("palette", "extract", str(picture), "-o", str(tmp_path / name))
        assert result.exit_code == 2
        assert ".ase" in result.stderr
    assert wanderhue("palette", "extract", str(picture), "--as", "css", "-o", str(tmp_path / "p.txt")).exit_code == 0
    assert (tmp_path / "p.txt").read_text(encoding="utf-8").startswith(":root")


def test_a_repaired_picture_is_written_and_scores_better(tmp_path: Path) -> None:
    picture, out = stripes(tmp_path / "a.png", ("#20324f", "#b04040", "#dde6f0")), tmp_path / "new" / "b.png"
    found = json.loads(wanderhue("palette", "recolor", str(picture), *COLORS, "-o", str(out), "--json").stdout)
    assert found["after"]["score"] >= found["before"]["score"]
    assert found["path"] == str(out)
    assert pixels(out) == pixels(picture)


def test_a_repaired_picture_can_be_a_jpeg_but_not_a_text(tmp_path: Path) -> None:
    picture = stripes(tmp_path / "a.png", COLORS)
    assert wanderhue("palette", "recolor", str(picture), *COLORS, "-o", str(tmp_path / "b.jpg")).exit_code == 0
    result = wanderhue("palette", "recolor", str(picture), *COLORS, "-o", str(tmp_path / "b.txt"))
    assert result.exit_code == 1
    assert ".png" in result.stderr


def test_a_check_says_what_is_wrong_with_a_palette() -> None:
    found = json.loads(wanderhue("palette", "check", "#101010", "#111111", "--json").stdout)
    assert not found["ok"]
    assert {"lookalike", "contrast"} <= {finding["kind"] for finding in found["findings"]}
    assert "!" in wanderhue("palette", "check", "#101010", "#111111").stdout


def test_no_colors_is_a_mistake_of_usage() -> None:
    assert wanderhue("palette", "check").exit_code == 2


@pytest.mark.parametrize("content", ["nonsense", "{}", '{"palette": 3}', '["#zzz"]', "[" * 2000, "[]"])
def test_a_broken_palette_file_is_a_typed_failure(tmp_path: Path, content: str) -> None:
    file = tmp_path / "p.json"
    file.write_text(content, encoding="utf-8")
    result = wanderhue("palette", "check", str(file), "--json")
    assert result.exit_code == 1
    assert set(json.loads(result.stdout)["error"]) == {"code", "message"}


def test_a_picture_that_is_not_there_is_a_typed_failure(tmp_path: Path) -> None:
    result = wanderhue("--json", "palette", "score", str(tmp_path / "no.png"), "red")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["error"]["code"] == "bad_picture"
    assert "no.png" in result.stderr
