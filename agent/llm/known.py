"""The nearest thing that the illustrator knows for a word that a model used."""

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import Literal

from wanderhue.agent.scene import VARIANTS
from wanderhue.agent.vocabulary import ELEMENTS, SEASONS, SETTINGS, STAND_INS, STYLES, TIMES, WEATHERS, Word

Section = Literal["element", "time", "weather", "season", "setting", "style"]

_SECTIONS: Mapping[Section, Mapping[str, Word]] = {
    "element": ELEMENTS, "time": TIMES, "weather": WEATHERS, "season": SEASONS, "setting": SETTINGS, "style": STYLES,
}  # fmt: skip
_CLOSE = 0.82


@cache
def _ids(section: Section) -> Mapping[str, str]:
    """Ids by everything that they are called; an id itself comes first."""
    found = {id_.replace("_", " "): id_ for id_ in _SECTIONS[section]}
    for id_, word in _SECTIONS[section].items():
        for name in (*word.en, *word.ko):
            found.setdefault(name.lower(), id_)
    return found


@lru_cache(maxsize=2048)
def nearest_id(said: str, section: Section) -> str:
    """The id of a section of the vocabulary that `said` names, or nearly names; '' for none."""
    folded = " ".join(said.lower().replace("_", " ").split())
    ids = _ids(section)
    if not folded or folded in ids:
        return ids.get(folded, "")
    close = get_close_matches(folded, ids, n=1, cutoff=_CLOSE)
    return ids[close[0]] if close else ""


def nearest_element(said: str) -> str:
    """The kind of element for a word: itself, a synonym, a stand-in, or that of its last known word; '' for none."""
    folded = " ".join(said.lower().replace("_", " ").split())
    for part in (folded, *reversed(folded.split())):
        kind = nearest_id(part, "element") or STAND_INS.get(part, "")
        if kind:
            return kind
    return ""


def nearest_setting(said: str) -> tuple[str, str]:
    """Setting and variant for 'seaside/beach', 'beach' or 'seaside'; ('', '') for none."""
    setting, _, variant = said.lower().strip().partition("/")
    if setting in VARIANTS:
        return setting, variant if variant in VARIANTS[setting] else ""
    home = next((name for name, variants in VARIANTS.items() if setting in variants), "")
    if home:
        return home, setting
    found = nearest_id(said.replace("/", " "), "setting")
    setting, _, variant = found.partition("/")
    return setting, variant
