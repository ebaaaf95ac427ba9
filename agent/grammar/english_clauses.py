"""English marks as clauses: a verb, the things around it with their prepositions, and what is said of them."""

from dataclasses import dataclass

from wanderhue.agent.grammar.english_qualities import EnglishQualities, Pending
from wanderhue.agent.grammar.hosts import is_carried
from wanderhue.agent.grammar.marks import Clause, Mark, Thing
from wanderhue.agent.vocabulary import ELEMENTS

_GONE = ("gone", "removed", "deleted", "vanish", "disappear")
"""What stands after the thing that goes."""


def english_clauses(marks: list[Mark]) -> list[Clause]:
    """The clauses of `marks`, in order."""
    return _Builder().build(marks)


@dataclass
class _Builder(EnglishQualities):
    """Builds the clauses of one message, mark by mark: a method for each kind of mark."""

    def build(self, marks: list[Mark]) -> list[Clause]:
        """The clauses of `marks`, in order."""
        for i, mark in enumerate(marks):
            self.follow = marks[i + 1 :]
            handler = getattr(self, f"_{mark.kind}", None)
            if handler is not None:
                if not self.clause.end:
                    self.clause.start = mark.start
                handler(mark)
                self.clause.end = max(self.clause.end, mark.end)
        self._close(joined=False)
        return [clause for clause in self.clauses if clause.end]

    def _stop(self, _: Mark) -> None:
        self._close(joined=False)
        self.running_no = self.reason = False

    def _break(self, mark: Mark) -> None:
        if self.clause.verb or self.clause.things or self.clause.hues or self.clause.shifts or self.clause.words:
            self._close(joined=False)
        self.running_no = False
        self.reason = mark.value in ("because", "since")

    def _soft(self, mark: Mark) -> None:
        self.soft = mark.value
        self.reason = self.reason and mark.value != ","
        self.wait = Pending()
        if mark.value == "," and not self.running_no:
            self.role = ""

    def _verb(self, mark: Mark) -> None:
        clause, verb = self.clause, mark.value
        if verb in ("wear", "ride") and clause.elements("", "with", "to") and not self.soft:
            clause.flags.add(verb)
            self.role = "item"
            return
        if (
            verb == "remove"
            and mark.tail in _GONE
            and clause.elements("")
            and clause.verb in ("", "want", "make", "see")
        ):
            clause.verb = verb  # 'I want the bridge gone'
            self._close(joined=False)
            return
        said = clause.things or clause.hues or clause.shifts or clause.wishes or clause.size or clause.place
        if self.soft or (clause.verb and (said or ("pron" in clause.flags and verb not in ("make", "want", "see")))):
            self._new_if_soft(mark, always=True)
            clause = self.clause
        self.running_no = False
        if self.wait.neg:
            clause.neg, self.wait.neg = True, ""
        if not clause.verb or verb not in ("make", "want", "see"):
            clause.verb = verb
        self.role = "item" if verb in ("wear", "ride") else ""

    def _not(self, mark: Mark) -> None:
        if mark.value != "no" or not self.follow or self.follow[0].kind not in ("soft", "stop", "verb", "pron", "prep"):
            self.wait.neg = "running" if mark.tail == "no" else "once"
            if mark.tail in ("not so", "not as", "not that", "isn't so"):
                self.wait.how = "less"

    def _prep(self, mark: Mark) -> None:
        if self.soft and mark.value == "with" and self.clause.verb == "remove":
            self._new_if_soft(mark)
            self.clause.borrows = False
        self.role = "to" if mark.tail == "by" and self.clause.verb == "replace" else mark.value
        self.wait.count = 0
        if mark.value == "no":
            self.role, self.wait.neg = "", "running"

    def _partial(self, _: Mark) -> None:
        self.clause.flags.add("partial")

    def _det(self, mark: Mark) -> None:
        if mark.value == "only":
            self.running_no = False
            if not (self.follow and self.follow[0].kind == "thing"):
                return
        self.wait.det = mark.value
        if self.wait.neg and mark.tail in ("many", "lots of", "a lot of", "plenty of"):
            self.wait.how, self.wait.neg = "many", ""
        if (
            mark.tail == "a little"
            and self.follow
            and self.follow[0].kind == "thing"
            and "element" in self.follow[0].senses
        ):
            self.wait.size = "smaller"
        if mark.value == "a":
            self.running_no = False

    def _count(self, mark: Mark) -> None:
        if self.role == "of" and self.clause.things and not (self.follow and self.follow[0].kind == "thing"):
            self.clause.things[-1].count = mark.number
            return
        self.wait.count = mark.number
        self.running_no = False

    def _more(self, _: Mark) -> None:
        self.wait.how = "more"
        self.running_no = False

    def _less(self, _: Mark) -> None:
        self.wait.how = "less"
        self.running_no = False

    def _too(self, _: Mark) -> None:
        self.wait.how = "too"

    def _many(self, _: Mark) -> None:
        self.wait.how, self.wait.neg = "many", ""

    def _cop(self, mark: Mark) -> None:
        self._new_if_soft(mark)
        self.clause.flags.add("cop")

    def _pron(self, _: Mark) -> None:
        self.clause.flags.add("pron")

    def _dislike(self, mark: Mark) -> None:
        self.clause.flags |= {"stated", "disliked"}
        self._word(mark)

    def _label(self, mark: Mark) -> None:
        self._word(mark)

    def _word(self, mark: Mark) -> None:
        if not self.reason:  # why somebody wishes something need not be understood
            self.clause.words.append((mark.start, mark.end))

    def _desc(self, mark: Mark) -> None:
        self.clause.described.append((mark.start, mark.end))

    def _wish(self, mark: Mark) -> None:
        if self.wait.neg or self.clause.neg:
            self.clause.words.append((mark.start, mark.end))
            return
        if mark.wish is not None:
            self.clause.wishes.append(mark.wish)

    def _thing(self, mark: Mark) -> None:
        element, said = "element" in mark.senses, bool(self.clause.size or self.clause.place or self.clause.hues)
        before_no = bool(self.clause.things) and self.clause.things[-1].role == "no" and self.soft in ("or", "nor")
        if self.soft and (said or not element or not self.clause.things or self.clause.shifts):
            self._new_if_soft(mark)
        alive = element and ELEMENTS[mark.senses["element"]].group in ("people", "animals")
        if alive and self.clause.verb == "give" and any(is_carried(thing) for thing in self.clause.things):
            self._new_if_soft(mark)  # 'give the cat a scarf and the dog a hat'
        if self.soft and self.clause.verb == "remove" and (self.wait.size or self.wait.how == "more"):
            self._new_if_soft(mark)
            self.clause.borrows = False
        inherited = self.clause.things[-1].role if self.soft and self.clause.things else ""
        role = self.role or (inherited if inherited in ("with", "no", "from", "to", "item") else "")
        role = "" if role == "no" and self.wait.det in ("only", "a") else role
        if (
            self.wait.neg
            or before_no
            or (
                self.running_no
                and self.role != "to"
                and self.wait.det != "a"
                and (element or self.soft in ("or", "nor"))
            )
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
        self.soft, self.wait = "", Pending()
        if self.role not in ("item",):
            self.role = ""
