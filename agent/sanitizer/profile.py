"""Audience profiles: for whom pictures are made, as data in agent/data/profile_*.json.

A profile lists the categories that it keeps out, each with its name, the reason a person is shown and a safe scene to
offer instead. A category that is not listed is not kept out.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal

from wanderhue.agent.errors import BadSetup

Lang = Literal["en", "ko"]


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of content that a profile keeps out; every text by language ('en', 'ko')."""

    name: Mapping[str, str]
    why: Mapping[str, str]
    suggestion: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class AudienceProfile:
    """For whom pictures are made: what is kept out, and what every brief is told."""

    name: str
    audience: Mapping[str, str]
    brief: str
    """English words for the image model, to stand in every brief."""
    in_color: bool
    aspect: str
    """The aspect when nobody asks for one, as 'width:height'."""
    categories: Mapping[str, Category]

    @classmethod
    def load(cls, name: str) -> "AudienceProfile":
        """The profile of that name. BadSetup: there is none, or its file is not one."""
        return _load(name)


@cache
def _load(name: str) -> AudienceProfile:
    file = resources.files("wanderhue.agent.data").joinpath(f"profile_{name}.json")
    if not re.fullmatch(r"[a-z][a-z0-9_]{0,30}", name) or not file.is_file():
        raise BadSetup(f"there is no audience profile named {name!r}; 'family' is the default")
    try:
        return parse_profile(json.loads(file.read_text(encoding="utf-8")))
    except (KeyError, TypeError, ValueError) as error:
        raise BadSetup(f"the audience profile {name!r} cannot be read: {error}") from error


def parse_profile(data: Mapping[str, Any]) -> AudienceProfile:
    """A profile from its plain form. KeyError, TypeError: something is missing or of the wrong kind."""
    categories = {name: Category(c["name"], c["why"], c["suggestion"]) for name, c in data["categories"].items()}
    return AudienceProfile(
        name=data["name"],
        audience=data["for"],
        brief=data["brief"],
        in_color=data["in_color"],
        aspect=data["aspect"],
        categories=categories,
    )
