"""What a server turned out not to support, kept for a while: one passing failure demotes nothing for ever."""

import threading
import time
from collections.abc import Callable
from typing import Any, NamedTuple

KEPT_S = 15 * 60.0


class Place(NamedTuple):
    """Where a model answers: what one server lacks says nothing about another, nor about its other models."""

    base_url: str
    model: str


class Memory:
    """Features by place, each forgotten after `kept_s` seconds. Safe to use from any thread."""

    def __init__(self, kept_s: float = KEPT_S, clock: Callable[[], float] = time.monotonic) -> None:
        self._kept_s, self._clock, self._lock = kept_s, clock, threading.Lock()
        self._until: dict[tuple[Place, str], float] = {}

    def note(self, place: Place, feature: str) -> None:
        """The server at `place` does not do `feature`."""
        with self._lock:
            now = self._clock()
            self._until = {key: until for key, until in self._until.items() if until > now}
            self._until[place, feature] = now + self._kept_s

    def lacks(self, place: Place, feature: str) -> bool:
        """Whether that was noted, not too long ago."""
        with self._lock:
            return self._until.get((place, feature), 0.0) > self._clock()

    def forget(self) -> None:
        """Start anew."""
        with self._lock:
            self._until.clear()


MEMORY = Memory()
"""The process's own."""


def place_of(model: Any) -> Place:
    """Where this chat model answers, as far as it says."""
    urls = ("openai_api_base", "azure_endpoint", "endpoint_url", "base_url", "anthropic_api_url", "region_name")
    names = ("deployment_name", "model_name", "model_id", "model")
    return Place(_first(model, urls) or type(model).__name__, _first(model, names))


def _first(model: Any, names: tuple[str, ...]) -> str:
    values = (getattr(model, name, None) for name in names)
    return next((value for value in values if isinstance(value, str) and value), "")
