"""Settings: explicit over environment over default, old names understood, clear sentences for what is wrong."""

from pathlib import Path

import pytest

from wanderhue.agent.errors import BadSetup
from wanderhue.agent.settings import Settings, found_keys, load_dotenv_here, variable_of


def test_an_explicit_argument_wins_over_the_environment_and_that_over_the_default() -> None:
    assert Settings.load({}).planner == "offline"
    assert Settings.load({"WANDERHUE_PICTURES": "3"}).pictures == 3
    assert Settings.load({"WANDERHUE_PICTURES": "3"}, pictures=2).pictures == 2
    assert Settings.load({"WANDERHUE_PICTURES": "3"}, pictures=None).pictures == 3


@pytest.mark.parametrize(
    ("environ", "named"),
    [
        ({"WANDERHUE_PICTURES": "many"}, "WANDERHUE_PICTURES"),
        ({"WANDERHUE_PICTURES": "9"}, "1 to 4"),
        ({"WANDERHUE_LANGUAGE": "fr"}, "en or ko"),
        ({"WANDERHUE_DAILY_CAP_USD": "-1"}, "0 or more"),
        ({"WANDERHUE_PREVIEW": "maybe"}, "1 or 0"),
        ({"WANDERHUE_ASPECT": "wide"}, "16:9"),
        ({"WANDERHUE_PLANNER_TEMPERATURE": "3"}, "0 to 2"),
        ({"WANDERHUE_PLANNER_TEMPERATURE": "warm"}, "not a number"),
        ({"WANDERHUE_PLANNER_TIMEOUT": "0"}, "more than 0"),
    ],
)
def test_what_cannot_be_used_is_named_with_what_would_work(environ: dict[str, str], named: str) -> None:
    with pytest.raises(BadSetup, match=named):
        Settings.load(environ)


def test_an_unknown_explicit_setting_is_refused() -> None:
    with pytest.raises(BadSetup, match="colour_depth"):
        Settings.load({}, colour_depth=3)


@pytest.mark.parametrize("name", ["AZURE_OPENAI_KEY", "AZURE_OPENAI_API_KEY"])
def test_both_old_names_of_the_azure_key_are_understood(name: str) -> None:
    assert Settings.load({name: "secret"}).azure_openai_key == "secret"


def test_the_other_old_names_are_understood() -> None:
    environ = {
        "AZURE_OPENAI_ENDPOINT": "https://x",
        "BWB_PROFILE_NAME": "p",
        "BWB_REGION_NAME": "r",
        "BWB_ENDPOINT_URL": "u",
    }
    settings = Settings.load(environ)
    assert (settings.azure_openai_endpoint, settings.aws_profile) == ("https://x", "p")
    assert (settings.aws_region, settings.bedrock_endpoint) == ("r", "u")


def test_found_keys_are_told_by_name_and_never_by_value() -> None:
    assert found_keys({"AZURE_OPENAI_KEY": "secret", "WANDERHUE_PLANNER": "offline"}) == ["AZURE_OPENAI_KEY"]


def test_the_variable_behind_a_setting_is_named_the_first_that_is_set() -> None:
    environ = {"AWS_REGION": "eu-west-1", "AWS_DEFAULT_REGION": "us-east-1", "OPENAI_API_KEY": " "}
    assert variable_of("aws_region", environ) == "AWS_REGION"
    assert variable_of("openai_api_key", environ) == ""
    assert Settings.load(environ).aws_region == "eu-west-1"
    assert Settings.load({**environ, "BWB_REGION_NAME": "ap-northeast-2"}).aws_region == "ap-northeast-2"


def test_keys_of_all_providers_are_found_and_numbers_are_no_keys() -> None:
    environ = {"OPENAI_API_KEY": "k", "GEMINI_API_KEY": "k", "WANDERHUE_PLANNER_TIMEOUT": "9"}
    assert found_keys(environ) == ["OPENAI_API_KEY", "GEMINI_API_KEY"]


def test_dotenv_is_read_from_the_working_directory_and_set_variables_win(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert load_dotenv_here() is None
    (tmp_path / ".env").write_text("WANDERHUE_PICTURES=2\nWANDERHUE_LANGUAGE=ko\n")
    monkeypatch.setenv("WANDERHUE_LANGUAGE", "en")
    monkeypatch.setenv("WANDERHUE_PICTURES", "")
    monkeypatch.delenv("WANDERHUE_PICTURES")
    assert load_dotenv_here() == tmp_path / ".env"
    assert (Settings.load().pictures, Settings.load().language) == (2, "en")
    monkeypatch.delenv("WANDERHUE_PICTURES")
