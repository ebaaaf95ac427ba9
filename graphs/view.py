"""What a caller sees of a conversation: the snapshot of the state with what only the store knows."""

import base64
import html
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class View:
    """A conversation at rest. `to_json()` is the stable form that `chat --json` prints (docs/json.md)."""

    thread_id: str
    stage: str
    """ask, choose, reword, confirm, review or done."""
    reply: str = ""
    lang: str = "en"
    options: list[dict[str, Any]] = field(default_factory=list)
    chosen: int | None = None
    """Which option was chosen, from 0."""
    image: dict[str, Any] | None = None
    """The picture under the cursor: id, parent, path, width, height, palette_score, brief, seed, painter, cost."""
    images: list[dict[str, Any]] = field(default_factory=list)
    """The pictures of the last action, best first."""
    versions: list[dict[str, Any]] = field(default_factory=list)
    cost: dict[str, float] = field(default_factory=dict)
    """US dollars: this conversation, today (the server's local day), and the day's cap."""
    notices: list[str] = field(default_factory=list)
    error: dict[str, str] | None = None
    confirm: dict[str, Any] | None = None
    refusal: dict[str, Any] | None = None
    stuck: dict[str, str] | None = None
    """{code, message} when the planner failed: `retry` and `offline` are among the actions."""
    draft: dict[str, Any] | None = None
    """At confirm and reword: every slot of the brief, its colors, and the prompt as it would be sent."""
    changes: list[dict[str, str]] = field(default_factory=list)
    """What the safety policy changed for the picture, or for the draft: {before, after}."""
    actions: list[str] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        """Plain data."""
        return asdict(self)

    def _repr_html_(self) -> str:
        """The view in a notebook: reply, options with swatches, the picture with its score."""
        parts = [f"<p>{html.escape(self.reply)}</p>"]
        if self.image is None:
            parts += [_option_html(number, option) for number, option in enumerate(self.options, 1)]
        else:
            data = base64.b64encode(Path(self.image["path"]).read_bytes()).decode()
            score = self.image["palette_score"]["score"]
            parts.append(f'<img style="max-width:640px" src="data:image/png;base64,{data}"/><p>{score:.0f} / 100</p>')
        parts += [f"<p><em>{html.escape(notice)}</em></p>" for notice in self.notices]
        return "".join(parts)


def _option_html(number: int, option: dict[str, Any]) -> str:
    swatches = "".join(
        f'<span title="{html.escape(color["name"])} {color["hex"]}" style="display:inline-block;width:28px;height:28px;'
        f'background:{color["hex"]}"></span>'
        for color in option["palette"]
    )
    title, why = html.escape(f"{number}. {option['title']}: {option['place']}"), html.escape(option["why"])
    return f"<p><strong>{title}</strong><br>{why}<br>{swatches}</p>"


@dataclass(frozen=True, slots=True)
class Event:
    """One moment of a run: where, how far (0 to 1), a preview (PNG, base64) or None; at the end reply and view.

    While a planner writes its options, `text` is its reply so far and `options` are those that are ready, as in a view.
    """

    stage: str
    fraction: float = 0.0
    preview: str | None = None
    text: str = ""
    options: list[dict[str, Any]] | None = None
    view: View | None = None
