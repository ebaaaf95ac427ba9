"""The drawable things in a sentence: elements with their counts, colors and places, and who holds, wears or rides."""

import re
from dataclasses import dataclass, replace
from functools import cache

from wanderhue.agent.color_words import find_colors
from wanderhue.agent.offline.tokens import JOSA, fold
from wanderhue.agent.offline.words import Hit, Lexicon, moved, widest
from wanderhue.agent.vocabulary import ELEMENTS, SEASONS, SETTINGS, STAND_INS, TIMES, WEATHERS

LIVING = ("people", "animals")
_EN_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
               "nine": 9, "ten": 10, "a couple of": 2, "a pair of": 2, "several": 4, "many": 6, "a few": 3,
               "some": 3, "twelve": 12}  # fmt: skip
_KO_NUMBERS = {
    "한": 1,
    "두": 2,
    "세": 3,
    "네": 4,
    "다섯": 5,
    "여섯": 6,
    "일곱": 7,
    "여덟": 8,
    "아홉": 9,
    "열": 10,
    "여러": 4,
}
_BEFORE_EN = re.compile(
    rf"\b({'|'.join(sorted(_EN_NUMBERS, key=len, reverse=True))}|\d{{1,2}})\s+(?:[a-z'-]+\s+){{0,2}}$"
)
_COUNTER = r"(?:마리|명|그루|송이|개|척|대|채|분|사람|자루|권|장|점|쌍)"
_AFTER_KO = re.compile(rf"^(?:{JOSA})?\s*({'|'.join(_KO_NUMBERS)}|\d{{1,2}})\s*{_COUNTER}")
_BEFORE_KO = re.compile(rf"({'|'.join(_KO_NUMBERS)}|\d{{1,2}})\s*{_COUNTER}(?:의)?\s+(?:[가-힣]+\s+)?$")
_PLURAL = {"couple": 2, "friends": 2, "family": 3, "커플": 2, "연인": 2, "부부": 2, "친구들": 2, "가족": 3}
_MASS = ("flowers", "grass", "path", "fireworks", "rocks", "sun", "moon", "picnic")
_SIDE = (
    ("left", re.compile(r"\b(?:on|to|at) the left\b|왼쪽|왼편")),
    ("right", re.compile(r"\b(?:on|to|at) the right\b|오른쪽|오른편")),
    ("center", re.compile(r"\bin the (?:middle|center|centre)\b|가운데|한가운데|중앙")),
)
_RIDE_EN = re.compile(
    r"\b(?:riding|rides|ride|astride|mounted on|sitting|seated|sat|perched|driving|rowing|paddling|on top of|aboard|in|"
    r"on)\s+(?:on\s+)?(?:a|an|the|his|her|its|their)?\s*(?:[a-z]+\s+)?$"
)
_RIDE_SURE = re.compile(r"\b(?:riding|rides|ride|astride|mounted|driving|rowing|paddling|aboard)\b")
_RIDE_KO = re.compile(
    rf"^(?:{JOSA})?\s*(?:에\s*|위에\s*|에\s*가만히\s*)?(?:앉은|앉아|앉아서|탄|타고|타는|몰고|모는|올라탄|올라타|젓는|노를)"
)
_HOLD_KO = re.compile(
    r"^(?:을|를|이랑|하고)?\s*(?:(?:손에|한\s*손에|입에|꼭|품에|하나|하나를|개를)\s*)*(?:들고|든|"
    r"든\s|들은|쥔|쥐고|먹는|먹고|먹으|안은|안고|문\s|물고|핥는|핥고|쓴|쓰고|입은|입고|두른|두르|맨|메고|멘|걸친|"
    r"가진|가지고|품은|낀)"
)
RIDEABLE = (
    "horse",
    "camel",
    "cow",
    "deer",
    "sheep",
    "whale",
    "boat",
    "sailboat",
    "bicycle",
    "car",
    "train",
    "balloon",
    "surfboard",
    "bear",
    "duck",
    "bench",
)


