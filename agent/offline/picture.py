"""A picture asked for in words: whether a message is one, and the scene that it describes.

What cannot be drawn is admitted, and what a relative stands in for is named.
"""

import re
from dataclasses import dataclass

from wanderhue.agent.color_words import find_colors
from wanderhue.agent.offline.briefing import subject_of
from wanderhue.agent.offline.catalogue import by_id
from wanderhue.agent.offline.constraints import lexicon, marks
from wanderhue.agent.offline.picture_rest import frame_of, unknown_things
from wanderhue.agent.offline.picture_words import Thing, find_things, find_words, holder_of, rider_of
from wanderhue.agent.offline.styles import MOODS, styled_palette, styled_scene
from wanderhue.agent.offline.tokens import fold
from wanderhue.agent.offline.where import names, plausible_place
from wanderhue.agent.offline.words import Hit
from wanderhue.agent.planner import Recommendation
from wanderhue.agent.replies import josa, say
from wanderhue.agent.scene import Element, Scene
from wanderhue.agent.trips import Lang, OptionColor, Trip
from wanderhue.agent.vocabulary import ELEMENTS, SETTINGS

_RELATION = re.compile(
    r"\b(?:beside|next to|under|underneath|beneath|in front of|before the|behind|riding|holding|wearing|"
    r"sitting|standing|sleeping|"
    r"eating|flying|floating|reading|dancing|walking its|on top of|above|between|hugging|carrying|looking at|lying)\b"
    r"|옆에|아래(?:에|서)?|위에|앞에|뒤에|사이에|타고\s*있|들고\s*있|앉아|서\s*있는|서있는|누워|입은|쓰고|"
    r"쓴|먹는|자는|잠든|날아|나는|헤엄치|떠\s*있|바라보|안고|품은|탄\s"
)
_SCENIC = ("flowers", "cherry", "maple", "tree", "pine", "palm", "temple", "castle", "hanok", "star", "picnic",
    "tent", "train", "boat", "ship",
           "waterfall", "bridge", "church", "house", "rocks", "path", "grass", "bamboo", "cloud", "sun", "moon",
           "skyscraper", "fireworks",
           "campfire", "car", "bicycle", "whale", "bear", "fountain", "tower", "surfboard", "pagoda", "person",
           "child")  # fmt: skip
