"""A conversation on a terminal: the reply, three option cards, the picture with its score, the versions."""

import textwrap
from typing import Any

from rich import box
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from wanderhue.graphs.view import View
from wanderhue.ui.cli.show import Screen, clean, words
from wanderhue.ui.cli.texts import text


def show(view: View, screen: Screen, *, before: View | None = None) -> None:
    """What is new in a view since the one `before`; everything that stands where there was none (--resume, /view)."""
    if view.error:
        screen.say(view.error["message"], "yellow")
        return
    if view.reply:
        screen.console.print()
        screen.say(view.reply)
    if view.stage == "choose" and (before is None or before.stage != "choose" or before.options != view.options):
        for number, option in enumerate(view.options, 1):
            screen.console.print()
            screen.put(card(number, option, screen))
    if view.image is not None and (before is None or (before.image or {}).get("id") != view.image["id"]):
        screen.console.print()
        show_picture(view, screen)
    for notice in view.notices:
        screen.say(f"* {notice}", "dim")
    if tip := next_step(view, screen.lang):
        screen.say(tip, "dim")


def card(number: int, option: dict[str, Any], screen: Screen) -> RenderableType:
    """One option: a frame on a terminal, indented lines elsewhere and on narrow screens."""
    title = Text.assemble(
        (f" {number} ", "bold reverse" if screen.colored else "bold"), " ", (clean(option["title"]), "bold")
    )
    where = words(" · ".join(part for part in (option["place"], option["season"]) if part), "cyan")
    lines: list[RenderableType] = [where, words(option["why"])]
    if option.get("highlights"):
        lines.append(words(" · ".join(option["highlights"]), "dim"))
    lines += [Text(), swatches(option["palette"], screen)]
    if screen.console.is_terminal and screen.width >= 60:
        return Panel(
            Group(*lines), title=title, title_align="left", box=box.ROUNDED, border_style="dim", padding=(0, 1)
        )
    plain = Table.grid(padding=(0, 1))
    plain.add_row(Text(f"{number}.", style="bold"), words(option["title"], "bold"))
    plain.add_row("", Group(*lines[:-2], lines[-1]))
    return plain


def swatches(palette: list[dict[str, Any]], screen: Screen) -> RenderableType:
    """The palette side by side where it fits, with names and hex under blocks; else one a line."""
    count, room = len(palette), screen.width - 6
    if not screen.colored or count > 6 or room // count < 13:
        return _listed(palette, screen)
    wide = min(room // count, 22)
    grid = Table.grid(padding=(0, 1, 0, 0))
    for _ in palette:
        grid.add_column(width=wide - 1)
    grid.add_row(*(screen.block(color["hex"], wide - 1) for color in palette))
    grid.add_row(*(words(color["name"]) for color in palette))
    grid.add_row(*(Text(color["hex"], style="dim") for color in palette))
    return grid


def _listed(palette: list[dict[str, Any]], screen: Screen) -> RenderableType:
    grid = Table.grid(padding=(0, 1))
    for color in palette:
        block = [screen.block(color["hex"])] if screen.colored else []
        grid.add_row(*block, Text(color["hex"]), words(color["name"]))
    return grid


def show_picture(view: View, screen: Screen) -> None:
    """The picture under the cursor: where it is, its size, how well it keeps its colors."""
    image, lang = view.image or {}, screen.lang
    if image.get("path"):
        screen.path(image["path"])
    facts = [text("version", lang, number=image["number"]), f"{image['width']} x {image['height']} px"]
    facts += [image["painter"], f"${image['cost']:.2f}"] if image["cost"] else [image["painter"]]
    screen.say(" · ".join(facts), "dim")
    show_colors(image, screen)
    others = [f"{one['number']} ({one['palette_score']['score']:.0f})" for one in view.images[1:]]
    if others:
        screen.say(text("siblings", lang, numbers=", ".join(others)), "dim")


def show_colors(image: dict[str, Any], screen: Screen) -> None:
    """How fully each color of the palette is in the picture, by the names that the trip gives them, and the score."""
    names = {color["hex"]: color["name"] for color in image.get("brief", {}).get("palette", [])}
    screen.covered(image["palette_score"], names)
    screen.score(image["palette_score"])


def show_versions(view: View, screen: Screen) -> None:
    """Every picture of the conversation, one a line."""
    if not view.versions:
        screen.say(text("no_versions", screen.lang))
        return
    grid = Table.grid(padding=(0, 2))
    for row in view.versions:
        mark = Text(">" if row["current"] else " ", style="bold")
        said = textwrap.shorten(clean(row["feedback"]), 60, placeholder="...")
        grid.add_row(
            mark, Text(str(row["number"])), Text(f"{row['score']:.0f}"), Text(row["id"], style="dim"), words(said)
        )
    screen.put(grid)


def next_step(view: View, lang: str) -> str:
    """What a person can do now, in a line."""
    match "stuck" if view.stuck else view.stage:
        case "stuck":
            return text("tip_stuck", lang)
        case "choose" if view.options:
            return text("tip_choose", lang, n=len(view.options))
        case "review" | "done" if view.image:
            return text("tip_review", lang)
        case "confirm":
            return text("tip_confirm", lang)
        case "reword":
            suggestion = clean((view.refusal or {}).get("suggestion") or "")
            return text("tip_suggestion" if suggestion else "tip_reword", lang, suggestion=suggestion)
        case _:
            return ""
