"""What is wrong with an answer, in words that a model can mend it by. Pure.

Each option is checked alone as soon as it is complete, against those before it. What has one right mending without
loss (a spelling, a neighbor in a list, a color a little too close) is mended before (mend.tidied) and is no fault.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Literal

from wanderhue.agent.color_family import family
from wanderhue.agent.color_words import find_colors
from wanderhue.agent.errors import BadColor
from wanderhue.agent.hearing import language_of
from wanderhue.agent.llm.asks import Asks, place_key
from wanderhue.agent.llm.schemas import ColorAnswer, OptionAnswer, RecommendAnswer
from wanderhue.agent.offline.options import season_of
from wanderhue.agent.offline.tokens import fold
from wanderhue.agent.oklab import distance, hex_to_oklab
from wanderhue.agent.palette import Palette
from wanderhue.agent.rgb import Rgb
from wanderhue.agent.trips import Lang

LOOKALIKE, ALIKE = 0.06, 0.05
"""deltaEOK2 below which two colors look the same; palette distance below which two palettes do."""
LEAST_COLORS = 4
LONGEST_REPLY = 40
"""Words."""
_OTHER = 0.5  # deltaEOK2 beyond which a color word inside a name contradicts the value

_COLOR_WORDS = ("", "색", "빛", "color", "colour")

_NEXT: dict[str, set[str]] = {
    "red": {"orange", "pink", "brown", "purple"}, "orange": {"red", "yellow", "brown", "pink"},
    "yellow": {"orange", "green", "brown", "white"}, "green": {"yellow", "teal", "brown", "gray", "black"},
    "teal": {"green", "blue", "gray", "black"}, "blue": {"teal", "purple", "gray", "black"},
    "purple": {"blue", "pink", "red", "white", "black"}, "pink": {"red", "purple", "orange", "white", "brown"},
    "brown": {"red", "orange", "yellow", "pink", "black", "gray", "green"},
    "black": {"gray", "blue", "brown", "green", "teal", "purple"},
    "gray": {"black", "white", "brown", "blue", "green", "teal"}, "white": {"gray", "yellow", "pink", "purple"},
}  # fmt: skip

Code = Literal["empty", "place", "shown", "mood", "same", "palette", "colors", "name", "season", "month", "language"]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with an option."""

    code: Code
    words: str


def option_faults(option: OptionAnswer, others: Sequence[OptionAnswer], asks: Asks) -> list[Fault]:
    """What is wrong with a tidied option; `others` come before it."""
    empty = [name for name in ("title", "place", "why", "mood", "highlights", "months") if not getattr(option, name)]
    if empty:
        return [Fault("empty", f"{', '.join(empty)} must not be empty")]
    found = [*_apart(option, others, asks), *_palette(option, others), *_when(option, asks)]
    if not speaks(option.why, asks.lang):
        found.append(Fault("language", f"why must be in {'Korean' if asks.lang == 'ko' else 'English'}"))
    return found


def _apart(option: OptionAnswer, others: Sequence[OptionAnswer], asks: Asks) -> list[Fault]:
    keys, found = place_keys(option), []
    if any(keys & place_keys(other) for other in others):
        found.append(Fault("place", f"{option.place_en!r} is another option's place already; choose another place"))
    elif keys & asks.shown:
        found.append(Fault("shown", f"{option.place_en!r} was shown before; choose another place"))
    if any(_same(option.mood, other.mood) for other in others):
        found.append(Fault("mood", f"the mood {option.mood!r} is another option's already; make it differ"))
    if any(_same(option.why, other.why) or _same(option.title, other.title) for other in others):
        found.append(Fault("same", "title and why must not repeat another option's"))
    return found


def place_keys(option: OptionAnswer) -> frozenset[str]:
    """What tells an option's place from others."""
    return frozenset(key for key in (place_key(option.place), place_key(option.place_en)) if key)


def _same(one: str, other: str) -> bool:
    return bool(one) and fold(one) == fold(other)


def _palette(option: OptionAnswer, others: Sequence[OptionAnswer]) -> list[Fault]:
    hexes = hexes_of(option.palette)
    if len(hexes) < LEAST_COLORS or len(apart(hexes)) < LEAST_COLORS:
        told = ", ".join(color.hex or "nothing" for color in option.palette) or "none"
        return [Fault("colors", f"the palette needs five different colors as #rrggbb; there are: {told}")]
    found = [
        Fault("name", f"the color {color.name!r} is not {color.hex}; make name and value agree")
        for color in option.palette
        if contradicts(color)
    ]
    for number, other in enumerate(others, 1):
        theirs = hexes_of(other.palette)
        if theirs and Palette.from_hex(hexes).distance(Palette.from_hex(theirs)) < ALIKE:
            found.append(Fault("palette", f"the palette looks like that of option {number}; choose other colors"))
            break
    return found


