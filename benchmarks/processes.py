"""Which processes a program consists of, and what each holds in memory."""

import os
from pathlib import Path


def family(pid: int) -> dict[str, int]:
    """The process and everything that it started, by what each is: {"the studio": 12, "child 1, ...": 34}."""
    members, waiting = {"the studio": pid}, [pid]
    while waiting:
        for child in _children(waiting.pop(0)):
            members[f"child {len(members)}, {_name(child)}"] = child
            waiting.append(child)
    return members


def resident_mb(pid: int) -> float:
    """Resident memory in MB (of 1024 * 1024 bytes)."""
    try:
        import psutil
    except ImportError:
        return _status(pid, "VmRSS") / 1024
    return float(psutil.Process(pid).memory_info().rss) / 1024**2


def cpu_seconds(pid: int) -> float:
    """Processor time that it used so far."""
    try:
        import psutil
    except ImportError:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    times = psutil.Process(pid).cpu_times()
    return float(times.user + times.system)


def _children(pid: int) -> list[int]:
    try:
        import psutil
    except ImportError:
        tasks = Path(f"/proc/{pid}/task").iterdir()
        return [int(child) for task in tasks for child in (task / "children").read_text().split()]
    return [child.pid for child in psutil.Process(pid).children()]


def _name(pid: int) -> str:
    """The module or script that a Python process runs, else the program's name."""
    try:
        import psutil
    except ImportError:
        words = Path(f"/proc/{pid}/cmdline").read_text().split("\0")
    else:
        words = psutil.Process(pid).cmdline()
    if "-m" in words[:-1]:
        return words[words.index("-m") + 1]
    return Path(words[0]).name if words and words[0] else "nameless"


def _status(pid: int, field: str) -> float:
    rows = (row.split() for row in Path(f"/proc/{pid}/status").read_text().splitlines())
    return next(float(row[1]) for row in rows if row[0] == f"{field}:")
