"""LangGraph's run context: plain JSON with defaults, because over HTTP it arrives as a dict (often an empty one)."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class TripContext:
    """What a run may carry beside its thread. Live objects never do: see deps.py."""

    owner: str = "local"
    """Whose conversation it is. The session passes it in the config; a server should set it from its login."""
    preferences: dict[str, Any] | None = None
    """What this person sets for themselves, as JSON (agent/preferences.py). What the config says goes before it."""
