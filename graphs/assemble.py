"""The one place that names the adapters: from settings to the live objects behind the ports."""

import threading
from collections.abc import Callable
from datetime import datetime
from typing import Generic, TypeVar

from wanderhue.agent.errors import BadSetup
from wanderhue.agent.planner import Planner
from wanderhue.agent.settings import Settings
from wanderhue.graphs.deps import Deps
from wanderhue.tools.conversations import SqliteConversations
from wanderhue.tools.data_dir import DataDir
from wanderhue.tools.image_store import FolderImageStore
from wanderhue.tools.journal import SqliteJournal
from wanderhue.tools.painter import Painter

T = TypeVar("T")


class Lazy(Generic[T]):
    """A value made at the first call and kept; safe to call from any thread."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make, self._lock = make, threading.Lock()
        self._made: list[T] = []

    def __call__(self) -> T:
        """The value."""
        with self._lock:
            if not self._made:
                self._made.append(self._make())
            return self._made[0]


def make_planner(name: str) -> Planner:
    """The planner that a setting names. Raises `BadSetup`."""
    if name != "offline":
        raise BadSetup(f"WANDERHUE_PLANNER (or --planner) is {name!r}; this version has one planner: offline")
    from wanderhue.agent.offline import OfflinePlanner

    return OfflinePlanner()


def make_painter(name: str) -> Painter:
    """The painter that a setting names. Raises `BadSetup`."""
    if name != "illustrator":
        raise BadSetup(f"WANDERHUE_PAINTER (or --painter) is {name!r}; this version has one painter: illustrator")
    from wanderhue.tools.illustrator_painter import IllustratorPainter

    return IllustratorPainter()


def make_deps(
    settings: Settings,
    *,
    planner: Planner | None = None,
    painter: Painter | None = None,
    clock: Callable[[], datetime] | None = None,
) -> Deps:
    """The live objects for a set of settings; any of them can be handed in instead."""
    place, offline = DataDir.open(settings.resolved_data_dir()), make_planner("offline")
    return Deps(
        settings=settings,
        planner=planner or (offline if settings.planner == "offline" else make_planner(settings.planner)),
        offline=offline,
        painter=painter or make_painter(settings.painter),
        place=place,
        store=SqliteConversations(place.store),
        journal=SqliteJournal(place.journal),
        images=FolderImageStore(place.blobs),
        clock=clock or (lambda: datetime.now().astimezone()),
    )


def default_deps() -> Deps:
    """What the environment asks for: offline unless it says otherwise."""
    return make_deps(Settings.load())
