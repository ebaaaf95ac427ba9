"""One place in another season, hour and weather: the scene, the palette and the words that go with them.

Truthful: seasons come from the place's months and latitude, snow falls only where winters are cold, and flowers,
maples and stars appear and vanish with season and hour.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from wanderhue.agent.scene import Element, Scene, Season, Time, Weather
from wanderhue.agent.trips import OptionColor

FLOWERING = ("lavender", "tulip", "daffodil", "canola")


@dataclass(frozen=True, slots=True)
class Mood:
    """An hour and a weather, and what they do to colors (OKLCh: lightness, chroma, a pull towards a hue)."""

    id: str
    time: Time
    weather: Weather
    lightness: float
    chroma: float
    hue: float
    """Degrees of OKLCh towards which colors are pulled."""
    pull: float
    """0 to 1: how far."""


MOODS = (
    Mood("dawn", "dawn", "mist", 0.07, 0.62, 20.0, 0.25),
    Mood("golden", "golden", "clear", 0.0, 1.1, 65.0, 0.45),
    Mood("night", "night", "clear", -0.2, 0.85, 275.0, 0.5),
    Mood("sunset", "sunset", "clear", -0.06, 1.1, 35.0, 0.4),
    Mood("day", "day", "clear", 0.05, 1.0, 235.0, 0.2),
    Mood("rain", "day", "rain", -0.06, 0.5, 240.0, 0.4),
    Mood("snow", "day", "snow", 0.1, 0.45, 250.0, 0.35),
)
_TREE: dict[Season, str] = {"spring": "cherry", "summer": "tree", "autumn": "maple", "winter": "pine"}
_SUMMERY = ("parasol", "picnic", "butterfly", "ice_cream")


def styled_scene(scene: Scene, mood: Mood, season: Season | None) -> Scene:
    """The scene at another hour and, where `season` is another one, in that season."""
    elements = list(scene.elements)
    variant = scene.variant
    if season and scene.season and season != scene.season:
        elements = [one for one in (_in_season(one, season) for one in elements) if one is not None]
        variant = "meadow" if scene.variant_or_default() in FLOWERING else scene.variant
    elements = _at_hour(elements, mood.time, scene.setting)
    change = {
        "time": mood.time,
        "weather": mood.weather,
        "season": season if scene.season or season else None,
        "variant": variant,
        "elements": tuple(elements),
        "subtitle": "",
    }
    return scene.model_copy(update=change)


def _in_season(element: Element, season: Season) -> Element | None:
    if element.kind in ("cherry", "maple"):
        return element.model_copy(update={"kind": _TREE[season], "color": None})
    if season == "winter" and element.kind in (*_SUMMERY, "flowers"):
        return None
    if season == "autumn" and element.kind == "flowers":
        return element.model_copy(update={"kind": "grass", "color": None})
    if season != "winter" and element.kind == "snowman":
        return None
    return element


def _at_hour(elements: list[Element], time: Time, setting: str) -> list[Element]:
    if time == "night":
        kept = [one for one in elements if one.kind not in ("sun", "rainbow", "butterfly", "bird", "kite")]
        kinds = {one.kind for one in kept}
        if not kinds & {"star", "moon", "fireworks"}:
            kept.append(Element(kind="moon"))
        if setting in ("oldtown", "city", "snow") and "lantern" not in kinds:
            kept.append(Element(kind="lantern", count=2))
        return kept
    kept = [one for one in elements if one.kind not in ("star", "moon", "fireworks")]
    if time in ("sunset", "golden") and not any(one.kind == "bird" for one in kept):
        kept.append(Element(kind="bird", count=3))
    return kept


def styled_palette(hexes: Sequence[str], mood: Mood, lang: str) -> tuple[OptionColor, ...]:
    """The palette under the mood's light: still a dark and a light one, still apart from each other, newly named."""
    import numpy as np

    from wanderhue.agent.oklab import hex_to_oklab, oklab_to_hex, oklab_to_oklch, oklch_to_oklab

    lch = oklab_to_oklch(hex_to_oklab(list(hexes)))
    target = np.array([np.cos(np.radians(mood.hue)), np.sin(np.radians(mood.hue))])
    found = []
    for light, chroma, hue in lch:
        toward = oklch_to_oklab([light, chroma * mood.chroma, hue])
        pulled = (1 - mood.pull) * toward[1:] + mood.pull * target * max(float(chroma) * 0.8, 0.035)
        room = light + mood.lightness * (0.4 if light < 0.35 or light > 0.9 else 1.0)
        found.append(np.array([min(max(room, 0.14), 0.97), *pulled]))
    return named([oklab_to_hex(one) for one in _spread(found)], lang)


def _spread(colors: list) -> list:  # type: ignore[type-arg]  # rows of OKLab
    """Nudges the lightness of colors that a mood brought too close together."""
    from wanderhue.agent.oklab import distance

    for _ in range(6):
        for index, one in enumerate(colors):
            for other in colors[:index]:
                if float(distance(one, other)) < 0.1:
                    up = one[0] >= other[0]
                    one[0] = min(max(one[0] + (0.05 if up else -0.05), 0.12), 0.98)
                    other[0] = min(max(other[0] - (0.03 if up else -0.03), 0.12), 0.98)
    return colors


def named(hexes: Sequence[str], lang: str) -> tuple[OptionColor, ...]:
    """Colors with their plain names; of two of one name the lighter and the darker are told apart."""
    from wanderhue.agent.color_names import plain_name
    from wanderhue.agent.oklab import hex_to_oklab

    names = [plain_name(one, lang) for one in hexes]
    lights = [float(one[0]) for one in hex_to_oklab(list(hexes))]
    words = ("짙은 {}", "옅은 {}") if lang == "ko" else ("deep {}", "pale {}")
    found: list[OptionColor] = []
    for index, name in enumerate(names):
        same = [i for i, other in enumerate(names) if other == name]
        rank = sorted(same, key=lambda i: lights[i]).index(index)
        told = name if len(same) == 1 or 0 < rank < len(same) - 1 else words[rank > 0].format(name)
        found.append(OptionColor(name=told, hex=hexes[index]))
    return tuple(found)
