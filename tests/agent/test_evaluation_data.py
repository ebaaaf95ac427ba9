"""The evaluation set is well-formed: a wrong name in a row would count as a mistake of the planner for ever."""

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

from wanderhue.agent import feedback as fb
from wanderhue.agent.scene import VARIANTS, Frozen, Time
from wanderhue.agent.trips import ACTIVITIES, BUDGETS, CLIMATES, COMPANIONS, PACES, REGIONS
from wanderhue.agent.vocabulary import ELEMENTS, GROUPS, SETTINGS, STAND_INS

Row = dict[str, Any]
FOLDER = Path(__file__).parent / "evaluation"
LANGS = ("en", "ko")
COLORS = ("red", "orange", "yellow", "green", "teal", "blue", "purple", "pink", "brown", "black", "gray", "white")
NAMED = (*COLORS, "navy", "mint", "coral", "gold", "beige", "turquoise", "lavender", "sky blue")
ADD = re.compile(r"(?P<element>\w+)(\*(?P<count>\d+))?(>(?P<on>\w+))?(~(?P<asked_as>.+))?")
LISTS: dict[str, tuple[str, ...]] = {
    "regions": REGIONS,
    "companions": COMPANIONS,
    "activities": ACTIVITIES,
    "climate": CLIMATES,
    "settings": (*VARIANTS, *(f"{name}/{variant}" for name, known in VARIANTS.items() for variant in known)),
    "elements": tuple(ELEMENTS),
}


