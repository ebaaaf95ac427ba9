"""Repairs a picture towards its palette and keeps its light: a color grade, measured before and after.

Nine presets are tried on a thumbnail; the best score whose lightness keeps its structure (SSIM of OKLab L) is
applied at full size. A warp cannot create colors that have no area to live on: `could_not_place` names those.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from wanderhue.agent.errors import BadInput
from wanderhue.agent.oklab import srgb_to_oklab
from wanderhue.agent.palette import Palette
from wanderhue.tools.pixels import Picture, PictureSource, open_picture
from wanderhue.tools.recolor_mask import soft_mask
from wanderhue.tools.recolor_plan import PRESETS, Plan, Preset, Warp, plan
from wanderhue.tools.score import PaletteScore, quick_score, score_signature
from wanderhue.tools.signature import SIDE, signature
from wanderhue.tools.similarity import ssim

FLOOR = 0.93
"""The least SSIM of lightness on the thumbnail; at full size it is 0.02 to 0.03 less."""
_THUMB = 256
_NODES, _QUICK_NODES = 33, 17


@dataclass(frozen=True, slots=True, eq=False)
class Recolored:
    """A repaired picture: PIL 'RGB', or 'RGBA' where the original has transparency."""

    image: Image.Image
    before: PaletteScore
    after: PaletteScore
    changed: bool
    """False where no repair scored better: `image` is then the original."""
    similarity: float
    """SSIM of OKLab lightness between original and result on the thumbnail; 1 where nothing changed."""

    @property
    def could_not_place(self) -> tuple[str, ...]:
        """The palette's colors, '#rrggbb', that hardly appear even now."""
        return self.after.missing

    def sentence(self, lang: str = "en") -> str:
        """What happened, in plain words."""
        before, after = f"{self.before.score:.0f}", f"{self.after.score:.0f}"
        lost = ", ".join(dict.fromkeys(self.after.palette[i].name(lang) for i in self._lost()))
        if lang == "ko":
            text = (
                f"팔레트 점수가 {before}점에서 {after}점이 됐어요."
                if self.changed
                else "더 나아지지 않아서 원본 그대로 뒀어요."
            )
            return text + (f" 들어갈 자리가 없던 색: {lost}." if lost else "")
        text = (
            f"The palette score went from {before} to {after}."
            if self.changed
            else "No repair scored better, so the picture stays as it was."
        )
        return text + (f" There was no place for {lost}." if lost else "")

    def _lost(self) -> list[int]:
        return [index for index, part in enumerate(self.after.covered) if part < 0.5]

    def to_json(self, lang: str = "en") -> dict[str, Any]:
        """Both scores and what could not be placed, without the pixels."""
        return {
            "changed": self.changed,
            "before": self.before.to_json(lang),
            "after": self.after.to_json(lang),
            "similarity": round(self.similarity, 4),
            "could_not_place": list(self.could_not_place),
        }


def recolor(
    image: PictureSource | Picture,
    palette: Palette | str | Iterable[object],
    *,
    strength: float = 1.0,
    mask: PictureSource | None = None,
) -> Recolored:
    """Bend the colors of `image` to `palette`, keeping its light and detail.

    `strength` 0 to 1 scales the repair. `mask` (same size; white or True is repaired, black kept) limits it, with a
    soft edge. The result never scores worse than the original. Raises `BadPicture`, `BadColor` or `BadInput`.
    """
    if not 0 <= strength <= 1:
        raise BadInput(f"strength={strength} is outside 0 to 1")
    picture, wished = open_picture(image), Palette.of(palette)
    soft = None if mask is None else soft_mask(mask, picture.size)
    before = score_signature(signature(picture), wished)
    chosen = _choose(picture, wished, strength, soft)
    if chosen is None:
        return Recolored(picture.with_alpha(), before, before, False, 1.0)
    lut = Warp(chosen.plan, _NODES).lut(chosen.preset, strength=strength)
    repaired = Picture(_apply(picture.image, lut, soft), picture.alpha)
    after = score_signature(signature(repaired), wished)
    if after.score <= before.score:
        return Recolored(picture.with_alpha(), before, before, False, 1.0)
    return Recolored(repaired.with_alpha(), before, after, True, chosen.similarity)


class _Choice(NamedTuple):
    plan: Plan
    preset: Preset
    similarity: float


def _choose(picture: Picture, palette: Palette, strength: float, soft: Image.Image | None) -> _Choice | None:
    """The preset with the best score above the floor, tried on a thumbnail; None where none beats the original."""
    goal = palette.oklab()
    thumb = picture.thumbnail(_THUMB)
    small = None if soft is None else soft.resize(thumb.size, Image.Resampling.BOX)
    chosen = plan(signature(picture, weight=_weight(picture, soft)), goal)
    light = srgb_to_oklab(thumb.array())[..., 0]
    best, highest = None, quick_score(signature(thumb), goal.astype(np.float32))
    warp = Warp(chosen, _QUICK_NODES)
    for preset in PRESETS:
        tried = _apply(thumb.image, warp.lut(preset, strength=strength), small)
        score = quick_score(signature(Picture(tried, thumb.alpha)), goal.astype(np.float32))
        if score <= highest:
            continue
        similarity = ssim(light, srgb_to_oklab(np.asarray(tried))[..., 0])
        if similarity >= FLOOR:
            best, highest = _Choice(chosen, preset, similarity), score
    return best


def _apply(image: Image.Image, lut: ImageFilter.Color3DLUT, soft: Image.Image | None) -> Image.Image:
    graded = image.filter(lut)
    return graded if soft is None else Image.composite(graded, image, soft)


def _weight(picture: Picture, soft: Image.Image | None) -> NDArray[np.float32] | None:
    """The mask on the signature's thumbnail, so that the plan is made for the masked area alone."""
    if soft is None:
        return None
    size = picture.thumbnail(SIDE).size
    return np.asarray(soft.resize(size, Image.Resampling.BOX), dtype=np.float32) / np.float32(255)
