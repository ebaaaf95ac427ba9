"""How a later message relates to the request before it: a change of it, a yes, or another request altogether."""

import re
from collections.abc import Sequence
from dataclasses import replace

from wanderhue.agent.offline.catalogue import by_id
from wanderhue.agent.offline.wants import Wants
from wanderhue.agent.trips import BUDGETS, TripOption

_GOES_ON = re.compile(
    r"^(?:but|and|also|maybe|or|with|without|not|no|more|less|only|just|preferably|plus|rather|what about|how "
    r"about)\b|\binstead\b|"
    r"\b(?:cheaper|warmer|cooler|colder|quieter|closer|nearer|livelier|too|as well)\b|더\s|말고|"
    r"빼고|대신|좀\s*더|보다|그런데|근데|그리고|"
    r"였으면|이면\s*좋|면\s*좋겠|도\s*(?:있|좋)|으로\s*(?:바꿔|해)|로\s*(?:바꿔|해\s*줘)"
)
_NEW = re.compile(
    r"\b(?:recommend|suggest|where (?:can|should|could)|i want to go|we want to go|new trip|forget (?:that|it)|"
    r"start over|different trip|"
    r"another trip|planning|let's plan|actually)\b|추천|여행지|가고\s*싶|어디|갈\s*만한|새로|다시\s*처음|"
    r"여행\s*(?:가|갈|계획)|가려고|갈\s*건데"
)
_YES = re.compile(
    r"^\s*(?:yes|yeah|yep|sure|ok|okay|please do|go ahead|do that|네|넵|예|응|그래|좋아|그렇게|"
    r"부탁)\S*(?:\s+(?:please|do|요|해\s*줘요?|해\s*주세요|찾아\s*줘요?|찾아\s*주세요|부탁해요?))*[\s.!~]*$",
    re.I,
)
_CHEAPER = re.compile(r"\bcheaper\b|\bless expensive\b|더\s*(?:싼|저렴|싸)|좀\s*(?:싼|저렴)|저렴한\s*(?:데|곳|걸)")
_PRICIER = re.compile(r"\bmore (?:luxur|upscale|expensive)|\bfancier\b|더\s*(?:고급|좋은\s*데|럭셔리|비싼)")


def is_yes(text: str) -> bool:
    """Whether a message only agrees."""
    return bool(_YES.match(text))


def is_new_request(text: str, news: Wants) -> bool:
    """Whether a message stands for itself rather than changing the request before it."""
    folded = text.lower().strip()
    if _GOES_ON.search(folded):
        return False
    return bool(_NEW.search(folded)) and len(news.said) >= 1


def relative_budget(text: str, news: Wants, options: Sequence[TripOption]) -> Wants:
    """'Cheaper' as a step below the cheapest on the table, 'fancier' as a step above the dearest."""
    levels = [BUDGETS.index(by_id()[option.trip].budget) for option in options if option.trip in by_id()]
    if not levels:
        return news
    if _CHEAPER.search(text.lower()):
        return replace(news, budget=BUDGETS[max(0, min(levels) - (min(levels) == max(levels)))])
    if _PRICIER.search(text.lower()):
        return replace(news, budget=BUDGETS[min(2, max(levels) + (min(levels) == max(levels)))])
    return news
