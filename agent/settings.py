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


def _setting(default: Any, env: str, doc: str, *also: str, secret: bool = False) -> Any:
    return field(default=default, repr=not secret, metadata={"env": (env, *also), "doc": doc})


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set. Each field names its environment variable and says what it does."""

    planner: str = _setting(
        "offline",
        "WANDERHUE_PLANNER",
        "Who recommends trips and reads feedback: `offline` (built in, no key) or a chat model as `provider:model`.",
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
        secret=True,
    )
    planner_base_url: str = _setting(
        "", "WANDERHUE_PLANNER_BASE_URL", "Address of a server that speaks OpenAI's chat API, for `openai:` planners."
    )
    planner_key: str = _setting("", "WANDERHUE_PLANNER_KEY", "Key of that server, if it wants one.", secret=True)
    planner_temperature: float | None = _setting(
        None,
        "WANDERHUE_PLANNER_TEMPERATURE",
        "How freely the planner's model writes, 0 to 2. Default: the model's own.",
    )
    planner_timeout: float = _setting(
        60.0, "WANDERHUE_PLANNER_TIMEOUT", "Seconds to wait for an answer of the planner's model, or in its silences."
    )
    openai_api_key: str = _setting("", "OPENAI_API_KEY", "Key for OpenAI's models.", secret=True)
    openai_base_url: str = _setting(
        "", "OPENAI_BASE_URL", "Another address that takes this key. Default: OpenAI's.", "OPENAI_API_BASE"
    )
    azure_openai_key: str = _setting(
        "", "AZURE_OPENAI_API_KEY", "Key of an Azure OpenAI resource.", "AZURE_OPENAI_KEY", secret=True
    )
    azure_openai_endpoint: str = _setting(
        "", "AZURE_OPENAI_ENDPOINT", "Its endpoint; one that ends in `/openai/v1/` is used by the v1 route."
    )
    azure_openai_deployment: str = _setting(
        "",
        "AZURE_OPENAI_DEPLOYMENT",
        "Its chat deployment, for when no planner is named.",
        "AZURE_OPENAI_CHAT_DEPLOYMENT",
    )
    azure_openai_api_version: str = _setting(
        "2024-10-21", "AZURE_OPENAI_API_VERSION", "The API version of its classic route.", "OPENAI_API_VERSION"
    )
    aws_profile: str = _setting("", "BWB_PROFILE_NAME", "AWS profile for Amazon Bedrock; naming one allows its use.")
    aws_region: str = _setting(
        "", "BWB_REGION_NAME", "AWS region for Amazon Bedrock.", "AWS_REGION", "AWS_DEFAULT_REGION"
    )
    bedrock_endpoint: str = _setting("", "BWB_ENDPOINT_URL", "Another endpoint for Amazon Bedrock.")
    bedrock_key: str = _setting("", "AWS_BEARER_TOKEN_BEDROCK", "API key for Amazon Bedrock.", secret=True)
    google_api_key: str = _setting(
        "", "GOOGLE_API_KEY", "Key for Gemini (`pip install wanderhue[google]`).", "GEMINI_API_KEY", secret=True
    )
    ollama_host: str = _setting(
        "", "OLLAMA_HOST", "Where Ollama listens (`pip install wanderhue[ollama]`). Default: this machine, port 11434."
    )

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
        if not 0 <= (self.planner_temperature or 0) <= 2:
            raise BadSetup(f"WANDERHUE_PLANNER_TEMPERATURE is {self.planner_temperature}; use a number from 0 to 2")
        if self.planner_timeout <= 0:
            raise BadSetup(f"WANDERHUE_PLANNER_TIMEOUT is {self.planner_timeout}; use more than 0 seconds")
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
        if name in ("daily_cap_usd", "planner_temperature", "planner_timeout"):
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
        if spec.name.startswith(("openai", "azure", "aws", "bedrock", "google", "ollama", "planner_"))
        and spec.name not in ("planner_temperature", "planner_timeout")
        for name in spec.metadata["env"]
    ]
    return [name for name in names if source.get(name, "").strip()]


def variable_of(setting: str, environ: Mapping[str, str] | None = None) -> str:
    """The name of the variable that a setting is read from, as things stand; '' when none of its names is set."""
    source = os.environ if environ is None else environ
    names = next(spec.metadata["env"] for spec in fields(Settings) if spec.name == setting)
    return next((name for name in names if source.get(name, "").strip()), "")


def load_dotenv_here() -> Path | None:
    """Read `.env` of the working directory into the environment (set variables win). Command line and studio only."""
    path = Path.cwd() / ".env"
    if not path.is_file():
        return None
    from dotenv import load_dotenv

    load_dotenv(path, override=False)
    return path
