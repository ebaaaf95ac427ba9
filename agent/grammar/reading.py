"""The whole way of a message: acts, titles, frames and colors first, then marks, clauses and wishes."""

from dataclasses import dataclass, field

from wanderhue.agent.feedback import Reading, SetTitle, Wish
from wanderhue.agent.grammar.acts import find_act
from wanderhue.agent.grammar.colors import find_hues
from wanderhue.agent.grammar.decide import decide
from wanderhue.agent.grammar.english_clauses import english_clauses
from wanderhue.agent.grammar.english_marks import english_marks
from wanderhue.agent.grammar.framing import find_frames
from wanderhue.agent.grammar.korean_clauses import korean_clauses
from wanderhue.agent.grammar.korean_marks import korean_marks
from wanderhue.agent.grammar.marks import Clause, Mark
from wanderhue.agent.grammar.normalize import blank, compose, is_korean, normalize
from wanderhue.agent.grammar.page import Span
from wanderhue.agent.grammar.requests import is_trip_request
from wanderhue.agent.grammar.titles import find_title
from wanderhue.agent.scene import Scene

_ONE_AT_A_TIME = ("time", "weather", "season", "setting", "style", "aspect", "size", "title", "zoom")
_GENERIC = ("3:4", "16:9")
_CORRECTED = ("no wait", "wait no", "actually", "i mean", "아니다", "아니 ", "다시 생각")
_BETWEEN = ("fill", "det", "prep", "pron", "desc", "more", "count")


@dataclass(frozen=True, slots=True)
class Context:
    """What is on the page: the scene, how many versions there are, how many options."""

    scene: Scene = field(default_factory=Scene)
    versions: int = 1
    options: int = 3


def read_feedback(text: str, context: Context) -> Reading:
    """The wishes and the act of a message about the picture, and its phrases that were not understood.

    Pure and quick (milliseconds); never raises for odd text. A message that asks for a trip is left to the planner:
    it comes back whole as not understood.
    """
    original = compose(text)
    plain = normalize(original)
    if not plain or is_trip_request(plain):
        return Reading(unknown=(original,) if original else ())
    act, spans = find_act(plain, context.versions)
    if act is not None and act.kind == "option" and (act.number or 0) > context.options:
        return Reading(unknown=(original[:500],))  # there is no such option
    rest = blank(plain, spans, "\0")
    if act is not None and act.kind == "question":
        return Reading(act=act)
    wishes, unknown = _wishes(rest, original, context.scene)
    if act is not None and (act.kind not in ("accept", "smalltalk") or not (wishes or unknown)):
        return Reading(wishes=wishes, act=act, unknown=unknown)
    if not wishes:
        return Reading(unknown=(original[:500],))
    return Reading(wishes=wishes, unknown=unknown)


def _wishes(plain: str, original: str, scene: Scene) -> tuple[tuple[Wish, ...], tuple[str, ...]]:
    spans, title = find_title(plain, original)
    marks, clauses = _clauses(plain, spans, titled=title is not None)
    page = decide(clauses, scene)
    wishes = [*page.wishes, *([title] if isinstance(title, SetTitle) else [])]
    if spans and title is None:
        page.unknown += spans
    corrected = any(word in plain for word in _CORRECTED)
    kept, extra = _settle(wishes, last=corrected)
    page.unknown += [page.spans[code] for code in extra if code in page.spans]
    return tuple(kept), _phrases(page.unknown, marks, original)


def _clauses(plain: str, spans: list[Span], *, titled: bool) -> tuple[list[Mark], list[Clause]]:
    masked = blank(plain, spans, "\0")
    frames = find_frames(masked)
    hues = find_hues(blank(masked, [(m.start, m.end) for m in frames], "\0"))
    ready = sorted([*frames, *hues], key=lambda mark: mark.start)
    marks = korean_marks(masked, ready) if is_korean(plain) else english_marks(masked, ready)
    if titled:
        for mark in marks:
            mark.kind = "fill" if mark.kind == "label" else mark.kind
    return marks, korean_clauses(marks) if is_korean(plain) else english_clauses(marks)


def _settle(wishes: list[Wish], *, last: bool) -> tuple[list[Wish], list[str]]:
    """Each wish once, and one of each slot: the first, or the last where the person corrected themselves."""
    kept: list[Wish] = []
    extra: list[str] = []
    for wish in reversed(wishes) if last else wishes:
        if wish.kind == "aspect":
            kept = [other for other in kept if other.kind != "aspect" or other.aspect not in _GENERIC]
        same = [other for other in kept if other.kind == wish.kind and wish.kind in _ONE_AT_A_TIME]
        if any(other.code() == wish.code() for other in kept):
            continue
        if same and not last:
            if not _alike(same[0].code(), wish.code()):
                extra.append(wish.code())
            continue
        if not same:
            kept.append(wish)
    return (kept[::-1] if last else kept), extra


def _alike(one: str, other: str) -> bool:
    """Two settings of one family, or two names of one aspect: no contradiction worth telling."""
    return one.partition("/")[0] == other.partition("/")[0] or one.startswith("aspect")


def _phrases(spans: list[Span], marks: list[Mark], original: str) -> tuple[str, ...]:
    """The spans as phrases in the person's words; those with only small words between them become one."""
    merged: list[Span] = []
    for start, end in sorted(set(spans)):
        if merged and (start <= merged[-1][1] or _only_small(marks, merged[-1][1], start)):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(dict.fromkeys(original[start:end].strip(" ,.!?") for start, end in merged))


def _only_small(marks: list[Mark], start: int, end: int) -> bool:
    return all(mark.kind in _BETWEEN for mark in marks if start <= mark.start < end)
