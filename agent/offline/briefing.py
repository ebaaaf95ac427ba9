"""A brief from a scene and a palette: English slots for image models, the scene itself for the illustrator."""

from collections.abc import Sequence

from wanderhue.agent.brief import ColorUse, ImageBrief
from wanderhue.agent.scene import Element, Scene
from wanderhue.agent.trips import OptionColor
from wanderhue.agent.vocabulary import ELEMENTS, GROUPS, SETTINGS

_NUMBERS = ("", "a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NAMES = {
    "eiffel_tower": "the Eiffel Tower", "arch": "a triumphal arch", "sun": "the sun", "moon": "the moon",
    "flowers": "flowers", "grass": "grass", "fireworks": "fireworks", "rocks": "rocks", "picnic": "a picnic blanket",
    "path": "a path", "teddy": "a teddy bear", "toy_balloon": "a balloon", "ice_cream": "an ice cream cone",
    "cherry": "a blossoming cherry tree", "maple": "a red maple tree", "pine": "a pine tree", "palm": "a palm tree",
    "bamboo": "bamboo", "balloon": "a hot-air balloon", "hanok": "a Korean tile-roofed house", "torii": "a torii gate",
    "train": "a train", "house": "a house", "skyscraper": "a skyscraper", "horse": "a horse",
}  # fmt: skip
_PLURALS = {
    "person": "people", "child": "children", "sheep": "sheep", "deer": "deer", "cherry": "blossoming cherry trees",
    "maple": "red maple trees", "pine": "pine trees", "palm": "palm trees", "cypress": "cypresses", "bench": "benches",
    "hanok": "Korean tile-roofed houses", "church": "churches", "fox": "foxes", "butterfly": "butterflies",
    "torii": "torii gates", "balloon": "hot-air balloons", "picnic": "picnic blankets", "eiffel_tower": "Eiffel Towers",
}  # fmt: skip
_MASS = ("flowers", "grass", "fireworks", "rocks", "bamboo", "sun", "moon", "path")
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
_STYLES = {
    "print": "flat shapes, two tones per solid, fine print grain",
    "flat": "clean flat vector shapes, no texture, generous space",
    "line": "even ink outlines, light flat washes of color",
}
_LAND = {
    "seaside": "the sand and the rocks", "lake": "the shore and the meadows", "city": "the streets and walls",
    "oldtown": "the walls and paving", "fields": "the field", "desert": "the sand and rock", "forest": "the ground",
    "snow": "the shaded snow",
}  # fmt: skip


def brief_of(scene: Scene, palette: Sequence[OptionColor]) -> ImageBrief:
    """The brief of a new picture: every slot said from the scene, every color placed on an object."""
    words = words_of(scene)
    return ImageBrief(
        subject=words["subject"],
        setting=words["setting"],
        style=words["style"],
        light=words["light"],
        shot=words["shot"],
        colors=color_uses(scene, palette),
        text=scene.title,
        negative=left_out(scene),
        aspect=scene.aspect,
        scene=scene,
        palette=tuple(palette),
    )


def words_of(scene: Scene) -> dict[str, str]:
    """The slots that the scene says in words: subject, setting, style, light, shot."""
    return {
        "subject": subject_of(scene),
        "setting": setting_of(scene),
        "style": _STYLES[scene.style],
        "light": f"{_TIMES[scene.time]}, {_WEATHERS[scene.weather]}",
        "shot": shot_of(scene),
    }


def left_out(scene: Scene) -> tuple[str, ...]:
    """What must not appear, in words."""
    return tuple(_plain(kind) for kind in scene.without)


def _plain(kind: str) -> str:
    known = ELEMENTS.get(kind) or GROUPS.get(kind)
    return known.name("en") if known else kind


def subject_of(scene: Scene) -> str:
    """The elements in words: 'two people riding a camel and a pine tree'."""
    phrases = [element_phrase(element) for element in scene.elements]
    if not phrases:
        return SETTINGS[f"{scene.setting}/{scene.variant_or_default()}"].name("en")
    return phrases[0] if len(phrases) == 1 else ", ".join(phrases[:-1]) + " and " + phrases[-1]