def hexes_of(palette: Sequence[ColorAnswer]) -> list[str]:
    """Those of the values that are colors, as '#rrggbb'."""
    return [color for one in palette if (color := hex_of(one.hex))]


@lru_cache(maxsize=1024)
def hex_of(text: str) -> str:
    """'#rrggbb' of a color in any spelling, or ''."""
    try:
        return Rgb.parse(text).hex
    except (BadColor, TypeError):
        return ""


def apart(hexes: Sequence[str]) -> list[str]:
    """The colors without those that look like an earlier one."""
    pairs, dropped = lookalikes(hexes), set[int]()
    for one, other in pairs:
        if one not in dropped:
            dropped.add(other)
    return [value for at, value in enumerate(hexes) if at not in dropped]


def lookalikes(hexes: Sequence[str]) -> list[tuple[int, int]]:
    """The pairs, by index and in order, that look the same."""
    lab = hex_to_oklab(hexes)
    close = distance(lab[:, None], lab[None]) < LOOKALIKE
    return [pair for pair in combinations(range(len(hexes)), 2) if close[pair]]


def contradicts(color: ColorAnswer) -> bool:
    """Whether a name says another color than the value: 'navy blue' for #ff0000. Poetry says none, and is free to."""
    said = find_colors(color.name)
    value = hex_of(color.hex)
    if not said or not value:
        return False
    last, is_ = said[-1], family(value)
    light = float(hex_to_oklab([value])[0, 0])
    if last.family == "white" and not 0.6 <= light <= 0.88:
        return light < 0.6
    if last.family == "black" and not 0.3 <= light <= 0.5:
        return light > 0.5
    if last.family == is_ or is_ in _NEXT[last.family]:
        return False
    at_the_end = color.name[last.end :].strip() in _COLOR_WORDS
    return at_the_end or float(distance(*hex_to_oklab([last.hex, value]))) > _OTHER


def _when(option: OptionAnswer, asks: Asks) -> list[Fault]:
    seasons = seasons_of(option)
    months = ", ".join(map(str, option.months))
    if option.season and option.season not in seasons:
        there = ", ".join(sorted(seasons)) or "no season"
        words = f"at latitude {option.latitude:g} the months {months} are {there}, not {option.season}"
        return [Fault("season", words)]
    if asks.months and not asks.months & set(option.months):
        wanted = ", ".join(map(str, sorted(asks.months)))
        return [Fault("month", f"the months {months} are not those asked for ({wanted}); choose a place good then")]
    if asks.seasons and seasons and not asks.seasons & seasons and not asks.months:
        return [Fault("month", f"asked for is {', '.join(sorted(asks.seasons))}, not {', '.join(sorted(seasons))}")]
    return []


def seasons_of(option: OptionAnswer) -> set[str]:
    """The seasons of its months at its latitude; none near the equator."""
    return {season for month in option.months if (season := season_of(month, option.latitude))}


def speaks(text: str, lang: Lang) -> bool:
    """Whether a text is in the language, as far as its letters tell: another script than ours is the person's."""
    return language_of(text) in (None, lang)


def answer_faults(answer: RecommendAnswer, asks: Asks) -> list[str]:
    """What is wrong with the answer as a whole, its options aside."""
    refused = answer.safety.verdict == "refused"
    found = [] if answer.reply or refused else ["reply must not be empty"]
    if refused:
        return found
    if asks.more and answer.kind != "options":
        found.append('three others were asked for: kind must be "options"')
    elif answer.kind == "question" and asks.asked:
        found.append("a question was asked before: choose what is likely and offer three options")
    elif answer.kind == "chosen" and not 1 <= answer.index <= asks.table:
        found.append(f"index {answer.index} is none of the {asks.table} options on the table")
    elif answer.kind == "picture" and not answer.options:
        found.append("kind is picture: describe it as the one entry of options")
    if not speaks(answer.reply, asks.lang):
        found.append(f"reply must be in {'Korean' if asks.lang == 'ko' else 'English'}")
    return found