@dataclass(frozen=True, slots=True)
class Thing:
    """An element said in a sentence: where, how many, in which color."""

    start: int
    end: int
    kind: str
    count: int = 1
    color: str | None = None
    place: str = "auto"
    asked_as: str | None = None
    counted: bool = False

    @property
    def home(self) -> str:
        """Where the element can be: 'held', 'worn', 'ground', ..."""
        return ELEMENTS[self.kind].home

    @property
    def living(self) -> bool:
        """Whether it can hold, wear and ride."""
        return ELEMENTS[self.kind].group in LIVING


@cache
def picture_lexicon() -> Lexicon:
    """The vocabulary of scenes, with the stand-ins."""
    sections = (
        ("element", ELEMENTS),
        ("time", TIMES),
        ("weather", WEATHERS),
        ("season", SEASONS),
        ("setting", SETTINGS),
    )
    listed = [(word, facet, row.id) for facet, rows in sections for row in rows.values() for word in (*row.en, *row.ko)]
    listed += [
        (word, "weather", "rain") for word in ("storm", "stormy", "thunderstorm", "폭풍", "폭풍우", "태풍", "폭우")
    ]
    return Lexicon([*listed, *((word, "stand_in", kind) for word, kind in STAND_INS.items())])


def find_words(text: str) -> list[Hit]:
    """Every scene word of a text (NFC); words inside longer ones do not count."""
    hits = [hit for hit in widest(picture_lexicon().find(text)) if not _other_word(hit, fold(text))]
    spans = {(hit.start, hit.end) for hit in hits if hit.facet == "element"}
    inner = [
        one
        for hit in hits
        if hit.facet == "setting" and (hit.start, hit.end) not in spans
        for one in _inside(text, hit)
    ]
    return sorted([*hits, *inner], key=lambda hit: hit.start)


def _inside(text: str, hit: Hit) -> list[Hit]:
    """The plants that a setting is named after: the cherry of 'cherry park', the 벚꽃 of 벚꽃길."""
    said = text[hit.start : hit.end]
    parts = [(match.start(), match.end()) for match in re.finditer(r"[^\s-]+", said)]
    if not said.isascii():
        parts = [(0, size) for size in range(len(said) - 1, 1, -1)]
    for start, end in parts:
        found = [one for one in picture_lexicon().find(said[start:end]) if one.facet == "element"]
        plants = [one for one in found if ELEMENTS[one.value].group in ("trees", "flowers") and one.value != "tree"]
        if plants and plants[0].end == end - start:
            return [moved(plants[0], hit.start + start)]
    return []


def _other_word(hit: Hit, text: str) -> bool:
    """Short Korean nouns that are something else here: 10월 말, 말고, 차 한 잔, 배 고파."""
    said, after, before = text[hit.start : hit.end], text[hit.end :], text[: hit.start]
    if said == "말":
        return bool(re.match(r"고(?!삐)|구|해|하|이야|씀", after) or re.search(r"(?:월|주|연|정)\s*$", before))
    if said == "배":
        return bool(re.match(r"\s*(?:고프|고파|부르|불러)", after))
    if said in ("해", "개", "눈", "비", "등", "불", "연", "차", "소", "양", "길", "집", "절", "성", "궁"):
        return bool(re.match(r"(?:줘|주|요|서|야|도\s*돼|라)", after)) or (
            said == "개" and bool(re.search(r"\d\s*$|[한두세네]\s*$", before))
        )
    return False


def find_things(text: str, hits: list[Hit]) -> list[Thing]:
    """The elements among the hits, with counts, colors and sides."""
    folded = fold(text)
    things: list[Thing] = []
    for hit in hits:
        if hit.facet not in ("element", "stand_in"):
            continue
        asked = text[hit.start : hit.end] if hit.facet == "stand_in" else None
        thing = Thing(hit.start, hit.end, hit.value, asked_as=asked)
        things.append(_sided(_counted(thing, folded), folded))
    return _colored(things, text)


