"""Moves in the conversation: accept, undo, go to a version, another option, a question, thanks."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from wanderhue.agent.feedback import Act

_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "1st": 1, "2nd": 2, "3rd": 3,
    "첫": 1, "첫번째": 1, "두번째": 2, "세번째": 3, "네번째": 4, "다섯번째": 5, "여섯번째": 6, "일": 1, "이": 2, "삼": 3,
    "하나": 1, "둘": 2, "셋": 3,
}  # fmt: skip
_ORD = r"(?P<n>first|second|third|fourth|fifth|sixth|1st|2nd|3rd|\d{1,3}(?:th)?)"
_NUM = r"(?P<n>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)"
_ORD_KO = r"(?P<n>\d{1,3}|첫|두|세|네|다섯|여섯)\s?(?:번째|번 째|째)"
_PICTURE = "(?:version|picture|image|painting|illustration|drawing|draft|render|one you (?:made|drew))"
_PICTURE_KO = "(?:버전|그림|이미지|사진|일러스트|시안|작품|장면)"
_CHOICE = "(?:option|choice|suggestion|trip|destination|place|proposal|idea|candidate|card)"
_CHOICE_KO = "(?:옵션|후보|선택지|여행지|여행|추천|안|제안|곳|장소|카드)"
_GO_EN = (
    r"(?:(?:can|could|would|will) (?:you|we|i)|please|let's|let us|i(?:'d| would) (?:like|love|prefer)(?: to)?|i (?:want|liked?|prefer(?:red)?|loved)(?: to)?|actually|ok(?:ay)?|hmm+|no,?"
    r"|just|maybe|then)?[ ,]*"
)
_BACK_EN = r"(?:(?:take|bring) (?:me|us|it)(?: back)?|(?:go|switch|jump|return|revert|get|roll|change|move|turn)(?: it)?(?: back)?|back|show(?: me)?(?: again)?|restore|use|load|open|pick|choose|give me|i'll take|let's see)?\s*(?:to|with|for)?\s*(?:the )?(?:very )?"
_TAIL_KO = (
    r"(?:을|를|으로|로|이|가|은|는|도|에서|부터)?(?:\s*(?:다시|좀|한번|한 번|그냥|도로))*\s*"
    r"(?:돌아가|되돌|돌려|가|갈|보여|볼|해|할|하자|바꿔|바꾸|가줘|가자|복원|불러|선택|고를|골라|부탁|주|줘)?[가-힣]*(?:\s*(?:줘|주세요|줄래|주실래요|해줘|해주세요|싶어요?|좋겠어요?|더 좋아|나았어|낫겠어|나아|좋았어|좋아|놔|놔줘))*"
)
_AT_START = r"(?:(?<![^,.!?])|(?<=[,.!?]\s)|(?<=이거\s)|(?<=이걸\s)|(?<=그림\s)|(?<=그림을\s)|(?<=그냥\s)|(?<=그럼\s)|(?<=좀\s)|(?<=혹시\s)|(?<=으로\s)|(?<=똑같이\s))"
_START, _END = r"(?<![a-z0-9가-힣])", r"(?![a-z0-9가-힣])"


@dataclass(frozen=True, slots=True)
class _Rule:
    pattern: re.Pattern[str]
    make: Callable[[re.Match[str], int], Act | None]


def _fixed(kind: str, *, strong: bool = False) -> Callable[[re.Match[str], int], Act | None]:
    return lambda match, versions: Act.model_validate({"kind": kind, "strong": strong})


def _number(match: re.Match[str]) -> int:
    word = match["n"].replace(" ", "")
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else _NUMBERS.get(word) or _NUMBERS.get(word + "번째", 0)


def _numbered(kind: str, *, first: bool = False) -> Callable[[re.Match[str], int], Act | None]:
    def make(match: re.Match[str], versions: int) -> Act | None:
        number = _number(match)
        if first and number == 1 and not match["n"].isdigit():
            return Act(kind="first")
        return Act.model_validate({"kind": kind, "number": number}) if number else None

    return make


def _latest(match: re.Match[str], versions: int) -> Act | None:
    return Act(kind="goto", number=versions) if versions else None


def _rule(pattern: str, make: Callable[[re.Match[str], int], Act | None]) -> _Rule:
    return _Rule(re.compile(_START + "(?:" + pattern.replace("_AT_START", _AT_START) + ")" + _END), make)


_BUT_EN = r"(?=[\s,.!~:)\-]*(?:$|please|thanks))"
_RULES: tuple[_Rule, ...] = (
    _rule(
        r"(?:wait[ ,]*)?(?:redo(?: (?:it|that|this|the (?:last )?(?:change|edit)))?(?=\s*(?:$|[,.!?]|please|and))|(?:undo|reverse|cancel) (?:the|that|my) undo|un-?undo|(?:go|step|move) forward(?: again| one)?"
        r"|bring (?:it|that|the change) back|put (?:that|the change) back(?: in)?|reapply (?:it|that)|the (?:one|version) after)"
        r"|다시\s?실행(?:해)?[가-힣]*|(?:취소|되돌린|되돌리기|실행\s?취소|undo)(?:한|했던|를|을|된)?\s*(?:거|것|걸|작업|변경|수정)?(?:를|을|은)?\s*(?:다시\s*(?:살려|적용|되살려|해|복원|돌려|실행|가져)|취소|살려|되살려|복구|복원)[가-힣]*(?:\s*(?:줘|주세요|줄래))?"
        r"|(?:앞으로|다음\s?버전으로)\s*(?:다시\s*)?(?:가|넘어가|감아)[가-힣]*(?:\s*(?:줘|주세요))?|리두",
        _fixed("redo"),
    ),
    _rule(
        _GO_EN
        + _BACK_EN
        + rf"(?:version|picture|image|draft|pic)\s*(?:number|no\.?|#)?\s*{_NUM}|v(?P<v>\d{{1,3}})".replace(
            "(?P<v>", "(?:"
        ),
        lambda m, v: _numbered("goto")(m, v) if m["n"] else Act(kind="goto", number=int(re.sub(r"\D", "", m[0]))),
    ),
    _rule(
        _GO_EN + _BACK_EN + rf"(?<!a ){_ORD} {_PICTURE}(?: (?:again|instead|better|please|more))*",
        _numbered("goto", first=True),
    ),
    _rule(rf"(?:버전|v)\s?(?P<n>\d{{1,3}})(?:번)?{_TAIL_KO}", _numbered("goto")),
    _rule(rf"(?P<n>\d{{1,3}})\s?(?:번|번째|번 째)\s?(?:째\s?)?{_PICTURE_KO}{_TAIL_KO}", _numbered("goto")),
    _rule(
        rf"{_ORD_KO}\s?(?:로 (?:그린|만든|나온)\s?)?(?:{_PICTURE_KO}|그린 거|만든 거){_TAIL_KO}",
        _numbered("goto", first=True),
    ),
    _rule(
        _GO_EN
        + _BACK_EN
        + rf"(?:very )?(?:(?:very first|first(?= (?:version|picture|image|painting|illustration|drawing|draft|one you)))(?: one)?(?: {_PICTURE})?(?! (?:option|trip|choice|suggestion|place|destination))|original(?: (?:one|{_PICTURE}))?(?=\s*(?:$|[,.!?]|please|again|and))|initial(?: (?:one|{_PICTURE}))?)(?: (?:you made|you drew|again|please))*"
        r"|(?:go |take me |bring me )?(?:all the way )?back to (?:the )?(?:(?:very )?first(?: one)?(?! (?:option|trip))|start|beginning|how it was at first)"
        rf"|(?:맨\s?|제일\s?|가장\s?)?(?:처음|최초|원래|첫)\s?(?:의\s?)?(?:{_PICTURE_KO}|거|것|걸|상태|모습)(?:으로|로|을|를)?{_TAIL_KO}|(?:맨\s?|제일\s?)?처음으로\s*(?:돌아|되돌|다시 가|가)[가-힣]*(?:\s*(?:줘|주세요))?|원래대로(?:\s*(?:해|돌려|되돌려|바꿔)[가-힣]*)?(?:\s*(?:줘|주세요))?|원본(?:으로|을)?{_TAIL_KO}",
        _fixed("first"),
    ),
    _rule(
        _GO_EN
        + _BACK_EN
        + rf"(?:latest|newest|most recent|last) (?:version|picture|image)|(?:가장\s?)?(?:최신|마지막|최근)\s?{_PICTURE_KO}{_TAIL_KO}",
        _latest,
    ),
    _rule(
        r"(?:scrap|forget|drop|bin|ditch) (?:this|it|that|everything|all of (?:this|it))[ ,]*(?:and |let's |please )*(?:start (?:over|again|fresh|anew|new)|begin again)?(?: from scratch)?"
        r"|(?:(?:let's|can we|could we|i want to|i'd like to|please|just) )?(?:start|begin)(?: all)? (?:over|again|afresh|anew|fresh|from scratch)(?: (?:again|from scratch|completely|please|with a new (?:trip|one)))*"
        r"|(?:completely )?from scratch|reset(?: (?:everything|it all|all))?|(?:a |start a |plan a )?(?:brand )?new (?:trip|conversation|chat)|clean slate|new one from scratch"
        r"|(?:다\s?|전부\s?|모두\s?|그냥\s?)?(?:맨\s?)?처음부터(?:\s*(?:다시|새로))?(?:\s*(?:시작|하|할|해|가자|갈래|짜|부탁)[가-힣]*)?(?:\s*(?:줘|주세요|싶어요?))?"
        r"|(?:다\s?|전부\s?)?(?:새로|다시)\s?시작[가-힣]*(?:\s*(?:줘|주세요|싶어요?))?|리셋[가-힣]*|초기화[가-힣]*|새(?:로운)?\s?(?:여행|대화)(?:을|를)?\s?(?:시작|할래|하자|갈래|짤래|계획)[가-힣]*(?:\s*(?:줘|주세요|싶어요?))?",
        _fixed("new"),
    ),
    _rule(
        r"undo(?: (?:it|that|this|the (?:last )?(?:change|edit|one|step)|my last (?:change|request)|please))*|(?:revert|reverse|cancel|take back|scratch)(?: (?:it|that|this|what you (?:just )?did|the (?:last |latest )?(?:change|edit|one|step)|my last \w+))+"
        r"|"
        + _GO_EN
        + r"(?:go|take me|roll|jump|switch) back(?: (?:one|a|one step|a step|once|to (?:the )?(?:one before|previous(?: (?:one|version|picture|image))?|last one|how it was(?: before)?|before|the one before(?: (?:this|that))?)))*(?: step| version)?"
        r"|(?:the )?(?:one|version|picture) before(?: (?:this|that)(?: one)?)?(?: was better)?|(?:the )?previous (?:one|version|picture|image)(?: (?:was better|please))?|put it back(?: (?:the way|how) it was)?|(?:as|how|like) it was before|back to (?:the )?previous(?: one)?|i (?:liked|preferred) (?:it|the (?:one|version|picture)) before(?: (?:better|that|this))?|never ?mind that(?: change)?"
        r"|(?:방금|아까|지금|마지막|직전)(?:에)?\s?(?:한|바꾼|고친|수정한|했던|그린|넣은|추가한)?\s?(?:거|것|걸|변경|수정|작업|그거)?(?:은|는|을|를)?\s?(?:좀\s?)?(?:취소|되돌|무르|물러|없던)[가-힣]*(?:\s*(?:줘|주세요|줄래|로 해줘))*"
        r"|(?:실행\s?)?취소(?:해|할|하|좀|요)?[가-힣]*(?:\s*(?:줘|주세요))?|되돌려[가-힣]*(?:\s*(?:줘|주세요|줄래))?|되돌리기|되돌리[가-힣]*|무르기|물러줘|언두"
        rf"|(?:바로\s?)?(?:이전|직전|전|아까|방금\s?전|앞)\s?(?:의\s?)?(?:{_PICTURE_KO}|거|것|걸|상태)(?:으로|로|이|가)?(?:\s*(?:다시\s*)?(?:돌아|되돌|돌려|가|바꿔|보여|해|더 좋|더 나|낫|나았)[가-힣]*)*(?:\s*(?:줘|주세요|좋아|좋았어|나아))*"
        r"|(?:하나|한\s?단계|한\s?번)\s?(?:전|뒤|이전)(?:으로|로)\s*(?:돌아|되돌|가|돌려)?[가-힣]*(?:\s*(?:줘|주세요))?|(?:이전|전)(?:으로|대로)\s*(?:돌아|되돌|돌려|가|해)[가-힣]*(?:\s*(?:줘|주세요))?",
        _fixed("undo"),
    ),
    _rule(
        r"(?:i )?(?:don't (?:like|want) )?(?:none|not any|neither|any) of (?:these|them|those)[ ,.!]*(?:and |work[s]?(?: for me)?|please|really|grab me|appeal to me)*"
        r"|(?:"
        + _GO_EN
        + r"(?:show|give|find|suggest|recommend|offer|get)?(?: me| us)?\s*)(?:(?:some|three|3|a few|any|two|several|completely|totally|entirely|the) )*(?:(?:other|different|more|new|alternative|further|another) )+(?:(?:three|3|few|set of(?: three)?|batch of) )*(?:trips?|destinations?|places?|suggestions|recommendations|trip ideas|ideas|travel ideas|getaways)(?: (?:instead|please|to go|for me|to choose from|to visit))*"
        r"|(?:show me |give me )?(?:three |some |a few )?(?:more|new) (?:trips|options|suggestions|recommendations|destinations|ideas)|where else (?:could|can|should|might) (?:i|we) go|^(?:how about |maybe |let's go |show me )?somewhere else(?: entirely| please)?|recommend (?:something|somewhere) else"
        r"|다 (?:별로|싫|맘에 안|마음에 안)[가-힣\s]*?(?=[,.!]|$|다른|새)|(?:전부|모두|셋\s?다|세\s?개\s?다)\s?(?:별로|싫|맘에 안|마음에 안)[가-힣\s]*?(?=[,.!]|$|다른|새)"
        r"|(?:(?:아예|완전|좀|그냥|또)\s?)*(?:다른|새로운|새|더)\s?(?:여행지|여행|장소|곳|데|추천지?|목적지|나라|도시|여행\s?후보)(?:들)?(?:을|를|로|도|은|는|으로)?(?:\s?(?:세|3|몇|세\s?개|두)\s?(?:곳|군데|개|가지)(?:을|를|만|도|로)?)?(?:\s*(?:더|좀|또|다시|한번|새로))*\s*(?:추천|보여|알려|골라|찾아|제안|소개|없|있|부탁|볼|줘|주)[가-힣]*(?:\s*(?:줘|주세요|줄래|주실래요|주라|봐|보고 싶어요?|해줘|해주세요))*"
        r"|(?:추천|여행지|후보|선택지)(?:을|를|도)?\s?(?:(?:세|3|몇)\s?(?:개|곳|군데)(?:를|만)?\s?)?(?:좀\s?)?(?:더|다시|새로|또)\s*(?:추천|보여|알려|골라|찾아|해|뽑아|줘|주)[가-힣]*(?:\s*(?:줘|주세요|줄래))*|다시\s?추천[가-힣]*(?:\s*(?:줘|주세요))*|더\s?추천[가-힣]*(?:\s*(?:줘|주세요))*",
        _fixed("more"),
    ),
    _rule(
        _GO_EN + _BACK_EN + rf"{_CHOICE}\s*(?:number|no\.?|#)?\s*{_NUM}(?: (?:instead|please|again|better))*",
        _numbered("option"),
    ),
    _rule(
        _GO_EN
        + _BACK_EN
        + rf"(?<!a ){_ORD} (?:{_CHOICE}|one)(?: (?:instead|better|please|again|more|was better|looks better|after all))*",
        _numbered("option"),
    ),
    _rule(_GO_EN + _BACK_EN + r"number " + _NUM + "(?: instead| please)*", _numbered("option")),
    _rule(
        rf"(?:{_ORD_KO}|(?P<m>\d{{1,2}})\s?번)\s?(?:째\s?)?(?:{_CHOICE_KO}|거|것|걸|게|꺼)?{_TAIL_KO}".replace(
            "(?P<m>", "(?:"
        ),
        lambda m, v: Act(kind="option", number=_number(m) if m["n"] else int(re.match(r"\d+", m[0])[0])),  # type: ignore[index]
    ),
    _rule(rf"(?:옵션|후보|선택지)\s?(?P<n>\d{{1,2}})(?:번)?{_TAIL_KO}", _numbered("option")),
    _rule(
        _GO_EN
        + r"(?:show|give|try|pick|choose|see|take|use|go with|switch to|have|explore)?(?: me| us)?\s*(?:a |an |the |one of the )?(?:completely |totally |whole )?(?:different|another|other|alternative|remaining|next)(?: of the)? (?:option|choice|suggestion|candidate|one of the (?:three|options)|trip|destination|place|one(?! more))s?(?: (?:instead|please|you had|you suggested))*"
        r"|(?:show me |try |pick )?(?:something|anything) (?:else|different)(?: please)?|one of the other(?:s| options| two| ones)|the other (?:options|ones|two)"
        rf"|(?:다른|또\s?다른|나머지|남은|다음)\s?(?:{_CHOICE_KO}|거|것|걸|게|것들)(?:들)?(?:을|를|로|으로|도|은|는|이|가)?(?:\s*(?:좀|한번|더|또))*\s*(?:보여|볼|보고|해|할|골라|고를|바꿔|선택|있|없|줘|주|가자|갈|부탁)[가-힣]*(?:\s*(?:줘|주세요|줄래|주실래요|싶어요?|볼래|봐|볼게))*",
        _fixed("option"),
    ),
    _rule(
        r"(?:(?:show|make|give|paint|draw|create|try|do|see)(?: me| us)? )?(?:a |an |one |something )?(?:completely|totally|wildly|radically|entirely|very|really|drastically|quite) (?:different|new|other|changed)(?: (?:take|look|one|version|variation|picture|approach|interpretation|composition|feel|from this|image|on (?:this|it|the same scene)|of (?:this|it)))*"
        r"|(?:a )?(?:wild|bold|strong|big|radical|dramatic)(?:er)? (?:variation|variant)|surprise me|vary (?:it|this)? ?(?:strongly|a lot|wildly|more)|go wild(?: with it)?|shake it up|something wildly different"
        r"|(?:같은\s?장면(?:인데|으로|이지만)?\s?)?(?:확|완전|완전히|아주|전혀|싹|많이|크게|훨씬|과감하게)\s?(?:다르게|다른|달라|색다른|색다르게|바꿔|바꾸어|변형|새롭게)(?!\s?(?:여행|옵션|후보|곳|색))[가-힣]*(?:\s*(?:느낌|분위기|버전|그림|구도|걸|거|스타일|식|모습|변형)(?:으로|로|을|를)?)?(?:\s*(?:하나|한\s?장|한번|한\s?번|더|다시|좀|또))*(?:\s*(?:그려|해|바꿔|보여|만들|부탁|변형)[가-힣]*)*(?:\s*(?:줘|주세요|봐|볼래|줄래|보자))*",
        _fixed("vary", strong=True),
    ),
    _rule(
        r"(?:(?:can|could|may) (?:i|we|you) |please |i'd like (?:to )?|i want (?:to )?|let me )*(?:show|make|give|paint|draw|create|try|do|see|get|have|generate)?(?: me| us)?\s*(?:a |an |another |one more |some |a few |other |slight |small |subtle |different )*(?:variations?|variants?)(?: (?:of|on) (?:this|it|that|the (?:picture|image|same|scene)))?(?: please)?"
        r"|vary (?:it|this|that)?(?: (?:a (?:bit|little)|slightly|please))*|(?:show|make|give|paint|draw|create|try|do|see)(?: me| us)? (?:another|one more|a different|a new|a second)(?: (?:version|take|picture|image|one like (?:this|it)|attempt|try))?(?: (?:of|on) (?:this|it|the same (?:scene|picture)))?(?=\s*(?:$|[,.!?]|please|and|with|but))|another (?:version|take|try|attempt|go|picture)(?: (?:of|on) (?:this|it))?|one more(?: like (?:this|it)| time| version| please)*(?=\s*(?:$|[,.!?]))"
        r"|(?:try|paint it|draw it|do it|roll|once|generate(?: it)?|make it) again(?: please)?|redraw(?: it| this| that)?|repaint(?: it| this)?|regenerate(?: it)?|reroll|re-?do the (?:picture|painting)|something (?:similar|like this)|a (?:slightly |little |bit )?different (?:take|version|composition|look)(?: (?:of|on) (?:this|it))?|(?:slightly|a (?:little|bit)) different(?:ly)?|similar(?: one)?(?: please)?|mix it up(?: a (?:bit|little))?|shuffle(?: it)?"
        r"|(?:같은\s?장면(?:으로|인데)?\s?)?(?:조금|약간|살짝|좀)\s?(?:만\s?)?(?:다르게|다른\s?(?:느낌|버전|그림|구도|걸|거|식|분위기)?(?:으로|로)?|변형|바꿔서|바꾼\s?(?:버전|그림))(?:\s*(?:하나|한\s?장|한번|한\s?번|더|다시|또))*(?:\s*(?:그려|해|보여|만들|부탁|변형)[가-힣]*)*(?:\s*(?:줘|주세요|봐|볼래|줄래|보자))*"
        rf"|(?:다른\s?(?:버전|느낌|구도|그림|식|분위기)(?:으로|로|을|를|도)?|변형(?:본|판|을|된)?|변주(?:를|해)?|베리에이션(?:을)?|비슷한\s?(?:걸|거|것|그림|느낌|버전)(?:로|으로|을|를)?|비슷하게|_AT_START(?:다시|새로|한\s?번\s?더|한번\s?더|하나\s?더|한\s?장\s?더|이거랑 비슷하게))(?:\s*(?:하나|한\s?장|한번|한\s?번|더|다시|좀|몇\s?개|도|또|만))*\s*(?:그려|보여|만들|뽑아|생성|해(?=줘|주|봐|볼)|변형)[가-힣]*(?:\s*(?:줘|주세요|봐|볼래|줄래|보자|주실래요))*"
        r"|변형(?:해|본|판|된)?[가-힣]*(?:\s*(?:줘|주세요|보여줘))*|_AT_START(?:하나|한\s?장)\s?더(?:\s?(?:요|부탁해요?))?(?=\s*(?:$|[,.!?]))",
        _fixed("vary"),
    ),
)
_PRAISE = (
    r"(?:(?:oh|wow|omg|yes|yeah|yay|ah|aww?|great|thanks?|ok(?:ay)?|and|i think|well)[ ,!.]*)*(?:"
    r"(?:i )?(?:really |absolutely |just |totally |truly |do )?(?:love|adore|like) (?:it|this|that|this one|how it (?:looks|turned out)|the (?:picture|result))(?: (?:so much|a lot|as it is|very much|already|the way it is|most|like this|now|all))*"
    r"|(?:it's|it is|this is|that's|that is|looks?|it looks|this looks|that looks)?\s*(?:just |so |absolutely |really |simply |already |pretty |very |almost )*(?:perfect|gorgeous|wonderful|amazing|awesome|fantastic|excellent|beautiful|stunning|brilliant|great|fabulous|superb|lovely|exactly (?:what i (?:wanted|want|needed|imagined|had in mind)|it|right)|spot on|spot-on|just right)(?: (?:now|already|to me|as it is|like this|as is|job|work|picture))*"
    r"|(?:this is|that's|that is|it's)(?: definitely| exactly| really)? (?:it|the one|the winner|my favou?rite|what i (?:wanted|want|was looking for|had in mind))"
    r"|(?:this one|i'?ll take (?:it|this(?: one)?)|i'?ll keep (?:it|this(?: one)?)|let'?s (?:keep|go with|take|use) (?:it|this(?: one)?)|we'?ll (?:take|go with|keep) (?:it|this(?: one)?)|i'?m (?:happy|satisfied|done|good)(?: with (?:it|this(?: one)?))?|keep (?:it|this one)(?: (?:like this|as (?:it )?is|that way))?|i choose this(?: one)?|accept(?:ed)?(?: (?:it|this))?|approved?|done|finished|all done|that works(?: for me)?|works for me|looks good(?: to me)?|it'?s good|lgtm|save (?:it|this(?: one)?)|we have a winner|that will do|that'll do|nailed it|you nailed it|don't change (?:anything|a thing)|ship it|bravo|good|sold))"
)
_PRAISE_KO = (
    r"(?:(?:이 그림|이 버전|고마워요?|감사해요|감사합니다|와|우와|오|아|응|네|그래|좋아|음|진짜|정말|너무|완전|아주|제일|딱|그냥|꽤|이거|이게|이건|이대로|그림|그림이|색이|색도|다|정말로|참|넘|역시)[ ,!~]*)*"
    r"(?:(?:마음|맘)에\s?(?:쏙\s?|꼭\s?|딱\s?|아주\s?|너무\s?|완전\s?)?(?:들|듭|드)[가-힣]*|맘에드[가-힣]*|완벽[가-힣]*|최고[가-힣]*|좋(?:아|네|다|습|군|구|은데요?|았어|음|지|아요|네요)[가-힣]*|예뻐[가-힣]*|예쁘[가-힣]*|이뻐[가-힣]*|이쁘[가-힣]*|멋[져지진있][가-힣]*|근사[가-힣]*|훌륭[가-힣]*|만족[가-힣]*|대박[가-힣]*"
    r"|(?:이걸로|이거로|이것으로|이대로|이 그림으로|이 버전으로|요걸로|그걸로|이거)\s?(?:할게|할래|하자|하겠|확정|결정|정할|갈게|가자|가요|갑시다|선택|고를|쓸게|쓸래|저장|끝|좋|부탁|해|주세요|줘|픽)[가-힣]*(?:\s?(?:요|줘|주세요))?|(?:이거|이게|이걸로|이대로)(?:야|예요|네요|네|요|다)?|확정[가-힣]*|채택[가-힣]*|결정[가-힣]*|합격[가-힣]*|찰떡[가-힣]*|내가\s?원[가-힣]+\s?(?:거|것|그림|느낌|대로)[가-힣]*|원하던\s?(?:거|것|그림|느낌)[가-힣]*|딱\s?(?:이야|이에요|이네|좋|맞)[가-힣]*|오케이\s?이걸로[가-힣\s]*|끝)"
    r"(?:[ ,!~.]*(?:진짜|정말|너무|아주|ㅎ+|ㅋ+))*"
)
_SMALL = (
    r"(?:(?:ok(?:ay)?|oh|ah|well|cool|nice|great|yes|no)[ ,!.]*)*(?:hi|hello|hey|hiya|hey there|hi there|hello there|good (?:morning|evening|afternoon|day|night)|thx|thanks?(?: (?:a lot|so much|very much|again|a bunch|a million))?|thank you(?: (?:so much|very much|a lot|again))?|thank u|ty|cheers|much appreciated|ok(?:ay)?|okey|k|kk|alright|all right|cool|nice|nice one|nice work|good job|not bad(?: at all)?|never ?mind|well done|wow|haha+|lol|hmm+|i see|got it|understood|bye|goodbye|see you|sure|yes|yeah|yep|no|nope|no problem|how are you(?: doing)?|fine|right|makes sense|interesting)"
    r"|(?:(?:아|오|네|응|와|우와|정말|진짜|너무|다|그림)[ ,!]*)*(?:안녕[가-힣]*|하이|헬로|반가워[가-힣]*|고마[워웠][가-힣]*|고맙[가-힣]*|감사[가-힣]*(?:\s?드려요|\s?드립니다)?|땡큐|ㄱㅅ|수고[가-힣]*(?:\s?[가-힣]+)?|잘했어[가-힣]*|오케이|오키|ㅇㅋ|ok|알겠[가-힣]*|알았[가-힣]*|그렇구나|그래[요]?|응|네|넵|넹|예|아니|아니요|아뇨|ㅋ+|ㅎ+|와+|우와|오+|음+|흠+|신기[가-힣]*|재밌[가-힣]*|잘\s?가|바이|굿|나이스|잘 지냈어[요]?)"
)
_QUESTION_EN = re.compile(
    r"^(?:(?:hey|so|ok|and|but|hmm|wait|sorry|quick question)[ ,:]*)*(?:why(?! (?:not|don't|dont))|how (?:many|much|did|do|does|is|are|was|come|long|far|old|can i|do i|big is|do you)|what (?!about|if)|what's|whats|which|who|whose|when (?:is|was|does|should|did)|where (?:is|are|was|does|did|can i|do)|is (?:this|that|it|there)|are (?:these|those|there|you)|was (?:this|that|it)|does|did|do you|tell me (?:about|why|what|how|more)|explain|can you (?:explain|tell)|could you (?:explain|tell)|have you|i wonder (?:why|what|how|where)|what does|may i ask)\b"
)
_WISHFUL_EN = re.compile(
    r"^(?:is it possible|is there (?:a|any) (?:way|chance)|do you (?:mind|think you could)|are you able|does it have to|did you mean|what would it look like|how would it look)"
)
_QUESTION_KO = re.compile(
    r"^왜\s|(?<![가-힣])왜(?:\s.*|[요죠]?\??$)|(?:뭐|무엇|뭔|무슨|어떤|어디|언제|누구|누가|얼마|몇|어느|어떻게)(?![가-힣]*든).*(?:야|예요|에요|이에요|인가요?|이죠|죠|지|나요|까요?|가요|어요?|니|냐|건데요?|거야|거예요|은데|ㄴ가요|은가요|는지.*(?:알려|궁금|설명).*|래|된|했어|돼요?|됐어)\s*\??\s*$"
    r"|(?:뭐야|뭐예요|뭐에요|뭔가요|무엇인가요|누구야|어디야|어디예요|어디에요|언제야|얼마야|궁금해요?|설명해\s?(?:줘|주세요)|인가요\??|맞아\?|맞나요\??|있나요\?|인거야\?|건가요\??)\s*\??$|알려\s?(?:줘|주세요)$"
)
_WISHFUL_KO = re.compile(
    r"(?:어때|어떨까|어떨지|어떠|어떻겠|수 있|줄래|주실래|줄 수|줄수|주시겠|될까|되나요|돼\?|안 될|안될|할까|해볼까|바꿀까|볼까)"
)
_FINAL = re.compile(
    rf"^[\s,.!~?]*(?:{_PRAISE}|{_PRAISE_KO})(?:[\s,.!~]+(?:and )?(?:{_PRAISE}|{_PRAISE_KO}|please|thanks?|thank you|고마워요?|감사합니다|감사해요))*[\s,.!~♡♥ㅎㅋ]*$"
)
_PRAISED = re.compile(
    rf"^\s*(?:{_PRAISE}|{_PRAISE_KO})(?=\s*(?:[,.!~]|\bbut\b|\bonly\b|\bjust\b|\bexcept\b|\band\b|\bthough\b|근데|그런데|하지만|다만))"
)
_PRAISED_KO = re.compile(
    r"^[\s]*(?:(?:다|전체적으로|그림은?|전부|색은|분위기는|구도는|이대로|그대로|나머지는?|정말|진짜|아주|너무|참|꽤)\s*)*(?:다\s*)?(?:좋|(?:마음|맘)에\s?(?:쏙\s?)?(?:들|드)|예쁘|예쁜|이쁘|이쁜|멋지|멋진|괜찮|나쁘지\\s?않|완벽|훌륭|귀엽|귀여운)[가-힣]*?(?:은데|는데|데|인데|지만|긴 한데|긴 하지만|긴 해|한데|아요?|네요?|아서|고)(?=[\s,.!]+)"
)
_SMALL_ALL = re.compile(rf"^[\s,.!~?]*(?:{_SMALL})(?:[\s,.!~?]+(?:{_SMALL}))*[\s,.!~?♡♥ㅎㅋ:)(]*$")
_DISLIKE = re.compile(
    r"\b(?:not|n't|never|hardly|isn't|dont|would|could be|almost|wasn't)\b|안\s?들|안\s?좋|별로|않|아니"
)


def find_act(text: str, versions: int = 1) -> tuple[Act | None, list[tuple[int, int]]]:
    """The act of normalized `text`, and the spans that said it (the rest may hold wishes)."""
    if _is_question(text):
        return Act(kind="question"), [(0, len(text))]
    if _SMALL_ALL.match(text):
        return Act(kind="smalltalk"), [(0, len(text))]
    if _FINAL.match(text) and not _DISLIKE.search(text):
        return Act(kind="accept"), [(0, len(text))]
    found = _moves(text, versions)
    if found is not None:
        return found
    praised = _PRAISED.match(text) or _PRAISED_KO.match(text)
    return (Act(kind="accept"), [praised.span()]) if praised and not _DISLIKE.search(praised[0]) else (None, [])


def _moves(text: str, versions: int) -> tuple[Act, list[tuple[int, int]]] | None:
    for rule in _RULES:
        match = rule.pattern.search(text)
        act = rule.make(match, versions) if match and match[0].strip() else None
        if act is not None and match is not None:
            return act, [found.span() for found in rule.pattern.finditer(text)]
    return None


def _is_question(text: str) -> bool:
    stripped = text.strip().rstrip("?!. ")
    if _QUESTION_EN.search(text) and not _WISHFUL_EN.search(text):
        return True
    return bool(_QUESTION_KO.search(stripped + ("?" if "?" in text else ""))) and not _WISHFUL_KO.search(text)
