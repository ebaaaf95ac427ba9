"""What a model answers, as types. Their JSON schemas stay simple, so that every provider's schema mode takes them.

In the schema (strict.py makes it) every field is required, nothing may be null, there are no unions, and a field that
says nothing is "", "none" or an empty list. In reading, answers get more room than that: what servers without a
schema leave out or misspell is filled or mended (mend.py), because a turn with a small mistake beats one without an
answer.
The order of fields is the order of writing: safety first, the reply before the options, what is shown before the rest.
"""

import re
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from wanderhue.agent.vocabulary import ELEMENTS, GROUPS, SEASONS, SETTINGS, TIMES, WEATHERS

WISHES = ("time", "weather", "season", "style", "setting", "add", "remove", "resize", "move", "shift", "weigh", "use",
          "aspect", "size", "zoom", "title")  # fmt: skip
ACTS = ("none", "accept", "vary", "undo", "redo", "first", "goto", "option", "more", "new", "question", "smalltalk")


def _line(value: Any) -> Any:
    """A text on one line: nothing becomes '', numbers and lists become words."""
    if isinstance(value, list):
        value = ", ".join(str(part) for part in value)
    if value is None or isinstance(value, int | float):
        value = "" if value is None else str(value)
    return " ".join(value.split()) if isinstance(value, str) else value


def _many(value: Any) -> Any:
    """A list: nothing becomes none, a single thing a list of it."""
    if value is None or value == "":
        return []
    return value if isinstance(value, list) else [value]


def _degrees(value: Any) -> Any:
    """A latitude: also '33.9 S'."""
    if isinstance(value, str) and (match := re.match(r"\s*([+-]?\d+(?:\.\d+)?)\s*°?\s*([NS]?)", value, re.I)):
        number = float(match.group(1))
        return -abs(number) if match.group(2).upper() == "S" else number
    return value


def _whole(value: Any) -> Any:
    """A count: nothing becomes 0."""
    return 0 if value in (None, "") else value


def _words(value: Any) -> Any:
    return value.strip().lower() if isinstance(value, str) else value


def _chosen(value: Any) -> Any:
    """A word of a list: 'none', in the schema because some providers allow no empty word, is ''."""
    value = _line(value)
    return "" if isinstance(value, str) and value.lower() == "none" else value


def _enum(*words: str) -> dict[str, Any]:
    return {"type": "string", "enum": list(words)}


Line = Annotated[str, BeforeValidator(_line)]
Lines = Annotated[list[Line], BeforeValidator(_many)]
Count = Annotated[int, BeforeValidator(_whole)]
Months = Annotated[list[int], BeforeValidator(_many)]
Degrees = Annotated[float, BeforeValidator(_degrees)]

# Words of a list for the model; any word in reading, where the nearest known one is looked for (known.py).
KnownSeason = Annotated[str, BeforeValidator(_chosen), WithJsonSchema(_enum("none", *SEASONS))]
KnownSetting = Annotated[str, BeforeValidator(_chosen), WithJsonSchema(_enum(*SETTINGS))]
KnownTime = Annotated[str, BeforeValidator(_chosen), WithJsonSchema(_enum(*TIMES))]
KnownWeather = Annotated[str, BeforeValidator(_chosen), WithJsonSchema(_enum(*WEATHERS))]
KnownElement = Annotated[str, BeforeValidator(_chosen), WithJsonSchema(_enum(*ELEMENTS))]
ElementOrNone = Annotated[str, BeforeValidator(_chosen), WithJsonSchema(_enum("none", *ELEMENTS))]
ElementOrGroup = Annotated[str, BeforeValidator(_chosen), WithJsonSchema(_enum("none", *ELEMENTS, *GROUPS))]
SideOrNone = Annotated[str, BeforeValidator(_chosen), WithJsonSchema(_enum("none", "left", "center", "right"))]
KnownWish = Annotated[str, BeforeValidator(_chosen), WithJsonSchema(_enum(*WISHES))]
KnownAct = Annotated[str, BeforeValidator(_chosen), WithJsonSchema(_enum(*ACTS))]


