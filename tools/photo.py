"""A person's own photo, made safe to keep: upright pixels in sRGB and nothing else.

Where it was taken, when, with which camera, whose name is in it, a second picture hidden behind the first: all of
that is gone, because only pixels are carried over into a new file.
"""

import io

from PIL import Image

from wanderhue.agent.errors import BadPicture
from wanderhue.tools.pixels import open_picture

SHORTEST = 64
"""The smallest side that painters can work on, in px."""


def clean_photo(data: bytes, *, longest: int = 2048) -> bytes:
    """The photo as a PNG without metadata, at most `longest` px on the longer side.

    PNG, JPEG (also a phone's with several pictures inside) or WebP; the first frame where it moves. What is
    transparent becomes white paper. Raises `BadPicture` for other files, damaged ones, those past the limits of
    `tools/pixels.py`, a fully transparent picture, and one whose shorter side would be under 64 px.
    """
    picture = open_picture(data, enough=longest)
    if picture.alpha is not None and picture.alpha.getextrema()[1] == 0:
        raise BadPicture("The picture is fully transparent: there is nothing to see in it")
    paper = Image.new("RGB", picture.size, "white")  # new pixels: a copy would carry its profile and notes along
    paper.paste(picture.image, mask=picture.alpha)
    part = min(1.0, longest / max(paper.size))
    size = (round(paper.width * part), round(paper.height * part))
    if min(size) < SHORTEST:
        raise BadPicture(
            f"The picture is {picture.size[0]}x{picture.size[1]} px, too small or too narrow to work on: "
            f"its shorter side needs {SHORTEST} px (measured at {longest} px on the longer one)"
        )
    if size != paper.size:
        paper = paper.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    out = io.BytesIO()
    paper.save(out, "PNG", compress_level=3)
    return out.getvalue()
