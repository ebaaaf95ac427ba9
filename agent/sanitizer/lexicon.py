"""The words that matter, matched AS WORDS: data in agent/data/lexicon_*.json, engine here.

A lexicon maps a group ("violence", "person", "fine" ...) to its terms. How a term is written says how it matches:

    corpse*      an English noun: also its plural and possessive
    strangle+    an English verb: also -s, -ed, -ing
    decapit-     a Latin-script word that begins so
    목을 조르     Hangul: begins at the start of a word, whatever follows (endings and particles); the space is optional
    칼=          Hangul: a whole word, with or without a particle
    ~야동        Hangul: anywhere
    Chinese and Japanese terms match anywhere.

Longer matches of the group "fine" (place names, dishes, idioms) silence what lies inside them.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from wanderhue.agent.sanitizer.hangul import is_syllable
from wanderhue.agent.sanitizer.normalize import View, normalize
from wanderhue.agent.sanitizer.spans import Cover, Span

FINE = "fine"
_TOKEN = re.compile(r"[^\W_\u1100-\u11ff\u3040-\u9fff\uac00-\ud7a3\uf900-\ufaff]+")
_WORD_GAP = re.compile(r"[\s\-'’]{1,3}\Z")
_FINE_GAP = re.compile(r"[\s\-'’,&]{1,3}\Z")
_PARTICLES = re.compile(
    r"(?:을|를|이|가|은|는|의|에|로|으로|과|와|도|만|들|들이|들을|들의|에서|까지|부터|처럼|같은|이나|나|랑|이랑|에게|한테)?(?![가-힣])"
)
_EVERYDAY = frozenset({"and", "are", "beach", "draw", "for", "from", "his", "her", "its", "the", "their", "with"})
_SHORTEST_LOOSE = 5
_LATIN_PREFIX = 4


@dataclass(frozen=True, slots=True)
class Hit:
    """A term found in a view: its group, the language of its list, where it stands there and in the original."""

    group: str
    lang: str
    start: int
    end: int
    span: Span

    def gap(self, other: "Hit") -> int:
        """Characters between two hits of one view; negative where they overlap."""
        return max(self.start, other.start) - min(self.end, other.end)


@dataclass(slots=True)
class Lexicon:
    """All terms of all languages, indexed for one pass over a text."""

    phrases: dict[str, list[tuple[tuple[str, ...], str, str]]] = field(default_factory=dict)
    prefixes: dict[str, tuple[str, str]] = field(default_factory=dict)
    longest_prefix: int = 0
    glyphs: dict[str, list[tuple[str, str, str, str]]] = field(default_factory=dict)
    loose: dict[str, list[tuple[str, str, str]]] = field(default_factory=dict)

    def add(self, term: str, group: str, lang: str) -> None:
        """Index one term, written as the module's docstring says."""
        if any("\u3040" <= char <= "\u9fff" or is_syllable(char) for char in term):
            self._add_glyphs(term, group, lang)
            return
        forms = _english_forms(term)
        for form in forms:
            words = tuple(_TOKEN.findall(normalize(form.rstrip("-")).text))
            if form.endswith("-") and len(words) == 1:
                self.prefixes[words[0]] = (group, lang)
                self.longest_prefix = max(self.longest_prefix, len(words[0]))
            else:
                self.phrases.setdefault(words[0], []).append((words, group, lang))
        joined = "".join(_TOKEN.findall(normalize(forms[0].rstrip("-")).text))
        if len(joined) >= _SHORTEST_LOOSE and group != FINE:
            self.loose.setdefault(joined[:3], []).append((joined, group, lang))

    def _add_glyphs(self, term: str, group: str, lang: str) -> None:
        asian = not any(is_syllable(char) for char in term)
        mode = "any" if asian or term.startswith("~") else "word" if term.endswith("=") else "start"
        bare = normalize(term.strip("~=")).text
        for form in {bare, bare.replace(" ", "")}:
            self.glyphs.setdefault(form[0], []).append((form, mode, group, lang))

    def hits(self, view: View, silenced: Iterable[Span] = ()) -> tuple[list[Hit], list[Span]]:
        """Every term in a view, in order, and the original spans of its fine phrases.

        Terms inside fine phrases, of this view or of the spans in `silenced`, are left out.
        """
        found = list(self._words(view)) + list(self._glyphs(view))
        if view.loose:
            found += self._anywhere(view)
        fine = [hit for hit in found if hit.group == FINE]
        quiet = [*silenced, *(hit.span for hit in fine)]
        cover = Cover(quiet)
        kept = [hit for hit in found if hit.group != FINE and hit.span not in cover]
        return sorted(kept, key=lambda hit: (hit.start, -hit.end)), quiet

    def known(self, text: str) -> int:
        """How many words of three letters and more in a text are everyday English or in its lexicon."""
        words = (word for word in _TOKEN.findall(text) if len(word) > 2)
        return sum(word in _EVERYDAY or any(lang == "en" for *_, lang in self.phrases.get(word, ())) for word in words)

    def _words(self, view: View) -> Iterator[Hit]:
        """Latin-script terms: whole words, phrases across single gaps, and marked beginnings of words."""
        tokens = [(m[0], m.start(), m.end()) for m in _TOKEN.finditer(view.text)]
        for i, (word, start, end) in enumerate(tokens):
            for words, group, lang in self.phrases.get(word, ()):
                last = _phrase_end(view.text, tokens, i, words, _FINE_GAP if group == FINE else _WORD_GAP)
                if last is not None:
                    yield Hit(group, lang, start, last, view.span(start, last))
            for size in range(_LATIN_PREFIX, min(len(word), self.longest_prefix) + 1):
                known = self.prefixes.get(word[:size])
                if known:
                    yield Hit(*known, start, end, view.span(start, end))

    def _glyphs(self, view: View) -> Iterator[Hit]:
        """Hangul, Chinese and Japanese terms."""
        text = view.text
        if text.isascii():
            return
        for i, char in enumerate(text):
            for form, mode, group, lang in self.glyphs.get(char, ()):
                if not text.startswith(form, i):
                    continue
                starts = i == 0 or not is_syllable(text[i - 1]) or not is_syllable(char)
                end = i + len(form)
                loose = view.loose and len(form) > 1
                if mode == "any" or loose or (starts and (mode == "start" or _PARTICLES.match(text, end))):
                    yield Hit(group, lang, i, end, view.span(i, end))

    def _anywhere(self, view: View) -> Iterator[Hit]:
        """Latin terms of some length, in a view that has lost its word borders."""
        for i in range(len(view.text) - 2):
            for joined, group, lang in self.loose.get(view.text[i : i + 3], ()):
                if view.text.startswith(joined, i):
                    yield Hit(group, lang, i, i + len(joined), view.span(i, i + len(joined)))


