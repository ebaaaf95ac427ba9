"""A palette for a scene that has none: an ink, a cool and a warm middle, a ground, a strong accent and a paper.

The hour gives ink, sky, glow and paper, the place its ground and accent (`data/light_colors.json`, chosen by eye);
season and weather then move them, and colors wished for elements are taken in exactly.
"""

import json
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from wanderhue.agent.oklab import distance, hex_to_oklab, oklab_to_hex, oklab_to_oklch, oklch_to_oklab
from wanderhue.agent.palette_shift import Array, keep_apart, keep_ends
from wanderhue.agent.palette_weigh import use
from wanderhue.agent.palette_wish import renamed
from wanderhue.agent.scene import Scene
from wanderhue.agent.trips import Lang, OptionColor

_INK, _SKY, _GLOW, _PAPER, _GROUND, _ACCENT = range(6)
_SEASONAL = ("forest", "lake", "oldtown", "city")
_SPARE = {"desert": _GLOW, "city": _GROUND}  # in a desert the ground is the warm middle; a city has no green of its own
_MOST_WISHED = 3
_ROOM = 8


@cache
def _tables() -> dict[str, Any]:
    text = files("wanderhue.agent.data").joinpath("light_colors.json").read_text(encoding="utf-8")
    tables: dict[str, Any] = json.loads(text)
    return tables


def propose_palette(scene: Scene, lang: Lang) -> tuple[OptionColor, ...]:
    """Five or six colors for `scene`, the dark one first and the paper last, with names in `lang`.

    Up to three colors wished for elements are in it exactly as wished. The same scene gives the same palette.
    """
    rows = _rows(scene)
    named = [OptionColor(name=row[2] if lang == "ko" else row[1], hex=row[0]) for row in rows]
    lab = hex_to_oklab([row[0] for row in rows])
    moved = keep_apart(_told_apart(lab), keep_ends(lab, _in_weather(_at_hour(lab, scene), scene)))
    colors = renamed(named, [oklab_to_hex(color) for color in moved], lang)
    order = (_INK, _SKY, _GROUND, _GLOW, _ACCENT, _PAPER)
    ordered = tuple(colors[place] for place in order if place != _SPARE.get(scene.setting))
    return _with_wished(ordered, scene, lang)


def _rows(scene: Scene) -> list[list[str]]:
    tables, place = _tables(), f"{scene.setting}/{scene.variant_or_default()}"
    ground, accent = tables["grounds"][place], tables["accents"][place]
    season = tables["seasons"].get(scene.season or "")
    if season is not None and scene.setting in _SEASONAL:
        ground, accent = (ground, season) if scene.season == "spring" else (season, accent)
    return [*tables["times"][scene.time], ground, accent]


def _told_apart(lab: Array) -> Array:
    """Every pair counts as different: spread out, so that all colors of a proposal end up apart."""
    return np.stack([np.linspace(0, 1, len(lab)), np.zeros(len(lab)), np.zeros(len(lab))], axis=-1)


def _at_hour(lab: Array, scene: Scene) -> Array:
    """The place's colors in the hour's light; the hour's own colors have it already."""
    lch = oklab_to_oklch(lab)
    place = [_GROUND, _ACCENT]
    if scene.time == "night":
        lch[place, 0] = np.maximum(lch[place, 0] * [0.76, 0.9], 0.36)
        lch[place, 1] *= [0.8, 0.95]
    moved = oklch_to_oklab(lch)
    if scene.time in ("golden", "sunset"):
        moved[_GROUND] = 0.84 * moved[_GROUND] + 0.16 * lab[_GLOW]
    return moved


def _in_weather(lab: Array, scene: Scene) -> Array:
    """Cloud and mist calm the colors, rain grays the sky, snow pales the ground."""
    lch = oklab_to_oklch(lab)
    middles = [_SKY, _GLOW, _GROUND]
    if scene.weather in ("cloudy", "rain"):
        lch[middles, 1] *= [0.6, 0.8, 0.85] if scene.weather == "cloudy" else [0.45, 0.65, 0.75]
        lch[_SKY, 0] -= 0.05 if scene.weather == "rain" else 0.0
    if scene.weather == "mist":
        lch[middles, 1] *= 0.62
        lch[middles, 0] += 0.3 * (0.8 - lch[middles, 0])
        lch[_ACCENT, 1] *= 0.85
    if scene.weather == "snow" or (scene.season == "winter" and scene.setting != "city"):
        lch[_GROUND, 1] *= 0.8
        lch[_PAPER] = [0.975, 0.008, 240]
    return oklch_to_oklab(lch)


def _with_wished(colors: tuple[OptionColor, ...], scene: Scene, lang: Lang) -> tuple[OptionColor, ...]:
    wished = list(dict.fromkeys(element.color for element in scene.elements if element.color))
    for color in wished[:_MOST_WISHED]:
        hexes = [one.hex for one in colors]
        nearest = float(distance(hex_to_oklab([color])[0], hex_to_oklab(hexes)).min())
        colors = renamed(colors, use(hexes, color, room=0 if nearest < 0.12 else _ROOM), lang)
    return colors
