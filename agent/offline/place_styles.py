"""Three options of one place: for somebody who knows already where to go, and where only one trip fits."""

from collections.abc import Sequence

from wanderhue.agent.offline.options import months_text, season_of, season_text, to_option
from wanderhue.agent.offline.styles import MOODS, Mood, styled_palette, styled_scene
from wanderhue.agent.palette import Palette
from wanderhue.agent.replies import josa, say
from wanderhue.agent.scene import Element, Scene, Season
from wanderhue.agent.trips import Lang, Trip, TripOption
from wanderhue.agent.vocabulary import SEASONS, SETTINGS

_WORDS: dict[Season, tuple[str, ...]] = {
    "spring": (
        "cherry",
        "blossom",
        "spring",
        "tulip",
        "canola",
        "plum",
        "벚꽃",
        "봄",
        "유채",
        "튤립",
        "매화",
        "산수유",
    ),
    "summer": ("summer", "lavender", "swim", "firefl", "여름", "라벤더", "물놀이", "수국", "연꽃", "lotus"),
    "autumn": (
        "maple",
        "autumn",
        "foliage",
        "leaves",
        "persimmon",
        "fall color",
        "단풍",
        "가을",
        "은행",
        "억새",
        "감나무",
    ),
    "winter": ("snow", "winter", "ski", "christmas", "frozen", "겨울", "눈", "설경", "얼음", "크리스마스"),
}
APART = 0.05


def short_name(trip: Trip, lang: Lang) -> str:
    """What people call the place, without the region."""
    korean = [name for name in trip.names if any("가" <= letter <= "힣" for letter in name)]
    if lang == "ko":
        return korean[0] if korean else trip.place.ko
    return trip.scene.title or next((name for name in trip.names if name.isascii()), trip.place.en)


def seasons_for(trip: Trip, months: Sequence[int]) -> list[Season | None]:
    """The seasons of the months at the trip's latitude, in order, each once; [None] near the equator."""
    found = list(dict.fromkeys(season_of(month, trip.latitude) for month in months))
    return found or [None]


