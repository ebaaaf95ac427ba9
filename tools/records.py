"""What the conversation store gives: its rows as values. Times are Unix seconds."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Conversation:
    """One conversation's row."""

    thread: str
    title: str
    created: float
    updated: float
    versions: int = 0


@dataclass(frozen=True, slots=True)
class Album:
    """A conversation as a shelf of pictures shows it."""

    thread: str
    title: str
    """The title that it was given, else the first words that the person said, else ''."""
    created: float
    updated: float
    versions: int
    cover: str | None
    """The id of the newest version; None where nothing was painted yet."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a transcript."""

    seq: int
    """Counts from 1 in the conversation."""
    action: int
    """The action that it belongs to, as in `Version.action`; 0 where the key says none."""
    role: str
    """'person' or 'wanderhue'."""
    text: str
    at: float


@dataclass(frozen=True, slots=True)
class Version:
    """One picture of a conversation and everything that led to it."""

    id: str
    number: int
    """Counts from 1 in the conversation, in the order in which pictures came."""
    parent: str | None
    blob: str
    width: int
    height: int
    score: dict[str, Any]
    """`PaletteScore.to_json()`."""
    brief: dict[str, Any]
    feedback: str
    """The words or the action that led to it."""
    action: int
    """Siblings share it."""
    painter: str
    seed: int | None
    cost_usd: float
    asked: dict[str, Any] = field(default_factory=dict)
    sent: dict[str, Any] = field(default_factory=dict)
    got: dict[str, Any] = field(default_factory=dict)
    at: float = 0.0
