"""A scene after wishes. Colors that concern the palette are applied elsewhere."""

from collections.abc import Iterable

from wanderhue.agent.feedback import AddElement, RemoveElement, SetSeason, SetTime, SetWeather, Wish
from wanderhue.agent.scene import Element, Scene


def apply_wishes(brief_scene: Scene, wishes: Iterable[Wish], lang: str) -> tuple[Scene, tuple[str, ...]]:
    """The scene with the wishes carried out, and sentences in `lang` about those that could not be."""
    scene = brief_scene
    for wish in wishes:
        match wish:
            case SetTime(time=time):
                scene = scene.model_copy(update={"time": time})
            case SetWeather(weather=weather):
                scene = scene.model_copy(update={"weather": weather})
            case SetSeason(season=season):
                scene = scene.model_copy(update={"season": season})
            case AddElement():
                one = Element(kind=wish.element, count=wish.count, color=wish.color, place=wish.place)
                scene = scene.model_copy(update={"elements": (*scene.elements, one)[:24]})
            case RemoveElement(element=kind):
                kept = tuple(element for element in scene.elements if element.kind != kind)
                scene = scene.model_copy(update={"elements": kept, "without": (*scene.without, kind)})
            case _:
                pass
    return scene, ()
