"""What Wanderhue itself says, in both languages: one table, so that no sentence hides in code.

`say(key, lang, **slots)` fills a sentence. Numbers and names go in as slots; Korean particles after a slot are
chosen by `josa` where the sentence needs one.
"""

import json
from functools import cache
from importlib.resources import files


@cache
def _table() -> dict[str, dict[str, str]]:
    text = files("wanderhue.agent.data").joinpath("replies.json").read_text(encoding="utf-8")
    table: dict[str, dict[str, str]] = json.loads(text)
    return table


def say(key: str, lang: str, **slots: object) -> str:
    """The sentence `key` in 'ko' or 'en' (anything else: English) with its slots filled."""
    sentence = _table()[key]["ko" if lang == "ko" else "en"]
    return sentence.format(**slots)


def keys() -> list[str]:
    """Every key of the table."""
    return sorted(_table())


def josa(word: str, pair: str) -> str:
    """`word` with the fitting Korean particle of a pair such as '을/를', '이/가', '은/는', '으로/로'.

    The first of the pair follows a final consonant. '으로/로' takes 로 after ㄹ. Digits are read in Korean; a word
    that ends otherwise (Latin letters) is taken as ending in a vowel.
    """
    with_final, without = pair.split("/")
    last = word.rstrip(")]'\"”’ ")[-1:] or " "
    if "가" <= last <= "힣":
        final = (ord(last) - 0xAC00) % 28
    else:
        final = {"0": 21, "1": 8, "3": 16, "6": 1, "7": 8, "8": 8}.get(last, 0)
    if pair == "으로/로" and final == 8:
        return word + without
    return word + (with_final if final else without)
