"""What the planner gives back: the port's values, with what they took and what may be looked up."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wanderhue.agent.planner import Expansion, Recommendation

if TYPE_CHECKING:
    from wanderhue.agent.llm.usage import Usage


@dataclass(frozen=True, slots=True)
class Spent:
    """The calls of one step, and what was counted for them."""

    calls: int = 0
    usage: "Usage | None" = None


@dataclass(frozen=True, slots=True)
class LlmRecommendation(Recommendation):
    """A recommendation by a model."""

    keywords: tuple[str, ...] = ()
    """English search terms that would tell more about the places."""
    spent: Spent = field(default=Spent())


@dataclass(frozen=True, slots=True)
class LlmExpansion(Expansion):
    """An expansion by a model."""

    refused: bool = False
    """The model judged that this does not suit the audience; the reply says why."""
    spent: Spent = field(default=Spent())
