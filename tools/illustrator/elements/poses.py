"""The poses of people, as joints: data only, so that a new pose is a few numbers.

Joints are those of an adult one unit tall, facing right where seen from the side; `people.py` maps them to a
child's proportions. In seated poses the ground line is the seat.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from wanderhue.tools.illustrator.pen import Point

View = Literal["front", "back", "side"]
Limb = tuple[Point, Point]
"""Elbow and hand, or knee and foot."""


@dataclass(frozen=True, slots=True)
class Pose:
    """Where the joints are; `far` is the limb behind (or the left one, seen from the front)."""

    view: View
    arm_far: Limb
    arm_near: Limb
    leg_far: Limb
    leg_near: Limb
    hip: Point = (0.0, -0.49)
    chest: Point = (0.0, -0.80)
    head: Point = (0.0, -0.915)
    hidden_hands: bool = False
    """Hands in pockets, or behind the back."""
    cropped: bool = False
    """Only the upper body shows (in a boat, in a basket)."""
    lap: bool = False
    """Legs are drawn in front of the torso (seated)."""


_STRAIGHT: tuple[Limb, Limb] = (((-0.045, -0.26), (-0.05, -0.025)), ((0.045, -0.26), (0.05, -0.025)))
_EASY: tuple[Limb, Limb] = (((-0.05, -0.26), (-0.075, -0.025)), ((0.04, -0.26), (0.035, -0.025)))

POSES: Mapping[str, Pose] = MappingProxyType({"stand": Pose("front", ((-0.125, -0.64), (-0.115, -0.48)),
    ((0.125, -0.64), (0.115, -0.48)), *_EASY), "pockets": Pose("front", ((-0.15, -0.63), (-0.085, -0.50)),
    ((0.15, -0.63), (0.085, -0.50)), *_EASY, hidden_hands=True), "hip": Pose("front",
    ((-0.175, -0.65), (-0.075, -0.545)), ((0.125, -0.64), (0.12, -0.48)), *_EASY), "wave": Pose("front",
    ((-0.125, -0.64), (-0.115, -0.48)), ((0.19, -0.83), (0.185, -1.0)), *_EASY), "away": Pose("back",
    ((-0.125, -0.64), (-0.115, -0.48)), ((0.125, -0.64), (0.115, -0.48)), *_STRAIGHT), "away_behind": Pose("back",
    ((-0.135, -0.64), (-0.015, -0.52)), ((0.135, -0.64), (0.015, -0.52)), *_STRAIGHT), "away_reach": Pose("back",
    ((-0.125, -0.64), (-0.115, -0.48)), ((0.14, -0.64), (0.185, -0.48)), *_STRAIGHT), "reach": Pose("front",
    ((-0.125, -0.64), (-0.115, -0.48)), ((0.14, -0.64), (0.185, -0.48)), *_EASY), "reach_up": Pose("front",
    ((-0.125, -0.64), (-0.115, -0.48)), ((0.15, -0.70), (0.225, -0.80)), *_EASY), "away_reach_up": Pose("back",
    ((-0.125, -0.64), (-0.115, -0.48)), ((0.15, -0.70), (0.225, -0.80)), *_STRAIGHT), "walk_away": Pose("back",
    ((-0.13, -0.65), (-0.135, -0.49)), ((0.12, -0.64), (0.10, -0.50)), ((-0.05, -0.26), (-0.055, -0.025)),
    ((0.045, -0.27), (0.06, -0.085))), "walk": Pose("side", ((0.085, -0.65), (0.15, -0.53)),
    ((-0.075, -0.65), (-0.10, -0.50)), ((-0.02, -0.26), (-0.15, -0.06)), ((0.085, -0.28), (0.10, -0.03)),
    head=(0.02, -0.915), chest=(0.01, -0.80)), "stroll": Pose("side", ((0.02, -0.64), (0.08, -0.53)),
    ((-0.03, -0.64), (0.0, -0.49)), ((-0.02, -0.26), (-0.085, -0.03)), ((0.045, -0.27), (0.055, -0.025)),
    head=(0.015, -0.915)), "point": Pose("side", ((0.06, -0.66), (0.03, -0.52)), ((0.14, -0.83), (0.28, -0.90)),
    ((-0.03, -0.26), (-0.05, -0.025)), ((0.03, -0.26), (0.04, -0.025)), head=(0.015, -0.915)), "hold": Pose("front",
    ((-0.125, -0.64), (-0.115, -0.48)), ((0.145, -0.645), (0.20, -0.745)), *_EASY), "sit_knees": Pose("side",
    ((0.10, -0.30), (0.19, -0.20)), ((0.08, -0.27), (0.20, -0.22)), ((0.21, -0.265), (0.26, -0.025)),
    ((0.185, -0.255), (0.225, -0.025)), hip=(-0.03, -0.065), chest=(0.0, -0.375), head=(0.025, -0.49), lap=True),
    "sit_lean": Pose("side", ((-0.16, -0.20), (-0.17, -0.02)), ((-0.185, -0.20), (-0.20, -0.02)),
    ((0.20, -0.16), (0.40, -0.03)), ((0.16, -0.19), (0.33, -0.03)), hip=(0.0, -0.06), chest=(-0.09, -0.365),
    head=(-0.095, -0.485), lap=True), "sit_away": Pose("back", ((-0.145, -0.22), (-0.15, -0.06)),
    ((0.145, -0.22), (0.15, -0.06)), ((-0.17, -0.07), (-0.06, -0.03)), ((0.17, -0.07), (0.06, -0.03)),
    hip=(0.0, -0.06), chest=(0.0, -0.37), head=(0.0, -0.485)), "ride": Pose("side", ((0.10, -0.26), (0.22, -0.20)),
    ((0.08, -0.24), (0.20, -0.19)), ((0.16, -0.03), (0.13, 0.17)), ((0.15, -0.02), (0.11, 0.19)), hip=(0.0, -0.07),
    chest=(0.015, -0.38), head=(0.035, -0.495), lap=True), "ride_hold": Pose("side", ((0.10, -0.26), (0.22, -0.20)),
    ((0.115, -0.26), (0.20, -0.355)), ((0.16, -0.03), (0.13, 0.17)), ((0.15, -0.02), (0.11, 0.19)), hip=(0.0, -0.07),
    chest=(0.015, -0.38), head=(0.035, -0.495), lap=True), "aboard": Pose("side", ((0.09, -0.20), (0.19, -0.13)),
    ((0.07, -0.18), (0.17, -0.12)), *_STRAIGHT, hip=(0.0, 0.0), chest=(0.015, -0.31), head=(0.035, -0.425),
    cropped=True), "aboard_wave": Pose("front", ((-0.13, -0.16), (-0.14, 0.0)), ((0.18, -0.34), (0.175, -0.50)),
    *_STRAIGHT, hip=(0.0, 0.0), chest=(0.0, -0.31), head=(0.0, -0.425), cropped=True), "aboard_hold": Pose("front",
    ((-0.13, -0.16), (-0.14, 0.0)), ((0.145, -0.155), (0.20, -0.255)), *_STRAIGHT, hip=(0.0, 0.0), chest=(0.0, -0.31),
    head=(0.0, -0.425), cropped=True)})  # fmt: skip

FREE = (
    "stand", "pockets", "hip", "wave", "away", "away_behind", "walk_away", "walk", "stroll", "point",
    "sit_knees", "sit_lean", "sit_away",
)  # fmt: skip
"""The poses that the seed chooses from where nothing else decides."""
