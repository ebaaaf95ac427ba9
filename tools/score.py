"""How faithfully a picture keeps to a palette: measured, never asked of a vision model.

    score = 100 * (0.60 * fidelity + 0.40 * coverage)

Fidelity is the share of the area that lies on the palette; a tint or shade of a palette color is almost on it, a
wrong hue is not. Coverage is how many of the palette's colors truly appear. Measured anchors: a poster drawn from
the palette about 88, a photo against six colors taken from itself 97, an unrelated random palette about 30. A
palette of near-black, cream and gray scores high on any photo, so both parts are always shown.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from wanderhue.agent.ciede2000 import ciede2000, oklab_to_cielab
from wanderhue.agent.color_names import plain_name
from wanderhue.agent.oklab import oklab_to_hex, oklab_to_srgb
from wanderhue.agent.palette import Palette
from wanderhue.tools.pixels import Picture, PictureSource, open_picture
from wanderhue.tools.signature import Signature, signature

Word = Literal["faithful", "good", "repair", "off"]
Floats = NDArray[np.float32]

_ON, _OFF = 0.03, 0.18  # the ramp's ends: fully on the palette, fully off it
_WORDS: dict[str, dict[Word, str]] = {
    "en": {"faithful": "faithful", "good": "good", "repair": "worth repairing", "off": "off the palette"},
    "ko": {"faithful": "아주 충실해요", "good": "좋아요", "repair": "색을 다듬으면 좋겠어요", "off": "팔레트와 달라요"},
}
_FROM: tuple[tuple[float, Word], ...] = ((85, "faithful"), (70, "good"), (55, "repair"))


@dataclass(frozen=True, slots=True)
class OffPalette:
    """The largest area that strays from the palette."""

    hex: str
    """Its mean color."""
    share: float
    """Of the picture's area, 0 to 1."""
    box: tuple[float, float, float, float]
    """Where it mostly is: left, top, right, bottom as shares of the width and height (the middle 90 %)."""

    def name(self, lang: str = "en") -> str:
        """The plain name of its color."""
        return plain_name(self.hex, lang)


@dataclass(frozen=True, slots=True)
class PaletteScore:
    """A measured picture: `score` 0 to 100, `fidelity` and `coverage` 0 to 1."""

    score: float
    fidelity: float
    coverage: float
    palette: Palette
    covered: tuple[float, ...]
    """For each color of the palette how fully it is there, 0 to 1."""
    worst: OffPalette | None
    """None where less than 1 % of the area strays."""
    mean_de00: float
    """Mean CIEDE2000 from the area to the nearest palette color, for experts."""
    got: tuple[str | None, ...]
    """For each color of the palette the mean, '#rrggbb', of the area that it became; None where it is `missing`."""
    apart: tuple[float | None, ...]
    """For each color CIEDE2000 from what was asked to what was got; None where it is `missing`."""

    @property
    def missing(self) -> tuple[str, ...]:
        """The palette's colors, '#rrggbb', that hardly appear (covered below 0.5)."""
        return tuple(color for color, part in zip(self.palette.hexes, self.covered, strict=True) if part < 0.5)

    @property
    def word(self) -> Word:
        """'faithful' from 85, 'good' from 70, 'repair' (worth it) from 55, else 'off'."""
        return (
            "faithful" if self.score >= 85 else "good" if self.score >= 70 else "repair" if self.score >= 55 else "off"
        )

    def sentence(self, lang: str = "en") -> str:
        """The result in one or two plain sentences."""
        names = ", ".join(dict.fromkeys(self._name(missing, lang) for missing in self.missing))
        said = _WORDS["ko" if lang == "ko" else "en"][self.word]
        if lang == "ko":
            text = f"팔레트 점수는 {self.score:.0f}점, {said}."
            return text + (f" 거의 보이지 않는 색: {names}." if names else "")
        text = f"Palette score {self.score:.0f}: {said}."
        return text + (f" Hardly there: {names}." if names else "")

    def _name(self, hex_color: str, lang: str) -> str:
        return self.palette[self.palette.hexes.index(hex_color)].name(lang)

    def to_json(self, lang: str = "en") -> dict[str, Any]:
        """Plain JSON, rounded for reading."""
        worst = self.worst
        return {
            "score": round(self.score, 1),
            "fidelity": round(self.fidelity, 4),
            "coverage": round(self.coverage, 4),
            "word": self.word,
            "mean_de00": round(self.mean_de00, 2),
            "colors": [
                {**color, "covered": round(part, 3), "got": got, "apart": apart if apart is None else round(apart, 1)}
                for color, part, got, apart in zip(
                    self.palette.to_json(lang), self.covered, self.got, self.apart, strict=True
                )
            ],
            "missing": list(self.missing),
            "worst": worst
            and {
                "hex": worst.hex,
                "name": worst.name(lang),
                "share": round(worst.share, 4),
                "box": [round(side, 3) for side in worst.box],
            },
        }


def score_palette(image: PictureSource | Picture, palette: Palette | str | Iterable[object]) -> PaletteScore:
    """Measure `image` (a path, bytes, PIL image or array) against `palette`; transparent pixels do not count.

    Raises `BadPicture` or `BadColor` for what cannot be read.
    """
    return score_signature(signature(open_picture(image)), Palette.of(palette))


