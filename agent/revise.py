"""A brief revised without a planner: another palette, another shape, the person's own words. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

from wanderhue.agent.brief import ImageBrief
from wanderhue.agent.color_names import plain_name
from wanderhue.agent.offline.briefing import brief_of, color_uses
from wanderhue.agent.scene import Element
from wanderhue.agent.trips import Lang, OptionColor


def repainted(brief: ImageBrief, hexes: Sequence[str], lang: Lang) -> ImageBrief:
    """The brief in another palette. Colors that were there keep their names.

    What had a color of the old palette for itself gets the one in its place, where the palettes are equally long;
    else the painter chooses.
    """
    named = {color.hex: color.name for color in brief.palette}
    palette = tuple(OptionColor(name=named.get(one) or plain_name(one, lang), hex=one) for one in hexes)
    places = dict(zip(brief.hexes(), hexes, strict=True)) if len(hexes) == len(brief.palette) else {}
    kept = {one: one for one in hexes}
    scene = brief.scene.model_copy(
        update={"elements": tuple(_in_color(one, places | kept) for one in brief.scene.elements)}
    )
    return brief.model_copy(update={"palette": palette, "scene": scene, "colors": color_uses(scene, palette)})


def _in_color(element: Element, colors: Mapping[str, str]) -> Element:
    return element.model_copy(update={"color": colors.get(element.color)}) if element.color else element


def reshaped(brief: ImageBrief, aspect: str) -> ImageBrief:
    """The brief in another shape; exact pixels that were asked for before go with the old one."""
    scene = brief.scene.model_copy(update={"aspect": aspect})
    return brief.model_copy(update={"aspect": aspect, "width": None, "height": None, "scene": scene})


def changed_slots(brief: ImageBrief, slots: Mapping[str, Any]) -> dict[str, Any]:
    """Those of the slots that say something else than the brief."""
    given = {name: tuple(value) if name == "negative" else value for name, value in slots.items()}
    return {name: value for name, value in given.items() if getattr(brief, name) != value}


def rewritten(brief: ImageBrief, slots: Mapping[str, Any]) -> ImageBrief:
    """The brief with these words exactly as they are; a title is also the scene's lettering."""
    words = {name: value for name, value in slots.items() if name != "aspect"}
    if "aspect" in slots:
        brief = reshaped(brief, slots["aspect"])
    if "text" in slots:
        lettering = {"title": slots["text"], "local_title": ""} | ({} if slots["text"] else {"subtitle": ""})
        words["scene"] = brief.scene.model_copy(update=lettering)
    own = dict.fromkeys([*brief.own, *(name for name in slots if name != "aspect")])
    return brief.model_copy(update=words | {"own": tuple(own)})


def drawing_of(brief: ImageBrief) -> ImageBrief:
    """What can be drawn in place of a photo: its stand-in scene in its colors, in its shape."""
    fresh = brief_of(brief.scene, brief.palette)
    return fresh.model_copy(update={"n": brief.n, "quality": brief.quality})
