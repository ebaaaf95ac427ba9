"""Plain things on a terminal: sentences, tables, colors as blocks. Without a terminal, or with NO_COLOR, plain text.

Whatever comes from a person, a file or a model is shown as it is: never as markup, never as control codes.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from wanderhue.ui.cli.texts import text

_BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_MARKS = {"good": ("+", "green"), "note": ("-", "yellow"), "problem": ("!", "red")}


def clean(said: object) -> str:
    """Text without control characters (escape codes, bells, direction overrides); line breaks and tabs stay."""
    kept = re.sub(r"\r\n?", "\n", str(said))
    return "".join(ch for ch in kept if ch in "\n\t" or (unicodedata.category(ch) != "Cc" and ch not in _BIDI))


def words(said: object, style: str = "") -> Text:
    """Clean text that wraps and never loses a letter (rich would cut wide letters in a table with an ellipsis)."""
    return Text(clean(said), style=style, overflow="fold")


class _Pipe(Console):
    """A console that leaves a closed pipe to whoever runs the command."""

    def on_broken_pipe(self) -> None:
        """Raise it again; rich would end the program with 1."""
        raise BrokenPipeError


class Screen:
    """Standard output in one language."""

    def __init__(self, lang: str, *, stderr: bool = False) -> None:
        self.lang = lang
        self.console = _Pipe(highlight=False, markup=False, emoji=False, stderr=stderr)

    @property
    def colored(self) -> bool:
        """True where a block of color can be seen."""
        return self.console.color_system is not None and not self.console.no_color

    @property
    def width(self) -> int:
        """Columns to write in: the terminal's, at most 100, for lines that are easy to read."""
        return min(self.console.width, 100)

    def put(self, what: RenderableType, *, indent: int = 0) -> None:
        """Anything that rich can draw; without rich's filling blanks where nobody sees the right edge."""
        what = Padding(what, (0, 0, 0, indent)) if indent else what
        if self.console.is_terminal:
            self.console.print(what, width=self.width)
            return
        with self.console.capture() as drawn:
            self.console.print(what, width=self.width)
        self.console.out("\n".join(line.rstrip() for line in drawn.get().splitlines()), highlight=False)

    def say(self, sentence: object, style: str = "", *, indent: int = 0) -> None:
        """A sentence or a paragraph."""
        self.put(words(sentence, style), indent=indent)

    def heading(self, words: str) -> None:
        """A small title with a blank line above it."""
        self.console.print()
        self.say(words, "bold")

    def path(self, path: Path | str) -> None:
        """A file's path on a line of its own, never broken, so that it can be copied."""
        self.console.print(Text(clean(path), style="underline"), soft_wrap=True)

    def rows(self, rows: Iterable[tuple[str, str]]) -> None:
        """Names and values, aligned."""
        grid = Table.grid(padding=(0, 2))
        for name, value in rows:
            grid.add_row(words(name, "dim"), words(value))
        self.put(grid)

    def block(self, color: str, wide: int = 4) -> Text:
        """A block of the color, or nothing where colors cannot be seen."""
        return Text("█" * wide if self.colored else "", style=Style(color=color) if self.colored else "")

    def colors(self, colors: Sequence[Mapping[str, Any]], *, indent: int = 0) -> None:
        """Named colors, one a line: block, hex, name."""
        grid = Table.grid(padding=(0, 1))
        for color in colors:
            cells = [Text(color["hex"]), words(color["name"])]
            grid.add_row(*([self.block(color["hex"])] if self.colored else []), *cells)
        self.put(grid, indent=indent)

    def covered(self, score: Mapping[str, Any], names: Mapping[str, str] | None = None) -> None:
        """How fully each asked color is there; `names` are what a trip calls its colors, by hex."""
        grid = Table.grid(padding=(0, 1))
        for color in score.get("colors", []):
            part = float(color["covered"])
            bar = "■" * round(part * 10) + "·" * (10 - round(part * 10))
            cells = [
                Text(color["hex"]),
                Text(bar),
                Text(f"{part:4.0%}"),
                words((names or {}).get(color["hex"], color["name"])),
            ]
            grid.add_row(*([self.block(color["hex"])] if self.colored else []), *cells)
        self.put(grid)

    def score(self, score: Mapping[str, Any]) -> None:
        """The score with both its parts."""
        parts = {name: f"{float(score[name]):.0%}" for name in ("fidelity", "coverage")}
        self.say(text("score", self.lang, score=f"{float(score['score']):.0f}", **parts), "dim")

    def parts(self, fidelity: float, coverage: float) -> None:
        """Both parts of a score whose number was said already."""
        self.say(text("parts", self.lang, fidelity=f"{fidelity:.0%}", coverage=f"{coverage:.0%}"), "dim")

    def findings(self, findings: Sequence[tuple[str, str]]) -> None:
        """(level, sentence), marked: good, note, problem."""
        grid = Table.grid(padding=(0, 1))
        for level, sentence in findings:
            mark, style = _MARKS[level]
            grid.add_row(Text(mark, style=style), words(sentence))
        self.put(grid)
