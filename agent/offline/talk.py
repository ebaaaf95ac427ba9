"""What a message about the trip amounts to: options, a question, a picture, a choice, or words."""

from wanderhue.agent.offline.catalogue import trips
from wanderhue.agent.offline.options import to_option
from wanderhue.agent.planner import Recommendation, Talk
from wanderhue.agent.replies import say


def recommend(talk: Talk) -> Recommendation:
    """The answer to the newest words of `talk`."""
    open_trips = [trip for trip in trips() if trip.id not in talk.shown]
    ranked = sorted(open_trips, key=lambda trip: (talk.today.month not in trip.months, trip.id))[:3]
    options = tuple(to_option(trip, talk.lang) for trip in ranked)
    shown = (*talk.shown, *(option.trip for option in options))
    return Recommendation(
        "options", say("pl_options", talk.lang), options=options, request=talk.request or talk.text, shown=shown
    )
