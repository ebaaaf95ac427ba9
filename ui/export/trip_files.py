"""What an export of a conversation holds, and writing it: a folder or a zip that means something without Wanderhue."""

import io
import json
import re
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wanderhue.agent.errors import BadInput, NotFound
from wanderhue.ui.export.palette_files import FORMATS, palette_file

if TYPE_CHECKING:
    from wanderhue.tools.conversations import Album, Conversation, ConversationStore, Version
    from wanderhue.tools.image_store import ImageStore


def export_files(
    row: "Conversation | Album", store: "ConversationStore", images: "ImageStore", owner: str = "local"
) -> dict[str, bytes]:
    """{name: bytes}: each picture with a JSON of everything known about it, transcript.md, and the last palette.

    Raises `NotFound` for somebody else's conversation.
    """
    versions = store.versions(row.thread, owner)
    files: dict[str, bytes] = {"transcript.md": _transcript(store.transcript(row.thread, owner)).encode()}
    for version in versions:
        name = picture_name(version)
        try:
            files[f"{name}.png"] = images.get(version.blob)
        except NotFound:
            continue  # its record still says what it was
        finally:
            files[f"{name}.json"] = sidecar(version)
    if versions:
        colors = palette_of(versions[-1])
        title = versions[-1].brief["scene"].get("title") or "Wanderhue"
        for form in FORMATS:
            files[f"palette.{form}"] = palette_file(colors, form, title=title)
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
            target.write_bytes(packed(files))
            return
        target.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            (target / name).write_bytes(data)
    except OSError as error:
        raise BadInput(f"{target} cannot be written ({error.strerror or error})") from error


def sidecar(version: "Version") -> bytes:
    """The JSON that lies beside a picture: everything known about it."""
    known = {name: value for name, value in asdict(version).items() if name != "blob"} | {"sha256": version.blob}
    return (json.dumps(known, ensure_ascii=False, indent=2) + "\n").encode()


def packed(files: dict[str, bytes]) -> bytes:
    """A zip of them: the same files give the same bytes. Pictures are compressed already and only put in."""
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in sorted(files.items()):
            how = zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), data, how)
    return out.getvalue()


def _transcript(said: list[tuple[str, str]]) -> str:
    """Markdown; a person's words are quoted, so that they stay words."""
    parts = []
    for role, words in said:
        lines = words.splitlines() or [""]
        parts.append("\n".join(f"> {line}" for line in lines) if role == "person" else words)
    return "\n\n".join(parts) + "\n"
