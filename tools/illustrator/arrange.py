"""Where the elements of a scene go: on the ground, on water, in the sky, or as a landmark, never on top of another.

Each element looks for its place with its own random stream and only gives way to those placed before it, in an order
that puts people last, so adding a boat or removing people leaves everything else where it was.
"""

from collections.abc import Callable, Iterator

from wanderhue.agent.scene import Element
from wanderhue.agent.vocabulary import ELEMENTS
from wanderhue.tools.illustrator.aloft import has_water, in_sky, on_water
from wanderhue.tools.illustrator.footing import on_ground
from wanderhue.tools.illustrator.landmark import HUGE, landmark
from wanderhue.tools.illustrator.placed import Arrangement, Placed, Zone, home_of, is_subject, members
from wanderhue.tools.illustrator.site import Site, Slot, Stage

Placer = Callable[[Site, Stage, Element, str, Arrangement], Iterator[Placed]]

_ZONES: dict[str, Zone] = {"sky": "sky", "water": "water", "far": "far"}
_PLACERS: dict[str, Placer] = {"sky": in_sky, "water": on_water, "far": landmark}
_ORDER = {
    "trees": 2,
    "buildings": 2,
    "camp": 3,
    "boats": 3,
    "sky": 3,
    "things": 4,
    "flowers": 5,
    "animals": 6,
    "people": 8,
}


def arrange(site: Site, stage: Stage) -> Arrangement:
    """Places for every element of the scene on this stage; draws the setting's landmarks that nobody took over."""
    result = Arrangement(held={"ground": list(site.standing)})
    slots = sorted(site.slots, key=lambda slot: -slot.size)
    seen: dict[str, int] = {}
    for element in sorted(site.scene.elements, key=lambda element: _rank(element, stage)):
        number = seen.get(element.kind, 0)
        seen[element.kind] = number + 1
        _place(site, stage, element, f"{element.kind}-{number}", result, slots)
    for slot in slots:
        site.stand(slot)
    return result


def _rank(element: Element, stage: Stage) -> int:
    """The order of placing: what is large and rarely edited first; small houses and pools give way to everybody."""
    home = home_of(element)
    if home == "far":
        return 0 if element.kind in HUGE or element.kind == "bridge" else 1 if element.kind == "train" else 9
    if home == "water" and not has_water(stage):
        return 10
    return _ORDER.get(ELEMENTS[element.kind].group, 5) - (1 if is_subject(element) else 0)


def _place(site: Site, stage: Stage, element: Element, name: str, result: Arrangement, slots: list[Slot]) -> None:
    home = home_of(element)
    if home == "sky" and element.kind in _own_sky(site):
        return
    if element.place == "auto" and element.depth == "auto":
        element = _into_slots(site, element, name, result, slots)
        if not element.count:
            return
    placer = _PLACERS.get(home, on_ground)
    if home == "far" and element.depth == "near" and element.kind not in HUGE:
        placer = on_ground
    zone: Zone = "ground" if placer is on_ground or home not in _ZONES else _ZONES[home]
    for item in list(placer(site, stage, element, name, result)):
        result.add(item, zone)


def _into_slots(site: Site, element: Element, name: str, result: Arrangement, slots: list[Slot]) -> Element:
    """Put figures where the setting would have its own of that kind; the element with the count that is left."""
    own = [slot for slot in slots if slot.kind == element.kind][: element.count]
    for member, slot in zip(members(site, element, name), own, strict=False):
        slots.remove(slot)
        size = slot.size * element.size
        result.add(
            Placed(member.name, element, member.figure, slot.x, slot.y, size, slot.z, slot.haze, slot.flip), "far"
        )
    return element.model_copy(update={"count": element.count - len(own)}) if own else element


def _own_sky(site: Site) -> set[str]:
    """What the sky draws by itself at this hour."""
    return {"moon", "star"} if site.light.night else {"sun", "cloud"}
