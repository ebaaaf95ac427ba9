"""The page at every stage: what it shows of a conversation, in both languages, with nothing let through as markup."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from typing import Any

import pytest

from tests.ui.studio.conftest import CHOOSE, WAYS
from wanderhue.ui.studio.log import Said
from wanderhue.ui.studio.painting import Progress
from wanderhue.ui.studio.render import REGIONS, regions
from wanderhue.ui.studio.screen import KEPT_MESSAGES, Found, Moment, Screen, Wish, compose
from wanderhue.ui.studio.strings import LANGS, Lang, text

Lead = Callable[..., Found]
HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>{{ 7*7 }}{% raise %}&amp;</textarea>"


def at(found: Found, lang: Lang = "en", **moment: Any) -> Screen:
    return compose(found, Moment(lang, **moment))


def words(html: str) -> str:
    """What a person reads of it."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


class Balanced(HTMLParser):
    """Fails at a tag that is closed without having been opened; `open` holds what was not closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in ("img", "input", "br"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, tag
        assert self.open.pop() == tag, tag


def parsed(html: str) -> Balanced:
    found = Balanced()
    found.feed(html)
    found.close()
    assert found.open == []
    return found


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("stage", WAYS)
def test_every_stage_is_shown_whole_in_both_languages(lead: Lead, stage: str, lang: Lang) -> None:
    screen = at(lead(stage), lang)
    assert screen.stage == stage
    shown = regions(screen)
    assert set(shown) == set(REGIONS)
    for name, html in shown.items():
        page = parsed(html)
        for _, attributes in page.seen:
            if "data-do" in attributes:
                assert json.loads(attributes["data-do"] or "")["do"]
        assert "None" not in words(html), name
        assert "undefined" not in html
    assert f'data-stage="{stage}"' in shown["stage"]
    assert f'data-lang="{lang}"' in shown["top"]


def test_three_options_have_their_sketches_names_and_colors(lead: Lead) -> None:
    found = lead("choose")
    shown = regions(at(found))["stage"]
    for number, option in enumerate(found.view.options):
        assert f'data-option="{number}"' in shown
        assert option["title"] in words(shown)
        assert option["place"] in words(shown)
        assert all(color["hex"].upper() in shown for color in option["palette"])
    assert len(re.findall(rf"wh/sketch/{found.view.thread_id}/\d+/[012]", shown)) == 3


def test_a_picture_is_shown_with_its_score_prompt_and_ways_on(lead: Lead) -> None:
    found = lead("review")
    screen, image = at(found), found.view.image
    shown = regions(screen)
    assert image is not None
    assert screen.image is not None
    assert screen.prompt is not None
    assert f'src="wh/picture/{image["id"]}"' in shown["stage"]
    assert screen.prompt["sent"] == image["sent"]["prompt"]
    assert {file["href"].split("?as=")[-1] for file in screen.downloads} >= {"png", "zip", "json", "css", "gpl", "ase"}
    assert [node["id"] for node in screen.strip["nodes"]] == [image["id"]]
    assert len(screen.chips) >= 3
    assert (screen.can_undo, screen.can_redo) == (False, False)


def test_the_brief_that_waits_is_shown_with_its_colors_and_its_words(lead: Lead) -> None:
    found = lead("confirm")
    shown = regions(at(found))["stage"]
    assert found.view.draft is not None
    assert text("confirm_failed", "en") in words(shown)
    assert "the painter's server is away" in words(shown)
    assert all(color["hex"].upper() in shown for color in found.view.draft["colors"])
    assert f"wh/draft/{found.view.thread_id}/" in shown
    assert found.view.draft["prompt"] in words(shown)


def test_a_refusal_gives_the_words_back_to_be_mended(lead: Lead) -> None:
    found = lead("reword")
    screen = at(found)
    assert screen.refusal is not None
    assert screen.refusal["message"] == (found.view.refusal or {})["message"]
    assert screen.refusal["words"] == found.said[-2].text if found.said[-1].role != "person" else found.said[-1].text


def test_what_the_safety_policy_changed_is_on_the_prompt_card(lead: Lead) -> None:
    found = lead("a quiet lake", CHOOSE)
    assert found.view.image is not None
    image = {**found.view.image, "sent": {**found.view.image["sent"], "changes": [{"before": "gun", "after": "kite"}]}}
    screen = at(replace(found, view=replace(found.view, image=image)))
    shown = words(regions(screen)["stage"])
    assert text("changed_n", "en", n=1) in shown
    assert "gun kite" in shown
    assert text("sanitizer_unchanged", "en") not in shown


def test_while_it_paints_the_old_picture_stays_and_the_option_is_named(lead: Lead) -> None:
    chosen = at(lead("choose"), wish=Wish(paints=True, option=1))
    assert chosen.stage == "painting"
    assert chosen.painting is not None
    assert chosen.painting["title"] == "Place 2"
    assert str(chosen.painting["over"]).endswith("/1")
    found = lead("review")
    again = at(found, wish=Wish(paints=True), progress=Progress(stage="paint", fraction=0.5))
    assert found.view.image is not None
    assert again.painting is not None
    assert again.painting["under"] == f"wh/picture/{found.view.image['id']}"
    assert again.strip["coming"] is not None
    assert at(found, progress=Progress(stage="recommend")).stage == "review"


@pytest.mark.parametrize("option", [-1, 3, 99])
def test_an_option_that_is_not_there_is_not_looked_up(lead: Lead, option: int) -> None:
    for stage in ("ask", "choose", "review"):
        assert at(lead(stage), wish=Wish(paints=True, option=option)).painting is not None


def test_words_are_shown_at_once_with_a_sign_of_thought(lead: Lead) -> None:
    screen = at(lead("choose"), wish=Wish(words="three others"))
    shown = words(regions(screen)["log"])
    assert "three others" in shown
    assert text("thinking", "en") in shown


def test_the_page_holds_the_last_messages_and_offers_the_earlier_ones(lead: Lead) -> None:
    found = lead("choose")
    many = [Said(number, "person", f"words {number}") for number in range(KEPT_MESSAGES)]
    screen = at(replace(found, said=many, said_count=53))
    assert screen.earlier == 33
    assert text("earlier", "en", n=33) in words(regions(screen)["log"])


def hostile(given: Any) -> Any:
    """The same data with every text that people, planners and painters can write made an attack."""
    if isinstance(given, dict):
        return {key: hostile(value) if key not in _FIXED else value for key, value in given.items()}
    if isinstance(given, list):
        return [hostile(value) for value in given]
    return HOSTILE if isinstance(given, str) else given


_FIXED = {"hex", "got", "id", "parent", "painter", "aspect", "setting", "time", "weather", "season", "kind", "word",
          "code", "elements", "path", "missing", "actions", "lang", "stage", "thread_id"}  # fmt: skip
"""Never written by anybody outside: checked ids, enums and colors."""


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("stage", [*WAYS, "painting"])
def test_no_text_from_outside_becomes_markup(lead: Lead, stage: str, lang: Lang) -> None:
    found = lead("review" if stage == "painting" else stage)
    fields = ("reply", "options", "image", "images", "versions", "notices", "confirm", "refusal", "draft")
    view = replace(found.view, **{name: hostile(getattr(found.view, name)) for name in fields})
    found = Found(view, [Said(1, "person", HOSTILE), Said(1, "wanderhue", HOSTILE)], 2, HOSTILE,
                  {"thread": "abc", "title": HOSTILE})  # fmt: skip
    wish = Wish(words=HOSTILE, paints=stage == "painting")
    problem = {"title": HOSTILE, "text": HOSTILE, "kept": HOSTILE, "details": HOSTILE,
               "buttons": [{"do": {"do": "open", "thread": HOSTILE}, "text": HOSTILE}]}  # fmt: skip
    for moment in (Moment(lang), Moment(lang, wish=wish, problem=problem)):
        for name, html in regions(compose(found, moment)).items():
            for tag, attributes in parsed(html).seen:
                assert tag != "script", name
                assert not [key for key in attributes if key.startswith("on")], (name, tag, attributes)
                assert attributes.get("src") != "x"
            assert "<script" not in html


def test_buttons_and_the_coming_picture_name_the_price_of_a_painter_that_is_paid(lead: Lead) -> None:
    found = lead("review")
    image, rows = dict(found.view.image or {}), [{**row, "cost": 0.04} for row in found.view.versions]
    free = at(found, wish=Wish(paints=True))
    assert free.painting is not None
    assert (free.price, free.painting["cost"]) == ("free", "free")
    assert free.painting["promise"] == text("promise_free", "en")
    recolored = [*rows, {**rows[0], "id": "b", "parent": rows[0]["id"], "cost": 0.0}]
    paid = replace(found, view=replace(found.view, image={**image, "cost": 0.0}, versions=recolored), paid=True)
    shown = at(paid, wish=Wish(paints=True))
    assert shown.painting is not None
    assert (shown.price, shown.painting["cost"]) == ("$0.04", text("cost_up_to", "en", cost="$0.04"))
    assert shown.painting["promise"] == text("promise_paid", "en")


def test_the_first_picture_of_a_paid_painter_is_not_called_free(lead: Lead) -> None:
    for lang in LANGS:
        shown = at(replace(lead("choose"), paid=True), lang, wish=Wish(paints=True, option=0))
        assert shown.painting is not None
        assert shown.painting["cost"] == text("cost_some", lang) != text("cost_free", lang)
        assert shown.painting["promise"] == text("promise_paid", lang)
