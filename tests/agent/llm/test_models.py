"""Which model is found by which settings, what it is made with, and what is said where something is missing."""

import sys
from typing import Any

import pytest

from tests.agent.llm.clients import client_of
from tests.agent.llm.servers.azure import AzureServer
from tests.agent.llm.servers.openai import OpenAIServer
from tests.agent.llm.trips import GOOD, ask_trips
from wanderhue.agent.errors import BadSetup, PlannerSetup
from wanderhue.agent.llm.memory import place_of
from wanderhue.agent.llm.models import VENDORS, close_model, find_model, make_chat_model, missing_pieces
from wanderhue.agent.settings import Settings

AZURE = {"AZURE_OPENAI_KEY": "k", "AZURE_OPENAI_ENDPOINT": "https://x.test", "AZURE_OPENAI_DEPLOYMENT": "trips"}


def found(environ: dict[str, str], **explicit: Any) -> tuple[str, str, str] | None:
    return find_model(Settings.load(environ, **explicit), environ)


@pytest.mark.parametrize(
    ("environ", "choice"),
    [
        ({}, None),
        ({"OPENAI_API_KEY": "k"}, ("openai:gpt-5.6-luna", "OPENAI_API_KEY", "")),
        (
            {"OPENAI_API_KEY": "k", "OPENAI_BASE_URL": "http://127.0.0.1:1/v1"},
            ("openai:gpt-5.6-luna", "OPENAI_API_KEY", "http://127.0.0.1:1/v1"),
        ),
        (AZURE, ("azure_openai:trips", "AZURE_OPENAI_KEY", "https://x.test")),
        ({**AZURE, "OPENAI_API_KEY": "k"}, ("openai:gpt-5.6-luna", "OPENAI_API_KEY", "")),
        ({**AZURE, "AZURE_OPENAI_DEPLOYMENT": ""}, None),
        (
            {"AWS_BEARER_TOKEN_BEDROCK": "k"},
            ("bedrock_converse:amazon.nova-2-lite-v1:0", "AWS_BEARER_TOKEN_BEDROCK", ""),
        ),
        ({"BWB_PROFILE_NAME": "me"}, ("bedrock_converse:amazon.nova-2-lite-v1:0", "BWB_PROFILE_NAME", "")),
        ({"AWS_PROFILE": "me", "AWS_ACCESS_KEY_ID": "k", "AWS_REGION": "eu-west-1"}, None),
        ({"GEMINI_API_KEY": "k"}, ("google_genai:gemini-3.8-flash", "GEMINI_API_KEY", "")),
        ({"OLLAMA_HOST": "http://127.0.0.1:11434"}, None),
        ({"OPENAI_API_KEY": "k", "WANDERHUE_PLANNER": "offline"}, None),
        (
            {"OPENAI_API_KEY": "k", "WANDERHUE_PLANNER": "ollama:qwen3:8b", "OLLAMA_HOST": "http://h"},
            ("ollama:qwen3:8b", "WANDERHUE_PLANNER", "http://h"),
        ),
    ],
)
def test_the_first_explicit_key_decides_and_a_named_planner_before_it(
    environ: dict[str, str], choice: tuple[str, str, str] | None
) -> None:
    assert found(environ) == choice


def test_a_planner_that_a_program_names_wins_and_auto_looks_for_keys() -> None:
    environ = {"OPENAI_API_KEY": "k", "WANDERHUE_PLANNER": "auto"}
    assert found(environ) == ("openai:gpt-5.6-luna", "OPENAI_API_KEY", "")
    assert found({}, planner="openai:local") == ("openai:local", "asked for", "")
    assert found({}, openai_api_key="k") == ("openai:gpt-5.6-luna", "asked for", "")


def test_what_is_found_but_does_not_suffice_is_said() -> None:
    def said(environ: dict[str, str]) -> tuple[str, ...]:
        return missing_pieces(Settings.load(environ), environ)

    assert said({"OPENAI_API_KEY": "k"}) == ()
    assert said({**AZURE, "AZURE_OPENAI_DEPLOYMENT": ""}) == (
        "AZURE_OPENAI_KEY was found, but AZURE_OPENAI_DEPLOYMENT is not set; azure_openai needs both",
    )
    assert "WANDERHUE_PLANNER=ollama:<model>" in said({"OLLAMA_HOST": "h"})[0]
    assert "WANDERHUE_PLANNER=openai:<model>" in said({"WANDERHUE_PLANNER_BASE_URL": "h"})[0]


@pytest.mark.parametrize(
    ("name", "given", "words"),
    [
        ("gpt-5.6-luna", {}, "no provider:model, such as openai:"),
        ("openai:gpt-5.6-luna", {}, "OPENAI_API_KEY is not set"),
        ("azure_openai:trips", {}, "AZURE_OPENAI_API_KEY is not set"),
        ("azure_openai:trips", {"azure_openai_key": "k"}, "AZURE_OPENAI_ENDPOINT is not set"),
        ("nobody:x", {}, "nobody:x"),
        ("anthropic:x", {}, "langchain-anthropic"),
    ],
)
def test_what_is_missing_is_named(name: str, given: dict[str, str], words: str) -> None:
    with pytest.raises(BadSetup, match=words):
        make_chat_model(name, Settings.load({}, **given))


