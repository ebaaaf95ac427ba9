"""From clauses to wishes, the same for both languages; what no rule takes is handed back as not understood."""

from collections.abc import Iterable

from wanderhue.agent.feedback import Zoom
from wanderhue.agent.grammar.hues import read_hues
from wanderhue.agent.grammar.marks import Clause
from wanderhue.agent.grammar.page import Page
from wanderhue.agent.grammar.slots import read_slot, settle_refused
from wanderhue.agent.grammar.things import read_things, replace
from wanderhue.agent.scene import Scene

_NEGATABLE = ("", "add", "want", "exist", "keep", "see", "give", "wear", "ride")
"""Verbs whose negation means to take something out: 'don't add people', 'I don't want rain'."""


def decide(clauses: Iterable[Clause], scene: Scene) -> Page:
    """Read the clauses in order, in the light of the scene."""
    page = Page(scene)
    for clause in clauses:
        _read(page, clause)
    settle_refused(page)
    return page


def _read(page: Page, clause: Clause) -> None:
    verb, neg = clause.verb, clause.neg
    if clause.joined and clause.borrows and not verb and (clause.things or clause.hues or clause.size or clause.place):
        verb, neg = page.verb, page.neg
    page.verb, page.neg = verb, neg
    if "partial" in clause.flags and (verb in ("remove", "shrink") or neg):
        page.drop(clause)
        return
    if "disliked" in clause.flags and clause.things and all(t.slot and not t.element for t in clause.things):
        page.refused += [(t.slot, (t.start, t.end)) for t in clause.things]  # another one may be named later
        return
    page.unknown += clause.words
    if verb == "keep" and not neg and clause.shifts and "hue" in clause.flags:
        verb = "make"  # 'keep the colors warm'
    if verb == "remove" and not neg and {"chroma", "light"} & clause.flags and not clause.things:
        verb = "shrink"
    if (verb == "remove" and neg) or (verb == "keep" and not neg):
        return
    removing = verb == "remove" or (neg and verb in _NEGATABLE)
    if neg and not removing and (clause.things or not clause.hues):
        if clause.shifts and not clause.things and not clause.hues:
            page.refused.append(("shift", (clause.start, clause.end)))  # 'don't make it darker, make it lighter'
            return
        kept = verb == "replace" and not clause.said and not any(thing.role for thing in clause.things)
        if not kept:  # but 'don't change the dog' asks for nothing
            page.drop(clause)
        return
    done = len(page.wishes)
    _take_in(page, clause, verb, removing=removing, neg=neg)
    if len(page.wishes) > done:
        return
    if clause.words or _is_harmless(page, clause):
        page.unknown += clause.described
    else:
        page.drop(clause)


def _take_in(page: Page, clause: Clause, verb: str, *, removing: bool, neg: bool) -> None:
    page.wishes += clause.wishes
    zooms = sorted(flag.removeprefix("zoom:") for flag in clause.flags if flag.startswith("zoom:"))
    if zooms and verb in ("make", "move", "add") and clause.elements("") and not clause.place:
        page.drop(clause)  # 'get the boat closer to the lighthouse': there is no such wish
        return
    if clause.elements("") and (clause.place or verb == "move"):
        clause.flags -= {"zoom:closer", "zoom:wider"}  # 'further to the right'
    else:
        page.wishes += [Zoom.model_validate({"direction": direction}) for direction in zooms]
    clause.things = [t for t in clause.things if not read_slot(page, t, clause, verb=verb, removing=removing)]
    replaced = verb == "replace" or (verb in ("make", "") and clause.elements("to"))
    becomes = "be" in clause.flags and len(clause.elements("")) == 2  # 'could the cat be a fox?'
    if replaced or becomes or any(thing.role == "from" for thing in clause.things):
        verb = replace(page, clause, verb)
    read_things(page, clause, verb, removing=removing)
    read_hues(page, clause, verb, removing=removing or neg)


def _is_harmless(page: Page, clause: Clause) -> bool:
    """True for a clause without content of its own ('I think', 'for you'), or that was settled otherwise."""
    kept = bool(page.wishes) and bool(clause.things) and all(thing.det == "only" for thing in clause.things)
    said = (
        clause.said or clause.things or clause.regions or clause.described or {"dim", "light", "chroma"} & clause.flags
    )
    return kept or bool(page.refused) or not said
