"""A brief from a scene and a palette: English slots for image models, the scene itself for the illustrator."""

from collections.abc import Sequence

from wanderhue.agent.brief import ColorUse, ImageBrief
from wanderhue.agent.scene import Element, Scene
from wanderhue.agent.trips import OptionColor
from wanderhue.agent.vocabulary import ELEMENTS, SETTINGS

_NUMBERS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_TIMES = {
    "dawn": "soft early morning light, the sun just rising",
    "day": "clear daylight",
    "golden": "warm low light of the late afternoon",
    "sunset": "sunset glow low on the horizon",
    "night": "night, moonlight and small warm lights",
}
_WEATHERS = {
    "clear": "clear sky",
    "cloudy": "overcast sky with layered clouds",
    "mist": "mist lying in the distance",
    "rain": "fine rain",
    "snow": "falling snow",
}


def brief_of(scene: Scene, palette: Sequence[OptionColor], season: str = "") -> ImageBrief:
    """The brief of a new picture: every slot said from the scene, every color placed on an object."""
    return ImageBrief(
        subject=subject_of(scene),
        setting=setting_of(scene, season),
        light=f"{_TIMES[scene.time]}, {_WEATHERS[scene.weather]}",
        shot=shot_of(scene),
        colors=color_uses(scene, palette),
        text=scene.title,
        negative=tuple(ELEMENTS[kind].name("en") if kind in ELEMENTS else kind for kind in scene.without),
        aspect=scene.aspect,
        scene=scene,
        palette=tuple(palette),
    )


def subject_of(scene: Scene) -> str:
    """The elements in words: 'two people riding a camel and a pine'."""
    phrases = [element_phrase(element) for element in scene.elements]
    if not phrases:
        return SETTINGS[f"{scene.setting}/{scene.variant_or_default()}"].name("en")
    return phrases[0] if len(phrases) == 1 else ", ".join(phrases[:-1]) + " and " + phrases[-1]


def element_phrase(element: Element) -> str:
    """One element in words, with what it rides, holds and wears."""
    name = element.asked_as or ELEMENTS[element.kind].name("en")
    return f"{_NUMBERS[element.count]} {name}"


def setting_of(scene: Scene, season: str = "") -> str:
    """The setting and the season in words."""
    place = SETTINGS[f"{scene.setting}/{scene.variant_or_default()}"].name("en")
    return f"{place}, {scene.season}" if scene.season else place


def shot_of(scene: Scene) -> str:
    """The framing in words."""
    if scene.zoom > 1.15:
        return "closer shot at eye level"
    return "very wide shot, slightly from above" if scene.zoom < 0.85 else "wide shot at eye level"


def color_uses(scene: Scene, palette: Sequence[OptionColor]) -> tuple[ColorUse, ...]:
    """Each color as plain name, hex and the object that it lands on."""
    from wanderhue.agent.color_names import plain_name

    spots = ["shadows and outlines", "sky and paper", "the middle distance", "the ground", "accents"]
    return tuple(
        ColorUse(name=plain_name(color.hex), hex=color.hex, object=spots[min(index, len(spots) - 1)])
        for index, color in enumerate(palette)
    )
