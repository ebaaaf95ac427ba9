"""How routes reach the work: the shared workshop, and one conversation of it on the program's loop."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from wanderhue.agent.errors import NotFound
from wanderhue.graphs.conversation import Conversation, Workshop
from wanderhue.graphs.loop import arun

T = TypeVar("T")
WorkshopOf = Callable[[], Awaitable[Workshop]]
"""Gives the workshop, opening it at the first call; may be awaited on any loop."""


async def with_conversation(
    workshop_of: WorkshopOf, thread: str, owner: str, ask: Callable[[Conversation], Awaitable[T]]
) -> T:
    """Ask a conversation something. It is only looked at: work that a crash cut off is not done here.

    Raises `NotFound` for a conversation of somebody else.
    """
    if thread == "last":  # a word of the command line
        raise NotFound("a conversation is asked for by its id here")
    workshop = await workshop_of()

    async def work() -> T:
        return await ask(await workshop.conversation(thread, owner, finish=False))

    return await arun(work())
