"""The errors of Wanderhue: as many types as there are distinct reactions.

    WanderhueError
    |-- BadInput            the caller or person can mend it: the message says what is wrong and what to do
    |   |-- BadColor        a color or palette that cannot be read; names the bad part
    |   |-- BadPicture      bytes that are no picture we open safely
    |   `-- NotFound        a conversation, version or file that this owner does not have
    |-- Busy                somebody else is writing this conversation: try again in a moment
    |-- BadSetup            a setting, key or data directory must be mended before anything works
    |   `-- NewerData       the data directory was written by a newer Wanderhue
    |-- Refused             the safety policy or a provider says no; carries category and a safe rewrite
    |-- PainterError        a painter failed; nothing was bought unless it says so
    |   |-- Unavailable     it did not answer, or said it cannot now: try again later
    |   |-- UnknownOutcome  the call may have been carried out and billed: ask before calling again
    |   `-- Cancelled       the person stopped it
    |-- PlannerError        a planner's model failed; the conversation goes on, offline if the person likes
    |   |-- PlannerUnavailable  it did not answer, or said it cannot now: try again later
    |   |-- PlannerRefused  the model or its provider's filter will not answer this: say it otherwise
    |   |-- BadAnswer       it answered, but not what was asked, also after a repair: mend or try again
    |   `-- PlannerSetup    key, model name, address or rights must be mended before it answers
    `-- Damaged             stored data that cannot be read; says which file

A message says what happened, with which value, and what to do next; never a secret.
"""


class WanderhueError(Exception):
    """Any error that Wanderhue raises on purpose. `code` is the stable short name in JSON."""

    code = "error"


class BadInput(WanderhueError):
    """The input cannot be used as it is."""

    code = "bad_input"


class BadColor(BadInput):
    """A color that cannot be read; `part` is the piece that is wrong."""

    code = "bad_color"

    def __init__(self, message: str, part: str = "") -> None:
        super().__init__(message)
        self.part = part


class BadPicture(BadInput):
    """Bytes that are not a picture we open, or one past the limits."""

    code = "bad_picture"


class NotFound(BadInput):
    """There is no such thing for this owner."""

    code = "not_found"


class Busy(WanderhueError):
    """Another writer holds the conversation."""

    code = "busy"


class BadSetup(WanderhueError):
    """The installation, settings or data directory need mending."""

    code = "bad_setup"


class NewerData(BadSetup):
    """The stored data is of a newer schema than this program knows."""

    code = "newer_data"


class Refused(WanderhueError):
    """Not allowed; says by which rule, and what would be."""

    code = "refused"

    def __init__(self, message: str, *, category: str = "", phrase: str = "", suggestion: str = "") -> None:
        super().__init__(message)
        self.category = category
        self.phrase = phrase
        self.suggestion = suggestion


class PainterError(WanderhueError):
    """A painter failed."""

    code = "painter"


class Unavailable(PainterError):
    """The painter cannot be reached or cannot paint now."""

    code = "unavailable"


class UnknownOutcome(PainterError):
    """Whether the call was carried out is not known; it may have been billed."""

    code = "unknown_outcome"


class Cancelled(PainterError):
    """Stopped by the person."""

    code = "cancelled"


class PlannerError(WanderhueError):
    """A planner's model failed."""

    code = "planner"


class PlannerUnavailable(PlannerError):
    """The model cannot be reached or cannot answer now; `retry_after` in seconds, where it said so."""

    code = "planner_unavailable"

    def __init__(self, message: str, *, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class PlannerRefused(PlannerError):
    """The model or its provider's filter will not answer this."""

    code = "planner_refused"


class BadAnswer(PlannerError):
    """The answer is not what was asked for: `faults` in words, and the last `value` that had the right type, if any."""

    code = "bad_answer"

    def __init__(self, message: str, *, faults: tuple[str, ...] = (), value: object = None) -> None:
        super().__init__(message)
        self.faults = faults
        self.value = value


class PlannerSetup(PlannerError):
    """The provider does not take the key, the model's name, the address or the request."""

    code = "planner_setup"


class Damaged(WanderhueError):
    """Stored data cannot be read."""

    code = "damaged"
