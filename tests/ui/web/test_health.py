"""The answer by which a page knows that its server is there, and the same one."""

from collections.abc import Awaitable, Callable

import httpx

from tests.ui.web.conftest import served
from wanderhue.graphs.conversation import Workshop
from wanderhue.ui.web.web import create_web


def test_health_tells_one_start_from_the_next(workshop_of: Callable[[], Awaitable[Workshop]]) -> None:
    starts = []
    for _ in range(2):
        with served(create_web(workshop_of)) as url:
            said = [httpx.get(f"{url}/wh/health", trust_env=False).json() for _ in range(2)]
        assert said[0] == said[1]
        starts.append(said[0].pop("started"))
        assert set(said[0]) == {"ok", "version"}
    assert starts[0] != starts[1]
