"""A wish about colors, as read from a person's words, carried out on the palette of an option."""

import re
from collections.abc import Sequence

from wanderhue.agent.color_names import plain_name
from wanderhue.agent.feedback import ShiftColors, UseColor, WeighColor
from wanderhue.agent.oklab import distance, hex_to_oklab
from wanderhue.agent.palette_shift import shift
from wanderhue.agent.palette_weigh import use, weigh
from wanderhue.agent.trips import Lang, NamedColor, OptionColor

ROOM = 6
"""A color wished for one element joins the palette while it has fewer colors than this."""
_FEW = 4  # a smaller palette gains the color instead of giving one up
_SAME = 0.045  # deltaEOK2 up to which a changed color keeps the name that it had


def apply_color_wish(
    colors: Sequence[OptionColor | NamedColor], wish: ShiftColors | WeighColor | UseColor, lang: Lang
) -> tuple[OptionColor, ...]:
    """The palette after the wish, in the same order. A color that clearly changed takes the nearest plain name."""
    before = [OptionColor(name=_name(color, lang), hex=color.hex) for color in colors]
    hexes = [color.hex for color in before]
    if isinstance(wish, ShiftColors):
        return renamed(before, shift(hexes, wish.direction), lang)
    if isinstance(wish, WeighColor):
        return renamed(before, weigh(hexes, wish.color, wish.direction), lang)
    after = use(hexes, wish.color, room=ROOM if wish.element else _FEW)
    said = wish.name if wish.name and bool(re.search("[가-힣]", wish.name)) == (lang == "ko") else ""
    return renamed(before, after, lang, said={wish.color: said} if said else None)


def renamed(
    before: Sequence[OptionColor], after: Sequence[str], lang: Lang, *, said: dict[str, str] | None = None
) -> tuple[OptionColor, ...]:
    """Names for changed colors: the old name where a color hardly changed, else what was `said` or the plain name,
    told apart as light or deep where two would be called the same."""
    named: list[OptionColor] = []
    for place, color in enumerate(after):
        old = before[place] if place < len(before) else None
        kept = old is not None and float(distance(*hex_to_oklab([old.hex, color]))) <= _SAME
        name = old.name if old is not None and kept else (said or {}).get(color) or plain_name(color, lang)
        named.append(OptionColor(name=_distinct(name, color, named, lang), hex=color))
    return tuple(named)


def _distinct(name: str, color: str, others: Sequence[OptionColor], lang: Lang) -> str:
    twin = next((other for other in others if other.name == name), None)
    if twin is None or twin.hex == color:
        return name
    lighter = hex_to_oklab([color])[0, 0] > hex_to_oklab([twin.hex])[0, 0]
    words = ("밝은", "짙은") if lang == "ko" else ("light", "deep")
    words = words if lighter else words[::-1]
    used = {other.name for other in others}
    tried = (f"{words[0]} {name}", f"{words[1]} {name}", *(f"{name} {number}" for number in range(2, 18)))
    return next(one for one in tried if one not in used)


def _name(color: OptionColor | NamedColor, lang: Lang) -> str:
    return color.name if isinstance(color, OptionColor) else color.name(lang)
