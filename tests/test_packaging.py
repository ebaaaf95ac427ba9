"""What people install: the wheel is whole, works from anywhere, and builds from a checkout without symlinks."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FLOORS = ("agent", "graphs", "tools", "ui")
KEPT = (".py", ".json", ".otf", ".ttf", ".woff2", ".txt", ".css", ".js", ".html", ".md", ".webp")


def checkout(place: Path) -> Path:
    """The files that a build needs, as git writes them with core.symlinks=false: links are small text files."""
    place.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, place / name)
    for floor in FLOORS:
        shutil.copytree(ROOT / floor, place / floor, ignore=shutil.ignore_patterns("__pycache__"))
    (place / "wanderhue").mkdir()
    for name in ("__init__.py", "__main__.py", "py.typed"):
        shutil.copy(ROOT / "wanderhue" / name, place / "wanderhue" / name)
    for floor in FLOORS:
        (place / "wanderhue" / floor).write_text(f"../{floor}", encoding="utf-8")
    return place


def build(place: Path, out: Path) -> Path:
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(place)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=place, check=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    assert "absent from the" not in done.stdout + done.stderr  # setuptools' warning about a forgotten folder
    return next(out.glob("wanderhue-*.whl"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("build")
    return build(checkout(place / "checkout"), place / "dist")


@pytest.fixture(scope="module")
def site(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing but the wheel's content installed in it."""
    site = tmp_path_factory.mktemp("site")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
    subprocess.run([*pip, "--no-deps", "--no-index", "--target", site, wheel], check=True, capture_output=True)
    return site


def run_from_elsewhere(site: Path, cwd: Path, *arguments: str) -> str:
    env = {**os.environ, "PYTHONPATH": str(site), "PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, encoding="utf-8", cwd=cwd, env=env, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_wheel_holds_every_file_of_the_four_folders_and_nothing_beside_them(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        f"wanderhue/{path.relative_to(ROOT).as_posix()}"
        for floor in FLOORS
        for path in (ROOT / floor).rglob("*")
        if path.suffix in KEPT and "__pycache__" not in path.parts
    }
    assert wanted <= names
    assert {"wanderhue/__init__.py", "wanderhue/__main__.py", "wanderhue/py.typed"} <= names
    assert {name.split("/")[0].split("-")[0] for name in names} == {"wanderhue"}


def test_the_wheel_carries_the_licences_and_names_its_command(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    licences = {name.rsplit("/", 1)[1] for name in archive.namelist() if ".dist-info/licenses/" in name}
    assert {"LICENSE", "OFL-bricolage-grotesque.txt", "OFL-hanken-grotesk.txt", "OFL-pretendard.txt"} <= licences
    entry = next(name for name in archive.namelist() if name.endswith("entry_points.txt"))
    assert "wanderhue = wanderhue.__main__:main" in archive.read(entry).decode()


def test_a_checkout_with_symlinks_builds_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    place = checkout(tmp_path / "linked")
    try:
        for floor in FLOORS:
            (place / "wanderhue" / floor).unlink()
            (place / "wanderhue" / floor).symlink_to(f"../{floor}", target_is_directory=True)
    except OSError:
        return  # a Windows account that may not make links has only the other kind of checkout
    linked = build(place, tmp_path / "dist")
    assert sorted(zipfile.ZipFile(linked).namelist()) == sorted(zipfile.ZipFile(wheel).namelist())


def test_every_module_of_the_installed_wheel_can_be_imported(site: Path, tmp_path: Path) -> None:
    code = """
import importlib, json, pkgutil, wanderhue
files = [wanderhue.__file__]
for found in pkgutil.walk_packages(wanderhue.__path__, "wanderhue."):
    files.append(importlib.import_module(found.name).__file__)
print(json.dumps(files))
"""
    files = json.loads(run_from_elsewhere(site, tmp_path, "-W", "ignore", "-c", code))
    assert {Path(file).resolve().relative_to(site.resolve()).parts[0] for file in files} == {"wanderhue"}
    modules = sum(1 for floor in FLOORS for path in (ROOT / floor).rglob("*.py"))
    assert len(files) == modules + 2


def test_the_command_and_a_drawing_work_from_any_folder(site: Path, tmp_path: Path) -> None:
    assert "Usage:" in run_from_elsewhere(site, tmp_path, "-m", "wanderhue", "--help")
    draw = ("-m", "wanderhue", "draw", "a boat on a lake", "--size", "96x96", "-o", "boat.png", "--data-dir", "data")
    run_from_elsewhere(site, tmp_path, *draw)
    assert (tmp_path / "boat.png").read_bytes().startswith(b"\x89PNG")
