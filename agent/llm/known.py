"""The nearest thing that the illustrator knows for a word that a model used."""

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache

from wanderhue.agent.scene import VARIANTS
from wanderhue.agent.vocabulary import ELEMENTS, SETTINGS, STAND_INS, Word

_CLOSE = 0.82


@cache
def _ids(section: tuple[tuple[str, Word], ...]) -> Mapping[str, str]:
    """Ids by everything that they are called; an id itself comes first."""
    found = {id_.replace("_", " "): id_ for id_, _ in section}
    for id_, word in section:
        for name in (*word.en, *word.ko):
            found.setdefault(name.lower(), id_)
    return found


def nearest_id(said: str, words: Mapping[str, Word]) -> str:
    """The id of a vocabulary's section that `said` names, or nearly names; '' for none."""
    folded = " ".join(said.lower().replace("_", " ").split())
    ids = _ids(tuple(words.items()))
    if folded in ids:
        return ids[folded]
    close = get_close_matches(folded, ids, n=1, cutoff=_CLOSE)
    return ids[close[0]] if close else ""


def nearest_element(said: str) -> str:
    """The kind of element for a word: itself, a synonym, a stand-in, or that of its last known word; '' for none."""
    folded = " ".join(said.lower().replace("_", " ").split())
    for part in (folded, *reversed(folded.split())):
        kind = nearest_id(part, ELEMENTS) or STAND_INS.get(part, "")
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
    found = nearest_id(said.replace("/", " "), SETTINGS)
    setting, _, variant = found.partition("/")
    return setting, variant
