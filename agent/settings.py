"""The settings: the one place that reads the environment. Explicit argument over environment over default.

`.env.example` and the README's table are generated from this class (see docs/generate.py) and tested. Keys are
read where their adapter needs them and never leave the process: `Settings.describe()` says only which name was found.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Literal

from wanderhue.agent.errors import BadSetup

Quality = Literal["draft", "standard", "fine"]
QUALITIES: tuple[Quality, ...] = ("draft", "standard", "fine")


def _setting(default: Any, env: str, doc: str, *also: str) -> Any:
    return field(default=default, metadata={"env": (env, *also), "doc": doc})


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set. Each field names its environment variable and says what it does."""

    planner: str = _setting(
        "offline", "WANDERHUE_PLANNER", "Who recommends trips and reads feedback: `offline` (built in, no key)."
    )
    painter: str = _setting(
        "illustrator", "WANDERHUE_PAINTER", "Who paints: `illustrator` (built in, free, no key, no GPU)."
    )
    data_dir: Path | None = _setting(
        None, "WANDERHUE_DATA_DIR", "Where conversations and pictures are kept. Default: the platform's data folder."
    )
    language: Literal["", "en", "ko"] = _setting(
        "", "WANDERHUE_LANGUAGE", "`en` or `ko`. Default: the language that you write in."
    )
    profile: str = _setting("family", "WANDERHUE_PROFILE", "The audience profile of the safety policy.")
    aspect: str = _setting("", "WANDERHUE_ASPECT", "The pictures' shape, such as `1:1`. Default: the profile's, 16:9.")
    quality: Quality = _setting(
        "standard", "WANDERHUE_QUALITY", "How large pictures are painted: `draft`, `standard` or `fine`."
    )
    pictures: int = _setting(1, "WANDERHUE_PICTURES", "How many pictures to paint at each step, 1 to 4.")
    preview: bool = _setting(
        False, "WANDERHUE_PREVIEW", "`1` pauses before every picture, to show the brief and the cost first."
    )
    daily_cap_usd: float = _setting(
        1.0, "WANDERHUE_DAILY_CAP_USD", "Paid painters stop and ask above this sum a day, in US dollars."
    )
    studio_auth: str = _setting(
        "",
        "WANDERHUE_STUDIO_AUTH",
        "Who may log in to the studio: `NAME:PASSWORD`, several with commas. Default: everybody, by a cookie.",
    )
    azure_openai_key: str = _setting(
        "", "AZURE_OPENAI_API_KEY", "Key of an Azure OpenAI resource (read, not used yet).", "AZURE_OPENAI_KEY"
    )
    azure_openai_endpoint: str = _setting(
        "", "AZURE_OPENAI_ENDPOINT", "Endpoint of an Azure OpenAI resource (read, not used yet)."
    )
    aws_profile: str = _setting("", "BWB_PROFILE_NAME", "AWS profile for Amazon Bedrock (read, not used yet).")
    aws_region: str = _setting("", "BWB_REGION_NAME", "AWS region for Amazon Bedrock (read, not used yet).")
    bedrock_endpoint: str = _setting("", "BWB_ENDPOINT_URL", "Endpoint for Amazon Bedrock (read, not used yet).")

    @classmethod
    def load(cls, environ: Mapping[str, str] | None = None, **explicit: Any) -> "Settings":
        """Read the environment (or a mapping), then apply the explicit arguments that are not None.

        Raises `BadSetup` naming the variable, its value and what would be accepted.
        """
        source = os.environ if environ is None else environ
        found: dict[str, Any] = {}
        for spec in fields(cls):
            for name in spec.metadata["env"]:
                if source.get(name, "").strip():
                    found[spec.name] = _parse(spec.name, source[name].strip(), name)
                    break
        known = {spec.name for spec in fields(cls)}
        unknown = set(explicit) - known
        if unknown:
            raise BadSetup(f"unknown setting {sorted(unknown)[0]!r}; known: {', '.join(sorted(known))}")
        settings = replace(cls(**found), **{key: value for key, value in explicit.items() if value is not None})
        return settings._checked()

    def _checked(self) -> "Settings":
        if not 1 <= self.pictures <= 4:
            raise BadSetup(f"WANDERHUE_PICTURES is {self.pictures}; use a number from 1 to 4")
        if self.language not in ("", "en", "ko"):
            raise BadSetup(f"WANDERHUE_LANGUAGE is {self.language!r}; use en or ko, or leave it out")
        if self.aspect and not re.fullmatch(r"\d{1,4}:\d{1,4}", self.aspect):
            raise BadSetup(f"WANDERHUE_ASPECT is {self.aspect!r}; use a shape such as 16:9, 1:1 or 9:16")
        if self.quality not in QUALITIES:
            raise BadSetup(f"WANDERHUE_QUALITY is {self.quality!r}; use {', '.join(QUALITIES)}")
        if self.daily_cap_usd < 0:
            raise BadSetup(f"WANDERHUE_DAILY_CAP_USD is {self.daily_cap_usd}; use 0 or more")
        return self

    def resolved_data_dir(self) -> Path:
        """The data folder: the one that was set, else the platform's."""
        if self.data_dir is not None:
            return Path(self.data_dir).expanduser()
        from platformdirs import user_data_path

        return user_data_path("wanderhue", appauthor=False)


def _parse(name: str, text: str, env: str) -> Any:
    try:
        if name == "data_dir":
            return Path(text)
        if name == "pictures":
            return int(text)
        if name == "daily_cap_usd":
            return float(text)
    except ValueError as error:
        raise BadSetup(f"{env} is {text!r}, which is not a number") from error
    if name == "preview":
        if text.lower() not in ("0", "1", "true", "false", "yes", "no"):
            raise BadSetup(f"{env} is {text!r}; use 1 or 0")
        return text.lower() in ("1", "true", "yes")
    return text


def found_keys(environ: Mapping[str, str] | None = None) -> list[str]:
    """The names (never the values) of set variables that carry keys or endpoints of providers."""
    source = os.environ if environ is None else environ
    names = [
        name
        for spec in fields(Settings)
        if spec.name.startswith(("azure", "aws", "bedrock"))
        for name in spec.metadata["env"]
    ]
    return [name for name in names if source.get(name, "").strip()]


def load_dotenv_here() -> Path | None:
    """Read `.env` of the working directory into the environment (set variables win). Command line and studio only."""
    path = Path.cwd() / ".env"
    if not path.is_file():
        return None
    from dotenv import load_dotenv

    load_dotenv(path, override=False)
    return path
