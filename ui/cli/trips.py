"""`wanderhue trips`: the kept conversations, listed, shown, exported and deleted. Reads the store, not the graph."""

import textwrap
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wanderhue.ui.cli.exits import print_json
from wanderhue.ui.cli.options import Wishes, lang_of, pass_wishes, shared
from wanderhue.ui.cli.texts import text

if TYPE_CHECKING:
    from wanderhue.tools.conversations import Conversation, SqliteConversations

OWNER = "local"
_SHORTEST = 4


@click.group()
@shared
def trips() -> None:
    """Your conversations: list, show, export, delete."""


def store_of(wishes: Wishes) -> "SqliteConversations":
    """The conversation store of the data directory."""
    from wanderhue.tools.conversations import SqliteConversations

    return SqliteConversations(wishes.place().store)


def find(store: "SqliteConversations", said: str) -> "Conversation":
    """The conversation that an id, the start of one, or `last` names. Raises `NotFound` or `BadInput`."""
    from wanderhue.agent.errors import BadInput, NotFound

    rows = store.of_owner(OWNER)
    if said == "last" and rows:
        return rows[0]
    found = [row for row in rows if row.thread == said]
    if not found and len(said) >= _SHORTEST:
        found = [row for row in rows if row.thread.startswith(said)]
    if not found:
        raise NotFound(f"there is no conversation {said[:80]!r}; `wanderhue trips list` shows yours")
    if len(found) > 1:
        raise BadInput(f"{len(found)} conversations begin with {said!r}; write more of the id")
    return found[0]


@trips.command(name="list")
@shared
@pass_wishes
def list_trips(wishes: Wishes) -> None:
    """Every conversation, the last used first."""
    store = store_of(wishes)
    rows = store.of_owner(OWNER)
    if wishes.json:
        print_json({"trips": [trip_json(row) for row in rows]})
        return
    from wanderhue.ui.cli.show import Screen, words

    lang = lang_of(wishes)
    screen = Screen(lang)
    if not rows:
        screen.say(text("no_trips", lang))
    for row in rows:
        facts = [_when(row.updated), text("pictures", lang, n=row.versions)]
        screen.put(words(row.thread, "bold").append("  " + " · ".join(facts), "dim"))
        screen.say(textwrap.shorten(_title(store, row), 60, placeholder="...") or "-", indent=2)


@trips.command(name="show")
@click.argument("trip", metavar="ID")
@shared
@pass_wishes
def show_trip(wishes: Wishes, trip: str) -> None:
    """The transcript and the pictures of one conversation (ID, the start of one, or last)."""
    from wanderhue.tools.image_store import FolderImageStore

    store, lang = store_of(wishes), lang_of(wishes)
    row = find(store, trip)
    said, versions = store.transcript(row.thread, OWNER), store.versions(row.thread, OWNER)
    images = FolderImageStore(wishes.place().blobs)
    pictures = [{"id": one.id, "number": one.number, "parent": one.parent, "path": str(images.path(one.blob)),
                 "width": one.width, "height": one.height, "score": one.score["score"], "feedback": one.feedback,
                 "painter": one.painter, "seed": one.seed, "cost": one.cost_usd} for one in versions]  # fmt: skip
    if wishes.json:
        messages = [{"role": role, "text": words} for role, words in said]
        print_json({**trip_json(row), "transcript": messages, "versions": pictures})
        return
    from wanderhue.ui.cli.show import Screen

    screen = Screen(lang)
    for role, words in said:
        screen.say(f"> {words}" if role == "person" else words, "bold" if role == "person" else "")
    for one in pictures:
        screen.console.print()
        facts = [text("version", lang, number=one["number"]), f"{one['width']} x {one['height']} px"]
        screen.say(
            " · ".join([*facts, text("score_short", lang, score=f"{one['score']:.0f}"), str(one["feedback"])]), "dim"
        )
        screen.path(str(one["path"]))
    screen.console.print()
    screen.say(f"wanderhue chat --resume {row.thread}", "dim")


@trips.command()
@click.argument("trip", metavar="ID")
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    help="A folder, or a file ending in .zip. Default: a folder here.",
)
@click.option("--force", is_flag=True, help="Write into what is there already.")
@shared
@pass_wishes
def export(wishes: Wishes, trip: str, output: Path | None, force: bool) -> None:
    """Pictures, their facts, the transcript and the palette, as a folder or a zip."""
    from wanderhue.tools.image_store import FolderImageStore
    from wanderhue.ui.export import export_files, write_files

    store = store_of(wishes)
    row = find(store, trip)
    files = export_files(row, store, FolderImageStore(wishes.place().blobs))
    target = output or Path(f"wanderhue-{row.thread[:8]}")
    write_files(files, target, force=force)
    if wishes.json:
        print_json({"path": str(target), "files": sorted(files)})
        return
    from wanderhue.ui.cli.show import Screen

    screen = Screen(lang_of(wishes))
    screen.say(text("exported", screen.lang, n=len(files)))
    screen.path(target)


@trips.command()
@click.argument("trip", metavar="ID...", nargs=-1, required=True)
@click.option("--yes", "-y", is_flag=True, help="Do not ask.")
@shared
@pass_wishes
def delete(wishes: Wishes, trip: tuple[str, ...], yes: bool) -> None:
    """Remove conversations for good: words, pictures, checkpoints. Asks first."""
    store, lang = store_of(wishes), lang_of(wishes)
    rows = list({row.thread: row for row in (find(store, one) for one in trip)}.values())
    for row in rows:
        words = text("delete_sure", lang, id=row.thread, title=_title(store, row)[:40], n=row.versions)
        if not yes and not click.confirm(words, err=True):
            continue
        _delete(wishes, row.thread)
        if wishes.json:
            print_json({"deleted": row.thread})
        else:
            click.echo(text("deleted", lang, id=row.thread))


def _delete(wishes: Wishes, thread: str) -> None:
    """Through the conversation, which alone knows all places; without going on with unfinished work first."""
    from wanderhue.graphs import loop
    from wanderhue.graphs.conversation import Conversation, Workshop

    async def work() -> None:
        workshop = await Workshop.open(wishes.settings())
        try:
            await Conversation(workshop, thread, OWNER).delete()
        finally:
            await workshop.aclose()

    loop.run(work())


def trip_json(row: "Conversation") -> dict[str, object]:
    """A conversation's row as plain data; times are ISO 8601 with the local offset."""
    return {"thread_id": row.thread, "title": row.title, "created": _iso(row.created), "updated": _iso(row.updated),
            "versions": row.versions}  # fmt: skip


def _title(store: "SqliteConversations", row: "Conversation") -> str:
    """Its title, or the first words that the person said."""
    if row.title:
        return row.title
    return next((words for role, words in store.transcript(row.thread, OWNER) if role == "person"), "")


def _iso(seconds: float) -> str:
    return datetime.fromtimestamp(seconds).astimezone().isoformat(timespec="seconds")


def _when(seconds: float) -> str:
    return datetime.fromtimestamp(seconds).astimezone().strftime("%Y-%m-%d %H:%M")
