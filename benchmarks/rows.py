"""Samples as a row of the speed table, and rows as Markdown."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

HEAD = "| figure | median | p95 | CPU | n | |\n|---|---|---|---|---|---|"


@dataclass(frozen=True)
class Row:
    """One figure. Times in seconds; `cpu` is a sample's, over all threads, or None where it was not taken."""

    figure: str
    median: float
    p95: float
    n: int
    cpu: float | None = None
    note: str = ""

    def markdown(self) -> str:
        """The table's line, in milliseconds."""
        cpu = "" if self.cpu is None else _ms(self.cpu)
        return f"| {self.figure} | {_ms(self.median)} | {_ms(self.p95)} | {cpu} | {self.n} | {self.note} |"


def row(figure: str, samples: list[float], *, cpu: float | None = None, note: str = "") -> Row:
    """The row of samples in seconds."""
    ordered = sorted(samples)
    p95 = ordered[round(0.95 * (len(ordered) - 1))]
    return Row(figure, statistics.median(ordered), p95, len(ordered), cpu, note)


def timed(act: Callable[[], object], rounds: int) -> tuple[list[float], float]:
    """Seconds of each call, and CPU seconds a call, after one to warm up."""
    act()
    samples, cpu = [], time.process_time()
    for _ in range(rounds):
        begun = time.perf_counter()
        act()
        samples.append(time.perf_counter() - begun)
    return samples, (time.process_time() - cpu) / rounds


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f}" if seconds < 0.02 else f"{seconds * 1000:.0f}"
