"""For tests of the command line: the command in this process, or as a process of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result
from PIL import Image

from wanderhue.ui.cli.app import cli

COMMAND = (sys.executable, "-m", "wanderhue")


def wanderhue(*arguments: str, said: str | bytes = "") -> Result:
    """Run the command here; an exception that nobody handled is raised, not hidden in the result."""
    result = CliRunner().invoke(cli, list(arguments), input=said, prog_name="wanderhue")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def process(
    *arguments: str, said: bytes = b"", cwd: Path | None = None, **env: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the command as people do, in a process of its own."""
    return subprocess.run(
        [*COMMAND, *arguments],
        input=said,
        capture_output=True,
        cwd=cwd,
        env={**os.environ, **env},
        timeout=60,
        check=False,
    )


def views(*lines: str, resume: str = "", data_dir: Path | None = None) -> list[dict[str, Any]]:
    """The views of `chat --json` for these lines; the first is the opening one."""
    more = [*(["--resume", resume] if resume else []), *(["--data-dir", str(data_dir)] if data_dir else [])]
    result = wanderhue("chat", "--json", *more, said="".join(f"{line}\n" for line in lines))
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def pixels(path: Path | str) -> tuple[int, int]:
    """Width and height of a picture file that Pillow can read whole."""
    with Image.open(path) as image:
        image.load()
        return image.size


def stripes(path: Path, colors: Sequence[str]) -> Path:
    """A picture of equal stripes of these colors."""
    image = Image.new("RGB", (40 * len(colors), 60))
    for index, color in enumerate(colors):
        image.paste(color, (40 * index, 0, 40 * index + 40, 60))
    image.save(path)
    return path