def element_phrase(element: Element) -> str:
    """One element in words, with its place and what it rides, holds and wears."""
    phrase = _said(element)
    if element.riding:
        phrase += f"{' on' if element.riding == 'bench' else ' riding'} {_one(element.riding)}"
    if element.holding:
        phrase += " holding " + " and ".join(map(_one, element.holding))
    if element.wearing:
        phrase += " wearing " + " and ".join(map(_one, element.wearing))
    where = {"left": " on the left", "right": " on the right", "center": " in the middle"}.get(element.place, "")
    return phrase + where + (" in the distance" if element.depth == "far" else "")


def _said(element: Element) -> str:
    from wanderhue.agent.color_names import plain_name

    color = f"{plain_name(element.color)} " if element.color else ""
    if element.asked_as and element.asked_as.isascii():
        name = element.asked_as
        return f"{_NUMBERS[element.count]} {color}{name}" if element.count > 1 else _article(f"{color}{name}")
    if element.count == 1 or element.kind in _MASS:
        said = _one(element.kind)
        return _colored(said, color)
    plural = _PLURALS.get(element.kind, f"{ELEMENTS[element.kind].name('en')}s")
    return f"{_NUMBERS[element.count]} {color}{plural}"


def _colored(said: str, color: str) -> str:
    if not color:
        return said
    first, _, rest = said.partition(" ")
    if first in ("a", "an"):
        return _article(color + rest)
    return f"the {color}{rest}" if first == "the" else color + said


def _one(kind: str) -> str:
    return _NAMES.get(kind) or _article(ELEMENTS[kind].name("en"))


def _article(name: str) -> str:
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def setting_of(scene: Scene) -> str:
    """The setting and the season in words."""
    place = SETTINGS[f"{scene.setting}/{scene.variant_or_default()}"].name("en")
    return f"{place} in {scene.season}" if scene.season else place


def shot_of(scene: Scene) -> str:
    """The framing in words."""
    if scene.zoom > 1.15:
        return "closer shot at eye level"
    return "very wide shot, slightly from above" if scene.zoom < 0.85 else "wide shot at eye level"


def color_uses(scene: Scene, palette: Sequence[OptionColor]) -> tuple[ColorUse, ...]:
    """Each color as plain name, hex and the object that it lands on: the darkest and the lightest by lightness,
    the others by their family (blue to sky or water, green to leaves, the rest to the main things)."""
    from wanderhue.agent.color_family import family
    from wanderhue.agent.color_names import plain_name
    from wanderhue.agent.oklab import hex_to_oklab

    lights = [float(row[0]) for row in hex_to_oklab([color.hex for color in palette])]
    order = sorted(range(len(palette)), key=lights.__getitem__)
    things = _spots(scene)
    uses = []
    for index, color in enumerate(palette):
        own = next((_plain(one.kind) for one in scene.elements if one.color == color.hex), "")
        if own:
            spot = f"the {own}"
        elif index == order[0] and len(palette) > 1:
            spot = "the night sky and deep shadows" if scene.time == "night" else "deep shadows and dark outlines"
        elif index == order[-1] and len(palette) > 1:
            spot = "small lights and highlights" if scene.time == "night" else "the pale sky and highlights"
        else:
            spot = _by_family(family(color.hex), scene, things)
        uses.append(ColorUse(name=plain_name(color.hex), hex=color.hex, object=spot))
    return tuple(uses)


def _spots(scene: Scene) -> list[str]:
    """The things that colors can land on, the main ones first; each is given away once."""
    main = [f"the {_plain(one.kind)}" for one in scene.elements if ELEMENTS[one.kind].home not in ("sky",)]
    return [*dict.fromkeys(main), _LAND[scene.setting], "small accents"]


def _by_family(name: str, scene: Scene, things: list[str]) -> str:
    if name in ("blue", "teal", "purple") and "the sky" not in things[:1]:
        spot = "the water" if scene.setting in ("seaside", "lake") else "the sky and the distance"
    elif name == "green":
        spot = "leaves and grass" if scene.setting != "desert" else "sparse plants"
    elif name in ("gray", "brown"):
        spot = _LAND[scene.setting]
    else:
        return things.pop(0) if len(things) > 1 else things[0]
    return spot


__all__ = ["brief_of", "color_uses", "element_phrase", "left_out", "setting_of", "shot_of", "subject_of", "words_of"]
