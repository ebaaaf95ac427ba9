"""A program of its own: pages of Gradio over the web floor, asked by Gradio's client; prints what came as JSON.

Gradio leaves loops and sockets open in its process, which tests take for errors; so it has this one.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import gradio as gr
import httpx
from gradio_client import Client  # type: ignore[import-untyped]
from gradio_client.exceptions import AuthenticationError  # type: ignore[import-untyped]
from starlette.types import ASGIApp

from tests.ui.web.conftest import served
from wanderhue.graphs.conversation import Workshop
from wanderhue.ui.web.owner import owner_of
from wanderhue.ui.web.serve import Rooted
from wanderhue.ui.web.web import create_web


async def no_workshop() -> Workshop:
    raise AssertionError("nothing here needs one")


def mounted(auth: dict[str, str] | None = None) -> ASGIApp:
    """A page that says whose it is, at once and a word at a time."""

    def whose(request: gr.Request) -> str:
        return owner_of(request)

    async def slowly(request: gr.Request):  # type: ignore[no-untyped-def]
        for word in ("whose", "is", owner_of(request)):
            yield word

    with gr.Blocks(analytics_enabled=False) as page:
        said = gr.Textbox()
        gr.Button("whose").click(whose, outputs=said, api_name="whose")
        gr.Button("slowly").click(slowly, outputs=said, api_name="slowly")
    app = create_web(no_workshop, auth=auth)
    mounted: ASGIApp = gr.mount_gradio_app(app, page, path="/", run_history=False, enable_monitoring=False)
    return mounted


@contextmanager
def client_of(url: str, **more: Any) -> Iterator[Any]:
    client = Client(url, verbose=False, analytics_enabled=False, **more)
    try:
        yield client
    finally:
        client.close()


def by_cookie() -> dict[str, Any]:
    secret = "5" * 32
    with (
        served(mounted()) as url,
        client_of(url) as one,
        client_of(url, headers={"Cookie": f"wanderhue={secret}"}) as other,
    ):
        return {
            "cookie": one.cookies["wanderhue"],
            "whose": one.predict(api_name="/whose"),
            "slowly": one.predict(api_name="/slowly"),
            "given": secret,
            "other": other.predict(api_name="/whose"),
        }


def by_login() -> dict[str, Any]:
    paths = ("/", "/config", "/gradio_api/info", "/gradio_api/queue/data?session_hash=x", "/theme.css", "/login/")
    with served(mounted({"mina": "sea"})) as url, client_of(url, auth=("mina", "sea")) as client:
        try:
            Client(url, auth=("mina", "wrong"), verbose=False, analytics_enabled=False)
            wrong = "let in"
        except AuthenticationError:
            wrong = "refused"
        shut = [httpx.get(url + path).status_code for path in paths]
        shut.append(httpx.post(f"{url}/gradio_api/upload").status_code)
        return {"whose": client.predict(api_name="/whose"), "wrong": wrong, "shut": shut}


def by_prefix() -> dict[str, Any]:
    outside = {"host": "outside.example", "x-forwarded-host": "outside.example", "x-forwarded-proto": "https"}
    with served(Rooted(mounted(), "/studio")) as url:
        page = httpx.get(f"{url}/", headers={**outside, "accept": "text/html"})
        return {
            "root": httpx.get(f"{url}/config", headers=outside).json()["root"],
            "kept": httpx.get(f"{url}/studio/config", headers=outside).json()["root"],
            "status": page.status_code,
            "cookie": page.headers["set-cookie"],
        }


def from_elsewhere() -> dict[str, Any]:
    with served(mounted()) as url:
        headers = {"host": "studio.example", "origin": "https://evil.example"}
        asks = {**headers, "access-control-request-method": "POST"}
        answer = httpx.options(f"{url}/gradio_api/queue/join", headers=asks)
        return {
            "read": httpx.get(f"{url}/config", headers=headers).status_code,
            "asked": answer.status_code,
            "allowed": answer.headers.get("access-control-allow-origin"),
        }


if __name__ == "__main__":
    print(json.dumps({work.__name__: work() for work in (by_cookie, by_login, by_prefix, from_elsewhere)}))
    sys.stdout.flush()
