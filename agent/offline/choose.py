"""What a message says about the options on the table: one of them, others, ones like it, or a question about them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from wanderhue.agent.offline.catalogue import by_id
from wanderhue.agent.offline.tokens import fold
from wanderhue.agent.trips import TripOption

_ORDINALS = {
    "first": 1, "1st": 1, "one": 1, "second": 2, "2nd": 2, "two": 2, "third": 3, "3rd": 3, "three": 3, "fourth": 4,
    "last": -1, "첫": 1, "첫째": 1, "하나": 1, "둘째": 2, "두": 2, "셋째": 3, "세": 3, "네": 4, "마지막": -1,
    "일": 1, "이": 2,
    "삼": 3, "사": 4, "middle": 2, "가운데": 2,
}  # fmt: skip
_NUMBER = re.compile(
    r"\b(?:number|option|no\.?|choice|trip|nr\.?|card|the)\s*#?(\d{1,2})\b|#(\d{1,2})\b|^\s*(\d{1,2})\s*[.!)]?\s*$"
    r"|(?<!\d)(\d{1,2})\s*(?:번(?!째?\s*(?:가|갔|방문))|번째)|\b(?:take|choose|pick|want|go (?:with|for)|"
    r"prefer|like)\s+(\d)\b"
)
_ORDINAL = re.compile(
    r"\b(?:the |option |number )?(first|second|third|fourth|last|middle|1st|2nd|3rd)\b(?! (?:time|trip "
    r"together|of all|day|week|thing))"
    r"|\b(?:number|option)\s+(one|two|three)\b"
    r"|(첫|두|세|네)\s*번\s*째|(첫째|둘째|셋째|마지막|가운데)\s*(?:거|걸|것|꺼|로|옵션|여행|곳|를|을|이|가|$|"
    r"\s)|(일|이|삼|사)\s*번(?!째)"
)
_PICK_REST = re.compile(
    r"\b(?:i'?ll|i'?d|i|we|we'?ll|let'?s|take|choose|pick|go|going|with|for|want|prefer|like|love|to|please|"
    r"the|one|ones|option|number|trip|is|"
    r"looks?|sounds?|good|great|nice|best|perfect|lovely|yes|ok|okay|sure|definitely|then|it|this|that|would|"
    r"my|choice|favou?rite|be|and|"
    r"do|draw|paint|show|me|a|picture|of|no)\b|"
    r"(?:으로|로|걸로|거로|것으로|꺼로|거|걸|것|을|를|이|가|은|는|옵션|여행|곳)?\s*(?:할게요?|할래요?|"
    r"하자|해줘요?|해\s*주세요|갈게요?|갈래요?|가자|가고\s*싶어요?|고를게요?|선택할게요?|선택|고를래요?|좋아요?|"
    r"좋겠어요?|좋네요?|"
    r"좋을\s*것\s*같아요?|마음에\s*들어요?|맘에\s*들어요?|부탁해요?|부탁드려요|그려줘요?|그려\s*주세요|"
    r"보여줘요?|보여\s*주세요|주세요|줘|갑시다|결정|픽|예뻐요?|끌려요?|요|가|제일|가장|저는|나는|난|그럼|음|네|"
    r"그걸로|이걸로)"
)
_CLOSER = re.compile(
    r"\b(?:closer to|more like|similar to|like the|something like|along the lines of|in the "
    r"style of|resembl)|비슷|닮은|같은\s*(?:곳|데|느낌|거|분위기|걸|여행)|느낌으로|쪽으로|처럼"
)
_OTHERS = re.compile(
    r"\b(?:others?|other (?:ones|options|trips|ideas|places)|something else|somewhere else|different (?:ones|"
    r"options|trips|places|ideas)|more (?:options|ideas|trips|places)|"
    r"show me more|any more|what else|anything else|none of (?:these|them|those)|not these|three more|new ones|again)\b"
    r"|다른\s*(?:곳|데|거|것|걸|여행지|옵션|여행|추천|데는|곳은)|딴\s*(?:데|거|곳)|더\s*(?:보여|없|추천|알려|"
    r"있)|또\s*(?:없|있|다른|보여|추천)|다\s*별로|나머지|새로운\s*(?:곳|데)|셋\s*다\s*(?:별로|싫|아니)|"
    r"마음에\s*드는\s*(?:게|곳이|데가)\s*없"
)
_THIS = re.compile(
    r"^\s*(?:this one|that one|this|that|it|yes,? that one|이걸로|이거|그거|그걸로|이거로|그거로)\s*(?:할게요?|"
    r"요|please|로|좋아요?)?\s*[.!]?\s*$"
)
_ASKS = re.compile(
    r"\?|^(?:why|when|how|what|which|is|are|does|do|can|who|tell me (?:more )?about)\b|왜|"
    r"언제|얼마|뭐\s|뭘|무엇|어때|어떤가|인가요|나요|까요|니\s*$|이유|설명해|알려\s*줘|더\s*자세히"
)
TOPICS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("why", re.compile(
        r"\bwhy\b|\bwhat makes\b|\btell me (?:more )?about\b|왜|이유|까닭|추천한|설명|자세히|어떤\s*(?:곳|데)|어때")),
    ("cost", re.compile(
        r"\bhow much\b|\bcost|\bprice|\bexpensive\b|\bbudget\b|\bcheap|얼마|비용|가격|돈이|경비|예산|비싸|비싼|"
        r"저렴|싸")),
    ("when", re.compile(
        r"\bwhen\b|\bbest (?:time|month|season)|\bwhat month|\bwhich (?:month|season)|언제|몇\s*월|시기|"
        r"어느\s*계절|무슨\s*계절")),
    ("weather", re.compile(
        r"\bweather\b|\bwarm\b|\bcold\b|\bhot\b|\brain|\bclimate\b|날씨|추워|추운|더워|더운|따뜻|기온")),
    ("who", re.compile(
        r"\bkids?\b|\bchild|\bparents\b|\bdog|\balone\b|\bfamil|\bcouple|아이|애들|부모|강아지|혼자|가족|연인|누구")),
    ("do", re.compile(
        r"\bwhat (?:can|should|would|could|to|is there)\b|\bto do\b|\bto see\b|\bhighlight|"
        r"뭐\s*(?:하|해|할|보|봐)|뭘|할\s*거리|볼\s*거리|할\s*게|볼\s*게|무엇을|있어")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """The move; `index` counts from 0, None = none in particular, -1 = a number that is not there."""

    move: Literal["choose", "closer", "others", "ask", "which"]
    index: int | None = None
    topic: str = ""


def about_options(text: str, options: Sequence[TripOption]) -> Said | None:
    """What a message says about the options on the table, or None when it is about something else."""
    folded = " ".join(fold(text).split())
    index = _index(folded, options)
    asks = _ASKS.search(folded)
    if index is not None and _CLOSER.search(folded):
        return Said("closer", index)
    if asks and (topic := _topic(folded)) and (index is not None or _refers(folded)):
        return Said("ask", index, topic)
    if index is not None and not asks and _only_choice(folded, options, index):
        return Said("choose", index)
    if _THIS.match(folded):
        return Said("which")
    return Said("others") if _OTHERS.search(folded) else None


def _index(text: str, options: Sequence[TripOption]) -> int | None:
    if match := _NUMBER.search(text):
        number = int(next(group for group in match.groups() if group))
        return number - 1 if 1 <= number <= len(options) else -1
    if match := _ORDINAL.search(text):
        number = _ORDINALS[next(group for group in match.groups() if group)]
        number = len(options) if number < 0 else number
        return number - 1 if number <= len(options) else -1
    for index, option in enumerate(options):
        if len(option.title) > 3 and fold(option.title) in text:
            return index
    named = [index for index, option in enumerate(options) if _names_it(text, option)]
    return named[0] if len(named) == 1 else None


def _option_names(option: TripOption) -> list[str]:
    trip = by_id().get(option.trip)
    return [fold(name) for name in trip.names] if trip else [fold(option.place)]


def _names_it(text: str, option: TripOption) -> bool:
    return any(re.search(rf"(?<![a-z가-힣]){re.escape(name)}(?![a-z])", text) for name in _option_names(option))


def _only_choice(text: str, options: Sequence[TripOption], index: int) -> bool:
    """Whether nothing but the choice is said: 'cheaper than the second' is not a choice."""
    rest = text
    if 0 <= index < len(options):
        for name in sorted([fold(options[index].title), *_option_names(options[index])], key=len, reverse=True):
            rest = rest.replace(name, " ")
    rest = _PICK_REST.sub(" ", _ORDINAL.sub(" ", _NUMBER.sub(" ", rest)))
    rest = re.sub(r"[^a-z가-힣]+|\b[a-z]\b", " ", rest)
    return len(rest.split()) <= 1 and not re.search(r"말고|빼고|not|except|cheaper|warmer|더", text)


def _topic(text: str) -> str:
    return next((name for name, pattern in TOPICS if pattern.search(text)), "")


def _refers(text: str) -> bool:
    if re.search(
        r"\b(?:these|those|them|there|it|this|that|each|option|options|you)\b|여기|거기|이거|그거|이곳|"
        r"셋|각각|다들|저기|이\s*중|그중",
        text,
    ):
        return True
    return len(text.split()) <= 4
