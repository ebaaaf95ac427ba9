"""A scene: the plain data from which the illustrator draws, and which every edit changes.

Everything a person can ask to change in words is a field here, so an edit is always a diff of two scenes.
The palette is not part of the scene: the same scene can be painted in any palette. What each element looks
like lives in `tools/illustrator`; its names and synonyms live in `vocabulary.py`.
"""

from typing import Literal
from zlib import crc32

from pydantic import BaseModel, ConfigDict, Field, field_validator

from wanderhue.agent.vocabulary import ELEMENTS

Setting = Literal["seaside", "lake", "city", "oldtown", "fields", "desert", "forest", "snow"]
Time = Literal["dawn", "day", "golden", "sunset", "night"]
Weather = Literal["clear", "cloudy", "mist", "rain", "snow"]
Season = Literal["spring", "summer", "autumn", "winter"]
Style = Literal["print", "flat", "line"]
Place = Literal["auto", "left", "center", "right"]
Depth = Literal["auto", "near", "middle", "far"]

VARIANTS: dict[str, tuple[str, ...]] = {
    "seaside": ("beach", "cliff", "harbor"),
    "lake": ("alpine", "calm"),
    "city": ("skyline", "riverside"),
    "oldtown": ("temple", "hanok", "european"),
    "fields": ("lavender", "tulip", "green_tea", "daffodil", "canola", "meadow"),
    "desert": ("dunes", "canyon"),
    "forest": ("pine", "hills", "park"),
    "snow": ("village", "slopes"),
}
"""The variants of each setting; the first is the default."""

ASPECTS = ("1:1", "16:9", "9:16", "4:3", "3:4", "3:2", "2:3")
"""The aspects offered by name; any ratio from 9:16 to 16:9 is drawn."""


class Frozen(BaseModel):
    """A value: immutable, and an unknown field is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Element(Frozen):
    """One thing in the picture (or several of a kind)."""

    kind: str
    """A kind of `vocabulary.ELEMENTS`."""
    count: int = Field(default=1, ge=1, le=12)
    size: float = Field(default=1.0, ge=0.4, le=2.5)
    place: Place = "auto"
    depth: Depth = "auto"
    color: str | None = Field(default=None, pattern=r"^#[0-9a-f]{6}$")
    """The wished color, '#rrggbb'; None lets the illustrator choose from the palette."""
    riding: str | None = None
    """The kind that this one sits on: a horse, a boat, a bicycle, ... (drawn once, under it)."""
    holding: tuple[str, ...] = ()
    wearing: tuple[str, ...] = ()
    asked_as: str | None = Field(default=None, max_length=40)
    """What the person called it, when this kind is only a stand-in for that."""

    @field_validator("kind", "riding")
    @classmethod
    def _known(cls, kind: str | None) -> str | None:
        if kind is not None and kind not in ELEMENTS:
            raise ValueError(f"unknown element {kind!r}; known: {', '.join(sorted(ELEMENTS))}")
        return kind


class Scene(Frozen):
    """What is in the picture, when, in what weather, framed how."""

    setting: Setting = "forest"
    variant: str = ""
    """One of `VARIANTS[setting]`; empty means the first."""
    time: Time = "day"
    weather: Weather = "clear"
    season: Season | None = None
    """None lets the setting decide."""
    elements: tuple[Element, ...] = Field(default=(), max_length=24)
    without: tuple[str, ...] = ()
    """Kinds that must not appear, not even as the setting's own decoration."""
    title: str = Field(default="", max_length=60)
    local_title: str = Field(default="", max_length=40)
    """The place in its own script, set smaller beside the title."""
    subtitle: str = Field(default="", max_length=60)
    aspect: str = Field(default="16:9", pattern=r"^\d{1,4}:\d{1,4}$")
    style: Style = "print"
    zoom: float = Field(default=1.0, ge=0.6, le=1.8)
    """Above 1 is closer."""
    mirror: bool = False
    horizon: float = Field(default=0.0, ge=-0.08, le=0.08)
    """A shift of the horizon as a share of the height (strong variations)."""

    @field_validator("aspect")
    @classmethod
    def _between(cls, aspect: str) -> str:
        width, height = (int(part) for part in aspect.split(":"))
        if not height or not width or not 9 / 16 - 1e-6 <= width / height <= 16 / 9 + 1e-6:
            raise ValueError(f"aspect {aspect!r} is outside 9:16 to 16:9")
        return aspect

    def variant_or_default(self) -> str:
        """The variant to draw: the one named, or the setting's first."""
        known = VARIANTS[self.setting]
        return self.variant if self.variant in known else known[0]


def default_seed(scene: Scene, version: int) -> int:
    """The seed of a version that nobody gave one: its place decides, so the same conversation twice paints the same."""
    return crc32(f"{scene.setting}/{scene.variant_or_default()}/{scene.title}/{version}".encode()) & 0x7FFFFFFF
