"""The page: Gradio's components, laid out and wired to the handlers. Nothing is decided here.

Most of the page is HTML that the server writes (`gr.HTML` regions, one template each). Everything that can be clicked
carries what it means in `data-do`; one hidden component, the bus, carries it here (static/js/bus.js).
"""

from collections.abc import AsyncIterator
from typing import Any, cast

import gradio as gr

from wanderhue.ui.studio.api import add_endpoints
from wanderhue.ui.studio.desk import Desk
from wanderhue.ui.studio.handlers import Handlers, data_of

_BUS = "window.wanderhueBus = (data) => trigger('click', data);"
_AT_ONCE = 64
"""Runs of one event that may be going on at a time; each waits for painters, not for a processor."""


def build_page(desk: Desk) -> gr.Blocks:
    """The Blocks of the studio on one desk."""
    handlers = Handlers(desk)
    with gr.Blocks(title="Wanderhue", fill_width=True, analytics_enabled=False) as page:
        parts = _layout()
        outputs = list(parts.values())

        def shown(update: dict[str, Any]) -> Any:
            return {parts[name]: value for name, value in update.items()} or [gr.skip()] * len(outputs)

        async def load(thread: str, request: gr.Request) -> AsyncIterator[Any]:
            async for update in handlers.load(thread, request):
                yield shown(update)

        async def say(words: str, thread: str, request: gr.Request) -> AsyncIterator[Any]:
            async for update in handlers.say(words, thread, request):
                yield shown(update)

        async def act(thread: str, event: gr.EventData, request: gr.Request) -> AsyncIterator[Any]:
            async for update in handlers.act(data_of(event), thread, request):
                yield shown(update)

        private: dict[str, Any] = {"outputs": outputs, "api_visibility": "private", "show_progress": "hidden",
                                   "concurrency_limit": _AT_ONCE, "trigger_mode": "multiple"}  # fmt: skip
        words, thread = parts["words"], parts["thread"]
        page.load(load, thread, js="() => new URLSearchParams(location.search).get('trip') || ''", api_name="page_load",
                  **private)  # fmt: skip
        gr.on([words.submit, parts["send"].click], say, [words, thread], api_name="page_say", **private)
        parts["bus"].click(act, thread, api_name="page_act", **private)
        add_endpoints(desk)
    return cast("gr.Blocks", page)


def _layout() -> dict[str, Any]:
    """The components by name, in the order of the page."""
    parts: dict[str, Any] = {"top": _region("top")}
    with gr.Row(elem_id="wh-body"):
        with gr.Column(elem_id="wh-talk", min_width=0):
            parts["log"] = _region("log")
            parts["chips"] = _region("chips")
            with gr.Row(elem_id="wh-composer"):
                parts["words"] = gr.Textbox(
                    label="Words", show_label=False, container=False, lines=1, max_lines=5, max_length=20_000,
                    elem_id="wh-words", autofocus=True,
                )  # fmt: skip
                with gr.Row(elem_id="wh-send"):
                    parts["send"] = gr.Button("", min_width=44)
        with gr.Column(elem_id="wh-work", min_width=0):
            parts["stage"] = _region("stage")
            parts["strip"] = _region("strip")
    parts["drawer"] = _region("drawer")
    parts["live"] = _region("live")
    parts["thread"] = gr.Textbox(visible="hidden", elem_id="wh-thread", show_label=False, container=False)
    parts["bus"] = gr.HTML("", elem_id="wh-bus", js_on_load=_BUS, apply_default_css=False)
    return parts


def _region(name: str) -> gr.HTML:
    return gr.HTML("", elem_id=f"wh-{name}", js_on_load=None, apply_default_css=False)
