"""People: adults and children in many poses, dressed by the palette, with the hint of a face at most.

Joints come from `poses.py`, heads from `hair.py`; here they get proportions, clothes and limbs.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from wanderhue.tools.illustrator.elements.forms import limb, mix
from wanderhue.tools.illustrator.elements.hair import STYLES, hair_behind, hair_front, head
from wanderhue.tools.illustrator.elements.poses import FREE, POSES, Limb, Pose
from wanderhue.tools.illustrator.elements.sketch import INK, Drawer, Look, Sketch, fresh, shadow
from wanderhue.tools.illustrator.pen import Pen, Point, Tone, smooth_path

_TOPS = (Tone("accent"), Tone("accent2"), Tone("warm"), Tone("sky", 0.6), Tone("green"), Tone("paper", 0.93))
_LEGS = (Tone("ink", 0.34), Tone("earth", 0.42), Tone("accent2", 0.34), Tone("stone", 0.62), Tone("ink", 0.26))
_HAIR = (Tone("ink", 0.2), Tone("earth", 0.27), Tone("earth", 0.38), Tone("ink", 0.25), Tone("warm", 0.66))


@dataclass(frozen=True, slots=True)
class Build:
    """Proportions: where an adult's joint heights lie in this body, and how thick it is."""

    head: float
    """Half the width of the head."""
    heights: tuple[tuple[float, float], ...]
    """Adult height -> this body's height, from the ground up."""
    broad: float

    def at(self, point: Point) -> Point:
        """A joint of the adult, in this body."""
        x, y = point
        up = -y
        for (a0, b0), (a1, b1) in zip(self.heights, self.heights[1:], strict=False):
            if up <= a1:
                return x * self.broad, -(b0 + (b1 - b0) * (up - a0) / (a1 - a0))
        return x * self.broad, -(up + self.heights[-1][1] - self.heights[-1][0])


ADULT = Build(0.07, ((-1.0, -1.0), (0.0, 0.0), (1.0, 1.0)), 1.0)
CHILD = Build(0.115, ((-1.0, -0.9), (0.0, 0.0), (0.49, 0.37), (0.80, 0.665), (0.915, 0.845)), 1.12)
CHILD_SEATED = Build(0.115, ((-1.0, -0.8), (0.0, 0.0), (0.06, 0.05), (0.37, 0.32), (0.485, 0.50)), 1.12)


@dataclass(frozen=True, slots=True)
class Outfit:
    """What a person wears and looks like."""

    top: Tone
    legs: Tone
    skin: Tone
    hair: Tone
    style: str
    garment: str
    """jacket, coat, dress, tee."""
    shoes: Tone
    shorts: bool = False


def _outfit(look: Look, *, child: bool) -> Outfit:
    rng = look.rng
    cold = look.snowy or look.season == "winter"
    garments = ("coat", "jacket", "coat") if cold else ("jacket", "tee", "dress", "tee", "jacket")
    top = look.main(*(_TOPS[:-1] if cold else _TOPS))
    skin = Tone("skin", rng.choice((0.82, 0.79, 0.75, 0.70, 0.63)))
    style = rng.choice(STYLES)
    garment = rng.choice(garments)
    if garment == "dress" and style in ("crop", "short"):
        style = rng.choice(("bob", "long", "tail", "bun"))
    if "hat" in look.wears and style in ("bun", "curly"):
        style = "bob"
    legs = rng.choice(_LEGS)
    shorts = child and garment == "tee" and not cold
    if garment == "dress" and not cold:
        legs = skin
    shoes = rng.choice((INK, Tone("earth", 0.32), Tone("paper", 0.9)))
    return Outfit(top, legs, skin, rng.choice(_HAIR), style, garment, shoes, shorts)


def _pose(look: Look) -> Pose:
    free = look.rng.choice(FREE)
    aboard = look.rng.choice(("aboard", "aboard_wave"))
    if look.aboard:
        return POSES["aboard_hold" if look.holds else aboard]
    if look.rides:
        return POSES["ride_hold" if look.holds else "ride"]
    if look.holds:
        return POSES["hold"]
    return POSES[look.pose or free]


