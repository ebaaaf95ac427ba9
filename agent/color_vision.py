"""How a palette looks with a color vision deficiency, and which of its colors then cannot be told apart.

Matrices: Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of color vision
deficiency" (2009), severity 1.0, applied to linear RGB.
"""

from collections.abc import Sequence
from itertools import combinations
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wanderhue.agent.oklab import distance, hex_to_oklab, linear_to_oklab, oklab_to_linear

Deficiency = Literal["protanopia", "deuteranopia", "tritanopia"]

MACHADO: dict[Deficiency, NDArray[np.float64]] = {
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
ALIKE = 0.05
"""deltaEOK2 below which two areas of a picture look the same."""
CLOSE = 0.10
"""deltaEOK2 below which they are hard to tell apart."""


class ConfusedPair(NamedTuple):
    """Two colors that come close to each other with a deficiency."""

    kind: Deficiency
    first: str
    second: str
    distance: float
    """deltaEOK2 as seen."""

    @property
    def alike(self) -> bool:
        """True where they look the same, False where they are only hard to tell apart."""
        return self.distance < ALIKE


def simulate(lab: ArrayLike, kind: Deficiency) -> NDArray[np.float64]:
    """OKLab colors (..., 3) as seen with `kind`, clipped to what a screen shows."""
    return linear_to_oklab(np.clip(oklab_to_linear(lab) @ MACHADO[kind].T, 0, 1))


def confused_pairs(hexes: Sequence[str], *, below: float = CLOSE) -> list[ConfusedPair]:
    """The pairs below `below` (deltaEOK2) with a deficiency that others see well apart, the closest first."""
    lab = hex_to_oklab(hexes)
    found: list[ConfusedPair] = []
    for kind in MACHADO:
        seen = simulate(lab, kind)
        for one, other in combinations(range(len(hexes)), 2):
            apart = float(distance(seen[one], seen[other]))
            if apart < below and float(distance(lab[one], lab[other])) >= below:
                found.append(ConfusedPair(kind, hexes[one], hexes[other], apart))
    return sorted(found, key=lambda pair: pair.distance)
