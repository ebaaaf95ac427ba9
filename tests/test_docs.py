"""The documents are true: generated parts are up to date, snippets and commands run, links lead somewhere."""

import os
import re
import runpy
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
PAGES = sorted(page for folder in (".", "docs", "benchmarks") for page in (ROOT / folder).glob("*.md"))
GENERATE: dict[str, Any] = runpy.run_path(str(ROOT / "docs" / "generate.py"))


def blocks(language: str) -> list[Any]:
    """Every fenced block of exactly that language, named by its page and number."""
    found = []
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for number, block in enumerate(re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL), 1):
            found.append(pytest.param(block, id=f"{page.relative_to(ROOT).as_posix()}-{number}"))
    return found


def run(command: list[str], cwd: Path, data: Path) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "WANDERHUE_DATA_DIR": str(data), "PYTHONUTF8": "1"}
    return subprocess.run(command, cwd=cwd, env=env, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8",
                          check=False)  # fmt: skip


@pytest.mark.parametrize("path", GENERATE["pages"](), ids=lambda path: path.name)
def test_generated_parts_are_up_to_date(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == GENERATE["pages"]()[path], "run `make docs`"


def test_every_variable_of_the_example_is_commented_out_and_known_to_the_settings() -> None:
    text = (ROOT / ".env.example").read_text(encoding="utf-8")
    named = re.findall(r"^#([A-Z_]+)=", text, re.MULTILINE)
    from dataclasses import fields

    from wanderhue.agent.settings import Settings

    assert named == [spec.metadata["env"][0] for spec in fields(Settings)]
    assert all(line.startswith("#") for line in text.splitlines() if line)


def test_the_picture_of_the_graph_shows_every_node_and_no_other() -> None:
    drawn = set(re.findall(r"^\s*(?:\S+ --> )?(\w+)$", GENERATE["graph_picture"](), re.MULTILINE))
    nodes = set(GENERATE["targets_of"]()) - {"__start__"}
    assert drawn - {"end", "pauses"} == nodes


def test_every_answer_is_in_the_table_and_every_field_of_a_pause_on_the_page() -> None:
    from wanderhue.graphs.answers import ACTIONS
    from wanderhue.graphs.snapshot import snapshot

    assert set(GENERATE["ANSWERS"]) == {name for names in ACTIONS.values() for name in names}
    page = (ROOT / "docs" / "graph.md").read_text(encoding="utf-8")
    assert not [name for name in snapshot({}, "ask") if f"`{name}`" not in page]


@pytest.mark.parametrize("code", blocks("python"))
def test_every_python_snippet_runs(code: str, tmp_path: Path) -> None:
    done = run([sys.executable, "-c", code], tmp_path, tmp_path / "data")
    assert done.returncode == 0, done.stderr
    assert not done.stderr


def test_every_command_of_the_readme_runs_in_its_order(tmp_path: Path) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    lines = "".join(re.findall(r"^```bash\n(.*?)^```", text, re.MULTILINE | re.DOTALL)).splitlines()
    commands = [shlex.split(line) for line in lines if line.startswith("wanderhue ")]
    assert len(commands) > 8
    for command in commands:
        done = run([sys.executable, "-m", *command], tmp_path, tmp_path / "data")
        assert done.returncode == 0, (command, done.stdout, done.stderr)
        assert "Traceback" not in done.stderr
    assert {"boat.png", "warm.png", "album"} <= {path.name for path in tmp_path.iterdir()}


def test_every_make_target_of_the_readme_is_there() -> None:
    text, makefile = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "Makefile"))
    for target in re.findall(r"\bmake ([a-z]+)\b", text):
        assert target == "it" or f"\n{target}:" in makefile


def anchors(page: Path) -> set[str]:
    heads = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_between_documents_resolve(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    links = re.findall(r"\]\(([^)\s]+)\)", text) + re.findall(r'(?:src|href)="([^"]+)"', text)
    for link in links:
        if link.startswith(("https://", "mailto:")):
            continue
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


def test_pages_name_files_that_exist() -> None:
    folders = "agent|tools|graphs|ui|tests|docs|benchmarks"
    missing = [
        f"{page.name}: {name}"
        for page in PAGES
        for name in re.findall(rf"`((?:{folders})/[\w./*-]+)`", page.read_text(encoding="utf-8"))
        if not list(ROOT.glob(name.rstrip("/")))
    ]
    assert not missing


# written in pieces, so that this file does not hold what it looks for
MACHINE = ("/ro" + "ot/", "/ho" + r"me/\w", "/wo" + "rk/", "/Us" + r"ers/\w", r"[A-Z]:\\Us" + "ers")
REGISTRY = (r"--(?:extra-)?index" + "-url", "pypi" + r"\.org", "files.python" + "hosted")


def test_no_tracked_text_holds_paths_of_a_machine_or_hosts_of_a_registry() -> None:
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        return  # an unpacked archive has no list of tracked files
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    wrong = re.compile("|".join((*MACHINE, *REGISTRY)))
    found = []
    for name in listed.split("\0"):
        path = ROOT / name
        if name and path.is_file() and not path.is_symlink() and b"\0" not in (data := path.read_bytes())[:8000]:
            found += [f"{name}: {hit.group()}" for hit in wrong.finditer(data.decode("utf-8", "replace"))]
    assert not found
