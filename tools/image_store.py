"""Pictures on disk, addressed by their content: the same bytes are kept once, whoever made them.

Names never leave the process as addresses: people get pictures through versions, which have owners.
"""

import hashlib
import os
import tempfile
from pathlib import Path
from typing import Protocol

from wanderhue.agent.errors import NotFound


class ImageStore(Protocol):
    """Keeps pictures."""

    def put(self, data: bytes) -> str:
        """Keep the bytes; gives their name (SHA-256, 64 hex digits). Whole or not at all, also at a crash."""
        ...

    def get(self, name: str) -> bytes:
        """The bytes; raises `NotFound`."""
        ...

    def list(self) -> list[str]:
        """Every name."""
        ...

    def remove(self, name: str) -> None:
        """Forget the bytes; nothing happens if they are gone already."""
        ...


class FolderImageStore:
    """An image store in a local folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir(parents=True, exist_ok=True)

    def path(self, name: str) -> Path:
        """Where a picture lies. Raises `NotFound` for anything that is not a name of ours."""
        if len(name) != 64 or not set(name) <= set("0123456789abcdef"):
            raise NotFound(f"there is no picture named {name[:80]!r}")
        return self.root / name[:2] / f"{name}.png"

    def put(self, data: bytes) -> str:
        """Write to a temporary file, flush to the disk, then rename: never half a picture."""
        name = hashlib.sha256(data).hexdigest()
        path = self.path(name)
        if path.exists():
            return name
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".new-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.replace(temporary, path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
        return name

    def get(self, name: str) -> bytes:
        """Read one picture."""
        try:
            return self.path(name).read_bytes()
        except FileNotFoundError as error:
            raise NotFound(f"the picture {name[:12]} is not in {self.root}") from error

    def list(self) -> list[str]:
        """Every name, sorted."""
        return sorted(path.stem for path in self.root.glob("[0-9a-f][0-9a-f]/*.png"))

    def remove(self, name: str) -> None:
        """Delete one picture's file."""
        self.path(name).unlink(missing_ok=True)
