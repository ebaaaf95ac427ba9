"""LangGraph's run context: plain JSON with defaults, because over HTTP it arrives as a dict (often an empty one)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class TripContext:
    """What a run may carry beside its thread. Live objects never do: see deps.py."""

    owner: str = "local"
    """Whose conversation it is. The session passes it in the config; a server should set it from its login."""
