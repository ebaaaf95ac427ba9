"""What a person does not want: which of the found phrases stand under 'not', 'except', '말고', '빼고', '싫어'.

English says no before the thing, Korean after it. A list under one no is refused as a whole ("no museums or
temples", "일본이랑 중국 빼고") when its members are of one kind.
"""

import re

from wanderhue.agent.offline.tokens import JOSA
from wanderhue.agent.offline.words import Hit

_NO = re.compile(
    r"\b(?:not|no|without|except(?: for)?|excluding|avoid(?:ing)?|nothing|nowhere|never|skip(?:ping)?|hates?|dislikes?|"
    r"don't|dont|"
    r"doesn't|do not|does not|won't|can't|cannot|can not|isn't|aren't|wouldn't|didn't|rather than|instead of|"
    r"other than|"
    r"anything but|anywhere but|apart from|besides|aside from|tired of|sick of|fed up with|bored (?:of|with)|enough of|"
    r"had enough|minus|neither|nor|outside(?: of)?|leave out|afraid of|scared of|allergic to|fewer|less|too|anti)\b"
)
_NOT_NO = re.compile(
    r"\b(?:not only|not just|no problem|not sure|no idea|why not|don't mind|do not mind|not far|can't wait|cannot wait|"
    r"no matter|no limit|don't know|do not know|not necessarily|no more than|no less than|me too|not yet|no preference|"
    r"outside korea|don't care|can't decide|cannot decide|too\s*[.!?,]|too$|never been|never seen|not been|"
    r"haven't been|don't have (?:much|a lot)|can't afford)\b|too(?=\s*[.!?,]|$)"
)
_BEEN = re.compile(
    r"\b(?:we|i|i've|we've|us)?\s*(?:already |just |only )?(?:did|been to|went to|visited|came back from|were "
    r"in|was in|saw|have "
    r"seen|have done|done)\s+(?:already )?(?:the )?$"
)
_STOP_EN = re.compile(
    r"[.;!?\n]|\bbut\b|\bplease\b|\bjust\b|\bso\b|\bwe'd\b|\bi'd\b|\brather\b|\binstead\b(?! of)|,|\s-\s"
)
_LIST = re.compile(
    r"^\s*(?:,|/|&|\bor\b|\band\b|\bnor\b|,\s*(?:or|and|nor)\b)\s*(?:(?:a|an|the|any|too|much|to|in|of|no|"
    r"other|like)\s+)*$"
)
_FILLER = (
    rf"(?:{JOSA})?\s*(?:(?:같은\s*)?(?:거|건|것|데|곳|도시)(?:은|는|도|를)?|같은|쪽은?|여행은?|나라는?|"
    rf"이런\s*거|그런\s*거|하는\s*(?:거|건|곳)|가는\s*(?:거|건)|"
    rf"있는\s*(?:데|곳|거)|(?:여행)?지는?|(?:타|하|걷|보|먹)는\s*(?:거|건|것|데|곳)(?:은|는)?|하기|"
    rf"가기)?\s*(?:은|는|도|가|이|만)?\s*"
)
_AFTER = re.compile(
    rf"^{_FILLER}(?:(?:좀|다|딱|정말|진짜|완전|그냥|아예|절대|굳이|웬만하면|너무|넘|이제|이미|벌써)\s*|"
    rf"[가-힣]{{1,4}}(?:어서|아서|해서|워서|벼서|져서|겨서|라서|"
    rf"려서)\s*|작년에\s*|지난번에\s*|저번에\s*)*"
    r"(?:말고(?!도)|말구|빼고|빼구|빼줘|빼\s*주|빼면|뺀|제외|싫|별로|패스|비추|노잼|아닌|아니고|아니었|안\s+(?!가\s*본|"
    r"가본)|안(?=갈|가고|가면|땡|당겨|끌|좋)|없는|없이|없었|못\s|못하|"
    r"피하|피해|피했|가\s*봤|가\s*봐서|갔다\s*왔|다녀\s*왔|다녀왔|갔었|지겨|지겹|질렸|질려|외에|이외|대신|"
    r"필요\s*없|관심\s*없|무서|힘들|어려|질색|사절|노노|ㄴㄴ|그만|됐|"
    r"지\s*(?:않|말|마)|하지\s*(?:않|말|마)|보다는|보단|보다\s)"
)
_ONLY_NOT = re.compile(rf"^{_FILLER}만\s*(?:아니(?:면|라면|었으면|기만)|빼|말|피하)")
"""바다만 아니면 돼: whatever, but not that."""
_THAN = re.compile(r"^\s*보(?:다는|단|다)(?=\s)")
_BEFORE_KO = re.compile(r"(?:(?:^|[\s,])(?:안|덜|너무|노|no)\s?)$")
_KO_LIST = re.compile(r"^(?:이나|나|이랑|랑|와|과|하고|하구|도|이든|든|,|·|/|또는|혹은|및|아니면|\s)*$")
_KO_JOIN = re.compile(r"이나|나|이랑|랑|와|과|하고|하구|도|이든|든|,|·|/|또는|혹은|및")
_PLACES = ("country", "area", "place", "city")


