"""The one place that names the adapters: from settings to the live objects behind the ports."""

import threading
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from wanderhue.agent.errors import BadSetup
from wanderhue.agent.planner import Planner
from wanderhue.agent.settings import Settings
from wanderhue.graphs.deps import Deps
from wanderhue.tools.conversations import SqliteConversations
from wanderhue.tools.data_dir import DataDir
from wanderhue.tools.image_store import FolderImageStore
from wanderhue.tools.journal import SqliteJournal
from wanderhue.tools.painter import Painter

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

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


def make_planner(name: str, settings: Settings | None = None) -> Planner:
    """The planner of that name: `offline`, or a chat model as `provider:model`. Raises `BadSetup`."""
    if name == "offline":
        from wanderhue.agent.offline import OfflinePlanner

        return OfflinePlanner()
    from wanderhue.agent.llm import LlmPlanner
    from wanderhue.agent.llm.models import make_chat_model

    settings = settings or Settings.load()
    return LlmPlanner(make_chat_model(name, settings), name=name, settings=settings, owned=True)


def as_planner(given: "str | Planner | BaseChatModel", settings: Settings) -> Planner:
    """A planner from what a caller hands in: a name, a planner, or any chat model of LangChain's."""
    if isinstance(given, str):
        return make_planner(given, settings)
    if hasattr(given, "recommend"):
        return cast("Planner", given)
    from wanderhue.agent.llm import LlmPlanner

    return LlmPlanner(given, settings=settings)


def make_painter(name: str) -> Painter:
    """The painter that a setting names. Raises `BadSetup`."""
    if name != "illustrator":
        raise BadSetup(f"WANDERHUE_PAINTER (or --painter) is {name!r}; this version has one painter: illustrator")
    from wanderhue.tools.illustrator_painter import IllustratorPainter

    return IllustratorPainter()


def make_deps(
    settings: Settings,
    *,
    planner: "str | Planner | BaseChatModel | None" = None,
    painter: Painter | None = None,
    clock: Callable[[], datetime] | None = None,
) -> Deps:
    """The live objects for a set of settings; any of them can be handed in instead."""
    place, offline = DataDir.open(settings.resolved_data_dir()), make_planner("offline")
    wished = planner if planner is not None else settings.planner
    return Deps(
        settings=settings,
        planner=offline if wished == "offline" else as_planner(wished, settings),
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
