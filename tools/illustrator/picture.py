"""From a scene to a sheet: the setting's landscape, the elements at their places, the air, the paper around."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wanderhue.agent.scene import Scene
from wanderhue.tools.illustrator.arrange import arrange
from wanderhue.tools.illustrator.extras import draw_extras
from wanderhue.tools.illustrator.frame import Frame, frame_of, paper_svg
from wanderhue.tools.illustrator.light import Light
from wanderhue.tools.illustrator.placed import Arrangement, Placed, home_of
from wanderhue.tools.illustrator.roles import Roles
from wanderhue.tools.illustrator.settings import build
from wanderhue.tools.illustrator.sheet import Group, Sheet, bar, dot, num, shade_defs
from wanderhue.tools.illustrator.site import Site
from wanderhue.tools.illustrator.tint import mix
from wanderhue.tools.illustrator.weather import draw_weather


@dataclass(frozen=True)
class Picture:
    """A drawn scene as two SVGs of the same shapes, and what the person should know about it."""

    svg: str
    shade: str
    arrangement: Arrangement
    missing: str
    light: Light


def compose(
    scene: Scene,
    roles: Roles,
    palette: Sequence[str],
    *,
    seed: int,
    width: int,
    height: int,
    over: Mapping[str, str],
    bare: bool = False,
) -> Picture:
    """The scene's SVGs at an aspect; `bare` leaves the elements out (the coverage pass looks at that)."""
    frame = frame_of(width, height, titled=bool(scene.title))
    light = Light(roles, scene.time, scene.weather, scene.season, over)
    outline = light.tone("ink", 0.26) if scene.style == "line" else ""
    wash = roles.of("paper") if outline else ""
    sheet = Sheet(frame.inner_width, frame.inner_height, outline, wash)
    site = Site(sheet, light, scene, seed, frame.inner_width, frame.inner_height)
    stage = build(site)
    draw_extras(site, stage)
    arrangement = Arrangement()
    if not bare:
        arrangement = arrange(site, stage)
        for item in arrangement.placed:
            _put(site, item)
    draw_weather(site, stage)
    paper, missing = paper_svg(frame, scene, roles, palette)
    ordered = sorted(sheet.groups, key=lambda group: group.z)
    return Picture(
        _color_svg(site, frame, ordered, paper, (width, height)),
        _shade_svg(site, frame, ordered, (max(32, width // 2), max(32, height // 2))),
        arrangement,
        missing,
        light,
    )


def _put(site: Site, item: Placed) -> None:
    if item.pond:
        _pond(site, item)
    with site.layer(item.name, item.z):
        own = item.element.color or site.light.roles.of("accent")
        flying = home_of(item.element) == "sky"
        if item.afloat:
            _wake(site, item)
        site.put(
            item.figure,
            item.x,
            item.y,
            item.size,
            own=own,
            haze=item.haze,
            flip=item.flip,
            shadow=not (flying or item.afloat or item.pond),
        )


def _wake(site: Site, item: Placed) -> None:
    """A boat's reflection: a few flat strokes under it."""
    width = item.figure.width * item.size
    light = site.light
    dark = mix(light.tone("ink", 0.3), light.tone("water", 0.45), 0.6)
    site.sheet.path(dot(item.x, item.y + 1.5, width * 0.5, max(2.0, item.size * 0.04)), dark, shade="", opacity=0.45)
    path = "".join(
        dot(item.x + dx * width, item.y + dy * item.size, width * rx, 1.4)
        for dx, dy, rx in ((-0.1, 0.12, 0.3), (0.08, 0.22, 0.2), (0.0, 0.33, 0.12))
    )
    site.sheet.path(path, light.tone("paper", 0.9), shade="", opacity=0.5)


def _pond(site: Site, item: Placed) -> None:
    """A small pool for what floats, in a land without water."""
    light = site.light
    rx, ry = max(item.figure.width * item.size * 0.85, 60.0), max(item.size * 0.22, 14.0)
    with site.layer(f"{item.name}-pond", item.z - 0.5):
        site.sheet.path(dot(item.x, item.y + ry * 0.15, rx * 1.09, ry * 1.2), light.tone("green", 0.5), shade="")
        site.sheet.path(dot(item.x, item.y + ry * 0.15, rx, ry), light.tone("water", 0.62), shade="lit-top")
        site.sheet.path(
            dot(item.x + rx * 0.2, item.y + ry * 0.5, rx * 0.3, 1.5)
            + dot(item.x - rx * 0.3, item.y + ry * 0.2, rx * 0.2, 1.5),
            light.tone("paper", 0.9),
            shade="",
            opacity=0.6,
        )


def _camera(frame: Frame, scene: Scene, site: Site) -> str:
    """The transform from picture units to paper: the box's place, mirrored and zoomed as the scene says."""
    parts = [f"translate({num(frame.x)} {num(frame.y)})"]
    if scene.mirror:
        parts.append(f"translate({num(frame.inner_width)} 0) scale(-1 1)")
    if scene.zoom > 1:
        scale = 1 + (scene.zoom - 1) * 0.7
        x, y = frame.inner_width / 2, site.horizon + (site.height - site.horizon) * 0.45
        parts.append(f"translate({num(x)} {num(y)}) scale({scale:.3f}) translate({num(-x)} {num(-y)})")
    return " ".join(parts)


def _color_svg(site: Site, frame: Frame, groups: list[Group], paper: str, size: tuple[int, int]) -> str:
    body = "".join(f'<g id="{group.name}">{"".join(group.color)}</g>' for group in groups)
    camera = _camera(frame, site.scene, site)
    return f'{_opening(frame, site.sheet.defs, size)}<g id="scene" transform="{camera}">{body}</g>{paper}</svg>'


def _shade_svg(site: Site, frame: Frame, groups: list[Group], size: tuple[int, int]) -> str:
    body = "".join("".join(group.shade) for group in groups)
    whole = bar(-5, -5, frame.width + 10, frame.height + 10)
    hole = bar(frame.x, frame.y, frame.inner_width, frame.inner_height)
    camera = _camera(frame, site.scene, site)
    return (
        f'{_opening(frame, [shade_defs()], size)}<path d="{whole}"/><g transform="{camera}">{body}</g>'
        f'<path fill-rule="evenodd" d="{whole}{hole}"/></svg>'
    )


def _opening(frame: Frame, defs: list[str], size: tuple[int, int]) -> str:
    w, h = num(frame.width), num(frame.height)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size[0]}" height="{size[1]}" viewBox="0 0 {w} {h}" '
        f'preserveAspectRatio="none">'
    )
    return f"{head}<defs>{''.join(defs)}</defs>"
