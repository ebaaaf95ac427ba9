"""The lines of the studio's table: a median and a 95th percentile with their unit."""

import statistics

HEAD = "| figure | median | p95 | n | |\n|---|---|---|---|---|"


Found = tuple[str, str, int]  # a median and a p95 as written, and of how many samples


def _found(samples: list[float], form: str) -> Found:
    ordered = sorted(samples)
    p95 = ordered[round(0.95 * (len(ordered) - 1))]
    return form.format(statistics.median(ordered)), form.format(p95), len(ordered)


def milliseconds(seconds: list[float]) -> Found:
    """Of samples in seconds."""
    return _found([1000 * second for second in seconds], "{:.0f} ms")


def megabytes(samples: list[float]) -> Found:
    """Of samples in MB."""
    return _found(samples, "{:.0f} MB")


def kilobytes(samples: list[int]) -> Found:
    """Of samples in bytes."""
    return _found([sample / 1024 for sample in samples], "{:.1f} KB")


def line(figure: str, found: Found, *, note: str = "") -> str:
    """One line of the table."""
    return f"| {figure} | {found[0]} | {found[1]} | {found[2]} | {note} |"
