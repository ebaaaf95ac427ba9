"""The real clients of the fake servers, made from settings as for a person with that provider."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from langchain_core.language_models import BaseChatModel

from tests.agent.llm.servers.azure import AzureServer
from tests.agent.llm.servers.bedrock import BedrockServer
from tests.agent.llm.servers.ollama import OllamaServer
from tests.agent.llm.servers.openai import OpenAIServer
from tests.agent.llm.servers.wire import ChatServer
from wanderhue.agent.llm.models import close_model, make_chat_model
from wanderhue.agent.settings import Settings

SERVERS: dict[str, type[ChatServer]] = {
    "openai": OpenAIServer,
    "azure": AzureServer,
    "bedrock": BedrockServer,
    "ollama": OllamaServer,
}
MODELS = {
    "openai": "openai:gpt-5.6-luna",
    "azure": "azure_openai:trips",
    "bedrock": "bedrock_converse:amazon.nova-2-lite-v1:0",
    "ollama": "ollama:qwen3:8b",
}


def settings_of(server: ChatServer, **more: Any) -> Settings:
    """The settings of somebody who uses this server. Bedrock also wants AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY."""
    match server:
        case AzureServer():
            given = {"azure_openai_endpoint": server.root, "azure_openai_key": server.key}
        case OpenAIServer():
            given = {"openai_base_url": server.url, "openai_api_key": server.key}
        case BedrockServer():
            given = {"bedrock_endpoint": server.root, "aws_region": server.region}
        case _:
            given = {"ollama_host": server.root}
    name = next(name for name, kind in SERVERS.items() if type(server) is kind)
    return Settings.load({}, **{"planner": MODELS[name], **given, **more})


@asynccontextmanager
async def client_of(server: ChatServer, **more: Any) -> AsyncIterator[BaseChatModel]:
    """A model that asks this server, closed at the end."""
    settings = settings_of(server, **more)
    model = make_chat_model(settings.planner, settings)
    try:
        yield model
    finally:
        await close_model(model)
