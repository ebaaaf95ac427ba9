"""The built-in illustrator: a scene and a palette become a poster, as SVG and as PNG.

Deterministic: the same scene, palette, seed and size give the same bytes. Every part has its own random stream and
grain belongs to its pixel, so an edit changes the picture only where it happens.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from wanderhue.agent.scene import Scene
from wanderhue.tools.illustrator.coverage import spread
from wanderhue.tools.illustrator.notice import Notice, notices_of
from wanderhue.tools.illustrator.picture import compose
from wanderhue.tools.illustrator.roles import cast_roles
from wanderhue.tools.illustrator.variation import vary

__all__ = ["ILLUSTRATOR_VERSION", "Drawing", "Notice", "draw", "draw_masked", "size_of", "vary"]

ILLUSTRATOR_VERSION = "1"
LONGEST = 2048

Progress = Callable[[str, float], None]


@dataclass(frozen=True)
class Drawing:
    """A painted scene: PNG bytes, the same picture as SVG without grain, its size in pixels, what to tell people."""

    png: bytes
    svg: str
    width: int
    height: int
    notices: tuple[Notice, ...] = ()


def draw(
    scene: Scene,
    palette: Sequence[str],
    *,
    seed: int,
    width: int,
    height: int,
    sketch: bool = False,
    progress: Progress | None = None,
) -> Drawing:
    """Paint the scene in 1 to 16 '#rrggbb' colors at a size in pixels (64 to 2048 a side).

    A sketch leaves out grain. `progress` hears stages with a fraction 0..1. Raises ValueError for a size or palette
    outside the limits.
    """
    if not 1 <= len(palette) <= 16:
        raise ValueError(f"a palette has 1 to 16 colors, not {len(palette)}")
    if not (min(width, height) >= 64 and max(width, height) <= LONGEST):
        raise ValueError(f"a side has 64 to {LONGEST} pixels, not {width} x {height}")
    from wanderhue.tools.illustrator import grain, png

    tell = progress or (lambda _stage, _share: None)
    tell("compose", 0.05)
    roles = cast_roles(palette)
    over = spread(scene, roles, palette, seed=seed, width=width, height=height)
    tell("draw", 0.2)
    picture = compose(scene, roles, palette, seed=seed, width=width, height=height, over=over)
    tell("render", 0.3)
    image = png.decode(render(picture.svg))
    if not sketch and scene.style == "print":
        tell("print", 0.75)
        shade = png.decode(render(picture.shade))
        image = grain.finish(image, shade, roles.of("ink"), roles.of("paper"))
    tell("encode", 0.92)
    data = png.with_facts(png.encode(image), facts_text(scene, palette, seed))
    tell("done", 1.0)
    return Drawing(data, picture.svg, image.width, image.height, notices_of(scene, picture))


def size_of(aspect: str, longest: int | None = None) -> tuple[int, int]:
    """The size in pixels for 'w:h': about a megapixel, or the longest side given (at most 2048); even numbers."""
    across, down = (int(part) for part in aspect.split(":"))
    ratio = across / down
    if longest is None:
        longest = {1.0: 1024}.get(ratio) or round(1024 * (max(ratio, 1 / ratio) ** 0.4735) / 4) * 4
    longest = min(longest, LONGEST)
    short = round(longest / max(ratio, 1 / ratio) / 2) * 2
    return (longest, short) if ratio >= 1 else (short, longest)


def render(svg: str) -> bytes:
    """PNG bytes of an SVG at its own size."""
    import resvg_py

    return bytes(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True))


def facts_text(scene: Scene, palette: Sequence[str], seed: int) -> str:
    """What a picture's metadata says: only what can be reproduced, as JSON."""
    facts = {
        "painter": f"illustrator {ILLUSTRATOR_VERSION}",
        "seed": seed,
        "palette": list(palette),
        "scene": scene.model_dump(mode="json", exclude_defaults=True),
    }
    return json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def draw_masked(
    base: bytes, mask: bytes, scene: Scene, palette: Sequence[str], *, seed: int, progress: Progress | None = None
) -> Drawing:
    """The base picture with the scene drawn into the white of the mask: see `masked.draw_masked`."""
    from wanderhue.tools.illustrator import masked

    return masked.draw_masked(base, mask, scene, palette, seed=seed, progress=progress)
