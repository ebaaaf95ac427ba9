"""Tells a request for a trip from feedback on the picture."""

import re

from wanderhue.agent.grammar.normalize import normalize

_ASK_EN = r"(?:recommend|suggest|plan|find|propose|organi[sz]e|book|advise|pick)"
_TRIP_EN = (
    r"(?:trips?|travel|journey|vacation|holidays?|getaway|destinations?|itinerary|weekend away|honeymoon"
    r"|backpacking|places? to (?:go|visit|travel|stay)|somewhere to (?:go|visit|travel)|tour|road ?trip"
    r"|city break)"
)
_TRIP_KO = r"(?:여행지?|나들이|휴가지?|소풍|신혼여행|배낭여행|당일치기|휴양지|관광지|놀러\s?갈|가볼\s?만한|갈\s?만한|갈만한|가\s?볼|떠날\s?만한)"
_ASK_KO = r"(?:추천|알려|짜\s?줘|짜주|계획|찾아|골라|소개|제안|부탁|어디|가고\s?싶|떠나고\s?싶|갈래|가자|생각)"
_REQUESTS = re.compile(
    rf"\b{_ASK_EN}\b.*\b{_TRIP_EN}\b|\bwhere (?:should|could|can|would) (?:i|we) (?:go|travel|visit)|\b(?:i"
    rf"|we)(?:'d| would)? (?:want|like|love|need|plan|hope)(?: to)? (?:travel|fly|visit|go on|take a"
    rf"|a (?:trip|vacation|holiday))"
    rf"|\b(?:trip|vacation|holiday|getaway|honeymoon) (?:to|in|for|with)\b|\b(?:i|we) (?:want|would like"
    rf"|need) (?:a|another|to plan a) (?:\w+ ){{0,3}}{_TRIP_EN}|\b(?:recommend|suggest)(?: me| us)? (?:some|a"
    rf"|another|any)?(?: \w+){{0,4}} (?:places?|somewhere|cit(?:y|ies)|countr(?:y|ies)|island|beach)\b"
    rf"|\b(?:i|we) (?:want|would like|'d like) to go to (?!version|the (?:first|previous|second|original"
    rf"|other))[a-z]+(?! version)\b|\btravell?ing (?:to|with|in)\b|\blet's (?:go to|travel to|visit)\b"
    rf"|{_TRIP_KO}.*{_ASK_KO}|{_ASK_KO}.*{_TRIP_KO}|(?:으?로|에|을|를)\s?(?:여행\s?)?(?:떠나|여행\s?가"
    rf"|놀러\s?가)[가-힣\s]*(?:싶|자|래|볼까|려고)|어디(?:로|가|를)?\s?(?:가|갈|떠나|여행)[가-힣\s]*(?:좋|할까|하지|까|나)"
)
_PLAIN_MORE = re.compile(
    r"^(?:(?:please|can you|could you|show|give|me|us|find|suggest|recommend|some|three|3|a few|other"
    r"|different|more|new|another|trips?|destinations?|places?|suggestions|options|travel|ideas|instead"
    r"|none of|these|them|those|i|want|don't|like|the|any|somewhere|else|to go|to visit|no|hmm|actually|ok"
    r"|and|all|choices|else|for me)[\s,.!?]*)+$"
    r"|^(?:(?:다|전부|모두|셋|별로야?|별로예요|별로네|싫어요?|아니|음|좀|그냥|아예|완전|또|혹시|다른|새로운|새|여행지?|장소|곳|데|후보|추천지?|목적지|들|을|를|로|도|은"
    r"|는|으로|세|3|몇|두|군데|개|가지|더|다시|한번|새로|추천|보여|알려|골라|찾아|제안|소개|부탁|해|줘|주|세요|줄래|실래요|주라|봐|요|볼래|싶어|보고|마음에|맘에|안|들어"
    r"|드네|든다|없어|있어|없나|있나|만|이|가|것|거|걸|해요|합니다|드려요|드립니다)[\s,.!?~]*)+$"
)
_ABOUT_PICTURE = re.compile(
    r"\b(?:picture|image|painting|colou?rs?|palette|version|undo|add|remove|make it)\b|그림|이미지|버전|색|팔레트|추가|빼|넣"
)


def is_trip_request(text: str) -> bool:
    """Whether the words ask for a trip ('now a winter trip to Japan') rather than about the picture.

    A bare wish for others ('three other trips', '다른 여행지 추천해줘') is not a new request: it is the act 'more'.
    """
    plain = normalize(text)
    return bool(_REQUESTS.search(plain)) and not _PLAIN_MORE.match(plain.strip()) and not _ABOUT_PICTURE.search(plain)
