"""The offline planner: trips from the catalogue and briefs from scenes, with no model and no network."""

from wanderhue.agent.offline.planner import OfflinePlanner

__all__ = ["OfflinePlanner"]
