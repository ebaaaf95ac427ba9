"""The brief: everything a painter is told, in slots that can be changed one at a time.

The words are English, for image models; the scene is the same picture as data, for the illustrator. Each color is
given as a plain name, a hex value and the object that it lands on, because image models read neither hex alone nor
"use these colors" (GenColorBench, arXiv 2510.20586).
"""

from pydantic import Field

from wanderhue.agent.scene import Frozen, Scene
from wanderhue.agent.settings import Quality
from wanderhue.agent.trips import OptionColor


class ColorUse(Frozen):
    """One color of the scheme and where it goes."""

    name: str
    hex: str = Field(pattern=r"^#[0-9a-f]{6}$")
    object: str


class ImageBrief(Frozen):
    """What to paint. `prompt()` is the text as sent to an image model."""

    medium: str = "screen-printed travel poster illustration"
    subject: str
    setting: str
    style: str = "flat shapes, two tones per solid, fine print grain"
    shot: str = "wide shot at eye level"
    light: str
    colors: tuple[ColorUse, ...] = ()
    text: str = ""
    """Lettering in the picture, quoted in the prompt; empty for none."""
    negative: tuple[str, ...] = ()
    aspect: str = "16:9"
    width: int | None = None
    """Exact pixels where the person asked for them; else the painter's size for the aspect."""
    height: int | None = None
    quality: Quality = "standard"
    """How large and careful, where no exact pixels were asked for; painters say what they make of it."""
    photo: bool = False
    """The picture is a person's photo, or one changed in parts: its pixels are real, the scene only a stand-in."""
    own: tuple[str, ...] = ()
    """The slots whose words are the person's: they stay as written until a wish is about them."""
    n: int = Field(default=1, ge=1, le=4)
    seed: int | None = None
    scene: Scene
    palette: tuple[OptionColor, ...] = Field(min_length=1, max_length=16)

    def prompt(self) -> str:
        """The English prompt, most important slots first."""
        colors = "; ".join(f"{use.name} ({use.hex}) for {use.object}" for use in self.colors)
        parts = [
            f"{self.medium[:1].upper()}{self.medium[1:]} of {self.subject}." if self.medium else f"{self.subject}.",
            f"Setting: {self.setting}." if self.setting else "",
            f"Light: {self.light}." if self.light else "",
            f"Shot: {self.shot}." if self.shot else "",
            f"Style: {self.style}." if self.style else "",
            f"Colors: {colors}." if colors else "",
            f'Lettering: "{self.text}".' if self.text else "No lettering.",
            f"Leave out: {', '.join(self.negative)}." if self.negative else "",
        ]
        return " ".join(part for part in parts if part)

    def hexes(self) -> tuple[str, ...]:
        """The palette's hex values in order."""
        return tuple(color.hex for color in self.palette)
