"""The look: a Gradio theme without a hue (the colors on the page are the trip's), and the page's head."""

from functools import cache
from typing import Any
from urllib.parse import quote

import gradio as gr

_SHEETS = ("fonts/fonts.css", "css/tokens.css", "css/frame.css", "css/talk.css", "css/stage.css", "css/review.css",
           "css/panels.css", "css/narrow.css")  # fmt: skip


def theme() -> Any:
    """Grays only, our own fonts by their local names, nothing from elsewhere."""
    fonts = ["Hanken Grotesk", "Pretendard", "sans-serif"]
    return gr.themes.Base(
        primary_hue="neutral", secondary_hue="neutral", neutral_hue="neutral", font=fonts, font_mono=["monospace"],
        radius_size=gr.themes.sizes.radius_sm,
    )  # fmt: skip


ICON = (
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 20' fill='none' stroke='#777' stroke-width='2'"
    " stroke-linecap='round'><circle cx='10' cy='10' r='5.5'/><path d='M10 1v6M10 13v6M1 10h6M13 10h6'/></svg>"
)
"""The mark, in a gray that is seen on light and dark tabs."""


@cache
def head() -> str:
    """Styles and scripts, by addresses relative to the page so that a proxy's prefix does not matter."""
    sheets = "".join(f'<link rel="stylesheet" href="wh/static/{sheet}">' for sheet in _SHEETS)
    return (
        '<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">'
        '<meta name="color-scheme" content="light dark">'
        f'<link rel="icon" type="image/svg+xml" href="data:image/svg+xml,{quote(ICON)}">'
        f"{sheets}"
        '<script type="module" src="wh/static/js/studio.js"></script>'
    )