def score_signature(found: Signature, palette: Palette) -> PaletteScore:
    """Measure a signature; see the module for the formula."""
    goal = palette.oklab().astype(np.float32)
    strict, tinted = _distances(found.lab, goal)
    off = 1 - _ramp(tinted.min(axis=1))
    fidelity = 1 - float(found.share @ off)
    enough = min(0.02, 0.25 / len(goal))
    covered = np.minimum(1.0, (found.share @ _ramp(strict)).astype(np.float64) / enough)
    coverage = float(covered.mean())
    got, apart = _became(found, goal, strict, covered)
    return PaletteScore(
        score=100 * (0.60 * fidelity + 0.40 * coverage),
        fidelity=fidelity,
        coverage=coverage,
        palette=palette,
        covered=tuple(float(part) for part in covered),
        worst=_worst(found, off),
        mean_de00=_mean_de00(found, goal, strict),
        got=got,
        apart=apart,
    )


def quick_score(found: Signature, goal: Floats) -> float:
    """Only the number, for searches: the same formula as `score_signature` against OKLab `goal` (n, 3)."""
    strict, tinted = _distances(found.lab, goal)
    covered = np.minimum(1.0, (found.share @ _ramp(strict)) / min(0.02, 0.25 / len(goal)))
    return float(60 * (found.share @ _ramp(tinted.min(axis=1))) + 40 * covered.mean())


def _ramp(distance: Floats) -> Floats:
    on: Floats = np.clip((_OFF - distance) / (_OFF - _ON), 0, 1)
    return on


def _distances(lab: Floats, goal: Floats) -> tuple[Floats, Floats]:
    """(n, m) twice: deltaEOK2, and the distance that forgives tints and shades of a palette color.

    The second compares a color with the palette color scaled along its own tint line, by k: between
    max(0.25, 1 - 2.2 |dL|) and 1.1; lightness costs a quarter up to 0.25 and in full beyond.
    """
    light = np.abs(lab[:, :1] - goal[None, :, 0])
    chroma = (goal[:, 1:] ** 2).sum(axis=1)
    along = lab[:, 1:] @ goal[:, 1:].T
    squared = (lab[:, 1:] ** 2).sum(axis=1)[:, None]
    strict = np.sqrt(np.maximum(light**2 + 4 * (squared - 2 * along + chroma), 0))
    scale = np.clip(along / np.maximum(chroma, 1e-9), np.maximum(0.25, 1 - 2.2 * light), 1.1)
    apart = 4 * np.maximum(squared - 2 * scale * along + scale**2 * chroma, 0)
    lightness = np.where(light <= 0.25, 0.25 * light, 0.0625 + (light - 0.25))
    return strict, np.sqrt(lightness**2 + apart)


def _mean_de00(found: Signature, goal: Floats, strict: Floats) -> float:
    """Of each bin to its nearest color; only the two nearest in OKLab are candidates, which keeps it cheap."""
    near = np.argpartition(strict, 1, axis=1)[:, :2] if len(goal) > 2 else np.arange(len(goal))[None]
    apart = ciede2000(oklab_to_cielab(found.lab)[:, None], oklab_to_cielab(goal)[near])
    return float(apart.min(axis=1) @ found.share)


def _became(
    found: Signature, goal: Floats, strict: Floats, covered: NDArray[np.float64]
) -> tuple[tuple[str | None, ...], tuple[float | None, ...]]:
    """What each color of the palette became, and how far that is from it.

    An area belongs to its nearest color where it is at least half on it; a plain mean, because one that leans to what
    was asked would flatter. A color that owns hardly any of the area near it (lookalikes share one, or all of it is
    a little off) gets the mean of all of that.
    """
    own = (strict <= strict.min(axis=1, keepdims=True) + 0.01) & (strict < (_ON + _OFF) / 2)
    near = strict < _OFF
    enough = found.share @ own >= 0.1 * (found.share @ near)
    belongs = np.where(enough, own, near) * found.share[:, None]
    middle = (belongs.T @ found.lab) / np.maximum(belongs.sum(axis=0), 1e-9)[:, None]
    apart = ciede2000(oklab_to_cielab(middle), oklab_to_cielab(goal))
    colors = np.rint(np.clip(oklab_to_srgb(middle), 0, 1) * 255).astype(np.uint8)
    there = covered >= 0.5
    return (
        tuple(f"#{bytes(color).hex()}" if is_there else None for color, is_there in zip(colors, there, strict=True)),
        tuple(float(far) if is_there else None for far, is_there in zip(apart, there, strict=True)),
    )


def _worst(found: Signature, off: Floats) -> OffPalette | None:
    """The heaviest group of like colors that are off: the heaviest cell of a coarse grid and what lies within 0.12."""
    mass = found.share * off * (off > 0.4)
    if mass.sum() < 0.01:
        return None
    cells = np.floor(found.lab / np.array([0.1, 0.05, 0.05], np.float32)).astype(np.int64)
    key = (cells[:, 0] * 64 + cells[:, 1] + 32) * 64 + cells[:, 2] + 32
    heaviest = mass * (key == int(np.argmax(np.bincount(key, mass))))
    middle = np.average(found.lab, axis=0, weights=heaviest)
    apart = (found.lab - middle) * np.array([1, 2, 2], np.float32)
    like = ((apart * apart).sum(axis=1) < 0.12**2) & (mass > 0)
    share = float(found.share[like].sum())
    if share < 0.01:
        return None
    color = oklab_to_hex(np.average(found.lab[like], axis=0, weights=found.share[like]))
    return OffPalette(color, share, _box(found, like))


def _box(found: Signature, like: NDArray[np.bool_]) -> tuple[float, float, float, float]:
    there = like[found.bin_of]
    if found.seen is not None and (there & found.seen).any():
        there &= found.seen
    height, width = there.shape
    rows, columns = np.nonzero(there)
    top, bottom = np.percentile(rows, (5, 95))
    left, right = np.percentile(columns, (5, 95))
    return float(left / width), float(top / height), float((right + 1) / width), float((bottom + 1) / height)
