"""Writes the generated parts of the documents, so that they cannot drift from the code (tests/test_docs.py holds it).

    python docs/generate.py        the settings table, the graph's picture, the answers table, .env.example,
                                   and the evaluation pages (which take a while)
    python docs/generate.py images the README's pictures, when the illustrator has changed

A generated part lies between `<!-- name:begin -->` and `<!-- name:end -->`; everything else is written by hand.
"""

import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

from wanderhue.agent.settings import Settings
from wanderhue.graphs.answers import ACTIONS
from wanderhue.graphs.trip import PAUSES, build_graph

ROOT = Path(__file__).parents[1]

ANSWERS = {
    "say": ('`{"type": "say", "text": "..."}` or only `"..."`', "words of any kind: a request, a choice, feedback"),
    "choose": ('`{"type": "choose", "index": 0}`', "take an option, counted from 0"),
    "more": ('`{"type": "more"}`', "three other trips"),
    "new": ('`{"type": "new"}`', "a new trip in the same conversation; pictures stay"),
    "goto": ('`{"type": "goto", "version": 2}`', "put the cursor on a version, by number or id"),
    "reword": ('`{"type": "reword", "text": "..."}`', "other words for what was refused"),
    "accept_suggestion": ('`{"type": "accept_suggestion"}`', "take the rewording that was offered"),
    "back": ('`{"type": "back"}`', "leave the question; nothing is painted"),
    "paint": ('`{"type": "paint"}`', "yes, paint"),
    "accept": ('`{"type": "accept"}`', "this is the picture; the run ends, new words start the next"),
    "vary": ('`{"type": "vary", "strong": false}`', "another take, near or (`true`) far"),
    "recolor": (
        '`{"type": "recolor", "palette": ["#223344", "..."]}`',
        "the same picture in other colors, no painting",
    ),
    "repaint": (
        '`{"type": "repaint", "palette": ["#223344", "..."]}`',
        "the same brief painted anew in another palette; a paid painter is paid",
    ),
    "reshape": (
        '`{"type": "reshape", "aspect": "9:16", "quality": "fine"}`',
        "the same brief painted anew in another shape; `quality` (`draft`, `standard`, `fine`) may be left out",
    ),
    "rewrite": (
        '`{"type": "rewrite", "slots": {"light": "..."}}`',
        "your own words in slots of the brief (below), painted anew; at a question they change the draft",
    ),
    "photo": ('`{"type": "photo", "blob": "<blob>"}`', "a stored photo of the person's own becomes the picture"),
    "edit": ('`{"type": "edit", "mask": "<blob>", "text": "..."}`', "change only the white part of a stored mask"),
    "undo": ('`{"type": "undo"}`', "to the picture that this one was made from"),
    "redo": ('`{"type": "redo"}`', "forward again after undo"),
    "first": ('`{"type": "first"}`', "to the first picture"),
}


def settings_table() -> str:
    """The settings as a Markdown table."""
    rows = ["| variable | default | what it does |", "|---|---|---|"]
    for spec in fields(Settings):
        names = " or ".join(f"`{name}`" for name in spec.metadata["env"])
        rows.append(f"| {names} | {_default(spec) or 'none'} | {spec.metadata['doc']} |")
    return "\n".join(rows)


def _default(spec: Any) -> str:
    value = spec.default
    if value is MISSING or value in ("", None):
        return ""
    return f"`{int(value) if isinstance(value, bool) else value}`"


def env_example() -> str:
    """The settings as a file to copy to `.env`; every line is commented out."""
    blocks = ["# Copy to .env and remove the # of what you need. Set variables win over this file.\n"
              "# Written by docs/generate.py from agent/settings.py."]  # fmt: skip
    for spec in fields(Settings):
        doc = spec.metadata["doc"].replace("`", "")
        blocks.append(f"# {doc}\n#{spec.metadata['env'][0]}={_default(spec).strip('`')}")
    return "\n\n".join(blocks) + "\n"


_TURN_HEAD = (
    "flowchart TD",
    "  start([start]) --> hear",
    '  subgraph turn ["words or an answer become an order"]',
    "    hear",
    "    listen",
    '    subgraph pauses ["pauses: the person\'s turn"]',
)
_TURN_TAIL = (
    "    end",
    "    hear --> pauses",
    "    hear --> listen",
    "    pauses --> listen",
    "    listen --> pauses",
    "  end",
)