def styles_of(
    trip: Trip, lang: Lang, *, months: Sequence[int] = (), beside: Sequence[TripOption] = (), count: int = 3
) -> list[TripOption]:
    """`count` options of one place that differ in season, hour, weather and palette, and from the ones `beside` them.

    `months`: the ones to stay within (default: its best). The catalogue's own picture comes first where it is of
    one of their seasons and was not offered already.
    """
    told = tuple(months) or trip.months
    seasons = seasons_for(trip, told)
    found: list[TripOption] = []
    if not any(option.trip == trip.id for option in beside):
        found.append(seasonal_option(trip, lang, months=told))
    for step in range(4 * len(MOODS)):
        if len(found) >= count:
            break
        mood, used = MOODS[step % len(MOODS)], [*beside, *found]
        season = seasons[(len(found) + step // len(MOODS)) % len(seasons)]
        times = [option.scene.time for option in used if option.trip == trip.id]
        if mood.time in times or not _possible(trip, mood, season):
            continue
        option = style(trip, mood, season, lang, months=told)
        if apart(option, used):
            found.append(option)
    return found[:count]


def apart(option: TripOption, others: Sequence[TripOption]) -> bool:
    """Whether the option's palette is not like any of the others'."""
    palette = Palette.from_hex([color.hex for color in option.palette])
    return all(palette.distance([color.hex for color in other.palette]) >= APART for other in others)


def _possible(trip: Trip, mood: Mood, season: Season | None) -> bool:
    if mood.weather == "snow":
        return season == "winter" and bool({"snowy", "cold"} & set(trip.climate))
    if mood.time == "night" and season == "summer" and abs(trip.latitude) > 58:
        return False
    if mood.weather == "rain":
        return trip.scene.setting not in ("desert", "snow") and season != "winter"
    return not (mood.weather == "mist" and trip.scene.setting == "desert")


def seasonal_option(trip: Trip, lang: Lang, *, months: Sequence[int], beside: Sequence[TripOption] = ()) -> TripOption:
    """The catalogue's option as it is in these months: where its words or its picture are of another season, they
    give way to ones of the months' own."""
    seasons = seasons_for(trip, months)
    inside = [month for month in months if month in trip.months] or list(months)
    plain = to_option(trip, lang, months=inside)
    if trip.scene.season in seasons or None in seasons or trip.scene.season is None:
        return plain
    moods = [mood for mood in MOODS if mood.weather == "clear" and _possible(trip, mood, seasons[0])]
    moods = sorted(moods, key=lambda mood: mood.time != trip.scene.time)
    restyled = (style(trip, mood, seasons[0], lang, months=inside) for mood in moods)
    made = next((option for option in restyled if apart(option, beside)), None)
    made = made or style(trip, moods[0], seasons[0], lang, months=inside)
    change: dict[str, object] = {}
    if _in_season(trip.title.en + trip.title.ko, seasons[0]):
        change["title"] = plain.title
    if _in_season(trip.why.en + trip.why.ko, seasons[0]):
        change["why"] = plain.why
        change["mood"] = plain.mood
    if all(_in_season(color.en + color.ko, seasons[0]) for color in trip.palette) and apart(plain, beside):
        change["palette"] = plain.palette
    return made.model_copy(update=change)


def style(trip: Trip, mood: Mood, season: Season | None, lang: Lang, *, months: Sequence[int]) -> TripOption:
    """The trip's place in one season and mood, in words and colors that fit them."""
    own = [month for month in months if season is None or season_of(month, trip.latitude) == season]
    name = short_name(trip, lang)
    words = _mood_words(mood, season, lang)
    lines = [line.get(lang) for line in trip.highlights if _in_season(line.en + line.ko, season)]
    return TripOption(
        trip=trip.id,
        title=_title(mood, name, season, lang),
        place=trip.place.get(lang),
        why=_why(trip, mood, season, lang, lines),
        season=season_text(own or months, trip.latitude, lang),
        season_id=season,
        highlights=tuple(lines),
        mood=words,
        palette=styled_palette([color.hex for color in trip.palette], mood, lang),
        scene=styled_scene(trip.scene, mood, season),
    )


def _title(mood: Mood, name: str, season: Season | None, lang: Lang) -> str:
    title = say(f"pl_title_{mood.id}", lang, name=name, season=_season_word(season, lang)).strip()
    return title[0].upper() + title[1:]


def _why(trip: Trip, mood: Mood, season: Season | None, lang: Lang, lines: Sequence[str]) -> str:
    name = short_name(trip, lang)
    opening = say(f"pl_why_{mood.id}", lang, name=name, topic=josa(name, "은/는"))
    if not lines:
        return opening
    best = say("pl_why_see", lang, line=lines[0])
    months = [month for month in trip.months if season is None or season_of(month, trip.latitude) == season]
    return f"{opening} {best}" if months else f"{opening} {best} {_best_months(trip, lang)}"


def _best_months(trip: Trip, lang: Lang) -> str:
    return say("pl_why_months", lang, months=months_text(trip.months, lang))


def _season_word(season: Season | None, lang: Lang) -> str:
    return SEASONS[season].name(lang) if season else ""


def _mood_words(mood: Mood, season: Season | None, lang: Lang) -> str:
    words = say(f"pl_mood_{mood.id}", lang)
    return f"{_season_word(season, lang)}, {words}" if season else words


def _in_season(text: str, season: Season | None) -> bool:
    if season is None:
        return True
    folded = text.lower()
    return not any(word in folded for other, words in _WORDS.items() if other != season for word in words)


_GENERIC: dict[str, tuple[Element, ...]] = {
    "seaside": (Element(kind="boat", count=2), Element(kind="bird", count=3), Element(kind="house", count=3)),
    "lake": (Element(kind="boat"), Element(kind="pine", count=4), Element(kind="house")),
    "city": (Element(kind="skyscraper", count=4), Element(kind="bridge"), Element(kind="person", count=2)),
    "oldtown": (Element(kind="house", count=3), Element(kind="tree", count=2), Element(kind="person", count=2)),
    "fields": (Element(kind="tree"), Element(kind="path"), Element(kind="person", count=2)),
    "desert": (Element(kind="rocks", count=3), Element(kind="person", count=2)),
    "forest": (Element(kind="tree", count=4), Element(kind="path"), Element(kind="person", count=2)),
    "snow": (Element(kind="house", count=3), Element(kind="pine", count=4), Element(kind="person", count=2)),
}


def generic_styles(
    name: str, country: str, setting: str, kin: Trip, *, lang: Lang, title: str, season: Season | None
) -> list[TripOption]:
    """Three moods of a place that the catalogue does not describe: its landscape is known, nothing else is claimed.

    `kin` lends its palette: a trip with the same landscape. `title` is the lettering in Latin letters.
    """
    kind, _, variant = setting.partition("/")
    scene = Scene.model_validate(
        {"setting": kind, "variant": variant, "season": season, "elements": _GENERIC[kind], "title": title}
    )
    found = []
    for mood in (mood for mood in MOODS if mood.id in ("golden", "dawn", "night")):
        palette = styled_palette([color.hex for color in kin.palette], mood, lang)
        found.append(
            TripOption(
                title=_title(mood, name, season, lang),
                place=f"{country} {name}" if lang == "ko" else f"{name}, {country}",
                why=say("pl_why_generic", lang, setting=SETTINGS[setting].name(lang)),
                season=_season_word(season, lang) or say("pl_any_season", lang),
                season_id=season,
                mood=say(f"pl_mood_{mood.id}", lang),
                palette=palette,
                scene=styled_scene(scene, mood, season),
            )
        )
    return found
