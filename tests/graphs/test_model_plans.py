"""A chat model plans a whole trip, named by the settings or handed in, on the real client of each vendor."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.agent.llm.clients import SERVERS, settings_of
from tests.agent.llm.servers.asked import Answer, Asked
from tests.agent.llm.test_conversation import Author
from tests.graphs.plain import PlainPainter
from wanderhue import TripSession
from wanderhue.agent.errors import BadSetup
from wanderhue.agent.llm.models import close_model, make_chat_model
from wanderhue.agent.settings import Settings
from wanderhue.graphs import loop
from wanderhue.graphs.assemble import make_deps, make_planner


class AnyAuthor(Author):
    """Tells the steps apart by the schema that is asked for, wherever a vendor's wire has it."""

    def __call__(self, asked: Asked) -> Answer:
        recommends = "latitude" in json.dumps(asked.body.get("format", {}))
        return super().__call__(replace(asked, name="RecommendAnswer") if recommends else asked)


@pytest.fixture(autouse=True)
def an_aws_account_of_the_test(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_CONFIG_FILE": str(tmp_path / "none"),
        "AWS_SHARED_CREDENTIALS_FILE": str(tmp_path / "none"),
    }.items():
        monkeypatch.setenv(name, value)


@pytest.mark.parametrize("vendor", SERVERS)
def test_every_vendor_plans_a_trip_by_its_name_in_the_settings(vendor: str, data_dir: Path) -> None:
    with SERVERS[vendor](AnyAuthor()) as server:
        settings = settings_of(server)
        with TripSession.open(data_dir=data_dir, painter=PlainPainter(), settings=settings) as session:
            view = session.say("somewhere by the sea")
            assert [option["title"] for option in view.options] == ["Village 1", "Village 2", "Village 3"]
            view = session.choose(1)
            assert view.stage == "review"
            view = session.refine("make it night")
            assert view.image is not None
            assert view.image["brief"]["light"] == "deep blue night light"
            assert view.stuck is None
        assert len(server.asked) == 3


def test_any_chat_model_of_langchain_can_be_handed_in(data_dir: Path) -> None:
    with SERVERS["openai"](Author("ko")) as server:
        settings = settings_of(server)
        model = make_chat_model(settings.planner, settings)
        with TripSession.open(data_dir=data_dir, planner=model, painter=PlainPainter()) as session:
            view = session.say("바닷가 마을로 가고 싶어")
            assert view.options[0]["title"] == "마을 1"
        loop.run(close_model(model))  # whose model it is closes it


def test_a_server_that_is_gone_leaves_both_ways_on(data_dir: Path) -> None:
    with SERVERS["openai"](Author()) as server:
        settings = settings_of(server)
    with TripSession.open(data_dir=data_dir, painter=PlainPainter(), settings=settings) as session:
        view = session.say("a slow week by the sea in October")
        assert view.stuck is not None
        assert view.stuck["code"] == "planner_unavailable"
        view = session.answer({"type": "offline"})
        assert view.stage == "choose"
        assert all(option["trip"] for option in view.options)


def test_a_name_that_is_no_model_says_what_would_be(tmp_path: Path) -> None:
    for name in ("nobody", "openai", "nobody:model"):
        with pytest.raises(BadSetup):
            make_planner(name, Settings(data_dir=tmp_path))


def test_offline_is_the_default_and_needs_no_model(tmp_path: Path) -> None:
    deps = make_deps(Settings(data_dir=tmp_path))
    assert deps.planner.name == deps.offline.name == "offline"