def _counted(thing: Thing, text: str) -> Thing:
    before, after, said = text[: thing.start], text[thing.end :], text[thing.start : thing.end]
    if match := _AFTER_KO.match(after) or _BEFORE_KO.search(before):
        number = _KO_NUMBERS.get(match.group(1)) or int(match.group(1))
        return replace(thing, count=min(max(number, 1), 12), counted=True)
    if match := _BEFORE_EN.search(before):
        number = _EN_NUMBERS.get(match.group(1)) or int(match.group(1))
        singular = number == 1 and said.endswith("s") and not said.endswith("ss")
        return replace(thing, count=min(max(number, 1), 12) if not singular else 1, counted=True)
    if ELEMENTS[thing.kind].group == "trees" and re.match(
        r"\s*(?:park|forest|grove|avenue|lined)|길|숲|공원|동산|나무\s*숲", after
    ):
        return replace(thing, count=4)
    if said in _PLURAL:
        return replace(thing, count=_PLURAL[said])
    plural = (
        (said.isascii() and said.endswith("s") and not said.endswith("ss"))
        or said.endswith("들")
        or after.startswith("들")
    )
    return replace(thing, count=3) if plural and thing.kind not in _MASS else thing


def _sided(thing: Thing, text: str) -> Thing:
    around = re.split(r"[,.;]|\band\b|고\s", text[thing.end :])[0][:24]
    lead = re.split(r"[,.;]|\band\b|고\s", text[: thing.start])[-1][-16:]
    for side, pattern in _SIDE:
        if pattern.search(around) or (pattern.search(lead) and not text.isascii()):
            return replace(thing, place=side)
    return thing


def _colored(things: list[Thing], text: str) -> list[Thing]:
    colors = find_colors(text)
    found = []
    for thing in things:
        before = [one for one in colors if one.end <= thing.start]
        last = before[-1] if before else None
        between = text[last.end : thing.start] if last else ""
        near = (
            last is not None
            and len(between.split()) <= 1
            and not re.search(r"[,.;]|\b(?:and|with|on|in)\b|과\s|와\s", between)
        )
        clear = near and not any(last.end <= other.start < thing.start for other in things)  # type: ignore[union-attr]
        own = [one.hex for one in colors if one.start == thing.start and one.end < thing.end]  # 'white picnic blanket'
        color = own[0] if own else last.hex if near and clear and last else thing.color
        found.append(replace(thing, color=color))
    return found


def rider_of(thing: Thing, things: list[Thing], text: str) -> Thing | None:
    """Who rides this thing, if the sentence says so."""
    folded = fold(text)
    others = [one for one in things if one.living and one is not thing and one.kind != thing.kind]
    if thing.kind not in RIDEABLE or not others:
        return None
    if _RIDE_KO.match(folded[thing.end :]):
        after = [one for one in others if one.start > thing.end]
        subject = [
            one for one in others if one.end < thing.start and re.match(r"들?(?:이|가|은|는)", folded[one.end :])
        ]
        return subject[-1] if subject else after[0] if after else None
    before = [one for one in others if one.end < thing.start]
    if match := _RIDE_EN.search(folded[: thing.start]):
        sure = _RIDE_SURE.search(match.group()) or thing.kind in (
            "horse",
            "camel",
            "bicycle",
            "boat",
            "sailboat",
            "surfboard",
            "balloon",
            "bench",
        )
        gap = folded[before[-1].end : match.start()] if before else ","
        if before and sure and not re.search(r"[,.;]|\bwith\b|\bbeside\b|\bnear\b", gap):
            return before[-1]
    return None


def holder_of(thing: Thing, things: list[Thing], text: str) -> Thing | None:
    """Who holds or wears this thing: the nearest living one, by the order of the sentence's language."""
    living = [one for one in things if one.living]
    if thing.home not in ("held", "worn") or not living:
        return None
    folded = fold(text)
    before = [one for one in living if one.end <= thing.start]
    after = [one for one in living if one.start >= thing.end]
    if _HOLD_KO.match(folded[thing.end :]):
        subject = [one for one in before if re.match(r"들?(?:이|가|은|는)", folded[one.end :])]
        if subject or not after:
            return (subject or before)[-1]
        return after[0]
    return before[-1] if before else after[0]
