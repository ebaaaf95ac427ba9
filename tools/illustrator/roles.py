"""Which palette color plays which part: ink, paper, sky, water, green, warm, accent ...

Every fill of a picture is a role at a lightness, so any palette of 1 to 16 colors draws every scene. Where a
palette has no green, its nearest color stands in, and the meadow is teal: it still looks meant.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from wanderhue.tools.illustrator.pen import Role
from wanderhue.tools.illustrator.tint import apart, from_lch, hue_gap, lch_of, mix

SNAP = 0.06
"""A wish within this lightness of a palette color takes exactly that color."""

_HUES: dict[Role, tuple[float, float, float]] = {
    # role: (hue in OKLCh degrees, width of its tolerance, lightness it would like)
    "sky": (240, 42, 0.66),
    "water": (215, 42, 0.55),
    "green": (142, 40, 0.52),
    "warm": (78, 32, 0.82),
    "accent": (34, 34, 0.62),
    "pink": (2, 34, 0.74),
    "purple": (305, 34, 0.50),
    "earth": (58, 34, 0.50),
}


@dataclass(frozen=True)
class Roles:
    """The cast: role -> exact color. `drawn` holds the colors that the picture is drawn with."""

    cast: dict[Role, str]
    drawn: tuple[str, ...]
    _memo: dict[tuple[str, float], str] = field(default_factory=dict, repr=False, compare=False)

    def of(self, role: Role) -> str:
        """The role's own color, '#rrggbb'."""
        return self.cast[role]

    def light(self, role: Role) -> float:
        """The role's own OKLab lightness."""
        return lch_of(self.cast[role])[0]

    def at(self, role: Role, light: float | None = None, *, snap: float = SNAP) -> str:
        """The role at a lightness, '#rrggbb'; near its own lightness exactly the palette's color."""
        color = self.cast[role]
        if light is None:
            return color
        if role == "skin":
            light = min(0.84, max(0.5, light))
        return self.shade(color, light, snap=snap)

    def shade(self, color: str, light: float, *, snap: float = SNAP) -> str:
        """A color's tint or shade at a lightness: same hue, less chroma the farther away."""
        key = (f"{color}{snap}", round(light, 3))
        known = self._memo.get(key)
        if known is None:
            own, chroma, hue = lch_of(color)
            gap = abs(light - own)
            fade = 1 - 0.55 * min(1.0, gap / 0.5) ** 1.5
            if own > 0.78 and 0.4 < light < own:  # a pale tint of a hue is stronger in its middle tones
                fade = 1 + 0.9 * (own - light)
            known = color if gap < snap else from_lch(light, chroma * fade, hue)
            if gap > 0.28:  # a deep shade or a pale tint leans on the palette's own dark or light
                end = self.cast["ink" if light < own else "paper"]
                known = mix(known, from_lch(light, lch_of(end)[1], lch_of(end)[2]), min(0.7, (gap - 0.28) * 3.5))
            self._memo[key] = known
        return known


def cast_roles(palette: Sequence[str]) -> Roles:
    """Cast the palette (1 to 16 '#rrggbb'; fewer than three gain tints, of more than eight the farthest apart draw)."""
    drawn = _enough(list(dict.fromkeys(color.lower() for color in palette)))
    by_light = sorted(drawn, key=lambda color: lch_of(color)[0])
    cast: dict[Role, str] = {"ink": _ink(by_light[0]), "paper": _paper(by_light[-1])}
    ends = {by_light[0], by_light[-1]}
    middle = [color for color in drawn if color not in ends] or drawn
    for role, (hue, width, light) in _HUES.items():
        cast[role] = max(drawn, key=lambda color: _fit(color, hue, width, light, color in ends))
    for role in ("sky", "water"):
        cast[role] = _airy(cast[role], drawn)
    cast["green"] = _leafy(cast["green"], drawn)
    cast["accent2"] = max(middle, key=lambda color: lch_of(color)[1] * min(1.0, apart(color, cast["accent"]) / 0.25))
    cast["stone"] = min(middle, key=lambda color: lch_of(color)[1] + abs(lch_of(color)[0] - 0.6) * 0.15)
    if lch_of(cast["stone"])[1] > 0.06:
        cast["stone"] = mix(mix(cast["ink"], cast["paper"], 0.55), cast["stone"], 0.6)
    cast["skin"] = _skin(cast["warm"])
    cast["own"] = cast["accent"]
    return Roles(cast, tuple(drawn))


def _fit(color: str, hue: float, width: float, light: float, end: bool) -> float:
    own, chroma, angle = lch_of(color)
    gap = hue_gap(angle, hue)
    near = math.exp(-((gap / width) ** 2)) * 4 + math.exp(-((gap / 105) ** 2)) * 0.7
    return chroma * near - abs(own - light) * 0.12 - (0.16 if end else 0.0)


def _airy(color: str, drawn: Sequence[str]) -> str:
    """The color for sky or water: a green or yellow one gives way to whatever is bluer, even to the ink."""
    if hue_gap(lch_of(color)[2], 120) > 52:
        return color
    cooler = [other for other in drawn if hue_gap(lch_of(other)[2], 270) < 75 and lch_of(other)[1] > 0.02]
    return min(cooler, key=lambda other: abs(lch_of(other)[0] - 0.6), default=color)


def _leafy(color: str, drawn: Sequence[str]) -> str:
    """The color for leaves: before yellow turns to mud, even a green ink or a green white serves."""
    if hue_gap(lch_of(color)[2], 142) < 42:
        return color
    greener = [other for other in drawn if hue_gap(lch_of(other)[2], 148) < 36 and lch_of(other)[1] > 0.02]
    return max(greener, key=lambda other: lch_of(other)[1], default=color)


def _ink(color: str) -> str:
    light, chroma, hue = lch_of(color)
    return color if light <= 0.34 else from_lch(0.26, min(chroma, 0.08), hue)


def _paper(color: str) -> str:
    light, chroma, hue = lch_of(color)
    return color if light >= 0.91 and chroma < 0.07 else from_lch(0.955, min(chroma * 0.35, 0.03), hue)


def _skin(warm: str) -> str:
    _, chroma, hue = lch_of(warm)
    if hue_gap(hue, 62) > 40:
        hue, chroma = 62.0, 0.05
    return from_lch(0.76, min(max(chroma, 0.045), 0.075), hue)


def _enough(colors: list[str]) -> list[str]:
    if len(colors) > 8:
        return _farthest(colors, 8)
    if len(colors) < 3:
        light, chroma, hue = lch_of(colors[0])
        for wish in (0.28, 0.955, 0.62):
            if len(colors) < 3 and all(abs(lch_of(color)[0] - wish) > 0.12 for color in colors):
                colors.append(from_lch(wish, min(chroma, 0.11) if wish < 0.9 else 0.02, hue))
        while len(colors) < 3:
            colors.append(from_lch((light + 0.31) % 0.9, chroma * 0.6, hue))
    return colors


def _farthest(colors: list[str], count: int) -> list[str]:
    """The darkest, the lightest, then always the one farthest from those taken; in the palette's order."""
    ranked = sorted(colors, key=lambda color: lch_of(color)[0])
    taken = [ranked[0], ranked[-1]]
    while len(taken) < count:
        rest = [color for color in colors if color not in taken]
        taken.append(max(rest, key=lambda color: min(apart(color, other) for other in taken)))
    return [color for color in colors if color in taken]
