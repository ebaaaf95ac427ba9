"""Words that are no request: greetings, thanks, who are you; other languages; and noise."""

import re

from wanderhue.agent.offline.constraints import common_words, known_words, marks, word_list
from wanderhue.agent.offline.tokens import HANGUL, LATIN, fold, ko_stem, stem
from wanderhue.agent.vocabulary import ELEMENTS

_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("who", re.compile(
        r"\bwho are you\b|\bwhat are you\b|\bwhat can you do\b|\bhow does this work\b|^help\b|\bhelp me\?*$|\bwhat "
        r"is this\b|"
                       r"누구(?:세요|야|니|신가)|뭐\s*하는|뭘\s*할\s*수|뭐\s*할\s*수\s*있|무엇을\s*할\s*수|"
                       r"어떻게\s*(?:써|사용|쓰)|도움말|정체")),
    ("howareyou", re.compile(
        r"\bhow are you\b|\bhow's it going\b|\bwhat's up\b|\bhow do you do\b|잘\s*지내|기분이?\s*어때|뭐\s*해\?|"
        r"밥\s*먹었")),
    ("thanks", re.compile(r"\bthank|\bthx\b|\bcheers\b|\bappreciate\b|고마워|고맙|감사|땡큐|ㄱㅅ|최고(?:야|예요|네)")),
    ("bye", re.compile(
        r"\bbye\b|\bsee you\b|\bgood night\b|\bgoodbye\b|\bfarewell\b|잘\s*가|잘\s*있|안녕히|다음에\s*(?:봐|"
        r"또)|또\s*올게|바이")),
    ("hello", re.compile(
        r"^(?:hi|hello|hey|hiya|yo|good (?:morning|evening|afternoon|day)|greetings|howdy)\b|안녕|하이|ㅎㅇ|"
        r"반가|헬로|여보세요")),
    ("ok", re.compile(
        r"^(?:ok|okay|k|yes|yeah|yep|sure|cool|nice|great|wow|lol|haha+|good|hmm+|right|alright|awesome|"
        r"perfect|네+|넵|넹|예|응+|"
                      r"어|그래요?|좋아요?|오+케이|ㅇㅋ|ㅇㅇ|ㅋ+|ㅎ+|와+우?|굿|알겠|알았|그렇구나|대박|"
                      r"멋지)\S*[\s.!~]*$")),
)  # fmt: skip


def kind_of_small_talk(text: str) -> str:
    """'hello', 'thanks', 'bye', 'who', 'howareyou', 'ok' or ''."""
    folded = " ".join(text.lower().split())
    return next((kind for kind, pattern in _KINDS if pattern.search(folded)), "")


def is_other_language(text: str) -> bool:
    """Whether a text in Latin letters speaks a language that is not English; Hangul never is."""
    if HANGUL.search(text):
        return False
    words = [match.group() for match in LATIN.finditer(fold(text))]
    others, english = word_list("languages", "foreign"), word_list("languages", "english")
    foreign = sum(word in others - english for word in words)
    ours = sum(word in english - others for word in words)
    return foreign >= 2 and foreign > ours


_VAGUE = re.compile(
    r"모르겠|아무\s*데나|어디든|추천(?:\s*좀)?\s*(?:해|부탁|$)|어디\s*(?:갈까|가지|가면|로\s*갈|로\s*가)|"
    r"떠나고\s*싶|놀러\s*가고\s*싶|(?:여행|휴가)(?:을|를)?\s*(?:좀\s*)?(?:가고\s*(?:싶|파)|갈래|가자|떠나)|"
    r"\b(?:no idea|not sure|don't know|anywhere|surprise me|somewhere (?:nice|new|good|cool|fun|different)|i "
    r"want to (?:travel|go on a trip)|"
    r"need a (?:break|holiday|vacation|trip)|where should i go|inspire me)\b"
)


_MOOD = re.compile(
    r"기분|우울|피곤|심심|속상|슬프|슬퍼|짜증|스트레스|"
    r"\b(?:feel(?:ing)?|i'm|i am)(?: so| really| a bit| very)? (?:sad|down|low|tired|bored|blue|stressed|lonely|bad)\b"
)


def is_mood(text: str) -> bool:
    """Whether somebody only tells how they feel, and asks for nothing."""
    return bool(_MOOD.search(text.lower())) and not marks().find(text)


def is_vague(text: str) -> bool:
    """Whether a message asks for a trip without a word about which."""
    rest = _VAGUE.sub(" ", text.lower())
    return rest != text.lower() and len(rest.split()) <= 8


def is_noise(text: str) -> bool:
    """Whether hardly a word of the text is a known one."""
    if marks().find(text):
        return False
    folded = fold(text)
    words = [stem(match.group()) for match in LATIN.finditer(folded) if not match.group().isdigit()]
    known = sum(word in common_words() or word in known_words() for word in words)
    korean = HANGUL.findall(folded)
    known += sum(ko_stem(word) in known_words() or word in known_words() or _is_thing(word) for word in korean)
    total = len(words) + len(korean)
    return not total or known / total < 0.34


def _is_thing(word: str) -> bool:
    return any(word.startswith(name) for entry in ELEMENTS.values() for name in entry.ko if len(name) > 1)
