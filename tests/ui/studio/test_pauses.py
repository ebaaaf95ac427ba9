"""Every failure is a card: what happened, what was kept, what to do next."""

import pytest

from wanderhue.agent.errors import BadInput, Busy, NotFound, Unavailable, UnknownOutcome, WanderhueError
from wanderhue.graphs.view import View
from wanderhue.ui.studio.log import Said
from wanderhue.ui.studio.pauses import confirm, problem, refusal, unusable
from wanderhue.ui.studio.strings import LANGS, Lang, text

DRAFT = {"palette": [{"name": "sea", "hex": "#1d3557"}], "prompt": "a lake", "colors": []}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("code", ["preview", "over_cap", "failed", "stopped", "unknown_outcome", "refused", "novel"])
def test_a_pause_before_painting_says_why_and_what_a_yes_costs(code: str, lang: Lang) -> None:
    view = View("t", "confirm", confirm={"code": code, "text": "why it waits", "estimate_usd": 0.04}, draft=DRAFT)
    card = confirm(view, 7, lang)
    asked = code in ("preview", "over_cap")
    assert card["title"] == text(f"confirm_{'failed' if code == 'novel' else code}", lang)
    assert card["text"] == "why it waits"
    assert "$0.04" in card["yes"]
    assert (card["kind"], bool(card["kept"])) == (("ask", False) if asked else ("error", True))
    assert card["sketch"] == "wh/draft/t/7"


def test_a_pause_without_particulars_is_shown_all_the_same() -> None:
    card = confirm(View("t", "confirm", "Shall I?"), 1, "en")
    assert (card["text"], card["sketch"], card["palette"]) == ("Shall I?", None, [])
    assert "free" in card["yes"]


def test_a_refusal_has_the_message_the_rewrite_and_the_last_words() -> None:
    view = View("t", "reword", refusal={"message": "Not this.", "suggestion": "a kite"})
    said = [Said(1, "person", "first"), Said(2, "person", "last"), Said(2, "wanderhue", "Not this.")]
    assert refusal(view, said) == {"message": "Not this.", "suggestion": "a kite", "words": "last"}
    assert refusal(View("t", "reword", "No."), []) == {"message": "No.", "suggestion": "", "words": ""}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("error", "title", "acts"),
    [
        (Busy("somebody writes"), "problem_busy", ["open"]),
        (NotFound("there is no conversation 'x'; `wanderhue trips list` shows yours"), "problem_not_found", ["fresh", "albums"]),  # noqa: E501
        (BadInput("no such setting"), "problem_bad_answer", ["open"]),
        (UnknownOutcome("the line broke"), "problem_bad_answer", ["open"]),
        (WanderhueError("the run ended without a view"), "problem_bad_answer", ["open"]),
        (KeyError("a slip of ours"), "problem_internal", ["open"]),
        (LookupError("this request has no owner"), "problem_internal", ["open"]),
    ],
)  # fmt: skip
def test_any_error_has_a_card_with_a_way_on(error: Exception, title: str, acts: list[str], lang: Lang) -> None:
    card = problem(error, lang, "t")
    assert card["title"] == text(title, lang)
    assert card["text"]
    assert card["kept"] == ("" if title == "problem_not_found" else text("problem_kept", lang))
    assert [button["do"]["do"] for button in card["buttons"]] == acts
    assert "wanderhue trips" not in card["text"]
    assert bool(card["details"]) is not isinstance(error, WanderhueError)


def test_details_of_a_slip_are_short_and_name_it() -> None:
    assert problem(ValueError("x" * 9000), "en", "")["details"].startswith("ValueError: xxx")
    assert len(problem(ValueError("x" * 9000), "en", "")["details"]) == 500


def test_an_answer_that_was_of_no_use_leaves_everything_as_it_was() -> None:
    card = unusable({"code": "bad_answer", "message": "choose 0, 1 or 2"}, "en")
    assert (card["text"], card["buttons"]) == ("choose 0, 1 or 2", [])


def test_what_a_painter_says_is_shown_not_its_type() -> None:
    assert problem(Unavailable("no painter on port 9"), "en", "")["text"] == "no painter on port 9"
