"""The planner's port: who recommends trips, writes the brief and reads feedback that the rules did not settle.

Two verbs. Both get plain values and give plain values; the offline planner and any LLM's are interchangeable.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, Protocol, runtime_checkable

from wanderhue.agent.brief import ImageBrief
from wanderhue.agent.feedback import Reading
from wanderhue.agent.scene import Scene
from wanderhue.agent.trips import Lang, OptionColor, TripOption


@dataclass(frozen=True, slots=True)
class Talk:
    """The conversation as a planner sees it."""

    text: str
    """The newest words of the person."""
    lang: Lang
    today: date
    messages: tuple[tuple[Literal["person", "wanderhue"], str], ...] = ()
    """The last turns, oldest first, without the newest words."""
    request: str = ""
    """What the person asked for at the start of this trip; '' at the first message."""
    shown: tuple[str, ...] = ()
    """Catalogue ids (or places) that were offered before in this trip."""
    options: tuple[TripOption, ...] = ()
    """The options on the table, if any."""
    more: bool = False
    """True when the person asked for others of the same request (by a button or in words)."""
    asked: bool = False
    """True when a clarifying question was asked already: never a second one in a trip."""


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What to do with a message that is about the trip. Exactly one of the kinds."""

    kind: Literal["options", "question", "picture", "chosen", "reply"]
    """options: three of them. question: one clarifying question. picture: paint this scene at once.
    chosen: the person picked `index`. reply: words only (small talk, an honest 'nothing fits')."""
    reply: str
    options: tuple[TripOption, ...] = ()
    index: int | None = None
    scene: Scene | None = None
    palette: tuple[OptionColor, ...] = ()
    request: str = ""
    """The request as it stands after this message, for `Talk.request` of the next turn."""
    shown: tuple[str, ...] = ()
    """Every id offered so far, these included."""
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PartialOptions:
    """A recommendation while it is being written. What was told stays: later ones only add to it."""

    reply: str = ""
    options: tuple[TripOption, ...] = ()
    """Those that are complete and checked, in the order in which they stay."""


TellOptions = Callable[[PartialOptions], None]


@dataclass(frozen=True, slots=True)
class ExpandOrder:
    """What a brief is made from: an option, a scene, or the present brief with feedback."""

    talk: Talk
    option: TripOption | None = None
    scene: Scene | None = None
    palette: tuple[OptionColor, ...] = ()
    brief: ImageBrief | None = None
    """The brief of the picture on the table, when `talk.text` is feedback to it."""
    reading: Reading | None = None
    """What the rules read in the feedback, if they read anything."""
    feedback: tuple[str, ...] = ()
    """Earlier feedback to this picture, oldest first."""
    slots: Mapping[str, Any] = field(default_factory=dict)
    """The slots of `brief` that the person wrote anew (agent/slots.py). The planner reads them into the scene; the
    caller puts the words themselves into the brief."""


@dataclass(frozen=True, slots=True)
class Expansion:
    """The new brief, or None when the words changed nothing; the reply says what was and what was not understood."""

    brief: ImageBrief | None
    reply: str
    notices: tuple[str, ...] = field(default=())
    reading: Reading | None = None
    """The planner's own reading where the rules had none."""


class Planner(Protocol):
    """Recommends, and expands."""

    name: str
    languages: tuple[str, ...]
    """The languages it understands; () means any."""

    async def recommend(self, talk: Talk) -> Recommendation:
        """Three options, a question, a picture, a choice or words, for a message about the trip."""
        ...

    async def expand(self, order: ExpandOrder) -> Expansion:
        """The brief for an option or for feedback."""
        ...


@runtime_checkable
class TellingPlanner(Planner, Protocol):
    """A planner that writes its options one after the other, and tells of those that are ready."""

    tells: bool

    async def recommend(self, talk: Talk, tell: TellOptions | None = None) -> Recommendation:
        """As the port's; `tell` is called with the options so far, each time one more is complete and checked."""
        ...