@pytest.mark.parametrize("vendor", [vendor for vendor in VENDORS if vendor.extra], ids=lambda vendor: vendor.name)
def test_a_missing_package_is_named_by_its_extra(vendor: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "langchain_google_genai", None)
    monkeypatch.setitem(sys.modules, "langchain_ollama", None)
    with pytest.raises(BadSetup, match=rf"pip install 'wanderhue\[{vendor.extra}\]'"):
        make_chat_model(f"{vendor.name}:x", Settings(google_api_key="k"))


def test_bedrock_without_a_region_says_which_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BadSetup, match="BWB_REGION_NAME or AWS_REGION"):
        make_chat_model("bedrock_converse:amazon.nova-2-lite-v1:0", Settings())
    with pytest.raises(BadSetup, match="profile"):
        make_chat_model("bedrock_converse:x", Settings(aws_region="us-west-2", aws_profile="nobody"))


@pytest.mark.parametrize(
    "environ",
    [{"BWB_REGION_NAME": "eu-west-1"}, {"AWS_REGION": "eu-west-1"}, {"AWS_DEFAULT_REGION": "eu-west-1"}],
)
async def test_the_region_is_resolved_once_in_the_settings(environ: dict[str, str]) -> None:
    settings = Settings.load({**environ, "AWS_DEFAULT_REGION": "eu-west-1"})
    model: Any = make_chat_model("bedrock_converse:amazon.nova-2-lite-v1:0", settings)
    assert settings.aws_region == model.client.meta.region_name == "eu-west-1"
    assert model.client.meta.config.retries == {"total_max_attempts": 1, "mode": "standard"}
    await close_model(model)


async def test_the_azure_route_follows_the_endpoints_shape() -> None:
    with AzureServer(GOOD) as server:
        shapes = (
            server.root,
            f"{server.root}/openai/v1/",
            f"{server.root}/openai/v1",
            f"{server.root}/openai/deployments/trips/chat/completions?api-version=2025-04-01-preview",
        )
        for shape in shapes:
            async with client_of(server, azure_openai_endpoint=shape) as model:
                await ask_trips(model)
        paths = [asked.path for asked in server.asked]
        assert server.rejected == []
    classic = "/openai/deployments/trips/chat/completions?api-version="
    assert paths == [f"{classic}2024-10-21", *["/openai/v1/chat/completions"] * 2, f"{classic}2025-04-01-preview"]


async def test_any_compatible_server_is_used_by_its_address_and_never_sees_openais_key() -> None:
    with OpenAIServer(GOOD) as server:
        server.key = "none"
        given = {"openai_base_url": "", "openai_api_key": "sk-of-openai", "planner_base_url": server.url}
        async with client_of(server, planner="openai:local", **given) as model:
            await ask_trips(model)
        server.key = "its-own"
        async with client_of(server, planner="openai:local", planner_key="its-own", **given) as model:
            await ask_trips(model)
        assert "sk-of-openai" not in str([asked.headers for asked in server.asked])
        assert server.rejected == []


async def test_openais_own_models_think_little_and_other_servers_are_not_told_to() -> None:
    model: Any = make_chat_model("openai:gpt-5.6-luna", Settings(openai_api_key="k"))
    assert model.reasoning_effort == "low"
    assert place_of(model).model == "gpt-5.6-luna"
    await close_model(model)
    with OpenAIServer(GOOD) as server:
        async with client_of(server) as model:
            await ask_trips(model)
        assert "reasoning_effort" not in server.asked[0].body


async def test_the_temperature_is_sent_where_a_model_takes_one() -> None:
    with OpenAIServer(GOOD) as server:
        for planner in ("openai:local", "openai:gpt-5.6-luna"):
            async with client_of(server, planner=planner, planner_temperature=0.0) as model:
                await ask_trips(model)
        assert [asked.body.get("temperature") for asked in server.asked] == [0.0, None]


async def test_a_key_that_is_not_taken_is_a_matter_of_setup() -> None:
    with AzureServer(GOOD) as server:
        async with client_of(server, azure_openai_key="other") as model:
            with pytest.raises(PlannerSetup, match="Access denied"):
                await ask_trips(model)


def test_secrets_are_not_in_the_settings_representation() -> None:
    environ = {
        "OPENAI_API_KEY": "secret-1", "AZURE_OPENAI_KEY": "secret-2", "GOOGLE_API_KEY": "secret-3",
        "AWS_BEARER_TOKEN_BEDROCK": "secret-4", "WANDERHUE_PLANNER_KEY": "secret-5",
        "WANDERHUE_STUDIO_AUTH": "me:secret-6",
    }  # fmt: skip
    assert "secret" not in repr(Settings.load(environ))


def test_nothing_of_a_vendor_is_loaded_to_find_a_model() -> None:
    import subprocess

    code = (
        "import sys; from wanderhue.agent.llm.models import find_model; from wanderhue.agent.settings import Settings; "
        "find_model(Settings(openai_api_key='k'), {}); import wanderhue.agent.llm; "
        "print([n for n in ('langchain_core', 'openai', 'boto3') if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_vendor_has_a_maker_and_settings_that_exist() -> None:
    from dataclasses import fields

    from wanderhue.agent.llm import vendors

    names = {spec.name for spec in fields(Settings)}
    for vendor in VENDORS:
        assert callable(getattr(vendors, vendor.name))
        assert {*vendor.keys, *vendor.needs, *vendor.address} <= names
