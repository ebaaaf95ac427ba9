"""What the studio itself says: one catalogue a language, and nothing said elsewhere. Replies are the graph's."""

import json
from functools import cache
from importlib.resources import files
from typing import Literal

from markupsafe import Markup, escape

Lang = Literal["en", "ko"]
LANGS: tuple[Lang, ...] = ("en", "ko")


@cache
def catalogue(lang: Lang) -> dict[str, str]:
    """Every string of a language by its key."""
    text = files("wanderhue.ui.studio").joinpath(f"words/{lang}.json").read_text(encoding="utf-8")
    table: dict[str, str] = json.loads(text)
    return table


def text(key: str, lang: Lang, **slots: object) -> str:
    """The sentence as plain text. Raises KeyError for a key that is not in the catalogue."""
    return catalogue(lang)[key].format(**slots)


def markup(key: str, lang: Lang, **slots: object) -> Markup:
    """The sentence for a page: slots are escaped unless they are markup themselves."""
    return Markup(escape(catalogue(lang)[key])).format(**slots)  # noqa: S704  (escaped on this line)


def lang_from(wish: str, accept: str = "") -> Lang:
    """'ko' or 'en': the wish, else the first of the two that a browser's Accept-Language names, else English."""
    if wish in LANGS:
        return "ko" if wish == "ko" else "en"
    for part in accept.lower().split(","):
        if part.strip().startswith("ko"):
            return "ko"
        if part.strip().startswith("en"):
            return "en"
    return "en"


def price_text(usd: float | None, lang: Lang) -> str:
    """`money`, or that it costs something (None)."""
    return text("cost_some", lang) if usd is None else money(usd, lang)


def money(usd: float, lang: Lang) -> str:
    """'$0.04' (three digits under a cent), or 'free'."""
    if not usd:
        return text("cost_free", lang)
    return f"${usd:.2f}" if usd >= 0.01 else f"${usd:.3f}"
