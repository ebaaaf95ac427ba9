"""What the options of a model are held to: the request as the rules read it, and what was shown before."""

from dataclasses import dataclass

from wanderhue.agent.offline.catalogue import by_id
from wanderhue.agent.offline.tokens import fold
from wanderhue.agent.planner import Talk
from wanderhue.agent.trips import Lang


@dataclass(frozen=True, slots=True)
class Asks:
    """What code can check of an answer."""

    lang: Lang
    months: frozenset[int] = frozenset()
    """The months asked for; empty: any."""
    seasons: frozenset[str] = frozenset()
    shown: frozenset[str] = frozenset()
    """Keys of the places offered before."""
    table: int = 0
    """How many options are on the table."""
    asked: bool = False
    more: bool = False


def place_key(place: str) -> str:
    """A place's name for comparing: small letters and digits, no accents."""
    return "".join(char for char in fold(place) if char.isalnum())


def asks_of(talk: Talk) -> Asks:
    """What the newest words and the request ask for. Reads the catalogue: in a worker thread, please."""
    from wanderhue.agent.offline.constraints import PART, read_wants

    wants = read_wants(PART.join(part for part in (talk.request, talk.text) if part), talk.today)
    shown = {place_key(name) for one in talk.shown for name in _names(one)}
    again = place_key(talk.text)
    return Asks(
        lang=talk.lang,
        months=frozenset(wants.months),
        seasons=frozenset(wants.seasons),
        shown=frozenset(key for key in shown if key and key not in again),
        table=len(talk.options),
        asked=talk.asked,
        more=talk.more,
    )


def _names(shown: str) -> tuple[str, ...]:
    trip = by_id().get(shown)
    return (trip.place.en, trip.place.ko) if trip is not None else (shown,)
