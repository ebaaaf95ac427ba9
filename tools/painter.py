"""The painter's port: who turns a safe prompt into pictures. One adapter a file; all pass one contract suite.

A painter takes only a `PaintOrder`, which holds a `SafePrompt`: a type that only the sanitizer can make.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, Protocol

from wanderhue.agent.brief import ImageBrief
from wanderhue.agent.sanitizer import SafePrompt
from wanderhue.agent.scene import Scene
from wanderhue.agent.settings import Quality

Operation = Literal["generate", "edit", "vary"]
Progress = Callable[[str, float, bytes | None], None]
"""Called with (stage, fraction 0 to 1, preview PNG or None), from any thread."""


@dataclass(frozen=True, slots=True)
class PaintOrder:
    """One picture to paint."""

    prompt: SafePrompt
    brief: ImageBrief
    width: int
    height: int
    seed: int
    operation: Operation = "generate"
    strong: bool = False
    """For vary: far from the base rather than near it."""
    variant: int = 0
    """The sibling's number when several pictures are painted at one step."""
    base: bytes | None = None
    """The picture to edit or vary (PNG)."""
    mask: bytes | None = None
    """White = change (PNG)."""
    key: str = ""
    """The journal's key, sent to providers that take an idempotency key."""


@dataclass(frozen=True, slots=True)
class Painted:
    """What came back. `data` is a PNG, JPEG or WEBP file, not yet decoded or trusted."""

    data: bytes
    seed: int | None = None
    cost_usd: float = 0.0
    revised_prompt: str = ""
    notices: tuple[tuple[str, str], ...] = field(default=())
    """(English, Korean) sentences about what was dropped, translated or stood in for."""
    scene: Scene | None = None
    """The scene that was really drawn, where the painter changed it (a strong variation)."""


class Painter(Protocol):
    """Paints."""

    name: str
    paid: bool
    """True when a call may cost money: its unknown outcomes are never repeated without asking."""

    def estimate(self, order: PaintOrder) -> float:
        """The expected price of this order in US dollars; 0.0 where free."""
        ...

    def size(
        self, aspect: str, width: int | None, height: int | None, quality: Quality = "standard"
    ) -> tuple[int, int]:
        """The pixels (width, height) that this painter would paint for a wish."""
        ...

    async def paint(self, order: PaintOrder, progress: Progress) -> Painted:
        """Paint one picture. Raises the errors of the PainterError family or `Refused`, nothing else on purpose."""
        ...

    async def warm(self) -> None:
        """Make the first picture come sooner; never raises."""
        ...

    async def aclose(self) -> None:
        """Free what the painter holds."""
        ...
