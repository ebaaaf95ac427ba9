"""Finding listed words and phrases in a sentence of either language, the longest first.

A `Lexicon` maps phrases to (facet, value). English phrases match stem by stem; a Korean one must begin its word
(or follow another found one) and be followed by particles, a travel verb or another found one. A phrase that is
listed with '~' at its end may be followed by anything ('조용~': 조용한, 조용하게).
"""

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass, replace

from wanderhue.agent.offline.tokens import HANGUL, LATIN, edits, fold, jamo, ko_stem, particle_chain, particles_at, stem

_VERBS = re.compile(
    r"(?:여행|여행지|투어|관광|가는|가고|가려|가요|가자|가서|가면|가볼|가도|갈|간다|갔|있는|있고|있나|좋은|"
    r"좋고|보러|보고|보면서|보이|볼|하는|하고|하러|"
    r"하기|하면|하며|하자|할|해서|해요|했|타고|타는|타러|탈|즐기|먹|마시|놀|구경|명소|맛집|코스|시즌|철|날씨|"
    r"풍경|느낌|분위기|근처|근교|시내|"
    r"주변|일대|출발|도착|한달|일주|휴가|데이트|산책|싫|별로|쪽|가족|당일|체험|중심|추천|떠나|걷|쉬|찍|다녀|"
    r"어때|어디|어떤|뷰|속|말)"
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A found phrase: `text[start:end]` means `value` of `facet`."""

    start: int
    end: int
    facet: str
    value: str
    guessed: bool = False
    """True when the spelling was corrected."""


class Lexicon:
    """Phrases and their meanings; one phrase may have several."""

    def __init__(self, entries: Iterable[tuple[str, str, str]]) -> None:
        self._en: dict[tuple[str, ...], list[tuple[str, str]]] = {}
        self._ko: dict[str, list[tuple[str, str]]] = {}
        self._open: set[str] = set()
        for phrase, facet, value in entries:
            self._add(phrase, facet, value)
        self._en_most = max((len(key) for key in self._en), default=0)
        self._ko_most = max((len(key) for key in self._ko), default=0)
        self._singles: dict[str, list[str]] = {}
        for key in self._en:
            if len(key) == 1 and len(key[0]) >= 5:
                self._singles.setdefault(key[0][0], []).append(key[0])
        self._jamo: dict[tuple[int, int], list[tuple[str, str]]] = {}
        for word in self._ko:
            if " " not in word and len(jamo(word)) >= 5:
                self._jamo.setdefault((len(word), len(jamo(word))), []).append((word, jamo(word)))

    def _add(self, phrase: str, facet: str, value: str) -> None:
        folded = fold(phrase)
        meaning = (facet, value)
        if not HANGUL.search(folded):
            key = tuple(stem(match.group()) for match in LATIN.finditer(folded))
            if key and meaning not in self._en.setdefault(key, []):
                self._en[key].append(meaning)
            return
        bare = folded.removesuffix("~")
        for spelling in {bare, bare.replace(" ", "")}:
            if meaning not in self._ko.setdefault(spelling, []):
                self._ko[spelling].append(meaning)
            if folded.endswith("~"):
                self._open.add(spelling)

    def find(self, text: str, *, known: Container[str] | None = None) -> list[Hit]:
        """The phrases of `text` in order. With `known` (stems of correct words) other words are also read as a listed
        one that a slip of the finger made of them."""
        folded = fold(text)
        hits = self._english(folded, known) + self._korean(folded, known)
        return sorted(hits, key=lambda hit: (hit.start, -hit.end))

    def _english(self, text: str, known: Container[str] | None) -> list[Hit]:
        tokens = list(LATIN.finditer(text))
        stems = [stem(token.group()) for token in tokens]
        hits: list[Hit] = []
        index = 0
        while index < len(tokens):
            most = min(self._en_most, len(tokens) - index)
            size = next((n for n in range(most, 0, -1) if tuple(stems[index : index + n]) in self._en), 0)
            key, guessed = tuple(stems[index : index + size]), False
            if not size and known is not None and stems[index] not in known and (near := self._near(stems[index])):
                key, size, guessed = (near,), 1, True
            for facet, value in self._en.get(key, []) if size else []:
                hits.append(Hit(tokens[index].start(), tokens[index + size - 1].end(), facet, value, guessed))
            index += max(size, 1)
        return hits

    def _near(self, word: str) -> str | None:
        if len(word) < 5:
            return None
        most = 1 if len(word) < 9 else 2
        near = [(edits(word, key, most), key) for key in self._singles.get(word[0], [])]
        best = min(near, default=(most + 1, ""))
        return best[1] if best[0] <= most else None

    def _korean(self, text: str, known: Container[str] | None) -> list[Hit]:
        hits: list[Hit] = []
        busy = 0
        for run in HANGUL.finditer(text):
            digits = re.search(r"\d+$", text[: run.start()])
            word = self._at(text, digits.start()) if digits else None
            start = digits.start() if digits and word else run.start()
            found = self._in_run(text, max(start, busy), run.end())
            if not found and known is not None and run.start() >= busy and ko_stem(run.group()) not in known:
                found = self._misspelt(text, run.start(), run.end())
            hits += found
            busy = max([busy, *(hit.end for hit in found)])
        return hits

    def _in_run(self, text: str, start: int, end: int) -> list[Hit]:
        hits: list[Hit] = []
        starts = [start]
        while starts:
            at = starts.pop(0)
            if at >= end:
                continue
            word = self._at(text, at)
            if word is None:
                continue
            stop = at + len(word)
            hits += [Hit(at, stop, facet, value) for facet, value in self._ko[word]]
            if stop >= end:
                break
            starts = [stop, *(stop + size for size in particles_at(text[stop:end]))]
        return hits

    def _at(self, text: str, at: int) -> str | None:
        for size in range(min(self._ko_most, len(text) - at), 0, -1):
            word = text[at : at + size]
            if word in self._ko and self._ends(text, word, at + size):
                return word
        return None

    def _ends(self, text: str, word: str, stop: int) -> bool:
        tail = HANGUL.match(text, stop)
        rest = tail.group() if tail else ""
        if word in self._open or particle_chain(rest):
            return True
        if len(word.replace(" ", "")) < 2:
            return any(rest.startswith(key) for key in self._ko if len(key) >= 2)
        if _VERBS.match(rest):
            return True
        skips = [0, *particles_at(rest)]
        return any(_VERBS.match(rest[skip:]) or self._begins(rest[skip:]) for skip in skips)

    def _begins(self, rest: str) -> bool:
        return any(rest[:size] in self._ko for size in range(min(self._ko_most, len(rest)), 1, -1))

    def _misspelt(self, text: str, start: int, end: int) -> list[Hit]:
        run = text[start:end]
        for size in range(min(len(run), 6), 1, -1):
            if not particle_chain(run[size:]):
                continue
            said = jamo(run[:size])
            for key, letters in self._jamo.get((size, len(said)), []):
                if _slip(said, letters):
                    return [Hit(start, start + size, facet, value, True) for facet, value in self._ko[key]]
        return []


_LOOKALIKE = {
    frozenset(pair)
    for pair in (
        "\u11ab\u11bc", "\u11ab\u11b7", "\u11bc\u11b7", "\u1162\u1166", "\u1165\u1167", "\u1169\u116d", "\u116c\u116b",
        "\u116c\u1170", "\u1168\u1166", "\u110c\u110e", "\u1100\u1101", "\u1109\u110a", "\u1107\u1108", "\u1103\u1104",
        "\u1165\u1169", "\u1161\u1163", "\u1174\u1175", "\u11a8\u11a9", "\u11ba\u11bb", "\u1100\u110f", "\u1103\u1110",
    )
}  # fmt: skip


def _slip(said: str, meant: str) -> bool:
    """Whether two spellings in jamo differ by one letter of those that fingers and ears confuse."""
    apart = [pair for pair in zip(said, meant, strict=True) if pair[0] != pair[1]]
    return len(apart) == 1 and frozenset(apart[0]) in _LOOKALIKE


def widest(hits: Iterable[Hit]) -> list[Hit]:
    """The hits without those that lie inside a longer one."""
    all_hits = list(hits)
    return [
        hit
        for hit in all_hits
        if not any(
            other.start <= hit.start and hit.end <= other.end and other.end - other.start > hit.end - hit.start
            for other in all_hits
        )
    ]


def moved(hit: Hit, by: int) -> Hit:
    """The hit shifted by some characters."""
    return replace(hit, start=hit.start + by, end=hit.end + by)
