"""One spelling of a message, character for character, so that every span still points into the person's own words."""

import re
import unicodedata

_SAME = str.maketrans(
    {"’": "'", "‘": "'", "´": "'", "`": "'", "“": '"', "”": '"', "„": '"', "×": "x", "–": "-", "—": ",", "…": "."}
)
_SENTENCE = re.compile(r"(?<=[.!?。])\s+|\n+")


def compose(text: str) -> str:
    """The message as it is kept and quoted: composed Hangul (NFC), no line breaks at the ends."""
    return unicodedata.normalize("NFC", text).strip()


def normalize(text: str) -> str:
    """`text` in lower case with plain quotes and digits; always as long as `text`."""
    plain = "".join(_fold(char) for char in text)
    return re.sub("[-=]>", "to", plain.translate(_SAME))


def _fold(char: str) -> str:
    if char.isascii():
        return char.lower()
    if "ㄱ" <= char <= "ㅣ":
        return char  # ㅋㅋ, ㅠㅠ: NFKC would make them letters of syllables
    folded = unicodedata.normalize("NFKC", char).lower()
    return folded if len(folded) == 1 else char


def is_korean(text: str) -> bool:
    """Whether Hangul carries the message."""
    return bool(re.search("[가-힣]", text))


def sentences(text: str) -> list[tuple[int, int]]:
    """The spans of the sentences of `text`."""
    spans, start = [], 0
    for gap in _SENTENCE.finditer(text):
        spans.append((start, gap.start()))
        start = gap.end()
    spans.append((start, len(text)))
    return [(a, b) for a, b in spans if text[a:b].strip()]


def blank(text: str, spans: list[tuple[int, int]], fill: str) -> str:
    """`text` with each span overwritten by `fill`."""
    for start, end in spans:
        text = text[:start] + fill * (end - start) + text[end:]
    return text
