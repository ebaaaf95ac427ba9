"""Wishes about one thing in the picture: one more, one less, bigger, elsewhere, in another color."""

from wanderhue.agent.feedback import AddElement, Move, RemoveElement, Resize, UseColor, Wish
from wanderhue.agent.grammar.marks import Clause, Hue, Thing

STRONG = ("add", "give", "wear", "ride")
"""Verbs that bring something into the picture whether or not there is one already."""
_SIZES = {"grow": "bigger", "shrink": "smaller"}


def use(hue: Hue, element: str | None = None) -> UseColor:
    """A wish for a color."""
    return UseColor(color=hue.hex, name=hue.name, element=element)


def resize(element: str, direction: str) -> Resize:
    """A wish for a size."""
    return Resize.model_validate({"element": element, "direction": direction})


def move(element: str, place: str) -> Move:
    """A wish for a side."""
    return Move.model_validate({"element": element, "place": place})


def remove(thing: Thing) -> RemoveElement:
    """The wish for one thing less; the group where the word names one."""
    return RemoveElement(element=thing.senses.get("group") or thing.element)


def add(thing: Thing, *, on: str | None = None, hue: Hue | None = None, place: str = "") -> list[Wish]:
    """The wishes for one thing more: a size that was said is a wish of its own."""
    color = hue or thing.hue
    fields = {
        "element": thing.element,
        "count": min(max(thing.count, 1), 12),
        "color": color.hex if color else None,
        "place": place or thing.place or "auto",
        "on": on,
        "asked_as": thing.senses.get("asked_as"),
    }
    return [AddElement.model_validate(fields), *([resize(thing.element, thing.size)] if thing.size else [])]


def about(thing: Thing, clause: Clause, verb: str, *, known: bool) -> list[Wish]:
    """What the clause wants of one thing; nothing if it only names it. `known`: the picture has one."""
    definite = _is_definite(thing, verb, known=known)
    hues = [said.hue for said in clause.hues if said.how in ("", "more")]
    place = thing.place or clause.place
    kept = thing.det == "only" and verb in ("", "exist", "want") and not (clause.size or hues or clause.place)
    if thing.det in ("less", "many", "too") or kept:
        return []
    if verb == "increase":
        return add(thing)
    wishes: list[Wish] = [*_sizes(thing, clause, verb, there=definite or known, definite=definite)]
    wishes += _colors(thing, hues, verb, there=definite or known)
    if place and (verb == "move" or definite):
        wishes.append(move(thing.element, place))
    named_only = (definite and verb not in ("add", "want", "give")) or (known and thing.det == "the")
    if wishes or named_only or verb in ("move", "use"):
        return wishes
    return add(thing, hue=hues[0] if hues else None, place=place)


def _is_definite(thing: Thing, verb: str, *, known: bool) -> bool:
    """Whether the words mean the very thing that is in the picture."""
    bare = not thing.det and not thing.count and known
    return thing.det == "the" or ((bare or thing.det == "only") and verb not in STRONG)


def _sizes(thing: Thing, clause: Clause, verb: str, *, there: bool, definite: bool) -> list[Wish]:
    if clause.size and (definite or verb not in STRONG):
        return [resize(thing.element, clause.size)]
    if verb in _SIZES:
        return [resize(thing.element, _SIZES[verb])]
    return [resize(thing.element, thing.size)] if thing.size and there and verb not in STRONG else []


def _colors(thing: Thing, hues: list[Hue], verb: str, *, there: bool) -> list[Wish]:
    """The color said of it, or the one it was named with: 'the red boat' where there is a boat."""
    if not there:
        return []
    if hues:
        return [use(hues[0], thing.element)]
    new = verb in STRONG or thing.det in ("a", "more") or bool(thing.count)
    return [use(thing.hue, thing.element)] if thing.hue and not new else []
