"""The model's slots put into a brief, and what is wrong with them. Pure.

The scene and the palette come from the wishes, by rule, so that what the illustrator draws changes exactly as asked;
the model's words go into the slots that an image model reads. A person's own words stay where the wishes leave them.
"""

import re
from collections.abc import Sequence
from typing import Any

from wanderhue.agent.brief import ColorUse, ImageBrief
from wanderhue.agent.color_names import plain_name
from wanderhue.agent.feedback import Reading
from wanderhue.agent.llm.checks import contradicts, hex_of
from wanderhue.agent.llm.mend import shortened
from wanderhue.agent.llm.schemas import ColorAnswer, ColorPlace, ExpandAnswer
from wanderhue.agent.offline.wishes import apply_reading
from wanderhue.agent.slots import LONGEST
from wanderhue.agent.trips import Lang, OptionColor

SLOTS = ("medium", "subject", "setting", "light", "shot", "style")
NEEDED = ("subject", "setting", "light", "shot", "style")
_FOREIGN = re.compile(r"[぀-ヿㄱ-ㆎ㐀-鿿가-힣Ѐ-ӿ؀-ۿ฀-๿]")
"""Letters of scripts that image models of today read badly."""
_MOST_LEFT_OUT, _LONGEST_LEFT_OUT, _LONGEST_OBJECT = 12, 40, 60


def slot_faults(answer: ExpandAnswer, palette: Sequence[OptionColor], *, new: bool) -> list[str]:
    """What is wrong with the slots, in words."""
    found = [f"{name} must be in English" for name in SLOTS if _FOREIGN.search(getattr(answer, name))]
    if new:
        found += [f"{name} must not be empty" for name in NEEDED if not getattr(answer, name)]
    given = {hex_of(place.hex) for place in answer.colors if place.object}
    missing = [color.hex for color in palette if color.hex not in given]
    if missing and (new or answer.colors):
        found.append(f"colors must put these on objects too: {', '.join(missing)}")
    return found


def changed(start: ImageBrief, reading: Reading, lang: Lang) -> tuple[ImageBrief, tuple[str, ...]]:
    """The brief after the wishes; words of a slot that the wishes leave true stay, whoever wrote them."""
    if not reading.wishes:
        return start, ()
    held = start.model_copy(update={"own": tuple(dict.fromkeys([*start.own, *NEEDED, "negative"]))})
    brief, notices = apply_reading(held, reading, lang)
    own = tuple(name for name in start.own if name in brief.own)
    return brief.model_copy(update={"own": own, "colors": _carried(start, brief)}), notices


def _carried(start: ImageBrief, brief: ImageBrief) -> tuple[ColorUse, ...]:
    """Each color on the object that it had, where the palette has it still or one in its place."""
    old = {use.hex: use.object for use in start.colors}
    if len(start.palette) == len(brief.palette):
        pairs = zip(start.palette, brief.palette, strict=True)
        old = {after.hex: old[before.hex] for before, after in pairs if before.hex in old} | old
    return tuple(
        use.model_copy(update={"object": old.get(use.hex, use.object)}) if _is_free(use, brief) else use
        for use in brief.colors
    )


def _is_free(use: ColorUse, brief: ImageBrief) -> bool:
    """Whether no thing in the scene was given this color by name."""
    return all(element.color != use.hex for element in brief.scene.elements)


def worded(brief: ImageBrief, answer: ExpandAnswer, palette: Sequence[OptionColor]) -> ImageBrief:
    """The brief with the model's words in its slots. `palette` is the one that the model was shown."""
    update: dict[str, Any] = {}
    for name in SLOTS:
        text = getattr(answer, name)
        if text and name not in brief.own and not _FOREIGN.search(text):
            update[name] = shortened(text.rstrip("."), LONGEST[name])
    if answer.negative and "negative" not in brief.own:
        said = [word[:_LONGEST_LEFT_OUT] for word in answer.negative if word and not _FOREIGN.search(word)]
        update["negative"] = tuple(dict.fromkeys([*brief.negative, *said]))[:_MOST_LEFT_OUT]
    if answer.colors:
        update["colors"] = _placed(brief, answer.colors, palette)
    return brief.model_copy(update=update)


def _placed(brief: ImageBrief, places: Sequence[ColorPlace], palette: Sequence[OptionColor]) -> tuple[ColorUse, ...]:
    """The scheme with the model's objects; a color that it left out keeps the object that rules give it."""
    said = {hex_of(place.hex): place for place in places if place.object and not _FOREIGN.search(place.object)}
    same = len(palette) == len(brief.palette)
    uses = []
    for index, use in enumerate(brief.colors):
        place = said.get(use.hex) or (said.get(palette[index].hex) if same and index < len(palette) else None)
        if place is None or not _is_free(use, brief):
            uses.append(use)
            continue
        name = place.name if place.name.isascii() and place.name else use.name
        honest = not contradicts(ColorAnswer(name=name, hex=use.hex))
        target = shortened(place.object, _LONGEST_OBJECT)
        uses.append(ColorUse(name=name if honest else plain_name(use.hex), hex=use.hex, object=target))
    return tuple(uses)
