"""How the rules read the feedback of the evaluation set, as a table: `python benchmarks/feedback_evaluation.py`."""

import json
import sys
import time
from pathlib import Path
from typing import Any

from wanderhue.agent.feedback import Reading
from wanderhue.agent.grammar import Context, read_feedback
from wanderhue.agent.scene import Element, Scene

FOLDER = Path(__file__).parent.parent / "tests" / "agent" / "evaluation"
LANGUAGES = {"en": "English", "ko": "Korean"}


def evaluation_table() -> str:
    """Markdown: a summary for each language, then every row with what was meant and what was read."""
    parts = ["| language | rows | read exactly | admitted | misread | time a sentence |", "|---|---|---|---|---|---|"]
    details: list[str] = []
    for lang, name in LANGUAGES.items():
        rows = [json.loads(line) for line in (FOLDER / f"feedback.{lang}.jsonl").read_text("utf-8").splitlines()]
        readings = [_read(row) for row in rows]
        verdicts = [_verdict(row, reading) for row, reading in zip(rows, readings, strict=True)]
        counts = [verdicts.count(verdict) for verdict in ("exact", "admitted", "misread")]
        parts.append(f"| {name} | {len(rows)} | {' | '.join(map(str, counts))} | {_milliseconds(rows):.1f} ms |")
        details += ["", f"## {name}", "", "| sentence | meant | read | |", "|---|---|---|---|"]
        details += [_line(*one) for one in zip(rows, readings, verdicts, strict=True)]
    return "\n".join([*parts, *details]) + "\n"


def _read(row: dict[str, Any]) -> Reading:
    page = row["context"]
    setting, _, variant = page["setting"].partition("/")
    elements = tuple(Element(kind=kind) for kind in page["elements"])
    scene = Scene(setting=setting, variant=variant, time=page["time"], elements=elements)
    return read_feedback(row["text"], Context(scene=scene, versions=page["versions"], options=page["options"]))


def _verdict(row: dict[str, Any], reading: Reading) -> str:
    """exact; admitted: not exact, but the message was said to be not understood in part; misread."""
    same = list(reading.codes()) == row["expect"]
    if same and (not reading.unknown or row.get("unknown_ok")):
        return "exact"
    return "admitted" if reading.unknown else "misread"


def _milliseconds(rows: list[dict[str, Any]]) -> float:
    start = time.process_time()
    for row in rows:
        _read(row)
    return (time.process_time() - start) / len(rows) * 1000


def _line(row: dict[str, Any], reading: Reading, verdict: str) -> str:
    read = ", ".join(reading.codes()) + "".join(f" (not understood: {phrase})" for phrase in reading.unknown)
    cells = (row["text"], ", ".join(row["expect"]) or "nothing", read.strip() or "nothing", verdict)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


if __name__ == "__main__":
    sys.stdout.write(evaluation_table())