def _body(look: Look, *, child: bool) -> Sketch:
    pose = _pose(look)
    seated = pose.hip[1] > -0.3
    build = (CHILD_SEATED if seated else CHILD) if child else ADULT
    fit = _outfit(look, child=child)
    if pose.lap and fit.garment == "dress":
        fit = Outfit(fit.top, Tone("ink", 0.34), fit.skin, fit.hair, fit.style, "tee", fit.shoes, fit.shorts)
    pen = fresh(look)
    figure = _Figure(pen, pose, build, fit, seated)
    figure.draw()
    x, y = figure.head
    r = build.head
    side = pose.view == "side"
    anchors = {"head": (x, y - r * 1.05), "neck": (x - (r * 0.15 if side else 0), y + r * 1.28), "hand": figure.hand,
        "pack": (figure.chest[0] - (0.07 * build.broad if side else 0), mix(figure.chest, figure.hip, 0.45)[1]),
        "hand2": build.at(pose.arm_far[1]), "back": (figure.chest[0], y - r * 1.2)}  # fmt: skip
    pack = (figure.hip[1] - figure.chest[1]) * 0.95
    return Sketch(pen, anchors, head=r, sink=0.62, pack=pack, facing=pose.view)


class _Figure:
    """One body being drawn, from the farthest limb to the nearest."""

    def __init__(self, pen: Pen, pose: Pose, build: Build, fit: Outfit, seated: bool) -> None:
        self.pen, self.pose, self.build, self.fit, self.seated = pen, pose, build, fit, seated
        self.thick = build.broad * (1.12 if build is not ADULT else 1.0)
        self.chest, self.hip, self.head = (build.at(p) for p in (pose.chest, pose.hip, pose.head))
        self.half = 0.0 if pose.view == "side" else 0.074 * self.thick
        self.hand = build.at(pose.arm_near[1])

    def draw(self) -> None:
        """Draw everything, back to front."""
        pose, fit, r = self.pose, self.fit, self.build.head
        side = pose.view == "side"
        hair_behind(self.pen, fit.style, pose.view, self.head, r, fit.hair)
        if side:
            self._arm(pose.arm_far, 0, dark=True)
        if not pose.lap and not pose.cropped:
            self._legs()
        if pose.view == "front":
            self._arm(pose.arm_far, -1)
        self._neck()
        self._torso()
        if pose.lap:
            self._legs()
        if pose.view == "back":
            self._arm(pose.arm_far, -1)
        if not side:
            self._arm(pose.arm_near, 1)
        head(self.pen, pose.view, self.head, r, fit.skin)
        hair_front(self.pen, fit.style, pose.view, self.head, r, fit.hair)
        if side:
            self._arm(pose.arm_near, 0)

    def _neck(self) -> None:
        w = 0.05 * self.thick
        self.pen.line([self.head, (self.chest[0], self.chest[1] + 0.01)], self.fit.skin, w)
        top = (self.head[0], self.head[1] + self.build.head)
        self.pen.line([top, (self.chest[0], self.chest[1])], INK, w, opacity=0.12)

    def _torso(self) -> None:
        t, fit = self.thick, self.fit
        (cx, cy), (hx, hy) = self.chest, self.hip
        side = self.pose.view == "side"
        shoulder, waist, hem = (0.062, 0.057, 0.068) if side else (0.092, 0.07, 0.082)
        drop, flare = {"coat": (0.16, 1.25), "dress": (0.22, 1.75), "jacket": (0.045, 1.06)}.get(
            fit.garment, (0.02, 0.98)
        )
        if self.seated:
            drop, flare = 0.045, 1.15
        drop *= self.hip[1] / -0.49 if not self.seated else 1.0
        wx, wy = mix(self.chest, self.hip, 0.62)
        right = [
            (cx + shoulder * 0.42 * t, cy - 0.022 * t), (cx + shoulder * t, cy + 0.018 * t),
            (wx + waist * t, wy), (hx + hem * flare * t, hy + drop),
        ]  # fmt: skip
        left = [
            (cx - shoulder * 0.42 * t, cy - 0.022 * t), (cx - shoulder * t, cy + 0.018 * t),
            (wx - waist * t, wy), (hx - hem * flare * t, hy + drop),
        ]  # fmt: skip
        base = [(hx + hem * flare * t * 0.55, hy + drop + 0.012), (hx - hem * flare * t * 0.55, hy + drop + 0.012)]
        outline = [*right, *base, *reversed(left)]
        self.pen.path(smooth_path(outline), fit.top, shade="right")
        lean = [(cx + shoulder * 0.3 * t, cy), *right[1:3], (hx + hem * flare * t * 0.97, hy + drop - 0.004),
                (hx + hem * flare * t * 0.5, hy + drop + 0.006), (hx + hem * flare * t * 0.3, hy + drop)]  # fmt: skip
        shadow(self.pen, lean, smooth=True, strength=0.14)

    def _arm(self, arm: Limb, side: int, *, dark: bool = False) -> None:
        t, fit = self.thick, self.fit
        elbow, hand = (self.build.at(p) for p in arm)
        shoulder = (self.chest[0] + side * self.half, self.chest[1] + 0.026 * t)
        wrist = mix(elbow, hand, 0.86)
        if not self.pose.hidden_hands:
            self.pen.circle(*hand, 0.024 * t, fit.skin)
        sleeve = limb([shoulder, elbow, wrist], [0.062 * t, 0.052 * t, 0.042 * t])
        bare = fit.garment in ("tee", "dress")
        self.pen.smooth(sleeve, fit.skin if bare else fit.top)
        if bare:
            half = mix(shoulder, elbow, 0.72)
            self.pen.smooth(limb([shoulder, mix(shoulder, half, 0.5), half], [0.064 * t, 0.06 * t, 0.06 * t]), fit.top)
        shadow(self.pen, sleeve, smooth=True, strength=0.26 if dark else 0.1)

    def _legs(self) -> None:
        self._leg(self.pose.leg_far, -1, dark=self.pose.view == "side")
        self._leg(self.pose.leg_near, 1)

    def _leg(self, leg: Limb, side: int, *, dark: bool = False) -> None:
        t, fit = self.thick, self.fit
        knee, foot = (self.build.at(p) for p in leg)
        spread = 0.0 if self.pose.view == "side" else 0.038 * t * side
        top = (self.hip[0] + spread, self.hip[1])
        self._shoe(foot, side)
        outline = limb([top, knee, foot], [0.085 * t, 0.066 * t, 0.048 * t])
        self.pen.smooth(outline, fit.skin if fit.shorts else fit.legs)
        if fit.shorts:
            self.pen.smooth(
                limb([top, mix(top, knee, 0.5), mix(top, knee, 0.9)], [0.09 * t, 0.088 * t, 0.085 * t]), fit.legs
            )
        if dark:
            shadow(self.pen, outline, smooth=True, strength=0.28)

    def _shoe(self, foot: Point, side: int) -> None:
        t = self.thick
        x, y = foot
        if self.pose.view == "side" or self.pose.lap:
            points = [(x - 0.03 * t, y - 0.01), (x + 0.02 * t, y - 0.018), (x + 0.075 * t, y + 0.008),
                (x + 0.072 * t, y + 0.025), (x - 0.03 * t, y + 0.025)]  # fmt: skip
            self.pen.polygon(points, self.fit.shoes)
        else:
            self.pen.ellipse(x + side * 0.006, y + 0.004, 0.031 * t, 0.021, self.fit.shoes)


def person(look: Look) -> Sketch:
    """An adult."""
    return _body(look, child=False)


def child(look: Look) -> Sketch:
    """A child: a larger head on shorter legs."""
    return _body(look, child=True)


DRAWERS: Mapping[str, Drawer] = MappingProxyType({"person": person, "child": child})
