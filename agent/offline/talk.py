"""What a message about the trip amounts to: options, a question, a picture, a choice, or words."""

import unicodedata
from dataclasses import replace

from wanderhue.agent.offline.answers import answer
from wanderhue.agent.offline.catalogue import by_id, trips
from wanderhue.agent.offline.choose import Said, about_options
from wanderhue.agent.offline.constraints import PART, common_words, read_part, read_wants
from wanderhue.agent.offline.options import months_text
from wanderhue.agent.offline.plan import plan
from wanderhue.agent.offline.search import telling
from wanderhue.agent.offline.smalltalk import is_mood, is_noise, is_other_language, is_vague, kind_of_small_talk
from wanderhue.agent.offline.tokens import fold
from wanderhue.agent.offline.turns import is_new_request, is_yes, relative_budget
from wanderhue.agent.offline.wants import Wants
from wanderhue.agent.planner import Recommendation, Talk
from wanderhue.agent.replies import say

_LONGEST = 1500
"""Characters of a request that are kept; older parts go first."""


def recommend(talk: Talk) -> Recommendation:
    """The answer to the newest words of `talk`."""
    talk = replace(talk, text=unicodedata.normalize("NFC", " ".join(talk.text.split())))
    found = _answer(talk)
    return found if found.request else replace(found, request=talk.request)


def _answer(talk: Talk) -> Recommendation:
    if talk.more:
        return _more(talk)
    if talk.options and (said := about_options(talk.text, talk.options)):
        found = _about_options(talk, said)
        if found is not None:
            return found
    if is_other_language(talk.text):
        return Recommendation("reply", say("pl_language", talk.lang))
    from wanderhue.agent.offline.picture import picture_of

    picture = picture_of(talk.text, talk.lang)
    if picture is not None:
        return picture
    return _request(talk)


def _more(talk: Talk) -> Recommendation:
    wants = read_wants(talk.request, talk.today)
    if wants.empty and not wants.text:
        wants = Wants(months=(talk.today.month,))
    return _planned(talk, wants, talk.request, opening=say("pl_more", talk.lang), shown=talk.shown)


def _about_options(talk: Talk, said: Said) -> Recommendation | None:
    count = len(talk.options)
    if said.move == "which":
        return Recommendation("reply", say("pl_which", talk.lang, n=count))
    if said.index == -1:
        return Recommendation("reply", say("bad_index", talk.lang, n=count))
    if said.move == "ask":
        asked = talk.options if said.index is None else talk.options[said.index : said.index + 1]
        return Recommendation("reply", answer(said.topic, asked, talk.lang))
    if said.index is not None:
        return _closer(talk, said.index) if said.move == "closer" else _chosen(talk, said.index)
    return _more(talk) if said.move == "others" and read_part(talk.text, talk.today).empty else None


def _chosen(talk: Talk, index: int) -> Recommendation:
    return Recommendation("chosen", say("pl_chosen", talk.lang, title=talk.options[index].title), index=index)


def _closer(talk: Talk, index: int) -> Recommendation:
    option = talk.options[index]
    news = read_part(talk.text, talk.today)
    trip = by_id().get(option.trip)
    like = (fold(trip.names[0]),) if trip else ()
    request = PART.join(part for part in (talk.request, talk.text) if part and not news.empty) or talk.request
    wants = replace(read_wants(talk.request, talk.today), places=(), cities=(), like=like)
    opening = say("pl_closer", talk.lang, title=option.title)
    return _planned(talk, wants, request, opening=opening, shown=talk.shown)


def _planned(
    talk: Talk, wants: Wants, request: str, *, opening: str = "", shown: tuple[str, ...] = ()
) -> Recommendation:
    if not (wants.months or wants.seasons):
        wants = replace(wants, soon=tuple((talk.today.month + step - 1) % 12 + 1 for step in range(3)))
    found = plan(wants, talk.lang, shown=shown, opening=opening)
    offered = tuple(option.trip or option.place for option in found.options)
    return replace(found, request=request, shown=tuple(dict.fromkeys((*talk.shown, *offered))))


def _request(talk: Talk) -> Recommendation:
    news = read_part(talk.text, talk.today)
    if news.empty and talk.request and not talk.options and is_yes(talk.text):
        wants = read_wants(talk.request, talk.today)
        free = replace(wants, countries=(), areas=(), places=(), cities=())
        word = "어디든" if talk.lang == "ko" else "anywhere"
        return _planned(talk, free, f"{talk.request}{PART}{word}")
    if talk.options or talk.request:
        news = relative_budget(talk.text, news, talk.options)
    words = [] if is_vague(news.text) else telling(news.text, ignore=common_words(), whole=True)
    told = set(news.said) <= {"months"} and not (talk.request or talk.options) and is_mood(talk.text)
    if told or (news.empty and not words):
        return _nothing_to_go_on(talk)
    if news.empty and not talk.request and (small := _small_talk(talk)):
        return small
    if news.empty and is_noise(talk.text):
        return Recommendation("reply", say("pl_gibberish", talk.lang))
    if talk.request and not is_new_request(talk.text, news):
        request = f"{talk.request}{PART}{talk.text}"
        while len(request) > _LONGEST and PART in request:
            request = request.split(PART, 1)[1]
        return _refined(talk, request, news)
    return _planned(talk, news, talk.text)


def _refined(talk: Talk, request: str, news: Wants) -> Recommendation:
    wants = read_wants(request, talk.today)
    if news.budget and wants.budget != news.budget:
        wants = replace(wants, budget=news.budget)
    found = _planned(talk, wants, request, shown=talk.shown)
    if found.kind == "options":
        return found
    again = _planned(talk, wants, request)
    if again.kind == "options":
        return again
    alone = _planned(talk, news, talk.text)
    return replace(again, request=request) if news.where or alone.kind != "options" else again


def _small_talk(talk: Talk) -> Recommendation | None:
    kind = kind_of_small_talk(talk.text)
    match kind:
        case "":
            return None
        case "hello" if talk.options:
            return Recommendation("reply", say("pl_hello_options", talk.lang))
        case "hello" if not talk.asked:
            return Recommendation("question", say("pl_hello_ask", talk.lang))
        case "ok" if not talk.options:
            return None
        case "who":
            return Recommendation("reply", say("pl_who", talk.lang, n=len(trips())))
        case _:
            return Recommendation("reply", say(f"pl_{kind}", talk.lang))


def _nothing_to_go_on(talk: Talk) -> Recommendation:
    small = _small_talk(talk)
    if small is not None:
        return small
    if is_noise(talk.text) and not kind_of_small_talk(talk.text):
        return Recommendation("reply", say("pl_gibberish", talk.lang))
    if talk.options:
        return Recommendation("reply", say("pl_ok", talk.lang))
    if not talk.asked:
        return Recommendation("question", say("pl_ask", talk.lang))
    now = Wants(months=(talk.today.month,))
    opening = say("pl_options_now", talk.lang, months=months_text(now.months, talk.lang))
    return _planned(talk, now, talk.text, opening=opening, shown=talk.shown)
