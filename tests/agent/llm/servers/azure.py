"""Azure OpenAI on loopback: the classic route by deployment (api-version, api-key) and the v1 route."""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.agent.llm.servers.asked import Asked, Said
from tests.agent.llm.servers.openai import OpenAIServer
from tests.agent.llm.servers.wire import Rejected, Reply, json_reply

CLASSIC = re.compile(r"^/openai/deployments/([^/]+)/chat/completions$")
CLEAN = {name: {"filtered": False, "severity": "safe"} for name in ("hate", "self_harm", "sexual", "violence")}


class AzureServer(OpenAIServer):
    """`root` is the classic endpoint, `url` the v1 one. The deployment is named `trips`."""

    key = "azure-test-key-0123456789abcdef"
    models = ("trips",)
    versions = ("2024-10-21", "2025-04-01-preview")

    @property
    def url(self) -> str:
        return f"{self.root}/openai/v1/"

    def reply(self, method: str, path: str, headers: dict[str, str], raw: bytes) -> Reply:
        route = urlsplit(path)
        query = parse_qs(route.query)
        self.authorize(route.path, headers)
        if route.path == "/openai/v1/chat/completions":
            if set(query) - {"api-version"} or query.get("api-version", ["v1"])[0] not in ("v1", "preview"):
                raise self.wrong(400, ("API version not supported", None, "BadRequest"))
            return self.complete(self.read(path, headers, raw))
        match = CLASSIC.match(route.path)
        if not match or query.get("api-version", [""])[0] not in self.versions:
            raise self.wrong(404, ("Resource not found", None, "404"))
        if match[1] not in self.models:
            raise self.wrong(404, ("The API deployment for this resource does not exist.", None, "DeploymentNotFound"))
        body = {**json.loads(raw), "model": match[1]}  # the path names the model; the body need not
        return self.complete(self.read(path, headers, json.dumps(body).encode()))

    def authorize(self, path: str, headers: dict[str, str]) -> None:
        bearer = headers.get("authorization") == f"Bearer {self.key}"
        if headers.get("api-key") == self.key or (bearer and path.startswith("/openai/v1/")):
            return
        words = "Access denied due to invalid subscription key or wrong API endpoint."
        self.rejected.append(words)
        raise Rejected(json_reply({"error": {"code": "401", "message": words}}, 401))

    def fail(self, asked: Asked) -> None:
        if self.faults.take("prompt_filter"):
            self.asked.append(asked)
            results = {**CLEAN, "violence": {"filtered": True, "severity": "high"}}
            inner = {"code": "ResponsibleAIPolicyViolation", "content_filter_result": results}
            words = "The response was filtered due to the prompt triggering Azure OpenAI's content management policy."
            error = {"message": words, "type": None, "param": "prompt", "code": "content_filter", "status": 400}
            raise Rejected(json_reply({"error": {**error, "innererror": inner}}, 400))
        super().fail(asked)

    def choice(self, choice: dict[str, Any], said: Said) -> dict[str, Any]:
        filtered = said.finish == "content_filter"
        hate = {"filtered": filtered, "severity": "high" if filtered else "safe"}
        return {**choice, "content_filter_results": {**CLEAN, "hate": hate}}

    def opening(self, asked: Asked) -> Iterator[dict[str, Any]]:
        yield {"choices": [], "prompt_filter_results": [{"prompt_index": 0, "content_filter_results": CLEAN}]}
