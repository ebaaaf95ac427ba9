"""What the page shows of a planner that is writing, and of one that did not answer."""

from wanderhue.graphs.view import View
from wanderhue.ui.studio.answers import act_of
from wanderhue.ui.studio.painting import Progress
from wanderhue.ui.studio.render import region
from wanderhue.ui.studio.screen import Found, Moment, Wish, compose

OPTION = {
    "trip": "", "title": "A slow shore", "place": "Gangneung, Korea", "why": "Pines.", "season": "autumn",
    "highlights": ["The pine path"], "mood": "calm",
    "palette": [{"name": "sea", "hex": "#1d3557", "rgb": [29, 53, 87]}],
}  # fmt: skip


def test_cards_come_one_by_one_and_can_be_chosen_when_all_are_there() -> None:
    found = Found(View("t", "ask", cost={}))
    moment = Moment("en", Wish(words="a shore"), Progress("recommend", 0.3, text="Two shores", options=[OPTION]))
    screen = compose(found, moment)
    assert (screen.stage, len(screen.options), screen.coming) == ("choose", 1, 2)
    page = region("stage", screen)
    assert page.count('data-option="0"') == 1
    assert page.count("hatched") == 2
    assert "disabled" in page
    assert "Two shores" in region("log", screen)
    done = compose(Found(View("t", "choose", options=[OPTION] * 3, cost={})), Moment("en"))
    assert "disabled" not in region("stage", done)
    assert done.options[0]["sketch"] == screen.options[0]["sketch"], "its sketch need not be fetched again"


def test_a_planner_that_did_not_answer_is_a_card_with_both_ways_on() -> None:
    view = View("t", "ask", stuck={"code": "planner_unavailable", "message": "It is <busy>."}, cost={})
    page = region("stage", compose(Found(view), Moment("ko")))
    assert "It is &lt;busy&gt;." in page
    assert "다시 해 보기" in page
    assert "오프라인으로 이어 가기" in page
    assert act_of({"do": "retry", "rev": "1ask"}).answer == {"type": "retry"}
    assert act_of({"do": "offline"}).answer == {"type": "offline"}