def refused(text: str, hits: list[Hit]) -> set[int]:
    """The indexes of the hits (in order) that the folded text refuses."""
    found = _refused_before(text, hits) | _refused_after(text, hits)
    for index, hit in enumerate(hits):
        if hit.facet in _PLACES and _BEEN.search(text[: hit.start]):
            found |= {index} | _chain(text, hits, index)
    return found


def _kind(hit: Hit) -> str:
    return "place" if hit.facet in _PLACES else "when" if hit.facet in ("months", "season") else hit.facet


def _same(one: Hit, other: Hit) -> bool:
    likes = {_kind(one), _kind(other)}
    return len(likes) == 1 or likes <= {"activities", "settings", "climate"}


def _refused_before(text: str, hits: list[Hit]) -> set[int]:
    spared = [match.span() for match in _NOT_NO.finditer(text)]
    found: set[int] = set()
    for match in _NO.finditer(text):
        if any(start <= match.start() < end for start, end in spared):
            continue
        if any(hit.start <= match.start() and match.end() <= hit.end for hit in hits):
            continue
        first = next((i for i, hit in enumerate(hits) if hit.start >= match.end()), None)
        if first is None:
            continue
        between = text[match.end() : hits[first].start]
        if _STOP_EN.search(between) or len(between.split()) > 6:
            continue
        if match.group() == "too" and hits[first].facet not in ("climate", "pace", "budget"):
            continue
        found |= {first} | _twins(hits, first) | _chain(text, hits, first)
    return found


def _twins(hits: list[Hit], index: int) -> set[int]:
    return {i for i, hit in enumerate(hits) if (hit.start, hit.end) == (hits[index].start, hits[index].end)}


def _chain(text: str, hits: list[Hit], index: int) -> set[int]:
    found: set[int] = set()
    last = index
    for step in range(index + 1, len(hits)):
        if hits[step].start < hits[last].end:
            found.add(step)
            continue
        if not _LIST.match(text[hits[last].end : hits[step].start]) or not _same(hits[last], hits[step]):
            break
        if re.match(r"\s*,\s*$", text[hits[last].end : hits[step].start]) and not _list_goes_on(text, hits, step):
            break
        found.add(step)
        last = step
    return found


def _list_goes_on(text: str, hits: list[Hit], step: int) -> bool:
    following = next((hit for hit in hits[step + 1 :] if hit.start >= hits[step].end), None)
    return following is not None and bool(_LIST.match(text[hits[step].end : following.start]))


def _refused_after(text: str, hits: list[Hit]) -> set[int]:
    found: set[int] = set()
    for index, hit in enumerate(hits):
        after = text[hit.end :]
        shut = _ONLY_NOT.match(after) or _THAN.match(after) or _AFTER.match(after)
        if shut and not _reaches(hits, index, hit.end + shut.end()):
            found |= {index} | _twins(hits, index) | _chain_back(text, hits, index)
        elif _denied_in_front(text[: hit.start], hit):
            found |= {index} | _twins(hits, index)
    return found


def _denied_in_front(before: str, hit: Hit) -> bool:
    """안 추운, 덜 붐비는, 너무 더운: a word in front that refuses what follows."""
    if hit.facet == "activities" and before.rstrip().endswith("너무"):
        return False
    return hit.facet in ("climate", "pace", "budget", "activities") and bool(_BEFORE_KO.search(before))


def _reaches(hits: list[Hit], index: int, end: int) -> bool:
    """Whether another hit lies between this one and the word that refuses."""
    return any(hits[index].end <= hit.start < end - 2 for hit in hits[index + 1 :])


def _chain_back(text: str, hits: list[Hit], index: int) -> set[int]:
    found: set[int] = set()
    last = index
    for step in range(index - 1, -1, -1):
        between = text[hits[step].end : hits[last].start]
        if hits[step].end > hits[last].start:
            continue
        if not (_KO_LIST.match(between) and _KO_JOIN.search(between) and _same(hits[step], hits[last])):
            break
        found.add(step)
        last = step
    return found
