"""The lettering of a picture: 'title: Our Spring', '제목은 우리의 봄으로', 'no title'."""

import re

from wanderhue.agent.feedback import SetTitle

_LONGEST = 60
_QUOTED = re.compile(
    r"(?:\"([^\"]{1,80})\"|(?<![a-z가-힣])'([^']{1,80})'|[「『<]([^」』>]{1,80})[」』>])(?:이?라고|으로|로|을|를|은|는|이|가|이라는"
    r"|라는)?(?![가-힣])"
)
_ABOUT = re.compile(
    r"\b(?:titled?|captions?|captioned|lettering|letters?|text|write|written|says?|saying|reads?|reading"
    r"|call(?:ed)?|name[d]?|"
    r"words?|headline|label(?:ed)?|entitled|put|add|include|print)\b|제목|타이틀|글자|글씨|문구|글귀|텍스트|레터링|이름|라고|"
    r"쓰|써|적어|적힌|넣|추가|새겨|달아"
)
_NOUN = r"(?:titles?|captions?|text|lettering|letters|headline|writing|words|wording)"
_NONE_EN = re.compile(
    rf"(?:\b(?:with )?(?:no|without)(?: any| the| a)?(?: more)?|\b(?:please )?(?:remove|delete|drop|lose|hide"
    rf"|erase|omit|clear|ditch|kill|scrap|bin|axe|skip|"
    rf"get rid of|take (?:out|off|away)|leave out|leave off|(?:i )?(?:don't|do not) (?:want|need|add|write"
    rf"|put))(?: (?:the|any|a|that|this|all))*)"
    rf" {_NOUN}(?: (?:off|out|away|from (?:it|the (?:picture|image|poster))))?\b"
)
_NAME_KO = "(?:제목|타이틀|문구|글자|글씨|텍스트|글귀|레터링)"
_NONE_KO = re.compile(
    rf"{_NAME_KO}(?:들)?(?:은|는|을|를|이|가|도|만)?\s*(?:좀|다|그냥|아예|전부|모두|아무\s?데도|하나도|아무것도)?\s*"
    r"(?:빼|없애|없어|없앴|지워|지우|지웠|제거|삭제|치워|없이|없는|없게|넣지\s?(?:마|말)|쓰지\s?(?:마|말))[가-힣]*(?:\s*(?:줘|주세요|줄래|해줘|해주세요))?"
)
_STOP_EN = (
    r"(?=\s*(?:[.!?;,]|$|\b(?:and (?:make|add|put|remove|use|change|move|also|then)|but|please|instead"
    r"|at the (?:bottom|top))\b))"
)
_SAID_EN = re.compile(
    rf"\b(?:(?:change|set|make|update|rename) )?(?:the |a |my )?(?:title|caption|headline|text|lettering)\s*"
    rf"(?:[:=]|\bto (?:be |say |read )?|\bshould (?:be|say|read)\b|\bmust be\b|\b(?:is|as|be|says|saying"
    rf"|reading|with)\b)\s*(.+?){_STOP_EN}"
    rf"|\b(?:call|name|title|caption|retitle|rename) (?:it|this|the (?:picture|image|poster))(?: (?:to"
    rf"|as))?\s*:?\s*(.+?){_STOP_EN}"
    rf"|\bwrite (?:the words? |the text )?(.+?) (?:at|on|in|across|under|below|beneath) the (?:bottom|top"
    rf"|picture|image|poster|sky|middle)\b"
    rf"|\b(?:titled|entitled|captioned)\s+(.+?){_STOP_EN}"
)
_NO_TITLE = re.compile(
    r"(?:too|bigger|smaller|larger|not|wrong|nice|ugly|in|on|at|more|less|a bit|a little|fine|good|great|red|blue)\b"
)
_SAID_KO = re.compile(
    rf"{_NAME_KO}(?:은|는|을|를|도|만|이)?\s*[:：=]\s*(?P<colon>[^.!?\n,]+)"
    rf"|{_NAME_KO}은\s+(?P<bare>[^.!?\n,]+?(?<![줘해요게어아까래고빼로야]))\s*$"
    rf"|{_NAME_KO}(?:은|는|을|를|도|만|에|에는)?\s+(?P<to>[^.!?\n,]+?)(?P<ro>이?라고|으로|로)(?:\s*(?:좀|다시))?\s*"
    r"(?P<verb>바꿔|바꾸|바꿨|해|하|할|했|넣|써|쓰|적|달|정|변경|부탁|붙|지어|수정|표시|가자|갈게|$)[가-힣]*(?:\s*(?:줘|주세요|주실래요|줄래))?"
    r"|(?P<said>[^.!?\n,]+?)(?P<rago>이?라고)\s*(?:좀\s*)?(?:써|적|쓰|제목|새겨|이름|글씨|넣)[가-힣]*(?:\s*(?:줘|주세요|넣어줘|달아줘|붙여줘))?"
)
_LEAD_KO = re.compile(
    rf"^(?:(?:그림|사진|포스터)?\s*(?:맨|제일)?\s*(?:아래|위|밑|하단|상단|가운데|구석|그림|사진)(?:쪽|부분)?(?:에다가?|에|에는)?\s+|"
    rf"{_NAME_KO}(?:은|는|을|를|로|으로)?\s+)+"
)


def find_title(text: str, original: str) -> tuple[list[tuple[int, int]], SetTitle | None]:
    """(spans to read no further, the wish or None where there is none or it is too long).

    `text` is normalized, `original` the same characters as typed.
    """
    for pattern in (_NONE_EN, _NONE_KO):
        gone = pattern.search(text)
        if gone:
            return [gone.span()], SetTitle(title="")
    quoted = _QUOTED.search(text)
    if quoted and _ABOUT.search(text[: quoted.start()] + " " + text[quoted.end() :]):
        index = quoted.lastindex or 0
        return [quoted.span()], _title(original[slice(*quoted.span(index))])
    return _unquoted(text, original)


def _title(words: str) -> SetTitle | None:
    title = words.strip(" \"'.,:")
    return SetTitle(title=title) if 0 < len(title) <= _LONGEST else None


def _unquoted(text: str, original: str) -> tuple[list[tuple[int, int]], SetTitle | None]:
    found = _SAID_EN.search(text)
    if found and found.lastindex and not _NO_TITLE.match(found[found.lastindex]):
        return [found.span()], _title(original[slice(*found.span(found.lastindex))])
    said = _SAID_KO.search(text)
    if not said:
        return [], None
    group = next(name for name in ("colon", "bare", "to", "said") if said[name])
    start, end = said.span(group)
    lead = _LEAD_KO.match(text[start:end]) if group == "said" else None
    start += lead.end() if lead else 0
    if group == "to" and said["ro"] == "로" and not _takes_ro(text[end - 1]):
        end += 1  # 제주도로: 도 belongs to the name
    wish = _title(original[start:end])
    return ([said.span()], wish) if wish else ([], None)


def _takes_ro(char: str) -> bool:
    """Whether 로 (not 으로) follows this character: no final consonant, or ㄹ."""
    return not "가" <= char <= "힣" or (ord(char) - 0xAC00) % 28 in (0, 8)
