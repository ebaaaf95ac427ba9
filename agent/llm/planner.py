"""The planner's port, answered by any chat model of LangChain.

One call a step. Where a turn takes two steps (words that describe a picture, or choose in a roundabout way, are
recommended and then expanded at once), the second gets what the first left of the turn's two calls.
"""

from collections import OrderedDict
from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING

from wanderhue.agent.llm.expand import MOST_CALLS, expand
from wanderhue.agent.llm.made import LlmExpansion, LlmRecommendation
from wanderhue.agent.llm.mind import Mind
from wanderhue.agent.llm.recommend import recommend
from wanderhue.agent.llm.told import Fact
from wanderhue.agent.offline.planner import OfflinePlanner
from wanderhue.agent.planner import ExpandOrder, Planner, Talk, TellOptions
from wanderhue.agent.settings import Settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

_MOST_OPEN = 256
"""Turns between their two steps that are remembered; of a forgotten one the second step has all its calls."""


class LlmPlanner:
    """Recommends and expands by a model; the catalogue's planner helps out where an answer cannot be used."""

    tells = True
    languages: tuple[str, ...] = ()

    def __init__(
        self,
        model: "BaseChatModel",
        *,
        name: str = "",
        settings: Settings | None = None,
        fallback: Planner | None = None,
        owned: bool = False,
    ) -> None:
        """`owned`: the model was made for this planner, which closes its connections at the end."""
        settings = settings or Settings()
        self.name = name or type(model).__name__
        self._mind = Mind(
            model,
            fallback or OfflinePlanner(),
            profile=settings.profile,
            language=settings.language,
            timeout=settings.planner_timeout,
        )
        self._owned = owned
        self._used: OrderedDict[Hashable, int] = OrderedDict()

    async def recommend(
        self, talk: Talk, tell: TellOptions | None = None, *, facts: Sequence[Fact] = ()
    ) -> LlmRecommendation:
        """Three options, a question, a picture, a choice or words.

        PlannerUnavailable: the model does not answer now; the offline planner would. PlannerRefused, PlannerSetup.
        BadAnswer: neither the model nor the catalogue has anything.
        """
        found = await recommend(self._mind, talk, tell, facts)
        if found.kind == "picture" and found.scene is not None:
            self._remember((talk.messages, found.scene), found.spent.calls)
        elif found.kind == "chosen" and found.index is not None:
            self._remember((talk.messages, talk.options[found.index]), found.spent.calls)
        return found

    async def expand(self, order: ExpandOrder, *, facts: Sequence[Fact] = ()) -> LlmExpansion:
        """The brief for an option, a scene or feedback. The same errors as `recommend`."""
        used = self._used.pop((order.talk.messages, order.option or order.scene), 0)
        return await expand(self._mind, order, facts, most_calls=MOST_CALLS - used)

    async def aclose(self) -> None:
        """Close the model's connections, if they are this planner's."""
        if self._owned:
            from wanderhue.agent.llm.models import close_model

            await close_model(self._mind.model)

    def _remember(self, key: Hashable, calls: int) -> None:
        if calls:
            self._used[key] = calls
            while len(self._used) > _MOST_OPEN:
                self._used.popitem(last=False)
