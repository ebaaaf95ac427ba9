"""Bind "sync" durability to a compiled graph, so that a plain `graph.invoke` has it too.

With LangGraph's default durability, a crash can lose the checkpoint in which an action was accepted, and the resumed
run would pay again under a new number. The key is a private constant of langgraph; it is isolated here, and
tests/graphs/test_durability.py fails if a new langgraph drops it.
"""

from typing import Any, TypeVar

G = TypeVar("G", bound=Any)

KEY = "__pregel_durability"


def durable(compiled: G) -> G:
    """The same graph, writing each checkpoint before the next step starts."""
    bound: G = compiled.with_config({"configurable": {KEY: "sync"}})
    return bound
