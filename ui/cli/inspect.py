"""`wanderhue inspect`: what a picture file says about itself, and what its pixels measure."""

import json
from pathlib import Path
from typing import Any

import click

from wanderhue.ui.cli.exits import print_json
from wanderhue.ui.cli.options import Wishes, lang_of, pass_wishes, shared


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--count", "-n", type=click.IntRange(1, 16), default=6, show_default=True, help="Colors to measure.")
@shared
@pass_wishes
def inspect(wishes: Wishes, file: Path, count: int) -> None:
    """What FILE is: painter, seed, scene and palette if Wanderhue drew it; its measured colors in any case."""
    lang = lang_of(wishes)
    found = inspected(file, count, lang)
    if wishes.json:
        print_json(found)
        return
    from wanderhue.ui.cli.show import Screen
    from wanderhue.ui.cli.texts import text

    screen, facts = Screen(lang), found["facts"]
    screen.path(file)
    screen.rows([(text("size", lang), f"{found['width']} x {found['height']} px")])
    if facts is None:
        screen.say(text("no_facts", lang))
    else:
        screen.rows([(text(name, lang), str(facts[name])) for name in ("painter", "seed") if name in facts])
        screen.rows([(text("scene", lang), json.dumps(facts.get("scene"), ensure_ascii=False))])
    if found["palette_score"]:
        screen.heading(text("asked_colors", lang))
        screen.covered(found["palette_score"])
        screen.score(found["palette_score"])
    screen.heading(text("measured_colors", lang))
    screen.colors(found["measured"])


def inspected(file: Path, count: int, lang: str) -> dict[str, Any]:
    """What a file says of itself (`facts`: None where nothing is ours) and what was measured. Raises `BadPicture`."""
    from wanderhue.tools.extract import extract
    from wanderhue.tools.pixels import open_picture

    picture = open_picture(file)
    facts = read_facts(file)
    return {
        "file": str(file),
        "bytes": file.stat().st_size,
        "width": picture.size[0],
        "height": picture.size[1],
        "facts": facts,
        "palette_score": _score(picture, facts, lang),
        "measured": extract(picture, count).to_json(lang),
    }


def read_facts(file: Path) -> dict[str, Any] | None:
    """Our own text chunk in a PNG, or None: it is a stranger's data, so only a JSON object of modest size counts."""
    from wanderhue.tools.illustrator.png import facts_of

    try:
        said = facts_of(file.read_bytes())
        facts = json.loads(said) if said and len(said) < 200_000 else None
    except (ValueError, RecursionError):
        return None
    return facts if isinstance(facts, dict) else None


def _score(picture: Any, facts: dict[str, Any] | None, lang: str) -> dict[str, Any] | None:
    """The picture against the palette that its facts name; None where they name none that can be read."""
    from wanderhue.agent.errors import BadColor
    from wanderhue.agent.palette import Palette
    from wanderhue.tools.score import score_palette

    said = (facts or {}).get("palette")
    if not isinstance(said, list) or not all(isinstance(color, str) for color in said):
        return None
    try:
        return score_palette(picture, Palette.from_hex(said)).to_json(lang)
    except BadColor:
        return None
