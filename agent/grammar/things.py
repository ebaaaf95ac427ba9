"""Clauses about things in the picture: what goes, what comes in its place, what is pointed back to."""

from wanderhue.agent.feedback import Wish
from wanderhue.agent.grammar.elements import about, add, move, remove, resize, use
from wanderhue.agent.grammar.hosts import is_carried, relations
from wanderhue.agent.grammar.marks import Clause, Hue, Thing
from wanderhue.agent.grammar.page import Page

_OPEN_VERBS = ("", "want", "exist", "make")


def replace(page: Page, clause: Clause, verb: str) -> str:
    """Take out what something else takes the place of; returns the verb that is left for the rest."""
    new = [t for t in clause.elements("to", "with") if t.role == "to" or verb == "replace"]
    old = [t for t in clause.things if t.role == "from" and (t.element or "group" in t.senses)]
    subjects = clause.elements("")
    if new and (verb in ("replace", "make") or (verb == "" and not any(is_carried(t) for t in subjects))):
        old += subjects
    elif not old and len(subjects) == 2 and subjects[1].det == "a":
        old, new = subjects[:1], subjects[1:]
    if not old:
        return verb
    page.wishes += [remove(t) for t in old]
    for thing in new:
        thing.role, thing.det = "", "a"
    clause.things = [t for t in clause.things if t not in old]
    return "add" if verb in (*_OPEN_VERBS, "replace", "use", "see") else verb


def read_things(page: Page, clause: Clause, verb: str, *, removing: bool) -> None:
    """Everything that the clause wants of things."""
    for thing in [t for t in clause.things if t.element or "group" in t.senses]:
        if thing.role == "no" or (removing and thing.role in ("", "with", "of")):
            clause.things.remove(thing)
            _remove(page, thing)
    if removing:
        if "pron" in clause.flags and not clause.things and page.before and not clause.said:
            page.wishes += [remove(thing) for thing in page.before]
            page.take_back()
        return
    wishes, used = relations(clause, verb, page.last)
    page.wishes += wishes
    hosts = {getattr(wish, "on", None) for wish in wishes}
    spoken = clause.elements("")
    for thing in clause.elements("to", *(("at", "on", "in") if clause.hues and not spoken else ())):
        colored = thing.hue or thing.size or clause.hues
        if thing not in used and page.has(thing) and colored and verb != "add":
            thing.role, thing.det = "", "the"
    _read_places(page, clause, verb, used)
    subjects = _subjects(clause, used)
    for thing in subjects:
        page.wishes += _about(page, thing, clause, verb=verb, hosting=thing.element in hosts)
    if not subjects and page.before:
        _point_back(page, clause, verb)
    if subjects or used:
        page.before, page.told = subjects or used, (clause.start, clause.end)
    page.unknown += [(t.start, t.end) for t in clause.things if "group" in t.senses and not t.element and not t.slot]


def _subjects(clause: Clause, used: list[Thing]) -> list[Thing]:
    """The things that the clause is about: also the boat of 'the color of the boat'."""
    roles = ("", "with", "of") if {"hue", "dim"} & clause.flags else ("", "with")
    return [t for t in clause.elements(*roles) if t not in used]


def _remove(page: Page, thing: Thing) -> None:
    """Take a thing out; some of several cannot be taken out by number."""
    if thing.count and page.here(thing.element) > thing.count:
        page.drop_thing(thing)
    else:
        page.wishes.append(remove(thing))


def _read_places(page: Page, clause: Clause, verb: str, used: list[Thing]) -> None:
    """Things only pointed at: '... under a tree' needs the tree; 'like a dog' and 'to the dog' are beyond us."""
    for thing in [t for t in clause.things if t.element and t not in used and not clause.looks(verb)]:
        near = thing.role in ("at", "in", "on") and (thing.det == "a" or thing.count)
        if near and verb in ("add", "want", "exist", ""):
            page.wishes += [] if page.has(thing) else add(thing)
        elif thing.role == "like" or (thing.role == "to" and verb in ("replace", "make", "move")):
            page.drop_thing(thing)


def _about(page: Page, thing: Thing, clause: Clause, *, verb: str, hosting: bool) -> list[Wish]:
    """What the clause wants of one thing; a single thing made brighter or darker is not understood."""
    known = page.has(thing)
    there = known or thing.det == "the"
    if clause.looks(verb) or (hosting and (there or verb in ("give", "wear", "ride"))):
        return []
    shaded = bool(clause.shifts) and there and verb in (*_OPEN_VERBS, "grow", "shrink")
    if shaded or ("stated" in clause.flags and not clause.words) or not _count_missing(page, thing, verb):
        clause.shifts = []
        page.drop(clause)
        return []
    if clause.words and not (verb or thing.det or thing.count or thing.hue or known):
        return []  # '배가 고파': a noun beside a verb that is not understood
    found = about(thing, clause, verb, known=known)
    if not found and not clause.words and verb != "want" and thing.det != "only":
        page.drop_thing(thing)
    return found


def _count_missing(page: Page, thing: Thing, verb: str) -> bool:
    """Turn 'three boats in all' into how many are missing; False where none is."""
    here = page.here(thing.element)
    if thing.count and here and (thing.det == "total" or (verb == "increase" and thing.det == "a")):
        thing.count, thing.det = thing.count - here, "a"
        return thing.count > 0
    return True


def _point_back(page: Page, clause: Clause, verb: str) -> None:
    """'... and make it bigger', '... and red', '하나 더': said of what the words before were about."""
    joined = clause.joined or "pron" in clause.flags
    if "another" in clause.flags and verb == "add":
        page.wishes += add(Thing(clause.start, clause.end, {"element": page.last}))
    if clause.size:
        page.wishes.append(resize(page.last, clause.size))
        page.take_back()
    if clause.place and joined:
        page.wishes.append(move(page.last, clause.place))
    plain = [entry for entry in clause.hues if entry.how == ""]
    if plain and joined and not clause.regions and verb in ("", "make", "replace"):
        _color_last(page, plain[0].hue)
        clause.hues.remove(plain[0])


def _color_last(page: Page, hue: Hue) -> None:
    for i, wish in enumerate(page.wishes):
        if wish.kind == "add" and wish.element == page.last and wish.color is None:
            page.wishes[i] = wish.model_copy(update={"color": hue.hex})
            return
    page.wishes.append(use(hue, page.last))
