"""What the graph works with: live objects in a closure, never in state and never in LangGraph's context."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from wanderhue.agent.planner import Planner
from wanderhue.agent.settings import Settings
from wanderhue.tools.conversations import ConversationStore
from wanderhue.tools.data_dir import DataDir
from wanderhue.tools.image_store import ImageStore
from wanderhue.tools.journal import Journal
from wanderhue.tools.painter import Painter
from wanderhue.tools.stop import Stops


@dataclass(frozen=True, slots=True)
class Deps:
    """The adapters behind the ports, and the clock."""

    settings: Settings
    planner: Planner
    painter: Painter
    place: DataDir
    store: ConversationStore
    journal: Journal
    images: ImageStore
    clock: Callable[[], datetime]
    """The server's local time; "a day" of spending is a day of this clock."""
    offline: Planner
    """The planner that needs nobody: what people may go on with when theirs does not answer."""
    stops: Stops = field(default_factory=Stops)
    """The paintings that run now, so that a person can stop theirs."""
