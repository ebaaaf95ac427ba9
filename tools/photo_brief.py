"""A photo as a picture of a conversation: its palette by extraction, a brief that stands for it, its measure."""

from dataclasses import dataclass

from wanderhue.agent.brief import ColorUse, ImageBrief
from wanderhue.agent.color_names import plain_name
from wanderhue.agent.scene import Scene
from wanderhue.agent.shape import aspect_of
from wanderhue.agent.trips import OptionColor
from wanderhue.tools.extract import extract
from wanderhue.tools.look import Look, look_at

COLORS = 6


@dataclass(frozen=True, slots=True)
class SeenPhoto:
    """The brief of a photo, and what was measured."""

    brief: ImageBrief
    look: Look


def see_photo(data: bytes, lang: str) -> SeenPhoto:
    """Look at a photo's bytes. Raises `BadPicture`.

    Nobody knows what is on it, so its scene is a neutral one, a calm lake: what is drawn when a new picture in the
    photo's colors is asked for and no words say of what.
    """
    hexes = extract(data, COLORS).hexes
    look = look_at(data, hexes, lang)
    names = [plain_name(one, lang) for one in hexes]
    aspect = aspect_of(look.width, look.height)
    brief = ImageBrief(
        medium="photograph",
        subject="the person's own photo",
        setting="as in the photo",
        style="as in the photo",
        shot="as in the photo",
        light="as in the photo",
        colors=tuple(ColorUse(name=plain_name(one), hex=one, object="the photo") for one in hexes),
        aspect=aspect,
        photo=True,
        scene=Scene(setting="lake", variant="calm", aspect=aspect),
        palette=tuple(OptionColor(name=name, hex=one) for name, one in zip(names, hexes, strict=True)),
    )
    return SeenPhoto(brief, look)
