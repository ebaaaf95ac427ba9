"""Grim words that only name something: a place on a map ("Slaughter Beach") or a museum ("torture museum").

Capitals tell a place, so this looks at the original text; the names listed one by one are in agent/data/lexicon_*.json.
"""

import re
from collections.abc import Iterator, Sequence

from wanderhue.agent.sanitizer.lexicon import Hit
from wanderhue.agent.sanitizer.normalize import View
from wanderhue.agent.sanitizer.spans import Span

_GRIM = frozenset(
    {"violence", "violent", "blood", "bloody", "gore", "weapon", "gun", "guns", "knife", "knives", "sword", "swords"}
    | {"self_harm", "dead", "horror", "crime"}
)
_REMEMBERED = frozenset(
    {"violence", "gore", "weapon", "gun", "guns", "sword", "swords", "hate", "drugs", "crime", "gambling"}
)
_PLACE = re.compile(
    r"(?:['’]s|s['’]?)?\s(?:Mountain|Mount|Beach|Rock|Rocks|Island|Islands|Isle|Falls|River|Lake|Bay|Creek|Hill|Hills"
    r"|Valley|Point|Canyon|Park|Road|Street|Lane|Village|Town|Bridge|Lighthouse|Trail|Castle|Abbey|Cove|Springs|Gulch"
    r"|Pass|Peak|Cape|Harbor|Harbour|Gorge|Ridge|Cave|Caves|Woods|Forest|Loch|Moor|Marsh|Swamp|Square|Alley|Gate|Tower"
    r"|Pond|Reef|Glen|Cay|Corner|Lands|Gap|Basin|Coast|Plain|Plains|Hollow|Sound|Fjord|Foreland|Notch|Head|Heights"
    r"|Inlet|Meadow|Meadows|Plateau|Summit|Dunes|Cliff|Cliffs|Way|Path|Glacier|Volcano)\b"
)
_BEFORE_PLACE = re.compile(r"(?<![^\W_])(?:Lake|Mount|Mt|Cape|Point|Port|Upper|Lower|Loch|Isle of|Bay of)\s$")
_MUSEUM = re.compile(
    r"(?:['’]?s['’]?)?(?:\s(?:and|attack|crime|devices?|era|history|hunters?|instruments?|justice|legal|poppy"
    r"|rally grounds?|site|sites|victims?['’]?|war)){0,3}"
    r"\s(?:museum|memorial|monument|cenotaph|cemetery|remembrance|documentation cent(?:er|re))s?\b"
    r"|(?:의|당한)?\s?(?:희생자|피해자|사건|역사|도구|기록|즘 기록|실|터)?(?:의|를|을)?\s?"
    r"(?:박물관|기념관|기념비|기념탑|추모|전시관|전시실|전시|역사관|평화\s?공원|기록관|위령|사료관|자료관)"
)
_BEFORE_MUSEUM = re.compile(r"\b(?:museum|memorial|monument) (?:of|to|for) (?:the )?(?:victims of (?:the )?)?$")
_REACH = 48


def named(text: str, plain: View, hits: Sequence[Hit]) -> Iterator[Span]:
    """The stretches of a text in which grim words are part of a name; `hits` are those of its plain view."""
    for hit in hits:
        start, end = hit.span
        if hit.group in _GRIM and text[start].isupper():
            place = _PLACE.match(text, end)
            if place or _BEFORE_PLACE.search(text, max(0, start - _REACH), start):
                yield start, place.end() if place else end
        if hit.group in _REMEMBERED:
            museum = _MUSEUM.match(plain.text, hit.end)
            if museum or _BEFORE_MUSEUM.search(plain.text, max(0, hit.start - _REACH), hit.start):
                yield plain.span(hit.start, museum.end() if museum else hit.end)
