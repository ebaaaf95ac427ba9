"""`wanderhue doctor`: what is set up, why, and whether it works. Ends with 1 when something is broken."""

import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

import click

from wanderhue.ui.cli.exits import FAILED, print_json
from wanderhue.ui.cli.options import Wishes, lang_of, pass_wishes, shared
from wanderhue.ui.cli.texts import text

PACKAGES = (
    "langgraph",
    "langchain",
    "langchain-aws",
    "openai",
    "boto3",
    "gradio",
    "numpy",
    "pillow",
    "pydantic",
    "resvg-py",
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    name: str
    level: Literal["good", "note", "problem"]
    text: str


@click.command()
@click.option("--ask", is_flag=True, help="Also ask the planner's model for one word (a fraction of a cent).")
@shared
@pass_wishes
@click.pass_context
def doctor(context: click.Context, wishes: Wishes, *, ask: bool) -> None:
    """What is set up, why, and whether it works."""
    lang = "en"
    findings: list[Finding] = []
    looks = [_settings, _program, _place, _planner, _painter, _keys, _packages, _fonts, _sketch]
    for look in [*looks, _model] if ask else looks:
        findings += _safely(look, wishes)
    broken = [finding.name for finding in findings if finding.level == "problem"]
    if wishes.json:
        print_json({"ok": not broken, "findings": [asdict(finding) for finding in findings]})
    else:
        from wanderhue.ui.cli.show import Screen

        if "settings" not in broken:
            lang = lang_of(wishes)
        screen = Screen(lang)
        screen.findings([(finding.level, f"{finding.name}: {finding.text}") for finding in findings])
        screen.console.print()
        screen.say(text("doctor_broken" if broken else "doctor_well", lang, names=", ".join(broken)))
    context.exit(FAILED if broken else 0)


def _safely(look: Callable[[Wishes], Iterable[Finding]], wishes: Wishes) -> list[Finding]:
    """A look that fails is a finding, and the others still happen."""
    try:
        return list(look(wishes))
    except Exception as error:  # a doctor reports whatever it meets
        return [Finding(look.__name__.strip("_"), "problem", f"{error}" or type(error).__name__)]


def _settings(wishes: Wishes) -> Iterable[Finding]:
    wishes.settings()
    found = Path(".env").is_file()
    yield Finding("settings", "good", "read, with .env of this folder" if found else "read; no .env in this folder")


def _program(_wishes: Wishes) -> Iterable[Finding]:
    import platform

    import wanderhue

    python = f"Python {platform.python_version()} on {platform.system()} {platform.machine()}"
    yield Finding("wanderhue", "good", f"{wanderhue.__version__}, {python}")
    encoding = (sys.stdout.encoding or "?").lower()
    yield Finding("terminal", "good" if encoding.startswith("utf") else "note", f"writes {encoding}")


def _place(wishes: Wishes) -> Iterable[Finding]:
    from wanderhue.tools.conversations import SqliteConversations
    from wanderhue.tools.data_dir import SCHEMA
    from wanderhue.tools.journal import SqliteJournal

    settings = wishes.settings()
    place = wishes.place()
    with tempfile.NamedTemporaryFile(dir=place.root, prefix=".doctor-"):
        pass
    why = _why(wishes.data_dir, settings.data_dir, None, "--data-dir", "WANDERHUE_DATA_DIR")
    yield Finding("data directory", "good", f"{place.root} ({why}), schema {SCHEMA}, writable")
    rows = SqliteConversations(place.store).of_owner("local")
    SqliteJournal(place.journal)
    yield Finding("conversations", "good", f"{len(rows)}, with {sum(row.versions for row in rows)} pictures")


def _planner(wishes: Wishes) -> Iterable[Finding]:
    """Who plans and why; what a key that was found would allow, and what is missing for it."""
    from wanderhue.agent.llm.models import find_model, missing_pieces
    from wanderhue.agent.settings import Settings
    from wanderhue.graphs.assemble import make_planner

    settings = wishes.settings()
    name = settings.planner
    make_planner(name, settings)
    why = _why(wishes.planner, name, Settings().planner, "--planner", "WANDERHUE_PLANNER")
    yield Finding("planner", "good", f"{name} ({why})")
    found = find_model(settings) if name == "offline" else None
    if found is not None:
        yield Finding("planner", "note", f"{found.why} was found: WANDERHUE_PLANNER={found.name} would plan with it")
    for sentence in missing_pieces(settings):
        yield Finding("planner", "note", sentence)


def _model(wishes: Wishes) -> Iterable[Finding]:
    """One tiny call of the planner's model: it may cost a fraction of a cent."""
    from wanderhue.agent.llm.failures import failure_of
    from wanderhue.agent.llm.models import close_model, make_chat_model
    from wanderhue.graphs import loop

    settings = wishes.settings()
    if settings.planner == "offline":
        yield Finding("model", "good", "the offline planner has none to ask")
        return
    start, model = time.perf_counter(), make_chat_model(settings.planner, settings)
    try:
        model.invoke("Answer with the word yes.")
    except Exception as error:  # a doctor reports whatever it meets
        yield Finding("model", "problem", str(failure_of(error).to_error(settings.planner)))
        return
    finally:
        loop.run(close_model(model))
    yield Finding("model", "good", f"{settings.planner} answered in {time.perf_counter() - start:.1f} s")


def _painter(wishes: Wishes) -> Iterable[Finding]:
    from wanderhue.agent.settings import Settings
    from wanderhue.graphs.assemble import make_painter

    name = wishes.settings().painter
    painter = make_painter(name)
    why = _why(wishes.painter, name, Settings().painter, "--painter", "WANDERHUE_PAINTER")
    cap = f", asks above ${wishes.settings().daily_cap_usd:.2f} a day" if painter.paid else ", free"
    yield Finding("painter", "good", f"{name} ({why}{cap})")


def _why(flag: object, value: object, default: object, option: str, variable: str) -> str:
    """Where a setting came from. A variable that says the default reads as the default."""
    if flag is not None:
        return f"from {option}"
    return "the default" if value == default else f"from {variable}"


def _keys(_wishes: Wishes) -> Iterable[Finding]:
    from wanderhue.agent.settings import found_keys

    names = found_keys()
    said = f"found {', '.join(names)}" if names else "none found; none needed"
    yield Finding("keys", "good", said)


def _packages(_wishes: Wishes) -> Iterable[Finding]:
    from importlib.metadata import PackageNotFoundError, version

    found, missing = [], []
    for name in PACKAGES:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            missing.append(name)
    yield Finding("packages", "good", ", ".join(found))
    if missing:
        yield Finding("packages", "problem", f"missing: {', '.join(missing)}; run pip install wanderhue again")


def _fonts(_wishes: Wishes) -> Iterable[Finding]:
    from wanderhue.tools.illustrator.lettering import text_path

    missing = text_path("Wanderhue 여행", size=40).missing
    level: Literal["good", "problem"] = "problem" if missing else "good"
    yield Finding("fonts", level, f"no glyphs for {missing}" if missing else "Latin and Hangul, bundled")


def _sketch(_wishes: Wishes) -> Iterable[Finding]:
    """A small picture through the real worker: the time of the second is what a person waits for."""
    from wanderhue.agent.scene import Scene
    from wanderhue.graphs import loop
    from wanderhue.tools.illustrator_painter import IllustratorPainter

    async def work() -> float:
        painter = IllustratorPainter()
        try:
            await painter.warm()
            start = time.perf_counter()
            await painter.sketch(Scene(setting="lake", title="Doctor"), ("#1d3557", "#a8dadc", "#e63946", "#f1faee"), 1)
            return time.perf_counter() - start
        finally:
            await painter.aclose()

    yield Finding("illustrator", "good", f"a 384 px sketch in {loop.run(work()) * 1000:.0f} ms")
