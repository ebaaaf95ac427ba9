"""What a step needs beside the conversation: the model, for whom, in which language, and who helps out."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wanderhue.agent.planner import Planner

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel


@dataclass(frozen=True, slots=True)
class Mind:
    """A chat model with the settings that its prompts and checks go by."""

    model: "BaseChatModel"
    fallback: Planner
    profile: str = "family"
    language: str = ""
    """'en' or 'ko' where the person set it; '' for the language of their words."""
    timeout: float = 60.0
    """Seconds for one call."""
