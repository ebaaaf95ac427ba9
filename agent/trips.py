"""The records of trips: the catalogue's (both languages) and the option that a person is offered (one language)."""

from typing import Literal

from pydantic import Field, field_validator

from wanderhue.agent.scene import Frozen, Scene, Season

Lang = Literal["en", "ko"]

REGIONS = ("korea", "east_asia", "southeast_asia", "south_asia", "middle_east", "europe", "africa",
           "north_america", "south_america", "oceania")  # fmt: skip
COMPANIONS = ("solo", "couple", "friends", "family", "kids", "parents", "pet")
ACTIVITIES = (
    "picnic", "walking", "hiking", "swimming", "surfing", "diving", "boating", "fishing", "cycling", "camping",
    "skiing", "stargazing", "photography", "food", "cafe", "market", "museum", "history", "temple", "flowers",
    "autumn_leaves", "wildlife", "hot_spring", "festival", "shopping", "nightlife", "road_trip", "train",
    "wine", "relaxing", "theme_park", "snow_play",
)  # fmt: skip
CLIMATES = ("tropical", "hot_dry", "warm", "mild", "cool", "cold", "snowy", "humid")
PACES = ("slow", "balanced", "active")
BUDGETS = ("low", "mid", "high")


class Text2(Frozen):
    """One text in both languages."""

    en: str = Field(min_length=1)
    ko: str = Field(min_length=1)

    def get(self, lang: Lang) -> str:
        """The text in `lang`."""
        return self.ko if lang == "ko" else self.en


class NamedColor(Frozen):
    """A color of a trip's palette, with its name in both languages: 'Fuji snow' / '후지의 눈'."""

    hex: str = Field(pattern=r"^#[0-9a-f]{6}$")
    en: str = Field(min_length=1, max_length=40)
    ko: str = Field(min_length=1, max_length=40)

    def name(self, lang: Lang) -> str:
        """The name in `lang`."""
        return self.ko if lang == "ko" else self.en


class Trip(Frozen):
    """One trip of the offline catalogue. Facts are true of the place; months are 1 to 12 and its best ones."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    place: Text2
    """'Bukchon, Seoul' / '서울 북촌'."""
    names: tuple[str, ...] = Field(min_length=2)
    """Every name by which people call the place, both languages, without the region: ('Kyoto', '교토')."""
    country: str = Field(pattern=r"^[A-Z]{2}$")
    """ISO 3166-1 alpha-2."""
    region: str
    latitude: float = Field(ge=-90, le=90)
    """Degrees; below 0 the seasons are the southern ones. Within 15 degrees of the equator there are none."""
    title: Text2
    why: Text2
    months: tuple[int, ...] = Field(min_length=1, max_length=12)
    companions: tuple[str, ...] = Field(min_length=1)
    activities: tuple[str, ...] = Field(min_length=2)
    pace: Literal["slow", "balanced", "active"]
    budget: Literal["low", "mid", "high"]
    """For a traveller from Korea: low = under about USD 300 a person, high = over about 1500, stay included."""
    climate: tuple[str, ...] = Field(min_length=1)
    """The weather in its best months."""
    highlights: tuple[Text2, ...] = Field(min_length=3, max_length=3)
    moods: tuple[Text2, ...] = Field(min_length=2, max_length=4)
    palette: tuple[NamedColor, ...] = Field(min_length=5, max_length=5)
    scene: Scene

    @field_validator("region", "companions", "activities", "climate")
    @classmethod
    def _listed(cls, value: str | tuple[str, ...]) -> str | tuple[str, ...]:
        known = {*REGIONS, *COMPANIONS, *ACTIVITIES, *CLIMATES}
        for word in (value,) if isinstance(value, str) else value:
            if word not in known:
                raise ValueError(f"{word!r} is not in the lists of agent/trips.py")
        return value

    @field_validator("months")
    @classmethod
    def _months(cls, months: tuple[int, ...]) -> tuple[int, ...]:
        if any(not 1 <= month <= 12 for month in months) or len(set(months)) != len(months):
            raise ValueError(f"months {months} must be distinct numbers from 1 to 12")
        return months


class OptionColor(Frozen):
    """A color of an offered option: its name in the person's language, and '#rrggbb'."""

    name: str
    hex: str = Field(pattern=r"^#[0-9a-f]{6}$")


class TripOption(Frozen):
    """One of the three that a person is offered, in the person's language."""

    trip: str = ""
    """The catalogue id, or '' for one that a model made up."""
    title: str
    place: str
    why: str
    season: str
    """In words: 'spring (April to May)'."""
    season_id: Season | None = None
    highlights: tuple[str, ...] = ()
    mood: str = ""
    palette: tuple[OptionColor, ...] = Field(min_length=1, max_length=16)
    scene: Scene
