"""An option mended without a model. `tidied` is what has one right mending and costs nothing; `mended` comes after the
one repair call, and gives up (None) where only another place would help: then the catalogue has one (fill.py)."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, get_args

from wanderhue.agent.color_names import plain_name
from wanderhue.agent.llm.asks import Asks
from wanderhue.agent.llm.checks import ALIKE, Fault, contradicts, hex_of, hexes_of, lookalikes, seasons_of
from wanderhue.agent.llm.known import nearest_element, nearest_id, nearest_setting
from wanderhue.agent.llm.offer import scene_of
from wanderhue.agent.llm.places import korean_place, latitude_of, trip_at
from wanderhue.agent.llm.schemas import ColorAnswer, ElementAnswer, OptionAnswer, SceneAnswer
from wanderhue.agent.offline.options import TROPICS
from wanderhue.agent.oklab import fit_gamut, hex_to_oklab, oklab_to_hex
from wanderhue.agent.palette import Palette
from wanderhue.agent.palette_propose import propose_palette
from wanderhue.agent.palette_shift import Direction, shift
from wanderhue.agent.replies import say
from wanderhue.agent.trips import Lang

MOST_COLORS, MOST_ELEMENTS = 8, 10
_LONGEST = {"title": 60, "place": 60, "place_en": 60, "why": 420, "mood": 60}
_LONGEST_HIGHLIGHT, _LONGEST_NAME = 90, 40
_INK, _PAPER = 0.36, 0.90
_STEP = 0.03


_HOPELESS = {"place", "shown", "same", "month", "language"}


class Mended(NamedTuple):
    """An option that can be offered; `told`: the person hears that its colors are ours."""

    option: OptionAnswer
    told: bool


def tidied(option: OptionAnswer, lang: Lang) -> OptionAnswer:
    """The option with spellings, lists, latitude, place name and colors set right. The same option twice: the same."""
    country = option.country.upper() if len(option.country) == 2 else ""
    option = option.model_copy(update={"country": country})
    option = option.model_copy(update={"latitude": latitude_of(option), "months": _months(option)})
    trip = trip_at(option)
    season = nearest_id(option.season, "season") if abs(option.latitude) >= TROPICS else ""
    update = {name: shortened(getattr(option, name), longest) for name, longest in _LONGEST.items()}
    update["place"] = update["place"] or update["place_en"]
    update["place_en"] = update["place_en"] or update["place"]
    named = option.model_copy(update=update)
    place = korean_place(named) if lang == "ko" else named.place
    return named.model_copy(
        update={
            "place": place,
            "months": named.months or list(trip.months if trip else ()),
            "season": season,
            "highlights": [shortened(one, _LONGEST_HIGHLIGHT) for one in option.highlights if one][:3],
            "palette": _colors(option.palette, lang),
            "scene": _scene(option.scene),
        }
    )


def shortened(text: str, longest: int) -> str:
    """The text in at most `longest` characters, cut after a sentence or else a word."""
    if len(text) <= longest:
        return text
    cut = text[: longest - 1]
    end = max(cut.rfind(mark) for mark in (". ", "! ", "? ", "。", "요. ", "다. "))
    if end > longest // 2:
        return cut[: end + 1]
    return cut.rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def _months(option: OptionAnswer) -> list[int]:
    return list(dict.fromkeys(month for month in option.months if 1 <= month <= 12))


def _colors(palette: Sequence[ColorAnswer], lang: Lang) -> list[ColorAnswer]:
    """Only colors, told apart, with an ink and a paper; a few come through all of it as they are."""
    found = [color for color in palette if hex_of(color.hex)][:MOST_COLORS]
    hexes = spread(hexes_of(found))
    named = []
    for color, value in zip(found, hexes, strict=True):
        name = shortened(color.name, _LONGEST_NAME) or plain_name(value, lang)
        named.append(ColorAnswer(name=name, hex=value))
    return named


def spread(hexes: Sequence[str]) -> list[str]:
    """The colors with one pair that looks the same moved apart, the darkest an ink and the lightest a paper.

    More than one such pair is no slip but a palette of too few colors: it stays, for the check to find.
    """
    if len(hexes) < 2 or len(lookalikes(hexes)) > 1:
        return list(hexes)
    lab = hex_to_oklab(hexes)
    ink, paper = int(lab[:, 0].argmin()), int(lab[:, 0].argmax())
    moved = lab.copy()
    moved[ink, 0], moved[paper, 0] = min(lab[ink, 0], _INK), max(lab[paper, 0], _PAPER)
    values = [one if (lab[at] == moved[at]).all() else oklab_to_hex(moved[at]) for at, one in enumerate(hexes)]
    for _ in range(8):
        pairs = lookalikes(values)
        if not pairs:
            break
        for pair in pairs:
            lights = hex_to_oklab([values[at] for at in pair])
            dark, light = pair if lights[0, 0] <= lights[1, 0] else pair[::-1]
            for at, by in ((dark, -_STEP), (light, _STEP)):
                color = hex_to_oklab([values[at]])[0]
                color[0] = min(0.985, max(0.12, color[0] + by))
                values[at] = oklab_to_hex(fit_gamut(color))
    return values


def _scene(scene: SceneAnswer) -> SceneAnswer:
    setting, variant = nearest_setting(scene.setting)
    elements = [one for element in scene.elements if (one := _element(element)) is not None]
    return SceneAnswer(
        setting=f"{setting or 'forest'}/{variant or ('' if setting else 'hills')}".rstrip("/"),
        time=nearest_id(scene.time, "time") or "day",
        weather=nearest_id(scene.weather, "weather") or "clear",
        elements=elements[:MOST_ELEMENTS],
    )


def _element(element: ElementAnswer) -> ElementAnswer | None:
    kind = nearest_element(element.kind) or nearest_element(element.word)
    if not kind:
        return None
    word = element.word or ("" if nearest_id(element.kind, "element") == kind else element.kind)
    meant = "" if nearest_id(word, "element") == kind else word[:40]
    return ElementAnswer(kind=kind, word=meant, count=min(12, max(1, element.count)))


def mended(option: OptionAnswer, faults: Sequence[Fault], others: Sequence[OptionAnswer], asks: Asks) -> Mended | None:
    """The option without its faults, and whether that must be told; None where only another place would help."""
    codes = {fault.code for fault in faults}
    if codes & _HOPELESS or (codes & {"empty"} and not (option.title and option.place and option.months)):
        return None
    told = bool(codes & {"colors", "palette"})
    update: dict[str, object] = {}
    if codes & {"empty"}:
        update |= {"why": option.why or "; ".join(option.highlights), "mood": option.mood or _mood(others, asks.lang)}
        update["highlights"] = option.highlights or [option.mood or option.title]
    if codes & {"mood"}:
        update["mood"] = _mood(others, asks.lang)
    if codes & {"season"}:
        update["season"] = next(iter(sorted(seasons_of(option))), "")
    if codes & {"colors"}:
        update["palette"] = _proposed(option, asks.lang)
    option = option.model_copy(update=update)
    if codes & {"name"}:
        option = option.model_copy(update={"palette": [_renamed(color, asks.lang) for color in option.palette]})
    option = option.model_copy(update={"palette": _unlike(option.palette, others, asks.lang)})
    return Mended(option, told) if option.why else None


def _mood(others: Sequence[OptionAnswer], lang: Lang) -> str:
    moods = [say(f"pl_mood_{name}", lang) for name in ("day", "golden", "night", "dawn")]
    used = {other.mood for other in others}
    return next(mood for mood in moods if mood not in used)


def _renamed(color: ColorAnswer, lang: Lang) -> ColorAnswer:
    return ColorAnswer(name=plain_name(color.hex, lang), hex=color.hex) if contradicts(color) else color


def _proposed(option: OptionAnswer, lang: Lang) -> list[ColorAnswer]:
    """The colors that the scene's light gives."""
    scene = scene_of(option)
    return [ColorAnswer(name=color.name, hex=color.hex) for color in propose_palette(scene, lang)]


def _unlike(palette: list[ColorAnswer], others: Sequence[OptionAnswer], lang: Lang) -> list[ColorAnswer]:
    """The palette, moved in the one direction that takes it away from the others' where it looks like one of them."""
    theirs = [Palette.from_hex(hexes) for other in others if (hexes := hexes_of(other.palette))]

    def nearest(hexes: Iterable[str]) -> float:
        return min((Palette.from_hex(hexes).distance(one) for one in theirs), default=1.0)

    hexes = hexes_of(palette)
    if nearest(hexes) >= ALIKE:
        return palette
    for _ in range(3):
        hexes = list(max((shift(hexes, direction) for direction in get_args(Direction)), key=nearest))
        if nearest(hexes) >= ALIKE:
            break
    return [ColorAnswer(name=plain_name(value, lang), hex=value) for value in hexes]
