"""Reads a message; the first, small version: it knows the plainest sentences."""

import re
from dataclasses import dataclass, field

from wanderhue.agent.feedback import Act, AddElement, Reading, RemoveElement, SetSeason, SetTime, SetWeather, Wish
from wanderhue.agent.scene import Scene
from wanderhue.agent.vocabulary import ELEMENTS, SEASONS, TIMES, WEATHERS


@dataclass(frozen=True, slots=True)
class Context:
    """What is on the page: the scene, how many versions there are, how many options."""

    scene: Scene = field(default_factory=Scene)
    versions: int = 1
    options: int = 3


_YES = re.compile(
    r"(?i)\b(?:yes|yeah|yep|sure|ok|okay|go ahead|do it|please do)\b|^(?:네|예|응|어|그래|좋아|맞아|그려)"
)
_NO = re.compile(r"(?i)\b(?:no|nope|don't|stop|cancel|not now)\b|^(?:아니|아뇨|싫어|취소|그만|됐어)")


def read_answer(text: str) -> bool | None:
    """True for a yes, False for a no, None for neither."""
    if _NO.search(text.strip()):
        return False
    return True if _YES.search(text.strip()) else None


def is_trip_request(text: str) -> bool:
    """Whether the words ask for a trip rather than for a change of the picture."""
    return bool(re.search(r"(?i)\b(?:recommend|suggest)\b.*\b(?:trip|travel|place)|여행.*추천|추천.*여행", text))


def _has(text: str, words: tuple[str, ...]) -> bool:
    return any(
        re.search(rf"(?i)(?<![a-z가-힣]){re.escape(word)}(?:[을를이가은는도로]|으로)?(?![a-z가-힣])", text)
        for word in words
    )


def read_feedback(text: str, context: Context) -> Reading:
    """The wishes and the act of a message, and what was not understood."""
    if re.search(r"(?i)love it$|^perfect|this is it|완벽|마음에 들", text):
        return Reading(act=Act(kind="accept"))
    wishes: list[Wish] = [SetTime(time=key) for key, w in TIMES.items() if _has(text, (*w.en, *w.ko))]  # type: ignore[arg-type]
    wishes += [SetWeather(weather=key) for key, w in WEATHERS.items() if _has(text, (*w.en, *w.ko))]  # type: ignore[arg-type]
    wishes += [SetSeason(season=key) for key, w in SEASONS.items() if _has(text, (*w.en, *w.ko))]  # type: ignore[arg-type]
    named = [key for key, w in ELEMENTS.items() if _has(text, (*w.en, *w.ko))]
    if re.search(r"(?i)\b(?:remove|no|without)\b|빼|없애|지워", text):
        wishes += [RemoveElement(element=key) for key in named]
    elif re.search(r"(?i)\b(?:add|put|with)\b|넣|추가|그려", text):
        wishes += [AddElement(element=key) for key in named]
    return Reading(wishes=tuple(wishes), unknown=() if wishes else (text,))
