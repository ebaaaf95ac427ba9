"""Clauses about the colors of the whole picture: more of one, less of another, warmer, calmer."""

from wanderhue.agent.feedback import ShiftColors, WeighColor
from wanderhue.agent.grammar.elements import use
from wanderhue.agent.grammar.marks import Clause
from wanderhue.agent.grammar.page import Page


def read_hues(page: Page, clause: Clause, verb: str, *, removing: bool) -> None:
    """The wishes about colors that no thing took."""
    of_thing = any(t.role in ("", "with", "of") and t.element for t in clause.things)
    replacing = verb == "replace" and len(clause.hues) > 1
    if of_thing:
        page.unknown += [said.span for said in clause.hues if said.how == ""][1:]  # a thing has one color
    given = False
    for hue, how, role, _ in clause.hues:
        given = given or role in ("to", "with")  # and so are those after it: 'for red, gold and blue'
        if of_thing and how != "less":
            continue
        unwanted = role == "from" or (replacing and role == "" and not given)
        direction = _direction("no" if unwanted else how, verb, removing=removing)
        if direction:
            page.wishes.append(WeighColor.model_validate({"color": hue.family, "direction": direction}))
        else:
            page.wishes.append(use(hue))
    if not clause.hues and not clause.shifts and not clause.elements("", "with", "of"):
        clause.shifts += _dialed(clause, verb)
    if not removing:
        page.wishes += [ShiftColors.model_validate({"direction": direction}) for direction in clause.shifts]
    if clause.hues or clause.shifts or clause.size or removing:
        page.unknown += clause.regions


def _direction(how: str, verb: str, *, removing: bool) -> str:
    """'more', 'less' or ''."""
    if how:
        return "less" if how == "no" else how
    if removing or verb == "shrink":
        return "less"
    return "more" if verb in ("grow", "increase") else ""


def _dialed(clause: Clause, verb: str) -> list[str]:
    """'Lower the saturation', '밝기를 올려줘': a dial of the whole picture turned."""
    if verb not in ("grow", "increase", "shrink", "add") and not clause.size:
        return []
    up = verb != "shrink" and clause.size != "smaller"
    if {"chroma", "hue"} & clause.flags:
        return ["vivid" if up else "muted"]
    return ["brighter" if up else "darker"] if "light" in clause.flags else []
