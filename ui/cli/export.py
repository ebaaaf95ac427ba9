"""What an export of a conversation holds, and writing it: a folder or a zip that means something without Wanderhue."""

import json
import re
import zipfile
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wanderhue.agent.errors import BadInput, NotFound
from wanderhue.ui.cli.palette_files import written

if TYPE_CHECKING:
    from wanderhue.tools.conversations import Conversation, ConversationStore, Version
    from wanderhue.tools.image_store import ImageStore

OWNER = "local"


def export_files(row: "Conversation", store: "ConversationStore", images: "ImageStore") -> dict[str, bytes]:
    """{name: bytes}: each picture with a JSON of everything known about it, transcript.md, and the last palette."""
    versions = store.versions(row.thread, OWNER)
    files: dict[str, bytes] = {"transcript.md": _transcript(store.transcript(row.thread, OWNER)).encode()}
    for version in versions:
        name = picture_name(version)
        try:
            files[f"{name}.png"] = images.get(version.blob)
        except NotFound:
            continue  # its record still says what it was
        finally:
            files[f"{name}.json"] = _pretty(_sidecar(version))
    if versions:
        colors = palette_of(versions[-1])
        title = versions[-1].brief["scene"].get("title") or "Wanderhue"
        for form in ("json", "css", "gpl"):
            files[f"palette.{form}"] = written(colors, form, title=title).encode()
    return files


def picture_name(version: "Version") -> str:
    """'03-gamcheon-busan': the number, and the title in letters that every file system takes."""
    title = re.sub(r"[^a-z0-9가-힣]+", "-", str(version.brief["scene"].get("title", "")).lower()).strip("-")[:40]
    return f"{version.number:02d}-{title or 'picture'}"


def palette_of(version: "Version") -> list[dict[str, Any]]:
    """[{name, hex, rgb}] of a version's brief."""
    return [{**color, "rgb": list(bytes.fromhex(color["hex"][1:]))} for color in version.brief["palette"]]


def write_files(files: dict[str, bytes], target: Path, *, force: bool) -> None:
    """Write a zip where the target ends in .zip, else a folder. Raises `BadInput` for what is in the way."""
    if target.exists() and not force and not (target.is_dir() and not any(target.iterdir())):
        raise BadInput(f"{target} is there already; choose another with --output, or add --force")
    try:
        if target.suffix.lower() == ".zip":
            target.parent.mkdir(parents=True, exist_ok=True)
            with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
                for name, data in sorted(files.items()):
                    packed.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
            return
        target.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            (target / name).write_bytes(data)
    except OSError as error:
        raise BadInput(f"{target} cannot be written ({error.strerror or error})") from error


def _sidecar(version: "Version") -> dict[str, Any]:
    return {name: value for name, value in asdict(version).items() if name != "blob"} | {"sha256": version.blob}


def _transcript(said: list[tuple[str, str]]) -> str:
    """Markdown; a person's words are quoted, so that they stay words."""
    parts = []
    for role, words in said:
        lines = words.splitlines() or [""]
        parts.append("\n".join(f"> {line}" for line in lines) if role == "person" else words)
    return "\n\n".join(parts) + "\n"


def _pretty(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
