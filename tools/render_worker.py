"""The child that draws: `python -m wanderhue.tools.render_worker`, framed requests on stdin, answers on stdout.

The renderer holds the interpreter lock for half a second at a time, so it may not share a process with an event
loop. The child ends when its stdin does, hence with its parent. Its stdout is for frames: stray prints go to stderr.
"""

import os
import sys
import threading
import time
from typing import IO, Any

from wanderhue.agent.errors import BadInput, WanderhueError
from wanderhue.agent.scene import Scene
from wanderhue.tools.frames import read_frame, write_frame
from wanderhue.tools.illustrator.draw import Drawing, draw, draw_masked


def main() -> None:
    """Serve requests until stdin ends."""
    requests = sys.stdin.buffer
    answers = _own_stdout()
    threading.Thread(target=_end_with_parent, args=(os.getppid(),), daemon=True).start()
    while True:
        try:
            header, blobs = read_frame(requests)
        except (EOFError, ValueError, KeyboardInterrupt):
            return
        try:
            _serve(header, blobs, answers)
        except (BrokenPipeError, KeyboardInterrupt):
            return


def _own_stdout() -> IO[bytes]:
    """A private copy of stdout for frames; file descriptor 1 becomes stderr."""
    pipe = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return pipe


def _end_with_parent(parent: int) -> None:
    """End even when some other process holds our stdin open: an orphan gets another parent (POSIX)."""
    while os.name == "posix":
        time.sleep(2.0)
        if os.getppid() != parent:
            os._exit(0)


def _serve(header: dict[str, Any], blobs: list[bytes], answers: IO[bytes]) -> None:
    def tell(stage: str, share: float) -> None:
        write_frame(answers, {"progress": [stage, share]})

    try:
        drawing = _draw(header, blobs, tell)
    except WanderhueError as error:
        write_frame(answers, {"error": error.code, "message": str(error)})
    except ValueError as error:
        write_frame(answers, {"error": BadInput.code, "message": str(error)})
    except BrokenPipeError:
        raise
    except Exception as error:
        write_frame(answers, {"error": "painter", "message": f"{type(error).__name__}: {error}"})
    else:
        facts = {"width": drawing.width, "height": drawing.height, "notices": [list(n) for n in drawing.notices]}
        write_frame(answers, {"drawing": facts}, [drawing.png, drawing.svg.encode()])


def _draw(header: dict[str, Any], blobs: list[bytes], tell: Any) -> Drawing:
    scene = Scene.model_validate(header["scene"])
    palette, seed = header["palette"], header["seed"]
    if header["do"] == "draw_masked":
        return draw_masked(blobs[0], blobs[1], scene, palette, seed=seed, progress=tell)
    size = {"width": header["width"], "height": header["height"]}
    return draw(scene, palette, seed=seed, sketch=header["sketch"], progress=tell, **size)


if __name__ == "__main__":
    main()
