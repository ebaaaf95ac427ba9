"""What calls cost: tokens as the provider counts them, US dollars by the dated table agent/data/chat_prices.json."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of one or several calls; `usd` is None when a price is not known, 0 where the model is one's own."""

    input_tokens: int = 0
    """All of the prompt, from the cache or not."""
    output_tokens: int = 0
    cached_tokens: int = 0
    """Of the input: what came from the provider's prompt cache."""
    usd: float | None = 0.0

    def __add__(self, other: "Usage") -> "Usage":
        usd = None if self.usd is None or other.usd is None else self.usd + other.usd
        return Usage(
            self.input_tokens + other.input_tokens,
            self.output_tokens + other.output_tokens,
            self.cached_tokens + other.cached_tokens,
            usd,
        )


@dataclass(frozen=True, slots=True)
class Price:
    """US dollars per million tokens."""

    name: str
    input: float
    output: float
    cached: float | None
    read: str
    """When it was read (a date)."""
    source: str


@cache
def prices() -> tuple[Price, ...]:
    """The table."""
    text = files("wanderhue.agent.data").joinpath("chat_prices.json").read_text(encoding="utf-8")
    return tuple(Price(**row) for row in json.loads(text)["models"])


def price_of(model: str) -> Price | None:
    """The price of a model by its name, also with a region (`us.`), a path (`models/`) or a date around it."""
    name = model.lower().rsplit("/", 1)[-1]
    region, _, rest = name.partition(".")
    if region in ("us", "eu", "apac", "global", "jp", "au", "ca"):
        name = rest
    fitting = [price for price in prices() if name.startswith(price.name)]
    return max(fitting, key=lambda price: len(price.name), default=None)


def usage_of(counted: Any, model: str, *, free: bool = False) -> Usage:
    """The usage of one call from LangChain's `usage_metadata`; None counts as nothing known, at a price not known."""
    if not counted:
        return Usage(usd=0.0 if free else None)
    before, after = int(counted.get("input_tokens") or 0), int(counted.get("output_tokens") or 0)
    cached = int((counted.get("input_token_details") or {}).get("cache_read") or 0)
    price = price_of(model)
    if free or price is None:
        return Usage(before, after, cached, 0.0 if free else None)
    cached_price = price.input if price.cached is None else price.cached
    usd = ((before - cached) * price.input + cached * cached_price + after * price.output) / 1e6
    return Usage(before, after, cached, round(usd, 8))
