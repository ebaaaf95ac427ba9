"""The page on which wishes gather while a message is read clause by clause."""

from dataclasses import dataclass, field

from wanderhue.agent.feedback import Wish
from wanderhue.agent.grammar.marks import Clause, Thing
from wanderhue.agent.scene import Scene

Span = tuple[int, int]


@dataclass
class Page:
    """What was read so far, in which picture, and what later clauses may point back to."""

    scene: Scene
    wishes: list[Wish] = field(default_factory=list)
    unknown: list[Span] = field(default_factory=list)
    """Spans that were not understood."""
    refused: list[tuple[str, Span]] = field(default_factory=list)
    """(slot, span) of what is not wanted; understood if something else of that slot is wanted."""
    spans: dict[str, Span] = field(default_factory=dict)
    """Where each slot's wish was said, by its code."""
    before: list[Thing] = field(default_factory=list)
    """What the clauses before were about."""
    told: Span = (0, 0)
    """The clause that spoke of them."""
    verb: str = ""
    neg: bool = False

    @property
    def last(self) -> str:
        """The kind of the last thing spoken of, or ''."""
        return self.before[-1].element if self.before else ""

    def drop(self, clause: Clause) -> None:
        """The clause was not understood."""
        self.unknown.append((clause.start, clause.end))

    def drop_thing(self, thing: Thing) -> None:
        """The thing was not understood."""
        self.unknown.append((thing.start, thing.end))

    def take_back(self) -> None:
        """What the clauses before only named is understood now: 'the tent is lovely, but lose it'."""
        start, end = self.told
        self.unknown = [span for span in self.unknown if not (start <= span[0] and span[1] <= end)]

    def here(self, kind: str) -> int:
        """How many of a kind stand in the picture."""
        return sum(one.count for one in self.scene.elements if one.kind == kind)

    def has(self, thing: Thing) -> bool:
        """Whether the picture has just this: a stand-in counts only under the same name."""
        said = thing.senses.get("asked_as")
        if said is None:
            return self.knows(thing.element)
        return any(one.kind == thing.element and one.asked_as == said for one in self.scene.elements)

    def knows(self, kind: str) -> bool:
        """Whether the picture has such a thing, if only worn, held or ridden."""
        return any(kind in (one.kind, one.riding, *one.holding, *one.wearing) for one in self.scene.elements)
