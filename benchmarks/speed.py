"""The speed table: what a person waits for, and what Wanderhue adds to the services that it calls.

    python benchmarks/speed.py            everything, under three minutes on two cores
    python benchmarks/speed.py turns      one part: drawing, colors, turns, start

Prints Markdown. Each part runs in a process of its own. Compare ratios and medians of one run only: another machine,
or a busy one, has other milliseconds (CPU is steadier).
"""

import asyncio
import io
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict

from rows import HEAD, Row, row, timed


def drawing() -> Iterator[Row]:
    """Sketches and posters of twelve catalogue trips, through the child process as a session draws them."""
    for label, side, sketch in (("sketch, 384 px", 384, True), ("poster, 1024x1024", 1024, False)):
        before = _finished_children()
        cold, samples = asyncio.run(_draw(side, sketch=sketch))
        after, note, cpu = _finished_children(), f"child ready in {cold * 1000:.0f} ms", None
        if before and after:
            cpu = (after[0] - before[0]) / len(samples)
            note += f"; its peak memory {after[1]:.0f} MB; CPU with its start"
        yield row(label, samples, cpu=cpu, note=note)


async def _draw(side: int, *, sketch: bool) -> tuple[float, list[float]]:
    from wanderhue.agent.offline.catalogue import trips
    from wanderhue.tools.render_client import RenderClient

    client, samples, begun = RenderClient(), [], time.perf_counter()
    await client.warm()
    cold = time.perf_counter() - begun
    chosen = trips()[:: len(trips()) // 12][:12]
    for trip in chosen * 2:
        scene, palette = trip.scene.model_copy(update={"aspect": "1:1"}), [color.hex for color in trip.palette]
        begun = time.perf_counter()
        await client.draw(scene, palette, seed=7, width=side, height=side, sketch=sketch)
        samples.append(time.perf_counter() - begun)
    client.close()
    await asyncio.sleep(0.2)  # the client's thread buries the child
    return cold, samples


def _finished_children() -> tuple[float, float] | None:
    """CPU seconds and peak memory in MB of finished children; None where the platform does not say."""
    try:
        import resource
    except ImportError:
        return None
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)


def colors() -> Iterator[Row]:
    """Measuring and recoloring a detailed 1024x1024 picture, in memory and from its file's bytes."""
    from loopback import COLORS, detailed_picture
    from PIL import Image

    from wanderhue import Palette, recolor, score_palette

    data = detailed_picture()
    image = Image.open(io.BytesIO(data))
    image.load()
    own, other = Palette.from_hex(COLORS), Palette.from_hex(["#264653", "#2a9d8f", "#e9c46a", "#f4a261", "#e76f51"])
    for label, act, rounds in (
        ("palette score, 1024x1024", lambda: score_palette(image, own), 30),
        ("palette score, from PNG bytes", lambda: score_palette(data, own), 15),
        ("recolor, 1024x1024", lambda: recolor(image, other), 9),
    ):
        samples, cpu = timed(act, rounds)
        yield row(label, samples, cpu=cpu)


def turns() -> Iterable[Row]:
    """A turn of one chat call and one picture, at 1 and at 32 conversations."""
    from turns import turn_rows

    return turn_rows()


def start() -> Iterator[Row]:
    """What a fresh process costs: the imports, and the command line up to the first options."""
    for module in ("wanderhue", "wanderhue.graphs.session"):
        script = f"import time; t = time.perf_counter(); import {module}; print(time.perf_counter() - t)"
        samples = [float(_output(sys.executable, "-c", script)) for _ in range(6)]
        yield row(f"import {module}", samples[1:])
    help_, _ = timed(lambda: _output(sys.executable, "-m", "wanderhue", "--help"), 5)
    yield row("command line to its help", help_, note="whole process")
    yield row(
        "command line to the first options", [_first_options() for _ in range(6)][1:], note="`chat --json`, offline"
    )


def _output(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _first_options() -> float:
    with tempfile.TemporaryDirectory() as place:
        command = [sys.executable, "-m", "wanderhue", "chat", "--json", "--data-dir", place]
        begun = time.perf_counter()
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdin
            assert child.stdout
            child.stdin.write("a slow week by the sea in October\n")
            child.stdin.close()
            for line in child.stdout:
                if json.loads(line)["options"]:
                    return time.perf_counter() - begun
    raise SystemExit("the command line ended without options")


PARTS: dict[str, Callable[[], Iterable[Row]]] = {"drawing": drawing, "colors": colors, "turns": turns, "start": start}


def main() -> None:
    """Run the parts that are named, or all, each in its own process."""
    if sys.argv[1:2] == ["--part"]:
        for found in PARTS[sys.argv[2]]():
            print(json.dumps(asdict(found)), flush=True)
        return
    print(
        f"Python {sys.version.split()[0]}, {os.cpu_count()} cores; milliseconds; CPU over all threads.\n\n{HEAD}",
        flush=True,
    )
    for part in sys.argv[1:] or PARTS:
        done = subprocess.run([sys.executable, __file__, "--part", part], stdout=subprocess.PIPE, check=True)
        for line in done.stdout.splitlines():
            print(Row(**json.loads(line)).markdown(), flush=True)


if __name__ == "__main__":
    main()