"""Elements that requests for trips name too: they count for half."""
_SETTING_OF = {
    "eiffel_tower": "forest/park", "arch": "oldtown/european", "lighthouse": "seaside/cliff",
    "sailboat": "seaside/beach",
    "boat": "lake/calm", "ship": "seaside/harbor", "whale": "seaside/cliff", "camel": "desert/dunes",
    "snowman": "snow/village",
    "balloon": "fields/meadow", "skyscraper": "city/skyline", "hanok": "oldtown/hanok", "torii": "oldtown/temple",
    "pagoda": "oldtown/temple", "temple": "oldtown/temple", "castle": "forest/hills", "windmill": "fields/tulip",
    "parasol": "seaside/beach", "surfboard": "seaside/beach", "palm": "seaside/beach", "tower": "city/skyline",
    "tent": "forest/pine", "campfire": "forest/pine", "waterfall": "forest/hills", "deer": "forest/pine",
    "bear": "forest/pine",
    "fox": "forest/pine", "church": "oldtown/european", "bridge": "city/riverside", "duck": "lake/calm",
    "cow": "fields/meadow",
    "sheep": "fields/meadow", "horse": "fields/meadow", "rabbit": "fields/meadow", "fountain": "oldtown/european",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """What a sentence draws: the scene's words and its things."""

    hits: list[Hit]
    things: list[Thing]
    asked: bool
    """A word like 'draw' or '그려줘' was said."""
    points: float


def read_picture(text: str) -> Reading:
    """How much a sentence reads like a picture."""
    hits = find_words(text)
    things = find_things(text, hits)
    said = {hit.value for hit in marks().find(text)}
    return Reading(hits, things, "draw" in said, _points(text, hits, things) - (2.0 if "request" in said else 0.0))


def _points(text: str, hits: list[Hit], things: list[Thing]) -> float:
    relation = bool(_RELATION.search(fold(text)))
    total = 0.0
    for kind in {thing.kind for thing in things if thing.asked_as is None}:
        total += 0.5 if kind in _SCENIC else 1.0
    total += 1.0 * relation + 0.5 * any(hit.facet == "time" for hit in hits)
    total += 0.5 * any(thing.counted for thing in things) + 1.0 * _in_color(text, things)
    total += 0.5 * any(thing.home in ("held", "worn") for thing in things)
    total += 0.5 * any(thing.counted and thing.start < 24 for thing in things)
    total -= 0.5 * len(_pastimes(text, things))
    return total if things else 0.0


def _pastimes(text: str, things: list[Thing]) -> set[str]:
    """Activities of trips that are said beside the things: 'a cabin by a lake, fishing'."""
    scenic = ("walking", "flowers", "photography", "relaxing", "picnic")
    found = [hit for hit in lexicon().find(text) if hit.facet in ("activities", "companions", "budget", "pace")]
    found = [hit for hit in found if hit.value not in scenic]
    return {hit.value for hit in found if not any(thing.start < hit.end and hit.start < thing.end for thing in things)}


def _in_color(text: str, things: list[Thing]) -> bool:
    colors = find_colors(text)
    return any(thing.color or any(thing.start <= one.start < thing.end for one in colors) for thing in things)


def picture_of(text: str, lang: Lang) -> Recommendation | None:
    """The picture that a message asks for, or None when it asks for something else."""
    read = read_picture(text)
    place = _place_in(text) if read.asked else None
    if not ((read.asked and (read.things or place or _scenery(read))) or read.points >= 2.0):
        return None
    scene, notices = scene_of(text, read, lang)
    palette: tuple[OptionColor, ...] = ()
    if place is not None:
        scene, palette = _at_place(place, scene, read, lang)
    if not palette:
        from wanderhue.agent.palette_propose import propose_palette

        palette = tuple(propose_palette(scene, lang))
    told = ", ".join(ELEMENTS[one.kind].name(lang) for one in scene.elements) if lang == "ko" else subject_of(scene)
    told = told or SETTINGS[f"{scene.setting}/{scene.variant_or_default()}"].name(lang)
    reply = say("pl_picture", lang, what=told)
    return Recommendation("picture", reply, scene=scene, palette=palette, notices=tuple(notices), request=text)


def _place_in(text: str) -> Trip | None:
    """The catalogue's place that a picture is of: 'paint me Venice at night'."""
    found = [hit for hit in lexicon().find(text) if hit.facet == "place" and plausible_place(hit, text)]
    return by_id()[names()[found[0].value][0]] if found else None


def _at_place(trip: Trip, scene: Scene, read: Reading, lang: Lang) -> tuple[Scene, tuple[OptionColor, ...]]:
    """The place's own scene with what was asked put into it, and its palette in that light."""
    said = {hit.facet for hit in read.hits}
    own = trip.scene
    time = scene.time if "time" in said else own.time
    weather = scene.weather if "weather" in said else own.weather
    mood = next((one for one in MOODS if one.time == time and (time != own.time or weather != own.weather)), None)
    base = styled_scene(own, mood, scene.season or own.season) if mood else own
    kinds = {one.kind for one in scene.elements}
    kept = tuple(one for one in base.elements if one.kind not in kinds)
    change = {
        "weather": weather,
        "elements": (*scene.elements, *kept)[:24],
        "aspect": scene.aspect,
        "style": scene.style,
        "title": scene.title or own.title,
    }
    hexes = [color.hex for color in trip.palette]
    if mood:
        return base.model_copy(update=change), styled_palette(hexes, mood, lang)
    return base.model_copy(update=change), tuple(
        OptionColor(name=color.name(lang), hex=color.hex) for color in trip.palette
    )


def _scenery(read: Reading) -> bool:
    return any(hit.facet in ("setting", "time", "weather") for hit in read.hits)


def scene_of(text: str, read: Reading, lang: Lang) -> tuple[Scene, list[str]]:
    """The scene, and sentences about stand-ins and about what could not be drawn."""
    elements, notices = elements_of(text, read.things, lang)
    values: dict[str, object] = {"elements": tuple(elements), **frame_of(text)}
    setting = _setting(read.hits, read.things, fold(text))
    season = next((hit.value for hit in read.hits if hit.facet == "season"), None)
    weather = next((hit.value for hit in read.hits if hit.facet == "weather"), "clear")
    time = _time(read.hits)
    if not time:
        time = "night" if any(one.kind in ("star", "moon", "fireworks") for one in elements) else "day"
    if weather == "snow" and not any(hit.facet == "setting" for hit in read.hits):
        setting = "snow/slopes"
    kind, _, variant = setting.partition("/")
    if season is None:
        kinds = {one.kind for one in elements}
        season = "winter" if weather == "snow" or "snowman" in kinds else _season_of_plants(kinds)
    values |= {"setting": kind, "variant": variant, "season": season, "weather": weather, "time": time}
    unknown = unknown_things(text, [*read.hits], lang)
    if unknown:
        notices.append(say("pl_unknown_things", lang, what=", ".join(unknown)))
    return Scene.model_validate(values), notices


def _season_of_plants(kinds: set[str]) -> str | None:
    return "spring" if "cherry" in kinds else "autumn" if "maple" in kinds else None


def _time(hits: list[Hit]) -> str:
    times = [hit for hit in hits if hit.facet == "time"]
    longest = max(times, key=lambda hit: hit.end - hit.start, default=None)
    return longest.value if longest else ""


def _setting(hits: list[Hit], things: list[Thing], text: str) -> str:
    places = [hit for hit in hits if hit.facet == "setting"]
    own = {(thing.start, thing.end) for thing in things}
    sure = [hit for hit in places if (hit.start, hit.end) not in own]
    in_it = [
        hit
        for hit in sure
        if re.search(r"\b(?:in|on|at|by|across|through|along)\s+(?:\w+\s+){0,2}$", text[: hit.start])
    ]
    in_it += [hit for hit in sure if re.match(r"(?:에서|에|위에|속|을\s|를\s|의\s)", text[hit.end :])]
    if chosen := (in_it or sure):
        return chosen[0].value
    known = [_SETTING_OF[thing.kind] for thing in things if thing.kind in _SETTING_OF]
    landmark = [_SETTING_OF[t.kind] for t in things if t.kind in _SETTING_OF and ELEMENTS[t.kind].group == "buildings"]
    if landmark or places or known:
        return (landmark or [hit.value for hit in places] or known)[0]
    return "fields/meadow" if any(thing.living for thing in things) else "forest/park"


def elements_of(text: str, things: list[Thing], lang: Lang) -> tuple[list[Element], list[str]]:
    """The scene's elements for the things of a sentence, and sentences about stand-ins."""
    things = _once(things)
    riders = {thing: rider for thing in things if (rider := rider_of(thing, things, text)) is not None}
    free = [thing for thing in things if thing not in riders]
    holders = {thing: holder for thing in things if (holder := holder_of(thing, free, text)) is not None}
    notices = [
        say(
            "pl_stand_in",
            lang,
            asked=thing.asked_as,
            drawn=ELEMENTS[thing.kind].name("en"),
            drawn_to=josa(ELEMENTS[thing.kind].name("ko"), "으로/로"),
        )
        for thing in things
        if thing.asked_as
    ]
    elements = [
        Element(
            kind=thing.kind,
            count=thing.count,
            place=thing.place,  # type: ignore[arg-type]
            color=thing.color,
            riding=next((mount.kind for mount, rider in riders.items() if rider is thing), None),
            holding=tuple(held.kind for held, who in holders.items() if who is thing and held.home == "held"),
            wearing=tuple(worn.kind for worn, who in holders.items() if who is thing and worn.home == "worn"),
            asked_as=thing.asked_as,
        )
        for thing in things
        if thing not in riders and thing not in holders
    ]
    return elements[:24], list(dict.fromkeys(notices))


def _once(things: list[Thing]) -> list[Thing]:
    """The things without second mentions of a kind ('the dog ... the dog'), unless one is a stand-in."""
    found: dict[tuple[str, str | None], Thing] = {}
    for thing in things:
        key = (thing.kind, thing.asked_as)
        if key not in found or thing.count > found[key].count:
            found[key] = thing
    return sorted(found.values(), key=lambda thing: thing.start)
