"""The paper around the picture: border, title in capitals, the place in its own script, a chip for each color."""

from collections.abc import Sequence
from dataclasses import dataclass

from wanderhue.agent.scene import Scene
from wanderhue.tools.illustrator.lettering import TextPath, Weight, text_path
from wanderhue.tools.illustrator.roles import Roles
from wanderhue.tools.illustrator.sheet import bar, dot, num
from wanderhue.tools.illustrator.tint import lch_of, mix

BORDER = 30.0
BAND = 96.0


@dataclass(frozen=True)
class Frame:
    """The paper's size and the picture's box on it, in units (the paper's short side is 1000)."""

    width: float
    height: float
    x: float
    y: float
    inner_width: float
    inner_height: float


def frame_of(width: int, height: int, *, titled: bool) -> Frame:
    """The paper for a picture of `width` x `height` pixels; with a title a band is kept below."""
    short = min(width, height)
    w, h = 1000 * width / short, 1000 * height / short
    return Frame(w, h, BORDER, BORDER, w - 2 * BORDER, h - BORDER - (BAND if titled else BORDER))


def paper_svg(frame: Frame, scene: Scene, roles: Roles, palette: Sequence[str]) -> tuple[str, str]:
    """SVG of the border and band, drawn over the picture's edges; and the characters that no font has."""
    paper = roles.of("paper")
    hole = bar(frame.x, frame.y, frame.inner_width, frame.inner_height)
    sheet = bar(-5, -5, frame.width + 10, frame.height + 10)
    parts = [f'<g id="paper"><path fill="{paper}" fill-rule="evenodd" d="{sheet}{hole}"/>']
    missing = ""
    if scene.title:
        text, missing = _band(frame, scene, roles, palette)
        parts.append(text)
    return "".join(parts) + "</g>", missing


def _band(frame: Frame, scene: Scene, roles: Roles, palette: Sequence[str]) -> tuple[str, str]:
    base = frame.height - 34.0
    ink, room = roles.of("ink"), frame.inner_width
    sub = _fitting(scene.subtitle.upper(), 18.0, 0.14, room * 0.34, "regular") if scene.subtitle else None
    chips = _chips(frame, palette, roles, base - (34 if sub else 16))
    right = max(sub.width if sub else 0.0, min(len(palette), 16) * 20.5) + 28
    title = _fitting(scene.title.upper(), 62.0, 0.075, room - right, "bold")
    parts = [f'<path fill="{ink}" transform="translate({num(frame.x)} {num(base)})" d="{title.path}"/>']
    missing = title.missing
    if scene.local_title and scene.local_title.casefold() != scene.title.casefold():
        left = room - right - title.width - 24
        local = _fitting(scene.local_title, 33.0, 0.02, max(left, 40.0), "bold")
        if left > 60 and local.width <= left and not local.missing:
            accent = _readable(roles)
            at = f"translate({num(frame.x + title.width + 18)} {num(base)})"
            parts.append(f'<path fill="{accent}" transform="{at}" d="{local.path}"/>')
        missing += local.missing
    if sub:
        x = frame.x + room - sub.width
        gray = mix(ink, roles.of("paper"), 0.12)
        parts.append(f'<path fill="{gray}" transform="translate({num(x)} {num(base)})" d="{sub.path}"/>')
        missing += sub.missing
    return "".join(parts) + chips, "".join(dict.fromkeys(missing))


def _fitting(text: str, size: float, tracking: float, room: float, weight: Weight) -> TextPath:
    """The text set as large as fits into `room` units, at most `size`."""
    line = text_path(text, size=size, tracking=tracking, weight=weight)
    if line.width > room > 0:
        line = text_path(text, size=size * max(room / line.width, 0.2), tracking=tracking, weight=weight)
    return line


def _chips(frame: Frame, palette: Sequence[str], roles: Roles, y: float) -> str:
    ring = mix(roles.of("ink"), roles.of("paper"), 0.55)
    r, step = 8.2, 20.5
    x = frame.x + frame.inner_width - r
    parts = []
    for color in reversed(list(palette)[:16]):
        parts.append(f'<path fill="{color}" stroke="{ring}" stroke-width=".8" d="{dot(x, y, r)}"/>')
        x -= step
    return "".join(parts)


def _readable(roles: Roles) -> str:
    """The accent, dark enough to read on the paper."""
    light = lch_of(roles.of("accent"))[0]
    return roles.at("accent", min(light, 0.62))