def _plain(schema: dict[str, Any]) -> None:
    """What our docstrings say is for readers of this file."""
    schema.pop("description", None)


class Answer(BaseModel):
    """A part of an answer: a value; what was not asked for is ignored."""

    model_config = ConfigDict(frozen=True, extra="ignore", json_schema_extra=_plain)


class Safety(Answer):
    """The model's own judgement about the audience."""

    verdict: Annotated[Literal["allowed", "rewritten", "refused"], BeforeValidator(_words)] = "allowed"
    category: Line = ""
    phrase: Line = ""
    suggestion: Line = ""


class ColorAnswer(Answer):
    """A color of an option's palette."""

    name: Line = ""
    hex: Line = ""


class ElementAnswer(Answer):
    """A thing in a scene."""

    kind: KnownElement = ""
    word: Line = ""
    count: Count = 1


class SceneAnswer(Answer):
    """The scene of an option, as hints to the illustrator."""

    setting: KnownSetting = ""
    time: KnownTime = "day"
    weather: KnownWeather = "clear"
    elements: Annotated[list[ElementAnswer], BeforeValidator(_many)] = Field(default_factory=list)


class OptionAnswer(Answer):
    """One trip, or the one picture that was asked for."""

    title: Line = ""
    place: Line = ""
    place_en: Line = ""
    country: Annotated[Line, Field(description="ISO 3166-1 alpha-2")] = ""
    latitude: Annotated[Degrees, Field(description="degrees, below 0 in the south")] = 0.0
    months: Annotated[Months, Field(description="1 to 12")] = Field(default_factory=list)
    season: KnownSeason = ""
    why: Line = ""
    highlights: Lines = Field(default_factory=list)
    mood: Line = ""
    palette: Annotated[list[ColorAnswer], BeforeValidator(_many)] = Field(default_factory=list)
    scene: SceneAnswer = Field(default_factory=SceneAnswer)


class RecommendAnswer(Answer):
    """The answer to a message about the trip."""

    kind: Annotated[Literal["options", "question", "picture", "chosen", "reply"], BeforeValidator(_words)]
    safety: Safety = Field(default_factory=Safety)
    reply: Line
    options: Annotated[list[OptionAnswer], BeforeValidator(_many)] = Field(default_factory=list)
    index: Annotated[Count, Field(description="from 1; 0 when none is chosen")] = 0
    request: Line = ""
    keywords: Lines = Field(default_factory=list)


class ColorPlace(Answer):
    """A color of the palette and the object that it lands on."""

    hex: Line = ""
    name: Line = ""
    object: Line = ""


class WishAnswer(Answer):
    """One change of the picture; which fields count depends on the kind."""

    kind: KnownWish
    value: Line = ""
    element: ElementOrGroup = ""
    word: Line = ""
    count: Count = 1
    color: Line = ""
    place: SideOrNone = ""
    on: ElementOrNone = ""


class ActAnswer(Answer):
    """A move in the conversation."""

    kind: KnownAct = ""
    number: Count = 0
    strong: bool = False


class ExpandAnswer(Answer):
    """The brief's slots, the reading of the words, the judgement and the reply."""

    safety: Safety = Field(default_factory=Safety)
    act: ActAnswer = Field(default_factory=ActAnswer)
    wishes: Annotated[list[WishAnswer], BeforeValidator(_many)] = Field(default_factory=list)
    words_only: Lines = Field(default_factory=list)
    unknown: Lines = Field(default_factory=list)
    medium: Line = ""
    subject: Line = ""
    setting: Line = ""
    light: Line = ""
    shot: Line = ""
    style: Line = ""
    negative: Lines = Field(default_factory=list)
    colors: Annotated[list[ColorPlace], BeforeValidator(_many)] = Field(default_factory=list)
    reply: Line
