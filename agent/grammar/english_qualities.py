"""English clauses, the adjectives: colors, sizes, directions, sides and distances, and whom they are said of."""

from dataclasses import dataclass, field

from wanderhue.agent.grammar.marks import Clause, Hue, Mark, SaidHue
from wanderhue.agent.grammar.opposites import OPPOSITE_SIZE, inverse

_PASSED_OVER = ("fill", "desc", "count", "det")


@dataclass(slots=True)
class Pending:
    """What was said before a noun and waits for it."""

    det: str = ""
    count: int = 0
    hue: Hue | None = None
    size: str = ""
    how: str = ""
    neg: str = ""


@dataclass
class EnglishQualities:
    """The state of reading one English message, and what to do at words that describe."""

    clauses: list[Clause] = field(default_factory=list)
    clause: Clause = field(default_factory=lambda: Clause(0, 0))
    wait: Pending = field(default_factory=Pending)
    role: str = ""
    running_no: bool = False
    """True while a 'no' or 'without' still covers the nouns that follow."""
    reason: bool = False
    """True after 'because', until the next comma."""
    soft: str = ""
    """The comma or conjunction just read, or ''."""
    follow: list[Mark] = field(default_factory=list)
    """The marks after the present one."""

    def _close(self, *, joined: bool) -> None:
        if self.clause.end:
            self.clauses.append(self.clause)
        self.clause = Clause(0, 0, joined=joined)
        self.wait, self.role, self.soft = Pending(), "", ""

    def _new_if_soft(self, mark: Mark, *, always: bool = False) -> None:
        """Begin a joined clause at something that a comma or 'and' parts from what went before."""
        if self.soft or always:
            wait = self.wait
            self._close(joined=True)
            self.wait = wait
            self.clause.start, self.clause.end = mark.start, mark.start + 1

    def _flag(self, mark: Mark) -> None:
        self.clause.flags.add(mark.value)
        if mark.value in ("light", "chroma") and self.wait.how:
            self._direction({"light": "brighter", "chroma": "vivid"}[mark.value], mark)

    def _region(self, mark: Mark) -> None:
        if self.role not in ("at", "in", "on", "with", "of"):
            self._new_if_soft(mark)
            self.clause.regions.append((mark.start, mark.end))

    def _zoom(self, mark: Mark) -> None:
        if mark.value == "?wider" and mark.tail == "too close" and self.follow and self.follow[0].value == "to":
            return  # 'too close to the edge'
        if mark.tail == "more of" and not (self.follow and self.follow[0].value == "the"):
            return
        self._new_if_soft(mark)
        self.clause.flags.add(f"zoom:{mark.value.lstrip('?')}")
        self.role = "at"

    def _place(self, mark: Mark) -> None:
        if mark.value.startswith("?") and not (
            self.clause.verb in ("move", "want") or self.role in ("to", "on", "at", "in")
        ):
            return
        if self.wait.neg:  # 'on the right, not the left'
            self.wait.neg = ""
            return
        place = mark.value.lstrip("?")
        last = self.clause.things[-1] if self.clause.things and not self.soft else None
        if last is not None and last.element and last.role in ("", "with") and not last.place:
            last.place = place
        self.clause.place = self.clause.place or place
        self.role = ""

    def _bad(self, mark: Mark) -> None:
        self._new_if_soft(mark)
        self.clause.shifts.append(mark.value)

    def _shift(self, mark: Mark) -> None:
        after = _next(self.follow)
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
        self.clause.shifts.append(inverse(value) if turned else value)
        self.wait = Pending(how=self.wait.how)

    def _size(self, mark: Mark) -> None:
        after = _next([m for m in self.follow if m.kind != "color"])
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
        self.clause.size = OPPOSITE_SIZE[mark.value] if turned else direction
        self.wait = Pending()

    def _color(self, mark: Mark) -> None:
        if mark.hue is None:
            return
        after = _next([m for m in self.follow if m.kind != "color"])
        if after is not None and after.kind == "thing" and "element" in after.senses and self.wait.how in ("", "more"):
            self.wait.hue = self.wait.hue or mark.hue
            return
        how = {"too": "less"}.get(self.wait.how, self.wait.how) or mark.tail
        if self.wait.neg or (self.running_no and self.soft):
            how = "no"
        before = self.clause.hues[-1] if self.clause.hues else None
        if before is not None and self.soft:
            how = how or before.how
        elif not (self.clause.elements("") and self.soft == ""):
            self._new_if_soft(mark)
        if self.wait.neg == "running":
            self.running_no = True
        self.clause.hues.append(SaidHue(mark.hue, how, self.role, (mark.start, mark.end)))
        self.soft, self.wait = "", Pending()


def _next(follow: list[Mark]) -> Mark | None:
    """The next mark that is neither filling nor describing."""
    return next((mark for mark in follow if mark.kind not in _PASSED_OVER), None)
