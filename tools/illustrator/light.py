"""The light of a scene: what hour and weather do to every color, and the sky they make.

A landscape asks for a `Material` (a named surface, a role at a lightness, a share of haze) and gets colors; the
coverage pass may give one named material another palette color, and the picture follows.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from wanderhue.agent.scene import Season, Time, Weather
from wanderhue.tools.illustrator.pen import Role, Tone
from wanderhue.tools.illustrator.roles import Roles
from wanderhue.tools.illustrator.tint import hue_gap, lab_of, lch_of, mix

Stops = tuple[tuple[float, str], ...]

_SKIES: dict[Time, tuple[tuple[float, Role, float], ...]] = {
    "dawn": ((0, "sky", 0.70), (0.45, "purple", 0.78), (0.78, "pink", 0.82), (1, "warm", 0.88)),
    "day": ((0, "sky", 0.68), (0.4, "sky", 0.77), (0.74, "sky", 0.88), (1, "paper", 0.94)),
    "golden": ((0, "sky", 0.66), (0.42, "sky", 0.78), (0.74, "warm", 0.84), (1, "accent", 0.76)),
    "sunset": ((0, "sky", 0.40), (0.36, "purple", 0.50), (0.70, "accent", 0.65), (1, "warm", 0.81)),
    "night": ((0, "sky", 0.20), (0.5, "sky", 0.29), (0.84, "sky", 0.39), (1, "water", 0.48)),
}


_PARTED: tuple[tuple[float, Role, float], ...] = (
    (0, "sky", 0.40), (0.46, "sky", 0.52), (0.62, "accent", 0.66), (0.82, "accent", 0.70), (1, "warm", 0.82),
)  # fmt: skip
"""A sunset between complementary colors: they meet in a narrow band."""

_PALE: tuple[Role, ...] = ("paper", "stone")
_WARM: tuple[Role, ...] = ("warm", "earth", "accent", "accent2", "pink")
_CAST: dict[Time, tuple[Role, float]] = {"night": ("sky", 0.82), "sunset": ("pink", 0.30)}
"""What tints white things (snow, sails, walls) at an hour: grey snow looks dead, blue snow looks like night."""


@dataclass(frozen=True)
class Material:
    """A surface and its tones: call it with a step of lightness (and a share of haze) for '#rrggbb'."""

    color: str
    roles: Roles
    horizon: str

    def __call__(self, step: float = 0.0, haze: float = 0.0) -> str:
        """The surface `step` lighter (or darker), mixed by `haze` (0..1) with the color of the horizon."""
        tone = self.roles.shade(self.color, lab_of(self.color)[0] + step, snap=0.005) if step else self.color
        return mix(tone, self.horizon, haze)


@dataclass
class Light:
    """Colors under one hour and weather. `over` gives named materials an exact palette color."""

    roles: Roles
    time: Time
    weather: Weather = "clear"
    season: Season | None = None
    over: Mapping[str, str] = field(default_factory=dict)
    asked: dict[str, str] = field(default_factory=dict)
    """The materials that were asked for and may be given another color: name -> color."""
    sky: Stops = ()
    horizon: str = ""

    def __post_init__(self) -> None:
        stops = self._clear_sky()
        self.sky = self._weathered(stops)
        self.horizon = self.sky[-1][1]

    @property
    def night(self) -> bool:
        """Whether windows are lit and stars are out."""
        return self.time == "night"

    @property
    def snowy(self) -> bool:
        """Whether roofs and trees wear snow."""
        return self.weather == "snow" or self.season == "winter"

    def level(self, light: float, *, near: bool = False) -> float:
        """The lightness that a surface of daylight lightness `light` has at this hour; `near` things are lit more."""
        if self.time == "night":
            light -= (0.20 if near else 0.34) * max(0.0, light - 0.16)
        elif self.time == "sunset":
            light -= 0.15 * max(0.0, light - 0.24)
        elif self.time in ("golden", "dawn"):
            light -= 0.03 * max(0.0, light - 0.2)
        if self.weather == "rain":
            light -= 0.06 * max(0.0, light - 0.2)
        return light

    def tone(
        self, role: Role, light: float | None = None, *, haze: float = 0.0, snap: float = 0.06, near: bool = False
    ) -> str:
        """A role under this light, mixed by `haze` (0..1) with the color of the horizon."""
        own = self.roles.light(role)
        wish = self.level(own if light is None else light, near=near)
        color = self.roles.at(role, wish, snap=snap)
        if self.night and not near and role in _WARM and own - wish > 0.18:
            # dimmed yellow turns brown; under the moon it is rather the color of the sky
            color = mix(color, self.roles.at("sky", wish), min(0.85, (own - wish - 0.18) * 5))
        if role in _PALE and self.time in _CAST and light is not None and light > 0.5:
            cast, share = _CAST[self.time]
            color = mix(color, self.roles.at(cast, wish), share)
        return mix(color, self.horizon, haze)

    def material(self, name: str, role: Role, light: float, *, haze: float = 0.0, movable: bool = True) -> Material:
        """A named surface of the landscape; a movable one may be given a palette color that is missing."""
        color = self.over.get(name, "")
        color = mix(color, self.horizon, haze * 0.12) if color else self.tone(role, light, haze=haze)
        if movable:
            self.asked[name] = color
        return Material(color, self.roles, self.horizon)

    def materials(self, name: str, *wishes: tuple[Role, float], haze: float = 0.0) -> list[Material]:
        """Several surfaces of one kind, named `name` and a number: walls, flowers."""
        return [self.material(f"{name}{i}", role, light, haze=haze) for i, (role, light) in enumerate(wishes)]

    def glow(self) -> str:
        """The color of lamps, fires and lit windows."""
        return self.roles.at("warm", max(0.80, self.roles.light("warm")))

    def _clear_sky(self) -> Stops:
        plan = _SKIES[self.time]
        if self.time == "sunset" and self.far_apart("sky", "accent"):
            plan = _PARTED
        stops = [(pos, self._sky_tone(role, light)) for pos, role, light in plan]
        if self.time == "night":
            stops[0] = (0.0, self.roles.at("ink", 0.20, snap=0.1))
            stops[1] = (stops[1][0], mix(self.roles.at("ink", 0.29), stops[1][1], 0.5))
        if self.time == "day":
            stops[-1] = (1.0, mix(stops[-1][1], self.roles.at(self._blush(), 0.88), 0.42))
        return tuple(stops)

    def far_apart(self, one: Role, other: Role) -> bool:
        """Whether two roles are nearly complementary: mixed, they would be gray."""
        return hue_gap(lch_of(self.roles.of(one))[2], lch_of(self.roles.of(other))[2]) > 110

    def _blush(self) -> Role:
        """The warm breath at a day's horizon: the palette's pink, or else its warm."""
        light, chroma, hue = lch_of(self.roles.of("pink"))
        return "pink" if hue_gap(hue, 2) < 40 and chroma > 0.05 and light > 0.6 else "warm"

    def _sky_tone(self, role: Role, light: float) -> str:
        if role == "purple" and hue_gap(lch_of(self.roles.of("purple"))[2], 315) > 60:
            # no purple or mauve in this palette: halfway from the sky to its warm side, both the palette's own
            if self.time == "dawn":
                return mix(self.roles.at("paper", 0.90), self.roles.at("sky", 0.80), 0.3)
            warm: Role = "accent"
            return mix(self.roles.at("sky", light), self.roles.at(warm, light), 0.45)
        if role == "sky" and self.time != "night":
            light += (self.roles.light("sky") - light) * 0.45
        return self.roles.at(role, light, snap=0.09)

    def _weathered(self, stops: Stops) -> Stops:
        top = self.roles.at("sky", {"night": 0.30, "sunset": 0.56}.get(self.time, 0.72))
        pale = self.roles.at("paper", {"night": 0.50, "sunset": 0.78}.get(self.time, 0.92))
        veil, share = {
            "clear": (pale, 0.0),
            "cloudy": (mix(top, pale, 0.45), 0.42),
            "mist": (mix(top, pale, 0.75), 0.46),
            "rain": (mix(self.roles.at("sky", 0.30 if self.night else 0.58), pale, 0.25), 0.62),
            "snow": (mix(top, pale, 0.4), 0.40),
        }[self.weather]
        return tuple((pos, mix(color, veil, share)) for pos, color in stops)


@dataclass(frozen=True)
class ElementLight:
    """The tones of one element: its wished color, the haze of its distance (satisfies `pen.Palette`)."""

    light: Light
    own: str
    haze: float = 0.0

    def at(self, tone: Tone) -> str:
        """'#rrggbb' of the tone in this light."""
        if tone.role == "own":
            own = lab_of(self.own)[0]
            wish = own if tone.light is None else own + (tone.light - 0.62) * 0.9
            color = self.light.roles.shade(self.own, self.light.level(wish, near=True), snap=0.05)
            return mix(color, self.light.horizon, self.haze)
        return self.light.tone(tone.role, tone.light, haze=self.haze, near=True)

    def glowing(self, tone: Tone) -> str:
        """'#rrggbb' of a shape with light of its own: no night, half the haze."""
        roles = self.light.roles
        color = self.own if tone.role == "own" else roles.at(tone.role, tone.light)
        return mix(color, self.light.horizon, self.haze / 2)
