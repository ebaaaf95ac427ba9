"""`wanderhue check`: the safety policy's verdict on words, for people at a terminal and for programs on a pipe."""

import json
import sys
from collections.abc import Iterator
from typing import IO, Any

import click

from wanderhue.ui.cli.exits import FAILED, REFUSED, print_json
from wanderhue.ui.cli.options import Wishes, pass_wishes, shared


@click.command()
@click.argument("text", required=False)
@click.option(
    "--jsonl", type=click.File("rb"), metavar="FILE", help="One JSON object a line with `text` (and `id`); - is stdin."
)
@click.option("--profile", metavar="NAME", help="The audience: family (the default) or another profile of the policy.")
@shared
@pass_wishes
@click.pass_context
def check(
    context: click.Context, wishes: Wishes, text: str | None, jsonl: IO[bytes] | None, profile: str | None
) -> None:
    """Whether TEXT may be painted: allowed, rewritten or refused.

    Prints one JSON a line {id, verdict, categories, text}; on a terminal a sentence instead, unless --json.
    TEXT - reads standard input. Ends with 3 when TEXT is refused; with --jsonl the verdicts are data: it
    ends with 0, or 1 if a line could not be read.
    """
    if (text is None) == (jsonl is None):
        raise click.UsageError("Give either TEXT or --jsonl FILE.")
    settings = wishes.settings(profile=profile)
    if jsonl is not None:
        bad = sum(_print(row, settings.profile) for row in _rows(jsonl))
        context.exit(FAILED if bad else 0)
    words = sys.stdin.read().strip() if text == "-" else text
    verdict = verdict_of(1, str(words), settings.profile)
    if sys.stdout.isatty() and not wishes.json:
        _tell(verdict, str(words), settings.language)
    else:
        print_json(verdict)
    context.exit(REFUSED if verdict["verdict"] == "refused" else 0)


def verdict_of(row: Any, text: str, profile: str) -> dict[str, Any]:
    """One verdict as plain data; `text` is what may go on: the same, rewritten, or '' when refused."""
    from wanderhue.agent.sanitizer import check_prompt

    found = check_prompt(text, profile=profile)
    return {"id": row, "verdict": found.verdict, "categories": list(found.categories), "text": found.text}


def _rows(lines: IO[bytes]) -> Iterator[tuple[Any, str | None]]:
    """(id, text) of each line; the line's number where it has no id, None for text that cannot be read."""
    for number, line in enumerate(lines, 1):
        said = line.decode("utf-8-sig", "replace").strip()
        if not said:
            continue
        try:
            row = json.loads(said)
        except (ValueError, RecursionError):
            row = None
        text = row.get("text") if isinstance(row, dict) else None
        name = row.get("id", number) if isinstance(row, dict) else number
        yield name, text if isinstance(text, str) else None


def _print(row: tuple[Any, str | None], profile: str) -> bool:
    """Print one verdict, or one error; True for an error."""
    name, text = row
    if text is None:
        message = f"line or id {name} is no JSON object with a string `text`"
        print_json({"id": name, "error": {"code": "bad_input", "message": message}})
        return True
    print_json(verdict_of(name, text, profile))
    return False


def _tell(verdict: dict[str, Any], words: str, lang: str) -> None:
    """The verdict for a person."""
    from wanderhue.agent.hearing import language_of
    from wanderhue.agent.sanitizer import check_prompt
    from wanderhue.ui.cli.show import Screen
    from wanderhue.ui.cli.texts import text

    lang = lang or language_of(words) or "en"
    screen = Screen(lang)
    if verdict["verdict"] == "allowed":
        screen.say(text("check_allowed", lang))
        return
    screen.say(check_prompt(words).message(lang))
    if verdict["verdict"] == "rewritten":
        screen.say(text("check_rewritten", lang, text=verdict["text"]))
