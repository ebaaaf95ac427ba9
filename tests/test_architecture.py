"""The house rules that a reader relies on, held by reading the imports of every file."""

import ast
import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
FLOORS = ("agent", "tools", "graphs", "ui")
CODE = [path for floor in FLOORS for path in sorted((ROOT / floor).rglob("*.py"))]


def imports(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield ("." * node.level + (node.module or ""), node.lineno)


def floor_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0]


def test_imports_go_down_the_house_only() -> None:
    wrong = []
    for path in CODE:
        for name, line in imports(path):
            parts = name.split(".")
            above = parts[0] == "wanderhue" and len(parts) > 1 and parts[1] in FLOORS
            if above and FLOORS.index(parts[1]) > FLOORS.index(floor_of(path)):
                wrong.append(f"{path.relative_to(ROOT)}:{line} imports {name}")
    assert not wrong


def test_every_import_of_ours_names_the_whole_package() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {name}"
        for path in CODE
        for name, line in imports(path)
        if name.split(".")[0] in FLOORS or name.startswith(".")
    ]
    assert not wrong


def test_only_graphs_imports_langgraph_and_only_ui_imports_gradio() -> None:
    homes = {"langgraph": "graphs", "gradio": "ui"}
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {name}"
        for path in CODE
        for name, line in imports(path)
        if homes.get(name.split(".")[0], floor_of(path)) != floor_of(path)
    ]
    assert not wrong


def test_only_the_settings_read_the_environment() -> None:
    readers = {
        path.relative_to(ROOT).as_posix()
        for path in CODE
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in ("environ", "getenv") and ast.unparse(node.value) == "os"
    }
    assert readers <= {"agent/settings.py"}


def test_nothing_forks_and_nothing_locks_by_fcntl() -> None:
    banned = {"fcntl", "multiprocessing", "pty"}
    assert not [f"{path.name}:{line}" for path in CODE for name, line in imports(path) if name.split(".")[0] in banned]
    assert not [path.name for path in CODE if "os.fork(" in path.read_text(encoding="utf-8")]


def test_every_folder_with_code_or_data_is_a_package_of_the_wheel() -> None:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
    kept = (".py", ".json", ".ttf", ".otf", ".woff2", ".txt", ".css", ".js", ".html", ".md", ".webp")
    folders = {
        "wanderhue." + ".".join(path.parent.relative_to(ROOT).parts)
        for floor in FLOORS
        for path in (ROOT / floor).rglob("*")
        if path.suffix in kept and "__pycache__" not in path.parts
    }
    assert set(config["packages"]) == folders | {"wanderhue"}
    assert set(config["package-dir"]) == set(config["packages"])
    for name, folder in config["package-dir"].items():
        assert name == "wanderhue" or folder == name.removeprefix("wanderhue.").replace(".", "/")


def test_the_thin_package_points_at_the_four_folders() -> None:
    for floor in FLOORS:
        assert (ROOT / "wanderhue" / floor).resolve() == (ROOT / floor).resolve()


def test_importing_wanderhue_loads_nothing_heavy() -> None:
    heavy = [
        "numpy",
        "PIL",
        "pydantic",
        "langchain_core",
        "langgraph",
        "gradio",
        "torch",
        "boto3",
        "openai",
        "click",
        "rich",
    ]
    code = f"import sys, json, wanderhue; print(json.dumps([n for n in {heavy} if n in sys.modules]))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert json.loads(done.stdout) == []


def test_every_public_name_can_be_imported() -> None:
    import wanderhue

    assert all(getattr(wanderhue, name) is not None for name in wanderhue.__all__)
    assert dir(wanderhue) == wanderhue.__all__
