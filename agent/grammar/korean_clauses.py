"""Korean marks as clauses: the things come first, the verb that they belong to ends the clause."""

import re
from dataclasses import dataclass

from wanderhue.agent.grammar.hosts import is_carried
from wanderhue.agent.grammar.korean_qualities import WITH, KoreanQualities, role_of
from wanderhue.agent.grammar.marks import Clause, Mark, Thing

_DEALT = ("은", "는", "한테", "에게")
"""Particles of those who each get something."""
_REASON = re.compile(
    r"(?:니까|니깐|길래|거든요?|[어아해워와라려]서|려고|[은는한인던]데|하네요?|이네요?|[었았겠]네요?)$"
)
"""Endings that tell why somebody wishes something: that need not be understood."""


def korean_clauses(marks: list[Mark]) -> list[Clause]:
    """The clauses of `marks`, in order."""
    return _Builder().build(marks)


@dataclass
class _Builder(KoreanQualities):
    """Builds the clauses of one message, mark by mark: a method for each kind of mark."""

    def build(self, marks: list[Mark]) -> list[Clause]:
        for i, mark in enumerate(marks):
            self.follow = marks[i + 1 :]
            handler = getattr(self, f"_{mark.kind}", None)
            if handler is not None:
                if not self.clause.end:
                    self.clause.start = mark.start
                handler(mark)
                self.clause.end = max(self.clause.end, mark.end)
            if mark.kind != "fill":
                self.after = mark.kind
        self._close(joined=False)
        return _lend_verbs([clause for clause in self.clauses if clause.end])

    def _said(self) -> bool:
        """Whether the clause already says something of a thing, so that another thing begins another clause."""
        clause = self.clause
        return bool(
            clause.elements("", "of") and (clause.size or clause.place or any(hue.role == "to" for hue in clause.hues))
        )

    def _stop(self, _: Mark) -> None:
        self._close(joined=False)

    def _soft(self, _: Mark) -> None:
        self.how = ""
        things = self.clause.things  # '고양이는 목도리, 강아지는 모자'
        dealt = len(things) > 1 and things[0].tail.endswith(_DEALT) and is_carried(things[-1])
        if (
            (dealt and any(mark.kind == "thing" and mark.tail.endswith(_DEALT) for mark in self.follow))
            or self._said()
            or self.clause.shifts
            or (self.clause.hues and not self.clause.things)
        ):
            self._close(joined=True)

    def _thing(self, mark: Mark) -> None:
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

    def _count(self, mark: Mark) -> None:
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

    def _from(self, mark: Mark) -> None:
        self._turn("from", mark)

    def _no(self, mark: Mark) -> None:
        self._turn("no", mark)

    def _turn(self, role: str, mark: Mark) -> None:
        """Give the things just said (joined by 와, 랑) a role; colors before 말고 are unwanted."""
        if self.after == "color" and self.clause.hues:
            self.clause.hues[-1] = self.clause.hues[-1]._replace(how="no")
        elif self.after == "place" and self.clause.place:
            self.clause.place = ""  # '왼쪽 말고 오른쪽에'
        elif self.after == "shift" and self.clause.shifts:
            self.clause.shifts.pop()
            self.how = ""
        elif self.clause.things:
            things = self.clause.things
            things[-1].role = role
            for thing, after in zip(things[-2::-1], things[:0:-1], strict=True):
                if not thing.tail.endswith(WITH) or after.role != role:
                    break
                thing.role = role
        else:
            self.clause.words.append((mark.start, mark.end))

    def _absent(self, mark: Mark) -> None:
        self._finish("remove", mark, neg=False)

    def _verb(self, mark: Mark) -> None:
        verb, neg = mark.value, mark.neg or self.neg
        if verb == "exist" and mark.tail.endswith("있는") and self.follow and self.follow[0].kind == "thing":
            return  # '다리 위에 있는 사람'
        if verb == "touch":  # 'don't touch the dog'
            verb, neg = ("keep", False) if neg else ("freeze", neg)
        if verb == "place" and mark.tail.startswith("두고") and not self.clause.place:
            verb = "keep"
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

    def _worn(self, mark: Mark) -> None:
        """'모자 쓴 토끼', '말 탄 사람': what stands before is worn or ridden by what follows."""
        if not self.clause.things:
            return
        item = self.clause.things[-1]
        item.role = "item"
        self.clause.flags.add(mark.value)
        self.clause.flags.add("turned")

    def _weather_verb(self, mark: Mark) -> None:
        if not any("weather" in thing.senses for thing in self.clause.things[-1:]):
            self.clause.words.append((mark.start, mark.end))
        elif mark.neg or self.neg:
            self.clause.things[-1].role = "no"

    def _not(self, _: Mark) -> None:
        self.neg = True

    def _end(self, _: Mark) -> None:
        """'... 하고 ...': another clause begins, unless 하고 only joins two nouns."""
        last = self.clause.things[-1] if self.clause.things else None
        if not (self.after == "thing" and last is not None and not last.tail):
            self._close(joined=True)

    def _partial(self, _: Mark) -> None:
        self.clause.flags.add("partial")

    def _label(self, mark: Mark) -> None:
        self.clause.words.append((mark.start, mark.end))

    def _word(self, mark: Mark) -> None:
        if _REASON.search(mark.value):
            return
        after = self.follow[0] if self.follow else None
        if mark.value.endswith("는") and after is not None and "element" in after.senses:
            if self.after == "thing" and self.clause.things and self.clause.things[-1].tail in ("", "을", "를"):
                eaten = self.clause.things.pop()  # '풀 뜯는 양'
                self.clause.words += [] if eaten.element == "grass" else [(eaten.start, eaten.end)]
            self._desc(mark)  # '물 마시는 사슴'
            return
        self.clause.words.append((mark.start, mark.end))

    def _desc(self, mark: Mark) -> None:
        self.clause.described.append((mark.start, mark.end))

    def _wish(self, mark: Mark) -> None:
        rest = [m for m in self.follow if m.kind != "fill"][:1]
        if rest and rest[0].kind in ("from", "no"):
            return
        if mark.wish is not None:
            self.clause.wishes.append(mark.wish)


def _lend_verbs(clauses: list[Clause]) -> list[Clause]:
    """A clause without a verb takes that of the next one in its sentence: '배는 왼쪽에, 새는 오른쪽에 놔줘'."""
    for clause, after in zip(clauses[-2::-1], clauses[:0:-1], strict=True):
        if not clause.verb and after.joined and clause.elements("") and not clause.size and not clause.hues:
            clause.verb, clause.neg = after.verb, after.neg
    for clause in clauses:
        if clause.verb:
            clause.joined = clause.joined and not clause.things and (not clause.hues or clause.verb == "make")
    return clauses
