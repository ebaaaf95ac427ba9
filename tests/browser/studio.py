"""The real program in a process of its own, as a person starts it, on a free port with a data folder of its own."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

FENCE = Path(__file__).with_name("fence")
PROGRAM = (sys.executable, "-m", "wanderhue")
_DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # no proxy of the person's on loopback


def free_port() -> int:
    """A port of loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


class Studio:
    """A running studio. `place` holds its `data`, its output (`log()`) and what it tried to reach (`outside()`).

    `restart()` and `start()` after `kill()` come back on the same port with the same data, so that an open page can
    find it again.
    """

    def __init__(
        self,
        place: Path,
        *arguments: str,
        env: Mapping[str, str] | None = None,
        program: Sequence[str] = PROGRAM,
        fence: bool = True,
    ) -> None:
        self.place = place
        self.data = place / "data"
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._arguments, self._env, self._program, self._fence = arguments, dict(env or {}), program, fence
        self._child: subprocess.Popen[bytes] | None = None
        place.mkdir(parents=True, exist_ok=True)

    def start(self, *, wait: float = 90) -> None:
        """Start it; return when it answers that it is well, or raise with what it printed."""
        assert self._child is None, "it runs already"
        command = [*self._program, "studio", "--host", "127.0.0.1", "--port", str(self.port), "--no-open"]
        with (self.place / "output.txt").open("ab") as output:
            self._child = subprocess.Popen(
                [*command, "--data-dir", str(self.data), *self._arguments],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                cwd=self.place,
                env=self._environment(),
            )
        until = time.monotonic() + wait
        while not self.is_well():
            code = self._child.poll()
            if code is not None or time.monotonic() > until:
                self.kill()
                found = f"ended with {code}" if code is not None else f"was not well after {wait:.0f} s"
                raise AssertionError(f"the studio {found}; it printed:\n{self.log()[-4000:]}")
            time.sleep(0.02)

    def _environment(self) -> dict[str, str]:
        env = {name: value for name, value in os.environ.items() if name != "WANDERHUE_DATA_DIR"}
        if self._fence:
            env["PYTHONPATH"] = os.pathsep.join(filter(None, (str(FENCE), os.environ.get("PYTHONPATH"))))
            env["FENCE_LOG"] = str(self.place / "outside.txt")
        return {**env, "PYTHONUTF8": "1", **self._env}

    def is_well(self) -> bool:
        """Whether it answers on /wh/health."""
        try:
            with _DIRECT.open(f"{self.url}/wh/health", timeout=5) as answer:
                return bool(json.load(answer)["ok"])
        except (OSError, ValueError):
            return False

    @property
    def pid(self) -> int:
        """The process's number."""
        assert self._child is not None, "it does not run"
        return self._child.pid

    def stop(self, *, wait: float = 20) -> int:
        """Ask it to end (SIGTERM) and give its exit code; it fails where it does not end by itself."""
        child = self._child
        assert child is not None, "it does not run"
        child.terminate()
        try:
            code = child.wait(wait)
        except subprocess.TimeoutExpired:
            self.kill()
            raise AssertionError(f"the studio did not end in {wait:.0f} s; it printed:\n{self.log()[-4000:]}") from None
        self._child = None
        return code

    def kill(self) -> None:
        """End it as a crash does: no goodbye, nothing saved any more."""
        if self._child is not None:
            self._child.kill()
            self._child.wait()
            self._child = None

    def restart(self) -> None:
        """End it in good order and start it again, same port, same data."""
        self.stop()
        self.start()

    def log(self) -> str:
        """Everything that it printed, since the first start."""
        return _text(self.place / "output.txt")

    def outside(self) -> list[str]:
        """The hosts that the process tried to reach beyond this machine; they must be none."""
        return _text(self.place / "outside.txt").splitlines()

    def check(self, *, since: int = 0) -> None:
        """Fail if it reached outside, or printed a traceback after so many characters of its log."""
        assert not self.outside(), f"the studio tried to reach {self.outside()}"
        said = self.log()[since:]
        assert "Traceback (most recent call last)" not in said, f"the studio printed:\n{said[-6000:]}"

    def __enter__(self) -> "Studio":
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._child is not None:
            self.stop()
        if kind is None:
            self.check()


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""
