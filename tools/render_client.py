"""Drawing from an event loop: the illustrator in a child process, one picture at a time.

Safe from several threads and loops: requests queue on one thread of the client's own, which talks to the child over
pipes. A child that dies is started again once; cancelling the awaiting task kills it.
"""

import asyncio
import contextlib
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from wanderhue.agent.errors import BadInput, BadPicture, Cancelled, PainterError, Unavailable
from wanderhue.agent.scene import Scene
from wanderhue.tools.frames import read_frame, write_frame
from wanderhue.tools.illustrator.draw import Drawing
from wanderhue.tools.illustrator.notice import Notice

Progress = Callable[[str, float], None]
_ERRORS: dict[str, type[Exception]] = {BadInput.code: BadInput, BadPicture.code: BadPicture}
_COMMAND = ("-m", "wanderhue.tools.render_worker")


@dataclass
class _Job:
    """One request; `cancelled` is set by the awaiting side, `late` by the clock."""

    header: dict[str, Any]
    blobs: tuple[bytes, ...]
    progress: Progress | None
    cancelled: threading.Event = field(default_factory=threading.Event)
    late: threading.Event = field(default_factory=threading.Event)


class RenderClient:
    """Draws in a child process that starts with the first picture (or `warm`) and ends with `close`."""

    def __init__(self, *, deadline: float = 60.0, command: Sequence[str] | None = None) -> None:
        """`deadline`: seconds after which a drawing is given up; `command`: another worker (tests)."""
        self._deadline = deadline
        self._command = tuple(command) if command else (sys.executable, *_COMMAND)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="wanderhue-render")
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._dead: list[subprocess.Popen[bytes]] = []
        self._current: _Job | None = None
        self._closed = False

    async def draw(
        self,
        scene: Scene,
        palette: Sequence[str],
        *,
        seed: int,
        width: int,
        height: int,
        sketch: bool = False,
        progress: Progress | None = None,
    ) -> Drawing:
        """As `illustrator.draw.draw`. Raises BadInput for what was asked, PainterError for what went wrong."""
        header = {"do": "draw", "width": width, "height": height, "sketch": sketch}
        return await self._ask(header, scene, palette, seed, progress)

    async def draw_masked(
        self,
        base: bytes,
        mask: bytes,
        scene: Scene,
        palette: Sequence[str],
        *,
        seed: int,
        progress: Progress | None = None,
    ) -> Drawing:
        """As `illustrator.draw.draw_masked`, with the same errors as `draw`."""
        return await self._ask({"do": "draw_masked"}, scene, palette, seed, progress, (base, mask))

    async def warm(self) -> None:
        """Start the child and draw a stamp, so that the first picture comes sooner; never raises."""
        try:
            await self.draw(Scene(title="Aa 가"), ["#1d3557", "#f1faee", "#e63946"], seed=1, width=96, height=96)
        except (PainterError, RuntimeError):
            return

    def close(self) -> None:
        """End the child; later calls raise Unavailable."""
        self._closed = True
        self._kill()
        with contextlib.suppress(RuntimeError):  # closed twice
            self._thread.submit(self._bury)
        self._thread.shutdown(wait=False)

    async def _ask(
        self,
        header: dict[str, Any],
        scene: Scene,
        palette: Sequence[str],
        seed: int,
        progress: Progress | None,
        blobs: tuple[bytes, ...] = (),
    ) -> Drawing:
        if self._closed:
            raise Unavailable("the illustrator was closed")
        body = {**header, "scene": scene.model_dump(mode="json"), "palette": list(palette), "seed": seed}
        job = _Job(body, blobs, progress)
        future = self._thread.submit(self._run, job)
        try:
            return await asyncio.wrap_future(future)
        except asyncio.CancelledError:
            job.cancelled.set()
            self._stop(job)
            raise

    def _run(self, job: _Job) -> Drawing:
        """On the client's thread: the job's drawing, with one restart if the child dies under it."""
        for attempt in (1, 2):
            if job.cancelled.is_set() or self._closed:
                raise Cancelled("stopped")
            clock = threading.Timer(self._deadline, self._give_up, (job,))
            clock.daemon = True
            try:
                with self._lock:
                    self._current = job
                child = self._started()
                clock.start()
                return self._exchange(child, job)
            except (OSError, EOFError, ValueError) as error:
                self._kill()
                self._bury()
                self._judge(job, attempt, error)
            finally:
                clock.cancel()
                with self._lock:
                    self._current = None
        raise AssertionError("unreachable")

    def _judge(self, job: _Job, attempt: int, error: Exception) -> None:
        """Raise what a dead child means for this job, or return to try once more."""
        if job.cancelled.is_set() or self._closed:
            raise Cancelled("stopped") from error
        if job.late.is_set():
            raise Unavailable(f"the illustrator did not finish within {self._deadline:g} s") from error
        if attempt == 2:
            raise PainterError(f"the illustrator ended twice while drawing: {error}") from error

    def _exchange(self, child: subprocess.Popen[bytes], job: _Job) -> Drawing:
        if child.stdin is None or child.stdout is None:
            raise EOFError("the child has no pipes")
        write_frame(child.stdin, job.header, job.blobs)
        while True:
            header, blobs = read_frame(child.stdout)
            if "progress" in header:
                if job.progress is not None:
                    job.progress(header["progress"][0], header["progress"][1])
            elif "drawing" in header:
                facts = header["drawing"]
                notices = tuple(Notice(*row) for row in facts["notices"])
                return Drawing(blobs[0], blobs[1].decode(), facts["width"], facts["height"], notices)
            else:
                raise _ERRORS.get(header.get("error", ""), PainterError)(
                    header.get("message", "the illustrator failed")
                )

    def _started(self) -> subprocess.Popen[bytes]:
        with self._lock:
            if self._closed:
                raise EOFError("closed")
            if self._child is None or self._child.poll() is not None:
                flags = getattr(subprocess, "CREATE_NO_WINDOW", 0) | getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
                self._child = subprocess.Popen(  # noqa: S603  # our own module, no words of a person
                    self._command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    creationflags=flags,
                    start_new_session=True,  # Ctrl-C is for the person's program; the child ends with its pipe
                )
            return self._child

    def _give_up(self, job: _Job) -> None:
        job.late.set()
        self._stop(job)

    def _stop(self, job: _Job) -> None:
        """Kill the child if it is working on this job."""
        with self._lock:
            busy = self._current is job
        if busy:
            self._kill()

    def _kill(self) -> None:
        with self._lock:
            child, self._child = self._child, None
            if child is not None:
                self._dead.append(child)
        if child is not None:
            child.kill()
            child.wait(5)

    def _bury(self) -> None:
        """On the client's thread, which alone reads and writes the pipes: close those of dead children."""
        with self._lock:
            dead, self._dead = self._dead, []
        for child in dead:
            for pipe in (child.stdin, child.stdout):
                with contextlib.suppress(OSError):
                    if pipe is not None:
                        pipe.close()
