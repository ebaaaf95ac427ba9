"""Korean marks as clauses: the things come first, the verb that they belong to ends the clause."""

import re
from dataclasses import dataclass, field

from wanderhue.agent.grammar.clauses import inverse
from wanderhue.agent.grammar.marks import Clause, Hue, Mark, Thing

_ROLES = (
    ("host", ("에게", "한테", "께", "더러")),
    ("at", ("에다가", "에다", "에서", "에")),
    ("to", ("으로", "로")),
    ("of", ("의",)),
)
_WITH = ("와", "과", "랑", "하고", "도", "나")
_OPPOSITE = {"bigger": "smaller", "smaller": "bigger", "big": "smaller", "small": "bigger"}


def role_of(tail: str) -> str:
    """The role that a chain of particles gives."""
    for role, particles in _ROLES:
        if any(tail == particle or tail.startswith(particle) or tail.endswith(particle) for particle in particles):
            return role
    return ""


def korean_clauses(marks: list[Mark]) -> list[Clause]:
    """The clauses of `marks`, in order."""
    return _Builder().build(marks)


@dataclass
class _Builder:
    """Builds the clauses of one message, mark by mark."""

    clauses: list[Clause] = field(default_factory=list)
    clause: Clause = field(default_factory=lambda: Clause(0, 0))
    count: int = 0
    hue: Hue | None = None
    size: str = ""
    how: str = ""
    neg: bool = False
    after: str = ""
    """The kind of the mark before."""

    def build(self, marks: list[Mark]) -> list[Clause]:
        for i, mark in enumerate(marks):
            handler = getattr(self, f"_{mark.kind}", None)
            if handler is not None:
                if not self.clause.end:
                    self.clause.start = mark.start
                handler(mark, marks[i + 1 :])
                self.clause.end = max(self.clause.end, mark.end)
            if mark.kind != "fill":
                self.after = mark.kind
        self._close(joined=False)
        return _lend_verbs([clause for clause in self.clauses if clause.end])

    def _close(self, *, joined: bool) -> None:
        if self.count and not self.clause.things:
            self.clause.flags.add("another")
        if self.how == "more" and not self.clause.verb and {"chroma", "light"} & self.clause.flags:
            self.clause.verb = "grow"
        if self.clause.end:
            self.clauses.append(self.clause)
        self.clause = Clause(0, 0, joined=joined, borrows=False)
        self.count, self.hue, self.size, self.how, self.neg = 0, None, "", "", False

    def _said(self) -> bool:
        """Whether the clause already says something of a thing, so that another thing begins another clause."""
        clause = self.clause
        return bool(
            clause.elements("", "of") and (clause.size or clause.place or any(role == "to" for *_, role in clause.hues))
        )

    def _stop(self, mark: Mark, follow: list[Mark]) -> None:
        self._close(joined=False)

    def _soft(self, mark: Mark, follow: list[Mark]) -> None:
        self.how = ""
        if self._said() or self.clause.shifts or (self.clause.hues and not self.clause.things):
            self._close(joined=True)

    def _thing(self, mark: Mark, follow: list[Mark]) -> None:
        clause = self.clause
        if self._said() and "element" in mark.senses:
            self._close(joined=True)
            clause = self.clause
            clause.start, clause.end = mark.start, mark.end
        det = "only" if mark.tail.endswith("만") else ""
        thing = Thing(
            mark.start, mark.end, mark.senses, role_of(mark.tail), det, self.count, self.hue, self.size, tail=mark.tail
        )
        if self.how and "element" not in mark.senses:
            thing.det = {"more": ""}.get(self.how, self.how)
        clause.things.append(thing)
        self.count, self.hue, self.size = 0, None, ""

    def _count(self, mark: Mark, follow: list[Mark]) -> None:
        last = self.clause.things[-1] if self.clause.things else None
        if (
            last is not None
            and last.element
            and self.after == "thing"
            and last.role in ("", "of")
            and not last.count
            and "의" not in mark.tail
        ):
            last.count, last.det = mark.number, "total" if mark.tail.endswith("로") else "a"
            if "만" in mark.tail or not mark.number:
                self.clause.flags.add("partial")
            return
        self.count = mark.number

    def _from(self, mark: Mark, follow: list[Mark]) -> None:
        self._turn("from", mark)

    def _no(self, mark: Mark, follow: list[Mark]) -> None:
        self._turn("no", mark)

    def _turn(self, role: str, mark: Mark) -> None:
        """Give the things just said (joined by 와, 랑) a role; colors before 말고 are unwanted."""
        if self.after == "color" and self.clause.hues:
            hue, _, to = self.clause.hues[-1]
            self.clause.hues[-1] = (hue, "no", to)
        elif self.clause.things:
            things = self.clause.things
            things[-1].role = role
            for thing, after in zip(things[-2::-1], things[:0:-1], strict=True):
                if not thing.tail.endswith(_WITH) or after.role != role:
                    break
                thing.role = role
        else:
            self.clause.words.append((mark.start, mark.end))

    def _absent(self, mark: Mark, follow: list[Mark]) -> None:
        self._finish("remove", mark, neg=False)

    def _verb(self, mark: Mark, follow: list[Mark]) -> None:
        verb, neg = mark.value, mark.neg or self.neg
        if verb == "place":
            verb = "move" if any(not thing.count for thing in self.clause.elements("")) and self.clause.place else "add"
        if verb == "keep" and self.clause.shifts and not self.clause.things:
            return
        self._finish(verb, mark, neg=neg)

    def _finish(self, verb: str, mark: Mark, *, neg: bool) -> None:
        clause = self.clause
        if clause.verb:
            self._close(joined=True)
            clause = self.clause
            clause.start = mark.start
        clause.verb, clause.neg, clause.end = verb, neg, mark.end
        self._close(joined=True)

    def _worn(self, mark: Mark, follow: list[Mark]) -> None:
        """'모자 쓴 토끼', '말 탄 사람': what stands before is worn or ridden by what follows."""
        if not self.clause.things:
            return
        item = self.clause.things[-1]
        item.role = "item"
        self.clause.flags.add(mark.value)
        self.clause.flags.add("turned")

    def _weather_verb(self, mark: Mark, follow: list[Mark]) -> None:
        if not any("weather" in thing.senses for thing in self.clause.things[-1:]):
            self.clause.words.append((mark.start, mark.end))
        elif mark.neg or self.neg:
            self.clause.things[-1].role = "no"

    def _not(self, mark: Mark, follow: list[Mark]) -> None:
        self.neg = True

    def _too(self, mark: Mark, follow: list[Mark]) -> None:
        self.how = "too"

    def _less(self, mark: Mark, follow: list[Mark]) -> None:
        self.how = "less"

    def _few(self, mark: Mark, follow: list[Mark]) -> None:
        self._weigh("less")

    def _many(self, mark: Mark, follow: list[Mark]) -> None:
        if self.how != "too":
            return
        self._weigh("less")
        for thing in self.clause.elements("")[-1:]:
            thing.det = "many"

    def _more(self, mark: Mark, follow: list[Mark]) -> None:
        if self.how == "too":
            return
        self.how = "more"
        if (
            self.after in ("thing", "more")
            and self.clause.things
            and re.search("많|풍성|가득|잔뜩|풍부", mark.tail)
            and self.clause.things[-1].role == ""
        ):
            self.clause.things[-1].det = "more"
        if self.after == "color" or "많" in mark.tail:
            self._weigh("more")

    def _weigh(self, how: str) -> None:
        if self.clause.hues and not self.clause.hues[-1][1]:
            hue, _, role = self.clause.hues[-1]
            self.clause.hues[-1] = (hue, how, role)

    def _flag(self, mark: Mark, follow: list[Mark]) -> None:
        self.clause.flags.add(mark.value)

    def _region(self, mark: Mark, follow: list[Mark]) -> None:
        if not mark.end or not self._spot(mark):
            self.clause.regions.append((mark.start, mark.end))

    def _spot(self, mark: Mark) -> bool:
        return mark.tail.endswith(("에", "에서", "에다", "로", "까지"))

    def _loc(self, mark: Mark, follow: list[Mark]) -> None:
        if self.clause.things and self.after == "thing":
            self.clause.things[-1].role = mark.value

    def _end(self, mark: Mark, follow: list[Mark]) -> None:
        """'... 하고 ...': another clause begins, unless 하고 only joins two nouns."""
        last = self.clause.things[-1] if self.clause.things else None
        if not (self.after == "thing" and last is not None and not last.tail):
            self._close(joined=True)

    def _partial(self, mark: Mark, follow: list[Mark]) -> None:
        self.clause.flags.add("partial")

    def _place(self, mark: Mark, follow: list[Mark]) -> None:
        if mark.tail in ("을", "은", "의"):
            self.clause.words.append((mark.start, mark.end))
            return
        clause = self.clause
        if self.how == "too":
            clause.flags.add("zoom?")
            return
        beside = self.after == "thing" and not clause.things[-1].tail and "에" in mark.tail
        other = any(thing.element and thing.tail for thing in clause.things[:-1])
        if beside and (other or any(m.kind == "thing" and "element" in m.senses for m in _until_verb(follow))):
            clause.things[-1].role = "at"
            clause.place = mark.value
            return
        if clause.place and clause.elements(""):
            self._close(joined=True)
        self.clause.place = mark.value

    def _zoom(self, mark: Mark, follow: list[Mark]) -> None:
        value = mark.value
        self.clause.flags.add(f"zoom:{value}")

    def _label(self, mark: Mark, follow: list[Mark]) -> None:
        self.clause.words.append((mark.start, mark.end))

    def _word(self, mark: Mark, follow: list[Mark]) -> None:
        self.clause.words.append((mark.start, mark.end))

    def _desc(self, mark: Mark, follow: list[Mark]) -> None:
        self.clause.described.append((mark.start, mark.end))

    def _wish(self, mark: Mark, follow: list[Mark]) -> None:
        rest = [m for m in follow if m.kind != "fill"][:1]
        if rest and rest[0].kind in ("from", "no"):
            return
        if mark.wish is not None:
            self.clause.wishes.append(mark.wish)

    def _bad(self, mark: Mark, follow: list[Mark]) -> None:
        self.clause.shifts.append((mark.value, False))
        self.how = ""

    def _shift(self, mark: Mark, follow: list[Mark]) -> None:
        after = next((m for m in follow if m.kind not in ("fill", "desc")), None)
        describes = after is not None and after.kind == "thing" and not self.how and follow[0].kind in ("thing", "desc")
        if describes:
            self.clause.described.append((mark.start, mark.end))
            return
        turned = self.how in ("less", "too") or mark.neg or self.neg
        self.clause.shifts.append((inverse(mark.value) if turned else mark.value, False))
        self.neg = False

    def _size(self, mark: Mark, follow: list[Mark]) -> None:
        attribute = mark.value in ("big", "small")
        after = next((m for m in follow if m.kind not in ("fill", "desc", "color", "count")), None)
        direction = {"big": "bigger", "small": "smaller"}.get(mark.value, mark.value)
        if (
            attribute
            and after is not None
            and after.kind == "thing"
            and "element" in after.senses
            and self.how not in ("too", "less")
        ):
            self.size = direction
            return
        turned = attribute or self.how in ("less", "too")
        self.clause.size = _OPPOSITE[mark.value] if turned else direction
        self.how = ""

    def _color(self, mark: Mark, follow: list[Mark]) -> None:
        if mark.hue is None:
            return
        after = next((m for m in follow if m.kind not in ("fill", "desc", "count", "size")), None)
        before = not mark.tail or mark.tail in ("색", "의", "인")
        if before and after is not None and after.kind == "thing" and "element" in after.senses:
            self.hue = mark.hue
            return
        adverb = mark.tail.endswith("게") or bool(self.clause.elements("", "of"))
        how = (
            "less"
            if self.how in ("less", "too")
            else "more"
            if self.how == "more" and (adverb or not self.clause.things)
            else ""
        )
        self.clause.hues.append(
            (
                mark.hue,
                how,
                "and" if mark.tail.endswith(_WITH[:4]) else "to" if role_of(mark.tail) == "to" or adverb else "",
            )
        )


def _until_verb(follow: list[Mark]) -> list[Mark]:
    found: list[Mark] = []
    for mark in follow:
        if mark.kind in ("verb", "stop", "soft"):
            break
        found.append(mark)
    return found


def _lend_verbs(clauses: list[Clause]) -> list[Clause]:
    """A clause that ends without a verb takes that of the next one in its sentence: '배는 왼쪽에, 새는 오른쪽에 놔줘'."""
    for clause, after in zip(clauses[-2::-1], clauses[:0:-1], strict=True):
        if not clause.verb and after.joined and clause.elements("") and not clause.size and not clause.hues:
            clause.verb, clause.neg = after.verb, after.neg
    for clause in clauses:
        if clause.verb:
            clause.joined = clause.joined and not clause.things and (not clause.hues or clause.verb == "make")
    return clauses
