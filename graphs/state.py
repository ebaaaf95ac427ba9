"""The memory of one conversation: JSON primitives only, no bytes, no clients, no settings.

Every field says who writes it, when, and what its absence means. Full version records and the whole transcript are
rows in the conversation store (tools/conversations.py); the state keeps what the next step needs.
"""

from typing import Any

from typing_extensions import TypedDict

KEPT_MESSAGES = 12
KEPT_HEADERS = 120
MOST_CHANGES = 12
"""Changes of the safety policy that an order carries along."""


class TripInput(TypedDict, total=False):
    """What a caller gives to start or continue: words, or an answer as data (graphs/answers.py)."""

    text: str
    answer: dict[str, Any]


class TripState(TripInput, total=False):
    """The whole state."""

    lang: str
    """'en' or 'ko'. Written by listen at the first words; absent: none heard yet."""
    stage: str
    """ask, choose, reword, confirm, review or done. Written on the way to a pause; absent: nothing yet."""
    action: int
    """Counts accepted answers. Written by the pause (or hear) that accepts one; a paid call is keyed by it."""
    attempt: int
    """How often this action was approved again after a failure. Reset with each action."""
    order: dict[str, Any]
    """The accepted answer that is being carried out. Written with `action`."""
    carried: dict[str, Any] | None
    """The order behind the draft, with the `number` of its first picture and the `changes` of the safety policy, kept
    over a confirm. Written by sanitize, cleared with the new version."""
    messages: list[list[str]]
    """The last 12 of [role, text]. Written with every reply."""
    request: str
    """What this trip is about, in the person's words. Written by recommend."""
    shown: list[str]
    """Ids of trips offered before, so that others are others. Written by recommend."""
    asked: bool
    """A clarifying question was put in this trip. Written by recommend."""
    options: list[dict[str, Any]]
    """The three on the table (TripOption). Written by recommend; absent or empty: none."""
    option: int | None
    """The one chosen. Written by expand."""
    wish: dict[str, Any] | None
    """A concrete picture asked for: {scene, palette}. Written by recommend, used up by expand."""
    draft: dict[str, Any] | None
    """The brief of the next picture. Written by expand, cleared by inspect and by going back."""
    prompt: str
    """The draft's text as it would be sent. Written by sanitize, emptied with the new version; absent: not known."""
    refusal: dict[str, Any] | None
    """Why the draft may not be painted. Written by sanitize."""
    reason: dict[str, Any] | None
    """Why confirm pauses: {code, text, estimate_usd}. Written by sanitize and paint."""
    bought: list[dict[str, Any]]
    """Receipts of this action's pictures. Written by paint, used up by inspect once nothing is left to ask."""
    brief: dict[str, Any] | None
    """The brief of the picture under the cursor. Written by inspect, recolor, photo and move."""
    image: dict[str, Any] | None
    """The picture under the cursor, without its bytes. Written by inspect, recolor, photo and move."""
    siblings: list[str]
    """Ids of the pictures of the last action, best first. Written by inspect."""
    versions: list[list[Any]]
    """One header a version: [id, parent, blob's first 16 digits, score]. Written by inspect, recolor and photo."""
    redo: list[str]
    """Ids to go forward to. Written by move, cleared by a new version."""
    feedback: list[str]
    """The last words that changed this picture. Written by expand."""
    stuck: dict[str, Any] | None
    """What the planner could not do: {code, message, node, order}. Written by recommend and expand; cleared by the
    next accepted answer, which may repeat it."""
    offline: bool
    """The person went on with the offline planner. Written by the pause, reset by a new trip."""
    reply: str
    """What to tell the person now. Written by the node that did something."""
    notices: list[str]
    """Further sentences: what was changed, left out, stood in for."""
    error: dict[str, str] | None
    """{code, message} of an answer that could not be used. Written by the pause; cleared by the next good one."""
