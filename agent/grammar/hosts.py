"""Who wears, holds or rides what: 'a hat on the rabbit', '말 탄 사람'."""

from wanderhue.agent.feedback import Wish
from wanderhue.agent.grammar.elements import add
from wanderhue.agent.grammar.marks import Clause, Thing
from wanderhue.agent.vocabulary import ELEMENTS

_ANIMALS = ("horse", "camel", "cow", "bear", "deer", "whale")
_VESSELS = ("boat", "sailboat", "ship", "surfboard", "bicycle", "car", "train", "balloon")
MOUNTS = frozenset((*_ANIMALS, *_VESSELS))
"""What a person or an animal can sit on."""


def is_carried(thing: Thing) -> bool:
    """Whether it is something held or worn."""
    return bool(thing.element) and ELEMENTS[thing.element].home in ("held", "worn")


def is_alive(thing: Thing) -> bool:
    """Whether it is a person or an animal."""
    return bool(thing.element) and (ELEMENTS[thing.element].group in ("people", "animals") or thing.element == "bird")


def relations(clause: Clause, verb: str, last: str) -> tuple[list[Wish], list[Thing]]:
    """Wishes about who wears, holds or rides what, and the things that they used up.

    `last` is the kind spoken of before, for 'give it a hat'.
    """
    wishes: list[Wish] = []
    used: list[Thing] = []
    for item in [t for t in clause.things if t.element]:
        if item.element == "balloon" and (item.role in ("item", "with") or verb in ("give", "wear")):
            item.senses = {"element": "toy_balloon"}  # nobody holds a hot air balloon
        host = _host(clause, item, verb)
        points_back = "pron" in clause.flags and verb in ("give", "add", "wear") and item.role == ""
        if host is not None and item not in used:
            wishes += add(item, on=host.element)
            used += [item, host] if host.role else [item]
        elif host is None and last and points_back and is_carried(item):
            wishes += add(item, on=last)
            used.append(item)
    return wishes, used


def _host(clause: Clause, item: Thing, verb: str) -> Thing | None:
    """Who wears, holds or carries `item`, if the clause says so."""
    if item.role == "" and is_carried(item):
        return _given(clause, item, verb)
    if item.role == "item" and "turned" in clause.flags:
        after = [t for t in clause.things if t.start >= item.end and is_alive(t)]
        return after[0] if after and is_carried(item) else None
    if item.role in ("with", "item") and is_carried(item):
        before = [t for t in clause.things if t.end <= item.start and is_alive(t)]
        return before[-1] if before else None
    if item.role == "" and is_alive(item) and item.element != "bird" and verb != "remove":
        return _mount(clause, item, verb)
    return None


def _given(clause: Clause, item: Thing, verb: str) -> Thing | None:
    """The one that gets `item`: 'a hat for the rabbit', 'give the rabbit a hat'."""
    spots = ("at",) if verb in ("wear", "ride", "give") else ()
    bearers = [t for t in clause.elements("host", "on", "to", "in", *spots) if t is not item and is_alive(t)]
    if bearers:
        return bearers[0]
    others = [t for t in clause.elements("", "with", "of") if t is not item and is_alive(t)]
    if verb == "want":  # 'the dog needs a hat'
        others = [t for t in others if t.det == "the" and t.end <= item.start and item.det == "a"]
    return others[0] if others and verb in ("give", "wear", "want") else None


def _mount(clause: Clause, rider: Thing, verb: str) -> Thing | None:
    """What `rider` sits on."""
    spots = ("at", "") if verb == "ride" else ()
    mounts = [t for t in clause.elements("on", "in", "item", "host", *spots) if t.element in MOUNTS and t is not rider]
    if not mounts or (mounts[0].role == "item" and "ride" not in clause.flags and verb != "ride"):
        return None
    return mounts[0]
