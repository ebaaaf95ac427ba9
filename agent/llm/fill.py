"""Options of the offline catalogue, where a model's are too few."""

from dataclasses import replace

from wanderhue.agent.llm.asks import place_key
from wanderhue.agent.llm.cards import WANTED, Cards
from wanderhue.agent.llm.checks import ALIKE
from wanderhue.agent.offline.catalogue import by_id
from wanderhue.agent.palette import Palette
from wanderhue.agent.planner import Planner, Recommendation, Talk
from wanderhue.agent.trips import TripOption


async def filled(cards: Cards, fallback: Planner, talk: Talk) -> list[str] | None:
    """Fill up to three cards; the places of those that were added, or None where there are none to be had."""
    added: list[str] = []
    for asked in (talk, replace(talk, request="")):  # at last, whatever is good at this time of the year
        while len(cards.options) < WANTED:
            option = await _another(cards, fallback, asked)
            if option is None:
                break
            cards.add(option, option.trip or option.place)
            added.append(option.place)
    return added if len(cards.options) == WANTED else None


async def _another(cards: Cards, fallback: Planner, talk: Talk) -> TripOption | None:
    known = (*talk.shown, *cards.places)
    more = replace(talk, text="", more=True, options=(), asked=True, shown=known)
    found = await fallback.recommend(more)
    return next((option for option in found.options if _differs(option, cards, known)), None)


def _differs(option: TripOption, cards: Cards, known: tuple[str, ...]) -> bool:
    trip = by_id().get(option.trip)
    if place_key(trip.place.en if trip else option.place) in map(place_key, known):
        return False
    hexes = [color.hex for color in option.palette]
    for other in cards.options:
        if place_key(option.place) == place_key(other.place) or option.mood == other.mood:
            return False
        if Palette.from_hex(hexes).distance([color.hex for color in other.palette]) < ALIKE:
            return False
    return True


async def by_catalogue(fallback: Planner, talk: Talk) -> Recommendation | None:
    """The offline planner's own answer, where it is one: its 'I do not know that language' is none."""
    found = await fallback.recommend(talk)
    return None if found.kind == "reply" else found
