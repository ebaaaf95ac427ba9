"""A planner around the real one for `wanderhue draw`: whatever is said becomes one picture, with the wished options.

So a drawing takes the conversation's whole way (policy, cost, journal, measuring, versions) instead of one of its own.
"""

from dataclasses import dataclass, replace

from wanderhue.agent.brief import ImageBrief
from wanderhue.agent.palette import Palette
from wanderhue.agent.planner import ExpandOrder, Expansion, Planner, Recommendation, Talk
from wanderhue.agent.scene import Scene
from wanderhue.agent.trips import OptionColor


@dataclass(frozen=True, slots=True)
class PictureWish:
    """The options of `wanderhue draw`; None leaves it to the planner."""

    palette: Palette | None = None
    aspect: str | None = None
    width: int | None = None
    height: int | None = None
    seed: int | None = None
    style: str | None = None

    def scene(self, scene: Scene) -> Scene:
        """The scene with the wished shape and style."""
        wished = {"aspect": self.aspect, "style": self.style}
        return scene.model_copy(update={name: value for name, value in wished.items() if value is not None})

    def colors(self, colors: tuple[OptionColor, ...], lang: str) -> tuple[OptionColor, ...]:
        """The wished palette, else the planner's."""
        if self.palette is None:
            return colors
        return tuple(OptionColor(name=color.name(lang)[:40], hex=color.hex) for color in self.palette)

    def brief(self, brief: ImageBrief) -> ImageBrief:
        """The brief with the wished pixels, shape and seed."""
        wished = {"aspect": self.aspect, "width": self.width, "height": self.height, "seed": self.seed}
        return brief.model_copy(update={name: value for name, value in wished.items() if value is not None})


class PicturePlanner:
    """Asks the real planner, and makes a picture of its answer."""

    def __init__(self, real: Planner, wish: PictureWish) -> None:
        self._real, self._wish = real, wish
        self.name, self.languages = real.name, real.languages

    @classmethod
    def over(cls, name: str, wish: PictureWish) -> "PicturePlanner":
        """Around the planner that a setting names. Raises `BadSetup`."""
        from wanderhue.graphs.assemble import make_planner

        return cls(make_planner(name), wish)

    async def recommend(self, talk: Talk) -> Recommendation:
        """A picture: the one that was understood, else of the first trip that the words led to."""
        found = await self._real.recommend(talk)
        if found.kind != "picture":
            asked = replace(talk, text=f"{talk.text} 그려 줘" if talk.lang == "ko" else f"draw {talk.text}")
            again = await self._real.recommend(asked)
            found = again if again.kind == "picture" or found.kind != "options" else found
        scene, colors = found.scene, found.palette
        if found.kind == "options" and found.options:
            scene, colors = found.options[0].scene, found.options[0].palette
        if scene is None or not colors:
            return found
        colors = self._wish.colors(colors, talk.lang)
        return replace(found, kind="picture", reply="", options=(), scene=self._wish.scene(scene), palette=colors)

    async def expand(self, order: ExpandOrder) -> Expansion:
        """The real planner's brief with the wished pixels, shape and seed."""
        made = await self._real.expand(order)
        return made if made.brief is None else replace(made, brief=self._wish.brief(made.brief))
