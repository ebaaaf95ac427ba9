"""Which chat model plans, by name or by the keys that are there, and the model itself.

The order of looking is the order of `VENDORS`. A key in the environment (or `.env`) is consent to spend; an AWS profile
on disk, credentials for all of AWS, or a model server that merely runs are not: those are named by hand.

What is found by its key is only told so far (`wanderhue doctor`, the studio's settings): until chat calls stand under
the daily cap, a model plans when it is named.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from wanderhue.agent.errors import BadSetup
from wanderhue.agent.settings import Settings, variable_of

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel


class ModelChoice(NamedTuple):
    """A model, and why this one."""

    name: str
    """'provider:model'."""
    why: str
    """The variable that decided; 'asked for' when no variable did."""
    base_url: str
    """Where it answers; '' for the provider's own address."""


@dataclass(frozen=True, slots=True)
class Vendor:
    """One provider: how it is found, and what is missing where it is not."""

    name: str
    keys: tuple[str, ...]
    """Settings any of which allows its use; none: it is used only when it is named."""
    needs: tuple[str, ...]
    """Settings that must be there as well."""
    model: str
    """The model when none is named; a setting's name in braces reads it from there."""
    address: tuple[str, ...]
    extra: str = ""
    """The extra of this package that brings its LangChain package; '' for the ones that always come."""


VENDORS: tuple[Vendor, ...] = (
    Vendor("openai", ("openai_api_key",), (), "gpt-5.6-luna", ("planner_base_url", "openai_base_url")),
    Vendor(
        "azure_openai",
        ("azure_openai_key",),
        ("azure_openai_endpoint", "azure_openai_deployment"),
        "{azure_openai_deployment}",
        ("azure_openai_endpoint",),
    ),
    Vendor("bedrock_converse", ("bedrock_key", "aws_profile"), (), "amazon.nova-2-lite-v1:0", ("bedrock_endpoint",)),
    Vendor("google_genai", ("google_api_key",), (), "gemini-3.8-flash", (), extra="google"),
    Vendor("ollama", (), (), "", ("ollama_host",), extra="ollama"),
)


def find_model(settings: Settings, environ: Mapping[str, str] | None = None) -> ModelChoice | None:
    """The chat model to plan with; None for the offline planner.

    A planner that is named decides (`offline` too, where WANDERHUE_PLANNER says it). Else the first vendor with a key.
    `environ` only tells the names of variables; None reads the real one's.
    """
    named = variable_of("planner", environ)
    if settings.planner not in ("offline", "auto"):
        vendor = _vendor(settings.planner.partition(":")[0])
        return ModelChoice(settings.planner, named or "asked for", _address(vendor, settings))
    if settings.planner == "offline" and named:
        return None
    for vendor in VENDORS:
        key = next((name for name in vendor.keys if getattr(settings, name)), "")
        if key and all(getattr(settings, name) for name in vendor.needs):
            model = vendor.model.format_map({name: getattr(settings, name) for name in vendor.needs})
            why = variable_of(key, environ) or "asked for"
            return ModelChoice(f"{vendor.name}:{model}", why, _address(vendor, settings))
    return None


def missing_pieces(settings: Settings, environ: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """A sentence for every key that was found and does not suffice."""
    said = []
    for vendor in VENDORS:
        key = next((name for name in vendor.keys if getattr(settings, name)), "")
        for need in vendor.needs if key else ():
            if not getattr(settings, need):
                found, wanted = variable_of(key, environ) or key, _variable(need)
                said.append(f"{found} was found, but {wanted} is not set; {vendor.name} needs both")
    if settings.planner_base_url and settings.planner == "offline":
        said.append("WANDERHUE_PLANNER_BASE_URL is set; name the model too: WANDERHUE_PLANNER=openai:<model>")
    if settings.ollama_host and settings.planner == "offline":
        said.append("OLLAMA_HOST is set; name the model too: WANDERHUE_PLANNER=ollama:<model>")
    return tuple(said)


def make_chat_model(name: str, settings: Settings) -> "BaseChatModel":
    """The chat model of that name, `provider:model`. BadSetup: the variable to set, or the extra to install."""
    provider, _, model = name.partition(":")
    vendor = _vendor(provider)
    if not model:
        known = ", ".join(each.name for each in VENDORS)
        raise BadSetup(f"the planner {name!r} is no provider:model, such as openai:gpt-5.6-luna; providers: {known}")
    try:
        if vendor is None:
            return _any_other(name, settings)
        from wanderhue.agent.llm import vendors

        make: Callable[[str, Settings], BaseChatModel] = getattr(vendors, vendor.name)
        return make(model, settings)
    except ImportError as error:
        extra = f"run pip install 'wanderhue[{vendor.extra}]'" if vendor and vendor.extra else str(error)
        raise BadSetup(f"the planner {name} needs a package that is not installed; {extra}") from error


async def close_model(model: Any) -> None:
    """Close the connections of a model that `make_chat_model` made. A model of somebody else's is theirs to close."""
    for name in ("http_async_client", "_async_client._client"):
        if close := getattr(_inner(model, name), "aclose", None):
            await close()
    for name in ("http_client", "_client._client", "client", "bedrock_client"):
        if close := getattr(_inner(model, name), "close", None):
            close()


def _any_other(name: str, settings: Settings) -> "BaseChatModel":
    """A provider that LangChain knows and we have no settings for: it reads its own variables."""
    from langchain.chat_models import init_chat_model

    given: dict[str, Any] = {"timeout": settings.planner_timeout, "max_retries": 0}
    if settings.planner_temperature is not None:
        given["temperature"] = settings.planner_temperature
    try:
        made: BaseChatModel = init_chat_model(name, **given)
    except ImportError:
        raise
    except Exception as error:
        raise BadSetup(f"the planner {name!r} cannot be made ({' '.join(str(error).split())[:200]})") from error
    return made


def _vendor(provider: str) -> Vendor | None:
    return next((vendor for vendor in VENDORS if vendor.name == provider), None)


def _address(vendor: Vendor | None, settings: Settings) -> str:
    values = (getattr(settings, name) for name in (vendor.address if vendor else ()))
    return next((value for value in values if value), "")


def _variable(setting: str) -> str:
    from dataclasses import fields

    return next(str(spec.metadata["env"][0]) for spec in fields(Settings) if spec.name == setting)


def _inner(value: Any, path: str) -> Any:
    for name in path.split("."):
        value = getattr(value, name, None)
    return value
