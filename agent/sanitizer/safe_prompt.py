"""The only kind of text that a painter takes: made by the sanitizer and by nothing else."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NoReturn, final

from wanderhue.agent.sanitizer.verdict import Verdict

_KEY: Final = object()


@final
class SafePrompt:
    """A text that passed the sanitizer, with the verdict it got and the name of the profile it was judged by.

    It cannot be made elsewhere, changed, copied or stored: what comes back from a disk or the wire is judged again.
    TypeError for whoever tries.
    """

    __slots__ = ("also", "profile", "text", "verdict")

    text: str
    """The prompt as it may be sent."""
    also: Mapping[str, str]
    """The other strings that go with it (a title, a style note), by name, as they may be sent."""
    verdict: Verdict
    profile: str

    def __init__(self, key: object, text: str, also: Mapping[str, str], verdict: Verdict, profile: str) -> None:
        if key is not _KEY:
            raise TypeError("only the sanitizer makes a SafePrompt: call sanitize(text)")
        fields = {"text": text, "also": MappingProxyType(dict(also)), "verdict": verdict, "profile": profile}
        for name, value in fields.items():
            object.__setattr__(self, name, value)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise TypeError("a SafePrompt does not change: sanitize the new text")

    def __delattr__(self, name: str) -> NoReturn:
        raise TypeError("a SafePrompt does not change: sanitize the new text")

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("a SafePrompt is not copied or stored: keep its text and sanitize that again")

    def __init_subclass__(cls) -> NoReturn:
        raise TypeError("a SafePrompt has no subclasses")

    def __repr__(self) -> str:
        return f"SafePrompt({self.text!r}, profile={self.profile!r})"


def issue(text: str, also: Mapping[str, str], verdict: Verdict, profile: str) -> SafePrompt:
    """A SafePrompt; for the sanitizer alone."""
    return SafePrompt(_KEY, text, also, verdict, profile)