def read_rows(name: str) -> list[Row]:
    """The rows of one file of the set."""
    return [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def read_add(rest: str) -> fb.AddElement:
    match = ADD.fullmatch(rest)
    assert match, rest
    found = match.groupdict()
    if found["asked_as"]:
        assert STAND_INS[found["asked_as"]] == found["element"]
    return fb.AddElement(
        element=found["element"], count=int(found["count"] or 1), on=found["on"], asked_as=found["asked_as"]
    )


def read_use(rest: str) -> fb.UseColor:
    color, _, element = rest.partition(">")
    if color.startswith("#"):
        return fb.UseColor(color=color, element=element or None)
    assert color in NAMED
    return fb.UseColor(color="#000000", name=color, element=element or None)


def read_move(rest: str) -> fb.Move:
    element, _, place = rest.partition(">")
    return fb.Move.model_validate({"element": element, "place": place})


def read_size(rest: str) -> fb.SetSize:
    width, _, height = rest.partition("x")
    return fb.SetSize(width=int(width), height=int(height) if height else None)


def read_act(rest: str) -> fb.Act:
    kind, *more = rest.split(":")
    number = next((int(part) for part in more if part.isdigit()), None)
    return fb.Act.model_validate({"kind": kind, "number": number, "strong": "strong" in more})


def named(model: type[Frozen], field: str, **fixed: str) -> Callable[[str], Any]:
    return lambda rest: model.model_validate({field: rest, **fixed})


READERS: dict[str, Callable[[str], Any]] = {
    "time": named(fb.SetTime, "time"),
    "weather": named(fb.SetWeather, "weather"),
    "season": named(fb.SetSeason, "season"),
    "setting": named(fb.SetSetting, "setting"),
    "add": read_add,
    "remove": named(fb.RemoveElement, "element"),
    "bigger": named(fb.Resize, "element", direction="bigger"),
    "smaller": named(fb.Resize, "element", direction="smaller"),
    "move": read_move,
    "shift": named(fb.ShiftColors, "direction"),
    "more": named(fb.WeighColor, "color", direction="more"),
    "less": named(fb.WeighColor, "color", direction="less"),
    "use": read_use,
    "style": named(fb.SetStyle, "style"),
    "aspect": named(fb.SetAspect, "aspect"),
    "size": read_size,
    "zoom": named(fb.Zoom, "direction"),
    "title": named(fb.SetTitle, "title"),
    "act": read_act,
}


def read_code(code: str) -> Any:
    """The typed wish or act that a code stands for; raises for one that no reading can have."""
    head, _, rest = code.partition(":")
    return READERS[head](rest)


def kinds_of(lang: str) -> tuple[set[str], set[str]]:
    read = [read_code(code) for row in read_rows(f"feedback.{lang}") for code in row["expect"]]
    acts = {str(item.kind) for item in read if isinstance(item, fb.Act)}
    return {item.kind for item in read if not isinstance(item, fb.Act)}, acts


@pytest.mark.parametrize(("name", "count"), [("requests", 20), ("feedback", 40)])
@pytest.mark.parametrize("lang", LANGS)
def test_a_file_has_its_count_of_rows_with_ids_and_texts_of_their_own(name: str, count: int, lang: str) -> None:
    rows = read_rows(f"{name}.{lang}")
    assert [row["id"] for row in rows] == [f"{name.rstrip('s')}-{lang}-{n:02d}" for n in range(1, count + 1)]
    assert len({row["text"].casefold() for row in rows}) == count


@pytest.mark.parametrize("lang", LANGS)
def test_a_request_uses_only_known_fields_and_words(lang: str) -> None:
    single = {"kind", "months", "pace", "budget", "place", "time", "none_fits", "not_trips_named"}
    several = {*LISTS, "countries"}
    for row in read_rows(f"requests.{lang}"):
        assert row.keys() == {"id", "text", "now", "expect"}
        assert date.fromisoformat(row["now"])
        expect = row["expect"]
        assert expect["kind"] in ("recommend", "picture", "place", "ask")
        assert expect.keys() <= single | several | {f"not_{name}" for name in several}, row["id"]
        assert set(expect.get("months", ())) <= set(range(1, 13))
        for key, value in expect.items():
            words = LISTS.get(key.removeprefix("not_"))
            assert words is None or (value and set(value) <= set(words)), (row["id"], key)
            assert not key.endswith("countries") or all(re.fullmatch("[A-Z]{2}", code) for code in value)
        assert expect.get("pace", "slow") in PACES
        assert expect.get("budget", "low") in BUDGETS
        assert expect.get("time", "day") in get_args(Time)
        assert ("place" in expect) == (expect["kind"] == "place")


@pytest.mark.parametrize("lang", LANGS)
def test_a_feedback_row_has_its_fields_and_a_context_that_can_be_drawn(lang: str) -> None:
    for row in read_rows(f"feedback.{lang}"):
        assert row.keys() - {"colors", "places", "unknown_ok"} == {"id", "text", "context", "expect"}
        context = row["context"]
        assert context.keys() == {"elements", "setting", "time", "versions", "options"}
        assert set(context["elements"]) <= set(ELEMENTS)
        assert context["setting"] in SETTINGS
        assert context["time"] in get_args(Time)
        assert row["expect"] or row.get("unknown_ok")


@pytest.mark.parametrize("lang", LANGS)
def test_every_code_is_the_canonical_spelling_of_a_typed_reading(lang: str) -> None:
    for row in read_rows(f"feedback.{lang}"):
        assert row["expect"] == sorted(set(row["expect"])), row["id"]
        read = [read_code(code) for code in row["expect"]]
        assert [item.code() for item in read] == row["expect"]
        assert sum(isinstance(item, fb.Act) for item in read) <= 1


@pytest.mark.parametrize("lang", LANGS)
def test_the_names_in_the_codes_are_of_the_vocabulary(lang: str) -> None:
    for row in read_rows(f"feedback.{lang}"):
        added = set()
        for item in map(read_code, row["expect"]):
            element = getattr(item, "element", None)
            groups = GROUPS if isinstance(item, fb.RemoveElement) else ()
            assert element is None or element in ELEMENTS or element in groups, row["id"]
            assert getattr(item, "on", None) in (None, *row["context"]["elements"])
            assert not isinstance(item, fb.SetSetting) or item.setting in SETTINGS
            assert not isinstance(item, fb.WeighColor) or item.color in COLORS
            if isinstance(item, fb.AddElement):
                added.add(item.element)
        assert {*row.get("colors", {}), *row.get("places", {})} <= added
        assert set(row.get("colors", {}).values()) <= set(NAMED)
        assert set(row.get("places", {}).values()) <= {"left", "center", "right"}


@pytest.mark.parametrize("lang", LANGS)
def test_both_languages_cover_every_wish_and_act_of_the_union(lang: str) -> None:
    wishes, acts = kinds_of(lang)
    assert acts == set(get_args(fb.Act.model_fields["kind"].annotation))
    union = get_args(get_args(fb.Wish)[0])
    assert wishes == {wish.model_fields["kind"].default for wish in union}
