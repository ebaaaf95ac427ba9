"""The offline planner on the evaluation set, as a Markdown table: what was read, what was offered, and whether it fits.

    python benchmarks/request_evaluation.py

Ends with the figures: rows that hold, seconds to the first options in a fresh process, median milliseconds after.
"""

import importlib.util
import statistics
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

_CHECKS = Path(__file__).parents[1] / "tests" / "agent" / "request_checks.py"
_FIRST = """
import time
start = time.perf_counter()
from datetime import date
from wanderhue.agent.offline.talk import recommend
from wanderhue.agent.planner import Talk
ready = time.perf_counter()
recommend(Talk("친구와 봄 소풍을 갈 만한 여행지를 추천해줘", "ko", date(2026, 11, 21)))
print(ready - start, time.perf_counter() - ready)
"""


def load_checks() -> Any:
    """The meaning of the rows' fields, shared with the test."""
    spec = importlib.util.spec_from_file_location("request_checks", _CHECKS)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def cell(text: str, most: int = 90) -> str:
    """Text that fits into a table's cell."""
    short = text if len(text) <= most else text[: most - 1] + "…"
    return short.replace("|", "/")


def main() -> int:
    """Print the table; 1 when a row does not hold."""
    from wanderhue.agent.hearing import language_of
    from wanderhue.agent.offline.constraints import read_part
    from wanderhue.agent.offline.describe import described
    from wanderhue.agent.offline.talk import recommend
    from wanderhue.agent.planner import Talk

    checks = load_checks()
    took, held, rows = [], 0, checks.read_requests()
    print("| request | read | answer | verdict |\n|---|---|---|---|")
    recommend(Talk("바다", "ko", date(2026, 11, 21)))
    for row in rows:
        lang, today = language_of(row["text"]) or "en", date.fromisoformat(row["now"])
        start = time.perf_counter()
        found = recommend(Talk(row["text"], lang, today))
        took.append(time.perf_counter() - start)
        wrong = checks.wrong_with(found, row["expect"])
        held += not wrong
        read = described(read_part(row["text"], today), lang)
        told = "; ".join(option.title for option in found.options) or f"{found.kind}: {found.reply}"
        print(f"| {cell(row['text'])} | {cell(read)} | {cell(told, 160)} | {'; '.join(wrong) or 'holds'} |")
    first = subprocess.run([sys.executable, "-c", _FIRST], capture_output=True, text=True, check=True).stdout.split()
    print(f"\n{held} of {len(rows)} rows hold. Median {statistics.median(took) * 1000:.1f} ms a request,")
    imports, answer = map(float, first)
    print(f"slowest {max(took) * 1000:.1f} ms; a fresh process: imports {imports:.2f} s, first options {answer:.2f} s.")
    return int(held < len(rows))


if __name__ == "__main__":
    raise SystemExit(main())
