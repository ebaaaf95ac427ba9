"""Is a palette good to draw and read with? Findings as data, each with a plain sentence in both languages.

Thresholds are rules of thumb for posters: a dark ink and a light paper, one or two accents, colors that differ for
everybody.
"""

from dataclasses import dataclass
from itertools import combinations
from typing import Any, Literal

import numpy as np

from wanderhue.agent.color_vision import Deficiency, confused_pairs
from wanderhue.agent.contrast import READABLE, ContrastPair, best_pair
from wanderhue.agent.oklab import distance, oklab_to_oklch
from wanderhue.agent.palette import Palette

Level = Literal["good", "note", "problem"]

LOOKALIKE = 0.06
_DARK, _LIGHT, _SPAN, _ACCENT = 0.38, 0.90, 0.55, 0.12
_SEEN_KO: dict[Deficiency, str] = {"protanopia": "적색맹", "deuteranopia": "녹색맹", "tritanopia": "청색맹"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing about a palette."""

    kind: Literal["duplicate", "lookalike", "vision", "contrast", "span", "dark", "light", "accents"]
    level: Level
    en: str
    ko: str
    colors: tuple[str, ...] = ()
    value: float = 0.0
    """The measured number: deltaEOK2, a contrast ratio, a span of L, a count."""

    def sentence(self, lang: str = "en") -> str:
        """The finding in 'en' or 'ko'."""
        return self.ko if lang == "ko" else self.en


@dataclass(frozen=True, slots=True)
class PaletteReport:
    """All findings, problems first."""

    palette: Palette
    findings: tuple[Finding, ...]
    contrast: ContrastPair | None
    """The best pair for a title on its paper."""

    @property
    def ok(self) -> bool:
        """True when nothing is a problem (notes may remain)."""
        return all(finding.level != "problem" for finding in self.findings)

    def to_json(self, lang: str = "en") -> dict[str, Any]:
        """Plain JSON with the sentences in `lang`."""
        pair = self.contrast
        return {
            "ok": self.ok,
            "palette": self.palette.to_json(lang),
            "contrast": pair and {"dark": pair.dark, "light": pair.light, "ratio": round(pair.ratio, 2)},
            "findings": [
                {
                    "kind": finding.kind,
                    "level": finding.level,
                    "colors": list(finding.colors),
                    "value": round(finding.value, 3),
                    "text": finding.sentence(lang),
                }
                for finding in self.findings
            ],
        }


def check_palette(palette: Palette) -> PaletteReport:
    """Check a palette: doubles, lookalikes, color vision, contrast, lightness span, dark, light and accents."""
    pair = best_pair(palette)
    findings = [*_doubles(palette), *_lookalikes(palette), *_vision(palette), _contrast(palette, pair)]
    findings += [*_lightness(palette), _accents(palette)]
    order: dict[Level, int] = {"problem": 0, "note": 1, "good": 2}
    return PaletteReport(palette, tuple(sorted(findings, key=lambda finding: order[finding.level])), pair)


def _both(palette: Palette, one: str, other: str, lang: str) -> str:
    names = [palette[palette.hexes.index(color)].name(lang) for color in (one, other)]
    if names[0] == names[1]:
        names = [f"{names[0]} {one}", f"{names[1]} {other}"]
    return f"{names[0]}, {names[1]} 두 색은" if lang == "ko" else f"{names[0]} and {names[1]}"


def _doubles(palette: Palette) -> list[Finding]:
    found = []
    for color in palette.duplicates:
        en, ko = f"{color} is there more than once.", f"{color} 색이 두 번 이상 들어 있어요."
        found.append(Finding("duplicate", "note", en, ko, (color,)))
    return found


def _lookalikes(palette: Palette) -> list[Finding]:
    found = []
    for one, other in combinations(dict.fromkeys(palette.hexes), 2):
        apart = float(distance(*Palette.from_hex([one, other]).oklab()))
        if apart < LOOKALIKE:
            en = f"{_both(palette, one, other, 'en')} look almost the same; one of them is enough."
            ko = f"{_both(palette, one, other, 'ko')} 거의 같아 보여요. 하나면 충분해요."
            found.append(Finding("lookalike", "problem", en, ko, (one, other), apart))
    return found


def _vision(palette: Palette) -> list[Finding]:
    found = []
    for pair in confused_pairs(tuple(dict.fromkeys(palette.hexes))):
        both_en, both_ko = (_both(palette, pair.first, pair.second, lang) for lang in ("en", "ko"))
        how_en = "look the same" if pair.alike else "are hard to tell apart"
        how_ko = "같은 색으로 보여요" if pair.alike else "구별하기 어려워요"
        en = f"{both_en} {how_en} with {pair.kind}; keep them apart by lightness or an outline."
        ko = f"{both_ko} {_SEEN_KO[pair.kind]}이 있으면 {how_ko}. 밝기나 윤곽선으로 나눠 주면 좋아요."
        level: Level = "problem" if pair.alike else "note"
        found.append(Finding("vision", level, en, ko, (pair.first, pair.second), pair.distance))
    return found


def _contrast(palette: Palette, pair: ContrastPair | None) -> Finding:
    if pair is None:
        return Finding("contrast", "note", "One color alone has no contrast.", "한 가지 색만으로는 대비가 없어요.")
    both_en, both_ko = (_both(palette, pair.dark, pair.light, lang) for lang in ("en", "ko"))
    colors = (pair.dark, pair.light)
    if pair.ratio >= READABLE:
        en = f"A title reads well: {both_en} have a contrast of {pair.ratio:.1f} to 1."
        ko = f"글씨가 잘 읽혀요. {both_ko} 대비가 {pair.ratio:.1f} 대 1이에요."
        return Finding("contrast", "good", en, ko, colors, pair.ratio)
    en = f"No pair is strong enough for a title: {both_en} reach {pair.ratio:.1f} to 1, short of 4.5. Add a dark color."
    ko = f"{both_ko} 대비가 {pair.ratio:.1f} 대 1이라 글씨가 또렷하지 않아요. 4.5는 되도록 더 어두운 색을 더해 보세요."
    return Finding("contrast", "problem", en, ko, colors, pair.ratio)


def _lightness(palette: Palette) -> list[Finding]:
    light = palette.oklab()[:, 0]
    span = float(np.ptp(light))
    found = []
    if span < _SPAN:
        en = "The colors are close in lightness, so shapes will blend; add something darker or lighter."
        ko = "색들의 밝기가 비슷해서 형태가 섞여 보일 수 있어요. 더 어둡거나 밝은 색을 더해 보세요."
        found.append(Finding("span", "note", en, ko, value=span))
    if light.min() >= _DARK:
        en, ko = "There is no dark color for lines and letters.", "선과 글씨에 쓸 어두운 색이 없어요."
        found.append(Finding("dark", "note", en, ko, value=float(light.min())))
    if light.max() <= _LIGHT:
        en, ko = "There is no light color for paper and highlights.", "바탕과 하이라이트에 쓸 밝은 색이 없어요."
        found.append(Finding("light", "note", en, ko, value=float(light.max())))
    return found


def _accents(palette: Palette) -> Finding:
    chroma = oklab_to_oklch(palette.oklab())[:, 1]
    accents = tuple(color for color, strong in zip(palette.hexes, chroma > _ACCENT, strict=True) if strong)
    count = len(accents)
    if not accents:
        return Finding(
            "accents",
            "note",
            "There is no strong accent; the mood will be quiet.",
            "강한 포인트 색이 없어서 차분한 분위기가 돼요.",
        )
    if count > max(2, len(palette) // 2):
        en, ko = (
            f"{count} colors are strong accents; they may compete.",
            f"강한 색이 {count}가지라 서로 부딪힐 수 있어요.",
        )
        return Finding("accents", "note", en, ko, accents, count)
    en = "One strong accent leads the eye." if count == 1 else f"{count} strong accents lead the eye."
    ko = f"강한 포인트 색 {count}가지가 시선을 잡아 줘요."
    return Finding("accents", "good", en, ko, accents, count)
