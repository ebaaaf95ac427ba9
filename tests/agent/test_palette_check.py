import coloraide
import pytest

from wanderhue.agent.color_vision import MACHADO, confused_pairs, simulate
from wanderhue.agent.contrast import best_pair, contrast
from wanderhue.agent.oklab import hex_to_oklab
from wanderhue.agent.palette import Palette
from wanderhue.agent.palette_check import check_palette

GOOD = Palette.parse("#22223b #4a6d7c #c9a690 #c8402f #f2e9e4")


def kinds(palette: Palette, level: str) -> set[str]:
    return {finding.kind for finding in check_palette(palette).findings if finding.level == level}


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == 1


def test_the_best_pair_is_found_dark_first() -> None:
    pair = best_pair(GOOD)
    assert pair is not None
    assert (pair.dark, pair.light) == ("#22223b", "#f2e9e4")
    assert best_pair(Palette.parse("red")) is None


@pytest.mark.parametrize(
    ("kind", "theirs"), [("protanopia", "protan"), ("deuteranopia", "deutan"), ("tritanopia", "tritan")]
)
def test_color_vision_agrees_with_coloraide(kind: str, theirs: str) -> None:
    judge = coloraide.Color("#b5573f").filter(theirs, 1, method="machado").convert("oklab").coords()
    known = next(one for one in MACHADO if one == kind)
    assert simulate(hex_to_oklab(["#b5573f"])[0], known) == pytest.approx(judge, abs=1e-4)


def test_red_and_green_of_one_lightness_are_confused_by_some() -> None:
    pairs = confused_pairs(["#b05040", "#7a7a2e", "#10203a"])
    assert {pair.kind for pair in pairs} & {"protanopia", "deuteranopia"}
    assert all({pair.first, pair.second} == {"#b05040", "#7a7a2e"} for pair in pairs)


def test_a_good_palette_has_no_problem() -> None:
    report = check_palette(GOOD)
    assert report.ok
    assert {"contrast", "accents"} <= kinds(GOOD, "good")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("#777777 #7a7a7a #111111 #f5f5f5", "lookalike"),
        ("#777777 #a08080 #80a080", "contrast"),
        ("#b05040 #7a7a2e #10203a #f5f5f5", "vision"),
    ],
)
def test_problems_are_found(text: str, kind: str) -> None:
    assert kind in kinds(Palette.parse(text), "problem")


def test_missing_ends_doubles_and_quiet_palettes_are_noted() -> None:
    assert {"duplicate", "span", "dark", "light", "accents"} <= kinds(Palette.parse("#808080 #909090 #808080"), "note")


def test_findings_are_sentences_in_both_languages_and_json() -> None:
    report = check_palette(Palette.parse("#777 #7a7a7a red red"))
    for finding in report.findings:
        assert finding.sentence("en").endswith(".")
        assert finding.sentence("ko").endswith(".")
    assert report.to_json("ko")["findings"][0]["text"] == report.findings[0].ko
    assert report.findings[0].level == "problem"


def test_one_color_can_be_checked() -> None:
    assert check_palette(Palette.parse("red")).contrast is None
