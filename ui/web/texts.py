"""The words of the web floor in both languages, from texts.json."""

import json
from functools import cache
from importlib.resources import files


@cache
def table() -> dict[str, dict[str, str]]:
    """Every sentence: {key: {en, ko}}."""
    found: dict[str, dict[str, str]] = json.loads(
        files("wanderhue.ui.web").joinpath("texts.json").read_text(encoding="utf-8")
    )
    return found


def text(key: str, lang: str, **slots: object) -> str:
    """The sentence `key` in 'ko' or 'en' (anything else: English) with its slots filled."""
    return table()[key]["ko" if lang == "ko" else "en"].format(**slots)
