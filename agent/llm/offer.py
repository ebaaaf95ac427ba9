"""A model's option as the option that a person is offered, and its scene as the illustrator draws it."""

from wanderhue.agent.llm.schemas import ElementAnswer, OptionAnswer
from wanderhue.agent.offline.options import season_of, season_text
from wanderhue.agent.scene import Element, Scene, Season
from wanderhue.agent.trips import Lang, OptionColor, TripOption

_TITLE, _LOCAL = 24, 12


def to_option(option: OptionAnswer, lang: Lang) -> TripOption:
    """A tidied and checked option. Its months become the season in words."""
    return TripOption(
        title=option.title,
        place=option.place,
        why=option.why,
        season=season_text(option.months, option.latitude, lang),
        season_id=season_id(option),
        highlights=tuple(option.highlights),
        mood=option.mood,
        palette=colors_of(option),
        scene=scene_of(option),
    )


def colors_of(option: OptionAnswer) -> tuple[OptionColor, ...]:
    """Its palette."""
    return tuple(OptionColor(name=color.name, hex=color.hex) for color in option.palette)


def season_id(option: OptionAnswer) -> Season | None:
    """The season said, or else that of its first month; None near the equator."""
    seasons = [season for month in option.months if (season := season_of(month, option.latitude))]
    said = [season for season in seasons if season == option.season]
    return next(iter([*said, *seasons]), None)


def scene_of(option: OptionAnswer, *, titled: bool = True) -> Scene:
    """The scene of a tidied option, lettered with the place."""
    setting, _, variant = option.scene.setting.partition("/")
    elements = [_element(one).model_dump() for one in option.scene.elements]
    name, *larger = (part.strip() for part in option.place_en.split(","))
    words = option.place.split()
    local = " ".join(words[len(larger) :] or words)  # in Korean the larger places come first
    return Scene.model_validate(
        {
            "setting": setting,
            "variant": variant,
            "time": option.scene.time,
            "weather": option.scene.weather,
            "season": season_id(option),
            "elements": elements,
            "title": name if titled and len(name) <= _TITLE else "",
            "local_title": local if titled and _is_hangul(local) and len(local) <= _LOCAL else "",
        }
    )


def _element(answer: ElementAnswer) -> Element:
    return Element(kind=answer.kind, count=answer.count, asked_as=answer.word or None)


def _is_hangul(text: str) -> bool:
    return any("가" <= char <= "힣" for char in text)
