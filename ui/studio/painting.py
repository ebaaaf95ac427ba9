"""The picture while it comes: how far it is, what is under it, and how long it may take."""

import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from wanderhue.graphs.view import View
from wanderhue.ui.studio.picture import title_of
from wanderhue.ui.studio.strings import Lang, money, price_text, text

if TYPE_CHECKING:
    from wanderhue.ui.studio.screen import Wish

_TALK = ("", "recommend")
_BEFORE, _AFTER = ("expand",), ("inspect", "recolor")


@dataclass(slots=True)
class Progress:
    """How far a run is. Written by the job, read by every page that follows it."""

    stage: str = ""
    fraction: float = 0.0
    seconds: float = 0.0
    """Since the run began."""
    times: dict[str, float] = field(default_factory=dict)
    """{stage: seconds at which it began}."""
    preview: bytes | None = None
    previews: int = 0
    """Counts previews, so that each has an address of its own."""
    text: str = ""
    """The planner's reply so far."""
    options: list[dict[str, Any]] | None = None
    """The options that the planner has written so far; None while it tells of none."""

    @property
    def paints(self) -> bool:
        """True once the run is on its way to a picture."""
        return self.stage not in _TALK

    @property
    def draws(self) -> bool:
        """True while the painter works: a draft exists, and its sketch can be shown."""
        return self.paints and self.stage not in (*_BEFORE, *_AFTER)

    def percent(self) -> int:
        """0 to 99 over the whole run: the brief is 5, the painter 5 to 92, the measuring the rest."""
        if not self.paints or self.stage in _BEFORE:
            return 3
        if self.stage in _AFTER:
            return 92 + int(6 * self.fraction)
        return 5 + int(87 * self.fraction)

    def left(self) -> float | None:
        """Seconds that it may still take, from the pace so far; None while that would be a guess."""
        if not self.draws or self.fraction < 0.1:
            return None
        began = min((at for stage, at in self.times.items() if stage not in (*_TALK, *_BEFORE)), default=0.0)
        return max(0.0, (self.seconds - began) * (1 - self.fraction) / self.fraction)


def painting(view: View, wish: "Wish", progress: Progress | None, price: float | None, *, lang: Lang) -> dict[str, Any]:
    """What the template of a coming picture shows; `price` in US dollars is 0 for free and None for not known."""
    progress = progress or Progress()
    option = _option(view, wish)
    image = view.image
    palette = option["palette"] if option else image["brief"]["palette"] if image else []
    left = progress.left()
    return {
        "title": option["place"] if option else title_of(image["brief"], lang) if image else text("did_picture", lang),
        "line": text("next_version", lang),
        "alt": title_of(image["brief"], lang) if image else "",
        "width": image["width"] if image and not option else 16,
        "height": image["height"] if image and not option else 9,
        "under": f"wh/picture/{image['id']}" if image and not option else None,
        "over": _over(view, wish, progress),
        "percent": progress.percent(),
        "left": text("seconds_left", lang, n=max(1, round(left))) if left is not None and left > 1 else "",
        "steps": _steps(progress, lang),
        "palette": palette,
        "cost": text("cost_up_to", lang, cost=money(price, lang)) if price else price_text(price, lang),
        "promise": text("promise_free" if price == 0 else "promise_paid", lang),
    }  # fmt: skip


def _option(view: View, wish: "Wish") -> dict[str, Any] | None:
    """The option that was chosen, if it is there."""
    at = wish.option
    return view.options[at] if at is not None and 0 <= at < len(view.options) else None


def _over(view: View, wish: "Wish", progress: Progress) -> str | None:
    """The frame above: a partial picture, the sketch of the draft, or the sketch of the option."""
    chosen = _option(view, wish) is not None
    if progress.previews:
        return f"wh/preview/{view.thread_id}/{progress.previews}"
    if progress.draws and not chosen:
        return f"wh/draft/{view.thread_id}/{len(view.versions)}?late=1"
    if chosen:
        return sketch_of(view.options[wish.option or 0], wish.option or 0, view.thread_id)
    return None


def sketch_of(option: dict[str, Any], index: int, thread: str) -> str:
    """The address of an option's sketch. A number in it tells one option at this place from the next."""
    words = option["title"] + "".join(color["hex"] for color in option["palette"])
    return f"wh/sketch/{thread}/{zlib.crc32(words.encode()) % 10**9}/{index}"


def _steps(progress: Progress, lang: Lang) -> list[dict[str, str]]:
    """The steps of a run with a state each: done, now or next."""
    names = ["step_understand", "step_expand", "step_paint", "step_inspect"]
    if "recolor" in progress.times:
        names.append("step_recolor")
    at = 4 if progress.stage == "recolor" else 3 if progress.stage == "inspect" else 2 if progress.draws else 1
    begun = sorted(progress.times.values())
    steps = []
    for number, name in enumerate(names):
        state = "done" if number < at else "now" if number == at else "next"
        seconds = progress.seconds - begun[-1] if state == "now" and begun else None
        steps.append({"state": state, "text": text(name, lang), "time": f"{seconds:.0f} s" if seconds and seconds >= 1 else ""})  # fmt: skip  # noqa: E501
    return steps
