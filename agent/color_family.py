"""Which of the twelve color families a color belongs to, by rules in OKLCh (no table, no neighbors)."""

from functools import lru_cache

from wanderhue.agent.oklab import hex_to_oklab, oklab_to_oklch

_RING = ((112, "yellow"), (176, "green"), (222, "teal"), (277, "blue"), (338, "purple"), (360, "pink"))


@lru_cache(maxsize=4096)
def family(hex_color: str) -> str:
    """The family of '#rrggbb': red, orange, yellow, green, teal, blue, purple, pink, brown, black,
    gray or white. Every color of the table of plain names falls into the family that it is listed under."""
    light, chroma, hue = (float(part) for part in oklab_to_oklch(hex_to_oklab([hex_color])[0]))
    if chroma < 0.02 or (light < 0.22 and chroma < 0.05) or (light > 0.93 and chroma < 0.05 and 50 < hue < 120):
        return "black" if light < 0.3 else "white" if light > 0.93 else "gray"
    if hue >= 338 or hue < 35:
        return _reddish(light, chroma, hue)
    if hue < 100 and chroma < (0.122 if light < 0.7 else 0.08) and light < 0.86 and not (hue > 94 and light < 0.66):
        return "brown"
    if hue < 80:
        return "orange"
    if hue > 94 and light < 0.66 and hue < 176:
        return "green"
    return next(name for limit, name in _RING if hue < limit)


def _reddish(light: float, chroma: float, hue: float) -> str:
    if 338 <= hue < 352 and light < 0.5:
        return "purple"
    if hue >= 24 and hue < 338 and chroma < 0.095 and light < 0.6:
        return "brown"
    edge = 0.55 if hue >= 338 or hue < 15 else 0.68 if hue < 30 else 0.74
    return "pink" if light >= edge else "red"
