"""Takes a palette from a picture: its signature and k-means in OKLab. The same every time."""

import numpy as np

from wanderhue.agent.errors import BadInput
from wanderhue.agent.oklab import distance, oklab_to_hex
from wanderhue.agent.palette import MOST_COLORS, Palette
from wanderhue.tools.pixels import Picture, PictureSource, open_picture
from wanderhue.tools.signature import centers, signature

_ALIKE = 0.02  # just noticeable


def extract(image: PictureSource | Picture, n: int = 6) -> Palette:
    """At most `n` (1 to 16) colors of `image`, the largest area first; fewer where it has fewer.

    Raises `BadPicture`, or `BadInput` for another `n`.
    """
    if not 1 <= n <= MOST_COLORS:
        raise BadInput(f"n={n}: a palette has 1 to {MOST_COLORS} colors")
    middles, shares = centers(signature(open_picture(image)), n)
    kept: list[int] = []
    for index in np.argsort(-shares, kind="stable"):
        if all(float(distance(middles[index], middles[other])) > _ALIKE for other in kept):
            kept.append(int(index))
    return Palette.from_hex([oklab_to_hex(middles[index]) for index in kept])
