"""Letters and words: folding, light stems in both languages, Korean endings, jamo, and how far two spellings are apart.

No tokenizer with a dictionary: Korean words end in particles that a short pattern can take off, English ones in
plural endings. What the words mean is `words.py`.
"""

import re
import unicodedata
from functools import lru_cache

JOSA = (
    "에서부터|에서는|에서도|에서의|에서|에게|한테|께서|으로는|으로도|으로|로는|로도|로|까지|부터|이랑은|랑은|"
    "이랑|랑|하고|하구|처럼|"
    "보다는|보다|마다|밖에|뿐|만의|만|은|는|이나|이든|든지|든|이라도|라도|이라|이며|이고|이면|이|가|을|를|의|"
    "에는|에도|에만|에|와|과|도|나|"
    "들끼리|끼리|들|쯤에|쯤|정도|쪽으로|쪽에|쪽은|쪽|님|요|이요|예요|이에요|인데요|인데|인|입니다|이다|야|"
    "이야|여|께|같은|같이|위주로|위주|중심|"
    "말고요|말고|말구|빼고|제외|대신|없는|없이|싶어"
)
_CHAIN = re.compile(rf"(?:{JOSA}){{0,4}}$")
_ONE = re.compile(rf"(?:{JOSA})")
_STRIP = re.compile(
    r"(?:에서|에게|한테|으로|로|까지|부터|이랑|랑|하고|처럼|보다|마다|은|는|이나|이|가|을|를|의|에|와|과|도|나|"
    r"들|만|쯤|쪽|요)$"
)
_EOMI = re.compile(
    r"(?:하고|하는|하러|해서|했던|하며|하면|할|해|한|하기|되는|있는|없는|스러운|스럽게|롭게|로운|운|은|는|던|고|"
    r"며|게|지|다|요|서)$"
)
LATIN = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+")
HANGUL = re.compile(r"[가-힣]+")


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    if "가" <= char <= "힣":
        return char
    base = unicodedata.normalize("NFKD", char)[0].lower()
    return {"’": "'", "‘": "'", "`": "'"}.get(char, base if len(base) == 1 else char)


def fold(text: str) -> str:
    """The text in small letters without accents, the same length: 'Québec' -> 'quebec'. Hangul stays composed."""
    return "".join(map(_fold_char, unicodedata.normalize("NFC", text)))


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """An English word without its plural or possessive ending."""
    word = word.removesuffix("'s").removesuffix("'")
    if len(word) < 4 or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") else word


def particle_chain(rest: str) -> bool:
    """Whether what follows a Korean noun inside its word is nothing, or only particles."""
    return _CHAIN.match(rest) is not None


def particles_at(rest: str) -> list[int]:
    """The lengths of the particles with which `rest` may begin, the longest first."""
    found = {len(match.group()) for match in [_ONE.match(rest)] if match}
    found |= {size for size in (1, 2, 3) if _ONE.fullmatch(rest[:size])}
    return sorted(found, reverse=True)


@lru_cache(maxsize=8192)
def ko_stem(word: str) -> str:
    """A Korean word with one particle or ending taken off; at least two syllables stay."""
    for pattern in (_STRIP, _EOMI):
        cut = pattern.sub("", word)
        if cut != word and len(cut) >= 2:
            return cut
    return word


def terms(text: str) -> list[str]:
    """The terms by which texts are compared: stems, and Korean pairs of syllables."""
    folded = fold(text)
    found = [stem(match.group()) for match in LATIN.finditer(folded)]
    for match in HANGUL.finditer(folded):
        word = ko_stem(match.group())
        found.append(word)
        found += [word[index : index + 2] for index in range(len(word) - 1) if len(word) > 2]
    return found


_VERBAL = re.compile(
    r"(?:겠|싶|할지|을지|는지|은지|은데|는데|운데|인데|어요|아요|해요|네요|까요|나요|세요|래요|군요|거든|니까|"
    r"지만|어서|아서|해서|어야|아야|야|지|고|면|자|래|까|네|요|다|줘|해|어|아|죠)$"
)


def whole_words(text: str) -> list[str]:
    """Stems of the words that are not verbs, without pairs of syllables."""
    folded = fold(text)
    korean = [match.group() for match in HANGUL.finditer(folded)]
    nouns = [ko_stem(word) for word in korean if not _VERBAL.search(word) or particle_chain(word[2:])]
    return [*(stem(match.group()) for match in LATIN.finditer(folded)), *(word for word in nouns if len(word) > 1)]


def jamo(text: str) -> str:
    """Hangul taken apart into letters, each one code point."""
    return unicodedata.normalize("NFD", text)


def edits(one: str, other: str, most: int) -> int:
    """Optimal string alignment distance (insert, delete, replace, swap neighbors), or `most + 1` when it is more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, left in enumerate(one, 1):
        line = [row]
        for column, right in enumerate(other, 1):
            cost = min(line[-1] + 1, last[column] + 1, last[column - 1] + (left != right))
            if before and row > 1 and column > 1 and left == other[column - 2] and right == one[row - 2]:
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        if min(line) > most:
            return most + 1
        before, last = last, line
    return last[-1]
