"""Directions and their opposites: 'too dark' and 'less dark' ask for brighter."""

_INVERSE = {
    "warmer": "cooler",
    "cooler": "warmer",
    "brighter": "darker",
    "darker": "brighter",
    "vivid": "muted",
    "muted": "vivid",
}
OPPOSITE_SIZE = {"bigger": "smaller", "smaller": "bigger", "big": "smaller", "small": "bigger"}


def inverse(direction: str) -> str:
    """The shift that undoes a direction; 'too pastel' asks for stronger colors."""
    return _INVERSE.get(direction, "vivid")
