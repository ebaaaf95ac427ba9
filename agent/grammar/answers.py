"""Yes or no, to a question of ours, in both languages."""

import re

from wanderhue.agent.grammar.normalize import normalize

_YES = re.compile(
    r"^\W*(?:(?:oh|well|uh|um|ok|okay|hmm)[ ,]+)?(?:y|yes|yeah|yep|yup|ya|sure(?: thing)?|ok|okay|okey|k"
    r"|fine|of course|certainly|absolutely|definitely|please(?: do)?|go(?: ahead| for it| on)?|do it"
    r"|paint(?: it)?|draw(?: it)?|"
    r"proceed|continue|confirm(?:ed)?|sounds good|(?:all )?right|correct|exactly|why not|let'?s (?:do it|go)"
    r"|try again|again|retry|that'?s (?:fine|ok|right)|i (?:do|agree|confirm))\b(?!.*\b(?:but|not|don't"
    r"|wait)\b)"
    r"|^\W*(?:네|넵|넹|예|응|엉|어|웅|ㅇㅇ|ㅇㅋ|그래[요]?|그럼[요]?|좋아[요]?|좋습니다|좋지[요]?|맞아[요]?|물론[가-힣]*|당연[가-힣]*|오케이|오키|ok|콜"
    r"|해\s?(?:줘|주세요|봐|요)?|하자|할게[요]?|할래[요]?|그려[가-힣]*|그리자|진행[가-힣]*|계속[가-힣]*|다시\s?(?:해|시도)[가-힣]*|괜찮아[요]?"
    r"|부탁[가-힣]*)(?![가-힣])(?!.*(?:말고|지 마|지마|아니))"
)
_NO = re.compile(
    r"^\W*(?:(?:oh|well|uh|um|hmm|ok|okay)[ ,]+)?(?:n|no|nope|nah|not (?:now|yet|really|this time)|don't"
    r"|do not|dont|never(?: ?mind)?|stop|cancel|wait|hold on|leave it|forget it|abort|skip(?: it)?"
    r"|no thanks?|no thank you|rather not|i'd rather not|please don't|later|back|go back)\b"
    r"|^\W*(?:아니[요오]?|아뇨|아냐|아니야|아니에요|아닙니다|노|ㄴㄴ|싫어[요]?|싫습니다|됐어[요]?|됐습니다|취소[가-힣]*|그만[가-힣]*|멈춰[가-힣]*"
    r"|하지\s?마[가-힣]*|그리지\s?마[가-힣]*|괜찮습니다|안\s?(?:할래|해|그릴래|그려도)[가-힣\s]*|나중에[가-힣\s]*|잠깐[가-힣]*|필요\s?없[가-힣]*"
    r"|관둘[가-힣]*|돌아가[가-힣]*)(?![가-힣])"
)


def read_answer(text: str) -> bool | None:
    """True for a yes, False for a no, None for words that are neither (or both)."""
    plain = normalize(text.strip())
    yes, no = bool(_YES.match(plain)), bool(_NO.match(plain))
    return None if yes == no else yes
