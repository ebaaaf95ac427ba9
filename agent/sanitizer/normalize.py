"""Views of a text with its disguises taken off, each remembering where every character came from.

Words are looked for in the views; what is kept, shown and rewritten is always the original. The order matters: hidden
tag characters are read first, separate Hangul letters are composed BEFORE compatibility normalisation, then invisible
characters and marks go, then look-alike letters inside words that mix scripts.
"""

import base64
import binascii
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from wanderhue.agent.sanitizer.hangul import Cell, attach, compose, is_letter, is_syllable

_FILLERS = "\u115f\u1160\u3164\uffa0"
_UNSEEN = ("Cc", "Cf", "Cs", "Co")
_KANA_MARKS = "\u3099\u309a"
_LOOKALIKES = dict(
    zip(
        "аАвВеЕкКмМнНоОрРсСтТуУхХіІјЈѕЅԁһոսցαβεικνορτυχγηωℓıʀɴɡɪᴏᴇᴀᴜᴅᴛ",
        "aabbeekkmmhhooppccttyyxxiijjssdhnugabeiknoptuxynwlirngioeaudt",
        strict=True,
    )
)
_LEET = str.maketrans("0134578@$!|+€", "oieastbasiite")
_LEET_WORD = re.compile(r"[a-z0-9@$!|+€]{3,}")
_BASE64 = re.compile(r"(?<![A-Za-z0-9+/=])[A-Za-z0-9+/_-]{12,}={0,2}(?![A-Za-z0-9+/=])")
_PUNCTUATED = re.compile(r"(?<=[a-z])[._\-*~^'’|]+(?=[a-z])|(?<=[가-힣])[0-9._\-*~^'’|/!@#]+(?=[가-힣])")
_SINGLES = re.compile(
    r"(?<![^\W_])[^\W\d_](?:[\W_]+[^\W\d_](?![^\W_])){2,}|(?<![가-힣])[가-힣](?:[\W_]+[가-힣](?![가-힣]))+"
)
_REPEATED = re.compile(r"([^\W\d_])\1{2,}")


@dataclass(frozen=True, slots=True)
class View:
    """A normalised text; character i stands for original[starts[i]:ends[i]].

    `loose`: words have lost their borders here, so a term may begin anywhere. `backwards`: read from the end.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    loose: bool = False
    backwards: bool = False

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original span of view[start:end]."""
        return min(self.starts[start:end]), max(self.ends[start:end])


def normalize(text: str) -> View:
    """The plain reading of a text, in lower case, without marks, invisible characters and look-alikes."""
    if text.isascii():
        return View(text.lower(), tuple(range(len(text))), tuple(range(1, len(text) + 1)))
    cells = compose([cell for i, char in enumerate(text) for cell in _early(char, i)])
    plain = [late for cell in cells for late in _late(cell)]
    return _view(_unmix(compose(plain)))


def views(text: str) -> Iterator[View]:
    """The plain view first, then one for each disguise that the text gives a reason to try."""
    plain = normalize(text)
    yield plain
    yield from _decoded(text)
    yield from _respelled(plain)
    punctuated = _keep(plain, _PUNCTUATED)
    if punctuated is not None:
        yield punctuated
    yield from _joined(plain)
    if not text.isascii() and any(is_letter(char) for char in plain.text):
        yield _view(attach(zip(plain.text, plain.starts, plain.ends, strict=True)))
    yield View(plain.text[::-1], plain.starts[::-1], plain.ends[::-1], backwards=True)


def visible(text: str, *, tags: bool = False) -> str:
    """The text without control and invisible characters; line breaks and emoji stay as they are.

    `tags` keeps the tag characters in which a hidden message can be written, for those who still have to read it.
    """
    if text.isascii() and text.isprintable():
        return text

    def stays(i: int, char: str) -> bool:
        if tags and 0xE0020 <= ord(char) <= 0xE007E:
            return True
        if char == "\u200d":  # it joins the parts of an emoji
            return 0 < i < len(text) - 1 and not text[i - 1].isalnum()
        return char in "\n\t" or (unicodedata.category(char) not in _UNSEEN and char not in _FILLERS)

    return "".join(char for i, char in enumerate(text) if stays(i, char))


def _early(char: str, at: int) -> Iterator[Cell]:
    """What must happen before Hangul is composed: hidden tags read, invisible characters dropped."""
    code = ord(char)
    if 0xE0020 <= code <= 0xE007E:
        yield chr(code - 0xE0000).lower(), at, at + 1
    elif char in "\n\t\r" or (char not in _FILLERS and unicodedata.category(char) not in _UNSEEN):
        yield char, at, at + 1


