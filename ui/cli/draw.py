"""`wanderhue draw`: one picture from a sentence, kept as a conversation that `chat --resume` can go on with."""

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wanderhue.ui.cli.exits import FAILED, REFUSED, print_json, say_error
from wanderhue.ui.cli.options import Wishes, pass_wishes, shared
from wanderhue.ui.cli.start import quick_imports
from wanderhue.ui.cli.texts import text

if TYPE_CHECKING:
    from wanderhue.graphs.session import TripSession
    from wanderhue.graphs.view import View
    from wanderhue.ui.cli.picture_planner import PictureWish

STYLES = ("print", "flat", "line")


@click.command()
@click.argument("words", metavar="TEXT", nargs=-1, required=True)
@click.option(
    "--palette",
    "-p",
    multiple=True,
    metavar="COLORS",
    help="Hex codes, names or a palette file. Default: the place's own.",
)
@click.option("--aspect", metavar="W:H", help="The shape, 9:16 to 16:9, such as 1:1, 3:4, 16:9.")
@click.option("--size", metavar="PX", help="1600x900, or the longest side alone; 64 to 2048 px.")
@click.option(
    "--seed", type=click.IntRange(0, 2**31 - 1), metavar="N", help="The same seed and words give the same picture."
)
@click.option("--style", type=click.Choice(STYLES), help="How it is drawn.")
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Copy the picture there (.png, .jpg, .webp).",
)
@click.option("--open", "open_it", is_flag=True, help="Show it in your picture viewer.")
@click.option("--yes", "-y", is_flag=True, help="Paint without asking, whatever it costs.")
@shared
@pass_wishes
@click.pass_context
def draw(
    context: click.Context,
    wishes: Wishes,
    /,
    *,
    words: tuple[str, ...],
    output: Path | None,
    open_it: bool,
    yes: bool,
    **how: Any,
) -> None:
    """Paint TEXT: "a red boat on a lake at night". Korean works as well."""
    said, wish = " ".join(words), wish_from(**how)
    with quick_imports():
        from wanderhue.graphs.session import TripSession
    from wanderhue.ui.cli.picture_planner import PicturePlanner
    from wanderhue.ui.cli.show import Screen

    settings = wishes.settings()
    planner = PicturePlanner.over(settings.planner, wish)
    with TripSession.open(settings=settings, planner=planner) as session:
        screen = Screen(settings.language or "en", stderr=wishes.json)
        view = _painted(session, said, screen, yes=yes)
        if view.stage == "reword":
            context.exit(_refused(view, wishes))
        if view.image is None:
            context.exit(_nothing(view, wishes))
        path = _keep(Path(view.image["path"]), output)
    if wishes.json:
        print_json({"thread_id": view.thread_id, "path": str(path), "reply": view.reply, "image": view.image,
                    "notices": view.notices})  # fmt: skip
    else:
        _tell(view, path, screen)
    if open_it:
        click.launch(str(path))


def wish_from(
    palette: tuple[str, ...], aspect: str | None, size: str | None, seed: int | None, style: str | None
) -> "PictureWish":
    """The options as one value. Raises `BadInput` or `BadColor` for what cannot be read."""
    from wanderhue.ui.cli.picture_planner import PictureWish
    from wanderhue.ui.export import palette_from

    width, height = _pixels(size)
    if width and height and not aspect:
        aspect = f"{width}:{height}"
    colors = palette_from(palette) if palette else None
    return PictureWish(colors, _aspect(aspect), width, height, seed, style)


def _pixels(size: str | None) -> tuple[int | None, int | None]:
    if size is None:
        return None, None
    match = re.fullmatch(r"(\d{2,4})(?:\s*[xX×*]\s*(\d{2,4}))?", size.strip())
    sides = [int(side) for side in match.groups() if side] if match else []
    if not sides or not all(64 <= side <= 2048 for side in sides):
        raise click.BadParameter(
            f"{size!r} is no size: write 1600x900 or 1600, 64 to 2048 px a side.", param_hint="--size"
        )
    return sides[0], sides[1] if len(sides) > 1 else None


def _aspect(aspect: str | None) -> str | None:
    if aspect is None:
        return None
    match = re.fullmatch(r"(\d{1,4})[:x/](\d{1,4})", aspect.strip())
    if not match or not int(match[2]) or not 9 / 16 - 1e-6 <= int(match[1]) / int(match[2]) <= 16 / 9 + 1e-6:
        raise click.BadParameter(f"{aspect!r} is not between 9:16 and 16:9.", param_hint="--aspect or --size")
    return f"{match[1]}:{match[2]}"


def _painted(session: "TripSession", said: str, screen: Any, *, yes: bool) -> "View":
    """Through the conversation's own way: policy, cost, journal, measuring. A confirm pause asks, or --yes answers."""
    from wanderhue.ui.cli.progress import watch

    view = watch(session.stream({"type": "say", "text": said}), screen)
    if view.stage == "confirm":
        screen.say(view.reply)
        if not (yes or click.confirm(text("paint_it", view.lang), err=True)):
            return session.confirm(paint=False)
        view = watch(session.stream({"type": "paint"}), screen)
    return view


def _keep(stored: Path, output: Path | None) -> Path:
    """The picture where the person wants it: a PNG as it is (with its facts), others converted. Raises `BadInput`."""
    from wanderhue.agent.errors import BadInput
    from wanderhue.ui.cli.palette import save_picture

    if output is None:
        return stored
    if output.suffix.lower() != ".png":
        from wanderhue.tools.pixels import open_picture

        save_picture(open_picture(stored).image, output)
        return output
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(stored, output)
    except OSError as error:
        raise BadInput(f"{output} cannot be written ({error.strerror or error})") from error
    return output


def _refused(view: "View", wishes: Wishes) -> int:
    from wanderhue.agent.errors import Refused

    refusal = view.refusal or {}
    said = Refused(
        view.reply, category=", ".join(refusal.get("categories", [])), suggestion=refusal.get("suggestion", "")
    )
    say_error(said, as_json=wishes.json)
    return REFUSED


def _nothing(view: "View", wishes: Wishes) -> int:
    """Words that did not become a picture."""
    from wanderhue.agent.errors import BadInput

    say_error(BadInput(view.reply or text("no_picture_made", view.lang)), as_json=wishes.json)
    return FAILED


def _tell(view: "View", path: Path, screen: Any) -> None:
    from wanderhue.ui.cli.show_view import show_colors

    image = view.image or {}
    screen.lang = view.lang
    screen.say(view.reply)
    screen.path(path)
    screen.say(f"{image['width']} x {image['height']} px · seed {image['seed']} · {image['painter']}", "dim")
    show_colors(image, screen)
    for notice in view.notices:
        screen.say(f"* {notice}", "dim")
    screen.say(text("go_on", view.lang, id=view.thread_id), "dim")