@cache
def lexicon() -> Lexicon:
    """The lexicon of all languages, read once a process."""
    out = Lexicon()
    for file in sorted(resources.files("wanderhue.agent.data").iterdir(), key=lambda file: file.name):
        if file.name.startswith("lexicon_") and file.name.endswith(".json"):
            data = json.loads(file.read_text(encoding="utf-8"))
            for group, terms in data["groups"].items():
                for term in terms:
                    out.add(term, group, data["lang"])
    return out


def _phrase_end(
    text: str, tokens: list[tuple[str, int, int]], i: int, words: tuple[str, ...], gap: re.Pattern[str]
) -> int | None:
    """Where a phrase that begins at token i ends, or None where it does not stand there."""
    for k in range(1, len(words)):
        if i + k >= len(tokens) or tokens[i + k][0] != words[k]:
            return None
        if not gap.match(text, tokens[i + k - 1][2], tokens[i + k][1]):
            return None
    return tokens[i + len(words) - 1][2]


def _english_forms(term: str) -> list[str]:
    """A term with its inflections, as its last character asks for."""
    if term.endswith("*"):
        noun = term[:-1]
        plural = noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in "aeiou" else noun + "s"
        return [noun, plural, noun + "es"]
    if term.endswith("+"):
        verb = term[:-1]
        stem = verb[:-1] if verb.endswith("e") else verb
        past = verb[:-1] + "ied" if verb.endswith("y") else stem + "ed"
        return [verb, verb + "s", verb + "es", past, stem + "ing", stem + stem[-1] + "ed", stem + stem[-1] + "ing"]
    return [term]
