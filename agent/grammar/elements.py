"""Clauses about things in the picture: more of them, fewer, bigger, elsewhere, in another color, worn or ridden."""

from wanderhue.agent.feedback import AddElement, Move, RemoveElement, Resize, UseColor, Wish
from wanderhue.agent.grammar.marks import Clause, Hue, Thing
from wanderhue.agent.scene import Scene
from wanderhue.agent.vocabulary import ELEMENTS

_ALIVE = ("people", "animals")
MOUNTS = frozenset(
    {
        "horse",
        "camel",
        "cow",
        "boat",
        "sailboat",
        "ship",
        "bicycle",
        "car",
        "balloon",
        "train",
        "surfboard",
        "whale",
        "bear",
        "deer",
    }
)
_STRONG = ("add", "give", "wear", "ride")
_BIGGER = {"grow": "bigger", "shrink": "smaller"}


def is_carried(thing: Thing) -> bool:
    """Whether it is something held or worn."""
    return ELEMENTS[thing.element].home in ("held", "worn") if thing.element else False


def is_alive(thing: Thing) -> bool:
    """Whether it is a person or an animal."""
    return ELEMENTS[thing.element].group in _ALIVE or thing.element == "bird" if thing.element else False


def use(hue: Hue, element: str | None = None) -> UseColor:
    """A wish for a color."""
    return UseColor(color=hue.hex, name=hue.name, element=element)


def add(thing: Thing, *, on: str | None = None, hue: Hue | None = None, place: str = "") -> list[Wish]:
    """The wishes for one thing more: a size that was said is a wish of its own."""
    color = hue or thing.hue
    one = AddElement.model_validate(
        {
            "element": thing.element,
            "count": min(max(thing.count, 1), 12),
            "color": color.hex if color else None,
            "place": place or thing.place or "auto",
            "on": on,
            "asked_as": thing.senses.get("asked_as"),
        }
    )
    return [one, *([_resize(thing.element, thing.size)] if thing.size else [])]


def remove(thing: Thing) -> Wish:
    """The wish for one thing less; the group where the word names one."""
    return RemoveElement(element=thing.senses.get("group") or thing.element)


def _resize(element: str, direction: str) -> Wish:
    return Resize.model_validate({"element": element, "direction": direction})


def relations(clause: Clause, verb: str, last: str) -> tuple[list[Wish], list[Thing]]:
    """Wishes about who wears, holds or rides what, and the things that they used up."""
    subjects = clause.elements("", "with", "of")
    wishes: list[Wish] = []
    used: list[Thing] = []
    for item in [t for t in clause.things if t.element]:
        host = _host(clause, item, verb, subjects)
        if host is None and item.role == "" and is_carried(item) and last and _points_back(clause, verb):
            wishes += add(item, on=last)
            used.append(item)
        elif host is not None and item not in used:
            wishes += add(item, on=host.element)
            used.append(item)
            if host.role != "":
                used.append(host)
    return wishes, used


def _points_back(clause: Clause, verb: str) -> bool:
    return "pron" in clause.flags and verb in ("give", "add", "wear") and ELEMENTS is not None


def _host(clause: Clause, item: Thing, verb: str, subjects: list[Thing]) -> Thing | None:
    """Who wears, holds or carries `item`, if the clause says so."""
    if item.on is not None:
        return item.on
    roles = ("host", "on", "to", "in", "at") if verb in ("wear", "ride", "give") else ("host", "on", "to", "in")
    bearers = [t for t in clause.elements(*roles) if t is not item]
    if item.role == "" and is_carried(item):
        alive = [t for t in bearers if is_alive(t)]
        if alive:
            return alive[0]
        first = next((t for t in subjects if t is not item and is_alive(t)), None)
        return first if verb in ("give", "wear") else None
    if item.role == "item" and "turned" in clause.flags:
        after = [t for t in clause.things if t.start >= item.end and is_alive(t)]
        return after[0] if after and (is_carried(item) or item.element in MOUNTS) else None
    if item.role in ("with", "item") and is_carried(item):
        before = [t for t in clause.things if t.end <= item.start and is_alive(t)]
        return before[-1] if before else None
    if item.role == "" and is_alive(item) and item.element != "bird" and verb != "remove":
        mounted = ("on", "in", "item", "host", *(("at", "") if verb == "ride" else ()))
        mounts = [t for t in clause.elements(*mounted) if t.element in MOUNTS and t is not item]
        return mounts[0] if mounts and (mounts[0].role != "item" or "ride" in clause.flags or verb == "ride") else None
    return None


def subjects_of(clause: Clause, used: list[Thing]) -> list[Thing]:
    """The things that the clause is about."""
    about = [t for t in clause.elements("", "with") if t not in used]
    if "hue" in clause.flags or "dim" in clause.flags:
        about += [t for t in clause.elements("of") if t not in used]
    return about


def is_known(thing: Thing, scene: Scene) -> bool:
    """Whether the picture has such a thing."""
    return any(
        element.kind == thing.element or thing.element in (element.riding, *element.holding, *element.wearing)
        for element in scene.elements
    )


def about(thing: Thing, clause: Clause, verb: str, known: bool) -> list[Wish]:
    """What the clause wants of one thing; nothing if it only names it."""
    definite = (
        thing.det == "the"
        or (thing.det == "only" and verb not in _STRONG)
        or (not thing.det and not thing.count and known and verb not in _STRONG)
    )
    hues = [hue for hue, how, _ in clause.hues if how in ("", "more")]
    wishes: list[Wish] = []
    if thing.det in ("less", "many", "too") or (
        thing.det == "only" and verb in ("", "exist", "want") and not (clause.size or hues or clause.place)
    ):
        return []
    if verb == "increase":
        return add(thing)
    if clause.size and (definite or verb not in _STRONG):
        wishes.append(_resize(thing.element, clause.size))
    elif verb in _BIGGER:
        wishes.append(_resize(thing.element, _BIGGER[verb]))
    elif thing.size and (definite or known) and verb not in _STRONG:
        wishes.append(_resize(thing.element, thing.size))
    if hues and (known or definite):
        wishes += [use(hue, thing.element) for hue in hues[:1]]
    elif (
        thing.hue and (definite or known) and verb not in _STRONG and thing.det not in ("a", "more") and not thing.count
    ):
        wishes.append(use(thing.hue, thing.element))
    place = thing.place or clause.place
    if place and (verb == "move" or definite):
        wishes.append(Move.model_validate({"element": thing.element, "place": place}))
    if (
        wishes
        or (definite and verb not in ("add", "want", "give"))
        or (known and thing.det == "the")
        or verb in ("move", "use")
    ):
        return wishes
    return add(thing, hue=hues[0] if hues else None, place=place)
