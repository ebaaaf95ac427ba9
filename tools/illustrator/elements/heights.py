"""How tall each kind naturally stands: the length of one unit of its box as a share of U = min(H, 0.95 W).

Believable relative to each other, yet generous: what is small in the world must still read at 1024 px, as in a
children's book. Sizes are for the middle depth; the compositor scales them by depth and by the element's size.
"""

from collections.abc import Mapping
from types import MappingProxyType

HEIGHTS: Mapping[str, float] = MappingProxyType({"person": 0.11, "child": 0.085, "dog": 0.06, "cat": 0.055,
    "rabbit": 0.05, "fox": 0.06, "duck": 0.045, "horse": 0.13, "sheep": 0.07, "cow": 0.10, "deer": 0.125,
    "camel": 0.145, "bear": 0.10, "whale": 0.12, "bird": 0.035, "butterfly": 0.04, "balloon": 0.19, "kite": 0.12,
    "airplane": 0.08, "cloud": 0.085, "star": 0.035, "moon": 0.13, "sun": 0.17, "rainbow": 0.34, "fireworks": 0.24,
    "boat": 0.05, "sailboat": 0.17, "ship": 0.15, "tent": 0.14, "campfire": 0.085, "pine": 0.34, "tree": 0.29,
    "cherry": 0.29, "palm": 0.42, "maple": 0.30, "cypress": 0.30, "bamboo": 0.36, "lighthouse": 0.60, "pagoda": 0.56,
    "tower": 0.58, "eiffel_tower": 0.66, "arch": 0.32, "bridge": 0.17, "train": 0.075, "house": 0.16, "hanok": 0.17,
    "temple": 0.24, "torii": 0.26, "castle": 0.36, "church": 0.34, "skyscraper": 0.50, "windmill": 0.46,
    "fountain": 0.15, "waterfall": 0.36, "flowers": 0.075, "grass": 0.075, "rocks": 0.06, "parasol": 0.17,
    "picnic": 0.065, "bench": 0.065, "bicycle": 0.08, "car": 0.085, "lantern": 0.16, "snowman": 0.115, "fence": 0.05,
    "path": 0.20, "surfboard": 0.12, "umbrella": 0.075, "lollipop": 0.05, "teddy": 0.05, "toy_balloon": 0.10,
    "ice_cream": 0.045, "backpack": 0.05, "hat": 0.035, "scarf": 0.045})  # fmt: skip
"""Kind -> height; every kind of the vocabulary has one."""
