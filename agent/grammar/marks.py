"""The parts of speech of the grammar: marks on the text, noun phrases, and clauses made of them.

A message becomes marks (what each word is), the marks become clauses (what belongs together), and the clauses
become wishes. Both languages meet in `Clause`; from there on nothing knows which language was spoken.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from wanderhue.agent.feedback import Wish

SLOTS = ("time", "weather", "season", "setting", "style")
"""Senses of a word of which a picture has exactly one at a time."""


@dataclass(frozen=True, slots=True)
class Hue:
    """A color in a message: '#rrggbb', the plain English name ('' for a hex code) and the family."""

    hex: str
    name: str
    family: str


class SaidHue(NamedTuple):
    """A color said of something else, or of the whole picture."""

    hue: Hue
    how: str
    """'', more, less or no."""
    role: str
    """'' or the preposition or particle with it: to, and, from, in, ..."""
    span: tuple[int, int]


@dataclass(slots=True)
class Mark:
    """What `text[start:end]` is. `value` narrows the kind; `tail` is the Korean particle after it."""

    start: int
    end: int
    kind: str
    """thing, verb, color, shift, size, place, wish, count, det, prep, not, more, less, too, pron, link, flag, stop
    (a sentence ends), soft (a comma, 'and'), fill (says nothing), word (not understood)."""
    value: str = ""
    tail: str = ""
    senses: Mapping[str, str] = field(default_factory=dict)
    """For things: what the word may mean: {'element': 'flowers', 'setting': 'fields/tulip'}."""
    hue: Hue | None = None
    wish: Wish | None = None
    number: int = 0
    neg: bool = False


@dataclass(slots=True)
class Thing:
    """A noun phrase: what it may mean, and what was said about it."""

    start: int
    end: int
    senses: Mapping[str, str]
    role: str = ""
    """'' (what the clause is about), to, from (instead of it), no (without it), at (only a place), on (a place that
    can carry), host (who gets it), with, of; item (worn, held or ridden), like."""
    det: str = ""
    """a, the, more, less, any or ''."""
    count: int = 0
    hue: Hue | None = None
    size: str = ""
    place: str = ""
    tail: str = ""
    """The Korean particle after it."""

    @property
    def element(self) -> str:
        """The kind of element that it can mean, or ''."""
        return self.senses.get("element", "")

    @property
    def slot(self) -> str:
        """The first slot that it can fill, or ''."""
        return next((slot for slot in SLOTS if slot in self.senses), "")


@dataclass(slots=True)
class Clause:
    """What belongs together: one verb at most, the things around it, and what is said of them."""

    start: int
    end: int
    verb: str = ""
    neg: bool = False
    things: list[Thing] = field(default_factory=list)
    hues: list["SaidHue"] = field(default_factory=list)
    """Colors that no noun took."""
    shifts: list[str] = field(default_factory=list)
    """Directions for the palette: warmer, darker, ..."""
    size: str = ""
    place: str = ""
    wishes: list[Wish] = field(default_factory=list)
    flags: set[str] = field(default_factory=set)
    """pron (it), cop (is, looks), background, dim ('size'), hue ('color'), chroma, light, zoom:closer, zoom:wider,
    wear, ride, turned (the worn thing stands first), partial (only some), another (one more of those), stated
    (it tells how things are)."""
    regions: list[tuple[int, int]] = field(default_factory=list)
    """Spans of 'sky', 'water', 'roof': parts of a picture that have no color of their own to set."""
    words: list[tuple[int, int]] = field(default_factory=list)
    """Spans of words that were not understood."""
    described: list[tuple[int, int]] = field(default_factory=list)
    """Spans of words that only describe ('wooden', 'cute'): harmless beside something added, else not understood."""
    borrows: bool = True
    """Whether a clause without a verb takes that of the one before."""
    joined: bool = False
    """Joined to the clause before by a comma or 'and', so it may borrow that one's verb."""

    @property
    def said(self) -> bool:
        """Whether it says something of how a thing or the picture is to be."""
        return bool(self.hues or self.shifts or self.wishes or self.size or self.place)

    def looks(self, verb: str) -> bool:
        """Whether it is about where we look from ('closer to the dog'), so that its nouns only say where."""
        return verb == "see" or any(flag.startswith("zoom:") for flag in self.flags)

    def elements(self, *roles: str) -> list[Thing]:
        """The things that can be elements, in these roles."""
        return [thing for thing in self.things if thing.element and thing.role in roles]
