"""Random numbers by name: every part of a picture has its own stream, so that adding one never moves another."""

import random
from zlib import crc32


def stream(seed: int, name: str) -> random.Random:
    """The random stream of `name` in the picture with `seed`; the same on every platform."""
    return random.Random((seed << 32) ^ crc32(name.encode()))  # noqa: S311  # drawing, not secrets
