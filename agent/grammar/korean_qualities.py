"""Korean clauses, the adjectives: colors, sizes, directions, sides and distances, and whom they are said of."""

import re
from dataclasses import dataclass, field

from wanderhue.agent.grammar.marks import Clause, Hue, Mark, SaidHue
from wanderhue.agent.grammar.opposites import OPPOSITE_SIZE, inverse

_ROLES = (
    ("than", ("보다는", "보다")),
    ("host", ("에게", "한테", "께", "더러")),
    ("at", ("에다가", "에다", "에서", "에")),
    ("to", ("으로", "로")),
    ("of", ("의",)),
)
_TOLD = re.compile(r"(?:데|데요|네|네요|다|서|니|니까|[아어워와해][요]?)$")
"""Endings of what tells, and does not ask."""
WITH = ("와", "과", "랑", "하고", "도", "나")
"""Particles that join a noun to the next."""


def role_of(tail: str) -> str:
    """The role that a chain of particles gives."""
    for role, particles in _ROLES:
        if any(tail == particle or tail.startswith(particle) or tail.endswith(particle) for particle in particles):
            return role
    return ""


@dataclass
class KoreanQualities:
    """The state of reading one Korean message, and what to do at words that describe."""

    clauses: list[Clause] = field(default_factory=list)
    clause: Clause = field(default_factory=lambda: Clause(0, 0))
    count: int = 0
    hue: Hue | None = None
    size: str = ""
    how: str = ""
    neg: bool = False
    after: str = ""
    """The kind of the mark before."""
    follow: list[Mark] = field(default_factory=list)
    """The marks after the present one."""

    def _close(self, *, joined: bool) -> None:
        if self.count and not self.clause.things:
            self.clause.flags.add("another")
        if self.how == "more" and not self.clause.verb and {"chroma", "light"} & self.clause.flags:
            self.clause.verb = "grow"
        if self.clause.end:
            self.clauses.append(self.clause)
        self.clause = Clause(0, 0, joined=joined, borrows=False)
        self.count, self.hue, self.size, self.how, self.neg = 0, None, "", "", False

    def _too(self, _: Mark) -> None:
        self.how = "too"

    def _less(self, _: Mark) -> None:
        self.how = "less"

    def _few(self, _: Mark) -> None:
        self._weigh("less")

    def _many(self, _: Mark) -> None:
        if self.how != "too":
            return
        self._weigh("less")
        for thing in self.clause.elements("")[-1:]:
            thing.det = "many"

    def _more(self, mark: Mark) -> None:
        if self.how == "too":
            if "많" in mark.tail:
                self._many(mark)
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
        """Say 'more' or 'less' of the last color and of those joined to it."""
        hues = self.clause.hues
        for i in range(len(hues) - 1, -1, -1):
            if hues[i].how or (i < len(hues) - 1 and hues[i].role != "and"):
                break
            hues[i] = hues[i]._replace(how=how)

    def _flag(self, mark: Mark) -> None:
        if mark.value in ("chroma", "light") and self.clause.shifts:
            self._close(joined=True)
        self.clause.flags.add(mark.value)

    def _region(self, mark: Mark) -> None:
        if not mark.end or not self._spot(mark):
            self.clause.regions.append((mark.start, mark.end))

    def _spot(self, mark: Mark) -> bool:
        return mark.tail.endswith(("에", "에서", "에다", "로", "까지"))

    def _loc(self, mark: Mark) -> None:
        if self.clause.things and self.after == "thing":
            self.clause.things[-1].role = mark.value

    def _place(self, mark: Mark) -> None:
        if mark.tail in ("을", "은", "의"):
            self.clause.words.append((mark.start, mark.end))
            return
        clause = self.clause
        if self.how == "too":
            clause.flags.add("stated")
            return
        beside = self.after == "thing" and not clause.things[-1].tail and "에" in mark.tail
        other = any(thing.element and thing.tail for thing in clause.things[:-1])
        if beside and (other or any(m.kind == "thing" and "element" in m.senses for m in _until_verb(self.follow))):
            clause.things[-1].role = "at"
            clause.place = mark.value
            return
        if clause.place and clause.elements(""):
            self._close(joined=True)
        self.clause.place = mark.value

    def _zoom(self, mark: Mark) -> None:
        value = mark.value
        self.clause.flags.add(f"zoom:{value}")

    def _bad(self, mark: Mark) -> None:
        self.clause.shifts.append(mark.value)
        self.how = ""

    def _shift(self, mark: Mark) -> None:
        after = next((m for m in self.follow if m.kind not in ("fill", "desc")), None)
        describes = (
            after is not None and after.kind == "thing" and not self.how and self.follow[0].kind in ("thing", "desc")
        )
        if describes:
            self.clause.described.append((mark.start, mark.end))
            return
        turned = self.how in ("less", "too") or mark.neg or self.neg
        if not turned and self._is_remedied(mark):
            return
        self.clause.shifts.append(inverse(mark.value) if turned else mark.value)
        self.neg = False
        if self.how == "too" and not mark.tail.endswith("고"):
            self.how = ""

    def _is_remedied(self, mark: Mark) -> bool:
        """Whether a word only tells how it is now, because its opposite is wished for: '차가운데 따뜻하게'."""
        told = bool(_TOLD.search(mark.tail))
        return told and any(m.kind == "shift" and m.value == inverse(mark.value) for m in self.follow)

    def _size(self, mark: Mark) -> None:
        attribute = mark.value in ("big", "small")
        after = next((m for m in self.follow if m.kind not in ("fill", "desc", "color", "count")), None)
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
        self.clause.size = OPPOSITE_SIZE[mark.value] if turned else direction
        self.how = ""

    def _color(self, mark: Mark) -> None:
        if mark.hue is None:
            return
        after = next((m for m in self.follow if m.kind not in ("fill", "desc", "count", "size")), None)
        before = not mark.tail or mark.tail in ("색", "의", "인")
        if before and after is not None and after.kind == "thing" and "element" in after.senses:
            self.hue = mark.hue
            return
        adverb = mark.tail.endswith("게") or bool(self.clause.elements("", "of"))
        how = "less" if self.how in ("less", "too") else ""
        if self.how == "more" and (adverb or not self.clause.things):
            how = "more"
        role = "to" if role_of(mark.tail) == "to" or adverb else ""
        role = "and" if mark.tail.endswith(WITH[:4]) else role
        self.clause.hues.append(SaidHue(mark.hue, how, role, (mark.start, mark.end)))


def _until_verb(follow: list[Mark]) -> list[Mark]:
    found: list[Mark] = []
    for mark in follow:
        if mark.kind in ("verb", "stop", "soft"):
            break
        found.append(mark)
    return found
