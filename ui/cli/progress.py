"""A bar while a picture is painted: the session's events, on a terminal only."""

from collections.abc import Iterator

from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn

from wanderhue.agent.errors import WanderhueError
from wanderhue.graphs.conversation import Event
from wanderhue.graphs.view import View
from wanderhue.ui.cli.show import Screen
from wanderhue.ui.cli.texts import table, text

_THINKING = ("recommend", "expand")
"""Stages without a share that means anything: the bar only moves."""


def watch(events: Iterator[Event], screen: Screen) -> View:
    """Follow a run to its view, with a bar that vanishes at the end."""
    view: View | None = None
    if not screen.console.is_terminal:
        for event in events:
            view = event.view or view
    else:
        columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(bar_width=min(30, screen.width - 24)))
        with Progress(*columns, console=screen.console, transient=True) as bar:
            task = bar.add_task(text("stage_recommend", screen.lang), total=None)
            for event in events:
                _advance(bar, task, event, screen.lang)
                view = event.view or view
    if view is None:
        raise WanderhueError("the run ended without a view; open the conversation again")
    return view


def _advance(bar: Progress, task: TaskID, event: Event, lang: str) -> None:
    key = f"stage_{event.stage}"
    words = text(key if key in table() else "stage_paint", lang)
    total = None if event.stage in _THINKING else 1.0
    bar.update(task, description=words, total=total, completed=event.fraction)
