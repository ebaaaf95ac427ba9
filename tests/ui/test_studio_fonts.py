"""The studio's typefaces are whole, its own, and fetched in parts."""

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

FONTS = Path(__file__).parents[2] / "ui" / "studio" / "static" / "fonts"
CSS = (FONTS / "fonts.css").read_text(encoding="utf-8")
FACES = re.findall(r"font-family: '([^']+)'.*?url\('([^']+)'\).*?unicode-range: ([^;]+);", CSS, re.DOTALL)


def covered(ranges: str) -> set[int]:
    points: set[int] = set()
    for part in ranges.replace(" ", "").split(","):
        first, _, last = part.removeprefix("U+").partition("-")
        points.update(range(int(first, 16), int(last or first, 16) + 1))
    return points


def parts(family: str) -> list[tuple[str, set[int]]]:
    return [(url, covered(ranges)) for name, url, ranges in FACES if name == family]


def test_the_style_sheet_names_every_file_and_nothing_outside() -> None:
    named = {url for _, url, _ in FACES}
    assert named == {f"./{path.relative_to(FONTS).as_posix()}" for path in FONTS.rglob("*.woff2")}
    assert CSS.count("@font-face") == len(FACES) == CSS.count("url(") == CSS.count("font-display: swap")


def test_every_family_has_its_licence_beside_it() -> None:
    for family in {name for name, _, _ in FACES}:
        licence = FONTS / f"OFL-{family.lower().replace(' ', '-')}.txt"
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence.read_text(encoding="utf-8")


def test_every_syllable_has_a_part_and_a_sentence_needs_few_of_them() -> None:
    hangul = parts("Pretendard")
    assert set(range(0xAC00, 0xD7A4)) <= set().union(*(points for _, points in hangul))
    sentence = {ord(letter) for letter in "어디로 떠나고 싶으세요? 편하게 말해 주세요." if ord(letter) > 0x7F}
    assert sum(1 for _, points in hangul if points & sentence) < 20


@pytest.mark.parametrize("family", ["Bricolage Grotesque", "Hanken Grotesk", "Pretendard"])
def test_a_part_whose_range_has_a_letter_draws_it(family: str) -> None:
    wanted = {ord(letter) for letter in ("가각떠힣" if family == "Pretendard" else "AZaz09éœŁř€—“")}
    for url, points in parts(family):
        if wanted & points:
            with TTFont(FONTS / url) as font:
                wanted -= points & set(font.getBestCmap())
    assert not wanted


@pytest.mark.parametrize("family", ["Bricolage Grotesque", "Hanken Grotesk"])
def test_figures_stand_in_columns_by_default_or_on_demand(family: str) -> None:
    url = next(url for url, points in parts(family) if ord("0") in points)
    with TTFont(FONTS / url) as font:
        letters = font.getBestCmap()
        alike = len({font["hmtx"][letters[ord(figure)]][0] for figure in "0123456789"}) == 1
        assert alike or "tnum" in {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
