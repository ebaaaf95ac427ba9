"""How each vendor's chat model is made from the settings: credentials and addresses in, a LangChain model out.

No client tries again by itself: attempts and waits are counted in one place (hear.py). Their own time limits are a
little longer than ours, so that ours tells.
"""

from functools import cache
from importlib import import_module
from typing import Any
from urllib.parse import parse_qs, urlsplit

from langchain_core.language_models import BaseChatModel

from wanderhue.agent.errors import BadSetup
from wanderhue.agent.settings import Settings

OWN_LIMIT_S = 5.0
"""How much longer than `planner_timeout` a client waits before it gives up by itself."""
EFFORT = "low"
"""How much OpenAI's reasoning models think: a person is waiting for the first card."""
OLLAMA_CONTEXT = 12288
"""Tokens. Ollama's default (4096) cuts the beginning off longer prompts without a word."""


def openai(model: str, settings: Settings) -> BaseChatModel:
    """OpenAI, or any server that speaks its chat API."""
    from langchain_openai import ChatOpenAI

    url = settings.planner_base_url or settings.openai_base_url
    # OpenAI's key is not for other people's servers, unless it was set together with their address.
    key = settings.planner_key or "none" if settings.planner_base_url else settings.openai_api_key
    _need(key, "OPENAI_API_KEY", "a key")
    options: dict[str, Any] = {"base_url": url, "use_responses_api": False} if url else {}
    return _with_effort(ChatOpenAI(model=model, **_openai_options(key, settings), **options), own=not url)


def azure_openai(deployment: str, settings: Settings) -> BaseChatModel:
    """Azure OpenAI by the route that the endpoint names: v1, or classic by deployment and API version."""
    from langchain_openai import AzureChatOpenAI, ChatOpenAI

    key, endpoint = settings.azure_openai_key, settings.azure_openai_endpoint
    _need(key, "AZURE_OPENAI_API_KEY", "a key")
    _need(endpoint, "AZURE_OPENAI_ENDPOINT", "the address of your resource")
    options = _openai_options(key, settings)
    route = urlsplit(endpoint)
    if route.path.startswith("/openai/v1"):
        v1 = f"{route.scheme}://{route.netloc}/openai/v1/"
        return ChatOpenAI(model=deployment, base_url=v1, use_responses_api=False, **options)
    version = parse_qs(route.query).get("api-version", [settings.azure_openai_api_version])[0]
    root = f"{route.scheme}://{route.netloc}{route.path.split('/openai')[0]}"  # people paste the whole target address
    return AzureChatOpenAI(azure_endpoint=root, azure_deployment=deployment, api_version=version, **options)


def bedrock_converse(model: str, settings: Settings) -> BaseChatModel:
    """Amazon Bedrock by its Converse API; the same region as for pictures."""
    from botocore.config import Config  # type: ignore[import-untyped]
    from botocore.exceptions import BotoCoreError  # type: ignore[import-untyped]
    from langchain_aws import ChatBedrockConverse

    limit = settings.planner_timeout + OWN_LIMIT_S
    given: dict[str, Any] = {
        "region_name": settings.aws_region,
        "credentials_profile_name": settings.aws_profile,
        "base_url": settings.bedrock_endpoint,
        "bedrock_api_key": settings.bedrock_key,
    }
    given = {name: value for name, value in given.items() if value} | _temperature(settings)
    config = Config(read_timeout=limit, connect_timeout=10, retries={"total_max_attempts": 1}, max_pool_connections=32)
    try:
        return ChatBedrockConverse(model=model, config=config, **given)
    except (BotoCoreError, ValueError) as error:
        words = "set BWB_REGION_NAME or AWS_REGION, and a profile or key of AWS"
        raise BadSetup(
            f"Amazon Bedrock cannot be used as it is set up: {words} ({' '.join(str(error).split())[:200]})"
        ) from error


def google_genai(model: str, settings: Settings) -> BaseChatModel:
    """Gemini."""
    package = import_module("langchain_google_genai")
    _need(settings.google_api_key, "GOOGLE_API_KEY", "a key")
    limit = settings.planner_timeout + OWN_LIMIT_S
    made: BaseChatModel = package.ChatGoogleGenerativeAI(
        model=model, google_api_key=settings.google_api_key, max_retries=0, timeout=limit, **_temperature(settings)
    )
    return made


def ollama(model: str, settings: Settings) -> BaseChatModel:
    """A model of one's own, served by Ollama."""
    from langchain_ollama import ChatOllama

    limit = {"timeout": settings.planner_timeout + OWN_LIMIT_S}
    host: dict[str, Any] = {"base_url": settings.ollama_host} if settings.ollama_host else {}
    return ChatOllama(model=model, num_ctx=OLLAMA_CONTEXT, client_kwargs=limit, **host, **_temperature(settings))


def _openai_options(key: str, settings: Settings) -> dict[str, Any]:
    """Clients of the model's own: LangChain's are shared by address and can't be closed."""
    from openai import DefaultAsyncHttpxClient, DefaultHttpxClient, Timeout
    from pydantic import SecretStr

    limit = Timeout(settings.planner_timeout + OWN_LIMIT_S, connect=10.0)
    return {
        "api_key": SecretStr(key),
        "max_retries": 0,
        "timeout": limit,
        "stream_usage": True,
        "http_client": DefaultHttpxClient(timeout=limit, verify=_tls()),
        "http_async_client": DefaultAsyncHttpxClient(timeout=limit, verify=_tls()),
        **_temperature(settings),
    }


@cache
def _tls() -> Any:
    """The default TLS context, made once: each takes 50 ms."""
    return import_module("httpx2").create_ssl_context()


def _temperature(settings: Settings) -> dict[str, Any]:
    return {} if settings.planner_temperature is None else {"temperature": settings.planner_temperature}


def _with_effort(model: Any, *, own: bool) -> BaseChatModel:
    """OpenAI's own reasoning models set to think little."""
    if own and EFFORT in ((model.profile or {}).get("reasoning_effort_levels") or ()):
        model.reasoning_effort = EFFORT
    return model  # type: ignore[no-any-return]


def _need(value: str, variable: str, what: str) -> None:
    if not value:
        raise BadSetup(f"{variable} is not set; this planner needs {what}")
