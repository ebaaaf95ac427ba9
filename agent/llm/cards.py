"""The options of an answer, taken one by one as they are complete: tidied, checked, and told of.

A card that was told of stays: a repair or the catalogue only adds what is missing. The same option may come again (a
growing answer, a repair that repeats the good ones) and is taken once.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from wanderhue.agent.llm.asks import Asks
from wanderhue.agent.llm.checks import Fault, answer_faults, option_faults, place_keys, speaks
from wanderhue.agent.llm.mend import mended, tidied
from wanderhue.agent.llm.offer import to_option
from wanderhue.agent.llm.reply import short_reply
from wanderhue.agent.llm.schemas import OptionAnswer, RecommendAnswer
from wanderhue.agent.planner import PartialOptions, TellOptions
from wanderhue.agent.trips import TripOption

WANTED = 3


class Cards:
    """The cards of one recommendation."""

    def __init__(self, asks: Asks, tell: TellOptions | None = None) -> None:
        self.asks, self._tell = asks, tell
        self._taken: list[OptionAnswer] = []
        self._offered: list[TripOption] = []
        self._told = PartialOptions()
        self.places: list[str] = []
        """What to remember of each card, so that others are others: the English place, or the catalogue's id."""
        self.recolored: list[str] = []
        """Titles of options whose colors are ours."""

    @property
    def options(self) -> tuple[TripOption, ...]:
        """The cards so far; at most three."""
        return tuple(self._offered)

    @property
    def reply(self) -> str:
        """The reply that was told, '' for none."""
        return self._told.reply

    def growing(self, partial: Mapping[str, Any]) -> None:
        """Take what is complete of an answer that is still being written."""
        safety = partial.get("safety")
        if partial.get("kind") != "options" or (isinstance(safety, Mapping) and safety.get("verdict") == "refused"):
            return
        reply = partial.get("reply")
        self._note(short_reply(reply) if isinstance(reply, str) and speaks(reply, self.asks.lang) else "")
        rows = partial.get("options")
        for row in rows if isinstance(rows, list) else []:
            try:
                self.take(OptionAnswer.model_validate(row))
            except ValidationError:  # the whole answer's validation says so at its end
                continue

    def take(self, option: OptionAnswer) -> list[Fault]:
        """Offer the option if there is room and nothing is wrong with it; else what is."""
        tidy = tidied(option, self.asks.lang)
        if len(self._taken) >= WANTED or any(self._is_taken(tidy, one) for one in self._taken):
            return []
        faults = option_faults(tidy, self._taken, self.asks)
        if not faults:
            self._add(tidy)
        return faults

    @staticmethod
    def _is_taken(option: OptionAnswer, taken: OptionAnswer) -> bool:
        """The same option again, word for word or as a repair repeats it."""
        return option == taken or (option.title == taken.title and bool(place_keys(option) & place_keys(taken)))

    def faults(self, answer: RecommendAnswer) -> list[str]:
        """What is wrong with the complete answer, as a repair is told; its good options are taken."""
        found = answer_faults(answer, self.asks)
        if found or answer.kind != "options" or answer.safety.verdict == "refused":
            return found
        for number, option in enumerate(answer.options, 1):
            found += [f"option {number} ({option.title or 'untitled'}): {fault.words}" for fault in self.take(option)]
        missing = WANTED - len(self._taken)
        if not missing:
            return []
        if len(answer.options) != WANTED:
            found.append(f"there must be exactly three options, not {len(answer.options)}")
        if not found:
            found.append("the three options must be three different places")
        kept = ", ".join(f"{one.title!r}" for one in self._taken)
        return [f"keep as they are: {kept}", *found] if kept else found

    def mend(self, options: Sequence[OptionAnswer]) -> None:
        """Offer those that are wrong only in what can be mended without a model."""
        for option in options:
            tidy = tidied(option, self.asks.lang)
            faults = self.take(option)
            if not faults or len(self._taken) >= WANTED:
                continue
            better = mended(tidy, faults, self._taken, self.asks)
            if better is not None and not option_faults(better.option, self._taken, self.asks):
                self._add(better.option)
                if better.told:
                    self.recolored.append(better.option.title)

    def add(self, option: TripOption, place: str) -> None:
        """Offer an option as it is: one of ours, or one of the catalogue."""
        if len(self._offered) < WANTED:
            self._offered.append(option)
            self.places.append(place)
            self._note("")

    def _add(self, option: OptionAnswer) -> None:
        self._taken.append(option)
        self.add(to_option(option, self.asks.lang), option.place_en)

    def _note(self, reply: str) -> None:
        told = PartialOptions(reply=self._told.reply or reply, options=self.options)
        if told != self._told:
            self._told = told
            if self._tell is not None:
                self._tell(told)