def graph_picture() -> str:
    """The compiled graph as a mermaid block.

    What leads to the same places (listen aside, and the photo that no words lead to) is boxed together, and the five
    pauses are a box, so that one arrow stands for many.
    Not drawn: a pause that waits again after an answer of no use, and the end that stands for a pause after accept.
    """
    targets, apart = targets_of(), {"listen", "photo"}
    turn = [name for name, to in targets.items() if to - apart == targets["hear"] - apart]
    if {*turn} != {"hear", "listen", *PAUSES}:
        raise RuntimeError(f"the box of the picture no longer holds: {turn} lead to the same places")
    lines = [*_TURN_HEAD, *(f"      {name}" for name in PAUSES), *_TURN_TAIL]
    lines += [f"  {name} --> photo" for name in ("hear", "pauses")]
    lines += [f"  turn --> {name}" for name in _boxed(targets["hear"] - apart) if name != "pauses"]
    for name, to in targets.items():
        if name not in turn and name != "__start__":
            lines += [f"  {name} --> {target}" for target in _boxed(to)]
    return "```mermaid\n" + "\n".join(lines) + "\n```"


def targets_of() -> dict[str, frozenset[str]]:
    """Each node of the compiled graph with the nodes that it may lead to."""
    found: dict[str, set[str]] = defaultdict(set)
    for edge in build_graph().get_graph().edges:
        found[edge.source].add(edge.target)
    return {name: frozenset(to) for name, to in found.items()}


def _boxed(targets: frozenset[str]) -> list[str]:
    """The targets with the five pauses as one."""
    if not targets >= set(PAUSES):
        return sorted(target.replace("__end__", "finish([end])") for target in targets)
    return [*sorted(targets - set(PAUSES) - {"__end__"}), "pauses"]


def answers_table() -> str:
    """What can be answered, as data, and at which pauses."""
    rows = ["| answer | what it does | at |", "|---|---|---|"]
    for name, (form, meaning) in ANSWERS.items():
        stages = [stage for stage, names in ACTIONS.items() if stage and name in names]
        rows.append(f"| {form} | {meaning} | {', '.join(stages)} |")
    return "\n".join(rows)


REGIONS: dict[str, dict[str, Callable[[], str]]] = {
    "README.md": {"settings": settings_table, "graph": graph_picture},
    "docs/graph.md": {"answers": answers_table},
}


def pages() -> dict[Path, str]:
    """What every document with a generated part should hold."""
    found = {ROOT / ".env.example": env_example()}
    for name, regions in REGIONS.items():
        text = (ROOT / name).read_text(encoding="utf-8")
        for region, make in regions.items():
            text = _with_region(text, region, make())
        found[ROOT / name] = text
    return found


def _with_region(text: str, name: str, made: str) -> str:
    begin, end = f"<!-- {name}:begin -->", f"<!-- {name}:end -->"
    if text.count(begin) != 1 or text.count(end) != 1:
        raise RuntimeError(f"the markers {begin} and {end} must be there once each")
    head, rest = text.split(begin)
    return f"{head}{begin}\n{made}\n{end}{rest.split(end)[1]}"


EVALUATIONS = {
    "docs/evaluation_requests.md": "benchmarks/request_evaluation.py",
    "docs/evaluation_feedback.md": "benchmarks/feedback_evaluation.py",
}


def evaluate(page: str, script: str) -> None:
    """Write a page with what an evaluation prints; it ends with 1 where rows do not hold, and they are shown."""
    command = [sys.executable, script]
    done = subprocess.run(  # noqa: S603  (our own file)
        command, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=False
    )
    if not done.stdout.startswith("|"):
        raise RuntimeError(f"{script} printed no table")
    title = f"# {Path(page).stem.replace('_', ' ').capitalize()}"
    rows = "[tests/agent/evaluation](../tests/agent/evaluation/README.md)"
    note = f"Written by `make docs` with `{script}`; what the rows ask is in {rows}."
    (ROOT / page).write_text(f"{title}\n\n{note}\n\n{done.stdout.strip()}\n", encoding="utf-8")


IMAGES = ("valensole", "jeju-seongsan", "yeosu")


def draw_images() -> None:
    """Draw trips of the catalogue as the README shows them."""
    from wanderhue.agent.offline.catalogue import by_id
    from wanderhue.agent.scene import default_seed
    from wanderhue.tools.illustrator.draw import draw

    for name in IMAGES:
        trip = by_id()[name]
        scene, palette = trip.scene.model_copy(update={"aspect": "3:4"}), [color.hex for color in trip.palette]
        png = draw(scene, palette, seed=default_seed(scene, 1), width=420, height=560).png
        (ROOT / "docs" / "images" / f"{name}.png").write_bytes(png)


def main() -> None:
    """Write everything, or only the pictures."""
    if sys.argv[1:] == ["images"]:
        draw_images()
        return
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
    for page, script in EVALUATIONS.items():
        if (ROOT / script).exists():
            evaluate(page, script)


if __name__ == "__main__":
    main()
