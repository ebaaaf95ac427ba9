"""`wanderhue palette`: measure, repair, take and check palettes, with no conversation around it."""

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wanderhue.ui.cli.exits import print_json
from wanderhue.ui.cli.options import Wishes, lang_of, pass_wishes, shared
from wanderhue.ui.export import FORMATS, palette_file, palette_from

if TYPE_CHECKING:
    from wanderhue.agent.palette import Palette

_IMAGE = click.Path(path_type=Path, dir_okay=False)
_COLORS = (
    "COLORS are hex codes, names, rgb(...), in any mix ('#1d3557' 'sky blue' 남색), or one .json, .css, .gpl, .ase file"
)


@click.group()
@shared
def palette() -> None:
    """Measure a picture against colors, or take, repair and check them."""


def _said(colors: tuple[str, ...], option: tuple[str, ...]) -> "Palette":
    said = (*colors, *option)
    if not said:
        raise click.UsageError("Give the colors: as arguments, or with --palette.")
    return palette_from(said)


@palette.command(epilog=_COLORS)
@click.argument("image", type=_IMAGE)
@click.argument("colors", nargs=-1)
@click.option("--palette", "-p", "option", multiple=True, metavar="COLORS", help="The colors, instead of arguments.")
@shared
@pass_wishes
def score(wishes: Wishes, image: Path, colors: tuple[str, ...], option: tuple[str, ...]) -> None:
    """How faithfully IMAGE keeps to COLORS, 0 to 100."""
    wished, lang = _said(colors, option), lang_of(wishes)
    from wanderhue.tools.score import score_palette

    found = score_palette(image, wished)
    if wishes.json:
        print_json(found.to_json(lang))
        return
    from wanderhue.ui.cli.show import Screen

    screen = Screen(lang)
    screen.say(found.sentence(lang))
    screen.parts(found.fidelity, found.coverage)
    screen.covered(found.to_json(lang))


@palette.command(epilog=_COLORS)
@click.argument("image", type=_IMAGE)
@click.argument("colors", nargs=-1)
@click.option("--palette", "-p", "option", multiple=True, metavar="COLORS", help="The colors, instead of arguments.")
@click.option("--output", "-o", type=_IMAGE, required=True, help="Where the repaired picture goes (.png, .jpg, .webp).")
@click.option(
    "--strength", type=click.FloatRange(0, 1), default=1.0, show_default=True, help="How far to bend, 0 to 1."
)
@click.option("--mask", type=_IMAGE, help="A picture of the same size: only its white part is changed.")
@shared
@pass_wishes
def recolor(
    wishes: Wishes, /, image: Path, colors: tuple[str, ...], *, option: tuple[str, ...], output: Path, **how: Any
) -> None:
    """Bend the colors of IMAGE to COLORS, keeping its light and detail."""
    wished, lang = _said(colors, option), lang_of(wishes)
    from wanderhue.tools.recolor import recolor as repair

    found = repair(image, wished, **how)
    save_picture(found.image, output)
    if wishes.json:
        print_json({**found.to_json(lang), "path": str(output)})
        return
    from wanderhue.ui.cli.show import Screen

    screen = Screen(lang)
    screen.say(found.sentence(lang))
    screen.path(output)


@palette.command()
@click.argument("image", type=_IMAGE)
@click.option("--count", "-n", type=int, default=6, show_default=True, help="At most this many colors, 1 to 16.")
@click.option("--as", "form", type=click.Choice(["text", *FORMATS]), help="How to write them.  [default: text]")
@click.option("--output", "-o", type=_IMAGE, help="Write a file; how follows from its name (.json .css .gpl .ase).")
@shared
@pass_wishes
def extract(wishes: Wishes, image: Path, count: int, *, form: str | None, output: Path | None) -> None:
    """The colors of IMAGE, the largest area first."""
    form, lang = _form(form, output), lang_of(wishes)
    from wanderhue.tools.extract import extract as take

    colors = take(image, count).to_json(lang)
    if output is not None:
        _write(palette_file(colors, form, title=image.stem), output)
    if wishes.json:
        print_json({"palette": colors} | ({"path": str(output)} if output else {}))
    elif form == "text" or output is not None:
        from wanderhue.ui.cli.show import Screen

        screen = Screen(lang)
        screen.colors(colors)
        if output is not None:
            screen.path(output)
    else:
        click.echo(palette_file(colors, form, title=image.stem), nl=False)


def _form(said: str | None, output: Path | None) -> str:
    """How to write a palette: as said, as the file's name says, or as text."""
    named = output.suffix.lower().lstrip(".") if output else ""
    form = said or (named if output else "text")
    if output is not None and form not in FORMATS:
        raise click.UsageError(f"--output takes a name that ends in one of .{' .'.join(FORMATS)}, or --as one of them.")
    if output is None and form == "ase" and sys.stdout.isatty():
        raise click.UsageError("Adobe swatches are not for reading: write them to a file with --output palette.ase.")
    return form


@palette.command(epilog=_COLORS)
@click.argument("colors", nargs=-1)
@click.option("--palette", "-p", "option", multiple=True, metavar="COLORS", help="The colors, instead of arguments.")
@shared
@pass_wishes
def check(wishes: Wishes, colors: tuple[str, ...], option: tuple[str, ...]) -> None:
    """Whether COLORS work together: contrast, color vision, lookalikes, light and dark."""
    wished, lang = _said(colors, option), lang_of(wishes)
    from wanderhue.agent.palette_check import check_palette

    report = check_palette(wished)
    if wishes.json:
        print_json(report.to_json(lang))
        return
    from wanderhue.ui.cli.show import Screen

    screen = Screen(lang)
    screen.colors(wished.to_json(lang))
    screen.findings([(finding.level, finding.sentence(lang)) for finding in report.findings])


def save_picture(image: Any, path: Path) -> None:
    """Write a PIL picture in the form that the file's name asks for. Raises `BadInput`."""
    from wanderhue.agent.errors import BadInput

    form = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP"}.get(path.suffix.lower())
    if form is None:
        raise BadInput(f"{path.name} does not end in .png, .jpg or .webp; name the file so")
    if form == "JPEG":
        image = image.convert("RGB")
    out = io.BytesIO()
    image.save(out, form, quality=92) if form != "PNG" else image.save(out, form)
    _write(out.getvalue(), path)


def _write(data: bytes, path: Path) -> None:
    from wanderhue.agent.errors import BadInput

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise BadInput(f"{path} cannot be written ({error.strerror or error})") from error
