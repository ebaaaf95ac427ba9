"""Every palette color gets to be seen: colors that the landscape leaves out are given a place in it.

The landscape alone is drawn once, very small, and measured as `tools/score.py` measures coverage. A missing color
takes over a surface of similar lightness, the low sky, or a small extra (see extras.py). Elements are left out of
this on purpose: adding or removing one must never repaint the rest.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from wanderhue.agent.scene import Scene
from wanderhue.tools.illustrator.extras import can_bloom, has_open_water, on_open_water
from wanderhue.tools.illustrator.roles import Roles, cast_roles
from wanderhue.tools.illustrator.tint import apart, hue_gap, lch_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ENOUGH = 0.72
"""A color is seen when its coverage (0..1) reaches this."""
_SMALL = 100
_FREE = (
    "wall",
    "roofs",
    "bloom",
    "tulip",
    "hill-far",
    "islands",
    "headland",
    "towers-far",
    "petals",
    "daisies",
    "jetty",
    "quay",
    "bridge",
    "cabin",
    "shells",
    "mesa",
    "butte-far",
    "lavender-bloom",
    "daffodil-heart",
)
"""Surfaces that people paint, or that distance or flowers may color in any hue."""
_ON, _OFF = 0.03, 0.18


def spread(
    scene: Scene, roles: Roles, palette: Sequence[str], *, seed: int, width: int, height: int
) -> Mapping[str, str]:
    """Which surfaces take which palette color: material name -> '#rrggbb'. Ignores the scene's elements."""
    del roles
    plain = scene.model_copy(
        update={
            "elements": (),
            "without": (),
            "title": "TITLE" if scene.title else "",
            "local_title": "",
            "subtitle": "",
            "mirror": False,
            "zoom": 1.0,
            "horizon": 0.0,
            "style": "print",
        }
    )
    ratio = width / height
    size = (round(_SMALL * max(1.0, ratio)), round(_SMALL * max(1.0, 1 / ratio)))
    return _spread(plain, tuple(palette), seed, *size)


@lru_cache(maxsize=128)
def _spread(scene: Scene, palette: tuple[str, ...], seed: int, width: int, height: int) -> Mapping[str, str]:
    roles = cast_roles(palette)
    over: dict[str, str] = {}
    seen, asked, lab = _measured(scene, roles, palette, seed=seed, width=width, height=height)
    missing = sorted((c for c in roles.drawn if c in seen and seen[c] < ENOUGH), key=lambda c: seen[c])
    if not missing:
        return {}
    areas = {name: _area(lab, color) for name, color in asked.items()}
    need = min(0.02, 0.25 / len(palette))
    for color in missing:
        name = _surface(color, asked, areas, seen, over, need) or _extra(color, scene, over)
        if name:
            over[name] = color
    return over


def _measured(
    scene: Scene, roles: Roles, palette: tuple[str, ...], *, seed: int, width: int, height: int
) -> tuple[dict[str, float], dict[str, str], "NDArray[np.float32]"]:
    """How amply each color is seen (1 is enough), the materials that may change, the small picture in OKLab (n, 3)."""
    import numpy as np

    from wanderhue.agent.oklab import hex_to_oklab, srgb_to_oklab
    from wanderhue.tools.illustrator import png
    from wanderhue.tools.illustrator.draw import render
    from wanderhue.tools.illustrator.picture import compose

    picture = compose(scene, roles, palette, seed=seed, width=width, height=height, over={}, bare=True)
    lab = srgb_to_oklab(np.asarray(png.decode(render(picture.svg)))).reshape(-1, 3)
    need = min(0.02, 0.25 / len(palette))
    seen = {}
    for color, goal in zip(palette, hex_to_oklab(palette), strict=True):
        ramp = np.clip((_OFF - _strict(lab, goal)) / (_OFF - _ON), 0, 1)
        seen[color.lower()] = float(ramp.mean()) / need
    return seen, dict(picture.light.asked), lab


def _strict(lab: "NDArray[np.float32]", goal: "NDArray[np.float64]") -> "NDArray[np.float32]":
    import numpy as np

    gap = lab - goal.astype(np.float32)
    gap[:, 1:] *= 2
    distance: NDArray[np.float32] = np.sqrt((gap * gap).sum(axis=1))
    return distance


def _area(lab: "NDArray[np.float32]", color: str) -> float:
    """The share of the picture that has about this color."""
    import numpy as np

    from wanderhue.agent.oklab import hex_to_oklab

    return float(np.mean(_strict(lab, hex_to_oklab([color])[0]) < 0.055))


def _surface(
    color: str,
    asked: Mapping[str, str],
    areas: Mapping[str, float],
    seen: Mapping[str, float],
    over: Mapping[str, str],
    need: float,
) -> str | None:
    """The surface that can best take the color: alike in lightness, large enough, not the last of its own color."""
    light, chroma, hue = lch_of(color)
    best, least = None, 0.24
    for name, now in asked.items():
        area = areas[name]
        if name in over or not need * 0.8 <= area <= 0.16:
            continue
        own, own_chroma, own_hue = lch_of(now)
        if not _suits(name, own, light, chroma, hue_gap(hue, own_hue) if min(chroma, own_chroma) > 0.03 else 0.0):
            continue
        cost = abs(own - light) * 0.9 + 0.20 * hue_gap(hue, own_hue) / 180 * min(1.0, min(chroma, own_chroma) / 0.08)
        for other, share in seen.items():
            gives = area / need * min(1.0, max(0.0, (_OFF - apart(other, now)) / (_OFF - _ON)))
            cost += 0.4 if gives > 0.2 and share - gives < 0.95 else 0.0
        if cost < least:
            best, least = name, cost
    return best


def _suits(name: str, own: float, light: float, chroma: float, gap: float) -> bool:
    """Whether a surface may take a color `gap` degrees of hue away: grass, water and snow stay what they are."""
    if name == "clouds":
        return light > 0.86 and chroma < 0.07
    return gap < 60 or (light < 0.36 and own < 0.47) or name.startswith(_FREE)


def _extra(color: str, scene: Scene, over: Mapping[str, str]) -> str | None:
    """A small addition for a color that no surface can take."""
    light, chroma, hue = lch_of(color)
    wintry = scene.setting == "snow" or scene.season == "winter" or scene.weather == "snow"
    blooming = can_bloom(scene.setting, scene.variant_or_default()) and not wintry
    wet = scene.weather in ("rain", "cloudy", "mist")
    names: list[str] = []
    if light < 0.42:
        names.append("extra-dark")
    if scene.setting == "lake" and scene.time == "night" and light > 0.66 and hue_gap(hue, 75) < 45:
        names.append("extra-lamp")
    if light >= 0.42 and blooming and chroma > 0.03:
        names += ["extra-bloom-1", "extra-bloom-2"]
    if wintry and chroma > 0.06 and light > 0.42:
        names += ["extra-winter-1", "extra-winter-2"]
    if has_open_water(scene.setting, scene.variant_or_default()) and light > 0.42:
        names += on_open_water(scene.variant_or_default(), light)
    if blooming:
        names.append("extra-bloom-3")
    if (not wet or chroma < 0.06) and (scene.time != "day" or light > 0.7 or not names):
        names += ["extra-cloud-1", "extra-cloud-2"]
    return next((name for name in names if name not in over), None)