def _late(cell: Cell) -> Iterator[Cell]:
    """Compatibility forms opened, marks dropped (not those of kana), in lower case."""
    char, start, end = cell
    if is_syllable(char) or is_letter(char):
        yield cell
        return
    for part in unicodedata.normalize("NFKD", char).casefold():
        if part in _KANA_MARKS or unicodedata.category(part) not in ("Mn", "Me", "Cf"):
            yield part, start, end


def _unmix(cells: list[Cell]) -> list[Cell]:
    """Look-alikes as Latin letters, in words where they mix with Latin or where every letter is one."""
    out: list[Cell] = []
    i = 0
    while i < len(cells):
        j = i
        while j < len(cells) and cells[j][0].isalnum():
            j += 1
        word = cells[i:j]
        foreign = [cell for cell in word if cell[0] in _LOOKALIKES]
        if foreign and (len(foreign) == len(word) or any("a" <= cell[0] <= "z" for cell in word)):
            word = [(_LOOKALIKES.get(char, char), start, end) for char, start, end in word]
        out += word
        out += cells[j : j + 1]
        i = j + 1
    return out


def _view(cells: list[Cell], *, loose: bool = False) -> View:
    """Cells as a view; kana get their marks back."""
    merged: list[Cell] = []
    for char, start, end in cells:
        if char in _KANA_MARKS and merged:
            merged[-1] = (unicodedata.normalize("NFC", merged[-1][0] + char), merged[-1][1], end)
        else:
            merged.append((char, start, end))
    pieces = [(part, start, end) for char, start, end in merged for part in char]
    return View("".join(p[0] for p in pieces), tuple(p[1] for p in pieces), tuple(p[2] for p in pieces), loose)


def _decoded(text: str) -> Iterator[View]:
    """What base64 words say, if they say something readable."""
    for found in _BASE64.finditer(text):
        word = found[0].replace("-", "+").replace("_", "/").rstrip("=")
        try:
            said = base64.b64decode(word + "=" * (-len(word) % 4), validate=True).decode("utf-8")
        except (binascii.Error, UnicodeDecodeError):
            continue
        if said.isprintable():
            plain = normalize(said).text
            yield View(plain, (found.start(),) * len(plain), (found.end(),) * len(plain))


def _respelled(plain: View) -> Iterator[View]:
    """Digits and signs in place of letters ("p0ison"), and letters held down ("looong")."""
    leet = _unleet(plain.text)
    if leet != plain.text:
        yield View(leet, plain.starts, plain.ends)
        if "1" in plain.text:
            yield View(_unleet(plain.text, one="l"), plain.starts, plain.ends)
    if _REPEATED.search(plain.text):
        for keep in (1, 2):
            yield _pick(plain, _held(plain.text, keep))


def _unleet(text: str, *, one: str = "i") -> str:
    """Words of at least two letters with the digits and signs among them read as letters."""

    def read(found: re.Match[str]) -> str:
        word = found[0]
        letters = sum("a" <= char <= "z" for char in word)
        return word.replace("1", one).translate(_LEET) if 2 <= letters < len(word) else word

    return _LEET_WORD.sub(read, text)


def _held(text: str, keep: int) -> Callable[[int], bool]:
    """Tells which characters stay when runs of three or more are cut to `keep`."""
    gone = {i for m in _REPEATED.finditer(text) for i in range(m.start() + keep, m.end())}
    return lambda i: i not in gone


def _pick(plain: View, stays: Callable[[int], bool], *, loose: bool = False) -> View:
    kept = [i for i in range(len(plain.text)) if stays(i)]
    return View(
        "".join(plain.text[i] for i in kept),
        tuple(plain.starts[i] for i in kept),
        tuple(plain.ends[i] for i in kept),
        loose,
    )


def _keep(plain: View, gaps: re.Pattern[str]) -> View | None:
    """The view without what `gaps` matches, or None where nothing does."""
    gone = {i for m in gaps.finditer(plain.text) for i in range(m.start(), m.end())}
    return _pick(plain, lambda i: i not in gone) if gone else None


def _joined(plain: View) -> Iterator[View]:
    """Runs of single characters ("s e a") put together, wider gaps kept as spaces."""
    for run in _SINGLES.finditer(plain.text):
        at = run.start()
        text, start = run[0], at
        cells: list[Cell] = []
        gaps = list(re.finditer(r"[\W_]+", text))
        usual = min(len(m[0]) for m in gaps)
        where = {m.start(): m for m in gaps}
        i = 0
        while i < len(text):
            gap = where.get(i)
            if gap is None:
                cells.append((text[i], plain.starts[start + i], plain.ends[start + i]))
                i += 1
                continue
            if len(gap[0]) > usual:
                cells.append((" ", plain.starts[start + i], plain.ends[start + i]))
            i = gap.end()
        yield _view(cells, loose=True)
