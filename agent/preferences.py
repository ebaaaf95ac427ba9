"""What a person sets for themselves, over the program's settings: plain JSON that rides along with each run.

A setting belongs to the installation and is read once; preferences belong to a person, are kept for them, and may
change between two turns. No preference names a key, a planner, a painter or a folder.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Literal

from wanderhue.agent.errors import BadInput
from wanderhue.agent.settings import QUALITIES, Quality, Settings
from wanderhue.agent.shape import is_drawable


@dataclass(frozen=True, slots=True)
class Preferences:
    """A person's own choices. None everywhere means: as the program is set."""

    language: Literal["", "en", "ko"] | None = None
    """'' is the language that they write in."""
    pictures: int | None = None
    """1 to 4 at each step."""
    preview: bool | None = None
    aspect: str | None = None
    """'W:H', or '' for the program's own; of new pictures that nobody shaped."""
    quality: Quality | None = None
    """Of every next picture."""
    daily_cap_usd: float | None = None
    """0 or more. The spending that counts is the installation's, not only this person's."""

    @classmethod
    def from_json(cls, given: Any) -> "Preferences":
        """Read what was stored or sent; unknown names are ignored. Raises `BadInput` that names the bad one."""
        if given is None:
            return cls()
        if not isinstance(given, Mapping):
            raise BadInput(f"preferences are a JSON object, not {type(given).__name__}")
        found: dict[str, Any] = {}
        for name, (fits, wanted) in _FITS.items():
            value = given.get(name)
            if value is None:
                continue
            if not fits(value):
                raise BadInput(f"the preference {name!r} is {str(value)[:40]!r}; use {wanted}")
            found[name] = float(value) if name == "daily_cap_usd" else value
        return cls(**found)

    def to_json(self) -> dict[str, Any]:
        """What is set, and nothing else."""
        values = {spec.name: getattr(self, spec.name) for spec in fields(self)}
        return {name: value for name, value in values.items() if value is not None}

    def over(self, settings: Settings) -> Settings:
        """The settings as they are for this person."""
        return replace(settings, **self.to_json())


def _is_sum(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 1e9


_FITS: dict[str, tuple[Callable[[Any], bool], str]] = {
    "language": (lambda value: value in ("", "en", "ko"), "en, ko or an empty text"),
    "pictures": (lambda value: type(value) is int and 1 <= value <= 4, "a number from 1 to 4"),
    "preview": (lambda value: type(value) is bool, "true or false"),
    "aspect": (lambda value: value == "" or is_drawable(value), "a shape from 9:16 to 16:9, such as 1:1"),
    "quality": (lambda value: value in QUALITIES, ", ".join(QUALITIES)),
    "daily_cap_usd": (_is_sum, "a sum in US dollars, 0 or more"),
}
"""What each may be, and how that is said."""
