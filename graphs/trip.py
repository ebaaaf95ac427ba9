"""The graph. Only its nodes and edges; it reads like the picture in the README, which is generated from it."""

from typing import Any

from langgraph.checkpoint.base import BaseCheckpointSaver
from langgraph.graph import START, StateGraph
from langgraph.graph.state import CompiledStateGraph

from wanderhue.graphs import routes
from wanderhue.graphs.assemble import Lazy, default_deps
from wanderhue.graphs.context import TripContext
from wanderhue.graphs.deps import Deps
from wanderhue.graphs.durability import durable
from wanderhue.graphs.nodes.accept import accept
from wanderhue.graphs.nodes.expand import expand
from wanderhue.graphs.nodes.hear import hear
from wanderhue.graphs.nodes.inspect import inspect
from wanderhue.graphs.nodes.listen import listen
from wanderhue.graphs.nodes.move import move
from wanderhue.graphs.nodes.paint import paint
from wanderhue.graphs.nodes.photo import photo
from wanderhue.graphs.nodes.recolor import recolor, repair
from wanderhue.graphs.nodes.recommend import recommend
from wanderhue.graphs.nodes.sanitize import sanitize
from wanderhue.graphs.pauses import pause
from wanderhue.graphs.state import TripInput, TripState
from wanderhue.graphs.turn import node

TripGraph = CompiledStateGraph[TripState, TripContext, TripInput, TripState]

WORK = (listen, recommend, expand, sanitize, paint, inspect, repair, recolor, photo, move, accept)
PAUSES = ("ask", "choose", "reword", "confirm", "review")


def build_graph(
    deps: Deps | None = None, checkpointer: BaseCheckpointSaver[Any] | None = None, *, name: str = "trip"
) -> TripGraph:
    """The compiled trip graph. Without `deps` the settings decide (offline by default).

    Give a checkpointer to run it yourself; a LangGraph server brings its own. Start with `{"text": "..."}`, resume
    with `Command(resume={interrupt_id: answer})`; answers are listed in docs/graph.md.
    """
    deps_of = Lazy(default_deps) if deps is None else Lazy(lambda: deps)
    graph = StateGraph(TripState, context_schema=TripContext, input_schema=TripInput)
    graph.add_node("hear", hear)
    for work in WORK:
        graph.add_node(work.__name__, node(work, deps_of))
    for stage in PAUSES:
        graph.add_node(stage, pause(stage))

    graph.add_edge(START, "hear")
    graph.add_conditional_edges("hear", routes.what_was_answered)
    for stage in PAUSES:
        graph.add_conditional_edges(stage, routes.what_was_answered)
    graph.add_conditional_edges("listen", routes.what_was_said)
    graph.add_conditional_edges("recommend", routes.what_was_recommended)
    graph.add_conditional_edges("expand", routes.is_there_a_draft)
    graph.add_conditional_edges("sanitize", routes.may_it_be_painted)
    graph.add_conditional_edges("paint", routes.was_it_painted)
    graph.add_conditional_edges("inspect", routes.does_it_need_repair)
    graph.add_edge("repair", "review")
    graph.add_edge("recolor", "review")
    graph.add_conditional_edges("photo", routes.which_pause)
    graph.add_conditional_edges("move", routes.is_there_more_to_do)
    graph.add_edge("accept", "__end__")
    return durable(graph.compile(checkpointer=checkpointer, name=name))


graph = build_graph()
"""What langgraph.json names: assembled from the settings when the first node runs."""
