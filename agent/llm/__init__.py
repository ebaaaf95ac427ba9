"""The planner that asks a chat model, and all that makes such models answer to the point.

Nothing here is imported before a model is in use: LangChain and the vendors' packages load with it.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wanderhue.agent.llm.planner import LlmPlanner

__all__ = ["LlmPlanner"]


def __getattr__(name: str) -> Any:
    if name == "LlmPlanner":
        from wanderhue.agent.llm.planner import LlmPlanner

        return LlmPlanner
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
