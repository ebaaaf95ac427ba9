"""English marks as clauses: a verb, the things around it with their prepositions, and what is said of them."""

from dataclasses import dataclass, field

from wanderhue.agent.grammar.marks import Clause, Hue, Mark, Thing

_INVERSE = {
    "warmer": "cooler",
    "cooler": "warmer",
    "brighter": "darker",
    "darker": "brighter",
    "vivid": "muted",
    "muted": "vivid",
}
_OPPOSITE_SIZE = {"bigger": "smaller", "smaller": "bigger", "big": "smaller", "small": "bigger"}
_PASSED_OVER = ("fill", "desc", "count", "det")


def inverse(direction: str) -> str:
    """The shift that undoes a direction; 'too pastel' asks for stronger colors."""
    return _INVERSE.get(direction, "vivid")


@dataclass(slots=True)
class _Pending:
    """What was said before a noun and waits for it."""

    det: str = ""
    count: int = 0
    hue: Hue | None = None
    size: str = ""
    how: str = ""
    neg: str = ""


@dataclass
class Builder:
    """Builds the clauses of one message, mark by mark."""

    clauses: list[Clause] = field(default_factory=list)
    clause: Clause = field(default_factory=lambda: Clause(0, 0))
    wait: _Pending = field(default_factory=_Pending)
    role: str = ""
    running_no: bool = False
    """True while a 'no' or 'without' still covers the nouns that follow."""
    soft: str = ""

    def build(self, marks: list[Mark]) -> list[Clause]:
        """The clauses of `marks`, in order."""
        for i, mark in enumerate(marks):
            follow = marks[i + 1 :]
            handler = getattr(self, f"_{mark.kind}", None)
            if handler is not None:
                if not self.clause.end:
                    self.clause.start = mark.start
                handler(mark, follow)
                self.clause.end = max(self.clause.end, mark.end)
        self._close(joined=False)
        return [clause for clause in self.clauses if clause.end]

    def _close(self, *, joined: bool) -> None:
        if self.clause.end:
            self.clauses.append(self.clause)
        self.clause = Clause(0, 0, joined=joined)
        self.wait, self.role, self.soft = _Pending(), "", ""

    def _new_if_soft(self, mark: Mark, *, always: bool = False) -> None:
        """Begin a joined clause at something that a comma or 'and' parts from what went before."""
        if self.soft or always:
            wait = self.wait
            self._close(joined=True)
            self.wait = wait
            self.clause.start, self.clause.end = mark.start, mark.start + 1

    def _stop(self, mark: Mark, follow: list[Mark]) -> None:
        self._close(joined=False)
        self.running_no = False

    def _break(self, mark: Mark, follow: list[Mark]) -> None:
        if self.clause.verb or self.clause.things or self.clause.hues or self.clause.shifts or self.clause.words:
            self._close(joined=False)
        self.running_no = False

    def _soft(self, mark: Mark, follow: list[Mark]) -> None:
        self.soft = mark.value
        self.wait = _Pending()
        if mark.value == "," and not self.running_no:
            self.role = ""

    def _verb(self, mark: Mark, follow: list[Mark]) -> None:
        clause, verb = self.clause, mark.value
        if verb in ("wear", "ride") and clause.elements("", "with", "to") and not self.soft:
            clause.flags.add(verb)
            self.role = "item"
            return
        said = clause.things or clause.hues or clause.shifts or clause.wishes or clause.size or clause.place
        if self.soft or (clause.verb and (said or "pron" in clause.flags and verb not in ("make", "want", "see"))):
            self._new_if_soft(mark, always=True)
            clause = self.clause
        self.running_no = False
        if self.wait.neg:
            clause.neg, self.wait.neg = True, ""
        if not clause.verb or verb not in ("make", "want", "see"):
            clause.verb = verb
        self.role = "item" if verb in ("wear", "ride") else ""

    def _not(self, mark: Mark, follow: list[Mark]) -> None:
        if mark.value != "no" or not follow or follow[0].kind not in ("soft", "stop", "verb", "pron", "prep"):
            self.wait.neg = "running" if mark.tail == "no" else "once"
            if mark.tail in ("not so", "not as", "not that", "isn't so"):
                self.wait.how = "less"

    def _prep(self, mark: Mark, follow: list[Mark]) -> None:
        if self.soft and mark.value == "with" and self.clause.verb == "remove":
            self._new_if_soft(mark)
            self.clause.borrows = False
        self.role = "to" if mark.tail == "by" and self.clause.verb == "replace" else mark.value
        self.wait.count = 0
        if mark.value == "no":
            self.role, self.wait.neg = "", "running"

    def _partial(self, mark: Mark, follow: list[Mark]) -> None:
        self.clause.flags.add("partial")

    def _det(self, mark: Mark, follow: list[Mark]) -> None:
        if mark.value == "only":
            self.running_no = False
            if not (follow and follow[0].kind == "thing"):
                return
        self.wait.det = mark.value
        if self.wait.neg and mark.tail in ("many", "lots of", "a lot of", "plenty of"):
            self.wait.how, self.wait.neg = "many", ""
        if mark.tail == "a little" and follow and follow[0].kind == "thing" and "element" in follow[0].senses:
            self.wait.size = "smaller"
        if mark.value == "a":
            self.running_no = False

    def _count(self, mark: Mark, follow: list[Mark]) -> None:
        if self.role == "of" and self.clause.things and not (follow and follow[0].kind == "thing"):
            self.clause.things[-1].count = mark.number
            return
        self.wait.count = mark.number
        self.running_no = False

    def _more(self, mark: Mark, follow: list[Mark]) -> None:
        self.wait.how = "more"
        self.running_no = False

    def _less(self, mark: Mark, follow: list[Mark]) -> None:
        self.wait.how = "less"
        self.running_no = False

    def _too(self, mark: Mark, follow: list[Mark]) -> None:
        self.wait.how = "too"

    def _many(self, mark: Mark, follow: list[Mark]) -> None:
        self.wait.how, self.wait.neg = "many", ""

    def _cop(self, mark: Mark, follow: list[Mark]) -> None:
        self._new_if_soft(mark)
        self.clause.flags.add("cop")

    def _pron(self, mark: Mark, follow: list[Mark]) -> None:
        self.clause.flags.add("pron")

    def _flag(self, mark: Mark, follow: list[Mark]) -> None:
        self.clause.flags.add(mark.value)
        if mark.value in ("light", "chroma") and self.wait.how:
            self._direction({"light": "brighter", "chroma": "vivid"}[mark.value], mark)

    def _region(self, mark: Mark, follow: list[Mark]) -> None:
        if self.role not in ("at", "in", "on", "with", "of"):
            self._new_if_soft(mark)
            self.clause.regions.append((mark.start, mark.end))

    def _dislike(self, mark: Mark, follow: list[Mark]) -> None:
        self.clause.flags.add("zoom?")
        self._word(mark, follow)

    def _label(self, mark: Mark, follow: list[Mark]) -> None:
        self._word(mark, follow)

    def _word(self, mark: Mark, follow: list[Mark]) -> None:
        self.clause.words.append((mark.start, mark.end))

    def _desc(self, mark: Mark, follow: list[Mark]) -> None:
        self.clause.described.append((mark.start, mark.end))

    def _wish(self, mark: Mark, follow: list[Mark]) -> None:
        if self.wait.neg or self.clause.neg:
            self.clause.words.append((mark.start, mark.end))
            return
        if mark.wish is not None:
            self.clause.wishes.append(mark.wish)

    def _zoom(self, mark: Mark, follow: list[Mark]) -> None:
        if mark.tail == "more of" and not (follow and follow[0].value == "the"):
            return
        self._new_if_soft(mark)
        self.clause.flags.add(f"zoom:{mark.value.lstrip('?')}")
        self.role = "at"

    def _place(self, mark: Mark, follow: list[Mark]) -> None:
        if mark.value.startswith("?") and not (
            self.clause.verb in ("move", "want") or self.role in ("to", "on", "at", "in")
        ):
            return
        place = mark.value.lstrip("?")
        last = self.clause.things[-1] if self.clause.things and not self.soft else None
        if last is not None and last.element and last.role in ("", "with") and not last.place:
            last.place = place
        self.clause.place = self.clause.place or place
        self.role = ""

    def _bad(self, mark: Mark, follow: list[Mark]) -> None:
        self._new_if_soft(mark)
        self.clause.shifts.append((mark.value, False))

    def _shift(self, mark: Mark, follow: list[Mark]) -> None:
        after = _next(follow)
        compared = mark.tail.split()[0].endswith(("er", "ier", "en")) or bool(self.wait.how)
        if after is not None and after.kind == "thing" and not compared and not self.wait.neg:
            self.clause.described.append((mark.start, mark.end))
            return
        self._direction(mark.value, mark)

    def _direction(self, value: str, mark: Mark) -> None:
        self._new_if_soft(mark)
        positive = not mark.tail.split()[0].endswith(("er", "en"))
        complaint = "cop" in self.clause.flags and positive and not self.clause.verb and not self.wait.how
        turned = self.wait.how in ("less", "too") or bool(self.wait.neg) or complaint or self.clause.verb == "shrink"
        self.clause.shifts.append((inverse(value) if turned else value, False))
        self.wait = _Pending(how=self.wait.how)

    def _size(self, mark: Mark, follow: list[Mark]) -> None:
        after = _next([m for m in follow if m.kind != "color"])
        direction = {"big": "bigger", "small": "smaller"}.get(mark.value, mark.value)
        if (
            after is not None
            and after.kind == "thing"
            and "element" in after.senses
            and self.wait.how not in ("less", "too")
        ):
            self.wait.size = direction
            return
        complaint = (
            "cop" in self.clause.flags and mark.value in ("big", "small") and not self.clause.verb and not self.wait.how
        )
        turned = self.wait.how in ("less", "too") or bool(self.wait.neg) or complaint
        if not self.clause.things:
            self._new_if_soft(mark)
        self.clause.size = _OPPOSITE_SIZE[mark.value] if turned else direction
        self.wait = _Pending()

    def _color(self, mark: Mark, follow: list[Mark]) -> None:
        if mark.hue is None:
            return
        after = _next([m for m in follow if m.kind != "color"])
        if after is not None and after.kind == "thing" and "element" in after.senses and self.wait.how in ("", "more"):
            self.wait.hue = self.wait.hue or mark.hue
            return
        how = {"too": "less"}.get(self.wait.how, self.wait.how) or mark.tail
        if self.wait.neg or (self.running_no and self.soft):
            how = "no"
        before = self.clause.hues[-1] if self.clause.hues else None
        if before is not None and self.soft:
            how = how or before[1]
        elif not (self.clause.elements("") and self.soft == ""):
            self._new_if_soft(mark)
        if self.wait.neg == "running":
            self.running_no = True
        self.clause.hues.append((mark.hue, how, self.role))
        self.soft, self.wait = "", _Pending()

    def _thing(self, mark: Mark, follow: list[Mark]) -> None:
        element, said = "element" in mark.senses, bool(self.clause.size or self.clause.place or self.clause.hues)
        before_no = bool(self.clause.things) and self.clause.things[-1].role == "no" and self.soft in ("or", "nor")
        if self.soft and (said or not element or not self.clause.things or self.clause.shifts):
            self._new_if_soft(mark)
        if self.soft and self.clause.verb == "remove" and (self.wait.size or self.wait.how == "more"):
            self._new_if_soft(mark)
            self.clause.borrows = False
        inherited = self.clause.things[-1].role if self.soft and self.clause.things else ""
        role = self.role or (inherited if inherited in ("with", "no", "from", "to", "item") else "")
        role = "" if role == "no" and self.wait.det in ("only", "a") else role
        if (
            self.wait.neg
            or before_no
            or (self.running_no and self.wait.det != "a" and (element or self.soft in ("or", "nor")))
        ):
            role = "no"
            self.running_no = self.running_no or self.wait.neg == "running"
        role = "of" if mark.tail == "'s" else role
        thing = Thing(
            mark.start, mark.end, mark.senses, role, self.wait.det, self.wait.count, self.wait.hue, self.wait.size
        )
        if self.wait.how:
            thing.det = self.wait.how
        if mark.hue is not None:
            thing.hue = thing.hue or mark.hue
        self.clause.things.append(thing)
        self.soft, self.wait = "", _Pending()
        if self.role not in ("item",):
            self.role = ""


def _next(follow: list[Mark]) -> Mark | None:
    """The next mark that is neither filling nor describing."""
    return next((mark for mark in follow if mark.kind not in _PASSED_OVER), None)
